//! Okapi BM25 (Robertson and Zaragoza 2009) over the articles of one language.

use std::collections::{BTreeSet, HashMap};

use super::{Article, articles, terms};
use crate::{language::Spoken, numbers::real};

/// How soon saying a term again stops counting, and how much longer articles pay for being long.
const SATURATION: f32 = 1.2;
const LENGTH: f32 = 0.6;

/// How often a word of the title counts.
const TITLE: usize = 4;

/// An article with how well it fits.
pub struct Ranked {
    pub article: &'static Article,
    pub score: f32,
    pub coverage: f32,
}

/// The articles of one language, by their terms.
pub struct Index {
    articles: Vec<(&'static Article, HashMap<String, usize>, f32)>,
    frequencies: HashMap<String, usize>,
    mean: f32,
}

impl Index {
    /// Counts the terms of every article in `language`.
    pub fn of(language: Spoken) -> Self {
        let mut counted = Vec::new();
        let mut frequencies: HashMap<String, usize> = HashMap::new();
        for article in articles().iter().filter(|article| article.language == language) {
            let mut counts: HashMap<String, usize> = HashMap::new();
            for term in terms::of(article.body) {
                *counts.entry(term).or_default() += 1;
            }
            for term in terms::of(article.title).into_iter().chain(terms::of(&article.slug.replace('-', " "))) {
                *counts.entry(term).or_default() += TITLE;
            }
            for term in counts.keys() {
                *frequencies.entry(term.clone()).or_default() += 1;
            }
            let length = real(counts.values().sum());
            counted.push((article, counts, length));
        }
        let mean = counted.iter().map(|(_, _, length)| length).sum::<f32>() / real(counted.len().max(1));
        Self { articles: counted, frequencies, mean }
    }

    /// The articles that speak of something `asked`, the best first.
    pub fn rank(&self, asked: &[String], most: usize) -> Vec<Ranked> {
        let asked: BTreeSet<&String> = asked.iter().collect();
        let whole: f32 = asked.iter().map(|term| self.rarity(term)).sum();
        let mut ranked: Vec<Ranked> = self
            .articles
            .iter()
            .filter_map(|(article, counts, length)| {
                let (mut score, mut covered) = (0.0, 0.0);
                for term in &asked {
                    let Some(&count) = counts.get(*term) else { continue };
                    let rarity = self.rarity(term);
                    let damped = real(count) + SATURATION * (1.0 - LENGTH + LENGTH * length / self.mean);
                    score += rarity * real(count) * (SATURATION + 1.0) / damped;
                    covered += rarity;
                }
                (score > 0.0).then_some(Ranked { article, score, coverage: covered / whole })
            })
            .collect();
        ranked
            .sort_by(|left, right| right.score.total_cmp(&left.score).then(left.article.slug.cmp(right.article.slug)));
        ranked.truncate(most);
        ranked
    }

    /// How much a term says: more, the fewer articles have it.
    fn rarity(&self, term: &str) -> f32 {
        let having = real(self.frequencies.get(term).copied().unwrap_or(0));
        (1.0 + (real(self.articles.len()) - having + 0.5) / (having + 0.5)).ln()
    }
}
