//! What the requests share, and how it is put together from the settings.

use std::{path::Path, sync::Arc};

use ::assistant::classify::Model;
use app::{
    addresses::is_for_staff,
    context::{DemoPerson, Site, SiteParts},
    layouts::Running,
    previews::Previews,
};
use auth::{Auth, Kept};
use bank::{
    Bank, Calendar, Clock, IdMint, Policy, Rng,
    models::Serving,
    ports::{Accounts, Business, CardProcessor, Customers, OtherBanks, Rates, Upkeep},
    staff,
};
use experiments::assign::Secret;
use store::{Options, Ports, Store};

use crate::{
    chat::Changes,
    config::{Config, Learnt},
    fonts::FontFiles,
    other_banks::Line,
    practice::Practice,
    rates::Table,
    security::rate::Pace,
    sessions::{self, Keeper, Rules, Shelf},
    site::BuiltSite,
    telemetry::Metered,
    under_way::UnderWay,
    workshop::Watched,
};

/// What the requests share.
#[derive(Clone)]
pub struct State {
    /// What the pages share.
    pub site: Site,
    /// The real bank.
    pub bank: Bank,
    /// The play bank.
    pub practice: Practice,
    /// Finds and keeps sessions of customers.
    pub keeper: Keeper,
    /// Those of the bank's own people.
    pub staff_keeper: Keeper,
    /// Where nonces come from.
    pub rng: Arc<dyn Rng>,
    /// Looks after the books.
    pub upkeep: Arc<dyn Upkeep>,
    /// Whether the visitor's address is in `X-Forwarded-For`.
    pub behind_proxy: bool,
    /// How often something may be done.
    pub pace: Arc<Pace>,
    /// What changes in conversations.
    pub changes: Changes,
    /// What is being done.
    pub under_way: UnderWay,
    /// The fonts that papers are set in.
    pub fonts: FontFiles,
    /// The folder that a designer works in.
    pub workshop: Option<Watched>,
}

impl State {
    /// What keeps the sessions of a request for `path`. This is the one place where that is decided, and the address
    /// decides it: what is the staff's has theirs and no other, what is not has a customer's and no other.
    #[must_use]
    pub fn keeper_of(&self, path: &str) -> &Keeper {
        if is_for_staff(path) { &self.staff_keeper } else { &self.keeper }
    }
}

/// What a test replaces: time and chance.
#[derive(Clone)]
pub struct World {
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Where secrets come from.
    pub rng: Arc<dyn Rng>,
}

/// Opens the database that `config` names.
///
/// # Errors
/// Where it cannot be opened, or its tables are not those of this program.
pub async fn open_store(config: &Config, ids: Arc<IdMint>) -> Result<Store, store::OpenError> {
    let queue = usize::try_from(config.ledger_queue).unwrap_or(usize::MAX);
    let new = Options::new(ids);
    // A zone that is not known is refused where the bank is put together.
    let calendar = Calendar::in_zone(&config.time_zone).unwrap_or_else(|_| new.calendar.clone());
    Store::open(config.database.expose(), Options { calendar, readers: config.readers, queue, ..new }).await
}

/// Makes the folder of a SQLite database, which SQLite itself does not.
///
/// # Errors
/// Where the folder cannot be made.
pub fn make_folder(database: &str) -> std::io::Result<()> {
    let file = database.strip_prefix("sqlite:").map(|rest| rest.strip_prefix("//").unwrap_or(rest));
    let folder = file.and_then(|file| Path::new(file.split('?').next().unwrap_or(file)).parent());
    folder.map_or(Ok(()), std::fs::create_dir_all)
}

/// The model that people are understood by; where it stands in for a better one that is said.
fn model(learnt: &Learnt) -> Arc<Model> {
    if learnt.stands_in {
        tracing::warn!("the encoder of the assistant's model is not beside it: the model without one is used");
    }
    Arc::clone(&learnt.model)
}

/// Puts everything together on the ports of a database.
///
/// # Errors
/// Where there is no such time zone.
#[expect(clippy::too_many_lines, reason = "a list, a line for each part")]
pub fn assemble(
    config: &Config,
    ports: Ports,
    built: &BuiltSite,
    world: &World,
    ids: Arc<IdMint>,
) -> Result<State, jiff::Error> {
    let World { clock, rng } = world.clone();
    let kept = Kept {
        credentials: ports.credentials,
        passkeys: Arc::clone(&ports.passkeys),
        staff_passkeys: ports.staff_passkeys,
        attempts: ports.attempts,
        audit: Arc::clone(&ports.audit),
    };
    let auth = Arc::new(Auth::new(kept, Arc::clone(&clock), &config.public_url.origin));
    let other_banks = line_to_others(config, &ports.customers, (&ports.accounts, &ports.business), &clock);
    let bank = Bank {
        ledger: Arc::new(Metered::new(ports.ledger)),
        accounts: ports.accounts,
        customers: ports.customers,
        payments: ports.payments,
        notices: ports.notices,
        payees: ports.payees,
        requests: ports.requests,
        schedules: ports.schedules,
        waits: ports.waits,
        sendings: ports.sendings,
        other_banks,
        rates: config.rates.clone().map(|at| -> Arc<dyn Rates> { Arc::new(Table::at(at)) }),
        mandates: ports.mandates,
        business: ports.business,
        powers: ports.powers,
        aliases: ports.aliases,
        limits: ports.limits,
        cards: ports.cards,
        card_processor: config.demo.then(|| -> Arc<dyn CardProcessor> { Arc::new(demo::Cards) }),
        call_backs: ports.call_backs,
        tickets: ports.tickets,
        arrangements: ports.arrangements,
        conversations: ports.conversations,
        replies: ports.replies,
        misses: ports.misses,
        models: ports.models,
        passkeys: Arc::clone(&ports.passkeys),
        step_ups: ports.step_ups,
        recoveries: ports.recoveries,
        security: ports.security,
        sessions: Arc::clone(&ports.sessions),
        staff: ports.staff,
        staff_sessions: Arc::clone(&ports.staff_sessions),
        desk: ports.desk,
        audit: ports.audit,
        feedback: ports.feedback,
        experiments: ports.experiments,
        assistant: Serving::of(config.assistant_model.as_ref().map(model)),
        approver: auth.clone(),
        rng: Arc::clone(&rng),
        clock: Arc::clone(&clock),
        ids: Arc::clone(&ids),
        calendar: Calendar::in_zone(&config.time_zone)?,
        policy: config.policy.applied(Policy {
            session_idle_s: config.session_idle_s,
            tax_year: config.tax_year,
            ..Policy::default()
        }),
        remembered: Arc::default(),
    };
    let changes = Changes::new(Arc::clone(&bank.conversations), Arc::clone(&clock));
    let days = (bank.calendar.clone(), bank.policy.tax_year);
    let practice = Practice::new(config.practice_database(), world.clone(), Arc::clone(&ids), days);
    let rules = Rules {
        idle_s: config.session_idle_s,
        absolute_s: config.session_absolute_s,
        cookie: sessions::CUSTOMER,
        secure: config.public_url.tls,
    };
    let staff_rules = Rules { idle_s: staff::IDLE_S, absolute_s: staff::ABSOLUTE_S, cookie: sessions::STAFF, ..rules };
    let workshop = config.design_folder.clone().map(Watched::new);
    let site = Site::new(SiteParts {
        auth,
        assets: built.assets.clone(),
        demo: if config.demo { demo_people() } else { Vec::new() },
        design: config.design,
        pseudo: config.pseudo,
        previews: Previews::new(signing(config, rng.as_ref())),
        checks: config.checker.is_some(),
        workshop: workshop.as_ref().map(|watched| watched.workshop.clone()),
        plans: config.experiments.clone(),
        running: Running::new(
            config.experiments.clone(),
            config.experiments_key.as_ref().map(|key| key.secret().clone()),
        ),
    });
    let keeper = Keeper { shelf: Shelf::Customers(ports.sessions), clock, rng: Arc::clone(&rng), ids, rules };
    let staff_keeper = Keeper { shelf: Shelf::Staff(ports.staff_sessions), rules: staff_rules, ..keeper.clone() };
    let pace = Arc::new(Pace::new(Arc::clone(&keeper.clock), config));
    let behind_proxy = config.is_behind_proxy();
    let (upkeep, under_way) = (ports.upkeep, UnderWay::default());
    let fonts = FontFiles::find(config.fonts.as_deref());
    Ok(State {
        site,
        bank,
        practice,
        keeper,
        staff_keeper,
        rng,
        upkeep,
        behind_proxy,
        pace,
        changes,
        under_way,
        fonts,
        workshop,
    })
}

/// What signs links to previews: the same on every server where the bank has a key, else good until the next start.
fn signing(config: &Config, rng: &dyn Rng) -> Secret {
    if let Some(key) = &config.experiments_key {
        return key.secret().clone();
    }
    let mut bytes = [0; 32];
    rng.fill(&mut bytes);
    Secret::new(&bytes)
}

/// The line to the other banks that `config` names.
fn line_to_others(
    config: &Config,
    customers: &Arc<dyn Customers>,
    (accounts, business): (&Arc<dyn Accounts>, &Arc<dyn Business>),
    clock: &Arc<dyn Clock>,
) -> Option<Arc<dyn OtherBanks>> {
    let (customers, accounts, business) = (Arc::clone(customers), Arc::clone(accounts), Arc::clone(business));
    Some(Arc::new(Line::to(config.other_banks?, customers, accounts, business, Arc::clone(clock))))
}

fn demo_people() -> Vec<DemoPerson> {
    let known = |person: demo::DemoPerson| DemoPerson {
        name: person.name,
        username: person.username,
        password: person.password,
    };
    demo::people().into_iter().map(known).collect()
}
