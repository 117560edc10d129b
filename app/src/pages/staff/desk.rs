//! Their first page: what their role has for them to do, and nothing else.

use bank::Error;
use leptos::prelude::*;

use super::{SESSIONS, StaffFrame, frame::places};
use crate::{
    components::{Empty, PageHeading},
    context, pages,
};

/// What there is to do.
#[component]
pub fn DeskPage() -> impl IntoView {
    pages::answer(std::future::ready(desk()))
}

fn desk() -> Result<AnyView, Error> {
    let (member, words) = (context::staff()?, context::words());
    let nothing = places(&member).all(|place| place.href == SESSIONS);
    let rows = places(&member).map(|place| {
        let (label, about) = (words.say(place.label), words.say(place.about));
        view! { <li><a href=place.href><span><b>{label}</b><small>{about}</small></span></a></li> }
    });
    let rows = rows.collect_view();
    let title = words.say("staff-title");
    Ok(view! {
        <StaffFrame title=title narrow=true>
            <PageHeading title=title/>
            <p>{words.say("staff-text")}</p>
            {nothing.then(|| view! { <Empty text=words.say("staff-nothing")/> })}
            <ul class="rows">{rows}</ul>
        </StaffFrame>
    }
    .into_any())
}
