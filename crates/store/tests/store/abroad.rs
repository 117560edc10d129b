//! Payments in another currency: the whole of the bank on each database, from what is typed to what comes back.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use async_trait::async_trait;
use bank::{
    Bank, Clock,
    abroad::{Offer, Terms},
    ledger::Breach,
    payments::{self, Made, NameCheck, Payment},
    ports::{OtherBanks, Rates},
    rails::{self, Answer, BackReason, Delivery, Message, News, Route, SendingState, Taken},
};
use model::{
    AbroadNumber, AccountId, Currency, CustomerId, Iban, Money, PaymentId, Rate, Timestamp,
    forms::{AmountForm, ApproveForm, PayeeForm},
};
use proptest::prelude::*;

use crate::{
    on_both,
    world::{Kind, World, run},
};

on_both!(
    it_is_kept_with_its_figures_and_both_currencies_balance,
    accounts_of_the_bank_are_opened_once,
    two_servers_give_back_once,
    an_exchange_that_does_not_fit_is_named,
);

/// Other banks that say nothing by themselves.
struct Mute;

#[async_trait]
impl OtherBanks for Mute {
    async fn check_name(&self, _: Iban, _: &str) -> NameCheck {
        NameCheck::Unavailable
    }

    async fn deliver(&self, _: &Payment, _: Route) -> Delivery {
        Delivery::Taken
    }

    async fn says(&self) -> Vec<Message> {
        Vec::new()
    }

    async fn taken(&self, _: u64) {}
}

/// So many millionths of a dollar for a pound, whenever somebody asks.
struct Fixed(Arc<AtomicI64>, Arc<dyn Clock>);

#[async_trait]
impl Rates for Fixed {
    async fn offer(&self, from: Currency, to: Currency) -> Option<Offer> {
        let rate = Rate::from_millionths(self.0.load(Ordering::Relaxed))?;
        let terms =
            Terms { margin_bp: 50, fee: 300, least: 1, most: 100_000, closes: 15, days: 2, good_s: 60, held_s: 60 };
        ((from, to) == (Currency::Gbp, Currency::Usd)).then(|| Offer { rate, of: self.1.now(), terms })
    }
}

struct House {
    world: World,
    bank: Bank,
    rate: Arc<AtomicI64>,
    ann: CustomerId,
    hers: AccountId,
}

impl House {
    async fn new(world: World) -> Self {
        let rate = Arc::new(AtomicI64::new(1_312_500));
        let bank = abroad(&world, world.ports.clone(), 3, &rate);
        let (ann, hers) = world.person("Ann").await;
        world.pay_in(hers, 40_000).await;
        Self { world, bank, rate, ann, hers }
    }

    /// Ann pays so much to somebody in America.
    async fn pays(&self, minor: i64) -> Payment {
        let id = payments::start(&self.bank, self.ann, Some(self.hers), None).await.expect("an answer");
        let amount = Money::new(minor, Currency::Gbp).plain();
        payments::set_amount(&self.bank, self.ann, id, AmountForm { from: self.hers.to_string(), amount })
            .await
            .expect("there is enough");
        payments::set_payee(&self.bank, self.ann, id, to_america()).await.expect("it is right");
        let order = payments::review(&self.bank, self.ann, id).await.expect("it can be paid").order;
        let challenge = payments::ask(&self.bank, self.ann, &order, "").await.expect("an answer").id.to_string();
        let form = ApproveForm { code: "123456".to_owned(), challenge, ..ApproveForm::default() };
        match payments::confirm(&self.bank, self.ann, id, &form).await.expect("it is approved") {
            Made::Paid(payment) => {
                let kept = self.kept(payment.id).await;
                assert_eq!(kept.exchange, payment.exchange, "what is kept is what was approved");
                assert_eq!(kept.exchange.as_ref().map(|exchange| &exchange.quote), order.quote());
                kept
            }
            Made::Planned(schedule) => panic!("{schedule:?}"),
        }
    }

    async fn kept(&self, id: PaymentId) -> Payment {
        self.world.ports.payments.payment(self.ann, id).await.expect("an answer").expect("it is there")
    }

    async fn hears(&self, payment: &Payment, news: News) -> Taken {
        rails::take(&self.bank, Answer { payment: payment.id, news, amount: None }).await.expect("an answer")
    }
}

fn abroad(world: &World, ports: store::Ports, node: u16, rate: &Arc<AtomicI64>) -> Bank {
    let clock = Arc::clone(&world.clock) as Arc<dyn Clock>;
    let rates: Arc<dyn Rates> = Arc::new(Fixed(Arc::clone(rate), clock));
    Bank { other_banks: Some(Arc::new(Mute)), rates: Some(rates), ..world.bank(ports, node) }
}

fn to_america() -> PayeeForm {
    let [kind, name, way, bank, number, currency] =
        ["abroad", "Ruth Adler", "bic", "CHASUS33", "000123456789", "USD"].map(str::to_owned);
    PayeeForm { kind, name, way, bank, number, currency, ..PayeeForm::default() }
}

fn ruths() -> AbroadNumber {
    "USD/CHASUS33/000123456789".parse().expect("an account abroad")
}

async fn it_is_kept_with_its_figures_and_both_currencies_balance(world: World) {
    let house = House::new(world).await;
    let payment = house.pays(10_000).await;
    assert_eq!(payment.payee_number.abroad(), Some(ruths()));
    let quote = payment.exchange.as_ref().expect("it was exchanged").quote;
    assert_eq!((quote.exchanged.minor, quote.fee.minor, quote.arrives.currency), (9_700, 300, Currency::Usd));
    assert_eq!(house.world.balance(house.ann, house.hers).await, (30_000, 0));
    let on_their_way = house.world.ports.sendings.on_their_way(house.ann).await.expect("an answer");
    let due = house.world.ports.sendings.due(Timestamp::from_micros(i64::MAX), 9).await.expect("an answer");
    assert_eq!((on_their_way.as_slice(), due.as_slice()), ([payment.clone()].as_slice(), [payment.clone()].as_slice()));
    let among = payments::Among { lines: 50, limit: 5, only: None, removed: false };
    let known = house.world.ports.payees.known(house.ann, among).await.expect("an answer");
    assert_eq!(known[0].number.abroad(), Some(ruths()));
    assert_eq!(house.hears(&payment, News::Returned(BackReason::Closed)).await, Taken::Applied);
    let back = house.kept(payment.id).await.exchange.and_then(|exchange| exchange.back).expect("it came back");
    // At the rate before the margin, without the fee.
    assert!(back.amount.minor < 9_700 && back.amount.minor > 9_600, "{back:?}");
    assert_eq!(house.world.balance(house.ann, house.hers).await, (30_000 + back.amount.minor, 0));
    house.world.verified().await;
}

async fn accounts_of_the_bank_are_opened_once(world: World) {
    let sendings = &world.ports.sendings;
    let now = world.clock.now();
    let open = || sendings.open_abroad(ruths(), Currency::Gbp, &world.ids, now);
    assert_eq!(sendings.account_abroad(ruths(), Currency::Gbp).await.expect("an answer"), None);
    let (one, other, third) = tokio::join!(open(), open(), open());
    let first = one.expect("an answer");
    assert_eq!((first, first), (other.expect("an answer"), third.expect("an answer")));
    let known = sendings.account_abroad(ruths(), Currency::Gbp).await.expect("an answer");
    assert_eq!(known, Some(first.0));
    assert_ne!(first.0, first.1.payee);
    world.verified().await;
}

async fn two_servers_give_back_once(world: World) {
    let house = House::new(world).await;
    let other = house.world.another_server(2).await;
    let there = abroad(&house.world, other.ports(), 4, &house.rate);
    for news in [News::Refused(BackReason::Closed), News::Returned(BackReason::Unwanted)] {
        for _ in 0..4 {
            let (before, _) = house.world.balance(house.ann, house.hers).await;
            let payment = house.pays(1_000).await;
            let answer = Answer { payment: payment.id, news, amount: None };
            let (one, two) = tokio::join!(rails::take(&house.bank, answer), rails::take(&there, answer));
            assert!(one.is_ok() || two.is_ok(), "{one:?} {two:?}");
            let (after, _) = house.world.balance(house.ann, house.hers).await;
            let back = house.kept(payment.id).await.exchange.and_then(|exchange| exchange.back);
            assert_eq!(after, back.map_or(before, |back| before - 1_000 + back.amount.minor));
        }
    }
    other.ports().ledger.close().await;
    house.world.verified().await;
}

async fn an_exchange_that_does_not_fit_is_named(world: World) {
    let house = House::new(world).await;
    let payment = house.pays(1_000).await;
    let sold = payment.exchange.expect("it was exchanged").legs.sold;
    house.world.submit(house.world.reversal(sold)).await.expect("it can be put right");
    let report = house.world.ports.upkeep.verify().await.expect("an answer");
    assert_eq!(report.breaches, [Breach::Exchange { payment: payment.id.value() }]);
}

/// What happens to payments abroad, in any order.
#[derive(Debug, Clone)]
enum Step {
    Leaves(i64),
    /// So many millionths of a dollar are a pound from now on; none, and there is no rate.
    Rate(i64),
    Arrives(usize),
    Refused(usize),
    Returned(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        3 => (400..1_400_i64).prop_map(Step::Leaves),
        1 => prop_oneof![Just(0), 500_000..2_000_000_i64].prop_map(Step::Rate),
        2 => (0..4_usize).prop_map(Step::Arrives),
        2 => (0..4_usize).prop_map(Step::Refused),
        2 => (0..4_usize).prop_map(Step::Returned),
    ];
    proptest::collection::vec(step, 1..14)
}

/// Follows `steps`: every penny is with its payer, exchanged, or earned, and each currency comes to nothing.
async fn follow(world: World, steps: Vec<Step>) {
    let house = House::new(world).await;
    let mut expected: Vec<(Payment, SendingState)> = Vec::new();
    for step in steps {
        let (which, into, news) = match step {
            Step::Leaves(minor) => {
                if house.rate.load(Ordering::Relaxed) > 0 {
                    expected.push((house.pays(minor).await, SendingState::Ready));
                }
                continue;
            }
            Step::Rate(millionths) => {
                house.rate.store(millionths, Ordering::Relaxed);
                continue;
            }
            Step::Arrives(which) => (which, SendingState::Arrived, News::Arrived),
            Step::Refused(which) => (which, SendingState::Refused, News::Refused(BackReason::Closed)),
            Step::Returned(which) => (which, SendingState::Returned, News::Returned(BackReason::Unwanted)),
        };
        let Some((payment, state)) = expected.get_mut(which) else { continue };
        let taken = house.hears(payment, news).await;
        assert_eq!(taken == Taken::Applied, into.may_follow(*state), "{state:?} {into:?} {taken:?}");
        *state = if taken == Taken::Applied { into } else { *state };
    }
    let mut left = 40_000;
    for (payment, state) in &expected {
        let kept = house.kept(payment.id).await;
        assert_eq!(kept.sending.expect("it was on its way").state, *state);
        let back = kept.exchange.expect("it was exchanged").back;
        assert_eq!(back.is_some(), *state == SendingState::Returned);
        left += match state {
            SendingState::Refused => 0,
            _ => back.map_or(0, |back| back.amount.minor) - payment.amount.minor,
        };
    }
    assert_eq!(house.world.balance(house.ann, house.hers).await, (left, 0));
    house.world.verified().await;
}

fn any_order(kind: Kind, cases: u32) {
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(cases));
    runner
        .run(&steps(), |steps| {
            run(kind, |world| follow(world, steps));
            Ok(())
        })
        .expect("nothing is lost, doubled or stranded");
}

#[test]
fn in_any_order_both_currencies_balance_on_sqlite() {
    any_order(Kind::Sqlite, 16);
}

#[test]
fn in_any_order_both_currencies_balance_on_postgres() {
    any_order(Kind::Postgres, 8);
}
