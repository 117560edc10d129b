//! The passkeys of the bank's own people: theirs alone, and no customer's.

use bank::{
    audit::Deed,
    customers::Customer,
    experiments::Trying,
    ports::StaffPasskeys,
    staff::{Role, StaffMember, StaffStatus},
};
use model::{ErrorCode, PasskeyId, Preferences, StaffId, Timestamp};

use crate::{
    authenticator::Authenticator,
    house::{House, MAYA, code_of, house},
};

/// The same number as Maya's: only the kind of the handle tells them apart.
const PRIYA: StaffId = StaffId::new(MAYA.value());

fn priya() -> StaffMember {
    let (username, name) = ("priya".to_owned(), "Priya Nair".to_owned());
    let (status, created_at) = (StaffStatus::Active, Timestamp::EPOCH);
    StaffMember { id: PRIYA, username, name, role: Role::Agent, status, created_at }
}

async fn enrol(house: &House, authenticator: &mut Authenticator, id: i64) -> Result<(), ErrorCode> {
    let asked = house.auth.new_staff_passkey(&priya()).await.unwrap();
    let made = authenticator.create(&asked);
    let made = house.auth.made_for_staff(PRIYA, &asked, &made, PasskeyId::new(id)).await.map_err(code_of)?;
    house.auth.keep_staff_passkey(&made).await.map_err(code_of)
}

async fn sign_in(house: &House, authenticator: &mut Authenticator) -> Result<StaffId, ErrorCode> {
    let asked = house.auth.ask_for_passkey().unwrap();
    let signed = authenticator.get(&asked);
    house.auth.sign_in_staff(&asked, &signed).await.map_err(code_of)
}

#[tokio::test(start_paused = true)]
async fn what_was_made_by_a_link_signs_in_and_every_end_is_told() {
    let house = house();
    let mut key = Authenticator::new(1);
    enrol(&house, &mut key, 5).await.unwrap();
    assert_eq!(sign_in(&house, &mut key).await, Ok(PRIYA));
    key.set_counter(0);
    assert_eq!(sign_in(&house, &mut key).await, Err(ErrorCode::PasskeyRefused), "a copy that counts behind");
    key.verifies = false;
    assert_eq!(sign_in(&house, &mut key).await, Err(ErrorCode::PasskeyRefused), "it does not know its owner");
    let told: Vec<_> = house.memory.noted.lock().unwrap().iter().map(|row| (row.actor, row.what)).collect();
    let failed = (None, Deed::StaffSignInFailed);
    assert_eq!(told, [(Some(PRIYA.value()), Deed::StaffSignIn), failed, failed]);
}

#[tokio::test(start_paused = true)]
async fn browsers_are_told_to_make_it_resident_and_to_know_their_owner() {
    let house = house();
    enrol(&house, &mut Authenticator::new(1), 5).await.unwrap();
    let asked = house.auth.new_staff_passkey(&priya()).await.unwrap();
    let options: serde_json::Value = serde_json::from_str(&asked.options).unwrap();
    let selection = &options["publicKey"]["authenticatorSelection"];
    assert_eq!((&selection["residentKey"], &selection["userVerification"]), (&"required".into(), &"required".into()));
    assert_eq!(options["publicKey"]["excludeCredentials"].as_array().unwrap().len(), 1);
    assert_eq!(enrol(&house, &mut Authenticator::new(1), 6).await, Err(ErrorCode::PasskeyKnown));
}

#[tokio::test(start_paused = true)]
async fn neither_ever_opens_what_is_the_others() {
    let house = house();
    let (mut staff_key, mut phone) = (Authenticator::new(1), Authenticator::new(2));
    enrol(&house, &mut staff_key, 5).await.unwrap();
    let (name, greeting) = ("Maya Okafor".to_owned(), "Maya".to_owned());
    let maya = Customer {
        id: MAYA,
        name,
        greeting,
        preferences: Preferences::default(),
        joined_at: Timestamp::EPOCH,
        freeze: None,
        trying: Trying::default(),
    };
    let asked = house.auth.new_passkey(&maya).await.unwrap();
    let made = phone.create(&asked);
    house.auth.keep_passkey(MAYA, &asked, &made, (PasskeyId::new(6), "Phone".to_owned())).await.unwrap();

    assert_eq!(sign_in(&house, &mut phone).await, Err(ErrorCode::PasskeyRefused), "a customer at the staff's door");
    let asked = house.auth.ask_for_passkey().unwrap();
    let signed = staff_key.get(&asked);
    let refused = house.auth.sign_in_with_passkey(&asked, &signed).await.map_err(code_of);
    assert_eq!(refused, Err(ErrorCode::PasskeyRefused), "one of the bank at the customers' door");
    assert_eq!(StaffPasskeys::of(house.memory.as_ref(), PRIYA).await.unwrap().len(), 1);
}
