//! Pictures of the program's own arrangements, which nobody hands in: taken one after the other by the checker.

use std::collections::HashSet;

use app::layouts::Arrangements;
use bank::{
    Bank, Error,
    layouts::{self, Window},
};
use experiments::layout::{Layout, Page};
use model::Timestamp;

use super::checks::Checker;

/// How old they become, in seconds: pages look otherwise after a release.
const LAST_S: i64 = 7 * 86_400;
/// How often each is tried for: the checker may be starting yet.
const TRIES: u8 = 5;

/// How soon it is looked again for those that have none, in seconds.
const AGAIN_S: i64 = 3_600;

/// What pictures are to be taken of.
#[derive(Default)]
pub(super) struct Unpictured {
    waiting: Vec<Own>,
    /// When they were listed.
    listed_at: Option<Timestamp>,
}

/// An arrangement of the program's own.
struct Own {
    page: Page,
    name: String,
    sha256: String,
    /// How often it is tried.
    tries: u8,
}

impl Unpictured {
    /// Takes pictures of the next that has none, or old ones. What cannot be taken now has its turn after the others, a
    /// few times.
    pub(super) async fn take_one(&mut self, bank: &Bank, checker: &Checker) {
        let own = match self.next(bank).await {
            Ok(Some(own)) => own,
            Ok(None) => return,
            Err(error) => return tracing::warn!(%error, "what has a picture was not looked up; it is tried again"),
        };
        if let Err(wrong) = take(bank, checker, &own).await {
            tracing::warn!(wrong, own.name, "there is no picture of an arrangement");
            if own.tries > 1 {
                self.waiting.insert(0, Own { tries: own.tries - 1, ..own });
            }
        }
    }

    async fn next(&mut self, bank: &Bank) -> Result<Option<Own>, Error> {
        let now = bank.clock.now();
        let is_due = self.listed_at.is_none_or(|at| now.seconds_since(at) >= AGAIN_S);
        if is_due && self.waiting.is_empty() {
            (self.waiting, self.listed_at) = (without_pictures(bank).await?, Some(now));
        }
        Ok(self.waiting.pop())
    }
}

async fn take(bank: &Bank, checker: &Checker, own: &Own) -> Result<(), String> {
    let taken = checker.picture((own.page, &own.name, &own.sha256), bank.clock.now()).await?;
    if taken.len() < Window::ALL.len() {
        return Err("what came back was no pictures".to_owned());
    }
    layouts::keep_pictures(bank, &own.sha256, taken).await.map_err(|error| error.to_string())
}

/// Those that have no picture, or an old one; those that are shown first at the end.
async fn without_pictures(bank: &Bank) -> Result<Vec<Own>, Error> {
    let now = bank.clock.now();
    let kept = layouts::wide_pictures(bank).await?.into_iter();
    let fresh = kept.filter(|one| now.seconds_since(one.taken_at) < LAST_S).map(|one| one.sha256);
    let fresh: HashSet<String> = fresh.collect();
    let all = Arrangements::compiled();
    let of = |page: Page| {
        let found = all.names(page).into_iter().filter_map(|name| Some(own(page, name, &all.find(page, name)?)));
        found.collect::<Vec<_>>()
    };
    let mut own: Vec<Own> = Page::ALL.into_iter().flat_map(of).filter(|own| !fresh.contains(&own.sha256)).collect();
    own.reverse();
    Ok(own)
}

fn own(page: Page, name: &str, layout: &Layout) -> Own {
    Own { page, name: name.to_owned(), sha256: layout.address().to_string(), tries: TRIES }
}
