//! From what is known to what is done with it.

use jiff::ToSpan;
use model::{AccountId, time::Date};

use super::{
    state::{Known, Topic},
    turn::{Action, Payment, Question, Slot, Turn, Why, Wrong},
};
use crate::{
    entities::{Days, Person},
    intent::{Intent, Kind},
    knowledge,
    language::Spoken,
};

/// How far back it is looked for wages, in days.
const WAGES: i64 = 35;

/// What has to be known for an intent, in the order in which it is asked for.
const fn needed(intent: Intent) -> &'static [Slot] {
    match intent {
        Intent::PayPerson => &[Slot::Payee, Slot::Amount],
        Intent::PayLater => &[Slot::Payee, Slot::Amount, Slot::Day],
        Intent::StandingOrder => &[Slot::Payee, Slot::Amount, Slot::Every],
        Intent::PayAgain | Intent::FindPayment => &[Slot::Payee],
        Intent::TransferOwn => &[Slot::ToAccount, Slot::Account, Slot::Amount],
        Intent::RequestMoney | Intent::SplitBill => &[Slot::Amount],
        Intent::AccountDetails | Intent::Statement => &[Slot::Account],
        _ => &[],
    }
}

/// Whether an intent has any use for a slot: what has none is not asked about.
pub const fn takes(intent: Intent, slot: Slot) -> bool {
    match slot {
        Slot::Payee => !matches!(
            intent,
            Intent::Balance
                | Intent::Available
                | Intent::RecentPayments
                | Intent::ComingUp
                | Intent::AccountDetails
                | Intent::LimitsShow
                | Intent::MessageStatus
                | Intent::Interest
                | Intent::TransferOwn
                | Intent::SplitBill
                | Intent::LowerLimit
                | Intent::RaiseLimit
                | Intent::Freeze
                | Intent::Unfreeze
                | Intent::Complaint
                | Intent::Statement
        ),
        Slot::ToAccount => matches!(intent, Intent::TransferOwn),
        _ => true,
    }
}

/// What is still to be asked for.
pub fn missing(topic: &Topic, person: &Person) -> Option<Slot> {
    let (intent, known) = (topic.intent, &topic.known);
    let moot = |slot: Slot| match slot {
        Slot::Account | Slot::ToAccount => person.accounts.len() < 2,
        // A payment is found by its amount or its day as well.
        Slot::Payee if intent == Intent::FindPayment => {
            known.amount.is_some() || known.time.is_some() || known.category.is_some()
        }
        _ => false,
    };
    let mut all = needed(intent).iter().chain(&topic.wanted).copied();
    all.find(|slot| !known.has(*slot) && !topic.skipped.contains(slot) && !moot(*slot))
}

/// Whether an intent is to pay: what was said of it goes onto the page that pays.
pub const fn pays(intent: Intent) -> bool {
    matches!(
        intent,
        Intent::PayPerson | Intent::PayLater | Intent::StandingOrder | Intent::PayAgain | Intent::TransferOwn
    )
}

/// What follows from what was said without being said: of two accounts, the one that is not named is the other.
pub fn deduce(topic: &mut Topic, person: &Person) {
    if matches!(topic.intent, Intent::PayPerson | Intent::PayLater | Intent::StandingOrder | Intent::TransferOwn) {
        // Nothing is paid on a day that is over: "for yesterday's lunch" says what for.
        topic.known.time = topic.known.time.filter(|time| time.coming.first >= person.today);
    }
    if topic.intent != Intent::TransferOwn {
        // "What is in my savings": only where money is moved between two is one of them where it goes.
        let named = topic.known.to_account.take();
        topic.known.account = named.or(topic.known.account);
        return;
    }
    let known = &mut topic.known;
    if known.account.is_some() && known.account == known.to_account {
        // Nothing moves from an account to itself.
        known.account = None;
        return;
    }
    let [one, other] = &person.accounts[..] else { return };
    let opposite = |id: AccountId| if id == one.id { other.id } else { one.id };
    match (known.account, known.to_account) {
        (None, Some(to)) => known.account = Some(opposite(to)),
        (Some(from), None) => known.to_account = Some(opposite(from)),
        _ => {}
    }
}

/// What is done when nothing is missing.
pub fn turn(topic: &Topic, person: &Person, text: &str, language: Spoken) -> Turn {
    let intent = topic.intent;
    match intent.kind() {
        Kind::Answer => Turn::Answer(question(intent, &topic.known, person)),
        Kind::Prepare => Turn::Prepare(action(intent, &topic.known)),
        Kind::Person => Turn::Person { why: Why::Intent(intent) },
        Kind::Talk => Turn::Smalltalk(intent),
        Kind::Article => match knowledge::about(intent, text, language) {
            Some(article) => Turn::Article { slug: article.slug.to_owned() },
            // What nothing is written about is a question for a person.
            None => Turn::Person { why: Why::Intent(intent) },
        },
    }
}

fn question(intent: Intent, known: &Known, person: &Person) -> Question {
    let Known { who, place, category, amount, account, time, .. } = known.clone();
    let account = account.or(known.to_account);
    let days = time.map(|time| time.past);
    let month = days.unwrap_or_else(|| this_month(person.today));
    match intent {
        Intent::Balance => Question::Balance { account },
        Intent::Available => Question::Available { account },
        Intent::Spending => Question::Spending { place, to: who, category, days: month },
        Intent::SpendingCompare => {
            Question::SpendingCompare { place, to: who, category, days: month, before: before(month) }
        }
        Intent::Income => Question::Income { from: who, days: month },
        Intent::PensionArrived => {
            let days = days.unwrap_or_else(|| Days { first: earlier(person.today, WAGES), last: person.today });
            Question::IncomeArrived { from: who, days }
        }
        Intent::FindPayment => Question::FindPayment { who, place, amount, days },
        Intent::ComingUp => Question::ComingUp { account, days: time.map(|time| time.coming) },
        Intent::NextPayment => Question::NextPayment { to: who, place },
        Intent::PaymentArrived => Question::PaymentArrived { to: who, amount, days },
        Intent::PaymentWaiting => Question::PaymentWaiting { to: who },
        Intent::AccountDetails => Question::AccountDetails { account },
        Intent::LimitsShow => Question::Limits { account },
        Intent::RequestPaid => Question::RequestPaid { by: who, amount },
        Intent::MessageStatus => Question::MessageStatus,
        Intent::Interest => Question::Interest { account, days },
        _ => Question::Recent { account, days },
    }
}

fn action(intent: Intent, known: &Known) -> Action {
    let Known { who, place, amount, account, to_account, time, every, reference, .. } = known.clone();
    let (day, days) = (time.map(|time| time.coming.first), time.map(|time| time.past));
    match intent {
        Intent::PayPerson | Intent::PayLater | Intent::StandingOrder => {
            Action::Pay(Payment { to: who, amount, from: account, day, every, reference })
        }
        Intent::PayAgain => Action::PayAgain(Payment { to: who, amount, from: account, day, every, reference }),
        Intent::TransferOwn => Action::Transfer { from: account, to: to_account, amount, day },
        Intent::ChangePlanned => Action::ChangePlanned { to: who, place },
        Intent::StopPlanned => Action::StopPlanned { to: who, place },
        Intent::CallOff => Action::CallOff { to: who, amount },
        Intent::RequestMoney => Action::Request { from: who, amount, reference },
        Intent::SplitBill => Action::Split { amount, reference },
        Intent::LowerLimit | Intent::RaiseLimit => {
            Action::Limit { account, raise: intent == Intent::RaiseLimit, amount }
        }
        Intent::Freeze => Action::Freeze,
        Intent::Unfreeze => Action::Unfreeze,
        Intent::DisputePayment | Intent::WrongPerson | Intent::DuplicatePayment => {
            let why = match intent {
                Intent::WrongPerson => Wrong::WrongPerson,
                Intent::DuplicatePayment => Wrong::Twice,
                _ => Wrong::NotMine,
            };
            Action::Dispute { why, who, place, amount, days }
        }
        Intent::Complaint => Action::Complaint,
        Intent::Statement => Action::Statement { account, days },
        Intent::Confirmation => Action::Confirmation { to: who, amount, days },
        Intent::Payees => Action::Payees { who },
        other => Action::Open(other),
    }
}

/// From the first of the month to today.
fn this_month(today: Date) -> Days {
    Days { first: today.first_of_month(), last: today }
}

/// The span before one: the month before a month or the part of one since its first, otherwise as many days.
fn before(days: Days) -> Days {
    let Days { first, last } = days;
    if first.day() == 1 && first.first_of_month() == last.first_of_month() {
        let previous = earlier(first, 1);
        let whole = last == last.last_of_month();
        let end = if whole {
            previous
        } else {
            previous.with().day(last.day().min(previous.day())).build().unwrap_or(previous)
        };
        return Days { first: previous.first_of_month(), last: end };
    }
    let length = i64::from(last.since(first).map_or(0, |span| span.get_days())) + 1;
    Days { first: earlier(first, length), last: earlier(first, 1) }
}

/// So many days earlier; the day itself at the end of the calendar.
fn earlier(day: Date, days: i64) -> Date {
    day.checked_sub(days.days()).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_span_is_compared_with_the_one_before_it() {
        let span = |first, last| Days { first, last };
        assert_eq!(before(span(date(2026, 11, 1), date(2026, 11, 27))), span(date(2026, 10, 1), date(2026, 10, 27)));
        assert_eq!(before(span(date(2026, 3, 1), date(2026, 3, 31))), span(date(2026, 2, 1), date(2026, 2, 28)));
        assert_eq!(before(span(date(2026, 3, 1), date(2026, 3, 30))), span(date(2026, 2, 1), date(2026, 2, 28)));
        assert_eq!(before(span(date(2026, 11, 23), date(2026, 11, 29))), span(date(2026, 11, 16), date(2026, 11, 22)));
    }
}
