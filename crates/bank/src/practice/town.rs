//! The town of a player: two accounts of theirs, and two that can be paid.
//!
//! A town is founded through the ledger, like everything that moves money, and every step of it can be done twice: a
//! founding that was cut short goes on where it was.

use model::{
    AccountId, AccountNumber, Currency, CustomerId, Language, Money, Timestamp, TransferId, forms::HistoryKind,
};

use super::{PlayBank, Player, Say, move_to};
use crate::{
    Error,
    accounts::{AccountKind, AccountStatus, Category},
    ledger::{Action, Actor, Command, IdempotencyKey, Line, TransferOrder},
};

/// The first serial of play account numbers. The real bank gives none from here on, so that a number that was learnt in
/// practice pays nobody.
const FIRST_SERIAL: i64 = 9_000_000;
/// How many numbers and accounts a town has room for.
const ROOM: i64 = 8;
/// What the first payment is to be, in minor units: 12.50.
pub const LESSON_AMOUNT: i64 = 1_250;
const DAY_S: i64 = 86_400;

/// What a town says, in the words of its player's language.
#[derive(Debug, Clone)]
pub struct TownWords {
    /// The player, as their accounts are named: never by a real name.
    pub you: String,
    /// The money of the country.
    pub currency: Currency,
    /// What the account for every day is called.
    pub everyday: String,
    /// What the account for savings is called.
    pub savings: String,
    /// The shop that the lesson pays.
    pub shop: String,
    /// A person who can be paid as well.
    pub friend: String,
    /// Where money comes from.
    pub pension: String,
    /// Where it went: a grocer, the water, a chemist.
    pub spent: [String; 3],
    /// What stands beside money that was put back.
    pub fresh: String,
    /// Two devices that seem to be signed in: one of the player, and one of somebody else.
    pub devices: [String; 2],
}

/// Which account of a town.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    /// Where its money comes from and goes to: an account of the play bank itself.
    World = 0,
    /// The player's, for every day.
    Everyday = 1,
    /// The player's savings.
    Savings = 2,
    /// The shop.
    Shop = 3,
    /// The other person.
    Friend = 4,
}

impl Slot {
    const ALL: [Self; 5] = [Self::World, Self::Everyday, Self::Savings, Self::Shop, Self::Friend];
    const OWN: [Self; 2] = [Self::Everyday, Self::Savings];

    /// This account of the town of `player`.
    #[must_use]
    pub const fn of(self, player: &Player) -> AccountId {
        AccountId::new(player.serial * ROOM + self as i64)
    }

    /// Its number; the play bank itself has none.
    fn number(self, player: &Player) -> Option<AccountNumber> {
        let serial = u32::try_from(FIRST_SERIAL + player.serial * ROOM + self as i64).ok();
        serial.filter(|_| self != Self::World).and_then(AccountNumber::from_serial)
    }

    /// What is on it when the town is new, in minor units.
    const fn start(self) -> i64 {
        match self {
            Self::Everyday => 125_000 - 3_420 - 2_150 - 875,
            Self::Savings => 50_000,
            Self::World | Self::Shop | Self::Friend => 0,
        }
    }
}

/// The account that the lesson pays.
#[must_use]
pub const fn shop(player: &Player) -> AccountId {
    Slot::Shop.of(player)
}

/// The number of that account.
#[must_use]
pub fn shop_number(player: &Player) -> Option<AccountNumber> {
    Slot::Shop.number(player)
}

/// An account of a town, to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlayAccount {
    /// Which account.
    pub id: AccountId,
    /// The number it is paid by; `None` for the one of the play bank itself.
    pub number: Option<AccountNumber>,
    /// What it is for.
    pub kind: AccountKind,
    /// What it is called.
    pub name: String,
    /// Whether it is the player's.
    pub own: bool,
}

/// A town to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Town {
    /// The player, as the play bank knows them.
    pub player: CustomerId,
    /// What they are called there.
    pub name: String,
    /// Its language.
    pub language: Language,
    /// Its money.
    pub currency: Currency,
    /// Its accounts.
    pub accounts: Vec<PlayAccount>,
    /// When it is opened.
    pub at: Timestamp,
}

/// Money that moved before the player came.
struct Past<'a> {
    days_ago: i64,
    slot: Slot,
    /// In minor units; below zero where it was paid out.
    minor: i64,
    kind: HistoryKind,
    category: Category,
    party: &'a str,
}

/// Opens the accounts of a player and lets a few days have happened.
pub(super) async fn found(play: &PlayBank, player: &Player, words: &TownWords) -> Result<(), Error> {
    let now = play.bank.clock.now();
    let town = Town {
        player: player.id(),
        name: words.you.clone(),
        language: player.language,
        currency: words.currency,
        accounts: Slot::ALL.into_iter().filter_map(|slot| account(player, slot, words)).collect(),
        at: now.plus_seconds(-30 * DAY_S),
    };
    play.practice.found(&town).await?;
    for (step, past) in (0_i64..).zip(pasts(words)) {
        let at = now.plus_seconds(-past.days_ago * DAY_S);
        let key =
            IdempotencyKey { principal: player.id(), operation: "town", key: step.to_string(), request_hash: [0; 32] };
        let line = Line { party: past.party.to_owned(), reference: String::new(), category: past.category };
        submit(play, player, past.slot, past.minor, (past.kind, line), words.currency, (Some(key), at)).await?;
    }
    Ok(play.practice.ready(player.id()).await?)
}

fn account(player: &Player, slot: Slot, words: &TownWords) -> Option<PlayAccount> {
    let (kind, name, own) = match slot {
        Slot::World => (AccountKind::Internal, &words.fresh, false),
        Slot::Everyday => (AccountKind::Current, &words.everyday, true),
        Slot::Savings => (AccountKind::Savings, &words.savings, true),
        Slot::Shop => (AccountKind::Business, &words.shop, false),
        // A name on an account that nobody here owns: only a business goes by its own.
        Slot::Friend => (AccountKind::Business, &words.friend, false),
    };
    let number = slot.number(player);
    // A town beyond the last number could not be paid in.
    (number.is_some() || slot == Slot::World).then(|| PlayAccount {
        id: slot.of(player),
        number,
        kind,
        name: name.clone(),
        own,
    })
}

fn pasts(words: &TownWords) -> [Past<'_>; 5] {
    let out = |days_ago, minor: i64, kind, category, party| Past {
        days_ago,
        slot: Slot::Everyday,
        minor: -minor,
        kind,
        category,
        party,
    };
    let into = |slot, minor| Past {
        days_ago: 20,
        slot,
        minor,
        kind: HistoryKind::Salary,
        category: Category::Income,
        party: &words.pension,
    };
    let [grocer, water, chemist] = &words.spent;
    [
        into(Slot::Everyday, 125_000),
        into(Slot::Savings, 50_000),
        out(9, 3_420, HistoryKind::Card, Category::Groceries, grocer),
        out(6, 2_150, HistoryKind::DirectDebit, Category::Home, water),
        out(3, 875, HistoryKind::Card, Category::Health, chemist),
    ]
}

/// Moves `minor` between the world and an account of the player: in where it is above zero, else out.
async fn submit(
    play: &PlayBank,
    player: &Player,
    slot: Slot,
    minor: i64,
    (kind, line): (HistoryKind, Line),
    currency: Currency,
    (key, at): (Option<IdempotencyKey>, Timestamp),
) -> Result<(), Error> {
    let (own, world) = (slot.of(player), Slot::World.of(player));
    let (debit, credit) = if minor > 0 { (world, own) } else { (own, world) };
    let transfer = TransferOrder {
        id: TransferId::new(play.bank.ids.next()),
        debit,
        credit,
        amount: Money::new(minor.saturating_abs(), currency),
        kind,
        debit_line: line.clone(),
        credit_line: line,
        original: None,
        limited: None,
        payment: None,
    };
    let command = Command { key, actor: Actor::System, at, action: Action::Transfer(transfer), outbox: Vec::new() };
    play.bank.ledger.submit(command).await?;
    Ok(())
}

/// Puts the money of a player back to what it was at first, opens what is frozen, and forgets payments that were not
/// finished. What happened stays on the statement: a ledger forgets nothing. Whoever reads another language by now goes
/// on in a town whose names are in that.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn reset(play: &PlayBank, customer: CustomerId, (language, say): (Language, Say)) -> Result<(), Error> {
    let player = move_to(play, customer, language, say).await?;
    let words = say(language);
    play.practice.set_status(player.id(), AccountStatus::Open).await?;
    for slot in Slot::OWN {
        let Some(account) = play.bank.accounts.account(player.id(), slot.of(&player)).await? else { continue };
        let missing = slot.start() - account.balance.minor;
        if missing != 0 {
            let line = Line { party: words.fresh.clone(), reference: String::new(), category: Category::Other };
            let told = (HistoryKind::Payment, line);
            submit(play, &player, slot, missing, told, account.currency(), (None, play.bank.clock.now())).await?;
        }
    }
    for draft in play.bank.payments.drafts(player.id(), u32::MAX).await? {
        play.bank.payments.delete_draft(player.id(), draft.id).await?;
    }
    Ok(())
}
