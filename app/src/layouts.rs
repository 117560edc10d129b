//! Which arrangement of a page somebody is shown ([ADR 40](../../docs/adr/0040-layouts.md)).
//!
//! The arrangements are files in `layouts/`, compiled in, and whatever else is put beside them while the server runs;
//! what runs is a plan. Both are in one [`Snapshot`], which is changed as a whole: every request reads one, and none
//! sees half of a change. With no plan, everybody is shown the control.

mod journeys;
mod memory;
mod shown;

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use experiments::{
    assign::{Experiment, Plans, Rule, Secret, unit},
    layout::{AccountKind, Arrangement, ChatKind, Density, HomeKind, Kind, Layout, Page, PayStartKind, Section},
};
use leptos::prelude::*;
use model::{CustomerId, Timestamp};

use crate::{components::Disclosure, words::Words};

pub use experiments::layout::CONTROL;
pub(crate) use journeys::{arrive, counted, help_asked, tell};
pub use memory::Memory;
#[cfg(test)]
pub(crate) use shown::try_to_show;
pub(crate) use shown::{Other, Placed, arrangement, control, other};

/// The files that are compiled in. Of every page the control comes first.
const FILES: &[(&str, &str)] = &[
    ("control", include_str!("../../layouts/home/control.json")),
    ("coming-first", include_str!("../../layouts/home/coming-first.json")),
    ("dense", include_str!("../../layouts/home/dense.json")),
    ("control", include_str!("../../layouts/account/control.json")),
    ("months-first", include_str!("../../layouts/account/months-first.json")),
    ("dense", include_str!("../../layouts/account/dense.json")),
    ("control", include_str!("../../layouts/pay-start/control.json")),
    ("beside", include_str!("../../layouts/pay-start/beside.json")),
    ("dense", include_str!("../../layouts/pay-start/dense.json")),
    ("control", include_str!("../../layouts/chat/control.json")),
    ("write-first", include_str!("../../layouts/chat/write-first.json")),
    ("beside", include_str!("../../layouts/chat/beside.json")),
];

/// What a plan may ask of whoever looks at a page.
pub(crate) const MODE: &str = "mode";
pub(crate) const LANGUAGE: &str = "language";
/// What they hold in their hands: a [`DeviceClass`](model::forms::DeviceClass).
pub(crate) const DEVICE: &str = "device";
/// When they became a customer, in seconds since 1970: it is the same tomorrow, as days since then would not be.
pub(crate) const JOINED: &str = "joined";

/// The longest name of an arrangement, in characters.
const LONGEST_NAME: usize = 40;

/// The arrangements of one page by their names, the control first.
type Shelf<K> = Vec<(String, Arc<Arrangement<K>>)>;

/// Every arrangement there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrangements {
    home: Shelf<HomeKind>,
    account: Shelf<AccountKind>,
    pay_start: Shelf<PayStartKind>,
    chat: Shelf<ChatKind>,
}

impl Default for Arrangements {
    fn default() -> Self {
        Self::compiled()
    }
}

impl Arrangements {
    /// Those that are compiled in.
    ///
    /// # Panics
    /// Never: a test reads every file.
    #[must_use]
    pub fn compiled() -> Self {
        let mut all = Self { home: Vec::new(), account: Vec::new(), pay_start: Vec::new(), chat: Vec::new() };
        for (name, text) in FILES {
            all.place(name, Layout::parse(text).expect("a test reads every file that is compiled in"));
        }
        all
    }

    /// Puts `layout` beside the others of its page, or in the place of the one that had its name.
    ///
    /// # Errors
    /// Where the name is the control's, or is not small letters, digits and hyphens: in words.
    pub fn put(&mut self, name: &str, layout: Layout) -> Result<(), String> {
        if name == CONTROL {
            return Err(format!("`{CONTROL}` is the page as it is: nothing takes its place"));
        }
        check_name(name)?;
        self.place(name, layout);
        Ok(())
    }

    /// Puts `layout` in the place of the one that had its name, whichever that is.
    pub(crate) fn place(&mut self, name: &str, layout: Layout) {
        fn place<K>(shelf: &mut Shelf<K>, name: &str, arrangement: Arrangement<K>) {
            let arrangement = Arc::new(arrangement);
            match shelf.iter_mut().find(|(known, _)| known == name) {
                Some((_, placed)) => *placed = arrangement,
                None => shelf.push((name.to_owned(), arrangement)),
            }
        }
        match layout {
            Layout::Home(arrangement) => place(&mut self.home, name, arrangement),
            Layout::Account(arrangement) => place(&mut self.account, name, arrangement),
            Layout::PayStart(arrangement) => place(&mut self.pay_start, name, arrangement),
            Layout::Chat(arrangement) => place(&mut self.chat, name, arrangement),
        }
    }

    /// The names of those of `page`, the control first.
    #[must_use]
    pub fn names(&self, page: Page) -> Vec<&str> {
        fn names<K>(shelf: &Shelf<K>) -> Vec<&str> {
            shelf.iter().map(|(name, _)| name.as_str()).collect()
        }
        match page {
            Page::Home => names(&self.home),
            Page::Account => names(&self.account),
            Page::PayStart => names(&self.pay_start),
            Page::Chat => names(&self.chat),
        }
    }

    /// The one of `page` with this name.
    #[must_use]
    pub fn find(&self, page: Page, name: &str) -> Option<Layout> {
        fn find<K: Kind>(shelf: &Shelf<K>, name: &str) -> Option<Arrangement<K>> {
            shelf.iter().find(|(known, _)| known == name).map(|(_, arrangement)| Arrangement::clone(arrangement))
        }
        match page {
            Page::Home => find(&self.home, name).map(Layout::Home),
            Page::Account => find(&self.account, name).map(Layout::Account),
            Page::PayStart => find(&self.pay_start, name).map(Layout::PayStart),
            Page::Chat => find(&self.chat, name).map(Layout::Chat),
        }
    }

    /// Whether `plans` ask for what there is, and for nothing else.
    ///
    /// # Errors
    /// What is wrong, in words, with its page and rule.
    pub fn check(&self, plans: &Plans) -> Result<(), String> {
        let mut keys = Vec::new();
        for page in Page::ALL {
            let plan = plans.of(page);
            let word = page.word();
            plan.check(&self.names(page), &[MODE, LANGUAGE, DEVICE, JOINED])
                .map_err(|what| format!("{word}: {what}"))?;
            for key in plan.keys() {
                if keys.contains(&key) {
                    return Err(format!("{word}: `{key}`: there is another of that name on another page"));
                }
                keys.push(key);
            }
        }
        Ok(())
    }
}

/// Whether an arrangement may be called so.
///
/// # Errors
/// What a name is, in words.
pub(crate) fn check_name(name: &str) -> Result<(), String> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if name.is_empty() || name.len() > LONGEST_NAME || !name.bytes().all(plain) {
        return Err(format!("a name is small letters, digits and hyphens, {LONGEST_NAME} at most"));
    }
    Ok(())
}

/// A page that can be arranged, by its parts.
pub(crate) trait Arranged: Kind {
    fn shelf(all: &Arrangements) -> &Shelf<Self>;

    /// `layout`, where it is one of this page.
    fn of(layout: &Layout) -> Option<&Arrangement<Self>>;
}

impl Arranged for HomeKind {
    fn shelf(all: &Arrangements) -> &Shelf<Self> {
        &all.home
    }

    fn of(layout: &Layout) -> Option<&Arrangement<Self>> {
        if let Layout::Home(arrangement) = layout { Some(arrangement) } else { None }
    }
}

impl Arranged for AccountKind {
    fn shelf(all: &Arrangements) -> &Shelf<Self> {
        &all.account
    }

    fn of(layout: &Layout) -> Option<&Arrangement<Self>> {
        if let Layout::Account(arrangement) = layout { Some(arrangement) } else { None }
    }
}

impl Arranged for PayStartKind {
    fn shelf(all: &Arrangements) -> &Shelf<Self> {
        &all.pay_start
    }

    fn of(layout: &Layout) -> Option<&Arrangement<Self>> {
        if let Layout::PayStart(arrangement) = layout { Some(arrangement) } else { None }
    }
}

impl Arranged for ChatKind {
    fn shelf(all: &Arrangements) -> &Shelf<Self> {
        &all.chat
    }

    fn of(layout: &Layout) -> Option<&Arrangement<Self>> {
        if let Layout::Chat(arrangement) = layout { Some(arrangement) } else { None }
    }
}

/// What is tried out in this bank, and on whom, at one moment.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// Every arrangement there is.
    pub arrangements: Arrangements,
    /// What runs.
    pub plans: Plans,
    secret: Option<Secret>,
}

impl Snapshot {
    /// The arrangement of a page with this name, or else its control.
    pub(crate) fn find<K: Arranged>(&self, name: &str) -> Arc<Arrangement<K>> {
        let all = K::shelf(&self.arrangements);
        let found = all.iter().find(|(known, _)| known == name).or_else(|| all.first());
        Arc::clone(&found.expect("every page has a control").1)
    }

    /// What stands for `customer`; nothing without a secret.
    #[must_use]
    pub fn unit(&self, customer: CustomerId) -> Option<String> {
        self.secret.as_ref().map(|secret| unit(secret, &customer.value().to_be_bytes()))
    }

    /// The comparisons on `page`.
    pub fn experiments(&self, page: Page) -> impl Iterator<Item = &Experiment> {
        self.plans.of(page).rules.iter().filter_map(|rule| match rule {
            Rule::Experiment(experiment) => Some(experiment),
            Rule::Rollout(_) => None,
        })
    }

    /// Whether anything is compared `now`; or, of who agreed to that, is to be `soon`: what people do before it begins tells
    /// what to expect of them.
    fn compares(&self, now: Timestamp, soon: bool) -> bool {
        let now_s = now.seconds_since(Timestamp::EPOCH);
        let counts = |one: &Experiment| one.active || soon && one.since_s.is_some_and(|since_s| since_s > now_s);
        Page::ALL.iter().any(|page| self.experiments(*page).any(counts))
    }

    /// Whether anything but the control can be shown: for that there has to be a secret.
    #[must_use]
    pub const fn can_run(&self) -> bool {
        self.secret.is_some()
    }
}

/// What is tried out in this bank now, and what is remembered of it. Every copy is of the same.
#[derive(Debug, Clone, Default)]
pub struct Running(Arc<Parts>);

#[derive(Debug, Default)]
struct Parts {
    snapshot: RwLock<Arc<Snapshot>>,
    /// The experiments that did harm, each with its version: no plan brings them back.
    stopped: Mutex<BTreeSet<(String, u32)>>,
    memory: Memory,
    /// Held while what was decided is read and put into its place: nobody puts what is older over what is newer.
    changing: futures::lock::Mutex<()>,
}

impl Running {
    /// The plans in a file.
    ///
    /// # Errors
    /// Where it cannot be read, asks for an arrangement that there is not, or for something that nobody knows of a
    /// visitor: in words.
    pub fn plans(text: &str) -> Result<Plans, String> {
        let plans = Plans::parse(text).map_err(|mistake| mistake.to_string())?;
        Arrangements::compiled().check(&plans)?;
        Ok(plans)
    }

    /// These plans over the arrangements that are compiled in, for units that `secret` makes. Without a secret nothing
    /// runs.
    #[must_use]
    pub fn new(plans: Plans, secret: Option<Secret>) -> Self {
        let snapshot = Snapshot { arrangements: Arrangements::compiled(), plans, secret };
        Self(Arc::new(Parts { snapshot: RwLock::new(Arc::new(snapshot)), ..Parts::default() }))
    }

    /// What holds at this moment.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.0.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// What is remembered of it, and waits to be kept.
    #[must_use]
    pub fn memory(&self) -> &Memory {
        &self.0.memory
    }

    /// Puts these arrangements and plans in the place of those that were: the next request sees them.
    ///
    /// # Errors
    /// Where they do not fit together, in words; then everything stays as it was.
    pub fn swap(&self, arrangements: Arrangements, plans: Plans) -> Result<(), String> {
        arrangements.check(&plans)?;
        let stopped = self.0.stopped.lock().unwrap_or_else(PoisonError::into_inner);
        self.hold(|held| Snapshot { arrangements, plans: without(&stopped, plans), secret: held.secret.clone() });
        Ok(())
    }

    /// Whether [`Self::swap`] would change anything. What was stopped is as if it did not run, on either side.
    #[must_use]
    pub fn differs(&self, arrangements: &Arrangements, plans: &Plans) -> bool {
        let stopped = self.0.stopped.lock().unwrap_or_else(PoisonError::into_inner);
        let held = self.snapshot();
        held.arrangements != *arrangements || held.plans != without(&stopped, plans.clone())
    }

    /// Waits until nobody else reads what was decided, to put it into its place.
    pub async fn changing(&self) -> futures::lock::MutexGuard<'_, ()> {
        self.0.changing.lock().await
    }

    /// Stops what did harm: from the next request on everybody in it is shown the page as it was.
    pub fn stop(&self, experiments: impl IntoIterator<Item = (String, u32)>) {
        let mut stopped = self.0.stopped.lock().unwrap_or_else(PoisonError::into_inner);
        let before = stopped.len();
        stopped.extend(experiments);
        if stopped.len() > before {
            self.hold(|held| Snapshot { plans: without(&stopped, held.plans.clone()), ..held.clone() });
        }
    }

    fn hold(&self, next: impl FnOnce(&Snapshot) -> Snapshot) {
        let mut held = self.0.snapshot.write().unwrap_or_else(PoisonError::into_inner);
        *held = Arc::new(next(&held));
        self.0.memory.ask_anew();
    }
}

/// The same plans, in which what was stopped does not run.
fn without(stopped: &BTreeSet<(String, u32)>, mut plans: Plans) -> Plans {
    for page in Page::ALL {
        for rule in &mut plans.of_mut(page).rules {
            if let Rule::Experiment(experiment) = rule {
                experiment.active &= !stopped.contains(&(experiment.key.clone(), experiment.bucket_version));
            }
        }
    }
    plans
}

/// The parts that a layout puts into their places, in its order.
pub(crate) fn arranged<K: Kind>(sections: &[Section<K>], part: impl Fn(Section<K>) -> AnyView) -> AnyView {
    let views = sections.iter().copied().map(|section| match section.density {
        Density::Roomy => part(section),
        Density::Dense => view! { <div data-density=section.density.word()>{part(section)}</div> }.into_any(),
    });
    views.collect_view().into_any()
}

/// The same as one column: several parts stand apart in it.
pub(crate) fn column<K: Kind>(sections: &[Section<K>], part: impl Fn(Section<K>) -> AnyView) -> AnyView {
    match sections.len() {
        0 | 1 => arranged(sections, part),
        _ => view! { <div class="stack roomy">{arranged(sections, part)}</div> }.into_any(),
    }
}

/// What of it is behind one press, where something is.
pub(crate) fn folded<K: Kind>(
    words: Words,
    sections: &[Section<K>],
    part: impl Fn(Section<K>) -> AnyView,
) -> Option<AnyView> {
    if sections.is_empty() {
        return None;
    }
    let parts = arranged(sections, part);
    Some(
        view! { <Disclosure summary=words.say("home-more")><div class="stack roomy">{parts}</div></Disclosure> }
            .into_any(),
    )
}

#[cfg(test)]
pub(crate) mod tests;
