//! What customers have written is read as it was kept, comes up in the order in which it is due, and is changed by one at
//! a time.

use bank::{
    Calendar, Clock,
    ports::{Queue, SweepBefore, TicketCounts},
    staff::{Role, StaffMember, StaffStatus},
    tickets::{Author, Entry, Move, Step, Ticket, TicketHead, TicketState},
};
use model::{
    AccountId, CustomerId, Language, Preferences, StaffId, TextSize, TicketId,
    forms::{CloseReason, LineOf, TicketKind},
};

use crate::{on_both, world::World};

on_both!(
    it_is_read_as_it_was_kept_and_by_its_customer_alone,
    of_two_who_answer_one_is_told,
    what_is_due_first_comes_first,
    what_was_closed_long_ago_is_forgotten,
    what_was_written_since_is_read_from_the_latest_on,
);

const QUOTES: &str = "It's \"gone\" \\ 钱不见了\nSince noon.";

fn written(world: &World, customer: CustomerId, due_in_s: i64) -> Ticket {
    let at = world.clock.now();
    Ticket {
        head: TicketHead {
            id: TicketId::new(world.ids.next()),
            customer,
            kind: TicketKind::PaymentUnknown,
            language: Language::Zh,
            state: TicketState::Open,
            role: Role::PaymentsOfficer,
            taken_by: None,
            due_at: Some(at.plus_seconds(due_in_s)),
            opened_at: at,
            changed_at: at,
            closed_at: None,
            version: 0,
        },
        about: Some(LineOf { account: AccountId::new(7), version: 3 }),
        entries: vec![Entry { by: Author::Customer, step: Step::Wrote(QUOTES.to_owned()), at }],
    }
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

fn after(world: &World, ticket: &Ticket, by: Author, step: Step) -> Ticket {
    let calendar = Calendar::utc();
    let how = Move { by, at: world.clock.now(), calendar: &calendar, reopen_days: 30 };
    ticket.next(step, how).expect("it may follow")
}

async fn it_is_read_as_it_was_kept_and_by_its_customer_alone(world: World) {
    let ((ann, _), (bob, _)) = (world.person("Ann").await, world.person("Bob").await);
    let tickets = &world.ports.tickets;
    let (first, second) = (written(&world, ann, 60), Ticket { about: None, ..written(&world, ann, 60) });
    for ticket in [&first, &second] {
        tickets.keep(ticket).await.expect("an answer");
        assert_eq!(tickets.one(ann, ticket.head.id).await.expect("an answer").as_ref(), Some(ticket));
        assert_eq!(tickets.any(ticket.head.id).await.expect("an answer").as_ref(), Some(ticket));
        assert_eq!(tickets.one(bob, ticket.head.id).await.expect("an answer"), None);
    }
    let list = async |owner, limit| tickets.of_customer(owner, limit).await.expect("an answer");
    assert_eq!(list(ann, 5).await, [second.head.clone(), first.head.clone()]);
    assert_eq!(list(ann, 1).await, std::slice::from_ref(&second.head));
    assert!(list(bob, 5).await.is_empty());
    let priya = member(&world).await;
    let mut now = first;
    for step in [
        Step::Taken,
        Step::Noted("a \"note\"".to_owned()),
        Step::Answered("你好".to_owned()),
        Step::Handed(Role::PaymentsOfficer, None),
        Step::Handed(Role::Agent, Some(priya)),
        Step::Closed(CloseReason::Solved),
        Step::Rated(4, String::new()),
        Step::Reopened("again".to_owned()),
        Step::Settled,
    ] {
        let next = after(&world, &now, Author::Staff(priya), step);
        assert!(tickets.update(&next, now.head.version).await.expect("an answer"));
        assert_eq!(tickets.any(next.head.id).await.expect("an answer").as_ref(), Some(&next));
        now = next;
    }
}

async fn of_two_who_answer_one_is_told(world: World) {
    let (ann, _) = world.person("Ann").await;
    let (priya, oscar) = (member(&world).await, member(&world).await);
    let other = world.another_server(2).await;
    let ticket = written(&world, ann, 60);
    world.ports.tickets.keep(&ticket).await.expect("an answer");
    let answer = |who, said: &str| after(&world, &ticket, Author::Staff(who), Step::Answered(said.to_owned()));
    let (first, second) = (answer(priya, "one"), answer(oscar, "two"));
    let (here, there) = (world.ports.tickets.clone(), other.ports().tickets);
    let (one, two) = tokio::join!(here.update(&first, 0), there.update(&second, 0));
    let (one, two) = (one.expect("an answer"), two.expect("an answer"));
    assert!(one ^ two);
    let kept = if one { first } else { second };
    assert_eq!(here.any(ticket.head.id).await.expect("an answer"), Some(kept));
    other.ports().ledger.close().await;
}

async fn what_is_due_first_comes_first(world: World) {
    let (ann, _) = world.person("Ann").await;
    let priya = member(&world).await;
    let tickets = &world.ports.tickets;
    let (late, soon) = (written(&world, ann, 500), written(&world, ann, 60));
    let answered = after(&world, &written(&world, ann, 10), Author::Staff(priya), Step::Answered("x".to_owned()));
    let taken = after(&world, &late, Author::Staff(priya), Step::Taken);
    for ticket in [&taken, &soon, &answered] {
        tickets.keep(ticket).await.expect("an answer");
    }
    let ids = async |queue, limit| {
        let heads = tickets.queue(queue, limit).await.expect("an answer");
        heads.into_iter().map(|head| head.id).collect::<Vec<_>>()
    };
    let open = Queue::In(TicketState::Open);
    assert_eq!(ids(open, 5).await, [soon.head.id, late.head.id]);
    assert_eq!(ids(open, 1).await, [soon.head.id]);
    assert_eq!(ids(Queue::In(TicketState::Answered), 5).await, [answered.head.id]);
    assert_eq!(ids(Queue::In(TicketState::Closed), 5).await, []);
    assert_eq!(ids(Queue::Of(priya), 5).await, [late.head.id, answered.head.id], "what is due before what is not");
    let counts = async |s| tickets.counts(world.clock.now().plus_seconds(s)).await.expect("an answer");
    assert_eq!(counts(60).await, TicketCounts { open: 2, overdue: 0 }, "to the moment is in time");
    assert_eq!(counts(61).await, TicketCounts { open: 2, overdue: 1 });
}

async fn what_was_closed_long_ago_is_forgotten(world: World) {
    let (ann, _) = world.person("Ann").await;
    let (open, ended) = (written(&world, ann, 60), written(&world, ann, 60));
    let closed = after(&world, &ended, Author::Customer, Step::Settled);
    for ticket in [&open, &closed] {
        world.ports.tickets.keep(ticket).await.expect("an answer");
    }
    let left = async |tickets| {
        let before = SweepBefore { tickets, ..SweepBefore::NOTHING };
        world.ports.upkeep.sweep(before, 10).await.expect("an answer");
        world.ports.tickets.of_customer(ann, 5).await.expect("an answer").len()
    };
    assert_eq!(left(world.clock.now()).await, 2);
    assert_eq!(left(world.clock.now().plus_seconds(1)).await, 1, "and what is open stays");
}

async fn what_was_written_since_is_read_from_the_latest_on(world: World) {
    let ((ann, _), (bob, _)) = (world.person("Ann").await, world.person("Bob").await);
    let large = Preferences { text: TextSize::Large, ..Preferences::default() };
    world.ports.customers.set_preferences(bob, large).await.expect("an answer");
    let tickets = &world.ports.tickets;
    let long_ago = written(&world, ann, 60);
    world.clock.forward(1_000_000);
    let since = world.clock.now();
    let (first, second) = (written(&world, ann, 60), written(&world, bob, 60));
    for ticket in [&long_ago, &first, &second] {
        tickets.keep(ticket).await.expect("an answer");
    }
    let read = async |before, limit| tickets.begun(since, before, limit).await.expect("an answer");
    let all = [(second, TextSize::Large), (first, TextSize::Standard)];
    assert_eq!(read(None, 9).await, all);
    assert_eq!(read(None, 1).await, all[..1]);
    assert_eq!(read(Some(all[0].0.head.id), 9).await, all[1..]);
}
