//! Programs that cargo compiles from the crate registry, each at one exact version, kept apart
//! from the person's own in the cache.

use std::borrow::Cow;
use std::fs;

use crate::Outcome;
use crate::house::House;
use crate::shell::{persist, say};

/// One program and the crate it comes from.
pub struct Tool {
    krate: &'static str,
    program: &'static str,
    version: Cow<'static, str>,
    features: &'static str,
}

/// 0.3.11 needs a newer compiler than ours. Its helpers come from npm and from us, so it is told
/// not to download any.
pub const CARGO_LEPTOS: Tool =
    Tool { krate: "cargo-leptos", program: "cargo-leptos", version: Cow::Borrowed("0.3.10"), features: "no_downloads" };

/// Licences, sources, forbidden and doubled crates: `deny.toml`.
pub const CARGO_DENY: Tool =
    Tool { krate: "cargo-deny", program: "cargo-deny", version: Cow::Borrowed("0.20.2"), features: "" };

/// Dependencies that no source file names.
pub const CARGO_MACHETE: Tool =
    Tool { krate: "cargo-machete", program: "cargo-machete", version: Cow::Borrowed("0.9.2"), features: "" };

/// The tool and the crate speak a private language that changes with every version.
pub fn wasm_bindgen(house: &House) -> Outcome<Tool> {
    let version = locked_version(house, "wasm-bindgen")?;
    Ok(Tool { krate: "wasm-bindgen-cli", program: "wasm-bindgen", version: Cow::Owned(version), features: "" })
}

/// The version of a crate in `Cargo.lock`.
fn locked_version(house: &House, krate: &str) -> Outcome<String> {
    let path = house.root.join("Cargo.lock");
    let text = fs::read_to_string(&path).map_err(|error| format!("Cannot read {}: {error}.", path.display()))?;
    let mut lines = text.lines();
    let name = format!("name = \"{krate}\"");
    lines
        .find(|line| *line == name)
        .and_then(|_| lines.next())
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(ToOwned::to_owned)
        .ok_or_else(|| format!("{} names no version of {krate}.", path.display()).into())
}

/// Whether the program is there at exactly that version.
pub fn done(house: &House, tool: &Tool) -> bool {
    let Some(program) = house.program(tool.program) else {
        return false;
    };
    let said = house.shell(&program.to_string_lossy()).arg("--version").read().unwrap_or_default();
    said.split_whitespace().any(|word| word == tool.version)
}

/// Brings the program: ready-made where `cargo binstall` can, compiled otherwise.
pub fn act(house: &House, tool: &Tool) -> Outcome {
    let wanted = format!("{}@{}", tool.krate, tool.version);
    let root = house.cache.join("tools");
    if house.program("cargo-binstall").is_some() {
        say(&format!("      looking for a ready-made {wanted}"));
        let fetched = house
            .cargo()
            .words("binstall --no-confirm --disable-strategies compile --root")
            .arg(&root)
            .arg(&wanted)
            .run();
        if fetched.is_ok() {
            return Ok(());
        }
    }
    say(&format!("      compiling {wanted}"));
    // A registry can lag behind the one the lock file was made with, so that a locked version is
    // not there yet: then whatever fits.
    let scratch = house.cache.join("tools-target");
    compile(house, tool, &scratch, true).or_else(|_| {
        say("      once more, without its lock file");
        persist("Compiling a tool", || compile(house, tool, &scratch, false))
    })?;
    fs::remove_dir_all(&scratch).map_err(|error| format!("Cannot remove {}: {error}.", scratch.display()).into())
}

fn compile(house: &House, tool: &Tool, scratch: &std::path::Path, locked: bool) -> Outcome {
    let mut cargo = house
        .cargo()
        .words("install --force --root")
        .arg(house.cache.join("tools"))
        .arg(tool.krate)
        .arg(format!("--version={}", tool.version))
        // These programs wait for compilers; a lean build of them is minutes instead of an hour.
        .env("CARGO_TARGET_DIR", scratch)
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
    if !tool.features.is_empty() {
        cargo = cargo.arg(format!("--features={}", tool.features));
    }
    if locked {
        cargo = cargo.arg("--locked");
    }
    cargo.run()
}
