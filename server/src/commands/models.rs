//! `banyan assistant compare` and `offer`: a model beside the one that answers, and into the bank.

use std::{fs, path::Path, process::ExitCode, sync::Arc};

use assistant::{
    classify::Model,
    compare::{Comparison, Differing, Figures, Share, Sheet},
    language::Spoken,
};
use bank::models::{self, Candidate, Learnt, Stage};
use model::ModelId;
use store::Ports;

use super::{open, say, unanswered, world};
use crate::{
    config::Config,
    learnt,
    shelf::{Shelf, sum},
};

/// Compares the model at `candidate` with the one at `live`, by which no bank is asked.
///
/// # Errors
/// A sentence about the file that cannot be read or used.
pub fn compare_files(candidate: &Path, live: &Path) -> Result<ExitCode, String> {
    let sheet = |path: &Path| {
        let encoder = learnt::beside(path).map_err(|what| format!("{what}."))?;
        let file = read(path)?;
        let model = used(path, Model::from_bytes(&file, encoder.as_ref()))?;
        Ok::<_, String>(Sheet::of(&model, file.len()))
    };
    let comparison = Comparison { candidate: sheet(candidate)?, live: Some(sheet(live)?) };
    Ok(told(&comparison))
}

/// Compares the model at `candidate` with the one that answers in the bank of `config`.
///
/// # Errors
/// As above; where the database does not answer.
pub async fn compare(config: &Config, candidate: &Path) -> Result<ExitCode, String> {
    let (_, ids) = world(config);
    let ports = open(config, ids).await?.ports();
    let compared = compared(&ports, config, &read(candidate)?, candidate).await;
    ports.ledger.close().await;
    Ok(told(&compared?))
}

/// Compares it, and keeps it with what came of that: for people of the bank to promote, or to see why they cannot.
///
/// # Errors
/// As above; where the file cannot be kept.
pub async fn offer(config: &Config, candidate: &Path) -> Result<ExitCode, String> {
    let (world, ids) = world(config);
    let ports = open(config, ids.clone()).await?.ports();
    let file = read(candidate)?;
    let kept = async {
        let comparison = compared(&ports, config, &file, candidate).await?;
        let shelf = Shelf::of(config);
        let unwritable = |error| match shelf.folder() {
            Some(folder) => format!("{} cannot be written to: {error}.", folder.display()),
            None => "Models are kept nowhere: set `assistant_models` to a folder.".to_owned(),
        };
        shelf.put(&file).map_err(unwritable)?;
        let (id, at) = (ModelId::new(ids.next()), world.clock.now());
        let new = Candidate::new(id, sum(&file), comparison, learnt_from(candidate), at);
        models::offer(ports.models.as_ref(), ports.audit.as_ref(), &new).await.map_err(|error| unanswered(&error))?;
        Ok::<_, String>(new)
    };
    let kept = kept.await;
    ports.ledger.close().await;
    let new = kept?;
    let code = told(&new.comparison);
    let then = if new.stage == Stage::Refused { "it cannot be promoted" } else { "two of the bank can promote it" };
    say(&format!("It is kept as {}; {then}.", new.sha256));
    Ok(code)
}

async fn compared(ports: &Ports, config: &Config, file: &[u8], path: &Path) -> Result<Comparison, String> {
    let shelf = Shelf::of(config);
    let model = used(path, Model::from_bytes(file, shelf.encoder()))?;
    let live = live(ports, config, &shelf).await?;
    Ok(Comparison {
        candidate: Sheet::of(&model, file.len()),
        live: live.map(|(model, bytes)| Sheet::of(&model, bytes)),
    })
}

/// The model that answers, and how long its file is.
async fn live(ports: &Ports, config: &Config, shelf: &Shelf) -> Result<Option<(Arc<Model>, usize)>, String> {
    let standing = ports.models.standing().await.map_err(|error| unanswered(&error))?;
    let release = config.assistant_model.as_ref().map(|learnt| Arc::clone(&learnt.model));
    let Some(standing) = standing else {
        return Ok(release.map(|model| (Arc::clone(&model), model.to_bytes().len())));
    };
    match shelf.fetch(&standing) {
        Ok((named, bytes)) => Ok(Some((named.model, bytes))),
        Err(trouble) => Err(format!(
            "The model {} that answers cannot be compared with: its file in `assistant_models` is {}.",
            standing.name,
            trouble.code()
        )),
    }
}

/// What whoever trained it has written down beside it.
fn learnt_from(path: &Path) -> Option<Learnt> {
    let written = fs::read(path.with_extension(super::assistant::LEARNT)).ok()?;
    serde_json::from_slice(&written).ok()
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    super::assistant::read(path, super::assistant::MOST_MODEL)
}

fn used<E: std::fmt::Display>(path: &Path, model: Result<Model, E>) -> Result<Model, String> {
    model.map_err(|error| format!("{} cannot be used: {error}.", path.display()))
}

/// Says what came of it; it has failed where the candidate may not answer.
fn told(comparison: &Comparison) -> ExitCode {
    say(&report(comparison));
    if comparison.refusals().is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn report(comparison: &Comparison) -> String {
    let Comparison { candidate, live } = comparison;
    let before = live.as_ref().map_or("no model", |live| &live.model);
    let mut lines = vec![format!("{}, compared with {before}; asked {}", candidate.model, candidate.frozen)];
    for language in [Spoken::English, Spoken::Chinese] {
        let was = live.as_ref().map(|live| live.in_language(language));
        lines.push(format!("{language}:"));
        lines.extend(figures(candidate.in_language(language), was));
    }
    lines.extend(intents(comparison));
    let refusals = comparison.refusals();
    if refusals.is_empty() {
        lines.push("It may answer people.".to_owned());
    } else {
        lines.push("It may not answer people:".to_owned());
        lines.extend(refusals.iter().map(|refusal| format!("  {refusal}")));
    }
    lines.join("\n")
}

fn figures(now: &Figures, was: Option<&Figures>) -> Vec<String> {
    let line = |name: &str, of: fn(&Figures) -> Share| format!("  {name}: {}", beside(of(now), was.map(of)));
    let before = was.map(|was| format!(" (.{:04})", was.ece)).unwrap_or_default();
    vec![
        line("right", |figures| figures.right),
        line("rejected in scope", |figures| figures.rejected),
        line("found out of scope", |figures| figures.found),
        line("scams heard", |figures| figures.scam),
        line("heard who wants a person", |figures| figures.person),
        format!("  calibration error: .{:04}{before}", now.ece),
    ]
}

/// The intents that differ, those that lose most first.
fn intents(comparison: &Comparison) -> Vec<String> {
    let line = |Differing { intent, was, now }| format!("  {intent}: {}", beside(now, Some(was)));
    comparison.differing().into_iter().map(line).collect()
}

fn beside(now: Share, was: Option<Share>) -> String {
    let of = |share: Share| format!("{}.{} %", share.thousandths() / 10, share.thousandths() % 10);
    let before = was.map(|was| format!(" ({})", of(was))).unwrap_or_default();
    format!("{}{before}, of {}", of(now), now.of)
}

#[cfg(test)]
mod tests {
    use assistant::{
        classify::{examples, train},
        data::Utterance,
    };

    use super::*;

    fn model(seed: u64) -> Model {
        let said = [("where is my card", "card"), ("how much do i have", "balance"), ("sing a song", "oos")];
        let said = said.map(|(text, label)| Utterance { text: text.to_owned(), label: label.to_owned() });
        train(&examples(&said, None), &[], seed, None).unwrap()
    }

    #[test]
    fn what_is_refused_is_told_in_sentences_and_the_same_each_time() {
        let sheet = |seed| Sheet::of(&model(seed), 10);
        let comparison = || Comparison { candidate: sheet(1), live: Some(sheet(2)) };
        let said = report(&comparison());
        assert_eq!(said, report(&comparison()));
        assert!(said.contains("English:\n  right: ") && said.contains("  scams heard: 100.0 % (100.0 %)"), "{said}");
        assert!(said.contains("It may not answer people:\n") && said.contains("confidence and truth differ"), "{said}");
    }
}
