//! Moving money: commands wait in one queue, and a writer commits those that wait together.
//!
//! One fsync then serves hundreds of payments. Nobody waits for a group to fill: a writer takes what is there.
//! A command that is refused never spoils its neighbours, and one that makes the database refuse a whole group is
//! found by halving it.

mod group;
mod load;
pub(super) mod save;

use std::{
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

use async_trait::async_trait;
use bank::{
    IdMint, StorageError,
    ledger::{Command, LedgerError, Receipt},
    ports,
};
use tokio::{
    sync::{Mutex, mpsc, oneshot},
    task::JoinHandle,
};

use super::{Backend, Row, dialect, statement::Statement};
use crate::Options;
use group::Worker;

/// How long a caller waits for its answer. The command goes on to its end all the same.
const PATIENCE: Duration = Duration::from_secs(10);

/// Something to write, and where the answer goes.
enum Job {
    /// A command to the ledger.
    Command(Box<Command>, oneshot::Sender<Result<Receipt, LedgerError>>),
    /// Statements of another port, which share the commit: the rows of the last are the answer.
    Statements(Vec<Statement>, oneshot::Sender<Result<Vec<Row>, StorageError>>),
}

/// The queue to the writers.
pub struct Writer {
    queue: RwLock<Option<mpsc::Sender<Job>>>,
    workers: Mutex<Vec<JoinHandle<()>>>,
}

/// The writer is closed, or has died.
#[derive(Debug, thiserror::Error)]
#[error("the ledger takes no more commands")]
struct Closed;

/// The writer did not answer in time.
#[derive(Debug, thiserror::Error)]
#[error("the ledger did not answer within {} s", PATIENCE.as_secs())]
struct TooSlow;

impl Writer {
    /// Connects the writers and starts their tasks.
    pub async fn start(how: &dialect::ConnectHow, options: &Options) -> Result<Self, sqlx::Error> {
        let (sender, receiver) = mpsc::channel(options.queue);
        let receiver = Arc::new(Mutex::new(receiver));
        let mut workers = Vec::new();
        for _ in 0..dialect::WRITERS {
            let worker = Worker::connect(how.clone(), options).await?;
            workers.push(tokio::spawn(watched(work(worker, Arc::clone(&receiver), options.group))));
        }
        Ok(Self { queue: RwLock::new(Some(sender)), workers: Mutex::new(workers) })
    }

    fn queue(&self) -> Option<mpsc::Sender<Job>> {
        self.queue.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    async fn submit(&self, command: Command) -> Result<Receipt, LedgerError> {
        let (sender, answer) = oneshot::channel();
        let queue = self.queue().ok_or_else(|| StorageError::new(Closed))?;
        match queue.try_send(Job::Command(Box::new(command), sender)) {
            Ok(()) => {}
            Err(mpsc::error::TrySendError::Full(_)) => return Err(LedgerError::Busy),
            Err(mpsc::error::TrySendError::Closed(_)) => return Err(StorageError::new(Closed).into()),
        }
        drop(queue);
        match tokio::time::timeout(PATIENCE, answer).await {
            Ok(answer) => answer.unwrap_or_else(|_| Err(StorageError::new(Closed).into())),
            Err(_) => Err(StorageError::new(TooSlow).into()),
        }
    }

    /// Has statements carried out by the one writer, in the commit of whatever else is waiting.
    pub async fn write(&self, statements: Vec<Statement>) -> Result<Vec<Row>, StorageError> {
        let (sender, answer) = oneshot::channel();
        let queue = self.queue().ok_or_else(|| StorageError::new(Closed))?;
        let sent = tokio::time::timeout(PATIENCE, queue.send(Job::Statements(statements, sender))).await;
        sent.map_err(|_| StorageError::new(TooSlow))?.map_err(|_| StorageError::new(Closed))?;
        drop(queue);
        match tokio::time::timeout(PATIENCE, answer).await {
            Ok(answer) => answer.unwrap_or_else(|_| Err(StorageError::new(Closed))),
            Err(_) => Err(StorageError::new(TooSlow)),
        }
    }

    async fn close(&self) {
        // Without a sender the writers finish what waits and end.
        drop(self.queue.write().unwrap_or_else(PoisonError::into_inner).take());
        for worker in self.workers.lock().await.drain(..) {
            if let Err(error) = worker.await {
                tracing::error!(%error, "a writer of the ledger ended badly");
            }
        }
    }
}

/// Ends the process where a writer ends by a panic: a bank that can no longer write must not look as if it could,
/// and whoever keeps it running starts it again.
async fn watched(work: impl Future<Output = ()> + Send + 'static) {
    if let Err(error) = tokio::spawn(work).await
        && error.is_panic()
    {
        tracing::error!(%error, "a writer of the ledger ended badly: stopping at once");
        std::process::abort();
    }
}

/// Takes what waits, commits it, answers; until the queue is closed and empty.
async fn work(mut worker: Worker, queue: Arc<Mutex<mpsc::Receiver<Job>>>, most: usize) {
    let mut jobs = Vec::with_capacity(most);
    loop {
        let mut waiting = queue.lock().await;
        if waiting.recv_many(&mut jobs, most).await == 0 {
            return;
        }
        // Those who were just answered are about to ask again: while every turn of the tasks that are ready brings
        // more, they belong together. Nobody is waited for.
        let mut before = 0;
        while before < jobs.len() && jobs.len() < most {
            before = jobs.len();
            tokio::task::yield_now().await;
            while jobs.len() < most
                && let Ok(job) = waiting.try_recv()
            {
                jobs.push(job);
            }
        }
        drop(waiting);
        worker.settle(std::mem::take(&mut jobs)).await;
    }
}

/// Makes ids for rows that nobody names.
type Ids = Arc<IdMint>;

#[async_trait]
impl ports::Ledger for Backend {
    async fn submit(&self, command: Command) -> Result<Receipt, LedgerError> {
        self.writer.submit(command).await
    }

    async fn close(&self) {
        self.writer.close().await;
    }
}
