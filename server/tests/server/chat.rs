//! Talking with the bank: by pages alone, as a stranger, a customer and two of the bank see it.

use axum::http::StatusCode;
use bank::staff::Role;

use crate::{
    browser::Browser,
    test_bank::{ANN, BO, PASSWORD, TestBank},
};

const NEWEST: &str = "/help/chat#newest";

async fn say(browser: &mut Browser, words: &str) {
    let key = browser.get("/help/chat").await.field("key").to_owned();
    let sent = browser.post("/do/help/chat/say", &[("words", words), ("key", &key)]).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, NEWEST), "{}", sent.text);
}

async fn seen(browser: &mut Browser) -> String {
    browser.get("/help/chat").await.text
}

/// Where the first conversation of the queue is, and how much of it was said.
async fn waits(member: &mut Browser) -> String {
    let queue = member.get("/staff/desk").await.text;
    let id = queue.split("/staff/desk/").nth(1).and_then(|rest| rest.split('"').next()).expect("one waits");
    id.to_owned()
}

#[tokio::test]
async fn a_stranger_is_answered_warned_and_goes_on_after_signing_in() {
    let bank = TestBank::new().await;
    let mut visitor = bank.browser();
    assert!(seen(&mut visitor).await.contains("You write with a program first"));
    let refused = visitor.post("/do/help/chat/say", &[("words", " ")]).await;
    assert_eq!(refused.location(), "/help/chat");
    assert!(seen(&mut visitor).await.contains("Write a few words"));
    say(&mut visitor, "My bank called and told me to move my money to a safe account. The code is 123456").await;
    let page = seen(&mut visitor).await;
    for said in ["This may be a trick", "href=\"/freeze\"", "A person is on their way", "You hear from somebody by"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("123456"));
    let file = visitor.get("/help/chat/transcript").await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(file.text.contains("safe account") && file.text.contains("This may be a trick"), "{}", file.text);
    // Somebody else's browser knows nothing of it.
    let mut other = bank.browser();
    assert!(!seen(&mut other).await.contains("safe account"));
    assert_eq!(other.get("/help/chat/transcript").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn from_every_page_one_press_leads_here_and_one_leads_back() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let here = "/help/chat?from=%2Faccounts";
    assert!(ann.get("/accounts").await.text.contains(&format!("href=\"{here}\"")));
    let chat = ann.get(here).await;
    assert!(chat.text.contains("Back to where I was") && chat.text.contains("href=\"/accounts\""), "{}", chat.text);
    assert!(!chat.text.contains("href=\"/help/chat?from=%2Fhelp%2Fchat\""), "nothing leads from it to itself");
    // Where they came from is known after something was said as well.
    let form = [("words", "Thank you"), ("key", chat.field("key")), ("from", "/accounts")];
    assert_eq!(ann.post("/do/help/chat/say", &form).await.location(), format!("{here}#newest"));
    let pressed = [("said", "2"), ("offer", "0"), ("from", "https://evil.example/")];
    assert_eq!(ann.post("/do/help/chat/press", &pressed).await.location(), NEWEST);
}

#[tokio::test]
async fn a_payment_begins_with_everything_that_was_said_of_it() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    ann.post("/do/help/chat/press", &[("said", "0"), ("offer", "3")]).await;
    say(&mut ann, "Maya Whitfield").await;
    say(&mut ann, "£25.50 tomorrow, reference rent").await;
    let page = ann.get("/help/chat").await;
    assert!(page.text.contains("You wrote: Maya Whitfield, £25.50"), "{}", page.text);
    assert!(page.text.contains("reference “rent”") && page.text.contains("/do/pay/prepared"), "{}", page.text);
    let said = page.text.split("name=\"said\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let of = page.text.split("name=\"of\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let begun = ann.post("/do/pay/prepared", &[("of", of), ("said", said)]).await;
    let review = begun.location().to_owned();
    assert!(review.ends_with("/review") && !review.contains("Maya"), "{review}");
    let payee = ann.get(&review.replace("/review", "/payee")).await.text;
    assert!(payee.contains("value=\"Maya Whitfield\"") && payee.contains("value=\"rent\""), "{payee}");
    let amount = ann.get(&review.replace("/review", "/amount")).await.text;
    assert!(amount.contains("value=\"25.50\""), "{amount}");
    assert_eq!(ann.post("/do/pay/prepared", &[("of", of), ("said", said)]).await.location(), review, "pressed twice");
    // What prepared nothing begins where any payment does.
    assert_eq!(ann.post("/do/pay/prepared", &[("of", of), ("said", "1")]).await.location(), "/pay");
    // Another conversation prepared nothing, nor did another's.
    assert_eq!(ann.post("/do/pay/prepared", &[("said", said)]).await.location(), "/pay");
    let mut bo = bank.signed_in(BO).await;
    assert_eq!(bo.post("/do/pay/prepared", &[("of", of), ("said", said)]).await.location(), "/pay");
}

#[tokio::test]
async fn what_is_sent_twice_is_said_once() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    for _ in 0..2 {
        ann.post("/do/help/chat/say", &[("words", "Talk to a person"), ("key", "0abc")]).await;
    }
    let page = seen(&mut ann).await;
    assert_eq!(page.matches("<p class=\"said\">Talk to a person").count(), 1, "{page}");
    assert!(page.contains("data-answered=\"0abc\""), "what was sent has arrived, and is not put back: {page}");
    let mut bo = bank.signed_in(BO).await;
    assert!(!seen(&mut bo).await.contains("<p class=\"said\">"));
}

#[tokio::test]
async fn a_person_is_asked_for_comes_answers_and_nobody_answers_twice() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    assert!(ann.get("/help/chat?from=%2Fpay").await.text.contains("Tell them which page I was on"));
    let asked = ann.post("/do/help/chat/person", &[("page", "pay"), ("tell", "yes")]).await;
    assert_eq!(asked.location(), NEWEST);
    say(&mut ann, "Where is my card?").await;
    let (priya, oscar) = (bank.member(Role::Agent).await, bank.member(Role::PaymentsOfficer).await);
    let (mut priya, mut oscar) = (bank.at_work(priya.id).await, bank.at_work(oscar.id).await);
    assert!(priya.get("/staff").await.text.contains("Waiting: 1. Late: 0."));
    let id = waits(&mut priya).await;
    let address = format!("/staff/desk/{id}");
    assert!(!priya.get(&address).await.text.contains("Where is my card?"), "before they have said why");
    for member in [&mut priya, &mut oscar] {
        member.post("/do/staff/desk/look", &[("chat", id.as_str()), ("reason", "wrote")]).await;
        let page = member.get(&address).await.text;
        assert!(page.contains("Where is my card?") && page.contains("They were at"), "{page}");
    }
    let seen_by_both = priya.get(&address).await.field("seen").to_owned();
    let post = async |member: &mut Browser, action: &str, more: (&str, &str)| {
        let fields = [("chat", id.as_str()), ("seen", seen_by_both.as_str()), more];
        member.post(&format!("/do/staff/desk/{action}"), &fields).await.location().to_owned()
    };
    let newest = format!("{address}#newest");
    assert_eq!(post(&mut priya, "take", ("", "")).await, newest);
    let refused = post(&mut oscar, "answer", ("answer", "It is on its way.")).await;
    let page = oscar.get(&refused).await.text;
    assert!(page.contains("Something has happened here since you looked") && page.contains("It is on its way."));
    // What Ann adds meanwhile stands in nobody's way.
    let seen_now = priya.get(&address).await.field("seen").to_owned();
    say(&mut ann, "It should have come on Monday").await;
    let answer = [("chat", id.as_str()), ("seen", &seen_now), ("answer", "It comes tomorrow.")];
    assert_eq!(priya.post("/do/staff/desk/answer", &answer).await.location(), newest);
    assert!(ann.get("/help").await.text.contains("1 new answer"));
    let page = seen(&mut ann).await;
    assert!(page.contains("It comes tomorrow.") && page.contains("You are talking to a person"), "{page}");
    assert!(!ann.get("/help").await.text.contains("new answer"));
    let read = priya.get(&address).await;
    assert!(read.text.contains("Read"), "{}", read.text);
    let end = [("chat", id.as_str()), ("seen", read.field("seen"))];
    assert_eq!(priya.post("/do/staff/desk/end", &end).await.location(), newest);
    assert!(seen(&mut ann).await.contains("This conversation is over"));
}

#[tokio::test]
async fn an_answer_that_is_kept_ready_is_put_behind_what_was_typed_and_sent_by_hand() {
    let bank = TestBank::new().await;
    let priya = bank.member(Role::Agent).await;
    let mut priya = bank.at_work(priya.id).await;
    let wrong = [("title", "Hello"), ("text_en", "Hello {name}")];
    assert_eq!(priya.post("/do/staff/replies/write", &wrong).await.location(), "/staff/replies/new");
    let page = priya.get("/staff/replies/new").await.text;
    assert!(page.contains("Hello {name}") && page.contains("Between braces write only what is listed"), "{page}");
    let right = [("title", "Hello"), ("text_en", "Hello {customer}, one moment.")];
    assert_eq!(priya.post("/do/staff/replies/write", &right).await.location(), "/staff/replies");
    let list = priya.get("/staff/replies").await.text;
    let reply = list.split("/staff/replies/").find_map(|part| part.split('"').next().filter(|id| id.len() == 13));
    let reply = reply.expect("it is listed").to_owned();
    let mut ann = bank.signed_in(ANN).await;
    ann.post("/do/help/chat/person", &[]).await;
    let id = waits(&mut priya).await;
    priya.post("/do/staff/desk/look", &[("chat", id.as_str()), ("reason", "wrote")]).await;
    let address = format!("/staff/desk/{id}");
    let seen = priya.get(&address).await.field("seen").to_owned();
    let fill = [("chat", id.as_str()), ("seen", &seen), ("answer", "Good day."), ("ready", &reply)];
    let filled = priya.post("/do/staff/desk/fill", &fill).await.location().to_owned();
    let page = priya.get(&filled).await.text;
    assert!(page.contains("Good day.\n\nHello Ann") && page.contains(", one moment."), "{page}");
    assert!(!page.contains("class=\"errors\""), "nothing is wrong");
    assert!(!ann.get("/help/chat").await.text.contains("one moment"), "nothing was sent");
    let none = [("chat", id.as_str()), ("seen", &seen), ("answer", "Good day."), ("ready", "")];
    let refused = priya.post("/do/staff/desk/fill", &none).await.location().to_owned();
    let page = priya.get(&refused).await.text;
    assert!(page.contains("Good day.") && page.contains("Choose a ready answer"), "{page}");
    let remove = priya.post("/do/staff/replies/remove", &[("reply", &reply)]).await;
    assert_eq!(remove.location(), "/staff/replies");
    assert!(priya.get("/staff/replies").await.text.contains("No answer is kept ready yet."));
}

#[tokio::test]
async fn what_may_answer_is_shown_with_why_and_put_in_when_it_is_pressed() {
    let bank = TestBank::new().await;
    let priya = bank.member(Role::Agent).await;
    let mut priya = bank.at_work(priya.id).await;
    let ready = [("title", "Not mine"), ("text_en", "We look at it now."), ("about", "dispute-payment")];
    assert_eq!(priya.post("/do/staff/replies/write", &ready).await.location(), "/staff/replies");
    let mut ann = bank.signed_in(ANN).await;
    say(&mut ann, "There is a payment on my account that I did not make").await;
    ann.post("/do/help/chat/person", &[]).await;
    let id = waits(&mut priya).await;
    priya.post("/do/staff/desk/look", &[("chat", id.as_str()), ("reason", "wrote")]).await;
    let address = format!("/staff/desk/{id}");
    let page = priya.get(&address).await;
    let (seen, text) = (page.field("seen").to_owned(), &page.text);
    assert!(text.contains("Ready answer: Not mine") && text.contains("It sounds like: A payment that is not mine"));
    let pressed = text.split("name=\"suggested\" value=\"").nth(1).and_then(|part| part.split('"').next());
    let pressed = pressed.expect("it can be pressed").to_owned();
    let fill = [("chat", id.as_str()), ("seen", &seen), ("answer", ""), ("ready", ""), ("suggested", &pressed)];
    let filled = priya.post("/do/staff/desk/fill", &fill).await.location().to_owned();
    assert!(priya.get(&filled).await.text.contains("We look at it now."));
    assert!(!ann.get("/help/chat").await.text.contains("We look at it now."), "nothing was sent");
    let answer = [("chat", id.as_str()), ("seen", &seen), ("answer", "We look at it now.")];
    priya.post("/do/staff/desk/answer", &answer).await;
    assert!(!priya.get(&address).await.text.contains("It sounds like"), "it is answered");
}

#[tokio::test]
async fn a_page_hears_that_something_was_said_and_what_it_missed() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    assert_eq!(ann.get("/help/chat/stream").await.status, StatusCode::NOT_FOUND, "nothing was said yet");
    say(&mut ann, "Talk to a person").await;
    let page = ann.get("/help/chat").await.text;
    let stream =
        page.split("data-chat=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("it listens").to_owned();
    assert!(stream.starts_with("/help/chat/stream?of=") && !page.contains("data-stays"), "{page}");
    assert!(page.contains("/chat.js"), "{page}");
    let listening = ann.clone();
    let heard = tokio::spawn(async move { listening.first_of("/help/chat/stream?seen=2", &[]).await });
    say(&mut ann, "Are you there?").await;
    let (status, event) = heard.await.expect("it is heard");
    assert_eq!(status, StatusCode::OK);
    assert!(event.contains("id: 3") && event.contains("data: 3"), "{event}");
    assert!(!event.contains("Are you there?"), "how much, and not what");
    // Who comes back says what they heard last.
    let (_, missed) = ann.clone().first_of("/help/chat/stream?seen=3", &[("last-event-id", "1")]).await;
    assert!(missed.contains("id: 3"), "{missed}");
    // A page that shows what is over hears of what has begun, however little was said in it.
    ann.post("/do/help/chat/end", &[]).await;
    ann.post("/do/help/chat/person", &[]).await;
    let (_, begun) = ann.first_of(&format!("{stream}&seen=4"), &[("last-event-id", "4")]).await;
    assert!(begun.contains("id: 1"), "{begun}");
    assert!(!ann.get("/help/chat").await.text.contains(&stream), "by which a page knows that it is another");
    say(&mut ann, "Hello").await;
    say(&mut ann, "Are you there?").await;
    let member = bank.member(Role::Agent).await;
    let mut member = bank.at_work(member.id).await;
    let id = waits(&mut member).await;
    let stream = format!("/staff/desk/{id}/stream?seen=0");
    assert_eq!(member.get(&stream).await.status, StatusCode::NOT_FOUND, "before a reason was said");
    member.post("/do/staff/desk/look", &[("chat", id.as_str()), ("reason", "wrote")]).await;
    let (_, event) = member.first_of(&stream, &[]).await;
    assert!(event.contains("id: 3"), "{event}");
    let mut designer = bank.at_work(bank.member(Role::Designer).await.id).await;
    assert_eq!(designer.get(&stream).await.status, StatusCode::FORBIDDEN);
    assert_eq!(bank.browser().get("/help/chat/stream").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_answer_shows_the_lines_it_rests_on() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let (paid, challenge) = ann.prepare_payment("20").await;
    let fields = [("draft", paid.as_str()), ("challenge", &challenge), ("code", &bank.code(ANN))];
    assert_eq!(ann.post("/do/pay/approve", &fields).await.location(), format!("/payments/{paid}"));
    let page = seen(&mut ann).await;
    assert!(page.contains("My latest payments") && page.contains("name=\"offer\""), "{page}");
    assert_eq!(ann.post("/do/help/chat/press", &[("said", "0"), ("offer", "1")]).await.location(), NEWEST);
    let page = seen(&mut ann).await;
    let line = format!("href=\"/accounts/{}/transactions/", crate::browser::id(11));
    for said in [line.as_str(), "£20.00", "paid out", "Where this comes from"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let file = ann.get("/help/chat/transcript").await.text;
    assert!(file.contains("My latest payments"), "{file}");
    // What no page offered does nothing.
    assert_eq!(ann.post("/do/help/chat/press", &[("said", "x"), ("offer", "")]).await.location(), NEWEST);
}

#[tokio::test]
async fn what_the_books_say_is_for_those_of_the_bank_who_see_balances() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    ann.post("/do/help/chat/press", &[("said", "0"), ("offer", "0")]).await;
    let amounts = |page: &str| page.contains('£') || page.contains("ending in");
    assert!(amounts(&seen(&mut ann).await));
    ann.post("/do/help/chat/person", &[]).await;
    for (role, shown) in [(Role::Agent, false), (Role::PaymentsOfficer, true)] {
        let mut member = bank.at_work(bank.member(role).await.id).await;
        let id = waits(&mut member).await;
        member.post("/do/staff/desk/look", &[("chat", id.as_str()), ("reason", "wrote")]).await;
        let page = member.get(&format!("/staff/desk/{id}")).await.text;
        assert_eq!(amounts(&page), shown, "{role:?}: {page}");
        assert_ne!(page.contains("The program told them"), shown, "{role:?}: {page}");
        assert!(page.contains("How much is in my accounts"), "what they pressed is theirs: {page}");
    }
}

async fn sign_in(bank: &TestBank, browser: &mut Browser) {
    browser.post("/do/sign-in", &[("username", "ann"), ("password", PASSWORD)]).await;
    browser.post("/do/sign-in/code", &[("code", &bank.code(ANN))]).await;
}

#[tokio::test]
async fn what_a_stranger_began_is_not_lost_when_they_sign_in() {
    let bank = TestBank::new().await;
    let mut elsewhere = bank.signed_in(ANN).await;
    say(&mut elsewhere, "Talk to a person").await;
    let mut here = bank.browser();
    say(&mut here, "My bank called and told me to move my money to a safe account").await;
    sign_in(&bank, &mut here).await;
    here.get("/help").await;
    // A person is in both: the one that was begun here goes on here, with its stream and its file.
    assert!(seen(&mut here).await.contains("safe account"));
    assert_eq!(here.first_of("/help/chat/stream?seen=0", &[]).await.0, StatusCode::OK);
    assert!(here.get("/help/chat/transcript").await.text.contains("safe account"));
    elsewhere.post("/do/help/chat/end", &[]).await;
    assert!(!seen(&mut elsewhere).await.contains("safe account"), "nobody has looked at it here since");
    assert!(seen(&mut here).await.contains("safe account"));
    assert!(seen(&mut elsewhere).await.contains("safe account"), "now it is hers, wherever she is");
}

/// Lets four minutes pass ten times, in which a page does nothing but listen.
async fn listens(bank: &TestBank, browser: &mut Browser) {
    for _ in 0..10 {
        bank.clock.pass(240);
        // A browser that does not say what it asks for is no more there than one that does.
        browser.clone().first_of("/help/chat/stream?seen=0", &[]).await;
        // That a session is used is noted beside the request.
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
}

#[tokio::test]
async fn who_waits_for_an_answer_finds_it_and_who_is_signed_in_is_not_kept_so_by_a_page() {
    let bank = TestBank::new().await;
    let (mut visitor, mut ann) = (bank.browser(), bank.signed_in(ANN).await);
    say(&mut visitor, "Talk to a person").await;
    assert!(seen(&mut visitor).await.contains("Keep this page open"));
    say(&mut ann, "Talk to a person").await;
    assert!(seen(&mut ann).await.contains("You need not wait here"));
    listens(&bank, &mut visitor).await;
    assert!(seen(&mut visitor).await.contains("Talk to a person</p>"), "their session is as old as their page");
    assert_eq!(ann.get("/you").await.status, StatusCode::SEE_OTHER);
    let mut ann = bank.signed_in(ANN).await;
    listens(&bank, &mut ann).await;
    assert_eq!(ann.get("/you").await.status, StatusCode::SEE_OTHER, "nobody was there");
}

#[tokio::test]
async fn one_stranger_cannot_begin_many_and_goes_on_in_theirs() {
    let bank = TestBank::with(&[("BANYAN_SIGN_INS_PER_MINUTE", "3")], |ports| ports).await;
    let mut first = bank.browser();
    say(&mut first, "Talk to a person").await;
    let begin = async |action: &str, fields: &[(&str, &str)]| {
        bank.browser().post(&format!("/do/help/chat/{action}"), fields).await.status
    };
    assert_eq!(begin("press", &[("said", "0"), ("offer", "0")]).await, StatusCode::SEE_OTHER);
    assert_eq!(begin("person", &[]).await, StatusCode::SEE_OTHER);
    for (action, fields) in [("say", ("words", "Hello")), ("press", ("said", "0")), ("person", ("page", ""))] {
        assert_eq!(begin(action, &[fields]).await, StatusCode::TOO_MANY_REQUESTS, "{action}");
    }
    for _ in 0..5 {
        say(&mut first, "Are you there?").await;
    }
    let mut ann = bank.signed_in(ANN).await;
    say(&mut ann, "Hello").await;
}
