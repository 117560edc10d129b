//! How long it takes in design mode until what was saved is seen, in a real browser.

use std::{
    fs,
    process::{Command, Stdio},
};

use bench::{
    figure::{Figure, say},
    folder::Folder,
    site,
    stats::median,
};

use crate::Outcome;

const DENSE: &str = include_str!("../../../../layouts/home/dense.json");
/// How often something is saved.
const TIMES: usize = 40;

/// Prints the middle and the worst of it.
pub fn measure() -> Outcome {
    let folder = Folder::new("workshop")?;
    let (database, layouts) = (folder.join("bank.db"), folder.join("layouts"));
    let file = layouts.join("home/mine.json");
    fs::create_dir_all(layouts.join("home"))?;
    fs::write(&file, DENSE)?;
    site::fill_with_demo(&database)?;
    let settings = [("BANYAN_DEMO", "true"), ("BANYAN_DESIGN_FOLDER", &layouts.display().to_string())];
    let server = site::serve_with(&database, &settings)?;
    let address = format!("{}/workshop?page=home&name=mine", site::origin(&server));
    let mut command = Command::new("node");
    command.arg("bench/src/bin/experiments/pixels.mjs").arg(address).arg(&file).arg(TIMES.to_string());
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output()?;
    let times: Vec<f64> = String::from_utf8(output.stdout)?.lines().map(str::parse).collect::<Result<_, _>>()?;
    if times.len() != TIMES {
        return Err(format!("of {TIMES} changes {} were seen", times.len()).into());
    }
    let worst = times.iter().copied().fold(0.0, f64::max);
    say(&format!("{TIMES} times saved, until eight frames showed it"));
    Figure::at_most("experiments.save_to_pixels_ms", median(&times), "ms", 500.0).print();
    Figure::at_most("experiments.save_to_pixels_worst_ms", worst, "ms", 500.0).print();
    Ok(())
}
