//! Looking at accounts for somebody else: who may, when, and who is told.

use bank::{
    Error,
    accounts::Cursor,
    audit::Deed,
    mandates::{self, INVITED_S, MOST, Shut, Sight},
    security::{self, Device, SecurityEvent},
    step_up,
};
use model::{
    AccountId, CustomerId, ErrorCode, MandateId,
    forms::{ApproveForm, MandateForm},
};

use crate::house::{ANNA, ANNA_CURRENT, ANNA_SAVINGS, GOOD_CODE, House, TOM, TOM_CURRENT, house, number};

const DAY_S: i64 = 24 * 60 * 60;

fn form(name: &str, until: &str) -> MandateForm {
    MandateForm {
        name: name.to_owned(),
        number: number(TOM_CURRENT).to_string(),
        accounts: vec![ANNA_CURRENT.to_string()],
        until: until.to_owned(),
    }
}

/// Anna invites somebody to look at her current account until the last of March.
async fn invite(house: &House, name: &str) -> Result<MandateId, Error> {
    let invitation = mandates::wanted(&house.bank, ANNA, &form(name, "2026-03-31")).await?;
    let asked = step_up::ask(&house.bank, ANNA, &mandates::inviting(&invitation)).await?;
    house.next_code();
    let (challenge, code) = (asked.id.to_string(), GOOD_CODE.to_owned());
    let form = ApproveForm { challenge, code, ..ApproveForm::default() };
    mandates::invite(&house.bank, ANNA, &invitation, &form, &Device::default()).await
}

async fn look(house: &House, who: CustomerId, id: MandateId, account: AccountId) -> Result<Sight, Error> {
    mandates::account(&house.bank, who, (id, account), Cursor::Newest, 10).await
}

/// What is on the account that Tom sees.
async fn seen(house: &House, id: MandateId) -> Option<i64> {
    match look(house, TOM, id, ANNA_CURRENT).await.unwrap() {
        Sight::Open(looked) => Some(looked.account.balance.minor),
        Sight::Shut(..) => None,
    }
}

/// Why Tom, who could look before, cannot.
async fn shut(house: &House, id: MandateId) -> Shut {
    let before = looks(house, id).await;
    let Sight::Shut(why, name) = look(house, TOM, id, ANNA_CURRENT).await.unwrap() else { panic!("nothing is shown") };
    assert_eq!(name, "Anna Whitfield");
    assert_eq!(looks(house, id).await, before, "what is not seen is not counted");
    assert!(mandates::open(&house.bank, TOM).await.unwrap().iter().all(|open| open.accounts.is_empty()));
    why
}

async fn looks(house: &House, id: MandateId) -> Vec<(AccountId, i64)> {
    let (_, looks) = mandates::one(&house.bank, ANNA, id).await.unwrap();
    looks.iter().map(|look| (look.account, look.times)).collect()
}

/// To somebody who was never let look, there is no such account.
async fn finds_nothing(house: &House, who: CustomerId, id: MandateId, account: AccountId) {
    let refused = look(house, who, id, account).await.unwrap_err();
    assert!(matches!(refused, Error::Refused(ErrorCode::NotFound)), "{refused:?}");
}

fn told(house: &House, who: CustomerId) -> Vec<SecurityEvent> {
    let notices = &house.memory.safety.lock().unwrap().notices;
    let mut told: Vec<_> = notices.iter().filter(|one| one.customer == who).map(|one| one.event).collect();
    told.dedup();
    told
}

#[tokio::test]
async fn it_begins_when_it_is_accepted_and_shows_what_was_chosen_and_nothing_else() {
    let house = house();
    let id = invite(&house, "Tom Whitfield").await.unwrap();
    finds_nothing(&house, TOM, id, ANNA_CURRENT).await;
    assert!(mandates::open(&house.bank, TOM).await.unwrap()[0].accounts.is_empty(), "not even what they are called");
    mandates::accept(&house.bank, ANNA, id).await.unwrap_err();
    mandates::accept(&house.bank, TOM, id).await.unwrap();
    assert_eq!(seen(&house, id).await, Some(100_000));
    assert_eq!(seen(&house, id).await, Some(100_000));
    finds_nothing(&house, TOM, id, ANNA_SAVINGS).await;
    finds_nothing(&house, TOM, MandateId::new(999), ANNA_CURRENT).await;
    finds_nothing(&house, ANNA, id, ANNA_CURRENT).await;
    assert_eq!(looks(&house, id).await, [(ANNA_CURRENT, 2)]);
    mandates::one(&house.bank, TOM, id).await.unwrap_err();
    let deeds: Vec<Deed> = house.noted().into_iter().map(|(_, deed, _)| deed).collect();
    assert_eq!(deeds, [Deed::MandateInvited, Deed::MandateBegan, Deed::MandateLooked], "a day's looks are one row");
    assert_eq!(told(&house, ANNA), [SecurityEvent::MandateInvited, SecurityEvent::MandateBegan]);
    assert_eq!(told(&house, TOM), [SecurityEvent::MandateOffered]);
}

#[tokio::test]
async fn whether_somebody_banks_here_is_told_to_nobody() {
    let house = house();
    let (right, wrong) = (invite(&house, "Tom Whitfield").await.unwrap(), invite(&house, "Ivy Hart").await.unwrap());
    let now = house.bank.clock.now();
    let seen = async |id| mandates::one(&house.bank, ANNA, id).await.unwrap().0.standing(&house.bank.calendar, now);
    assert_eq!(seen(right).await, seen(wrong).await);
    assert_eq!(mandates::held(&house.bank, TOM).await.unwrap().len(), 1);
    assert_eq!(told(&house, ANNA), [SecurityEvent::MandateInvited]);
}

#[tokio::test]
async fn either_ends_it_at_once_and_it_ends_by_itself() {
    for by_owner in [true, false] {
        let house = house();
        let id = invite(&house, "Tom Whitfield").await.unwrap();
        mandates::accept(&house.bank, TOM, id).await.unwrap();
        assert!(seen(&house, id).await.is_some());
        if by_owner {
            mandates::end(&house.bank, ANNA, id, &Device::default()).await.unwrap();
        } else {
            mandates::decline(&house.bank, TOM, id).await.unwrap();
        }
        assert_eq!(shut(&house, id).await, Shut::Over);
        mandates::accept(&house.bank, TOM, id).await.unwrap_err();
        assert_eq!(told(&house, ANNA).last(), Some(&SecurityEvent::MandateEnded));
    }
    let house = house();
    let (id, late) = (invite(&house, "Tom Whitfield").await.unwrap(), invite(&house, "Tom Whitfield").await.unwrap());
    mandates::accept(&house.bank, TOM, id).await.unwrap();
    house.wait(INVITED_S);
    mandates::accept(&house.bank, TOM, late).await.unwrap_err();
    finds_nothing(&house, TOM, late, ANNA_CURRENT).await;
    assert!(seen(&house, id).await.is_some());
    house.wait(30 * DAY_S);
    assert_eq!(shut(&house, id).await, Shut::Over);
}

#[tokio::test]
async fn nothing_is_seen_of_what_is_frozen_or_closed() {
    for how in 0..4 {
        let house = house();
        let id = invite(&house, "Tom Whitfield").await.unwrap();
        mandates::accept(&house.bank, TOM, id).await.unwrap();
        assert!(seen(&house, id).await.is_some());
        match how {
            0 => house.freeze_account(ANNA_CURRENT),
            1 => house.close_account(ANNA_CURRENT),
            2 => security::freeze(&house.bank, ANNA, None, &Device::default()).await.unwrap(),
            _ => security::freeze(&house.bank, TOM, None, &Device::default()).await.unwrap(),
        }
        assert_eq!(shut(&house, id).await, Shut::NotNow);
        mandates::decline(&house.bank, TOM, id).await.unwrap();
        assert_eq!(shut(&house, id).await, Shut::Over, "whatever is frozen, either of them ends it");
    }
}

#[tokio::test]
async fn nobody_is_invited_while_everything_is_frozen_or_soon_after_a_way_in_has_changed() {
    let house = house();
    let device = Device::default();
    security::changed(&house.bank, ANNA, SecurityEvent::PasskeyAdded, None, &device).await.unwrap();
    let held = invite(&house, "Tom Whitfield").await.unwrap_err();
    assert!(matches!(held, Error::Refused(ErrorCode::MandateHeld)), "{held:?}");
    house.wait(DAY_S);
    security::freeze(&house.bank, ANNA, None, &device).await.unwrap();
    let frozen = invite(&house, "Tom Whitfield").await.unwrap_err();
    assert!(matches!(frozen, Error::Refused(ErrorCode::Frozen)), "{frozen:?}");
}

#[tokio::test]
async fn only_so_many_are_invited_in_a_day() {
    let house = house();
    for _ in 0..MOST {
        let id = invite(&house, "Ivy Hart").await.unwrap();
        mandates::end(&house.bank, ANNA, id, &Device::default()).await.unwrap();
    }
    let full = invite(&house, "Ivy Hart").await.unwrap_err();
    assert!(matches!(full, Error::Refused(ErrorCode::MandatesFull)), "{full:?}");
    house.wait(DAY_S);
    invite(&house, "Ivy Hart").await.unwrap();
}
