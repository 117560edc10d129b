//! Somebody lets others find them by their number or address: chosen, found, paid, and no longer; and what nobody learns.

use axum::http::StatusCode;
use bank::{audit::Deed, security::SecurityEvent};
use store::bulk::{Batch, NewContact};

use crate::{
    browser::{Browser, id},
    test_bank::{ANN, BO, TestBank},
};

const BOS_ADDRESS: &str = "bo@example.org";

fn number(serial: u32) -> String {
    model::AccountNumber::from_serial(serial).expect("a number").to_string()
}

/// A bank that can reach Bo, and Bo in English.
async fn a_bank() -> (TestBank, Browser) {
    let bank = TestBank::new().await;
    let contact = NewContact { customer: BO, email: BOS_ADDRESS.to_owned(), phone: "07700 900321".to_owned() };
    bank.keep(Batch { contacts: vec![contact], ..Batch::default() }).await;
    let mut bo = bank.signed_in(BO).await;
    assert_eq!(bo.post("/do/preferences", &[("language", "en")]).await.status, StatusCode::SEE_OTHER);
    (bank, bo)
}

async fn be_found(bo: &mut Browser) {
    let fields = [("ways[]", "email"), ("account", &id(12))];
    assert_eq!(bo.post("/do/you/found", &fields).await.location(), "/you/found?saved=1");
}

/// A payment of Ann's for which only the payee is missing.
async fn begun(ann: &mut Browser) -> String {
    let start = ann.post("/do/pay/start", &[("from", &id(11)), ("kind", "other")]).await;
    let draft = start.location().split('/').nth(2).expect("the draft in the address").to_owned();
    ann.post("/do/pay/amount", &[("draft", &draft), ("from", &id(11)), ("amount", "20")]).await;
    draft
}

/// Looks for somebody; gives the page that follows.
async fn look(ann: &mut Browser, draft: &str, typed: &str) -> (String, String) {
    let answer = ann.post("/do/pay/find", &[("draft", draft), ("alias", typed)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let to = answer.location().to_owned();
    assert!(!to.contains("example") && !to.contains("7700"), "nothing of it is in an address: {to}");
    let text = ann.get(&to).await.text;
    (to, text)
}

#[tokio::test]
async fn somebody_is_found_by_half_of_a_name_and_paid_as_an_account() {
    let (bank, mut bo) = a_bank().await;
    let mut ann = bank.signed_in(ANN).await;
    let page = bo.get("/you/found").await.text;
    assert!(page.contains("*文") && page.contains(BOS_ADDRESS) && !page.contains(" checked value=\"email\""), "{page}");
    be_found(&mut bo).await;
    assert!(bo.get("/you/found?saved=1").await.text.contains("People can now find you"));

    let draft = begun(&mut ann).await;
    assert!(ann.get(&format!("/pay/{draft}/payee")).await.text.contains("/payee?find=1"));
    let (to, text) = look(&mut ann, &draft, "BO@example.org").await;
    assert_eq!(to, format!("/pay/{draft}/payee"));
    let account = number(12);
    assert!(text.contains("*文") && text.contains(&account) && !text.contains("薄"), "{text}");
    assert!(!text.contains(BOS_ADDRESS), "what was typed is not kept: {text}");
    let early = ann.get(&format!("/pay/{draft}/review")).await;
    assert_eq!(early.location(), format!("/pay/{draft}/payee"), "nothing goes on before somebody has said yes");

    let fields = [("draft", draft.as_str()), ("kind", "other"), ("name", "*文"), ("number", &account)];
    assert_eq!(ann.post("/do/pay/payee", &fields).await.location(), format!("/pay/{draft}/review"));
    let review = ann.get(&format!("/pay/{draft}/review")).await.text;
    assert!(review.contains("*文") && review.contains(&account) && !review.contains("薄"), "{review}");
    let challenge = ann.get(&format!("/pay/{draft}/approve")).await.field("challenge").to_owned();
    let fields = [("draft", draft.as_str()), ("challenge", &challenge), ("code", &bank.code(ANN))];
    assert_eq!(ann.post("/do/pay/approve", &fields).await.location(), format!("/payments/{draft}"));
    let receipt = ann.get(&format!("/payments/{draft}")).await.text;
    assert!(receipt.contains("*文") && !receipt.contains("薄"), "{receipt}");

    // Off at once, and the saved payee stays the account.
    assert_eq!(bo.post("/do/you/found", &[]).await.location(), "/you/found?saved=1");
    assert!(bo.get("/you/found?saved=1").await.text.contains("Nobody can find you"));
    let again = ann.post("/do/pay/start", &[("again", &draft)]).await;
    let again = again.location().split('/').nth(2).expect("the draft in the address").to_owned();
    ann.post("/do/pay/amount", &[("draft", &again), ("from", &id(11)), ("amount", "5")]).await;
    assert!(ann.get(&format!("/pay/{again}/review")).await.text.contains(&account));
    let told = bank::security::happened(&bank.bank, BO).await.expect("the database is there");
    let told: Vec<_> = told.into_iter().map(|one| one.event).take(2).collect();
    assert_eq!(told, [SecurityEvent::AliasTaken, SecurityEvent::AliasGiven]);
    for deed in [Deed::AliasGiven, Deed::AliasTaken] {
        assert_eq!(bank.ports.audit.latest(Some(deed), None, 10).await.expect("the database is there").len(), 1);
    }
}

#[tokio::test]
async fn who_is_no_customer_and_who_is_not_to_be_found_look_the_same() {
    let (bank, mut bo) = a_bank().await;
    let mut ann = bank.signed_in(ANN).await;
    let draft = begun(&mut ann).await;
    let (there, hidden) = look(&mut ann, &draft, "07700 900321").await;
    let (nowhere, nobody) = look(&mut ann, &draft, "07700 900555").await;
    assert_eq!((&there, &there), (&nowhere, &format!("/pay/{draft}/payee?find=1")));
    assert!(hidden.contains("We cannot find anybody by this") && hidden.contains("07700 900321"), "{hidden}");
    let visible = |text: String, typed| {
        let main = text.split("<main").nth(1).and_then(|rest| rest.split("</main>").next());
        main.expect("a main part").replace(typed, "…")
    };
    assert_eq!(visible(hidden, "07700 900321"), visible(nobody, "07700 900555"), "to the letter");

    // However often somebody tries, and whoever is found meanwhile.
    be_found(&mut bo).await;
    for _ in 2..bank::aliases::FINDS {
        look(&mut ann, &draft, "07700 900555").await;
    }
    let (_, enough) = look(&mut ann, &draft, BOS_ADDRESS).await;
    assert!(enough.contains("as often as you can today") && !enough.contains("*文"), "{enough}");
}

#[tokio::test]
async fn what_is_wrong_is_said_and_nothing_typed_is_lost() {
    let (bank, mut bo) = a_bank().await;
    let mut ann = bank.signed_in(ANN).await;
    let draft = begun(&mut ann).await;
    let (_, text) = look(&mut ann, &draft, "bo at example").await;
    assert!(text.contains("Enter a phone number in digits") && text.contains("bo at example"), "{text}");
    // It is Ann's draft, and Bo is nobody's to fill in.
    let theirs = bo.post("/do/pay/find", &[("draft", &draft), ("alias", BOS_ADDRESS)]).await;
    assert_eq!(theirs.status, StatusCode::NOT_FOUND);
    // What the bank does not know of somebody finds nobody, nor does an account of somebody else.
    let other = bo.post("/do/you/found", &[("ways[]", "phone"), ("account", &id(11))]).await;
    assert_eq!(other.location(), "/you/found");
    let page = bo.get("/you/found").await.text;
    assert!(page.contains("href=\"#account\""), "{page}");
    assert_eq!(ann.post("/do/you/found", &[("ways[]", "phone"), ("account", &id(11))]).await.location(), "/you/found");
    let page = ann.get("/you/found").await.text;
    assert!(page.contains("We do not have this from you"), "{page}");
}

#[tokio::test]
async fn the_code_of_an_account_is_its_owners_and_fills_in_a_form() {
    let (bank, mut bo) = a_bank().await;
    let mut ann = bank.signed_in(ANN).await;
    let page = format!("/accounts/{}/code", id(12));
    let shown = bo.get(&page).await.text;
    assert!(shown.contains("<figure class=\"qr\"") && shown.contains("薄文") && shown.contains(&number(12)), "{shown}");
    assert!(bo.get("/you").await.text.contains(&page));
    assert_eq!(ann.get(&page).await.status, StatusCode::NOT_FOUND, "hers leads to her own");

    let draft = begun(&mut ann).await;
    let text = format!("BANYAN 1\n薄文\n{}", number(12));
    let answer = ann.post("/do/pay/code", &[("draft", &draft), ("text", &text)]).await;
    assert_eq!(answer.location(), format!("/pay/{draft}/payee"));
    let shown = ann.get(answer.location()).await.text;
    assert!(shown.contains("薄文") && shown.contains(&number(12)), "{shown}");
    assert_eq!(ann.get(&format!("/pay/{draft}/review")).await.location(), format!("/pay/{draft}/payee"));
}
