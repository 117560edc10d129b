//! Twelve months at a glance: two bars for each, drawn on the server, with the same figures as a table.

use bank::accounts::MonthTotal;
use model::Money;

use super::Html;
use crate::words::Words;

/// How high the drawing is, in its own units.
const HEIGHT: i64 = 100;
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
    let most = months.iter().map(|month| month.paid_in.minor.max(month.paid_out.minor)).max().unwrap_or(0);
    let top = round_up(most, first.paid_in.currency.minor_per_major());
    html.raw("<figure class=\"chart\"><p class=\"key\"><span><i></i>").text(words.say("chart-in"));
    html.raw("</span><span><i class=\"out\"></i>").text(words.say("chart-out")).raw("</span></p>");
    let scale = words.money(Money::new(top, first.paid_in.currency));
    html.raw("<p class=\"small quiet\">").text(&words.with("chart-top", &[("amount", scale.into())])).raw("</p>");
    bars(&mut html, words, months, top);
    html.raw("<div class=\"months\" aria-hidden=\"true\">");
    for month in months.iter().step_by(NAMED) {
        html.raw("<span>").text(words.month_short(month.month)).raw("</span>");
    }
    html.raw("</div></figure>");
    table(&mut html, words, months);
    html.finish()
}

fn bars(html: &mut Html, words: Words, months: &[MonthTotal], top: i64) {
    let width = MONTH * i64::try_from(months.len()).unwrap_or(12);
    html.raw("<svg viewBox=\"0 0 ").number(width).raw(" ").number(HEIGHT);
    html.raw("\" width=\"").number(width).raw("\" height=\"").number(HEIGHT);
    html.raw("\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"").text(words.say("chart-label")).raw("\">");
    for line in [0, HEIGHT / 2, HEIGHT] {
        html.raw("<line x1=\"0\" y1=\"").number(line).raw("\" x2=\"").number(width);
        html.raw("\" y2=\"").number(line).raw("\"/>");
    }
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

/// How high a bar is. What is not nothing is seen.
fn height(minor: i64, top: i64) -> i64 {
    if minor <= 0 || top <= 0 {
        return 0;
    }
    let scaled = i128::from(minor) * i128::from(HEIGHT) / i128::from(top);
    i64::try_from(scaled).unwrap_or(HEIGHT).clamp(1, HEIGHT)
}

/// The next of 1, 2, 2.5, 5 and 10 times a power of ten at or above `minor`, at least one major unit: a top that
/// can be halved and said in one breath.
fn round_up(minor: i64, major: i64) -> i64 {
    let mut unit = major;
    loop {
        for tenths in [10, 20, 25, 50] {
            let top = unit.saturating_mul(tenths) / 10;
            if top >= minor {
                return top;
            }
        }
        let Some(next) = unit.checked_mul(10) else { return minor };
        unit = next;
    }
}

fn table(html: &mut Html, words: Words, months: &[MonthTotal]) {
    html.raw("<details><summary>").text(words.say("chart-table"));
    html.raw("</summary><table class=\"sums\"><caption class=\"unseen\">").text(words.say("chart-caption"));
    html.raw("</caption><thead><tr>");
    for key in ["chart-month", "chart-in", "chart-out"] {
        html.raw("<th scope=\"col\">").text(words.say(key)).raw("</th>");
    }
    html.raw("</tr></thead><tbody>");
    for month in months.iter().rev() {
        html.raw("<tr><th scope=\"row\">").text(&words.month_brief(month.month));
        html.raw("</th><td>").text(&words.money(month.paid_in));
        html.raw("</td><td>").text(&words.money(month.paid_out)).raw("</td></tr>");
    }
    html.raw("</tbody></table></details>");
}

#[cfg(test)]
mod tests {
    use model::{Currency, Language};

    use super::*;

    fn month(month: &str, paid_in: i64, paid_out: i64) -> MonthTotal {
        MonthTotal {
            month: month.parse().unwrap(),
            paid_in: Money::new(paid_in, Currency::Gbp),
            paid_out: Money::new(paid_out, Currency::Gbp),
        }
    }

    #[test]
    fn the_top_is_round_and_never_below_the_most() {
        for (most, top) in
            [(0, 100), (100, 100), (101, 200), (192_160, 200_000), (210_000, 250_000), (500_001, 1_000_000)]
        {
            assert_eq!(round_up(most, 100), top, "{most}");
        }
        assert_eq!(round_up(37, 1), 50);
        assert!(round_up(i64::MAX, 100) >= i64::MAX - 100);
    }

    #[test]
    fn bars_keep_their_proportion_and_none_is_lost() {
        assert_eq!((height(0, 100), height(50, 100), height(100, 100)), (0, 50, 100));
        assert_eq!(height(1, 1_000_000), 1);
        assert_eq!(height(-5, 100), 0);
        assert_eq!(height(i64::MAX, i64::MAX), 100);
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
