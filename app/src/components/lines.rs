//! What came in and went out, by day. Written as text: an account's page has fifty of these.

use bank::{
    Calendar,
    accounts::{Category, Transaction},
};
use jiff::civil::Date;
use leptos::prelude::*;
use model::{AccountId, Currency, Money, forms::HistoryKind};

use super::{Example, Html, Part, aloud};
use crate::words::Words;

/// About how many bytes one line takes.
const LINE_BYTES: usize = 330;

/// What the lines of a page have in common.
#[derive(Clone, Copy)]
pub struct LineWords<'a> {
    /// The words of the reader.
    pub words: Words,
    /// The days of the bank.
    pub calendar: &'a Calendar,
    /// Today, by that calendar.
    pub today: Date,
    /// Whether all lines are of one account: then each says the balance after it, otherwise which account it is of.
    pub one_account: bool,
    /// What the reader's own accounts are called, as far as lines speak of them.
    pub names: &'a [(AccountId, String)],
    /// The query with which the page of a line leads back here; empty for none.
    pub back: &'a str,
    /// Whether the page says of each line how it is read aloud.
    pub aloud: bool,
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
                html.raw(if day.is_some() { "</ul><h3 class=\"day\"" } else { "<h3 class=\"day\"" });
                self.say(&mut html, |spoken| day_heading(spoken.words, spoken.today, booked_on));
                html.raw(">").text(&day_heading(self.words, self.today, booked_on));
                html.raw(if self.one_account {
                    "</h3><ul class=\"rows history\">"
                } else {
                    "</h3><ul class=\"rows\">"
                });
                day = Some(booked_on);
            }
            self.line(&mut html, line);
        }
        if day.is_some() {
            html.raw("</ul>");
        }
        html.finish()
    }

    fn line(&self, html: &mut Html, line: &Transaction) {
        let words = self.words;
        html.raw("<li><a href=\"/accounts/").text(&line.account.to_string()).raw("/transactions/").number(line.version);
        if !self.back.is_empty() {
            html.raw("?").text(self.back);
        }
        let own = line.own.and_then(|id| self.name(id));
        html.raw("\"");
        self.say(html, |spoken| spoken.said(line));
        html.raw("><span><b>");
        match own {
            Some(name) => html.text(&words.own_move(line.amount, name)),
            None => html.text(&line.party),
        };
        html.raw("</b><small>");
        for (at, about) in self.about(line, own.is_some()).into_iter().flatten().enumerate() {
            html.raw(if at > 0 { " · " } else { "" }).text(about);
        }
        html.raw("</small></span><span>");
        let (class, word) =
            if line.amount.is_negative() { ("<b><i>", "line-out") } else { ("<b class=\"in\"><i>", "line-in") };
        let unsigned = Money::new(line.amount.minor.saturating_abs(), line.amount.currency);
        html.raw(class).text(words.say(word)).raw("</i> ").text(&words.money(unsigned)).raw("</b>");
        if self.one_account {
            html.raw("<small>").text(words.say("line-balance")).raw(" ");
            html.text(&words.money(line.balance_after)).raw("</small>");
        }
        html.raw("</span></a></li>");
    }

    /// Where several accounts are on the page, which one; what kind of movement; and what it was for.
    fn about<'b>(&'b self, line: &'b Transaction, own: bool) -> [Option<&'b str>; 3] {
        let account = (!self.one_account && self.names.len() > 1).then(|| self.name(line.account)).flatten();
        let kind = if own { self.words.say("own-kind") } else { self.words.kind(line.kind) };
        let purpose = if !line.reference.is_empty() {
            Some(line.reference.as_str())
        } else if own || says_it(line.kind, line.category) {
            None
        } else {
            Some(self.words.category(line.category))
        };
        [account, Some(kind), purpose]
    }

    /// Adds to an open tag how what it holds is read aloud, where that is wanted.
    fn say(&self, html: &mut Html, said: impl FnOnce(&Self) -> String) {
        if self.aloud {
            let spoken = Self { words: self.words.aloud(), ..*self };
            html.raw(" data-say=\"").text(&said(&spoken)).raw("\"");
        }
    }

    /// A line as it is said. The balance after it is left out: a number after every number drowns them all.
    fn said(&self, line: &Transaction) -> String {
        let own = line.own.and_then(|id| self.name(id));
        let party = own.map_or_else(|| line.party.clone(), |name| self.words.own_move(line.amount, name));
        let about: Vec<&str> = self.about(line, own.is_some()).into_iter().flatten().collect();
        let values = [
            ("party", party.into()),
            ("about", about.join(", ").into()),
            ("moved", self.words.moved(line.amount).into()),
        ];
        self.words.with("spoken-line", &values)
    }

    fn name(&self, id: AccountId) -> Option<&str> {
        self.names.iter().find(|(known, _)| *known == id).map(|(_, name)| name.as_str())
    }
}

/// A day as a heading: the two that people count from have a name.
pub fn day_heading(words: Words, today: Date, day: Date) -> String {
    if day == today {
        words.say("today").to_owned()
    } else if today.yesterday().is_ok_and(|yesterday| day == yesterday) {
        words.say("yesterday").to_owned()
    } else {
        words.day(day)
    }
}

/// Whether the kind says what the category would say again.
pub const fn says_it(kind: HistoryKind, category: Category) -> bool {
    matches!(
        (kind, category),
        (HistoryKind::Payment | HistoryKind::StandingOrder, Category::Transfers)
            | (HistoryKind::Cash, Category::Cash)
            | (HistoryKind::Interest | HistoryKind::Fee, Category::Bank)
    )
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-transaction-list",
    about: "part-transaction-list-about",
    examples: &[Example::new("example-one-account", of_one), Example::new("example-all-accounts", of_all)],
};

fn of_one(words: Words) -> AnyView {
    drawn(words, true)
}

fn of_all(words: Words) -> AnyView {
    drawn(words, false)
}

fn drawn(words: Words, one_account: bool) -> AnyView {
    let today = jiff::civil::date(2026, 11, 22);
    let names = [
        (AccountId::new(7), words.say("account-kind-current").to_owned()),
        (AccountId::new(8), "Rainy day".to_owned()),
    ];
    let Ok(calendar) = Calendar::in_zone("UTC") else { return ().into_any() };
    let day = |day: Date| calendar.start_of(day);
    let line = |version, at, minor, party: &str, kind, category| Transaction {
        account: AccountId::new(7),
        version,
        booked_at: at,
        amount: Money::new(minor, Currency::Gbp),
        balance_after: Money::new(241_806, Currency::Gbp),
        kind,
        category,
        party: party.to_owned(),
        reference: String::new(),
        own: None,
    };
    let friday = jiff::civil::date(2026, 11, 20);
    let lines = [
        line(5, day(today), -1_840, "Green Grocer", HistoryKind::Card, Category::Groceries),
        Transaction {
            reference: "Birthday tea".to_owned(),
            ..line(4, day(today), 2_500, "Anna Whitfield", HistoryKind::Payment, Category::Transfers)
        },
        line(3, day(friday), -3_175, "City Water", HistoryKind::DirectDebit, Category::Home),
        Transaction {
            own: Some(AccountId::new(8)),
            ..line(2, day(friday), -10_000, "", HistoryKind::Payment, Category::Transfers)
        },
    ];
    let (names, aloud) = (&names, aloud::is_wanted());
    let line_words = LineWords { words, calendar: &calendar, today, one_account, names, back: "", aloud };
    let html = line_words.by_day(&lines);
    view! { <div inner_html=html></div> }.into_any()
}

#[cfg(test)]
mod tests {
    use model::Language;

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
            own: None,
        }
    }

    fn written(lines: &[Transaction], one_account: bool) -> String {
        let calendar = Calendar::in_zone("Europe/London").unwrap();
        let today = "2026-11-22".parse().unwrap();
        let names = [(AccountId::new(7), "Everyday".to_owned()), (AccountId::new(8), "Rainy day".to_owned())];
        let words = Words::of(Language::En);
        LineWords { words, calendar: &calendar, today, one_account, names: &names, back: "", aloud: false }
            .by_day(lines)
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
    fn a_move_between_own_accounts_names_no_other_party() {
        let moved = |minor| Transaction {
            kind: HistoryKind::Payment,
            category: Category::Transfers,
            own: Some(AccountId::new(8)),
            ..line(1, "2026-11-22", minor, "Maya Okafor")
        };
        let html = written(&[moved(-500), moved(500)], true);
        assert!(html.contains("<b>To Rainy day</b><small>Between your accounts</small>"), "{html}");
        assert!(html.contains("<b>From Rainy day</b>") && !html.contains("Okafor"), "{html}");
        let gone = Transaction { own: Some(AccountId::new(9)), ..moved(-500) };
        assert!(written(&[gone], true).contains("<b>Maya Okafor</b><small>Payment</small>"));
    }

    #[test]
    fn among_several_accounts_each_line_says_which_it_is_of() {
        let lines = [line(1, "2026-11-22", -1_840, "Green Grocer")];
        assert!(written(&lines, false).contains("<small>Everyday · Card payment · Groceries</small>"));
        assert!(written(&lines, true).contains("<small>Card payment · Groceries</small>"));
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
    fn a_line_carries_the_way_back() {
        let calendar = Calendar::in_zone("Europe/London").unwrap();
        let (words, today) = (Words::of(Language::En), "2026-11-22".parse().unwrap());
        let words = LineWords {
            words,
            calendar: &calendar,
            today,
            one_account: true,
            names: &[],
            back: "kind=card&text=%22",
            aloud: false,
        };
        let html = words.by_day(&[line(3, "2026-11-22", 1, "A")]);
        assert!(html.contains("/transactions/3?kind=card&amp;text=%22\""), "{html}");
    }

    #[test]
    fn a_line_says_how_it_is_read_aloud_where_that_is_wanted() {
        let calendar = Calendar::in_zone("Europe/London").unwrap();
        let today = "2026-11-22".parse().unwrap();
        let said = |language, aloud| {
            let words = Words::of(language);
            LineWords { words, calendar: &calendar, today, one_account: true, names: &[], back: "", aloud }
                .by_day(&[line(3, "2026-11-20", -1_840, "Green \"Grocer\"")])
        };
        let html = said(Language::En, true);
        assert!(html.contains("<h3 class=\"day\" data-say=\"Friday the twentieth of November\">"), "{html}");
        let line = "data-say=\"Green &quot;Grocer&quot;. Card payment, Groceries: paid out eighteen pounds forty.\"";
        assert!(html.contains(line), "{html}");
        assert!(said(Language::Zh, true).contains("支出 十八英镑四十便士"));
        assert!(!said(Language::En, false).contains("data-say"));
    }

    #[test]
    fn nothing_gives_nothing() {
        assert_eq!(written(&[], true), "");
    }
}
