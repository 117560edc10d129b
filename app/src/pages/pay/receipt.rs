//! The receipt: what one keeps.

use bank::{
    Calendar, Error,
    payments::{self, Payment, PaymentState},
    rails::SendingState,
};
use leptos::prelude::*;
use model::{PaymentId, forms::PayeeKind};

use super::{StartButton, abroad, elsewhere, review::Terms, waiting};
use crate::{
    components::{Amount, Card, Fact, Facts, Frame, Icon, Link, LinkButton, Look, Picture, Place, Receipt, aloud},
    context,
    islands::PrintButton,
    pages::{self, accounts::account_name, business, statements},
    words::{Words, in_fours},
};

/// The receipt of a payment.
#[component]
pub fn ReceiptPage() -> impl IntoView {
    pages::answer(receipt())
}

async fn receipt() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let id: PaymentId = context::part("id")?;
    let receipt = payments::receipt(&bank, person.id, id).await?;
    // What waits for another person, or was refused by one, has a page that they see as well.
    if receipt.payment.wait.is_some_and(|wait| wait.reason.is_for_a_person()) {
        context::redirect(&business::of(id));
        return Ok(().into_any());
    }
    Ok(match (receipt.payment.state, receipt.payment.wait) {
        (PaymentState::Submitted, Some(wait)) => waiting::page(words, receipt, wait),
        (PaymentState::Cancelled, _) => waiting::called_off(words, receipt),
        _ => {
            let payer = receipt.payer(person.name);
            match receipt.payment.sending {
                Some(_) => elsewhere::page(words, receipt, payer),
                None => paid(words, id, receipt, payer),
            }
        }
    })
}

/// What was paid.
fn paid(words: Words, id: PaymentId, receipt: payments::Receipt, payer: String) -> AnyView {
    let (title, next) = told(&receipt);
    let title = words.say(title);
    let (kind, another, picture) = if receipt.own() {
        (PayeeKind::Own, "receipt-another-own", Picture::Move)
    } else {
        (PayeeKind::Other, "receipt-another", Picture::Pay)
    };
    view! {
        <Frame title=title place=Place::Pay narrow=true>
            {statements::no_letters(words, "letters-receipt")}
            <h1 class="done"><Icon of=Picture::Done/>{title}</h1>
            <Receipt>
                {facts(words, &receipt, payer)}
                {aloud::section()}
                <PrintButton label=words.say("receipt-print")/>
                <Link href=format!("/payments/{id}/pdf") label=words.say("confirmation-take")/>
            </Receipt>
            <div class="on-screen">
                <Card title=words.say("receipt-next-title")>
                    <p>{words.say(next)}</p>
                    <p>{words.say("receipt-next-keep")}</p>
                </Card>
            </div>
            <div class="actions even">
                <LinkButton href="/" label=words.say("receipt-home")/>
                <StartButton kind=kind label=another look=Look::Second picture=picture/>
            </div>
        </Frame>
    }
    .into_any()
}

/// What a receipt says, each with what it is called: for a file of it.
#[must_use]
pub fn receipt_facts(
    words: Words,
    receipt: &payments::Receipt,
    payer: &str,
    calendar: &Calendar,
) -> Vec<(String, String)> {
    let (payment, terms) = (&receipt.payment, Terms::of(receipt.own()));
    let to = receipt.to.as_ref().map_or_else(|| payment.payee.clone(), |to| account_name(words, to));
    let (payer, from) = paid_by(words, receipt, payer.to_owned());
    let from = from.map_or_else(|| payer.clone(), |from| format!("{payer} · {from}"));
    let said = |key, value: String| (words.say(key).to_owned(), value);
    let mut facts = vec![
        said(terms.paid, words.money(payment.amount)),
        said(terms.to, format!("{to} · {}", payment.payee_number)),
        said(terms.payer, from),
        said("fact-when", words.moment(payment.settled_at.unwrap_or(payment.approved_at), calendar)),
    ];
    facts.extend(payment.exchange.iter().flat_map(|exchange| abroad::on_paper(words, exchange)));
    if !payment.reference.is_empty() {
        facts.push(said("fact-reference", payment.reference.clone()));
    }
    if let Some(transfer) = payment.transfer {
        facts.push(said("fact-number", in_fours(transfer)));
    }
    facts
}

/// The keys of what happened and of what happens next.
fn told(receipt: &payments::Receipt) -> (&'static str, &'static str) {
    if receipt.own() { ("receipt-title-own", "receipt-next-own") } else { ("receipt-title", "receipt-next") }
}

/// Who paid, and from which account; of a move between own accounts the account comes first.
fn paid_by(words: Words, receipt: &payments::Receipt, payer: String) -> (String, Option<String>) {
    let Some(from) = &receipt.from else { return (payer, None) };
    let name = account_name(words, from);
    let (first, then) = if receipt.own() { (name, payer) } else { (payer, name) };
    (first, Some(format!("{then} · {}", from.number)))
}

/// What the amount is called: what has come back was not paid, and what is under way is not paid yet.
fn amount_term(payment: &Payment, terms: &Terms) -> &'static str {
    match payment.sending.map(|sending| sending.state) {
        None | Some(SendingState::Arrived) => terms.paid,
        Some(SendingState::Ready | SendingState::Sent | SendingState::Doubt) => terms.amount,
        // What came back of an exchange is said beside it.
        Some(SendingState::Returned) if payment.exchange.is_some() => terms.paid,
        Some(SendingState::Refused | SendingState::Returned) => "fact-came-back",
    }
}

pub(super) fn facts(words: Words, receipt: &payments::Receipt, payer: String) -> impl IntoView + use<> {
    let (payment, terms) = (&receipt.payment, Terms::of(receipt.own()));
    let to = receipt.to.as_ref().map_or_else(|| payment.payee.clone(), |to| account_name(words, to));
    let (payer, from) = paid_by(words, receipt, payer);
    let from = from.map(|from| view! { <br/><span class="quiet">{from}</span> });
    let reference = (!payment.reference.is_empty()).then(|| {
        let reference = payment.reference.clone();
        view! { <Fact term=words.say("fact-reference")>{reference}</Fact> }
    });
    let settled_at = payment.settled_at.unwrap_or(payment.approved_at);
    let when = aloud::said(words, |words| words.moment(settled_at, &context::calendar()));
    let (amount, number) = (payment.amount, aloud::said(words, |words| words.digits(payment.payee_number)));
    // The number under which both sides find it in their accounts.
    let booked = payment.transfer.map(|transfer| {
        let number = in_fours(transfer);
        view! { <Fact term=words.say("fact-number")><span class="number">{number}</span></Fact> }
    });
    let (term, exchanged) = (words.say(amount_term(payment, &terms)), abroad::of_payment(words, payment));
    view! {
        <Facts>
            <Fact term=term><Amount of=amount large=true/></Fact>
            {exchanged}
            <Fact term=words.say(terms.to)>{to}<br/><span class="quiet">{number}</span></Fact>
            <Fact term=words.say(terms.payer)>{payer}{from}</Fact>
            <Fact term=words.say("fact-when")>{when}</Fact>
            {reference}
            {booked}
        </Facts>
    }
}
