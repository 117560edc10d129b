//! Powers of attorney: two of the bank take one in, the attorney accepts hours later, and either of the two ends it.

use axum::http::StatusCode;
use bank::{audit::Deed, powers::BEGINS_AFTER_S, security::SecurityEvent, staff::Role};
use model::{AccountId, CustomerId};

use crate::{
    browser::{Browser, id},
    test_bank::{ANN, BO, TestBank},
};

fn number(serial: u32) -> String {
    model::AccountNumber::from_serial(serial).expect("a number").to_string()
}

/// Where the file of Ann is.
fn file() -> String {
    format!("/staff/customers/{ANN}")
}

/// Somebody of the bank who has said why they look at Ann.
async fn at_her_file(bank: &TestBank, role: Role) -> (Browser, String) {
    let member = bank.member(role).await;
    let (mut browser, ann) = (bank.at_work(member.id).await, ANN.to_string());
    let fields = [("customer", ann.as_str()), ("reason", "wrote")];
    assert_eq!(browser.post("/do/staff/look", &fields).await.location(), file());
    (browser, member.name)
}

/// Takes in a document by which Bo is to act for Ann; gives where it goes on.
async fn take_in(browser: &mut Browser, kind: &str) -> String {
    let (ann, number) = (ANN.to_string(), number(12));
    let fields = [
        ("customer", ann.as_str()),
        ("name", "薄文"),
        ("number", &number),
        ("kind", kind),
        ("document", "7000-1234-5678"),
        ("until", ""),
    ];
    browser.post("/do/staff/power/ask", &fields).await.location().to_owned()
}

/// One takes it in and another agrees; gives its id.
async fn agreed(bank: &TestBank) -> String {
    let (mut first, _) = at_her_file(bank, Role::PaymentsOfficer).await;
    let (mut second, _) = at_her_file(bank, Role::Administrator).await;
    assert_eq!(take_in(&mut first, "lasting").await, file());
    let power = second.get(&file()).await.field("power").to_owned();
    assert_eq!(agree(&mut second, &power).await, file());
    power
}

/// Agrees to it; gives where it goes on.
async fn agree(browser: &mut Browser, power: &str) -> String {
    let ann = ANN.to_string();
    let fields = [("customer", ann.as_str()), ("power", power)];
    browser.post("/do/staff/power/agree", &fields).await.location().to_owned()
}

/// What somebody was told within the bank.
async fn told(bank: &TestBank, who: CustomerId) -> Vec<SecurityEvent> {
    let told = bank.ports.notices.letters(who, 20).await.expect("the database is there");
    told.into_iter().map(|letter| letter.event).collect()
}

/// Fills in a payment of £5 from Ann's account to Eve, up to the question that approves it.
async fn prepare(browser: &mut Browser) -> (String, String) {
    let (from, number) = (id(11), number(14));
    let start = browser.post("/do/pay/start", &[("from", &from)]).await.location().to_owned();
    let draft = start.trim_start_matches("/pay/").split('/').next().expect("a draft").to_owned();
    let fields = [("draft", draft.as_str()), ("from", &from), ("amount", "5")];
    browser.post("/do/pay/amount", &fields).await;
    let fields = [("draft", draft.as_str()), ("kind", "other"), ("name", "Eve Grey"), ("number", &number)];
    browser.post("/do/pay/payee", &fields).await;
    let page = browser.get(&format!("/pay/{draft}/approve")).await;
    assert_eq!(page.status, StatusCode::OK, "{} {}", page.location(), page.text);
    let challenge = page.field("challenge").to_owned();
    (draft, challenge)
}

/// Approves it as Bo; gives where it goes on.
async fn approve(bank: &TestBank, bo: &mut Browser, (draft, challenge): (&str, &str)) -> String {
    let fields = [("draft", draft), ("challenge", challenge), ("code", &bank.code(BO))];
    bo.post("/do/pay/approve", &fields).await.location().to_owned()
}

/// What is on Ann's account and not set aside, in pence.
async fn left(bank: &TestBank) -> i64 {
    let account = bank.ports.accounts.account(ANN, AccountId::new(11)).await.expect("the database is there");
    let account = account.expect("hers");
    account.balance.minor - account.held.minor
}

#[tokio::test]
async fn one_takes_it_in_and_another_has_to_agree() {
    let bank = TestBank::new().await;
    let (mut first, name) = at_her_file(&bank, Role::PaymentsOfficer).await;
    let (mut second, _) = at_her_file(&bank, Role::Administrator).await;
    assert!(first.get(&file()).await.text.contains("Nobody acts for this customer"));
    assert_eq!(take_in(&mut first, "lasting").await, file());
    let page = first.get(&file()).await;
    for said in ["薄文", "Lasting power of attorney", "7000-1234-5678", "You took this in"] {
        assert!(page.text.contains(said), "{said}: {}", page.text);
    }
    assert!(!page.text.contains("/do/staff/power/agree"), "it is not theirs to agree to");
    let power = page.field("power").to_owned();
    let own = agree(&mut first, &power).await;
    assert!(first.get(&own).await.text.contains("You asked for this yourself"));
    let mut ann = bank.signed_in(ANN).await;
    assert!(!ann.get("/you/people").await.text.contains("薄文") && told(&bank, BO).await.is_empty());

    assert!(second.get(&file()).await.text.contains(&format!("{name} took this in")));
    assert_eq!(agree(&mut second, &power).await, file());
    assert!(second.get(&file()).await.text.contains("They can accept it from"));
    // She is told, and sees who it is and how to stop it; he is told too.
    let hers = ann.get("/you/people").await;
    assert!(hers.text.contains("薄文") && hers.text.contains("/do/power/end"), "{}", hers.text);
    assert_eq!(hers.field("power"), power);
    assert!(told(&bank, ANN).await.contains(&SecurityEvent::PowerAgreed));
    assert!(told(&bank, BO).await.contains(&SecurityEvent::PowerOffered));
    // The same once more is there already.
    assert_eq!(take_in(&mut first, "court").await, format!("{}/power", file()));
    let again = first.get(&format!("{}/power", file())).await.text;
    assert!(again.contains("They act for this customer already"), "{again}");
    // And anybody of the two ends it.
    let ended = [("customer", ANN.to_string()), ("power", power)];
    let ended: Vec<(&str, &str)> = ended.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(first.post("/do/staff/power/end", &ended).await.location(), file());
    assert!(!first.get(&file()).await.text.contains("/do/staff/power/end"), "it is over");
    assert!(!ann.get("/you/people").await.text.contains("/do/power/end"));
    for deed in [Deed::StaffPowerAsked, Deed::StaffPowerAgreed, Deed::StaffPowerEnded] {
        let lines = bank.ports.audit.latest(Some(deed), None, 10).await.expect("the database is there");
        assert_eq!(lines.len(), 1, "{deed:?}");
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_and_nobody_else_takes_one_in() {
    let bank = TestBank::new().await;
    let (mut officer, _) = at_her_file(&bank, Role::PaymentsOfficer).await;
    let page = format!("{}/power", file());
    assert_eq!(take_in(&mut officer, "").await, page);
    let again = officer.get(&page).await.text;
    assert!(again.contains("Choose what kind of document it is.") && again.contains("7000-1234-5678"), "{again}");
    let (mut agent, _) = at_her_file(&bank, Role::Agent).await;
    assert_eq!(agent.get(&page).await.status, StatusCode::FORBIDDEN);
    assert!(!agent.get(&file()).await.text.contains("/power"), "no way leads there");
    // Whoever has not said why they look does so first, and reads that it was too late.
    let mut late = bank.at_work(bank.member(Role::Administrator).await.id).await;
    assert_eq!(late.get(&page).await.location(), file());
    assert_eq!(take_in(&mut late, "general").await, page);
    assert_eq!(late.get(&page).await.location(), file());
    assert!(late.get(&file()).await.text.contains("You may not see this customer any more"));
    let all = bank.ports.powers.of_donor(ANN).await.expect("the database is there");
    assert!(all.is_empty(), "{all:?}");
}

#[tokio::test]
async fn the_attorney_waits_accepts_looks_and_pays_until_the_donor_stops_it() {
    let bank = TestBank::new().await;
    let power = agreed(&bank).await;
    let mut bo = bank.signed_in(BO).await;
    bo.post("/do/preferences", &[("language", "en")]).await;
    // Before twelve hours have passed nothing can be accepted, whatever is sent.
    assert!(bo.get("/accounts").await.text.contains("/business"));
    let offer = bo.get("/business").await.text;
    assert!(offer.contains("Ann Miller") && offer.contains("Lasting power of attorney"), "{offer}");
    assert!(!offer.contains("/do/power/accept") && offer.contains("/do/power/end"), "{offer}");
    let early = bo.post("/do/power/accept", &[("power", &power)]).await;
    assert_eq!(early.status, StatusCode::NOT_FOUND);
    assert!(!bo.get("/looking").await.text.contains("Account 11"));
    bank.clock.pass(BEGINS_AFTER_S);

    let mut bo = bank.signed_in(BO).await;
    let offer = bo.get("/business").await;
    assert!(offer.text.contains("/do/power/accept"), "{}", offer.text);
    assert_eq!(offer.field("power"), power);
    assert_eq!(bo.post("/do/power/accept", &[("power", &power)]).await.location(), "/business");
    let acts = bo.get("/business").await.text;
    for said in ["Ann Miller", "By power of attorney", "Account 11", "Account 13", "£1,000.00"] {
        assert!(acts.contains(said), "{said}: {acts}");
    }
    assert!(bo.get("/accounts").await.text.contains("/business"));
    let looking = bo.get("/looking").await.text;
    assert!(looking.contains("Account 11") && looking.contains("Account 13"), "{looking}");
    let (draft, challenge) = prepare(&mut bo).await;
    assert_eq!(approve(&bank, &mut bo, (&draft, &challenge)).await, format!("/payments/{draft}"));
    assert_eq!(left(&bank).await, 99_500);
    bank.clock.pass(30);

    // What he has begun when she stops it is not paid.
    let (draft, challenge) = prepare(&mut bo).await;
    let mut ann = bank.signed_in(ANN).await;
    let hers = ann.get("/you/people").await.text;
    assert!(hers.contains("By power of attorney: looks and pays"), "{hers}");
    assert_eq!(ann.post("/do/power/end", &[("power", &power)]).await.location(), "/you/people");
    assert_ne!(approve(&bank, &mut bo, (&draft, &challenge)).await, format!("/payments/{draft}"));
    assert_eq!(left(&bank).await, 99_500);
    assert!(!bo.get("/accounts").await.text.contains("/business"));
    assert!(!bo.get("/business").await.text.contains("Account 11"));
    assert!(!bo.get("/looking").await.text.contains("Account 11"));
    assert_eq!(bo.post("/do/power/accept", &[("power", &power)]).await.status, StatusCode::NOT_FOUND);
    assert!(told(&bank, ANN).await.contains(&SecurityEvent::PowerEnded));
    assert!(told(&bank, BO).await.contains(&SecurityEvent::PowerNoMore));
}

#[tokio::test]
async fn the_attorney_may_decline() {
    let bank = TestBank::new().await;
    let power = agreed(&bank).await;
    let mut bo = bank.signed_in(BO).await;
    assert_eq!(bo.post("/do/power/end", &[("power", &power)]).await.location(), "/business");
    assert!(!bo.get("/business").await.text.contains("/do/power/"));
    assert!(told(&bank, ANN).await.contains(&SecurityEvent::PowerEnded));
    bank.clock.pass(BEGINS_AFTER_S);
    let late = bank.signed_in(BO).await.post("/do/power/accept", &[("power", &power)]).await;
    assert_eq!(late.status, StatusCode::NOT_FOUND);
}
