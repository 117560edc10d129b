//! To whom, and what they will read.

use bank::{
    Error,
    accounts::Account,
    payments::{self, Draft},
    rails,
};
use leptos::prelude::*;
use model::{
    AccountId, ErrorCode,
    forms::{PayeeForm, PayeeKind},
};
use serde::Deserialize;

use super::{
    KnownPayees, abroad, amount, code, found,
    steps::{self, STEPS, Step},
};
use crate::{
    components::{Button, Choice, Choices, ErrorSummary, Frame, Kind, Link, PageHeading, Place, Sentences, TextField},
    context,
    islands::{AccountNumberCheck, PressOnce},
    outcome, pages,
    words::Words,
};

/// How many of the people who were paid before are shown.
const KNOWN: u32 = 3;

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// Whether to ask once more what kind of payee it is, though that was said before.
    anyone: String,
    /// Whether to ask for somebody at another bank.
    elsewhere: String,
    /// Whether to look for somebody by their telephone number or their e-mail address.
    find: String,
    /// Whether to read the text of a QR code.
    code: String,
    /// Whether to ask for somebody in another currency: `1`, or what is known of their account.
    abroad: String,
}

/// The second step.
#[component]
pub fn PayeePage() -> impl IntoView {
    pages::answer(payee())
}

async fn payee() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let Some((draft, accounts)) = steps::open(&bank, person.id).await? else { return Ok(().into_any()) };
    let query = context::query::<Query>();
    if query.find == "1" {
        return Ok(found::question(words, draft.id));
    }
    if query.code == "1" {
        return Ok(code::question(words, draft.id));
    }
    let (form, problems) = match outcome::flash::<PayeeForm>(&Step::Payee.of(draft.id)) {
        Some(flash) => (flash.form, flash.problems),
        None => (draft.payee.clone(), draft.payee_problems()),
    };
    if query.anyone != "1" && query.elsewhere != "1" {
        let from = accounts.iter().find(|account| account.id.to_string() == draft.amount.from).map(Account::currency);
        let typed = (form.clone(), &problems);
        if let Some(page) = abroad::page(&bank, words, &draft, from, &query.abroad, typed).await {
            return Ok(page);
        }
    }
    if query.anyone != "1" && query.elsewhere != "1" && found::is_found(&draft, &form) {
        return Ok(found::check(words, draft.id, form, Sentences::of(words, &problems)));
    }
    let typed = PayeeKind::from_code(&form.kind);
    let said = if query.elsewhere == "1" { Some(PayeeKind::Elsewhere) } else { typed };
    // What was wrong with another question is no answer to this one.
    let problems = if said == typed { Sentences::of(words, &problems) } else { Sentences::default() };
    let others = own_choices(words, &draft, &accounts);
    let ask = Ask::of(said, others.is_empty(), query.anyone == "1");
    let known = match ask {
        Ask::Own | Ask::Elsewhere => Vec::new(),
        Ask::Either | Ask::Other => payments::known_payees(&bank, person.id, KNOWN).await?,
    };
    let new = (ask == Ask::Other && !known.is_empty()).then(|| view! { <h2>{words.say("people-new")}</h2> });
    let title = words.say(match ask {
        Ask::Own => "payee-title-own",
        Ask::Elsewhere => "payee-title-elsewhere",
        Ask::Either | Ask::Other => "payee-title",
    });
    Ok(view! {
        <Frame title=title place=Place::Pay narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=steps::back(words, Step::Amount.of(draft.id)) step=(2, STEPS)/>
            <KnownPayees people=known draft=draft.id/>
            {new}
            {question(words, &draft, ask, others, form, &problems)}
            {otherwise(words, &draft, ask, &accounts)}
            {at_another_bank(words, &draft, ask, rails::is_open(&bank))}
            {(ask != Ask::Own).then(|| abroad::offered(words, &draft, &bank))}
            {code::way(words, draft.id, ask != Ask::Own)}
            {found::way(words, draft.id, matches!(ask, Ask::Either | Ask::Other))}
        </Frame>
    }
    .into_any())
}

/// What is asked. Nobody is asked what they have said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ask {
    /// Whether it is somebody else, and then who or which account.
    Either,
    /// To which own account.
    Own,
    /// To whom.
    Other,
    /// To whom at another bank.
    Elsewhere,
}

impl Ask {
    const fn of(said: Option<PayeeKind>, no_own: bool, anyone: bool) -> Self {
        match said {
            Some(PayeeKind::Elsewhere) if !anyone => Self::Elsewhere,
            _ if no_own => Self::Other,
            _ if anyone => Self::Either,
            Some(PayeeKind::Own) => Self::Own,
            Some(PayeeKind::Other) => Self::Other,
            Some(PayeeKind::Elsewhere | PayeeKind::Abroad) | None => Self::Either,
        }
    }
}

/// The own accounts that the money can go to.
fn own_choices(words: Words, draft: &Draft, accounts: &[Account]) -> Vec<Choice> {
    // Before it was said where the money comes from, it may go to any of them.
    let from = draft.amount.from.parse::<AccountId>();
    let to = from.map_or_else(|_| accounts.iter().collect(), |from| payments::destinations(accounts, from));
    to.into_iter().map(|account| amount::choice(words, account)).collect()
}

fn question(
    words: Words,
    draft: &Draft,
    ask: Ask,
    others: Vec<Choice>,
    form: PayeeForm,
    problems: &Sentences,
) -> impl IntoView + use<> {
    let kind = kind(words, ask, &form.kind, problems);
    let wrong = problems.at("own");
    let own = matches!(ask, Ask::Own | Ask::Either).then(|| {
        // With a single account that it can go to there is nothing to choose.
        let chosen = match others.as_slice() {
            [only] => only.value.clone(),
            _ => form.own,
        };
        view! {
            <div class="stack depends own">
                <Choices name="own" label=words.say("payee-own") choices=others chosen=chosen problem=wrong/>
            </div>
        }
    });
    let somebody = match ask {
        Ask::Own => None,
        Ask::Elsewhere => Some(somebody_elsewhere(words, form.name, form.iban, form.reference, problems).into_any()),
        Ask::Either | Ask::Other => Some(somebody(words, form.name, form.number, form.reference, problems).into_any()),
    };
    let id = draft.id.to_string();
    view! {
        <PressOnce sending=words.say("sending")>
            <form method="post" action="/do/pay/payee" class="stack roomy" data-keep=words.say("kept-back")>
                <input type="hidden" name="draft" value=id/>
                {kind}
                {own}
                {somebody}
                <div class="actions"><Button label=words.say("continue")/></div>
            </form>
        </PressOnce>
    }
}

/// The way to the other kind of payee, for who changes their mind.
fn otherwise(words: Words, draft: &Draft, ask: Ask, accounts: &[Account]) -> Option<impl IntoView + use<>> {
    let label = match ask {
        Ask::Own => "payee-other-instead",
        Ask::Elsewhere => "payee-here-instead",
        Ask::Other if !own_choices(words, draft, accounts).is_empty() => "payee-own-instead",
        Ask::Other | Ask::Either => return None,
    };
    let address = format!("{}?anyone=1", Step::Payee.of(draft.id));
    Some(view! { <Link href=address label=words.say(label)/> })
}

/// The way to somebody at another bank, where anything is sent to any.
fn at_another_bank(words: Words, draft: &Draft, ask: Ask, open: bool) -> Option<impl IntoView + use<>> {
    let address = format!("{}?elsewhere=1", Step::Payee.of(draft.id));
    let asked = matches!(ask, Ask::Either | Ask::Other);
    (open && asked).then(|| view! { <p><Link href=address label=words.say("payee-elsewhere-instead")/></p> })
}

/// Whether it is somebody else, where that was not said.
fn kind(words: Words, ask: Ask, chosen: &str, problems: &Sentences) -> AnyView {
    let said = match ask {
        Ask::Own => Some(PayeeKind::Own),
        Ask::Other => Some(PayeeKind::Other),
        Ask::Elsewhere => Some(PayeeKind::Elsewhere),
        Ask::Either => None,
    };
    if let Some(said) = said {
        return view! { <input type="hidden" name="kind" value=said.code()/> }.into_any();
    }
    let choices = vec![
        Choice {
            value: PayeeKind::Other.code().to_owned(),
            label: words.say("payee-kind-other").to_owned(),
            hint: words.say("payee-kind-other-hint").to_owned(),
            class: Some("opens-other"),
            ..Choice::default()
        },
        Choice {
            value: PayeeKind::Own.code().to_owned(),
            label: words.say("payee-kind-own").to_owned(),
            hint: words.say("payee-kind-own-hint").to_owned(),
            class: Some("opens-own"),
            ..Choice::default()
        },
    ];
    view! {
        <Choices name="kind" label=words.say("payee-kind") choices=choices chosen=chosen.to_owned()
            problem=problems.at("kind")/>
    }
    .into_any()
}

fn somebody(
    words: Words,
    name: String,
    number: String,
    reference: String,
    problems: &Sentences,
) -> impl IntoView + use<> {
    let (name_problem, number_problem) = (problems.at("name"), problems.at("number"));
    let reference_problem = problems.at("reference");
    view! {
        <div class="stack roomy depends other">
            <TextField name="name" label=words.say("payee-name") hint=words.say("payee-name-hint") value=name
                kind=Kind::Name problem=name_problem/>
            <AccountNumberCheck wrong=words.error(ErrorCode::AccountNumberWrong) right=words.say("payee-number-right")>
                <TextField name="number" label=words.say("payee-number") hint=words.say("payee-number-hint")
                    value=number kind=Kind::Digits problem=number_problem/>
            </AccountNumberCheck>
            <TextField name="reference" label=words.say("payee-reference") hint=words.say("payee-reference-hint")
                value=reference problem=reference_problem/>
        </div>
    }
}

/// Somebody at another bank.
fn somebody_elsewhere(
    words: Words,
    name: String,
    iban: String,
    reference: String,
    problems: &Sentences,
) -> impl IntoView + use<> {
    let (name_problem, iban_problem) = (problems.at("name"), problems.at("iban"));
    let reference_problem = problems.at("reference");
    view! {
        <div class="stack roomy">
            <TextField name="name" label=words.say("payee-name") hint=words.say("payee-name-hint-elsewhere") value=name
                kind=Kind::Name problem=name_problem/>
            <TextField name="iban" label=words.say("payee-iban") hint=words.say("payee-iban-hint") value=iban
                problem=iban_problem/>
            <TextField name="reference" label=words.say("payee-reference") hint=words.say("payee-reference-hint")
                value=reference problem=reference_problem/>
        </div>
    }
}
