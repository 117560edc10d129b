//! The play bank: a bank of its own, on a database of its own, opened when somebody first practises.

use std::{path::Path, sync::Arc};

use app::practice::town;
use bank::{
    Bank, Calendar, Clock, Error, IdMint, Policy, Rng, StorageError,
    accounts::TaxYear,
    models::Serving,
    practice::{PlayBank, Player, ShownCode, enter},
    waits::Waits,
};
use model::{CustomerId, Language};
use store::{Options, Store};
use tokio::{runtime::Handle, sync::OnceCell, task::spawn_blocking};

use crate::state::{World, make_folder};

/// How many connections read at the same time: practice is looked at by few, and may be slow before the bank is.
const READERS: u32 = 1;
/// How many commands may wait for the play ledger.
const QUEUE: usize = 256;
/// How many of them it commits together at most.
const GROUP: usize = 64;
/// How much its writer remembers of the file, in KiB.
const CACHE_KIB: u32 = 1_024;
/// How long a pretend device stays in the list, in seconds: a day.
const IDLE_S: i64 = 86_400;

/// The play bank, open or not yet.
#[derive(Clone)]
pub struct Practice(Arc<Parts>);

struct Parts {
    database: String,
    clock: Arc<dyn Clock>,
    rng: Arc<dyn Rng>,
    ids: Arc<IdMint>,
    calendar: Calendar,
    tax_year: TaxYear,
    open: OnceCell<Opened>,
}

struct Opened {
    play: PlayBank,
    ports: store::Ports,
}

/// The database of the play bank holds customers who are no players.
#[derive(Debug, thiserror::Error)]
#[error("the database for practice is that of a real bank: set `practice_database` to another one")]
struct NotForPlay;

impl Practice {
    /// The play bank on `database`, which is made when it is first needed.
    #[must_use]
    pub fn new(
        database: String,
        World { clock, rng }: World,
        ids: Arc<IdMint>,
        (calendar, tax_year): (Calendar, TaxYear),
    ) -> Self {
        Self(Arc::new(Parts { database, clock, rng, ids, calendar, tax_year, open: OnceCell::new() }))
    }

    /// The play bank.
    ///
    /// # Errors
    /// Where its database cannot be made or opened, or is that of a real bank. It is tried again the next time.
    pub async fn bank(&self) -> Result<PlayBank, StorageError> {
        Ok(self.0.open.get_or_try_init(|| self.open()).await?.play.clone())
    }

    /// The ports behind it, where it is open: for what a bank does to its books by itself.
    #[must_use]
    pub fn opened(&self) -> Option<&store::Ports> {
        self.0.open.get().map(|opened| &opened.ports)
    }

    /// Who `customer` is in the play bank.
    ///
    /// # Errors
    /// Where its database does not answer.
    pub async fn player(play: &PlayBank, customer: CustomerId, language: Language) -> Result<Player, StorageError> {
        enter(play, customer, language, town).await.map_err(|error| match error {
            Error::Unavailable(error) => error,
            refused => StorageError::new(refused),
        })
    }

    /// Opens it on a thread of its own: making tables takes a while, and what makes them cannot move between threads.
    async fn open(&self) -> Result<Opened, StorageError> {
        let (here, runtime) = (self.clone(), Handle::current());
        let opening = spawn_blocking(move || runtime.block_on(here.open_here()));
        opening.await.map_err(StorageError::new)?
    }

    async fn open_here(&self) -> Result<Opened, StorageError> {
        let given = &self.0;
        make_folder(&given.database).map_err(StorageError::new)?;
        // Play money needs nobody to look after it: its tables are always those of this program.
        Store::migrate(&given.database).await.map_err(StorageError::new)?;
        let options = Options {
            calendar: given.calendar.clone(),
            readers: READERS,
            queue: QUEUE,
            group: GROUP,
            writer_cache_kib: CACHE_KIB,
            ..Options::new(Arc::clone(&given.ids))
        };
        let ports = Store::open(&given.database, options).await.map_err(StorageError::new)?.ports();
        if !ports.practice.is_play_only().await? {
            ports.ledger.close().await;
            return Err(StorageError::new(NotForPlay));
        }
        let play = PlayBank { bank: self.bank_on(&ports), practice: Arc::clone(&ports.practice) };
        tracing::info!("the play bank is open");
        Ok(Opened { play, ports })
    }

    /// A bank in which nothing is shared with the real one but the time of day and the numbers that ids are made of.
    fn bank_on(&self, ports: &store::Ports) -> Bank {
        Bank {
            ledger: Arc::clone(&ports.ledger),
            accounts: Arc::clone(&ports.accounts),
            customers: Arc::clone(&ports.customers),
            payments: Arc::clone(&ports.payments),
            notices: Arc::clone(&ports.notices),
            payees: Arc::clone(&ports.payees),
            requests: Arc::clone(&ports.requests),
            schedules: Arc::clone(&ports.schedules),
            waits: Arc::clone(&ports.waits),
            sendings: Arc::clone(&ports.sendings),
            // Play money stays in the play bank.
            other_banks: None,
            rates: None,
            mandates: Arc::clone(&ports.mandates),
            business: Arc::clone(&ports.business),
            powers: Arc::clone(&ports.powers),
            aliases: Arc::clone(&ports.aliases),
            limits: Arc::clone(&ports.limits),
            cards: Arc::clone(&ports.cards),
            card_processor: None,
            call_backs: Arc::clone(&ports.call_backs),
            tickets: Arc::clone(&ports.tickets),
            arrangements: Arc::clone(&ports.arrangements),
            conversations: Arc::clone(&ports.conversations),
            replies: Arc::clone(&ports.replies),
            misses: Arc::clone(&ports.misses),
            models: Arc::clone(&ports.models),
            passkeys: Arc::clone(&ports.passkeys),
            step_ups: Arc::clone(&ports.step_ups),
            recoveries: Arc::clone(&ports.recoveries),
            security: Arc::clone(&ports.security),
            sessions: Arc::clone(&ports.sessions),
            staff: Arc::clone(&ports.staff),
            staff_sessions: Arc::clone(&ports.staff_sessions),
            desk: Arc::clone(&ports.desk),
            audit: Arc::clone(&ports.audit),
            feedback: Arc::clone(&ports.feedback),
            experiments: Arc::clone(&ports.experiments),
            assistant: Serving::default(),
            approver: Arc::new(ShownCode),
            rng: Arc::clone(&self.0.rng),
            clock: Arc::clone(&self.0.clock),
            ids: Arc::clone(&self.0.ids),
            calendar: self.0.calendar.clone(),
            // Whoever practises sees at once how it ends.
            policy: Policy {
                session_idle_s: IDLE_S,
                waits: Waits::NONE,
                tax_year: self.0.tax_year,
                ..Policy::default()
            },
            remembered: Arc::default(),
        }
    }
}

/// The database of the play bank that stands beside `database`: a file with `-practice` in its name, or a schema
/// `practice` in the same database of PostgreSQL.
#[must_use]
pub fn beside(database: &str) -> String {
    if !database.starts_with("sqlite:") {
        let join = if database.contains('?') { '&' } else { '?' };
        return format!("{database}{join}options[search_path]=practice");
    }
    let (file, rest) =
        database.split_once('?').map_or((database, String::new()), |(file, rest)| (file, format!("?{rest}")));
    let end = Path::new(file).extension().and_then(|end| end.to_str()).map_or(String::new(), |end| format!(".{end}"));
    let stem = file.strip_suffix(&end).unwrap_or(file);
    format!("{stem}-practice{end}{rest}")
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn the_play_bank_stands_beside_the_real_one_and_is_never_it() {
        for (real, play) in [
            ("sqlite:var/banyan.db", "sqlite:var/banyan-practice.db"),
            ("sqlite:/srv/bank.d/file", "sqlite:/srv/bank.d/file-practice"),
            ("sqlite:///a/b.sqlite?mode=rwc", "sqlite:///a/b-practice.sqlite?mode=rwc"),
            ("postgres://bank@host/bank", "postgres://bank@host/bank?options[search_path]=practice"),
            ("postgres://b@h/b?sslmode=require", "postgres://b@h/b?sslmode=require&options[search_path]=practice"),
        ] {
            assert_eq!(beside(real), play);
        }
    }
}
