//! Being found by a telephone number or an e-mail address: only who chose it, by half of a name, and not by trying out.

use bank::{
    Error,
    aliases::{self, FINDS},
    audit::Deed,
    payments,
    security::{self, Device, SecurityEvent},
};
use model::{
    Alias, AliasWay, CustomerId, ErrorCode, PaymentId,
    forms::{AliasForm, AmountForm, ApproveForm, BeFoundForm, PayeeForm},
};

use crate::house::{ANNA, ANNA_CURRENT, ANNA_SAVINGS, GOOD_CODE, House, TOM, TOM_CURRENT, TOM_EUROS, house, number};

const DAY_S: i64 = 24 * 60 * 60;

fn toms_address() -> String {
    format!("{TOM}@example.org")
}

/// From now on they are found by that, and by nothing else.
async fn choose(house: &House, who: CustomerId, ways: &[AliasWay], account: model::AccountId) -> Result<(), Error> {
    let ways = ways.iter().map(|way| way.code().to_owned()).collect();
    let form = BeFoundForm { ways, account: account.to_string() };
    aliases::choose(&house.bank, who, &form, &Device::default()).await
}

/// Tom is found by his address.
async fn tom_is_found(house: &House) {
    choose(house, TOM, &[AliasWay::Email], TOM_CURRENT).await.unwrap();
}

/// A payment of Anna's for which only the payee is missing.
async fn begun(house: &House) -> PaymentId {
    let id = payments::start(&house.bank, ANNA, Some(ANNA_CURRENT), None).await.unwrap();
    let amount = AmountForm { from: ANNA_CURRENT.to_string(), amount: "5".to_owned() };
    payments::set_amount(&house.bank, ANNA, id, amount).await.unwrap();
    id
}

async fn find(house: &House, id: PaymentId, typed: &str) -> Result<(), ErrorCode> {
    let form = AliasForm { alias: typed.to_owned() };
    aliases::find(&house.bank, ANNA, id, &form).await.map_err(|error| match error {
        Error::Form(problems) => problems.of("alias").expect("it stands beside the field"),
        other => panic!("{other:?}"),
    })
}

async fn typed(house: &House, id: PaymentId) -> PayeeForm {
    payments::open(&house.bank, ANNA, id).await.unwrap().expect("a draft").0.payee
}

/// Says yes to whoever was found, and pays.
async fn pay(house: &House, id: PaymentId) -> payments::Payment {
    let form = typed(house, id).await;
    payments::set_payee(&house.bank, ANNA, id, form).await.unwrap();
    let review = payments::review(&house.bank, ANNA, id).await.unwrap();
    let challenge = payments::ask(&house.bank, ANNA, &review.order, "").await.unwrap().id.to_string();
    let answer = ApproveForm { code: GOOD_CODE.to_owned(), challenge, ..ApproveForm::default() };
    let made = payments::confirm(&house.bank, ANNA, id, &answer).await.unwrap();
    house.next_code();
    house.wait(60);
    match made {
        payments::Made::Paid(payment) => payment,
        other @ payments::Made::Planned(_) => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn an_account_is_approved_under_half_of_a_name() {
    let house = house();
    tom_is_found(&house).await;
    let id = begun(&house).await;
    find(&house, id, &toms_address().to_uppercase()).await.unwrap();
    let form = typed(&house, id).await;
    assert_eq!((form.name.as_str(), form.number), ("Tom W.", number(TOM_CURRENT).to_string()));
    let early = payments::review(&house.bank, ANNA, id).await;
    assert!(matches!(early, Err(Error::Refused(ErrorCode::DraftIncomplete))), "nobody has said yes to it");
    let payment = pay(&house, id).await;
    assert_eq!((payment.to, payment.payee.as_str()), (TOM_CURRENT, "Tom W."));
    let known = payments::known_payees(&house.bank, ANNA, 6).await.unwrap();
    assert_eq!(known[0].name, "Tom W.", "nor is more of the name told afterwards");
}

#[tokio::test]
async fn a_saved_payee_is_the_account_whatever_becomes_of_the_alias() {
    let house = house();
    tom_is_found(&house).await;
    let id = begun(&house).await;
    find(&house, id, &toms_address()).await.unwrap();
    let paid = pay(&house, id).await.id;
    choose(&house, TOM, &[], TOM_CURRENT).await.unwrap();

    let again = payments::start_again(&house.bank, ANNA, paid).await.unwrap();
    let amount = AmountForm { from: ANNA_CURRENT.to_string(), amount: "6".to_owned() };
    payments::set_amount(&house.bank, ANNA, again, amount).await.unwrap();
    let order = payments::review(&house.bank, ANNA, again).await.unwrap().order;
    assert_eq!((order.to, order.payee.as_str()), (TOM_CURRENT, "Tom W."));
    let other = begun(&house).await;
    payments::choose_again(&house.bank, ANNA, other, paid).await.unwrap();
    assert_eq!(payments::review(&house.bank, ANNA, other).await.unwrap().order.to, TOM_CURRENT);
    assert_eq!(find(&house, other, &toms_address()).await, Err(ErrorCode::AliasNobody));
}

#[tokio::test]
async fn half_of_a_name_is_a_name_to_nobody_who_has_not_found_it() {
    let house = house();
    tom_is_found(&house).await;
    let id = begun(&house).await;
    let form = PayeeForm {
        kind: "other".to_owned(),
        name: "Tom W.".to_owned(),
        number: number(TOM_CURRENT).to_string(),
        ..PayeeForm::default()
    };
    payments::set_payee(&house.bank, ANNA, id, form.clone()).await.unwrap();
    let refused = payments::review(&house.bank, ANNA, id).await.unwrap_err();
    assert!(matches!(refused, Error::Form(problems) if problems.of("name") == Some(ErrorCode::PayeeNameDiffers)));
    // What was found is another account: the form is about this one.
    find(&house, id, &toms_address()).await.unwrap();
    let changed = PayeeForm { number: number(TOM_EUROS).to_string(), ..form };
    payments::set_payee(&house.bank, ANNA, id, changed).await.unwrap();
    let refused = payments::review(&house.bank, ANNA, id).await.unwrap_err();
    assert!(matches!(refused, Error::Form(problems) if problems.of("name") == Some(ErrorCode::PayeeNameDiffers)));
}

#[tokio::test]
async fn who_does_not_want_to_be_found_is_nobody() {
    let house = house();
    let id = begun(&house).await;
    for typed in [toms_address(), "nobody@example.org".to_owned(), "07700 900999".to_owned()] {
        assert_eq!(find(&house, id, &typed).await, Err(ErrorCode::AliasNobody), "{typed}");
    }
    tom_is_found(&house).await;
    assert_eq!(find(&house, id, "07700 900123").await, Err(ErrorCode::AliasNobody), "he chose his address alone");
    choose(&house, ANNA, &[AliasWay::Phone], ANNA_CURRENT).await.unwrap();
    assert_eq!(find(&house, id, "07700 900123").await, Err(ErrorCode::AliasOwn));
    assert_eq!(typed(&house, id).await, PayeeForm::default(), "nothing was filled in");
}

#[tokio::test]
async fn nobody_tries_numbers_out() {
    let house = house();
    let id = begun(&house).await;
    assert_eq!(find(&house, id, "Tom").await, Err(ErrorCode::AliasShape), "what can find nobody is not counted");
    tom_is_found(&house).await;
    for look in 0..FINDS {
        // Who was found counts like who was not.
        let (typed, outcome) = match look % 2 {
            0 => (toms_address(), Ok(())),
            _ => ("07700 900999".to_owned(), Err(ErrorCode::AliasNobody)),
        };
        assert_eq!(find(&house, id, &typed).await, outcome, "{look}");
    }
    assert_eq!(find(&house, id, &toms_address()).await, Err(ErrorCode::AliasEnough));
    let others = begun(&house).await;
    assert_eq!(find(&house, others, &toms_address()).await, Err(ErrorCode::AliasEnough), "nor by another payment");
    house.wait(DAY_S);
    assert_eq!(find(&house, id, &toms_address()).await, Ok(()));
}

#[tokio::test]
async fn being_found_is_chosen_told_and_ended_at_once() {
    let house = house();
    let ways = aliases::own(&house.bank, TOM).await.unwrap();
    assert!(ways.iter().all(|own| own.account.is_none() && !own.known.is_empty()), "off until it is chosen");
    let not_his = choose(&house, TOM, &[AliasWay::Phone], ANNA_CURRENT).await;
    assert!(
        matches!(not_his, Err(Error::Form(problems)) if problems.of("account") == Some(ErrorCode::ToAccountMissing))
    );
    choose(&house, TOM, &[AliasWay::Phone], TOM_CURRENT).await.unwrap();
    choose(&house, TOM, &[AliasWay::Phone], TOM_CURRENT).await.unwrap();
    let taken = choose(&house, ANNA, &[AliasWay::Phone], ANNA_SAVINGS).await;
    assert!(
        matches!(taken, Err(Error::Form(problems)) if problems.of("ways") == Some(ErrorCode::AliasTaken)),
        "one number finds one person"
    );
    choose(&house, TOM, &[], TOM_CURRENT).await.unwrap();
    choose(&house, TOM, &[], TOM_CURRENT).await.unwrap();
    assert!(aliases::own(&house.bank, TOM).await.unwrap().iter().all(|own| own.account.is_none()));
    choose(&house, ANNA, &[AliasWay::Phone], ANNA_SAVINGS).await.unwrap();

    let told: Vec<_> = security::happened(&house.bank, TOM).await.unwrap().into_iter().map(|one| one.event).collect();
    assert_eq!(told, [SecurityEvent::AliasTaken, SecurityEvent::AliasGiven], "each once");
    for (deed, times) in [(Deed::AliasGiven, 2), (Deed::AliasTaken, 1)] {
        assert_eq!(house.noted().iter().filter(|(_, done, _)| *done == deed).count(), times, "{deed:?}");
    }
}

#[tokio::test]
async fn an_address_that_has_changed_is_seen_as_off_and_can_be_renewed() {
    let house = house();
    let before = Alias::from_typed("before@example.org").unwrap();
    assert!(house.bank.aliases.give(TOM, &before, TOM_CURRENT, house.bank.clock.now()).await.unwrap());
    let by_address = async || {
        let own = aliases::own(&house.bank, TOM).await.unwrap();
        own.into_iter().find(|own| own.way == AliasWay::Email).expect("it is one of the ways").account
    };
    assert_eq!(by_address().await, None, "the bank knows him by another");
    tom_is_found(&house).await;
    assert_eq!(by_address().await, Some(TOM_CURRENT));
    // Anna's address was Tom's before, as the bank had it then: it is free for her.
    let hers = Alias::from_typed(&format!("{ANNA}@example.org")).unwrap();
    assert!(house.bank.aliases.give(TOM, &hers, TOM_CURRENT, house.bank.clock.now()).await.unwrap());
    choose(&house, ANNA, &[AliasWay::Email], ANNA_CURRENT).await.unwrap();
    tom_is_found(&house).await;
    let id = begun(&house).await;
    assert_eq!(find(&house, id, "before@example.org").await, Err(ErrorCode::AliasNobody));
    assert_eq!(find(&house, id, &toms_address()).await, Ok(()));
}

#[tokio::test]
async fn nothing_is_turned_on_while_everything_is_frozen() {
    let house = house();
    tom_is_found(&house).await;
    security::freeze(&house.bank, TOM, None, &Device::default()).await.unwrap();
    let frozen = choose(&house, TOM, &[AliasWay::Email, AliasWay::Phone], TOM_CURRENT).await;
    assert!(matches!(frozen, Err(Error::Refused(ErrorCode::Frozen))));
    choose(&house, TOM, &[], TOM_CURRENT).await.unwrap();
    assert!(aliases::own(&house.bank, TOM).await.unwrap().iter().all(|own| own.account.is_none()));
}
