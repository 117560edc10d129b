//! Whether every claim of `docs/SECURITY.md` has its proof. The page keeps the table of OWASP ASVS 5.0 up to level 2:
//! each item is met, and a test or a section of the documentation that is really there shows it; or it does not apply,
//! and says why. A proof that is nowhere, an item that is missing or said twice is a mistake; one without proof is open.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::house::House;
use crate::shell::say;

const PAGE: &str = "docs/SECURITY.md";

/// Folders in which proofs are looked for.
const PROOFS: &[&str] =
    &["app", "bench", "crates", "docs", "end2end/journeys", "end2end/support", "fuzz", "migrations", "server", "xtask"];

/// The items of levels 1 and 2: each section with its numbers. What is not here is level 3.
const ITEMS: &[(&str, &[u8])] = &[
    ("1.1", &[1, 2]),
    ("1.2", &[1, 2, 3, 4, 5, 6, 7, 8, 9]),
    ("1.3", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    ("1.4", &[1, 2, 3]),
    ("1.5", &[1, 2]),
    ("2.1", &[1, 2, 3]),
    ("2.2", &[1, 2, 3]),
    ("2.3", &[1, 2, 3, 4]),
    ("2.4", &[1]),
    ("3.2", &[1, 2]),
    ("3.3", &[1, 2, 3, 4]),
    ("3.4", &[1, 2, 3, 4, 5, 6]),
    ("3.5", &[1, 2, 3, 4, 5]),
    ("3.7", &[1, 2]),
    ("4.1", &[1, 2, 3]),
    ("4.2", &[1]),
    ("4.3", &[1, 2]),
    ("4.4", &[1, 2, 3, 4]),
    ("5.1", &[1]),
    ("5.2", &[1, 2, 3]),
    ("5.3", &[1, 2]),
    ("5.4", &[1, 2, 3]),
    ("6.1", &[1, 2, 3]),
    ("6.2", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    ("6.3", &[1, 2, 3, 4]),
    ("6.4", &[1, 2, 3, 4]),
    ("6.5", &[1, 2, 3, 4, 5]),
    ("6.6", &[1, 2, 3]),
    ("6.8", &[1, 2, 3, 4]),
    ("7.1", &[1, 2, 3]),
    ("7.2", &[1, 2, 3, 4]),
    ("7.3", &[1, 2]),
    ("7.4", &[1, 2, 3, 4, 5]),
    ("7.5", &[1, 2]),
    ("7.6", &[1, 2]),
    ("8.1", &[1, 2]),
    ("8.2", &[1, 2, 3]),
    ("8.3", &[1]),
    ("8.4", &[1]),
    ("9.1", &[1, 2, 3]),
    ("9.2", &[1, 2, 3, 4]),
    // Chapter 10 (OAuth and OIDC) and chapter 17 (WebRTC) are each one line of the page: nothing here speaks either.
    ("10", &[0]),
    ("11.1", &[1, 2]),
    ("11.2", &[1, 2, 3]),
    ("11.3", &[1, 2, 3]),
    ("11.4", &[1, 2, 3, 4]),
    ("11.5", &[1]),
    ("11.6", &[1]),
    ("12.1", &[1, 2, 3]),
    ("12.2", &[1, 2]),
    ("12.3", &[1, 2, 3, 4]),
    ("13.1", &[1]),
    ("13.2", &[1, 2, 3, 4, 5]),
    ("13.3", &[1, 2]),
    ("13.4", &[1, 2, 3, 4, 5]),
    ("14.1", &[1, 2]),
    ("14.2", &[1, 2, 3, 4]),
    ("14.3", &[1, 2, 3]),
    ("15.1", &[1, 2, 3]),
    ("15.2", &[1, 2, 3]),
    ("15.3", &[1, 2, 3, 4, 5, 6, 7]),
    ("16.1", &[1]),
    ("16.2", &[1, 2, 3, 4, 5]),
    ("16.3", &[1, 2, 3, 4]),
    ("16.4", &[1, 2, 3]),
    ("16.5", &[1, 2, 3]),
    ("17", &[0]),
];

/// Looks every claim up.
pub fn run(house: &House) -> Outcome {
    let found = look(house)?;
    say(&format!(
        "asvs: {} items up to level 2: {} met and shown, {} do not apply.",
        found.met + found.without,
        found.met,
        found.without
    ));
    for item in &found.open {
        say(&format!("      {item} is met and not shown."));
    }
    if found.wrong.is_empty() { Ok(()) } else { Err(format!("{PAGE}:\n  {}", found.wrong.join("\n  ")).into()) }
}

/// The figure for `make bench-access`, as one line of JSON.
///
/// # Errors
/// Where the page cannot be read.
pub fn figure(house: &House) -> Outcome<String> {
    let found = look(house)?;
    let open = found.open.len() + found.wrong.len();
    let figure = serde_json::json!({
        "name": "access.asvs_open", "value": open, "unit": "items", "goal": "<= 0",
    });
    Ok(figure.to_string())
}

/// What the page says.
#[derive(Debug, Default)]
struct Found {
    met: usize,
    without: usize,
    /// Items without proof.
    open: Vec<String>,
    /// What the page says and is not so.
    wrong: Vec<String>,
}

fn look(house: &House) -> Outcome<Found> {
    let path = house.root.join(PAGE);
    let page = fs::read_to_string(&path).map_err(|error| format!("Cannot read {}: {error}.", path.display()))?;
    let mut files = Files::default();
    for folder in PROOFS {
        files.walk(&house.root.join(folder));
    }
    for file in ["Cargo.toml", "clippy.toml", "deny.toml"] {
        files.read(&house.root.join(file));
    }
    Ok(judge(&page, &files))
}

fn judge(page: &str, files: &Files) -> Found {
    let mut found = Found::default();
    let mut seen = BTreeSet::new();
    for row in page.lines().filter_map(row) {
        for item in &row.items {
            if !seen.insert(item.clone()) {
                found.wrong.push(format!("{item} is there twice."));
            }
        }
        match row.proofs {
            None => found.without += row.items.len(),
            Some(proofs) => {
                let item = row.items.join(", ");
                let missing: Vec<&str> = proofs.iter().copied().filter(|proof| !files.hold(proof)).collect();
                if proofs.is_empty() {
                    found.open.extend(row.items.iter().cloned());
                } else if missing.is_empty() {
                    found.met += row.items.len();
                } else {
                    found.wrong.push(format!("{item}: {} is nowhere.", missing.join(", ")));
                }
            }
        }
    }
    let wanted = wanted();
    found.wrong.extend(wanted.difference(&seen).map(|item| format!("{item} is not on the page.")));
    found.wrong.extend(seen.difference(&wanted).map(|item| format!("{item} is no item up to level 2.")));
    found
}

fn wanted() -> BTreeSet<String> {
    let each = |(section, numbers): &(&str, &'static [u8])| {
        let section = (*section).to_owned();
        numbers.iter().map(move |number| if *number == 0 { section.clone() } else { format!("{section}.{number}") })
    };
    ITEMS.iter().flat_map(each).collect()
}

/// A row of the table: items, and what proves them, or nothing where they do not apply.
struct Row<'a> {
    items: Vec<String>,
    proofs: Option<Vec<&'a str>>,
}

/// Four cells: the item, what it asks for, how it is met, proofs in backquotes. Or two: items, and why they do not apply.
fn row(line: &str) -> Option<Row<'_>> {
    let cells: Vec<&str> = line.strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
    let items: Vec<String> = cells.first()?.split(',').map(|item| item.trim().to_owned()).collect();
    let number = |item: &String| !item.is_empty() && item.chars().all(|c| c.is_ascii_digit() || c == '.');
    if !items.iter().all(number) {
        return None;
    }
    let proofs = (cells.len() > 2).then(|| cells[cells.len() - 1].split('`').skip(1).step_by(2).collect());
    Some(Row { items, proofs })
}

/// The text of every file in which a proof may be, by its name without its last ending.
#[derive(Debug, Default)]
struct Files(BTreeMap<String, Vec<(String, String)>>);

impl Files {
    fn walk(&mut self, folder: &Path) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name();
            if path.is_dir() && name != "node_modules" && name != "target" {
                self.walk(&path);
            } else if path.is_file() {
                self.read(&path);
            }
        }
    }

    fn read(&mut self, path: &Path) {
        let (Some(stem), Some(end)) = (path.file_stem(), path.extension()) else { return };
        // What is no text proves nothing.
        if let Ok(text) = fs::read_to_string(path) {
            let stem = stem.to_string_lossy().into_owned();
            self.0.entry(stem).or_default().push((end.to_string_lossy().into_owned(), text));
        }
    }

    /// Whether `file::what` is there: a test of that name in Rust, a quoted title in a browser test, a heading in a
    /// page of the documentation, a line of a settings file.
    fn hold(&self, proof: &str) -> bool {
        let Some((stem, what)) = proof.split_once("::") else { return false };
        let there = |(end, text): &(String, String)| match end.as_str() {
            "rs" => text.contains(&format!("fn {what}(")),
            "ts" => text.contains(&format!("'{what}'")),
            "md" => text.lines().any(|line| line.trim_start_matches('#').trim() == what && line.starts_with('#')),
            _ => text.contains(what),
        };
        self.0.get(stem).is_some_and(|files| files.iter().any(there))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files() -> Files {
        let file = |end: &str, text: &str| (end.to_owned(), text.to_owned());
        let mut files = Files::default();
        files.0.insert("matrix".to_owned(), vec![file("rs", "async fn each_cell() {}")]);
        files.0.insert("pay.spec".to_owned(), vec![file("ts", "test('pays once', …)")]);
        files.0.insert("SECURITY".to_owned(), vec![file("md", "## Sessions\ntext")]);
        files
    }

    #[test]
    fn a_proof_is_a_test_a_title_or_a_heading_that_is_there() {
        let files = files();
        for proof in ["matrix::each_cell", "pay.spec::pays once", "SECURITY::Sessions"] {
            assert!(files.hold(proof), "{proof}");
        }
        for proof in ["matrix::each", "matrix", "pay.spec::pays", "SECURITY::text", "nowhere::each_cell"] {
            assert!(!files.hold(proof), "{proof}");
        }
    }

    #[test]
    fn what_is_missing_said_twice_or_not_shown_is_open() {
        let page = "| 1.1.1 | a | b | `matrix::each_cell` |\n| 1.1.2 | a | b | none |\n| 1.2.1 | a | b | `matrix::gone` |\n\
                    | 4.3.1, 4.3.2 | it has none |\n| 4.3.2 | it has none |\n| Item | a | b | Test |\n| 99.1.1 | why |";
        let found = judge(page, &files());
        assert_eq!((found.met, found.without), (1, 4));
        assert_eq!(found.open, ["1.1.2"]);
        for wrong in ["1.2.1: matrix::gone is nowhere.", "4.3.2 is there twice.", "1.2.2 is not on the page."] {
            assert!(found.wrong.iter().any(|known| known == wrong), "{wrong}");
        }
        assert!(found.wrong.iter().any(|known| known.starts_with("99.1.1 is no item")));
    }

    #[test]
    fn there_are_as_many_items_as_the_standard_has() {
        assert_eq!(wanted().len(), 216 + 2);
    }
}
