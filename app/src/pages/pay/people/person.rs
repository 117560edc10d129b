//! One person who was paid: what is known of them, and what is said of them.

use bank::{
    Error,
    payments::{self, KnownPayee},
};
use leptos::prelude::*;
use model::forms::NicknameForm;
use serde::Deserialize;

use super::{PEOPLE, action, called, fields, one, put_back};
use crate::{
    components::{
        Button, Card, ErrorSummary, Fact, Facts, Frame, Link, Look, Notice, PageHeading, Place, Sentences, TextField,
        aloud,
    },
    context, outcome,
    pages::{self, pay::steps},
    words::Words,
};

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// `1` where a nickname was kept just now.
    saved: String,
}

/// One person who was paid.
#[component]
pub fn PersonPage() -> impl IntoView {
    pages::answer(person())
}

async fn person() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let named = context::part("payment")?;
    let payee = payments::known_payee(&bank, person.id, named).await?;
    let (form, problems) = match outcome::flash::<NicknameForm>(&one(named)) {
        Some(flash) => (flash.form, flash.problems),
        None => (NicknameForm { nickname: payee.nickname.clone() }, model::Problems::none()),
    };
    let problems = Sentences::of(words, &problems);
    let saved = problems.is_empty() && context::query::<Query>().saved == "1";
    let (called, saved) = (called(words, &payee), saved.then(|| saved_notice(words, &payee)));
    let off = (!payee.listed).then(|| not_listed(words, &payee));
    let on = payee.listed.then(|| on_the_list(words, &payee, named.to_string()));
    let (facts, payment, title) = (facts(words, &payee), payee.payment, payee.name);
    Ok(view! {
        <Frame title=title.clone() place=Place::Pay narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(PEOPLE.to_owned(), words.say("people-title").to_owned())>
                {called}
            </PageHeading>
            {saved}
            {off}
            {facts}
            <form method="post" action=action(None) role="none">
                {fields(payment, None)}
                <div class="actions"><Button label=words.say("people-again")/></div>
            </form>
            // The page they are on stays the one it was, whoever is paid meanwhile.
            <form method="post" action="/do/pay/people/nickname" class="stack roomy" aria-label=words.say("person-nickname")>
                <input type="hidden" name="payee" value=named.to_string()/>
                <TextField name="nickname" label=words.say("person-nickname") hint=words.say("person-nickname-hint")
                    value=form.nickname problem=problems.at("nickname")/>
                <div class="actions"><Button label=words.say("person-nickname-save") look=Look::Second/></div>
            </form>
            {on}
        </Frame>
    }
    .into_any())
}

fn saved_notice(words: Words, payee: &KnownPayee) -> impl IntoView + use<> {
    let key = if payee.nickname.is_empty() { "person-saved-none" } else { "person-saved" };
    let text = words.with(key, &[("name", payee.name.clone().into())]);
    view! { <Notice title=words.say("person-saved-title")><p>{text}</p></Notice> }
}

fn not_listed(words: Words, payee: &KnownPayee) -> impl IntoView + use<> {
    let (text, payment) = (words.with("person-not-listed", &[("name", payee.name.clone().into())]), payee.payment);
    view! {
        <Notice title=words.say("person-not-listed-title")>
            <p>{text}</p>
            <div class="actions">{put_back(payment, Look::Second)}</div>
        </Notice>
    }
}

fn facts(words: Words, payee: &KnownPayee) -> impl IntoView + use<> {
    let number = payee.number.to_string();
    let (amount, day) = (payee.amount, context::calendar().day(payee.paid_at));
    let last = aloud::said(words, |words| {
        words.with("person-last-on", &[("amount", words.money(amount).into()), ("day", words.date(day).into())])
    });
    view! {
        <section class="card">
            <Facts>
                <Fact term=words.say("person-number")>{number}</Fact>
                <Fact term=words.say("person-last")>{last}</Fact>
            </Facts>
            <Link href=steps::receipt(payee.payment) label=words.say("person-payment")/>
            {aloud::section()}
        </section>
    }
}

/// Whether they come first, and whether they are there at all.
fn on_the_list(words: Words, payee: &KnownPayee, named: String) -> impl IntoView + use<> {
    let (favourite, label) =
        if payee.favourite { ("0", "person-favourite-end") } else { ("1", "person-favourite-add") };
    let payee = named.clone();
    view! {
        <Card title=words.say("person-list")>
            <p>{words.say("person-favourite-about")}</p>
            <p>{words.say("person-off-about")}</p>
            <div class="actions">
                <form method="post" action="/do/pay/people/favourite" role="none">
                    <input type="hidden" name="payee" value=payee/>
                    <input type="hidden" name="favourite" value=favourite/>
                    <Button label=words.say(label) look=Look::Second/>
                </form>
                <form method="post" action="/do/pay/people/list" role="none">
                    <input type="hidden" name="payee" value=named/>
                    <input type="hidden" name="listed" value="0"/>
                    <Button label=words.say("person-off") look=Look::Second/>
                </form>
            </div>
        </Card>
    }
}
