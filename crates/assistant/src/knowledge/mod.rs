//! What the bank has written down: articles, found by what somebody asks.

mod rank;
mod terms;

use std::sync::LazyLock;

use crate::{intent::Intent, language::Spoken};
use rank::Index;

/// How long a snippet may be, in characters.
const SNIPPET: usize = 180;

/// An article in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// What it is named by, the same in every language.
    pub slug: &'static str,
    /// Its language.
    pub language: Spoken,
    /// Its title.
    pub title: &'static str,
    /// What it answers, the first above all.
    pub intents: Vec<Intent>,
    /// The pages it speaks of, by their addresses.
    pub pages: Vec<&'static str>,
    /// What it says, as Markdown: paragraphs and lists.
    pub body: &'static str,
}

/// An article that fits a question.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// What the article is named by.
    pub slug: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The paragraph that fits best, or its beginning.
    pub snippet: String,
    /// How well the article fits; only to be compared with other hits of the same question.
    pub score: f32,
    /// The share of what the question asks about that the article speaks of, weighed by how much each term says.
    pub coverage: f32,
}

impl Article {
    /// What it says, without the marks of Markdown: its lines as somebody would type them.
    #[must_use]
    pub fn words(&self) -> String {
        let lines = self.body.lines().map(|line| line.trim_start_matches(['#', '>']).trim().replace("**", ""));
        lines.collect::<Vec<String>>().join("\n")
    }
}

static ARTICLES: LazyLock<Vec<Article>> = LazyLock::new(|| {
    let files: &[(&str, Spoken, &str)] = include!(concat!(env!("OUT_DIR"), "/articles.rs"));
    files.iter().map(|&(slug, language, text)| read(slug, language, text)).collect()
});

static ENGLISH: LazyLock<Index> = LazyLock::new(|| Index::of(Spoken::English));
static CHINESE: LazyLock<Index> = LazyLock::new(|| Index::of(Spoken::Chinese));

fn index(language: Spoken) -> &'static Index {
    match language {
        Spoken::English => &ENGLISH,
        Spoken::Chinese => &CHINESE,
    }
}

/// Every article there is.
#[must_use]
pub fn articles() -> &'static [Article] {
    &ARTICLES
}

/// One article in one language.
#[must_use]
pub fn article(slug: &str, language: Spoken) -> Option<&'static Article> {
    ARTICLES.iter().find(|article| article.slug == slug && article.language == language)
}

/// The article that answers what somebody wants: of several the one that fits what they asked best, and where they asked
/// nothing the one that is about it above all.
#[must_use]
pub fn about(intent: Intent, question: &str, language: Spoken) -> Option<&'static Article> {
    let has = |article: &&Article| article.language == language && article.intents.contains(&intent);
    let ranked = index(language).rank(&terms::of(question), usize::MAX).into_iter().map(|ranked| ranked.article);
    let first = || ARTICLES.iter().filter(has).min_by_key(|article| article.intents.first() != Some(&intent));
    ranked.filter(|article| has(article)).find(|article| article.intents.first() == Some(&intent)).or_else(first)
}

/// The articles in `language` that fit a question, the best first, at most `most`.
#[must_use]
pub fn search(question: &str, language: Spoken, most: usize) -> Vec<Hit> {
    let asked = terms::of(question);
    index(language)
        .rank(&asked, most)
        .into_iter()
        .map(|ranked| Hit {
            slug: ranked.article.slug,
            title: ranked.article.title,
            snippet: snippet(ranked.article.body, &asked),
            score: ranked.score,
            coverage: ranked.coverage,
        })
        .collect()
}

/// Reads a file: the title after `#`, a line each of the intents and pages it is about, an empty one, and what it says.
fn read(slug: &'static str, language: Spoken, text: &'static str) -> Article {
    let (head, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let (title, about) = head.split_once('\n').unwrap_or((head, ""));
    let listed = |name: &str| {
        let line = about.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
        line.split(',').map(str::trim).filter(|entry| !entry.is_empty())
    };
    Article {
        slug,
        language,
        title: title.trim_start_matches('#').trim(),
        intents: listed("intents:").filter_map(Intent::from_code).collect(),
        pages: listed("pages:").collect(),
        body: body.trim(),
    }
}

/// The paragraph with the most of what was asked for, the first where none has any.
fn snippet(body: &str, asked: &[String]) -> String {
    let paragraphs: Vec<String> = body.split("\n\n").map(plain).filter(|paragraph| !paragraph.is_empty()).collect();
    let fitting = |paragraph: &String| {
        let there = terms::of(paragraph);
        asked.iter().filter(|term| there.contains(term)).count()
    };
    // Of several that fit alike `max_by_key` takes the last; the first is what somebody reads first.
    let best = paragraphs.into_iter().rev().max_by_key(fitting).unwrap_or_default();
    if best.chars().count() <= SNIPPET {
        return best;
    }
    let mut cut: String = best.chars().take(SNIPPET).collect();
    if let Some(space) = cut.rfind(' ') {
        cut.truncate(space);
    }
    cut.push('…');
    cut
}

/// A paragraph without the marks of Markdown; nothing of a heading.
fn plain(paragraph: &str) -> String {
    let lines = paragraph.lines().map(str::trim).filter(|line| !line.starts_with('#'));
    let bare = lines.map(|line| line.trim_start_matches(['-', '*', '>', ' ']).replace("**", ""));
    bare.collect::<Vec<String>>().join(" ").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snippet_is_the_paragraph_that_answers() {
        let body = "Anything first.\n\n## A heading\n\n- Payments to **friends** arrive at once.\n- Others take a day.";
        assert_eq!(
            snippet(body, &terms::of("when do payments arrive")),
            "Payments to friends arrive at once. Others take a day."
        );
        assert_eq!(snippet(body, &terms::of("zzz")), "Anything first.");
        assert!(snippet(&"word ".repeat(100), &[]).chars().count() <= SNIPPET + 1);
    }

    #[test]
    fn an_article_is_said_as_somebody_would_type_it() {
        let written = read("x", Spoken::English, "# Title\nintents: card\n\n## First\n\n- **Lock** it,\n- or call.\n");
        assert_eq!(written.words(), "First\n\n- Lock it,\n- or call.");
    }

    #[test]
    fn every_article_is_there_in_both_languages_and_answers_something() {
        assert!(articles().len() >= 100);
        for written in articles() {
            assert!(!written.title.is_empty() && written.body.chars().count() > 40, "{}", written.slug);
            assert!(!written.intents.is_empty() && !written.pages.is_empty(), "{}", written.slug);
            let other = if written.language == Spoken::English { Spoken::Chinese } else { Spoken::English };
            let twin = article(written.slug, other).expect("it is written in both languages");
            assert_eq!((&twin.intents, &twin.pages), (&written.intents, &written.pages), "{}", written.slug);
        }
    }

    #[test]
    fn whatever_an_article_answers_has_one() {
        for intent in Intent::ALL.iter().filter(|intent| intent.kind() == crate::intent::Kind::Article) {
            for language in [Spoken::English, Spoken::Chinese] {
                assert!(about(*intent, "", language).is_some(), "{}", intent.code());
            }
        }
    }
}
