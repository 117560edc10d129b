//! What it costs: to train, to keep, to ask.

use std::{
    env, fs,
    hint::black_box,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use assistant::{
    classify::{Model, train},
    data::Utterance,
    lane::lanes,
    language::spoken,
    redact::redact,
};
use bench::{figure::Figure, folder::Folder, stats::percentile_ms};

use crate::Outcome;

/// The word that asks for nothing but the memory of a model.
const MEMORY: &str = "memory";

/// Trains on everything twice, and asks about everything on one thread.
pub fn measure(utterances: &[Utterance]) -> Outcome {
    let begun = Instant::now();
    let file = train(utterances, &[], 1)?.to_bytes();
    let took = begun.elapsed();
    let again = train(utterances, &[], 1)?.to_bytes();
    Figure::at_most("assistant.train_s", took.as_secs_f64(), "s", 40.0).print();
    Figure::at_least("assistant.reproducible", f64::from(u8::from(file == again)), "", 1.0).print();
    #[expect(clippy::cast_precision_loss, reason = "a file of megabytes")]
    Figure::at_most("assistant.model_mb", file.len() as f64 / 1e6, "MB", 8.0).print();
    drop(again);

    let folder = Folder::new("assistant")?;
    let path = folder.join("model");
    fs::write(&path, &file)?;
    // In a program of its own: this one has memory left over from training, which would be used again unseen.
    let asked = Command::new(env::current_exe()?).arg(MEMORY).arg(&path).status()?;
    if !asked.success() {
        return Err("the program that loads a model failed".into());
    }
    let model = Model::from_bytes(&file)?;
    let mut times: Vec<Duration> = utterances
        .iter()
        .map(|utterance| {
            let asked = Instant::now();
            black_box(spoken(&utterance.text));
            black_box(lanes(&utterance.text));
            black_box(redact(&utterance.text));
            black_box(model.guess(&utterance.text));
            asked.elapsed()
        })
        .collect();
    Figure::at_most("assistant.p99_ms", percentile_ms(&mut times, 99), "ms", 2.0).print();
    Ok(())
}

/// The model whose memory this program was started to measure, if it was.
pub fn asked_for_memory() -> Option<PathBuf> {
    let mut arguments = env::args_os().skip(1);
    (arguments.next()? == MEMORY).then(|| arguments.next().map(PathBuf::from))?
}

/// By how much a program grows that loads the model at `path` and asks it something.
pub fn memory(path: &Path) -> Outcome {
    let before = resident_mb()?;
    let model = Model::from_bytes(&fs::read(path)?)?;
    black_box(model.guess("my card has not arrived, 我的卡还没到"));
    Figure::at_most("assistant.memory_mb", resident_mb()? - before, "MB", 40.0).print();
    Ok(())
}

/// How much memory this program keeps resident, in megabytes (proc(5)).
fn resident_mb() -> Outcome<f64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("the system does not tell")?;
    let kib: f64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kib * 1_024.0 / 1e6)
}
