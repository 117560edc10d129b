//! Groups beside one another: one or two bars for each, with its figures in words.

use leptos::prelude::*;

use super::height;
use crate::{
    components::{Example, Html, Part},
    words::Words,
};

/// How high a bar is, and how far it is from the next.
const BAR: i64 = 8;
const GAP: i64 = 2;

/// A bar: how long it is, and its figure in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// How long.
    pub long: i64,
    /// What it says.
    pub says: String,
}

/// A group, with a bar for each of the names in the key; `None` where nothing is told.
#[derive(Debug, Clone)]
pub struct Beside {
    /// What it is.
    pub name: String,
    /// Its bars.
    pub bars: Vec<Option<Bar>>,
}

/// Groups with at most two bars each, in HTML. A bar that is `top` long, or longer, takes the whole width.
#[must_use]
pub fn beside(key: &[&str], top: i64, groups: &[Beside]) -> String {
    let mut html = Html::with_capacity(2_000);
    if groups.is_empty() {
        return html.finish();
    }
    html.raw("<figure class=\"chart beside\"><p class=\"key\">");
    for (name, class) in key.iter().zip(["<span><i></i>", "<span><i class=\"out\"></i>"]) {
        html.raw(class).text(name).raw("</span>");
    }
    html.raw("</p><ul>");
    for group in groups {
        html.raw("<li><p><b>").text(&group.name).raw("</b> <span class=\"small quiet\">");
        for (at, bar) in group.bars.iter().flatten().enumerate() {
            html.raw(if at == 0 { "" } else { " · " }).text(&bar.says);
        }
        html.raw("</span></p>");
        drawn(&mut html, top, &group.bars);
        html.raw("</li>");
    }
    html.raw("</ul></figure>");
    html.finish()
}

fn drawn(html: &mut Html, top: i64, bars: &[Option<Bar>]) {
    let high = (BAR + GAP) * i64::try_from(bars.len()).unwrap_or(1);
    html.raw("<svg viewBox=\"0 0 100 ").number(high).raw("\" width=\"100\" height=\"").number(high);
    html.raw("\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
    html.raw("<line x1=\"0\" y1=\"0\" x2=\"0\" y2=\"").number(high).raw("\"/>");
    for ((at, bar), start) in (0_i64..).zip(bars).zip(["<path d=\"M0,", "<path class=\"out\" d=\"M0,"]) {
        let long = bar.as_ref().map_or(0, |bar| height(bar.long, top));
        if long > 0 {
            html.raw(start).number(at * (BAR + GAP) + GAP / 2).raw("h").number(long).raw("v").number(BAR);
            html.raw("h").number(-long).raw("z\"/>");
        }
    }
    html.raw("</svg>");
}

/// As the gallery shows it.
pub(super) const PART: Part =
    Part { name: "part-beside-chart", about: "part-beside-chart-about", examples: &[Example::new("example-few", few)] };

fn few(words: Words) -> AnyView {
    let bar = |tenths: i64| Some(Bar { long: tenths, says: words.percent(tenths) });
    let group = |(key, one, other): (&'static str, i64, i64)| Beside {
        name: words.say(key).to_owned(),
        bars: vec![bar(one), bar(other)],
    };
    let groups =
        [("category-home", 612, 148), ("category-groceries", 805, 96), ("category-transport", 330, 620)].map(group);
    let html = beside(&[words.say("chart-in"), words.say("chart-out")], 1_000, &groups);
    view! { <div inner_html=html></div> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_has_its_bars_and_what_is_not_told_has_none() {
        let bar = |long: i64| Some(Bar { long, says: format!("{long}!") });
        let groups = [
            Beside { name: "A & B".to_owned(), bars: vec![bar(640), bar(2_000)] },
            Beside { name: "C".to_owned(), bars: vec![None, bar(1)] },
        ];
        let html = beside(&["one", "other"], 1_000, &groups);
        assert_eq!(html.matches("<path").count(), 3, "{html}");
        assert!(html.contains("A &amp; B</b>") && html.contains("640! · 2000!"), "{html}");
        assert!(html.contains("d=\"M0,1h64v8h-64z\"") && html.contains("d=\"M0,11h100v8h-100z\""), "{html}");
        assert!(html.contains("quiet\">1!</span>"), "{html}");
        assert!(html.contains("class=\"out\" d=\"M0,11h1v8h-1z\""), "what is not nothing is seen: {html}");
        assert_eq!(beside(&["one"], 1_000, &[]), "");
    }
}
