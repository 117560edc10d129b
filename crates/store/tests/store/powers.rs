//! Powers of attorney: agreed to by another than took it in, begun once, and ended with the leave that they give.

use bank::{
    Clock,
    accounts::AccountKind,
    business::Delegate,
    mandates::Mandate,
    powers::Power,
    staff::{Role, StaffMember, StaffStatus},
};
use jiff::civil::{Date, date};
use model::{
    AccountId, CustomerId, DelegateId, MandateId, PowerId, StaffId, Timestamp,
    forms::{ActRole, PowerKind},
};
use store::{Ports, bulk::Batch};

use crate::{on_both, world::World};

on_both!(
    another_of_the_bank_agrees_once,
    it_begins_once_with_the_leave_that_it_gives,
    it_ends_with_the_leave_that_it_gave_and_that_by_nothing_else,
    of_two_who_accept_in_one_moment_one_counts,
    it_does_not_go_on_where_it_ends_while_it_begins,
    what_has_had_its_last_day_is_found,
);

/// Ann, for whom Bob is to act, and two of the bank.
struct People {
    ann: CustomerId,
    /// Her accounts.
    hers: [AccountId; 2],
    bob: CustomerId,
    priya: StaffId,
    oscar: StaffId,
}

async fn member(world: &World, username: &str) -> StaffId {
    let (id, username) = (StaffId::new(world.ids.next()), username.to_owned());
    let (status, created_at) = (StaffStatus::Active, world.clock.now());
    let member = StaffMember { id, name: username.clone(), username, role: Role::PaymentsOfficer, status, created_at };
    assert!(world.ports.staff.add(&member).await.expect("an answer"));
    id
}

impl People {
    async fn come(world: &World) -> Self {
        let (ann, first) = world.person("Ann").await;
        let (bob, _) = world.person("Bob").await;
        let second = AccountId::new(world.ids.next());
        let opened = world.new_account(second, Some(world.number()), AccountKind::Savings, &[ann]);
        world.keep(Batch { accounts: vec![opened], ..Batch::default() }).await;
        let (priya, oscar) = (member(world, "priya").await, member(world, "oscar").await);
        Self { ann, hers: [first, second], bob, priya, oscar }
    }

    /// Priya has taken a document in.
    async fn asked(&self, world: &World, last: Option<Date>) -> Power {
        let power = Power {
            id: PowerId::new(world.ids.next()),
            donor: self.ann,
            donor_name: "Ann".to_owned(),
            attorney: self.bob,
            attorney_name: "Bob".to_owned(),
            kind: PowerKind::Lasting,
            document: "7000-1234-5678".to_owned(),
            last,
            accounts: Vec::new(),
            asked_by: self.priya,
            asked_at: world.clock.now(),
            agreed_by: None,
            agreed_at: None,
            began_at: None,
            ended_at: None,
        };
        world.ports.powers.keep(&power).await.expect("an answer");
        power
    }

    /// Oscar has agreed to one.
    async fn agreed(&self, world: &World) -> Power {
        let (power, now) = (self.asked(world, Some(date(2026, 12, 31))).await, world.clock.now());
        assert!(world.ports.powers.agree(power.id, self.oscar, now).await.expect("an answer"));
        Power { agreed_by: Some(self.oscar), agreed_at: Some(now), ..power }
    }

    /// What Bob would accept now.
    async fn offer(&self, world: &World, power: &Power) -> Offer {
        let began_at = Some(world.clock.now());
        let power = Power { began_at, accounts: self.hers.to_vec(), ..power.clone() };
        let mut acts = Vec::new();
        for id in self.hers {
            let account = world.ports.accounts.account(self.ann, id).await.expect("an answer").expect("hers");
            acts.push(Delegate {
                id: DelegateId::new(world.ids.next()),
                account: id,
                business: account.holder.clone(),
                currency: account.currency(),
                owner: self.ann,
                owner_name: "Ann".to_owned(),
                name: "Bob".to_owned(),
                number: account.number,
                who: Some(self.bob),
                role: ActRole::Both,
                most: None,
                asked_at: power.asked_at,
                began_at,
                ended_at: None,
                power: Some(power.id),
            });
        }
        let looks = Mandate {
            id: MandateId::new(world.ids.next()),
            owner: self.ann,
            owner_name: "Ann".to_owned(),
            name: "Bob".to_owned(),
            number: acts[0].number,
            carer: Some(self.bob),
            accounts: self.hers.to_vec(),
            last: date(2026, 12, 31),
            asked_at: power.asked_at,
            began_at,
            ended_at: None,
            power: Some(power.id),
        };
        Offer { power, acts, looks }
    }

    /// Bob acts for Ann.
    async fn begun(&self, world: &World) -> Offer {
        let power = self.agreed(world).await;
        let offer = self.offer(world, &power).await;
        assert!(offer.accepted(&world.ports).await);
        offer
    }

    /// The leave to pay from Ann's accounts, ended or not: the first account first.
    async fn acts(&self, world: &World) -> Vec<Delegate> {
        let mut acts = Vec::new();
        for account in self.hers {
            acts.extend(world.ports.business.delegates(self.ann, account).await.expect("an answer"));
        }
        acts
    }

    /// The leave to look at them, ended or not.
    async fn looks(&self, world: &World) -> Vec<Mandate> {
        world.ports.mandates.given(self.ann).await.expect("an answer")
    }
}

/// What begins with one press.
struct Offer {
    power: Power,
    acts: Vec<Delegate>,
    looks: Mandate,
}

impl Offer {
    /// Whether it begins.
    async fn accepted(&self, ports: &Ports) -> bool {
        ports.powers.begin(&self.power, &self.acts, &self.looks).await.expect("an answer")
    }

    /// How it is read once it was ended.
    fn ended(self, at: Timestamp) -> Self {
        let ended_at = Some(at);
        Self {
            power: Power { ended_at, ..self.power },
            acts: self.acts.into_iter().map(|one| Delegate { ended_at, ..one }).collect(),
            looks: Mandate { ended_at, ..self.looks },
        }
    }
}

async fn of_donor(world: &World, donor: CustomerId) -> Vec<Power> {
    world.ports.powers.of_donor(donor).await.expect("an answer")
}

async fn another_of_the_bank_agrees_once(world: World) {
    let people = People::come(&world).await;
    let kept = people.asked(&world, None).await;
    let (powers, now) = (&world.ports.powers, world.clock.now());
    assert_eq!(of_donor(&world, people.ann).await, std::slice::from_ref(&kept));
    assert_eq!(powers.of_attorney(people.bob).await.expect("an answer"), std::slice::from_ref(&kept));
    assert!(of_donor(&world, people.bob).await.is_empty());
    assert!(powers.of_attorney(people.ann).await.expect("an answer").is_empty());
    let agrees = async |id, who| powers.agree(id, who, now).await.expect("an answer");
    assert!(!agrees(kept.id, people.priya).await, "she has taken it in");
    assert!(agrees(kept.id, people.oscar).await);
    assert!(!agrees(kept.id, people.oscar).await, "once");
    let later = people.asked(&world, Some(date(2026, 12, 31))).await;
    let agreed = Power { agreed_by: Some(people.oscar), agreed_at: Some(now), ..kept };
    assert_eq!(of_donor(&world, people.ann).await, [later.clone(), agreed], "the latest first");
    assert!(powers.end(later.id, now).await.expect("an answer"));
    assert!(!powers.end(later.id, now).await.expect("an answer"), "it is over");
    assert!(!agrees(later.id, people.oscar).await, "nor is it agreed to any more");
    let over = Power { ended_at: Some(now), ..later };
    assert_eq!(of_donor(&world, people.ann).await.iter().find(|one| one.id == over.id), Some(&over));
    assert_eq!(of_donor(&world, people.ann).await.len(), 2);
}

async fn it_begins_once_with_the_leave_that_it_gives(world: World) {
    let people = People::come(&world).await;
    let asked = people.asked(&world, None).await;
    let early = people.offer(&world, &asked).await;
    assert!(!early.accepted(&world.ports).await, "nobody has agreed");
    let agreed = people.agreed(&world).await;
    let offer = people.offer(&world, &agreed).await;
    let hers = Power { attorney: people.ann, ..offer.power.clone() };
    let begun = world.ports.powers.begin(&hers, &offer.acts, &offer.looks).await;
    assert!(!begun.expect("an answer"), "it is Bob's to accept");
    assert!(people.acts(&world).await.is_empty() && people.looks(&world).await.is_empty(), "nothing was given");

    assert!(offer.accepted(&world.ports).await);
    assert!(!offer.accepted(&world.ports).await, "once");
    let again = people.offer(&world, &agreed).await;
    assert!(!again.accepted(&world.ports).await, "nor in the same moment");
    world.clock.forward(1);
    let later = people.offer(&world, &agreed).await;
    assert!(!later.accepted(&world.ports).await, "nor later");
    let powers = [of_donor(&world, people.ann).await, world.ports.powers.of_attorney(people.bob).await.expect("his")];
    for read in powers {
        assert_eq!(read.iter().find(|one| one.id == agreed.id), Some(&offer.power), "with the accounts it is about");
    }
    assert_eq!(people.acts(&world).await, offer.acts);
    assert_eq!(people.looks(&world).await, std::slice::from_ref(&offer.looks));
    let mut acts = world.ports.business.held(people.bob).await.expect("an answer");
    acts.reverse();
    assert_eq!(acts, offer.acts, "the latest first");
    assert_eq!(world.ports.mandates.held(people.bob).await.expect("an answer"), [offer.looks]);
}

async fn it_ends_with_the_leave_that_it_gave_and_that_by_nothing_else(world: World) {
    let people = People::come(&world).await;
    let offer = people.begun(&world).await;
    let (ports, now) = (&world.ports, world.clock.now().plus_seconds(60));
    for who in [people.ann, people.bob] {
        for one in &offer.acts {
            assert!(!ports.business.end(who, one.id, now).await.expect("an answer"), "it is the power that gives it");
        }
        assert!(!ports.mandates.end(who, offer.looks.id, now).await.expect("an answer"));
    }
    // What Ann has given herself stays.
    let own = Mandate {
        id: MandateId::new(world.ids.next()),
        began_at: None,
        asked_at: now,
        power: None,
        ..offer.looks.clone()
    };
    ports.mandates.keep(&own).await.expect("an answer");
    assert!(ports.powers.end(offer.power.id, now).await.expect("an answer"));
    let later = now.plus_seconds(1);
    assert!(!ports.powers.end(offer.power.id, later).await.expect("an answer"), "it is over");
    let over = offer.ended(now);
    assert!(!over.accepted(ports).await, "it does not begin again");
    assert_eq!(of_donor(&world, people.ann).await, std::slice::from_ref(&over.power));
    assert_eq!(people.acts(&world).await, over.acts);
    assert!(ports.business.held(people.bob).await.expect("an answer").is_empty());
    let looks = people.looks(&world).await;
    assert!(looks.len() == 2 && looks.contains(&own) && looks.contains(&over.looks), "{looks:?}");
}

async fn of_two_who_accept_in_one_moment_one_counts(world: World) {
    let other = world.another_server(2).await;
    let people = People::come(&world).await;
    let (here, there) = (world.ports.clone(), other.ports());
    for _ in 0..10 {
        let agreed = people.agreed(&world).await;
        let (first, second) = (people.offer(&world, &agreed).await, people.offer(&world, &agreed).await);
        let (one, two) = tokio::join!(first.accepted(&here), second.accepted(&there));
        assert!(one ^ two, "{one} {two}");
        let given = if one { first } else { second };
        let acts: Vec<_> = people.acts(&world).await.into_iter().filter(|act| act.power == Some(agreed.id)).collect();
        assert_eq!(acts, given.acts, "all of one, and nothing of the other");
        let looks: Vec<_> = people.looks(&world).await.into_iter().filter(|one| one.power == Some(agreed.id)).collect();
        assert_eq!(looks, [given.looks]);
    }
    other.ports().ledger.close().await;
}

async fn it_does_not_go_on_where_it_ends_while_it_begins(world: World) {
    let other = world.another_server(2).await;
    let people = People::come(&world).await;
    let (here, there) = (world.ports.clone(), other.ports());
    for _ in 0..10 {
        let (agreed, now) = (people.agreed(&world).await, world.clock.now());
        let offer = people.offer(&world, &agreed).await;
        let (_, ended) = tokio::join!(offer.accepted(&here), there.powers.end(agreed.id, now));
        assert!(ended.expect("an answer"));
        assert!(people.acts(&world).await.iter().all(|one| one.ended_at.is_some()));
        assert!(people.looks(&world).await.iter().all(|one| one.ended_at.is_some()));
    }
    other.ports().ledger.close().await;
}

async fn what_has_had_its_last_day_is_found(world: World) {
    let people = People::come(&world).await;
    let last = date(2026, 12, 31);
    let kept = people.asked(&world, Some(last)).await;
    people.asked(&world, None).await;
    let past = async |today| world.ports.powers.past(today).await.expect("an answer");
    assert!(past(last).await.is_empty(), "it is its last day");
    assert_eq!(past(date(2027, 1, 1)).await, std::slice::from_ref(&kept));
    assert!(world.ports.powers.end(kept.id, world.clock.now()).await.expect("an answer"));
    assert!(past(date(2027, 1, 1)).await.is_empty(), "it was ended");
}
