//! Ways back in that people have asked for.

use async_trait::async_trait;
use bank::{
    StorageError, ports,
    recovery::{Ending, Hash, Lost, Recovery},
};
use model::{CustomerId, RecoveryId, Timestamp};
use sqlx::Row as _;

use super::{Backend, Row, rows::known, statement::Statement};

/// The columns that [`recovery`] reads.
macro_rules! recovery_columns {
    () => {
        "id, customer, lost, handed, started_at, ending"
    };
}

const LAPSE: &str = "update recovery set ending = 'lapsed', ended_at = $3 \
     where customer = $1 and ending is null and started_at <= $2";

// That there is one under way is for the index to say: of two that begin side by side, one is kept.
const START: &str = "insert into recovery (id, customer, lost, link, handed, started_at) \
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id";

const RELINK: &str =
    concat!("update recovery set link = $2 where customer = $1 and ending is null returning ", recovery_columns!());

const BY_LINK: &str = concat!("select ", recovery_columns!(), " from recovery where link = $1");

const ONE: &str = concat!("select ", recovery_columns!(), " from recovery where customer = $1 and id = $2");

const UNDER_WAY: &str =
    concat!("select ", recovery_columns!(), " from recovery where customer = $1 and ending is null");

const END: &str = "update recovery set ending = $2, ended_at = $3 \
     where id = $1 and ending is null and started_at <= $4 returning id";

fn recovery(row: &Row) -> Result<Recovery, StorageError> {
    let number = |at: usize| row.try_get::<i64, _>(at).map_err(StorageError::new);
    let lost: String = row.try_get(2).map_err(StorageError::new)?;
    let handed: Option<Vec<u8>> = row.try_get(3).map_err(StorageError::new)?;
    let ending: Option<String> = row.try_get(5).map_err(StorageError::new)?;
    Ok(Recovery {
        id: RecoveryId::new(number(0)?),
        customer: CustomerId::new(number(1)?),
        lost: known(Lost::from_code(&lost), "what was lost")?,
        handed: handed.map(|hash| known(Hash::try_from(hash).ok(), "hash")).transpose()?,
        started_at: Timestamp::from_micros(number(4)?),
        ending: ending.map(|word| known(Ending::from_code(&word), "ending")).transpose()?,
    })
}

impl Backend {
    async fn recovery(
        &self,
        query: sqlx::query::Query<'_, super::Db, super::Arguments>,
    ) -> Result<Option<Recovery>, StorageError> {
        let row = query.fetch_optional(&self.pool).await.map_err(StorageError::new)?;
        row.as_ref().map(recovery).transpose()
    }
}

#[async_trait]
impl ports::Recoveries for Backend {
    async fn start(&self, new: &Recovery, link: &Hash, lapsed: Timestamp) -> Result<bool, StorageError> {
        let (customer, at) = (new.customer.value(), new.started_at.micros());
        self.write(Statement::new(LAPSE).with(customer).with(lapsed.micros()).with(at)).await?;
        let statement = Statement::new(START)
            .with(new.id.value())
            .with(customer)
            .with(new.lost.code())
            .with(link.to_vec())
            .with(new.handed.map(|hash| hash.to_vec()))
            .with(at);
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn relink(&self, customer: CustomerId, link: &Hash) -> Result<Option<Recovery>, StorageError> {
        let rows = self.write(Statement::new(RELINK).with(customer.value()).with(link.to_vec())).await?;
        rows.first().map(recovery).transpose()
    }

    async fn by_link(&self, link: &Hash) -> Result<Option<Recovery>, StorageError> {
        self.recovery(sqlx::query(BY_LINK).bind(link.to_vec())).await
    }

    async fn one(&self, customer: CustomerId, id: RecoveryId) -> Result<Option<Recovery>, StorageError> {
        self.recovery(sqlx::query(ONE).bind(customer.value()).bind(id.value())).await
    }

    async fn under_way(&self, customer: CustomerId) -> Result<Option<Recovery>, StorageError> {
        self.recovery(sqlx::query(UNDER_WAY).bind(customer.value())).await
    }

    async fn end(
        &self,
        id: RecoveryId,
        ending: Ending,
        at: Timestamp,
        started: Timestamp,
    ) -> Result<bool, StorageError> {
        let statement =
            Statement::new(END).with(id.value()).with(ending.code()).with(at.micros()).with(started.micros());
        Ok(!self.write(statement).await?.is_empty())
    }
}
