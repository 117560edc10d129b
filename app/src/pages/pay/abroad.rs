//! A payment in another currency: what is known of the payee's account, and what it costs.

use bank::{
    Bank,
    abroad::{Back, Exchange, Quote},
    payments::{Draft, Order, Payment},
};
use leptos::prelude::*;
use model::{
    Currency, Problems,
    forms::{AbroadWay, PayeeForm, PayeeKind},
};

use super::steps::{self, STEPS, Step};
use crate::{
    components::{
        Amount, Button, ErrorSummary, Fact, Frame, Kind, Link, Notice, PageHeading, Place, Select, Sentences, TextField,
    },
    context,
    islands::PressOnce,
    words::Words,
};

/// What the address says where it is asked what is known of the account.
const WHICH: &str = "1";

/// The page on which a payee abroad is asked for, where that is `asked` in the address or was said before.
pub(super) async fn page(
    bank: &Bank,
    words: Words,
    draft: &Draft,
    from: Option<Currency>,
    asked: &str,
    (form, problems): (PayeeForm, &Problems),
) -> Option<AnyView> {
    let said = form.way().filter(|_| PayeeKind::from_code(&form.kind) == Some(PayeeKind::Abroad));
    let way = if asked.is_empty() { said } else { AbroadWay::from_code(asked) };
    if asked == WHICH || (way.is_none() && !asked.is_empty()) {
        return Some(which(words, draft));
    }
    let way = way?;
    let currencies = bank::abroad::currencies(bank, from).await;
    // What was wrong with another question is no answer to this one.
    let problems = if said == Some(way) { Sentences::of(words, problems) } else { Sentences::default() };
    Some(question(words, draft, way, &currencies, &form, &problems))
}

/// The way to that page, where anything is exchanged.
pub(super) fn offered(words: Words, draft: &Draft, bank: &Bank) -> Option<impl IntoView + use<>> {
    let address = address(draft, WHICH);
    bank.rates.is_some().then(|| view! { <p><Link href=address label=words.say("abroad-instead")/></p> })
}

fn address(draft: &Draft, asked: &str) -> String {
    format!("{}?abroad={asked}", Step::Payee.of(draft.id))
}

/// Where it is asked once more who it is.
fn anyone(draft: &Draft) -> String {
    format!("{}?anyone=1", Step::Payee.of(draft.id))
}

/// What is known of the account.
fn which(words: Words, draft: &Draft) -> AnyView {
    let title = words.say("abroad-which");
    let ways = AbroadWay::ALL.iter().map(move |way| {
        let (label, about) = match way {
            AbroadWay::Iban => ("abroad-by-iban", "abroad-by-iban-hint"),
            AbroadWay::Cnaps => ("abroad-by-cnaps", "abroad-by-cnaps-hint"),
            AbroadWay::Bic => ("abroad-by-bic", "abroad-by-bic-hint"),
        };
        let (label, about, address) = (words.say(label), words.say(about), address(draft, way.code()));
        view! { <li><a href=address><span><b>{label}</b><small>{about}</small></span></a></li> }
    });
    let (ways, back, otherwise) = (ways.collect_view(), anyone(draft), otherwise(words, draft));
    view! {
        <Frame title=title place=Place::Pay narrow=true>
            <PageHeading title=title back=steps::back(words, back) step=(2, STEPS)/>
            <ul class="rows">{ways}</ul>
            {otherwise}
        </Frame>
    }
    .into_any()
}

/// The way to somebody who gets the same currency.
fn otherwise(words: Words, draft: &Draft) -> impl IntoView + use<> {
    view! { <p><Link href=anyone(draft) label=words.say("abroad-same-instead")/></p> }
}

fn question(
    words: Words,
    draft: &Draft,
    way: AbroadWay,
    currencies: &[Currency],
    form: &PayeeForm,
    problems: &Sentences,
) -> AnyView {
    let title = words.say("abroad-title");
    let closed = currencies.is_empty().then(|| {
        view! { <Notice title=words.say("abroad-closed-title")><p>{words.say("abroad-closed")}</p></Notice> }
    });
    let (name, arrives, reference) = (form.name.clone(), form.arrives.clone(), form.reference.clone());
    let account = account(words, way, currencies, form, problems);
    let (id, which, otherwise) = (draft.id.to_string(), address(draft, WHICH), otherwise(words, draft));
    let [name_wrong, arrives_wrong, reference_wrong] = ["name", "arrives", "reference"].map(|field| problems.at(field));
    let problems = problems.clone();
    view! {
        <Frame title=title place=Place::Pay narrow=true>
            <ErrorSummary problems=problems/>
            <PageHeading title=title back=steps::back(words, which.clone()) step=(2, STEPS)/>
            {closed}
            <PressOnce sending=words.say("sending")>
                <form method="post" action="/do/pay/payee" class="stack roomy" data-keep=words.say("kept-back")>
                    <input type="hidden" name="draft" value=id/>
                    <input type="hidden" name="kind" value=PayeeKind::Abroad.code()/>
                    <input type="hidden" name="way" value=way.code()/>
                    <TextField name="name" label=words.say("payee-name") hint=words.say("abroad-name-hint") value=name
                        kind=Kind::Name problem=name_wrong/>
                    {account}
                    <TextField name="arrives" label=words.say("abroad-arrives-ask") hint=words.say("abroad-arrives-hint")
                        value=arrives kind=Kind::Amount problem=arrives_wrong/>
                    <TextField name="reference" label=words.say("payee-reference")
                        hint=words.say("payee-reference-hint") value=reference problem=reference_wrong/>
                    <div class="actions"><Button label=words.say("continue")/></div>
                </form>
            </PressOnce>
            <p><Link href=which label=words.say("abroad-which-instead")/></p>
            {otherwise}
        </Frame>
    }
    .into_any()
}

/// Which account it is.
fn account(words: Words, way: AbroadWay, currencies: &[Currency], form: &PayeeForm, problems: &Sentences) -> AnyView {
    let currency = || {
        let nothing = (String::new(), words.say("abroad-currency-choose").to_owned());
        let known = currencies.iter().map(|of| (of.code().to_owned(), words.say(currency_name(*of)).to_owned()));
        let options = std::iter::once(nothing).chain(known).collect();
        view! {
            <Select name="currency" label=words.say("abroad-currency") options=options chosen=form.currency.clone()
                problem=problems.at("currency")/>
        }
    };
    let bank = |label: &'static str, hint: &'static str| {
        view! {
            <TextField name="bank" label=words.say(label) hint=words.say(hint) value=form.bank.clone()
                problem=problems.at("bank")/>
        }
    };
    let number = |hint: &'static str| {
        view! {
            <TextField name="number" label=words.say("payee-number") hint=words.say(hint) value=form.number.clone()
                problem=problems.at("number")/>
        }
    };
    match way {
        AbroadWay::Iban => view! {
            <TextField name="iban" label=words.say("payee-iban") hint=words.say("payee-iban-hint")
                value=form.iban.clone() problem=problems.at("iban")/>
            {currency()}
        }
        .into_any(),
        AbroadWay::Cnaps => view! {
            {bank("abroad-cnaps", "abroad-cnaps-hint")}
            {number("abroad-number-china-hint")}
            <p>{words.say("abroad-china")}</p>
        }
        .into_any(),
        AbroadWay::Bic => view! {
            {bank("abroad-bic", "abroad-bic-hint")}
            {number("abroad-number-hint")}
            {currency()}
        }
        .into_any(),
    }
}

const fn currency_name(currency: Currency) -> &'static str {
    match currency {
        Currency::Cny => "currency-cny",
        Currency::Eur => "currency-eur",
        Currency::Gbp => "currency-gbp",
        Currency::Jpy => "currency-jpy",
        Currency::Usd => "currency-usd",
    }
}

/// The rate as it is said: one unit of the one in the other.
fn rate(words: Words, quote: &Quote) -> String {
    let (from, to) = (quote.exchanged.currency.code(), quote.arrives.currency.code());
    let rate = quote.rate.to_string();
    let of = words.moment(quote.of, &context::calendar());
    let values = [("from", from.into()), ("rate", rate.as_str().into()), ("to", to.into()), ("when", of.into())];
    words.with("abroad-rate-is", &values)
}

/// What it costs and what arrives: in both currencies, to the last minor unit.
fn facts(words: Words, quote: &Quote) -> impl IntoView + use<> {
    let Quote { arrives, exchanged, margin, fee, .. } = *quote;
    let margin = words.with("abroad-margin", &[("amount", words.money(margin).into())]);
    let rate = rate(words, quote);
    view! {
        <Fact term=words.say("abroad-arrives")><Amount of=arrives large=true/></Fact>
        <Fact term=words.say("abroad-exchanged")>
            <Amount of=exchanged/><br/><span class="quiet">{rate}</span><br/>
            <span class="quiet">{margin}</span>
        </Fact>
        <Fact term=words.say("abroad-fee")>
            <Amount of=fee/><br/><span class="quiet">{words.say("abroad-shared")}</span>
        </Fact>
    }
}

/// The same of an order, where it is exchanged.
pub(super) fn of_order(words: Words, order: &Order) -> Option<impl IntoView + use<>> {
    order.quote().map(|quote| facts(words, quote))
}

/// What holds of it, before it is approved.
pub(super) fn beforehand(words: Words, order: &Order) -> Option<impl IntoView + use<>> {
    let exchange = order.elsewhere.as_ref()?.exchange.as_ref()?;
    let until = words.moment(exchange.until, &context::calendar());
    let held = words.with("abroad-held", &[("when", until.into())]);
    Some(view! {
        <Notice title=words.say("abroad-before")>
            <p>{held}</p>
            <p>{words.say("abroad-if-refused")}</p>
            <p>{words.say("abroad-if-returned")}</p>
        </Notice>
    })
}

/// The same of a payment, and what came back of it.
pub(in crate::pages) fn of_payment(words: Words, payment: &Payment) -> Option<impl IntoView + use<>> {
    let exchange = payment.exchange.as_ref()?;
    let came = |back: Back| view! { <Fact term=words.say("fact-came-back")><Amount of=back.amount/></Fact> };
    Some((facts(words, &exchange.quote), exchange.back.map(came)))
}

/// The facts of a receipt that is a file.
pub(super) fn on_paper(words: Words, exchange: &Exchange) -> Vec<(String, String)> {
    let quote = &exchange.quote;
    let said = |key, value: String| (words.say(key).to_owned(), value);
    vec![
        said("abroad-arrives", words.money(quote.arrives)),
        said("abroad-exchanged", format!("{} · {}", words.money(quote.exchanged), rate(words, quote))),
        said("abroad-fee", words.money(quote.fee)),
    ]
}
