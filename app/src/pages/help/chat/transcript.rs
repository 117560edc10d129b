//! What was said, as a file of plain text to keep.

use std::fmt::Write as _;

use bank::{
    Bank, Error,
    conversations::{self, Entry, Said, Speaker},
};
use model::ErrorCode;

use super::{said::shown, told, whose_in};
use crate::{
    context::{Site, Visit},
    words::Words,
};

/// A file to keep.
pub struct Transcript {
    /// What it is called.
    pub name: String,
    /// What is in it.
    pub text: String,
}

/// What was said last with whoever asks in `visit`.
///
/// # Errors
/// [`ErrorCode::NotFound`] where nothing was; [`Error::Unavailable`].
pub async fn transcript(site: &Site, visit: &Visit) -> Result<Transcript, Error> {
    let bank = visit.bank.clone().ok_or(ErrorCode::NotFound)?;
    let current = conversations::current(&bank, whose_in(visit)).await?.ok_or(ErrorCode::NotFound)?;
    let words = site.words(visit.preferences.language);
    let mut text = format!("{}\n{}\n", words.say("chat-title"), words.moment(current.head.opened_at, &bank.calendar));
    for (_, entry) in current.shown() {
        let _ = write!(text, "\n{}", line(words, &bank, entry));
    }
    let day = bank.calendar.day(current.head.opened_at);
    Ok(Transcript { name: format!("{}-{day}.txt", words.say("chat-file")), text })
}

fn line(words: Words, bank: &Bank, entry: &Entry) -> String {
    let by = words.say(match entry.by {
        Speaker::Owner => "chat-by-you",
        Speaker::Assistant => "chat-by-program",
        Speaker::Staff(_) => "chat-by-bank",
    });
    let when = words.moment(entry.at, &bank.calendar);
    format!("{by}, {when}\n{}\n", said(words, bank, &entry.said))
}

fn said(words: Words, bank: &Bank, said: &Said) -> String {
    let key = match said {
        Said::Wrote(text) | Said::Answered(text) => return shown(words, text),
        Said::Pressed(offer) => return told::offer(words, offer),
        Said::Replied(reply) => return told::plain(words, &bank.calendar, reply),
        Said::Asked(_) => "chat-event-asked",
        Said::Taken => "chat-event-taken",
        Said::GaveBack => "chat-event-given-back",
        Said::Closed => "chat-event-closed",
        // The bank's own; nobody else is shown them.
        Said::Noted(_) | Said::Handed(_) => return String::new(),
    };
    words.say(key).to_owned()
}
