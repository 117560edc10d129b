//! Papers as PDF: what stands where.

use bank::accounts::{Period, Statement};
use model::Money;
use papers::{
    Line,
    pdf::{About, Align, Cell, Column, Fonts, Sheet, Size},
};

use super::labels;
use crate::words::Words;

/// A paper in these words, on which its name and who it is from already stand.
pub(super) fn begun(words: Words, fonts: Fonts, size: Size, title: &str, foot: String) -> Sheet {
    let numbered = words.with("paper-page", &[("page", "\u{1}".into()), ("pages", "\u{1}".into())]);
    let mut parts = numbered.split('\u{1}').map(str::to_owned);
    let bank = words.say("bank-name").to_owned();
    let about = About {
        title: title.to_owned(),
        author: bank.clone(),
        language: words.say("language-tag").to_owned(),
        foot,
        page: std::array::from_fn(|_| parts.next().unwrap_or_default()),
    };
    let mut sheet = Sheet::new(fonts, about, size);
    sheet.title(title);
    sheet.paragraph(&sender(words));
    sheet
}

/// Who a paper is from: the bank, and how to call it.
pub(super) fn sender(words: Words) -> String {
    format!("{} · {}", words.say("bank-name"), words.say("help-phone"))
}

/// What stands at the foot of each page of a statement.
fn foot(words: Words, statement: &Statement) -> String {
    let name = labels::period(words, statement.period);
    format!("{} · {} · {name}", words.say("bank-name"), statement.account.number)
}

/// A statement, up to its lines.
pub(super) fn statement(words: Words, statement: &Statement, fonts: Fonts, size: Size) -> Sheet {
    let title = labels::statement_title(words, statement.period);
    let mut sheet = begun(words, fonts, size, &title, foot(words, statement));
    sheet.facts(&labels::facts(words, statement));
    for sentence in sentences(words, statement) {
        sheet.paragraph(&sentence);
    }
    if statement.count() > 0 {
        sheet.heading(words.say("account-statement-lines"));
        sheet.begin_table(columns(words, statement));
    }
    sheet
}

/// What is said between the sums and the lines.
pub(super) fn sentences(words: Words, statement: &Statement) -> Vec<String> {
    let mut said = vec![words.with("paper-made", &[("day", words.date(statement.made_on).into())])];
    if !statement.complete {
        said.push(words.say("account-statement-unfinished").to_owned());
    }
    if statement.count() == 0 {
        said.push(words.say("account-statement-none").to_owned());
    }
    said
}

fn columns(words: Words, statement: &Statement) -> Vec<Column> {
    let figures = |label: &'static str, more: &[Money]| {
        let sums = [statement.paid_in, statement.paid_out].into_iter().chain(more.iter().copied());
        let widest =
            sums.map(|sum| words.money(Money::new(sum.minor.saturating_abs().saturating_mul(-1), sum.currency)));
        Column { label: words.say(label).to_owned(), align: Align::End, widest: widest.collect() }
    };
    // September is the longest month wherever months have names.
    let longest = jiff::civil::date(2026, 9, 30);
    let day = if statement.period == Period::All { words.date(longest) } else { words.day_short(longest) };
    vec![
        Column { label: words.say("account-statement-day").to_owned(), align: Align::Start, widest: vec![day] },
        Column { label: words.say("account-statement-what").to_owned(), align: Align::Start, widest: Vec::new() },
        figures("account-statement-in", &[]),
        figures("account-statement-out", &[]),
        figures("account-statement-balance", &[statement.opening, statement.closing]),
    ]
}

/// A line as a row of the table.
pub(crate) fn row(words: Words, of: Period, line: &Line) -> [Cell; 5] {
    let day = if of == Period::All { words.date(line.day) } else { words.day_short(line.day) };
    let unsigned = words.money(Money::new(line.amount.minor.saturating_abs(), line.amount.currency));
    let (paid_in, paid_out) =
        if line.amount.is_negative() { (String::new(), unsigned) } else { (unsigned, String::new()) };
    [
        day.into(),
        Cell { text: line.party.clone(), below: about(line) },
        paid_in.into(),
        paid_out.into(),
        words.money(line.balance).into(),
    ]
}

/// What kind of movement a line is, and what it was for.
fn about(line: &Line) -> String {
    if line.reference.is_empty() { line.kind.clone() } else { format!("{} · {}", line.kind, line.reference) }
}
