//! All answers that are kept ready, by their titles.

use bank::{
    Error,
    replies::{self, ReadyReply},
    staff::Duty,
};
use leptos::prelude::*;

use super::{NEW, address};
use crate::{
    addresses::STAFF,
    components::{Empty, LinkButton, PageHeading},
    context, pages,
    pages::staff::StaffFrame,
    words::Words,
};

/// All of them.
#[component]
pub fn RepliesPage() -> impl IntoView {
    pages::answer(list())
}

async fn list() -> Result<AnyView, Error> {
    context::staff_with(Duty::Replies)?;
    let (bank, words) = (context::bank(), context::words());
    let all = replies::list(&bank).await?;
    let none = all.is_empty().then(|| view! { <Empty text=words.say("replies-none")/> });
    let rows = all.iter().map(row).collect_view();
    let title = words.say("replies-title");
    Ok(view! {
        <StaffFrame title=title narrow=true>
            <PageHeading title=title back=(STAFF.to_owned(), words.say("staff-back").to_owned())>
                <p>{words.say("replies-text")}</p>
            </PageHeading>
            {none}
            <ul class="rows">{rows}</ul>
            <div class="actions"><LinkButton href=NEW label=words.say("replies-new")/></div>
        </StaffFrame>
    }
    .into_any())
}

fn row(reply: &ReadyReply) -> impl IntoView + use<> {
    let languages: Vec<_> = reply.texts.iter().map(|(language, _)| Words::of(*language).say("language-name")).collect();
    let (href, title, languages) = (address(reply.id), reply.title.clone(), languages.join(" · "));
    view! { <li><a href=href><span><b>{title}</b><small>{languages}</small></span></a></li> }
}
