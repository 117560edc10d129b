//! Answers that are kept ready: written by one, used by all, and never sent by themselves.

use bank::{
    Error,
    audit::Deed,
    conversations::{self, Conversation, Entry, HandOver, Said, Speaker},
    replies,
    staff::{Role, StaffMember, StaffStatus},
};
use model::{
    ConversationId, CustomerId, ErrorCode, Language, ReplyId, StaffId, Timestamp,
    forms::{FillForm, ReadyReplyForm, ReasonForm},
};

use crate::house::{ANNA, House, house};

const PRIYA: StaffId = StaffId::new(901);
const CHAT: ConversationId = ConversationId::new(77);

fn priya() -> StaffMember {
    StaffMember {
        id: PRIYA,
        username: "priya".to_owned(),
        name: "Priya Nair".to_owned(),
        role: Role::Agent,
        status: StaffStatus::Active,
        created_at: Timestamp::EPOCH,
    }
}

fn form(title: &str, en: &str, zh: &str, seen: &str) -> ReadyReplyForm {
    let [title, text_en, text_zh, seen] = [title, en, zh, seen].map(str::to_owned);
    ReadyReplyForm { title, text_en, text_zh, seen, ..ReadyReplyForm::default() }
}

fn code_of(error: Error) -> ErrorCode {
    match error {
        Error::Refused(code) => code,
        Error::Form(problems) => problems.iter().next().unwrap().code,
        Error::Unavailable(error) => panic!("{error:?}"),
    }
}

async fn written(house: &House, form: &ReadyReplyForm) -> ReplyId {
    replies::write(&house.bank, PRIYA, None, form).await.unwrap();
    ReplyId::new(house.noted().last().unwrap().2)
}

async fn waits(house: &House, customer: Option<CustomerId>, language: Language) {
    let at = house.bank.clock.now();
    let asked =
        Entry { by: Speaker::Owner, said: Said::Asked(HandOver::Wanted), at, key: None, about: None, reading: None };
    let chat = Conversation::new(CHAT, customer, language, at).next(asked).unwrap();
    assert!(house.bank.conversations.keep(&chat).await.unwrap());
}

fn chosen(ready: ReplyId, answer: &str) -> FillForm {
    FillForm { ready: ready.to_string(), answer: answer.to_owned(), seen: "1".to_owned(), ..FillForm::default() }
}

async fn titles(house: &House) -> Vec<String> {
    let head = house.bank.conversations.any(CHAT).await.unwrap().unwrap().head;
    replies::offered(&house.bank, &head).await.unwrap().into_iter().map(|reply| reply.title).collect()
}

#[tokio::test(start_paused = true)]
async fn what_is_written_changed_and_taken_away_is_told() {
    let house = house();
    let id = written(&house, &form("Card", "It is on its way.", "", "")).await;
    let bank = &house.bank;
    replies::write(bank, PRIYA, Some(id), &form("Card", "It comes by post.", "", "0")).await.unwrap();
    let late = replies::write(bank, PRIYA, Some(id), &form("Card", "Too late.", "", "0")).await;
    assert_eq!(code_of(late.unwrap_err()), ErrorCode::ReplyMoved);
    assert_eq!(replies::one(bank, id).await.unwrap().text(Language::En), Some("It comes by post."));
    replies::remove(bank, PRIYA, id).await.unwrap();
    replies::remove(bank, PRIYA, id).await.unwrap();
    let gone = replies::write(bank, PRIYA, Some(id), &form("Card", "Gone.", "", "1")).await;
    assert_eq!(code_of(gone.unwrap_err()), ErrorCode::NotFound);
    let told = [Deed::StaffReplyWritten, Deed::StaffReplyChanged, Deed::StaffReplyRemoved];
    assert_eq!(house.noted(), told.map(|deed| (Some(PRIYA.value()), deed, id.value())));
}

#[tokio::test(start_paused = true)]
async fn what_was_typed_stays_and_what_is_chosen_follows_in_the_language_of_the_customer() {
    let house = house();
    waits(&house, Some(ANNA), Language::Zh).await;
    let id =
        written(&house, &form("Hello", "Hello {customer}", "{customer}，您好！我是{agent}。编号：{number}", "")).await;
    written(&house, &form("English alone", "Hello", "", "")).await;
    assert_eq!(titles(&house).await, ["Hello"]);
    let bank = &house.bank;
    let unseen = replies::fill(bank, &priya(), CHAT, &chosen(id, "")).await;
    assert_eq!(code_of(unseen.unwrap_err()), ErrorCode::LookOver, "nobody has said why yet");
    let why = ReasonForm { reason: "wrote".to_owned(), note: String::new() };
    conversations::look(bank, PRIYA, CHAT, &why).await.unwrap();
    let filled = replies::fill(bank, &priya(), CHAT, &chosen(id, "Typed before. ")).await.unwrap();
    let text = format!("Anna Whitfield，您好！我是Priya Nair。编号：{CHAT}");
    assert_eq!(filled.answer, format!("Typed before.\n\n{text}"));
    assert_eq!(replies::fill(bank, &priya(), CHAT, &chosen(id, "")).await.unwrap().answer, text);
    let none = replies::fill(bank, &priya(), CHAT, &FillForm::default()).await;
    assert_eq!(code_of(none.unwrap_err()), ErrorCode::ReadyMissing);
    let said = house.bank.conversations.any(CHAT).await.unwrap().unwrap().entries;
    assert_eq!(said.len(), 1, "nothing is sent");
}

#[tokio::test(start_paused = true)]
async fn nobody_is_called_by_a_name_that_nobody_knows() {
    let house = house();
    waits(&house, None, Language::En).await;
    let named = written(&house, &form("Named", "Hello {customer}", "", "")).await;
    let plain = written(&house, &form("Plain", "Hello, {agent} here", "", "")).await;
    assert_eq!(titles(&house).await, ["Plain"]);
    let bank = &house.bank;
    assert_eq!(replies::fill(bank, &priya(), CHAT, &chosen(plain, "")).await.unwrap().answer, "Hello, Priya Nair here");
    let refused = replies::fill(bank, &priya(), CHAT, &chosen(named, "")).await;
    assert_eq!(code_of(refused.unwrap_err()), ErrorCode::ChoiceUnknown);
}

#[tokio::test(start_paused = true)]
async fn a_list_in_which_nobody_finds_anything_grows_no_longer() {
    let house = house();
    for nth in 0..200 {
        written(&house, &form(&format!("No. {nth}"), "Hello", "", "")).await;
    }
    let full = replies::write(&house.bank, PRIYA, None, &form("One more", "Hello", "", "")).await;
    assert_eq!(code_of(full.unwrap_err()), ErrorCode::RepliesFull);
}
