//! Passkeys, with an authenticator made of a few lines.

use auth::Auth;
use bank::{
    Error,
    audit::Deed,
    customers::Customer,
    experiments::Trying,
    passkeys::Passkey,
    policy::PASSWORD_FAILURES,
    ports::{Approver, Ceremony, Credentials, Passkeys, Proof, Verdict},
};
use model::{CustomerId, ErrorCode, PasskeyId, Preferences, Timestamp};

use crate::{
    authenticator::Authenticator,
    house::{House, MAYA, PASSWORD, code_of, house, kept},
};

fn maya() -> Customer {
    let (name, greeting) = ("Maya Okafor".to_owned(), "Maya".to_owned());
    Customer {
        id: MAYA,
        name,
        greeting,
        preferences: Preferences::default(),
        joined_at: Timestamp::EPOCH,
        freeze: None,
        trying: Trying::default(),
    }
}

async fn add(house: &House, authenticator: &mut Authenticator, id: i64) -> Result<Passkey, ErrorCode> {
    let asked = house.auth.new_passkey(&maya()).await.unwrap();
    let made = authenticator.create(&asked);
    let name = (PasskeyId::new(id), "Phone".to_owned());
    house.auth.keep_passkey(MAYA, &asked, &made, name).await.map_err(code_of)
}

async fn sign_in(house: &House, authenticator: &mut Authenticator) -> Result<CustomerId, ErrorCode> {
    let asked = house.auth.ask_for_passkey().unwrap();
    let signed = authenticator.get(&asked);
    house.auth.sign_in_with_passkey(&asked, &signed).await.map_err(code_of)
}

#[tokio::test(start_paused = true)]
async fn what_is_made_once_signs_in_without_a_name() {
    let house = house();
    let mut phone = Authenticator::new(1);
    let made = add(&house, &mut phone, 5).await.unwrap();
    assert!(made.synced && made.used_at.is_none() && made.name == "Phone");
    house.wait(60);
    assert_eq!(sign_in(&house, &mut phone).await, Ok(MAYA));
    let known = house.memory.of(MAYA).await.unwrap();
    assert_eq!(known[0].passkey.used_at, Some(bank::Clock::now(house.clock.as_ref())));
    let told: Vec<Deed> = house.memory.noted.lock().unwrap().iter().map(|row| row.what).collect();
    assert_eq!(told, [Deed::PasskeyAdded, Deed::SignIn]);
}

#[tokio::test(start_paused = true)]
async fn a_password_that_is_spent_closes_no_other_door() {
    let house = house();
    let mut phone = Authenticator::new(1);
    add(&house, &mut phone, 5).await.unwrap();
    for _ in 0..PASSWORD_FAILURES {
        house.memory.count_failure(MAYA).await.unwrap();
    }
    assert_eq!(house.sign_in("maya", PASSWORD, &house.good_code()).await, Err(ErrorCode::PasswordSpent));
    assert_eq!(sign_in(&house, &mut phone).await, Ok(MAYA));
}

#[tokio::test(start_paused = true)]
async fn browsers_are_told_to_make_it_resident_and_which_are_there() {
    let house = house();
    add(&house, &mut Authenticator::new(1), 5).await.unwrap();
    let asked = house.auth.new_passkey(&maya()).await.unwrap();
    let options: serde_json::Value = serde_json::from_str(&asked.options).unwrap();
    let selection = &options["publicKey"]["authenticatorSelection"];
    assert_eq!(selection["residentKey"], "required");
    assert_eq!((&selection["requireResidentKey"], &selection["userVerification"]), (&true.into(), &"required".into()));
    assert_eq!(options["publicKey"]["excludeCredentials"].as_array().unwrap().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn several_are_kept_and_the_same_one_only_once() {
    let house = house();
    let (mut phone, mut key) = (Authenticator::new(1), Authenticator::new(2));
    add(&house, &mut phone, 5).await.unwrap();
    add(&house, &mut key, 6).await.unwrap();
    assert_eq!(add(&house, &mut Authenticator::new(1), 7).await, Err(ErrorCode::PasskeyKnown));
    assert_eq!(sign_in(&house, &mut phone).await, Ok(MAYA));
    assert_eq!(sign_in(&house, &mut key).await, Ok(MAYA));
    assert!(house.memory.remove(MAYA, PasskeyId::new(5)).await.unwrap());
    assert_eq!(sign_in(&house, &mut phone).await, Err(ErrorCode::PasskeyRefused));
    assert_eq!(sign_in(&house, &mut key).await, Ok(MAYA));
}

#[tokio::test(start_paused = true)]
async fn what_was_not_asked_here_and_now_is_refused() {
    let house = house();
    let mut phone = Authenticator::new(1);
    add(&house, &mut phone, 5).await.unwrap();
    let (first, second) = (house.auth.ask_for_passkey().unwrap(), house.auth.ask_for_passkey().unwrap());
    let signed = phone.get(&first);
    let enter =
        async |asked: &Ceremony, signed: &str| house.auth.sign_in_with_passkey(asked, signed).await.map_err(code_of);
    assert_eq!(enter(&second, &signed).await, Err(ErrorCode::PasskeyRefused), "another question");
    for origin in ["https://bank.example.evil", "http://bank.example", "https://evil.example"] {
        let mut tricked = Authenticator::new(4);
        tricked.origin = origin;
        add(&house, &mut tricked, 9).await.unwrap_err();
        phone.origin = origin;
        assert_eq!(sign_in(&house, &mut phone).await, Err(ErrorCode::PasskeyRefused), "{origin}");
    }
    phone.origin = "https://bank.example";
    phone.verifies = false;
    assert_eq!(sign_in(&house, &mut phone).await, Err(ErrorCode::PasskeyRefused), "it does not know its owner");
    phone.verifies = true;
    // It is believed to be whose handle it brings, and its key is not theirs.
    let mut stranger = Authenticator::new(3);
    stranger.create(&house.auth.new_passkey(&maya()).await.unwrap());
    assert_eq!(sign_in(&house, &mut stranger).await, Err(ErrorCode::PasskeyRefused));
    assert_eq!(sign_in(&house, &mut phone).await, Ok(MAYA));
}

#[tokio::test(start_paused = true)]
async fn a_copy_that_counts_behind_is_refused() {
    let house = house();
    let mut phone = Authenticator::new(1);
    add(&house, &mut phone, 5).await.unwrap();
    phone.set_counter(10);
    assert_eq!(sign_in(&house, &mut phone).await, Ok(MAYA));
    phone.set_counter(3);
    assert_eq!(sign_in(&house, &mut phone).await, Err(ErrorCode::PasskeyRefused));
}

#[tokio::test(start_paused = true)]
async fn whatever_a_browser_sends_never_does_more_than_not_fit() {
    let house = house();
    let mut phone = Authenticator::new(1);
    add(&house, &mut phone, 5).await.unwrap();
    let asked = house.auth.ask_for_passkey().unwrap();
    let signed = phone.get(&asked);
    let cut = &signed[..signed.len() / 2];
    let other = signed.replace("public-key", "secret-key").replace("signature", "signed");
    for odd in ["", "{}", "[]", "null", "{\"id\":1}", "\u{0}", cut, &other, &"[".repeat(10_000)] {
        let refused = house.auth.sign_in_with_passkey(&asked, odd).await.map_err(code_of);
        assert_eq!(refused, Err(ErrorCode::PasskeyRefused), "{odd:.40}");
        let made = house.auth.keep_passkey(MAYA, &asked, odd, (PasskeyId::new(9), String::new())).await;
        assert!(matches!(made, Err(Error::Refused(ErrorCode::PasskeyRefused | ErrorCode::PasskeyLapsed))));
    }
}

#[tokio::test(start_paused = true)]
async fn it_approves_for_its_owner_and_only_what_was_asked() {
    let house = house();
    assert_eq!(house.auth.ceremony(MAYA).await.unwrap(), None, "there is none yet");
    let mut phone = Authenticator::new(1);
    add(&house, &mut phone, 5).await.unwrap();
    let asked = house.auth.ceremony(MAYA).await.unwrap().unwrap();
    let other = house.auth.ceremony(MAYA).await.unwrap().unwrap();
    let signed = phone.get(&asked);
    let judge = async |who, asked, signed: &str| house.auth.judge(who, Proof::Passkey(asked, signed)).await.unwrap();
    assert_eq!(judge(MAYA, &other, &signed).await, Verdict::Wrong);
    assert_eq!(judge(CustomerId::new(8), &asked, &signed).await, Verdict::Wrong);
    assert_eq!(judge(MAYA, &asked, "{}").await, Verdict::Wrong);
    assert_eq!(judge(MAYA, &asked, &signed).await, Verdict::Good);
    let fresh = house.auth.ceremony(MAYA).await.unwrap().unwrap();
    let signed = phone.get(&fresh);
    house.memory.remove(MAYA, PasskeyId::new(5)).await.unwrap();
    assert_eq!(judge(MAYA, &fresh, &signed).await, Verdict::Wrong, "it was taken away since");
}

#[tokio::test(start_paused = true)]
async fn an_address_without_a_name_has_none() {
    let house = house();
    let auth = Auth::new(kept(&house.memory), house.clock.clone(), "http://127.0.0.1:3000");
    assert!(!auth.has_passkeys());
    assert!(matches!(auth.ask_for_passkey(), Err(Error::Refused(ErrorCode::NotFound))));
    assert_eq!(auth.ceremony(MAYA).await.unwrap(), None);
}
