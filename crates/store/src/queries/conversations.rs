//! What people and the bank say to one another.

use async_trait::async_trait;
use bank::{
    IdMint, StorageError,
    conversations::{Conversation, ConversationHead, ConversationState, Entry, HandOver},
    ports::{self, ChatCounts, ChatQueue},
};
use model::{ConversationId, CustomerId, Language, StaffId, TextSize, Timestamp, forms::Whereabouts};
use serde::Deserialize;

use super::{Backend, statement::Statement};

const DAY_S: i64 = 86_400;

/// The columns of [`HeadRow`], of a conversation `t`.
macro_rules! head_columns {
    () => {
        "t.id, t.customer, t.language, t.state, t.why, t.page, t.taken_by, t.due_at, t.opened_at, t.changed_at, \
         t.closed_at, t.version, t.owner_read, t.bank_read"
    };
}

/// The columns of [`ConversationRow`], of a conversation `t`.
macro_rules! conversation_columns {
    () => {
        concat!(nested!(head_columns!()), ", t.dialogue, t.entries")
    };
}

const KEEP: &str = "insert into conversation \
     (id, customer, language, state, why, page, taken_by, due_at, opened_at, changed_at, closed_at, dialogue, entries, \
     version, owner_read, bank_read) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, 0) on conflict do nothing returning id";

const UPDATE: &str = "update conversation set state = $3, why = $4, page = $5, taken_by = $6, due_at = $7, \
     changed_at = $8, closed_at = $9, dialogue = $10, entries = $11, version = $12 \
     where id = $1 and version = $2 returning id";

// The one that goes on is the last that began: no other begins before it is over.
const LATEST: &str = concat!(
    "select ",
    gathered!(conversation_columns!(), "t.id"),
    " from (select * from conversation where customer = $1 \
     order by case when state = 'closed' then 1 else 0 end, id desc limit 1) t"
);

const ONE: &str = concat!(
    "select ",
    gathered!(conversation_columns!(), "t.id"),
    " from conversation t where t.customer = $1 and t.id = $2"
);

const OF_VISITOR: &str = concat!(
    "select ",
    gathered!(conversation_columns!(), "t.id"),
    " from conversation t where t.customer is null and t.id = $1"
);

const ANY: &str =
    concat!("select ", gathered!(conversation_columns!(), "t.id"), " from conversation t where t.id = $1");

const ADOPT: &str = "update conversation set customer = $2 where id = $1 and customer is null and (state = 'closed' \
     or not exists (select 1 from conversation other where other.customer = $2 and other.state <> 'closed')) \
     returning id";

const OWNER_READ: &str = "update conversation set owner_read = $2 where id = $1 and owner_read < $2 returning id";

const BANK_READ: &str = "update conversation set bank_read = $2 where id = $1 and bank_read < $2 returning id";

// Nobody knows how many a stranger is.
const WAITING: &str = concat!(
    "select ",
    gathered!(head_columns!(), "t.rank, t.due_at, t.id"),
    " from (select *, case when customer is null then 1 else 0 end as rank from conversation \
     where state = 'waiting' order by rank, due_at, id limit $1) t"
);

// What is due stands before what is not; the two databases do not agree where nothing stands.
const TAKEN: &str = concat!(
    "select ",
    gathered!(head_columns!(), "t.rank, t.due_at, t.id"),
    " from (select *, case when due_at is null then 1 else 0 end as rank from conversation \
     where state = 'person' order by rank, due_at, id limit $1) t"
);

const OF_MEMBER: &str = concat!(
    "select ",
    gathered!(head_columns!(), "t.rank, t.due_at, t.id"),
    " from (select *, case when due_at is null then 1 else 0 end as rank from conversation \
     where state = 'person' and taken_by = $1 order by rank, due_at, id limit $2) t"
);

const COUNTS: &str = concat!(
    "select ",
    nested!("count(case when t.state = 'waiting' then 1 end), count(case when t.due_at < $1 then 1 end)"),
    as_text!(),
    " from conversation t where t.due_at is not null"
);

// The number of a stranger's may be a day older than what they said.
const BEGUN: &str = concat!(
    "select ",
    gathered!(
        concat!(nested!(conversation_columns!()), ", (select c.text_size from customer c where c.id = t.customer)"),
        "t.id desc"
    ),
    " from (select * from conversation where id >= $1 and id < $2 and opened_at >= $3 order by id desc limit $4) t"
);

const CHANGED: &str =
    concat!("select ", gathered!("t.id, t.version", "t.id"), " from conversation t where t.changed_at >= $1");

#[derive(Deserialize)]
struct HeadRow {
    id: i64,
    customer: Option<i64>,
    language: Language,
    state: ConversationState,
    why: Option<HandOver>,
    page: String,
    taken_by: Option<i64>,
    due_at: Option<Timestamp>,
    opened_at: Timestamp,
    changed_at: Timestamp,
    closed_at: Option<Timestamp>,
    version: i64,
    owner_read: i64,
    bank_read: i64,
}

impl HeadRow {
    fn head(self) -> ConversationHead {
        ConversationHead {
            id: ConversationId::new(self.id),
            customer: self.customer.map(CustomerId::new),
            language: self.language,
            state: self.state,
            why: self.why,
            // A page that this program does not have any more is one that nothing is said of.
            page: Whereabouts::from_code(&self.page),
            taken_by: self.taken_by.map(StaffId::new),
            due_at: self.due_at,
            opened_at: self.opened_at,
            changed_at: self.changed_at,
            closed_at: self.closed_at,
            version: self.version,
            owner_read: self.owner_read,
            bank_read: self.bank_read,
        }
    }
}

/// A conversation: where it stands, what the program has in mind, and what was said.
#[derive(Deserialize)]
struct ConversationRow(HeadRow, String, String);

impl ConversationRow {
    fn conversation(self) -> Result<Conversation, StorageError> {
        let Self(head, dialogue, entries) = self;
        let entries = serde_json::from_str(&entries).map_err(StorageError::new)?;
        Ok(Conversation { head: head.head(), dialogue, entries })
    }
}

fn heads(rows: Option<Vec<HeadRow>>) -> Vec<ConversationHead> {
    rows.unwrap_or_default().into_iter().map(HeadRow::head).collect()
}

fn first(rows: Option<Vec<ConversationRow>>) -> Result<Option<Conversation>, StorageError> {
    rows.unwrap_or_default().into_iter().next().map(ConversationRow::conversation).transpose()
}

fn written(entries: &[Entry]) -> Result<String, StorageError> {
    serde_json::to_string(entries).map_err(StorageError::new)
}

#[async_trait]
impl ports::Conversations for Backend {
    async fn keep(&self, conversation: &Conversation) -> Result<bool, StorageError> {
        let head = &conversation.head;
        let statement = Statement::new(KEEP)
            .with(head.id.value())
            .with(head.customer.map(CustomerId::value))
            .with(head.language.code())
            .with(head.state.code())
            .with(head.why.map(HandOver::code))
            .with(head.page.map_or("", Whereabouts::code))
            .with(head.taken_by.map(StaffId::value))
            .with(head.due_at.map(Timestamp::micros))
            .with(head.opened_at.micros())
            .with(head.changed_at.micros())
            .with(head.closed_at.map(Timestamp::micros))
            .with(conversation.dialogue.clone())
            .with(written(&conversation.entries)?)
            .with(head.version);
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn update(&self, conversation: &Conversation, seen: i64) -> Result<bool, StorageError> {
        let head = &conversation.head;
        let statement = Statement::new(UPDATE)
            .with(head.id.value())
            .with(seen)
            .with(head.state.code())
            .with(head.why.map(HandOver::code))
            .with(head.page.map_or("", Whereabouts::code))
            .with(head.taken_by.map(StaffId::value))
            .with(head.due_at.map(Timestamp::micros))
            .with(head.changed_at.micros())
            .with(head.closed_at.map(Timestamp::micros))
            .with(conversation.dialogue.clone())
            .with(written(&conversation.entries)?)
            .with(head.version);
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn latest(&self, owner: CustomerId) -> Result<Option<Conversation>, StorageError> {
        first(self.read(sqlx::query_scalar(LATEST).bind(owner.value())).await?)
    }

    async fn one(&self, owner: CustomerId, id: ConversationId) -> Result<Option<Conversation>, StorageError> {
        first(self.read(sqlx::query_scalar(ONE).bind(owner.value()).bind(id.value())).await?)
    }

    async fn of_visitor(&self, id: ConversationId) -> Result<Option<Conversation>, StorageError> {
        first(self.read(sqlx::query_scalar(OF_VISITOR).bind(id.value())).await?)
    }

    async fn any(&self, id: ConversationId) -> Result<Option<Conversation>, StorageError> {
        first(self.read(sqlx::query_scalar(ANY).bind(id.value())).await?)
    }

    async fn adopt(&self, id: ConversationId, owner: CustomerId) -> Result<bool, StorageError> {
        Ok(!self.write(Statement::new(ADOPT).with(id.value()).with(owner.value())).await?.is_empty())
    }

    async fn owner_read(&self, id: ConversationId, upto: i64) -> Result<(), StorageError> {
        self.write(Statement::new(OWNER_READ).with(id.value()).with(upto)).await.map(drop)
    }

    async fn bank_read(&self, id: ConversationId, upto: i64) -> Result<(), StorageError> {
        self.write(Statement::new(BANK_READ).with(id.value()).with(upto)).await.map(drop)
    }

    async fn queue(&self, queue: ChatQueue, limit: u32) -> Result<Vec<ConversationHead>, StorageError> {
        let limit = i64::from(limit);
        let rows = match queue {
            ChatQueue::Waiting => self.read(sqlx::query_scalar(WAITING).bind(limit)).await,
            ChatQueue::Taken => self.read(sqlx::query_scalar(TAKEN).bind(limit)).await,
            ChatQueue::Of(member) => self.read(sqlx::query_scalar(OF_MEMBER).bind(member.value()).bind(limit)).await,
        };
        rows.map(heads)
    }

    async fn begun(
        &self,
        since: Timestamp,
        before: Option<ConversationId>,
        limit: u32,
    ) -> Result<Vec<(Conversation, Option<TextSize>)>, StorageError> {
        let query = sqlx::query_scalar(BEGUN)
            .bind(IdMint::first_at(since.plus_seconds(-DAY_S)))
            .bind(before.map_or(i64::MAX, ConversationId::value))
            .bind(since.micros())
            .bind(i64::from(limit));
        let rows: Option<Vec<(ConversationRow, Option<TextSize>)>> = self.read(query).await?;
        rows.unwrap_or_default().into_iter().map(|(row, text)| Ok((row.conversation()?, text))).collect()
    }

    async fn changed(&self, since: Timestamp) -> Result<Vec<(ConversationId, i64)>, StorageError> {
        let rows: Option<Vec<(i64, i64)>> = self.read(sqlx::query_scalar(CHANGED).bind(since.micros())).await?;
        Ok(rows.unwrap_or_default().into_iter().map(|(id, version)| (ConversationId::new(id), version)).collect())
    }

    async fn counts(&self, now: Timestamp) -> Result<ChatCounts, StorageError> {
        let counted: Option<(i64, i64)> = self.read(sqlx::query_scalar(COUNTS).bind(now.micros())).await?;
        let (waiting, overdue) = counted.unwrap_or_default();
        Ok(ChatCounts { waiting, overdue })
    }
}
