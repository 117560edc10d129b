//! Files as they are written: what stands above the lines, the lines, what stands below.

use bank::accounts::{Period, Statement};
use papers::{
    Line, Summary, camt, csv, ofx,
    pdf::{Fonts, Sheet, Size},
};

use super::{Format, labels, layout};
use crate::words::Words;

/// A file of a statement while it is written.
pub(super) enum Writing {
    Csv(Words),
    Ofx(Box<Summary>),
    Camt053(Box<Summary>),
    Pdf(Box<Sheet>, Words, Period),
}

impl Writing {
    /// A file in `format`. Fonts are needed where it is set in letters.
    pub(super) fn new(words: Words, statement: &Statement, format: Format, fonts: Option<Fonts>) -> Option<Self> {
        let summary = || Box::new(labels::summary(words, statement));
        let set = |size| {
            let sheet = layout::statement(words, statement, fonts?, size);
            Some(Self::Pdf(Box::new(sheet), words, statement.period))
        };
        match format {
            Format::Csv => Some(Self::Csv(words)),
            Format::Ofx => Some(Self::Ofx(summary())),
            Format::Camt053 => Some(Self::Camt053(summary())),
            Format::Pdf => set(Size::Standard),
            Format::LargePdf => set(Size::Large),
        }
    }

    /// What stands above the lines.
    pub(super) fn head(&mut self) -> Vec<u8> {
        match self {
            Self::Csv(words) => csv::head(csv::Columns {
                day: words.say("account-statement-day"),
                party: words.say("account-statement-who"),
                kind: words.say("account-statement-kind"),
                reference: words.say("account-statement-reference"),
                paid_in: words.say("account-statement-in"),
                paid_out: words.say("account-statement-out"),
                balance: words.say("account-statement-balance"),
                currency: words.say("account-statement-currency"),
            }),
            Self::Ofx(summary) => ofx::head(summary),
            Self::Camt053(summary) => camt::head(summary),
            Self::Pdf(sheet, ..) => sheet.take(),
        }
    }

    /// These lines.
    pub(super) fn lines(&mut self, lines: &[Line]) -> Vec<u8> {
        match self {
            Self::Csv(_) => csv::lines(lines),
            Self::Ofx(_) => ofx::lines(lines),
            Self::Camt053(_) => camt::lines(lines),
            Self::Pdf(sheet, words, period) => {
                for line in lines {
                    sheet.row(&layout::row(*words, *period, line));
                }
                sheet.take()
            }
        }
    }

    /// What stands below them; `any` says whether there were lines.
    pub(super) fn foot(self, any: bool) -> Vec<u8> {
        match self {
            Self::Csv(_) => Vec::new(),
            Self::Ofx(summary) => ofx::foot(&summary),
            Self::Camt053(_) => camt::foot(),
            Self::Pdf(mut sheet, ..) => {
                if any {
                    sheet.end_table();
                }
                sheet.finish()
            }
        }
    }
}
