//! The lessons, and how far somebody has come in each.

use model::{CustomerId, Language, Timestamp};

use super::{PlayBank, Player, Say, freezing, move_to, shop, town::LESSON_AMOUNT};
use crate::{Error, payments::Payment};

model::coded! {
    /// What can be practised.
    Lesson {
        /// Signing in, with pretend details.
        SignIn = "sign-in",
        /// Paying somebody, over the same pages as the real ones.
        Payment = "payment",
        /// Telling a scam from the bank.
        Scams = "scams",
        /// Stopping everything, and starting again.
        Freeze = "freeze",
    }
}

impl Lesson {
    /// How many parts it has.
    #[must_use]
    pub const fn parts(self) -> u8 {
        match self {
            Self::SignIn => 3,
            Self::Payment => 1,
            Self::Scams | Self::Freeze => 4,
        }
    }
}

/// How far one person has come in one lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Which lesson.
    pub lesson: Lesson,
    /// How many of its parts are done.
    pub done: u8,
    /// When it was begun, the last time.
    pub started_at: Timestamp,
    /// When it was finished, the last time: still there while it is done again.
    pub finished_at: Option<Timestamp>,
}

impl Progress {
    /// Whether all parts are done.
    #[must_use]
    pub const fn is_finished(&self) -> bool {
        self.done >= self.lesson.parts()
    }

    /// As it is begun at `now`, for the first time or again.
    fn begun(lesson: Lesson, before: Option<Self>, now: Timestamp) -> Self {
        Self { lesson, done: 0, started_at: now, finished_at: before.and_then(|before| before.finished_at) }
    }

    /// As it is once `part` (from 0) is done as well. One that is not the next changes nothing: a form that is sent
    /// twice, or from an old page, skips no part.
    fn after(self, part: u8, now: Timestamp) -> Self {
        if part != self.done || self.is_finished() {
            return self;
        }
        let next = Self { done: self.done + 1, ..self };
        if next.is_finished() { Self { finished_at: Some(now), ..next } } else { next }
    }
}

/// Begins `lesson`, for the first time or again, in the town whose names are in `language`.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn start(
    play: &PlayBank,
    customer: CustomerId,
    lesson: Lesson,
    (language, say): (Language, Say),
) -> Result<(), Error> {
    let player = move_to(play, customer, language, say).await?;
    // A lesson that was left half-way must not stand in the way of the next.
    freezing::prepare(play, &player, lesson, &say(language)).await?;
    let begun = Progress::begun(lesson, player.progress(lesson), play.bank.clock.now());
    Ok(play.practice.keep(customer, &begun).await?)
}

/// Notes that `part` (from 0) of `lesson` is done. Nothing happens where it is not the next one.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn did(
    play: &PlayBank,
    customer: CustomerId,
    player: &Player,
    lesson: Lesson,
    part: u8,
) -> Result<(), Error> {
    let Some(before) = player.progress(lesson) else { return Ok(()) };
    let after = before.after(part, play.bank.clock.now());
    if after != before {
        play.practice.keep(customer, &after).await?;
    }
    Ok(())
}

/// Notes that `payment` was made in the play bank: where it is the one that the lesson asks for, the lesson is done.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn paid(play: &PlayBank, customer: CustomerId, player: &Player, payment: &Payment) -> Result<(), Error> {
    if payment.to == shop(player) && payment.amount.minor == LESSON_AMOUNT {
        did(play, customer, player, Lesson::Payment, 0).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::EPOCH.plus_seconds(seconds)
    }

    proptest! {
        #[test]
        fn parts_are_done_in_their_order_and_none_twice(lesson in 0_usize..4, sent in prop::collection::vec(0_u8..6, 0..40)) {
            let lesson = Lesson::ALL[lesson];
            let mut progress = Progress::begun(lesson, None, at(0));
            let mut expected = 0;
            for (moment, part) in (1..).zip(sent) {
                progress = progress.after(part, at(moment));
                expected += u8::from(part == expected && expected < lesson.parts());
                prop_assert_eq!(progress.done, expected);
                prop_assert_eq!(progress.finished_at.is_some(), progress.is_finished());
            }
        }
    }

    #[test]
    fn what_was_finished_once_stays_finished_while_it_is_done_again() {
        let finished = Progress::begun(Lesson::Payment, None, at(0)).after(0, at(9));
        assert_eq!(finished.finished_at, Some(at(9)));
        let again = Progress::begun(Lesson::Payment, Some(finished), at(20));
        assert!(!again.is_finished());
        assert_eq!(again.finished_at, Some(at(9)));
        assert_eq!(again.after(0, at(30)).finished_at, Some(at(30)));
    }
}
