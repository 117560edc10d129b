//! What stands around the pages of the bank's own people: who they are, what they may do, and the way out.

use bank::staff::{Duty, StaffMember};
use leptos::prelude::*;

use super::{AUDIT, CALLS, CHATS, CUSTOMERS, DESIGN, LABELS, MODELS, OUTBOX, QUALITY, REPLIES, SESSIONS, TICKETS};
use crate::{
    addresses::STAFF,
    components::{Icon, MARK, ModeSwitch, Picture, SessionWarning, SkipLink},
    context,
    words::Words,
};

/// A place of theirs.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// Where it is.
    pub(super) href: &'static str,
    /// What it is called.
    pub(super) label: &'static str,
    /// What is there.
    pub(super) about: &'static str,
    picture: Picture,
    duty: Option<Duty>,
}

/// Every place, with the duty that leads there.
const PLACES: [Place; 12] = [
    Place {
        href: CHATS,
        label: "staff-chats",
        about: "staff-chats-about",
        picture: Picture::Talk,
        duty: Some(Duty::Tickets),
    },
    Place {
        href: TICKETS,
        label: "staff-tickets",
        about: "staff-tickets-about",
        picture: Picture::Talk,
        duty: Some(Duty::Tickets),
    },
    Place {
        href: CALLS,
        label: "staff-calls",
        about: "staff-calls-about",
        picture: Picture::Talk,
        duty: Some(Duty::Tickets),
    },
    Place {
        href: REPLIES,
        label: "replies-place",
        about: "replies-about",
        picture: Picture::List,
        duty: Some(Duty::Replies),
    },
    Place {
        href: QUALITY,
        label: "quality-place",
        about: "quality-about",
        picture: Picture::List,
        duty: Some(Duty::Quality),
    },
    Place {
        href: LABELS,
        label: "labels-place",
        about: "labels-about",
        picture: Picture::List,
        duty: Some(Duty::Labels),
    },
    Place {
        href: MODELS,
        label: "models-place",
        about: "models-about",
        picture: Picture::List,
        duty: Some(Duty::Quality),
    },
    Place {
        href: CUSTOMERS,
        label: "staff-customers",
        about: "staff-customers-about",
        picture: Picture::You,
        duty: Some(Duty::Customers),
    },
    Place {
        href: DESIGN,
        label: "staff-design",
        about: "staff-design-about",
        picture: Picture::List,
        duty: Some(Duty::Layouts),
    },
    Place {
        href: AUDIT,
        label: "staff-audit",
        about: "staff-audit-about",
        picture: Picture::List,
        duty: Some(Duty::Audit),
    },
    Place {
        href: OUTBOX,
        label: "staff-outbox",
        about: "staff-outbox-about",
        picture: Picture::Talk,
        duty: Some(Duty::Outbox),
    },
    Place { href: SESSIONS, label: "staff-sessions", about: "staff-sessions-about", picture: Picture::Key, duty: None },
];

/// Whether this bank is the demonstration, in which what is sent to people can be read.
pub(super) fn is_demo() -> bool {
    !context::site().demo.is_empty()
}

/// The places that are there for `member`.
pub(super) fn places(member: &StaffMember) -> impl Iterator<Item = Place> + use<> {
    let role = member.role;
    PLACES
        .into_iter()
        .filter(move |place| place.duty.is_none_or(|duty| role.may(duty)) && (place.href != OUTBOX || is_demo()))
}

/// A page of theirs; also one that somebody sees who has not signed in.
#[component]
pub fn StaffFrame(
    /// The title of the document, before the bank's name.
    #[prop(into)]
    title: String,
    /// Whether the page asks one question, and is as narrow as its lines.
    #[prop(optional)]
    narrow: bool,
    /// The page itself, with its one `h1`.
    children: Children,
) -> impl IntoView {
    let words = context::words();
    context::title(words.with("staff-document", &[("title", title.into())]));
    let visitor = context::visitor();
    let member = visitor.staff();
    let who = member.map(|member| who(words, member));
    let nav = member.map(|member| nav(words, member));
    let leave = member.is_some().then(|| leave(words));
    let warning = member.is_some().then(|| {
        view! { <SessionWarning idle_s=context::visit().idle_s/> }
    });
    let class = if narrow { "narrow" } else { "full" };
    view! {
        <SkipLink/>
        <header>
            <div class="tools"><div class="wide"><ModeSwitch/>{who}{leave}</div></div>
            <div class="head"><div class="wide">{mark(words)}{nav}</div></div>
        </header>
        <main id="main" tabindex="-1" class=class>{warning}{children()}</main>
    }
}

fn mark(words: Words) -> impl IntoView {
    view! {
        <a class="mark" href=STAFF>
            <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" inner_html=MARK></svg>
            {words.say("staff-mark")}
        </a>
    }
}

fn who(words: Words, member: &StaffMember) -> impl IntoView + use<> {
    let (name, role) = (member.name.clone(), words.role(member.role));
    view! { <p class="who"><b>{name}</b>" · "{role}</p> }
}

fn nav(words: Words, member: &StaffMember) -> impl IntoView + use<> {
    let path = context::path();
    let links = places(member).map(|Place { href, label, picture, .. }| {
        let below = path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/'));
        let current = if path == href { Some("page") } else { below.then_some("true") };
        view! { <a href=href aria-current=current><Icon of=picture/>{words.say(label)}</a> }
    });
    let links = links.collect_view();
    view! { <nav class="places" aria-label=words.say("staff-places")>{links}</nav> }
}

fn leave(words: Words) -> impl IntoView {
    view! {
        <form method="post" action="/do/staff/sign-out" role="none">
            <button class="tool leave" type="submit"><Icon of=Picture::Leave/>{words.say("sign-out")}</button>
        </form>
    }
}
