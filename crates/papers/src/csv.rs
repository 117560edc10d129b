//! A statement as comma-separated values (RFC 4180), for a spreadsheet.
//!
//! It begins with the mark of UTF-8, without which the spreadsheet most people have takes Chinese for something else.
//! What somebody else wrote into a line is theirs to choose, and a spreadsheet would carry out what begins like a
//! formula: such a cell begins with an apostrophe instead (OWASP, "CSV Injection"). Amounts stay numbers.

use csv::{Terminator, Writer, WriterBuilder};

use crate::Line;

/// The mark of UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// The names of the columns, in the reader's language.
#[derive(Debug, Clone, Copy)]
pub struct Columns<'a> {
    /// The day.
    pub day: &'a str,
    /// The other party.
    pub party: &'a str,
    /// What kind of movement.
    pub kind: &'a str,
    /// What it was for.
    pub reference: &'a str,
    /// What came in.
    pub paid_in: &'a str,
    /// What went out.
    pub paid_out: &'a str,
    /// The balance after it.
    pub balance: &'a str,
    /// The currency of the amounts.
    pub currency: &'a str,
}

/// What stands above the lines.
#[must_use]
pub fn head(columns: Columns<'_>) -> Vec<u8> {
    let mut writer = begun(MARK.to_vec());
    let Columns { day, party, kind, reference, paid_in, paid_out, balance, currency } = columns;
    put(&mut writer, &[day, party, kind, reference, paid_in, paid_out, balance, currency].map(harmless));
    done(writer)
}

/// The lines themselves.
#[must_use]
pub fn lines(lines: &[Line]) -> Vec<u8> {
    let mut writer = begun(Vec::with_capacity(lines.len() * 96));
    for line in lines {
        let unsigned = model::Money::new(line.amount.minor.saturating_abs(), line.amount.currency).plain();
        let (paid_in, paid_out) =
            if line.amount.is_negative() { (String::new(), unsigned) } else { (unsigned, String::new()) };
        let cells = [
            line.day.to_string(),
            harmless(&line.party),
            harmless(&line.kind),
            harmless(&line.reference),
            paid_in,
            paid_out,
            line.balance.plain(),
            line.amount.currency.code().to_owned(),
        ];
        put(&mut writer, &cells);
    }
    done(writer)
}

/// `text` as a cell that no spreadsheet takes for a formula.
#[must_use]
pub fn harmless(text: &str) -> String {
    let begins = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    if text.starts_with(begins) { format!("'{text}") } else { text.to_owned() }
}

fn begun(into: Vec<u8>) -> Writer<Vec<u8>> {
    WriterBuilder::new().terminator(Terminator::CRLF).from_writer(into)
}

fn put(writer: &mut Writer<Vec<u8>>, cells: &[String]) {
    writer.write_record(cells).expect("writing to memory cannot fail, and all rows are of one length");
}

fn done(writer: Writer<Vec<u8>>) -> Vec<u8> {
    writer.into_inner().expect("writing to memory cannot fail")
}
