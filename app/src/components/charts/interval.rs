//! How sure a difference is, day by day: one bar for each day, across a line where there is no difference.

use jiff::civil::Date;
use leptos::prelude::*;

use super::{HEIGHT, lines, round_up, table};
use crate::{
    components::{Example, Html, Part},
    words::Words,
};

/// How far two days are apart.
const STEP: i64 = 20;
/// How wide a bar is.
const BAR: i64 = 12;
/// One hundredth, in tenths of it.
const PERCENT: i64 = 10;

/// Where a difference lies for all that is known on a day, in tenths of a hundredth.
#[derive(Debug, Clone, Copy)]
pub struct Between {
    /// The day.
    pub day: Date,
    /// What was seen.
    pub seen: i64,
    /// At least so much.
    pub from: i64,
    /// At most so much.
    pub to: i64,
}

/// How sure a difference is day by day, as bars and as a table, in HTML.
#[must_use]
pub fn intervals(words: Words, days: &[Between]) -> String {
    let mut html = Html::with_capacity(4_000);
    let ([first, ..], [.., last]) = (days, days) else { return html.finish() };
    let most = days.iter().map(|one| one.from.saturating_abs().max(one.to.saturating_abs())).max().unwrap_or(0);
    let top = round_up(most, PERCENT);
    let width = STEP * i64::try_from(days.len()).unwrap_or(1);
    html.raw("<figure class=\"chart\"><p class=\"small quiet\">");
    html.text(&words.with("chart-interval-top", &[("top", words.percent(top).into())])).raw("</p>");
    html.raw("<svg viewBox=\"0 0 ").number(width).raw(" ").number(HEIGHT);
    html.raw("\" width=\"").number(width).raw("\" height=\"").number(HEIGHT);
    html.raw("\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"").text(words.say("chart-interval-label"));
    html.raw("\">");
    for (at, one) in (0_i64..).zip(days) {
        let (upper, lower) = (level(one.to, top), level(one.from, top));
        html.raw("<path d=\"M").number(at * STEP + (STEP - BAR) / 2).raw(",").number(upper).raw("h").number(BAR);
        html.raw("v").number((lower - upper).max(1)).raw("h").number(-BAR).raw("z\"/>");
    }
    // Over the bars: what they are read by is where they cross the middle.
    lines(&mut html, width);
    html.raw("</svg><div class=\"ends\" aria-hidden=\"true\">");
    for end in [first, last] {
        html.raw("<span>").text(&words.day_short(end.day)).raw("</span>");
    }
    html.raw("</div></figure>");
    let row = |one: &Between| {
        let [seen, from, to] = [one.seen, one.from, one.to].map(|part| words.percent(part));
        vec![words.date(one.day), seen, from, to]
    };
    let rows: Vec<_> = days.iter().rev().map(row).collect();
    let columns = ["chart-interval-day", "chart-interval-seen", "chart-interval-from", "chart-interval-to"];
    table(&mut html, words, "chart-interval-caption", &columns, &rows);
    html.finish()
}

/// How far below the top of the drawing `part` lies; the middle is none.
fn level(part: i64, top: i64) -> i64 {
    let half = HEIGHT / 2;
    half - part.saturating_mul(half) / top.max(1)
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-interval-chart",
    about: "part-interval-chart-about",
    examples: &[Example::new("example-a-month", month)],
};

fn month(words: Words) -> AnyView {
    let day = |(at, (seen, half)): (i8, (i64, i64))| Between {
        day: jiff::civil::date(2026, 11, at),
        seen,
        from: seen - half,
        to: seen + half,
    };
    let seen =
        [(-31, 420), (12, 260), (44, 195), (38, 150), (52, 128), (47, 101), (51, 84), (49, 66), (50, 47), (51, 38)];
    let drawn = intervals(words, &(1_i8..).zip(seen).map(day).collect::<Vec<_>>());
    view! { <div inner_html=drawn></div> }.into_any()
}

#[cfg(test)]
mod tests {
    use model::Language;

    use super::*;

    #[test]
    fn every_day_has_its_bar_across_the_middle_and_its_row() {
        let between = |day, seen, from, to| Between { day: jiff::civil::date(2026, 11, day), seen, from, to };
        let html = intervals(Words::of(Language::En), &[between(1, -100, -200, 0), between(2, 40, 12, 68)]);
        assert!(html.contains("d=\"M4,50h12v50h-12z\"") && html.contains("d=\"M24,33h12v14h-12z\""), "{html}");
        let row = "2 November 2026</th><td>4.0%</td><td>1.2%</td><td>6.8%</td>";
        assert!(html.contains(row) && html.contains("<td>\u{2212}20.0%</td>"), "{html}");
        assert!(html.contains("20.0%") && !html.contains("style="));
        assert_eq!(intervals(Words::of(Language::En), &[]), "");
    }
}
