//! Building the server and its site, and laying them in one folder that starts by itself. A stamp
//! of everything that goes in makes the second time free.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::house::House;
use crate::setup::encoder;
use crate::shell::say;
use crate::test;

/// Everything a build reads: folders are walked.
const INPUTS: &[&str] = &[
    ".cargo/config.toml",
    "Cargo.lock",
    "Cargo.toml",
    "Leptos.toml",
    "app",
    "crates",
    "frontend",
    "layouts",
    "migrations",
    "package-lock.json",
    "public",
    "server",
    "style",
];

/// What the program that talks with people has learnt, beside it; by terms alone, which stands in where the encoder is
/// lacking; and the encoder.
pub const MODEL: &str = "assistant.model";
const TERMS: &str = "assistant-terms.model";
const ENCODER: &str = "assistant.encoder";

/// What the assistant is taught.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Taught {
    /// By terms alone, so that whoever tries the bank, or tests it, does not wait minutes more, nor depends on a package.
    Terms,
    /// With the encoder as well, where there is one.
    Everything,
}

/// Builds what [`House::dist`] lacks or has in an older state.
pub fn build(house: &House) -> Outcome {
    made(house, Taught::Everything)
}

/// The same, with an assistant that goes by terms alone.
pub fn build_by_terms(house: &House) -> Outcome {
    made(house, Taught::Terms)
}

/// What browsers are sent is the release's. What answers them is the program that the tests of the server have built
/// already: its release takes a quarter of an hour, and it looks at every sum for an overflow, which that does not.
pub fn build_to_test(house: &House) -> Outcome {
    say("building the site");
    house.cargo().args(["leptos", "build", "--release", "--precompress", "--frontend-only"]).run()?;
    test::server_tests(house).arg("--no-run").run()?;
    assemble(house, &house.tested(), "debug", Taught::Terms)
}

fn made(house: &House, taught: Taught) -> Outcome {
    let stamp = house.root.join("target/dist/banyan.stamp");
    let inputs = fingerprint(house)?;
    let by_terms = format!("{inputs}-terms");
    let wanted = if taught == Taught::Terms { &by_terms } else { &inputs };
    let dist = house.dist();
    // What has learnt everything has learnt terms too.
    let fits = |found: String| found == *wanted || found == inputs;
    if dist.join("banyan").exists() && fs::read_to_string(&stamp).is_ok_and(fits) {
        return Ok(());
    }
    say("building the server and its site (release; the first time takes some 10 minutes on two cores)");
    house.cargo().args(["leptos", "build", "--release", "--precompress"]).run()?;
    assemble(house, &dist, "release", taught)?;
    fs::write(&stamp, wanted).map_err(|error| format!("Cannot write {}: {error}.", stamp.display()).into())
}

/// Builds what [`House::dist`] lacks, and leaves what is there, in whatever state.
pub fn build_once(house: &House) -> Outcome {
    if house.dist().join("banyan").exists() { Ok(()) } else { build_by_terms(house) }
}

/// A number that changes when any input or the compiler does.
fn fingerprint(house: &House) -> Outcome<String> {
    let mut hasher = DefaultHasher::new();
    house.shell("rustc").arg("-vV").read()?.hash(&mut hasher);
    encoder::package(house).is_some().hash(&mut hasher);
    for input in INPUTS {
        hash_path(&house.root.join(input), &mut hasher)?;
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn hash_path(path: &Path, hasher: &mut DefaultHasher) -> Outcome {
    let unreadable = |error| format!("Cannot read {}: {error}.", path.display());
    path.hash(hasher);
    if path.is_dir() {
        let mut inside: Vec<PathBuf> =
            fs::read_dir(path).map_err(unreadable)?.flatten().map(|entry| entry.path()).collect();
        inside.sort();
        inside.iter().try_for_each(|path| hash_path(path, hasher))
    } else {
        fs::read(path).map_err(unreadable)?.hash(hasher);
        Ok(())
    }
}

/// Lays the binary of that profile, its site and its settings side by side. Migrations are inside the binary. The
/// folder takes its name when it is whole, so that nothing is ever served from half of one.
fn assemble(house: &House, dist: &Path, profile: &str, taught: Taught) -> Outcome {
    let failed = |error: std::io::Error| format!("Cannot put {} together: {error}.", dist.display());
    let whole = dist.with_extension("new");
    if whole.exists() {
        fs::remove_dir_all(&whole).map_err(failed)?;
    }
    fs::create_dir_all(&whole).map_err(failed)?;
    for (profile, name) in [(profile, "banyan"), ("release", "hash.txt")] {
        fs::copy(house.target.join(profile).join(name), whole.join(name)).map_err(failed)?;
    }
    for name in ["Leptos.toml", "LICENSE"] {
        fs::copy(house.root.join(name), whole.join(name)).map_err(failed)?;
    }
    copy_folder(&house.root.join("target/site"), &whole.join("site")).map_err(failed)?;
    drop_declarations(&whole.join("site/pkg")).map_err(failed)?;
    teach(house, &whole, taught)?;
    if dist.exists() {
        fs::remove_dir_all(dist).map_err(failed)?;
    }
    fs::rename(&whole, dist).map_err(|error| failed(error).into())
}

/// Trains the assistant by terms alone, and where there is an encoder once more with it.
fn teach(house: &House, whole: &Path, taught: Taught) -> Outcome {
    say("teaching the assistant how people put things (a minute, with an encoder some minutes more)");
    let banyan = || house.shell(&whole.join("banyan").to_string_lossy());
    banyan().words("assistant train --no-encoder --out").arg(whole.join(TERMS)).run()?;
    let Some(package) = encoder::package(house).filter(|_| taught == Taught::Everything) else {
        let copied = fs::copy(whole.join(TERMS), whole.join(MODEL)).map(drop);
        return copied.map_err(|error| format!("Cannot write {}: {error}.", whole.join(MODEL).display()).into());
    };
    banyan().words("assistant encoder --package").arg(package).arg("--out").arg(whole.join(ENCODER)).run()?;
    // It finds the encoder beside it.
    banyan().words("assistant train --out").arg(whole.join(MODEL)).run()
}

/// TypeScript's declarations come with the script and are of no use to a browser.
fn drop_declarations(folder: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().contains(".d.")) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

/// Copies a folder with everything in it.
pub fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
