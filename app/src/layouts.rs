//! Which arrangement of a page somebody is shown ([ADR 40](../../docs/adr/0040-layouts.md)).
//!
//! The arrangements are files in `layouts/`, compiled in, and whatever else is put beside them while the server runs;
//! what runs is a plan. Both are in one [`Snapshot`], which is changed as a whole: every request reads one, and none
//! sees half of a change. With no plan, everybody is shown the control.

use std::sync::{Arc, PoisonError, RwLock};

use experiments::{
    assign::{Attribute, Attributes, Identity, Plan, Plans, Secret, Shown, Visitor, unit},
    layout::{AccountKind, Arrangement, Density, HomeKind, Kind, Layout, Page, PayStartKind, Section},
};
use leptos::prelude::*;
use model::{CustomerId, Preferences};

use crate::{components::Disclosure, context, words::Words};

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
];

/// The name of the arrangement that each page has without a plan. Nothing takes its place.
pub const CONTROL: &str = "control";

/// What a plan may ask of whoever looks at a page.
const MODE: &str = "mode";
const LANGUAGE: &str = "language";

/// The longest name of an arrangement, in characters.
const LONGEST_NAME: usize = 40;

/// The arrangements of one page by their names, the control first.
type Shelf<K> = Vec<(String, Arc<Arrangement<K>>)>;

/// Every arrangement there is.
#[derive(Debug, Clone)]
pub struct Arrangements {
    home: Shelf<HomeKind>,
    account: Shelf<AccountKind>,
    pay_start: Shelf<PayStartKind>,
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
        let mut all = Self { home: Vec::new(), account: Vec::new(), pay_start: Vec::new() };
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
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if name.is_empty() || name.len() > LONGEST_NAME || !name.bytes().all(plain) {
            return Err(format!("a name is small letters, digits and hyphens, {LONGEST_NAME} at most"));
        }
        self.place(name, layout);
        Ok(())
    }

    fn place(&mut self, name: &str, layout: Layout) {
        fn place<K>(shelf: &mut Shelf<K>, name: &str, arrangement: Arrangement<K>) {
            shelf.retain(|(known, _)| known != name);
            shelf.push((name.to_owned(), Arc::new(arrangement)));
        }
        match layout {
            Layout::Home(arrangement) => place(&mut self.home, name, arrangement),
            Layout::Account(arrangement) => place(&mut self.account, name, arrangement),
            Layout::PayStart(arrangement) => place(&mut self.pay_start, name, arrangement),
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
            plan.check(&self.names(page), &[MODE, LANGUAGE]).map_err(|what| format!("{word}: {what}"))?;
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
    /// How a page is arranged for this customer. The answer is the same on every server and every day, as long as plan,
    /// secret and preferences are.
    fn arrangement<K: Arranged>(&self, customer: CustomerId, preferences: Preferences) -> Arc<Arrangement<K>> {
        let all = K::shelf(&self.arrangements);
        let name = self.name(self.plans.of(K::PAGE), customer, preferences);
        let found = all.iter().find(|(known, _)| known == name).or_else(|| all.first());
        Arc::clone(&found.expect("every page has a control").1)
    }

    /// Whether anything but the control can be shown: for that there has to be a secret.
    #[must_use]
    pub const fn can_run(&self) -> bool {
        self.secret.is_some()
    }

    /// What the arrangement of `page` is called that this customer is shown.
    #[must_use]
    pub fn named(&self, page: Page, customer: CustomerId, preferences: Preferences) -> &str {
        self.name(self.plans.of(page), customer, preferences)
    }

    fn name<'a>(&'a self, plan: &'a Plan, customer: CustomerId, preferences: Preferences) -> &'a str {
        let Some(secret) = self.secret.as_ref().filter(|_| !plan.rules.is_empty()) else { return CONTROL };
        let unit = unit(secret, &customer.value().to_be_bytes());
        let mode = if preferences.text.is_large() { "large" } else { "standard" };
        let known = |name: &str, word: &str| (name.to_owned(), Attribute::Text(word.to_owned()));
        let attributes = Attributes::from([known(MODE, mode), known(LANGUAGE, preferences.language.code())]);
        let identity = Identity { unit: &unit, remembered: &[] };
        match plan.evaluate(&Visitor { customer: Some(identity), browser: None, attributes: &attributes }) {
            Shown::Control => CONTROL,
            Shown::Rollout(rollout) => &rollout.variation,
            Shown::Experiment(experiment, assignment) => &experiment.variations[assignment.variation].key,
        }
    }
}

/// What is tried out in this bank now. Every copy is of the same.
#[derive(Debug, Clone, Default)]
pub struct Running(Arc<RwLock<Arc<Snapshot>>>);

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
        Self(Arc::new(RwLock::new(Arc::new(snapshot))))
    }

    /// What holds at this moment.
    #[must_use]
    pub fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts these arrangements and plans in the place of those that were: the next request sees them.
    ///
    /// # Errors
    /// Where they do not fit together, in words; then everything stays as it was.
    pub fn swap(&self, arrangements: Arrangements, plans: Plans) -> Result<(), String> {
        arrangements.check(&plans)?;
        let mut held = self.0.write().unwrap_or_else(PoisonError::into_inner);
        *held = Arc::new(Snapshot { arrangements, plans, secret: held.secret.clone() });
        Ok(())
    }
}

/// How a page is arranged for this customer. In practice it is as the lessons describe it.
pub(crate) fn arrangement<K: Arranged>(customer: CustomerId) -> Arc<Arrangement<K>> {
    if let Some(previewed) = context::visit().preview.as_ref().and_then(|preview| K::of(&preview.layout)) {
        return Arc::new(previewed.clone());
    }
    let snapshot = context::site().running.snapshot();
    if context::is_play_bank() {
        return Arc::clone(&K::shelf(&snapshot.arrangements)[0].1);
    }
    snapshot.arrangement(customer, context::preferences())
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
mod tests {
    use model::{Language, TextSize};

    use super::*;

    fn running(rules: &str) -> Running {
        let plans = Running::plans(&format!(r#"{{"home": {{"rules": [{rules}]}}}}"#)).unwrap();
        Running::new(plans, Some(Secret::new(b"a secret that is none")))
    }

    fn share_of(running: &Running, name: &str, preferences: Preferences) -> usize {
        let snapshot = running.snapshot();
        let Some(Layout::Home(wanted)) = snapshot.arrangements.find(Page::Home, name) else { panic!("no {name}") };
        (1..=1_000).filter(|id| *home(&snapshot, CustomerId::new(*id), preferences) == wanted).count()
    }

    fn home(snapshot: &Snapshot, customer: CustomerId, preferences: Preferences) -> Arc<Arrangement<HomeKind>> {
        snapshot.arrangement(customer, preferences)
    }

    const HALVES: &str =
        r#"{"experiment": {"key": "home-order", "variations": [{"key": "control"}, {"key": "coming-first"}]}}"#;

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
        let shown = share_of(&one, "coming-first", Preferences::default());
        assert!((420..=580).contains(&shown), "{shown} of 1000");
        let again = running(HALVES);
        for id in (1..=200).map(CustomerId::new) {
            let shown = |running: &Running| home(&running.snapshot(), id, Preferences::default());
            assert_eq!(shown(&one), shown(&again));
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
        let (snapshot, customer) = (running.snapshot(), CustomerId::new(7));
        let start: Arc<Arrangement<PayStartKind>> = snapshot.arrangement(customer, Preferences::default());
        assert_eq!(start.standard.side.len(), 2);
        let account: Arc<Arrangement<AccountKind>> = snapshot.arrangement(customer, Preferences::default());
        assert_eq!(account, Arc::clone(&AccountKind::shelf(&snapshot.arrangements)[0].1));
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
}
