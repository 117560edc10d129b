//! Whether a layout helps, as those read it who bring layouts to customers; and what is left of one that did harm.

use bank::{
    Clock,
    experiments::{Event, EventKind, Exposure, Failure, Journey},
    layouts::{self, Report},
    staff::Role,
};
use model::{
    ArrangementId, Language, StaffId, TextSize,
    forms::{ArrangeForm, TakeForm},
};
use server::guard;

use crate::test_bank::TestBank;

const BODY: &str = include_str!("../../../layouts/home/coming-first.json");
const KEY: (&str, &str) = ("BANYAN_EXPERIMENTS_KEY", "a key for a test, and no secret at all");

fn seen(version: i64) -> TakeForm {
    TakeForm { seen: version.to_string() }
}

/// One that was written, looked at and agreed to.
async fn approved(bank: &bank::Bank, author: StaffId, other: StaffId) -> ArrangementId {
    let form = ArrangeForm { name: "mine".to_owned(), body: BODY.to_owned(), seen: String::new() };
    let id = layouts::begin(bank, author, "home", &["control"], &form).await.expect("it can be written");
    layouts::submit(bank, author, id, &seen(0)).await.expect("it can be handed in");
    let sha256 = layouts::one(bank, id).await.expect("it is there").head.sha256;
    layouts::checked(bank, id, 1, Report { sha256, views: 19, findings: vec![] }).await.expect("nothing was found");
    layouts::approve(bank, other, id, &seen(2)).await.expect("somebody else agrees");
    id
}

/// Shows an experiment to 4,000, to every second of them the layout called `mine`; half as many of those finish. A third of
/// all had finished a payment before.
async fn shown_to_many(bank: &TestBank, experiment: &str) {
    let (mut exposures, mut events, now) = (Vec::new(), Vec::new(), bank.clock.now());
    for nth in 0..4_000_i64 {
        let (unit, is_mine) = (format!("{nth:032x}"), nth % 2 == 1);
        exposures.push(Exposure {
            unit: unit.clone(),
            experiment: experiment.to_owned(),
            bucket_version: 0,
            variation: if is_mine { "mine" } else { "control" }.to_owned(),
            text: if nth % 200 < 10 { TextSize::Large } else { TextSize::Standard },
            language: Language::Zh,
            shown_at: now,
        });
        let (journey, kind) = (Journey::Payment, EventKind::Completed);
        if nth % 3 == 0 {
            let (id, told_at) = (nth + 10_001, now.plus_seconds(-3_600));
            events.push(Event { id, unit: unit.clone(), journey, kind, seconds: None, told_at });
        }
        if nth % 10 < 6 && (!is_mine || nth % 20 < 10) {
            let seconds = Some(60 + nth % 7);
            events.push(Event { id: nth + 1, unit, journey, kind, seconds, told_at: now });
        }
    }
    bank.ports.experiments.keep_exposures(&exposures).await.expect("the database is there");
    bank.ports.experiments.keep_events(&events).await.expect("the database is there");
}

#[tokio::test]
async fn whether_it_helps_is_read_by_whoever_designs_and_harm_stands_in_its_history() {
    let bank = TestBank::with(&[KEY], |ports| ports).await;
    let (author, other) = (bank.member(Role::Designer).await.id, bank.member(Role::Administrator).await.id);
    let (mut dora, mut morris) = (bank.at_work(author).await, bank.at_work(other).await);
    let id = approved(&bank.bank, author, other).await;
    let (named, address) = (id.to_string(), format!("/staff/design/versions/{id}"));
    assert!(!dora.get(&address).await.text.contains("Does it help?"), "nobody was shown it");
    let half = [("share", "50"), ("audience", "everybody"), ("days", "14"), ("goal", "finished")];
    let form: Vec<_> = [("arrangement", named.as_str()), ("seen", "3")].into_iter().chain(half).collect();
    assert_eq!(dora.post("/do/staff/design/launch", &form).await.location(), address);
    assert!(dora.get(&address).await.text.contains("Nobody who takes part has seen it yet"));

    shown_to_many(&bank, &format!("{id}-1")).await;
    let failure = Failure { experiment: format!("{id}-1"), bucket_version: 0, variation: "mine".to_owned() };
    assert!(!dora.get(&address).await.text.contains("The page failed"));
    bank.ports.experiments.keep_failures(&[(failure, 3)]).await.expect("the database is there");
    let page = dora.get(&address).await.text;
    for said in [
        "The page failed 3 times",
        "People are split as planned",
        "take account of what the same people did before",
        "fewer people finish a payment",
        "1,200 (60.0%)",
        "600 (30.0%)",
        "It does harm",
        // Of seconds, of large text, and by language.
        "No difference seen so far",
        "Not enough people yet: about",
        "Large text",
        "中文",
        "<svg viewBox=\"0 0 20 100\"",
        "Where the difference lies",
    ] {
        assert!(page.contains(said), "{said} is not in {page}");
    }
    assert!(!page.contains(&format!("{:032x}", 7)) && !page.contains('£'), "nobody is named, and no money");
    let mut agent = bank.at_work(bank.member(Role::Agent).await.id).await;
    let refused = agent.get(&address).await;
    assert!(refused.status == 403 && !refused.text.contains("finish a payment"));

    assert_eq!(guard(&bank.bank, &bank.running).await.expect("an answer"), 1);
    layouts::end_what_is_over(&bank.bank).await.expect("the database is there");
    let page = morris.get(&address).await.text;
    for said in ["It did harm, so it was stopped", "What got worse: Finished a payment"] {
        assert!(page.contains(said), "{said}");
    }
}
