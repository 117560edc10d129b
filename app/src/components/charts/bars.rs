//! Twelve months at a glance: two bars for each.

use bank::accounts::MonthTotal;
use leptos::prelude::*;
use model::{Currency, Money};

use super::{HEIGHT, height, lines, round_up, table, top_line};
use crate::{
    components::{Example, Html, Part},
    words::Words,
};

/// How wide one month is.
const MONTH: i64 = 20;
/// How wide a bar is.
const BAR: i64 = 8;
/// Under how many months of a quarter one name stands.
const NAMED: usize = 3;

/// What came in and went out by month, as bars and as a table, in HTML.
#[must_use]
pub fn months(words: Words, months: &[MonthTotal]) -> String {
    let mut html = Html::with_capacity(6_000);
    let Some(first) = months.first() else { return html.finish() };
    let currency = first.paid_in.currency;
    let most = months.iter().map(|month| month.paid_in.minor.max(month.paid_out.minor)).max().unwrap_or(0);
    let top = round_up(most, currency.minor_per_major());
    html.raw("<figure class=\"chart\"><p class=\"key\"><span><i></i>").text(words.say("chart-in"));
    html.raw("</span><span><i class=\"out\"></i>").text(words.say("chart-out")).raw("</span></p>");
    top_line(&mut html, words, Money::new(top, currency));
    bars(&mut html, words, months, top);
    html.raw("<div class=\"months\" aria-hidden=\"true\">");
    for month in months.iter().step_by(NAMED) {
        html.raw("<span>").text(&words.month_short(month.month)).raw("</span>");
    }
    html.raw("</div></figure>");
    let row = |month: &MonthTotal| {
        vec![words.month_brief(month.month), words.money(month.paid_in), words.money(month.paid_out)]
    };
    let rows: Vec<_> = months.iter().rev().map(row).collect();
    table(&mut html, words, "chart-caption", &["chart-month", "chart-in", "chart-out"], &rows);
    html.finish()
}

fn bars(html: &mut Html, words: Words, months: &[MonthTotal], top: i64) {
    let width = MONTH * i64::try_from(months.len()).unwrap_or(12);
    html.raw("<svg viewBox=\"0 0 ").number(width).raw(" ").number(HEIGHT);
    html.raw("\" width=\"").number(width).raw("\" height=\"").number(HEIGHT);
    html.raw("\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"").text(words.say("chart-label")).raw("\">");
    lines(html, width);
    for (at, month) in (0_i64..).zip(months) {
        let left = at * MONTH + (MONTH - 2 * BAR) / 2;
        bar(html, "<path d=\"M", left, height(month.paid_in.minor, top));
        bar(html, "<path class=\"out\" d=\"M", left + BAR, height(month.paid_out.minor, top));
    }
    html.raw("</svg>");
}

fn bar(html: &mut Html, start: &'static str, left: i64, height: i64) {
    if height > 0 {
        html.raw(start).number(left).raw(" ").number(HEIGHT).raw("v").number(-height).raw("h").number(BAR - 1);
        html.raw("v").number(height).raw("z\"/>");
    }
}

/// As the gallery shows it.
pub(super) const PART: Part =
    Part { name: "part-bar-chart", about: "part-bar-chart-about", examples: &[Example::new("example-a-year", year)] };

fn year(words: Words) -> AnyView {
    let month = |at: i8| MonthTotal {
        month: jiff::civil::date(2026, at, 1),
        paid_in: Money::new(192_160 + i64::from(at % 4) * 11_000, Currency::Gbp),
        paid_out: Money::new(148_000 + i64::from(at * 7 % 5) * 23_500, Currency::Gbp),
    };
    let drawn = months(words, &(1..=12).map(month).collect::<Vec<_>>());
    view! { <div inner_html=drawn></div> }.into_any()
}

#[cfg(test)]
mod tests {
    use model::Language;

    use super::*;

    fn month(month: &str, paid_in: i64, paid_out: i64) -> MonthTotal {
        MonthTotal {
            month: month.parse().unwrap(),
            paid_in: Money::new(paid_in, Currency::Gbp),
            paid_out: Money::new(paid_out, Currency::Gbp),
        }
    }

    #[test]
    fn every_month_has_its_bars_and_its_row() {
        let html =
            months(Words::of(Language::En), &[month("2026-10-01", 10_000, 25_000), month("2026-11-01", 0, 1_000)]);
        assert_eq!(html.matches("<path").count(), 3, "{html}");
        assert_eq!(html.matches("<tr>").count(), 3);
        assert!(html.contains("Nov 2026</th><td>£0.00</td><td>£10.00"), "{html}");
        assert!(html.contains("v-100h7v100z"), "{html}");
        assert!(!html.contains("style="));
    }
}
