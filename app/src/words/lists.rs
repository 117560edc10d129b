//! Several things in one sentence.

use icu_list::{ListFormatter, options::ListFormatterOptions};

use super::Words;

impl Words {
    /// Things one after the other, the last with the language's word for it: "a, b and c", a、b和c.
    #[must_use]
    pub fn list(self, things: &[String]) -> String {
        let locale = &self.catalogue.locale;
        match ListFormatter::try_new_and(locale.into(), ListFormatterOptions::default()) {
            Ok(formatter) => formatter.format(things.iter()).to_string(),
            // Every language has a rule, if only the root's.
            Err(_) => things.join(", "),
        }
    }
}
