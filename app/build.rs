//! Finds the messages: every `.ftl` file of every folder of `locales` becomes part of the program, so that a language
//! is added by adding its files.

use std::{env, error::Error, fmt::Write, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=locales");
    let locales = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("locales");
    let mut list = String::from("[");
    for folder in sorted(&locales)?.iter().filter(|path| path.is_dir()) {
        let code = folder.file_name().and_then(|name| name.to_str()).ok_or("a language has a name in ASCII")?;
        write!(list, "({code:?}, &[")?;
        for file in sorted(folder)?.iter().filter(|path| path.extension().is_some_and(|found| found == "ftl")) {
            let name =
                file.file_name().and_then(|name| name.to_str()).ok_or("a file of messages has a name in ASCII")?;
            // Found from where the package is compiled: builds may be shared between clones, and this list with them.
            write!(list, "include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/locales/{code}/{name}\")),")?;
        }
        list.push_str("] as &[&str]),");
    }
    list.push(']');
    fs::write(Path::new(&env::var("OUT_DIR")?).join("locales.rs"), list)?;
    Ok(())
}

fn sorted(folder: &Path) -> Result<Vec<std::path::PathBuf>, Box<dyn Error>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, Box<dyn Error>>>()?;
    paths.sort();
    Ok(paths)
}
