//! The colours of `style/tokens.css`: in every theme each pair that meets on a page stands far enough apart (WCAG 2.2
//! criteria 1.4.6 and 1.4.11), and no colour is written down anywhere else.

use std::{collections::BTreeMap, fs, path::PathBuf};

/// Colours by the names of their tokens.
type Colours = BTreeMap<String, [f64; 3]>;

/// Words, and what they stand on: 7:1.
const TEXT: &[(&str, &str)] = &[
    ("ink", "paper"),
    ("ink", "card"),
    ("ink", "tint"),
    ("ink", "danger-tint"),
    ("ink", "caution-tint"),
    ("quiet", "paper"),
    ("quiet", "card"),
    ("quiet", "tint"),
    ("quiet", "danger-tint"),
    ("quiet", "caution-tint"),
    ("action", "paper"),
    ("action", "card"),
    ("strong", "paper"),
    ("strong", "card"),
    ("strong", "tint"),
    ("danger", "paper"),
    ("danger", "card"),
    ("danger", "danger-tint"),
    ("caution", "paper"),
    ("caution", "card"),
    ("caution", "caution-tint"),
    ("on-action", "action"),
    ("on-action", "strong"),
];

/// What is drawn or pressed, and what it stands on: 3:1.
const DRAWN: &[(&str, &str)] = &[
    ("control", "paper"),
    ("control", "card"),
    ("control", "tint"),
    ("action", "paper"),
    ("action", "card"),
    ("action", "tint"),
    ("danger", "danger-tint"),
    ("caution", "caution-tint"),
    ("focus-inner", "focus-outer"),
];

/// The grounds on which one of the two rings of the focus must show.
const GROUNDS: &[&str] = &["paper", "card", "tint", "danger-tint", "caution-tint", "action"];

fn style() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../style")
}

/// The colours of every block of `css`, by the path of its braces: `:root/@variant dark`.
fn blocks(css: &str) -> BTreeMap<String, Colours> {
    let mut found: BTreeMap<String, Colours> = BTreeMap::new();
    let mut path: Vec<&str> = Vec::new();
    for line in css.lines().map(str::trim) {
        if let Some(block) = line.strip_suffix('{') {
            path.push(block.trim());
        } else if line.starts_with('}') {
            path.pop();
        } else if let Some((name, value)) = line.strip_prefix("--color-").and_then(|token| token.split_once(": ")) {
            let colour = colour(value.split(';').next().unwrap_or_default());
            found.entry(path.join("/")).or_default().insert(name.to_owned(), colour);
        }
    }
    found
}

/// The channels of `#rgb` or `#rrggbb`, from 0 to 1.
fn colour(text: &str) -> [f64; 3] {
    let digits = text.strip_prefix('#').unwrap_or_else(|| panic!("{text} is not a colour in hexadecimal"));
    let wide: String =
        if digits.len() == 3 { digits.chars().flat_map(|digit| [digit, digit]).collect() } else { digits.to_owned() };
    [0, 2, 4].map(|at| f64::from(u8::from_str_radix(&wide[at..at + 2], 16).expect("two hexadecimal digits")) / 255.0)
}

/// The relative luminance of a colour (WCAG 2.2, "relative luminance").
fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|c| if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// How far two colours stand apart, from 1 to 21 (WCAG 2.2, "contrast ratio").
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Every theme there is: light, dark, and both with more contrast; and those of practice.
fn themes() -> Vec<(&'static str, Colours)> {
    let css = fs::read_to_string(style().join("tokens.css")).expect("the tokens are there");
    let blocks = blocks(&css);
    let (dark, more) = (":root/@variant dark", ":root/@variant more");
    let both = ":root/@variant dark/@variant more";
    let of = |paths: &[&str]| {
        let blocks = paths.iter().map(|path| blocks.get(*path).unwrap_or_else(|| panic!("{path} is there")));
        blocks.fold(Colours::new(), |mut all, block| {
            all.extend(block.clone());
            all
        })
    };
    let (practice, practice_dark) = ("html[data-practice]", "@media screen/html[data-practice][data-theme=\"dark\"]");
    vec![
        ("light", of(&["@theme"])),
        ("dark", of(&["@theme", dark])),
        ("light with more contrast", of(&["@theme", more])),
        ("dark with more contrast", of(&["@theme", dark, more, both])),
        ("practice", of(&["@theme", practice])),
        ("practice in the dark", of(&["@theme", dark, practice, practice_dark])),
        ("practice with more contrast", of(&["@theme", more, practice])),
        ("practice in the dark with more contrast", of(&["@theme", dark, more, both, practice, practice_dark])),
    ]
}

#[test]
fn every_pair_of_colours_can_be_read_in_every_theme() {
    for (theme, colours) in themes() {
        let apart = |(one, other): &(&str, &str)| contrast(colours[*one], colours[*other]);
        for pair in TEXT {
            assert!(apart(pair) >= 7.0, "{theme}: {pair:?} is {:.2}", apart(pair));
        }
        for pair in DRAWN {
            assert!(apart(pair) >= 3.0, "{theme}: {pair:?} is {:.2}", apart(pair));
        }
    }
}

#[test]
fn the_focus_shows_on_every_ground() {
    for (theme, colours) in themes() {
        for ground in GROUNDS {
            let rings = ["focus-inner", "focus-outer"].map(|ring| contrast(colours[ring], colours[*ground]));
            assert!(rings[0].max(rings[1]) >= 3.0, "{theme}: the focus on {ground} is {rings:?}");
        }
    }
}

#[test]
fn more_contrast_is_more() {
    let [light, dark, more_light, more_dark]: [Colours; 4] =
        themes().into_iter().map(|(_, colours)| colours).take(4).collect::<Vec<_>>().try_into().expect("four themes");
    for (usual, more) in [(light, more_light), (dark, more_dark)] {
        for (one, other) in TEXT.iter().chain(DRAWN).filter(|(one, _)| !one.starts_with("focus")) {
            let apart = |colours: &Colours| contrast(colours[*one], colours[*other]);
            assert!(apart(&more) > apart(&usual), "{one} on {other}: {:.2}, {:.2}", apart(&usual), apart(&more));
        }
        for ground in ["paper", "card"] {
            assert!(contrast(more["line"], more[ground]) >= 3.0, "a hairline on {ground} is drawn for everybody");
        }
    }
}

#[test]
fn colours_and_sides_are_written_down_once() {
    let sides = ["margin", "padding", "border"]
        .map(|what| ["-left", "-right", "-top", "-bottom"].map(|side| format!("{what}{side}")));
    for file in fs::read_dir(style()).expect("the folder is there") {
        let path = file.expect("a file").path();
        let css = fs::read_to_string(&path).expect("it is text");
        for (at, line) in css.lines().enumerate() {
            let place = format!("{}:{}: {line}", path.display(), at + 1);
            let tokens = path.ends_with("tokens.css");
            assert!(
                tokens || !["#", "rgb(", "hsl(", "oklch("].iter().any(|sign| value(line).contains(sign)),
                "{place}"
            );
            // Pages are also read from right to left one day: sides are start and end.
            assert!(!sides.as_flattened().iter().any(|side| line.trim_start().starts_with(side.as_str())), "{place}");
        }
    }
}

/// What a declaration on this line says; empty where there is none.
fn value(line: &str) -> &str {
    let line = line.trim_start();
    let is_declaration = line.ends_with(';') && !line.starts_with(['/', '*', '@']);
    if is_declaration { line.split_once(':').map_or("", |(_, value)| value) } else { "" }
}
