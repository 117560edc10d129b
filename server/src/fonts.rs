//! The fonts of this machine, as far as papers need them: looked for by the names of their files, once.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use papers::pdf::{FontFile, Fonts};

/// Where a system keeps its fonts.
const FOLDERS: [&str; 3] = ["/usr/local/share/fonts", "/usr/share/fonts", "/usr/share/texmf/fonts/opentype"];
/// How deep folders are looked into.
const DEPTH: u8 = 4;

/// Fonts for Latin letters, the first found is taken: the ordinary one and the strong one.
const LATIN: [(&str, &str); 3] = [
    ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
    ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    ("LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
];
/// Fonts for Chinese letters, the small ones first: such a font is read whole for every paper that needs it. The number
/// is the place of the simplified letters in a collection.
const CHINESE: [(&str, u32); 7] = [
    ("DroidSansFallbackFull.ttf", 0),
    ("DroidSansFallback.ttf", 0),
    ("wqy-microhei.ttc", 0),
    ("NotoSansSC-Regular.otf", 0),
    ("NotoSansCJKsc-Regular.otf", 0),
    ("wqy-zenhei.ttc", 0),
    ("NotoSansCJK-Regular.ttc", 2),
];

/// Where the fonts are.
#[derive(Debug, Clone)]
pub struct FontFiles(Arc<Found>);

#[derive(Debug, Default)]
struct Found {
    latin: Option<(PathBuf, Option<PathBuf>)>,
    chinese: Option<(PathBuf, u32)>,
}

impl FontFiles {
    /// Looks through `folder`, where one is set, and then through those of the system.
    #[must_use]
    pub fn find(folder: Option<&Path>) -> Self {
        let mut files = BTreeMap::new();
        match folder {
            Some(folder) => gather(folder, DEPTH, &mut files),
            None => FOLDERS.iter().for_each(|folder| gather(Path::new(folder), DEPTH, &mut files)),
        }
        let latin =
            LATIN.iter().find_map(|(regular, bold)| Some((files.get(*regular)?.clone(), files.get(*bold).cloned())));
        let chinese = CHINESE.iter().find_map(|(name, index)| Some((files.get(*name)?.clone(), *index)));
        for (found, what) in [(latin.is_some(), "Latin"), (chinese.is_some(), "Chinese")] {
            if !found {
                tracing::warn!(what, "there is no font for these letters: papers that need them are not made as PDF");
            }
        }
        Self(Arc::new(Found { latin, chinese }))
    }

    /// Fonts that have all of `letters`; `None` where this machine has no font for one of them.
    #[must_use]
    pub fn with(&self, letters: &str) -> Option<Fonts> {
        let (regular, bold) = self.0.latin.as_ref()?;
        let file = |path: &Path, index| Some(FontFile { data: read(path)?, index });
        let latin = Fonts::new(file(regular, 0)?, bold.as_deref().and_then(|bold| file(bold, 0))).ok()?;
        if latin.can_set(letters) {
            return Some(latin);
        }
        let (path, index) = self.0.chinese.as_ref()?;
        let all = latin.and(file(path, *index)?).ok()?;
        all.can_set(letters).then_some(all)
    }
}

fn read(path: &Path) -> Option<Vec<u8>> {
    std::fs::read(path).inspect_err(|error| tracing::error!(%error, path = %path.display(), "a font is gone")).ok()
}

/// The files in `folder` and the folders in it, by their names. The first of a name is kept.
fn gather(folder: &Path, depth: u8, files: &mut BTreeMap<String, PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            if depth > 0 {
                gather(&path, depth - 1, files);
            }
        } else if let Some(name) = path.file_name().and_then(|name| name.to_str()) {
            files.entry(name.to_owned()).or_insert_with(|| path.clone());
        }
    }
}
