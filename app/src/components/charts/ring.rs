//! What a whole is made of: a ring, and a key with every figure.

use leptos::prelude::*;
use model::{Currency, Money};

use super::table;
use crate::{
    components::{Example, Html, Part},
    words::Words,
};

/// How long the whole ring is, in its own units: shares are in thousandths.
const WHOLE: i64 = 1_000;
/// How wide the gap between two parts is, in the same units.
const GAP: i64 = 8;
/// How many shades there are. Smaller parts than these belong together under one name.
const SHADES: usize = 6;
const SHADE: [&str; SHADES] = ["s1", "s2", "s3", "s4", "s5", "s6"];

/// One part of a whole.
#[derive(Debug, Clone)]
pub struct RingPart {
    /// What it is.
    pub name: String,
    /// How much it is.
    pub amount: Money,
}

/// The parts of a whole, the largest first, as a ring and as a table, in HTML. At most six parts.
#[must_use]
pub fn shares(words: Words, parts: &[RingPart]) -> String {
    let mut html = Html::with_capacity(3_000);
    let parts = &parts[..parts.len().min(SHADES)];
    let whole: i128 = parts.iter().map(|part| i128::from(part.amount.minor.max(0))).sum();
    if whole == 0 {
        return html.finish();
    }
    html.raw("<figure class=\"chart shares\"><svg viewBox=\"0 0 100 100\" width=\"200\" height=\"200\" role=\"img\" ");
    html.raw("aria-label=\"").text(words.say("chart-ring-label")).raw("\">");
    let mut begins = 0;
    for (part, shade) in parts.iter().zip(SHADE) {
        let share = i64::try_from(i128::from(part.amount.minor.max(0)) * i128::from(WHOLE) / whole).unwrap_or(WHOLE);
        html.raw("<circle class=\"")
            .raw(shade)
            .raw("\" cx=\"50\" cy=\"50\" r=\"40\" fill=\"none\" pathLength=\"1000\" ");
        html.raw("stroke-dasharray=\"").number((share - GAP).max(1)).raw(" ").number(WHOLE);
        html.raw("\" stroke-dashoffset=\"").number(-begins).raw("\"/>");
        begins += share;
    }
    html.raw("</svg><ul class=\"rows\">");
    for (part, shade) in parts.iter().zip(SHADE) {
        html.raw("<li><div><span class=\"key\"><i class=\"").raw(shade).raw("\"></i>").text(&part.name);
        html.raw("</span><span>").text(&words.money(part.amount)).raw("</span></div></li>");
    }
    html.raw("</ul></figure>");
    let row = |part: &RingPart| vec![part.name.clone(), words.money(part.amount)];
    let rows: Vec<_> = parts.iter().map(row).collect();
    table(&mut html, words, "chart-ring-caption", &["fact-category", "chart-out"], &rows);
    html.finish()
}

/// As the gallery shows it.
pub(super) const PART: Part = Part {
    name: "part-ring-chart",
    about: "part-ring-chart-about",
    examples: &[Example::new("example-few", few), Example::new("example-many", many)],
};

fn drawn(words: Words, parts: &[(&'static str, i64)]) -> AnyView {
    let part = |(key, minor): &(&'static str, i64)| RingPart {
        name: words.say(key).to_owned(),
        amount: Money::new(*minor, Currency::Gbp),
    };
    let html = shares(words, &parts.iter().map(part).collect::<Vec<_>>());
    view! { <div inner_html=html></div> }.into_any()
}

fn few(words: Words) -> AnyView {
    drawn(words, &[("category-home", 61_240), ("category-groceries", 14_805), ("category-transport", 9_620)])
}

fn many(words: Words) -> AnyView {
    drawn(
        words,
        &[
            ("category-home", 61_240),
            ("category-groceries", 44_805),
            ("category-eating-out", 31_000),
            ("category-transport", 19_620),
            ("category-health", 8_000),
            ("category-other", 1_200),
        ],
    )
}

#[cfg(test)]
mod tests {
    use model::Language;

    use super::*;

    #[test]
    fn the_parts_lie_one_behind_the_other_and_none_is_lost() {
        let part = |name: &str, minor| RingPart { name: name.to_owned(), amount: Money::new(minor, Currency::Gbp) };
        let html = shares(Words::of(Language::En), &[part("Rent", 7_500), part("Food", 2_499), part("Tea", 1)]);
        assert!(html.contains("stroke-dasharray=\"742 1000\" stroke-dashoffset=\"0\""), "{html}");
        assert!(html.contains("stroke-dasharray=\"241 1000\" stroke-dashoffset=\"-750\""), "{html}");
        assert!(html.contains("stroke-dasharray=\"1 1000\" stroke-dashoffset=\"-999\""), "{html}");
        assert_eq!(html.matches("<li>").count(), 3);
        assert_eq!(shares(Words::of(Language::En), &[part("Nothing", 0)]), "");
    }
}
