//! A statement as a file.

use std::collections::BTreeSet;

use bank::{
    Calendar, Error,
    accounts::{self, Period, Statement, Transaction},
};
use futures::{StreamExt, stream};
use model::AccountId;
use papers::Line;

use super::{File, Format, Letters, Made, Reader, labels, layout, writing::Writing};
use crate::{pages::accounts::account_names, words::Words};

/// How many lines are read at a time.
const LINES: u32 = 500;

/// The statement of an account of the reader's, as a file in `format`.
///
/// # Errors
/// [`model::ErrorCode::NotFound`] where the reader has no such account or it no such statement; [`Error::Unavailable`].
pub async fn statement(
    reader: &Reader,
    (id, period): (AccountId, Period),
    format: Format,
    letters: Letters<'_>,
) -> Result<Made, Error> {
    let statement = accounts::statement(&reader.bank, reader.person.id, id, period).await?;
    let own = accounts::list(&reader.bank, reader.person.id).await?;
    let lines = Lines {
        reader: reader.clone(),
        account: id,
        names: account_names(reader.words, &own),
        after: statement.after,
        until: statement.until,
    };
    let fonts = if format.is_set() {
        match letters(lines.letters(&statement).await?).await {
            Some(fonts) => Some(fonts),
            None => return Ok(Made::NoLetters),
        }
    } else {
        None
    };
    let Some(writing) = Writing::new(reader.words, &statement, format, fonts) else { return Ok(Made::NoLetters) };
    Ok(Made::File(File {
        name: format!("account-statement-{period}{}", format.ending()),
        content_type: format.content_type(),
        pieces: stream::unfold(Some(Progress::Head(writing, lines)), step).boxed(),
    }))
}

/// How far a file has come.
enum Progress {
    Head(Writing, Lines),
    Lines(Writing, Lines, bool),
}

/// The next piece of a file. After a failure there is none: a file that is cut short must not look whole.
async fn step(progress: Option<Progress>) -> Option<(Result<Vec<u8>, Error>, Option<Progress>)> {
    match progress? {
        Progress::Head(mut writing, lines) => Some((Ok(writing.head()), Some(Progress::Lines(writing, lines, false)))),
        Progress::Lines(mut writing, mut lines, any) => match lines.next().await {
            Err(error) => Some((Err(error), None)),
            Ok(read) if read.is_empty() => Some((Ok(writing.foot(any)), None)),
            Ok(read) => {
                let piece = writing.lines(&read);
                Some((Ok(piece), Some(Progress::Lines(writing, lines, true))))
            }
        },
    }
}

/// The lines of a statement that were not read yet.
#[derive(Clone)]
struct Lines {
    reader: Reader,
    account: AccountId,
    /// What the reader's own accounts are called.
    names: Vec<(AccountId, String)>,
    after: i64,
    until: i64,
}

impl Lines {
    /// The next few; none at the end.
    async fn next(&mut self) -> Result<Vec<Line>, Error> {
        if self.after >= self.until {
            return Ok(Vec::new());
        }
        let (bank, owner) = (&self.reader.bank, self.reader.person.id);
        let read = accounts::statement_lines(bank, owner, self.account, (self.after, self.until), LINES).await?;
        self.after = read.last().map_or(self.until, |line| line.version);
        Ok(read.iter().map(|line| said(self.reader.words, &bank.calendar, &self.names, line)).collect())
    }

    /// Every letter of the whole statement: whether they can all be set must be known before the first is.
    async fn letters(&self, statement: &Statement) -> Result<BTreeSet<char>, Error> {
        let (words, mut rest, mut letters) = (self.reader.words, self.clone(), BTreeSet::new());
        letters.extend(labels::statement_title(words, statement.period).chars());
        letters.extend(layout::sender(words).chars());
        letters.extend(
            labels::facts(words, statement).iter().flat_map(|(term, value)| [term, value]).flat_map(|t| t.chars()),
        );
        letters.extend(layout::sentences(words, statement).iter().flat_map(|text| text.chars()));
        letters.extend(words.say("account-statement-lines").chars());
        loop {
            let read = rest.next().await?;
            if read.is_empty() {
                return Ok(letters);
            }
            for cell in read.iter().flat_map(|line| [&line.party, &line.kind, &line.reference]) {
                letters.extend(cell.chars());
            }
        }
    }
}

/// A line in the reader's words.
pub(crate) fn said(words: Words, calendar: &Calendar, names: &[(AccountId, String)], line: &Transaction) -> Line {
    let own = line.own.and_then(|id| names.iter().find(|(known, _)| *known == id)).map(|(_, name)| name);
    let kind = if own.is_some() { words.say("own-kind") } else { words.kind(line.kind) };
    Line {
        version: line.version,
        day: calendar.day(line.booked_at),
        booked_at: Calendar::utc().local(line.booked_at),
        party: own.map_or_else(|| line.party.clone(), |name| words.own_move(line.amount, name)),
        kind: kind.to_owned(),
        code: line.kind.code(),
        reference: line.reference.clone(),
        amount: line.amount,
        balance: line.balance_after,
    }
}
