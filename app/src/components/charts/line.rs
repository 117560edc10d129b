//! A balance over time: one line.

use jiff::civil::Date;
use leptos::prelude::*;
use model::{Currency, Money};

use super::{HEIGHT, height, lines, round_up, table, top_line};
use crate::{
    components::{Example, Html, Part},
    words::Words,
};

/// How far two points are apart.
const STEP: i64 = 20;

/// A balance on a day.
#[derive(Debug, Clone, Copy)]
pub struct LinePoint {
    /// The day.
    pub day: Date,
    /// What was on the account at its end.
    pub balance: Money,
}

/// How a balance went, as a line and as a table, in HTML. Below nothing the line runs along the ground; the table has
/// the figure.
#[must_use]
pub fn balances(words: Words, points: &[LinePoint]) -> String {
    let mut html = Html::with_capacity(3_000);
    let ([first, ..], [.., last]) = (points, points) else { return html.finish() };
    let currency = first.balance.currency;
    let most = points.iter().map(|point| point.balance.minor).max().unwrap_or(0);
    let top = round_up(most, currency.minor_per_major());
    let width = STEP * i64::try_from(points.len().saturating_sub(1).max(1)).unwrap_or(1);
    html.raw("<figure class=\"chart line\">");
    top_line(&mut html, words, Money::new(top, currency));
    html.raw("<svg viewBox=\"0 0 ").number(width).raw(" ").number(HEIGHT);
    html.raw("\" width=\"").number(width).raw("\" height=\"").number(HEIGHT);
    html.raw("\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"").text(words.say("chart-line-label"));
    html.raw("\">");
    lines(&mut html, width);
    html.raw("<polyline points=\"");
    for (at, point) in (0_i64..).zip(points) {
        html.raw(if at == 0 { "" } else { " " }).number(at * STEP);
        html.raw(",").number(HEIGHT - height(point.balance.minor, top));
    }
    html.raw("\"/></svg><div class=\"ends\" aria-hidden=\"true\">");
    for end in [first, last] {
        html.raw("<span>").text(&words.day_short(end.day)).raw("</span>");
    }
    html.raw("</div></figure>");
    let row = |point: &LinePoint| vec![words.date(point.day), words.money(point.balance)];
    let rows: Vec<_> = points.iter().rev().map(row).collect();
    table(&mut html, words, "chart-line-caption", &["fact-when", "fact-balance"], &rows);
    html.finish()
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-line-chart",
    about: "part-line-chart-about",
    examples: &[Example::new("example-a-month", month), Example::new("example-below-zero", below_zero)],
};

fn drawn(words: Words, balances_minor: &[i64]) -> AnyView {
    let point = |(at, minor): (i8, &i64)| LinePoint {
        day: jiff::civil::date(2026, 11, at),
        balance: Money::new(*minor, Currency::Gbp),
    };
    let points: Vec<_> = (1_i8..).zip(balances_minor).map(point).collect();
    let html = balances(words, &points);
    view! { <div inner_html=html></div> }.into_any()
}

fn month(words: Words) -> AnyView {
    drawn(words, &[248_000, 231_050, 229_900, 187_300, 181_040, 379_800, 366_120, 341_000, 298_750, 241_806])
}

fn below_zero(words: Words) -> AnyView {
    drawn(words, &[4_200, 1_150, -2_000, -3_175, 9_000])
}

#[cfg(test)]
mod tests {
    use model::Language;

    use super::*;

    #[test]
    fn the_line_goes_through_every_day_and_the_table_has_its_figure() {
        let point =
            |day, minor| LinePoint { day: jiff::civil::date(2026, 11, day), balance: Money::new(minor, Currency::Gbp) };
        let html = balances(Words::of(Language::En), &[point(1, 10_000), point(2, -500), point(3, 5_000)]);
        assert!(html.contains("points=\"0,0 20,100 40,50\""), "{html}");
        assert!(html.contains("<th scope=\"row\">2 November 2026</th><td>\u{2212}£5.00</td>"), "{html}");
        assert_eq!(balances(Words::of(Language::En), &[]), "");
    }
}
