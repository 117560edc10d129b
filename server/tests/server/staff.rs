//! Where the bank's own people work: coming in by a link, a reason before a customer is seen, and the chain that tells.

use axum::http::StatusCode;
use bank::{
    Clock,
    audit::Deed,
    security::{Channel, Facts, Notice, SecurityEvent},
    staff::{self, Role, StaffMember, StaffStatus},
};
use server::system::SystemRng;

use crate::{
    browser::Browser,
    test_bank::{ANN, BO, STAFF_COOKIE, TestBank},
};

async fn link(bank: &TestBank, member: &StaffMember) -> String {
    let (people, audit) = (bank.ports.staff.as_ref(), bank.ports.audit.as_ref());
    staff::link(people, audit, &SystemRng, member.id, bank.clock.now()).await.expect("the database is there")
}

/// The deeds told to the chain, the latest first, and why.
async fn told(bank: &TestBank, deed: Deed) -> Vec<(Option<i64>, i64, Option<String>)> {
    let lines = bank.ports.audit.latest(Some(deed), None, 100).await.expect("the database is there");
    lines.into_iter().map(|line| (line.entry.actor, line.entry.subject, line.entry.why)).collect()
}

async fn look(browser: &mut Browser, reason: &str) -> String {
    let fields = [("customer", ANN.to_string()), ("reason", reason.to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    browser.post("/do/staff/look", &fields).await.location().to_owned()
}

#[tokio::test]
async fn a_link_shows_whose_it_is_and_its_secret_is_kept_nowhere() {
    let bank = TestBank::new().await;
    let member = bank.member(Role::Agent).await;
    let secret = link(&bank, &member).await;
    let mut browser = bank.browser();
    let page = browser.get(&format!("/staff/enrol/{secret}")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains(&member.name) && page.text.contains("data-passkey=\"create\""));
    assert!(page.header("cache-control").contains("no-store"));
    // Something that is no passkey comes back to the page, with a sentence; the link is still good.
    let refused = browser.post("/do/staff/enrol", &[("token", &secret), ("passkey", "{}")]).await;
    assert_eq!(refused.location(), format!("/staff/enrol/{secret}"));
    let page = browser.get(refused.location()).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("role=\"alert\""));
    // Everything that the session keeps, as the database has it.
    let cookie = browser.cookies[STAFF_COOKIE].clone();
    let hash = server::sessions::find(
        &axum::http::HeaderMap::from_iter([(
            axum::http::header::COOKIE,
            format!("{STAFF_COOKIE}={cookie}").parse().expect("a header"),
        )]),
        server::sessions::STAFF,
        false,
    );
    let now = bank.clock.now();
    let hash = hash.expect("a session").hash();
    let kept = bank.ports.staff_sessions.load(&hash, now, now.plus_seconds(-60)).await.expect("the database is there");
    let (stored, whose) = kept.expect("a session");
    assert!(whose.is_none() && !stored.data.contains(&secret), "{}", stored.data);
    assert!(stored.data.contains("flashes"), "what was wrong is kept");

    bank.clock.pass(staff::LINK_S);
    for lost in [secret.as_str(), "0123456789abcdef0123456789abcdef", "x"] {
        assert_eq!(browser.get(&format!("/staff/enrol/{lost}")).await.status, StatusCode::NOT_FOUND);
    }
    let late = browser.post("/do/staff/enrol", &[("token", "../../you"), ("passkey", "{}")]).await;
    assert_eq!(late.location(), "/staff/sign-in");
}

#[tokio::test]
async fn nothing_of_a_customer_is_seen_before_a_reason_and_it_is_told() {
    let bank = TestBank::new().await;
    let (agent, auditor) = (bank.member(Role::Agent).await, bank.member(Role::Auditor).await);
    let mut browser = bank.at_work(agent.id).await;
    let found = browser.post("/do/staff/find", &[("wanted", "Ann")]).await;
    let page = format!("/staff/customers/{ANN}");
    assert_eq!(found.location(), page);
    let asked = browser.get(&page).await.text;
    assert!(asked.contains("Why do you open this file?") && !asked.contains("Ann Miller"));
    assert_eq!(look(&mut browser, "").await, page);
    assert!(browser.get(&page).await.text.contains("Choose why you do this."));
    assert!(told(&bank, Deed::StaffLooked).await.is_empty());

    assert_eq!(look(&mut browser, "called").await, page);
    let file = browser.get(&page).await.text;
    assert!(file.contains("Ann Miller") && !file.contains("1,000.00"), "an agent sees no balance");
    let expected = (Some(agent.id.value()), ANN.value(), Some("called".to_owned()));
    assert_eq!(told(&bank, Deed::StaffLooked).await, [expected]);
    assert!(!browser.get(&format!("/staff/customers/{BO}")).await.text.contains("薄文"), "one customer at a time");

    let chain = bank.at_work(auditor.id).await.get("/staff/audit?deed=staff-looked").await.text;
    assert!(chain.contains(&agent.username) && chain.contains("The customer is on the telephone"));
    assert!(chain.contains(&ANN.to_string()));
    for _ in 0..2 {
        bank.clock.pass(850);
        browser.get("/staff").await;
        noted(&bank, &agent).await;
    }
    bank.clock.pass(100);
    assert!(browser.get(&page).await.text.contains("Why do you open this file?"), "half an hour is over");
    let refused = browser.post("/do/staff/freeze", &[("customer", &ANN.to_string()), ("reason", "alarm")]).await;
    let page = browser.get(refused.location()).await.text;
    assert!(page.contains("You may not see this customer any more"));
    assert!(bank.ports.desk.file(ANN).await.expect("the database is there").expect("Ann").freeze.is_none());
}

#[tokio::test]
async fn a_payments_officer_sees_balances() {
    let bank = TestBank::new().await;
    let officer = bank.member(Role::PaymentsOfficer).await;
    let mut browser = bank.at_work(officer.id).await;
    let page = look(&mut browser, "alarm").await;
    assert!(browser.get(&page).await.text.contains("1,000.00"));
}

#[tokio::test]
async fn whoever_is_not_found_is_told_of_beside_the_field() {
    let bank = TestBank::new().await;
    let agent = bank.member(Role::Agent).await;
    let mut browser = bank.at_work(agent.id).await;
    for (wanted, sentence) in [
        ("nobody", "Nobody banks here under that name or number"),
        ("", "Type a user name or an account number"),
        ("1234", "all 8 digits"),
    ] {
        let refused = browser.post("/do/staff/find", &[("wanted", wanted)]).await;
        assert_eq!(refused.location(), "/staff/customers");
        let page = browser.get("/staff/customers").await.text;
        assert!(page.contains(sentence) && page.contains(&format!("value=\"{wanted}\"")), "{wanted}: {page}");
    }
}

#[tokio::test]
async fn one_freezes_and_another_has_to_agree_to_the_end() {
    let bank = TestBank::new().await;
    let (one, two) = (bank.member(Role::Agent).await, bank.member(Role::Administrator).await);
    let (mut first, mut second) = (bank.at_work(one.id).await, bank.at_work(two.id).await);
    let (page, customer) = (look(&mut first, "called").await, ANN.to_string());
    look(&mut second, "alarm").await;
    let mut ann = bank.signed_in(ANN).await;
    let reason = [("customer", customer.as_str()), ("reason", "alarm"), ("note", "a stranger has her phone")];
    first.post("/do/staff/freeze", &reason).await;
    assert_eq!(ann.get("/you").await.status, StatusCode::SEE_OTHER, "she is signed out");
    assert!(first.get(&page).await.text.contains("Everything is frozen"));
    let refused = second.post("/do/staff/thaw/agree", &[("customer", &customer)]).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND, "nobody has asked");
    first.post("/do/staff/thaw", &[("customer", &customer), ("reason", "called")]).await;
    let own = first.post("/do/staff/thaw/agree", &[("customer", &customer)]).await;
    assert!(first.get(own.location()).await.text.contains("Somebody else of the bank has to agree"));
    assert!(second.get(&page).await.text.contains(&format!("{} asked for this", one.name)));
    second.post("/do/staff/thaw/agree", &[("customer", &customer)]).await;
    assert!(second.get(&page).await.text.contains("The freeze ends"));
    let file = bank.ports.desk.file(ANN).await.expect("the database is there").expect("Ann");
    let ends = file.freeze.and_then(|freeze| freeze.thaws_at);
    assert_eq!(ends, Some(bank.clock.now().plus_seconds(12 * 60 * 60)));
    let security = bank.signed_in(ANN).await.get("/you/security").await.text;
    assert!(security.contains("Everything was frozen by the bank") && !security.contains("192.0.2.1"));
}

#[tokio::test]
async fn whoever_has_lost_everything_is_handed_a_code_that_is_shown_once() {
    let bank = TestBank::new().await;
    let agent = bank.member(Role::Agent).await;
    let mut browser = bank.at_work(agent.id).await;
    let (page, customer) = (format!("/staff/customers/{ANN}"), ANN.to_string());
    let early = browser.post("/do/staff/recover", &[("customer", &customer)]).await;
    assert!(browser.get(early.location()).await.text.contains("You may not see this customer any more"));
    look(&mut browser, "here").await;
    assert_eq!(browser.post("/do/staff/recover", &[("customer", &customer)]).await.location(), page);
    assert!(browser.get(&page).await.text.contains("Hand this code over"));
    assert!(!browser.get(&page).await.text.contains("Hand this code over"), "it was seen");
    assert_eq!(told(&bank, Deed::RecoveryStarted).await, [(Some(agent.id.value()), ANN.value(), None)]);
}

#[tokio::test]
async fn suspending_holds_from_the_next_request() {
    let bank = TestBank::new().await;
    let agent = bank.member(Role::Agent).await;
    let mut browser = bank.at_work(agent.id).await;
    assert_eq!(browser.get("/staff").await.status, StatusCode::OK);
    bank.ports.staff.set_status(agent.id, StaffStatus::Suspended).await.expect("the database is there");
    assert_eq!(browser.get("/staff").await.location(), "/staff/sign-in");
    let refused = browser.post("/do/staff/find", &[("wanted", "ann")]).await;
    assert_eq!(refused.location(), "/staff/sign-in?next=%2Fstaff%2Fcustomers");
}

#[tokio::test]
async fn a_session_of_staff_rests_a_quarter_of_an_hour_and_lasts_a_working_day() {
    let bank = TestBank::new().await;
    let (agent, other) = (bank.member(Role::Agent).await, bank.member(Role::Agent).await);
    let (mut resting, mut busy) = (bank.at_work(other.id).await, bank.at_work(agent.id).await);
    bank.clock.pass(899);
    assert_eq!(resting.get("/staff").await.status, StatusCode::OK);
    for _ in 0..35 {
        busy.get("/staff").await;
        noted(&bank, &agent).await;
        bank.clock.pass(780);
    }
    assert_eq!(resting.get("/staff").await.location(), "/staff/sign-in");
    assert_eq!(busy.get("/staff").await.status, StatusCode::OK, "seven hours and more");
    noted(&bank, &agent).await;
    bank.clock.pass(780);
    assert_eq!(busy.get("/staff").await.location(), "/staff/sign-in", "however much it is used");
}

/// Waits until the use of a session has been noted: that is done beside the request.
async fn noted(bank: &TestBank, member: &StaffMember) {
    let now = bank.clock.now();
    for _ in 0..500 {
        let open = bank.ports.staff_sessions.list(member.id, now, now.plus_seconds(-1)).await;
        if !open.expect("the database is there").is_empty() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("the use of a session was not noted");
}

#[tokio::test]
async fn sessions_are_seen_and_ended_and_leaving_is_told() {
    let bank = TestBank::new().await;
    let agent = bank.member(Role::Agent).await;
    let (mut here, mut there) = (bank.at_work(agent.id).await, bank.at_work(agent.id).await);
    let page = here.get("/staff/sessions").await;
    assert!(page.text.contains("This is the one you are using now"));
    let key = page.field("key").to_owned();
    here.post("/do/staff/sessions/end", &[("key", &key)]).await;
    assert_eq!(there.get("/staff").await.status, StatusCode::SEE_OTHER);
    assert_eq!(told(&bank, Deed::StaffSessionEnded).await.len(), 1);
    let left = here.post("/do/staff/sign-out", &[]).await;
    assert_eq!((left.location(), left.header("clear-site-data")), ("/staff/sign-in?left=1", "\"cache\", \"storage\""));
    assert!(!here.cookies.contains_key(STAFF_COOKIE));
    assert_eq!(told(&bank, Deed::StaffSignOut).await[0].0, Some(agent.id.value()));
}

#[tokio::test]
async fn over_tls_the_cookie_is_the_hosts_own_and_not_that_of_customers() {
    let bank = TestBank::with(&[("BANYAN_PUBLIC_URL", "https://bank.example")], |ports| ports).await;
    let mut browser = bank.browser();
    let asked = browser.post("/do/staff/sign-in/ask", &[]).await;
    let cookie = asked.header("set-cookie");
    assert!(cookie.starts_with("__Host-banyan-staff="), "{cookie}");
    assert!(cookie.ends_with("; Path=/; HttpOnly; SameSite=Lax; Secure"), "{cookie}");
    let refused = browser.post("/do/staff/sign-in", &[("passkey", "{}"), ("next", "//evil.example")]).await;
    assert_eq!(refused.location(), "/staff/sign-in");
    assert!(browser.get("/staff/sign-in").await.text.contains("role=\"alert\""));
}

#[tokio::test]
async fn the_chain_is_read_page_by_page_and_followed() {
    let bank = TestBank::new().await;
    let auditor = bank.member(Role::Auditor).await;
    let mut browser = bank.at_work(auditor.id).await;
    assert!(browser.get("/staff/audit?deed=frozen").await.text.contains("There is nothing of this kind"));
    let mut agent = bank.at_work(bank.member(Role::Agent).await.id).await;
    for _ in 0..51 {
        look(&mut agent, "called").await;
    }
    while bank.ports.upkeep.seal_audit(100).await.expect("the database is there") > 0 {}
    let first = browser.get("/staff/audit?deed=staff-looked").await.text;
    let rows = |text: &str| text.matches("<tr>").count() - 1;
    assert_eq!(rows(&first), 50);
    let older = first.split("href=\"").find(|rest| rest.contains("before=")).expect("older rows");
    let older = older.split('"').next().expect("an address").replace("&amp;", "&");
    let second = browser.get(&older).await.text;
    assert_eq!(rows(&second), 1);
    let pages = "aria-label=\"Audit chain\"";
    assert!(first.contains(pages) && !second.contains(pages) && second.contains("Back to the latest rows"));
    let whole = browser.get("/staff/audit?check=1").await.text;
    assert!(whole.contains("The chain is whole") && whole.contains("51"));
}

#[tokio::test]
async fn messages_are_shown_in_the_demonstration_and_in_the_customers_language() {
    let bank = TestBank::with(&[("BANYAN_DEMO", "true")], |ports| ports).await;
    let agent = bank.member(Role::Agent).await;
    let mut browser = bank.at_work(agent.id).await;
    assert!(browser.get("/staff/outbox").await.text.contains("Nobody was sent anything yet"));
    let notice = Notice {
        customer: BO,
        channel: Channel::Sms,
        address: "139 0000 0000".to_owned(),
        event: SecurityEvent::Frozen,
        facts: Facts::default(),
        at: bank.clock.now(),
        due_at: bank.clock.now(),
    };
    bank.ports.security.send(&[notice]).await.expect("the database is there");
    let page = browser.get("/staff/outbox").await.text;
    assert!(page.contains("lang=\"zh-Hans\"") && page.contains("139 0000 0000"));
}
