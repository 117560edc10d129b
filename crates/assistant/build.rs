//! Lists the articles, so that the program has them inside.

use std::{env, fmt::Write, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=articles");
    let here = env::var("CARGO_MANIFEST_DIR").expect("cargo says where the crate is");
    let out = env::var("OUT_DIR").expect("cargo says where to write");
    let mut list = String::from("&[\n");
    for (folder, language) in [("en", "English"), ("zh", "Chinese")] {
        let folder = Path::new(&here).join("articles").join(folder);
        let mut files: Vec<_> = fs::read_dir(&folder)
            .map(|entries| entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect())
            .unwrap_or_default();
        files.retain(|path: &std::path::PathBuf| path.extension().is_some_and(|extension| extension == "md"));
        // The order of a folder is not the same on every machine.
        files.sort();
        for file in files {
            let slug = file.file_stem().expect("it ends in .md").to_string_lossy().into_owned();
            writeln!(list, "    ({slug:?}, Spoken::{language}, include_str!({file:?})),").expect("a string grows");
        }
    }
    list.push(']');
    fs::write(Path::new(&out).join("articles.rs"), list).expect("the folder for it is there");
}
