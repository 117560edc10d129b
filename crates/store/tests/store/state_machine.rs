//! The real ledger against a model of a few maps: whatever is asked, both say the same, and the books balance.

use std::collections::HashMap;

use bank::{
    Clock,
    ledger::{Action, Command, HoldOrder, LedgerError, Limited, Receipt, Refusal, TransferOrder},
    payments::{Payment, PaymentState},
    waits::Wait,
};
use model::{AccountId, CustomerId, HoldId, Money, Timestamp, TransferId};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};

use crate::{
    commands::{GBP, key, line},
    on_both,
    world::{CASH, DAILY_LIMIT, Kind, PAYMENT_LIMIT, World},
};

on_both!(the_ledger_does_what_the_model_does);

/// How many customers' accounts a case has.
const PEOPLE: usize = 3;
/// The day on which all payments of a case count.
const DAY: i64 = 20_000;

/// Something to ask of the ledger. Places are taken modulo what there is.
#[derive(Debug, Clone)]
enum Step {
    PayIn { to: usize, minor: i64 },
    Move { from: usize, to: usize, minor: i64, limited: bool, key: Option<u8> },
    Hold { on: usize, minor: i64 },
    Wait { from: usize, to: usize, minor: i64 },
    Capture { hold: usize, to: usize, minor: i64 },
    Release { hold: usize },
    Reverse { transfer: usize },
    Replay { command: usize, altered: bool },
}

fn step() -> impl Strategy<Value = Step> {
    let who = 0..PEOPLE;
    let minor = prop_oneof![1..2_000_i64, 1..PAYMENT_LIMIT + 5_000, Just(0_i64)];
    let some_key = prop::option::of(0..6_u8);
    prop_oneof![
        3 => (who.clone(), 1..60_000_i64).prop_map(|(to, minor)| Step::PayIn { to, minor }),
        6 => (who.clone(), who.clone(), minor.clone(), any::<bool>(), some_key)
            .prop_map(|(from, to, minor, limited, key)| Step::Move { from, to, minor, limited, key }),
        3 => (who.clone(), minor.clone()).prop_map(|(on, minor)| Step::Hold { on, minor }),
        3 => (who.clone(), who.clone(), 1..20_000_i64).prop_map(|(from, to, minor)| Step::Wait { from, to, minor }),
        2 => (0..8_usize, who, minor).prop_map(|(hold, to, minor)| Step::Capture { hold, to, minor }),
        2 => (0..8_usize).prop_map(|hold| Step::Release { hold }),
        2 => (0..16_usize).prop_map(|transfer| Step::Reverse { transfer }),
        2 => (0..16_usize, any::<bool>()).prop_map(|(command, altered)| Step::Replay { command, altered }),
    ]
}

#[derive(Default, Clone)]
struct Purse {
    balance: i64,
    held: i64,
    spent: i64,
}

struct Moved {
    id: TransferId,
    debit: AccountId,
    credit: AccountId,
    minor: i64,
    closed: bool,
}

/// Money that was set aside.
struct Held {
    id: HoldId,
    on: AccountId,
    /// How much; `None` once it is closed.
    open: Option<i64>,
    /// The payment that waits for it, as it should be now.
    payment: Option<Payment>,
}

/// What should be so.
struct Model {
    people: Vec<(CustomerId, AccountId)>,
    purses: HashMap<AccountId, Purse>,
    /// Every hold there ever was.
    holds: Vec<Held>,
    moved: Vec<Moved>,
    kept: HashMap<(CustomerId, String), ([u8; 32], Receipt)>,
    sent: Vec<Command>,
}

async fn the_ledger_does_what_the_model_does(world: World) {
    let cases = if world.url.starts_with("sqlite") { 24 } else { 16 };
    let kind = if world.url.starts_with("sqlite") { Kind::Sqlite } else { Kind::Postgres };
    drop(world);
    tokio::task::spawn_blocking(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime starts");
        let world = runtime.block_on(World::new(kind));
        let mut runner = TestRunner::new(Config { cases, failure_persistence: None, ..Config::default() });
        let outcome = runner.run(&prop::collection::vec(step(), 1..60), |steps| {
            runtime.block_on(case(&world, steps));
            Ok(())
        });
        outcome.expect("the ledger and the model agree");
    })
    .await
    .expect("the cases end");
}

async fn case(world: &World, steps: Vec<Step>) {
    let mut people = Vec::new();
    for name in ["Ann", "Bob", "Cy"] {
        people.push(world.person(name).await);
    }
    let purses = people.iter().map(|(_, account)| (*account, Purse::default())).collect();
    let mut model =
        Model { people, purses, holds: Vec::new(), moved: Vec::new(), kept: HashMap::new(), sent: Vec::new() };
    for step in steps {
        world.clock.forward(1_000);
        let Some(command) = model.command(world, &step) else { continue };
        let expected = model.expected(&command);
        let got = world.submit(command.clone()).await;
        model.check(&step, &command, expected, got);
        model.sent.push(command);
    }
    for (owner, account) in &model.people {
        let purse = &model.purses[account];
        assert_eq!(world.balance(*owner, *account).await, (purse.balance, purse.held));
    }
    for payment in model.holds.iter().filter_map(|held| held.payment.as_ref()) {
        let kept = world.ports.payments.payment(payment.customer, payment.id).await.expect("an answer");
        assert_eq!(kept.as_ref(), Some(payment));
    }
    world.verified().await;
}

/// What the model says to a command.
#[derive(Debug, PartialEq)]
enum Expected {
    Done,
    Again(Receipt),
    KeyReused,
    Refused(Refusal),
}

impl Model {
    fn account(&self, who: usize) -> AccountId {
        self.people[who].1
    }

    /// The command for a step; `None` where there is nothing yet that it could be about.
    fn command(&self, world: &World, step: &Step) -> Option<Command> {
        let pick = |place: usize, length: usize| place.checked_rem(length);
        Some(match step {
            Step::PayIn { to, minor } => world.transfer(CASH, self.account(*to), *minor),
            Step::Move { from, to, minor, limited, key: wanted } => {
                let limited = limited.then_some(Limited { day: DAY, to_somebody_new: false });
                let order = TransferOrder { limited, ..world.order(self.account(*from), self.account(*to), *minor) };
                let kept_under = wanted.map(|name| key(self.people[*from].0, &format!("k{name}"), name));
                Command { key: kept_under, ..world.command(Action::Transfer(order)) }
            }
            Step::Hold { on, minor } => world.hold(self.account(*on), *minor).1,
            Step::Wait { from, to, minor } => {
                let (owner, account) = self.people[*from];
                let payment = world.unpaid(owner, account, self.account(*to), *minor);
                world.waiting(payment, world.clock.now().plus_seconds(60)).1
            }
            Step::Capture { hold, to, minor } => {
                let held = &self.holds[pick(*hold, self.holds.len())?];
                let shop = || {
                    let transfer = world.order(held.on, self.account(*to), *minor);
                    world.command(Action::Capture { hold: held.id, transfer })
                };
                held.payment.as_ref().map_or_else(shop, |payment| world.capture(payment))
            }
            Step::Release { hold } => {
                let held = &self.holds[pick(*hold, self.holds.len())?];
                let payment = held.payment.as_ref().map(|payment| payment.id);
                world.command(Action::Release { hold: held.id, payment })
            }
            Step::Reverse { transfer } => world.reversal(self.moved[pick(*transfer, self.moved.len())?].id),
            Step::Replay { command, altered } => {
                let keyed: Vec<_> = self.sent.iter().filter(|command| command.key.is_some()).collect();
                let mut again = keyed[pick(*command, keyed.len())?].clone();
                if *altered && let Some(key) = &mut again.key {
                    key.request_hash = [99; 32];
                }
                // Whoever sends again without knowing of the first time gives the transfer another id.
                if let Action::Transfer(order) = &mut again.action {
                    order.id = TransferId::new(world.ids.next());
                }
                again.at = world.clock.now();
                again
            }
        })
    }

    fn expected(&mut self, command: &Command) -> Expected {
        if let Some(key) = &command.key
            && let Some((hash, receipt)) = self.kept.get(&(key.principal, key.key.clone()))
        {
            return if *hash == key.request_hash { Expected::Again(*receipt) } else { Expected::KeyReused };
        }
        let verdict = match &command.action {
            Action::Transfer(order) => self.transfer(order, 0),
            Action::Hold(order) => self.hold(order),
            Action::Capture { hold, transfer } => self.capture(*hold, transfer, command.at),
            Action::Release { hold, .. } => self.release(*hold, command.at),
            Action::Reverse { original, id, .. } => self.reverse(*original, *id),
            Action::Together { .. } => unreachable!("nothing here is exchanged: that has a machine of its own"),
        };
        verdict.map_or_else(Expected::Refused, |()| Expected::Done)
    }

    fn transfer(&mut self, order: &TransferOrder, freed: i64) -> Result<(), Refusal> {
        let minor = order.amount.minor;
        if minor <= 0 {
            return Err(Refusal::AmountNotPositive);
        }
        if order.debit == order.credit {
            return Err(Refusal::SameAccount);
        }
        if let Some(payer) = self.purses.get(&order.debit) {
            if payer.balance - minor - (payer.held - freed) < 0 {
                return Err(Refusal::InsufficientFunds);
            }
            if order.limited.is_some() && minor > PAYMENT_LIMIT {
                return Err(Refusal::OverPaymentLimit);
            }
            if order.limited.is_some() && payer.spent + minor > DAILY_LIMIT {
                return Err(Refusal::OverDailyLimit);
            }
        }
        if let Some(payer) = self.purses.get_mut(&order.debit) {
            payer.balance -= minor;
            payer.held -= freed;
            payer.spent += if order.limited.is_some() { minor } else { 0 };
        }
        if let Some(payee) = self.purses.get_mut(&order.credit) {
            payee.balance += minor;
        }
        let (debit, credit) = (order.debit, order.credit);
        self.moved.push(Moved { id: order.id, debit, credit, minor, closed: false });
        Ok(())
    }

    fn hold(&mut self, order: &HoldOrder) -> Result<(), Refusal> {
        let minor = order.amount.minor;
        if minor <= 0 {
            return Err(Refusal::AmountNotPositive);
        }
        let purse = self.purses.get_mut(&order.account).ok_or(Refusal::Unknown)?;
        if purse.balance - purse.held < minor {
            return Err(Refusal::InsufficientFunds);
        }
        purse.held += minor;
        let payment = order.payment.as_deref().cloned();
        self.holds.push(Held { id: order.id, on: order.account, open: Some(minor), payment });
        Ok(())
    }

    fn open(&self, id: HoldId) -> Result<(usize, i64), Refusal> {
        let place = self.holds.iter().position(|held| held.id == id).ok_or(Refusal::HoldNotOpen)?;
        self.holds[place].open.map(|minor| (place, minor)).ok_or(Refusal::HoldNotOpen)
    }

    fn capture(&mut self, id: HoldId, order: &TransferOrder, at: Timestamp) -> Result<(), Refusal> {
        let (place, minor) = self.open(id)?;
        if order.amount.minor > minor {
            return Err(Refusal::MoreThanHeld);
        }
        self.transfer(order, minor)?;
        self.closed(place, at, |payment| payment.settled_by(order.id, at));
        Ok(())
    }

    fn release(&mut self, id: HoldId, at: Timestamp) -> Result<(), Refusal> {
        let (place, minor) = self.open(id)?;
        let account = self.holds[place].on;
        self.purses.get_mut(&account).ok_or(Refusal::Unknown)?.held -= minor;
        self.closed(place, at, |payment| Payment { state: PaymentState::Cancelled, ..payment.clone() });
        Ok(())
    }

    /// A hold is closed, and with it the payment that waited.
    fn closed(&mut self, place: usize, at: Timestamp, end: impl Fn(&Payment) -> Payment) {
        let held = &mut self.holds[place];
        held.open = None;
        if let Some(payment) = &mut held.payment {
            *payment = end(payment);
            payment.wait = payment.wait.map(|wait| Wait { ended_at: Some(at), ..wait });
        }
    }

    fn reverse(&mut self, original: TransferId, id: TransferId) -> Result<(), Refusal> {
        let place = self.moved.iter().position(|moved| moved.id == original).ok_or(Refusal::Unknown)?;
        let Moved { debit, credit, minor, closed, .. } = self.moved[place];
        if closed {
            return Err(Refusal::NotReversible);
        }
        let back = TransferOrder {
            id,
            debit: credit,
            credit: debit,
            amount: Money::new(minor, GBP),
            kind: model::forms::HistoryKind::Reversal,
            debit_line: line(""),
            credit_line: line(""),
            original: None,
            limited: None,
            payment: None,
        };
        self.transfer(&back, 0)?;
        self.moved[place].closed = true;
        // A reversal is not itself reversed.
        if let Some(last) = self.moved.last_mut() {
            last.closed = true;
        }
        Ok(())
    }

    fn check(&mut self, step: &Step, command: &Command, expected: Expected, got: Result<Receipt, LedgerError>) {
        match (expected, got) {
            (Expected::Done, Ok(receipt)) => {
                assert!(receipt.booked_at >= command.at, "{step:?}: nothing is booked before it is asked");
                if let Some(key) = &command.key {
                    self.kept.insert((key.principal, key.key.clone()), (key.request_hash, receipt));
                }
            }
            (Expected::Again(kept), Ok(receipt)) => assert_eq!(kept, receipt, "{step:?}"),
            (Expected::KeyReused, Err(LedgerError::KeyReused)) => {}
            (Expected::Refused(wanted), Err(LedgerError::Refused(refusal))) => assert_eq!(wanted, refusal, "{step:?}"),
            (expected, got) => panic!("{step:?}: the model says {expected:?}, the ledger {got:?}"),
        }
    }
}
