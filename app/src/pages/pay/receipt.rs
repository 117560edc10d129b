//! The receipt: what one keeps.

use bank::{
    Error,
    accounts::Account,
    payments::{Payment, PaymentState},
};
use leptos::prelude::*;
use model::{AccountId, PaymentId, forms::PayeeKind};

use super::StartButton;
use crate::{
    components::{Card, Fact, Facts, Frame, Icon, LinkButton, Look, Picture, Place},
    context,
    islands::PrintButton,
    pages::{self, accounts::account_name},
    words::Words,
};

/// The receipt of a payment.
#[component]
pub fn ReceiptPage() -> impl IntoView {
    pages::answer(receipt())
}

async fn receipt() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let id: PaymentId = context::part("id")?;
    let (payment, accounts) = bank::payments::receipt(&bank, person.id, id).await?;
    let settled = payment.state == PaymentState::Settled;
    let title = words.say(if settled { "receipt-title" } else { "receipt-title-submitted" });
    Ok(view! {
        <Frame title=title place=Place::Pay narrow=true>
            <h1 class="done"><Icon of=Picture::Done/>{title}</h1>
            <section class="card receipt">{facts(words, &payment, &accounts)}</section>
            <Card title=words.say("receipt-next-title")>
                <p>{words.say(if settled { "receipt-next" } else { "receipt-next-submitted" })}</p>
                <p>{words.say("receipt-next-keep")}</p>
            </Card>
            <div class="actions">
                <LinkButton href="/" label=words.say("receipt-home")/>
                <PrintButton label=words.say("receipt-print")/>
                <StartButton kind=PayeeKind::Other label="receipt-another" look=Look::Second picture=Picture::Pay/>
            </div>
        </Frame>
    }
    .into_any())
}

fn facts(words: Words, payment: &Payment, accounts: &[Account]) -> impl IntoView + use<> {
    let name =
        |id: AccountId| accounts.iter().find(|account| account.id == id).map(|account| account_name(words, account));
    let payee = name(payment.to).unwrap_or_else(|| payment.payee.clone());
    let from = name(payment.from).map(|from| view! { <Fact term=words.say("fact-from")>{from}</Fact> });
    let reference = (!payment.reference.is_empty()).then(|| {
        let reference = payment.reference.clone();
        view! { <Fact term=words.say("fact-reference")>{reference}</Fact> }
    });
    let when = words.moment(payment.settled_at.unwrap_or(payment.approved_at), &context::calendar());
    let (amount, number) = (words.money(payment.amount), payment.payee_number.to_string());
    let receipt_number = payment.id.to_string();
    view! {
        <Facts>
            <Fact term=words.say("fact-paid")><span class="balance">{amount}</span></Fact>
            <Fact term=words.say("fact-to")>{payee}<br/><span class="quiet">{number}</span></Fact>
            {from}
            <Fact term=words.say("fact-when")>{when}</Fact>
            {reference}
            <Fact term=words.say("fact-receipt-number")>{receipt_number}</Fact>
        </Facts>
    }
}
