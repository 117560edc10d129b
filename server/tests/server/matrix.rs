//! Who may do what: every address and every action of the program, by everybody there can be.
//!
//! The addresses and actions come from the program itself. One that is not classified here fails
//! [`everything_is_classified`], and no rule holds for it until it is.

mod lists;
mod things;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use server::router;

use crate::{
    browser::{Browser, Page},
    figures,
    test_bank::{ANN, BO, EVE, PASSWORD, TestBank},
};
use lists::{
    ACTIONS,
    Access::{self, Customer, Everybody, Owner, Staff},
    DO, DOWNLOADS, FILES, PAGES, PRACTICE_DO,
};
use things::Things;

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
        // Where the gallery is not to be looked at, it is not there; nor is a folder that nobody works in.
        _ if path.starts_with("/design") || path.starts_with("/workshop") => Some(Answer::NotFound),
        // What is sent is shown in the demonstration only, and this link is nobody's. Everybody may have said something, and
        // nobody has: a script asks for it, and it is sent nowhere else.
        "/staff/outbox" | "/staff/enrol/:token" | "/help/chat/stream" | "/help/chat/transcript" => {
            Some(Answer::NotFound)
        }
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
        // Nobody pays what they ask for themselves.
        "/do/pay/requests/answer" if who == Who::Owner => Some(Answer::NotFound),
        // Nothing was chosen that could be looked at again.
        "/you/limits/raise" | "/cards/raise" | "/you/people/approve" if customer => Some(Answer::Onward),
        "/accounts/:id/people/approve" if who == Who::Owner => Some(Answer::Onward),
        // Who it is comes first: nothing was approved.
        "/you/security/app" | "/you/security/codes" | "/you/security/password" | "/you/security/passkeys/create"
            if customer =>
        {
            Some(Answer::Onward)
        }
        // Her card is neither locked nor on its way, and no other amount was typed for what she has planned.
        "/cards/:id/unlock" | "/cards/:id/arrived" | "/pay/scheduled/:id/approve" if who == Who::Owner => {
            Some(Answer::Onward)
        }
        "/staff/desk/:id/stream" => Some(Answer::Forbidden),
        // A stranger may have asked for a call as well, and sees their own: nobody is sent to sign in for one.
        "/help/person/:id" | "/do/help/cancel-call" if who != Who::Owner => Some(Answer::NotFound),
        // What is not theirs to end or forget is not: they are told no more than that nothing is there any longer.
        "/do/sessions/end" | "/do/pay/delete" if who == Who::Other => Some(Answer::Onward),
        _ => None,
    }
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
    let hers = hers.into_iter().chain(["/pay/scheduled", "/pay/scheduled/:id"]);
    for route in hers.chain([
        "/cards/:id",
        "/freeze",
        "/you/security/trusted",
        "/you/people/:id",
        "/business",
        "/accounts/:id/people",
    ]) {
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
        let page = PAGES.iter().chain(DOWNLOADS).any(|(known, _)| *known == as_written(app::practice::inner(&path)));
        assert!(
            page || path == DO || PRACTICE_DO.contains(&path.as_str()) || FILES.contains(&path.as_str()),
            "{path} is not classified: PAGES, FILES or ACTIONS"
        );
    }
}

#[tokio::test]
async fn every_page_and_every_action_by_everybody() {
    let bank = TestBank::crowded(&IN_A_HURRY, 1, |ports| ports).await;
    let mut lapsed = browser_of(&bank, Who::Lapsed).await;
    bank.clock.pass(600);
    let things = Things::of_ann(&bank).await;
    let mut cells = Cells::default();
    for who in STRANGERS.into_iter().chain([Who::Other, Who::Owner]) {
        let mut browser = if who == Who::Lapsed { lapsed.clone() } else { browser_of(&bank, who).await };
        for (route, access) in PAGES.iter().chain(DOWNLOADS) {
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
        "/do/cards/lost",
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
    let bank = TestBank::crowded(&IN_A_HURRY, 1, |ports| ports).await;
    let things = Things::of_ann(&bank).await;
    let mut ann = bank.signed_in(ANN).await;
    let own = [("origin", ann.origin.clone())];
    let own: Vec<(&str, &str)> = own.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for method in ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW"] {
        for (route, _) in PAGES.iter().chain(DOWNLOADS) {
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
        // People say one short thing after the other. What a stranger begins with is counted as a door is.
        "/do/help/chat/press",
        "/do/help/chat/say",
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
