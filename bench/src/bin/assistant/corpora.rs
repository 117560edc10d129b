//! Where the public utterances are, and reading them.

use std::{env, fs, path::PathBuf};

use assistant::data::{self, Corpus, Utterance};

use crate::Outcome;

/// The name of the setting.
const FOLDER: &str = "BANYAN_ASSISTANT_DATA";

/// The folder with both.
pub struct Corpora(PathBuf);

impl Corpora {
    /// What the environment says.
    pub fn find() -> Outcome<Self> {
        match env::var_os(FOLDER).map(PathBuf::from) {
            Some(folder) if folder.is_dir() => Ok(Self(folder)),
            _ => Err(format!(
                "Nothing was measured: set {FOLDER} to the folder that has banking77/train.csv (PolyAI, CC BY 4.0) and \
                 clinc150/train_val.json (CLINC150, CC BY 3.0)."
            )
            .into()),
        }
    }

    /// The training utterances of BANKING77.
    pub fn banking(&self) -> Outcome<Vec<Utterance>> {
        Ok(self.read("banking77/train.csv")?.train)
    }

    /// The training and validation utterances of CLINC150.
    pub fn clinc(&self) -> Outcome<Corpus> {
        self.read("clinc150/train_val.json")
    }

    fn read(&self, name: &str) -> Outcome<Corpus> {
        let path = self.0.join(name);
        let bytes = fs::read(&path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))?;
        data::read(&bytes).map_err(|error| format!("{} cannot be used: {error}.", path.display()).into())
    }
}
