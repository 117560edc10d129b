//! Who may do what: every address and every action of the program, by everybody there can be.
//!
//! The addresses and actions come from the program itself. One that is not classified here fails
//! [`everything_is_classified`], and no rule holds for it until it is.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use bank::{Clock, passkeys::Passkey, ports::KnownPasskey};
use model::PasskeyId;
use server::router;

use crate::{
    browser::{Browser, Page, id},
    figures,
    test_bank::{ANN, BO, EVE, PASSWORD, TestBank},
};

/// Whose a page or an action is. This is the whole of the rules; what is beside them stands in [`exception`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Access {
    /// Anybody's, signed in or not.
    Everybody,
    /// Every customer's own: each sees and changes what is theirs.
    Customer,
    /// About one thing, which is its owner's: to everybody else it is not there.
    Owner,
    /// The bank's own people's. Which of them, `staff_matrix` says; to a customer it is closed as to a stranger.
    Staff,
}

use Access::{Customer, Everybody, Owner, Staff};

/// Every page, as the route table writes its address.
const PAGES: &[(&str, Access)] = &[
    ("/", Customer),
    ("/accounts", Customer),
    ("/accounts/:id", Owner),
    ("/accounts/:id/transactions/:version", Owner),
    ("/design", Everybody),
    ("/design/:part", Everybody),
    ("/design/:part/:example", Everybody),
    ("/freeze", Customer),
    ("/help", Everybody),
    ("/help/accessibility", Everybody),
    ("/help/accessibility/feedback", Everybody),
    ("/help/articles/:slug", Everybody),
    ("/help/person", Everybody),
    ("/help/person/:id", Owner),
    ("/help/shortcuts", Everybody),
    ("/offline", Everybody),
    ("/pay", Customer),
    ("/pay/:draft/amount", Owner),
    ("/pay/:draft/approve", Owner),
    ("/pay/:draft/payee", Owner),
    ("/pay/:draft/review", Owner),
    ("/payments/:id", Owner),
    ("/practice", Customer),
    ("/practice/lessons/:lesson", Customer),
    ("/practice/lessons/:lesson/leaflet", Customer),
    ("/recover/:link", Everybody),
    ("/recover/done", Everybody),
    ("/recover/new", Everybody),
    ("/recover/proof", Everybody),
    ("/sign-in", Everybody),
    ("/sign-in/code", Everybody),
    ("/sign-in/recover", Everybody),
    ("/sign-in/recover/app", Everybody),
    ("/sign-in/recover/both", Everybody),
    ("/sign-in/recover/password", Everybody),
    ("/sign-in/recover/sent", Everybody),
    ("/sign-in/recovery-code", Everybody),
    ("/staff", Staff),
    ("/staff/audit", Staff),
    ("/staff/customers", Staff),
    ("/staff/customers/:id", Staff),
    ("/staff/enrol/:token", Everybody),
    ("/staff/outbox", Staff),
    ("/staff/sessions", Staff),
    ("/staff/sign-in", Everybody),
    ("/you", Customer),
    ("/you/preferences", Everybody),
    ("/you/security", Customer),
    ("/you/security/app", Customer),
    ("/you/security/codes", Customer),
    ("/you/security/confirm/:purpose", Customer),
    ("/you/security/passkeys/:id", Owner),
    ("/you/security/passkeys/create", Customer),
    ("/you/security/password", Customer),
    ("/you/security/trusted", Customer),
];

/// Every action, with fields that would make it succeed for Ann. `{…}` stands for a thing of hers.
const ACTIONS: &[(&str, Access, &str)] = &[
    ("/do/app", Customer, "code={code}"),
    ("/do/confirm", Customer, "purpose=new-codes&challenge={challenge}&code={code}"),
    ("/do/feedback", Everybody, "hard=the+lines+are+too+long"),
    ("/do/freeze", Customer, ""),
    ("/do/freeze/end", Customer, "challenge={challenge}&code={code}"),
    ("/do/freeze/keep", Customer, ""),
    ("/do/help/call-back", Everybody, "name=Ann&phone=020+7946+0018&language=en&day=2026-11-23&part=evening"),
    ("/do/help/cancel-call", Owner, "call={call}"),
    ("/do/passkeys/create", Customer, "name=phone&passkey=%7B%7D"),
    ("/do/passkeys/remove", Owner, "id={passkey}&challenge={challenge}&code={code}"),
    ("/do/passkeys/rename", Owner, "id={passkey}&name=phone"),
    ("/do/password", Customer, "password=seven+slow+snails+sing&again=seven+slow+snails+sing"),
    ("/do/password/strength", Customer, "password=seven+slow+snails+sing"),
    ("/do/pay/amount", Owner, "draft={draft}&from={account}&amount=21"),
    ("/do/pay/approve", Owner, "draft={draft}&challenge={challenge}&code={code}"),
    ("/do/pay/delete", Owner, "draft={draft}"),
    ("/do/pay/payee", Owner, "draft={draft}&kind=other&name=%E8%96%84%E6%96%87&number={number}&reference=x"),
    ("/do/pay/start", Customer, "from={account}"),
    ("/do/preferences", Everybody, "theme=dark"),
    ("/do/recover/new", Everybody, "password=seven+slow+snails+sing&again=seven+slow+snails+sing"),
    ("/do/recover/open", Everybody, "link=0123456789abcdefghjkmnpqrstvwxyz"),
    ("/do/recover/proof", Everybody, "code=000000"),
    ("/do/recover/stop", Everybody, "link=0123456789abcdefghjkmnpqrstvwxyz"),
    ("/do/recover/stop-mine", Customer, ""),
    ("/do/session/extend", Everybody, ""),
    ("/do/sessions/end", Owner, "key={session}"),
    ("/do/sessions/end-others", Customer, ""),
    ("/do/sign-in", Everybody, "username=ann&password=not+hers"),
    ("/do/sign-in/code", Everybody, "code=000000"),
    ("/do/sign-in/passkey", Everybody, "passkey=%7B%7D"),
    ("/do/sign-in/passkey/ask", Everybody, ""),
    ("/do/sign-in/recover/app", Everybody, "username=nobody&password=not+theirs"),
    ("/do/sign-in/recover/password", Everybody, "username=nobody&code=000000"),
    ("/do/sign-in/recovery-code", Everybody, "code=0a1b-2c3d-4e5f-6g7h"),
    ("/do/sign-out", Everybody, ""),
    ("/do/staff/enrol", Everybody, "token=0123456789abcdef0123456789abcdef&passkey=%7B%7D"),
    ("/do/staff/find", Staff, "wanted=ann"),
    ("/do/staff/freeze", Staff, "customer={customer}&reason=called"),
    ("/do/staff/look", Staff, "customer={customer}&reason=called"),
    ("/do/staff/recover", Staff, "customer={customer}"),
    ("/do/staff/session/extend", Everybody, ""),
    ("/do/staff/sessions/end", Staff, "key={session}"),
    ("/do/staff/sessions/end-others", Staff, ""),
    ("/do/staff/sign-in", Everybody, "passkey=%7B%7D"),
    ("/do/staff/sign-in/ask", Everybody, ""),
    ("/do/staff/sign-out", Everybody, ""),
    ("/do/staff/thaw", Staff, "customer={customer}&reason=called"),
    ("/do/staff/thaw/agree", Staff, "customer={customer}"),
    ("/do/trusted", Customer, "name=Ivy&email=ivy%40example.org"),
    ("/do/trusted/remove", Customer, ""),
    ("/practice/do/answer", Customer, "lesson=scams&choice=b"),
    ("/practice/do/code", Customer, "pretend_code=246810"),
    ("/practice/do/details", Customer, "pretend_name=sam&pretend_word=three+green+apples"),
    ("/practice/do/device", Customer, "key={session}"),
    ("/practice/do/freeze", Customer, ""),
    ("/practice/do/next", Customer, "lesson=scams&part=0"),
    ("/practice/do/reset", Customer, ""),
    ("/practice/do/start", Customer, "lesson=scams"),
    ("/practice/do/thaw", Customer, "pretend_code=246810"),
];

/// What the server answers on besides, to everybody: the files of the site, whether it lives, and, for everything else,
/// that there is no such page.
const FILES: &[&str] = &[
    "/favicon.svg",
    "/health/live",
    "/health/ready",
    "/pkg",
    "/pkg/",
    "/pkg/{*__private__axum_nest_tail_param}",
    "/{*__private__axum_fallback}",
];
/// Behind this one are the actions.
const DO: &str = "/do/{*action}";
/// And behind these those of practice. The play bank answers on the pages of the list, and on nothing but paying.
const PRACTICE_DO: [&str; 2] = ["/practice/do/{*action}", "/practice/bank/do/pay/{*action}"];

/// All of it is tried within one minute, from one address.
const IN_A_HURRY: [(&str, &str); 3] = [
    ("BANYAN_SIGN_INS_PER_MINUTE", "10000"),
    ("BANYAN_CHANGES_PER_MINUTE", "100000"),
    ("BANYAN_REQUESTS_PER_MINUTE", "1000000"),
];

/// Everybody there can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Nobody,
    /// Has sent a name and the right password, and not the code.
    HalfSignedIn,
    /// Was Ann, some minutes ago.
    Lapsed,
    /// Eve, who is suspended; her session was not ended.
    Suspended,
    /// Brings a cookie that the bank never made.
    Forger,
    /// Bo: a customer, and the owner of none of these things.
    Other,
    /// Ann.
    Owner,
}

const STRANGERS: [Who; 5] = [Who::Nobody, Who::HalfSignedIn, Who::Lapsed, Who::Suspended, Who::Forger];

/// How an answer looks from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// The page.
    Shown,
    /// The way to the sign-in.
    SignIn,
    /// The way to that of the bank's own people.
    StaffSignIn,
    /// On to another page of the bank: done, or the step that comes first.
    Onward,
    /// There is no such thing.
    NotFound,
    /// It is somebody else's to do.
    Forbidden,
    /// Anything else, which is always wrong.
    Other(StatusCode),
}

/// How `page` looks.
pub fn seen(page: &Page) -> Answer {
    match page.status {
        StatusCode::OK => Answer::Shown,
        StatusCode::SEE_OTHER if page.location().starts_with("/staff/sign-in") => Answer::StaffSignIn,
        StatusCode::SEE_OTHER if page.location().starts_with("/sign-in") => Answer::SignIn,
        StatusCode::SEE_OTHER => Answer::Onward,
        StatusCode::NOT_FOUND => Answer::NotFound,
        StatusCode::FORBIDDEN => Answer::Forbidden,
        other => Answer::Other(other),
    }
}

/// What the rules say of a page.
fn page_rule(access: Access, who: Who) -> Answer {
    match (access, who) {
        (Everybody, _) | (Customer, Who::Other | Who::Owner) | (Owner, Who::Owner) => Answer::Shown,
        (Owner, Who::Other) => Answer::NotFound,
        (Customer | Owner, _) => Answer::SignIn,
        (Staff, _) => Answer::StaffSignIn,
    }
}

/// What the rules say of an action.
fn action_rule(access: Access, who: Who) -> Answer {
    match (access, who) {
        (Everybody, _) | (Customer, Who::Other | Who::Owner) | (Owner, Who::Owner) => Answer::Onward,
        (Owner, Who::Other) => Answer::NotFound,
        (Customer | Owner, _) => Answer::SignIn,
        (Staff, _) => Answer::StaffSignIn,
    }
}

/// What is beside the rules, and why.
fn exception(path: &str, who: Who) -> Option<Answer> {
    let customer = matches!(who, Who::Other | Who::Owner);
    match path {
        // Whoever is signed in has nothing to do here.
        "/sign-in" if customer => Some(Answer::Onward),
        // Where the gallery is not to be looked at, it is not there.
        _ if path.starts_with("/design") => Some(Answer::NotFound),
        // What is sent is shown in the demonstration only, and this link is nobody's.
        "/staff/outbox" | "/staff/enrol/:token" => Some(Answer::NotFound),
        "/do/staff/sign-in" | "/do/staff/sign-out" => Some(Answer::StaffSignIn),
        // Only after the first half; and there it is tried again.
        "/sign-in/code" | "/sign-in/recovery-code" if who != Who::HalfSignedIn => Some(Answer::SignIn),
        "/do/sign-in" | "/do/sign-in/code" | "/do/sign-in/recovery-code" | "/do/sign-in/passkey" | "/do/sign-out" => {
            Some(Answer::SignIn)
        }
        // These are before the sign-in as well; and whoever has not come by a link begins.
        "/do/sign-in/recover/app"
        | "/do/sign-in/recover/password"
        | "/do/recover/new"
        | "/do/recover/proof"
        | "/recover/done"
        | "/recover/new"
        | "/recover/proof" => Some(Answer::SignIn),
        // These answer a script: with what to ask, and with whether somebody is signed in.
        "/do/sign-in/passkey/ask" | "/do/session/extend" | "/do/staff/sign-in/ask" | "/do/staff/session/extend" => {
            Some(Answer::Shown)
        }
        "/do/password/strength" if customer => Some(Answer::Shown),
        // Who it is comes first: nothing was approved.
        "/you/security/app" | "/you/security/codes" | "/you/security/password" | "/you/security/passkeys/create"
            if customer =>
        {
            Some(Answer::Onward)
        }
        // A stranger may have asked for a call as well, and sees their own: nobody is sent to sign in for one.
        "/help/person/:id" | "/do/help/cancel-call" if who != Who::Owner => Some(Answer::NotFound),
        // What is not theirs to end or forget is not: they are told no more than that nothing is there any longer.
        "/do/sessions/end" | "/do/pay/delete" if who == Who::Other => Some(Answer::Onward),
        _ => None,
    }
}

/// Ann's things, as they stand in addresses and forms.
struct Things(Vec<(&'static str, String)>);

impl Things {
    async fn of_ann(bank: &TestBank) -> Self {
        let (mut ann, _elsewhere) = (bank.signed_in(ANN).await, bank.signed_in(ANN).await);
        let (paid, challenge) = ann.prepare_payment("20").await;
        let fields = [("draft", paid.as_str()), ("challenge", &challenge), ("code", &bank.code(ANN))];
        assert_eq!(ann.post("/do/pay/approve", &fields).await.location(), format!("/payments/{paid}"));
        bank.clock.pass(30);
        let (draft, challenge) = ann.prepare_payment("23.45").await;
        let session = ann.get("/you/security").await.field("key").to_owned();
        let wish = [("phone", "020 7946 0018"), ("language", "en"), ("day", "2026-11-24"), ("part", "morning")];
        let call = ann.post("/do/help/call-back", &wish).await.location().replace("/help/person/", "");
        Self(vec![
            ("{account}", id(11)),
            ("{customer}", ANN.to_string()),
            ("{token}", "0123456789abcdef0123456789abcdef".to_owned()),
            ("{payment}", paid),
            ("{draft}", draft),
            ("{challenge}", challenge),
            ("{session}", session),
            ("{call}", call),
            ("{passkey}", passkey(bank).await),
            ("{code}", bank.code(ANN)),
            ("{number}", model::AccountNumber::from_serial(12).expect("a number").to_string().replace(' ', "")),
        ])
    }

    fn fill(&self, text: &str) -> String {
        self.0.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value))
    }

    fn address(&self, route: &str) -> String {
        let named = route.replace("/payments/:id", "/payments/{payment}").replace("/person/:id", "/person/{call}");
        let named = named.replace("/passkeys/:id", "/passkeys/{passkey}").replace(":purpose", "add-passkey");
        let named = named.replace("/customers/:id", "/customers/{customer}").replace(":token", "{token}");
        let named = named
            .replace(":id", "{account}")
            .replace(":slug", "pressed-to-pay")
            .replace(":lesson", "scams")
            .replace(":link", "0123456789abc");
        self.fill(&named.replace(":draft", "{draft}").replace(":version", "1"))
    }
}

/// What is kept of a passkey, as `auth` writes it: the point on P-256 that belongs to the secret 0x0101…01.
const PUBLIC_KEY: &str = r#"{"cred":{"cred_id":"AQEBAQEBAQEBAQEBAQEBAQ","cred":{"type_":"ES256","key":{"EC_EC2":{
    "curve":"SECP256R1","x":"b_A7lJJBzh2t1DUZ5pYOCoW0GmmgXDKBA6orzhWUyhY",
    "y":"PE91OlW_AdxT9sCwx-7ni0DG_30lqW4igrmJzvccFEo"}}},"counter":0,"transports":null,"user_verified":true,
    "backup_eligible":true,"backup_state":true,"registration_policy":"required","extensions":{"cred_protect":"Ignored",
    "hmac_create_secret":"NotRequested","appid":"NotRequested","cred_props":"Ignored"},
    "attestation":{"data":"None","metadata":"None"},"attestation_format":"none"}}"#;

/// A passkey of Ann's, which cannot sign: what is tried is who may see it, name it and take it away.
async fn passkey(bank: &TestBank) -> String {
    let known = KnownPasskey {
        customer: ANN,
        passkey: Passkey {
            id: PasskeyId::new(71),
            name: "Ann's phone".to_owned(),
            synced: true,
            created_at: bank.clock.now(),
            used_at: None,
        },
        credential: vec![1; 16],
        public_key: PUBLIC_KEY.to_owned(),
    };
    assert!(bank.ports.passkeys.add(&known).await.expect("the database is there"), "it is a new one");
    known.passkey.id.to_string()
}

async fn browser_of(bank: &TestBank, who: Who) -> Browser {
    let mut browser = match who {
        Who::Nobody | Who::Forger | Who::HalfSignedIn => bank.browser(),
        Who::Lapsed | Who::Owner => bank.signed_in(ANN).await,
        Who::Suspended => bank.signed_in(EVE).await,
        Who::Other => bank.signed_in(BO).await,
    };
    match who {
        Who::HalfSignedIn => drop(browser.post("/do/sign-in", &[("username", "ann"), ("password", PASSWORD)]).await),
        Who::Forger => drop(browser.cookies.insert(bank.cookie_name().to_owned(), "0123456789abcdef".repeat(2))),
        _ => {}
    }
    browser
}

/// Everything of Ann's that another could have changed, as she sees it.
async fn anns_view(bank: &TestBank, things: &Things) -> Vec<String> {
    let mut ann = bank.signed_in(ANN).await;
    let mut view = Vec::new();
    let hers = ["/accounts", "/accounts/:id", "/pay", "/pay/:draft/review", "/payments/:id", "/you/preferences"];
    for route in hers.into_iter().chain(["/freeze", "/you/security/trusted"]) {
        let page = ann.get(&things.address(route)).await;
        assert_eq!(page.status, StatusCode::OK, "{route}");
        // From one answer to the next only the nonce differs.
        let nonce = page.header("content-security-policy").split("'nonce-").nth(1).map(|rest| rest[..32].to_owned());
        view.push(nonce.map_or(page.text.clone(), |nonce| page.text.replace(&nonce, "")));
    }
    ann.post("/do/sign-out", &[]).await;
    view
}

#[derive(Default)]
struct Cells {
    count: usize,
    wrong: Vec<String>,
}

impl Cells {
    fn note(&mut self, what: &str, who: Who, wanted: Answer, page: &Page) {
        self.check(seen(page) == wanted, || format!("{what} by {who:?}: {wanted:?} wanted, {:?} seen", seen(page)));
    }

    fn check(&mut self, right: bool, otherwise: impl FnOnce() -> String) {
        self.count += 1;
        if !right {
            self.wrong.push(otherwise());
        }
    }
}

#[test]
fn everything_is_classified() {
    let known: BTreeSet<&str> = PAGES.iter().map(|(path, _)| *path).collect();
    let there: BTreeSet<String> = router::pages().iter().map(|path| as_written(path)).collect();
    for path in &there {
        assert!(known.contains(path.as_str()), "the page {path} is not classified: say in PAGES whose it is");
    }
    assert_eq!(
        there.len(),
        known.len(),
        "a page in PAGES is gone: {:?}",
        known.iter().find(|path| !there.contains(**path))
    );
    let known: BTreeSet<&str> = ACTIONS.iter().map(|(path, ..)| *path).collect();
    let there: BTreeSet<String> = router::actions().into_iter().collect();
    for path in &there {
        assert!(known.contains(path.as_str()), "the action {path} is not classified: say in ACTIONS whose it is");
    }
    assert_eq!(there.len(), known.len(), "an action in ACTIONS is gone");
}

/// The address of a route as `routes.rs` writes it: `/accounts/{id}` as `/accounts/:id`.
fn as_written(path: &str) -> String {
    path.replace('{', ":").replace('}', "")
}

/// The router as it stands, whatever put it together, has no address that the lists above do not know.
#[tokio::test]
async fn the_router_answers_on_nothing_else() {
    let bank = TestBank::new().await;
    let shown = format!("{:?}", bank.router);
    let there: BTreeSet<String> =
        shown.split('"').filter(|text| text.starts_with('/')).map(ToOwned::to_owned).collect();
    assert!(there.contains(DO) && there.len() > PAGES.len(), "the router shows its addresses: {there:?}");
    for path in there {
        let page = PAGES.iter().any(|(known, _)| *known == as_written(app::practice::inner(&path)));
        assert!(
            page || path == DO || PRACTICE_DO.contains(&path.as_str()) || FILES.contains(&path.as_str()),
            "{path} is not classified: PAGES, FILES or ACTIONS"
        );
    }
}

#[tokio::test]
async fn every_page_and_every_action_by_everybody() {
    let bank = TestBank::with(&IN_A_HURRY, |ports| ports).await;
    let mut lapsed = browser_of(&bank, Who::Lapsed).await;
    bank.clock.pass(600);
    let things = Things::of_ann(&bank).await;
    let mut cells = Cells::default();
    for who in STRANGERS.into_iter().chain([Who::Other, Who::Owner]) {
        let mut browser = if who == Who::Lapsed { lapsed.clone() } else { browser_of(&bank, who).await };
        for (route, access) in PAGES {
            let page = browser.get(&things.address(route)).await;
            let wanted = exception(route, who).unwrap_or_else(|| page_rule(*access, who));
            cells.note(route, who, wanted, &page);
            let told = page.text.contains("Account 11") || page.text.contains("23.45");
            cells.check(!told || who == Who::Owner, || format!("{route} tells {who:?} of Ann's money"));
        }
    }
    let before = anns_view(&bank, &things).await;
    for who in STRANGERS.into_iter().chain([Who::Other]) {
        for (path, access, fields) in ACTIONS {
            let mut browser = if who == Who::Lapsed { lapsed.clone() } else { browser_of(&bank, who).await };
            let origin = browser.origin.clone();
            let page = browser.send("POST", path, things.fill(fields), &[("origin", &origin)]).await;
            let wanted = exception(path, who).unwrap_or_else(|| action_rule(*access, who));
            cells.note(path, who, wanted, &page);
            let after = anns_view(&bank, &things).await;
            cells.check(after == before, || format!("{path} by {who:?} changed something of Ann's"));
        }
    }
    // The right code has not been used up by anybody else. What is done last ends what it was done with.
    let order = [
        "/do/freeze/end",
        "/do/freeze/keep",
        "/do/freeze",
        "/do/pay/delete",
        "/do/sessions/end",
        "/do/sessions/end-others",
        "/do/sign-out",
    ];
    let mut in_turn: Vec<_> = ACTIONS.iter().collect();
    in_turn.sort_by_key(|(path, ..)| {
        (order.iter().position(|last| last == path).map_or(0, |at| at + 1), *path != "/do/pay/approve")
    });
    let mut ann = browser_of(&bank, Who::Owner).await;
    for (path, access, fields) in in_turn {
        let page = ann.send("POST", path, things.fill(fields), &[("origin", &ann.origin.clone())]).await;
        let wanted = exception(path, Who::Owner).unwrap_or_else(|| action_rule(*access, Who::Owner));
        cells.note(path, Who::Owner, wanted, &page);
    }
    let paid = bank.signed_in(ANN).await.get(&things.fill("/payments/{draft}")).await;
    cells.check(paid.status == StatusCode::OK, || "Ann's own approval did not pay".to_owned());
    assert_eq!(lapsed.get("/").await.status, StatusCode::SEE_OTHER);
    figures::aside("access.matrix_cells", cells.count);
    figures::at_most("access.matrix_wrong", cells.wrong.len(), 0);
    assert!(cells.wrong.is_empty(), "{} of {} cells:\n{}", cells.wrong.len(), cells.count, cells.wrong.join("\n"));
}

/// No page takes anything but a look at it, and no action anything but a form.
#[tokio::test]
async fn no_other_method_does_anything() {
    let bank = TestBank::with(&IN_A_HURRY, |ports| ports).await;
    let things = Things::of_ann(&bank).await;
    let mut ann = bank.signed_in(ANN).await;
    let own = [("origin", ann.origin.clone())];
    let own: Vec<(&str, &str)> = own.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for method in ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW"] {
        for (route, _) in PAGES {
            let page = ann.send(method, &things.address(route), String::new(), &own).await;
            assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {route}");
        }
        for (path, _, fields) in ACTIONS.iter().filter(|_| method != "POST") {
            let page = ann.send(method, path, things.fill(fields), &own).await;
            assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
        }
    }
    for (path, _, fields) in ACTIONS {
        let page = ann.send("GET", &format!("{path}?{}", things.fill(fields)), String::new(), &[]).await;
        assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED, "GET {path}");
        let page = ann.send("HEAD", path, String::new(), &[]).await;
        assert_eq!(page.status, StatusCode::METHOD_NOT_ALLOWED, "HEAD {path}");
    }
    assert_eq!(ann.get("/you").await.status, StatusCode::OK, "still signed in");
}

/// Every action that anybody may try is one of the few at which guessing is counted strictly, or harmless.
#[test]
fn whatever_strangers_may_do_is_a_door_or_harmless() {
    let harmless = [
        "/do/sign-in/passkey/ask",
        "/do/preferences",
        "/do/session/extend",
        "/do/sign-out",
        "/do/staff/session/extend",
        "/do/staff/sign-out",
    ];
    for (path, access, _) in ACTIONS {
        let open = *access == Everybody && !harmless.contains(path);
        assert!(!open || server::is_door(path), "{path} can be tried by strangers: is it a door?");
    }
}

/// Every page and action of the bank's own people that is not open to strangers, as the lists above have them.
pub fn of_staff() -> (BTreeSet<&'static str>, BTreeSet<&'static str>) {
    let pages = PAGES.iter().filter(|(_, access)| *access == Staff).map(|(path, _)| *path);
    let actions = ACTIONS.iter().filter(|(_, access, _)| *access == Staff).map(|(path, ..)| *path);
    (pages.collect(), actions.collect())
}

/// The addresses of every page of customers: with nothing of anybody's in those that are about one thing.
pub fn pages_of_customers() -> impl Iterator<Item = &'static str> {
    PAGES.iter().filter(|(_, access)| *access == Customer).map(|(path, _)| *path)
}

/// The actions of customers, with their fields.
pub fn actions_of_customers() -> impl Iterator<Item = (&'static str, &'static str)> {
    ACTIONS.iter().filter(|(_, access, _)| *access == Customer).map(|(path, _, fields)| (*path, *fields))
}

/// The actions, for those who try all of them.
pub fn actions() -> impl Iterator<Item = &'static str> {
    ACTIONS.iter().map(|(path, ..)| *path)
}
