//! Who may act for a business, and the payments that take two people: who says what of them is decided where it is written.

use bank::{
    Clock, StorageError,
    business::{Delegate, LAPSES_S, Looser, NEW_ACTING_S, TwoPeople},
    ledger::{Action, HoldOrder, LedgerError},
    payments::{NameCheck, Payment, PaymentState},
    ports::Noted,
    waits::{Ruling, Wait, WaitReason},
};
use model::{AccountId, CustomerId, DelegateId, HoldId, Timestamp, forms::ActRole};
use store::Ports;

use crate::{on_both, world::World};

on_both!(
    leave_to_act_is_read_by_those_two_and_ended_once,
    a_rule_is_the_owners_and_changes_one_step_at_a_time,
    a_payment_that_waits_for_another_is_seen_by_who_may_and_leaves_after_they_agree,
    of_two_who_say_something_in_one_moment_one_counts,
    what_has_no_second_yes_is_not_settled,
    what_was_noted_and_not_made_says_nothing_of_another_payment,
);

/// Ann's business, for which Bob and Eve act.
struct Shop {
    ann: CustomerId,
    account: AccountId,
    bob: CustomerId,
    eve: CustomerId,
    /// An account of somebody who is paid.
    to: AccountId,
}

impl Shop {
    async fn open(world: &World) -> Self {
        let (ann, account) = world.person("Ann").await;
        let (bob, _) = world.person("Bob").await;
        let (eve, _) = world.person("Eve").await;
        let (_, to) = world.person("Kim").await;
        world.pay_in(account, 10_000).await;
        Self { ann, account, bob, eve, to }
    }

    async fn leave(&self, world: &World, who: CustomerId, role: ActRole, most: Option<i64>) -> Delegate {
        let account = world.ports.accounts.account(self.ann, self.account).await.expect("an answer").expect("hers");
        let delegate = Delegate {
            id: DelegateId::new(world.ids.next()),
            account: self.account,
            business: account.holder.clone(),
            currency: account.currency(),
            owner: self.ann,
            owner_name: "Ann".to_owned(),
            name: "Somebody".to_owned(),
            number: account.number,
            who: Some(who),
            role,
            most,
            asked_at: world.clock.now(),
            began_at: None,
            ended_at: None,
            power: None,
        };
        world.ports.business.keep(&delegate).await.expect("an answer");
        delegate
    }

    async fn acts(&self, world: &World, who: CustomerId, role: ActRole, most: Option<i64>) -> Delegate {
        let delegate = self.leave(world, who, role, most).await;
        let began_at = world.clock.now().plus_seconds(-NEW_ACTING_S);
        assert!(world.ports.business.begin(who, delegate.id, began_at).await.expect("an answer"));
        delegate
    }

    /// £30 that `maker` pays, and that wait for another person.
    async fn waiting(&self, world: &World, maker: CustomerId) -> Payment {
        let payment = world.unpaid(maker, self.account, self.to, 3_000);
        assert!(world.ports.business.note(&self.noted(world, &payment)).await.expect("an answer"));
        set_aside(world, payment, WaitReason::Second).await
    }

    fn noted(&self, world: &World, payment: &Payment) -> Noted {
        Noted {
            payment: payment.id,
            account: self.account,
            maker: payment.customer,
            at: world.clock.now(),
            name: Some(NameCheck::Close("Kim Hart".to_owned())),
            then: Some(Ruling { reason: WaitReason::Large, seconds: 3_600 }),
        }
    }
}

/// The payment, whose money is set aside for a reason.
async fn set_aside(world: &World, payment: Payment, reason: WaitReason) -> Payment {
    let (hold, until) = (HoldId::new(world.ids.next()), world.clock.now().plus_seconds(LAPSES_S));
    let wait = Some(Wait { hold, until, reason, ended_at: None });
    let payment = Payment { wait, state: PaymentState::Submitted, ..payment };
    let order = HoldOrder {
        id: hold,
        account: payment.from,
        amount: payment.amount,
        party: payment.payee.clone(),
        expires_at: Timestamp::from_micros(i64::MAX),
        payment: Some(Box::new(payment.clone())),
    };
    world.submit(world.command(Action::Hold(order))).await.expect("there is enough");
    payment
}

/// Whether `who` may approve, and does.
async fn agrees(ports: &Ports, who: CustomerId, payment: &Payment, at: Timestamp) -> bool {
    let said = ports.business.approve(who, payment.id, (at, at), (WaitReason::Agreed, at)).await;
    said.expect("an answer")
}

async fn state(world: &World, payment: &Payment) -> PaymentState {
    let kept = world.ports.payments.payment(payment.customer, payment.id).await.expect("an answer");
    kept.expect("it is there").state
}

async fn leave_to_act_is_read_by_those_two_and_ended_once(world: World) {
    let shop = Shop::open(&world).await;
    let kept = shop.leave(&world, shop.bob, ActRole::Both, Some(500)).await;
    let (business, now) = (&world.ports.business, world.clock.now());
    let of = async |owner| business.delegates(owner, shop.account).await.expect("an answer");
    assert_eq!(of(shop.ann).await, std::slice::from_ref(&kept));
    assert!(of(shop.bob).await.is_empty(), "it is not his account");
    assert_eq!(business.held(shop.bob).await.expect("an answer"), std::slice::from_ref(&kept));
    assert!(business.held(shop.eve).await.expect("an answer").is_empty());
    for other in [shop.ann, shop.eve] {
        assert!(!business.begin(other, kept.id, now).await.expect("an answer"), "it is Bob's to accept");
    }
    assert!(business.begin(shop.bob, kept.id, now).await.expect("an answer"));
    assert!(!business.begin(shop.bob, kept.id, now).await.expect("an answer"), "once");
    assert!(!business.end(shop.eve, kept.id, now).await.expect("an answer"), "it is not hers to end");
    assert!(business.end(shop.ann, kept.id, now).await.expect("an answer"));
    assert!(!business.end(shop.bob, kept.id, now).await.expect("an answer"), "it is over");
    assert_eq!(of(shop.ann).await, [Delegate { began_at: Some(now), ended_at: Some(now), ..kept }]);
}

async fn a_rule_is_the_owners_and_changes_one_step_at_a_time(world: World) {
    let shop = Shop::open(&world).await;
    let business = &world.ports.business;
    let rule = async || business.rule(shop.account).await.expect("an answer");
    let set = async |who, rule| business.set_rule(who, shop.account, rule).await.expect("an answer");
    assert_eq!(rule().await, TwoPeople::default());
    let on = TwoPeople { set: Some(0), ..TwoPeople::default() };
    assert!(!set(shop.bob, on).await, "it is not his");
    assert!(set(shop.ann, on).await);
    assert!(!set(shop.ann, on).await, "somebody was faster");
    assert_eq!(rule().await, TwoPeople { version: 1, ..on });
    for to in [None, Some(700)] {
        let before = rule().await;
        let looser = Some(Looser { to, asked_at: world.clock.now() });
        assert!(set(shop.ann, TwoPeople { looser, ..before }).await);
        assert_eq!(rule().await, TwoPeople { looser, version: before.version + 1, ..before });
    }
}

async fn a_payment_that_waits_for_another_is_seen_by_who_may_and_leaves_after_they_agree(world: World) {
    let shop = Shop::open(&world).await;
    shop.acts(&world, shop.bob, ActRole::Prepare, None).await;
    let payment = shop.waiting(&world, shop.bob).await;
    let (ports, now) = (&world.ports, world.clock.now());
    let seen = async |who| ports.business.seen(who, payment.id).await.expect("an answer");
    assert!(seen(shop.eve).await.is_none(), "she does not act yet");
    let small = shop.acts(&world, shop.eve, ActRole::Approve, Some(2_999)).await;
    for who in [shop.ann, shop.bob, shop.eve] {
        assert_eq!(ports.business.waiting(who).await.expect("an answer").len(), 1);
        let made = seen(who).await.expect("theirs to see");
        assert_eq!((made.payment.id, made.owner, made.by_owner), (payment.id, shop.ann, false));
        assert_eq!(made.name, Some(NameCheck::Close("Kim Hart".to_owned())));
        assert_eq!(made.then, Some(Ruling { reason: WaitReason::Large, seconds: 3_600 }));
        assert!(made.approved.is_none() && made.refused.is_none());
    }
    assert_eq!(ports.business.open(shop.ann).await.expect("an answer").len(), 1);
    assert!(ports.business.open(shop.bob).await.expect("an answer").is_empty(), "it is not from an account of his");
    assert!(!agrees(ports, shop.bob, &payment, now).await, "he has made it");
    assert!(!agrees(ports, shop.eve, &payment, now).await, "it is more than she may approve");
    let late = now.plus_seconds(LAPSES_S);
    assert!(!agrees(ports, shop.ann, &payment, late).await, "it has lapsed");
    let since = now.plus_seconds(-NEW_ACTING_S - 1);
    let said = ports.business.approve(shop.ann, payment.id, (now, since), (WaitReason::Agreed, now)).await;
    assert!(!said.expect("an answer"), "whoever made it acts only since after that");
    let new = shop.leave(&world, shop.eve, ActRole::Approve, None).await;
    assert!(ports.business.begin(shop.eve, new.id, now.plus_seconds(1 - NEW_ACTING_S)).await.expect("an answer"));
    assert!(!agrees(ports, shop.eve, &payment, now).await, "it is too soon");
    assert!(ports.business.end(shop.ann, new.id, now).await.expect("an answer"));
    assert!(ports.business.end(shop.ann, small.id, now).await.expect("an answer"));
    shop.acts(&world, shop.eve, ActRole::Both, Some(3_000)).await;
    assert!(ports.waits.due(now, 10).await.expect("an answer").is_empty());
    assert!(agrees(ports, shop.eve, &payment, now).await);
    assert!(!agrees(ports, shop.ann, &payment, now).await, "once");
    let made = seen(shop.bob).await.expect("his");
    assert_eq!(made.approved.map(|said| (said.who, said.name, said.at)), Some((shop.eve, "Eve".to_owned(), now)));
    assert_eq!(ports.business.open(shop.eve).await.expect("an answer").len(), 1, "she has approved it");
    let due = ports.waits.due(now, 10).await.expect("an answer").remove(0);
    world.submit(world.capture(&due)).await.expect("it is approved");
    assert_eq!(state(&world, &payment).await, PaymentState::Settled);
    assert_eq!(world.balance(shop.ann, shop.account).await, (7_000, 0));
    assert!(ports.business.waiting(shop.ann).await.expect("an answer").is_empty());
    assert!(ports.business.open(shop.ann).await.expect("an answer").is_empty());
    world.verified().await;
}

async fn of_two_who_say_something_in_one_moment_one_counts(world: World) {
    let other = world.another_server(2).await;
    let shop = Shop::open(&world).await;
    shop.acts(&world, shop.bob, ActRole::Prepare, None).await;
    shop.acts(&world, shop.eve, ActRole::Approve, None).await;
    let (here, there) = (world.ports.clone(), other.ports());
    for round in 0..20 {
        let (payment, now) = (shop.waiting(&world, shop.bob).await, world.clock.now());
        let says = async || match round % 2 {
            0 => agrees(&there, shop.ann, &payment, now).await,
            _ => there.business.refuse(shop.ann, payment.id, ("no", now)).await.expect("an answer"),
        };
        let (one, two) = tokio::join!(agrees(&here, shop.eve, &payment, now), says());
        assert!(one ^ two, "{one} {two}");
        let made = here.business.made(payment.id).await.expect("an answer").expect("it is there");
        assert!(made.approved.is_some() ^ made.refused.is_some());
        // And calling it off meets capturing it: the money moves once, or is free.
        let (paid, off) =
            tokio::join!(world.submit(world.capture(&made.payment)), there.ledger.submit(world.call_off(&payment)));
        assert!(!(paid.is_ok() && off.is_ok()), "{paid:?} {off:?}");
        if paid.is_err() && off.is_err() {
            world.submit(world.call_off(&payment)).await.expect("it was refused");
        }
        let (left, held) = world.balance(shop.ann, shop.account).await;
        assert_eq!(held, 0);
        if left < 10_000 {
            world.pay_in(shop.account, 10_000 - left).await;
        }
    }
    other.ports().ledger.close().await;
    world.verified().await;
}

async fn what_has_no_second_yes_is_not_settled(world: World) {
    let shop = Shop::open(&world).await;
    let leave = shop.acts(&world, shop.bob, ActRole::Both, None).await;
    shop.acts(&world, shop.eve, ActRole::Approve, None).await;
    let (first, second) = (shop.waiting(&world, shop.bob).await, shop.waiting(&world, shop.bob).await);
    let now = world.clock.now();
    // Whatever the program decides, the database does not settle it.
    let captured = world.submit(world.capture(&first)).await.expect_err("nobody has approved it");
    assert!(matches!(captured, LedgerError::Unavailable(StorageError(_))), "{captured:?}");
    assert_eq!(state(&world, &first).await, PaymentState::Submitted);
    assert!(world.ports.business.refuse(shop.eve, first.id, ("no", now)).await.expect("an answer"));
    world.submit(world.capture(&first)).await.expect_err("it was refused");
    world.submit(world.call_off(&first)).await.expect("it is open");
    let made = world.ports.business.seen(shop.bob, first.id).await.expect("an answer").expect("his");
    assert_eq!(made.refused.map(|refused| refused.why).as_deref(), Some("no"));
    // What somebody has made who may not any more is approved by nobody.
    assert!(world.ports.business.end(shop.ann, leave.id, now).await.expect("an answer"));
    assert!(!agrees(&world.ports, shop.eve, &second, now).await);
    assert!(!world.ports.business.note(&shop.noted(&world, &second)).await.expect("an answer"), "nor noted anew");
    world.submit(world.call_off(&second)).await.expect("it is open");
    assert_eq!(world.balance(shop.ann, shop.account).await, (10_000, 0));
    world.verified().await;
}

async fn what_was_noted_and_not_made_says_nothing_of_another_payment(world: World) {
    let shop = Shop::open(&world).await;
    let (dan, own) = world.person("Dan").await;
    world.pay_in(own, 5_000).await;
    shop.acts(&world, dan, ActRole::Both, None).await;
    // He began it for the business, and pays it from an account of his own.
    let payment = world.unpaid(dan, own, shop.to, 3_000);
    let business = &world.ports.business;
    assert!(business.note(&shop.noted(&world, &payment)).await.expect("an answer"));
    let payment = set_aside(&world, payment, WaitReason::Own).await;
    assert!(business.made(payment.id).await.expect("an answer").is_none());
    assert!(business.seen(shop.ann, payment.id).await.expect("an answer").is_none(), "it is not hers to see");
    assert!(business.open(shop.ann).await.expect("an answer").is_empty(), "nor to call off");
}
