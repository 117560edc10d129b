//! What can be set, from where, and what is too weak to start with.

mod policy;
mod rates;
mod read;
mod settings;
mod values;
mod weak;

pub use policy::PolicyFile;
pub use rates::{RatesAt, RatesFile};
pub use read::{CheckerKey, DatabaseUrl, ExperimentsKey, Learnt, LogFormat, PublicUrl, VerifyAtStart};
pub use settings::{Config, SETTINGS, Setting};
pub use values::{Mistake, Mistakes};

use std::path::Path;

use values::Values;

use crate::practice;

/// The file that is read where it is there and no other is named.
const FILE: &str = "banyan.toml";

impl Config {
    /// Reads the settings: from `file` (or `banyan.toml`, where there is one), and from the environment, which
    /// has the last word.
    ///
    /// # Errors
    /// Every mistake there is, each with what to write instead.
    pub fn load(
        file: Option<&Path>,
        environment: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Mistakes> {
        let mut values = Values::default();
        match file {
            Some(path) => values.add_file(path)?,
            None if Path::new(FILE).is_file() => values.add_file(Path::new(FILE))?,
            None => {}
        }
        values.add_environment(environment);
        Self::from_values(&values)
    }

    /// Whether the visitor's address is in `X-Forwarded-For`.
    #[must_use]
    pub fn is_behind_proxy(&self) -> bool {
        self.behind_proxy == Some(true)
    }

    /// The database of the play bank: the one that is set, or one beside the real one.
    #[must_use]
    pub fn practice_database(&self) -> String {
        let set = self.practice_database.as_ref().map(|database| database.expose().to_owned());
        set.unwrap_or_else(|| practice::beside(self.database.expose()))
    }

    fn from_values(values: &Values) -> Result<Self, Mistakes> {
        let config = Self::read(values)?;
        let mistakes = weak::weaknesses(&config);
        if mistakes.is_empty() { Ok(config) } else { Err(Mistakes(mistakes)) }
    }
}

/// The table of all settings, as Markdown: what the README shows.
#[must_use]
pub fn table() -> String {
    let mut table = "| Setting | Default | Meaning |\n|---|---|---|\n".to_owned();
    for setting in SETTINGS {
        let default = if setting.default.is_empty() { "–".to_owned() } else { format!("`{}`", setting.default) };
        let row = format!("| `{}` | {default} | {} |\n", setting.name, setting.meaning());
        table.push_str(&row);
    }
    table
}

#[cfg(test)]
mod tests;
