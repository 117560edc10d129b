//! Lists the articles and the utterances to learn from, so that the program has them inside.

use std::{
    env,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

fn main() {
    let here = env::var("CARGO_MANIFEST_DIR").expect("cargo says where the crate is");
    let out = env::var("OUT_DIR").expect("cargo says where to write");
    for (folder, extension) in [("articles", "md"), ("intents", "txt")] {
        println!("cargo::rerun-if-changed={folder}");
        let list = list(&Path::new(&here).join(folder), extension);
        fs::write(Path::new(&out).join(format!("{folder}.rs")), list).expect("the folder for it is there");
    }
}

/// The files of both languages as the source of a list: name, language, text.
fn list(folder: &Path, extension: &str) -> String {
    let mut list = String::from("&[\n");
    for (name, language) in [("en", "English"), ("zh", "Chinese")] {
        let entries = fs::read_dir(folder.join(name)).expect("there is a folder for each language");
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
        files.retain(|path| path.extension().is_some_and(|found| found == extension));
        // The order of a folder is not the same on every machine.
        files.sort();
        for file in files {
            let stem = file.file_stem().expect("it has an ending").to_string_lossy().into_owned();
            let path = file.to_str().expect("the folder has a name that can be written");
            writeln!(list, "    ({stem:?}, Spoken::{language}, include_str!({path:?})),").expect("a string grows");
        }
    }
    list.push(']');
    list
}
