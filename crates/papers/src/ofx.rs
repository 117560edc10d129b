//! A statement as Open Financial Exchange (OFX 2.2), for programs that keep the books of a household.

use jiff::civil::DateTime;

use crate::{
    Line, Summary,
    xml::{Xml, at_most},
};

/// The longest `NAME` (OFX 2.2 section 3.2.8.2, `A-32`) and `MEMO` (`A-255`).
const NAME: usize = 32;
const MEMO: usize = 255;
/// The longest `BANKID` (`A-9`) and `ACCTID` (`A-22`).
const BANK_ID: usize = 9;
const ACCOUNT_ID: usize = 22;

/// What stands above the lines.
#[must_use]
pub fn head(summary: &Summary) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.declare()
        .instruct("OFX OFXHEADER=\"200\" VERSION=\"220\" SECURITY=\"NONE\" OLDFILEUID=\"NONE\" NEWFILEUID=\"NONE\"")
        .open(&["OFX", "SIGNONMSGSRSV1", "SONRS"]);
    status(&mut xml);
    xml.text("DTSERVER", &moment(summary.made_at))
        .text("LANGUAGE", language(&summary.language))
        .close(&["SONRS", "SIGNONMSGSRSV1"])
        .open(&["BANKMSGSRSV1", "STMTTRNRS"])
        .text("TRNUID", "0");
    status(&mut xml);
    xml.open(&["STMTRS"])
        .text("CURDEF", summary.closing.currency.code())
        .open(&["BANKACCTFROM"])
        .text("BANKID", &at_most(&summary.bank.to_uppercase(), BANK_ID, "BANK"))
        .text("ACCTID", &at_most(&summary.account, ACCOUNT_ID, "0"))
        .text("ACCTTYPE", if summary.savings { "SAVINGS" } else { "CHECKING" })
        .close(&["BANKACCTFROM"])
        .open(&["BANKTRANLIST"])
        .text("DTSTART", &day(summary.from))
        .text("DTEND", &day(summary.to));
    xml.take()
}

/// The lines themselves.
#[must_use]
pub fn lines(lines: &[Line]) -> Vec<u8> {
    let mut xml = Xml::new();
    for line in lines {
        xml.open(&["STMTTRN"])
            .text("TRNTYPE", if line.amount.is_negative() { "DEBIT" } else { "CREDIT" })
            .text("DTPOSTED", &moment(line.booked_at))
            .text("TRNAMT", &line.amount.plain())
            .text("FITID", &line.version.to_string())
            .text("NAME", &at_most(&line.party, NAME, &line.kind));
        if !line.reference.is_empty() {
            xml.text("MEMO", &at_most(&line.reference, MEMO, &line.kind));
        }
        xml.close(&["STMTTRN"]);
    }
    xml.take()
}

/// What stands below them.
#[must_use]
pub fn foot(summary: &Summary) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.close(&["BANKTRANLIST"])
        .open(&["LEDGERBAL"])
        .text("BALAMT", &summary.closing.plain())
        .text("DTASOF", &day(summary.to))
        .close(&["LEDGERBAL", "STMTRS", "STMTTRNRS", "BANKMSGSRSV1", "OFX"]);
    xml.take()
}

fn status(xml: &mut Xml) {
    xml.open(&["STATUS"]).text("CODE", "0").text("SEVERITY", "INFO").close(&["STATUS"]);
}

fn day(day: jiff::civil::Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn moment(at: DateTime) -> String {
    format!("{}{:02}{:02}{:02}[0:GMT]", day(at.date()), at.hour(), at.minute(), at.second())
}

/// The language as ISO 639-2 has it, which is what the format wants.
fn language(tag: &str) -> &'static str {
    match tag.get(..2) {
        Some("zh") => "CHI",
        Some("es") => "SPA",
        _ => "ENG",
    }
}
