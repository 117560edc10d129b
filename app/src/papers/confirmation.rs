//! The confirmation of a payment, as a file.

use std::collections::BTreeSet;

use bank::{
    Error,
    payments::{self, PaymentState},
    rails::SendingState,
};
use futures::{StreamExt, stream};
use model::{ErrorCode, PaymentId};
use papers::pdf::Size;

use super::{File, Format, Letters, Made, Reader, layout};
use crate::pages::pay::receipt_facts;

/// The confirmation of a payment that the reader made and that has arrived.
///
/// # Errors
/// [`ErrorCode::NotFound`] where there is none of theirs; [`Error::Unavailable`].
pub async fn confirmation(reader: &Reader, id: PaymentId, letters: Letters<'_>) -> Result<Made, Error> {
    let receipt = payments::receipt(&reader.bank, reader.person.id, id).await?;
    let is_there = receipt.payment.sending.is_none_or(|sending| sending.state == SendingState::Arrived);
    if receipt.payment.state != PaymentState::Settled || !is_there {
        return Err(ErrorCode::NotFound.into());
    }
    let words = reader.words;
    let title = words.say("confirmation-title");
    let facts = receipt_facts(words, &receipt, &receipt.payer(reader.person.name.clone()), &reader.bank.calendar);
    let made_on = reader.bank.calendar.day(reader.bank.clock.now());
    let made = words.with("paper-made", &[("day", words.date(made_on).into())]);
    let mut wanted: BTreeSet<char> =
        [title, &layout::sender(words), &made].iter().flat_map(|text| text.chars()).collect();
    wanted.extend(facts.iter().flat_map(|(term, value)| [term, value]).flat_map(|text| text.chars()));
    let Some(fonts) = letters(wanted).await else { return Ok(Made::NoLetters) };
    let size = if reader.person.preferences.text.is_large() { Size::Large } else { Size::Standard };
    let mut sheet = layout::begun(words, fonts, size, title, layout::sender(words));
    sheet.facts(&facts);
    sheet.paragraph(&made);
    let bytes = sheet.finish();
    Ok(Made::File(File {
        name: "confirmation.pdf".to_owned(),
        content_type: Format::Pdf.content_type(),
        pieces: stream::once(async { Ok(bytes) }).boxed(),
    }))
}
