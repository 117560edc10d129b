//! The text of a QR code that stands on a bill: whom to pay in euros, and with which reference (EPC069-12, "Quick Response
//! Code: Guidelines to Enable Data Capture for the Initiation of a SEPA Credit Transfer", version 2.1).

use crate::{
    Bic, ErrorCode, Iban,
    forms::{NAME_LENGTH, REFERENCE_LENGTH},
    text,
};

/// The most bytes of the whole text.
const LONGEST: usize = 331;
/// The most lines.
const LINES: usize = 12;
/// The most characters of what the payee is told.
const TOLD: usize = 140;
/// The most characters of what the payer is told.
const HINT: usize = 70;

/// What such a code asks for. How much is left to the payer, who says it before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EpcCode {
    /// The name of the payee.
    pub name: String,
    /// The number of their account.
    pub iban: Iban,
    /// Their bank, where the code says it.
    pub bic: Option<Bic>,
    /// What the payee is to read; empty where it does not say.
    pub reference: String,
}

impl EpcCode {
    /// What a code says, line by line, as an app reads it out. Whatever the guidelines do not allow is refused.
    ///
    /// # Errors
    /// [`ErrorCode::CodeTextMissing`]; [`ErrorCode::CodeTextShape`] where it is no such code; [`ErrorCode::CodeTextLong`]
    /// where its reference is longer than any payment here can have; whatever is wrong with an IBAN;
    /// [`ErrorCode::BicShape`], [`ErrorCode::BicCountry`].
    pub fn from_typed(typed: &str) -> Result<Self, ErrorCode> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(ErrorCode::CodeTextMissing);
        }
        let lines: Vec<&str> = typed.lines().map(str::trim).collect();
        if typed.len() > LONGEST + LINES || lines.len() > LINES {
            return Err(ErrorCode::CodeTextShape);
        }
        let line = |at: usize| lines.get(at).copied().unwrap_or_default();
        let version = line(1);
        let head = line(0) == "BCD" && matches!(version, "001" | "002") && line(3) == "SCT";
        // Whichever of the eight it was written in, it has been read by now.
        let written = line(2).len() == 1 && matches!(line(2).as_bytes().first(), Some(b'1'..=b'8'));
        if !head || !written || !is_amount(line(7)) || !is_purpose(line(8)) || text::length(line(11)) > HINT {
            return Err(ErrorCode::CodeTextShape);
        }
        let name = plain(line(5), NAME_LENGTH)?;
        if name.is_empty() {
            return Err(ErrorCode::CodeTextShape);
        }
        let iban = Iban::from_typed(line(6))?;
        let bic = bank(line(4), version, &iban)?;
        Ok(Self { name, iban, bic, reference: reference(line(9), line(10))? })
    }
}

/// The bank, which the first version of the guidelines asks for and the second does not.
fn bank(typed: &str, version: &str, iban: &Iban) -> Result<Option<Bic>, ErrorCode> {
    if typed.is_empty() {
        return if version == "002" { Ok(None) } else { Err(ErrorCode::CodeTextShape) };
    }
    let bic = Bic::from_typed(typed)?;
    if bic.is_of(iban) { Ok(Some(bic)) } else { Err(ErrorCode::BicCountry) }
}

/// Either of the two that it may have: a creditor reference, or text.
fn reference(structured: &str, free: &str) -> Result<String, ErrorCode> {
    if !structured.is_empty() && !free.is_empty() {
        return Err(ErrorCode::CodeTextShape);
    }
    let told = plain(if structured.is_empty() { free } else { structured }, TOLD)?;
    // Cut, it would be another reference.
    if text::length(&told) > REFERENCE_LENGTH { Err(ErrorCode::CodeTextLong) } else { Ok(told) }
}

fn plain(line: &str, longest: usize) -> Result<String, ErrorCode> {
    let plain = text::one_line(line);
    let allowed =
        text::length(&plain) <= longest && !text::turns_direction(&plain) && !text::holds_noncharacter(&plain);
    if allowed { Ok(plain) } else { Err(ErrorCode::CodeTextShape) }
}

/// Nothing, or euros between a cent and 999999999.99.
fn is_amount(line: &str) -> bool {
    if line.is_empty() {
        return true;
    }
    let Some(amount) = line.strip_prefix("EUR") else { return false };
    let (whole, part) = amount.split_once('.').unwrap_or((amount, "0"));
    let digits =
        |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole, 9) && digits(part, 2) && amount.bytes().any(|byte| matches!(byte, b'1'..=b'9'))
}

/// Nothing, or a code of up to four letters (ISO 20022 external purpose codes).
fn is_purpose(line: &str) -> bool {
    line.len() <= 4 && line.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BILL: &str =
        "BCD\n002\n1\nSCT\nBPOTBEB1\nRed Cross\nBE72000000001616\nEUR1.5\nCHAR\n\nUrgency fund\nThank you";

    fn with(line: usize, text: &str) -> Result<EpcCode, ErrorCode> {
        let mut lines: Vec<&str> = BILL.lines().collect();
        lines[line - 1] = text;
        EpcCode::from_typed(&lines.join("\n"))
    }

    #[test]
    fn a_bill_says_whom_to_pay() {
        for typed in [BILL.to_owned(), BILL.replace('\n', "\r\n"), format!(" {BILL}\n\n")] {
            let code = EpcCode::from_typed(&typed).unwrap();
            assert_eq!((code.name.as_str(), code.reference.as_str()), ("Red Cross", "Urgency fund"));
            assert_eq!(code.iban.electronic(), "BE72000000001616");
            assert_eq!(code.bic.unwrap().to_string(), "BPOTBEB1");
        }
        let short = "BCD\n002\n1\nSCT\n\nRed Cross\nBE72000000001616";
        let code = EpcCode::from_typed(short).unwrap();
        assert_eq!((code.bic, code.reference.as_str()), (None, ""));
        let structured = "BCD\n002\n2\nSCT\n\nRed Cross\nBE72000000001616\n\n\nRF18539007547034";
        assert_eq!(EpcCode::from_typed(structured).unwrap().reference, "RF18539007547034");
    }

    #[test]
    fn whatever_is_not_allowed_is_refused() {
        assert_eq!(EpcCode::from_typed(" \n "), Err(ErrorCode::CodeTextMissing));
        let (long_name, long_told, long_hint) = ("x".repeat(71), "x".repeat(141), "x".repeat(71));
        for (line, text) in [
            (1, "bcd"),
            (2, "003"),
            (3, "9"),
            (3, "11"),
            (3, ""),
            (4, "INST"),
            (6, ""),
            (6, &long_name),
            (6, "Red\u{202e}Cross"),
            (8, "1.50"),
            (8, "EUR0.00"),
            (8, "EUR1.505"),
            (8, "EUR-1"),
            (8, "EUR1234567890"),
            (8, "GBP1"),
            (9, "LONGER"),
            (9, "char"),
            (10, "RF18539007547034"),
            (11, &long_told),
            (12, &long_hint),
            (12, "one\ntwo"),
        ] {
            assert_eq!(with(line, text), Err(ErrorCode::CodeTextShape), "{line}: {text}");
        }
        assert_eq!(with(11, &"x".repeat(36)), Err(ErrorCode::CodeTextLong), "it is not cut");
        assert_eq!(with(7, "BE72000000001617"), Err(ErrorCode::IbanWrong));
        assert_eq!(with(5, "BPOT"), Err(ErrorCode::BicShape));
        assert_eq!(with(5, "COBADEFF"), Err(ErrorCode::BicCountry));
        assert_eq!(
            EpcCode::from_typed(&BILL.replace("002", "001").replace("BPOTBEB1", "")),
            Err(ErrorCode::CodeTextShape)
        );
    }
}
