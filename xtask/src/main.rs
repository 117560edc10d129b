//! The chores of the house that need more than one line. `make help` lists the commands people
//! type; each of them is one of the words below.

mod asvs;
mod bench;
mod check;
mod files;
mod house;
mod locales;
mod parity;
mod proof;
mod reading;
mod release;
mod run;
mod setup;
mod shell;
mod site;
mod test;
mod verdicts;

use std::io::Write;
use std::process::ExitCode;

use house::House;
use setup::Purpose;

/// What went wrong, as a sentence for the person who typed the command.
#[derive(Debug)]
pub struct Failure(String);

impl<T: Into<String>> From<T> for Failure {
    fn from(sentence: T) -> Self {
        Self(sentence.into())
    }
}

/// What every chore returns.
pub type Outcome<T = ()> = Result<T, Failure>;

const USAGE: &str = "cargo xtask <chore>

  setup [run|check|test]   install what is missing for that purpose (all of it without a word)
  run                      build, prepare the demonstration bank and serve it
  design                   the same for a designer: what is saved in `layouts` is shown at once
  dev                      rebuild and reload on every change
  test [suite…]            every suite, or those named
  check                    format, lints, licences, unused dependencies, HTML
  bench [group…]           measure, keep the figures, print a table
  a11y                     every page and journey in a browser, and what the bank states about that
  transcripts              keep what is heard of every page as it is now
  slow                     how long people wait for a page
  release                  one folder that starts with nothing else beside it
  codes                    the one-time codes of the demonstration people
  locales                  whether every language says everything
  reading                  whether what people read is easy to read, as figures
  asvs, parity, verdicts   single suites of `test`";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match chore(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(sentence)) => {
            // Nothing can be done about a closed standard error.
            let _ = writeln!(std::io::stderr(), "\n{sentence}");
            ExitCode::FAILURE
        }
    }
}

fn chore(words: &[String]) -> Outcome {
    let house = House::find()?;
    let (name, rest) = words.split_first().ok_or(USAGE)?;
    match name.as_str() {
        "setup" => setup::run(&house, Purpose::named(rest.first())?).map(drop),
        "run" => run::serve(&house),
        "design" => run::design(&house),
        "dev" => run::watch(&house),
        "codes" => run::codes(&house),
        "test" => test::run(&house, rest),
        "check" => check::run(&house),
        "bench" => bench::run(&house, rest),
        "a11y" => proof::accessibility(&house),
        "transcripts" => proof::transcripts(&house),
        "slow" => proof::waiting(&house),
        "release" => release::run(&house),
        "asvs" => asvs::run(&house),
        "parity" => parity::run(&house),
        "locales" => locales::run(&house),
        "reading" => reading::run(&house),
        "verdicts" => verdicts::run(&house),
        _ => Err(USAGE.into()),
    }
}
