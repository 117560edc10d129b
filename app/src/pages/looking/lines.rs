//! What came in and went out of an account of somebody else. A line leads nowhere: not to a receipt, not to paying again.

use bank::{Calendar, mandates::Line};
use jiff::civil::Date;
use leptos::prelude::*;
use model::Money;

use crate::{
    components::{day_heading, says_it},
    words::Words,
};

/// The lines, newest first as they come, each day under its own heading.
pub(super) fn by_day(words: Words, calendar: &Calendar, today: Date, lines: &[Line]) -> impl IntoView + use<> {
    let days = lines.chunk_by(|a, b| calendar.day(a.booked_at) == calendar.day(b.booked_at));
    let day = |lines: &[Line]| {
        let heading = lines.first().map(|line| day_heading(words, today, calendar.day(line.booked_at)));
        let rows = lines.iter().map(|line| row(words, line)).collect_view();
        view! { <h3 class="day">{heading}</h3><ul class="rows history">{rows}</ul> }
    };
    days.map(day).collect_view()
}

fn row(words: Words, line: &Line) -> impl IntoView + use<> {
    let own = if line.amount.is_negative() { "looking-own-to" } else { "looking-own-from" };
    let party = line.party.clone().unwrap_or_else(|| words.say(own).to_owned());
    let (class, word) = if line.amount.is_negative() { ("", "line-out") } else { ("in", "line-in") };
    let amount = words.money(Money::new(line.amount.minor.saturating_abs(), line.amount.currency));
    let balance = words.money(line.balance_after);
    view! {
        <li>
            <div>
                <span><b>{party}</b><small>{about(words, line)}</small></span>
                <span>
                    <b class=class><i>{words.say(word)}</i>" "{amount}</b>
                    <small>{words.say("line-balance")}" "{balance}</small>
                </span>
            </div>
        </li>
    }
}

/// What kind of movement it was, and what for.
fn about(words: Words, line: &Line) -> String {
    let own = line.party.is_none();
    let kind = if own { words.say("looking-own-kind") } else { words.kind(line.kind) };
    let purpose = if !line.reference.is_empty() {
        line.reference.as_str()
    } else if own || says_it(line.kind, line.category) {
        return kind.to_owned();
    } else {
        words.category(line.category)
    };
    format!("{kind} · {purpose}")
}

#[cfg(test)]
mod tests {
    use bank::accounts::Category;
    use model::{Currency, Language, forms::HistoryKind};

    use super::*;

    fn line(party: Option<&str>, kind: HistoryKind) -> Line {
        let calendar = Calendar::in_zone("Europe/London").unwrap();
        Line {
            version: 3,
            booked_at: calendar.start_of("2026-11-20".parse().unwrap()),
            amount: Money::new(-1_840, Currency::Gbp),
            balance_after: Money::new(10_000, Currency::Gbp),
            kind,
            category: Category::Groceries,
            party: party.map(ToOwned::to_owned),
            reference: String::new(),
        }
    }

    fn written(line: Line) -> String {
        let calendar = Calendar::in_zone("Europe/London").unwrap();
        let today = "2026-11-22".parse().unwrap();
        Owner::new().with(|| by_day(Words::of(Language::En), &calendar, today, &[line]).to_html())
    }

    #[test]
    fn a_line_says_who_what_and_how_much_and_leads_nowhere() {
        let html = written(line(Some("<Green> Grocer"), HistoryKind::Card));
        for said in ["Friday 20 November 2026", "&lt;Green&gt; Grocer", "Groceries", "£18.40", "£100.00"] {
            assert!(html.contains(said), "{said}: {html}");
        }
        assert!(!html.contains("href") && !html.contains("<Green>"), "{html}");
    }

    #[test]
    fn which_other_accounts_there_are_is_not_told() {
        let html = written(line(None, HistoryKind::Payment));
        assert!(html.contains("another account of theirs"), "{html}");
    }
}
