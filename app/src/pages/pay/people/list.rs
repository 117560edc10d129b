//! Everybody whom somebody has paid, to look through.

use bank::{
    Bank, Error,
    payments::{self, Everybody, KnownPayee},
};
use leptos::prelude::*;
use model::{
    CustomerId, ErrorCode, PaymentId, Problems,
    forms::{Form as _, PayeeKind, PeopleForm},
};
use serde::Deserialize;

use super::{PEOPLE, action, called, ending, fields, one, put_back};
use crate::{
    components::{
        Button, Empty, ErrorSummary, Frame, Link, LinkButton, Look, Notice, PageHeading, Place, Sentences, Tag,
        TextField, aloud,
    },
    context,
    pages::{
        self,
        pay::{StartButton, steps::Step},
    },
    words::Words,
};

/// How many people are shown before somebody asks for all.
const SHOWN: usize = 50;

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// Who is looked for.
    q: String,
    /// `1` where everybody is to be shown, however many they are.
    all: String,
    /// The payment whose payee was taken off the list just now.
    off: String,
    /// The payment under way, for which somebody is chosen.
    draft: String,
}

impl Query {
    fn draft(&self) -> Option<PaymentId> {
        self.draft.parse().ok()
    }

    /// The address at which all are shown who fit.
    fn all(&self) -> String {
        let asked = [("q", self.q.as_str()), ("draft", &self.draft), ("all", "1")];
        let asked: Vec<_> = asked.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        format!("{PEOPLE}?{}", serde_urlencoded::to_string(asked).unwrap_or_default())
    }
}

/// Everybody who was paid.
#[component]
pub fn PeoplePage() -> impl IntoView {
    pages::answer(people())
}

async fn people() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let query: Query = context::query();
    let typed = PeopleForm { q: query.q.clone() };
    let (everybody, problems) = match payments::everybody(&bank, person.id, &typed).await {
        Ok(everybody) => (everybody, Problems::none()),
        Err(Error::Form(problems)) => (payments::everybody(&bank, person.id, &PeopleForm::default()).await?, problems),
        Err(error) => return Err(error),
    };
    let problems = Sentences::of(words, &problems);
    let off = taken_off(&bank, person.id, &query.off).await?;
    let before = match query.draft() {
        Some(draft) => (Step::Payee.of(draft), words.say("back").to_owned()),
        None => ("/pay".to_owned(), words.say("back").to_owned()),
    };
    let title = words.say("people-title");
    let looking = everybody.total > 0;
    Ok(view! {
        <Frame title=title place=Place::Pay narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=before/>
            {off.map(|payee| off_notice(words, &payee))}
            {looking.then(|| search(words, &query, &typed, &problems))}
            {found(words, &query, &typed, everybody, problems.is_empty())}
        </Frame>
    }
    .into_any())
}

/// Whoever was taken off the list just now, and is not back.
async fn taken_off(bank: &Bank, owner: CustomerId, off: &str) -> Result<Option<KnownPayee>, Error> {
    let Ok(payment) = off.parse() else { return Ok(None) };
    match payments::known_payee(bank, owner, payment).await {
        Ok(payee) => Ok(Some(payee).filter(|payee| !payee.listed)),
        // An address that was cut short must still show its page.
        Err(Error::Refused(ErrorCode::NotFound)) => Ok(None),
        Err(error) => Err(error),
    }
}

fn off_notice(words: Words, payee: &KnownPayee) -> impl IntoView + use<> {
    let (text, payment) = (words.with("people-off", &[("name", payee.name.clone().into())]), payee.payment);
    view! {
        <Notice title=words.say("people-off-title")>
            <p>{text}</p>
            <div class="actions">{put_back(payment, Look::Second)}</div>
        </Notice>
    }
}

fn search(words: Words, query: &Query, typed: &PeopleForm, problems: &Sentences) -> impl IntoView + use<> {
    let draft = query.draft().map(|draft| view! { <input type="hidden" name="draft" value=draft.to_string()/> });
    view! {
        <form method="get" action=PEOPLE class="stack" role="search">
            {draft}
            <TextField name="q" label=words.say("people-search") hint=words.say("people-search-hint")
                value=typed.kept().q problem=problems.at("q")/>
            <div class="actions"><Button label=words.say("people-search-button") look=Look::Second/></div>
        </form>
    }
}

fn found(words: Words, query: &Query, typed: &PeopleForm, everybody: Everybody, asked: bool) -> AnyView {
    let draft = query.draft();
    if everybody.total == 0 {
        return view! {
            <Empty text=words.say("people-none")>
                <StartButton kind=PayeeKind::Other label="pay-someone"/>
            </Empty>
        }
        .into_any();
    }
    let wanted = typed.q.trim();
    let looked = asked && !wanted.is_empty();
    if everybody.found.is_empty() {
        let text = words.with("people-nobody", &[("wanted", wanted.into())]);
        return view! {
            <Empty text=text><LinkButton href=super::list(draft) label=words.say("people-everybody")/></Empty>
        }
        .into_any();
    }
    let many = everybody.found.len();
    let told = looked.then(|| {
        let count = u64::try_from(many).unwrap_or(u64::MAX);
        let values = [("count", many.into()), ("many", words.count(count).into()), ("wanted", wanted.into())];
        let everybody = view! { <Link href=super::list(draft) label=words.say("people-everybody")/> };
        view! { <div><p>{words.with("people-found", &values)}</p>{everybody}</div> }
    });
    let shown = if query.all == "1" { many } else { SHOWN.min(many) };
    let more = (shown < many).then(|| {
        let count = words.count(u64::try_from(many).unwrap_or(u64::MAX));
        let label = words.with("people-more", &[("many", count.into())]);
        view! { <div class="actions"><LinkButton href=query.all() label=label look=Look::Second/></div> }
    });
    let lines = everybody.found.into_iter().take(shown).map(|payee| line(words, &payee, draft)).collect_view();
    view! {
        {told}
        <section class="card"><ul>{lines}</ul></section>
        {more}
    }
    .into_any()
}

/// One of them: who it is, and one press to pay them again.
fn line(words: Words, payee: &KnownPayee, draft: Option<PaymentId>) -> impl IntoView + use<> {
    let called = called(words, payee);
    let favourite = payee.favourite.then(|| view! { <Tag label=words.say("people-favourite")/> });
    let (end, day) = (ending(payee), context::calendar().day(payee.paid_at));
    let amount = payee.amount;
    let about = aloud::said(words, |words| {
        let values = [
            ("end", end.as_str().into()),
            ("amount", words.money(amount).into()),
            ("day", words.day_short(day).into()),
        ];
        words.with("people-about", &values)
    });
    view! {
        <li class="person">
            <div>
                <p class="name"><Link href=one(payee.payment) label=payee.name.clone()/>{favourite}</p>
                {called}
                <p class="about">{about}</p>
            </div>
            <form method="post" action=action(draft) role="none">
                {fields(payee.payment, draft)}
                <Button label=words.say("people-again") look=Look::Second of=payee.name.clone()/>
            </form>
        </li>
    }
}
