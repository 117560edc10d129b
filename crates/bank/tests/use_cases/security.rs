//! Freezing everything and ending that, trusted contacts, passkeys, and who is told.

use bank::{
    Error,
    audit::Deed,
    passkeys::{self, Passkey},
    payments,
    policy::PAYEE_HOLD_S,
    ports::KnownPasskey,
    security::{self, Channel, Device, Facts, SecurityEvent, THAW_WAIT_S},
    sessions,
    step_up::{self, Purpose, Shown},
};
use model::{
    ErrorCode, PasskeyId, SessionKey, Timestamp,
    forms::{AmountForm, ApproveForm, PasskeyNameForm, PayeeForm, TrustedForm},
};

use crate::house::{ANNA, ANNA_CURRENT, ANNA_SAVINGS, GOOD_ANSWER, GOOD_CODE, House, TOM, TOM_CURRENT, house, number};

fn adding() -> Shown {
    security::changing(Purpose::AddPasskey)
}

fn here() -> Device {
    Device { agent: "Firefox".to_owned(), address: "192.0.2.7".to_owned() }
}

/// The answer of somebody who is asked to approve what is `shown`.
async fn coded(house: &House, shown: &Shown) -> ApproveForm {
    house.next_code();
    let challenge = step_up::ask(&house.bank, ANNA, shown).await.unwrap().id.to_string();
    ApproveForm { code: GOOD_CODE.to_owned(), challenge, ..ApproveForm::default() }
}

fn code_of(error: Error) -> ErrorCode {
    match error {
        Error::Refused(code) => code,
        Error::Form(problems) => problems.iter().next().unwrap().code,
        Error::Unavailable(error) => panic!("{error:?}"),
    }
}

/// To whom word was sent, and of what.
fn told(house: &House) -> Vec<(String, SecurityEvent)> {
    let notices = std::mem::take(&mut house.memory.safety.lock().unwrap().notices);
    notices
        .into_iter()
        .filter(|notice| notice.channel != Channel::Inbox)
        .map(|notice| (notice.address, notice.event))
        .collect()
}

fn annas(event: SecurityEvent) -> Vec<(String, SecurityEvent)> {
    vec![(format!("{ANNA}@example.org"), event), ("07700 900123".to_owned(), event)]
}

async fn pay(house: &House) -> Result<(), ErrorCode> {
    let id = payments::start(&house.bank, ANNA, None, None).await.unwrap();
    let amount = AmountForm { from: ANNA_CURRENT.to_string(), amount: "10".to_owned() };
    payments::set_amount(&house.bank, ANNA, id, amount).await.unwrap();
    let payee = PayeeForm {
        kind: "other".to_owned(),
        name: "Tom Whitfield".to_owned(),
        number: number(TOM_CURRENT).to_string(),
        ..PayeeForm::default()
    };
    payments::set_payee(&house.bank, ANNA, id, payee).await.unwrap();
    let order = payments::review(&house.bank, ANNA, id).await.unwrap().order;
    let form = coded(house, &order.shown()).await;
    payments::confirm(&house.bank, ANNA, id, &form).await.map(drop).map_err(code_of)
}

#[tokio::test(start_paused = true)]
async fn what_is_frozen_pays_nothing_until_a_night_after_its_end_was_asked_for() {
    let house = house();
    (1..=3).for_each(|key| house.sign_in(ANNA, key));
    security::freeze(&house.bank, ANNA, Some(SessionKey::new(2)), &here()).await.unwrap();
    assert_eq!(told(&house), annas(SecurityEvent::Frozen));
    let open = sessions::list(&house.bank, ANNA).await.unwrap();
    assert_eq!(open.iter().map(|one| one.key.value()).collect::<Vec<_>>(), [2], "elsewhere everything has ended");
    assert_eq!(pay(&house).await, Err(ErrorCode::Frozen));
    let adding = coded(&house, &adding()).await;
    let refused = passkeys::may_add(&house.bank, ANNA, &adding).await.map_err(code_of);
    assert_eq!(refused, Err(ErrorCode::Frozen), "nor does any way in change");

    let form = coded(&house, &security::thawing()).await;
    let at = security::ask_to_thaw(&house.bank, ANNA, &form, &here()).await.unwrap();
    assert_eq!(at, house.bank.clock.now().plus_seconds(THAW_WAIT_S));
    assert_eq!(told(&house), annas(SecurityEvent::ThawAsked));
    house.wait(THAW_WAIT_S - 1);
    assert_eq!(pay(&house).await, Err(ErrorCode::Frozen));
    house.wait(1);
    assert_eq!(pay(&house).await, Ok(()));
    let deeds: Vec<Deed> = house.noted().into_iter().map(|(_, deed, _)| deed).collect();
    assert!(deeds.contains(&Deed::Frozen) && deeds.contains(&Deed::ThawAsked), "{deeds:?}");
}

#[tokio::test(start_paused = true)]
async fn the_end_of_a_freeze_takes_an_approval_and_can_be_called_off() {
    let house = house();
    security::freeze(&house.bank, ANNA, None, &here()).await.unwrap();
    security::freeze(&house.bank, ANNA, None, &here()).await.unwrap();
    assert_eq!(told(&house), annas(SecurityEvent::Frozen), "frozen is frozen");
    let wrong = ApproveForm { code: "000000".to_owned(), ..coded(&house, &security::thawing()).await };
    security::ask_to_thaw(&house.bank, ANNA, &wrong, &here()).await.unwrap_err();
    let other = coded(&house, &adding()).await;
    let refused = security::ask_to_thaw(&house.bank, ANNA, &other, &here()).await.map_err(code_of);
    assert_eq!(refused, Err(ErrorCode::StepUpExpired), "an approval is good for what was shown and nothing else");

    for call_off in [true, false] {
        let form = coded(&house, &security::thawing()).await;
        security::ask_to_thaw(&house.bank, ANNA, &form, &here()).await.unwrap();
        if call_off {
            security::keep_frozen(&house.bank, ANNA, &here()).await.unwrap();
        } else {
            // So does freezing once more.
            security::freeze(&house.bank, ANNA, None, &here()).await.unwrap();
        }
        house.wait(THAW_WAIT_S);
        assert_eq!(pay(&house).await, Err(ErrorCode::Frozen));
    }
    let form = coded(&house, &security::thawing()).await;
    security::ask_to_thaw(&house.bank, ANNA, &form, &here()).await.unwrap();
    house.wait(THAW_WAIT_S);
    security::keep_frozen(&house.bank, ANNA, &here()).await.unwrap();
    assert_eq!(pay(&house).await, Ok(()), "what has thawed is not frozen again by calling that off");
}

#[tokio::test(start_paused = true)]
async fn a_trusted_contact_is_told_and_is_never_replaced_unseen() {
    let house = house();
    let name = async |name: &str, email: &str| {
        let form = TrustedForm { name: name.to_owned(), email: email.to_owned() };
        security::set_trusted(&house.bank, ANNA, &form, &here()).await
    };
    assert_eq!(code_of(name("", "no address").await.unwrap_err()), ErrorCode::TrustedNameMissing);
    name("Ivy", "ivy@example.org").await.unwrap();
    let ivy = |event| ("ivy@example.org".to_owned(), event);
    let all = [annas(SecurityEvent::TrustedSet), vec![ivy(SecurityEvent::TrustedYou)]].concat();
    assert_eq!(told(&house), all);
    name("Ivy", "ivy@example.org").await.unwrap();
    assert_eq!(told(&house), [], "nothing has changed");

    name("Eve", "eve@example.com").await.unwrap();
    assert!(told(&house).contains(&ivy(SecurityEvent::TrustedNoMore)));
    security::unset_trusted(&house.bank, ANNA, &here()).await.unwrap();
    assert!(told(&house).contains(&("eve@example.com".to_owned(), SecurityEvent::TrustedNoMore)));
    assert_eq!(security::trusted(&house.bank, ANNA).await.unwrap(), None);
    let deeds: Vec<Deed> = house.noted().into_iter().map(|(_, deed, _)| deed).collect();
    assert_eq!(deeds, [Deed::TrustedSet, Deed::TrustedSet, Deed::TrustedUnset]);
}

#[tokio::test(start_paused = true)]
async fn a_trusted_contact_hears_of_a_freeze_and_of_its_end_and_stays_while_it_lasts() {
    let house = house();
    let form = TrustedForm { name: "Ivy".to_owned(), email: "ivy@example.org".to_owned() };
    security::set_trusted(&house.bank, ANNA, &form, &here()).await.unwrap();
    let ivy = |event| ("ivy@example.org".to_owned(), event);
    security::freeze(&house.bank, ANNA, None, &here()).await.unwrap();
    assert!(told(&house).contains(&ivy(SecurityEvent::TrustedFrozen)));
    let eve = TrustedForm { name: "Eve".to_owned(), email: "eve@example.com".to_owned() };
    let replaced = security::set_trusted(&house.bank, ANNA, &eve, &here()).await.map_err(code_of);
    let removed = security::unset_trusted(&house.bank, ANNA, &here()).await.map_err(code_of);
    assert_eq!((replaced, removed), (Err(ErrorCode::Frozen), Err(ErrorCode::Frozen)));
    let approval = coded(&house, &security::thawing()).await;
    security::ask_to_thaw(&house.bank, ANNA, &approval, &here()).await.unwrap();
    assert!(told(&house).contains(&ivy(SecurityEvent::TrustedThaw)));
}

#[tokio::test(start_paused = true)]
async fn a_freeze_that_came_to_no_end_is_made_whole_by_the_next_press() {
    let house = house();
    (1..=2).for_each(|key| house.sign_in(ANNA, key));
    // As where the line was cut after the first of what follows.
    house.bank.security.freeze(ANNA, house.bank.clock.now()).await.unwrap();
    house.wait(5);
    security::freeze(&house.bank, ANNA, Some(SessionKey::new(2)), &here()).await.unwrap();
    let open = sessions::list(&house.bank, ANNA).await.unwrap();
    assert_eq!(open.iter().map(|one| one.key.value()).collect::<Vec<_>>(), [2]);
    assert_eq!(told(&house), annas(SecurityEvent::Frozen));
}

#[tokio::test(start_paused = true)]
async fn a_browser_that_was_not_seen_before_is_told_of_except_the_first() {
    let house = house();
    for (agent, news) in [("Firefox", false), ("Firefox", false), ("Chrome", true), ("Chrome", false)] {
        let device = Device { agent: agent.to_owned(), ..here() };
        security::signed_in(&house.bank, ANNA, SecurityEvent::SignInCode, &device).await.unwrap();
        assert_eq!(!told(&house).is_empty(), news, "{agent}");
    }
    assert_eq!(security::happened(&house.bank, ANNA).await.unwrap().len(), 4);
    assert!(security::happened(&house.bank, TOM).await.unwrap().is_empty());
}

#[tokio::test(start_paused = true)]
async fn with_a_new_way_in_only_those_are_paid_who_were_paid_before() {
    let held = async |house: &House| {
        security::happens(&house.bank, ANNA, SecurityEvent::PasskeyAdded, &here(), &Facts::default()).await.unwrap();
    };
    let house = house();
    held(&house).await;
    assert_eq!(pay(&house).await, Err(ErrorCode::PayeeHeld));
    house.wait(PAYEE_HOLD_S - 1);
    assert_eq!(pay(&house).await, Err(ErrorCode::PayeeHeld));
    house.wait(1);
    assert_eq!(pay(&house).await, Ok(()));
    held(&house).await;
    assert_eq!(pay(&house).await, Ok(()), "he was paid before");
}

#[tokio::test(start_paused = true)]
async fn what_is_held_says_until_when_and_keeps_the_code() {
    let house = house();
    security::happens(&house.bank, ANNA, SecurityEvent::AppChanged, &here(), &Facts::default()).await.unwrap();
    let until = bank::Clock::now(house.bank.clock.as_ref()).plus_seconds(PAYEE_HOLD_S);
    let id = payments::start(&house.bank, ANNA, None, None).await.unwrap();
    let amount = AmountForm { from: ANNA_CURRENT.to_string(), amount: "10".to_owned() };
    payments::set_amount(&house.bank, ANNA, id, amount).await.unwrap();
    let payee = |kind: &str| PayeeForm {
        kind: kind.to_owned(),
        own: ANNA_SAVINGS.to_string(),
        name: "Tom Whitfield".to_owned(),
        number: number(TOM_CURRENT).to_string(),
        ..PayeeForm::default()
    };
    payments::set_payee(&house.bank, ANNA, id, payee("other")).await.unwrap();
    let review = payments::review(&house.bank, ANNA, id).await.unwrap();
    assert_eq!(review.held_until, Some(until));
    let form = coded(&house, &review.order.shown()).await;
    assert_eq!(payments::confirm(&house.bank, ANNA, id, &form).await.map_err(code_of), Err(ErrorCode::PayeeHeld));
    payments::set_payee(&house.bank, ANNA, id, payee("own")).await.unwrap();
    let review = payments::review(&house.bank, ANNA, id).await.unwrap();
    assert_eq!(review.held_until, None, "one's own accounts are nobody new");
    let challenge = step_up::ask(&house.bank, ANNA, &review.order.shown()).await.unwrap().id.to_string();
    let same = ApproveForm { challenge, ..form };
    payments::confirm(&house.bank, ANNA, id, &same).await.expect("the code was not used up");
}

fn phone() -> KnownPasskey {
    let (id, name) = (PasskeyId::new(5), "Phone".to_owned());
    let passkey = Passkey { id, name, synced: true, created_at: Timestamp::EPOCH, used_at: None };
    KnownPasskey { customer: ANNA, passkey, credential: vec![1], public_key: "{}".to_owned() }
}

#[tokio::test(start_paused = true)]
async fn a_passkey_approves_what_was_shown_and_can_be_taken_away_by_its_owner() {
    let house = house();
    house.memory.passkeys.lock().unwrap().push(phone());
    let id = phone().passkey.id;
    let one = passkeys::one(&house.bank, ANNA, id).await.unwrap();
    assert_eq!(code_of(passkeys::one(&house.bank, TOM, id).await.unwrap_err()), ErrorCode::NotFound);
    let signed = async |shown: &Shown| {
        let challenge = step_up::ask(&house.bank, ANNA, shown).await.unwrap();
        assert!(challenge.ceremony.is_some());
        let (challenge, passkey) = (challenge.id.to_string(), GOOD_ANSWER.to_owned());
        ApproveForm { challenge, passkey, ..ApproveForm::default() }
    };
    let wrong = ApproveForm { passkey: "{}".to_owned(), ..signed(&passkeys::removing(&one)).await };
    let refused = passkeys::remove(&house.bank, ANNA, id, &wrong, &here()).await.map_err(code_of);
    assert_eq!(refused, Err(ErrorCode::PasskeyRefused));
    // What was shown had another name.
    let old = signed(&passkeys::removing(&one)).await;
    let name = PasskeyNameForm { name: " Old  phone ".to_owned() };
    passkeys::rename(&house.bank, ANNA, id, &name).await.unwrap();
    let refused = passkeys::remove(&house.bank, ANNA, id, &old, &here()).await.map_err(code_of);
    assert_eq!(refused, Err(ErrorCode::StepUpExpired));
    let one = passkeys::one(&house.bank, ANNA, id).await.unwrap();
    assert_eq!(one.name, "Old phone");
    let form = signed(&passkeys::removing(&one)).await;
    passkeys::remove(&house.bank, ANNA, id, &form, &here()).await.unwrap();
    assert!(passkeys::list(&house.bank, ANNA).await.unwrap().is_empty());
    assert_eq!(house.noted(), [(Some(ANNA.value()), Deed::PasskeyRemoved, id.value())]);
}

#[tokio::test(start_paused = true)]
async fn the_same_question_is_asked_again_while_it_is_open_and_about_the_same() {
    let house = house();
    let first = step_up::ask(&house.bank, ANNA, &adding()).await.unwrap();
    let again =
        async |shown: &Shown, who| step_up::ask_again(&house.bank, who, shown, &first.id.to_string()).await.unwrap().id;
    assert_eq!(again(&adding(), ANNA).await, first.id);
    assert_ne!(again(&security::thawing(), ANNA).await, first.id);
    assert_ne!(again(&adding(), TOM).await, first.id);
    house.wait(120);
    assert_ne!(again(&adding(), ANNA).await, first.id);
}

#[tokio::test(start_paused = true)]
async fn an_approval_is_for_one_purpose() {
    let house = house();
    let password = coded(&house, &security::changing(Purpose::ChangePassword)).await;
    let app = security::may_change(&house.bank, ANNA, Purpose::ChangeApp, &password).await;
    assert_eq!(app.map_err(code_of), Err(ErrorCode::StepUpExpired), "it was asked about something else");
    let none = security::may_change(&house.bank, ANNA, Purpose::ChangePassword, &ApproveForm::default()).await;
    assert!(none.is_err(), "being signed in is not enough");
    let password = coded(&house, &security::changing(Purpose::ChangePassword)).await;
    security::may_change(&house.bank, ANNA, Purpose::ChangePassword, &password).await.unwrap();
    let again = security::may_change(&house.bank, ANNA, Purpose::ChangePassword, &password).await;
    assert_eq!(again.map_err(code_of), Err(ErrorCode::StepUpExpired), "and it is good once");
}

#[tokio::test(start_paused = true)]
async fn a_new_password_ends_every_other_session() {
    let house = house();
    for (who, key) in [(ANNA, 1), (ANNA, 2), (TOM, 3)] {
        house.sign_in(who, key);
    }
    let (mine, toms) = (SessionKey::new(1), SessionKey::new(3));
    let keys = async |who| -> Vec<SessionKey> {
        sessions::list(&house.bank, who).await.unwrap().into_iter().map(|open| open.key).collect()
    };
    security::changed(&house.bank, ANNA, SecurityEvent::PasswordChanged, Some(mine), &here()).await.unwrap();
    assert_eq!((keys(ANNA).await, keys(TOM).await), (vec![mine], vec![toms]));
    assert_eq!(told(&house), annas(SecurityEvent::PasswordChanged));
}
