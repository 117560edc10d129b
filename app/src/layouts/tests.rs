use bank::{
    customers::Customer,
    experiments::{Exposure, Improve, LIST, Trying},
};
use model::{Language, Preferences, TextSize, Timestamp, forms::DeviceClass};

use super::{
    shown::{Viewer, decide},
    *,
};

const HALVES: &str =
    r#"{"experiment": {"key": "home-order", "variations": [{"key": "control"}, {"key": "coming-first"}]}}"#;

fn running(rules: &str) -> Running {
    let plans = Running::plans(&format!(r#"{{"home": {{"rules": [{rules}]}}}}"#)).unwrap();
    Running::new(plans, Some(Secret::new(b"a secret that is none")))
}

fn person(id: i64, improve: Improve) -> Customer {
    Customer {
        id: CustomerId::new(id),
        name: String::new(),
        greeting: String::new(),
        preferences: Preferences::default(),
        joined_at: Timestamp::EPOCH,
        freeze: None,
        trying: Trying { improve, list: LIST, ..Trying::default() },
    }
}

/// What the person with this number is shown of the home page, who helps and has been shown `before`.
fn shown(running: &Running, id: i64, preferences: Preferences, before: &[Exposure]) -> (String, Option<Exposure>) {
    look(running, &person(id, Improve::On), preferences, before)
}

fn look(
    running: &Running,
    person: &Customer,
    preferences: Preferences,
    before: &[Exposure],
) -> (String, Option<Exposure>) {
    look_on(DeviceClass::Phone, running, person, preferences, before)
}

fn look_on(
    device: DeviceClass,
    running: &Running,
    person: &Customer,
    preferences: Preferences,
    before: &[Exposure],
) -> (String, Option<Exposure>) {
    let snapshot = running.snapshot();
    let Some(unit) = snapshot.unit(person.id) else { return (CONTROL.to_owned(), None) };
    let now = Timestamp::from_micros(1_800_000_042_000_007);
    let signed_in = Some(Timestamp::from_micros(1_799_999_940_000_000));
    let viewer = Viewer { person, preferences, device, signed_in, now, rest_days: 90 };
    let decided = decide(&snapshot, &viewer, (&unit, before), Page::Home);
    (decided.name.to_owned(), decided.exposure)
}

/// To how many of a thousand people a page is shown as `name`.
pub(crate) fn share_of(running: &Running, name: &str, preferences: Preferences) -> usize {
    (1..=1_000).filter(|id| shown(running, *id, preferences, &[]).0 == name).count()
}

#[test]
fn every_file_that_is_compiled_in_can_be_read_and_the_control_comes_first() {
    let all = Arrangements::compiled();
    assert_eq!(Page::ALL.iter().map(|page| all.names(*page).len()).sum::<usize>(), FILES.len());
    for page in Page::ALL {
        assert_eq!(all.names(page)[0], CONTROL);
    }
}

#[test]
fn without_a_plan_or_a_secret_everybody_sees_the_control() {
    let nothing = Running::default();
    let unasked = Running::new(Running::plans(r#"{"home": {"rules": []}}"#).unwrap(), Some(Secret::new(b"a")));
    let without_secret = Running::new(running(HALVES).snapshot().plans.clone(), None);
    for running in [nothing, unasked, without_secret] {
        assert_eq!(share_of(&running, "control", Preferences::default()), 1_000);
    }
}

#[test]
fn half_of_the_customers_see_it_and_always_the_same_half() {
    let one = running(HALVES);
    let share = share_of(&one, "coming-first", Preferences::default());
    assert!((420..=580).contains(&share), "{share} of 1000");
    let again = running(HALVES);
    for id in 1..=200 {
        assert_eq!(shown(&one, id, Preferences::default(), &[]), shown(&again, id, Preferences::default(), &[]));
    }
}

#[test]
fn who_reads_otherwise_is_left_out() {
    let large_only = running(&HALVES.replace(
        r#""key": "home-order""#,
        r#""key": "home-order", "condition": {"mode": "large", "language": {"$in": ["en", "es"]}}"#,
    ));
    let reader = |text, language| Preferences { text, language, ..Preferences::default() };
    assert_eq!(share_of(&large_only, "control", reader(TextSize::Standard, Language::En)), 1_000);
    assert_eq!(share_of(&large_only, "control", reader(TextSize::Large, Language::Zh)), 1_000);
    assert!(share_of(&large_only, "coming-first", reader(TextSize::Largest, Language::Es)) > 400);
}

#[test]
fn who_uses_something_else_or_came_earlier_is_left_out() {
    let shown_where = |condition: &str| {
        let only =
            HALVES.replace(r#""key": "home-order""#, &format!(r#""key": "home-order", "condition": {condition}"#));
        share_of(&running(&only), "coming-first", Preferences::default())
    };
    // They look at it on a telephone, and came at the very beginning.
    assert_eq!(shown_where(r#"{"device": "computer"}"#), 0);
    assert!(shown_where(r#"{"device": "phone"}"#) > 400);
    assert_eq!(shown_where(r#"{"joined": {"$gte": 1}}"#), 0);
    assert!(shown_where(r#"{"joined": {"$lt": 1}}"#) > 400);
}

#[test]
fn what_is_for_telephones_is_seen_on_nothing_else_and_is_there_again_on_the_telephone() {
    let phones = HALVES.replace(r#""key": "home-order""#, r#""key": "home-order", "condition": {"device": "phone"}"#);
    let one = running(&phones);
    let (found, exposure) = (1..=99)
        .map(|id| (person(id, Improve::On), shown(&one, id, Preferences::default(), &[])))
        .find_map(|(who, (name, exposure))| (name != CONTROL).then_some((who, exposure?)))
        .unwrap();
    let on = |device| look_on(device, &one, &found, Preferences::default(), std::slice::from_ref(&exposure));
    assert_eq!(on(DeviceClass::Computer), (CONTROL.to_owned(), None));
    assert_eq!(on(DeviceClass::Phone).0, "coming-first");
}

#[test]
fn who_agreed_to_a_shorter_list_is_in_nothing_that_it_did_not_speak_of() {
    let before =
        |id| Customer { trying: Trying { improve: Improve::On, ..Trying::default() }, ..person(id, Improve::On) };
    let share = |one: &Running| {
        (1..=300).filter(|id| look(one, &before(*id), Preferences::default(), &[]).0 != CONTROL).count()
    };
    assert!(share(&running(HALVES)) > 100, "payments were on it");
    let narrow =
        HALVES.replace(r#""key": "home-order""#, r#""key": "home-order", "condition": {"joined": {"$lt": 1}}"#);
    assert_eq!(share(&running(&narrow)), 0);
    // Conversations were not: of that page they are shown nothing, and nothing is kept.
    let pair = r#""variations": [{"key": "control"}, {"key": "beside"}]"#;
    let plans = format!(r#"{{"chat": {{"rules": [{{"experiment": {{"key": "chat-order", {pair}}}}}]}}}}"#);
    let chat = Running::new(Running::plans(&plans).unwrap(), Some(Secret::new(b"a secret that is none")));
    let on_chat = |person: &Customer| {
        let snapshot = chat.snapshot();
        let unit = snapshot.unit(person.id).unwrap();
        let (preferences, now) = (Preferences::default(), Timestamp::from_micros(1_800_000_042_000_007));
        let viewer = Viewer { person, preferences, device: DeviceClass::Phone, signed_in: None, now, rest_days: 90 };
        decide(&snapshot, &viewer, (&unit, &[]), Page::Chat).exposure.is_some()
    };
    assert!((1..=50).any(|id| on_chat(&person(id, Improve::On))));
    assert!(!(1..=50).any(|id| on_chat(&before(id))));
}

#[test]
fn a_plan_that_makes_no_sense_is_refused() {
    let refused = |text| Running::plans(text).unwrap_err();
    assert!(refused(r#"{"home": {"rules": [}"#).starts_with("line 1, column"));
    let unknown = r#"{"home": {"rules": [{"rollout": {"seed": "won", "variation": "loud"}}]}}"#;
    assert_eq!(refused(unknown), "home: `won`: there is no `loud`, there are: control, coming-first, dense");
}

#[test]
fn one_page_is_arranged_and_the_others_stay_as_they_are() {
    let rules = r#"{"pay-start": {"rules": [{"rollout": {"seed": "won", "variation": "beside"}}]}}"#;
    let running = Running::new(Running::plans(rules).unwrap(), Some(Secret::new(b"a")));
    let snapshot = running.snapshot();
    assert_eq!(share_of(&running, CONTROL, Preferences::default()), 1_000);
    assert_eq!(snapshot.plans.of(Page::PayStart).rules.len(), 1);
    let start: Arc<Arrangement<PayStartKind>> = snapshot.find("beside");
    assert_eq!(start.standard.side.len(), 2);
    let unknown: Arc<Arrangement<AccountKind>> = snapshot.find("beside");
    assert_eq!(unknown, snapshot.find(CONTROL));
}

#[test]
fn what_is_put_beside_the_others_is_shown_at_the_next_request() {
    let running = Running::new(Plans::default(), Some(Secret::new(b"a")));
    let before = running.snapshot();
    let mut arrangements = before.arrangements.clone();
    let dense = arrangements.find(Page::Home, "dense").unwrap();
    assert!(arrangements.put(CONTROL, dense.clone()).unwrap_err().contains("nothing takes its place"));
    assert!(arrangements.put("Loud!", dense.clone()).unwrap_err().contains("small letters"));
    let rules = r#"{"home": {"rules": [{"rollout": {"seed": "s", "variation": "closer"}}]}}"#;
    let plans = Plans::parse(rules).unwrap();
    assert!(running.swap(arrangements.clone(), plans.clone()).unwrap_err().contains("there is no `closer`"));
    arrangements.put("closer", dense).unwrap();
    running.swap(arrangements, plans).unwrap();
    assert_eq!(share_of(&running, "closer", Preferences::default()), 1_000);
    assert!(before.arrangements.find(Page::Home, "closer").is_none());
}

#[test]
fn no_experiment_is_on_two_pages() {
    let pair = r#""variations": [{"key": "control"}, {"key": "dense"}]"#;
    let rule = format!(r#"{{"rules": [{{"experiment": {{"key": "a", {pair}}}}}]}}"#);
    let said = Running::plans(&format!(r#"{{"home": {rule}, "account": {rule}}}"#)).unwrap_err();
    assert_eq!(said, "account: `a`: there is another of that name on another page");
}

#[test]
fn who_does_not_help_is_in_no_comparison_and_sees_what_has_won() {
    let one = running(HALVES);
    let rollout = r#"{"rollout": {"seed": "won", "variation": "dense"}}"#;
    for id in 1..=100 {
        let silent = person(id, Improve::Off);
        assert_eq!(look(&one, &silent, Preferences::default(), &[]), (CONTROL.to_owned(), None));
        assert_eq!(look(&running(rollout), &silent, Preferences::default(), &[]).0, "dense");
    }
}

#[test]
fn what_somebody_was_shown_stays_and_nothing_else_changes_for_a_while() {
    let halves = running(HALVES);
    let changed = (1..100).find(|id| shown(&halves, *id, Preferences::default(), &[]).0 == "coming-first").unwrap();
    let (_, exposure) = shown(&halves, changed, Preferences::default(), &[]);
    let exposure = exposure.expect("it is new");
    assert_eq!((exposure.experiment.as_str(), exposure.variation.as_str()), ("home-order", "coming-first"));
    assert_eq!(exposure.shown_at, Timestamp::from_micros(1_800_000_000_000_000), "in which minute, and no more");
    // Nobody new is taken in, and they keep it.
    let closed = running(&HALVES.replace(r#""variations""#, r#""coverage_bp": 0, "variations""#));
    let kept = shown(&closed, changed, Preferences::default(), std::slice::from_ref(&exposure));
    assert_eq!(kept, ("coming-first".to_owned(), None));
    // Another comparison begins: not for them, until they have rested.
    let other = running(
        &HALVES.replace("home-order", "another").replace(r#""variations""#, r#""coverage_bp": 10000, "variations""#),
    );
    assert_eq!(shown(&other, changed, Preferences::default(), std::slice::from_ref(&exposure)).1, None);
    let day_us = 86_400_000_000;
    let long_ago = Exposure { shown_at: Timestamp::from_micros(exposure.shown_at.micros() - 90 * day_us), ..exposure };
    assert!(shown(&other, changed, Preferences::default(), std::slice::from_ref(&long_ago)).1.is_some());
    let control =
        Exposure { variation: CONTROL.to_owned(), shown_at: Timestamp::from_micros(1_799_999_999_000_000), ..long_ago };
    assert!(shown(&other, changed, Preferences::default(), &[control]).1.is_some(), "nothing had changed");
}

#[test]
fn a_page_that_somebody_looks_at_does_not_change_before_they_come_again() {
    let since =
        |seconds: i64| running(&HALVES.replace(r#""variations""#, &format!(r#""since_s": {seconds}, "variations""#)));
    // They signed in at 1,799,999,940.
    assert_eq!(share_of(&since(1_799_999_941), CONTROL, Preferences::default()), 1_000);
    assert!(share_of(&since(1_799_999_940), "coming-first", Preferences::default()) > 400);
}

#[test]
fn what_did_harm_is_stopped_and_no_plan_brings_it_back() {
    let one = running(HALVES);
    let plans = one.snapshot().plans.clone();
    assert!(one.snapshot().compares(Timestamp::EPOCH, false));
    one.stop([("home-order".to_owned(), 1)]);
    assert!(one.snapshot().compares(Timestamp::EPOCH, false), "another version of it");
    one.stop([("home-order".to_owned(), 0)]);
    assert_eq!(share_of(&one, CONTROL, Preferences::default()), 1_000);
    one.swap(Arrangements::compiled(), plans).unwrap();
    assert!(!one.snapshot().compares(Timestamp::EPOCH, false));
}

#[test]
fn what_is_to_be_compared_soon_is_counted_and_what_is_over_is_not() {
    let planned = HALVES.replace(r#""variations""#, r#""since_s": 1000, "active": false, "variations""#);
    let snapshot = running(&planned).snapshot();
    let at = |seconds, soon| snapshot.compares(Timestamp::EPOCH.plus_seconds(seconds), soon);
    assert!(at(999, true) && !at(1_000, true));
    assert!(!at(999, false), "not of who agreed when counting began with the first day");
}

#[test]
fn what_was_stopped_is_no_difference_to_what_was_decided() {
    let running = running(HALVES);
    let (arrangements, plans) = (Arrangements::compiled(), running.snapshot().plans.clone());
    assert!(!running.differs(&arrangements, &plans));
    running.stop([("home-order".to_owned(), 0)]);
    assert_ne!(running.snapshot().plans, plans);
    assert!(!running.differs(&arrangements, &plans), "nothing would change, so nothing that is known is forgotten");
    assert!(running.differs(&arrangements, &Plans::default()));
    let mut more = Arrangements::compiled();
    more.put("dense", more.find(Page::Home, "coming-first").unwrap()).unwrap();
    assert!(running.differs(&more, &plans), "the same names, and another page");
}
