//! Customers, what they prove themselves with, their sessions, drafts and approvals.

use bank::{
    Clock,
    passkeys::Passkey,
    payments::{Draft, Steps},
    ports::{Answering, Ceremony, Challenge, KnownPasskey, NewSession},
    step_up::Purpose,
};
use model::{
    ChallengeId, Contrast, CustomerId, DataUse, Language, PasskeyId, PaymentId, Preferences, SessionKey, Shortcuts,
    TextSize, Theme,
    forms::{AmountForm, PayeeForm, PurposeForm, WhenForm},
};
use sqlx::{Connection, PgConnection};
use store::bulk::{Batch, NewCustomer};

use crate::{
    on_both,
    world::{self, Kind, World},
};

on_both!(
    a_customer_keeps_their_preferences,
    whoever_is_suspended_cannot_prove_who_they_are,
    tries_lock_and_success_unlocks,
    tries_side_by_side_and_on_two_servers_are_counted_one_by_one,
    a_code_is_good_once,
    sessions_live_and_end,
    a_question_is_answered_once,
    passkeys_are_kept_used_renamed_and_forgotten,
    what_somebody_signs_in_with_can_change,
    a_draft_keeps_everything_until_it_is_paid,
);

/// SQLite has one writer, and nobody to wait for.
#[test]
fn whoever_holds_a_row_holds_nobody_up_for_long() {
    world::run(Kind::Postgres, async |world| {
        let (ann, _) = world.person("Ann").await;
        let choose = async || world.ports.customers.set_preferences(ann, Preferences::default()).await;
        let mut other = PgConnection::connect(&world.url).await.expect("the database answers");
        for step in ["begin", "select 1 from customer for update"] {
            sqlx::query(step).execute(&mut other).await.expect("a row is held");
        }
        choose().await.expect_err("it is not waited for without end");
        sqlx::query("rollback").execute(&mut other).await.expect("the row is free");
        choose().await.expect("an answer");
    });
}

async fn a_customer_keeps_their_preferences(world: World) {
    let (ann, _) = world.person("Ann").await;
    let wanted = Preferences {
        language: Language::Zh,
        text: TextSize::Largest,
        theme: Theme::Dark,
        contrast: Contrast::More,
        data: DataUse::Less,
        shortcuts: Shortcuts::On,
    };
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

async fn whoever_is_suspended_cannot_prove_who_they_are(world: World) {
    let (ann, _) = world.person("Ann").await;
    let credentials = &world.ports.credentials;
    let found = credentials.by_username(&format!("ann-{ann}")).await.expect("an answer").expect("she is there");
    assert_eq!((found.customer, found.totp_secret), (ann, vec![1, 2, 254, 255]));
    assert!(credentials.by_username("nobody").await.expect("an answer").is_none());
    let suspended = suspended(&world).await;
    assert!(credentials.by_customer(suspended).await.expect("an answer").is_none());
    assert!(credentials.by_customer(ann).await.expect("an answer").is_some());
}

async fn tries_lock_and_success_unlocks(world: World) {
    let attempts = &world.ports.attempts;
    let now = world.clock.now();
    let until = now.plus_seconds(900);
    let count = async |key: u8, at| attempts.count(&[key; 32], 5, at, until).await.expect("an answer");
    let locked = async |key: u8, at| attempts.is_locked(&[key; 32], at).await.expect("an answer");
    for failures in 1..=5 {
        assert!(!locked(1, now).await);
        assert_eq!(count(1, now).await, Some(failures));
    }
    assert!(locked(1, now).await && locked(1, until.plus_seconds(-1)).await && !locked(1, until).await);
    assert_eq!(count(1, until.plus_seconds(-1)).await, None);
    assert!(!locked(2, now).await, "others are not");
    assert_eq!(count(1, until).await, Some(1), "what is served is counted anew");
    attempts.forget(&[1; 32]).await.expect("an answer");
    assert_eq!(count(1, now).await, Some(1));
    let salt = attempts.salt().await.expect("an answer");
    assert!(salt.len() == 32 && salt.iter().any(|byte| *byte != salt[0]));
}

async fn tries_side_by_side_and_on_two_servers_are_counted_one_by_one(world: World) {
    let second = world.another_server(2).await.ports();
    assert_eq!(world.ports.attempts.salt().await.expect("an answer"), second.attempts.salt().await.expect("an answer"));
    let (now, until) = (world.clock.now(), world.clock.now().plus_seconds(900));
    let tries = (0..24).map(|n| {
        let attempts = if n % 2 == 0 { world.ports.attempts.clone() } else { second.attempts.clone() };
        tokio::spawn(async move { attempts.count(&[7; 32], 5, now, until).await.expect("an answer") })
    });
    let mut counted = Vec::new();
    for one in tries.collect::<Vec<_>>() {
        counted.extend(one.await.expect("a client ends"));
    }
    counted.sort_unstable();
    assert_eq!(counted, [1, 2, 3, 4, 5]);
    second.ledger.close().await;
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
    let end = async |key| sessions.end(ann, SessionKey::new(key)).await.expect("an answer");
    assert!(end(4).await && !end(4).await && !end(99).await);
    sessions.delete(&[5; 32]).await.expect("an answer");
    assert_eq!(list().await, [3]);
    assert!(load(4).await.is_none() && load(5).await.is_none());
    let suspended = suspended(&world).await;
    sessions.save(&session(&world, 6, Some(suspended))).await.expect("an answer");
    assert!(load(6).await.is_none(), "whoever is suspended has no session");
}

/// A question about a payment, open for two minutes.
pub fn question(world: &World, customer: CustomerId, id: i64, attempts_left: i64) -> Challenge {
    Challenge {
        id: ChallengeId::new(id),
        ceremony: Some(Ceremony { options: "{\"a\":\"'\"}".to_owned(), state: "s".to_owned() }),
        customer,
        purpose: Purpose::Payment,
        digest: [7; 32],
        nonce: "0123456789abcdef".to_owned(),
        expires_at: world.clock.now().plus_seconds(120),
        attempts_left,
    }
}

async fn a_question_is_answered_once(world: World) {
    let (ann, _) = world.person("Ann").await;
    let now = world.clock.now();
    let step_ups = &world.ports.step_ups;
    let question = |id, attempts_left| question(&world, ann, id, attempts_left);
    step_ups.ask(&question(1, 2)).await.expect("an answer");
    let open = async |now| step_ups.open(ann, ChallengeId::new(1), now).await.expect("an answer");
    assert_eq!(open(now).await, Some(question(1, 2)), "looking counts nothing");
    assert_eq!(open(now.plus_seconds(120)).await, None);
    let take = async |id, now| step_ups.take_attempt(ann, ChallengeId::new(id), now).await.expect("an answer");
    for attempts_left in [1, 0] {
        assert_eq!(take(1, now).await, Answering::Open(question(1, attempts_left)));
    }
    assert_eq!(take(1, now).await, Answering::Over, "no attempts are left");
    assert_eq!(take(3, now).await, Answering::Over, "it was never asked");

    step_ups.ask(&question(2, 5)).await.expect("an answer");
    assert_eq!(take(2, now.plus_seconds(120)).await, Answering::Over, "it has lapsed");
    let second = ChallengeId::new(2);
    assert!(!step_ups.answer(ann, second, now.plus_seconds(120)).await.expect("an answer"));
    let tries = (0..16).map(|_| {
        let step_ups = step_ups.clone();
        tokio::spawn(async move { step_ups.answer(ann, second, now).await.expect("an answer") })
    });
    let mut good = 0;
    for one in tries.collect::<Vec<_>>() {
        good += u32::from(one.await.expect("a client ends"));
    }
    assert_eq!(good, 1);
    assert_eq!(take(2, now).await, Answering::Answered);
}

fn passkey(world: &World, customer: CustomerId, credential: u8) -> KnownPasskey {
    KnownPasskey {
        customer,
        passkey: Passkey {
            id: PasskeyId::new(world.ids.next()),
            name: "Ann's phone".to_owned(),
            synced: false,
            created_at: world.clock.now(),
            used_at: None,
        },
        credential: vec![credential; 40],
        public_key: "{\"a\":1}".to_owned(),
    }
}

async fn passkeys_are_kept_used_renamed_and_forgotten(world: World) {
    let (ann, _) = world.person("Ann").await;
    let (eve, _) = world.person("Eve").await;
    let passkeys = &world.ports.passkeys;
    let (first, second) = (passkey(&world, ann, 1), passkey(&world, ann, 2));
    for known in [&first, &second] {
        assert!(passkeys.add(known).await.expect("an answer"));
    }
    assert!(!passkeys.add(&passkey(&world, eve, 1)).await.expect("an answer"), "the authenticator is known");
    let of = async |whom| passkeys.of(whom).await.expect("an answer");
    assert_eq!(of(ann).await, [first.clone(), second.clone()]);
    assert!(of(eve).await.is_empty());
    let id = first.passkey.id;
    let at = world.clock.now().plus_seconds(60);
    passkeys.used(id, "{\"a\":2}", true, at).await.expect("an answer");
    assert!(passkeys.rename(ann, id, "银行 phone").await.expect("an answer"));
    assert!(!passkeys.rename(eve, id, "mine").await.expect("an answer"), "it is not hers");
    let used = Passkey { name: "银行 phone".to_owned(), synced: true, used_at: Some(at), ..first.passkey.clone() };
    let used = KnownPasskey { passkey: used, public_key: "{\"a\":2}".to_owned(), ..first.clone() };
    assert_eq!(of(ann).await, [used, second.clone()]);
    assert!(!passkeys.remove(eve, id).await.expect("an answer"));
    assert!(passkeys.remove(ann, id).await.expect("an answer"));
    assert_eq!(of(ann).await, [second]);
}

async fn what_somebody_signs_in_with_can_change(world: World) {
    let (ann, _) = world.person("Ann").await;
    let (bob, _) = world.person("Bob").await;
    let credentials = &world.ports.credentials;
    credentials.set_password(ann, "another").await.expect("an answer");
    credentials.set_totp(ann, &[9, 0, 255], 70).await.expect("an answer");
    let of = async |whom| credentials.by_customer(whom).await.expect("an answer").expect("they are there");
    let (anns, bobs) = (of(ann).await, of(bob).await);
    assert_eq!((anns.password_hash.as_str(), anns.totp_secret), ("another", vec![9, 0, 255]));
    assert_eq!((bobs.password_hash.as_str(), bobs.totp_secret), ("hashed", vec![1, 2, 254, 255]));
    assert!(!credentials.use_totp_step(ann, 70).await.expect("an answer"), "its first code is used up");

    credentials.set_recovery_codes(ann, &[[1; 32], [2; 32]]).await.expect("an answer");
    let uses = async |whom, code: u8| credentials.use_recovery_code(whom, &[code; 32]).await.expect("an answer");
    let left = async || credentials.recovery_codes(ann).await.expect("an answer");
    assert!(!uses(bob, 1).await && uses(ann, 1).await && !uses(ann, 1).await);
    assert_eq!(left().await, 1);
    credentials.set_recovery_codes(ann, &[[3; 32], [4; 32], [5; 32]]).await.expect("an answer");
    assert!(!uses(ann, 2).await, "those before are good no more");
    assert_eq!(left().await, 3);
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
        heard: None,
        held: None,
        found: None,
        purpose: PurposeForm { purpose: "family".to_owned() },
        when: WhenForm { every: "month".to_owned(), day: "2026-12-01".to_owned(), last: String::new() },
        sent: Steps { amount: true, payee: false, told_safety: false },
        updated_at: world.clock.now(),
    };
    let payments = &world.ports.payments;
    payments.save_draft(&draft).await.expect("an answer");
    let changed = Draft { sent: Steps { amount: true, payee: true, told_safety: false }, ..draft.clone() };
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
    assert_eq!(payments.draft(ann, draft.id).await.expect("an answer"), None, "a payment has taken its place");
    payments.delete_draft(ann, draft.id).await.expect("an answer");
    payments.save_draft(&draft).await.expect("an answer");
    assert_eq!(unpaid().await, std::slice::from_ref(&older), "it is not begun again");
    payments.delete_draft(ann, older.id).await.expect("an answer");
    assert!(unpaid().await.is_empty());
}
