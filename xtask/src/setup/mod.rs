//! From a bare machine to one that can build, run and test the bank. Every step looks first and
//! only then acts, so a second time costs a few file look-ups and says nothing.

mod debian;
pub mod encoder;
mod npm;
mod python;
mod room;
mod tools;
mod wasm;

use crate::house::House;
use crate::shell::say;
use crate::{Failure, Outcome};

/// How much of the set-up a command needs; each holds all before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// To build and serve.
    Run,
    /// To look over the source.
    Check,
    /// To test in a browser and on both databases.
    Test,
    /// To measure.
    Bench,
}

impl Purpose {
    /// The purpose a person named; where they named none, what `make test` needs.
    ///
    /// # Errors
    /// When there is no such purpose.
    pub fn named(word: Option<&String>) -> Outcome<Self> {
        match word.map(String::as_str) {
            None | Some("test") => Ok(Self::Test),
            Some("check") => Ok(Self::Check),
            Some("run") => Ok(Self::Run),
            Some("bench") => Ok(Self::Bench),
            Some(other) => Err(format!("`{other}` is no purpose: run, check, test or bench.").into()),
        }
    }
}

/// One thing a machine must have.
struct Step {
    /// Which purposes need it: this one and all after it.
    from: Purpose,
    /// What it is, for the line of progress.
    name: &'static str,
    /// Why it is needed, in a few words.
    why: &'static str,
    /// Whether nothing needs doing. Fast, and without the network.
    done: fn(&House) -> Outcome<bool>,
    /// Does it.
    act: fn(&House) -> Outcome,
}

const STEPS: &[Step] = &[
    Step {
        from: Purpose::Run,
        name: "Debian packages for building",
        why: "SQLite is C and wants a compiler",
        done: |house| Ok(debian::missing(house, debian::BUILDING).is_empty()),
        act: |house| debian::install(house, debian::BUILDING),
    },
    Step {
        from: Purpose::Run,
        name: "Debian packages for setting papers",
        why: "statements are PDF files as well, and are set in fonts of the system",
        done: |house| Ok(debian::missing(house, debian::SETTING).is_empty()),
        act: |house| debian::install(house, debian::SETTING),
    },
    Step {
        from: Purpose::Run,
        name: "WebAssembly target",
        why: "the interactive parts of the pages are Rust in the browser",
        done: wasm::done,
        act: wasm::act,
    },
    Step {
        from: Purpose::Run,
        name: "npm packages",
        why: "Tailwind writes the style sheet, binaryen shrinks the WebAssembly",
        done: |house| Ok(npm::done(house)),
        act: npm::act,
    },
    Step {
        from: Purpose::Run,
        name: "wasm-bindgen",
        why: "makes the script that loads the WebAssembly; must match the crate exactly",
        done: |house| Ok(tools::done(house, &tools::wasm_bindgen(house)?)),
        act: |house| tools::act(house, &tools::wasm_bindgen(house)?),
    },
    Step {
        from: Purpose::Run,
        name: "cargo-leptos",
        why: "builds server and browser parts together; compiled once, about 15 minutes on two cores",
        done: |house| Ok(tools::done(house, &tools::CARGO_LEPTOS)),
        act: |house| tools::act(house, &tools::CARGO_LEPTOS),
    },
    Step {
        from: Purpose::Run,
        name: "sentence encoder",
        why: "the assistant of a release understands more with it, and works without; 32 MB",
        done: |house| Ok(encoder::done(house)),
        act: encoder::act,
    },
    Step {
        from: Purpose::Check,
        name: "cargo-deny",
        why: "watches licences and forbidden crates; compiled once",
        done: |house| Ok(tools::done(house, &tools::CARGO_DENY)),
        act: |house| tools::act(house, &tools::CARGO_DENY),
    },
    Step {
        from: Purpose::Check,
        name: "cargo-machete",
        why: "finds dependencies nobody uses",
        done: |house| Ok(tools::done(house, &tools::CARGO_MACHETE)),
        act: |house| tools::act(house, &tools::CARGO_MACHETE),
    },
    Step {
        from: Purpose::Test,
        name: "Debian packages for testing",
        why: "a real browser, Chinese letters for it, the second database, and those who are slow on purpose",
        done: |house| Ok(debian::missing(house, debian::TESTING).is_empty()),
        act: |house| debian::install(house, debian::TESTING),
    },
    Step {
        from: Purpose::Bench,
        name: "Debian packages for measuring",
        why: "the scanner is written in Python",
        done: |house| Ok(debian::missing(house, debian::ATTACKING).is_empty()),
        act: |house| debian::install(house, debian::ATTACKING),
    },
    Step {
        from: Purpose::Bench,
        name: "wapiti",
        why: "tries on every page what has worked elsewhere",
        done: |house| Ok(python::done(house)),
        act: python::act,
    },
];

/// Whether anything had to be done.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum SetUp {
    /// The machine had everything.
    WasReady,
    /// Something was installed.
    Installed,
}

/// Brings the machine to what `purpose` needs. Silent when nothing is missing.
///
/// # Errors
/// When something is missing and cannot be had; the sentence says what to do.
pub fn run(house: &House, purpose: Purpose) -> Outcome<SetUp> {
    std::fs::create_dir_all(&house.cache)
        .map_err(|error| format!("Cannot make {}: {error}.", house.cache.display()))?;
    room::make(house, purpose)?;
    let steps: Vec<&Step> = STEPS.iter().filter(|step| step.from <= purpose).collect();
    let mut outcome = SetUp::WasReady;
    for (index, step) in steps.iter().enumerate() {
        if (step.done)(house)? {
            continue;
        }
        outcome = SetUp::Installed;
        say(&format!("set-up {} of {}: {} ({})", index + 1, steps.len(), step.name, step.why));
        (step.act)(house).map_err(|Failure(sentence)| {
            format!("{sentence}\nSet-up stopped at step {} of {}: {}.", index + 1, steps.len(), step.name)
        })?;
        if !(step.done)(house)? {
            return Err(format!("{} was installed but is still not found.", step.name).into());
        }
    }
    if outcome == SetUp::Installed {
        say("set-up is complete; the next time it is instant.");
    }
    Ok(outcome)
}
