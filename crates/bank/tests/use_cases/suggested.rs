//! What is suggested to whoever answers: with why, for what nobody has answered, and in the customer's language.

use std::sync::Arc;

use assistant::{
    Intent,
    classify::{Model, examples, train},
    data::Utterance,
};
use bank::{
    conversations::{Conversation, Entry, HandOver, Said, Speaker},
    models::Serving,
    replies::{self, ReadyReply, Suggested, Suggestion},
    staff::{Role, StaffMember, StaffStatus},
};
use model::{
    ConversationId, ErrorCode, Language, ReplyId, StaffId, Timestamp,
    forms::{FillForm, ReadyReplyForm},
};

use crate::house::{House, house};

const PRIYA: StaffId = StaffId::new(901);
const CHAT: ConversationId = ConversationId::new(77);
const NOT_MINE: &str = "There is a payment on my account that I did not make";

fn conversation(language: Language, said: &[(Speaker, Said)]) -> Conversation {
    let begun = Conversation::new(CHAT, None, language, Timestamp::EPOCH);
    said.iter().fold(begun, |before, (by, said)| {
        let entry = Entry { by: *by, said: said.clone(), at: Timestamp::EPOCH, key: None, about: None, reading: None };
        before.next(entry).unwrap()
    })
}

fn wrote(words: &str) -> (Speaker, Said) {
    (Speaker::Owner, Said::Wrote(words.to_owned()))
}

fn asked() -> (Speaker, Said) {
    (Speaker::Owner, Said::Asked(HandOver::Wanted))
}

fn answered() -> (Speaker, Said) {
    (Speaker::Staff(PRIYA), Said::Answered("We look at it.".to_owned()))
}

/// One that understands little.
pub fn small_model() -> Arc<Model> {
    let card = ["i lost my card", "my card is lost", "where is my card", "my card was stolen", "a new card please"];
    let balance = ["how much do i have", "what is my balance", "my balance please", "how much money is there"];
    let said = card.map(|text| (text, "card")).into_iter().chain(balance.map(|text| (text, "balance")));
    let said = said.map(|(text, label)| Utterance { text: text.to_owned(), label: label.to_owned() });
    Arc::new(train(&examples(&said.collect::<Vec<_>>(), None), &[], 1, None).unwrap())
}

async fn kept(house: &House, title: &str, about: &str, languages: [&str; 3]) {
    let [english, chinese, spanish] = languages.map(str::to_owned);
    let form = ReadyReplyForm {
        title: title.to_owned(),
        text_en: english,
        text_zh: chinese,
        text_es: spanish,
        about: about.to_owned(),
        seen: String::new(),
    };
    replies::write(&house.bank, PRIYA, None, &form).await.unwrap();
}

async fn suggested(house: &House, conversation: &Conversation) -> Vec<(Intent, String)> {
    let ready = replies::offered(&house.bank, &conversation.head).await.unwrap();
    let named = |Suggestion { because, answer }| match answer {
        Suggested::Ready(ReadyReply { title, .. }) => (because, title),
        Suggested::Article(article) => (because, format!("article {}", article.slug)),
    };
    replies::suggested(&house.bank, conversation, &ready).into_iter().map(named).collect()
}

#[tokio::test(start_paused = true)]
async fn what_is_heard_by_rules_is_suggested_even_where_nothing_was_learnt() {
    let house = house();
    kept(&house, "Not mine", "dispute-payment", ["We look at it.", "", "Lo miramos."]).await;
    kept(&house, "Something else", "", ["Hello", "您好", "Hola"]).await;
    let all = suggested(&house, &conversation(Language::En, &[wrote(NOT_MINE), asked()])).await;
    assert_eq!(all[0], (Intent::DisputePayment, "Not mine".to_owned()));
    assert!(all[1].1.starts_with("article ") && all.len() == 2, "{all:?}");
    let chinese = suggested(&house, &conversation(Language::Zh, &[wrote(NOT_MINE), asked()])).await;
    assert_eq!(chinese, all[1..], "it is not kept ready in Chinese");
    let spanish = suggested(&house, &conversation(Language::Es, &[wrote(NOT_MINE), asked()])).await;
    assert_eq!(spanish, all[..1], "no article is written in Spanish");
    let other = suggested(&house, &conversation(Language::En, &[wrote("zzz"), asked()])).await;
    assert_eq!(other, []);
}

#[tokio::test(start_paused = true)]
async fn what_was_learnt_is_suggested_until_somebody_has_answered() {
    let mut house = house();
    house.bank.assistant = Serving::of(Some(small_model()));
    kept(&house, "Card", "card", ["It is on its way.", "", ""]).await;
    let waits = [wrote("I lost my card"), wrote("Can I talk to a person?"), asked()];
    let all = suggested(&house, &conversation(Language::En, &waits)).await;
    assert_eq!(all[0], (Intent::Card, "Card".to_owned()));
    assert!(all.len() <= 3);
    let over = waits.iter().cloned().chain([answered()]).collect::<Vec<_>>();
    assert_eq!(suggested(&house, &conversation(Language::En, &over)).await, []);
}

#[tokio::test(start_paused = true)]
async fn an_article_is_put_in_as_somebody_would_type_it() {
    let house = house();
    let chat = conversation(Language::Zh, &[wrote(NOT_MINE), asked()]);
    assert!(house.bank.conversations.keep(&chat).await.unwrap());
    let priya = StaffMember {
        id: PRIYA,
        username: "priya".to_owned(),
        name: "Priya Nair".to_owned(),
        role: Role::Agent,
        status: StaffStatus::Active,
        created_at: Timestamp::EPOCH,
    };
    let form = |suggested: &str| FillForm { suggested: suggested.to_owned(), ..FillForm::default() };
    let filled = replies::fill(&house.bank, &priya, CHAT, &form("cards")).await.unwrap();
    assert!(filled.answer.contains("锁卡") && !filled.answer.contains("intents:"), "{}", filled.answer);
    for unknown in ["no-such-article".to_owned(), ReplyId::new(7).to_string()] {
        let refused = replies::fill(&house.bank, &priya, CHAT, &form(&unknown)).await;
        let Err(bank::Error::Form(problems)) = refused else { panic!("{refused:?}") };
        assert_eq!(problems.of("ready"), Some(ErrorCode::ChoiceUnknown));
    }
}

#[tokio::test(start_paused = true)]
async fn an_answer_is_about_something_that_customers_ask_or_about_nothing() {
    let house = house();
    let (title, text_en, about) = ("Card".to_owned(), "Soon.".to_owned(), "weather".to_owned());
    let form = ReadyReplyForm { title, text_en, about, ..ReadyReplyForm::default() };
    let Err(bank::Error::Form(problems)) = replies::write(&house.bank, PRIYA, None, &form).await else { panic!() };
    assert_eq!(problems.of("about"), Some(ErrorCode::ChoiceUnknown));
}
