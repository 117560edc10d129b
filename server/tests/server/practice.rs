//! Practice and the real bank beside each other: nothing of the one ever reaches the other.

use std::sync::Arc;

use axum::http::StatusCode;
use bank::{Clock, IdMint, ledger::VerifyReport, practice::CODE};
use model::AccountNumber;
use server::config::Config;
use store::{Options, Ports, Store};

use crate::{
    browser::{Browser, Page, id},
    test_bank::{ANN, BO, TestBank},
};

/// The first player's account for every day, and the shop of their town.
const EVERYDAY: i64 = 9;
const SHOP: &str = "Garden Gate Flowers";
const PLAY: &str = "/practice/bank";

fn shop_number() -> String {
    AccountNumber::from_serial(9_000_011).expect("seven digits").to_string()
}

/// What a bank keeps that only money changes.
#[derive(Debug, PartialEq, Eq)]
struct Books {
    transfers: u64,
    postings: u64,
    /// The real bank of a test begins with money that no posting explains; this must stay so, and nothing be added.
    breaches: Vec<String>,
    balances: Vec<i64>,
}

async fn books(ports: &Ports) -> Books {
    let VerifyReport { transfers, postings, breaches, .. } = ports.upkeep.verify().await.expect("an answer");
    let breaches = breaches.iter().map(ToString::to_string).collect();
    let mut balances = Vec::new();
    for customer in [ANN, BO] {
        let accounts = ports.accounts.list(customer).await.expect("an answer");
        balances.extend(accounts.iter().map(|account| account.balance.minor));
    }
    Books { transfers, postings, breaches, balances }
}

/// The books of the play bank, in which everything holds.
async fn verified(play: &Ports) -> Books {
    let books = books(play).await;
    assert_eq!(books.breaches, Vec::<String>::new());
    books
}

/// The database of the play bank, opened beside the server.
async fn play(bank: &TestBank) -> Ports {
    let ids = Arc::new(IdMint::new(bank.clock.clone() as Arc<dyn Clock>, 9));
    let store = Store::open(&bank.config.practice_database(), Options::new(ids)).await;
    store.expect("somebody has practised").ports()
}

/// Fills a payment to the shop in, up to the question for the code: the draft and the challenge.
async fn prepare(browser: &mut Browser, amount: &str) -> (String, String) {
    let start = browser.post(&format!("{PLAY}/do/pay/start"), &[("from", &id(EVERYDAY))]).await;
    let draft = start.location().split('/').nth(4).expect("the draft in the address").to_owned();
    assert_eq!(start.location(), format!("{PLAY}/pay/{draft}/amount"));
    let from = [("draft", draft.as_str()), ("from", &id(EVERYDAY)), ("amount", amount)];
    browser.post(&format!("{PLAY}/do/pay/amount"), &from).await;
    let number = shop_number();
    let payee = [("draft", draft.as_str()), ("kind", "other"), ("name", SHOP), ("number", &number)];
    browser.post(&format!("{PLAY}/do/pay/payee"), &payee).await;
    let approve = browser.get(&format!("{PLAY}/pay/{draft}/approve")).await;
    assert_eq!(approve.status, StatusCode::OK, "{} {}", approve.location(), approve.text);
    let challenge = approve.field("challenge").to_owned();
    (draft, challenge)
}

async fn approve(browser: &mut Browser, base: &str, (draft, challenge): (&str, &str), code: &str) -> Page {
    let answer = [("draft", draft), ("challenge", challenge), ("code", code)];
    browser.post(&format!("{base}/do/pay/approve"), &answer).await
}

async fn pay(browser: &mut Browser, amount: &str) -> String {
    let (draft, challenge) = prepare(browser, amount).await;
    let paid = approve(browser, PLAY, (&draft, &challenge), CODE).await;
    assert_eq!(paid.location(), format!("{PLAY}/payments/{draft}"), "{}", paid.text);
    draft
}

async fn start(browser: &mut Browser, lesson: &str) {
    let started = browser.post("/practice/do/start", &[("lesson", lesson)]).await;
    assert_eq!(started.location(), format!("/practice/lessons/{lesson}"), "{}", started.text);
}

#[tokio::test]
async fn payments_in_turn_on_both_sides_never_touch_the_other() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let untouched = books(&bank.ports).await;
    assert_eq!(ann.get("/practice").await.status, StatusCode::OK);
    let play = play(&bank).await;
    assert_eq!(books(&bank.ports).await, untouched);
    // A walk that looks random, and is the same each time.
    let mut dice: u32 = 20_261_125;
    for _ in 0..12 {
        dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let amount = format!("{}.{:02}", 1 + dice % 9, dice / 16 % 100);
        let (real_before, play_before) = (books(&bank.ports).await, books(&play).await);
        if (dice / 7).is_multiple_of(2) {
            pay(&mut ann, &amount).await;
            assert_eq!(books(&bank.ports).await, real_before);
            assert_eq!(verified(&play).await.transfers, play_before.transfers + 1);
        } else {
            let (draft, challenge) = ann.prepare_payment(&amount).await;
            // The app shows a code for half a minute, and each is good once.
            bank.clock.pass(30);
            let paid = approve(&mut ann, "", (&draft, &challenge), &bank.code(ANN)).await;
            assert_eq!(paid.location(), format!("/payments/{draft}"), "{}", paid.text);
            assert_eq!(books(&play).await, play_before);
            assert_eq!(books(&bank.ports).await.transfers, real_before.transfers + 1);
        }
    }
    play.ledger.close().await;
}

#[tokio::test]
async fn what_belongs_to_one_side_is_not_there_on_the_other() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let (play_draft, play_challenge) = prepare(&mut ann, "3").await;
    let (draft, challenge) = ann.prepare_payment("3").await;
    for address in [
        format!("/pay/{play_draft}/approve"),
        format!("/accounts/{}", id(EVERYDAY)),
        format!("{PLAY}/pay/{draft}/approve"),
        format!("{PLAY}/accounts/{}", id(11)),
    ] {
        assert_eq!(ann.get(&address).await.status, StatusCode::NOT_FOUND, "{address}");
    }
    // Neither a form of one side nor a code of one side does anything on the other.
    let code = bank.code(ANN);
    for (base, answer, code) in
        [("", (&play_draft, &play_challenge), code.as_str()), (PLAY, (&draft, &challenge), CODE)]
    {
        let refused = approve(&mut ann, base, (answer.0, answer.1), code).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{}", refused.text);
    }
    let refused = approve(&mut ann, PLAY, (&play_draft, &play_challenge), &code).await;
    assert_eq!(refused.location(), format!("{PLAY}/pay/{play_draft}/approve"), "a real code is none here");
    let refused = approve(&mut ann, "", (&draft, &challenge), CODE).await;
    assert_eq!(refused.location(), format!("/pay/{draft}/approve"), "a practice code is none there");
    assert_eq!(books(&bank.ports).await.transfers, 0);
}

#[tokio::test]
async fn a_page_of_the_play_bank_leads_to_play_money_or_to_no_money() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let paid = pay(&mut ann, "12.50").await;
    let (draft, _) = prepare(&mut ann, "2").await;
    for path in [
        String::new(),
        "/accounts".to_owned(),
        format!("/accounts/{}", id(EVERYDAY)),
        "/pay".to_owned(),
        format!("/pay/{draft}/amount"),
        format!("/pay/{draft}/payee"),
        format!("/pay/{draft}/review"),
        format!("/pay/{draft}/approve"),
        format!("/payments/{paid}"),
    ] {
        let page = ann.get(&format!("{PLAY}{path}")).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.text.contains("data-practice=\"bank\""), "{path} is marked");
        assert!(page.text.contains("<title>Practice: "), "{path} says so in its title");
        assert!(page.text.contains("This is play money"), "{path} says so at its top");
        for address in addresses(&page.text) {
            let leads_to_play = app::practice::side(&address) != app::practice::Side::Real;
            assert!(leads_to_play || app::practice::is_shared(&address), "{path} leads to {address}");
        }
    }
    assert!(!ann.get("/").await.text.contains("data-practice"), "the real bank is not marked");
}

/// The addresses on a page, save the one way out.
fn addresses(html: &str) -> Vec<String> {
    let body = html.split("<body>").nth(1).expect("a page");
    let tags = body.split('<').filter(|tag| !tag.contains(app::practice::EXIT));
    let values = tags.flat_map(|tag| [" href=\"/", " action=\"/"].map(|name| tag.split_once(name)));
    values.flatten().filter_map(|(_, rest)| rest.split('"').next()).map(|rest| format!("/{rest}")).collect()
}

#[tokio::test]
async fn the_play_bank_does_nothing_but_pay_and_shares_the_rest() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    for action in ["sign-out", "preferences", "sessions/end-others", "sign-in"] {
        let answer = ann.post(&format!("{PLAY}/do/{action}"), &[("language", "zh")]).await;
        assert!(answer.status.is_client_error(), "{action}: {}", answer.status);
    }
    assert_eq!(ann.get("/").await.status, StatusCode::OK, "she is signed in as before");
    assert_eq!(ann.get(&format!("{PLAY}/you/security")).await.location(), "/you/security");
    let elsewhere = ann.get(&format!("{PLAY}//you.example/")).await;
    assert_eq!((elsewhere.status, elsewhere.location()), (StatusCode::NOT_FOUND, ""), "never another site");
    let nobody = bank.browser().get(&format!("{PLAY}/pay")).await;
    assert_eq!(nobody.location(), "/sign-in?next=%2Fpractice%2Fbank%2Fpay");
}

#[tokio::test]
async fn the_first_payment_is_noticed_and_remembered_after_signing_out() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    start(&mut ann, "payment").await;
    assert!(ann.get(PLAY).await.text.contains("What to do now"));
    let other = pay(&mut ann, "7").await;
    assert!(ann.get(&format!("{PLAY}/payments/{other}")).await.text.contains("the lesson wants another one"));
    let right = pay(&mut ann, "12.50").await;
    assert!(ann.get(&format!("{PLAY}/payments/{right}")).await.text.contains("The lesson is done"));
    ann.post("/do/sign-out", &[]).await;
    let later = bank.signed_in(ANN).await.get("/practice").await;
    assert!(later.text.contains("Finished on"), "{}", later.text);
    let somebody_else = bank.signed_in(BO).await.get("/practice").await;
    assert!(!somebody_else.text.contains("学完了"), "{}", somebody_else.text);
}

#[tokio::test]
async fn the_play_money_is_put_back_and_the_books_still_hold() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let before = ann.get(&format!("{PLAY}/accounts")).await;
    assert!(before.text.contains("£1,185.55") && before.text.contains("£500.00"), "{}", before.text);
    pay(&mut ann, "100").await;
    prepare(&mut ann, "5").await;
    assert!(ann.get(&format!("{PLAY}/accounts")).await.text.contains("£1,085.55"));
    let reset = ann.post("/practice/do/reset", &[]).await;
    assert_eq!(reset.location(), "/practice?fresh=1");
    assert!(ann.get(&format!("{PLAY}/accounts")).await.text.contains("£1,185.55"));
    assert!(!ann.get(&format!("{PLAY}/pay")).await.text.contains("/pay/0"), "unfinished payments are gone");
    let play = play(&bank).await;
    verified(&play).await;
    play.ledger.close().await;
}

#[tokio::test]
async fn frozen_play_money_cannot_be_paid_until_it_is_opened_again() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    start(&mut ann, "freeze").await;
    ann.post("/practice/do/freeze", &[]).await;
    let account = ann.get(&format!("{PLAY}/accounts/{}", id(EVERYDAY))).await;
    assert!(!account.text.contains("/do/pay/start"), "there is no way to pay from it");
    let real = ann.get(&format!("/accounts/{}", id(11))).await;
    assert!(real.text.contains("/do/pay/start"), "the real one is as it was");

    let devices = ann.get("/practice/lessons/freeze").await.text;
    let keys: Vec<&str> = devices.split("name=\"key\" value=\"").skip(1).filter_map(|x| x.split('"').next()).collect();
    assert_eq!(keys.len(), 2);
    let mut own = 0;
    for key in keys {
        let ended = ann.post("/practice/do/device", &[("key", key)]).await;
        own += usize::from(ended.location().ends_with("?own=1"));
    }
    assert_eq!(own, 1, "one of the two was hers");
    assert_eq!(ann.get("/").await.status, StatusCode::OK, "no real session was ended");
    ann.post("/practice/do/next", &[("lesson", "freeze"), ("part", "2")]).await;
    let wrong = ann.post("/practice/do/thaw", &[("pretend_code", &bank.code(ANN))]).await;
    assert_eq!(wrong.location(), "/practice/lessons/freeze");
    assert!(ann.get("/practice/lessons/freeze").await.text.contains("Never type a real code"));
    ann.post("/practice/do/thaw", &[("pretend_code", CODE)]).await;
    assert!(ann.get("/practice/lessons/freeze").await.text.contains("Well done"));
    pay(&mut ann, "1").await;
}

#[tokio::test]
async fn what_is_typed_into_a_pretend_sign_in_is_kept_nowhere() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    start(&mut ann, "sign-in").await;
    let skipped = ann.post("/practice/do/details", &[("pretend_name", "sam"), ("pretend_word", "x")]).await;
    assert_eq!(skipped.location(), "/practice/lessons/sign-in");
    let answer = ann.post("/practice/do/answer", &[("lesson", "sign-in"), ("choice", "b")]).await;
    assert_eq!(answer.location(), "/practice/lessons/sign-in?answer=b");
    assert!(ann.get(answer.location()).await.text.contains("Yes, that is safe"));
    ann.post("/practice/do/next", &[("lesson", "sign-in"), ("part", "0")]).await;
    let real = [("pretend_name", "ann-and-her-name"), ("pretend_word", "a long enough password")];
    ann.post("/practice/do/details", &real).await;
    let again = ann.get("/practice/lessons/sign-in").await.text;
    assert!(again.contains("Never type your real one here"));
    assert!(!again.contains("ann-and-her-name") && !again.contains("a long enough password"));
    ann.post("/practice/do/details", &[("pretend_name", "Sam "), ("pretend_word", "Three green apples")]).await;
    ann.post("/practice/do/code", &[("pretend_code", "246 810")]).await;
    assert!(ann.get("/practice/lessons/sign-in").await.text.contains("Well done"));
}

#[tokio::test]
async fn no_part_of_a_lesson_is_skipped_by_sending_another_form() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    start(&mut ann, "freeze").await;
    for part in ["0", "1", "3", "9", "-1", "x"] {
        ann.post("/practice/do/next", &[("lesson", "freeze"), ("part", part)]).await;
    }
    assert!(ann.get("/practice").await.text.contains("0 of 4 parts done"));
    for odd in ["", "nothing", "../bank"] {
        let none = ann.post("/practice/do/start", &[("lesson", odd)]).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND, "{odd}");
    }
    assert_eq!(ann.get("/practice/lessons/nothing").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_changes_the_language_half_way_keeps_their_payment() {
    let bank = TestBank::new().await;
    let mut ann = bank.signed_in(ANN).await;
    let (draft, _) = prepare(&mut ann, "4").await;
    let review = format!("{PLAY}/pay/{draft}/review");
    let turned = ann.post("/do/preferences", &[("language", "zh"), ("back", &review)]).await;
    assert_eq!(turned.location(), review);
    let page = ann.get(&review).await;
    assert!(page.text.contains("lang=\"zh-Hans\"") && page.text.contains(SHOP), "{}", page.text);
    // A lesson that is begun now is in the new language, and so are the names in it.
    start(&mut ann, "payment").await;
    assert!(ann.get("/practice/lessons/payment").await.text.contains("春风花店"));
}

#[tokio::test]
async fn the_database_of_a_bank_is_not_taken_for_play_money() {
    let same = [("BANYAN_DATABASE", "sqlite:a.db"), ("BANYAN_PRACTICE_DATABASE", "sqlite:a.db")];
    let same = same.map(|(name, value)| (name.to_owned(), value.to_owned()));
    assert!(Config::load(None, same).is_err());

    // By another name it is found out by what is in it.
    let other = TestBank::new().await;
    let database = other.config.database.expose();
    let bank = TestBank::with(&[("BANYAN_PRACTICE_DATABASE", database)], |ports| ports).await;
    let before = books(&other.ports).await;
    let mut ann = bank.signed_in(ANN).await;
    assert_eq!(ann.get("/practice").await.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(ann.get("/").await.status, StatusCode::OK, "the bank itself is open");
    assert_eq!(books(&other.ports).await, before);
}
