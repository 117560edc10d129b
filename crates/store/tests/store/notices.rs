//! What people were told on their own pages, and how they want to be told.

use bank::{
    Clock, StorageError,
    notices::{
        Letter,
        post::{Due, End, Next},
    },
    ports::SweepBefore,
    security::{Channel, Facts, Notice, SecurityEvent},
};
use model::{
    CustomerId, Timestamp,
    forms::{By, NoticeChoices, QuietHours},
};

use crate::{on_both, world::World};

on_both!(
    a_letter_is_its_customers_and_new_until_it_was_seen,
    what_one_event_is_told_by_is_kept_together,
    what_was_told_is_forgotten_when_it_is_old,
    a_choice_holds_until_another_is_made,
    a_mail_is_kept_for_one_server_until_it_has_ended,
    an_address_that_gave_a_mail_back_is_known_until_one_arrives,
);

/// What Ann is told of one event, by these ways.
fn notices(world: &World, customer: CustomerId, event: SecurityEvent, channels: &[Channel]) -> Vec<Notice> {
    let at = world.clock.now();
    let facts = Facts { name: "O'Neil \\ 陈".to_owned(), when: Some(at), ..Facts::default() };
    let notice = |channel: &Channel| {
        let address = if *channel == Channel::Inbox { String::new() } else { "ann@example.org".to_owned() };
        Notice { customer, channel: *channel, address, event, facts: facts.clone(), at, due_at: at.plus_seconds(60) }
    };
    channels.iter().map(notice).collect()
}

async fn tell(world: &World, customer: CustomerId, event: SecurityEvent, channels: &[Channel]) {
    world.ports.security.send(&notices(world, customer, event, channels)).await.expect("an answer");
    world.clock.forward(1_000);
}

async fn letters(world: &World, customer: CustomerId) -> Vec<Letter> {
    world.ports.notices.letters(customer, 10).await.expect("an answer")
}

async fn a_letter_is_its_customers_and_new_until_it_was_seen(world: World) {
    let ((ann, _), (bob, _)) = (world.person("Ann").await, world.person("Bob").await);
    for event in [SecurityEvent::Frozen, SecurityEvent::ThawAsked, SecurityEvent::NewDevice] {
        tell(&world, ann, event, &[Channel::Inbox]).await;
    }
    let found = letters(&world, ann).await;
    let events = [SecurityEvent::NewDevice, SecurityEvent::ThawAsked, SecurityEvent::Frozen];
    assert_eq!(found.iter().map(|letter| letter.event).collect::<Vec<_>>(), events, "the latest first");
    assert_eq!(found[0].facts.name, "O'Neil \\ 陈");
    assert!(letters(&world, bob).await.is_empty());
    let unseen = async |limit| world.ports.notices.unseen(ann, limit).await.expect("an answer");
    assert_eq!((unseen(10).await, unseen(2).await), (3, 2), "counted as far as asked");
    let see =
        async |customer, last| world.ports.notices.see(customer, last, world.clock.now()).await.expect("an answer");
    see(bob, found[0].id).await;
    assert_eq!(unseen(10).await, 3, "nobody sees for somebody else");
    see(ann, found[1].id).await;
    assert_eq!(letters(&world, ann).await.iter().map(|letter| letter.seen).collect::<Vec<_>>(), [false, true, true]);
    assert_eq!(unseen(10).await, 1);
}

async fn what_one_event_is_told_by_is_kept_together(world: World) {
    let (ann, _) = world.person("Ann").await;
    let all = [Channel::Inbox, Channel::Email, Channel::Sms];
    for count in 1..=all.len() {
        tell(&world, ann, SecurityEvent::TicketNews, &all[..count]).await;
    }
    assert_eq!(letters(&world, ann).await.len(), 3);
    let sent = world.ports.security.sent(10).await.expect("an answer");
    let by: Vec<Channel> = sent.iter().map(|one| one.notice.channel).collect();
    assert_eq!(by, [Channel::Sms, Channel::Email, Channel::Email], "what stands on a page was not sent anywhere");
    assert!(sent.iter().all(|one| one.notice.due_at == one.notice.at.plus_seconds(60) && one.name == "Ann"));
    let nothing: Result<(), StorageError> = world.ports.security.send(&[]).await;
    nothing.expect("an answer");
}

async fn what_was_told_is_forgotten_when_it_is_old(world: World) {
    let (ann, _) = world.person("Ann").await;
    tell(&world, ann, SecurityEvent::Frozen, &[Channel::Inbox, Channel::Email]).await;
    let between = world.clock.now();
    tell(&world, ann, SecurityEvent::ThawAsked, &[Channel::Inbox]).await;
    let before = SweepBefore { notices: between, ..SweepBefore::NOTHING };
    world.ports.upkeep.sweep(before, 100).await.expect("an answer");
    assert_eq!(
        letters(&world, ann).await.iter().map(|letter| letter.event).collect::<Vec<_>>(),
        [SecurityEvent::ThawAsked]
    );
    assert!(world.ports.security.sent(10).await.expect("an answer").is_empty());
}

async fn a_choice_holds_until_another_is_made(world: World) {
    let ((ann, _), (bob, _)) = (world.person("Ann").await, world.person("Bob").await);
    let choices = async |customer| world.ports.notices.choices(customer).await.expect("an answer");
    assert_eq!(choices(ann).await, NoticeChoices::default());
    for (payments, messages) in [(By::Here, By::Both), (By::Sms, By::Email)] {
        let chosen = NoticeChoices { payments, messages, quiet: QuietHours { from: 22, until: 7 } };
        world.ports.notices.choose(ann, chosen).await.expect("an answer");
        assert_eq!(choices(ann).await, chosen);
    }
    assert_eq!(choices(bob).await, NoticeChoices::default());
}

async fn mails(world: &World) -> Vec<Due> {
    world.ports.notices.due(Channel::Email, (Timestamp::EPOCH, world.clock.now()), 10).await.expect("an answer")
}

async fn a_mail_is_kept_for_one_server_until_it_has_ended(world: World) {
    let (ann, _) = world.person("Ann").await;
    tell(&world, ann, SecurityEvent::Frozen, &[Channel::Inbox, Channel::Email, Channel::Sms]).await;
    assert!(mails(&world).await.is_empty(), "she sleeps for a minute");
    world.clock.forward(60_000_000);
    let due = mails(&world).await;
    assert_eq!((due.len(), due[0].tries, due[0].sent.name.as_str()), (1, 0, "Ann"));
    assert_eq!((due[0].sent.notice.channel, due[0].sent.notice.event), (Channel::Email, SecurityEvent::Frozen));
    let until = world.clock.now().plus_seconds(60);
    let claim = async |tries| world.ports.notices.claim(due[0].id, tries, until).await.expect("an answer");
    assert!(claim(0).await);
    assert!(!claim(0).await, "another server was first");
    assert!(mails(&world).await.is_empty());
    let carried = async |tries, next| {
        world.ports.notices.carried(due[0].id, tries, next, world.clock.now()).await.expect("an answer");
    };
    carried(1, Next::Again(world.clock.now())).await;
    assert_eq!(mails(&world).await[0].tries, 1);
    assert!(claim(1).await);
    carried(1, Next::Again(world.clock.now())).await;
    assert!(mails(&world).await.is_empty(), "whoever was slow shortens nobody else's turn");
    carried(2, Next::Ended(End::Sent)).await;
    carried(2, Next::Again(world.clock.now())).await;
    world.clock.forward(120_000_000);
    assert!(mails(&world).await.is_empty(), "what has ended does not begin again");
    let by_phone =
        world.ports.notices.due(Channel::Sms, (Timestamp::EPOCH, world.clock.now()), 10).await.expect("an answer");
    assert_eq!(by_phone.len(), 1);
    let since = world.clock.now();
    let news = world.ports.notices.due(Channel::Sms, (since, since), 10).await.expect("an answer");
    assert!(news.is_empty(), "what was due before is no news");
}

async fn an_address_that_gave_a_mail_back_is_known_until_one_arrives(world: World) {
    let ((ann, _), (bob, _)) = (world.person("Ann").await, world.person("Bob").await);
    let contact = world.ports.security.contact(ann).await.expect("an answer");
    for end in [End::Sent, End::Refused, End::Sent] {
        let [mut mail] = notices(&world, ann, SecurityEvent::Frozen, &[Channel::Email]).try_into().expect("one");
        mail.address.clone_from(&contact.email);
        world.ports.security.send(&[mail]).await.expect("an answer");
        world.clock.forward(60_000_000);
        let (due, at) = (mails(&world).await, world.clock.now());
        world.ports.notices.carried(due[0].id, 0, Next::Ended(end), at).await.expect("an answer");
        let unreached = world.ports.notices.unreached(ann).await.expect("an answer");
        let known = unreached.iter().map(|one| (one.channel, one.at)).collect::<Vec<_>>();
        assert_eq!(known, if end == End::Sent { vec![] } else { vec![(Channel::Email, at)] });
        assert!(world.ports.notices.unreached(bob).await.expect("an answer").is_empty());
    }
}
