//! Practice: a bank of play money, and lessons in it.
//!
//! The play bank is a [`Bank`] like the real one, with a database, a ledger and an approver of its own; the use cases
//! of [`crate::payments`] and [`crate::accounts`] run in it unchanged. Here is only what it needs besides: who plays,
//! the small town that each player finds, and how far each lesson has come.

mod code;
mod freezing;
mod lessons;
mod town;

use std::sync::Arc;

use model::{CustomerId, ErrorCode, Language};

pub use code::{CODE, ShownCode};
pub use freezing::{Device, devices, end_device, freeze, is_frozen, thaw};
pub use lessons::{Lesson, Progress, did, paid, start};
pub use town::{LESSON_AMOUNT, PlayAccount, Slot, Town, TownWords, reset, shop, shop_number};

use crate::{Bank, Error, ports};

/// The play bank.
#[derive(Clone)]
pub struct PlayBank {
    /// The bank itself, which no real customer and no real account is in.
    pub bank: Bank,
    /// What practice keeps besides.
    pub practice: Arc<dyn ports::Practice>,
}

/// What a town says in a language.
pub type Say = fn(Language) -> TownWords;

/// Somebody who practises, as the play bank knows them: by a number of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Player {
    /// The number of their town; also who they are in the play bank.
    pub serial: i64,
    /// The language of their town: names in it stay as they are, like names in a real bank.
    pub language: Language,
    /// Whether the town is complete.
    pub ready: bool,
    /// How far each lesson has come that was ever begun.
    pub lessons: Vec<Progress>,
}

impl Player {
    /// Who they are in the play bank. Never who they are in the real one.
    #[must_use]
    pub const fn id(&self) -> CustomerId {
        CustomerId::new(self.serial)
    }

    /// How far `lesson` has come; `None` where it was never begun.
    #[must_use]
    pub fn progress(&self, lesson: Lesson) -> Option<Progress> {
        self.lessons.iter().copied().find(|known| known.lesson == lesson)
    }
}

/// Lets the real customer `customer` into the play bank, to the town they were in last. On their first visit one is
/// founded in `language`.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn enter(play: &PlayBank, customer: CustomerId, language: Language, say: Say) -> Result<Player, Error> {
    match play.practice.player(customer).await? {
        Some(player) if player.ready => Ok(player),
        // The founding of this one was cut short.
        Some(player) => settle(play, player, say).await,
        None => move_to(play, customer, language, say).await,
    }
}

/// Moves `customer` to their town in `language`, which is founded where they have none.
async fn move_to(play: &PlayBank, customer: CustomerId, language: Language, say: Say) -> Result<Player, Error> {
    // Two who join in the same moment may want the same number: the one that comes second takes the next.
    for _ in 0..5 {
        play.practice.join(customer, language).await?;
        if let Some(player) = play.practice.player(customer).await?.filter(|player| player.language == language) {
            return settle(play, player, say).await;
        }
    }
    Err(ErrorCode::Busy.into())
}

async fn settle(play: &PlayBank, player: Player, say: Say) -> Result<Player, Error> {
    if !player.ready {
        town::found(play, &player, &say(player.language)).await?;
    }
    Ok(Player { ready: true, ..player })
}
