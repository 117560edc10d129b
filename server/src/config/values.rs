//! What the file and the environment say, before anybody has looked what it means.

use std::{collections::BTreeMap, fmt, path::Path};

use super::Setting;

/// A value and where it stands.
#[derive(Debug, Clone)]
struct Value {
    text: String,
    place: String,
}

/// Everything that is set.
#[derive(Debug, Default)]
pub(super) struct Values {
    known: BTreeMap<String, Value>,
}

/// One thing that is wrong with what is set, and the fix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake(pub String);

/// Everything that is wrong with what is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistakes(pub Vec<Mistake>);

impl fmt::Display for Mistakes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("The bank does not start with these settings:")?;
        self.0.iter().try_for_each(|mistake| write!(f, "\n  {}", mistake.0))
    }
}

impl std::error::Error for Mistakes {}

impl Values {
    /// Adds what stands in the TOML file at `path`.
    pub(super) fn add_file(&mut self, path: &Path) -> Result<(), Mistakes> {
        let one = |sentence: String| Mistakes(vec![Mistake(sentence)]);
        let place = path.display();
        let text = std::fs::read_to_string(path)
            .map_err(|error| one(format!("{place} cannot be read ({error}): name a file that can, or none.")))?;
        let table: toml::Table = text.parse().map_err(|error| one(format!("{place} is not TOML: {error}")))?;
        for (name, value) in table {
            let text = match value {
                toml::Value::String(text) => text,
                toml::Value::Table(_) | toml::Value::Array(_) => {
                    return Err(one(format!("`{name}` in {place} is not a single value: write {name} = \"…\".")));
                }
                plain => plain.to_string(),
            };
            let place = format!("`{name}` in {place}");
            self.known.insert(name, Value { text, place });
        }
        Ok(())
    }

    /// Adds what stands in the environment; other programs' variables are passed over.
    pub(super) fn add_environment(&mut self, environment: impl IntoIterator<Item = (String, String)>) {
        for (variable, text) in environment {
            let Some(name) = variable.strip_prefix("BANYAN_").map(str::to_lowercase) else { continue };
            if super::SETTINGS.iter().any(|setting| setting.name == name) {
                self.known.insert(name, Value { text, place: variable });
            }
        }
    }

    /// The names that mean nothing here, with the nearest that does.
    pub(super) fn unknown(&self, settings: &[Setting]) -> Vec<Mistake> {
        let names: Vec<&str> = settings.iter().map(|setting| setting.name).collect();
        let strange = self.known.iter().filter(|(name, _)| !names.contains(&name.as_str()));
        strange
            .map(|(name, value)| {
                let near = names.iter().max_by_key(|known| likeness(known, name)).copied().unwrap_or_default();
                Mistake(format!(
                    "{} is not a setting: did you mean `{near}`? `banyan settings` lists them.",
                    value.place
                ))
            })
            .collect()
    }

    /// The value of `name`, or its default, as `read` understands it.
    pub(super) fn read<T>(
        &self,
        name: &str,
        default: &str,
        read: fn(&str) -> Result<T, String>,
        mistakes: &mut Vec<Mistake>,
    ) -> Option<T> {
        let (text, place) = match self.known.get(name) {
            Some(value) => (value.text.trim(), value.place.as_str()),
            None => (default, name),
        };
        // The text itself may be a secret (a database address with a password): it is not repeated.
        read(text).map_err(|advice| mistakes.push(Mistake(format!("{place} cannot be read: {advice}.")))).ok()
    }
}

/// How much of both names is pairs of neighbouring letters that they share (Dice's coefficient), in thousandths.
fn likeness(a: &str, b: &str) -> usize {
    let shared = a.as_bytes().windows(2).filter(|pair| b.as_bytes().windows(2).any(|other| other == *pair)).count();
    2_000 * shared / (a.len() + b.len())
}
