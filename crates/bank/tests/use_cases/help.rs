//! Asking to be called: by customers and by people who are not signed in, each of whom sees only their own.

use bank::{
    Error,
    audit::Deed,
    help::{self, Asker, CallBackState},
};
use model::{
    CallBackId, ErrorCode,
    forms::{CallBackForm, Whereabouts},
};

use crate::house::{ANNA, House, TOM, house};

/// Monday noon in the house; the morning is over.
const TODAY: &str = "2026-03-02";
const TOMORROW: &str = "2026-03-03";

fn wanted(day: &str, part: &str) -> CallBackForm {
    CallBackForm {
        name: "Grace Lee".to_owned(),
        phone: "020 7946 0018".to_owned(),
        language: "en".to_owned(),
        day: day.to_owned(),
        part: part.to_owned(),
        page: "pay-amount".to_owned(),
        tell: String::new(),
    }
}

async fn asked(house: &House, asker: &Asker, form: &CallBackForm) -> Result<CallBackId, ErrorCode> {
    help::ask(&house.bank, asker, form).await.map_err(|error| match error {
        Error::Refused(code) => code,
        Error::Form(problems) => problems.iter().next().expect("a problem").code,
        Error::Unavailable(_) => ErrorCode::Fault,
    })
}

#[tokio::test]
async fn a_customer_asks_sees_it_and_cancels() {
    let (house, anna, tom) = (house(), Asker::Customer(ANNA), Asker::Customer(TOM));
    let id = asked(&house, &anna, &wanted(TODAY, "evening")).await.unwrap();
    assert_eq!(asked(&house, &anna, &wanted(TODAY, "evening")).await, Ok(id), "pressed twice it is one call");
    let call = help::call(&house.bank, &anna, id).await.unwrap();
    assert_eq!((call.customer, call.name.as_str(), call.page), (Some(ANNA), "", None), "nothing is passed on unasked");
    for stranger in [&tom, &Asker::Visitor(vec![id]), &Asker::Visitor(Vec::new())] {
        assert!(matches!(help::call(&house.bank, stranger, id).await, Err(Error::Refused(ErrorCode::NotFound))));
        assert!(help::cancel(&house.bank, stranger, id).await.is_err());
    }
    for _ in 0..2 {
        help::cancel(&house.bank, &anna, id).await.unwrap();
    }
    assert_eq!(help::call(&house.bank, &anna, id).await.unwrap().state, CallBackState::Cancelled);
    let told = [Deed::CallBackAsked, Deed::CallBackCancelled].map(|deed| (Some(ANNA.value()), deed, id.value()));
    assert_eq!(house.noted(), told);
}

#[tokio::test]
async fn the_page_is_told_where_that_was_wanted() {
    let (house, anna) = (house(), Asker::Customer(ANNA));
    let told = CallBackForm { tell: "yes".to_owned(), ..wanted(TOMORROW, "morning") };
    let id = asked(&house, &anna, &told).await.unwrap();
    assert_eq!(help::call(&house.bank, &anna, id).await.unwrap().page, Some(Whereabouts::PayAmount));
    let odd = CallBackForm { page: "/pay/0abc/amount".to_owned(), ..told };
    let odd = CallBackForm { part: "evening".to_owned(), ..odd };
    let id = asked(&house, &anna, &odd).await.unwrap();
    assert_eq!(help::call(&house.bank, &anna, id).await.unwrap().page, None, "only a kind of page can be told");
}

#[tokio::test]
async fn what_is_over_or_too_far_cannot_be_asked_for() {
    let (house, anna) = (house(), Asker::Customer(ANNA));
    assert_eq!(asked(&house, &anna, &wanted(TODAY, "morning")).await, Err(ErrorCode::CallPartOver));
    assert_eq!(asked(&house, &anna, &wanted("2026-03-01", "morning")).await, Err(ErrorCode::ChoiceUnknown));
    assert_eq!(asked(&house, &anna, &wanted("2026-03-09", "morning")).await, Err(ErrorCode::ChoiceUnknown));
    assert!(asked(&house, &anna, &wanted("2026-03-08", "morning")).await.is_ok());
    house.wait(8 * 3_600);
    let days = help::times(&house.bank, &anna).days();
    assert_eq!((days.len(), days[0].to_string().as_str()), (7, TOMORROW), "after eight nobody is called today");
}

#[tokio::test]
async fn nobody_waits_for_more_than_three_calls() {
    let (house, anna, visitor) = (house(), Asker::Customer(ANNA), Asker::Visitor(Vec::new()));
    for asker in [&anna, &visitor] {
        for part in ["morning", "afternoon", "evening"] {
            asked(&house, asker, &wanted(TOMORROW, part)).await.unwrap();
        }
        assert_eq!(asked(&house, asker, &wanted(TODAY, "evening")).await, Err(ErrorCode::CallsEnough));
    }
    let other = CallBackForm { phone: "020 7946 0999".to_owned(), ..wanted(TODAY, "evening") };
    assert!(asked(&house, &visitor, &other).await.is_ok(), "another number is another person");
    let first = help::calls(&house.bank, &anna).await.unwrap()[0].id;
    help::cancel(&house.bank, &anna, first).await.unwrap();
    assert!(asked(&house, &anna, &wanted(TODAY, "evening")).await.is_ok());
}

#[tokio::test]
async fn whoever_is_not_signed_in_sees_only_what_they_asked_for_here() {
    let (house, nobody) = (house(), Asker::Visitor(Vec::new()));
    let id = asked(&house, &nobody, &wanted(TOMORROW, "morning")).await.unwrap();
    assert!(help::call(&house.bank, &nobody, id).await.is_err(), "another browser does not know of it");
    let here = Asker::Visitor(vec![id]);
    let call = help::call(&house.bank, &here, id).await.unwrap();
    assert_eq!((call.customer, call.name.as_str()), (None, "Grace Lee"));
    help::cancel(&house.bank, &here, id).await.unwrap();
    assert_eq!(house.noted()[1], (None, Deed::CallBackCancelled, id.value()));
}

#[tokio::test]
async fn the_people_of_the_bank_see_who_waits_and_say_that_they_called() {
    let (house, anna) = (house(), Asker::Customer(ANNA));
    let late = asked(&house, &anna, &wanted(TOMORROW, "morning")).await.unwrap();
    let soon = asked(&house, &anna, &wanted(TODAY, "afternoon")).await.unwrap();
    let (calls, audit) = (house.bank.call_backs.as_ref(), house.bank.audit.as_ref());
    let ids = async || help::waiting(calls).await.unwrap().into_iter().map(|call| call.id).collect::<Vec<_>>();
    assert_eq!(ids().await, [soon, late]);
    let now = house.bank.clock.now();
    assert!(help::finish(calls, audit, soon, now).await.unwrap());
    assert!(!help::finish(calls, audit, soon, now).await.unwrap(), "once is enough");
    assert_eq!(ids().await, [late]);
    assert_eq!(house.noted().last(), Some(&(None, Deed::CallBackDone, soon.value())));
}
