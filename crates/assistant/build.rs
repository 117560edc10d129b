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
        let list = list(Path::new(&here), folder, extension);
        fs::write(Path::new(&out).join(format!("{folder}.rs")), list).expect("the folder for it is there");
    }
}

/// The files of both languages as the source of a list: name, language, text.
fn list(here: &Path, folder: &str, extension: &str) -> String {
    let mut list = String::from("&[\n");
    for (name, language) in [("en", "English"), ("zh", "Chinese")] {
        let entries = fs::read_dir(here.join(folder).join(name)).expect("there is a folder for each language");
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("the folder can be read").path()).collect();
        files.retain(|path| path.extension().is_some_and(|found| found == extension));
        // The order of a folder is not the same on every machine.
        files.sort();
        for file in files {
            let stem = file.file_stem().expect("it has an ending").to_string_lossy().into_owned();
            // Found from where the crate is compiled: builds may be shared between clones, and this list with them.
            let path = format!("/{folder}/{name}/{stem}.{extension}");
            writeln!(
                list,
                "    ({stem:?}, Spoken::{language}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {path:?}))),"
            )
            .expect("a string grows");
        }
    }
    list.push(']');
    list
}
