//! `banyan misses`: what two of the bank's own people have agreed on, for the next model to learn from.

use std::process::ExitCode;

use bank::misses::Miss;

use super::{open, say, unanswered, world};
use crate::config::Config;

/// Shows all of it as CSV, as `banyan assistant train` reads it.
pub async fn run(config: &Config) -> Result<ExitCode, String> {
    let (_, ids) = world(config);
    let ports = open(config, ids).await?.ports();
    let agreed = ports.misses.agreed().await;
    ports.ledger.close().await;
    say(&table(&agreed.map_err(|error| unanswered(&error))?));
    Ok(ExitCode::SUCCESS)
}

fn table(agreed: &[Miss]) -> String {
    let row = |miss: &Miss| miss.label.map(|label| format!("\"{}\",{}", miss.words.replace('"', "\"\""), label.code()));
    let rows = agreed.iter().filter_map(row);
    std::iter::once("text,category".to_owned()).chain(rows).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use assistant::{Intent, data};
    use bank::misses::{Label, MissWhy};
    use model::{CustomerId, Language, MissId};

    use super::*;

    #[test]
    fn it_is_read_as_it_was_written() {
        let miss = |words: &str, label| Miss {
            id: MissId::new(1),
            customer: CustomerId::new(2),
            words: words.to_owned(),
            language: Language::Zh,
            why: MissWhy::Unsure,
            guesses: Vec::new(),
            label,
        };
        let agreed = [
            miss("my \"card\", it\nis gone", Some(Label::Intent(Intent::Card))),
            miss("唱首歌", Some(Label::OutOfScope)),
            miss("nobody knows", None),
        ];
        let read = data::read(table(&agreed).as_bytes()).unwrap();
        let read: Vec<_> = read.train.iter().map(|one| (one.text.as_str(), one.label.as_str())).collect();
        assert_eq!(read, [("my \"card\", it\nis gone", "card"), ("唱首歌", Label::OutOfScope.code())]);
    }
}
