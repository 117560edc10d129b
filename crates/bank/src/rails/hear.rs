//! What other banks say, and what cannot be done about it.

use model::{ErrorCode, Timestamp};

use super::{Answer, Taken, take};
use crate::{Bank, Error};

/// Something that other banks say, and say again until it is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its number, by which it is taken.
    pub number: u64,
    /// As it came.
    pub text: String,
    /// What it says, or why that is not understood.
    pub answer: Result<Answer, String>,
}

/// What is kept for people to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// When it was heard.
    pub heard_at: Timestamp,
    /// Why it was not applied.
    pub why: String,
    /// The message as it came, with nothing in it that cannot be kept.
    pub said: String,
}

/// The longest message that is kept, in characters.
const LONGEST: usize = 64 * 1024;

/// Applies `message`, or keeps it aside where that cannot be done: either way it can be taken, and keeps none behind it
/// waiting. What was kept aside.
///
/// # Errors
/// [`Error::Unavailable`], [`ErrorCode::Busy`], [`ErrorCode::InFlight`]: nothing is lost, and it is to be heard again.
pub async fn hear(bank: &Bank, message: &Message) -> Result<Option<Aside>, Error> {
    let why = match &message.answer {
        Err(why) => why.clone(),
        Ok(answer) => match take(bank, *answer).await {
            Ok(Taken::Applied | Taken::Known) => return Ok(None),
            Ok(Taken::Contradicts) => "it contradicts what is known".to_owned(),
            Ok(Taken::Unknown) => "there is no such payment".to_owned(),
            Err(error @ (Error::Unavailable(_) | Error::Refused(ErrorCode::Busy | ErrorCode::InFlight))) => {
                return Err(error);
            }
            Err(error) => error.to_string(),
        },
    };
    // No database keeps this character in a text.
    let said = message.text.chars().take(LONGEST).map(|c| if c == '\0' { char::REPLACEMENT_CHARACTER } else { c });
    let aside = Aside { heard_at: bank.clock.now(), why, said: said.collect() };
    bank.sendings.set_aside(bank.ids.next(), &aside).await?;
    Ok(Some(aside))
}
