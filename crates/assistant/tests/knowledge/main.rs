//! Questions of our own, and the articles that answer them. A line is a question and, after a stroke, whatever answers it.

use assistant::{
    knowledge::{article, search},
    language::Spoken,
};

/// How many of a hundred questions have an answer first, and among the first three.
const FIRST: usize = 75;
const THREE: usize = 90;

fn is_found(lines: &str, language: Spoken) {
    let (mut first, mut three, mut missed) = (0, 0, Vec::new());
    for line in lines.lines() {
        let (question, slugs) = line.split_once(" | ").expect("a question has an answer");
        let slugs: Vec<&str> = slugs.split(", ").collect();
        assert!(slugs.iter().all(|slug| article(slug, language).is_some()), "{line}");
        let hits = search(question, language, 3);
        let place = hits.iter().position(|hit| slugs.contains(&hit.slug));
        first += usize::from(place == Some(0));
        three += usize::from(place.is_some());
        if place != Some(0) {
            missed.push(format!("{line}: {:?}", hits.iter().map(|hit| (hit.slug, hit.coverage)).collect::<Vec<_>>()));
        }
    }
    let asked = lines.lines().count();
    assert!(asked >= 30);
    assert!(
        first * 100 >= FIRST * asked && three * 100 >= THREE * asked,
        "{first} first and {three} among three of {asked}: {missed:#?}"
    );
}

#[test]
fn english_questions_find_their_article() {
    is_found(include_str!("en.txt"), Spoken::English);
}

#[test]
fn chinese_questions_find_their_article() {
    is_found(include_str!("zh.txt"), Spoken::Chinese);
}
