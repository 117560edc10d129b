//! How much, from which account.

use bank::{
    Error,
    accounts::Account,
    calendar::day_number,
    limits::LimitKind,
    payments::{self, Draft},
};
use leptos::prelude::*;
use model::{
    ErrorCode, Problem, Problems,
    forms::{AmountForm, PayeeKind},
};

use super::{
    steps::{self, STEPS, Step},
    when,
};
use crate::{
    components::{Button, Choice, Choices, ErrorSummary, Frame, Kind, Link, PageHeading, Place, Sentences, TextField},
    context,
    islands::{AmountEcho, PressOnce, Sign},
    outcome,
    pages::{self, accounts::account_name, you::LIMITS},
    words::Words,
};

/// The first step.
#[component]
pub fn AmountPage() -> impl IntoView {
    pages::answer(amount())
}

async fn amount() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let Some((draft, accounts)) = steps::open(&bank, person.id).await? else { return Ok(().into_any()) };
    let (form, problems) = match outcome::flash::<AmountForm>(&Step::Amount.of(draft.id)) {
        Some(flash) => (flash.form, flash.problems),
        None => (draft.amount.clone(), draft.amount_problems(&accounts, bank.clock.now())),
    };
    let own = draft.kind() == Some(PayeeKind::Own);
    let title = words.say(if own { "amount-title-own" } else { "amount-title" });
    let limited = limits(words, &problems);
    let problems = told(words, &problems, &form, &accounts);
    // Who said first to whom sees it while saying how much.
    let to = (draft.sent.payee
        && matches!(draft.kind(), Some(PayeeKind::Other | PayeeKind::Elsewhere | PayeeKind::Abroad)))
    .then(|| {
        let to = words.with("amount-to", &[("name", draft.payee.name.trim().into())]);
        view! { <p class="quiet">{to}</p> }
    });
    Ok(view! {
        <Frame title=title place=Place::Pay narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=steps::back(words, "/pay".to_owned()) step=(1, STEPS)>{to}</PageHeading>
            {when::line(words, &draft)}
            {question(words, &draft, &accounts, form, &problems)}
            {limited}
        </Frame>
    }
    .into_any())
}

fn question(
    words: Words,
    draft: &Draft,
    accounts: &[Account],
    form: AmountForm,
    problems: &Sentences,
) -> impl IntoView + use<> {
    let payable = payments::sources(accounts, draft.kind());
    let choices = payable.iter().map(|account| choice(words, account)).collect();
    let mut signs: Vec<Sign> = payable.iter().map(|account| sign(words, account)).collect();
    // The account that is chosen stands first: it is the one meant until another is pressed.
    signs.sort_by_key(|sign| sign.account != form.from);
    let label = match payable.as_slice() {
        [first, rest @ ..] if rest.iter().all(|account| account.currency() == first.currency()) => {
            words.with("amount-label-in", &[("sign", words.sign(first.currency()).into())])
        }
        _ => words.say("amount-label").to_owned(),
    };
    let (id, problems) = (draft.id.to_string(), problems.clone());
    view! {
        <PressOnce sending=words.say("sending")>
            <form method="post" action="/do/pay/amount" class="stack roomy" data-keep=words.say("kept-back")>
                <input type="hidden" name="draft" value=id/>
                <AmountEcho signs=signs style=words.number_style() understood=words.say("amount-understood") problems=sentences(words)>
                    <div class="stack roomy">
                        <Choices name="from" label=words.say("amount-from") choices=choices chosen=form.from
                            problem=problems.at("from")/>
                        <TextField name="amount" label=label hint=words.say("amount-hint") value=form.amount
                            kind=Kind::Amount problem=problems.at("amount")/>
                    </div>
                </AmountEcho>
                <div class="actions"><Button label=words.say("continue")/></div>
            </form>
        </PressOnce>
    }
}

/// The way to the limits, where one of them is in the way. Play money has none that could be changed.
fn limits(words: Words, problems: &Problems) -> Option<impl IntoView + use<>> {
    let limit =
        |code| matches!(code, ErrorCode::OverPaymentLimit | ErrorCode::OverDailyLimit | ErrorCode::OverNewPayeeLimit);
    let limited = problems.iter().any(|problem| limit(problem.code)) && context::visit().practice.is_none();
    limited.then(|| view! { <p><Link href=LIMITS label=words.say("amount-limits")/></p> })
}

/// What is wrong, with what the chosen account could pay where it cannot pay as much.
fn told(words: Words, problems: &Problems, form: &AmountForm, accounts: &[Account]) -> Sentences {
    let from = accounts.iter().find(|account| account.id.to_string() == form.from);
    let bank = context::bank();
    let now = bank.clock.now();
    Sentences::told(words, problems, |problem: &Problem| {
        let from = from?;
        let (key, most) = match problem.code {
            ErrorCode::InsufficientFunds => ("amount-over-available", from.available()),
            ErrorCode::OverPaymentLimit => ("amount-over-limit", from.limit(LimitKind::Payment, now)),
            ErrorCode::OverDailyLimit => ("amount-over-day", from.left_of_day(now, day_number(bank.calendar.day(now)))),
            ErrorCode::OverNewPayeeLimit => ("amount-over-new-payee", from.limit(LimitKind::NewPayee, now)),
            _ => return None,
        };
        let (account, amount) = (account_name(words, from), words.money(most));
        Some(words.with(key, &[("account", account.into()), ("amount", amount.into())]))
    })
}

/// An account to choose, with what it can spend.
pub(super) fn choice(words: Words, account: &Account) -> Choice {
    let available = words.with("account-available", &[("amount", words.money(account.available()).into())]);
    Choice {
        value: account.id.to_string(),
        label: account_name(words, account),
        hint: format!("{} · {available}", account.number),
        ..Choice::default()
    }
}

fn sign(words: Words, account: &Account) -> Sign {
    Sign {
        account: account.id.to_string(),
        currency: account.currency(),
        pattern: words.money_pattern(account.currency()),
    }
}

/// What can be wrong with an amount while it is typed.
fn sentences(words: Words) -> Vec<(ErrorCode, String)> {
    [ErrorCode::AmountUnclear, ErrorCode::AmountDecimals, ErrorCode::AmountNotPositive, ErrorCode::AmountTooLarge]
        .map(|code| (code, words.error(code).to_owned()))
        .into()
}
