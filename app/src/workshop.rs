//! The folder that a designer works in ([ADR 43](../../docs/adr/0043-design-mode.md)): what its files say, which of them
//! cannot be read, and what is shown meanwhile.
//!
//! Whoever watches the folder brings all of it, again and again, to [`Workshop::look`]. A file that is good is shown at
//! once. One that is not, or is gone, is looked at twice before that is believed: a program that saves a file may have
//! written half of it.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
};

use experiments::{
    Mistake,
    layout::{Layout, Page},
};

use crate::layouts::{Arrangements, check_name};

/// Where a designer sees what their files make of the pages.
pub const WORKSHOP: &str = "/workshop";
/// Where a page that is open there is told that something has changed.
pub const CHANGES: &str = "/workshop/changes";

/// A file of the folder, as it is at this moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The folder that it is in: the word of a page.
    pub folder: String,
    /// Its name, with its ending.
    pub name: String,
    /// What it says, or why that cannot be read.
    pub text: Result<String, String>,
}

/// A file that was seen, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    file: File,
    /// The last good arrangement in it.
    pub good: Option<Layout>,
    /// What is wrong with it now.
    pub wrong: Option<Mistake>,
    gone: bool,
}

/// Every file that was seen, by its folder and its name.
type Files = BTreeMap<(String, String), Seen>;

/// The folder. Every copy is of the same.
#[derive(Debug, Clone)]
pub struct Workshop(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    folder: PathBuf,
    files: RwLock<Arc<Files>>,
}

impl Workshop {
    /// This folder, in which nobody has looked yet.
    #[must_use]
    pub fn new(folder: PathBuf) -> Self {
        Self(Arc::new(Parts { folder, files: RwLock::default() }))
    }

    /// Where it is.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.0.folder
    }

    /// Every file that was seen.
    #[must_use]
    pub fn files(&self) -> Arc<Files> {
        Arc::clone(&self.0.files.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes in what is in the folder now; whether anything is shown or told otherwise than before.
    #[must_use]
    pub fn look(&self, found: Vec<File>) -> bool {
        let before = self.files();
        let mut files = Files::new();
        for file in found {
            let key = (file.folder.clone(), file.name.clone());
            let seen = look_at(before.get(&key), file);
            files.insert(key, seen);
        }
        for (key, seen) in before.iter() {
            // What is gone a second time is gone.
            if !files.contains_key(key) && !seen.gone {
                files.insert(key.clone(), Seen { gone: true, ..seen.clone() });
            }
        }
        let told = |files: &Files| -> Vec<_> {
            let told = files.iter().filter(|(_, seen)| seen.good.is_some() || seen.wrong.is_some());
            told.map(|(key, seen)| (key.clone(), seen.good.clone(), seen.wrong.clone())).collect()
        };
        let changed = told(&before) != told(&files);
        *self.0.files.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(files);
        changed
    }

    /// The arrangements of the program, and in their places, or beside them, those of the folder.
    #[must_use]
    pub fn arrangements(&self) -> Arrangements {
        let mut all = Arrangements::compiled();
        for ((_, file), seen) in self.files().iter() {
            if let (Some(layout), Some(name)) = (&seen.good, file.strip_suffix(ENDING)) {
                all.place(name, layout.clone());
            }
        }
        all
    }
}

/// How the name of an arrangement's file ends.
pub const ENDING: &str = ".json";

/// What becomes of a file that was `before`, and is this now.
fn look_at(before: Option<&Seen>, file: File) -> Seen {
    let same = before.filter(|seen| seen.file == file);
    let good = before.and_then(|seen| seen.good.clone());
    match read(&file) {
        Ok(layout) => Seen { file, good: Some(layout), wrong: None, gone: false },
        // It is the same as a moment ago: nobody is writing it.
        Err(wrong) if same.is_some() => Seen { file, good, wrong: Some(wrong), gone: false },
        Err(_) => Seen { file, good, wrong: before.and_then(|seen| seen.wrong.clone()), gone: false },
    }
}

/// The arrangement in a file, of the page whose folder it is in.
fn read(file: &File) -> Result<Layout, Mistake> {
    let at_start = |what: String| Mistake { line: 1, column: 1, what };
    let Some(page) = Page::of(&file.folder) else {
        let words = Page::ALL.map(|page| format!("`{}`", page.word())).join(", ");
        return Err(at_start(format!("`{}` is no page: the folders are {words}", file.folder)));
    };
    check_name(file.name.strip_suffix(ENDING).unwrap_or_default()).map_err(at_start)?;
    let text = file.text.as_ref().map_err(|why| at_start(why.clone()))?;
    let layout = Layout::parse(text)?;
    if layout.page() == page {
        return Ok(layout);
    }
    let (line, column) = place_of(text, "\"page\"");
    let what = format!("it is in the folder of `{}`, and says `{}`", page.word(), layout.page().word());
    Err(Mistake { line, column, what })
}

/// The line and the column, each from 1, where `part` stands first.
fn place_of(text: &str, part: &str) -> (usize, usize) {
    let above = text.find(part).and_then(|at| text.get(..at)).unwrap_or_default();
    let line = above.matches('\n').count() + 1;
    (line, above.len() - above.rfind('\n').map_or(0, |end| end + 1) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DENSE: &str = include_str!("../../layouts/home/dense.json");
    const COMING_FIRST: &str = include_str!("../../layouts/home/coming-first.json");

    fn file(folder: &str, name: &str, text: &str) -> File {
        File { folder: folder.to_owned(), name: name.to_owned(), text: Ok(text.to_owned()) }
    }

    fn workshop() -> Workshop {
        Workshop::new(PathBuf::from("layouts"))
    }

    fn shown(workshop: &Workshop, page: Page, name: &str) -> Option<Layout> {
        workshop.arrangements().find(page, name)
    }

    fn wrong(workshop: &Workshop) -> Vec<String> {
        workshop.files().values().filter_map(|seen| Some(seen.wrong.as_ref()?.to_string())).collect()
    }

    #[test]
    fn what_is_good_is_shown_at_once_and_what_is_the_same_changes_nothing() {
        let workshop = workshop();
        assert!(workshop.look(vec![file("home", "mine.json", DENSE)]));
        assert_eq!(shown(&workshop, Page::Home, "mine"), Layout::parse(DENSE).ok());
        assert!(!workshop.look(vec![file("home", "mine.json", DENSE)]));
        assert!(workshop.look(vec![file("home", "mine.json", COMING_FIRST)]));
        assert_eq!(shown(&workshop, Page::Home, "mine"), Layout::parse(COMING_FIRST).ok());
        // Another way to write the same is no change of what is shown.
        assert!(!workshop.look(vec![file("home", "mine.json", &COMING_FIRST.replace('\n', "\n\n"))]));
    }

    #[test]
    fn what_is_in_the_folder_takes_the_place_of_the_programs_the_control_too() {
        let workshop = workshop();
        assert!(workshop.look(vec![file("home", "control.json", DENSE)]));
        assert_eq!(shown(&workshop, Page::Home, "control"), Layout::parse(DENSE).ok());
        assert_eq!(workshop.arrangements().names(Page::Home)[0], "control", "it is still the first");
    }

    #[test]
    fn a_bad_file_keeps_the_last_good_one_and_says_its_line() {
        let workshop = workshop();
        assert!(workshop.look(vec![file("home", "mine.json", DENSE)]));
        let bad = || vec![file("home", "mine.json", &DENSE.replacen("latest", "newest", 1))];
        assert!(!workshop.look(bad()), "it may be half of what is being saved");
        assert_eq!(wrong(&workshop), [""; 0]);
        assert!(workshop.look(bad()));
        assert!(wrong(&workshop)[0].starts_with("line 5, column"), "{:?}", wrong(&workshop));
        assert_eq!(shown(&workshop, Page::Home, "mine"), Layout::parse(DENSE).ok());
        assert!(!workshop.look(bad()), "it is told once");
        assert!(workshop.look(vec![file("home", "mine.json", DENSE)]));
        assert_eq!(wrong(&workshop), [""; 0]);
    }

    #[test]
    fn half_of_a_file_is_never_told_where_the_rest_follows() {
        let workshop = workshop();
        assert!(workshop.look(vec![file("home", "mine.json", DENSE)]));
        for end in [0, 10, COMING_FIRST.len() / 2] {
            assert!(!workshop.look(vec![file("home", "mine.json", &COMING_FIRST[..end])]));
            assert_eq!(shown(&workshop, Page::Home, "mine"), Layout::parse(DENSE).ok());
        }
        assert!(workshop.look(vec![file("home", "mine.json", COMING_FIRST)]));
        assert_eq!(wrong(&workshop), [""; 0]);
    }

    #[test]
    fn a_file_that_is_gone_brings_back_what_the_program_has() {
        let workshop = workshop();
        let both = || vec![file("home", "dense.json", COMING_FIRST), file("home", "mine.json", DENSE)];
        assert!(workshop.look(both()));
        assert!(!workshop.look(Vec::new()), "a program may put it back in a moment");
        assert!(!workshop.look(both()), "as it has here");
        assert!(!workshop.look(Vec::new()));
        assert!(workshop.look(Vec::new()));
        assert_eq!(shown(&workshop, Page::Home, "dense"), Layout::parse(DENSE).ok());
        assert_eq!(shown(&workshop, Page::Home, "mine"), None);
        assert!(workshop.files().is_empty());
    }

    #[test]
    fn what_is_in_the_wrong_place_is_told_with_what_is_right() {
        let workshop = workshop();
        let unreadable = File { text: Err("it is not text in UTF-8".to_owned()), ..file("home", "mine.json", "") };
        let files = || {
            vec![
                file("account", "dense.json", DENSE),
                file("front", "dense.json", DENSE),
                file("home", "My Own.json", DENSE),
                unreadable.clone(),
            ]
        };
        assert!(!workshop.look(files()) && workshop.look(files()));
        assert_eq!(
            wrong(&workshop),
            [
                "line 3, column 3: it is in the folder of `account`, and says `home`",
                "line 1, column 1: `front` is no page: the folders are `home`, `account`, `pay-start`, `chat`",
                "line 1, column 1: a name is small letters, digits and hyphens, 40 at most",
                "line 1, column 1: it is not text in UTF-8",
            ]
        );
        assert_eq!(workshop.arrangements(), Arrangements::compiled());
    }
}
