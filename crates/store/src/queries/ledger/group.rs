//! One group of commands: loaded, decided, written, committed, answered.

use std::{collections::HashMap, sync::Arc, time::Duration};

use bank::{
    Calendar, StorageError,
    ledger::{Command, Effects, IdempotencyKey, LedgerError, Receipt},
};
use sqlx::{ConnectOptions, Connection as _};

use super::{
    super::{Connection, Row, dialect},
    Ids, Job,
    load::{self, Loaded},
    save,
};
use crate::{Options, options::Advice};

/// How often a group is tried again after another writer was faster.
const RETRIES: u64 = 8;

/// A writer with its connection.
pub struct Worker {
    how: dialect::ConnectHow,
    connection: Option<Connection>,
    ids: Ids,
    calendar: Calendar,
    /// What the connection was told last before a group.
    told: Option<&'static str>,
}

/// What became of a job, before it is told.
enum Outcome {
    Command(Result<Receipt, LedgerError>),
    Rows(Vec<Row>),
}

impl Worker {
    /// A writer with a new connection.
    pub async fn connect(how: dialect::ConnectHow, options: &Options) -> Result<Self, sqlx::Error> {
        let connection = how.connect().await?;
        let (ids, calendar) = (Arc::clone(&options.ids), options.calendar.clone());
        Ok(Self { how, connection: Some(connection), ids, calendar, told: None })
    }

    /// Carries all jobs out in one commit and answers each.
    pub async fn settle(&mut self, mut jobs: Vec<Job>) {
        let (advice, error) = match self.persist(&jobs).await {
            Ok(outcomes) => return jobs.into_iter().zip(outcomes).for_each(|(job, outcome)| job.answer(outcome)),
            Err(failure) => failure,
        };
        match advice {
            Advice::OneByOne | Advice::Waited if jobs.len() > 1 => {
                let second = jobs.split_off(jobs.len() / 2);
                Box::pin(self.settle(jobs)).await;
                Box::pin(self.settle(second)).await;
            }
            Advice::Waited => jobs.into_iter().for_each(Job::answer_in_flight),
            _ => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    jobs = jobs.len(),
                    "a group was not committed"
                );
                let error = Arc::new(error);
                for job in jobs {
                    job.answer_failure(&error);
                }
            }
        }
    }

    /// Tries a group until it is committed or trying again is of no use.
    async fn persist(&mut self, jobs: &[Job]) -> Result<Vec<Outcome>, (Advice, sqlx::Error)> {
        let mut tries = 0;
        loop {
            let error = match self.attempt(jobs).await {
                Ok(outcomes) => return Ok(outcomes),
                Err(error) => error,
            };
            let advice = dialect::advice(&error);
            self.clean_up(advice, &error).await;
            if advice != Advice::Retry || tries == RETRIES {
                return Err((advice, error));
            }
            tries += 1;
            tokio::time::sleep(Duration::from_millis(2 * tries)).await;
        }
    }

    async fn attempt(&mut self, jobs: &[Job]) -> Result<Vec<Outcome>, sqlx::Error> {
        let connection = match &mut self.connection {
            Some(connection) => connection,
            empty => {
                self.told = None;
                empty.insert(self.how.connect().await?)
            }
        };
        let telling = dialect::BEFORE_GROUPS.iter().find(|(most, _)| jobs.len() <= *most).map(|(_, told)| *told);
        if let Some(setting) = telling
            && self.told != telling
        {
            sqlx::query(setting).execute(&mut *connection).await?;
            self.told = telling;
        }
        sqlx::query(dialect::BEGIN).execute(&mut *connection).await?;
        let commands = jobs.iter().filter_map(Job::command);
        let mut loaded = load::touched_by(connection, commands.clone()).await?;
        loaded.book = loaded.book.in_calendar(self.calendar.clone());
        let (decided, loaded, effects) = decide(loaded, commands);
        save::all(connection, &loaded.book, &effects, &self.ids).await?;
        let mut decided = decided.into_iter();
        let mut outcomes = Vec::with_capacity(jobs.len());
        for job in jobs {
            outcomes.push(match job {
                Job::Command(..) => Outcome::Command(decided.next().expect("each command was decided")),
                Job::Statements(statements, _) => {
                    let mut rows = Vec::new();
                    for statement in statements {
                        rows = statement.query().fetch_all(&mut *connection).await?;
                    }
                    Outcome::Rows(rows)
                }
            });
        }
        sqlx::query("commit").execute(connection).await?;
        Ok(outcomes)
    }

    /// Leaves no transaction open behind a failure; a connection that does not answer is replaced.
    async fn clean_up(&mut self, advice: Advice, error: &sqlx::Error) {
        if advice == Advice::EndProcess {
            tracing::error!(error = error as &dyn std::error::Error, "the disk failed: stopping at once");
            std::process::abort();
        }
        let Some(mut connection) = self.connection.take() else { return };
        if advice != Advice::GiveUp && sqlx::query("rollback").execute(&mut connection).await.is_ok() {
            self.connection = Some(connection);
        } else if let Err(error) = connection.close_hard().await {
            tracing::warn!(%error, "a connection did not close");
        }
    }
}

/// Decides every command of a group against the rows it touches, in the order in which they came.
fn decide<'a>(
    mut loaded: Loaded,
    commands: impl Iterator<Item = &'a Command>,
) -> (Vec<Result<Receipt, LedgerError>>, Loaded, Effects) {
    let mut effects = Effects::default();
    let mut decided = Vec::new();
    for command in commands {
        let verdict = match replayed(&loaded.kept, command.key.as_ref()) {
            Some(verdict) => verdict,
            None => loaded.book.decide(command).map_err(LedgerError::Refused).map(|(receipt, caused)| {
                effects.append(caused);
                if let Some(key) = &command.key {
                    loaded.kept.insert(scope(key), (key.request_hash, receipt));
                }
                receipt
            }),
        };
        decided.push(verdict);
    }
    (decided, loaded, effects)
}

/// Whose key it is, what for, and the key.
pub type Scope = (String, i64, String);
/// What was asked under a key, and the answer.
pub type Kept = HashMap<Scope, ([u8; 32], Receipt)>;

fn scope(key: &IdempotencyKey) -> Scope {
    (key.key.clone(), key.principal.value(), key.operation.to_owned())
}

fn replayed(kept: &Kept, key: Option<&IdempotencyKey>) -> Option<Result<Receipt, LedgerError>> {
    let key = key?;
    let (hash, receipt) = kept.get(&scope(key))?;
    Some(if *hash == key.request_hash { Ok(*receipt) } else { Err(LedgerError::KeyReused) })
}

impl Job {
    fn command(&self) -> Option<&Command> {
        match self {
            Self::Command(command, _) => Some(command),
            Self::Statements(..) => None,
        }
    }

    // A caller that has gone away takes no answer, and that is all right.

    fn answer(self, outcome: Outcome) {
        match (self, outcome) {
            (Self::Command(_, to), Outcome::Command(verdict)) => drop(to.send(verdict)),
            (Self::Statements(_, to), Outcome::Rows(rows)) => drop(to.send(Ok(rows))),
            _ => unreachable!("outcomes are made in the order of their jobs"),
        }
    }

    fn answer_in_flight(self) {
        match self {
            Self::Command(_, to) => drop(to.send(Err(LedgerError::InFlight))),
            Self::Statements(_, to) => drop(to.send(Err(StorageError::new(sqlx::Error::PoolTimedOut)))),
        }
    }

    fn answer_failure(self, error: &Arc<sqlx::Error>) {
        let error = StorageError::new(Arc::clone(error));
        match self {
            Self::Command(_, to) => drop(to.send(Err(error.into()))),
            Self::Statements(_, to) => drop(to.send(Err(error))),
        }
    }
}
