//! What it costs: to train, to keep, to ask.

use std::{
    env, fs,
    hint::black_box,
    io::BufReader,
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use assistant::{classify::Model, data::Utterance, encoder::Encoder, lane::lanes, language::spoken, redact::redact};
use bench::{folder::Folder, stats::percentile_ms};

use crate::{
    Outcome,
    side::{Side, both, goals},
};

/// What the file of an encoder ends in, beside the model.
const ENCODER: &str = "encoder";

/// The word that asks for nothing but the memory of a model.
const MEMORY: &str = "memory";

/// Trains on everything twice, and asks about everything on one thread.
pub fn measure(side: &Side, utterances: &[Utterance]) -> Outcome {
    let begun = Instant::now();
    let examples = side.examples(utterances);
    let file = side.train(&examples, &[], 1)?.to_bytes();
    let took = begun.elapsed();
    let again = side.train(&examples, &[], 1)?.to_bytes();
    side.at_most("train_s", took.as_secs_f64(), "s", goals(40.0, 60.0));
    side.at_least("reproducible", f64::from(u8::from(file == again)), "", both(1.0));
    #[expect(clippy::cast_precision_loss, reason = "files of megabytes")]
    let megabytes = (file.len() + side.file.len()) as f64 / 1e6;
    side.at_most("model_mb", megabytes, "MB", goals(8.0, 45.0));
    drop((again, examples));

    let folder = Folder::new("assistant")?;
    let path = folder.join("model");
    fs::write(&path, &file)?;
    let beside = path.with_extension(ENCODER);
    if side.encoder.is_some() {
        fs::write(&beside, &side.file)?;
    }
    // In a program of its own: this one has memory left over from training, which would be used again unseen.
    let asked = Command::new(env::current_exe()?).arg(MEMORY).arg(&path).output()?;
    if !asked.status.success() {
        return Err("the program that loads a model failed".into());
    }
    side.at_most("memory_mb", String::from_utf8(asked.stdout)?.trim().parse()?, "MB", goals(40.0, 120.0));
    let model = Model::from_bytes(&file, side.encoder.as_ref())?;
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
    side.at_most("p99_ms", percentile_ms(&mut times, 99), "ms", goals(2.0, 10.0));
    Ok(())
}

/// The model whose memory this program was started to measure, if it was.
pub fn asked_for_memory() -> Option<PathBuf> {
    let mut arguments = env::args_os().skip(1);
    (arguments.next()? == MEMORY).then(|| arguments.next().map(PathBuf::from))?
}

/// Prints by how much a program grows that loads the model at `path`, with the encoder beside it, and asks it something.
pub fn memory(path: &Path) -> Outcome {
    let before = resident_mb()?;
    let beside = path.with_extension(ENCODER);
    let encoder = beside.exists().then(|| fs::File::open(&beside)).transpose()?;
    let encoder = encoder.map(|file| Encoder::read(BufReader::new(file)).map(Arc::new)).transpose()?;
    let model = Model::from_bytes(&fs::read(path)?, encoder.as_ref())?;
    black_box(model.guess("my card has not arrived, 我的卡还没到"));
    println!("{}", resident_mb()? - before);
    Ok(())
}

/// How much memory this program keeps resident, in megabytes (proc(5)).
fn resident_mb() -> Outcome<f64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("the system does not tell")?;
    let kib: f64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kib * 1_024.0 / 1e6)
}
