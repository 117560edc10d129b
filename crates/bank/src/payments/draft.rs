//! A payment being filled in. It is kept on the server from the first press, with every mistake.

use jiff::civil::Date;
use model::{
    AccountId, Currency, CustomerId, ErrorCode, Iban, PaymentId, Problems, Timestamp,
    forms::{AmountForm, Form, Payee, PayeeForm, PayeeKind, PurposeForm, Timing, WhenForm},
};
use serde::{Deserialize, Serialize};

use super::{
    NameCheck, NameHeard,
    choices::{choosable, sources},
    confirm::made,
    order::{at_once, enough},
};
use crate::{
    Bank, Error,
    abroad::Held,
    accounts::{Account, AccountStatus},
    aliases::Found,
    rails,
};

/// A payment as far as it has been typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The id of the payment it becomes.
    pub id: PaymentId,
    /// Whose it is.
    pub owner: CustomerId,
    /// How much, from where.
    pub amount: AmountForm,
    /// To whom.
    pub payee: PayeeForm,
    /// What another bank has said of the payee's name.
    pub heard: Option<NameHeard>,
    /// Who was found by a telephone number or an e-mail address, the last time that somebody looked.
    pub found: Option<Found>,
    /// What was offered for one currency in another, where that was shown.
    pub held: Option<Held>,
    /// What for, where that was asked.
    pub purpose: PurposeForm,
    /// When, where that is not at once.
    pub when: WhenForm,
    /// Which steps were sent at least once: their mistakes are shown, those of the others are not.
    pub sent: Steps,
    /// When it was last changed.
    pub updated_at: Timestamp,
}

/// The steps of filling in a payment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Steps {
    /// How much, from where.
    pub amount: bool,
    /// To whom.
    pub payee: bool,
    /// That somebody told the payer to move the money to keep it safe, whatever they say now.
    #[serde(default)]
    pub told_safety: bool,
}

impl Draft {
    /// To what kind of payee, as far as that was said.
    #[must_use]
    pub fn kind(&self) -> Option<PayeeKind> {
        PayeeKind::from_code(&self.payee.kind)
    }

    /// The days on which it is to be made, as seen `today`; `None` for at once, and where what was typed is wrong.
    #[must_use]
    pub fn timing(&self, today: Date) -> Option<Timing> {
        self.when.check(&today).ok().flatten()
    }

    /// What is wrong with the amount as typed, if it was sent: how it is written, or that it is too much at `now`.
    #[must_use]
    pub fn amount_problems(&self, accounts: &[Account], now: Timestamp) -> Problems {
        if !self.sent.amount {
            return Problems::none();
        }
        self.fits(&self.amount, accounts, now).err().unwrap_or_default()
    }

    /// What is wrong with the payee as typed, if it was sent.
    #[must_use]
    pub fn payee_problems(&self) -> Problems {
        if !self.sent.payee {
            return Problems::none();
        }
        self.payee.check(&()).err().unwrap_or_default()
    }

    /// What is wrong with an amount, as far as the account it is paid from can tell.
    fn fits(&self, form: &AmountForm, accounts: &[Account], now: Timestamp) -> Result<(), Problems> {
        let (from, amount) = form.check(&payable(accounts))?;
        let Some(from) = accounts.iter().find(|account| account.id == from) else { return Ok(()) };
        // What there will be on another day is not known.
        if self.when.is_now() {
            enough(from, amount)?;
        }
        // What moves between own accounts may count against no limit: that is known once it is said between which.
        if self.kind() == Some(PayeeKind::Own) { Ok(()) } else { at_once(from, amount, now) }
    }
}

/// The accounts among `accounts` that can be paid from, with their currencies.
#[must_use]
pub fn payable(accounts: &[Account]) -> Vec<(AccountId, Currency)> {
    accounts.iter().filter(|a| a.status == AccountStatus::Open).map(|a| (a.id, a.currency())).collect()
}

/// Begins a payment of `owner`, perhaps from an account they were just looking at, perhaps with the kind of payee
/// they said they wanted.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn start(
    bank: &Bank,
    owner: CustomerId,
    from: Option<AccountId>,
    kind: Option<PayeeKind>,
) -> Result<PaymentId, Error> {
    let id = vacant(bank, owner).await?;
    save(bank, Draft { id, ..blank(bank, owner, from, kind).await? }).await?;
    Ok(id)
}

/// A draft as [`start`] begins it, kept nowhere yet.
pub(super) async fn blank(
    bank: &Bank,
    owner: CustomerId,
    from: Option<AccountId>,
    kind: Option<PayeeKind>,
) -> Result<Draft, Error> {
    let from = match from {
        Some(id) => Some(id),
        // With a single account that it can come from there is nothing to choose.
        None => match sources(&choosable(bank, owner).await?, kind).as_slice() {
            [only] => Some(only.id),
            _ => None,
        },
    };
    Ok(Draft {
        id: PaymentId::new(bank.ids.next()),
        owner,
        amount: AmountForm { from: from.map(|id| id.to_string()).unwrap_or_default(), amount: String::new() },
        payee: PayeeForm { kind: kind.map_or("", PayeeKind::code).to_owned(), ..PayeeForm::default() },
        heard: None,
        found: None,
        held: None,
        purpose: PurposeForm::default(),
        when: WhenForm::default(),
        sent: Steps::default(),
        updated_at: bank.clock.now(),
    })
}

/// How many unpaid drafts one person keeps.
pub(super) const MOST_DRAFTS: u32 = 20;

/// The id for a new draft: that of one in which nothing was typed yet, where there is one. The oldest makes room.
pub(crate) async fn vacant(bank: &Bank, owner: CustomerId) -> Result<PaymentId, Error> {
    let drafts = bank.payments.drafts(owner, MOST_DRAFTS).await?;
    if let Some(untouched) = drafts.iter().find(|draft| !draft.sent.amount && !draft.sent.payee) {
        return Ok(untouched.id);
    }
    if drafts.len() >= MOST_DRAFTS as usize
        && let Some(oldest) = drafts.last()
    {
        bank.payments.delete_draft(owner, oldest.id).await?;
    }
    Ok(PaymentId::new(bank.ids.next()))
}

/// A draft of `owner` with the accounts they may choose from; `None` where it has been paid or planned.
///
/// # Errors
/// [`ErrorCode::NotFound`] where there is none of theirs; [`Error::Unavailable`].
pub async fn open(bank: &Bank, owner: CustomerId, id: PaymentId) -> Result<Option<(Draft, Vec<Account>)>, Error> {
    match bank.payments.draft(owner, id).await? {
        Some(draft) => Ok(Some((draft, choosable(bank, owner).await?))),
        None => made(bank, owner, id).await?.map(|_| None).ok_or(ErrorCode::NotFound.into()),
    }
}

/// The payments `owner` has begun and not paid, changed last first.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn unfinished(bank: &Bank, owner: CustomerId) -> Result<Vec<Draft>, Error> {
    let drafts = bank.payments.drafts(owner, 5).await?;
    // One that was opened and left before anything was typed is nobody's unfinished business.
    Ok(drafts.into_iter().filter(|draft| draft.sent.amount).collect())
}

/// Forgets a draft of `owner`.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn delete(bank: &Bank, owner: CustomerId, id: PaymentId) -> Result<(), Error> {
    Ok(bank.payments.delete_draft(owner, id).await?)
}

/// Keeps how much is to be paid from where, right or wrong. In a payment that was made nothing changes any more.
///
/// # Errors
/// [`Error::Form`] where something is wrong with it: it is kept all the same. [`ErrorCode::NotFound`],
/// [`Error::Unavailable`].
pub async fn set_amount(bank: &Bank, owner: CustomerId, id: PaymentId, form: AmountForm) -> Result<(), Error> {
    let Some((mut draft, accounts)) = open(bank, owner, id).await? else { return Ok(()) };
    let verdict = draft.fits(&form, &accounts, bank.clock.now());
    draft.amount = bounded_amount(form);
    // Whoever says what leaves does not say any more what arrives.
    draft.payee.arrives.clear();
    draft.sent.amount = true;
    save(bank, draft).await?;
    verdict.map_err(Error::Form)
}

/// Keeps to whom it is to be paid, right or wrong.
///
/// # Errors
/// As [`set_amount`].
pub async fn set_payee(bank: &Bank, owner: CustomerId, id: PaymentId, form: PayeeForm) -> Result<(), Error> {
    let Some((mut draft, _)) = open(bank, owner, id).await? else { return Ok(()) };
    let verdict = form.check(&());
    // What one person is paid for says nothing about another.
    if form.account() != draft.payee.account() {
        draft.purpose = PurposeForm::default();
    }
    draft.heard = match &verdict {
        Ok((Payee::Elsewhere { name, iban }, _)) => Some(hear(bank, draft.heard, *iban, name).await),
        _ => None,
    };
    draft.payee = bounded_payee(form.kept());
    draft.sent.payee = true;
    save(bank, draft).await?;
    verdict.map(|_| ()).map_err(Error::Form)
}

/// What the bank of `iban` says of the name `typed`: asked once, and again where it could not be asked `before`.
pub(super) async fn hear(bank: &Bank, before: Option<NameHeard>, iban: Iban, typed: &str) -> NameHeard {
    let same = |heard: &NameHeard| heard.iban == iban && heard.typed == typed && heard.said != NameCheck::Unavailable;
    match before.filter(same) {
        Some(heard) => heard,
        None => NameHeard { iban, typed: typed.to_owned(), said: rails::check_name(bank, iban, typed).await },
    }
}

pub(crate) async fn save(bank: &Bank, mut draft: Draft) -> Result<(), Error> {
    draft.updated_at = bank.clock.now();
    Ok(bank.payments.save_draft(&draft).await?)
}

/// The longest text of one field that a draft keeps, in characters: enough to show any mistake again.
const KEPT: usize = 200;

pub(super) fn bounded(text: String) -> String {
    if text.len() <= KEPT { text } else { text.chars().take(KEPT).collect() }
}

fn bounded_amount(form: AmountForm) -> AmountForm {
    AmountForm { from: bounded(form.from), amount: bounded(form.amount) }
}

fn bounded_payee(form: PayeeForm) -> PayeeForm {
    PayeeForm {
        kind: bounded(form.kind),
        own: bounded(form.own),
        name: bounded(form.name),
        number: bounded(form.number),
        iban: bounded(form.iban),
        way: bounded(form.way),
        bank: bounded(form.bank),
        currency: bounded(form.currency),
        arrives: bounded(form.arrives),
        reference: bounded(form.reference),
    }
}
