//! Pages that are tried out: who is shown what, what is counted of it, and how everything goes back to what it was.

use std::{
    path::PathBuf,
    sync::{Arc, atomic::AtomicU32},
};

use bank::{
    Clock,
    experiments::{Counts, Event, EventKind, Exposure, Journey, Slice},
};
use model::{Language, TextSize};
use server::guard;

use crate::{
    browser::{Browser, Page, id},
    stubs::Stumbling,
    test_bank::{ANN, BO, TestBank},
};

const KEY: (&str, &str) = ("BANYAN_EXPERIMENTS_KEY", "a key for a test, and no secret at all");

/// Everybody in it is shown `dense`.
const DENSE: &str = r#"{"experiment": {"key": "density", "variations": [
    {"key": "control", "weight_bp": 0}, {"key": "dense", "weight_bp": 10000}]}}"#;

/// Pressing the button on the page as it is now.
pub const HELPING: [(&str, &str); 2] = [("improve", "on"), ("list", "2")];

/// A file of what is tried out on one page, for one test.
struct File(PathBuf);

impl File {
    fn new(name: &str, page: &str, rules: &str) -> Self {
        let path = std::env::temp_dir().join(format!("banyan-trying-{name}-{}.json", std::process::id()));
        std::fs::write(&path, format!(r#"{{"{page}": {{"rules": [{rules}]}}}}"#)).expect("a temporary file");
        Self(path)
    }

    async fn bank(&self) -> TestBank {
        let path = self.0.display().to_string();
        TestBank::with(&[("BANYAN_EXPERIMENTS", &path), KEY], |ports| ports).await
    }
}

impl Drop for File {
    fn drop(&mut self) {
        // What is left in the system's folder for such things does no harm.
        let _ = std::fs::remove_file(&self.0);
    }
}

fn is_dense(page: &Page) -> bool {
    page.text.contains(r#"data-density="dense""#)
}

fn place(page: &Page, sentence: &str) -> usize {
    page.text.find(sentence).unwrap_or_else(|| panic!("{sentence} is not on the page: {}", page.text))
}

async fn slices(bank: &TestBank, journey: Journey) -> Vec<Slice> {
    bank.running.memory().keep(&bank.bank).await;
    bank.ports.experiments.slices("density", 0, journey).await.expect("an answer")
}

async fn counted_on(bank: &TestBank, journey: Journey) -> Counts {
    slices(bank, journey).await.into_iter().fold(Counts::default(), |sum, slice| sum.and(slice.counts))
}

async fn counted(bank: &TestBank) -> Counts {
    counted_on(bank, Journey::Payment).await
}

async fn pay(bank: &TestBank, browser: &mut Browser) {
    let (draft, challenge) = browser.prepare_payment("20").await;
    bank.clock.pass(40);
    let fields = [("draft", draft.as_str()), ("challenge", &challenge), ("code", &bank.code(ANN))];
    assert_eq!(browser.post("/do/pay/approve", &fields).await.location(), format!("/payments/{draft}"));
}

#[tokio::test]
async fn however_a_page_is_arranged_what_must_be_there_is_there() {
    let account = format!("/accounts/{}", id(11));
    let pages = [
        ("account", account.as_str(), "months-first", "Month by month"),
        ("account", account.as_str(), "dense", "Name and number"),
        ("pay-start", "/pay", "beside", "Planned payments"),
        ("pay-start", "/pay", "dense", "Planned payments"),
    ];
    for (page, path, variation, part) in pages {
        let rule = format!(r#"{{"rollout": {{"seed": "won", "variation": "{variation}"}}}}"#);
        let file = File::new(&format!("{page}-{variation}"), page, &rule);
        let bank = file.bank().await;
        let mut ann = bank.signed_in(ANN).await;
        for size in ["standard", "large"] {
            ann.post("/do/preferences", &[("text", size)]).await;
            let shown = ann.get(path).await;
            for always in [part, "Sign out", "Talk to a person", "Use the old layout"] {
                place(&shown, always);
            }
            assert_eq!(shown.text.matches("<h1").count(), 1, "{page} {variation} {size}");
            let act = place(&shown, r#"action="/do/pay/start""#);
            if page == "account" {
                assert!(
                    place(&shown, "1,000.00") < act && act < place(&shown, "What came in and went out"),
                    "{variation} {size}"
                );
            }
        }
    }
}

#[tokio::test]
async fn however_the_conversation_is_arranged_one_can_write_and_reach_a_person() {
    let (say, press) = (r#"action="/do/help/chat/say""#, r#"action="/do/help/chat/press""#);
    for variation in ["write-first", "beside"] {
        let rule = format!(r#"{{"rollout": {{"seed": "won", "variation": "{variation}"}}}}"#);
        let file = File::new(&format!("chat-{variation}"), "chat", &rule);
        let bank = file.bank().await;
        let mut ann = bank.signed_in(ANN).await;
        for size in ["standard", "large"] {
            ann.post("/do/preferences", &[("text", size)]).await;
            let shown = ann.get("/help/chat").await;
            let always = ["You write with a program first", "Never write a code", "Other ways to reach us"];
            for part in always.into_iter().chain(["/do/help/chat/person", "Use the old layout"]) {
                place(&shown, part);
            }
            assert_eq!(shown.text.matches("<h1").count(), 1, "{variation} {size}");
            let first = place(&shown, press) < place(&shown, say);
            assert_eq!(first, (variation, size) == ("beside", "large"), "{variation} {size}");
        }
        assert!(!bank.browser().get("/help/chat").await.text.contains("Use the old layout"), "nobody knows them");
        ann.post("/do/help/chat/say", &[("words", "Thank you"), ("key", "0abc")]).await;
        let said = ann.get("/help/chat").await;
        place(&said, "Keep what was said, as a file");
        assert!(!said.text.contains(r#"name="said" value="0""#), "what one begins with is gone once one has begun");
    }
}

#[tokio::test]
async fn whoever_helps_is_counted_until_they_stop_and_then_forgotten() {
    let file = File::new("helping", "home", DENSE);
    let bank = file.bank().await;
    let mut ann = bank.signed_in(ANN).await;
    assert!(!is_dense(&ann.get("/").await), "who does not help is in no comparison");
    pay(&bank, &mut ann).await;
    assert_eq!(slices(&bank, Journey::Payment).await, []);

    assert_eq!(ann.post("/do/you/improve", &HELPING).await.location(), "/you/privacy");
    let privacy = ann.get("/you/privacy").await.text;
    assert!(privacy.contains("You are helping") && privacy.contains("we delete everything that we counted"));
    let home = ann.get("/").await;
    assert!(is_dense(&home) && home.text.contains("Use the old layout"));
    bank.clock.pass(60);
    let refused = ann.post("/do/pay/amount", &[("draft", "0"), ("from", ""), ("amount", "")]).await;
    assert!(refused.status.is_client_error(), "a draft that is not there is no step that was shown again");
    pay(&bank, &mut ann).await;
    let seen = counted(&bank).await;
    assert_eq!((seen.exposed, seen.started, seen.completed, seen.erred, seen.left), (1, 1, 1, 0, 0));
    assert_eq!(seen.seconds, 40);
    let start = ann.post("/do/pay/start", &[("from", &id(11))]).await.location().to_owned();
    let draft = start.split('/').nth(2).expect("the draft").to_owned();
    ann.post("/do/pay/amount", &[("draft", &draft), ("from", &id(11)), ("amount", "much")]).await;
    let wish = [
        ("from", start.as_str()),
        ("phone", "020 7946 0018"),
        ("language", "en"),
        ("day", "2026-11-23"),
        ("part", "evening"),
    ];
    ann.post("/do/help/call-back", &wish).await;
    let seen = counted(&bank).await;
    assert_eq!((seen.exposed, seen.erred, seen.helped), (1, 1, 1));

    // Another session, another day: the same.
    bank.clock.pass(24 * 60 * 60);
    let mut elsewhere = bank.signed_in(ANN).await;
    assert!(is_dense(&elsewhere.get("/").await));
    assert_eq!(counted(&bank).await.exposed, 1);

    elsewhere.post("/do/you/improve", &[("improve", "off")]).await;
    assert!(!is_dense(&elsewhere.get("/").await));
    pay(&bank, &mut elsewhere).await;
    assert_eq!(slices(&bank, Journey::Payment).await, []);
    assert!(elsewhere.get("/you/privacy").await.text.contains("You are not helping"));
}

#[tokio::test]
async fn the_old_layout_is_one_press_away_and_so_is_the_way_back() {
    let file = File::new("old", "home", DENSE);
    let bank = file.bank().await;
    let mut ann = bank.signed_in(ANN).await;
    ann.post("/do/you/improve", &HELPING).await;
    assert!(is_dense(&ann.get("/").await));
    let old = [("page", "home"), ("old", "1"), ("back", "/")];
    assert_eq!(ann.post("/do/layout", &old).await.location(), "/");
    let home = ann.get("/").await;
    assert!(!is_dense(&home) && home.text.contains("You keep the old layout"));
    assert!(!is_dense(&bank.signed_in(ANN).await.get("/").await), "remembered");
    let seen = counted(&bank).await;
    assert_eq!((seen.exposed, seen.left), (1, 1));
    ann.post("/do/layout", &[("page", "home"), ("old", "0"), ("back", "https://evil.example/")]).await;
    assert!(is_dense(&ann.get("/").await));

    // Who keeps the page as it was from the beginning is never shown the other, and takes no part.
    let mut bo = bank.signed_in(BO).await;
    bo.post("/do/you/improve", &HELPING).await;
    bo.post("/do/layout", &old).await;
    assert!(!is_dense(&bo.get("/").await));
    assert_eq!(counted(&bank).await.exposed, 1);
}

#[tokio::test]
async fn what_does_harm_is_stopped_and_stays_so() {
    let rule = DENSE.replace(r#", "weight_bp": 0"#, "").replace(r#", "weight_bp": 10000"#, "");
    let file = File::new("harm", "home", &rule);
    let bank = file.bank().await;
    let kept = &bank.ports.experiments;
    let now = bank.clock.now();
    let (mut exposures, mut events) = (Vec::new(), Vec::new());
    for nth in 0..4_000_i64 {
        let (unit, is_dense) = (format!("{nth:032x}"), nth % 2 == 1);
        exposures.push(Exposure {
            unit: unit.clone(),
            experiment: "density".to_owned(),
            bucket_version: 0,
            variation: if is_dense { "dense" } else { "control" }.to_owned(),
            text: TextSize::Standard,
            language: Language::En,
            shown_at: now,
        });
        // Of those who are shown the other arrangement, half as many bring a payment to its end.
        if nth % 10 < 6 && (!is_dense || nth % 20 < 10) {
            let (journey, kind, seconds) = (Journey::Payment, EventKind::Completed, Some(60 + nth % 7));
            events.push(Event { id: nth + 1, unit, journey, kind, seconds, told_at: now });
        }
    }
    kept.keep_exposures(&exposures).await.expect("an answer");
    assert_eq!(guard(&bank.bank, &bank.running).await.expect("an answer"), 0, "nothing was done yet");
    kept.keep_events(&events).await.expect("an answer");
    assert_eq!(guard(&bank.bank, &bank.running).await.expect("an answer"), 1);
    assert_eq!(guard(&bank.bank, &bank.running).await.expect("an answer"), 0, "once");
    let mut ann = bank.signed_in(ANN).await;
    ann.post("/do/you/improve", &HELPING).await;
    let mut bo = bank.signed_in(BO).await;
    bo.post("/do/you/improve", &HELPING).await;
    assert!(!is_dense(&ann.get("/").await) && !is_dense(&bo.get("/").await));
    let stops = kept.stops().await.expect("an answer");
    assert_eq!((stops.len(), stops[0].variation.as_str()), (1, "dense"));
}

#[tokio::test]
async fn a_person_who_is_asked_for_in_a_conversation_is_counted_as_one_who_calls() {
    let file = File::new("chatting", "home", DENSE);
    let bank = file.bank().await;
    let mut ann = bank.signed_in(ANN).await;
    ann.post("/do/you/improve", &HELPING).await;
    ann.get("/").await;
    bank.clock.pass(60);
    ann.post("/do/help/chat/person", &[("from", "/accounts")]).await;
    assert_eq!(counted(&bank).await.helped, 0, "they were paying nobody");
    ann.post("/do/help/chat/end", &[]).await;
    let start = ann.post("/do/pay/start", &[("from", &id(11))]).await.location().to_owned();
    let chat = ann.get(&format!("/help/chat?from={}", start.replace('/', "%2F"))).await;
    assert!(chat.text.contains(&format!("name=\"from\" value=\"{start}\"")), "{}", chat.text);
    ann.post("/do/help/chat/person", &[("from", &start)]).await;
    assert_eq!(counted(&bank).await.helped, 1);
}

#[tokio::test]
async fn who_agreed_to_a_shorter_list_is_counted_by_that_until_they_agree_to_more() {
    let file = File::new("shorter", "home", DENSE);
    let bank = file.bank().await;
    let mut ann = bank.signed_in(ANN).await;
    let asked = async |ann: &mut Browser| {
        ann.post("/do/help/chat/person", &[("from", "/help")]).await;
        ann.post("/do/help/chat/end", &[]).await;
        counted_on(&bank, Journey::Chat).await.helped
    };
    // The page was open while the list grew.
    ann.post("/do/you/improve", &[("improve", "on"), ("list", "1")]).await;
    ann.get("/").await;
    bank.clock.pass(60);
    assert_eq!(asked(&mut ann).await, 0, "conversations were not on that list");
    pay(&bank, &mut ann).await;
    assert_eq!(counted(&bank).await.completed, 1, "payments were");
    let page = ann.get("/you/privacy").await.text;
    assert!(page.contains("You agreed to a shorter list") && page.contains("Agree to the whole list"), "{page}");
    ann.post("/do/you/improve", &HELPING).await;
    assert!(!ann.get("/you/privacy").await.text.contains("You agreed to a shorter list"));
    assert_eq!(asked(&mut ann).await, 1);
    // A page that is older yet takes nothing back; a list that there is not, or none, is the first.
    ann.post("/do/you/improve", &[("improve", "on"), ("list", "1")]).await;
    assert!(!ann.get("/you/privacy").await.text.contains("You agreed to a shorter list"));
    for list in [&[("improve", "on"), ("list", "9")][..], &[("improve", "on")][..]] {
        ann.post("/do/you/improve", &[("improve", "off")]).await;
        ann.post("/do/you/improve", list).await;
        assert!(ann.get("/you/privacy").await.text.contains("You agreed to a shorter list"), "{list:?}");
    }
}

#[tokio::test]
async fn every_journey_is_counted_by_itself() {
    let file = File::new("journeys", "home", DENSE);
    let bank = file.bank().await;
    let mut ann = bank.signed_in(ANN).await;
    ann.post("/do/you/improve", &HELPING).await;
    ann.get("/").await;
    bank.clock.pass(60);
    let told = |counts: Counts| [counts.started, counts.completed, counts.erred, counts.helped];

    ann.post("/do/help/chat/say", &[("words", " ")]).await;
    assert_eq!(told(counted_on(&bank, Journey::Chat).await), [0, 0, 1, 0], "nothing was said yet");
    ann.post("/do/help/chat/say", &[("words", "Thank you"), ("key", "0abc")]).await;
    bank.clock.pass(20);
    ann.post("/do/help/chat/person", &[("from", "/help/write")]).await;
    bank.clock.pass(10);
    ann.post("/do/help/chat/end", &[]).await;
    let chat = counted_on(&bank, Journey::Chat).await;
    assert_eq!((told(chat), chat.seconds), ([1, 1, 1, 1], 30), "from the first words to the last");

    ann.get("/help/write").await;
    bank.clock.pass(20);
    ann.post("/do/help/write", &[("kind", ""), ("words", "It went twice")]).await;
    ann.get("/help/write").await;
    bank.clock.pass(5);
    ann.post("/do/help/write", &[("kind", "suspicious"), ("words", "It went twice")]).await;
    let ticket = counted_on(&bank, Journey::Ticket).await;
    assert_eq!((told(ticket), ticket.seconds), ([1, 1, 1, 1], 25), "begun once, however often the page is shown");

    ann.get(&format!("/you/limits/{}/day", id(11))).await;
    bank.clock.pass(15);
    for amount in ["much", "500"] {
        let fields = [("account", id(11)), ("limit", "day".to_owned()), ("amount", amount.to_owned())];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        ann.post("/do/limits/change", &fields).await;
    }
    let limit = counted_on(&bank, Journey::Limit).await;
    assert_eq!((told(limit), limit.seconds), ([1, 1, 1, 0], 15));
    assert_eq!(told(counted(&bank).await), [0; 4], "nobody was paid");

    let privacy = ann.get("/you/privacy").await.text;
    for sentence in ["began to talk with us by writing", "sent us a message", "changed a limit"] {
        assert!(privacy.contains(sentence), "{sentence}");
    }
}

#[tokio::test]
async fn where_nobody_has_a_unit_nothing_is_said_to_be_deleted() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let privacy = ann.get("/you/privacy").await.text;
    assert!(privacy.contains("we keep nothing about you here") && !privacy.contains("we delete everything"));
}

#[tokio::test]
async fn where_an_arrangement_falls_over_the_page_is_shown_as_it_is_and_that_is_counted() {
    let file = File::new("stumbling", "home", r#"{"rollout": {"seed": "won", "variation": "dense"}}"#);
    let path = file.0.display().to_string();
    let bank = TestBank::with(&[("BANYAN_EXPERIMENTS", &path), KEY], |ports| {
        let stumbling = Stumbling { notices: Arc::clone(&ports.notices), times: AtomicU32::new(1) };
        store::Ports { notices: Arc::new(stumbling), ..ports }
    })
    .await;
    let mut ann = bank.signed_in(ANN).await;
    let home = ann.get("/").await;
    assert_eq!(home.status, 200);
    assert!(!is_dense(&home) && !home.text.contains("Use the old layout"), "as it is, in the same answer");
    place(&home, "Sign out");
    let failures = async || {
        bank.running.memory().keep(&bank.bank).await;
        bank.ports.experiments.failures("won", 0).await.expect("an answer")
    };
    assert_eq!(failures().await, 1);
    assert!(is_dense(&ann.get("/").await), "who looks again is shown it");
    assert_eq!(failures().await, 1);
}
