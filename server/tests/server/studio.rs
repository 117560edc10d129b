//! The studio, as two of the bank's own people use it: written without script, refused with its line, handed in, agreed
//! to by another, shown to customers and taken back.

use std::time::Duration;

use bank::{
    Clock,
    layouts::{Arrangement, Report, Stage, Step},
    staff::{Role, StaffMember},
};
use model::{ArrangementId, CustomerId};

use crate::{browser::Browser, test_bank::TestBank};

const BODY: &str = include_str!("../../../layouts/home/coming-first.json");

struct Studio {
    bank: TestBank,
    dora: Browser,
    morris: Browser,
    author: StaffMember,
}

async fn studio() -> Studio {
    let bank = TestBank::new().await;
    let (author, other) = (bank.member(Role::Designer).await, bank.member(Role::Administrator).await);
    let (dora, morris) = (bank.at_work(author.id).await, bank.at_work(other.id).await);
    Studio { bank, dora, morris, author }
}

fn address(id: ArrangementId) -> String {
    format!("/staff/design/versions/{id}")
}

impl Studio {
    /// Writes one as JSON; where that leads.
    async fn write(&mut self, name: &str, body: &str) -> String {
        let form = [("page", "home"), ("from", "control"), ("name", name), ("body", body)];
        self.dora.post("/do/staff/design/write", &form).await.location().to_owned()
    }

    async fn written(&mut self) -> ArrangementId {
        let location = self.write("mine", BODY).await;
        location.rsplit('/').next().and_then(|id| id.parse().ok()).expect("the page of the draft")
    }

    async fn kept(&self, id: ArrangementId) -> Arrangement {
        self.bank.ports.arrangements.one(id).await.expect("the database is there").expect("it is there")
    }
}

/// What a form of the page says of the version that was seen.
async fn press(browser: &mut Browser, id: ArrangementId, action: &str, more: &[(&str, &str)]) -> String {
    let page = browser.get(&address(id)).await;
    let (named, seen) = (id.to_string(), page.field("seen").to_owned());
    let form = [("arrangement", named.as_str()), ("seen", &seen)];
    let form: Vec<_> = form.iter().chain(more).copied().collect();
    browser.post(&format!("/do/staff/design/{action}"), &form).await.location().to_owned()
}

#[tokio::test]
async fn a_mistake_is_told_with_its_line_and_nothing_that_was_typed_is_lost() {
    let mut studio = studio().await;
    let wrong = BODY.replacen("\"coming\"", "\"comming\"", 1);
    let back = studio.write("mine", &wrong).await;
    assert_eq!(back, "/staff/design/new?page=home&from=control&by=json");
    let page = studio.dora.get(&back).await.text;
    for said in ["Line 5, column ", "unknown variant `comming`", "\"comming\"", "mine", "See below where it is wrong"] {
        assert!(page.contains(said) || page.contains(&said.replace('"', "&quot;")), "{said}");
    }
    assert!(studio.bank.ports.arrangements.all(9).await.expect("the database is there").is_empty());
}

/// A layout cannot say what would hide, misuse or break something: each is refused, with the reason.
#[tokio::test]
async fn what_no_layout_may_say_is_refused_with_the_reason() {
    let mut studio = studio().await;
    let bad = [
        (r#"{ "kind": "coming" }, "#, "", "`coming` is missing"),
        (r#""kind": "latest", "lines": 5"#, r#""kind": "coming""#, "`latest` is missing"),
        (r#""kind": "coming""#, r#""kind": "balance""#, "unknown variant `balance`"),
        (r#""kind": "latest""#, r#""kind": "latest", "hidden": true"#, "unknown field `hidden`"),
        (r#""kind": "latest""#, r#""kind": "latest", "style": "color:white""#, "unknown field `style`"),
        (r#""lines": 5"#, r#""lines": 60"#, "from 3 to 6, not 60"),
        (r#""density": "dense""#, r#""density": "tiny""#, "unknown variant `tiny`"),
        (r#""page": "home""#, r#""page": "sign-in""#, "unknown variant `sign-in`"),
        (r#""folded": []"#, r#""folded": [{ "kind": "unfinished" }]"#, "there 2 times"),
    ];
    for (at, (from, to, reason)) in bad.into_iter().enumerate() {
        let dense = BODY.replacen(r#""lines": 3"#, r#""lines": 3, "density": "dense""#, 1);
        assert!(dense.contains(from), "{from}");
        let back = studio.write(&format!("bad-{at}"), &dense.replacen(from, to, 1)).await;
        let page = studio.dora.get(&back).await.text;
        assert!(page.contains(reason), "{reason}: not said of {to}");
    }
    assert!(studio.bank.ports.arrangements.all(9).await.expect("the database is there").is_empty());
}

#[tokio::test]
async fn who_chooses_writes_no_json() {
    let mut studio = studio().await;
    let page = studio.dora.get("/staff/design/new?page=home&from=control").await;
    assert!(page.text.contains(r#"name="places[large-unfinished-column]""#));
    let choices = experiments::layout::choices(&experiments::layout::Layout::parse(BODY).expect("it is one"));
    let mut form = vec![("page".to_owned(), "home".to_owned()), ("name".to_owned(), "chosen".to_owned())];
    form.extend(choices.iter().map(|(field, value)| (format!("places[{field}]"), value.clone())));
    let form: Vec<_> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let location = studio.dora.post("/do/staff/design/choose", &form).await.location().to_owned();
    let id: ArrangementId = location.rsplit('/').next().and_then(|id| id.parse().ok()).expect("the page of the draft");
    let wanted = experiments::layout::Layout::parse(BODY).expect("it is one");
    assert_eq!(studio.kept(id).await.head.sha256, wanted.address().to_string());
    // What cannot be is said on the same page, with everything that was chosen.
    let folded: Vec<_> = form
        .iter()
        .map(|(name, value)| match *name {
            "name" | "places[large-unfinished-column]" => (*name, "folded"),
            _ => (*name, *value),
        })
        .collect();
    let back = studio.dora.post("/do/staff/design/choose", &folded).await.location().to_owned();
    let page = studio.dora.get(&back).await.text;
    assert!(page.contains("never folded away") && page.contains(r#"value="folded""#), "{back}");
}

#[tokio::test]
async fn what_is_written_is_written_on_in_the_other_way_and_nothing_is_lost_or_kept() {
    let mut studio = studio().await;
    let wanted = experiments::layout::Layout::parse(BODY).expect("it is one");
    let json = [("page", "home"), ("from", "control"), ("name", "half-way"), ("body", BODY), ("turn", "yes")];
    let chosen = studio.dora.post("/do/staff/design/write", &json).await.location().to_owned();
    assert_eq!(chosen, "/staff/design/new?page=home&from=control&by=form");
    let page = studio.dora.get(&chosen).await;
    assert_eq!(page.field("name"), "half-way");

    let choices = experiments::layout::choices(&wanted);
    let mut form = vec![("page".to_owned(), "home".to_owned()), ("from".to_owned(), "control".to_owned())];
    form.extend([("name", "other-half"), ("turn", "yes")].map(|(name, value)| (name.to_owned(), value.to_owned())));
    form.extend(choices.iter().map(|(field, value)| (format!("places[{field}]"), value.clone())));
    let form: Vec<_> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let written = studio.dora.post("/do/staff/design/choose", &form).await.location().to_owned();
    assert_eq!(written, "/staff/design/new?page=home&from=control&by=json");
    let page = studio.dora.get(&written).await;
    assert_eq!(page.field("name"), "other-half");
    assert!(studio.bank.ports.arrangements.all(9).await.expect("the database is there").is_empty());

    // What is no arrangement stays where it was typed, with where it is wrong.
    let wrong = BODY.replacen("\"coming\"", "\"comming\"", 1);
    let json = [("page", "home"), ("from", "control"), ("name", "half-way"), ("body", &wrong), ("turn", "yes")];
    let back = studio.dora.post("/do/staff/design/write", &json).await.location().to_owned();
    assert_eq!(back, written);
    assert!(studio.dora.get(&back).await.text.contains("unknown variant `comming`"));
}

#[tokio::test]
async fn two_people_and_a_check_bring_it_to_customers_and_one_takes_it_back() {
    let mut studio = studio().await;
    let id = studio.written().await;
    let page = studio.dora.get(&address(id)).await.text;
    for said in ["Draft", "from “Second column, place 1” to “First column, place 1”", &studio.author.name] {
        assert!(page.contains(said), "{said}");
    }
    press(&mut studio.morris, id, "remark", &[("note", "Why so <close>?")]).await;
    press(&mut studio.dora, id, "submit", &[]).await;
    let page = studio.morris.get(&address(id)).await.text;
    assert!(page.contains("Why so &lt;close&gt;?") && page.contains("No browser checks layouts here"));
    assert!(!page.contains("/do/staff/design/approve"), "nothing to agree to yet");
    let kept = studio.kept(id).await;
    let report = Report { sha256: kept.head.sha256.clone(), views: 16, findings: vec![] };
    let checked = kept.next(Step::Reported(report), None, studio.bank.clock.now()).expect("it may follow");
    assert!(studio.bank.ports.arrangements.update(&checked, kept.head.version).await.expect("the database is there"));
    let own = studio.dora.get(&address(id)).await.text;
    assert!(own.contains("Somebody else of the bank has to agree") && !own.contains("/do/staff/design/approve"));
    let seen = studio.kept(id).await.head.version.to_string();
    let named = id.to_string();
    let forced = [("arrangement", named.as_str()), ("seen", &seen)];
    studio.dora.post("/do/staff/design/approve", &forced).await;
    assert_eq!(studio.kept(id).await.head.stage, Stage::Checked, "nobody agrees to their own");
    press(&mut studio.morris, id, "approve", &[]).await;
    let half = [("share", "50"), ("audience", "everybody"), ("days", "14"), ("goal", "finished")];
    let nothing = press(&mut studio.dora, id, "launch", &[("share", "0")]).await;
    let page = studio.dora.get(&nothing).await.text;
    assert!(page.contains("from 1 to 99") && page.contains("Choose how it is judged"));
    press(&mut studio.dora, id, "launch", &half).await;
    let page = studio.morris.get(&address(id)).await.text;
    assert!(page.contains("To 50 of 100 people") && page.contains("More payments are finished"));
    press(&mut studio.morris, id, "promote", &[]).await;
    assert!(studio.morris.get(&address(id)).await.text.contains("To everybody, for good"));
    press(&mut studio.morris, id, "stop", &[]).await;
    assert_eq!(studio.kept(id).await.head.stage, Stage::Approved);
}

#[tokio::test]
async fn whoever_comes_second_reads_first() {
    let mut studio = studio().await;
    let id = studio.written().await;
    let named = id.to_string();
    let old = [("arrangement", named.as_str()), ("seen", "0"), ("note", "I agree")];
    press(&mut studio.dora, id, "remark", &[("note", "wait")]).await;
    let back = studio.morris.post("/do/staff/design/remark", &old).await.location().to_owned();
    let page = studio.morris.get(&back).await.text;
    assert!(page.contains("Something has happened here since you looked") && page.contains("I agree"));
}

#[tokio::test]
async fn one_press_stops_everything_and_says_who() {
    let mut studio = studio().await;
    let back = studio.morris.post("/do/staff/design/halt", &[("reason", "")]).await.location().to_owned();
    assert!(studio.morris.get(&back).await.text.contains("staff/design/halt"), "why has to be said");
    studio.morris.post("/do/staff/design/halt", &[("reason", "alarm")]).await;
    let page = studio.dora.get("/staff/design").await.text;
    assert!(page.contains("All layouts are stopped") && !page.contains("/do/staff/design/halt"));
    assert!(page.contains("can allow them again") && !page.contains("/do/staff/design/resume"));
    studio.dora.post("/do/staff/design/resume", &[("reason", "other"), ("note", "fine")]).await;
    let back = studio.morris.post("/do/staff/design/resume", &[("reason", "")]).await.location().to_owned();
    let page = studio.morris.get(&back).await.text;
    assert!(page.contains("All layouts are stopped") && page.contains("/do/staff/design/resume"), "why has to be said");
    studio.morris.post("/do/staff/design/resume", &[("reason", "other"), ("note", "fine")]).await;
    assert!(studio.dora.get("/staff/design").await.text.contains("Everybody sees the pages as they are"));
}

/// The link that the page with the frames gives to others.
fn link(page: &str) -> String {
    let from = page.find("/preview/home/").expect("a link");
    page[from..].chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-')).collect()
}

#[tokio::test]
async fn a_preview_stands_in_frames_of_ours_alone_and_sends_nothing() {
    let mut studio = studio().await;
    let id = studio.written().await;
    assert!(studio.dora.get(&address(id)).await.text.contains("/staff/design/preview?page=home&amp;name=mine"));
    let frames = studio.dora.get("/staff/design/preview?page=home&name=mine&with=control&language=zh").await;
    assert!(frames.header("content-security-policy").contains("frame-src 'self'; frame-ancestors 'none'"));
    assert_eq!(frames.text.matches("<iframe").count(), 8, "two arrangements, two sizes, two widths");
    assert!(frames.text.contains("language=zh&amp;text=large"));
    let link = link(&frames.text);
    // Whoever has the link needs nothing else, and is nobody's.
    let mut anybody = studio.bank.browser();
    let page = anybody.get(&format!("{link}?language=zh&text=large")).await;
    let policy = page.header("content-security-policy").to_owned();
    assert!(policy.contains("form-action 'none';") && policy.ends_with("frame-ancestors 'self'"), "{policy}");
    assert_eq!(page.header("x-frame-options"), "SAMEORIGIN");
    assert_eq!(page.header("x-layout-sha256"), studio.kept(id).await.head.sha256);
    assert!(page.text.contains("data-text=\"large\"") && page.text.contains("lang=\"zh") && page.text.contains("mine"));
    assert!(anybody.cookies.is_empty(), "it begins no session");
    let others = anybody.get("/").await;
    assert_eq!(others.header("x-frame-options"), "DENY");
    // Somebody who banks here sees in it what everybody does.
    let mut ann = studio.bank.signed_in(crate::test_bank::ANN).await;
    assert!(!ann.get(&link).await.text.contains("Ann"));
    let forged = link.replace("/mine/", "/control/");
    assert_eq!(anybody.get(&forged).await.status, 404);
    // It shows what it was made for, and nothing that took its name.
    let dense = BODY.replacen(r#""kind": "coming""#, r#""kind": "coming", "density": "dense""#, 1);
    let (named, seen) = (id.to_string(), studio.kept(id).await.head.version.to_string());
    let form = [("page", "home"), ("arrangement", &named), ("seen", &seen), ("name", "mine"), ("body", &dense)];
    studio.dora.post("/do/staff/design/write", &form).await;
    assert_eq!(anybody.get(&link).await.status, 404);
    let frames = studio.dora.get("/staff/design/preview?page=home&name=mine").await;
    let link = self::link(&frames.text);
    assert_eq!(anybody.get(&link).await.status, 200);
    studio.bank.clock.pass(86_401);
    assert_eq!(anybody.get(&link).await.status, 404);
}

/// What goes on for a while is seen before and after it has begun.
#[tokio::test]
async fn a_conversation_is_previewed_before_and_after_something_was_said() {
    let mut studio = studio().await;
    let frames = studio.dora.get("/staff/design/preview?page=chat&name=beside&begun=yes").await.text;
    let from = frames.find("/preview/chat/beside/").expect("a link");
    let link: String =
        frames[from..].chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '-')).collect();
    assert!(frames.contains("&amp;begun=yes"));
    let mut anybody = studio.bank.browser();
    let fresh = anybody.get(&link).await.text;
    assert!(fresh.contains("What can we do for you?") && !fresh.contains("Keep what was said"), "{fresh}");
    let begun = anybody.get(&format!("{link}?begun=yes&language=zh&text=large")).await.text;
    assert!(begun.contains("把说过的话存成文件") && begun.contains("role=\"log\""), "{begun}");
    assert!(!begun.contains("data-chat="), "nobody listens to what is nobody's");
    assert!(anybody.get("/help/chat").await.text.contains("What can we do for you?"), "it was said nowhere");
}

#[tokio::test]
async fn what_was_launched_is_seen_at_the_next_request_and_gone_at_the_next_after_a_stop() {
    let key = [("BANYAN_EXPERIMENTS_KEY", "0123456789abcdef0123456789abcdef")];
    let bank = TestBank::with(&key, |ports| ports).await;
    let (author, other) = (bank.member(Role::Designer).await, bank.member(Role::Administrator).await);
    let (dora, morris) = (bank.at_work(author.id).await, bank.at_work(other.id).await);
    let mut studio = Studio { bank, dora, morris, author };
    let mut ann = helping(&studio.bank, crate::test_bank::ANN).await;
    assert!(!coming_first(&mut ann).await);
    let id = studio.written().await;
    press(&mut studio.dora, id, "submit", &[]).await;
    let kept = studio.kept(id).await;
    let report = Report { sha256: kept.head.sha256.clone(), views: 19, findings: vec![] };
    let checked = kept.next(Step::Reported(report), None, studio.bank.clock.now()).expect("it may follow");
    assert!(studio.bank.ports.arrangements.update(&checked, kept.head.version).await.expect("the database is there"));
    press(&mut studio.morris, id, "approve", &[]).await;
    let most = [("share", "99"), ("audience", "everybody"), ("days", "14"), ("goal", "finished")];
    press(&mut studio.dora, id, "launch", &most).await;
    assert!(coming_first(&mut ann).await);
    press(&mut studio.morris, id, "stop", &[]).await;
    assert!(!coming_first(&mut ann).await);
    // Somebody who takes no part sees it when it is everybody's: its author alone cannot decide that.
    let mut bo = studio.bank.signed_in(crate::test_bank::BO).await;
    press(&mut studio.dora, id, "launch", &most).await;
    assert!(!coming_first(&mut bo).await);
    assert!(!studio.dora.get(&address(id)).await.text.contains("/do/staff/design/promote"));
    press(&mut studio.dora, id, "promote", &[]).await;
    assert!(!coming_first(&mut bo).await);
    press(&mut studio.morris, id, "promote", &[]).await;
    assert!(coming_first(&mut bo).await);
    studio.morris.post("/do/staff/design/halt", &[("reason", "alarm")]).await;
    assert!(!coming_first(&mut bo).await);
}

/// Somebody who has signed in, and helps to make the pages better.
async fn helping(bank: &TestBank, customer: CustomerId) -> Browser {
    let mut browser = bank.signed_in(customer).await;
    browser.post("/do/you/improve", &crate::trying::HELPING).await;
    browser
}

/// Whether they read what is coming before what was, in English or Chinese.
async fn coming_first(browser: &mut Browser) -> bool {
    let page = browser.get("/").await.text;
    let at = |words: [&str; 2]| words.iter().find_map(|word| page.find(word)).expect("it is there");
    at(["Coming up", "近期收支安排"]) < at(["Latest", "最近收支"])
}

#[tokio::test]
async fn what_was_decided_is_read_and_shown_by_one_after_the_other() {
    let mut studio = studio().await;
    let running = studio.bank.running.clone();
    let somebody = running.changing().await;
    let stop = studio.morris.post("/do/staff/design/halt", &[("reason", "alarm")]);
    assert!(tokio::time::timeout(Duration::from_millis(300), stop).await.is_err(), "it waits for who is before it");
    drop(somebody);
    studio.morris.post("/do/staff/design/halt", &[("reason", "alarm")]).await;
}
