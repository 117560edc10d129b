//! What came in and went out, by day. Written as text: an account's page has fifty of these.

use bank::{Calendar, accounts::Transaction};
use jiff::civil::Date;
use model::Money;

use super::Html;
use crate::words::Words;

/// About how many bytes one line takes.
const LINE_BYTES: usize = 330;

/// What the lines of a page have in common.
pub struct LineWords<'a> {
    /// The words of the reader.
    pub words: Words,
    /// The days of the bank.
    pub calendar: &'a Calendar,
    /// Today, by that calendar.
    pub today: Date,
    /// Whether each line says the balance after it: it does where all are of one account.
    pub balance: bool,
}

impl LineWords<'_> {
    /// The lines, newest first as they come, each day under its own heading.
    #[must_use]
    pub fn by_day(&self, lines: &[Transaction]) -> String {
        let mut html = Html::with_capacity(lines.len() * LINE_BYTES);
        let mut day = None;
        for line in lines {
            let booked_on = self.calendar.day(line.booked_at);
            if day != Some(booked_on) {
                html.raw(if day.is_some() { "</ul><h3 class=\"day\">" } else { "<h3 class=\"day\">" });
                html.text(&self.day(booked_on));
                html.raw(if self.balance { "</h3><ul class=\"rows history\">" } else { "</h3><ul class=\"rows\">" });
                day = Some(booked_on);
            }
            self.line(&mut html, line);
        }
        if day.is_some() {
            html.raw("</ul>");
        }
        html.finish()
    }

    /// A day as a heading: the two that people count from have a name.
    fn day(&self, day: Date) -> String {
        if day == self.today {
            self.words.say("today").to_owned()
        } else if self.today.yesterday().is_ok_and(|yesterday| day == yesterday) {
            self.words.say("yesterday").to_owned()
        } else {
            self.words.day(day)
        }
    }

    fn line(&self, html: &mut Html, line: &Transaction) {
        let words = self.words;
        html.raw("<li><a href=\"/accounts/").text(&line.account.to_string()).raw("/transactions/").number(line.version);
        html.raw("\"><span><b>").text(&line.party).raw("</b><small>").text(words.kind(line.kind)).raw(" · ");
        html.text(if line.reference.is_empty() { words.category(line.category) } else { &line.reference });
        html.raw("</small></span><span>");
        let (class, word) =
            if line.amount.is_negative() { ("<b><i>", "line-out") } else { ("<b class=\"in\"><i>", "line-in") };
        let unsigned = Money::new(line.amount.minor.saturating_abs(), line.amount.currency);
        html.raw(class).text(words.say(word)).raw("</i> ").text(&words.money(unsigned)).raw("</b>");
        if self.balance {
            html.raw("<small>").text(words.say("line-balance")).raw(" ");
            html.text(&words.money(line.balance_after)).raw("</small>");
        }
        html.raw("</span></a></li>");
    }
}

#[cfg(test)]
mod tests {
    use bank::accounts::Category;
    use model::{AccountId, Currency, Language, forms::HistoryKind};

    use super::*;

    fn line(version: i64, day: &str, minor: i64, party: &str) -> Transaction {
        let calendar = Calendar::in_zone("Europe/London").unwrap();
        let at = calendar.start_of(day.parse().unwrap()).plus_seconds(3_600 * 9);
        Transaction {
            account: AccountId::new(7),
            version,
            booked_at: at,
            amount: Money::new(minor, Currency::Gbp),
            balance_after: Money::new(10_000, Currency::Gbp),
            kind: HistoryKind::Card,
            category: Category::Groceries,
            party: party.to_owned(),
            reference: String::new(),
        }
    }

    fn written(lines: &[Transaction], balance: bool) -> String {
        let calendar = Calendar::in_zone("Europe/London").unwrap();
        let today = "2026-11-22".parse().unwrap();
        LineWords { words: Words::of(Language::En), calendar: &calendar, today, balance }.by_day(lines)
    }

    #[test]
    fn each_day_has_one_heading_and_one_list() {
        let lines = [
            line(5, "2026-11-22", -1_840, "Green Grocer"),
            line(4, "2026-11-22", 2_500, "Anna Whitfield"),
            line(3, "2026-11-21", -1_210, "Rail North"),
            line(2, "2026-11-20", -3_175, "City Water"),
        ];
        let html = written(&lines, true);
        let headings: Vec<&str> =
            html.split("<h3 class=\"day\">").skip(1).map(|h| h.split("</h3>").next().unwrap()).collect();
        assert_eq!(headings, ["Today", "Yesterday", "Friday 20 November 2026"]);
        assert_eq!(html.matches("<ul ").count(), 3);
        assert_eq!(html.matches("</ul>").count(), 3);
        assert_eq!(html.matches("<li>").count(), 4);
    }

    #[test]
    fn a_line_says_which_way_the_money_went_in_words() {
        let html = written(&[line(1, "2026-11-22", -1_840, "A"), line(2, "2026-11-22", 2_500, "B")], true);
        assert!(html.contains("<b><i>paid out</i> £18.40</b>"), "{html}");
        assert!(html.contains("<b class=\"in\"><i>paid in</i> £25.00</b>"), "{html}");
        assert!(html.contains("balance £100.00"), "{html}");
        assert!(html.contains("href=\"/accounts/0000000000007/transactions/1\""), "{html}");
    }

    #[test]
    fn what_a_payer_typed_is_text_wherever_it_stands() {
        let mut evil = line(1, "2026-11-22", 1, "<img src=x onerror=alert(1)>");
        evil.reference = "\"><script>x</script>".to_owned();
        let html = written(&[evil], false);
        assert!(!html.contains("<img") && !html.contains("<script"), "{html}");
        assert!(!html.contains("balance"), "{html}");
    }

    #[test]
    fn nothing_gives_nothing() {
        assert_eq!(written(&[], true), "");
    }
}
