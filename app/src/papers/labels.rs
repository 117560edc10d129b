//! What is said about a statement: what its time is called, and what stands above its lines.

use bank::accounts::{Account, AccountKind, Interest, Period, Statement};
use jiff::civil::Date;
use papers::Summary;

use crate::{pages::accounts::account_name, words::Words};

/// What a period is called: "October 2026", "2026", "All of its time".
#[must_use]
pub fn period(words: Words, period: Period) -> String {
    match period {
        Period::Month(first) => words.month_of_year(first),
        Period::Year(first) => words.with("account-statement-year", &[("year", first.year().to_string().into())]),
        Period::All => words.say("account-statement-all").to_owned(),
    }
}

/// What a statement is called: "Statement for October 2026".
#[must_use]
pub fn statement_title(words: Words, of: Period) -> String {
    match of {
        Period::All => words.say("account-statement-title-all").to_owned(),
        _ => words.with("account-statement-title", &[("period", period(words, of).into())]),
    }
}

/// What stands above the lines of a statement, each with what it is called.
pub(super) fn facts(words: Words, statement: &Statement) -> Vec<(String, String)> {
    let said = |key, value: String| (words.say(key).to_owned(), value);
    let sums = [
        said("account-statement-opening", words.money(statement.opening)),
        said("account-statement-in", words.money(statement.paid_in)),
        said("account-statement-out", words.money(statement.paid_out)),
        said("account-statement-closing", words.money(statement.closing)),
    ];
    whose(words, &statement.account, (statement.from, statement.to)).into_iter().chain(sums).collect()
}

/// Whose account it is about, which, and which days.
fn whose(words: Words, account: &Account, (from, to): (Date, Date)) -> [(String, String); 4] {
    let said = |key, value: String| (words.say(key).to_owned(), value);
    [
        said("account-statement-holder", account.holder.clone()),
        said("account-statement-account", account_name(words, account)),
        said("account-statement-number", account.number.to_string()),
        said("account-statement-time", days(words, "account-statement-from-to", (from, to))),
    ]
}

fn days(words: Words, key: &'static str, (from, to): (Date, Date)) -> String {
    words.with(key, &[("from", words.date(from).into()), ("to", words.date(to).into())])
}

/// What is on top of what an account earned: "Interest from 6 April 2025 to 5 April 2026".
#[must_use]
pub fn interest_title(words: Words, interest: &Interest) -> String {
    days(words, "interest-title", (interest.from, interest.to))
}

/// What an account earned, each fact with what it is called.
#[must_use]
pub fn interest_facts(words: Words, interest: &Interest) -> Vec<(String, String)> {
    let said = |key, value: String| (words.say(key).to_owned(), value);
    let sums = [
        said("interest-paid", words.money(interest.paid)),
        said("interest-tax", words.say("interest-no-tax").to_owned()),
        said("account-statement-closing", words.money(interest.closing)),
    ];
    whose(words, &interest.account, (interest.from, interest.to)).into_iter().chain(sums).collect()
}

/// The same for programs.
pub(super) fn summary(words: Words, statement: &Statement) -> Summary {
    let account = &statement.account;
    Summary {
        id: format!("{}-{}", account.id, statement.period),
        bank: words.say("bank-name").to_owned(),
        account: account.number.to_string().replace(' ', ""),
        holder: account.holder.clone(),
        savings: account.kind == AccountKind::Savings,
        from: statement.from,
        to: statement.to,
        made_at: bank::Calendar::utc().local(statement.made_at),
        language: words.say("language-tag").to_owned(),
        count: statement.count(),
        opening: statement.opening,
        closing: statement.closing,
        paid_in: statement.paid_in,
        paid_out: statement.paid_out,
    }
}
