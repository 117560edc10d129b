//! Recovery codes: shown once, to be printed or written down.

use bank::{Error, step_up::Purpose};
use leptos::prelude::*;

use super::{SECURITY, confirm};
use crate::{
    components::{Frame, LinkButton, PageHeading, Place},
    context,
    islands::PrintButton,
    pages,
    session::Change,
};

/// Where they are shown.
pub(super) const CODES: &str = "/you/security/codes";

/// The page on which they are shown. The person has made sure who they are just before.
#[component]
pub fn CodesPage() -> impl IntoView {
    pages::answer(std::future::ready(codes()))
}

fn codes() -> Result<AnyView, Error> {
    context::person()?;
    let (words, visitor) = (context::words(), context::visitor());
    let Some(Change::Codes(codes)) = visitor.approved() else {
        context::redirect(&confirm::address(Purpose::NewCodes));
        return Ok(().into_any());
    };
    // From here on they are on this page and on paper, and nowhere else.
    visitor.change(|kept| kept.change = None);
    let title = words.say("codes-title");
    let rows = codes.into_iter().map(|code| view! { <li><code class="code-text" translate="no">{code}</code></li> });
    let rows = rows.collect_view();
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <PageHeading title=title back=(SECURITY.to_owned(), words.say("security-back").to_owned())/>
            <p>{words.say("codes-what")}</p>
            <ol class="codes">{rows}</ol>
            <p>{words.say("codes-keep")}</p>
            <div class="actions">
                <PrintButton label=words.say("codes-print")/>
                <LinkButton href=SECURITY label=words.say("codes-kept")/>
            </div>
        </Frame>
    }
    .into_any())
}
