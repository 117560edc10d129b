//! Whatever is done about an arrangement, by whomever and in whatever order: what customers are shown is what a browser
//! has found good and what somebody else than its author has agreed to, and nothing that was said is lost.

use bank::layouts::{Arrangement, ArrangementHead, Entry, Finding, Launch, Report, Stage, Step, StopReason};
use model::{
    ArrangementId, ErrorCode, StaffId, Timestamp,
    forms::{Audience, DeviceClass, Goal, Tenure},
};
use proptest::prelude::*;

/// 2026-03-02T12:00:00 UTC.
const START: Timestamp = Timestamp::from_micros(1_772_452_800_000_000);
const AUTHOR: StaffId = StaffId::new(1);
const HASH: &str = "0a";

fn draft() -> Arrangement {
    Arrangement {
        head: ArrangementHead {
            id: ArrangementId::new(1),
            page: "home".to_owned(),
            name: "first".to_owned(),
            sha256: HASH.to_owned(),
            author: AUTHOR,
            stage: Stage::Draft,
            begun_at: START,
            changed_at: START,
            version: 0,
        },
        body: "{}".to_owned(),
        entries: vec![],
    }
}

fn report(sha256: &str, views: u32, finds: bool) -> Step {
    let finding = || Finding { rule: "overflow".to_owned(), place: "en 320".to_owned(), what: "12 px".to_owned() };
    let findings = if finds { vec![finding()] } else { vec![] };
    Step::Reported(Report { sha256: sha256.to_owned(), views, findings })
}

fn launch() -> Step {
    let (from, until) = (START, START.plus_seconds(86_400));
    let (audience, device, tenure) = (Audience::Everybody, DeviceClass::Any, Tenure::Any);
    Step::Launched(Launch { share: 50, audience, device, tenure, language: None, from, until, goal: Goal::Finished })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => "[a-z]{1,8}".prop_map(Step::Remarked),
        3 => Just(Step::Submitted),
        6 => (prop_oneof![3 => Just(HASH), 1 => Just("0b")], 0_u32..3, any::<bool>())
            .prop_map(|(sha256, views, finds)| report(sha256, views, finds)),
        4 => Just(Step::Approved),
        1 => "[a-z]{1,8}".prop_map(Step::Refused),
        4 => Just(launch()),
        2 => Just(Step::Promoted),
        3 => proptest::sample::select(StopReason::ALL).prop_map(Step::Stopped),
        1 => Just(Step::Retired),
    ]
}

/// What is tried, and by whom: a program, the author, or somebody else.
fn steps() -> impl Strategy<Value = Vec<(Step, Option<StaffId>)>> {
    let who = proptest::sample::select(vec![None, Some(AUTHOR), Some(StaffId::new(2)), Some(StaffId::new(3))]);
    proptest::collection::vec((step(), who), 0..400)
}

proptest! {
    #[test]
    fn whatever_is_done(steps in steps()) {
        let mut now = draft();
        for (at, (step, by)) in steps.into_iter().enumerate() {
            let at = START.plus_seconds(i64::try_from(at).unwrap());
            let Ok(next) = now.next(step.clone(), by, at) else { continue };
            prop_assert_eq!(&next.entries[..next.entries.len() - 1], &now.entries[..]);
            prop_assert_eq!(next.entries.last(), Some(&Entry { by, step, at }));
            prop_assert_eq!((next.head.version, &next.head.sha256), (now.head.version + 1, &now.head.sha256));
            prop_assert!(now.head.stage != Stage::Retired || next.head.stage == Stage::Retired);
            if matches!(next.head.stage, Stage::Approved | Stage::Live) {
                let found_good = |step: &Step| matches!(step, Step::Reported(seen) if seen.is_good() && seen.sha256 == HASH);
                let agreed = next.entries.iter().position(|entry| entry.step == Step::Approved).unwrap();
                prop_assert!(next.entries[agreed].by.is_some_and(|by| by != AUTHOR));
                prop_assert!(next.entries[..agreed].iter().any(|entry| found_good(&entry.step)));
            }
            prop_assert_eq!(next.launch().is_some(), next.head.stage == Stage::Live);
            let by_another = |entry: &Entry| entry.step != Step::Promoted || entry.by.is_some_and(|by| by != AUTHOR);
            prop_assert!(next.entries.iter().all(by_another));
            // What did harm is not shown again.
            prop_assert!(!(next.did_harm() && next.head.stage == Stage::Live));
            // After it was submitted it is what it was, whoever would change it.
            if next.head.stage != Stage::Draft {
                let anew = ("other".to_owned(), "{}".to_owned(), "0c".to_owned());
                prop_assert_eq!(next.rewritten(anew, AUTHOR, at), Err(ErrorCode::ArrangementStage));
            }
            now = next;
        }
    }
}

fn after(steps: &[(Step, Option<i64>)]) -> Arrangement {
    steps.iter().fold(draft(), |now, (step, by)| now.next(step.clone(), by.map(StaffId::new), START).unwrap())
}

fn live() -> Arrangement {
    let (good, agreed) = (report(HASH, 1, false), Step::Approved);
    after(&[(Step::Submitted, Some(1)), (good, None), (agreed, Some(2)), (launch(), Some(1))])
}

#[test]
fn nobody_agrees_to_their_own_and_no_program_does() {
    let checked = after(&[(Step::Submitted, Some(1)), (report(HASH, 1, false), None)]);
    let agree = |by: Option<i64>| checked.next(Step::Approved, by.map(StaffId::new), START).map(|next| next.head.stage);
    assert_eq!(agree(Some(1)), Err(ErrorCode::SecondPerson));
    assert_eq!(agree(None), Err(ErrorCode::SecondPerson));
    assert_eq!(agree(Some(2)), Ok(Stage::Approved));
}

#[test]
fn a_report_on_something_else_or_on_nothing_is_none() {
    let submitted = after(&[(Step::Submitted, Some(1))]);
    let stage = |report| submitted.next(report, None, START).map(|next| next.head.stage);
    assert_eq!(stage(report("0b", 16, false)), Err(ErrorCode::ArrangementStage));
    assert_eq!(stage(report(HASH, 0, false)), Ok(Stage::Refused));
    assert_eq!(stage(report(HASH, 16, true)), Ok(Stage::Refused));
    assert_eq!(stage(report(HASH, 16, false)), Ok(Stage::Checked));
}

#[test]
fn what_is_for_good_is_so_until_it_is_rolled_back() {
    let live = live();
    assert!(!live.is_for_good());
    let later = START.plus_seconds(60);
    let promote = |by| live.next(Step::Promoted, by, later);
    assert_eq!(promote(Some(AUTHOR)), Err(ErrorCode::SecondPerson));
    assert_eq!(promote(None), Err(ErrorCode::SecondPerson));
    let promoted = promote(Some(StaffId::new(2))).unwrap();
    assert_eq!((promoted.is_for_good(), promoted.for_good_since()), (true, Some(later)));
    let back = promoted.next(Step::Stopped(StopReason::Wanted), Some(AUTHOR), START).unwrap();
    assert!(!back.is_for_good() && back.launch().is_none());
    let again = back.next(launch(), Some(AUTHOR), START).unwrap();
    assert_eq!((again.is_for_good(), again.key()), (false, format!("{}-2", again.head.id)));
}

#[test]
fn what_did_harm_is_not_shown_again_as_it_is() {
    let stopped = |reason| live().next(Step::Stopped(reason), None, START).unwrap().next(launch(), Some(AUTHOR), START);
    assert_eq!(stopped(StopReason::Harm), Err(ErrorCode::ArrangementStage));
    for reason in [StopReason::Wanted, StopReason::Over, StopReason::Halted] {
        assert!(stopped(reason).is_ok(), "{reason:?}");
    }
}

#[test]
fn talk_has_an_end_and_stopping_has_none() {
    let mut now = live();
    while let Ok(next) = now.next(Step::Remarked("hm".to_owned()), Some(AUTHOR), START) {
        now = next;
    }
    assert_eq!(now.entries.len(), 100);
    for _ in 0..100 {
        let stopped = now.next(Step::Stopped(StopReason::Wanted), Some(AUTHOR), START).unwrap();
        match stopped.next(launch(), Some(AUTHOR), START) {
            Ok(next) => now = next,
            Err(code) => return assert_eq!(code, ErrorCode::ArrangementFull),
        }
    }
    panic!("an arrangement can be launched for ever");
}
