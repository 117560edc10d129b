//! The demonstration bank on this machine: its data in `var/`, its program from the folder that a
//! release would be.

use std::fs;
use std::io::Read;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};

use crate::house::House;
use crate::setup::{self, Purpose};
use crate::shell::{Shell, say};
use crate::{Outcome, site};

/// Builds, prepares and serves it, until somebody stops it.
pub fn serve(house: &House) -> Outcome {
    prepare(house, site::build_by_terms)?;
    say("");
    banyan(house).words("demo staff").run()?;
    say("");
    say("Banyan is starting at http://localhost:3000 (stop it with Ctrl-C).");
    say("Sign in as maya with the password maya-likes-green-tea, or as another of the README's people.");
    say("The bank's own people work at http://localhost:3000/staff, with the passkeys that the links above make.");
    say("Everybody's one-time code, whenever one is asked for: `make codes` in a second terminal.");
    say("");
    // It stops with the bank: Ctrl-C reaches both. Without it the bank serves all the same.
    if let Err(error) = banyan(house).arg("simulator").into_command().spawn() {
        say(&format!("The simulator of other banks could not be started: {error}."));
    }
    let bank = with_rates(house, with_key(house, banyan(house))?)?;
    become_it(with_checker(house, bank)?.arg("serve"))
}

/// The same for a designer, who sees at once what they save: nothing is built again.
pub fn design(house: &House) -> Outcome {
    // A layout is a part of the program as well: whoever has saved one and starts again is not to wait for a build.
    prepare(house, site::build_once)?;
    say("");
    say("Save a file in layouts/, and see it at http://localhost:3000/workshop (stop it with Ctrl-C).");
    let folder = house.root.join("layouts").display().to_string();
    let bank = with_key(house, banyan(house))?.env("BANYAN_DESIGN_FOLDER", folder);
    become_it(bank.arg("serve"))
}

/// Where the checker listens.
const CHECKER: &str = "127.0.0.1:3010";
/// The browsers that it knows, besides the one that is named in `BANYAN_CHROMIUM`.
const BROWSERS: [&str; 4] =
    ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/// The bank with the secret that decides who is shown which arrangement: the same from one start to the next.
fn with_key(house: &House, bank: Shell) -> Outcome<Shell> {
    let file = folder(house).join("experiments.key");
    let failed = |error: std::io::Error| format!("Cannot keep {}: {error}.", file.display());
    if !file.exists() {
        fs::write(&file, secret()?).map_err(failed)?;
    }
    Ok(bank.env("BANYAN_EXPERIMENTS_KEY", fs::read_to_string(&file).map_err(failed)?.trim()))
}

/// The bank with the checker beside it, which goes when the bank goes. Where there is no browser there is no checker, and
/// the studio says so.
fn with_checker(house: &House, bank: Shell) -> Outcome<Shell> {
    let named = std::env::var_os("BANYAN_CHROMIUM").map(PathBuf::from);
    if !BROWSERS.iter().map(PathBuf::from).chain(named).any(|browser| browser.exists()) {
        say("No Chromium was found: layouts of pages can be written, and not shown to customers.");
        return Ok(bank);
    }
    let key = secret()?;
    let checker = house.shell("node").arg(house.root.join("checker/main.mjs")).env("BANYAN_CHECKER", CHECKER);
    let started = checker.env("BANYAN_CHECKER_KEY", &key).into_command().spawn();
    started.map_err(|error| format!("The checker could not be started: {error}."))?;
    Ok(bank.env("BANYAN_CHECKER", CHECKER).env("BANYAN_CHECKER_KEY", key))
}

/// 32 bytes of chance, in hexadecimal digits.
fn secret() -> Outcome<String> {
    let failed = |error: std::io::Error| format!("There is no chance to be had here: {error}.");
    let mut bytes = [0; 32];
    fs::File::open("/dev/urandom").and_then(|mut file| file.read_exact(&mut bytes)).map_err(failed)?;
    Ok(bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}")))
}

/// From here on this process is the other, so that Ctrl-C and the exit status are the other's.
fn become_it(shell: Shell) -> Outcome {
    let error = shell.into_command().exec();
    Err(format!("The program could not be started: {error}.").into())
}

/// Rebuilds and reloads on every change.
pub fn watch(house: &House) -> Outcome {
    prepare(house, site::build_by_terms)?;
    on_demo_bank(house, house.cargo().words("leptos watch")).env("LEPTOS_HASH_FILES", "false").run()
}

/// Prints the demonstration people's current codes.
pub fn codes(house: &House) -> Outcome {
    if !folder(house).exists() || !house.dist().join("banyan").exists() {
        return Err("There is no demonstration bank yet: `make run` makes one.".into());
    }
    become_it(banyan(house).words("demo codes"))
}

/// Sets the machine up, has the program built and fills the bank, as far as that is still to be done.
fn prepare(house: &House, build: fn(&House) -> Outcome) -> Outcome {
    setup::run(house, Purpose::Run)?;
    build(house)?;
    let (bank, unfinished) = (folder(house), house.root.join("var/unfinished"));
    if bank.exists() {
        return banyan(house).arg("migrate").run();
    }
    say("filling the demonstration bank in var/ with two years of some people's lives");
    let failed = |error: std::io::Error| format!("Cannot prepare {}: {error}.", bank.display());
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished).map_err(failed)?;
    }
    fs::create_dir_all(&unfinished).map_err(failed)?;
    let filling = || banyan(house).env("BANYAN_DATABASE", database_in(&unfinished));
    filling().arg("migrate").run()?;
    filling().arg("demo").run()?;
    // Only a bank that was filled to its end gets the name under which it is served.
    fs::rename(&unfinished, &bank).map_err(|error| failed(error).into())
}

fn folder(house: &House) -> PathBuf {
    house.root.join("var/demo")
}

fn database_in(folder: &Path) -> String {
    format!("sqlite:{}", folder.join("banyan.db").display())
}

/// The built program, on the demonstration bank.
fn banyan(house: &House) -> Shell {
    let program = house.dist().join("banyan");
    on_demo_bank(house, house.shell(&program.to_string_lossy()).dir(house.dist()))
        .env("BANYAN_ASSISTANT_MODEL", house.dist().join(site::MODEL))
}

/// With rates of now for the demonstration: those that the program prints to begin with.
fn with_rates(house: &House, bank: Shell) -> Outcome<Shell> {
    let file = folder(house).join("rates.toml");
    let rates = banyan(house).arg("rates").read()?;
    fs::write(&file, rates).map_err(|error| format!("Cannot keep {}: {error}.", file.display()))?;
    Ok(bank.env("BANYAN_RATES", file.display().to_string()))
}

fn on_demo_bank(house: &House, shell: Shell) -> Shell {
    shell
        .env("BANYAN_DATABASE", database_in(&folder(house)))
        .env("BANYAN_DEMO", "true")
        .env("BANYAN_DESIGN", "true")
        .env("BANYAN_OTHER_BANKS", "127.0.0.1:3100")
        .env("BANYAN_MAIL", format!("folder:{}", folder(house).join("mail").display()))
        .env("BANYAN_MAIL_FROM", "Banyan <notices@banyan.example>")
        .env("BANYAN_SMS_GATEWAY", "sms.banyan.example")
}
