//! `banyan assistant`: the model that understands what people say, trained and measured with anybody's utterances.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use ::assistant::{
    classify::{Model, Report, outcomes, train},
    data::{self, Corpus},
    ours,
};
use clap::{Args, Subcommand};

use super::{chain, say};

/// The largest file of utterances, in bytes.
const MOST_DATA: u64 = 1 << 28;

/// The largest model that is looked at, in bytes: somewhat more than any that is written.
const MOST_MODEL: u64 = 1 << 26;

/// What is done.
#[derive(Debug, Args)]
pub struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Learn from utterances, and write what was learnt
    Train {
        /// CSV with the columns text and category, or JSON as CLINC150 has it; without it the bank's own utterances
        #[arg(long, value_name = "FILE")]
        data: Option<PathBuf>,
        /// Where the model goes
        #[arg(long, value_name = "MODEL")]
        out: PathBuf,
        /// The same seed and the same data give the same model
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Ask a model about utterances whose meaning is known, and say how well it did
    Eval {
        /// What `train` wrote
        #[arg(long, value_name = "MODEL")]
        model: PathBuf,
        /// As for `train`; of JSON the test utterances, or where there are none those for validation
        #[arg(long, value_name = "FILE")]
        data: PathBuf,
        /// For a program: one JSON object with every figure
        #[arg(long)]
        json: bool,
    },
}

/// Trains or measures.
///
/// # Errors
/// A sentence about the file that cannot be read, used or written.
pub fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    match &arguments.action {
        Action::Train { data, out, seed } => learn(data.as_deref(), out, *seed)?,
        Action::Eval { model, data, json } => measure(model, data, *json)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn learn(data: Option<&Path>, out: &Path, seed: u64) -> Result<(), String> {
    let own = || Corpus { train: ours::utterances(), ..Corpus::default() };
    let corpus = data.map_or_else(|| Ok(own()), corpus)?;
    let model = train(&corpus.train, &corpus.validation, seed)
        .map_err(|error| format!("Nothing can be learnt from that: {error}."))?;
    let file = model.to_bytes();
    fs::write(out, &file).map_err(|error| format!("{} cannot be written: {error}.", out.display()))?;
    say(&format!(
        "{}: model {}, {} labels, from {} utterances, {} bytes",
        out.display(),
        model.version(),
        model.labels().len(),
        corpus.train.len(),
        file.len()
    ));
    Ok(())
}

fn measure(model: &Path, data: &Path, json: bool) -> Result<(), String> {
    let corpus = corpus(data)?;
    let file = read(model, MOST_MODEL)?;
    let model = Model::from_bytes(&file).map_err(|error| format!("{} is no model: {error}.", model.display()))?;
    let report = Report::of(&outcomes(&model, corpus.measuring()));
    if json {
        say(&serde_json::to_string(&report).map_err(|error| format!("The figures cannot be written: {error}."))?);
        return Ok(());
    }
    say(&format!(
        "{} utterances in scope: {:.2} % right ({:.2} % by label), calibration error {:.4}",
        report.utterances,
        100.0 * report.accuracy,
        100.0 * report.balanced_accuracy,
        report.ece
    ));
    if let Some(outside) = report.out_of_scope {
        say(&format!(
            "{} out of scope: AUROC {:.4}; where 5 % are rejected wrongly, recall {:.3} and precision {:.3}",
            outside.utterances, outside.auroc, outside.recall, outside.precision
        ));
    }
    Ok(())
}

fn corpus(path: &Path) -> Result<Corpus, String> {
    data::read(&read(path, MOST_DATA)?)
        .map_err(|error| format!("{} cannot be used: {}.", path.display(), chain(&error)))
}

fn read(path: &Path, most: u64) -> Result<Vec<u8>, String> {
    let unreadable = |error| format!("{} cannot be read: {error}.", path.display());
    let length = fs::metadata(path).map_err(unreadable)?.len();
    if length > most {
        return Err(format!("{} is too large: {length} bytes, of {most} at most.", path.display()));
    }
    fs::read(path).map_err(unreadable)
}
