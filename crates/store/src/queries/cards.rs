//! Cards, and what they were presented for.

use async_trait::async_trait;
use bank::{
    StorageError,
    accounts::Category,
    calendar::{day_from_number, day_number},
    cards::{
        Blockable, Card, CardKind, CardPayment, CardPaymentState, CardRules, CardState, CardUse, Counted, Purchase,
        Refused,
    },
    ledger::UNLIMITED,
    ports,
};
use model::{AccountId, CardId, CardPaymentId, Currency, CustomerId, HoldId, Money, Timestamp, TransferId};
use serde::{Deserialize, Serialize};

use super::{Backend, statement::Statement};

/// The columns of [`CardRow`], of a card `k` with its account `a`.
macro_rules! card_columns {
    () => {
        "k.id, k.account, a.currency, k.holder, k.kind, k.last_four, k.expires_on, k.state, k.since, k.replaces, k.rules, \
         k.counted, k.stamp"
    };
}

/// The columns of [`PaymentRow`], of something presented `p`, its card `k`, the account `a` of that, its hold `h` and its
/// transfer `t`.
macro_rules! payment_columns {
    () => {
        "p.id, p.reference, p.card, p.hold, p.merchant, p.way, p.country, p.category, p.block, p.amount, a.currency, p.at, \
         p.refused, h.state, h.expires_at, p.transfer, t.amount"
    };
}

macro_rules! with_what_became {
    () => {
        " join card k on k.id = p.card join account a on a.id = k.account left join hold h on h.id = p.hold \
         left join transfer t on t.id = p.transfer"
    };
}

const LIST: &str = concat!(
    "select ",
    gathered!(card_columns!(), "k.id desc"),
    " from card k join account a on a.id = k.account where k.holder = $1"
);

const ONE: &str = concat!(
    "select ",
    gathered!(card_columns!(), "k.id"),
    " from card k join account a on a.id = k.account where k.holder = $1 and k.id = $2"
);

const PRESENTED: &str = concat!(
    "select ",
    gathered!(card_columns!(), "k.id"),
    " from card k join account a on a.id = k.account where k.id = $1"
);

const KEEP: &str = "update card set state = $3, since = $4, rules = $5, counted = $6, stamp = $7 \
     where id = $1 and stamp = $2 returning id";

const ADD: &str = "insert into card \
     (id, account, holder, kind, last_four, expires_on, state, since, replaces, rules, counted, stamp) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id";

// The stamp is that of the change before it in the same transaction: where that has changed nothing, nothing is added.
const ADD_BEHIND: &str = "insert into card \
     (id, account, holder, kind, last_four, expires_on, state, since, replaces, rules, counted, stamp) \
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 \
     from card where id = $13 and stamp = $14 returning id";

const PRESENT: &str = "insert into card_payment \
     (id, reference, card, hold, merchant, way, country, category, block, amount, at, refused) \
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 from card where id = $3 and stamp = $13 returning id";

const BY_REFERENCE: &str = concat!(
    "select ",
    gathered!(payment_columns!(), "p.id"),
    " from card_payment p",
    with_what_became!(),
    " where p.reference = $1"
);

const PAYMENTS: &str = concat!(
    "select ",
    gathered!(payment_columns!(), "p.at desc, p.id desc"),
    " from (select * from card_payment where card = $2 order by id desc limit $3) p",
    with_what_became!(),
    " where k.holder = $1 and (p.refused is not null or p.transfer is not null or h.id is not null)"
);

const REFUSE: &str = "update card_payment set refused = $2 where id = $1 and refused is null \
     and not exists (select 1 from hold h where h.id = card_payment.hold) returning id";

const DRAWS: &str = "select count(*) from account_owner o join customer c on c.id = o.customer \
     where o.customer = $1 and o.account = $2 and c.status = 'active'";

const CLEARED: &str = "update card_payment set transfer = $2 where id = $1 returning id";

const SETTLEMENT: &str = "select account from card_settlement where currency = $1";

const OPEN: &str = "insert into account \
     (id, kind, name, currency, status, payment_limit, daily_limit, new_payee_limit, opened_at) \
     values ($1, 'internal', 'Cards', $2, 'open', $3, $3, $3, $4)";

const STANDING: &str = "insert into standing (account, min_balance) values ($1, 0)";

const SETTLES: &str = "insert into card_settlement (currency, account) values ($1, $2) returning account";

#[derive(Deserialize)]
struct CardRow {
    id: i64,
    account: i64,
    currency: Currency,
    holder: i64,
    kind: CardKind,
    last_four: String,
    expires_on: i64,
    state: CardState,
    since: Timestamp,
    replaces: Option<i64>,
    rules: String,
    counted: String,
    stamp: i64,
}

impl CardRow {
    fn card(self) -> Result<Card, StorageError> {
        Ok(Card {
            id: CardId::new(self.id),
            account: AccountId::new(self.account),
            currency: self.currency,
            holder: CustomerId::new(self.holder),
            kind: self.kind,
            last_four: self.last_four,
            expires_on: day_from_number(self.expires_on),
            state: self.state,
            since: self.since,
            replaces: self.replaces.map(CardId::new),
            rules: serde_json::from_str::<CardRules>(&self.rules).map_err(StorageError::new)?,
            counted: serde_json::from_str::<Counted>(&self.counted).map_err(StorageError::new)?,
            stamp: self.stamp,
        })
    }
}

#[derive(Deserialize)]
struct PaymentRow {
    id: i64,
    reference: String,
    card: i64,
    hold: i64,
    merchant: String,
    way: CardUse,
    country: String,
    category: Category,
    block: Option<Blockable>,
    amount: i64,
    currency: Currency,
    at: Timestamp,
    refused: Option<Refused>,
    held: Option<String>,
    expires_at: Option<Timestamp>,
    transfer: Option<i64>,
    taken: Option<i64>,
}

impl PaymentRow {
    fn payment(self) -> CardPayment {
        // Money that is set aside is there to be taken or freed, whatever was said beside it.
        let state = match (self.held.as_deref(), self.refused) {
            _ if self.transfer.is_some() => CardPaymentState::Paid,
            (Some("captured"), _) => CardPaymentState::Paid,
            (Some("open"), _) => CardPaymentState::Reserved(self.expires_at.unwrap_or(self.at)),
            (_, Some(why)) => CardPaymentState::Refused(why),
            (Some(_), None) => CardPaymentState::Released,
            (None, None) => CardPaymentState::Asked,
        };
        let money = |minor| Money::new(minor, self.currency);
        CardPayment {
            id: CardPaymentId::new(self.id),
            hold: HoldId::new(self.hold),
            at: self.at,
            state,
            refused: self.refused,
            transfer: self.transfer.map(TransferId::new),
            amount: money(self.taken.unwrap_or(self.amount)),
            purchase: Purchase {
                reference: self.reference,
                card: CardId::new(self.card),
                merchant: self.merchant,
                way: self.way,
                country: self.country,
                category: self.category,
                block: self.block,
                amount: money(self.amount),
            },
        }
    }
}

/// What a card keeps of rules and counts, as the database keeps it.
pub fn written<T: Serialize>(kept: &T) -> String {
    serde_json::to_string(kept).expect("numbers and words can always be written as JSON")
}

fn keep(card: &Card, seen: i64) -> Statement {
    Statement::new(KEEP)
        .with(card.id.value())
        .with(seen)
        .with(card.state.code())
        .with(card.since.micros())
        .with(written(&card.rules))
        .with(written(&card.counted))
        .with(card.stamp)
}

fn add(sql: &'static str, card: &Card) -> Statement {
    Statement::new(sql)
        .with(card.id.value())
        .with(card.account.value())
        .with(card.holder.value())
        .with(card.kind.code())
        .with(card.last_four.clone())
        .with(day_number(card.expires_on))
        .with(card.state.code())
        .with(card.since.micros())
        .with(card.replaces.map(CardId::value))
        .with(written(&card.rules))
        .with(written(&card.counted))
        .with(card.stamp)
}

/// Why a purchase was refused, as the database keeps it.
pub fn refusal(payment: &CardPayment) -> Option<&'static str> {
    payment.refused.map(Refused::code)
}

fn present(payment: &CardPayment, stamp: i64) -> Statement {
    let purchase = &payment.purchase;
    Statement::new(PRESENT)
        .with(payment.id.value())
        .with(purchase.reference.clone())
        .with(purchase.card.value())
        .with(payment.hold.value())
        .with(purchase.merchant.clone())
        .with(purchase.way.code())
        .with(purchase.country.clone())
        .with(purchase.category.code())
        .with(purchase.block.map(Blockable::code))
        .with(purchase.amount.minor)
        .with(payment.at.micros())
        .with(refusal(payment))
        .with(stamp)
}

fn cards(rows: Option<Vec<CardRow>>) -> Result<Vec<Card>, StorageError> {
    rows.unwrap_or_default().into_iter().map(CardRow::card).collect()
}

#[async_trait]
impl ports::Cards for Backend {
    async fn list(&self, holder: CustomerId) -> Result<Vec<Card>, StorageError> {
        cards(self.read(sqlx::query_scalar(LIST).bind(holder.value())).await?)
    }

    async fn card(&self, holder: CustomerId, id: CardId) -> Result<Option<Card>, StorageError> {
        let query = sqlx::query_scalar(ONE).bind(holder.value()).bind(id.value());
        Ok(cards(self.read(query).await?)?.pop())
    }

    async fn presented(&self, id: CardId) -> Result<Option<Card>, StorageError> {
        Ok(cards(self.read(sqlx::query_scalar(PRESENTED).bind(id.value())).await?)?.pop())
    }

    async fn add(&self, card: &Card) -> Result<(), StorageError> {
        self.write(add(ADD, card)).await.map(drop)
    }

    async fn keep(&self, card: &Card, seen: i64) -> Result<bool, StorageError> {
        Ok(!self.write(keep(card, seen)).await?.is_empty())
    }

    async fn replace(&self, card: &Card, seen: i64, new: &Card) -> Result<bool, StorageError> {
        let added = add(ADD_BEHIND, new).with(card.id.value()).with(card.stamp);
        Ok(!self.write_all(vec![keep(card, seen), added]).await?.is_empty())
    }

    async fn present(&self, card: &Card, seen: i64, payment: &CardPayment) -> Result<bool, StorageError> {
        match self.write_all(vec![keep(card, seen), present(payment, card.stamp)]).await {
            Ok(kept) => Ok(!kept.is_empty()),
            // It is known by its reference already, which another press has just written: nothing was kept of this one.
            Err(error) => match self.by_reference(&payment.purchase.reference).await? {
                Some(_) => Ok(false),
                None => Err(error),
            },
        }
    }

    async fn by_reference(&self, reference: &str) -> Result<Option<CardPayment>, StorageError> {
        let query = sqlx::query_scalar(BY_REFERENCE).bind(reference.to_owned());
        let found: Vec<PaymentRow> = self.read(query).await?.unwrap_or_default();
        Ok(found.into_iter().next().map(PaymentRow::payment))
    }

    async fn payments(&self, holder: CustomerId, card: CardId, limit: u32) -> Result<Vec<CardPayment>, StorageError> {
        let query = sqlx::query_scalar(PAYMENTS).bind(holder.value()).bind(card.value()).bind(i64::from(limit));
        let found: Vec<PaymentRow> = self.read(query).await?.unwrap_or_default();
        Ok(found.into_iter().map(PaymentRow::payment).collect())
    }

    async fn draws(&self, holder: CustomerId, account: AccountId) -> Result<bool, StorageError> {
        let query = sqlx::query_scalar::<_, i64>(DRAWS).bind(holder.value()).bind(account.value());
        Ok(query.fetch_one(&self.pool).await.map_err(StorageError::new)? > 0)
    }

    async fn refuse(&self, payment: CardPaymentId, why: Refused) -> Result<(), StorageError> {
        self.write(Statement::new(REFUSE).with(payment.value()).with(why.code())).await.map(drop)
    }

    async fn cleared(&self, payment: CardPaymentId, transfer: TransferId) -> Result<(), StorageError> {
        self.write(Statement::new(CLEARED).with(payment.value()).with(transfer.value())).await.map(drop)
    }

    async fn settlement(&self, currency: Currency, new: AccountId, now: Timestamp) -> Result<AccountId, StorageError> {
        if let Some(there) = self.settles(currency).await? {
            return Ok(there);
        }
        let opened = Statement::new(OPEN).with(new.value()).with(currency.code()).with(UNLIMITED).with(now.micros());
        let standing = Statement::new(STANDING).with(new.value());
        let settles = Statement::new(SETTLES).with(currency.code()).with(new.value());
        match self.write_all(vec![opened, standing, settles]).await {
            Ok(_) => Ok(new),
            // Somebody else has just cleared the first payment in this currency.
            Err(error) => self.settles(currency).await?.ok_or(error),
        }
    }
}

impl Backend {
    /// The account through which the bank pays the network in this currency, if there is one.
    async fn settles(&self, currency: Currency) -> Result<Option<AccountId>, StorageError> {
        let query = sqlx::query_scalar::<_, i64>(SETTLEMENT).bind(currency.code());
        Ok(query.fetch_optional(&self.pool).await.map_err(StorageError::new)?.map(AccountId::new))
    }
}
