//! What an account earned in a year of taxes, as a file.

use std::collections::BTreeSet;

use bank::{Error, accounts};
use futures::{StreamExt, stream};
use model::AccountId;
use papers::pdf::Size;

use super::{File, Format, Letters, Made, Reader, labels, layout};

/// What an account of the reader earned in the year of taxes that begins in `year`.
///
/// # Errors
/// [`model::ErrorCode::NotFound`] where there is none of theirs; [`Error::Unavailable`].
pub async fn interest(reader: &Reader, (account, year): (AccountId, i16), letters: Letters<'_>) -> Result<Made, Error> {
    let interest = accounts::interest(&reader.bank, reader.person.id, account, year).await?;
    let words = reader.words;
    let (title, facts) = (labels::interest_title(words, &interest), labels::interest_facts(words, &interest));
    let made_on = reader.bank.calendar.day(reader.bank.clock.now());
    let mut sentences = vec![words.with("paper-made", &[("day", words.date(made_on).into())])];
    if !interest.complete {
        sentences.push(words.say("interest-unfinished").to_owned());
    }
    let said = [title.clone(), layout::sender(words)].into_iter().chain(sentences.clone());
    let said = said.chain(facts.iter().flat_map(|(term, value)| [term.clone(), value.clone()]));
    let wanted: BTreeSet<char> = said.flat_map(|text| text.chars().collect::<Vec<_>>()).collect();
    let Some(fonts) = letters(wanted).await else { return Ok(Made::NoLetters) };
    let size = if reader.person.preferences.text.is_large() { Size::Large } else { Size::Standard };
    let mut sheet = layout::begun(words, fonts, size, &title, layout::sender(words));
    sheet.facts(&facts);
    for sentence in &sentences {
        sheet.paragraph(sentence);
    }
    let bytes = sheet.finish();
    Ok(Made::File(File {
        name: format!("interest-{year}.pdf"),
        content_type: Format::Pdf.content_type(),
        pieces: stream::once(async { Ok(bytes) }).boxed(),
    }))
}
