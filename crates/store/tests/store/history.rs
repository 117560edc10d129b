//! Histories: any filter, any page, any month, as somebody with paper and pencil would find them.

use bank::{
    Clock,
    accounts::{Category, Cursor, HistoryQuery, MonthTotal, Totals, Transaction},
    ledger::{Action, Line, TransferOrder},
};
use model::{
    AccountId, CustomerId, Money, Timestamp,
    forms::{Direction, HistoryKind},
};
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, TestRunner},
};

use crate::{
    commands::GBP,
    on_both,
    world::{CASH, World},
};

on_both!(
    every_page_is_what_reading_all_lines_finds,
    months_are_what_adding_all_lines_up_finds,
    the_first_page_of_nothing_is_empty,
    the_latest_lines_come_from_all_accounts,
);

const PARTIES: [&str; 6] = ["Café Éclair", "CAFÉ ÉCLAIR", "陈记超市", "Northern Rail", "northern gas", "100% Öl_Markt"];
const LINES: usize = 160;

/// An account with many different lines, some of them at the same moment.
pub async fn busy_account(world: &World) -> (CustomerId, AccountId) {
    let (owner, account) = world.person("Ann").await;
    world.pay_in(account, 1_000_000).await;
    let mut sent = Vec::new();
    for place in 1..LINES {
        if place % 3 != 0 {
            world.clock.forward(86_400_000_000 * 2);
        }
        let line = |party: &str| Line {
            party: party.to_owned(),
            reference: format!("No. {place}"),
            category: Category::ALL[place % Category::ALL.len()],
        };
        let (debit, credit) = if place % 4 == 0 { (CASH, account) } else { (account, CASH) };
        let party = PARTIES[place % PARTIES.len()];
        let order = TransferOrder {
            kind: HistoryKind::ALL[place % HistoryKind::ALL.len()],
            debit_line: line(party),
            credit_line: line(party),
            ..world.order(debit, credit, i64::try_from(place * 37 % 400 + 1).expect("it is small"))
        };
        let (ledger, command) = (world.ports.ledger.clone(), world.command(Action::Transfer(order)));
        // All at once, so that few commits hold them all.
        sent.push(tokio::spawn(async move { ledger.submit(command).await }));
    }
    for one in sent {
        one.await.expect("a client ends").expect("there is money");
    }
    (owner, account)
}

/// The newest `limit` lines, whatever they are.
pub fn newest(limit: u32) -> HistoryQuery {
    HistoryQuery {
        from: None,
        before: None,
        kind: None,
        direction: None,
        min_minor: None,
        max_minor: None,
        text: String::new(),
        text_minor: None,
        totals: false,
        cursor: Cursor::Newest,
        limit,
    }
}

pub async fn all_lines(world: &World, owner: CustomerId, account: AccountId) -> Vec<Transaction> {
    let query = newest(10_000);
    world.ports.accounts.history(owner, account, &query).await.expect("the store answers").lines
}

fn fits(line: &Transaction, query: &HistoryQuery) -> bool {
    let size = line.amount.minor.abs();
    let holds = |text: &str| text.to_lowercase().contains(&query.text);
    query.from.is_none_or(|from| line.booked_at >= from)
        && query.before.is_none_or(|before| line.booked_at < before)
        && query.kind.is_none_or(|kind| line.kind == kind)
        && query.direction.is_none_or(|way| (way == Direction::In) == (line.amount.minor > 0))
        && query.min_minor.is_none_or(|min| size >= min)
        && query.max_minor.is_none_or(|max| size <= max)
        && (query.text.is_empty() || holds(&line.party) || holds(&line.reference) || query.text_minor == Some(size))
}

/// What somebody with paper and pencil adds up.
fn added_up(lines: &[Transaction]) -> Totals {
    let sum = |minor: &mut dyn Iterator<Item = i64>| Money::new(minor.sum(), GBP);
    Totals {
        lines: i64::try_from(lines.len()).expect("it is small"),
        paid_in: sum(&mut lines.iter().map(|line| line.amount.minor.max(0))),
        paid_out: sum(&mut lines.iter().map(|line| -line.amount.minor.min(0))),
    }
}

fn queries(first: i64, last: i64) -> impl Strategy<Value = HistoryQuery> {
    let moment = prop::option::weighted(0.4, (first - 1_000..last + 1_000).prop_map(Timestamp::from_micros));
    let kind = prop::option::weighted(0.2, prop::sample::select(HistoryKind::ALL));
    let direction = prop::option::weighted(0.3, prop::sample::select(Direction::ALL));
    let size = prop::option::weighted(0.3, 0..420_i64);
    let texts = ["", "", "", "café", "éclair", "陈记", "north", "no. 1", "%", "öl_m", "nothing like it"];
    let version = 0..i64::try_from(LINES).expect("it is small") + 3;
    let cursor = prop_oneof![
        Just(Cursor::Newest),
        version.clone().prop_map(Cursor::OlderThan),
        version.prop_map(Cursor::NewerThan),
    ];
    (
        (moment.clone(), moment, kind, direction),
        (size.clone(), size.clone()),
        (prop::sample::select(texts.to_vec()), size),
        (cursor, 1..30_u32, any::<bool>()),
    )
        .prop_map(|(when_and_what, (min_minor, max_minor), (text, text_minor), (cursor, limit, totals))| {
            let (from, before, kind, direction) = when_and_what;
            let text = text.to_owned();
            HistoryQuery {
                from,
                before,
                kind,
                direction,
                min_minor,
                max_minor,
                text,
                text_minor,
                totals,
                cursor,
                limit,
            }
        })
}

async fn every_page_is_what_reading_all_lines_finds(world: World) {
    let (owner, account) = busy_account(&world).await;
    let all = all_lines(&world, owner, account).await;
    assert_eq!(all.len(), LINES);
    let (first, last) = (all[LINES - 1].booked_at.micros(), all[0].booked_at.micros());
    let mut runner = TestRunner::new(Config::default());
    let strategy = queries(first, last);
    for _ in 0..300 {
        let query = strategy.new_tree(&mut runner).expect("a query is made").current();
        let fitting: Vec<_> = all.iter().filter(|line| fits(line, &query)).cloned().collect();
        let limit = query.limit as usize;
        let newer = |version: i64| fitting.iter().filter(move |line| line.version > version).count();
        let (lines, has_newer, has_older) = match query.cursor {
            Cursor::Newest => (&fitting[..limit.min(fitting.len())], false, fitting.len() > limit),
            Cursor::OlderThan(version) => {
                let start = newer(version - 1);
                let end = (start + limit).min(fitting.len());
                (&fitting[start..end], start > 0, end < fitting.len())
            }
            Cursor::NewerThan(version) => {
                let end = newer(version);
                let start = end.saturating_sub(limit);
                (&fitting[start..end], start > 0, end < fitting.len())
            }
        };
        let page = world.ports.accounts.history(owner, account, &query).await.expect("the store answers");
        assert_eq!(page.lines, lines, "{query:?}");
        assert_eq!((page.has_newer, page.has_older), (has_newer, has_older), "{query:?}");
        assert_eq!(page.totals, query.totals.then(|| added_up(&fitting)), "{query:?}");
    }
}

async fn months_are_what_adding_all_lines_up_finds(world: World) {
    let (owner, account) = busy_account(&world).await;
    let all = all_lines(&world, owner, account).await;
    let calendar = bank::Calendar::in_zone("Europe/London").expect("a zone");
    let today = calendar.day(world.clock.now());
    let months = bank::Calendar::months_until(today, 12);
    let mut moments: Vec<_> = months.iter().map(|month| calendar.start_of(*month)).collect();
    moments.push(Timestamp::from_micros(i64::MAX));
    let page = world.ports.accounts.first_page(owner, account, 50, &moments).await.expect("the store answers");
    assert_eq!(page.history.lines, all[..50]);
    assert!(page.history.has_older && !page.history.has_newer);

    let totals = MonthTotal::between(&months, &page.standings, GBP);
    for (total, pair) in totals.iter().zip(moments.windows(2)) {
        let within = all.iter().filter(|line| (pair[0]..pair[1]).contains(&line.booked_at));
        let (mut paid_in, mut paid_out) = (0, 0);
        for line in within {
            paid_in += line.amount.minor.max(0);
            paid_out -= line.amount.minor.min(0);
        }
        assert_eq!((total.paid_in.minor, total.paid_out.minor), (paid_in, paid_out), "{}", total.month);
    }
    assert!(totals.iter().any(|total| total.paid_in.minor > 0 && total.paid_out.minor > 0));
}

async fn the_first_page_of_nothing_is_empty(world: World) {
    let (owner, account) = world.person("Ann").await;
    let moments = [world.clock.now(), Timestamp::from_micros(i64::MAX)];
    let page = world.ports.accounts.first_page(owner, account, 50, &moments).await.expect("the store answers");
    assert!(page.history.lines.is_empty() && page.holds.is_empty());
    assert_eq!(page.standings, vec![bank::accounts::Standing::default(); 2]);
    assert!(!page.history.has_older && !page.history.has_newer);

    let (hold, command) = {
        world.pay_in(account, 70).await;
        world.hold(account, 30)
    };
    world.submit(command).await.expect("there is money");
    let page = world.ports.accounts.first_page(owner, account, 1, &moments).await.expect("the store answers");
    assert_eq!((page.history.lines.len(), page.history.has_older), (1, false));
    assert_eq!(page.standings[1].balance, 70);
    assert_eq!(page.holds.iter().map(|held| held.amount.minor).collect::<Vec<_>>(), [30]);
    world.submit(world.command(Action::Release { hold, payment: None })).await.expect("it is open");
    let page = world.ports.accounts.first_page(owner, account, 1, &moments).await.expect("the store answers");
    assert!(page.holds.is_empty());
}

async fn the_latest_lines_come_from_all_accounts(world: World) {
    let (owner, first) = world.person("Ann").await;
    let second = AccountId::new(world.ids.next());
    let opened = world.new_account(second, Some(world.number()), bank::accounts::AccountKind::Savings, &[owner]);
    world.keep(store::bulk::Batch { accounts: vec![opened], ..store::bulk::Batch::default() }).await;
    for place in 0..8 {
        world.clock.forward(1_000_000);
        world.pay_in(if place % 3 == 0 { second } else { first }, place + 1).await;
    }
    let latest = world.ports.accounts.latest(owner, 5).await.expect("the store answers");
    assert_eq!(latest.iter().map(|line| line.amount.minor).collect::<Vec<_>>(), [8, 7, 6, 5, 4]);
    assert_eq!(latest.iter().filter(|line| line.account == second).count(), 2);
}
