//! Pictures of figures, for those who would rather look than read: drawn on the server, each with the same figures as
//! a table, and never in colour alone.

mod bars;
mod beside;
mod interval;
mod line;
mod ring;

pub use bars::months;
pub use beside::{Bar, Beside, beside};
pub use interval::{Between, intervals};
pub use line::{LinePoint, balances};
use model::Money;
pub use ring::{RingPart, shares};

use super::{Html, Part};
use crate::words::Words;

/// How high a drawing is, in its own units.
const HEIGHT: i64 = 100;

/// As the gallery shows them.
pub(super) const PARTS: [Part; 5] = [bars::PART, line::PART, interval::PART, ring::PART, beside::PART];

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

/// How high `minor` stands where `top` is the height of the drawing. What is not nothing is seen.
fn height(minor: i64, top: i64) -> i64 {
    if minor <= 0 || top <= 0 {
        return 0;
    }
    let scaled = i128::from(minor) * i128::from(HEIGHT) / i128::from(top);
    i64::try_from(scaled).unwrap_or(HEIGHT).clamp(1, HEIGHT)
}

/// What the top line of a drawing is.
fn top_line(html: &mut Html, words: Words, top: Money) {
    html.raw("<p class=\"small quiet\">").text(&words.with("chart-top", &[("amount", words.money(top).into())]));
    html.raw("</p>");
}

/// The three lines behind a drawing that is `width` wide.
fn lines(html: &mut Html, width: i64) {
    for line in [0, HEIGHT / 2, HEIGHT] {
        html.raw("<line x1=\"0\" y1=\"").number(line).raw("\" x2=\"").number(width);
        html.raw("\" y2=\"").number(line).raw("\"/>");
    }
}

/// The figures of a drawing, closed until somebody wants them: the keys of the names of its columns, then its rows.
fn table(html: &mut Html, words: Words, caption: &'static str, columns: &[&'static str], rows: &[Vec<String>]) {
    html.raw("<details><summary>").text(words.say("chart-table"));
    html.raw("</summary><table class=\"sums\"><caption class=\"unseen\">").text(words.say(caption));
    html.raw("</caption><thead><tr>");
    for key in columns {
        html.raw("<th scope=\"col\">").text(words.say(key)).raw("</th>");
    }
    html.raw("</tr></thead><tbody>");
    for row in rows {
        html.raw("<tr>");
        for (at, cell) in row.iter().enumerate() {
            html.raw(if at == 0 { "<th scope=\"row\">" } else { "<td>" }).text(cell);
            html.raw(if at == 0 { "</th>" } else { "</td>" });
        }
        html.raw("</tr>");
    }
    html.raw("</tbody></table></details>");
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn proportions_are_kept_and_nothing_is_lost() {
        assert_eq!((height(0, 100), height(50, 100), height(100, 100)), (0, 50, 100));
        assert_eq!(height(1, 1_000_000), 1);
        assert_eq!(height(-5, 100), 0);
        assert_eq!(height(i64::MAX, i64::MAX), 100);
    }
}
