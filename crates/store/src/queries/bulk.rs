//! Filling the database with many rows at once.

use std::collections::HashMap;

use async_trait::async_trait;
use bank::{
    StorageError,
    calendar::day_number,
    cards::{Blockable, Card, CardPayment},
    ledger::{MonthEnd, Months, Posting},
    payments::Draft,
    schedules::Schedule,
};
use model::{AccountId, AccountNumber, CardId, Timestamp, TransferId};
use sqlx::{ConnectOptions, Connection as _};

use super::{
    Backend, Connection,
    cards::{refusal, written},
    dialect,
    ledger::save::{self, Rows, rows, write},
    limits,
    payments::typed,
    rows::kept_number,
};
use crate::{
    bulk::{Batch, Bulk, Loader, NewAccount, NewCustomer, NewRegular},
    cell::{Cell, row},
};

/// A connection of its own, through which the database is filled.
struct Filling {
    connection: Connection,
    months: Months,
    /// The newest line of each account that has come by: its version, and when it was booked.
    newest: HashMap<AccountId, (i64, Timestamp)>,
}

const CUSTOMERS: &str = concat!(
    "insert into customer (id, username, name, greeting, status, language, text_size, theme, contrast, data_use, \
     shortcuts, password_hash, totp_secret, created_at) select ",
    cells!(
        int 0, text 1, text 2, text 3, text 4, text 5, text 6, text 7, text 8, text 9, text 10, text 11, bytes 12, int 13
    ),
    " from ",
    given!(14)
);

const CONTACTS: &str = concat!(
    "update customer set email = ",
    cell!(text 1),
    ", phone = ",
    cell!(text 2),
    " from ",
    given!(3),
    " where customer.id = ",
    cell!(int 0)
);

const ACCOUNTS: &str = concat!(
    "insert into account (id, number, kind, name, currency, status, payment_limit, daily_limit, \
     new_payee_limit, rate_bp, opened_at) select ",
    cells!(int 0, int 1, text 2, text 3, text 4, text 5, int 6, int 7, int 8, int 9, int 10),
    " from ",
    given!(11)
);

const STANDINGS: &str =
    concat!("insert into standing (account, min_balance) select ", cells!(int 0, int 1), " from ", given!(2));

const OWNERS: &str =
    concat!("insert into account_owner (customer, account) select ", cells!(int 0, int 1), " from ", given!(2));

const DRAFTS: &str = concat!(
    "insert into draft (id, owner, form, updated_at) select ",
    cells!(int 0, int 1, text 2, int 3),
    " from ",
    given!(4)
);

const REGULAR: &str = concat!(
    "insert into regular (id, account, party, amount, kind, first_day, every) select ",
    cells!(int 0, int 1, text 2, int 3, text 4, int 5, text 6),
    " from ",
    given!(7)
);

const SCHEDULES: &str = concat!(
    "insert into schedule (id, owner, from_account, to_account, payee, payee_number, amount, currency, reference, \
     first_day, every, last_day, done, next_day, next_payment, try_at, state, version, made_at) select ",
    cells!(int 0, int 1, int 2, int 3, text 4, int 5, int 6, text 7, text 8),
    ", ",
    cells!(int 9, text 10, int 11, int 12, int 13, int 14, int 15, text 16, int 17, int 18),
    " from ",
    given!(19)
);

const CARDS: &str = concat!(
    "insert into card (id, account, holder, kind, last_four, expires_on, state, since, replaces, rules, counted, stamp) \
     select ",
    cells!(int 0, int 1, int 2, text 3, text 4, int 5, text 6, int 7, int 8, text 9, text 10, int 11),
    " from ",
    given!(13)
);

const CARD_PAYMENTS: &str = concat!(
    "insert into card_payment (id, reference, card, hold, merchant, way, country, category, block, amount, at, refused, \
     transfer) select ",
    cells!(int 0, text 1, int 2, int 3, text 4, text 5, text 6, text 7, text 8, int 9, int 10, text 11, int 12),
    " from ",
    given!(13)
);

#[async_trait]
impl Bulk for Backend {
    async fn begin(&self) -> Result<Box<dyn Loader>, StorageError> {
        let mut connection = self.how.connect().await.map_err(StorageError::new)?;
        for setting in dialect::BEFORE_FILLING {
            sqlx::query(*setting).execute(&mut connection).await.map_err(StorageError::new)?;
        }
        Ok(Box::new(Filling { connection, months: Months::new(self.calendar.clone()), newest: HashMap::new() }))
    }
}

#[async_trait]
impl Loader for Filling {
    async fn keep(&mut self, batch: Batch) -> Result<(), StorageError> {
        sqlx::query(dialect::BEGIN).execute(&mut self.connection).await.map_err(StorageError::new)?;
        let kept = match self.write(&batch).await {
            Ok(()) => sqlx::query("commit").execute(&mut self.connection).await.map(drop),
            Err(error) => Err(error),
        };
        if let Err(error) = kept {
            // The failure is what the caller must know; a transaction that is gone already needs no rollback.
            drop(sqlx::query("rollback").execute(&mut self.connection).await);
            return Err(StorageError::new(error));
        }
        Ok(())
    }

    async fn finish(mut self: Box<Self>) -> Result<(), StorageError> {
        sqlx::query(limits::FIRST_PAYMENTS).execute(&mut self.connection).await.map_err(StorageError::new)?;
        for step in dialect::AFTER_FILLING {
            sqlx::query(*step).execute(&mut self.connection).await.map_err(StorageError::new)?;
        }
        self.connection.close().await.map_err(StorageError::new)
    }
}

impl Filling {
    async fn write(&mut self, batch: &Batch) -> Result<(), sqlx::Error> {
        let month_ends = self.month_ends(&batch.postings);
        let connection = &mut self.connection;
        write(connection, CUSTOMERS, rows(batch.customers.iter().map(customer))).await?;
        let contacts = rows(batch.contacts.iter().map(|new| row![new.customer.value(), &new.email, &new.phone]));
        write(connection, CONTACTS, contacts).await?;
        write(connection, ACCOUNTS, rows(batch.accounts.iter().map(account))).await?;
        let standings = batch.accounts.iter().map(|account| row![account.id.value(), account.min_balance]);
        write(connection, STANDINGS, rows(standings)).await?;
        write(connection, OWNERS, owners(&batch.accounts)).await?;
        let transfers = rows(batch.transfers.iter().map(|t| save::transfer(&t.row, t.payment)));
        write(connection, save::TRANSFERS, transfers).await?;
        write(connection, save::POSTINGS, rows(batch.postings.iter().map(save::posting))).await?;
        write(connection, save::MONTH_ENDS, rows(month_ends.iter().map(save::month_end))).await?;
        write(connection, save::STANDINGS, rows(batch.standings.iter().map(save::standing))).await?;
        let holds = rows(batch.holds.iter().map(|hold| save::hold(&hold.order, hold.placed_at)));
        write(connection, save::HOLDS, holds).await?;
        write(connection, save::PAYMENTS, rows(batch.payments.iter().map(save::payment))).await?;
        let typed: Vec<_> = batch.drafts.iter().map(typed).collect();
        let drafts = batch.drafts.iter().zip(&typed).map(|(draft, typed)| drafted(draft, typed));
        write(connection, DRAFTS, rows(drafts)).await?;
        write(connection, REGULAR, rows(batch.regular.iter().map(regular))).await?;
        write(connection, SCHEDULES, rows(batch.schedules.iter().map(schedule))).await?;
        let kept: Vec<_> = batch.cards.iter().map(|card| (written(&card.rules), written(&card.counted))).collect();
        let cards = batch.cards.iter().zip(&kept).map(|(new, kept)| card(new, kept));
        write(connection, CARDS, rows(cards)).await?;
        write(connection, CARD_PAYMENTS, rows(batch.card_payments.iter().map(card_payment))).await?;
        let audit = batch.audit.iter().map(|entry| row![entry.id, entry.actor, &entry.what, entry.subject, entry.at]);
        write(connection, save::AUDIT, rows(audit)).await
    }

    /// Where months ended before `postings`, as the ledger would have kept it.
    fn month_ends(&mut self, postings: &[Posting]) -> Vec<MonthEnd> {
        let mut ends = Vec::new();
        for posting in postings {
            let line = (posting.version, posting.booked_at);
            let before = self.newest.insert(posting.account, line).unwrap_or((0, Timestamp::EPOCH));
            // Behind a line that is not known here, nothing is known.
            if before.0 + 1 == posting.version {
                ends.extend(self.months.ended(posting.account, before.0, before.1, posting.booked_at));
            }
        }
        ends
    }
}

fn owners(accounts: &[NewAccount]) -> Rows {
    rows(accounts.iter().flat_map(|account| account.owners.iter().map(|owner| row![owner.value(), account.id.value()])))
}

fn drafted<'a>(draft: &Draft, typed: &'a String) -> [Cell<'a>; 4] {
    row![draft.id.value(), draft.owner.value(), typed, draft.updated_at]
}

fn regular(new: &NewRegular) -> [Cell<'_>; 7] {
    let regular = &new.regular;
    row![
        new.id,
        regular.account.value(),
        &regular.party,
        regular.amount.minor,
        regular.kind.code(),
        day_number(regular.timing.first),
        regular.timing.every.code(),
    ]
}

fn schedule(new: &Schedule) -> [Cell<'_>; 19] {
    row![
        new.id.value(),
        new.owner.value(),
        new.from.value(),
        new.to.value(),
        &new.payee,
        kept_number(new.payee_number),
        new.amount.minor,
        new.amount.currency.code(),
        &new.reference,
        day_number(new.timing.first),
        new.timing.every.code(),
        new.timing.last.map(day_number),
        new.done,
        new.next().map(day_number),
        new.next_payment.value(),
        new.try_at,
        new.state.code(),
        new.version,
        new.approved_at,
    ]
}

fn customer(new: &NewCustomer) -> [Cell<'_>; 14] {
    let known = &new.customer;
    let reads = known.preferences;
    row![
        known.id.value(),
        &new.username,
        &known.name,
        &known.greeting,
        new.status.code(),
        reads.language.code(),
        reads.text.code(),
        reads.theme.code(),
        reads.contrast.code(),
        reads.data.code(),
        reads.shortcuts.code(),
        &new.password_hash,
        new.totp_secret.as_slice(),
        known.joined_at,
    ]
}

fn account(new: &NewAccount) -> [Cell<'_>; 11] {
    row![
        new.id.value(),
        new.number.map(AccountNumber::value),
        new.kind.code(),
        &new.name,
        new.currency.code(),
        new.status.code(),
        new.payment_limit,
        new.daily_limit,
        new.new_payee_limit,
        new.rate_bp,
        new.opened_at,
    ]
}

fn card<'a>(new: &'a Card, (rules, counted): &'a (String, String)) -> [Cell<'a>; 13] {
    row![
        new.id.value(),
        new.account.value(),
        new.holder.value(),
        new.kind.code(),
        &new.last_four,
        day_number(new.expires_on),
        new.state.code(),
        new.since,
        new.replaces.map(CardId::value),
        rules,
        counted,
        new.stamp,
        // As wide as the other statement of cards.
        None::<i64>,
    ]
}

fn card_payment(new: &CardPayment) -> [Cell<'_>; 13] {
    let purchase = &new.purchase;
    row![
        new.id.value(),
        &purchase.reference,
        purchase.card.value(),
        new.hold.value(),
        &purchase.merchant,
        purchase.way.code(),
        &purchase.country,
        purchase.category.code(),
        purchase.block.map(Blockable::code),
        purchase.amount.minor,
        new.at,
        refusal(new),
        new.transfer.map(TransferId::value),
    ]
}
