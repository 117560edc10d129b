//! Every life, over many seeds and on many days, as its owner would read it.

use std::collections::{BTreeMap, BTreeSet};

use bank::{Calendar, accounts::occurrences, ledger::Posting};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use model::{AccountId, Timestamp};

use super::town;
use crate::settle::{Rows, settle};

fn london() -> Calendar {
    Calendar::in_zone("Europe/London").unwrap()
}

fn rows(seed: u64, today: Date) -> Rows {
    settle(town(seed, today, london()))
}

fn of_customers(rows: &Rows) -> BTreeMap<AccountId, Vec<&Posting>> {
    let mut by_account: BTreeMap<_, Vec<_>> =
        rows.accounts.iter().filter(|account| account.number.is_some()).map(|account| (account.id, vec![])).collect();
    for posting in &rows.postings {
        by_account.entry(posting.account).and_modify(|lines| lines.push(posting));
    }
    by_account
}

#[test]
fn nobody_ever_owes_and_everything_that_must_be_paid_is() {
    let days = [date(2024, 2, 29), date(2025, 12, 31), date(2026, 1, 1), date(2026, 3, 30), date(2026, 8, 15)];
    for seed in 0..8 {
        for today in days {
            let rows = rows(seed, today);
            let unpaid: Vec<_> = rows.unpaid.iter().map(|entry| (entry.at, &entry.line.party)).collect();
            assert!(unpaid.is_empty(), "seed {seed} on {today}: {unpaid:?}");
            for (account, lines) in of_customers(&rows) {
                assert!(lines.iter().all(|line| line.balance_after >= 0), "{account}, seed {seed} on {today}");
            }
        }
    }
}

#[test]
fn everybody_has_two_years_up_to_yesterday() {
    let today = date(2026, 11, 22);
    let (calendar, rows) = (london(), rows(1, today));
    for (account, lines) in of_customers(&rows) {
        let months: BTreeSet<Date> = lines.iter().map(|line| calendar.day(line.booked_at).first_of_month()).collect();
        assert_eq!(months.len(), 25, "{account}: 24 whole months and this one");
        assert!(lines.iter().all(|line| line.booked_at < calendar.start_of(today).plus_seconds(60)));
        assert!(lines.windows(2).all(|pair| pair[0].booked_at <= pair[1].booked_at));
    }
}

#[test]
fn the_same_seed_and_day_give_the_same_rows() {
    let today = date(2026, 11, 22);
    let (first, again, other) = (rows(1, today), rows(1, today), rows(2, today));
    assert_eq!(first.postings, again.postings);
    assert_eq!(first.payments, again.payments);
    assert_eq!(first.standings, again.standings);
    assert_ne!(first.postings, other.postings);
}

#[test]
fn all_sums_are_nothing_and_every_line_follows_from_the_last() {
    let rows = rows(3, date(2026, 11, 22));
    let mut sums = BTreeMap::new();
    for standing in &rows.standings {
        *sums.entry(standing.currency).or_insert(0) += standing.balance;
    }
    assert!(sums.values().all(|sum| *sum == 0), "{sums:?}");
    for standing in &rows.standings {
        let lines: Vec<_> = rows.postings.iter().filter(|line| line.account == standing.id).collect();
        assert_eq!(i64::try_from(lines.len()).unwrap(), standing.version);
        let mut balance = 0;
        for (version, line) in (1..).zip(&lines) {
            balance += line.signed_amount;
            assert_eq!((line.version, line.balance_after), (version, balance));
        }
        assert_eq!(balance, standing.balance);
    }
    let ids: BTreeSet<_> = rows.transfers.iter().map(|transfer| transfer.row.id).collect();
    assert_eq!(ids.len(), rows.transfers.len());
    assert_eq!(rows.postings.len(), 2 * rows.transfers.len());
}

#[test]
fn what_is_coming_is_what_came_before() {
    // The twenty-eighth is a day of standing orders, and of wages.
    for today in [date(2026, 11, 22), date(2026, 10, 28), date(2026, 7, 1)] {
        came_before(today);
    }
}

fn came_before(today: Date) {
    let (calendar, rows) = (london(), rows(1, today));
    let by_account = of_customers(&rows);
    let mut expected = 0;
    for new in &rows.regular {
        let regular = &new.regular;
        let soon = occurrences(regular, today, today.saturating_add(14.days()));
        expected += soon.len();
        let lines = &by_account[&regular.account];
        assert!(lines.iter().any(|line| line.party == regular.party), "{} was there before", regular.party);
        let before = occurrences(regular, today.saturating_sub(60.days()), today);
        for coming in before {
            let came = |line: &&&Posting| line.party == regular.party && calendar.day(line.booked_at) == coming.day;
            assert!(lines.iter().any(|line| came(&line)), "{} on {}", regular.party, coming.day);
        }
    }
    for schedule in &rows.schedules {
        let next = schedule.next().expect("it goes on");
        assert!(next > today, "{next} is still to come");
        let last = schedule.timing.day(schedule.done - 1).expect("it has been going on");
        let paid =
            |line: &&Posting| -line.signed_amount == schedule.amount.minor && calendar.day(line.booked_at) == last;
        assert!(by_account[&schedule.from].iter().any(paid), "{} on {last}", schedule.payee);
        expected += 1;
    }
    assert!(expected > 20, "the next two weeks are not empty: {expected}");
}

#[test]
fn lives_differ_as_lives_do() {
    let rows = rows(1, date(2026, 11, 22));
    let lines = |name: &str| {
        let account = rows.accounts.iter().find(|account| account.name == name).unwrap().id;
        of_customers(&rows)[&account].clone()
    };
    assert!(lines("Hart & Daughter Bakery").len() > 2_000, "a shop has thousands of lines");
    let abroad = rows.transfers.iter().filter(|transfer| transfer.row.original_currency.is_some()).count();
    assert!(abroad > 30, "the amounts paid abroad are kept: {abroad}");
    let refunds = rows.postings.iter().filter(|line| line.kind == model::forms::HistoryKind::Refund).count();
    assert!(refunds > 20, "things are given back: {refunds}");
    assert!(rows.payments.len() > 60 && rows.holds.len() >= 6);
    let joint = rows.accounts.iter().find(|account| account.name == "Household").unwrap();
    assert_eq!(joint.owners.len(), 2);
    let odd = lines("日常账户").iter().filter(|line| line.signed_amount % 100 != 0).count();
    assert!(odd * 2 > lines("日常账户").len(), "most sums are not round");
    assert!(rows.holds.iter().all(|hold| hold.order.expires_at > Timestamp::EPOCH));
}

#[test]
fn what_is_pending_on_a_card_is_set_aside_and_what_it_paid_has_left() {
    let rows = rows(1, date(2026, 11, 22));
    let cards: BTreeSet<_> = rows.cards.iter().map(|card| card.id).collect();
    assert_eq!(cards.len(), rows.cards.len());
    for payment in &rows.card_payments {
        assert!(cards.contains(&payment.purchase.card));
        if let Some(transfer) = payment.transfer {
            let left = rows.postings.iter().find(|line| line.transfer == transfer && line.signed_amount < 0);
            let left = left.expect("it has left");
            assert_eq!((-left.signed_amount, &left.party), (payment.amount.minor, &payment.purchase.merchant));
        } else {
            let hold = rows.holds.iter().find(|hold| hold.order.id == payment.hold).expect("it is set aside");
            assert_eq!((hold.order.amount, &hold.order.party), (payment.amount, &payment.purchase.merchant));
        }
    }
    let pending = rows.card_payments.iter().filter(|payment| payment.transfer.is_none()).count();
    assert_eq!(pending, rows.holds.len(), "whatever is set aside, a card has");
}
