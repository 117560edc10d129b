//! Where the built site is, and the names of its files.
//!
//! A deployed server has `Leptos.toml` and the site beside it, and nothing else. The names of the files carry the
//! hash of their content, which the build notes in `hash.txt`.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use app::context::Assets;
use serde::Deserialize;

/// The built site.
#[derive(Debug, Clone)]
pub struct BuiltSite {
    /// The folder that is served.
    pub root: PathBuf,
    /// The folder of hashed files, in the address and under `root`.
    pub pkg: String,
    /// The addresses of the style sheet, the script and the WebAssembly.
    pub assets: Assets,
}

/// Why the site was not found.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// There is no `Leptos.toml` where it is looked for.
    #[error("there is no Leptos.toml beside the program or in the working directory: set `site` to where it is")]
    Missing,
    /// It is there and cannot be read.
    #[error("{0} cannot be read: {1}")]
    Unreadable(PathBuf, String),
}

#[derive(Deserialize)]
struct LeptosFile {
    leptos: Settings,
}

/// What `Leptos.toml` says; what only the build or the watcher needs is passed over.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Settings {
    output_name: String,
    site_root: PathBuf,
    site_pkg_dir: String,
    hash_files: bool,
}

impl BuiltSite {
    /// Finds the site: at `wanted`, or beside the program, or in the working directory.
    ///
    /// # Errors
    /// [`SiteError`].
    pub fn find(wanted: Option<&Path>) -> Result<Self, SiteError> {
        let beside = env::current_exe().ok().and_then(|program| program.parent().map(Path::to_path_buf));
        let folder_of_program = beside.unwrap_or_default();
        let places = [folder_of_program.join("Leptos.toml"), PathBuf::from("Leptos.toml")];
        let file = match wanted {
            Some(file) => file.to_path_buf(),
            None => places.into_iter().find(|place| place.is_file()).ok_or(SiteError::Missing)?,
        };
        let unreadable = |error: String| SiteError::Unreadable(file.clone(), error);
        let text = fs::read_to_string(&file).map_err(|error| unreadable(error.to_string()))?;
        let settings = toml::from_str::<LeptosFile>(&text).map_err(|error| unreadable(error.to_string()))?.leptos;
        let folder = file.parent().unwrap_or(Path::new("")).to_path_buf();
        // While people develop, the build says where it has just put the site.
        let root = env::var_os("LEPTOS_SITE_ROOT").map_or_else(|| folder.join(&settings.site_root), PathBuf::from);
        let notes = [folder.join("hash.txt"), folder_of_program.join("hash.txt")];
        let hashed = settings.hash_files && env::var_os("LEPTOS_HASH_FILES").is_none_or(|value| value != "false");
        let note = if hashed {
            notes.iter().find_map(|note| fs::read_to_string(note).ok()).unwrap_or_default()
        } else {
            String::new()
        };
        let assets = assets(&settings, &root, &note);
        Ok(Self { root, pkg: settings.site_pkg_dir, assets })
    }

    /// A site without files, for commands and tests that look at none.
    #[must_use]
    pub fn none() -> Self {
        let address = |end: &str| format!("/pkg/banyan.{end}");
        let assets = Assets { css: address("css"), js: address("js"), wasm: address("wasm"), reload: None };
        Self { root: PathBuf::from("site"), pkg: "pkg".to_owned(), assets }
    }
}

fn assets(settings: &Settings, root: &Path, note: &str) -> Assets {
    let Settings { output_name, site_pkg_dir, .. } = settings;
    let hash = |kind: &str| {
        let line = note.lines().find_map(|line| line.split_once(':').filter(|(found, _)| *found == kind));
        line.map(|(_, hash)| format!(".{}", hash.trim())).unwrap_or_default()
    };
    let address = |kind: &str, end: &str| {
        let hashed = format!("{output_name}{}.{end}", hash(kind));
        // A build for development does not hash: then the plain name is the one that is there.
        let plain = format!("{output_name}.{end}");
        let is_file = |name: &String| root.join(site_pkg_dir).join(name).is_file();
        let name = if is_file(&hashed) || !is_file(&plain) { hashed } else { plain };
        format!("/{site_pkg_dir}/{name}")
    };
    Assets { css: address("css", "css"), js: address("js", "js"), wasm: address("wasm", "wasm"), reload: reload_port() }
}

/// Where a build that watches the source, and only that, tells pages to load themselves anew.
fn reload_port() -> Option<u16> {
    env::var_os("LEPTOS_WATCH")?;
    env::var("LEPTOS_RELOAD_PORT").ok()?.parse().ok()
}
