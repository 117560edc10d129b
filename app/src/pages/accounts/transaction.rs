//! One transaction: everything known about it, and what to do if it is wrong.

use bank::{Error, accounts::TransactionView};
use leptos::prelude::*;
use model::{AccountId, Money, forms::LineOf};

use super::{account_name, asked::Asked};
use crate::{
    components::{Call, Card, Fact, Facts, Frame, Link, Moment, Notice, PageHeading, Place, aloud},
    context, pages,
    pages::help::tickets::write_address,
    words::{Words, in_fours},
};

/// One transaction.
#[component]
pub fn TransactionPage() -> impl IntoView {
    pages::answer(transaction())
}

async fn transaction() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let id: AccountId = context::part("id")?;
    let version: i64 = context::part("version")?;
    let view = bank::accounts::transaction(&bank, person.id, id, version).await?;
    let (name, line) = (account_name(words, &view.account), &view.detail.line);
    let title = match &view.own {
        Some(other) => words.own_move(line.amount, &account_name(words, other)),
        None => line.party.clone(),
    };
    let (class, key) = if line.amount.is_negative() { ("balance", "line-out") } else { ("balance in", "line-in") };
    let amount = Money::new(line.amount.minor.saturating_abs(), line.amount.currency);
    // There is nobody to read what is written about play money.
    let written = (!context::is_play_bank()).then(|| {
        let href = write_address(Some(LineOf { account: id, version }));
        view! { <Link href=href label=words.say("write-line")/> }
    });
    Ok(view! {
        <Frame title=title.clone() place=Place::Accounts narrow=true>
            <PageHeading title=title back=(Asked::here().address(id), name)>
                <p class=class><span class="small">{words.say(key)}</span>" "{aloud::said(words, |words| words.money(amount))}</p>
            </PageHeading>
            <Card title=words.say("transaction-facts")>{facts(words, &view)}</Card>
            <Notice title=words.say("transaction-wrong-title")>
                <p>{words.say("transaction-wrong-text")}</p>
                <Call/>
                {written}
            </Notice>
        </Frame>
    }
    .into_any())
}

fn facts(words: Words, view: &TransactionView) -> impl IntoView + use<> {
    let (detail, line) = (&view.detail, &view.detail.line);
    let fact = move |term: &'static str, value: String| view! { <Fact term=words.say(term)>{value}</Fact> };
    let money = move |term: &'static str, money: Money| {
        view! { <Fact term=words.say(term)>{aloud::said(words, move |words| words.money(money))}</Fact> }
    };
    let reference = (!line.reference.is_empty()).then(|| fact("fact-reference", line.reference.clone()));
    let original = detail.original.map(|original| money("fact-original", original));
    let receipt = detail.payment.map(move |payment| {
        view! {
            <Fact term=words.say("fact-receipt")>
                <Link href=format!("/payments/{payment}") label=words.say("fact-receipt-link")/>
            </Fact>
        }
    });
    let corrects = detail.reverses.then(|| fact("fact-correction", words.say("fact-reverses").to_owned()));
    let corrected = detail.reversed.then(|| fact("fact-correction", words.say("fact-reversed").to_owned()));
    let when = line.booked_at;
    let own = view.own.is_some();
    let kind = fact("fact-kind", if own { words.say("own-kind") } else { words.kind(line.kind) }.to_owned());
    // A move between own accounts was for nothing else.
    let category = (!own).then(|| fact("fact-category", words.category(line.category).to_owned()));
    let balance = money("fact-balance", line.balance_after);
    let number = in_fours(detail.transfer);
    view! {
        <Facts>
            <Fact term=words.say("fact-when")><Moment of=when/></Fact>
            {kind}
            {category}
            {reference}
            {original}
            {balance}
            {corrects}
            {corrected}
            {receipt}
            <Fact term=words.say("fact-number")><span class="number">{number}</span></Fact>
        </Facts>
    }
}
