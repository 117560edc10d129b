//! A layout as a list of parts, each in its place, whatever the page: for forms in which one is chosen, for pictures of
//! one, and for words about what is different in another.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{AccountKind, ChatKind, Density, HomeKind, Kind, Layout, Page, PayStartKind};

/// A size of text, which has its own arrangement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// Two columns where there is room.
    Standard,
    /// One column, and a part of it behind one press.
    Large,
}

impl Size {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Standard, Self::Large];

    /// The word for it in a layout.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Large => "large",
        }
    }

    /// The words of the places where parts can stand, in their order on the page.
    #[must_use]
    pub const fn columns(self) -> [&'static str; 3] {
        match self {
            Self::Standard => ["head", "main", "side"],
            Self::Large => ["head", "open", "folded"],
        }
    }
}

/// A part of a page, and what a layout may say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Its word.
    pub word: &'static str,
    /// Whether it may be behind one press.
    pub may_be_folded: bool,
    /// Whether it may stand in the head.
    pub may_stand_in_head: bool,
    /// Whether a number of lines may be said.
    pub has_lines: bool,
}

impl Part {
    /// Whether it may stand in `column`.
    #[must_use]
    pub fn may_stand_in(&self, column: &str) -> bool {
        match column {
            "head" => self.may_stand_in_head,
            "folded" => self.may_be_folded,
            _ => true,
        }
    }
}

impl Page {
    /// Its parts.
    #[must_use]
    pub fn parts(self) -> Vec<Part> {
        fn of<K: Kind>() -> Vec<Part> {
            let part = |kind: &K| Part {
                word: kind.word(),
                may_be_folded: kind.may_be_folded(),
                may_stand_in_head: kind.may_stand_in_head(),
                has_lines: kind.has_lines(),
            };
            K::ALL.iter().map(part).collect()
        }
        match self {
            Self::Home => of::<HomeKind>(),
            Self::Account => of::<AccountKind>(),
            Self::PayStart => of::<PayStartKind>(),
            Self::Chat => of::<ChatKind>(),
        }
    }
}

/// A part where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// In which size.
    pub size: Size,
    /// The word of the part.
    pub part: &'static str,
    /// Where.
    pub column: &'static str,
    /// The how-manieth there, from 1.
    pub place: usize,
    /// How close its lines are.
    pub density: Density,
    /// How many lines it has at most, where that is said.
    pub lines: Option<u64>,
}

impl Layout {
    /// Every part, size by size, in the order of the page.
    ///
    /// # Panics
    /// Never: a layout is words and numbers.
    #[must_use]
    pub fn placed(&self) -> Vec<Placed> {
        let said = serde_json::to_value(self).expect("a layout is words and numbers");
        let kinds = self.page().kinds();
        let mut placed = Vec::new();
        for size in Size::ALL {
            for column in size.columns() {
                let sections = said[size.word()][column].as_array().into_iter().flatten();
                placed.extend(sections.enumerate().filter_map(|(at, section)| {
                    let part = kinds.iter().copied().find(|kind| section["kind"] == *kind)?;
                    let dense = section["density"] == Density::Dense.word();
                    let density = if dense { Density::Dense } else { Density::Roomy };
                    Some(Placed { size, part, column, place: at + 1, density, lines: section["lines"].as_u64() })
                }));
            }
        }
        placed
    }
}

/// The name of the field in which is chosen what `what` says about a part: `standard-latest-column`.
#[must_use]
pub fn field(size: Size, part: &str, what: &str) -> String {
    format!("{}-{part}-{what}", size.word())
}

/// What was chosen in such fields, as a file: whether that is a layout is found out by reading it.
#[must_use]
pub fn chosen(page: Page, choices: &BTreeMap<String, String>) -> String {
    let said = |size, part: &str, what| choices.get(&field(size, part, what)).map(String::as_str).unwrap_or_default();
    let mut file = Map::from_iter([("page".to_owned(), json!(page.word()))]);
    for size in Size::ALL {
        let mut columns = Map::new();
        for column in size.columns() {
            let here = page.parts().into_iter().filter(|part| said(size, part.word, "column") == column);
            let mut here: Vec<(u64, Value)> = here
                .map(|part| {
                    let mut section = Map::from_iter([("kind".to_owned(), json!(part.word))]);
                    let density = said(size, part.word, "density");
                    if !density.is_empty() {
                        section.insert("density".to_owned(), json!(density));
                    }
                    if let Ok(lines) = said(size, part.word, "lines").parse::<u64>() {
                        section.insert("lines".to_owned(), json!(lines));
                    }
                    (said(size, part.word, "order").parse().unwrap_or(u64::MAX), Value::Object(section))
                })
                .collect();
            // Two that want the same place are asked about before: see `contested`.
            here.sort_by_key(|(order, _)| *order);
            columns.insert(column.to_owned(), here.into_iter().map(|(_, section)| section).collect());
        }
        file.insert(size.word().to_owned(), Value::Object(columns));
    }
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// The field of a part for which a place is wanted that another of its column wants too.
#[must_use]
pub fn contested(page: Page, choices: &BTreeMap<String, String>) -> Option<String> {
    let said = |size, part: &str, what| choices.get(&field(size, part, what)).filter(|said| !said.is_empty());
    for size in Size::ALL {
        let mut wanted = BTreeSet::new();
        for part in page.parts() {
            let (column, order) = (said(size, part.word, "column"), said(size, part.word, "order"));
            if order.is_some() && !wanted.insert((column, order)) {
                return Some(field(size, part.word, "order"));
            }
        }
    }
    None
}

/// The choices that say what `layout` says.
#[must_use]
pub fn choices(layout: &Layout) -> BTreeMap<String, String> {
    let mut choices = BTreeMap::new();
    for Placed { size, part, column, place, density, lines } in layout.placed() {
        choices.insert(field(size, part, "column"), column.to_owned());
        choices.insert(field(size, part, "order"), place.to_string());
        choices.insert(field(size, part, "density"), density.word().to_owned());
        choices.insert(field(size, part, "lines"), lines.map_or_else(String::new, |lines| lines.to_string()));
    }
    choices
}

/// What is different about a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// It stands elsewhere: the column and the place, before and after.
    Moved([(&'static str, usize); 2]),
    /// Its lines are closer, or as usual.
    Spaced(Density),
    /// It has another number of lines at most; as many as fit, without one.
    Counted(Option<u64>),
}

/// What is different in `new`, size by size and part by part.
#[must_use]
pub fn differences(old: &Layout, new: &Layout) -> Vec<(Size, &'static str, Difference)> {
    let (old, mut found) = (old.placed(), Vec::new());
    for now in new.placed() {
        let Some(before) = old.iter().find(|before| (before.size, before.part) == (now.size, now.part)) else {
            continue;
        };
        let mut note = |difference| found.push((now.size, now.part, difference));
        if (before.column, before.place) != (now.column, now.place) {
            note(Difference::Moved([(before.column, before.place), (now.column, now.place)]));
        }
        if before.density != now.density {
            note(Difference::Spaced(now.density));
        }
        if before.lines != now.lines {
            note(Difference::Counted(now.lines));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const CONTROL: &str = include_str!("../../../../layouts/home/control.json");
    const COMING_FIRST: &str = include_str!("../../../../layouts/home/coming-first.json");

    #[test]
    fn what_is_chosen_again_says_the_same() {
        for text in [
            CONTROL,
            COMING_FIRST,
            include_str!("../../../../layouts/home/dense.json"),
            include_str!("../../../../layouts/account/control.json"),
            include_str!("../../../../layouts/pay-start/control.json"),
            include_str!("../../../../layouts/chat/beside.json"),
        ] {
            let layout = Layout::parse(text).unwrap();
            let again = Layout::parse(&chosen(layout.page(), &choices(&layout))).unwrap();
            assert_eq!(again.address(), layout.address());
            assert_eq!(differences(&layout, &again), []);
        }
    }

    #[test]
    fn what_is_not_chosen_is_missing_and_what_cannot_be_is_said() {
        let mistake = |choices: &BTreeMap<_, _>| Layout::parse(&chosen(Page::Home, choices)).unwrap_err().what;
        assert!(mistake(&BTreeMap::new()).contains("is missing"));
        let mut folded = choices(&Layout::parse(CONTROL).unwrap());
        folded.insert(field(Size::Large, "unfinished", "column"), "folded".to_owned());
        assert!(mistake(&folded).contains("never folded away"));
    }

    #[test]
    fn two_parts_that_want_one_place_are_found_out_and_others_are_not() {
        let layout = Layout::parse(include_str!("../../../../layouts/home/control.json")).unwrap();
        let mut wanted = choices(&layout);
        assert_eq!(contested(Page::Home, &wanted), None);
        let parts: Vec<_> = layout.placed().into_iter().filter(|one| one.size == Size::Standard).collect();
        let first = parts.iter().find(|one| one.column == "main" && one.place == 1).unwrap();
        let second = parts.iter().find(|one| one.column == "main" && one.place == 2).unwrap();
        wanted.insert(field(Size::Standard, second.part, "order"), "1".to_owned());
        let found = contested(Page::Home, &wanted).unwrap();
        assert!([first.part, second.part].map(|part| field(Size::Standard, part, "order")).contains(&found), "{found}");
        wanted.insert(field(Size::Standard, second.part, "column"), "side".to_owned());
        wanted.insert(field(Size::Standard, second.part, "order"), "9".to_owned());
        assert_eq!(contested(Page::Home, &wanted), None, "the same place in another column is another");
    }

    #[test]
    fn differences_name_the_part_and_its_places() {
        let (control, other) = (Layout::parse(CONTROL).unwrap(), Layout::parse(COMING_FIRST).unwrap());
        let found = differences(&control, &other);
        assert!(found.contains(&(Size::Standard, "coming", Difference::Moved([("side", 1), ("main", 1)]))));
        assert!(found.contains(&(Size::Standard, "latest", Difference::Counted(Some(5)))));
        assert!(found.contains(&(Size::Large, "coming", Difference::Moved([("folded", 1), ("open", 2)]))));
        assert!(!found.iter().any(|(size, part, _)| (*size, *part) == (Size::Large, "unfinished")));
    }

    #[test]
    fn what_may_stand_where_is_what_is_read() {
        let unfinished = Page::Home.parts()[0];
        assert_eq!(unfinished.word, "unfinished");
        assert!(!unfinished.may_stand_in("folded") && unfinished.may_stand_in("open"));
    }
}
