//! What there is: of each page the arrangements of the program, and those that were written here; and the one press that
//! stops them all.

use std::collections::HashMap;

use bank::{
    Error,
    layouts::{self, ArrangementHead, Halt, Pictures, Stage},
    staff::{Duty, StaffMember},
};
use experiments::layout::{Layout, Page};
use leptos::prelude::*;
use model::{StaffId, forms::ReasonForm};

use super::super::queues;
use super::{DESIGN, address, new_address, picture, preview_address, told::called};
use crate::{
    addresses::STAFF,
    components::{Button, Card, Disclosure, ErrorSummary, Link, Look, Notice, PageHeading, Sentences, Tag, Tone},
    context,
    layouts::Arrangements,
    pages,
    pages::staff::{StaffFrame, customer, why},
    words::Words,
};

/// Every arrangement.
#[component]
pub fn StudioPage() -> impl IntoView {
    pages::answer(studio())
}

async fn studio() -> Result<AnyView, Error> {
    let member = context::staff_with(Duty::Layouts)?;
    let (bank, words) = (context::bank(), context::words());
    let (heads, names) = (layouts::all(&bank).await?, queues::names(&bank).await?);
    let (halt, taken) = (layouts::is_halted(&bank).await?, layouts::wide_pictures(&bank).await?);
    let (form, problems) = customer::typed(words, DESIGN);
    let nobody = !heads.iter().any(|(head, _)| head.stage == Stage::Live);
    let state = match &halt {
        Some(halt) => {
            let form = member.role.may(Duty::Allowing).then(|| (form.clone(), problems.clone()));
            halted(words, halt, &names, form)
        }
        None => nobody.then(|| view! { <p class="quiet">{words.say("studio-live-none")}</p> }).into_any(),
    };
    let of_page = |page: Page| {
        let written = heads.iter().filter(|(head, _)| head.page == page.word());
        let written = written.filter_map(|(head, body)| {
            let layout = Layout::parse(body).ok()?;
            Some(row(words, head, picture::of(&layout, &taken), &names))
        });
        of(words, page, &member, (written.collect(), &taken))
    };
    let pages = Page::ALL.map(of_page).into_iter().collect_view();
    let summary = problems.clone();
    let stop = halt.is_none().then(|| {
        let title = words.say("studio-halt-title");
        view! {
            <Disclosure summary=title open=!problems.is_empty()>
                <form method="post" action="/do/staff/design/halt" class="stack roomy" aria-label=title>
                    <p>{words.say("studio-halt-text")}</p>
                    {why::reasons(words, form, &problems)}
                    <div class="actions"><Button label=words.say("studio-halt-button")/></div>
                </form>
            </Disclosure>
        }
    });
    let title = words.say("staff-design");
    Ok(view! {
        <StaffFrame title=title>
            <ErrorSummary problems=summary/>
            <PageHeading title=title back=(STAFF.to_owned(), words.say("staff-back").to_owned())/>
            <p>{words.say("studio-text")}</p>
            {state}
            {missing(words)}
            {stop}
            {pages}
        </StaffFrame>
    }
    .into_any())
}

/// What this bank would need before anything can be shown to customers.
fn missing(words: Words) -> AnyView {
    let site = context::site();
    let checks = (!site.checks).then_some("studio-no-checks");
    let key = (!site.running.snapshot().can_run()).then_some("studio-no-key");
    let texts: Vec<_> = checks.into_iter().chain(key).map(|key| view! { <p>{words.say(key)}</p> }).collect();
    if texts.is_empty() {
        return ().into_any();
    }
    view! { <Notice title=words.say("studio-missing-title") tone=Tone::Caution>{texts}</Notice> }.into_any()
}

/// That all of them are stopped; to who may end that, with the form for it.
fn halted(
    words: Words,
    halt: &Halt,
    names: &HashMap<StaffId, String>,
    form: Option<(ReasonForm, Sentences)>,
) -> AnyView {
    let when = words.moment(halt.at, &context::calendar());
    let (name, why) = (called(words, Some(halt.by), names), words.why(&halt.why));
    let text = words.with("studio-halted-text", &[("name", name.into()), ("when", when.into()), ("why", why.into())]);
    let end = form.map(|(form, problems)| {
        let title = words.say("studio-resume-button");
        view! {
            <Disclosure summary=title open=!problems.is_empty()>
                <form method="post" action="/do/staff/design/resume" class="stack roomy" aria-label=title>
                    {why::reasons(words, form, &problems)}
                    <div class="actions"><Button label=title look=Look::Second/></div>
                </form>
            </Disclosure>
        }
        .into_any()
    });
    let end = end.unwrap_or_else(|| view! { <p>{words.say("studio-resume-who")}</p> }.into_any());
    view! {
        <Notice title=words.say("studio-halted-title") tone=Tone::Caution>
            <p>{text}</p>
            {end}
        </Notice>
    }
    .into_any()
}

/// One page, with its arrangements.
fn of(words: Words, page: Page, member: &StaffMember, (written, taken): (Vec<AnyView>, &[Pictures])) -> AnyView {
    let compiled = Arrangements::compiled();
    let own = compiled.names(page).into_iter().filter_map(|name| Some((name.to_owned(), compiled.find(page, name)?)));
    let own = own.map(|(name, layout)| {
        let preview = preview_address(page, &name);
        view! {
            <li>
                <a href=preview>
                    {picture::of(&layout, taken)}
                    <span><b translate="no">{name}</b><small>{words.say("studio-built-in")}</small></span>
                </a>
            </li>
        }
    });
    let own = own.collect_view();
    let title = words.arranged_page(page);
    let start = member.role.may(Duty::Arranging).then(|| {
        let label = words.with("studio-start-of", &[("page", title.into())]);
        view! { <Link href=new_address(page, crate::layouts::CONTROL) label=label/> }
    });
    view! {
        <Card title=title>
            <ul class="rows">{written}{own}</ul>
            {start}
        </Card>
    }
    .into_any()
}

fn row(words: Words, head: &ArrangementHead, picture: AnyView, names: &HashMap<StaffId, String>) -> AnyView {
    let tone = match head.stage {
        Stage::Live => Tone::Caution,
        Stage::Refused => Tone::Danger,
        _ => Tone::Calm,
    };
    let when = words.moment(head.begun_at, &context::calendar());
    let by = called(words, Some(head.author), names);
    let by = words.with("studio-by", &[("name", by.into()), ("when", when.into())]);
    let (name, stage) = (head.name.clone(), words.stage(head.stage));
    view! {
        <li>
            <a href=address(head.id)>
                {picture}
                <span><b translate="no">{name}</b><small><Tag label=stage tone=tone/></small><small>{by}</small></span>
            </a>
        </li>
    }
    .into_any()
}
