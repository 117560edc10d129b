//! The ledger as a state machine: whatever is asked of it in whatever order, money is neither made nor lost.

use std::collections::HashMap;

use bank::{
    accounts::AccountStatus,
    ledger::{
        Action, Actor, Book, Command, Effects, HoldOrder, IdempotencyKey, LedgerAccount, Limited, Line, Refusal,
        TransferOrder, UNLIMITED,
    },
    limits::Limits,
};
use model::{AccountId, Currency, CustomerId, HoldId, Money, Timestamp, TransferId, forms::HistoryKind};
use proptest::prelude::*;

/// Two currencies; each an internal account that may owe, three open ones, one frozen, one closed.
const ACCOUNTS: i64 = 12;
const OPENING: i64 = 10_000;
const OVERDRAFT: i64 = 2_000;
const PAYMENT_LIMIT: i64 = 5_000;
const DAILY_LIMIT: i64 = 8_000;
const NEW_PAYEE_LIMIT: i64 = 3_000;

fn currency(id: i64) -> Currency {
    if id < ACCOUNTS / 2 { Currency::Gbp } else { Currency::Cny }
}

fn account(id: i64) -> LedgerAccount {
    let role = id % (ACCOUNTS / 2);
    LedgerAccount {
        id: AccountId::new(id),
        currency: currency(id),
        status: match role {
            4 => AccountStatus::Frozen,
            5 => AccountStatus::Closed,
            _ => AccountStatus::Open,
        },
        balance: if role == 0 { -5 * OPENING } else { OPENING },
        held: 0,
        min_balance: match role {
            0 => -UNLIMITED,
            1 => -OVERDRAFT,
            _ => 0,
        },
        version: 0,
        paid_in: 0,
        last_booked_at: Timestamp::EPOCH,
        limits: Limits::new(PAYMENT_LIMIT, DAILY_LIMIT, NEW_PAYEE_LIMIT),
        spent_on: 0,
        spent: 0,
    }
}

fn book() -> Book {
    Book::new((0..ACCOUNTS).map(account), [], [])
}

#[derive(Debug, Clone)]
enum Step {
    Transfer { debit: i64, credit: i64, amount: i64, money: Currency, limited_on: Option<i64> },
    Hold { account: i64, amount: i64, money: Currency },
    Capture { which: prop::sample::Index, credit: i64, amount: i64, from: Option<i64> },
    Release { which: prop::sample::Index },
    Reverse { which: prop::sample::Index },
}

fn amounts() -> impl Strategy<Value = i64> {
    prop_oneof![8 => 1..4_000_i64, 1 => -10..=0_i64, 1 => 5_000..20_000_i64, 1 => Just(i64::MAX)]
}

fn steps() -> impl Strategy<Value = Step> {
    let account = || 0..=ACCOUNTS;
    let money = || prop_oneof![6 => Just(None), 1 => Just(Some(Currency::Jpy))];
    let which = any::<prop::sample::Index>;
    prop_oneof![
        5 => (account(), account(), amounts(), money(), prop::option::of(0..3_i64)).prop_map(
            |(debit, credit, amount, money, limited_on)| Step::Transfer {
                debit,
                credit,
                amount,
                money: money.unwrap_or(currency(debit)),
                limited_on,
            }
        ),
        2 => (account(), amounts(), money())
            .prop_map(|(account, amount, money)| Step::Hold { account, amount, money: money.unwrap_or(currency(account)) }),
        2 => (which(), account(), amounts(), prop::option::weighted(0.1, account()))
            .prop_map(|(which, credit, amount, from)| Step::Capture { which, credit, amount, from }),
        1 => which().prop_map(|which| Step::Release { which }),
        2 => which().prop_map(|which| Step::Reverse { which }),
    ]
}

fn line(party: &str) -> Line {
    Line { party: party.to_owned(), ..Line::default() }
}

fn order(id: i64, debit: i64, credit: i64, amount: Money) -> TransferOrder {
    TransferOrder {
        id: TransferId::new(id),
        debit: AccountId::new(debit),
        credit: AccountId::new(credit),
        amount,
        kind: HistoryKind::Payment,
        debit_line: line("to"),
        credit_line: line("from"),
        original: None,
        limited: None,
        payment: None,
    }
}

/// Limited on that day, to somebody who is known.
fn on(day: i64) -> Limited {
    Limited { day, to_somebody_new: false }
}

fn command(at: i64, action: Action) -> Command {
    Command { key: None, actor: Actor::System, at: Timestamp::from_micros(at), action, outbox: vec![] }
}

/// What the ledger must look like, told again in the simplest words.
#[derive(Default)]
struct Model {
    balances: HashMap<i64, i64>,
    holds: Vec<(i64, i64, Money)>,
    transfers: Vec<(i64, i64, i64, i64, bool)>,
    reversed: Vec<i64>,
}

struct World {
    book: Book,
    model: Model,
    next: i64,
}

impl World {
    fn action(&mut self, step: &Step) -> Action {
        self.next += 1;
        match step {
            Step::Transfer { debit, credit, amount, money, limited_on } => {
                let order = order(self.next, *debit, *credit, Money::new(*amount, *money));
                Action::Transfer(TransferOrder { limited: limited_on.map(on), ..order })
            }
            Step::Hold { account, amount, money } => Action::Hold(HoldOrder {
                id: HoldId::new(self.next),
                account: AccountId::new(*account),
                amount: Money::new(*amount, *money),
                party: "shop".to_owned(),
                expires_at: Timestamp::from_micros(1_000),
                payment: None,
            }),
            Step::Capture { which, credit, amount, from } => {
                let (hold, account, set_aside) = self.hold(*which);
                let money = Money::new(*amount, set_aside.currency);
                Action::Capture {
                    hold: HoldId::new(hold),
                    transfer: order(self.next, from.unwrap_or(account), *credit, money),
                }
            }
            Step::Release { which } => Action::Release { hold: HoldId::new(self.hold(*which).0), payment: None },
            Step::Reverse { which } => {
                let original = self.model.transfers.get(which.index(self.model.transfers.len().max(1)));
                Action::Reverse {
                    original: TransferId::new(original.map_or(999_999, |transfer| transfer.0)),
                    id: TransferId::new(self.next),
                    debit_line: line("back"),
                    credit_line: line("back"),
                    sent_back: None,
                }
            }
        }
    }

    fn hold(&self, which: prop::sample::Index) -> (i64, i64, Money) {
        let open = &self.model.holds;
        open.get(which.index(open.len().max(1))).copied().unwrap_or((888_888, 0, Money::zero(Currency::Gbp)))
    }

    fn accounts(&self) -> Vec<LedgerAccount> {
        (0..ACCOUNTS).map(|id| self.book.account(AccountId::new(id)).unwrap().clone()).collect()
    }

    /// Writes what the effects say into the model, checking them on the way.
    fn write(&mut self, action: &Action, effects: &Effects, before: &[LedgerAccount]) {
        for row in &effects.transfers {
            let reverses = row.reverses.map(TransferId::value);
            self.model.transfers.push((
                row.id.value(),
                row.debit.value(),
                row.credit.value(),
                row.amount,
                reverses.is_some(),
            ));
            self.model.reversed.extend(reverses);
            let sides: Vec<_> = effects.postings.iter().filter(|posting| posting.transfer == row.id).collect();
            assert_eq!(sides.len(), 2);
            assert_eq!((sides[0].account, sides[0].signed_amount), (row.debit, -row.amount));
            assert_eq!((sides[1].account, sides[1].signed_amount), (row.credit, row.amount));
        }
        for posting in &effects.postings {
            let id = posting.account.value();
            let was = &before[usize::try_from(id).unwrap()];
            let balance = self.model.balances.entry(id).or_insert(was.balance);
            *balance += posting.signed_amount;
            assert_eq!(posting.balance_after, *balance);
            assert_eq!(posting.version, was.version + 1);
            assert_eq!(posting.paid_in_after, was.paid_in + posting.signed_amount.max(0));
            assert!(posting.booked_at >= was.last_booked_at);
        }
        if let Action::Hold(hold) = action {
            self.model.holds.push((hold.id.value(), hold.account.value(), hold.amount));
        }
        for (closed, _) in &effects.closed_holds {
            self.model.holds.retain(|(id, ..)| *id != closed.value());
        }
    }

    fn check(&self) {
        let accounts = self.accounts();
        for money in [Currency::Gbp, Currency::Cny] {
            let sum: i64 = accounts.iter().filter(|a| a.currency == money).map(|a| a.balance).sum();
            assert_eq!(sum, 0, "all balances of {money} together");
        }
        for account in &accounts {
            let id = account.id.value();
            let held: i64 = self.model.holds.iter().filter(|(_, on, _)| *on == id).map(|(.., m)| m.minor).sum();
            assert_eq!(account.held, held, "what is held on {id}");
            let opening = self::account(id).balance;
            assert_eq!(account.balance, self.model.balances.get(&id).copied().unwrap_or(opening), "balance of {id}");
            assert!(account.balance - account.held >= account.min_balance, "{id} is below what it may have");
            assert!(account.spent <= DAILY_LIMIT);
        }
        let mut once = self.model.reversed.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), self.model.reversed.len(), "nothing is reversed twice");
    }
}

proptest! {
    #[test]
    fn money_is_neither_made_nor_lost(steps in prop::collection::vec((steps(), 0..50_i64), 1..120)) {
        let mut world = World { book: book(), model: Model::default(), next: 0 };
        for (at, (step, jitter)) in steps.iter().enumerate() {
            let action = world.action(step);
            let before = world.accounts();
            // Clocks of several servers disagree: a command may be older than the one before it.
            let command = command(i64::try_from(at).unwrap() * 10 + jitter, action.clone());
            if let Ok((receipt, effects)) = world.book.decide(&command) {
                prop_assert_eq!(effects.audit.len(), 1);
                prop_assert!(receipt.booked_at >= command.at);
                world.write(&action, &effects, &before);
            } else {
                prop_assert_eq!(world.accounts(), before, "a refusal leaves the book as it was");
            }
            world.check();
        }
    }

    #[test]
    fn a_reversal_puts_the_balances_back(amount in 1..=OPENING) {
        let mut book = book();
        let before = (1..3).map(|id| book.account(AccountId::new(id)).unwrap().balance).collect::<Vec<_>>();
        book.decide(&command(1, Action::Transfer(order(1, 1, 2, Money::new(amount, Currency::Gbp))))).unwrap();
        let reverse = |id| Action::Reverse {
            original: TransferId::new(1),
            id: TransferId::new(id),
            debit_line: line("the one who gets it back reads this"),
            credit_line: line("the one who gives it back reads this"),
            sent_back: None,
        };
        let (_, effects) = book.decide(&command(2, reverse(2))).unwrap();
        let after = (1..3).map(|id| book.account(AccountId::new(id)).unwrap().balance).collect::<Vec<_>>();
        prop_assert_eq!(before, after);
        let read = |account: i64| effects.postings.iter().find(|p| p.account == AccountId::new(account)).unwrap().party.clone();
        prop_assert_eq!(read(1), "the one who gets it back reads this");
        prop_assert_eq!(read(2), "the one who gives it back reads this");
        prop_assert_eq!(book.decide(&command(3, reverse(3))).unwrap_err(), Refusal::NotReversible);
    }
}

fn refused(book: &mut Book, action: Action) -> Refusal {
    book.decide(&command(1, action)).unwrap_err()
}

fn pounds(minor: i64) -> Money {
    Money::new(minor, Currency::Gbp)
}

#[test]
fn each_rule_has_its_refusal() {
    let mut book = book();
    let transfer = |debit, credit, money| Action::Transfer(order(1, debit, credit, money));
    for (action, refusal) in [
        (transfer(1, 2, pounds(0)), Refusal::AmountNotPositive),
        (transfer(1, 2, pounds(-1)), Refusal::AmountNotPositive),
        (transfer(1, 1, pounds(1)), Refusal::SameAccount),
        (transfer(1, 99, pounds(1)), Refusal::Unknown),
        (transfer(4, 2, pounds(1)), Refusal::DebitNotOpen),
        (transfer(5, 2, pounds(1)), Refusal::DebitNotOpen),
        (transfer(1, 5, pounds(1)), Refusal::CreditNotOpen),
        (transfer(1, 7, pounds(1)), Refusal::CurrencyDiffers),
        (transfer(1, 2, Money::new(1, Currency::Jpy)), Refusal::CurrencyDiffers),
        (transfer(2, 1, pounds(OPENING + 1)), Refusal::InsufficientFunds),
        (transfer(1, 2, pounds(OPENING + OVERDRAFT + 1)), Refusal::InsufficientFunds),
        (transfer(0, 2, pounds(i64::MAX)), Refusal::Overflow),
        (Action::Release { hold: HoldId::new(1), payment: None }, Refusal::HoldNotOpen),
    ] {
        assert_eq!(refused(&mut book, action.clone()), refusal, "{action:?}");
    }
    assert_eq!(book.changed().count(), 0);
    book.decide(&command(1, transfer(2, 4, pounds(1)))).expect("a frozen account may be paid");
    book.decide(&command(1, transfer(1, 2, pounds(OPENING + OVERDRAFT)))).expect("an overdraft may be used up");
}

#[test]
fn limits_count_by_day() {
    let mut book = book();
    let mut pay = |id, amount, day: Option<i64>| {
        let order = TransferOrder { limited: day.map(on), ..order(id, 1, 2, pounds(amount)) };
        book.decide(&command(id, Action::Transfer(order))).map(|_| ())
    };
    assert_eq!(pay(1, PAYMENT_LIMIT + 1, Some(7)), Err(Refusal::OverPaymentLimit));
    assert_eq!(pay(2, PAYMENT_LIMIT, Some(7)), Ok(()));
    assert_eq!(pay(3, DAILY_LIMIT - PAYMENT_LIMIT + 1, Some(7)), Err(Refusal::OverDailyLimit));
    assert_eq!(pay(4, 1, None), Ok(()), "what is not limited counts against nothing");
    assert_eq!(pay(5, DAILY_LIMIT - PAYMENT_LIMIT, Some(7)), Ok(()));
    assert_eq!(pay(6, 1, Some(7)), Err(Refusal::OverDailyLimit));
    assert_eq!(pay(7, 1_000, Some(8)), Ok(()), "a new day begins at nothing");
}

#[test]
fn a_day_that_has_begun_does_not_end_again() {
    let mut book = book();
    let mut pay = |id, amount, day| {
        let order = TransferOrder { limited: Some(on(day)), ..order(id, 1, 2, pounds(amount)) };
        book.decide(&command(id, Action::Transfer(order))).map(|_| ())
    };
    assert_eq!(pay(1, PAYMENT_LIMIT, 8), Ok(()));
    let rest = DAILY_LIMIT - PAYMENT_LIMIT;
    assert_eq!(pay(2, rest + 1, 7), Err(Refusal::OverDailyLimit), "a clock that is behind opens no second day");
    assert_eq!(pay(3, rest, 7), Ok(()));
    assert_eq!(pay(4, 1, 8), Err(Refusal::OverDailyLimit));
}

#[test]
fn a_hold_keeps_money_for_one_purpose() {
    let mut book = book();
    let hold = HoldOrder {
        id: HoldId::new(1),
        account: AccountId::new(2),
        amount: pounds(9_000),
        party: "Hotel".to_owned(),
        expires_at: Timestamp::from_micros(1),
        payment: None,
    };
    book.decide(&command(1, Action::Hold(hold.clone()))).unwrap();
    assert_eq!(refused(&mut book, Action::Hold(hold)), Refusal::InsufficientFunds, "there is no more to set aside");
    assert_eq!(refused(&mut book, Action::Transfer(order(2, 2, 1, pounds(1_001)))), Refusal::InsufficientFunds);
    let capture =
        |amount, debit| Action::Capture { hold: HoldId::new(1), transfer: order(3, debit, 0, pounds(amount)) };
    assert_eq!(refused(&mut book, capture(9_001, 2)), Refusal::MoreThanHeld);
    assert_eq!(refused(&mut book, capture(1, 1)), Refusal::HoldNotOpen, "it is on another account");
    let (receipt, effects) = book.decide(&command(2, capture(8_500, 2))).unwrap();
    assert_eq!((receipt.transfer, receipt.hold), (Some(TransferId::new(3)), Some(HoldId::new(1))));
    assert_eq!(effects.closed_holds, vec![(HoldId::new(1), "captured")]);
    let account = book.account(AccountId::new(2)).unwrap();
    assert_eq!((account.balance, account.held), (1_500, 0));
    assert_eq!(refused(&mut book, capture(1, 2)), Refusal::HoldNotOpen, "a hold is closed once");
}

#[test]
fn a_booking_is_never_before_the_last_one() {
    let mut book = book();
    let pay = |id, at| command(at, Action::Transfer(order(id, 1, 2, pounds(1))));
    book.decide(&pay(1, 500)).unwrap();
    let (receipt, _) = book.decide(&pay(2, 400)).unwrap();
    assert_eq!(receipt.booked_at, Timestamp::from_micros(500));
}

#[test]
fn the_key_is_kept_with_the_result() {
    let mut book = book();
    let key = IdempotencyKey {
        principal: CustomerId::new(1),
        operation: "payment",
        key: "k".to_owned(),
        request_hash: [1; 32],
    };
    let pay = Command { key: Some(key.clone()), ..command(1, Action::Transfer(order(1, 1, 2, pounds(1)))) };
    let (receipt, effects) = book.decide(&pay).unwrap();
    assert_eq!(effects.kept, vec![(key, receipt)]);
}

proptest! {
    #[test]
    fn of_several_things_all_are_done_or_none(
        moves in prop::collection::vec((0..ACCOUNTS, 0..ACCOUNTS, 1..12_000_i64), 1..6),
    ) {
        let orders: Vec<TransferOrder> = (1..)
            .zip(&moves)
            .map(|(id, (debit, credit, amount))| order(id, *debit, *credit, Money::new(*amount, currency(*debit))))
            .collect();
        let stand = |book: &Book| (0..ACCOUNTS).map(|id| book.account(AccountId::new(id)).cloned()).collect::<Vec<_>>();
        let mut alone = book();
        let done = orders.iter().all(|order| alone.decide(&command(9, Action::Transfer(order.clone()))).is_ok());
        let mut together = book();
        let actions = orders.iter().cloned().map(Action::Transfer).collect();
        match together.decide(&command(9, Action::Together { actions, sent_back: None })) {
            Ok((receipt, effects)) => {
                prop_assert!(done && stand(&together) == stand(&alone));
                prop_assert_eq!(receipt.transfer, Some(orders[0].id), "the first answers");
                prop_assert_eq!((effects.transfers.len(), effects.audit.len()), (orders.len(), orders.len()));
            }
            Err(_) => prop_assert!(!done && stand(&together) == stand(&book())),
        }
    }
}
