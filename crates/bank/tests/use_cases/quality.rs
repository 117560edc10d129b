//! How well people are served is told in sums, and of few people not at all.

use assistant::Intent;
use bank::{
    Calendar,
    conversations::{self, Conversation, Entry, HandOver, Offer, Reply, Said, Speaker, Whose},
    models::Serving,
    ports::{Conversations, Tickets},
    quality::{self, By, Group, Measure, Period, Quality, Row, Table, Value},
    staff::Role,
    tickets::{self, Author, Move, Step, Ticket, TicketHead, TicketState},
};
use model::{
    ConversationId, CustomerId, Language, StaffId, TicketId, Timestamp,
    forms::{CloseReason, SayForm, TicketKind},
};

use crate::{
    house::{House, TOM, house},
    suggested::small_model,
};

const PRIYA: StaffId = StaffId::new(901);

/// Something that is said so many seconds after the beginning, and what it is about.
type Told = (i64, Speaker, Said, Option<Intent>);

fn wrote(about: Option<Intent>) -> Told {
    (0, Speaker::Owner, Said::Wrote("hello".to_owned()), about)
}

fn replied(reply: Reply) -> Told {
    (0, Speaker::Assistant, Said::Replied(reply), None)
}

/// So many conversations of as many strangers, or one of each of `customers`, in which the same is said.
async fn talked(house: &House, language: Language, who: &[Option<CustomerId>], told: &[Told]) {
    let at = house.bank.clock.now();
    for customer in who {
        let id = ConversationId::new(house.bank.ids.next());
        let begun = Conversation::new(id, *customer, language, at);
        let all = told.iter().fold(begun, |before, (seconds, by, said, about)| {
            let at = at.plus_seconds(*seconds);
            before.next(Entry { by: *by, said: said.clone(), at, key: None, about: *about, reading: None }).unwrap()
        });
        assert!(Conversations::keep(house.memory.as_ref(), &all).await.unwrap());
    }
}

/// So many conversations that the program answers.
async fn answered(house: &House, language: Language, count: usize, about: Option<Intent>) {
    let told = [wrote(about), replied(Reply::Article("cards".to_owned()))];
    talked(house, language, &vec![None; count], &told).await;
}

async fn seen(house: &House, by: By) -> Quality {
    quality::seen(&house.bank, Period::Month, by).await.unwrap()
}

fn value(table: &Table, group: Group, measure: Measure) -> Option<Value> {
    let at = table.measures.iter().position(|one| *one == measure).unwrap();
    let rows = table.all.iter().chain(&table.groups);
    rows.into_iter().find(|row| row.group == group).and_then(|row: &Row| row.values[at])
}

#[tokio::test(start_paused = true)]
async fn of_fewer_than_twenty_people_nothing_is_told() {
    let house = house();
    answered(&house, Language::En, 19, None).await;
    let quality = seen(&house, By::Language).await;
    assert_eq!((quality.conversations.all, quality.conversations.groups), (None, vec![]));
    answered(&house, Language::En, 1, None).await;
    let table = seen(&house, By::Language).await.conversations;
    assert_eq!(value(&table, Group::All, Measure::Contained), Some(Value::Share { yes: 20, of: 20 }));
    assert_eq!(value(&table, Group::In(Language::En), Measure::HandedOver), Some(Value::Share { yes: 0, of: 20 }));
    assert_eq!(value(&table, Group::All, Measure::FirstAnswer), None, "nobody was fetched");
    assert!(seen(&house, By::Language).await.messages.all.is_none());
}

#[tokio::test(start_paused = true)]
async fn one_customer_is_one_however_often_they_ask() {
    let house = house();
    let ended = (1, Speaker::Owner, Said::Closed, None);
    let told = [wrote(None), replied(Reply::Article("cards".to_owned())), ended];
    talked(&house, Language::En, &[Some(TOM); 30], &told).await;
    assert!(seen(&house, By::Text).await.conversations.all.is_none());
    answered(&house, Language::En, 30, None).await;
    let table = seen(&house, By::Text).await.conversations;
    assert_eq!(value(&table, Group::All, Measure::Contained), Some(Value::Share { yes: 60, of: 60 }));
    assert_eq!(table.groups, [], "Tom is who reads large text, and what is left of all without the strangers");
}

#[tokio::test(start_paused = true)]
async fn what_a_few_would_be_told_by_is_not_told_of_others_either() {
    let house = house();
    answered(&house, Language::En, 60, None).await;
    answered(&house, Language::Zh, 30, None).await;
    answered(&house, Language::Es, 2, None).await;
    let table = seen(&house, By::Language).await.conversations;
    let groups: Vec<Group> = table.groups.iter().map(|row| row.group).collect();
    assert_eq!(groups, [Group::In(Language::En)]);
}

#[tokio::test(start_paused = true)]
async fn a_conversation_is_contained_or_handed_over_or_neither() {
    let house = house();
    answered(&house, Language::En, 20, Some(Intent::Card)).await;
    let lost = [wrote(None), replied(Reply::NotUnderstood)];
    talked(&house, Language::En, &[None; 20], &lost).await;
    let answer = |seconds| (seconds, Speaker::Staff(PRIYA), Said::Answered("We look at it.".to_owned()), None);
    let asked = (10, Speaker::Assistant, Said::Asked(HandOver::Failed), None);
    for seconds in 1..=20 {
        // Chosen, and not what the words were taken for.
        let pressed = (0, Speaker::Owner, Said::Pressed(Offer::Intent(Intent::Refund)), None);
        let told = [wrote(None), pressed, asked.clone(), answer(10 + seconds * 60), answer(9_999)];
        talked(&house, Language::En, &[None], &told).await;
    }
    // Who waits still was asked for, and was not answered.
    talked(&house, Language::En, &[None; 20], &[wrote(Some(Intent::Card)), asked.clone()]).await;
    // One that goes on with a full one is no other.
    let carried = (0, Speaker::Assistant, Said::Asked(HandOver::Wanted), None);
    talked(&house, Language::En, &[None; 5], &[carried, wrote(None)]).await;
    let table = seen(&house, By::About).await.conversations;
    let share = |group, measure| value(&table, group, measure);
    assert_eq!(share(Group::All, Measure::Contained), Some(Value::Share { yes: 20, of: 80 }));
    assert_eq!(share(Group::All, Measure::HandedOver), Some(Value::Share { yes: 40, of: 80 }));
    let took = Value::Took { median_s: 600, nine_of_ten_s: 1_080, of: 20 };
    assert_eq!(share(Group::All, Measure::FirstAnswer), Some(took));
    let card = Group::About(Some(Intent::Card));
    assert_eq!(share(card, Measure::Contained), Some(Value::Share { yes: 20, of: 40 }));
    assert_eq!(share(Group::About(Some(Intent::Refund)), Measure::FirstAnswer), Some(took));
    assert_eq!(share(Group::About(None), Measure::HandedOver), Some(Value::Share { yes: 0, of: 20 }));
    assert_eq!(table.groups[0].group, card, "the largest is first");
}

#[tokio::test(start_paused = true)]
async fn what_began_before_is_not_counted() {
    let house = house();
    answered(&house, Language::En, 20, None).await;
    house.wait(8 * 86_400);
    let of = async |period| quality::seen(&house.bank, period, By::Language).await.unwrap().conversations.all;
    assert!(of(Period::Week).await.is_none() && of(Period::Month).await.is_some());
    house.wait(21 * 86_400);
    assert!(of(Period::Month).await.is_none() && of(Period::Quarter).await.is_some());
}

/// A message that customer number `nth` has written, and what was done about it, a minute after another.
fn written(house: &House, nth: i64, steps: &[Step]) -> Ticket {
    let at: Timestamp = house.bank.clock.now();
    let head = TicketHead {
        id: TicketId::new(house.bank.ids.next()),
        customer: CustomerId::new(1_000 + nth),
        kind: TicketKind::Complaint,
        language: Language::En,
        state: TicketState::Open,
        role: Role::Agent,
        taken_by: None,
        due_at: Some(at),
        opened_at: at,
        changed_at: at,
        closed_at: None,
        version: 0,
    };
    let first = tickets::Entry { by: Author::Customer, step: Step::Wrote("hello".to_owned()), at };
    let calendar = Calendar::utc();
    (1..).zip(steps).fold(Ticket { head, about: None, entries: vec![first] }, |before, (minutes, step)| {
        let at = at.plus_seconds(minutes * 60);
        before.next(step.clone(), Move { by: Author::Staff(PRIYA), at, calendar: &calendar, reopen_days: 30 }).unwrap()
    })
}

#[tokio::test(start_paused = true)]
async fn what_was_written_is_solved_taken_up_again_and_marked() {
    let house = house();
    let answer = || Step::Answered("Done.".to_owned());
    let rated = |mark| Step::Rated(mark, String::new());
    let kinds: [&[Step]; 4] = [
        &[answer(), Step::Settled, rated(5)],
        &[answer(), Step::Closed(CloseReason::Unanswered), rated(2)],
        &[Step::Noted("x".to_owned()), answer(), Step::Settled, Step::Reopened("no".to_owned())],
        &[],
    ];
    for nth in 0..20 {
        for (steps, kind) in kinds.iter().zip(0..) {
            let ticket = written(&house, nth * 4 + kind, steps);
            Tickets::keep(house.memory.as_ref(), &ticket).await.unwrap();
        }
    }
    let table = seen(&house, By::About).await.messages;
    for group in [Group::All, Group::Kind(TicketKind::Complaint)] {
        let value = |measure| value(&table, group, measure);
        assert_eq!(value(Measure::Solved), Some(Value::Share { yes: 20, of: 80 }));
        assert_eq!(value(Measure::Reopened), Some(Value::Share { yes: 20, of: 60 }));
        assert_eq!(value(Measure::Satisfied), Some(Value::Share { yes: 20, of: 40 }));
        assert_eq!(value(Measure::FirstAnswer), Some(Value::Took { median_s: 60, nine_of_ten_s: 120, of: 60 }));
    }
}

#[tokio::test(start_paused = true)]
async fn it_is_kept_what_the_program_was_sure_of_and_nothing_else() {
    let mut house = house();
    house.bank.assistant = Serving::of(Some(small_model()));
    let say = async |words: &str| {
        let form = SayForm { words: words.to_owned(), key: String::new() };
        let id = conversations::say(&house.bank, Whose::Customer(TOM), Language::En, &form).await.unwrap();
        let now = conversations::of(&house.bank, Whose::Customer(TOM), id).await.unwrap();
        now.entries.iter().rev().find(|entry| entry.by == Speaker::Owner).and_then(|entry| entry.about)
    };
    assert_eq!(say("I want to make a complaint").await, Some(Intent::Complaint));
    assert_eq!(say("zzz qqq").await, None);
}
