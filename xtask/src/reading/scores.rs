//! How hard a text is, by the formula that is usual for its language.

use super::sentences::Sentence;
use super::syllables;

/// The formula of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ruler {
    /// Flesch–Kincaid: the school year in the United States (Kincaid et al. 1975).
    English,
    /// Szigriszt-Pazos, on the scale INFLESZ (Barrio-Cantalejo 2008): from 65 on a text is rather easy.
    Spanish,
}

impl Ruler {
    /// The one for `language`; for Chinese the length of its sentences has to do.
    pub fn of(language: &str) -> Option<Self> {
        match language {
            "en" => Some(Self::English),
            "es" => Some(Self::Spanish),
            _ => None,
        }
    }

    /// What its figure is called.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::English => "grade",
            Self::Spanish => "INFLESZ",
        }
    }

    /// What must be reached.
    pub fn goal(self) -> String {
        match self {
            Self::English => "<= 7".to_owned(),
            Self::Spanish => ">= 65".to_owned(),
        }
    }

    /// Whether that is easy enough.
    pub fn is_easy(self, score: f64) -> bool {
        match self {
            Self::English => score <= 7.0,
            Self::Spanish => score >= 65.0,
        }
    }

    /// How hard these sentences are; `None` where there is none.
    pub fn score(self, sentences: &[Sentence]) -> Option<f64> {
        let whole: Vec<&Sentence> = sentences.iter().filter(|sentence| sentence.whole).collect();
        let words: Vec<&str> = whole.iter().flat_map(|sentence| sentence.words()).collect();
        if words.is_empty() {
            return None;
        }
        let syllables: usize = words.iter().map(|word| self.syllables(word)).sum();
        let (words, sentences, syllables) = (count(words.len()), count(whole.len()), count(syllables));
        Some(match self {
            Self::English => 0.39 * words / sentences + 11.8 * syllables / words - 15.59,
            Self::Spanish => 206.835 - 62.3 * syllables / words - words / sentences,
        })
    }

    /// The sentence that does most to make it hard.
    pub fn hardest(self, sentences: &[Sentence]) -> Option<&Sentence> {
        let hardness = |sentence: &Sentence| {
            let score = self.score(std::slice::from_ref(sentence)).unwrap_or_default();
            if self == Self::English { score } else { -score }
        };
        let whole = sentences.iter().filter(|sentence| sentence.whole);
        whole.max_by(|a, b| hardness(a).total_cmp(&hardness(b)))
    }

    fn syllables(self, word: &str) -> usize {
        match self {
            Self::English => syllables::english(word),
            Self::Spanish => syllables::spanish(word),
        }
    }
}

/// There are fewer words in this house than an `f64` can count.
fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::sentences;

    fn score(ruler: Ruler, text: &str) -> f64 {
        ruler.score(&sentences::of("key", text)).expect("there are sentences")
    }

    #[test]
    fn short_words_read_more_easily_than_long_ones() {
        // 6 words in 1 sentence with 6 syllables.
        let easy = score(Ruler::English, "The cat sat on the mat.");
        assert!((easy - (0.39 * 6.0 + 11.8 - 15.59)).abs() < 0.01, "{easy}");
        assert!(score(Ruler::English, "Additional authentication is required immediately.") > 12.0);
        assert!(score(Ruler::Spanish, "Su dinero no se ha movido.") > 80.0);
        assert!(score(Ruler::Spanish, "Procederemos inmediatamente a la verificación correspondiente.") < 40.0);
    }

    #[test]
    fn labels_prove_nothing() {
        assert_eq!(Ruler::English.score(&sentences::of("key", "Accounts")), None);
    }
}
