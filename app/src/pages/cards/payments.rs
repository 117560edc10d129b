//! What a card was used for: what is reserved, what has left, what came to nothing.

use bank::cards::{CardPayment, CardPaymentState, Refused};
use leptos::prelude::*;

use crate::{
    components::{Card, Empty},
    context,
    words::Words,
};

/// What it was presented for, the newest first: first what is still reserved.
pub(super) fn card(words: Words, payments: &[CardPayment]) -> impl IntoView + use<> {
    let (reserved, rest): (Vec<_>, Vec<_>) =
        payments.iter().partition(|payment| matches!(payment.state, CardPaymentState::Reserved(_)));
    let reserved = (!reserved.is_empty()).then(|| {
        let rows = rows(words, &reserved);
        view! {
            <Card title=words.say("card-reserved-title")>
                <p>{words.say("card-reserved-text")}</p>
                <ul class="rows">{rows}</ul>
            </Card>
        }
    });
    let rest = if rest.is_empty() {
        view! { <Empty text=words.say("card-paid-none")/> }.into_any()
    } else {
        let rows = rows(words, &rest);
        view! { <ul class="rows">{rows}</ul> }.into_any()
    };
    view! {
        {reserved}
        <Card title=words.say("card-paid-title")>{rest}</Card>
    }
}

fn rows(words: Words, payments: &[&CardPayment]) -> impl IntoView + use<> {
    let row = |payment: &&CardPayment| {
        let (merchant, amount) = (payment.purchase.merchant.clone(), words.money(payment.amount));
        let (day, state) = (words.date(context::calendar().day(payment.at)), state(words, payment));
        view! {
            <li><div><span><b>{merchant}</b><small>{day}" · "{state}</small></span><span>{amount}</span></div></li>
        }
    };
    payments.iter().map(row).collect_view()
}

/// What has become of it, in words.
fn state(words: Words, payment: &CardPayment) -> String {
    match payment.state {
        CardPaymentState::Reserved(until) => {
            let day = words.day_soon(context::calendar().day(until));
            words.with("card-paid-reserved", &[("day", day.into())])
        }
        CardPaymentState::Paid | CardPaymentState::Asked => words.say("card-paid-left").to_owned(),
        CardPaymentState::Released => words.say("card-paid-released").to_owned(),
        CardPaymentState::Refused(why) => words.say(refusal(why)).to_owned(),
    }
}

/// Why it was refused.
const fn refusal(why: Refused) -> &'static str {
    match why {
        Refused::Coming => "card-refused-coming",
        Refused::Locked => "card-refused-locked",
        Refused::Over => "card-refused-over",
        Refused::Expired => "card-refused-expired",
        Refused::Frozen => "card-refused-frozen",
        Refused::Country => "card-refused-country",
        Refused::Blocked => "card-refused-blocked",
        Refused::Off => "card-refused-off",
        Refused::OverDay => "card-refused-over-day",
        Refused::Account => "card-refused-account",
        Refused::Amount => "card-refused-amount",
        Refused::Withdrawn => "card-refused-withdrawn",
    }
}
