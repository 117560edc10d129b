//! What the program learns from.

use async_trait::async_trait;
use bank::{
    StorageError,
    misses::{Label, Miss, MissWhy},
    ports::{self, MissCounts},
};
use model::{CustomerId, Language, MissId, StaffId};
use serde::Deserialize;

use super::{Backend, statement::Statement};

/// The columns of [`MissRow`], of a message `m`.
macro_rules! miss_columns {
    () => {
        "m.id, m.customer, m.words, m.language, m.why, m.guesses, m.label"
    };
}

const MAY_LEARN: &str =
    concat!("select ", nested!("count(*)"), as_text!(), " from customer c where c.id = $1 and c.learn = 'on'");

const LET_LEARN: &str = "update customer set learn = $2 where id = $1 returning id";

const FORGET: &str = "delete from missed where customer = $1 returning id";

// Whoever lets it no more in this moment is first, or has it forgotten with the rest.
const KEEP: &str = "insert into missed (id, customer, words, language, why, guesses) \
     select $1, c.id, $3, $4, $5, $6 from customer c where c.id = $2 and c.learn = 'on' and not exists \
     (select 1 from missed m where m.customer = $2 and m.words = $3 and m.agreed_by is null) returning id";

const NEXT: &str = concat!(
    "select ",
    gathered!(miss_columns!(), "m.id"),
    " from (select m.* from missed m join customer c on c.id = m.customer where m.id > $1 and c.learn = 'on' \
     and m.agreed_by is null and (m.labelled_by is null or m.labelled_by <> $2) order by m.id limit 1) m"
);

const LABEL: &str = "update missed set label = $2, labelled_by = $3 where id = $1 and label is null returning id";

const AGREE: &str = "update missed set agreed_by = $2 \
     where id = $1 and agreed_by is null and labelled_by <> $2 and label = $3 returning id";

const REFUSE: &str = "update missed set label = null, labelled_by = null \
     where id = $1 and agreed_by is null and labelled_by <> $2 and label = $3 returning id";

const REMOVE: &str = "delete from missed where id = $1 and label is null returning id";

const COUNTS: &str = concat!(
    "select ",
    nested!(
        "count(case when m.label is null then 1 end), \
         count(case when m.label is not null and m.agreed_by is null then 1 end), count(m.agreed_by)"
    ),
    as_text!(),
    " from missed m"
);

const AGREED: &str = concat!(
    "select ",
    gathered!(miss_columns!(), "m.id"),
    " from missed m join customer c on c.id = m.customer where m.agreed_by is not null and c.learn = 'on'"
);

#[derive(Deserialize)]
struct MissRow(i64, i64, String, Language, MissWhy, String, Option<String>);

impl MissRow {
    fn miss(self) -> Miss {
        let Self(id, customer, words, language, why, guesses, label) = self;
        Miss {
            id: MissId::new(id),
            customer: CustomerId::new(customer),
            words,
            language,
            why,
            // What another version of the program understood and this one does not is nothing to it.
            guesses: serde_json::from_str(&guesses).unwrap_or_default(),
            label: label.as_deref().and_then(Label::from_code),
        }
    }
}

fn misses(rows: Option<Vec<MissRow>>) -> Vec<Miss> {
    rows.unwrap_or_default().into_iter().map(MissRow::miss).collect()
}

#[async_trait]
impl ports::Misses for Backend {
    async fn may_learn(&self, customer: CustomerId) -> Result<bool, StorageError> {
        let count: Option<[i64; 1]> = self.read(sqlx::query_scalar(MAY_LEARN).bind(customer.value())).await?;
        Ok(count.is_some_and(|[count]| count > 0))
    }

    async fn let_learn(&self, customer: CustomerId, may: bool) -> Result<(), StorageError> {
        let learn = if may { "on" } else { "off" };
        self.write(Statement::new(LET_LEARN).with(customer.value()).with(learn)).await?;
        if !may {
            self.write(Statement::new(FORGET).with(customer.value())).await?;
        }
        Ok(())
    }

    async fn keep(&self, miss: &Miss) -> Result<bool, StorageError> {
        let statement = Statement::new(KEEP)
            .with(miss.id.value())
            .with(miss.customer.value())
            .with(miss.words.clone())
            .with(miss.language.code())
            .with(miss.why.code())
            .with(serde_json::to_string(&miss.guesses).map_err(StorageError::new)?);
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn next(&self, member: StaffId, after: Option<MissId>) -> Result<Option<Miss>, StorageError> {
        let query = sqlx::query_scalar(NEXT).bind(after.map_or(0, MissId::value)).bind(member.value());
        Ok(misses(self.read(query).await?).into_iter().next())
    }

    async fn label(&self, id: MissId, label: Label, member: StaffId) -> Result<bool, StorageError> {
        let statement = Statement::new(LABEL).with(id.value()).with(label.code()).with(member.value());
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn agree(&self, id: MissId, label: Label, member: StaffId) -> Result<bool, StorageError> {
        let statement = Statement::new(AGREE).with(id.value()).with(member.value()).with(label.code());
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn refuse(&self, id: MissId, label: Label, member: StaffId) -> Result<bool, StorageError> {
        let statement = Statement::new(REFUSE).with(id.value()).with(member.value()).with(label.code());
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn remove(&self, id: MissId) -> Result<bool, StorageError> {
        Ok(!self.write(Statement::new(REMOVE).with(id.value())).await?.is_empty())
    }

    async fn counts(&self) -> Result<MissCounts, StorageError> {
        let counted: Option<(i64, i64, i64)> = self.read(sqlx::query_scalar(COUNTS)).await?;
        let (open, labelled, agreed) = counted.unwrap_or_default();
        Ok(MissCounts { open, labelled, agreed })
    }

    async fn agreed(&self) -> Result<Vec<Miss>, StorageError> {
        self.read(sqlx::query_scalar(AGREED)).await.map(misses)
    }
}
