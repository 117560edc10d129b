//! A look over the source without running it.

use crate::house::House;
use crate::setup::{self, Purpose};
use crate::shell::{Shell, persist, say};
use crate::{Outcome, locales, reading};

/// One look and what it is called.
type Look = (&'static str, fn(&House) -> Outcome);

const LOOKS: &[Look] = &[
    ("every sentence, in every language", locales::run),
    ("how easy the sentences are", reading::run),
    ("format", |house| house.cargo().words("fmt --all --check").run()),
    ("lints, on the server's side", |house| {
        lint(house).words("--workspace --exclude frontend --all-targets").words(DENY).run()
    }),
    ("lints, on the browser's side", |house| {
        lint(house)
            .words("--package frontend --package app --no-default-features --features app/hydrate")
            .words("--target wasm32-unknown-unknown")
            .words(DENY)
            .run()
    }),
    ("types of the browser tests", |house| house.shell("tsc").words("--project end2end").run()),
    ("licences, sources and forbidden crates", |house| {
        // It looks at every crate's own words, those of other systems too.
        persist("Fetching the crates", || house.cargo().words("fetch --quiet --locked").run())?;
        house.cargo().words("deny --offline --log-level error check bans licenses sources").run()
    }),
    ("known vulnerabilities", advisories),
    ("HTML of the pages the browser tests kept", pages),
    ("unused dependencies", |house| house.cargo().words("machete --with-metadata").run()),
];

const DENY: &str = "-- -D warnings";

fn lint(house: &House) -> Shell {
    house.cargo().words("clippy --quiet --locked")
}

/// The database of advisories is a git repository that not every machine can fetch; where there
/// is a copy it is used.
fn advisories(house: &House) -> Outcome {
    let copies = std::env::var_os("CARGO_HOME")
        .map(std::path::PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")))
        .map(|home| home.join("advisory-dbs"));
    let present = copies.is_some_and(|folder| folder.read_dir().is_ok_and(|mut inside| inside.next().is_some()));
    if !present {
        say("      no copy of the advisory database here: `cargo deny fetch` brings one; passed over.");
        return Ok(());
    }
    house.cargo().words("deny --offline --log-level error check --disable-fetch advisories").run()
}

/// Every page as the server sent it, where the browser tests ran before.
fn pages(house: &House) -> Outcome {
    let kept = house.root.join("end2end/artefacts/html");
    if !kept.read_dir().is_ok_and(|mut inside| inside.next().is_some()) {
        say("      none are kept yet: `make test` fetches every page and looks at it; passed over.");
        return Ok(());
    }
    house.shell("html-validate").words("--ext html end2end/artefacts/html").run()
}

/// Takes every look, stopping at the first that finds something.
pub fn run(house: &House) -> Outcome {
    setup::run(house, Purpose::Check)?;
    for (index, (name, look)) in LOOKS.iter().enumerate() {
        say(&format!("check {} of {}: {name}", index + 1, LOOKS.len()));
        look(house)?;
    }
    Ok(())
}
