//! What people and the bank say is read as it was kept, comes up in the order in which it is due, and is neither lost,
//! doubled nor turned around, whoever speaks at the same time.

use bank::{
    Clock,
    conversations::{Conversation, ConversationHead, Entry, HandOver, Reply, Said, Speaker},
    ports::{ChatCounts, ChatQueue, Conversations, SweepBefore},
    staff::{Role, StaffMember, StaffStatus},
};
use model::{ConversationId, CustomerId, Language, Preferences, StaffId, TextSize, Timestamp, forms::Whereabouts};

use crate::{on_both, world::World};

on_both!(
    it_is_read_as_it_was_kept_and_by_its_owner_alone,
    nobody_is_in_two_at_a_time,
    of_two_who_take_it_one_does,
    nothing_is_lost_doubled_or_turned_around,
    how_far_it_was_read_only_grows,
    what_is_due_first_comes_first,
    what_was_begun_before_signing_in_goes_on,
    what_nobody_spoke_in_for_long_is_forgotten,
    what_began_since_is_read_from_the_latest_on,
);

fn begun(world: &World, customer: Option<CustomerId>) -> Conversation {
    let id = ConversationId::new(world.ids.next());
    let new = Conversation::new(id, customer, Language::Zh, world.clock.now());
    after(world, &new, Speaker::Owner, Said::Wrote("It's \"gone\" \\ 钱不见了\nSince noon.".to_owned()))
}

fn after(world: &World, now: &Conversation, by: Speaker, said: Said) -> Conversation {
    now.next(Entry { by, said, at: world.clock.now(), key: None, about: None, reading: None }).expect("it may follow")
}

async fn member(world: &World) -> StaffId {
    let id = StaffId::new(world.ids.next());
    let member = StaffMember {
        id,
        username: format!("s{id}"),
        name: "Priya Shah".to_owned(),
        role: Role::Agent,
        status: StaffStatus::Active,
        created_at: world.clock.now(),
    };
    assert!(world.ports.staff.add(&member).await.expect("an answer"));
    id
}

async fn keep(world: &World, conversation: &Conversation) {
    assert!(world.ports.conversations.keep(conversation).await.expect("an answer"));
}

async fn it_is_read_as_it_was_kept_and_by_its_owner_alone(world: World) {
    let ((ann, _), (bob, _)) = (world.person("Ann").await, world.person("Bob").await);
    let port = &world.ports.conversations;
    let (hers, strangers) = (begun(&world, Some(ann)), begun(&world, None));
    for kept in [&hers, &strangers] {
        keep(&world, kept).await;
        assert_eq!(port.any(kept.head.id).await.expect("an answer").as_ref(), Some(kept));
    }
    let (id, none) = (hers.head.id, strangers.head.id);
    assert_eq!(port.one(ann, id).await.expect("an answer").as_ref(), Some(&hers));
    assert_eq!(port.latest(ann).await.expect("an answer").as_ref(), Some(&hers));
    assert_eq!(port.of_visitor(none).await.expect("an answer").as_ref(), Some(&strangers));
    for other in [port.one(bob, id).await, port.latest(bob).await, port.of_visitor(id).await, port.one(ann, none).await]
    {
        assert_eq!(other.expect("an answer"), None);
    }
    let priya = member(&world).await;
    let mut now = hers;
    now.head.page = Some(Whereabouts::PayAmount);
    for (by, said) in [
        (Speaker::Assistant, Said::Replied(Reply::NotUnderstood)),
        (Speaker::Owner, Said::Asked(HandOver::Wanted)),
        (Speaker::Staff(priya), Said::Taken),
        (Speaker::Staff(priya), Said::Noted("a \"note\"".to_owned())),
        (Speaker::Staff(priya), Said::Answered("你好".to_owned())),
        (Speaker::Staff(priya), Said::Handed(Some(priya))),
        (Speaker::Staff(priya), Said::Handed(None)),
        (Speaker::Staff(priya), Said::GaveBack),
        (Speaker::Owner, Said::Closed),
    ] {
        let mut next = after(&world, &now, by, said);
        next.dialogue = format!("{{\"n\":{}}}", next.head.version);
        assert!(port.update(&next, now.head.version).await.expect("an answer"));
        assert_eq!(port.any(id).await.expect("an answer").as_ref(), Some(&next));
        now = next;
    }
}

async fn nobody_is_in_two_at_a_time(world: World) {
    let (ann, _) = world.person("Ann").await;
    let port = &world.ports.conversations;
    let first = begun(&world, Some(ann));
    keep(&world, &first).await;
    let second = begun(&world, Some(ann));
    assert!(!port.keep(&second).await.expect("an answer"));
    for _ in 0..2 {
        keep(&world, &begun(&world, None)).await;
    }
    let over = after(&world, &first, Speaker::Owner, Said::Closed);
    assert!(port.update(&over, 1).await.expect("an answer"));
    keep(&world, &second).await;
    assert_eq!(port.latest(ann).await.expect("an answer").expect("one").head.id, second.head.id);
}

async fn of_two_who_take_it_one_does(world: World) {
    let (ann, _) = world.person("Ann").await;
    let (priya, oscar) = (member(&world).await, member(&world).await);
    let other = world.another_server(2).await;
    let waits = after(&world, &begun(&world, Some(ann)), Speaker::Owner, Said::Asked(HandOver::Wanted));
    keep(&world, &waits).await;
    let (first, second) = (
        after(&world, &waits, Speaker::Staff(priya), Said::Taken),
        after(&world, &waits, Speaker::Staff(oscar), Said::Taken),
    );
    let (here, there) = (world.ports.conversations.clone(), other.ports().conversations);
    let (one, two) = tokio::join!(here.update(&first, 2), there.update(&second, 2));
    let (one, two) = (one.expect("an answer"), two.expect("an answer"));
    assert!(one ^ two);
    let kept = if one { first } else { second };
    assert_eq!(here.any(waits.head.id).await.expect("an answer"), Some(kept));
    other.ports().ledger.close().await;
}

/// Says `key`, as whoever writes does: once more where somebody else was faster, and once where it is there already.
async fn say(port: &dyn Conversations, id: ConversationId, by: Speaker, key: &str, at: Timestamp) {
    loop {
        let now = port.any(id).await.expect("an answer").expect("it is there");
        if now.entries.iter().any(|entry| entry.key.as_deref() == Some(key)) {
            return;
        }
        let said = Said::Wrote(key.to_owned());
        let next = now
            .next(Entry { by, said, at, key: Some(key.to_owned()), about: None, reading: None })
            .expect("it may follow");
        if port.update(&next, now.head.version).await.expect("an answer") {
            return;
        }
    }
}

async fn nothing_is_lost_doubled_or_turned_around(world: World) {
    const SENDERS: usize = 6;
    const EACH: usize = 12;
    let (ann, _) = world.person("Ann").await;
    let other = world.another_server(2).await;
    let first = begun(&world, Some(ann));
    keep(&world, &first).await;
    let (id, at) = (first.head.id, world.clock.now());
    let servers = [world.ports.conversations.clone(), other.ports().conversations];
    let senders = (0..SENDERS).map(|sender| {
        let port = servers[sender % 2].clone();
        let twin = servers[(sender + 1) % 2].clone();
        tokio::spawn(async move {
            for nth in 0..EACH {
                let key = format!("s{sender}n{nth}");
                // Every third is sent twice, to both servers at once.
                if nth % 3 == 0 {
                    tokio::join!(
                        say(port.as_ref(), id, Speaker::Owner, &key, at),
                        say(twin.as_ref(), id, Speaker::Owner, &key, at)
                    );
                } else {
                    say(port.as_ref(), id, Speaker::Owner, &key, at).await;
                }
            }
        })
    });
    for sender in senders.collect::<Vec<_>>() {
        sender.await.expect("a sender ends");
    }
    let kept = servers[0].any(id).await.expect("an answer").expect("it is there");
    assert_eq!(kept.head.version, i64::try_from(1 + SENDERS * EACH).expect("a few"));
    for sender in 0..SENDERS {
        let begins = format!("s{sender}n");
        let theirs: Vec<_> = kept.entries.iter().filter_map(|entry| entry.key.as_deref()).collect();
        let theirs: Vec<_> = theirs.into_iter().filter(|key| key.starts_with(&begins)).collect();
        let sent: Vec<_> = (0..EACH).map(|nth| format!("s{sender}n{nth}")).collect();
        assert_eq!(theirs, sent);
    }
    other.ports().ledger.close().await;
}

async fn how_far_it_was_read_only_grows(world: World) {
    let (ann, _) = world.person("Ann").await;
    let port = &world.ports.conversations;
    let first = begun(&world, Some(ann));
    keep(&world, &first).await;
    let id = first.head.id;
    for upto in [1, 4, 2] {
        port.owner_read(id, upto).await.expect("an answer");
        port.bank_read(id, upto + 1).await.expect("an answer");
    }
    // Whoever adds something has read it at another time.
    let next = after(&world, &first, Speaker::Owner, Said::Asked(HandOver::Scam));
    assert!(port.update(&next, 1).await.expect("an answer"));
    let head = port.any(id).await.expect("an answer").expect("it is there").head;
    assert_eq!(head, ConversationHead { owner_read: 4, bank_read: 5, ..next.head });
}

async fn what_is_due_first_comes_first(world: World) {
    let port = &world.ports.conversations;
    let priya = member(&world).await;
    let asked = |why| after(&world, &begun(&world, None), Speaker::Owner, Said::Asked(why));
    let (slow, urgent) = (asked(HandOver::Wanted), asked(HandOver::Scam));
    let taken = after(&world, &asked(HandOver::Wanted), Speaker::Staff(priya), Said::Taken);
    let answered = after(&world, &taken, Speaker::Staff(priya), Said::Answered("x".to_owned()));
    let owed = after(&world, &asked(HandOver::Dispute), Speaker::Staff(member(&world).await), Said::Taken);
    let (ann, _) = world.person("Ann").await;
    let hers = after(&world, &begun(&world, Some(ann)), Speaker::Owner, Said::Asked(HandOver::Wanted));
    for kept in [&slow, &urgent, &answered, &owed, &hers, &begun(&world, None)] {
        keep(&world, kept).await;
    }
    let ids = async |queue, limit| {
        let heads = port.queue(queue, limit).await.expect("an answer");
        heads.into_iter().map(|head| head.id).collect::<Vec<_>>()
    };
    assert_eq!(ids(ChatQueue::Waiting, 5).await, [hers.head.id, urgent.head.id, slow.head.id]);
    assert_eq!(ids(ChatQueue::Waiting, 1).await, [hers.head.id], "no crowd of strangers stands before a customer");
    assert_eq!(ids(ChatQueue::Taken, 5).await, [owed.head.id, answered.head.id], "what is due before what is not");
    assert_eq!(ids(ChatQueue::Of(priya), 5).await, [answered.head.id]);
    let since = async |s| port.changed(world.clock.now().plus_seconds(s)).await.expect("an answer");
    assert!(since(0).await.contains(&(answered.head.id, 4)), "and what changed is found by when it did");
    assert_eq!(since(1).await, []);
    let counts = async |s| port.counts(world.clock.now().plus_seconds(s)).await.expect("an answer");
    assert_eq!(counts(60).await, ChatCounts { waiting: 3, overdue: 0 }, "to the moment is in time");
    assert_eq!(counts(61).await, ChatCounts { waiting: 3, overdue: 1 });
}

async fn what_was_begun_before_signing_in_goes_on(world: World) {
    let (ann, _) = world.person("Ann").await;
    let port = &world.ports.conversations;
    let (first, second) = (begun(&world, None), begun(&world, None));
    let over = after(&world, &begun(&world, None), Speaker::Owner, Said::Closed);
    for (kept, hers) in [(&first, true), (&second, false), (&over, true)] {
        keep(&world, kept).await;
        assert_eq!(port.adopt(kept.head.id, ann).await.expect("an answer"), hers);
    }
    assert_eq!(port.latest(ann).await.expect("an answer").expect("one").head.id, first.head.id);
    assert!(port.of_visitor(first.head.id).await.expect("an answer").is_none());
    assert!(port.of_visitor(second.head.id).await.expect("an answer").is_some(), "she is in another");
    assert!(port.one(ann, over.head.id).await.expect("an answer").is_some(), "what is over stands in nobody's way");
    let (bob, _) = world.person("Bob").await;
    assert!(!port.adopt(first.head.id, bob).await.expect("an answer"), "it is hers");
    assert!(port.latest(bob).await.expect("an answer").is_none());
}

async fn what_nobody_spoke_in_for_long_is_forgotten(world: World) {
    let kept = begun(&world, None);
    keep(&world, &kept).await;
    let is_left = async |conversations| {
        let before = SweepBefore { conversations, ..SweepBefore::NOTHING };
        world.ports.upkeep.sweep(before, 10).await.expect("an answer");
        world.ports.conversations.any(kept.head.id).await.expect("an answer").is_some()
    };
    assert!(is_left(world.clock.now()).await);
    assert!(!is_left(world.clock.now().plus_seconds(1)).await);
}

async fn what_began_since_is_read_from_the_latest_on(world: World) {
    let ((ann, _), port) = (world.person("Ann").await, &world.ports.conversations);
    let large = Preferences { text: TextSize::Large, ..Preferences::default() };
    world.ports.customers.set_preferences(ann, large).await.expect("an answer");
    let long_ago = begun(&world, None);
    world.clock.forward(8 * 86_400 * 1_000_000);
    // Named on a page that was open for some hours before it was kept.
    let early = ConversationId::new(world.ids.next());
    world.clock.forward(5 * 3_600 * 1_000_000);
    let since = world.clock.now();
    let named = Conversation::new(early, None, Language::En, since);
    let (strangers, hers) = (begun(&world, None), begun(&world, Some(ann)));
    for kept in [&long_ago, &named, &strangers, &hers] {
        keep(&world, kept).await;
    }
    let read = async |before, limit| port.begun(since, before, limit).await.expect("an answer");
    let all = [(hers, Some(TextSize::Large)), (strangers, None), (named, None)];
    assert_eq!(read(None, 9).await, all);
    assert_eq!(read(None, 2).await, all[..2]);
    assert_eq!(read(Some(all[0].0.head.id), 1).await, all[1..2]);
    assert_eq!(read(Some(early), 9).await, []);
}
