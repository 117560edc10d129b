//! A person one press away: from any page, signed in or not; and what is shown where there is no connection.

use axum::http::StatusCode;

use crate::{
    browser::Browser,
    test_bank::{ANN, BO, TestBank},
};

/// The day of the test, a Sunday, a little after noon in London.
const TODAY: &str = "2026-11-22";

const RIGHT: [(&str, &str); 6] = [
    ("from", "/sign-in"),
    ("page", "sign-in"),
    ("phone", "020 7946 0018"),
    ("language", "en"),
    ("day", TODAY),
    ("part", "evening"),
];

async fn ask(browser: &mut Browser, more: &[(&str, &str)]) -> String {
    let form: Vec<_> = RIGHT.into_iter().chain(more.iter().copied()).collect();
    let asked = browser.post("/do/help/call-back", &form).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text);
    asked.location().to_owned()
}

#[tokio::test]
async fn every_page_leads_to_a_person_and_back() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    for (path, link) in [
        ("/", "/help/person?from=%2F\""),
        ("/accounts", "/help/person?from=%2Faccounts\""),
        ("/accounts?text=rent", "/help/person?from=%2Faccounts\""),
        ("/nothing", "/help/person?from=%2Fnothing\""),
        ("/help/articles/pressed-to-pay", "/help/person?from=%2Fhelp%2Farticles%2Fpressed-to-pay\""),
    ] {
        let page = ann.get(path).await;
        assert!(page.text.contains(&format!("href=\"{link}")), "{path}: {}", page.text);
    }
    let start = ann.post("/do/pay/start", &[("from", &crate::browser::id(11))]).await;
    let step = start.location().to_owned();
    let person = ann.get(&format!("/help/person?from={}", step.replace('/', "%2F"))).await;
    assert!(person.text.contains(&format!("href=\"{step}\"")), "the way back to the step");
    assert!(person.text.contains("“Paying: how much”"), "what would be told, in words");
    assert!(!person.text.contains("name=\"tell\" value=\"yes\" checked"), "nobody consents by saying nothing");
    let evil = ann.get("/help/person?from=https%3A%2F%2Fevil.example").await;
    assert!(!evil.text.contains("//evil.example"), "nobody is led anywhere else");
    let nobody = bank.browser().get("/sign-in?next=%2Fpay").await;
    assert!(nobody.text.contains("href=\"/help/person?from=%2Fsign-in%3Fnext%3D%252Fpay\""), "{}", nobody.text);
}

#[tokio::test]
async fn a_stranger_is_called_back_and_nothing_typed_is_lost() {
    let bank = TestBank::new().await;
    let mut browser = bank.browser();
    let wrong = [("from", ""), ("name", "Grace Lee"), ("phone", "call me"), ("language", "zh"), ("day", TODAY)];
    let refused = browser.post("/do/help/call-back", &wrong).await;
    assert_eq!((refused.status, refused.location()), (StatusCode::SEE_OTHER, "/help/person"));
    let page = browser.get("/help/person").await;
    assert_eq!((page.field("name"), page.field("phone")), ("Grace Lee", "call me"));
    for sentence in ["Enter a telephone number in digits", "Choose the time of day"] {
        assert!(page.text.contains(sentence), "{sentence}: {}", page.text);
    }
    let call = ask(&mut browser, &[("name", "Grace Lee"), ("tell", "yes")]).await;
    let kept = browser.get(&call).await;
    for said in ["We will call you", "020 7946 0018", "Signing in: name and password", "Evening, 5 to 8"] {
        assert!(kept.text.contains(said), "{said}: {}", kept.text);
    }
    assert_eq!(ask(&mut browser, &[("name", "Grace Lee"), ("tell", "yes")]).await, call, "pressed twice");
    assert_eq!(bank.browser().get(&call).await.status, StatusCode::NOT_FOUND);
    assert_eq!(bank.signed_in(ANN).await.get(&call).await.status, StatusCode::NOT_FOUND);
    let id = call.rsplit('/').next().expect("an id");
    assert_eq!(browser.post("/do/help/cancel-call", &[("call", id)]).await.location(), call);
    assert!(browser.get(&call).await.text.contains("This call is cancelled"));
}

#[tokio::test]
async fn each_customer_has_their_own_calls() {
    let bank = TestBank::new().await;
    let (mut ann, mut bo) = (bank.signed_in(ANN).await, bank.signed_in(BO).await);
    let call = ask(&mut ann, &[]).await;
    let id = call.rsplit('/').next().expect("an id").to_owned();
    assert!(ann.get("/help/person").await.text.contains(&call));
    assert!(ann.get(&call).await.text.contains("Nothing about the page you were on"));
    assert!(!bo.get("/help/person").await.text.contains(&call));
    assert_eq!(bo.get(&call).await.status, StatusCode::NOT_FOUND);
    assert_eq!(bo.post("/do/help/cancel-call", &[("call", &id)]).await.status, StatusCode::NOT_FOUND);
    let waiting = bank.ports.call_backs.waiting(10).await.expect("the database is there");
    assert_eq!(waiting.iter().map(|call| call.name.as_str()).collect::<Vec<_>>(), ["Ann Miller"]);
}

#[tokio::test]
async fn nobody_fills_the_list_of_calls() {
    let bank = TestBank::with(&[("BANYAN_SIGN_INS_PER_MINUTE", "3")], |ports| ports).await;
    let mut browser = bank.browser();
    for _ in 0..3 {
        browser.post("/do/help/call-back", &[]).await;
    }
    assert_eq!(browser.post("/do/help/call-back", &RIGHT).await.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(browser.get("/help/person").await.status, StatusCode::OK, "the number to call is there all the same");
}

#[tokio::test]
async fn the_people_one_has_paid_are_one_press_away() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    assert!(!ann.get("/pay").await.text.contains("Pay someone I know"));
    let (draft, challenge) = ann.prepare_payment("12.50").await;
    let form = [("draft", draft.as_str()), ("challenge", challenge.as_str()), ("code", &bank.code(ANN))];
    assert!(ann.post("/do/pay/approve", &form).await.location().starts_with("/payments/"));
    ann.post("/do/preferences", &[("text", "large")]).await;
    for path in ["/pay", "/"] {
        let page = ann.get(path).await;
        assert!(page.text.contains("Pay 薄文"), "{path}: {}", page.text);
        assert_eq!(page.field("again"), draft);
    }
    let again = ann.post("/do/pay/start", &[("again", &draft)]).await;
    assert!(ann.get(again.location()).await.text.contains("To 薄文"));
    let amount = [("draft", again.location().split('/').nth(2).expect("a draft")), ("from", &crate::browser::id(11))];
    let amount = [amount[0], amount[1], ("amount", "3")];
    let review = ann.post("/do/pay/amount", &amount).await.location().to_owned();
    let review = ann.get(&review).await;
    assert_eq!(review.status, StatusCode::OK, "nothing else is left to say: {}", review.location());
    let bo = bank.signed_in(BO).await.post("/do/pay/start", &[("again", &draft)]).await;
    assert_eq!(bo.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_page_without_a_connection_says_nothing_about_anybody() {
    let bank = TestBank::new().await;
    let plain = |text: &str| {
        let nonce = text.split("nonce=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a nonce").to_owned();
        text.replace(&nonce, "")
    };
    let (mut ann, mut nobody) = (bank.signed_in(ANN).await, bank.browser());
    let (hers, anybodys) = (ann.get("/offline").await, nobody.get("/offline").await);
    assert_eq!(plain(&hers.text), plain(&anybodys.text));
    assert!(hers.text.contains("data-offline=\"unsent\"") && !hers.text.contains("data-who"));
    assert!(ann.get("/you").await.text.contains("data-who=\""), "elsewhere drafts of two people are told apart");
}

#[tokio::test]
async fn who_pays_for_every_byte_is_sent_no_webassembly() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let step = ann.post("/do/pay/start", &[]).await.location().to_owned();
    assert!(ann.get(&step).await.text.contains("/pkg/banyan.wasm"));
    ann.headers.push(("save-data", "on".to_owned()));
    let page = ann.get(&step).await;
    assert!(!page.text.contains("/pkg/banyan.wasm") && page.text.contains("/keep.js"));
    assert_eq!(page.status, StatusCode::OK);
    ann.headers.clear();
    ann.post("/do/preferences", &[("data", "less")]).await;
    assert!(!ann.get(&step).await.text.contains("/pkg/banyan.wasm"), "or because she said so");
}

#[tokio::test]
async fn keys_lead_somewhere_only_for_who_turned_them_on() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let before = ann.get("/accounts").await.text;
    assert!(!before.contains("/shortcuts.js") && !before.contains("data-keys"));
    let form = [("shortcuts", "on"), ("back", "/help/shortcuts")];
    assert_eq!(ann.post("/do/preferences", &form).await.location(), "/help/shortcuts");
    let after = ann.get("/accounts").await.text;
    assert!(after.contains("/shortcuts.js") && after.contains("data-keys=\"g p\""));
    assert!(!ann.get("/offline").await.text.contains("/shortcuts.js"));
}

#[tokio::test]
async fn whoever_is_not_signed_in_chooses_how_to_read_as_well() {
    let bank = TestBank::new().await;
    let mut browser = bank.browser();
    let page = browser.get("/you/preferences").await;
    assert!(page.text.contains("This is kept in this browser"), "{}", page.text);
    let saved = browser.post("/do/preferences", &[("theme", "dark"), ("back", "/you/preferences?saved=1")]).await;
    assert_eq!(saved.location(), "/you/preferences?saved=1");
    assert!(browser.get("/sign-in").await.text.contains("data-theme=\"dark\""));
}
