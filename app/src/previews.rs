//! Links to a page as an arrangement has it, before any customer sees it: on play money, for a day, for whoever has the
//! link. Nothing is counted, and nobody is signed in.

use std::sync::Arc;

use experiments::{
    assign::{Secret, unit},
    layout::{Layout, Page},
};
use leptos::prelude::*;
use model::Timestamp;

use crate::{context, workshop};

/// Where previews are.
pub const PREVIEW: &str = "/preview";
/// How long a link is good, in seconds.
pub const PREVIEW_S: i64 = 24 * 60 * 60;

/// What a link has in the place of a hash that shows whatever the designer's folder says at the moment.
pub const LIVE: &str = "live";

/// What signs the links.
#[derive(Clone)]
pub struct Previews(Arc<Secret>);

/// What a link shows: the arrangement of a page, by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Previewed {
    /// Of which page.
    pub page: Page,
    /// What it is called.
    pub name: String,
    /// The SHA-256 of what it says: of nothing else that may have that name by now. Or [`LIVE`].
    pub sha256: String,
}

/// A page as one arrangement has it, for as long as one request takes.
#[derive(Debug, Clone)]
pub struct Preview {
    /// What it is called.
    pub name: String,
    /// The arrangement.
    pub layout: Arc<Layout>,
    /// Whether what goes on for a while is shown as it has begun: a conversation, in which something was said.
    pub begun: bool,
    /// Whether it is what a designer's folder says at the moment, so that the page is shown anew when that changes.
    pub live: bool,
}

impl Previews {
    /// Links that `secret` signs: the same on every server.
    #[must_use]
    pub fn new(secret: Secret) -> Self {
        Self(Arc::new(secret))
    }

    /// The link to the arrangement of `page` that is called `name` and says what `sha256` is the hash of, good until a day
    /// after `now`.
    #[must_use]
    pub fn link(&self, page: Page, name: &str, sha256: &str, now: Timestamp) -> String {
        let until = now.plus_seconds(PREVIEW_S).micros() / 1_000_000;
        format!("{PREVIEW}/{}/{name}/{sha256}/{until}/{}", page.word(), self.seal(page, name, sha256, until))
    }

    /// What a path below [`PREVIEW`] shows at `now`; `None` where it is no link of ours, or too old.
    #[must_use]
    pub fn read(&self, path: &str, now: Timestamp) -> Option<Previewed> {
        let mut parts = path.strip_prefix(PREVIEW)?.strip_prefix('/')?.split('/');
        let (page, name, sha256) = (Page::of(parts.next()?)?, parts.next()?, parts.next()?);
        let until: i64 = parts.next()?.parse().ok()?;
        let seal = parts.next()?;
        let good = parts.next().is_none()
            && until.checked_sub(now.micros() / 1_000_000).is_some_and(|left| (0..=PREVIEW_S).contains(&left))
            && same(seal, &self.seal(page, name, sha256, until));
        good.then(|| Previewed { page, name: name.to_owned(), sha256: sha256.to_owned() })
    }

    fn seal(&self, page: Page, name: &str, sha256: &str, until: i64) -> String {
        unit(&self.0, format!("preview {} {name} {sha256} {until}", page.word()).as_bytes())
    }
}

/// What a preview says of itself, above everything else.
pub(crate) fn band() -> Option<AnyView> {
    let (visit, words) = (context::visit(), context::words());
    let Preview { name, layout, live, .. } = visit.preview.as_ref()?;
    let listens = live.then_some(workshop::CHANGES);
    let says = live.then(|| layout.address().to_string());
    let text = words.with("preview-text", &[("name", name.into())]);
    let title = words.say("preview-title");
    Some(
        view! {
            <aside class="practice" aria-label=title data-workshop=listens data-says=says>
                <div class="wide"><p><strong>{title}</strong>" "{text}</p></div>
            </aside>
        }
        .into_any(),
    )
}

/// Compares in a time that says nothing about where they differ.
fn same(one: &str, other: &str) -> bool {
    one.len() == other.len() && one.bytes().zip(other.bytes()).fold(0, |differ, (a, b)| differ | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_micros(1_772_452_800_000_000);

    fn previews(secret: &[u8]) -> Previews {
        Previews::new(Secret::new(secret))
    }

    #[test]
    fn a_link_shows_what_it_was_made_for_and_for_a_day() {
        let ours = previews(b"ours");
        let link = ours.link(Page::PayStart, "beside", "0a", NOW);
        let shown = Some(Previewed { page: Page::PayStart, name: "beside".to_owned(), sha256: "0a".to_owned() });
        assert_eq!(ours.read(&link, NOW), shown);
        assert_eq!(ours.read(&link, NOW.plus_seconds(PREVIEW_S)), shown);
        assert_eq!(ours.read(&link, NOW.plus_seconds(PREVIEW_S + 1)), None);
    }

    #[test]
    fn no_link_is_made_of_another() {
        let ours = previews(b"ours");
        let link = ours.link(Page::Home, "mine", "0a", NOW);
        let until = (NOW.micros() / 1_000_000 + PREVIEW_S).to_string();
        let later = (NOW.micros() / 1_000_000 + PREVIEW_S - 1).to_string();
        for forged in [
            link.replace("/mine/", "/yours/"),
            link.replace("/home/", "/account/"),
            link.replace("/0a/", "/0b/"),
            link.replace(&until, &later),
            link.replace(&until, &i64::MIN.to_string()),
            link[..link.len() - 1].to_owned(),
            format!("{link}/more"),
            "/preview".to_owned(),
            "/preview/home/mine/0a".to_owned(),
        ] {
            assert_ne!(forged, link);
            assert_eq!(ours.read(&forged, NOW), None, "{forged}");
        }
        assert_eq!(previews(b"theirs").read(&link, NOW), None);
    }
}
