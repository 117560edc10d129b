//! A new authenticator app: a picture to take, or a key to type, and its first code.

use std::fmt::Write;

use auth::{factors, totp};
use bank::{Error, step_up::Purpose};
use fast_qr::QRBuilder;
use leptos::prelude::*;
use model::forms::CodeForm;

use super::{SECURITY, confirm};
use crate::{
    components::{Button, ErrorSummary, Frame, Kind, PageHeading, Place, Sentences, TextField},
    context, outcome, pages,
    session::Change,
    words::{Words, in_fours},
};

/// Where it is set up.
pub(super) const APP: &str = "/you/security/app";

/// How many empty modules stand around a picture (ISO/IEC 18004 section 6.3.8).
const QUIET: usize = 4;

/// The page on which it is set up. The person has made sure who they are just before.
#[component]
pub fn AppPage() -> impl IntoView {
    pages::answer(std::future::ready(app()))
}

fn app() -> Result<AnyView, Error> {
    let (person, words) = (context::person()?, context::words());
    let Some(Change::App(secret)) = context::visitor().approved() else {
        context::redirect(&confirm::address(Purpose::ChangeApp));
        return Ok(().into_any());
    };
    let problems = outcome::flash::<CodeForm>(APP).map(|flash| flash.problems).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let title = words.say("app-title");
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(SECURITY.to_owned(), words.say("security-back").to_owned())/>
            {new_app(words, &secret, &person.id.to_string())}
            <form method="post" action="/do/app" class="stack roomy">
                <TextField name="code" label=words.say("app-code") hint=words.say("app-code-hint") kind=Kind::Code
                    problem=problems.at("code")/>
                <div class="actions"><Button label=words.say("app-save")/></div>
            </form>
            <p class="quiet">{words.say("app-after")}</p>
        </Frame>
    }
    .into_any())
}

/// How a new app learns its `secret`: a picture to take, or a key to type.
pub(in crate::pages) fn new_app(words: Words, secret: &[u8], account: &str) -> impl IntoView + use<> {
    let key = in_fours(totp::base32(secret));
    let picture = picture(&factors::key_uri(secret, account)).map(|picture| {
        view! {
            <figure class="qr">
                <svg viewBox=picture.0 role="img" aria-label=words.say("app-picture") inner_html=picture.1></svg>
            </figure>
        }
    });
    view! {
        <p>{words.say("app-scan")}</p>
        {picture}
        <p>{words.say("app-type")}</p>
        <p><code class="code-text" translate="no">{key}</code></p>
    }
}

/// `text` as a QR code: the box of the picture, and its dark modules as one path. `None` where it is too long for one.
fn picture(text: &str) -> Option<(String, String)> {
    let code = QRBuilder::new(text).build().ok()?;
    let side = code.size + 2 * QUIET;
    let mut path = String::from("<path class=\"dark\" d=\"");
    for row in 0..code.size {
        for column in (0..code.size).filter(|column| code[row][*column].value()) {
            write!(path, "M{} {}h1v1h-1z", column + QUIET, row + QUIET).expect("writing to a string cannot fail");
        }
    }
    path.push_str("\"/>");
    Some((format!("0 0 {side} {side}"), path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_its_three_corners_and_a_quiet_border() {
        let (side, path) = picture(&factors::key_uri(b"12345678901234567890", "0abc")).unwrap();
        let side: usize = side.rsplit(' ').next().unwrap().parse().unwrap();
        assert!(side > 21 + 2 * QUIET, "{side}");
        let last = side - QUIET - 1;
        for corner in [format!("M{QUIET} {QUIET}h"), format!("M{last} {QUIET}h"), format!("M{QUIET} {last}h")] {
            assert!(path.contains(&corner), "{corner}");
        }
        assert!(!path.contains("M0 ") && !path.contains(" 0h"));
        assert!(picture(&"x".repeat(8_000)).is_none());
    }
}
