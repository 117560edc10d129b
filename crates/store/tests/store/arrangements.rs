//! Arrangements are read as they were kept, changed by one at a time, and of one page one is shown.

use bank::{
    Clock,
    layouts::{
        Arrangement, ArrangementHead, Finding, Halt, Launch, Picture, Pictures, Report, Stage, Step, StopReason, Window,
    },
    ports::SweepBefore,
    staff::{Role, StaffMember, StaffStatus},
};
use model::{
    ArrangementId, Language, StaffId,
    forms::{Audience, DeviceClass, Goal, Tenure},
};

use crate::{on_both, world::World};

on_both!(
    it_is_read_as_it_was_kept,
    a_name_is_there_once_for_each_page,
    of_two_who_change_it_one_is_told,
    of_one_page_no_two_are_shown,
    what_is_halted_is_halted_once,
    nothing_becomes_live_while_everything_is_halted,
    a_new_picture_takes_the_place_of_the_old_one,
);

async fn member(world: &World) -> StaffId {
    let id = StaffId::new(world.ids.next());
    let member = StaffMember {
        id,
        username: format!("s{id}"),
        name: "Dora Lind".to_owned(),
        role: Role::Designer,
        status: StaffStatus::Active,
        created_at: world.clock.now(),
    };
    assert!(world.ports.staff.add(&member).await.expect("an answer"));
    id
}

fn written(world: &World, author: StaffId, name: &str) -> Arrangement {
    let at = world.clock.now();
    let head = ArrangementHead {
        id: ArrangementId::new(world.ids.next()),
        page: "home".to_owned(),
        name: name.to_owned(),
        sha256: "0a".to_owned(),
        author,
        stage: Stage::Draft,
        begun_at: at,
        changed_at: at,
        version: 0,
    };
    Arrangement { head, body: r#"{"page":"home"}"#.to_owned(), entries: vec![] }
}

fn steps(world: &World, author: StaffId, other: StaffId) -> Vec<(Step, Option<StaffId>)> {
    let from = world.clock.now();
    let launch = Launch {
        share: 20,
        audience: Audience::Large,
        device: DeviceClass::Phone,
        tenure: Tenure::New,
        language: Some(Language::Zh),
        from,
        until: from.plus_seconds(60),
        goal: Goal::Quicker,
    };
    let report = Report { sha256: "0a".to_owned(), views: 16, findings: vec![] };
    vec![
        (Step::Remarked("It's \"good\" \\ 好\nYes.".to_owned()), Some(other)),
        (Step::Submitted, Some(author)),
        (Step::Reported(report), None),
        (Step::Approved, Some(other)),
        (Step::Launched(launch), Some(author)),
        (Step::Promoted, Some(other)),
        (Step::Stopped(StopReason::Harm), None),
        (Step::Refused("no".to_owned()), Some(other)),
        (Step::Retired, Some(author)),
    ]
}

/// It after the first `count` of the steps, kept.
async fn brought(world: &World, name: &str, count: usize) -> Arrangement {
    let (author, other) = (member(world).await, member(world).await);
    let mut now = written(world, author, name);
    let kept = &world.ports.arrangements;
    assert!(kept.keep(&now).await.expect("an answer"));
    for (step, by) in steps(world, author, other).into_iter().take(count) {
        let next = now.next(step, by, world.clock.now()).expect("it may follow");
        assert!(kept.update(&next, now.head.version).await.expect("an answer"));
        assert_eq!(kept.one(next.head.id).await.expect("an answer").as_ref(), Some(&next));
        now = next;
    }
    now
}

async fn it_is_read_as_it_was_kept(world: World) {
    let kept = &world.ports.arrangements;
    assert_eq!(kept.one(ArrangementId::new(5)).await.expect("an answer"), None);
    let (first, second) = (brought(&world, "first", 9).await, brought(&world, "second", 0).await);
    assert_eq!(kept.at(Stage::Retired).await.expect("an answer"), std::slice::from_ref(&first));
    assert!(kept.at(Stage::Live).await.expect("an answer").is_empty());
    let finding =
        Finding { rule: "color-contrast".to_owned(), place: "zh large 320".to_owned(), what: "<p>".to_owned() };
    let report = Report { sha256: "0a".to_owned(), views: 16, findings: vec![finding] };
    let at = world.clock.now();
    let submitted = second.next(Step::Submitted, Some(second.head.author), at).expect("it may follow");
    let refused = submitted.next(Step::Reported(report), None, at).expect("it may follow");
    assert!(kept.update(&refused, 0).await.expect("an answer"));
    assert_eq!(kept.one(second.head.id).await.expect("an answer").as_ref(), Some(&refused));
    let heads = kept.all(5).await.expect("an answer");
    let (latest, before) = ((refused.head, refused.body), (first.head, first.body));
    assert_eq!(heads, [latest.clone(), before]);
    assert_eq!(kept.all(1).await.expect("an answer"), [latest]);
}

async fn a_name_is_there_once_for_each_page(world: World) {
    let author = member(&world).await;
    let (one, kept) = (written(&world, author, "mine"), &world.ports.arrangements);
    let twin = written(&world, author, "mine");
    let elsewhere = Arrangement {
        head: ArrangementHead {
            page: "account".to_owned(),
            id: ArrangementId::new(world.ids.next()),
            ..twin.head.clone()
        },
        ..twin.clone()
    };
    for (arrangement, new) in [(&one, true), (&twin, false), (&elsewhere, true)] {
        assert_eq!(kept.keep(arrangement).await.expect("an answer"), new);
    }
    assert_eq!(kept.named("home", "mine").await.expect("an answer"), Some(one.head.id));
    assert_eq!(kept.named("home", "yours").await.expect("an answer"), None);
    let renamed = one.rewritten(("yours".to_owned(), "{}".to_owned(), "0b".to_owned()), author, world.clock.now());
    let renamed = renamed.expect("it is a draft");
    assert!(kept.update(&renamed, 0).await.expect("an answer"));
    assert_eq!(kept.one(one.head.id).await.expect("an answer"), Some(renamed));
}

async fn of_two_who_change_it_one_is_told(world: World) {
    let one = brought(&world, "mine", 0).await;
    let other = world.another_server(2).await;
    let said = |what: &str| {
        one.next(Step::Remarked(what.to_owned()), Some(one.head.author), world.clock.now()).expect("it may follow")
    };
    let (first, second) = (said("one"), said("two"));
    let (here, there) = (world.ports.arrangements.clone(), other.ports().arrangements);
    let (a, b) = tokio::join!(here.update(&first, 0), there.update(&second, 0));
    let (a, b) = (a.expect("an answer"), b.expect("an answer"));
    assert!(a ^ b);
    assert_eq!(here.one(one.head.id).await.expect("an answer"), Some(if a { first } else { second }));
    other.ports().ledger.close().await;
}

async fn of_one_page_no_two_are_shown(world: World) {
    let kept = &world.ports.arrangements;
    let (live, ready) = (brought(&world, "live", 5).await, brought(&world, "ready", 4).await);
    assert_eq!(live.head.stage, Stage::Live);
    let (launch, _) = steps(&world, live.head.author, live.head.author).swap_remove(4);
    let also = ready.next(launch, Some(ready.head.author), world.clock.now()).expect("it may follow");
    assert!(kept.update(&also, ready.head.version).await.is_err(), "the table itself says no");
    assert_eq!(kept.at(Stage::Live).await.expect("an answer"), [live]);
}

async fn what_is_halted_is_halted_once(world: World) {
    let (dora, morris) = (member(&world).await, member(&world).await);
    let kept = &world.ports.arrangements;
    assert_eq!(kept.halted().await.expect("an answer"), None);
    let halt = |by| Halt { by, at: world.clock.now(), why: "alarm: it's \"odd\"".to_owned() };
    kept.halt(&halt(dora)).await.expect("an answer");
    kept.halt(&halt(morris)).await.expect("an answer");
    assert_eq!(kept.halted().await.expect("an answer"), Some(halt(dora)));
    assert!(kept.resume().await.expect("an answer"));
    assert!(!kept.resume().await.expect("an answer"));
    assert_eq!(kept.halted().await.expect("an answer"), None);
}

async fn nothing_becomes_live_while_everything_is_halted(world: World) {
    let kept = &world.ports.arrangements;
    let ready = brought(&world, "ready", 4).await;
    let by = ready.head.author;
    let (launch, _) = steps(&world, by, by).swap_remove(4);
    let live = ready.next(launch, Some(by), world.clock.now()).expect("it may follow");
    kept.halt(&Halt { by, at: world.clock.now(), why: "alarm".to_owned() }).await.expect("an answer");
    assert!(!kept.update(&live, ready.head.version).await.expect("an answer"));
    assert_eq!(kept.one(ready.head.id).await.expect("an answer").as_ref(), Some(&ready));
    let talk = ready.next(Step::Remarked("hm".to_owned()), Some(by), world.clock.now()).expect("it may follow");
    assert!(kept.update(&talk, ready.head.version).await.expect("an answer"), "what is not shown goes on");
    assert!(kept.resume().await.expect("an answer"));
    let (launch, _) = steps(&world, by, by).swap_remove(4);
    let live = talk.next(launch, Some(by), world.clock.now()).expect("it may follow");
    assert!(kept.update(&live, talk.head.version).await.expect("an answer"));
}

async fn a_new_picture_takes_the_place_of_the_old_one(world: World) {
    let kept = &world.ports.arrangements;
    let picture = |window, rest: &str| Picture::new(window, format!("UklGR{rest}")).expect("it is one");
    let keep = async |sha256: &str, all: Vec<Picture>| {
        world.clock.forward(60_000_000);
        let pictures = Pictures { sha256: sha256.to_owned(), taken_at: world.clock.now(), all };
        kept.keep_pictures(&pictures).await.expect("an answer");
    };
    keep("0a", vec![picture(Window::Narrow, "old"), picture(Window::Wide, "old")]).await;
    keep("0b", vec![picture(Window::Wide, "b")]).await;
    keep("0a", vec![picture(Window::Wide, "new")]).await;
    let both = [picture(Window::Narrow, "old"), picture(Window::Wide, "new")];
    assert_eq!(kept.pictures("0a").await.expect("an answer"), both);
    assert_eq!(kept.pictures("0c").await.expect("an answer"), []);
    let latest = kept.latest_pictures(Window::Wide, 9).await.expect("an answer");
    let hashes: Vec<_> = latest.iter().map(|one| (one.sha256.as_str(), one.taken_at == world.clock.now())).collect();
    assert_eq!(hashes, [("0a", true), ("0b", false)]);
    assert_eq!(kept.latest_pictures(Window::Wide, 1).await.expect("an answer").len(), 1);
    let before = SweepBefore { pictures: world.clock.now(), ..SweepBefore::NOTHING };
    assert!(!world.ports.upkeep.sweep(before, 10).await.expect("an answer"));
    assert_eq!(kept.pictures("0a").await.expect("an answer"), [picture(Window::Wide, "new")]);
    assert_eq!(kept.pictures("0b").await.expect("an answer"), []);
}
