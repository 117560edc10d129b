//! The page itself.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::data::{Account, Line, Month};
use crate::words;

const MARK: &str = r#"<svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true"><path fill="currentColor" d="M8.5 17A6.5 6.5 0 0 1 7 4.5a9.5 9.5 0 0 1 18 0A6.5 6.5 0 0 1 23.5 17z"/><path stroke="currentColor" stroke-width="4" d="M16 16v13"/><path stroke="currentColor" stroke-width="1.6" stroke-linecap="round" d="M8 16v9M11.5 16v12M20.5 16v12M24 16v9"/></svg>"#;
const SIZE: &str = r#"<path d="M3 19 8 6l5 13M5 15h6M15 19l3-8 3 8M16 16h4"/>"#;
const LANGUAGE: &str =
    r#"<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c5 5.5 5 12.5 0 18M12 3c-5 5.5-5 12.5 0 18"/>"#;
const LEAVE: &str = r#"<path d="M14 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h8M10 12h11M17 8l4 4-4 4"/>"#;
const ACCOUNTS: &str = r#"<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M3 10h18M7 15h3"/>"#;
const PAY: &str = r#"<path d="M4 12h16M13 5l7 7-7 7"/>"#;
const TALK: &str = r#"<path d="M4 5h16v11h-8l-5 4v-4H4zM8 9h8M8 12h5"/>"#;
const HELP: &str =
    r#"<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M12 16.8v.01"/>"#;
const YOU: &str = r#"<circle cx="12" cy="8" r="4"/><path d="M4 21a8 8 0 0 1 16 0"/>"#;
const BACK: &str = r#"<path d="M20 12H4M11 5l-7 7 7 7"/>"#;
const CALENDAR: &str = r#"<rect x="3" y="5" width="18" height="16" rx="2"/><path d="M3 10h18M8 3v4M16 3v4"/>"#;
const LIST: &str = r#"<path d="M8 6h13M8 12h13M8 18h13M3 6h.01M3 12h.01M3 18h.01"/>"#;
const PHONE: &str =
    r#"<path d="M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z"/>"#;

const PERIODS: [(&str, &str); 7] = [
    ("", "Any time"),
    ("30-days", "Last 30 days"),
    ("this-month", "This month"),
    ("last-month", "Last month"),
    ("90-days", "Last 90 days"),
    ("this-year", "This year"),
    ("between", "Days I choose"),
];
const DIRECTIONS: [(&str, &str); 3] = [("", "In and out"), ("in", "Money in"), ("out", "Money out")];
const KINDS: [&str; 10] =
    ["card", "payment", "direct-debit", "standing-order", "salary", "refund", "interest", "fee", "cash", "reversal"];

/// Everything the page shows.
pub struct Page<'a> {
    pub account: &'a Account,
    pub held: &'a [(String, i64)],
    pub lines: &'a [Line],
    pub months: &'a [Month],
    pub today: Date,
    pub zone: &'a TimeZone,
}

impl Page<'_> {
    /// The whole document.
    pub fn html(&self) -> String {
        let name =
            if self.account.name.is_empty() { words::account_kind(&self.account.kind) } else { &self.account.name };
        let document = html! {
            (DOCTYPE)
            html lang="en-GB" data-text="standard" data-theme="device" data-contrast="device" {
                head {
                    meta charset="utf-8";
                    title { (name) " – Banyan" }
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    link rel="icon" href="/favicon.svg" type="image/svg+xml";
                    link rel="stylesheet" href="/pkg/banyan.css";
                }
                body {
                    (self.top())
                    main id="main" tabindex="-1" {
                        (session_warning())
                        (self.standing(name))
                        div class="two" {
                            section class="stack" {
                                h2 { "What came in and went out" }
                                (self.filter())
                                (self.history())
                                (self.pages())
                            }
                            section class="card" id="months" { h2 { "Month by month" } (self.chart()) (self.table()) }
                        }
                    }
                    (foot())
                }
            }
        };
        document.into_string()
    }

    fn top(&self) -> Markup {
        html! {
            a class="skip" href="#main" { "Skip to the page" }
            header {
                div class="tools" { div class="wide" {
                    form method="post" action="/do/preferences" {
                        input type="hidden" name="back" value={ "/accounts/" (self.account.id) };
                        button class="tool" name="text" value="large" { (icon(SIZE)) "Larger text" }
                        button class="tool" name="language" value="zh" lang="zh-Hans" { (icon(LANGUAGE)) "中文" }
                        button class="tool" name="language" value="es" lang="es" { (icon(LANGUAGE)) "Español" }
                    }
                    a class="tool" href={ "/help/person?from=/accounts/" (self.account.id) } { (icon(TALK)) "Talk to a person" }
                    form method="post" action="/do/sign-out" { button class="tool" { (icon(LEAVE)) "Sign out" } }
                } }
                div class="head" { div class="wide" {
                    a class="mark" href="/" { (PreEscaped(MARK)) "Banyan" }
                    nav class="places" aria-label="Places" {
                        a href="/" aria-current="true" { (icon(ACCOUNTS)) "Accounts" }
                        a href="/pay" { (icon(PAY)) "Pay" }
                        a href="/help" { (icon(HELP)) "Help" }
                        a href="/you" { (icon(YOU)) "You" }
                    }
                } }
            }
        }
    }

    fn standing(&self, name: &str) -> Markup {
        let account = self.account;
        let available = account.balance - account.held + account.overdraft;
        html! {
            div class="stack close" {
                a class="alone" href="/accounts" { (icon(BACK)) "All accounts" }
                h1 { (name) }
                p class="balance" { span class="unseen" { "Balance: " } (words::pounds(account.balance)) }
                p { (words::pounds(available)) " can be spent." }
                @for (party, amount) in self.held {
                    p class="quiet" { (words::pounds(*amount)) " is set aside for " (party) "." }
                }
                @if account.overdraft > 0 {
                    p class="quiet" { "This includes an overdraft of " (words::pounds(account.overdraft)) "." }
                }
                div class="quiet small" {
                    p { "Name on the account: " (account.holder) }
                    p { "Account number " (account.number) }
                }
                @if account.rate_bp > 0 {
                    p class="quiet small" { (account.rate_bp / 100) "." (format!("{:02}", account.rate_bp % 100)) "% a year" }
                }
                a class="alone jump" href="#months" { (icon(CALENDAR)) "Month by month" }
                a class="alone" href={ "/accounts/" (account.id) "/statements" } { (icon(LIST)) "Statements" }
            }
            @if account.status == "open" {
                div class="actions" {
                    form method="post" action="/do/pay/start" {
                        input type="hidden" name="from" value=(account.id);
                        button class="button" { "Pay from this account" }
                    }
                }
            } @else {
                section class="note caution" {
                    h2 { "This account cannot pay just now" }
                    p { "Money can still come in. Please call us, and we will put it right together." }
                }
            }
        }
    }

    fn filter(&self) -> Markup {
        html! {
            details {
                summary { "Find a transaction" }
                form method="get" action={ "/accounts/" (self.account.id) } class="filters" {
                    (select("period", "When", PERIODS.into_iter()))
                    input type="hidden" name="dated" value=".";
                    div class="dates" { (field("from", "From day", "date")) (field("to", "To day", "date")) }
                    (select("direction", "In or out", DIRECTIONS.into_iter()))
                    (select("kind", "Kind", [("", "Every kind")].into_iter().chain(KINDS.map(|code| (code, words::kind(code))))))
                    (field("min", "At least", "text"))
                    (field("max", "At most", "text"))
                    (field("text", "Name, reference or amount", "text"))
                    div class="full actions" { button class="button" { "Show" } }
                }
            }
        }
    }

    fn history(&self) -> Markup {
        if self.lines.is_empty() {
            return html! { p class="empty" { "Nothing has come in or gone out yet." } };
        }
        let booked_on = |line: &Line| words::local(self.zone, line.booked_at).date();
        let mut rest = self.lines;
        html! {
            @while let Some(first) = rest.first() {
                @let day = booked_on(first);
                @let (of_day, later) = rest.split_at(rest.iter().take_while(|line| booked_on(line) == day).count());
                @let () = rest = later;
                h3 class="day" { (words::heading(day, self.today)) }
                ul class="rows history" { @for line in of_day { (self.line(line)) } }
            }
        }
    }

    fn line(&self, line: &Line) -> Markup {
        let about = words::about(&line.kind, &line.category, &line.reference);
        html! {
            li {
                a href={ "/accounts/" (self.account.id) "/transactions/" (line.version) } {
                    span { b { (line.party) } small { (words::kind(&line.kind)) @if !about.is_empty() { " · " (about) } } }
                    span {
                        @if line.amount < 0 {
                            b { i { "paid out" } " " (words::pounds(-line.amount)) }
                        } @else {
                            b class="in" { i { "paid in" } " " (words::pounds(line.amount)) }
                        }
                        small { "balance " (words::pounds(line.balance)) }
                    }
                }
            }
        }
    }

    fn pages(&self) -> Markup {
        let older = self.lines.last().filter(|line| line.version > 1);
        html! {
            @if let Some(last) = older {
                nav class="actions pages" aria-label="More transactions" {
                    a class="button second on" href={ "/accounts/" (self.account.id) "?older=" (last.version) } { "Older" (icon(PAY)) }
                }
            }
        }
    }

    fn chart(&self) -> Markup {
        let top = round_up(self.months.iter().map(|month| month.paid_in.max(month.paid_out)).max().unwrap_or(0));
        html! {
            figure class="chart" {
                p class="key" { span { i {} "Paid in" } span { i class="out" {} "Paid out" } }
                p class="small quiet" { "The top line is " (words::pounds(top)) "." }
                svg viewBox="0 0 240 100" width="240" height="100" preserveAspectRatio="none" role="img" aria-label="Bars of what was paid in and paid out in each of the last twelve months. The table has the figures." {
                    @for y in [0, 50, 100] { line x1="0" y1=(y) x2="240" y2=(y) {} }
                    @for (at, month) in (0_i64..).zip(self.months) {
                        (bar("", at * 20 + 2, height(month.paid_in, top)))
                        (bar("out", at * 20 + 10, height(month.paid_out, top)))
                    }
                }
                div class="months" aria-hidden="true" {
                    @for month in self.months.iter().step_by(3) { span { (words::month_short(month.first)) } }
                }
            }
        }
    }

    fn table(&self) -> Markup {
        html! {
            details {
                summary { "Show as a table" }
                table class="sums" {
                    caption class="unseen" { "What was paid in and paid out, the latest month first" }
                    thead { tr { th scope="col" { "Month" } th scope="col" { "Paid in" } th scope="col" { "Paid out" } } }
                    tbody {
                        @for month in self.months.iter().rev() {
                            tr {
                                th scope="row" { (words::month(month.first)) }
                                td { (words::pounds(month.paid_in)) }
                                td { (words::pounds(month.paid_out)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn icon(strokes: &'static str) -> Markup {
    html! { svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" { (PreEscaped(strokes)) } }
}

fn field(name: &str, label: &str, kind: &str) -> Markup {
    html! {
        div class="field" {
            label for=(name) { (label) }
            input id=(name) name=(name) type=(kind) value="" autocomplete="off";
        }
    }
}

fn select(name: &str, label: &str, options: impl Iterator<Item = (&'static str, &'static str)>) -> Markup {
    html! {
        div class="field" {
            label for=(name) { (label) }
            select id=(name) name=(name) {
                @for (value, word) in options { option value=(value) selected[value.is_empty()] { (word) } }
            }
        }
    }
}

fn bar(class: &str, left: i64, height: i64) -> Markup {
    html! {
        @if height > 0 {
            path class=[(!class.is_empty()).then_some(class)] d={ "M" (left) " 100v-" (height) "h7v" (height) "z" } {}
        }
    }
}

fn height(minor: i64, top: i64) -> i64 {
    if minor <= 0 { 0 } else { (minor * 100 / top).clamp(1, 100) }
}

/// The next of 1, 2, 2.5, 5 and 10 times a power of ten pounds.
fn round_up(minor: i64) -> i64 {
    let mut unit = 100;
    loop {
        for tenths in [10, 20, 25, 50] {
            if unit * tenths / 10 >= minor {
                return unit * tenths / 10;
            }
        }
        unit *= 10;
    }
}

/// What a script shows before the session ends.
fn session_warning() -> Markup {
    html! {
        div hidden role="alert" data-idle="300" {
            div class="notice caution" {
                p class="title" { "Are you still there?" }
                p data-left { "For your safety we sign you out in less than a minute. What you typed is kept." }
                p data-over hidden { "You have been signed out. Go on and sign in again: what you typed is there." }
                form method="post" action="/do/session/extend" role="none" {
                    button type="submit" class="button second" { "Stay signed in" }
                }
            }
        }
    }
}

fn foot() -> Markup {
    html! {
        footer class="foot" {
            div class="wide" {
                div {
                    h2 id="help" { "Would you like to talk to someone?" }
                    a class="call" href="tel:+448081570123" { (icon(PHONE)) "0808 157 0123" }
                    p { "It is free to call, day and night." }
                }
                div {
                    h2 { "Stay safe" }
                    p {
                        "We never call, text or write to ask for a code or a password. "
                        "We never ask you to move money to keep it safe."
                    }
                    a href="/accessibility" { "Accessibility: what works and what does not" }
                    a href="/freeze" { "Freeze everything" }
                }
            }
        }
    }
}
