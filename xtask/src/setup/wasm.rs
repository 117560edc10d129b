//! The WebAssembly target, by the first of two roads that leads there: a download by rustup, or
//! Debian's compiler, which brings the sources of the standard library to build it from.
//! `BANYAN_WASM=rustup` or `BANYAN_WASM=debian` takes that road and no other. The choice is kept
//! in the cache, so that server and browser parts are always built by the same compiler.

use std::fs;
use std::path::{Path, PathBuf};

use super::debian;
use crate::Outcome;
use crate::house::House;
use crate::shell::{persist, say};

const TARGET: &str = "wasm32-unknown-unknown";

/// Under this name rustup knows Debian's compiler.
const DEBIAN: &str = "debian";

/// Debian's compiler with its formatter and linter, the sources of its library, and the linker
/// for WebAssembly.
const DEBIAN_PACKAGES: &[&str] =
    &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22", "rustfmt-web", "rust-web-clippy"];

/// The oldest compiler the workspace builds with; see `rust-version` in `Cargo.toml`.
const RUSTC_MINOR: u32 = 95;

enum Road {
    Rustup,
    Debian,
    Either,
}

fn asked() -> Outcome<Road> {
    match std::env::var("BANYAN_WASM").unwrap_or_default().as_str() {
        "" => Ok(Road::Either),
        "rustup" => Ok(Road::Rustup),
        "debian" => Ok(Road::Debian),
        other => Err(format!("BANYAN_WASM={other}: it is rustup or debian, or is not set.").into()),
    }
}

/// Whether the compiler in force has the target's library, on the road that was asked for.
pub fn done(house: &House) -> Outcome<bool> {
    let on_debian = house.toolchain().as_deref() == Some(DEBIAN);
    let right_road = match asked()? {
        Road::Either => true,
        Road::Rustup => !on_debian,
        Road::Debian => on_debian,
    };
    Ok(right_road && library(house, None).is_some_and(|folder| holds_library(&folder)))
}

/// Takes the road.
pub fn act(house: &House) -> Outcome {
    match asked()? {
        Road::Rustup => by_rustup(house),
        Road::Debian => by_debian(house),
        Road::Either => by_rustup(house).or_else(|failure| {
            say(&format!("{}\n      rustup could not bring it; Debian's own compiler can.", failure.0));
            by_debian(house)
        }),
    }
}

/// The target's library folder of the compiler in force, or of the one named.
fn library(house: &House, rustc: Option<&str>) -> Option<PathBuf> {
    let printed = house.shell(rustc.unwrap_or("rustc")).args(["--print", "target-libdir", "--target", TARGET]).read();
    printed.ok().map(|line| PathBuf::from(line.trim()))
}

fn holds_library(folder: &Path) -> bool {
    fs::read_dir(folder).into_iter().flatten().flatten().any(|file| {
        let name = file.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

fn remember(house: &House, toolchain: &str) -> Outcome {
    let record = house.toolchain_record();
    fs::write(&record, toolchain).map_err(|error| format!("Cannot write {}: {error}.", record.display()).into())
}

fn by_rustup(house: &House) -> Outcome {
    remember(house, "")?;
    if house.program("rustup").is_none() {
        return Err("rustup is not on this machine (https://rustup.rs).".into());
    }
    say(&format!("      rustup target add {TARGET}"));
    // Once: where nothing answers, waiting does not help, and there is another road.
    house.shell("rustup").args(["target", "add", TARGET]).run()
}

fn by_debian(house: &House) -> Outcome {
    let rustc = "/usr/bin/rustc";
    if !DEBIAN_PACKAGES.iter().all(|name| installed(house, name)) {
        say("      Debian's compiler with its library's sources: about 200 MB");
        debian::apt_install(house, DEBIAN_PACKAGES)?;
    }
    let version = house.shell(rustc).arg("--version").read()?;
    let minor = version.split('.').nth(1).and_then(|word| word.parse().ok());
    if minor.is_none_or(|minor: u32| minor < RUSTC_MINOR) {
        return Err(format!(
            "{} is too old: the bank needs 1.{RUSTC_MINOR}. Debian's security suite has a newer rustc-web.",
            version.trim()
        )
        .into());
    }
    let library = library(house, Some(rustc)).ok_or("Debian's rustc does not say where its library is.")?;
    if !holds_library(&library) {
        build_library(house, &library)?;
    }
    if house.program("rustup").is_some() {
        house.shell("rustup").args(["toolchain", "link", DEBIAN, "/usr"]).run()?;
    }
    remember(house, DEBIAN)
}

fn installed(house: &House, package: &str) -> bool {
    house
        .shell("dpkg-query")
        .args(["-W", "-f", "${Status}", package])
        .read()
        .is_ok_and(|status| status.ends_with(" installed"))
}

/// Builds the standard library in an empty crate and lays it where the compiler looks for it.
fn build_library(house: &House, library: &Path) -> Outcome {
    say("      building the standard library for WebAssembly, once: about 90 s on two cores");
    let scratch = house.cache.join("wasm-std");
    let built = scratch.join("target").join(TARGET).join("release/deps");
    let write = |path: &str, text: &str| {
        fs::write(scratch.join(path), text).map_err(|error| format!("Cannot write {path}: {error}."))
    };
    fs::create_dir_all(scratch.join("src")).map_err(|error| format!("Cannot make {}: {error}.", scratch.display()))?;
    write("Cargo.toml", "[package]\nname = \"empty\"\nedition = \"2024\"\n\n[workspace]\n")?;
    write("src/lib.rs", "")?;
    persist("Building the standard library", || {
        house
            .shell("/usr/bin/cargo")
            .args(["build", "--release", "--target", TARGET, "-Zbuild-std=std,panic_abort"])
            .dir(&scratch)
            .env("CARGO_TARGET_DIR", scratch.join("target"))
            .env("RUSTC", "/usr/bin/rustc")
            // The one way to use the sources of a released compiler.
            .env("RUSTC_BOOTSTRAP", "1")
            .run()
    })?;
    let rlibs: Vec<PathBuf> = fs::read_dir(&built)
        .map_err(|error| format!("Cannot read {}: {error}.", built.display()))?
        .flatten()
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rlib"))
        .filter(|path| !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("libempty-")))
        .collect();
    debian::as_root(house, "mkdir")?.arg("-p").arg(library).run()?;
    debian::as_root(house, "cp")?.args(&rlibs).arg(library).run()?;
    fs::remove_dir_all(&scratch).map_err(|error| format!("Cannot remove {}: {error}.", scratch.display()).into())
}
