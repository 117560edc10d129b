//! The bank's own people: their links, passkeys and sessions, whom they may see, and the chain as they read it.

use bank::{
    Clock,
    audit::{AuditRow, Deed},
    customers::CustomerStatus,
    ports::{NewSession, StaffPasskey, SweepBefore},
    security::Contact,
    staff::{CustomerFile, Found, Role, StaffMember, StaffStatus, ThawAsked},
};
use model::{CustomerId, PasskeyId, SessionKey, StaffId, Timestamp};

use crate::{on_both, upkeep::damage, world::World};

on_both!(
    somebody_of_the_bank_is_kept_once_and_may_be_stopped,
    a_link_is_used_once_and_takes_everything_before_it_away,
    passkeys_of_staff_are_kept_used_and_gone_with_their_owner_s_work,
    sessions_of_staff_live_and_end,
    a_customer_is_found_and_seen_until_a_moment,
    one_asks_for_the_end_of_a_freeze_and_that_is_forgotten_once,
    the_chain_is_read_backwards_and_says_why,
    what_is_over_of_staff_is_swept,
);

async fn member(world: &World, username: &str, role: Role) -> StaffMember {
    let (id, username) = (StaffId::new(world.ids.next()), username.to_owned());
    let (status, created_at) = (StaffStatus::Active, world.clock.now());
    let member = StaffMember { id, name: "温建国".to_owned(), username, role, status, created_at };
    assert!(world.ports.staff.add(&member).await.expect("an answer"));
    member
}

async fn somebody_of_the_bank_is_kept_once_and_may_be_stopped(world: World) {
    let staff = &world.ports.staff;
    let (priya, ruth) = (member(&world, "priya", Role::Agent).await, member(&world, "ruth", Role::Auditor).await);
    let twin = StaffMember { id: StaffId::new(world.ids.next()), ..priya.clone() };
    assert!(!staff.add(&twin).await.expect("an answer"));
    assert_eq!(staff.all().await.expect("an answer"), [priya.clone(), ruth]);
    staff.set_status(priya.id, StaffStatus::Suspended).await.expect("an answer");
    let found = staff.by_username("priya").await.expect("an answer");
    assert_eq!(found, Some(StaffMember { status: StaffStatus::Suspended, ..priya }));
    assert_eq!(staff.by_username("nobody").await.expect("an answer"), None);
}

async fn a_link_is_used_once_and_takes_everything_before_it_away(world: World) {
    let staff = &world.ports.staff;
    let priya = member(&world, "priya", Role::Agent).await;
    let (now, later) = (world.clock.now(), world.clock.now().plus_seconds(60));
    world.ports.staff_passkeys.add(&passkey(&world, priya.id, 1)).await.expect("an answer");
    world.ports.staff_sessions.save(Some(priya.id), &session(&world, 1)).await.expect("an answer");
    for link in [1, 2] {
        staff.set_link(priya.id, &[link; 32], later).await.expect("an answer");
    }
    assert!(world.ports.staff_passkeys.of(priya.id).await.expect("an answer").is_empty(), "the lost key is none");
    assert!(load(&world, 1).await.is_none(), "nor is a session it has opened");
    let linked = async |link: u8, now| staff.linked(&[link; 32], now).await.expect("an answer").map(|one| one.id);
    assert_eq!((linked(1, now).await, linked(2, now).await, linked(2, later).await), (None, Some(priya.id), None));
    let uses = async |link: u8, now| staff.use_link(&[link; 32], now).await.expect("an answer");
    assert!(!uses(1, now).await && !uses(2, later).await && uses(2, now).await && !uses(2, now).await);
    staff.set_link(priya.id, &[3; 32], later).await.expect("an answer");
    staff.set_status(priya.id, StaffStatus::Suspended).await.expect("an answer");
    assert_eq!(linked(3, now).await, None, "whoever may not work does not enrol");
}

fn passkey(world: &World, staff: StaffId, credential: u8) -> StaffPasskey {
    let (id, created_at) = (PasskeyId::new(world.ids.next()), world.clock.now());
    StaffPasskey { id, staff, credential: vec![credential; 40], public_key: "{\"a\":1}".to_owned(), created_at }
}

async fn passkeys_of_staff_are_kept_used_and_gone_with_their_owner_s_work(world: World) {
    let passkeys = &world.ports.staff_passkeys;
    let (priya, ruth) = (member(&world, "priya", Role::Agent).await, member(&world, "ruth", Role::Auditor).await);
    let key = passkey(&world, priya.id, 1);
    assert!(passkeys.add(&key).await.expect("an answer"));
    assert!(!passkeys.add(&passkey(&world, ruth.id, 1)).await.expect("an answer"), "the authenticator is known");
    passkeys.used(key.id, "{\"a\":2}", world.clock.now()).await.expect("an answer");
    let used = StaffPasskey { public_key: "{\"a\":2}".to_owned(), ..key };
    let of = async |whom| passkeys.of(whom).await.expect("an answer");
    assert_eq!((of(priya.id).await, of(ruth.id).await), (vec![used], vec![]));
    world.ports.staff.set_status(priya.id, StaffStatus::Suspended).await.expect("an answer");
    assert!(of(priya.id).await.is_empty(), "it opens nothing while they may not work");
}

fn session(world: &World, secret: u8) -> NewSession {
    NewSession {
        secret_hash: [secret; 32],
        key: SessionKey::new(i64::from(secret)),
        customer: None,
        data: "{\"a\":1}".to_owned(),
        created_at: world.clock.now(),
        expires_at: world.clock.now().plus_seconds(600),
        agent: "Firefox".to_owned(),
        address: "::1".to_owned(),
    }
}

/// Whose the session is, and what it holds.
async fn load(world: &World, secret: u8) -> Option<(Option<StaffId>, String)> {
    let now = world.clock.now();
    let found = world.ports.staff_sessions.load(&[secret; 32], now, now.plus_seconds(-300)).await.expect("an answer");
    found.map(|(stored, member)| {
        assert!(stored.customer.is_none(), "no session is a customer's as well");
        (member.map(|member| member.id), stored.data)
    })
}

async fn sessions_of_staff_live_and_end(world: World) {
    let sessions = &world.ports.staff_sessions;
    let priya = member(&world, "priya", Role::Agent).await;
    sessions.save(None, &session(&world, 1)).await.expect("an answer");
    sessions.keep(&[1; 32], "{}").await.expect("an answer");
    assert_eq!(load(&world, 1).await, Some((None, "{}".to_owned())));
    let now = world.clock.now();
    let customers = world.ports.sessions.load(&[1; 32], now, now.plus_seconds(-300)).await.expect("an answer");
    assert!(customers.is_none(), "the other table knows nothing of it");
    for secret in [2, 3, 4] {
        sessions.save(Some(priya.id), &session(&world, secret)).await.expect("an answer");
        world.clock.forward(1_000);
    }
    assert_eq!(load(&world, 2).await.expect("it is there").0, Some(priya.id));
    sessions.touch(&[2; 32], world.clock.now()).await.expect("an answer");
    let list = async || {
        let now = world.clock.now();
        let open = sessions.list(priya.id, now, now.plus_seconds(-300)).await.expect("an answer");
        open.into_iter().map(|open| open.key.value()).collect::<Vec<_>>()
    };
    assert_eq!(list().await, [2, 4, 3]);
    let ends = async |whose, key| sessions.end(whose, SessionKey::new(key)).await.expect("an answer");
    assert!(!ends(StaffId::new(1), 3).await && ends(priya.id, 3).await && !ends(priya.id, 3).await);
    sessions.delete(&[4; 32]).await.expect("an answer");
    assert_eq!(list().await, [2]);
    world.clock.forward(200_000_000);
    sessions.touch(&[2; 32], world.clock.now()).await.expect("an answer");
    world.clock.forward(299_000_000);
    assert!(load(&world, 2).await.is_some() && load(&world, 1).await.is_none(), "one was used, one was left alone");
    world.ports.staff.set_status(priya.id, StaffStatus::Suspended).await.expect("an answer");
    assert!(load(&world, 2).await.is_none());
    world.ports.staff.set_status(priya.id, StaffStatus::Active).await.expect("an answer");
    assert!(load(&world, 2).await.is_none(), "what has ended does not come back");
}

async fn a_customer_is_found_and_seen_until_a_moment(world: World) {
    let desk = &world.ports.desk;
    let priya = member(&world, "priya", Role::Agent).await;
    let (ann, account) = world.person("Ann").await;
    let number = world.ports.accounts.account(ann, account).await.expect("an answer").expect("hers").number;
    let found = Found { id: ann, username: format!("ann-{ann}") };
    assert_eq!(desk.by_username(&found.username).await.expect("an answer"), Some(found.clone()));
    assert_eq!(desk.by_username("ann").await.expect("an answer"), None);
    assert_eq!(desk.by_number(number).await.expect("an answer"), std::slice::from_ref(&found));
    let frozen_at = world.clock.now();
    world.ports.security.freeze(ann, frozen_at).await.expect("an answer");
    let file = desk.file(ann).await.expect("an answer").expect("she is there");
    let wanted = CustomerFile {
        id: ann,
        username: found.username,
        name: "Ann".to_owned(),
        status: CustomerStatus::Active,
        contact: Contact::default(),
        freeze: file.freeze,
    };
    assert_eq!((&file, file.is_frozen(frozen_at)), (&wanted, true));
    assert!(desk.file(CustomerId::new(1)).await.expect("an answer").is_none());

    let (now, until) = (world.clock.now(), world.clock.now().plus_seconds(60));
    let look = async |now| desk.look(priya.id, ann, now).await.expect("an answer");
    assert_eq!(look(now).await, None);
    desk.keep_look(priya.id, ann, now.plus_seconds(1)).await.expect("an answer");
    desk.keep_look(priya.id, ann, until).await.expect("an answer");
    assert_eq!((look(now).await, look(until).await), (Some(until), None));
}

async fn one_asks_for_the_end_of_a_freeze_and_that_is_forgotten_once(world: World) {
    let desk = &world.ports.desk;
    let (priya, oscar) = (member(&world, "priya", Role::Agent).await, member(&world, "oscar", Role::Agent).await);
    let (ann, _) = world.person("Ann").await;
    assert_eq!(desk.thaw_asked(ann).await.expect("an answer"), None);
    for by in [priya.id, oscar.id] {
        let why = format!("called: {}", by.value());
        desk.ask_thaw(ann, &ThawAsked { by, at: world.clock.now(), why }).await.expect("an answer");
    }
    let asked = desk.thaw_asked(ann).await.expect("an answer");
    assert_eq!(
        asked,
        Some(ThawAsked { by: oscar.id, at: world.clock.now(), why: format!("called: {}", oscar.id.value()) })
    );
    assert!(desk.forget_thaw(ann).await.expect("an answer") && !desk.forget_thaw(ann).await.expect("an answer"));
}

async fn the_chain_is_read_backwards_and_says_why(world: World) {
    let (ann, account) = world.person("Ann").await;
    world.pay_in(account, 1).await;
    let audit = &world.ports.audit;
    let row = |what| AuditRow { actor: Some(7), what, subject: ann.value(), at: world.clock.now() };
    audit.note(&row(Deed::SignIn)).await.expect("an answer");
    audit.note_why(&row(Deed::StaffLooked), "other: 她丢了卡").await.expect("an answer");
    world.ports.upkeep.seal_audit(2).await.expect("an answer");
    let latest = async |deed, before| audit.latest(deed, before, 2).await.expect("an answer");
    let lines = latest(None, None).await;
    assert_eq!(
        lines.iter().map(|line| (line.entry.what.as_str(), line.seq)).collect::<Vec<_>>(),
        [("staff-looked", None), ("sign-in", Some(2)),]
    );
    assert_eq!((lines[0].entry.why.as_deref(), &lines[1].entry.why), (Some("other: 她丢了卡"), &None));
    let older = latest(None, Some(lines[1].entry.id)).await;
    assert_eq!(older.iter().map(|line| line.entry.what.as_str()).collect::<Vec<_>>(), ["transfer"]);
    for deed in [Deed::Transfer, Deed::SignIn, Deed::StaffLooked] {
        assert_eq!(latest(Some(deed), None).await.len(), 1, "{deed:?}");
    }
    assert!(latest(Some(Deed::Frozen), None).await.is_empty());

    world.ports.upkeep.seal_audit(10).await.expect("an answer");
    let chain = audit.verify().await.expect("an answer");
    assert_eq!((chain.sealed, chain.broken_at), (3, None));
    damage(&world, "update audit set why = 'other: nothing' where why is not null").await;
    let chain = audit.verify().await.expect("an answer");
    assert_eq!((chain.sealed, chain.broken_at), (2, Some(3)), "nobody gives another reason afterwards");
}

async fn what_is_over_of_staff_is_swept(world: World) {
    let priya = member(&world, "priya", Role::Agent).await;
    let (ann, _) = world.person("Ann").await;
    let (now, nothing) = (world.clock.now(), Timestamp::EPOCH);
    world.ports.staff.set_link(priya.id, &[1; 32], now.plus_seconds(600)).await.expect("an answer");
    world.ports.staff_sessions.save(Some(priya.id), &session(&world, 1)).await.expect("an answer");
    world.ports.desk.keep_look(priya.id, ann, now.plus_seconds(600)).await.expect("an answer");
    let there = async || {
        let link = world.ports.staff.linked(&[1; 32], now).await.expect("an answer").is_some();
        let look = world.ports.desk.look(priya.id, ann, now).await.expect("an answer").is_some();
        (link, load(&world, 1).await.is_some(), look)
    };
    for (seconds, left) in [(600, (true, true, true)), (601, (false, false, false))] {
        let ended = now.plus_seconds(seconds);
        let before = SweepBefore {
            ended,
            drafts: nothing,
            outbox: nothing,
            feedback: nothing,
            call_backs: nothing,
            tickets: nothing,
            conversations: nothing,
        };
        assert!(!world.ports.upkeep.sweep(before, 100).await.expect("an answer"));
        assert_eq!(there().await, left);
    }
}
