//! A statement as `camt.053.001.08`, the bank-to-customer statement of ISO 20022: what programs that keep the books of a
//! business read.

use jiff::civil::DateTime;
use model::Money;

use crate::{
    Line, Summary,
    xml::{Xml, at_most},
};

/// The name of the message, and the space of its elements.
pub const NAMESPACE: &str = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

/// The longest texts of the types `Max35Text`, `Max140Text` and `Max105Text`.
const MAX_35: usize = 35;
const MAX_140: usize = 140;
const MAX_105: usize = 105;

/// What stands above the entries.
#[must_use]
pub fn head(summary: &Summary) -> Vec<u8> {
    let mut xml = Xml::new();
    let made_at = moment(summary.made_at);
    let id = at_most(&summary.id, MAX_35, "0");
    xml.declare()
        .open_with("Document", ("xmlns", NAMESPACE))
        .open(&["BkToCstmrStmt", "GrpHdr"])
        .text("MsgId", &id)
        .text("CreDtTm", &made_at)
        .close(&["GrpHdr"])
        .open(&["Stmt"])
        .text("Id", &id)
        .text("CreDtTm", &made_at)
        .open(&["FrToDt"])
        .text("FrDtTm", &moment(summary.from.at(0, 0, 0, 0)))
        .text("ToDtTm", &moment(summary.to.at(23, 59, 59, 0)))
        .close(&["FrToDt"])
        .open(&["Acct"])
        .within(&["Id", "Othr"], "Id", &at_most(&summary.account, MAX_35, "0"))
        .text("Ccy", summary.closing.currency.code())
        .within(&["Ownr"], "Nm", &at_most(&summary.holder, MAX_140, "-"))
        .within(&["Svcr", "FinInstnId"], "Nm", &at_most(&summary.bank, MAX_140, "-"))
        .close(&["Acct"]);
    balance(&mut xml, "OPBD", summary.opening, summary.from);
    balance(&mut xml, "CLBD", summary.closing, summary.to);
    let net = Money::new(summary.closing.minor - summary.opening.minor, summary.closing.currency);
    xml.open(&["TxsSummry", "TtlNtries"]).text("NbOfNtries", &summary.count.to_string()).open(&["TtlNetNtry"]);
    xml.text("Amt", &unsigned(net).plain()).text("CdtDbtInd", way(net));
    xml.close(&["TtlNetNtry", "TtlNtries"])
        .within(&["TtlCdtNtries"], "Sum", &summary.paid_in.plain())
        .within(&["TtlDbtNtries"], "Sum", &summary.paid_out.plain())
        .close(&["TxsSummry"]);
    xml.take()
}

/// The entries themselves.
#[must_use]
pub fn lines(lines: &[Line]) -> Vec<u8> {
    let mut xml = Xml::new();
    for line in lines {
        xml.open(&["Ntry"]).text("NtryRef", &line.version.to_string());
        amount(&mut xml, line.amount);
        xml.text("CdtDbtInd", way(line.amount))
            .within(&["Sts"], "Cd", "BOOK")
            .within(&["BookgDt"], "DtTm", &moment(line.booked_at))
            .within(&["ValDt"], "Dt", &line.day.to_string())
            .within(&["BkTxCd", "Prtry"], "Cd", &at_most(line.code, MAX_35, "other"))
            .open(&["NtryDtls", "TxDtls"]);
        amount(&mut xml, line.amount);
        xml.text("CdtDbtInd", way(line.amount)).open(&["RltdPties"]);
        let other = if line.amount.is_negative() { "Cdtr" } else { "Dbtr" };
        xml.within(&[other, "Pty"], "Nm", &at_most(&line.party, MAX_140, &line.kind)).close(&["RltdPties"]);
        if !line.reference.is_empty() {
            xml.within(&["RmtInf"], "Ustrd", &at_most(&line.reference, MAX_140, "-"));
        }
        xml.close(&["TxDtls", "NtryDtls"])
            .text("AddtlNtryInf", &at_most(&line.kind, MAX_105, line.code))
            .close(&["Ntry"]);
    }
    xml.take()
}

/// What stands below them.
#[must_use]
pub fn foot() -> Vec<u8> {
    Xml::new().close(&["Stmt", "BkToCstmrStmt", "Document"]).take()
}

fn balance(xml: &mut Xml, code: &str, of: Money, on: jiff::civil::Date) {
    xml.open(&["Bal"]).within(&["Tp", "CdOrPrtry"], "Cd", code);
    amount(xml, of);
    xml.text("CdtDbtInd", way(of)).within(&["Dt"], "Dt", &on.to_string()).close(&["Bal"]);
}

/// An amount has no sign here: which way it went is beside it.
fn amount(xml: &mut Xml, of: Money) {
    xml.open_with("Amt", ("Ccy", of.currency.code())).plain(&unsigned(of).plain()).close(&["Amt"]);
}

fn unsigned(of: Money) -> Money {
    Money::new(of.minor.saturating_abs(), of.currency)
}

fn way(of: Money) -> &'static str {
    if of.is_negative() { "DBIT" } else { "CRDT" }
}

fn moment(at: DateTime) -> String {
    format!("{}T{:02}:{:02}:{:02}Z", at.date(), at.hour(), at.minute(), at.second())
}
