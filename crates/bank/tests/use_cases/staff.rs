//! What the bank's own people may do, and that each of it is told to the audit chain.

use bank::{
    Error,
    audit::Deed,
    ports::Staff,
    security::{self, Device, SecurityEvent, THAW_WAIT_S},
    sessions,
    staff::{self, Duty, LINK_S, LOOK_S, Role, StaffError, StaffMember, StaffStatus},
};
use model::{
    ErrorCode, SessionKey, StaffId,
    forms::{ApproveForm, FindForm, ReasonForm},
};

use crate::house::{ANNA, ANNA_CURRENT, House, TOM, house, number};

const PRIYA: StaffId = StaffId::new(901);
const OSCAR: StaffId = StaffId::new(902);

fn member(house: &House, id: StaffId, role: Role) -> StaffMember {
    let (username, name) = (format!("m{}", id.value()), "A. Member".to_owned());
    StaffMember { id, username, name, role, status: StaffStatus::Active, created_at: house.bank.clock.now() }
}

async fn staffed() -> House {
    let house = house();
    for (id, role) in [(PRIYA, Role::Agent), (OSCAR, Role::PaymentsOfficer)] {
        let new = member(&house, id, role);
        staff::add(house.bank.staff.as_ref(), house.bank.audit.as_ref(), new).await.unwrap();
    }
    house
}

fn reason(reason: &str, note: &str) -> ReasonForm {
    ReasonForm { reason: reason.to_owned(), note: note.to_owned() }
}

fn code_of(error: Error) -> ErrorCode {
    match error {
        Error::Refused(code) => code,
        Error::Form(problems) => problems.iter().next().unwrap().code,
        Error::Unavailable(error) => panic!("{error:?}"),
    }
}

async fn find(house: &House, wanted: &str) -> Result<Vec<String>, ErrorCode> {
    let found = staff::find(&house.bank, PRIYA, &FindForm { wanted: wanted.to_owned() }).await.map_err(code_of)?;
    Ok(found.into_iter().map(|found| found.username).collect())
}

/// The last deed, who did it, and why.
fn last(house: &House) -> (Option<i64>, Deed, i64, Option<String>) {
    let (actor, deed, subject) = *house.noted().last().unwrap();
    (actor, deed, subject, house.said())
}

#[test]
fn each_role_has_its_duties_and_no_other() {
    let roles = |duty| Role::ALL.iter().copied().filter(move |role| role.may(duty)).collect::<Vec<_>>();
    assert_eq!(roles(Duty::Customers), [Role::Agent, Role::PaymentsOfficer, Role::Administrator]);
    assert_eq!(roles(Duty::Replies), [Role::Agent, Role::PaymentsOfficer, Role::Administrator]);
    assert!(!roles(Duty::Quality).contains(&Role::Designer) && roles(Duty::Quality).len() == 4);
    assert_eq!(roles(Duty::Balances), [Role::PaymentsOfficer]);
    assert_eq!(roles(Duty::Audit), [Role::Auditor, Role::Administrator]);
    assert!(!roles(Duty::Outbox).contains(&Role::Designer));
}

#[tokio::test(start_paused = true)]
async fn whoever_is_added_to_the_staff_is_told() {
    let house = house();
    let add = async |username: &str| {
        let new = StaffMember { username: username.to_owned(), ..member(&house, PRIYA, Role::Auditor) };
        staff::add(house.bank.staff.as_ref(), house.bank.audit.as_ref(), new).await
    };
    assert!(matches!(add("not a name").await, Err(StaffError::Username)));
    add("Jo").await.unwrap();
    assert!(matches!(add("jo").await, Err(StaffError::Taken)));
    assert_eq!(house.noted(), [(None, Deed::StaffAdded, PRIYA.value())]);
}

#[tokio::test(start_paused = true)]
async fn a_customer_is_found_by_name_or_number() {
    let house = staffed().await;
    assert_eq!(find(&house, " Anna ").await.unwrap(), ["anna"]);
    assert_eq!(find(&house, &number(ANNA_CURRENT).to_string()).await.unwrap(), ["anna"]);
    for (wanted, code) in [("nobody", ErrorCode::CustomerUnknown), ("", ErrorCode::FindMissing)] {
        assert_eq!(find(&house, wanted).await, Err(code));
    }
    let (priya, anna) = (Some(PRIYA.value()), ANNA.value());
    let found = (priya, Deed::StaffFound, anna);
    let nobody = (priya, Deed::StaffFoundNobody, PRIYA.value());
    assert_eq!(house.noted()[2..], [found, found, nobody], "who was looked for is told, and by whom");
}

#[tokio::test(start_paused = true)]
async fn a_customer_is_seen_for_half_an_hour_after_a_reason_that_stays() {
    let house = staffed().await;
    let priya = member(&house, PRIYA, Role::Agent);
    let sees = async |who: &StaffMember, whom| staff::looking(&house.bank, who, whom).await.unwrap();
    assert!(sees(&priya, ANNA).await.is_none());
    let unsaid = staff::look(&house.bank, PRIYA, ANNA, &reason("", "")).await.map_err(code_of);
    assert_eq!(unsaid, Err(ErrorCode::ReasonMissing));
    assert!(sees(&priya, ANNA).await.is_none() && house.noted().len() == 2, "nothing said, nothing seen");

    staff::look(&house.bank, PRIYA, ANNA, &reason("called", "lost her card")).await.unwrap();
    let said = Some("called: lost her card".to_owned());
    assert_eq!(last(&house), (Some(PRIYA.value()), Deed::StaffLooked, ANNA.value(), said));
    let look = sees(&priya, ANNA).await.unwrap();
    assert_eq!((look.file.name.as_str(), look.file.contact.email.as_str()), ("Anna Whitfield", "a•••@example.org"));
    assert_eq!(look.file.contact.phone, "••• 123");
    assert!(look.accounts.is_none(), "an agent sees no money");
    assert!(sees(&priya, TOM).await.is_none(), "one customer, and no other");
    assert!(sees(&member(&house, OSCAR, Role::Agent), ANNA).await.is_none(), "one of the bank, and no other");

    let officer = member(&house, PRIYA, Role::PaymentsOfficer);
    assert_eq!(sees(&officer, ANNA).await.unwrap().accounts.unwrap().len(), 2);
    house.wait(LOOK_S);
    assert!(sees(&priya, ANNA).await.is_none());
    let refused = staff::freeze(&house.bank, PRIYA, ANNA, &reason("alarm", "")).await.map_err(code_of);
    assert_eq!(refused, Err(ErrorCode::LookOver));
}

#[tokio::test(start_paused = true)]
async fn one_freezes_and_two_end_it_after_a_night() {
    let house = staffed().await;
    for who in [PRIYA, OSCAR] {
        staff::look(&house.bank, who, ANNA, &reason("called", "")).await.unwrap();
    }
    house.sign_in(ANNA, 1);
    staff::freeze(&house.bank, PRIYA, ANNA, &reason("alarm", "somebody presses her")).await.unwrap();
    let frozen = (Some(PRIYA.value()), Deed::StaffFroze, ANNA.value());
    assert!(house.noted().contains(&frozen) && house.said().unwrap().starts_with("alarm: "));
    assert!(sessions::list(&house.bank, ANNA).await.unwrap().is_empty(), "she is signed out");
    let told = std::mem::take(&mut house.memory.safety.lock().unwrap().notices);
    assert!(told.len() == 3 && told.iter().all(|notice| notice.event == SecurityEvent::FrozenByBank));
    staff::freeze(&house.bank, PRIYA, ANNA, &reason("alarm", "once more")).await.unwrap();
    assert_eq!(house.said().as_deref(), Some("alarm: once more"), "why is noted each time");
    assert!(house.memory.safety.lock().unwrap().notices.is_empty(), "frozen is frozen");
    let hers = security::ask_to_thaw(&house.bank, ANNA, &ApproveForm::default(), &Device::default()).await;
    assert_eq!(hers.map_err(code_of), Err(ErrorCode::FrozenByBank), "what the bank froze the bank ends");

    let agree = async |who| staff::agree_to_thaw(&house.bank, who, ANNA).await.map_err(code_of);
    assert_eq!(agree(OSCAR).await, Err(ErrorCode::NotFound), "nobody has asked");
    staff::ask_to_thaw(&house.bank, PRIYA, ANNA, &reason("called", "it was her son")).await.unwrap();
    let oscar = member(&house, OSCAR, Role::PaymentsOfficer);
    let waits = staff::looking(&house.bank, &oscar, ANNA).await.unwrap().unwrap().thaw;
    let waits = waits.map(|asked| (asked.by, asked.why));
    assert_eq!(waits, Some((PRIYA, "called: it was her son".to_owned())), "whoever agrees knows why");
    assert_eq!(agree(PRIYA).await, Err(ErrorCode::SecondPerson));
    let at = agree(OSCAR).await.unwrap();
    assert_eq!(at, house.bank.clock.now().plus_seconds(THAW_WAIT_S));
    assert_eq!(last(&house).1, Deed::StaffThawAgreed);
    let told = std::mem::take(&mut house.memory.safety.lock().unwrap().notices);
    assert!(told.iter().all(|notice| notice.event == SecurityEvent::ThawAsked && notice.facts.when == Some(at)));
    assert_eq!(agree(OSCAR).await, Err(ErrorCode::NotFound), "it was agreed to once");
    let again = staff::ask_to_thaw(&house.bank, PRIYA, ANNA, &reason("called", "")).await.map_err(code_of);
    assert_eq!(again, Err(ErrorCode::NotFound), "it is coming already");
}

#[tokio::test(start_paused = true)]
async fn what_a_customer_froze_the_bank_can_take_over() {
    let house = staffed().await;
    staff::look(&house.bank, PRIYA, ANNA, &reason("called", "")).await.unwrap();
    security::freeze(&house.bank, ANNA, None, &Device::default()).await.unwrap();
    assert!(!security::is_frozen_by_bank(&house.bank, ANNA).await.unwrap());
    house.wait(5);
    staff::freeze(&house.bank, PRIYA, ANNA, &reason("alarm", "")).await.unwrap();
    assert!(security::is_frozen_by_bank(&house.bank, ANNA).await.unwrap());
    let told = std::mem::take(&mut house.memory.safety.lock().unwrap().notices);
    assert!(told.iter().any(|notice| notice.event == SecurityEvent::FrozenByBank));
}

#[tokio::test(start_paused = true)]
async fn whoever_freezes_again_voids_what_was_asked_before() {
    let house = staffed().await;
    for who in [PRIYA, OSCAR] {
        staff::look(&house.bank, who, ANNA, &reason("called", "")).await.unwrap();
    }
    security::freeze(&house.bank, ANNA, None, &Device::default()).await.unwrap();
    staff::ask_to_thaw(&house.bank, PRIYA, ANNA, &reason("called", "")).await.unwrap();
    staff::agree_to_thaw(&house.bank, OSCAR, ANNA).await.unwrap();
    security::keep_frozen(&house.bank, ANNA, &Device::default()).await.unwrap();
    let agree = async || staff::agree_to_thaw(&house.bank, OSCAR, ANNA).await.map_err(code_of);
    assert_eq!(agree().await, Err(ErrorCode::NotFound), "she has called it off");

    staff::ask_to_thaw(&house.bank, PRIYA, ANNA, &reason("called", "")).await.unwrap();
    let now = house.bank.clock.now();
    house.bank.security.set_thaw(ANNA, Some(now.plus_seconds(1)), now).await.unwrap();
    house.wait(2);
    security::freeze(&house.bank, ANNA, None, &Device::default()).await.unwrap();
    assert_eq!(agree().await, Err(ErrorCode::NotFound), "another freeze is another question");
    let oscar = member(&house, OSCAR, Role::PaymentsOfficer);
    assert_eq!(staff::looking(&house.bank, &oscar, ANNA).await.unwrap().unwrap().thaw, None);
}

#[tokio::test(start_paused = true)]
async fn a_link_is_good_once_and_for_a_day_and_the_newest_alone() {
    let house = staffed().await;
    let bank = &house.bank;
    let link = async || {
        staff::link(bank.staff.as_ref(), bank.audit.as_ref(), bank.rng.as_ref(), PRIYA, bank.clock.now()).await.unwrap()
    };
    let linked = async |secret: &str| staff::linked(bank, secret).await.map(|member| member.id).map_err(code_of);
    let (first, second) = (link().await, link().await);
    assert_eq!(last(&house).1, Deed::StaffLinked);
    assert!(first.len() == 32 && first != second);
    assert_eq!(linked(&first).await, Err(ErrorCode::EnrolLapsed));
    assert_eq!(linked(&second).await, Ok(PRIYA));
    staff::enrolled(bank, &second, PRIYA).await.unwrap();
    assert_eq!(last(&house), (Some(PRIYA.value()), Deed::StaffEnrolled, PRIYA.value(), None));
    assert_eq!(staff::enrolled(bank, &second, PRIYA).await.map_err(code_of), Err(ErrorCode::EnrolLapsed));

    let third = link().await;
    house.wait(LINK_S);
    assert_eq!(linked(&third).await, Err(ErrorCode::EnrolLapsed));
    let fourth = link().await;
    let priya = Staff::by_username(house.memory.as_ref(), "m901").await.unwrap().unwrap();
    let (people, audit, now) = (bank.staff.as_ref(), bank.audit.as_ref(), bank.clock.now());
    staff::set_status(people, audit, &priya, StaffStatus::Suspended, now).await.unwrap();
    assert_eq!(linked(&fourth).await, Err(ErrorCode::EnrolLapsed), "nor does one of somebody who may not work");
    assert_eq!(last(&house).1, Deed::StaffSuspended);
}

#[tokio::test(start_paused = true)]
async fn a_session_is_ended_by_its_owner_and_that_is_told() {
    let house = staffed().await;
    (1..=3).for_each(|key| house.sign_in_staff(PRIYA, key));
    house.sign_in_staff(OSCAR, 4);
    staff::end_session(&house.bank, PRIYA, SessionKey::new(4)).await.unwrap();
    staff::end_others(&house.bank, PRIYA, Some(SessionKey::new(2))).await.unwrap();
    let open = async |who| {
        let open = staff::open_sessions(&house.bank, who).await.unwrap();
        open.into_iter().map(|open| open.key.value()).collect::<Vec<_>>()
    };
    assert_eq!((open(PRIYA).await, open(OSCAR).await), (vec![2], vec![4]));
    staff::left(&house.bank, PRIYA, SessionKey::new(2)).await.unwrap();
    let deeds: Vec<_> = house.noted().into_iter().skip(2).map(|(_, deed, subject)| (deed, subject)).collect();
    assert_eq!(deeds, [(Deed::StaffSessionEnded, 1), (Deed::StaffSessionEnded, 3), (Deed::StaffSignOut, 2)]);
}
