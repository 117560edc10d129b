//! What customers have written to the bank.

use async_trait::async_trait;
use bank::{
    IdMint, StorageError,
    ports::{self, Queue, TicketCounts},
    staff::Role,
    tickets::{Entry, Ticket, TicketHead, TicketState},
};
use model::{
    AccountId, CustomerId, Language, StaffId, TextSize, TicketId, Timestamp,
    forms::{LineOf, TicketKind},
};
use serde::Deserialize;

use super::{Backend, statement::Statement};

/// The columns of [`HeadRow`], of a ticket `t`.
macro_rules! head_columns {
    () => {
        "t.id, t.customer, t.kind, t.language, t.state, t.role, t.taken_by, t.due_at, t.opened_at, t.changed_at, \
         t.closed_at, t.version"
    };
}

/// The columns of [`TicketRow`], of a ticket `t`.
macro_rules! ticket_columns {
    () => {
        concat!(nested!(head_columns!()), ", t.account, t.line, t.entries")
    };
}

const KEEP: &str = "insert into ticket \
     (id, customer, kind, language, state, role, taken_by, due_at, opened_at, changed_at, closed_at, account, line, \
     entries, version) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

const UPDATE: &str = "update ticket set state = $3, role = $4, taken_by = $5, due_at = $6, changed_at = $7, \
     closed_at = $8, entries = $9, version = $10 where id = $1 and version = $2 returning id";

const OF_CUSTOMER: &str = concat!(
    "select ",
    gathered!(head_columns!(), "t.id desc"),
    " from (select * from ticket where customer = $1 order by id desc limit $2) t"
);

const ONE: &str =
    concat!("select ", gathered!(ticket_columns!(), "t.id"), " from ticket t where t.customer = $1 and t.id = $2");

const ANY: &str = concat!("select ", gathered!(ticket_columns!(), "t.id"), " from ticket t where t.id = $1");

const DUE: &str = concat!(
    "select ",
    gathered!(head_columns!(), "t.due_at, t.id"),
    " from (select * from ticket where state = 'open' order by due_at, id limit $1) t"
);

const LATEST: &str = concat!(
    "select ",
    gathered!(head_columns!(), "t.changed_at desc, t.id desc"),
    " from (select * from ticket where state = $1 order by changed_at desc, id desc limit $2) t"
);

// What is due stands before what is not; the two databases do not agree where nothing stands.
const TAKEN: &str = concat!(
    "select ",
    gathered!(head_columns!(), "t.rank, t.due_at, t.id"),
    " from (select *, case when due_at is null then 1 else 0 end as rank from ticket \
     where taken_by = $1 and state <> 'closed' order by rank, due_at, id limit $2) t"
);

// A ticket has its number from the moment at which it was written.
const BEGUN: &str = concat!(
    "select ",
    gathered!(
        concat!(nested!(ticket_columns!()), ", (select c.text_size from customer c where c.id = t.customer)"),
        "t.id desc"
    ),
    " from (select * from ticket where id >= $1 and id < $2 and opened_at >= $3 order by id desc limit $4) t"
);

const COUNTS: &str = concat!(
    "select ",
    nested!("count(*), count(case when t.due_at < $1 then 1 end)"),
    as_text!(),
    " from ticket t where t.state = 'open'"
);

#[derive(Deserialize)]
struct HeadRow {
    id: i64,
    customer: i64,
    kind: TicketKind,
    language: Language,
    state: TicketState,
    role: Role,
    taken_by: Option<i64>,
    due_at: Option<Timestamp>,
    opened_at: Timestamp,
    changed_at: Timestamp,
    closed_at: Option<Timestamp>,
    version: i64,
}

impl HeadRow {
    fn head(self) -> TicketHead {
        TicketHead {
            id: TicketId::new(self.id),
            customer: CustomerId::new(self.customer),
            kind: self.kind,
            language: self.language,
            state: self.state,
            role: self.role,
            taken_by: self.taken_by.map(StaffId::new),
            due_at: self.due_at,
            opened_at: self.opened_at,
            changed_at: self.changed_at,
            closed_at: self.closed_at,
            version: self.version,
        }
    }
}

/// A ticket: where it stands, the account and the line it is about, and what was done.
#[derive(Deserialize)]
struct TicketRow(HeadRow, Option<i64>, Option<i64>, String);

impl TicketRow {
    fn ticket(self) -> Result<Ticket, StorageError> {
        let Self(head, account, line, entries) = self;
        let about = account.zip(line).map(|(id, version)| LineOf { account: AccountId::new(id), version });
        Ok(Ticket { head: head.head(), about, entries: serde_json::from_str(&entries).map_err(StorageError::new)? })
    }
}

fn heads(rows: Option<Vec<HeadRow>>) -> Vec<TicketHead> {
    rows.unwrap_or_default().into_iter().map(HeadRow::head).collect()
}

fn first(rows: Option<Vec<TicketRow>>) -> Result<Option<Ticket>, StorageError> {
    rows.unwrap_or_default().into_iter().next().map(TicketRow::ticket).transpose()
}

fn written(entries: &[Entry]) -> Result<String, StorageError> {
    serde_json::to_string(entries).map_err(StorageError::new)
}

#[async_trait]
impl ports::Tickets for Backend {
    async fn keep(&self, ticket: &Ticket) -> Result<(), StorageError> {
        let head = &ticket.head;
        let statement = Statement::new(KEEP)
            .with(head.id.value())
            .with(head.customer.value())
            .with(head.kind.code())
            .with(head.language.code())
            .with(head.state.code())
            .with(head.role.code())
            .with(head.taken_by.map(StaffId::value))
            .with(head.due_at.map(Timestamp::micros))
            .with(head.opened_at.micros())
            .with(head.changed_at.micros())
            .with(head.closed_at.map(Timestamp::micros))
            .with(ticket.about.map(|line| line.account.value()))
            .with(ticket.about.map(|line| line.version))
            .with(written(&ticket.entries)?)
            .with(head.version);
        self.write(statement).await.map(drop)
    }

    async fn update(&self, ticket: &Ticket, seen: i64) -> Result<bool, StorageError> {
        let head = &ticket.head;
        let statement = Statement::new(UPDATE)
            .with(head.id.value())
            .with(seen)
            .with(head.state.code())
            .with(head.role.code())
            .with(head.taken_by.map(StaffId::value))
            .with(head.due_at.map(Timestamp::micros))
            .with(head.changed_at.micros())
            .with(head.closed_at.map(Timestamp::micros))
            .with(written(&ticket.entries)?)
            .with(head.version);
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn of_customer(&self, owner: CustomerId, limit: u32) -> Result<Vec<TicketHead>, StorageError> {
        self.read(sqlx::query_scalar(OF_CUSTOMER).bind(owner.value()).bind(i64::from(limit))).await.map(heads)
    }

    async fn one(&self, owner: CustomerId, id: TicketId) -> Result<Option<Ticket>, StorageError> {
        first(self.read(sqlx::query_scalar(ONE).bind(owner.value()).bind(id.value())).await?)
    }

    async fn any(&self, id: TicketId) -> Result<Option<Ticket>, StorageError> {
        first(self.read(sqlx::query_scalar(ANY).bind(id.value())).await?)
    }

    async fn queue(&self, queue: Queue, limit: u32) -> Result<Vec<TicketHead>, StorageError> {
        let limit = i64::from(limit);
        let rows = match queue {
            Queue::In(TicketState::Open) => self.read(sqlx::query_scalar(DUE).bind(limit)).await,
            Queue::In(state) => self.read(sqlx::query_scalar(LATEST).bind(state.code()).bind(limit)).await,
            Queue::Of(member) => self.read(sqlx::query_scalar(TAKEN).bind(member.value()).bind(limit)).await,
        };
        rows.map(heads)
    }

    async fn begun(
        &self,
        since: Timestamp,
        before: Option<TicketId>,
        limit: u32,
    ) -> Result<Vec<(Ticket, TextSize)>, StorageError> {
        let query = sqlx::query_scalar(BEGUN)
            .bind(IdMint::first_at(since))
            .bind(before.map_or(i64::MAX, TicketId::value))
            .bind(since.micros())
            .bind(i64::from(limit));
        let rows: Option<Vec<(TicketRow, TextSize)>> = self.read(query).await?;
        rows.unwrap_or_default().into_iter().map(|(row, text)| Ok((row.ticket()?, text))).collect()
    }

    async fn counts(&self, now: Timestamp) -> Result<TicketCounts, StorageError> {
        let counted: Option<(i64, i64)> = self.read(sqlx::query_scalar(COUNTS).bind(now.micros())).await?;
        let (open, overdue) = counted.unwrap_or_default();
        Ok(TicketCounts { open, overdue })
    }
}
