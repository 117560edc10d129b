//! Keeping who may act for accounts of businesses, and what they have made.

use async_trait::async_trait;
use model::{AccountId, CustomerId, DelegateId, PaymentId, Timestamp};

use crate::{
    StorageError,
    business::{Delegate, MadeFor, TwoPeople},
    payments::NameCheck,
    waits::{Ruling, WaitReason},
};

/// Who makes a payment for a business, kept before it is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// Which payment.
    pub payment: PaymentId,
    /// From which account.
    pub account: AccountId,
    /// Who makes it.
    pub maker: CustomerId,
    /// When.
    pub at: Timestamp,
    /// What comparing the payee's name has said.
    pub name: Option<NameCheck>,
    /// The wait that it has anyway.
    pub then: Option<Ruling>,
}

/// Keeps who may act for accounts of businesses, from how much on a payment takes two people, and which wait for another.
#[async_trait]
pub trait Business: Send + Sync {
    /// Keeps a new invitation.
    ///
    /// # Errors
    /// Where the database does not answer, as below.
    async fn keep(&self, delegate: &Delegate) -> Result<(), StorageError>;

    /// Everybody who was invited to act for `account`, the latest first. Empty where it is not one of `owner`.
    async fn delegates(&self, owner: CustomerId, account: AccountId) -> Result<Vec<Delegate>, StorageError>;

    /// What `who` was invited to, the latest first.
    async fn held(&self, who: CustomerId) -> Result<Vec<Delegate>, StorageError>;

    /// `who` accepts: `false` where they were not invited, have accepted before, or it was ended.
    async fn begin(&self, who: CustomerId, id: DelegateId, at: Timestamp) -> Result<bool, StorageError>;

    /// An owner of the account, or who was invited, ends it: `false` where `who` is neither, or it was ended before.
    async fn end(&self, who: CustomerId, id: DelegateId, at: Timestamp) -> Result<bool, StorageError>;

    /// From how much on a payment from `account` takes two people.
    async fn rule(&self, account: AccountId) -> Result<TwoPeople, StorageError>;

    /// Keeps that: `false` where `account` is not one of `owner`, or the rule is not of this version any more.
    async fn set_rule(&self, owner: CustomerId, account: AccountId, rule: TwoPeople) -> Result<bool, StorageError>;

    /// Keeps who makes a payment, anew where it was not made yet: `false` where they may not pay from there.
    async fn note(&self, noted: &Noted) -> Result<bool, StorageError>;

    /// A payment that somebody made for a business, whoever asks: for what the program does by itself.
    async fn made(&self, payment: PaymentId) -> Result<Option<MadeFor>, StorageError>;

    /// The same, where `who` has made it, is an owner of its account or approves for it.
    async fn seen(&self, who: CustomerId, payment: PaymentId) -> Result<Option<MadeFor>, StorageError>;

    /// Those that wait for another person and which `who` sees, the one that lapses first at the top.
    async fn waiting(&self, who: CustomerId) -> Result<Vec<MadeFor>, StorageError>;

    /// Those that wait for anything and leave an account of `who`, or were approved by them.
    async fn open(&self, who: CustomerId) -> Result<Vec<MadeFor>, StorageError>;

    /// `who` approves a payment that waits for another person and has not lapsed at `at`: from then on it waits for what
    /// is said, and until then. `false` where it does not wait for that any more, where they have made it, or where they
    /// may not approve it or its maker may not make it any more, or acts for the business only since after `maker_since`.
    /// All of that is decided where it is written.
    async fn approve(
        &self,
        who: CustomerId,
        payment: PaymentId,
        (at, maker_since): (Timestamp, Timestamp),
        then: (WaitReason, Timestamp),
    ) -> Result<bool, StorageError>;

    /// `who` refuses it, with why and when: `false` as above.
    async fn refuse(&self, who: CustomerId, payment: PaymentId, said: (&str, Timestamp)) -> Result<bool, StorageError>;
}
