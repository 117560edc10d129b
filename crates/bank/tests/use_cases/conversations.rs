//! What people say and what the bank says to it: by the program, and by people.

use std::sync::atomic::Ordering;

use assistant::{Intent, dialogue::Slot};
use bank::{
    Error,
    audit::Deed,
    conversations::{
        self, Conversation, ConversationHead, ConversationState, ErrandKind, Fact, HandOver, Offer, Pressed, Reply,
        Said, Speaker, Whose,
    },
    payments::{self, Prepared, Recipient},
    ports::{ChatCounts, ChatQueue, Staff},
    staff::{Role, StaffMember, StaffStatus},
};
use model::{
    ConversationId, Currency, CustomerId, ErrorCode, Language, Money, StaffId,
    forms::{HandForm, NoteForm, ReasonForm, ReplyForm, SayForm, TakeForm, Whereabouts},
};

use crate::house::{ANNA, ANNA_CURRENT, ANNA_SAVINGS, House, TOM, house};

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
    for id in [PRIYA, OSCAR] {
        let (username, name) = (format!("m{}", id.value()), "A. Member".to_owned());
        let (role, created_at) = (Role::Agent, house.bank.clock.now());
        let new = StaffMember { id, username, name, role, status: StaffStatus::Active, created_at };
        Staff::add(house.memory.as_ref(), &new).await.unwrap();
    }
    house
}

async fn say(house: &House, whose: Whose, words: &str, key: &str) -> ConversationId {
    let form = SayForm { words: words.to_owned(), key: key.to_owned() };
    conversations::say(&house.bank, whose, Language::En, &form).await.unwrap()
}

async fn now(house: &House, whose: Whose) -> Conversation {
    conversations::current(&house.bank, whose).await.unwrap().unwrap()
}

async fn look(house: &House, member: StaffId, id: ConversationId) {
    let form = ReasonForm { reason: "wrote".to_owned(), note: String::new() };
    conversations::look(&house.bank, member, id, &form).await.unwrap();
}

async fn answer(house: &House, member: StaffId, id: ConversationId, words: &str, seen: i64) -> Result<(), ErrorCode> {
    let form = ReplyForm { answer: words.to_owned(), seen: seen.to_string() };
    conversations::answer(&house.bank, member, id, &form).await.map_err(code_of)
}

fn seen(seen: i64) -> TakeForm {
    TakeForm { seen: seen.to_string() }
}

const fn of(customer: CustomerId) -> Whose {
    Whose::Customer(customer)
}

#[tokio::test(start_paused = true)]
async fn what_is_said_twice_is_kept_once_and_without_what_nobody_should_have_typed() {
    let house = staffed().await;
    let id = say(&house, of(ANNA), "My card is 4242 4242 4242 4242, what now", "a1").await;
    assert_eq!(say(&house, of(ANNA), "My card is 4242 4242 4242 4242, what now", "a1").await, id);
    let kept = now(&house, of(ANNA)).await;
    assert_eq!(kept.entries.len(), 2, "{kept:?}");
    let Said::Wrote(words) = &kept.entries[0].said else { panic!("{kept:?}") };
    assert!(!words.contains("4242 4242"), "{words}");
    assert_eq!(conversations::current(&house.bank, of(TOM)).await.unwrap(), None);
    let theirs = conversations::of(&house.bank, of(TOM), id).await.map_err(code_of);
    assert_eq!(theirs, Err(ErrorCode::NotFound));
    // Somebody else is faster, twice: it is still said, once.
    house.memory.faster.store(2, Ordering::Relaxed);
    say(&house, of(ANNA), "Hm", "a2").await;
    let said = now(&house, of(ANNA)).await.entries.iter().filter(|e| e.said == Said::Wrote("Hm".to_owned())).count();
    assert_eq!(said, 1);
    assert!(
        house
            .noted()
            .iter()
            .any(|(who, deed, what)| (*who, *deed, *what) == (Some(ANNA.value()), Deed::ChatOpened, id.value()))
    );
}

#[tokio::test(start_paused = true)]
async fn a_scam_and_the_wish_for_a_person_fetch_one_at_once() {
    let house = staffed().await;
    say(&house, of(ANNA), "My bank called and said to move my money to a safe account", "").await;
    let kept = now(&house, of(ANNA)).await;
    let said: Vec<_> = kept.entries.iter().map(|entry| &entry.said).skip(1).collect();
    assert_eq!(said, [&Said::Replied(Reply::Scam), &Said::Asked(HandOver::Scam)]);
    assert_eq!(kept.head.state, ConversationState::Waiting);
    assert_eq!(kept.head.due_at, Some(house.bank.clock.now().plus_seconds(60)));
    // The program says nothing more, whatever is said.
    say(&house, of(ANNA), "Hello?", "").await;
    assert_eq!(now(&house, of(ANNA)).await.entries.last().unwrap().by, Speaker::Owner);
    say(&house, of(TOM), "Talk to a person", "").await;
    let asked = now(&house, of(TOM)).await;
    assert_eq!((asked.head.state, asked.head.why), (ConversationState::Waiting, Some(HandOver::Wanted)));
    assert_eq!(conversations::waiting(&house.bank).await.unwrap(), ChatCounts { waiting: 2, overdue: 0 });
    let queue = conversations::queue(&house.bank, ChatQueue::Waiting).await.unwrap();
    assert_eq!(queue.iter().map(|head| head.customer).collect::<Vec<_>>(), [Some(ANNA), Some(TOM)]);
}

#[tokio::test(start_paused = true)]
async fn the_button_fetches_a_person_once_and_tells_where_they_were() {
    let house = staffed().await;
    let page = Some(Whereabouts::PayAmount);
    for _ in 0..2 {
        conversations::ask_for_person(&house.bank, of(ANNA), Language::En, page).await.unwrap();
    }
    let kept = now(&house, of(ANNA)).await;
    assert_eq!((kept.entries.len(), kept.head.page), (1, page));
    // What is over can be begun anew by the same button.
    assert!(conversations::close(&house.bank, of(ANNA)).await.unwrap());
    assert!(!conversations::close(&house.bank, of(ANNA)).await.unwrap(), "there is none any more");
    let again = conversations::ask_for_person(&house.bank, of(ANNA), Language::En, None).await.unwrap();
    assert_ne!(again, kept.head.id);
}

#[tokio::test(start_paused = true)]
async fn a_stranger_has_the_conversation_of_their_session_and_takes_it_along() {
    let house = staffed().await;
    let id = say(&house, Whose::Visitor(None), "Talk to a person", "").await;
    assert_eq!(say(&house, Whose::Visitor(Some(id)), "Are you there?", "").await, id);
    assert_eq!(conversations::current(&house.bank, Whose::Visitor(None)).await.unwrap(), None);
    let other = conversations::of(&house.bank, Whose::Visitor(None), id).await.map_err(code_of);
    assert_eq!(other, Err(ErrorCode::NotFound));
    // Who is no customer has no file that a reason would open.
    assert!(conversations::looking(&house.bank, PRIYA, id).await.unwrap().is_some());
    assert!(conversations::adopt(&house.bank, ANNA, id).await.unwrap());
    assert_eq!(now(&house, of(ANNA)).await.head.id, id);
    assert!(conversations::looking(&house.bank, PRIYA, id).await.unwrap().is_none());
    let along = (Some(ANNA.value()), Deed::ChatTakenAlong, id.value());
    assert!(house.noted().iter().any(|(who, deed, what)| (*who, *deed, *what) == along));
}

#[tokio::test(start_paused = true)]
async fn who_signs_in_in_the_middle_of_two_goes_on_where_a_person_is() {
    let house = staffed().await;
    let stranger = async |words| say(&house, Whose::Visitor(None), words, "").await;
    let adopt = async |id| conversations::adopt(&house.bank, ANNA, id).await.unwrap();
    let state = async |id| house.bank.conversations.any(id).await.unwrap().unwrap().head.state;
    let first = say(&house, of(ANNA), "Hm", "").await;
    let urgent = stranger("Talk to a person").await;
    assert!(adopt(urgent).await);
    assert_eq!(now(&house, of(ANNA)).await.head.id, urgent);
    assert_eq!(state(first).await, ConversationState::Closed, "only the program spoke in it");
    let chat = stranger("Hm").await;
    assert!(adopt(chat).await);
    assert_eq!(state(chat).await, ConversationState::Closed, "a person answers her in the other");
    assert_eq!(now(&house, of(ANNA)).await.head.id, urgent);
    let both = stranger("Talk to a person").await;
    assert!(!adopt(both).await, "nobody who was promised an answer is left");
    assert_eq!((state(urgent).await, state(both).await), (ConversationState::Waiting, ConversationState::Waiting));
    conversations::close(&house.bank, Whose::Visitor(Some(both))).await.unwrap();
    assert!(adopt(both).await, "what is over stands in nobody's way");
    assert_eq!(now(&house, of(ANNA)).await.head.id, urgent);
}

#[tokio::test(start_paused = true)]
async fn of_two_colleagues_one_speaks_and_what_a_customer_writes_stands_in_nobodys_way() {
    let house = staffed().await;
    let id = say(&house, of(ANNA), "Talk to a person", "").await;
    let early = conversations::take(&house.bank, PRIYA, id, &seen(2)).await.map_err(code_of);
    assert_eq!(early, Err(ErrorCode::LookOver), "before a reason was said");
    assert!(conversations::looking(&house.bank, PRIYA, id).await.unwrap().is_none());
    for member in [PRIYA, OSCAR] {
        look(&house, member, id).await;
    }
    conversations::take(&house.bank, PRIYA, id, &seen(2)).await.unwrap();
    let second = conversations::take(&house.bank, OSCAR, id, &seen(2)).await.map_err(code_of);
    assert_eq!(second, Err(ErrorCode::TicketMoved));
    assert_eq!(now(&house, of(ANNA)).await.head.taken_by, Some(PRIYA));
    say(&house, of(ANNA), "One thing more", "").await;
    answer(&house, PRIYA, id, "Here I am.", 3).await.unwrap();
    assert_eq!(answer(&house, PRIYA, id, "Here I am.", 3).await, Err(ErrorCode::TicketMoved), "pressed twice");
    let kept = now(&house, of(ANNA)).await;
    assert_eq!((kept.head.due_at, kept.unread()), (None, 3), "nothing is owed; that it was taken, and the answer");
    conversations::read(&house.bank, of(ANNA), id, 99).await.unwrap();
    assert_eq!(now(&house, of(ANNA)).await.unread(), 0);
    say(&house, of(ANNA), "Thank you", "").await;
    assert!(now(&house, of(ANNA)).await.head.due_at.is_some());
    conversations::seen(&house.bank, OSCAR, id, 6).await.unwrap();
    assert_eq!(now(&house, of(ANNA)).await.head.bank_read, 0, "whoever only looks has not read it for the bank");
    conversations::seen(&house.bank, PRIYA, id, 6).await.unwrap();
    assert_eq!(now(&house, of(ANNA)).await.head.bank_read, 6);
}

#[tokio::test(start_paused = true)]
async fn it_is_handed_on_given_back_noted_about_and_ended() {
    let house = staffed().await;
    let id = say(&house, of(ANNA), "Talk to a person", "").await;
    look(&house, PRIYA, id).await;
    let hand = async |to: &str, seen: i64| {
        let form = HandForm { to: to.to_owned(), seen: seen.to_string() };
        conversations::hand(&house.bank, PRIYA, id, &form).await.map_err(code_of)
    };
    assert_eq!(hand("nobody", 2).await, Err(ErrorCode::ChoiceUnknown));
    hand(&OSCAR.to_string(), 2).await.unwrap();
    assert_eq!(conversations::queue(&house.bank, ChatQueue::Of(OSCAR)).await.unwrap().len(), 1);
    hand("next", 3).await.unwrap();
    assert_eq!(now(&house, of(ANNA)).await.head.state, ConversationState::Waiting);
    let note = NoteForm { note: "She is patient".to_owned(), seen: "4".to_owned() };
    conversations::note(&house.bank, PRIYA, id, &note).await.unwrap();
    let kept = now(&house, of(ANNA)).await;
    assert_eq!(kept.shown().map(|(number, _)| number).collect::<Vec<_>>(), [1, 2], "what is ours is not hers");
    conversations::give_back(&house.bank, PRIYA, id, &seen(5)).await.unwrap();
    say(&house, of(ANNA), "qwertyuiop", "").await;
    assert_eq!(now(&house, of(ANNA)).await.entries.last().unwrap().said, Said::Replied(Reply::NotUnderstood));
    conversations::ask_for_person(&house.bank, of(ANNA), Language::En, None).await.unwrap();
    conversations::end(&house.bank, PRIYA, id, &seen(9)).await.unwrap();
    let over = now(&house, of(ANNA)).await;
    assert_eq!((over.head.state, over.head.due_at), (ConversationState::Closed, None));
    assert_ne!(say(&house, of(ANNA), "And now?", "").await, id, "what is over stays over");
}

#[tokio::test(start_paused = true)]
async fn who_writes_more_than_one_can_hold_begins_the_next() {
    let house = staffed().await;
    let id = say(&house, of(ANNA), "Talk to a person", "").await;
    let mut last = id;
    for nth in 0..300 {
        last = say(&house, of(ANNA), "More", &format!("k{nth}")).await;
    }
    assert_ne!(last, id);
    assert_eq!(conversations::of(&house.bank, of(ANNA), id).await.unwrap().head.state, ConversationState::Closed);
}

#[tokio::test(start_paused = true)]
async fn who_fills_one_while_they_wait_waits_no_longer_and_keeps_who_is_there() {
    for taken in [false, true] {
        let house = staffed().await;
        let page = Some(Whereabouts::PayAmount);
        let id = conversations::ask_for_person(&house.bank, of(ANNA), Language::En, page).await.unwrap();
        if taken {
            look(&house, PRIYA, id).await;
            conversations::take(&house.bank, PRIYA, id, &seen(1)).await.unwrap();
        }
        let before = now(&house, of(ANNA)).await.head;
        house.wait(30);
        let mut nth = 0;
        while now(&house, of(ANNA)).await.head.id == id {
            say(&house, of(ANNA), "More", &format!("k{nth}")).await;
            nth += 1;
        }
        let next = now(&house, of(ANNA)).await;
        let carried = |head: &ConversationHead| (head.state, head.why, head.taken_by, head.due_at, head.page);
        assert_eq!(carried(&next.head), carried(&before));
        assert_eq!(next.entries[0].said, Said::Asked(HandOver::Wanted));
        assert_eq!(next.entries.last().unwrap().said, Said::Wrote("More".to_owned()), "and nothing is lost");
        let waiting = conversations::queue(&house.bank, ChatQueue::Waiting).await.unwrap().len();
        assert_eq!(waiting, usize::from(!taken));
        // What a person has ended carries nothing over.
        conversations::close(&house.bank, of(ANNA)).await.unwrap();
        say(&house, of(ANNA), "And now?", "").await;
        assert_eq!(now(&house, of(ANNA)).await.head.state, ConversationState::Assistant);
    }
}

#[tokio::test(start_paused = true)]
async fn what_can_be_pressed_is_answered_from_their_own_books_and_only_where_it_was_offered_last() {
    let house = staffed().await;
    let press = async |whose, said, offer| {
        let pressed = Pressed { said, offer };
        conversations::press(&house.bank, whose, Language::En, pressed).await.unwrap()
    };
    assert_eq!(press(of(ANNA), 7, 0).await, None, "nothing was offered there");
    assert_eq!(press(of(ANNA), 0, 99).await, None);
    let id = press(of(ANNA), 0, 0).await.unwrap();
    let kept = now(&house, of(ANNA)).await;
    assert_eq!(kept.entries[0].said, Said::Pressed(Offer::Intent(Intent::Balance)));
    let Said::Replied(Reply::Told(Fact::Balances(all))) = &kept.entries[1].said else { panic!("{kept:?}") };
    let told: Vec<_> = all.iter().map(|one| (one.account.id, one.balance.minor)).collect();
    assert_eq!(told, [(ANNA_CURRENT, 100_000), (ANNA_SAVINGS, 5_000)]);
    assert!(all[0].account.ending.len() == 4, "{all:?}");
    // Pressed twice, and on a page that is older than what was said since: nothing is said again.
    assert_eq!(press(of(ANNA), 0, 0).await, Some(id));
    assert_eq!(now(&house, of(ANNA)).await.entries.len(), 2);
    assert_eq!(kept.offers(), (2, vec![Offer::NotThis]));
    say(&house, of(ANNA), "Talk to a person", "").await;
    assert_eq!(press(of(ANNA), 2, 0).await, Some(id));
    assert_eq!(now(&house, of(ANNA)).await.entries.len(), 4, "a person was asked for");
    // Somebody who is not signed in has no books.
    let id = press(Whose::Visitor(None), 0, 0).await;
    assert_eq!(now(&house, Whose::Visitor(id)).await.entries[1].said, Said::Replied(Reply::SignIn));
}

#[tokio::test(start_paused = true)]
async fn to_pay_somebody_is_led_to_the_page_and_nothing_is_paid() {
    let house = staffed().await;
    let pressed = Pressed { said: 0, offer: 3 };
    conversations::press(&house.bank, of(ANNA), Language::En, pressed).await.unwrap();
    let asked = now(&house, of(ANNA)).await;
    assert_eq!(asked.entries[1].said, Said::Replied(Reply::Ask { slot: Slot::Payee, offers: Vec::new() }));
    say(&house, of(ANNA), "Maya Whitfield", "").await;
    say(&house, of(ANNA), "25 pounds", "").await;
    let kept = now(&house, of(ANNA)).await;
    let Some(Said::Replied(Reply::Go(errand))) = kept.entries.last().map(|entry| &entry.said) else {
        panic!("{kept:?}")
    };
    assert_eq!((errand.kind, errand.href.as_str()), (ErrandKind::Pay, "/pay"));
    assert_eq!(errand.amount, Some(Money::new(2_500, Currency::Gbp)), "said back in full");
    assert_eq!(errand.who.as_deref(), Some("Maya Whitfield"));
    assert_eq!(house.memory.transfers.load(Ordering::Relaxed), 0);
}

#[tokio::test(start_paused = true)]
async fn everything_that_was_said_of_a_payment_stands_on_its_page() {
    let house = staffed().await;
    let pressed = Pressed { said: 0, offer: 3 };
    conversations::press(&house.bank, of(ANNA), Language::En, pressed).await.unwrap();
    say(&house, of(ANNA), "Maya Whitfield", "").await;
    say(&house, of(ANNA), "25 pounds tomorrow from my savings, reference rent", "").await;
    let kept = now(&house, of(ANNA)).await;
    let (said, Some(Said::Replied(Reply::Go(errand)))) =
        (kept.head.version, kept.entries.last().map(|entry| &entry.said))
    else {
        panic!("{kept:?}")
    };
    assert_eq!(errand.from.as_ref().map(|from| from.id), Some(ANNA_SAVINGS));
    let prepared = conversations::prepared(&house.bank, ANNA, (kept.head.id, said)).await.unwrap().expect("a payment");
    assert_eq!(errand.payment.as_ref(), Some(&prepared));
    // Nobody else begins it, and no other entry does.
    assert_eq!(conversations::prepared(&house.bank, TOM, (kept.head.id, said)).await.unwrap(), None);
    assert_eq!(conversations::prepared(&house.bank, ANNA, (kept.head.id, said - 1)).await.unwrap(), None);
    let id = payments::start_prepared(&house.bank, ANNA, &prepared).await.unwrap();
    let (draft, _) = payments::open(&house.bank, ANNA, id).await.unwrap().expect("a draft");
    assert_eq!((draft.amount.amount.as_str(), draft.amount.from), ("25.00", ANNA_SAVINGS.to_string()));
    assert_eq!((draft.payee.name.as_str(), draft.payee.reference.as_str()), ("Maya Whitfield", "rent"));
    let tomorrow = house.bank.calendar.day(house.bank.clock.now()).tomorrow().unwrap().to_string();
    assert_eq!((draft.when.every.as_str(), draft.when.day), ("once", tomorrow));
    assert!(draft.sent.amount && !draft.sent.payee, "the number is still to be typed");
    // Pressed twice it is one payment.
    assert_eq!(payments::start_prepared(&house.bank, ANNA, &prepared).await.unwrap(), id);
    assert_eq!(house.memory.transfers.load(Ordering::Relaxed), 0);
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_taken_as_it_was_said_is_left_to_be_asked() {
    let house = staffed().await;
    let begun = async |prepared: Prepared| {
        let id = payments::start_prepared(&house.bank, ANNA, &prepared).await.unwrap();
        payments::open(&house.bank, ANNA, id).await.unwrap().expect("a draft").0
    };
    let pounds = Some(Money::new(2_500, Currency::Gbp));
    let euros = Some(Money::new(2_500, Currency::Eur));
    let draft = begun(Prepared { amount: euros, from: Some(ANNA_CURRENT), ..Prepared::default() }).await;
    assert_eq!((draft.amount.amount.as_str(), draft.sent.amount), ("", false), "twenty-five pounds are no euros");
    let draft = begun(Prepared { amount: pounds, from: Some(model::AccountId::new(1)), ..Prepared::default() }).await;
    assert_eq!((draft.amount.from.as_str(), draft.sent.amount), ("", false), "no account of hers");
    let to = Recipient::Own(Some(ANNA_SAVINGS));
    let draft =
        begun(Prepared { to: to.clone(), amount: pounds, from: Some(ANNA_CURRENT), ..Prepared::default() }).await;
    assert!(draft.sent.amount && draft.sent.payee && draft.payee.own == ANNA_SAVINGS.to_string());
    let draft = begun(Prepared { to, amount: pounds, from: Some(ANNA_SAVINGS), ..Prepared::default() }).await;
    assert!(!draft.sent.payee, "nothing moves from an account to itself");
    let paid = Recipient::Paid(model::PaymentId::new(1));
    let nobody = payments::start_prepared(&house.bank, ANNA, &Prepared { to: paid, ..Prepared::default() }).await;
    assert_eq!(nobody.map_err(code_of), Err(ErrorCode::NotFound));
}

#[tokio::test(start_paused = true)]
async fn in_a_crowd_of_strangers_words_are_kept_and_customers_come_first() {
    let house = staffed().await;
    let ask = async |whose| conversations::ask_for_person(&house.bank, whose, Language::En, None).await.unwrap();
    for _ in 0..500 {
        ask(Whose::Visitor(None)).await;
    }
    let id = say(&house, Whose::Visitor(None), "My bank called and said to move my money to a safe account", "").await;
    let kept = now(&house, Whose::Visitor(Some(id))).await;
    let said: Vec<_> = kept.entries.iter().map(|entry| &entry.said).skip(1).collect();
    assert_eq!(said, [&Said::Replied(Reply::Scam), &Said::Replied(Reply::Crowded)]);
    assert_eq!((kept.head.state, kept.head.why), (ConversationState::Assistant, None), "nobody is promised");
    let id = ask(Whose::Visitor(None)).await;
    let kept = now(&house, Whose::Visitor(Some(id))).await;
    assert_eq!(kept.entries.iter().map(|entry| &entry.said).collect::<Vec<_>>(), [&Said::Replied(Reply::Crowded)]);
    let hers = ask(of(ANNA)).await;
    let queue = conversations::queue(&house.bank, ChatQueue::Waiting).await.unwrap();
    assert_eq!(queue[0].id, hers);
    assert_eq!(conversations::waiting(&house.bank).await.unwrap().waiting, 501);
}

#[tokio::test(start_paused = true)]
async fn what_a_stranger_sends_first_and_twice_begins_one() {
    let house = staffed().await;
    let key = conversations::new_key(&house.bank, Whose::Visitor(None));
    let id = say(&house, Whose::Visitor(None), "Talk to a person", &key).await;
    assert_eq!(say(&house, Whose::Visitor(None), "Talk to a person", &key).await, id);
    assert_eq!(conversations::waiting(&house.bank).await.unwrap().waiting, 1);
    // Who knows the number and not the rest comes into nothing; what is theirs takes nobody's place.
    let guessed = format!("{}{}", &key[..13], "f".repeat(26));
    assert_ne!(guessed, key);
    let other = say(&house, Whose::Visitor(None), "Talk to a person", &guessed).await;
    assert_ne!(other, id);
    house.wait(90_000);
    assert_ne!(say(&house, Whose::Visitor(None), "Hm", &key).await, id, "a page of yesterday");
    let known = conversations::new_key(&house.bank, Whose::Visitor(Some(id)));
    assert_ne!(known.len(), key.len(), "whose session knows one needs no other");
}
