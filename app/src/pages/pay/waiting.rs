//! Payments that wait: until when they can be called off, why they wait, and calling them off.

use bank::{
    Error,
    payments::{Payment, Receipt},
    waits::{self, Wait, WaitReason},
};
use leptos::prelude::*;
use model::{PaymentId, Timestamp};

use super::{abroad, actions::named, steps};
use crate::{
    components::{
        Amount, Button, Call, Card, Fact, Facts, Frame, Link, LinkButton, Look, Notice, PageHeading, Place, Tone, aloud,
    },
    context, outcome,
    pages::{accounts::account_name, you::WAITING},
    words::Words,
};

/// The page of a payment that waits.
pub(super) fn page(words: Words, receipt: Receipt, wait: Wait) -> AnyView {
    let id = receipt.payment.id.to_string();
    let title = words.say("waiting-title");
    let change = (wait.reason == WaitReason::Own)
        .then(|| view! { <p><Link href=WAITING label=words.say("waiting-change")/></p> });
    view! {
        <Frame title=title place=Place::Pay narrow=true>
            <PageHeading title=title back=("/pay".to_owned(), words.say("scheduled-back").to_owned())/>
            <Notice title=left(words, wait.until, context::visitor().now()) tone=Tone::Caution>
                <p>{words.say(why(wait.reason))}</p>
                <p>{words.say("waiting-can")}</p>
            </Notice>
            <section class="card">
                {facts(words, &receipt, words.say("waiting-leaves"), wait.until)}
                {aloud::section()}
                <div class="actions">
                    <LinkButton href="/" label=words.say("waiting-keep")/>
                    <form method="post" action="/do/payments/call-off" role="none">
                        <input type="hidden" name="payment" value=id/>
                        <Button label=words.say("waiting-call-off") look=Look::Second/>
                    </form>
                </div>
            </section>
            {change}
            <section>
                <p>{words.say("waiting-pressed")}</p>
                <Call/>
            </section>
        </Frame>
    }
    .into_any()
}

/// The page of one that was called off.
pub(super) fn called_off(words: Words, receipt: Receipt) -> AnyView {
    let title = words.say("called-off-title");
    let payment = &receipt.payment;
    let at = payment.wait.and_then(|wait| wait.ended_at).unwrap_or(payment.approved_at);
    view! {
        <Frame title=title place=Place::Pay narrow=true>
            <PageHeading title=title back=("/pay".to_owned(), words.say("scheduled-back").to_owned())/>
            <p>{words.say("called-off")}</p>
            <section class="card">
                {facts(words, &receipt, words.say("called-off-at"), at)}
                {aloud::section()}
                <div class="actions"><LinkButton href="/" label=words.say("receipt-home")/></div>
            </section>
        </Frame>
    }
    .into_any()
}

fn facts(words: Words, receipt: &Receipt, when: &'static str, at: Timestamp) -> impl IntoView + use<> {
    let payment = &receipt.payment;
    let (amount, payee, number) = (payment.amount, payment.payee.clone(), payment.payee_number.to_string());
    let from = receipt.from.as_ref().map(|from| account_name(words, from));
    let at = aloud::said(words, |words| words.moment(at, &context::calendar()));
    let reference = (!payment.reference.is_empty()).then(|| {
        let reference = payment.reference.clone();
        view! { <Fact term=words.say("fact-reference")>{reference}</Fact> }
    });
    let exchanged = abroad::of_payment(words, payment);
    view! {
        <Facts>
            <Fact term=words.say("waiting-amount")><Amount of=amount large=true/></Fact>
            {exchanged}
            <Fact term=words.say("fact-to")>{payee}<br/><span class="quiet">{number}</span></Fact>
            <Fact term=words.say("fact-from")>{from}</Fact>
            <Fact term=when>{at}</Fact>
            {reference}
        </Facts>
    }
}

/// After how many seconds something must have been in its way.
const LATE_S: i64 = 120;

/// How long it is until it leaves, in words: hours, and minutes in the last one.
fn left(words: Words, until: Timestamp, now: Timestamp) -> String {
    let seconds = until.seconds_since(now);
    if seconds < -LATE_S {
        return words.say("waiting-late").to_owned();
    }
    let minutes = (seconds + 59) / 60;
    if minutes < 1 {
        return words.say("waiting-now").to_owned();
    }
    let (key, count) = if minutes < 60 { ("waiting-minutes", minutes) } else { ("waiting-hours", (minutes + 30) / 60) };
    words.with(key, &[("count", count.into())])
}

/// The key of why it waits.
pub(in crate::pages) const fn why(reason: WaitReason) -> &'static str {
    match reason {
        WaitReason::Own => "waiting-why-own",
        WaitReason::Drain => "waiting-why-drain",
        WaitReason::Safety => "waiting-why-safety",
        WaitReason::Investment => "waiting-why-investment",
        WaitReason::Large => "waiting-why-large",
        WaitReason::Second | WaitReason::Refused => "waiting-why-second",
        WaitReason::Agreed => "waiting-why-agreed",
    }
}

/// The person's payments that wait. Nothing where none does.
#[component]
pub fn WaitingPayments(
    /// The payments, the one that leaves first at the top.
    payments: Vec<Payment>,
) -> impl IntoView {
    if payments.is_empty() {
        return ().into_any();
    }
    let words = context::words();
    let row = |payment: Payment| {
        let until = payment.wait.map(|wait| words.moment(wait.until, &context::calendar())).unwrap_or_default();
        let for_a_person = payment.wait.is_some_and(|wait| wait.reason.is_for_a_person());
        let key = if for_a_person { "waiting-until-second" } else { "waiting-until" };
        let (leaves, amount) = (words.with(key, &[("when", until.into())]), payment.amount);
        view! {
            <li>
                <a href=steps::receipt(payment.id)>
                    <span><b>{payment.payee}</b><small>{leaves}</small></span>
                    <span><Amount of=amount/></span>
                </a>
            </li>
        }
    };
    let rows = payments.into_iter().map(row).collect_view();
    view! {
        <Card title=words.say("waiting-list")>
            <p>{words.say("waiting-list-text")}</p>
            <ul class="rows">{rows}</ul>
        </Card>
    }
    .into_any()
}

/// Calls off a payment that waits.
#[server(prefix = "/do", endpoint = "payments/call-off")]
pub async fn call_off_payment(
    /// Which payment.
    #[server(default)]
    payment: String,
) -> Result<(), ServerFnError> {
    let id = named(&payment);
    outcome::finished(call_off(id).await, &steps::receipt(id));
    Ok(())
}

async fn call_off(id: PaymentId) -> Result<(), Error> {
    let person = context::person()?;
    waits::call_off(&context::bank(), person.id, id).await
}

/// What of the person waits. Where nothing is set aside on any of their accounts, nothing does.
pub(in crate::pages) async fn waiting(
    bank: &bank::Bank,
    owner: model::CustomerId,
    accounts: &[bank::accounts::Account],
) -> Result<Vec<Payment>, Error> {
    if accounts.iter().all(|account| account.held.minor == 0) {
        return Ok(Vec::new());
    }
    waits::waiting(bank, owner).await
}

#[cfg(test)]
mod tests {
    use model::Language;

    use super::*;

    #[test]
    fn the_time_that_is_left_is_said_in_hours_and_then_in_minutes() {
        let words = Words::of(Language::En);
        let said = |seconds| left(words, Timestamp::EPOCH.plus_seconds(seconds), Timestamp::EPOCH);
        assert_eq!(said(24 * 3_600 - 2), "It leaves in about 24 hours");
        assert_eq!(said(3_600), "It leaves in about one hour");
        assert_eq!(said(3_599), "It leaves in about one hour");
        assert_eq!(said(1_800), "It leaves in 30 minutes");
        assert_eq!(said(59), "It leaves in one minute");
        assert_eq!(said(-5), "It leaves now");
        assert!(said(-LATE_S - 1).starts_with("It could not leave yet"));
    }
}
