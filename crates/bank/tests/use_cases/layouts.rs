//! Two of the bank bring an arrangement to customers, and anybody of theirs takes it away again.

use bank::{
    Error,
    audit::Deed,
    experiments::{Counts, Finding, Measure, Slice, Stop},
    layouts::{self, Group, Report, Stage, StopReason},
    ports::Arrangements,
};
use jiff::civil::Date;
use model::{
    ArrangementId, ErrorCode, Language, StaffId, TextSize,
    forms::{ArrangeForm, LaunchForm, NoteForm, ReasonForm, RefuseForm, TakeForm},
};

use crate::house::{House, house};

const DORA: StaffId = StaffId::new(71);
const MORRIS: StaffId = StaffId::new(72);
const BODY: &str = include_str!("../../../../layouts/home/coming-first.json");
const DAY_S: i64 = 86_400;

fn form(name: &str, body: &str, seen: i64) -> ArrangeForm {
    ArrangeForm { name: name.to_owned(), body: body.to_owned(), seen: seen.to_string() }
}

fn seen(version: i64) -> TakeForm {
    TakeForm { seen: version.to_string() }
}

fn to_half(seen: i64) -> LaunchForm {
    LaunchForm {
        share: "50".to_owned(),
        audience: "everybody".to_owned(),
        days: "14".to_owned(),
        goal: "finished".to_owned(),
        seen: seen.to_string(),
        ..LaunchForm::default()
    }
}

/// What was refused, and of which field: of none where it is about everything.
fn refused(result: Result<(), Error>) -> Option<(String, ErrorCode)> {
    match result.expect_err("it is refused") {
        Error::Refused(code) => Some((String::new(), code)),
        Error::Form(problems) => problems.iter().next().map(|problem| (problem.field.clone(), problem.code)),
        Error::Unavailable(error) => panic!("{error}"),
    }
}

/// Refused as a whole, and not for what stands in a field.
fn code(code: ErrorCode) -> (String, ErrorCode) {
    (String::new(), code)
}

async fn begun(house: &House, name: &str) -> ArrangementId {
    layouts::begin(&house.bank, DORA, "home", &["control"], &form(name, BODY, 0)).await.unwrap()
}

async fn approved(house: &House, name: &str) -> ArrangementId {
    let id = begun(house, name).await;
    let bank = &house.bank;
    layouts::submit(bank, DORA, id, &seen(0)).await.unwrap();
    let sha256 = layouts::one(bank, id).await.unwrap().head.sha256;
    layouts::checked(bank, id, 1, Report { sha256, views: 16, findings: vec![] }).await.unwrap();
    layouts::approve(bank, MORRIS, id, &seen(2)).await.unwrap();
    id
}

async fn stage(house: &House, id: ArrangementId) -> Stage {
    layouts::one(&house.bank, id).await.unwrap().head.stage
}

#[tokio::test]
async fn a_draft_says_something_and_is_its_author_s() {
    let house = house();
    let bank = &house.bank;
    let begin = async |name: &str, page: &str, body: &str| {
        layouts::begin(bank, DORA, page, &["control"], &form(name, body, 0)).await.map(drop)
    };
    let problem = |field: &str, code| Some((field.to_owned(), code));
    assert_eq!(refused(begin("control", "home", BODY).await), problem("name", ErrorCode::ArrangementTaken));
    assert_eq!(refused(begin("mine", "home", "{}").await), problem("body", ErrorCode::ArrangementWrong));
    assert_eq!(refused(begin("mine", "nowhere", BODY).await), problem("body", ErrorCode::ArrangementWrong));
    begin("mine", "home", BODY).await.unwrap();
    assert_eq!(refused(begin("mine", "home", BODY).await), problem("name", ErrorCode::ArrangementTaken));
    let id = layouts::all(bank).await.unwrap()[0].0.id;
    let other = begun(&house, "other").await;
    let dense = BODY.replacen(r#""coming""#, r#""coming", "density": "dense""#, 1);
    let rewrite =
        async |who, name: &str, seen| layouts::rewrite(bank, who, id, &["control"], &form(name, &dense, seen)).await;
    assert_eq!(refused(rewrite(MORRIS, "mine", 0).await), Some(code(ErrorCode::Forbidden)));
    assert_eq!(refused(rewrite(DORA, "other", 0).await), problem("name", ErrorCode::ArrangementTaken));
    assert_eq!(refused(rewrite(DORA, "mine", 7).await), Some(code(ErrorCode::ArrangementMoved)));
    rewrite(DORA, "denser", 0).await.unwrap();
    let kept = layouts::one(bank, id).await.unwrap();
    assert!(kept.head.name == "denser" && kept.body.contains("dense") && kept.body.starts_with(r#"{"page":"home""#));
    assert_ne!(kept.head.sha256, layouts::one(bank, other).await.unwrap().head.sha256);
    let noted: Vec<_> = house.noted().into_iter().map(|(_, deed, _)| deed).collect();
    let (first, written) = (Deed::StaffArrangementBegun, Deed::StaffArrangementWritten);
    assert_eq!(noted, [first, first, written]);
}

#[tokio::test]
async fn two_people_and_a_browser_bring_it_to_customers() {
    let house = house();
    let bank = &house.bank;
    let id = begun(&house, "mine").await;
    let too_soon = layouts::launch(bank, DORA, id, &to_half(0)).await;
    assert_eq!(refused(too_soon), Some(code(ErrorCode::ArrangementStage)), "nobody has looked at it");
    assert_eq!(refused(layouts::submit(bank, MORRIS, id, &seen(0)).await), Some(code(ErrorCode::Forbidden)));
    layouts::remark(bank, MORRIS, id, &NoteForm { note: "why?".to_owned(), seen: "0".to_owned() }).await.unwrap();
    assert_eq!(refused(layouts::submit(bank, DORA, id, &seen(0)).await), Some(code(ErrorCode::ArrangementMoved)));
    layouts::submit(bank, DORA, id, &seen(1)).await.unwrap();
    let sha256 = layouts::one(bank, id).await.unwrap().head.sha256;
    layouts::checked(bank, id, 2, Report { sha256: sha256.clone(), views: 16, findings: vec![] }).await.unwrap();
    assert_eq!(refused(layouts::approve(bank, DORA, id, &seen(3)).await), Some(code(ErrorCode::SecondPerson)));
    layouts::approve(bank, MORRIS, id, &seen(3)).await.unwrap();
    layouts::launch(bank, DORA, id, &to_half(4)).await.unwrap();
    let live = &layouts::live(bank).await.unwrap()[0];
    let launch = live.launch().unwrap();
    assert_eq!((launch.share, launch.until.seconds_since(launch.from)), (50, 14 * DAY_S));
    assert!(launch.is_on(launch.from) && !launch.is_on(launch.until));
    let said = house.said().unwrap();
    let (hash, how) = said.split_once("; ").unwrap();
    assert_eq!(hash, format!("sha256 {sha256}"), "the chain tells what exactly is shown");
    let (from, until) = (bank.calendar.day(launch.from), bank.calendar.day(launch.until));
    let days = format!("from {from}; until {until}");
    assert_eq!(
        how,
        format!("share 50; audience everybody; device any; customers any; language all; {days}; goal finished")
    );
    let own = layouts::promote(bank, DORA, id, &seen(5)).await;
    assert_eq!(refused(own), Some(code(ErrorCode::SecondPerson)), "nobody brings their own to everybody");
    layouts::promote(bank, MORRIS, id, &seen(5)).await.unwrap();
    house.wait(20 * DAY_S);
    layouts::end_what_is_over(bank).await.unwrap();
    assert_eq!(stage(&house, id).await, Stage::Live, "what is for good has no end");
    layouts::stop(bank, MORRIS, id, &seen(6)).await.unwrap();
    assert_eq!(stage(&house, id).await, Stage::Approved);
    layouts::retire(bank, DORA, id, &seen(7)).await.unwrap();
    let last: Vec<_> = house.noted().into_iter().map(|(actor, deed, _)| (actor, deed)).collect();
    let by = |who: StaffId, deed| (Some(who.value()), deed);
    let wanted = [
        by(DORA, Deed::StaffArrangementBegun),
        by(MORRIS, Deed::StaffArrangementRemarked),
        by(DORA, Deed::StaffArrangementSubmitted),
        (None, Deed::ArrangementChecked),
        by(MORRIS, Deed::StaffArrangementApproved),
        by(DORA, Deed::StaffArrangementLaunched),
        by(MORRIS, Deed::StaffArrangementPromoted),
        by(MORRIS, Deed::StaffArrangementStopped),
        by(DORA, Deed::StaffArrangementRetired),
    ];
    assert_eq!(last, wanted);
}

#[tokio::test]
async fn one_is_shown_at_a_time_and_ends_when_its_time_is_over() {
    let house = house();
    let bank = &house.bank;
    let (one, two) = (approved(&house, "one").await, approved(&house, "two").await);
    layouts::launch(bank, DORA, one, &to_half(3)).await.unwrap();
    assert_eq!(refused(layouts::launch(bank, DORA, two, &to_half(3)).await), Some(code(ErrorCode::ArrangementBusy)));
    house.wait(14 * DAY_S - 1);
    layouts::end_what_is_over(bank).await.unwrap();
    assert_eq!(stage(&house, one).await, Stage::Live);
    house.wait(1);
    layouts::end_what_is_over(bank).await.unwrap();
    assert_eq!(stage(&house, one).await, Stage::Approved);
    assert_eq!(house.noted().last().unwrap().1, Deed::ArrangementStopped);
    layouts::launch(bank, DORA, two, &to_half(3)).await.unwrap();
}

/// That so many were shown a variation on a day, and so many of them finished a payment.
fn counted(house: &House, key: &str, variation: &str, slice: (Date, TextSize, u32, u32)) {
    let (day, text, exposed, completed) = slice;
    let counts = Counts { exposed, completed, ..Counts::default() };
    let (variation, language) = (variation.to_owned(), if text.is_large() { Language::Zh } else { Language::En });
    let slice = Slice { variation, day, text, language, counts };
    house.memory.counted.lock().unwrap().push((key.to_owned(), slice));
}

#[tokio::test]
async fn what_a_comparison_says_is_told_of_everybody_of_some_and_by_day() {
    let house = house();
    let bank = &house.bank;
    let id = approved(&house, "one").await;
    let results = async || layouts::results(bank, &layouts::one(bank, id).await.unwrap()).await.unwrap();
    assert_eq!(results().await, None, "nobody was shown it");
    layouts::launch(bank, DORA, id, &to_half(3)).await.unwrap();
    let nobody = results().await.unwrap();
    assert_eq!((nobody.all.finding(nobody.goal), nobody.some.len()), (Finding::TooFew(None), 0));
    assert!(!nobody.can_be_told());
    let (first, second) = (Date::constant(2026, 3, 2), Date::constant(2026, 3, 3));
    let key = format!("{id}-1");
    for (variation, completed) in [("control", 2_000), ("one", 2_400)] {
        counted(&house, &key, variation, (first, TextSize::Standard, 4_000, completed));
        counted(&house, &key, variation, (second, TextSize::Large, 100, 50));
        counted(&house, "another-1", variation, (first, TextSize::Standard, 9, 9));
    }
    let said = results().await.unwrap();
    assert!(matches!(said.all.finding(Measure::Completed), Finding::More(from, _) if from > 0.1));
    let groups: Vec<_> = said.some.iter().map(|(group, all)| (*group, all.arms[1].counts.exposed)).collect();
    let (english, chinese) = (Group::In(Language::En), Group::In(Language::Zh));
    assert!(groups.contains(&(Group::Large, 100)) && groups.contains(&(english, 4_000)));
    assert!(groups.contains(&(chinese, 100)) && groups.len() == 3, "nobody reads Spanish");
    // A few of one language: of them nothing, and nothing of everybody but them.
    for variation in ["control", "one"] {
        counted(&house, &key, variation, (second, TextSize::Standard, 5, 1));
    }
    let few = house.memory.counted.lock().unwrap().len() - 2;
    for (_, slice) in &mut house.memory.counted.lock().unwrap()[few..] {
        slice.language = Language::Es;
    }
    let with_few = results().await.unwrap();
    let spanish = Group::In(Language::Es);
    assert!(with_few.can_be_told() && with_few.some.iter().all(|(group, _)| *group != spanish));
    let days: Vec<_> = said.days.iter().map(|by| (by.day, by.seen)).collect();
    assert!(days[0].0 == first && days[1].0 == second && days[1].1 < days[0].1, "{days:?}");
}

#[tokio::test]
async fn what_did_harm_is_stopped_once_and_its_history_says_so() {
    let house = house();
    let bank = &house.bank;
    let id = approved(&house, "one").await;
    layouts::launch(bank, DORA, id, &to_half(3)).await.unwrap();
    let stop = |launch| Stop {
        experiment: format!("{id}-{launch}"),
        bucket_version: 0,
        variation: "one".to_owned(),
        measure: Measure::Completed,
        stopped_at: bank.clock.now(),
    };
    bank.experiments.stop(&stop(2)).await.unwrap();
    layouts::end_what_is_over(bank).await.unwrap();
    assert_eq!(stage(&house, id).await, Stage::Live, "that was another");
    bank.experiments.stop(&stop(1)).await.unwrap();
    let for_good = layouts::promote(bank, MORRIS, id, &seen(4)).await;
    assert_eq!(
        refused(for_good),
        Some(code(ErrorCode::ArrangementStage)),
        "harm is known, and not yet said in its history"
    );
    // Harm is the reason, also where its time is over.
    house.wait(14 * DAY_S);
    let noted = house.noted().len();
    layouts::end_what_is_over(bank).await.unwrap();
    layouts::end_what_is_over(bank).await.unwrap();
    let stopped = layouts::one(bank, id).await.unwrap();
    assert_eq!(stopped.entries.last().unwrap().step, layouts::Step::Stopped(StopReason::Harm));
    assert_eq!((stopped.head.stage, house.noted().len()), (Stage::Approved, noted + 1));
    assert_eq!(house.noted().last().map(|(by, deed, _)| (*by, *deed)), Some((None, Deed::ArrangementStopped)));
    assert!(layouts::results(bank, &stopped).await.unwrap().unwrap().stop.is_some());
    assert_eq!(refused(layouts::launch(bank, DORA, id, &to_half(5)).await), Some(code(ErrorCode::ArrangementStage)));
}

#[tokio::test]
async fn whoever_is_faster_than_the_guardrails_does_not_show_what_did_harm_again() {
    let house = house();
    let bank = &house.bank;
    let id = approved(&house, "one").await;
    layouts::launch(bank, DORA, id, &to_half(3)).await.unwrap();
    for (variation, completed) in [("control", 2_400), ("one", 2_000)] {
        let slice = (Date::constant(2026, 3, 2), TextSize::Standard, 4_000, completed);
        counted(&house, &format!("{id}-1"), variation, slice);
    }
    layouts::stop(bank, DORA, id, &seen(4)).await.unwrap();
    let stopped = layouts::one(bank, id).await.unwrap();
    assert_eq!(stopped.entries.last().unwrap().step, layouts::Step::Stopped(StopReason::Harm));
    assert!(layouts::results(bank, &stopped).await.unwrap().unwrap().stop.is_some());
    assert_eq!(refused(layouts::launch(bank, DORA, id, &to_half(5)).await), Some(code(ErrorCode::ArrangementStage)));
}

#[tokio::test]
async fn one_press_ends_everything_and_nothing_begins_before_that_is_ended() {
    let house = house();
    let bank = &house.bank;
    let (one, two) = (approved(&house, "one").await, approved(&house, "two").await);
    layouts::launch(bank, DORA, one, &to_half(3)).await.unwrap();
    let why = ReasonForm { reason: "alarm".to_owned(), note: "it is in the way".to_owned() };
    assert!(layouts::halt(bank, MORRIS, &ReasonForm::default()).await.is_err(), "why has to be said");
    house.memory.arrangements.lock().unwrap().faster = 2;
    layouts::halt(bank, MORRIS, &why).await.unwrap();
    let stopped = layouts::one(bank, one).await.unwrap();
    assert_eq!(stopped.entries.last().unwrap().step, layouts::Step::Stopped(StopReason::Halted));
    assert_eq!(layouts::is_halted(bank).await.unwrap().unwrap().why, "alarm: it is in the way");
    assert_eq!(refused(layouts::launch(bank, DORA, two, &to_half(3)).await), Some(code(ErrorCode::ArrangementsHalted)));
    // Who had looked before the switch, and writes behind it.
    let launch = layouts::one(bank, one).await.unwrap().entries[3].step.clone();
    let ready = layouts::one(bank, two).await.unwrap();
    let late = ready.next(launch, Some(DORA), bank.clock.now()).unwrap();
    assert!(!house.memory.update(&late, ready.head.version).await.unwrap());
    house
        .memory
        .arrangements
        .lock()
        .unwrap()
        .all
        .iter_mut()
        .find(|kept| kept.head.id == two)
        .unwrap()
        .clone_from(&late);
    assert!(layouts::resume(bank, MORRIS, &ReasonForm::default()).await.is_err(), "why has to be said");
    let better = ReasonForm { reason: "other".to_owned(), note: "it was mended".to_owned() };
    layouts::resume(bank, MORRIS, &better).await.unwrap();
    assert_eq!(house.said().as_deref(), Some("other: it was mended"));
    assert_eq!(refused(layouts::resume(bank, MORRIS, &better).await), Some(code(ErrorCode::NotFound)));
    assert!(house.memory.at(Stage::Live).await.unwrap().is_empty(), "what was stopped stays stopped");
    layouts::launch(bank, DORA, two, &to_half(5)).await.unwrap();
}

#[tokio::test]
async fn what_was_refused_is_not_shown_and_says_why() {
    let house = house();
    let bank = &house.bank;
    let id = approved(&house, "one").await;
    let no = RefuseForm { why: "The balance is lost from sight.".to_owned(), seen: "3".to_owned() };
    layouts::refuse(bank, MORRIS, id, &no).await.unwrap();
    assert_eq!(refused(layouts::launch(bank, DORA, id, &to_half(4)).await), Some(code(ErrorCode::ArrangementStage)));
    let entries = layouts::one(bank, id).await.unwrap().entries;
    assert_eq!(entries.last().unwrap().step, layouts::Step::Refused(no.why));
}
