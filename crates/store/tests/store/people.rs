//! Customers, what they prove themselves with, their sessions, drafts and approvals.

use bank::{
    Clock,
    payments::{Draft, Steps},
    ports::{Challenge, NewSession},
};
use model::{
    CustomerId, Language, PaymentId, Preferences, SessionKey, TextSize, Theme,
    forms::{AmountForm, PayeeForm},
};
use store::bulk::{Batch, NewCustomer};

use crate::{on_both, world::World};

on_both!(
    a_customer_keeps_their_preferences,
    failures_lock_and_success_unlocks,
    a_code_is_good_once,
    sessions_live_and_end,
    a_question_is_answered_once,
    a_draft_keeps_everything_until_it_is_paid,
);

async fn a_customer_keeps_their_preferences(world: World) {
    let (ann, _) = world.person("Ann").await;
    let wanted = Preferences { language: Language::Zh, text: TextSize::Large, theme: Theme::Dark };
    let customers = &world.ports.customers;
    customers.set_preferences(ann, wanted).await.expect("an answer");
    let found = customers.customer(ann).await.expect("an answer").expect("she is there");
    assert_eq!((found.name.as_str(), found.preferences), ("Ann", wanted));
    assert!(customers.customer(CustomerId::new(1)).await.expect("an answer").is_none());
    let suspended = suspended(&world).await;
    assert!(customers.customer(suspended).await.expect("an answer").is_none());
}

async fn suspended(world: &World) -> CustomerId {
    let id = CustomerId::new(world.ids.next());
    let new = NewCustomer { status: bank::customers::CustomerStatus::Suspended, ..world.new_customer(id, "Sly") };
    world.keep(Batch { customers: vec![new], ..Batch::default() }).await;
    id
}

async fn failures_lock_and_success_unlocks(world: World) {
    let (ann, _) = world.person("Ann").await;
    let credentials = &world.ports.credentials;
    let name = format!("ann-{ann}");
    let known = async || credentials.by_username(&name).await.expect("an answer").expect("she is there");
    let found = known().await;
    assert_eq!((found.customer, found.totp_secret), (ann, vec![1, 2, 254, 255]));
    assert!(credentials.by_username("nobody").await.expect("an answer").is_none());
    let until = world.clock.now().plus_seconds(900);
    for failure in 1..=5 {
        credentials.note_failure(ann, 5, until).await.expect("an answer");
        let known = known().await;
        assert_eq!((known.failures, known.locked_until == until), (failure, failure == 5));
    }
    credentials.forget_failures(ann).await.expect("an answer");
    assert_eq!((known().await.failures, known().await.locked_until.micros()), (0, 0));
    let suspended = suspended(&world).await;
    assert!(credentials.by_customer(suspended).await.expect("an answer").is_none());
    assert!(credentials.by_customer(ann).await.expect("an answer").is_some());
}

async fn a_code_is_good_once(world: World) {
    let (ann, _) = world.person("Ann").await;
    let tries = (0..16).map(|_| {
        let credentials = world.ports.credentials.clone();
        tokio::spawn(async move { credentials.use_totp_step(ann, 100).await.expect("an answer") })
    });
    let mut good = 0;
    for one in tries.collect::<Vec<_>>() {
        good += u32::from(one.await.expect("a client ends"));
    }
    assert_eq!(good, 1);
    let uses = async |step| world.ports.credentials.use_totp_step(ann, step).await.expect("an answer");
    assert!(!uses(99).await && uses(101).await && !uses(101).await);
}

fn session(world: &World, secret: u8, customer: Option<CustomerId>) -> NewSession {
    NewSession {
        secret_hash: [secret; 32],
        key: SessionKey::new(i64::from(secret)),
        customer,
        data: "{\"a\":1}".to_owned(),
        created_at: world.clock.now(),
        expires_at: world.clock.now().plus_seconds(600),
        agent: "Firefox".to_owned(),
        address: "::1".to_owned(),
    }
}

async fn sessions_live_and_end(world: World) {
    let (ann, _) = world.person("Ann").await;
    let sessions = &world.ports.sessions;
    let load = async |secret: u8| {
        let now = world.clock.now();
        sessions.load(&[secret; 32], now, now.plus_seconds(-300)).await.expect("an answer")
    };
    sessions.save(&session(&world, 1, None)).await.expect("an answer");
    let before = load(1).await.expect("it is there");
    assert!(before.customer.is_none() && before.data == "{\"a\":1}");
    assert!(load(2).await.is_none());
    let signed_in = NewSession { data: "{}".to_owned(), ..session(&world, 1, Some(ann)) };
    sessions.save(&signed_in).await.expect("an answer");
    let after = load(1).await.expect("it is there");
    assert_eq!((after.customer.map(|customer| customer.id), after.data.as_str()), (Some(ann), "{}"));

    // Not used for five minutes it is over; used, it goes on, but not for ever.
    world.clock.forward(200_000_000);
    sessions.touch(&[1; 32], world.clock.now()).await.expect("an answer");
    world.clock.forward(200_000_000);
    assert_eq!(load(1).await.expect("it was used").seen_at, world.clock.now().plus_seconds(-200));
    sessions.touch(&[1; 32], world.clock.now()).await.expect("an answer");
    world.clock.forward(199_000_000);
    assert!(load(1).await.is_some());
    world.clock.forward(2_000_000);
    assert!(load(1).await.is_none(), "it ends however much it is used");

    for secret in [3, 4, 5] {
        sessions.save(&session(&world, secret, Some(ann))).await.expect("an answer");
        world.clock.forward(1_000);
    }
    let list = async || {
        let now = world.clock.now();
        let open = sessions.list(ann, now, now.plus_seconds(-300)).await.expect("an answer");
        open.into_iter().map(|open| open.key.value()).collect::<Vec<_>>()
    };
    assert_eq!(list().await, [5, 4, 3]);
    sessions.end(ann, SessionKey::new(4)).await.expect("an answer");
    sessions.delete(&[5; 32]).await.expect("an answer");
    assert_eq!(list().await, [3]);
    assert!(load(4).await.is_none() && load(5).await.is_none());
    let suspended = suspended(&world).await;
    sessions.save(&session(&world, 6, Some(suspended))).await.expect("an answer");
    assert!(load(6).await.is_none(), "whoever is suspended has no session");
}

async fn a_question_is_answered_once(world: World) {
    let (ann, _) = world.person("Ann").await;
    let now = world.clock.now();
    let payments = &world.ports.payments;
    let question = |id, attempts_left| Challenge {
        id,
        customer: ann,
        digest: [7; 32],
        expires_at: now.plus_seconds(120),
        attempts_left,
    };
    payments.ask(&question(1, 2)).await.expect("an answer");
    let take = async |id, now| payments.take_attempt(ann, id, now).await.expect("an answer");
    let first = take(1, now).await.expect("it is open");
    assert_eq!((first.attempts_left, first.digest), (1, [7; 32]));
    assert_eq!(take(1, now).await.expect("it is open").attempts_left, 0);
    assert!(take(1, now).await.is_none(), "no attempts are left");

    payments.ask(&question(2, 5)).await.expect("an answer");
    assert!(take(2, now.plus_seconds(120)).await.is_none(), "it has lapsed");
    assert!(!payments.answer(ann, 2, now.plus_seconds(120)).await.expect("an answer"));
    let tries = (0..16).map(|_| {
        let payments = payments.clone();
        tokio::spawn(async move { payments.answer(ann, 2, now).await.expect("an answer") })
    });
    let mut good = 0;
    for one in tries.collect::<Vec<_>>() {
        good += u32::from(one.await.expect("a client ends"));
    }
    assert_eq!(good, 1);
    assert!(take(2, now).await.is_none(), "it was answered");
}

async fn a_draft_keeps_everything_until_it_is_paid(world: World) {
    let (ann, from) = world.person("Ann").await;
    let (_, to) = world.person("Bob").await;
    world.pay_in(from, 1_000).await;
    let command = world.payment(ann, from, to, 100);
    let draft = Draft {
        id: PaymentId::new(command.outbox[0].subject),
        owner: ann,
        amount: AmountForm { from: "x".to_owned(), amount: "12万 \"quoted\"".to_owned() },
        payee: PayeeForm { name: "O'Neil \\ 陈".to_owned(), ..PayeeForm::default() },
        sent: Steps { amount: true, payee: false },
        paid: false,
        updated_at: world.clock.now(),
    };
    let payments = &world.ports.payments;
    payments.save_draft(&draft).await.expect("an answer");
    let changed = Draft { sent: Steps { amount: true, payee: true }, ..draft.clone() };
    payments.save_draft(&changed).await.expect("an answer");
    let older = Draft {
        id: PaymentId::new(world.ids.next()),
        updated_at: world.clock.now().plus_seconds(-60),
        ..draft.clone()
    };
    payments.save_draft(&older).await.expect("an answer");
    let unpaid = async || payments.drafts(ann, 5).await.expect("an answer");
    assert_eq!(unpaid().await, [changed.clone(), older.clone()]);
    assert_eq!(payments.drafts(ann, 1).await.expect("an answer"), std::slice::from_ref(&changed));

    world.submit(command).await.expect("there is money");
    assert_eq!(unpaid().await, std::slice::from_ref(&older));
    payments.save_draft(&Draft { amount: AmountForm::default(), ..draft.clone() }).await.expect("an answer");
    payments.delete_draft(ann, draft.id).await.expect("an answer");
    let kept = payments.draft(ann, draft.id).await.expect("an answer");
    assert_eq!(kept, Some(Draft { paid: true, ..changed }), "what is paid stays as it is");
    payments.delete_draft(ann, older.id).await.expect("an answer");
    assert!(unpaid().await.is_empty());
}
