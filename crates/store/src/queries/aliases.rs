//! By what people are found who want to be paid.

use async_trait::async_trait;
use bank::{
    StorageError,
    aliases::{Given, Holder},
    ports,
    security::Contact,
};
use model::{AccountId, AccountNumber, Alias, AliasWay, CustomerId, Timestamp};

use super::{Backend, rows::known, statement::Statement};

const GIVEN: &str =
    concat!("select ", gathered!("l.way, l.account, l.address", "l.way desc"), " from alias l where l.owner = $1");

// Who else is found by it keeps it, and an account that is not open and of this customer alone is none.
const GIVE: &str = "insert into alias (owner, way, address, account, since) \
     select o.customer, $2, $3, a.id, $5 from account_owner o join account a on a.id = o.account \
     where o.customer = $1 and a.id = $4 and a.status = 'open' \
     and not exists (select 1 from account_owner w where w.account = a.id and w.customer <> $1) \
     and not exists (select 1 from alias x where x.address = $3 and x.owner <> $1) \
     on conflict (owner, way) do update set \
     address = excluded.address, account = excluded.account, since = excluded.since returning owner";

const TAKE: &str = "delete from alias where owner = $1 and way = $2 returning owner";

const HOLDER: &str = concat!(
    "select ",
    gathered!("c.id, c.name, a.number, c.email, c.phone", "c.id"),
    " from alias l join customer c on c.id = l.owner join account a on a.id = l.account \
     join account_owner o on o.account = a.id and o.customer = c.id \
     where l.address = $1 and c.status = 'active' and a.status <> 'closed' \
     and not exists (select 1 from account_owner w where w.account = a.id and w.customer <> c.id)"
);

// One statement: looks side by side are counted like looks one after another.
const COUNT: &str = "insert into alias_look (payer, day, times, last_at) values ($1, $2, 1, $4) \
     on conflict (payer, day) do update set times = alias_look.times + 1, last_at = excluded.last_at \
     where alias_look.times < $3 returning times";

#[async_trait]
impl ports::Aliases for Backend {
    async fn given(&self, owner: CustomerId) -> Result<Vec<Given>, StorageError> {
        let rows: Option<Vec<(String, i64, String)>> = self.read(sqlx::query_scalar(GIVEN).bind(owner.value())).await?;
        let given = |(way, account, address): (String, i64, String)| {
            let way = known(AliasWay::from_code(&way), "way of being found")?;
            Ok(Given { way, account: AccountId::new(account), address })
        };
        rows.unwrap_or_default().into_iter().map(given).collect()
    }

    async fn give(
        &self,
        owner: CustomerId,
        alias: &Alias,
        account: AccountId,
        at: Timestamp,
    ) -> Result<bool, StorageError> {
        let statement = Statement::new(GIVE)
            .with(owner.value())
            .with(alias.way().code())
            .with(alias.plain().to_owned())
            .with(account.value())
            .with(at.micros());
        Ok(!self.write(statement).await?.is_empty())
    }

    async fn take(&self, owner: CustomerId, way: AliasWay) -> Result<bool, StorageError> {
        Ok(!self.write(Statement::new(TAKE).with(owner.value()).with(way.code())).await?.is_empty())
    }

    async fn holder(&self, alias: &Alias) -> Result<Option<Holder>, StorageError> {
        let query = sqlx::query_scalar(HOLDER).bind(alias.plain().to_owned());
        let rows: Option<Vec<(i64, String, i64, String, String)>> = self.read(query).await?;
        let holder = |(customer, name, number, email, phone)| {
            let number = known(AccountNumber::from_value(number), "account number")?;
            Ok(Holder { customer: CustomerId::new(customer), name, number, contact: Contact { email, phone } })
        };
        rows.unwrap_or_default().into_iter().next().map(holder).transpose()
    }

    async fn count(&self, payer: CustomerId, day: i64, most: i64, at: Timestamp) -> Result<bool, StorageError> {
        let statement = Statement::new(COUNT).with(payer.value()).with(day).with(most).with(at.micros());
        Ok(!self.write(statement).await?.is_empty())
    }
}
