//! What customers write, what is answered, and that neither is ever lost.

use bank::{
    Error,
    audit::Deed,
    help::{self, Asker, CallLook},
    ports::{Queue, Staff},
    security::{Channel, SecurityEvent},
    staff::{Duty, Role, StaffMember, StaffStatus},
    tickets::{self, Step, TicketState},
};
use model::{
    ErrorCode, Language, StaffId, TicketId,
    forms::{
        CallBackForm, CloseForm, HandForm, NoteForm, RatingForm, ReasonForm, ReplyForm, TakeForm, TicketForm,
        TicketMessageForm,
    },
};

use crate::house::{ANNA, ANNA_CURRENT, House, TOM, house};

const PRIYA: StaffId = StaffId::new(901);
const OSCAR: StaffId = StaffId::new(902);

fn code_of(error: Error) -> ErrorCode {
    match error {
        Error::Refused(code) => code,
        Error::Form(problems) => problems.iter().next().unwrap().code,
        Error::Unavailable(error) => panic!("{error:?}"),
    }
}

async fn staffed() -> House {
    let house = house();
    for (id, role) in [(PRIYA, Role::Agent), (OSCAR, Role::PaymentsOfficer), (StaffId::new(903), Role::Auditor)] {
        let (username, name) = (format!("m{}", id.value()), "A. Member".to_owned());
        let new =
            StaffMember { id, username, name, role, status: StaffStatus::Active, created_at: house.bank.clock.now() };
        Staff::add(house.memory.as_ref(), &new).await.unwrap();
    }
    house
}

fn first(kind: &str, words: &str) -> TicketForm {
    TicketForm { kind: kind.to_owned(), words: words.to_owned(), ..TicketForm::default() }
}

async fn open(house: &House, kind: &str, words: &str) -> TicketId {
    tickets::open(&house.bank, ANNA, Language::En, &first(kind, words)).await.unwrap()
}

async fn say(house: &House, id: TicketId, words: &str, further: &str) -> Result<(), ErrorCode> {
    let form = TicketMessageForm { words: words.to_owned(), further: further.to_owned() };
    tickets::write(&house.bank, ANNA, id, &form).await.map_err(code_of)
}

async fn head(house: &House, id: TicketId) -> tickets::TicketHead {
    tickets::of(&house.bank, ANNA, id).await.unwrap().head
}

async fn reply(house: &House, member: StaffId, id: TicketId, answer: &str, seen: i64) -> Result<(), ErrorCode> {
    let form = ReplyForm { answer: answer.to_owned(), seen: seen.to_string() };
    tickets::answer(&house.bank, member, id, &form).await.map_err(code_of)
}

async fn look(house: &House, member: StaffId, id: TicketId) {
    let form = ReasonForm { reason: "wrote".to_owned(), note: String::new() };
    tickets::look(&house.bank, member, id, &form).await.unwrap();
}

fn last(house: &House) -> (Option<i64>, Deed, i64) {
    *house.noted().last().unwrap()
}

#[test]
fn whoever_answers_a_customer_may_see_their_file() {
    let roles = |duty| Role::ALL.iter().copied().filter(move |role| role.may(duty)).collect::<Vec<_>>();
    assert_eq!(roles(Duty::Tickets), [Role::Agent, Role::PaymentsOfficer]);
    assert!(roles(Duty::Tickets).iter().all(|role| role.may(Duty::Customers)));
}

#[tokio::test(start_paused = true)]
async fn what_is_written_is_kept_once_without_codes_and_is_its_writers_alone() {
    let house = staffed().await;
    let id = open(&house, "lost", "I said 123456 and gave them 4242 4242 4242 4242").await;
    assert_eq!(last(&house), (Some(ANNA.value()), Deed::TicketOpened, id.value()));
    let ticket = tickets::of(&house.bank, ANNA, id).await.unwrap();
    assert_eq!(ticket.entries[0].step, Step::Wrote("I said •••• and gave them •••• 4242".to_owned()));
    // Pressed twice, and by somebody else.
    assert_eq!(open(&house, "lost", "I said 123456 and gave them 4242 4242 4242 4242").await, id);
    assert_ne!(open(&house, "other", "I said 123456 and gave them 4242 4242 4242 4242").await, id);
    assert_eq!(tickets::list(&house.bank, ANNA).await.unwrap().len(), 2);
    assert!(tickets::list(&house.bank, TOM).await.unwrap().is_empty());
    assert_eq!(tickets::of(&house.bank, TOM, id).await.map_err(code_of).unwrap_err(), ErrorCode::NotFound);
    assert_eq!(tickets::settle(&house.bank, TOM, id).await.map_err(code_of), Err(ErrorCode::NotFound));
    // A line that is not theirs is no line.
    let line = TicketForm { account: ANNA_CURRENT.to_string(), line: "1".to_owned(), ..first("other", "x") };
    let refused = tickets::open(&house.bank, TOM, Language::En, &line).await.map_err(code_of);
    assert_eq!(refused.unwrap_err(), ErrorCode::NotFound);
}

#[tokio::test(start_paused = true)]
async fn nobody_has_more_open_than_can_be_answered() {
    let house = staffed().await;
    for nth in 0..20 {
        open(&house, "other", &format!("Number {nth}")).await;
    }
    let more = tickets::open(&house.bank, ANNA, Language::En, &first("other", "one more")).await.map_err(code_of);
    assert_eq!(more, Err(ErrorCode::TicketsFull));
}

#[tokio::test(start_paused = true)]
async fn each_kind_has_its_clock_and_asking_again_makes_nobody_wait_longer() {
    let house = staffed().await;
    // Monday 2 March 2026, noon; the office closes at five.
    let hours = |until: model::Timestamp| until.seconds_since(house.bank.clock.now()) / 3_600;
    for (kind, wanted) in [
        ("suspicious", 4),
        ("lost", 4),
        ("payment-unknown", 29),
        ("payment-wrong", 53),
        ("other", 53),
        ("complaint", 509),
    ] {
        let id = open(&house, kind, "x").await;
        assert_eq!(hours(head(&house, id).await.due_at.unwrap()), wanted, "{kind}");
    }
    let id = open(&house, "lost", "My card").await;
    let due = head(&house, id).await.due_at;
    house.wait(3_600);
    say(&house, id, "Are you there?", "").await.unwrap();
    assert_eq!(head(&house, id).await.due_at, due);
    // Once it was answered the clock begins anew.
    look(&house, PRIYA, id).await;
    reply(&house, PRIYA, id, "It is blocked.", 1).await.unwrap();
    assert_eq!(head(&house, id).await.due_at, None);
    say(&house, id, "And the new one?", "").await.unwrap();
    assert_eq!(hours(head(&house, id).await.due_at.unwrap()), 4);
}

#[tokio::test(start_paused = true)]
async fn an_answer_is_told_by_mail_without_a_word_of_it() {
    let house = staffed().await;
    let id = open(&house, "other", "How do I read larger?").await;
    assert_eq!(reply(&house, PRIYA, id, "Like this.", 0).await, Err(ErrorCode::LookOver), "before they have said why");
    assert!(tickets::looking(&house.bank, PRIYA, id).await.unwrap().is_none());
    look(&house, PRIYA, id).await;
    assert_eq!(last(&house), (Some(PRIYA.value()), Deed::StaffLooked, ANNA.value()));
    assert_eq!(house.said().as_deref(), Some("wrote"));
    assert_eq!(tickets::looking(&house.bank, PRIYA, id).await.unwrap().unwrap().ticket.head.id, id);
    reply(&house, PRIYA, id, "Press 大 at the top. Your card 4242424242424242 is fine.", 0).await.unwrap();
    assert_eq!(last(&house), (Some(PRIYA.value()), Deed::StaffTicketAnswered, id.value()));
    let notices = house.memory.safety.lock().unwrap().notices.clone();
    let told: Vec<_> = notices.iter().map(|notice| (notice.event, notice.channel)).collect();
    assert_eq!(told, [Channel::Inbox, Channel::Email].map(|channel| (SecurityEvent::TicketNews, channel)));
    assert!(notices.iter().all(|notice| notice.facts == bank::security::Facts::default()));
    let ticket = tickets::of(&house.bank, ANNA, id).await.unwrap();
    assert_eq!((ticket.head.state, ticket.head.taken_by), (TicketState::Answered, Some(PRIYA)));
    assert!(matches!(&ticket.entries[1].step, Step::Answered(said) if said.ends_with("•••• 4242 is fine.")));
}

#[tokio::test(start_paused = true)]
async fn of_two_who_answer_one_reads_the_other_first() {
    let house = staffed().await;
    let id = open(&house, "payment-wrong", "It went twice").await;
    for member in [PRIYA, OSCAR] {
        look(&house, member, id).await;
    }
    reply(&house, OSCAR, id, "It comes back.", 0).await.unwrap();
    assert_eq!(reply(&house, PRIYA, id, "Which one?", 0).await, Err(ErrorCode::TicketMoved));
    assert_eq!(reply(&house, OSCAR, id, "It comes back.", 0).await, Err(ErrorCode::TicketMoved), "pressed twice");
    let answers = async || {
        let ticket = tickets::of(&house.bank, ANNA, id).await.unwrap();
        ticket.entries.iter().filter(|entry| matches!(entry.step, Step::Answered(_))).count()
    };
    assert_eq!(answers().await, 1);
    // What the customer says meanwhile is seen first, too.
    say(&house, id, "Thank you, and the other?", "").await.unwrap();
    assert_eq!(reply(&house, PRIYA, id, "Closed now.", 1).await, Err(ErrorCode::TicketMoved));
    reply(&house, PRIYA, id, "That one as well.", 2).await.unwrap();
    assert_eq!(answers().await, 2);
    // What a customer says is added behind whatever was done, and never refused for it.
    house.memory.moved(id, OSCAR);
    say(&house, id, "Good.", "").await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn a_note_stays_within_the_bank_and_a_ticket_goes_to_those_who_may() {
    let house = staffed().await;
    let id = open(&house, "complaint", "Nobody answers").await;
    look(&house, PRIYA, id).await;
    let seen = |version: i64| version.to_string();
    tickets::take(&house.bank, PRIYA, id, &TakeForm { seen: seen(0) }).await.unwrap();
    let note = NoteForm { note: "She called twice".to_owned(), seen: seen(1) };
    tickets::note(&house.bank, PRIYA, id, &note).await.unwrap();
    let hand = async |to: &str, version| {
        let form = HandForm { to: to.to_owned(), seen: seen(version) };
        tickets::hand(&house.bank, PRIYA, id, &form).await.map_err(code_of)
    };
    for nobody in ["auditor", "administrator", "x", StaffId::new(903).to_string().as_str()] {
        assert_eq!(hand(nobody, 2).await, Err(ErrorCode::ChoiceUnknown), "{nobody}");
    }
    let mine = async |member| tickets::queue(&house.bank, Queue::Of(member)).await.unwrap().len();
    assert_eq!((mine(PRIYA).await, mine(OSCAR).await), (1, 0));
    hand(&OSCAR.to_string(), 2).await.unwrap();
    assert_eq!((mine(PRIYA).await, mine(OSCAR).await), (0, 1));
    hand("agent", 3).await.unwrap();
    let ticket = tickets::of(&house.bank, ANNA, id).await.unwrap();
    assert_eq!((ticket.head.role, ticket.head.taken_by), (Role::Agent, None));
    assert_eq!((ticket.head.state, ticket.entries.len()), (TicketState::Open, 5));
    let shown: Vec<_> = ticket.shown().map(|entry| entry.step.clone()).collect();
    assert_eq!(shown, [Step::Wrote("Nobody answers".to_owned()), Step::Taken]);
}

#[tokio::test(start_paused = true)]
async fn thanks_leave_it_closed_and_how_it_went_is_asked_once_each_time() {
    let house = staffed().await;
    let id = open(&house, "other", "Where is my statement?").await;
    look(&house, PRIYA, id).await;
    let close = CloseForm { reason: "solved".to_owned(), seen: "0".to_owned() };
    tickets::close(&house.bank, PRIYA, id, &close).await.unwrap();
    assert_eq!(last(&house), (Some(PRIYA.value()), Deed::StaffTicketClosed, id.value()));
    let rate = async |score: &str| {
        let form = RatingForm { score: score.to_owned(), more: String::new() };
        tickets::rate(&house.bank, ANNA, id, &form).await.map_err(code_of)
    };
    assert_eq!(say(&house, id, "Thank you!", "").await, Err(ErrorCode::TicketFurtherMissing));
    say(&house, id, "Thank you!", "thanks").await.unwrap();
    assert_eq!(head(&house, id).await.state, TicketState::Closed);
    rate("5").await.unwrap();
    rate("1").await.unwrap();
    let marks = async || {
        let entries = tickets::of(&house.bank, ANNA, id).await.unwrap().entries;
        entries
            .iter()
            .filter_map(|entry| if let Step::Rated(mark, _) = entry.step { Some(mark) } else { None })
            .collect()
    };
    let said: Vec<u8> = marks().await;
    assert_eq!(said, [5]);
    say(&house, id, "It is gone again", "reopen").await.unwrap();
    assert_eq!(last(&house), (Some(ANNA.value()), Deed::TicketReopened, id.value()));
    assert_eq!(head(&house, id).await.state, TicketState::Open);
    assert_eq!(rate("2").await, Err(ErrorCode::NotFound), "not while it is open");
    tickets::settle(&house.bank, ANNA, id).await.unwrap();
    tickets::settle(&house.bank, ANNA, id).await.unwrap();
    rate("3").await.unwrap();
    let said: Vec<u8> = marks().await;
    assert_eq!(said, [5, 3]);
    house.wait(31 * 86_400);
    assert_eq!(say(&house, id, "Once more", "reopen").await, Err(ErrorCode::TicketClosed));
    assert_eq!(say(&house, id, "Thanks", "thanks").await, Err(ErrorCode::TicketClosed));
}

#[tokio::test(start_paused = true)]
async fn what_waits_is_counted_and_what_is_late_is_said() {
    let house = staffed().await;
    open(&house, "suspicious", "A call").await;
    open(&house, "complaint", "Slow").await;
    let waiting = async || tickets::waiting(&house.bank).await.unwrap();
    assert_eq!((waiting().await.tickets.open, waiting().await.tickets.overdue), (2, 0));
    house.wait(4 * 3_600 + 1);
    assert_eq!((waiting().await.tickets.open, waiting().await.tickets.overdue), (2, 1));
    let queue = tickets::queue(&house.bank, Queue::In(TicketState::Open)).await.unwrap();
    assert!(queue[0].is_overdue(house.bank.clock.now()) && !queue[1].is_overdue(house.bank.clock.now()));
}

#[tokio::test(start_paused = true)]
async fn whoever_asked_to_be_called_is_seen_for_a_reason() {
    let house = staffed().await;
    let ask = async |asker: Asker| {
        let form = CallBackForm {
            name: "Eve".to_owned(),
            phone: "020 7946 0018".to_owned(),
            language: "en".to_owned(),
            day: "2026-03-03".to_owned(),
            part: "morning".to_owned(),
            ..CallBackForm::default()
        };
        help::ask(&house.bank, &asker, &form).await.unwrap()
    };
    let (hers, strangers) = (ask(Asker::Customer(ANNA)).await, ask(Asker::Visitor(Vec::new())).await);
    assert_eq!(tickets::waiting(&house.bank).await.unwrap().calls, 2);
    let looking = async |id| help::looking_at_call(&house.bank, PRIYA, id).await.unwrap();
    assert!(matches!(looking(hers).await, CallLook::Why));
    assert!(matches!(looking(strangers).await, CallLook::All(..)));
    assert_eq!(help::called(&house.bank, PRIYA, hers).await.map_err(code_of), Err(ErrorCode::LookOver));
    let reason = ReasonForm { reason: "called".to_owned(), note: String::new() };
    help::look_at_caller(&house.bank, PRIYA, hers, &reason).await.unwrap();
    assert!(matches!(looking(hers).await, CallLook::All(call, Some(_)) if call.id == hers));
    for id in [hers, strangers] {
        help::called(&house.bank, PRIYA, id).await.unwrap();
        assert_eq!(last(&house), (Some(PRIYA.value()), Deed::StaffCalledBack, id.value()));
        assert_eq!(help::called(&house.bank, PRIYA, id).await.map_err(code_of), Err(ErrorCode::NotFound));
    }
    assert_eq!(tickets::waiting(&house.bank).await.unwrap().calls, 0);
}
