//! Having a browser look at what was handed in: the checker, a process beside this one that is asked over HTTP.

use std::{mem, net::SocketAddr, time::Duration};

use app::{context::Site, previews::Previews};
use bank::{
    Error,
    layouts::{self, Arrangement, Finding, MOST_FINDINGS, Picture, Report, Stage, VIEWS, Window},
};
use experiments::layout::Page;
use model::{ErrorCode, Timestamp};
use serde::{Deserialize, de::DeserializeOwned};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::{Mutex, watch},
    time::timeout,
};

use super::{Tools, every, pictures::Unpictured};
use crate::config::{CheckerKey, Config};

/// How soon what was handed in is looked at, and what could not be looked at is tried again.
const PERIOD: Duration = Duration::from_secs(2);
/// How long the browser may take for all views of one.
const PATIENCE: Duration = Duration::from_mins(3);
/// The largest answer, in bytes.
const LARGEST: u64 = 256 * 1024;
/// The longest of what a finding tells, in characters.
const LONGEST: usize = 300;

/// Whom to ask, and what to show them.
#[derive(Clone)]
pub(super) struct Checker {
    address: SocketAddr,
    key: CheckerKey,
    /// Where this server is, for a browser on the same machine.
    bank: String,
    previews: Previews,
}

impl Checker {
    /// The one that the settings name.
    pub(super) fn of(config: &Config, site: &Site) -> Option<Self> {
        let (address, key) = (config.checker?, config.checker_key.clone());
        let bank = config.public_url.origin.clone();
        Some(Self { address, key, bank, previews: site.previews.clone() })
    }

    async fn look(&self, arrangement: &Arrangement, now: Timestamp) -> Result<(Report, Vec<Picture>), String> {
        let head = &arrangement.head;
        let page = Page::of(&head.page).ok_or("there is no such page any more")?;
        let mut seen: Seen = self.ask("/check", (page, &head.name, &head.sha256), now).await?;
        let pictures = pictures(mem::take(&mut seen.pictures));
        Ok((report(&head.sha256, seen)?, pictures))
    }

    /// Pictures of an arrangement of the program's own.
    pub(super) async fn picture(
        &self,
        (page, name, sha256): (Page, &str, &str),
        now: Timestamp,
    ) -> Result<Vec<Picture>, String> {
        let taken: Taken = self.ask("/picture", (page, name, sha256), now).await?;
        if taken.sha256 == sha256 { Ok(pictures(taken.pictures)) } else { Err("the page has changed".to_owned()) }
    }

    /// Asks about an arrangement of `page` that is called `name`, by a link that shows what has this hash or nothing,
    /// however often it is asked.
    async fn ask<A: DeserializeOwned>(
        &self,
        question: &str,
        (page, name, sha256): (Page, &str, &str),
        now: Timestamp,
    ) -> Result<A, String> {
        let link = format!("{}{}", self.bank, self.previews.link(page, name, sha256, now));
        let body = serde_json::json!({ "address": link, "page": page.word() }).to_string();
        let answer = timeout(PATIENCE, self.post(question, &body)).await.map_err(|_| "it took too long".to_owned())?;
        serde_json::from_str(&answer.map_err(|error| error.to_string())?).map_err(|error| error.to_string())
    }

    /// One request, one answer (RFC 9112): the checker closes the connection behind it.
    async fn post(&self, question: &str, body: &str) -> std::io::Result<String> {
        let mut stream = TcpStream::connect(self.address).await?;
        let head = format!(
            "POST {question} HTTP/1.0\r\nhost: {}\r\nauthorization: Bearer {}\r\ncontent-type: application/json\r\n\
             content-length: {}\r\n\r\n",
            self.address,
            self.key.expose(),
            body.len()
        );
        stream.write_all(head.as_bytes()).await?;
        stream.write_all(body.as_bytes()).await?;
        let mut answer = String::new();
        stream.take(LARGEST).read_to_string(&mut answer).await?;
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        let status = head.split_whitespace().nth(1).unwrap_or_default();
        if status != "200" {
            return Err(std::io::Error::other(format!("the checker answered {status}")));
        }
        Ok(body.to_owned())
    }
}

/// The report on what `asked` is the hash of. What was seen of something else, or not in every view, is none.
fn report(asked: &str, seen: Seen) -> Result<Report, String> {
    let Seen { views, sha256, findings, .. } = seen;
    if views != VIEWS || sha256 != asked {
        return Err(format!("it was {views} views of {sha256:?} that were looked at"));
    }
    let cut = |text: String| text.chars().take(LONGEST).collect();
    let findings = findings.into_iter().take(MOST_FINDINGS);
    let findings =
        findings.map(|Found { rule, place, what }| Finding { rule: cut(rule), place: cut(place), what: cut(what) });
    Ok(Report { sha256, views, findings: findings.collect() })
}

/// Those that are pictures: nobody is kept waiting for what only looks nice.
fn pictures(images: Vec<Image>) -> Vec<Picture> {
    images.into_iter().filter_map(|Image { window, image }| Picture::new(window, image)).collect()
}

/// What the checker answers.
#[derive(Deserialize)]
struct Seen {
    views: u32,
    /// The hash of what it was shown, in every one of them.
    sha256: String,
    findings: Vec<Found>,
    #[serde(default)]
    pictures: Vec<Image>,
}

/// What it answers where it is asked for pictures alone.
#[derive(Deserialize)]
struct Taken {
    sha256: String,
    pictures: Vec<Image>,
}

#[derive(Deserialize)]
struct Image {
    window: Window,
    image: String,
}

#[derive(Deserialize)]
struct Found {
    rule: String,
    place: String,
    what: String,
}

pub(super) async fn run(tools: Tools, checker: Checker, stop: watch::Receiver<bool>) {
    let unpictured = Mutex::new(Unpictured::default());
    every(PERIOD, stop, || async {
        look_at_all(&tools, &checker).await;
        unpictured.lock().await.take_one(&tools.bank, &checker).await;
    })
    .await;
}

async fn look_at_all(tools: &Tools, checker: &Checker) {
    let bank = &tools.bank;
    let waiting = match bank.arrangements.at(Stage::Submitted).await {
        Ok(waiting) => waiting,
        Err(error) => return tracing::warn!(%error, "what was handed in was not looked up; it is tried again"),
    };
    for one in waiting {
        let head = &one.head;
        let (report, pictures) = match checker.look(&one, bank.clock.now()).await {
            Ok(seen) => seen,
            Err(wrong) => {
                tracing::warn!(wrong, "an arrangement was not looked at; it is tried again");
                continue;
            }
        };
        if let Err(error) = layouts::keep_pictures(bank, &head.sha256, pictures).await {
            tracing::warn!(%error, "pictures of an arrangement were not kept");
        }
        match layouts::checked(bank, head.id, head.version, report).await {
            // Somebody said something meanwhile: it is looked at again.
            Ok(()) | Err(Error::Refused(ErrorCode::ArrangementMoved | ErrorCode::ArrangementStage)) => {}
            Err(error) => tracing::warn!(%error, "what a browser has seen was not kept; it is tried again"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_on_all_views_of_what_was_asked_about() {
        let seen = |views, sha256: &str| {
            let found = Found { rule: "overflow".to_owned(), place: "en".to_owned(), what: "x".repeat(LONGEST + 1) };
            report("0a", Seen { views, sha256: sha256.to_owned(), findings: vec![found], pictures: vec![] })
        };
        let good = seen(VIEWS, "0a").expect("it is one");
        assert_eq!((good.sha256.as_str(), good.views, good.findings[0].what.len()), ("0a", VIEWS, LONGEST));
        for (views, sha256) in [(VIEWS - 1, "0a"), (VIEWS, "0b"), (VIEWS, ""), (0, "0a")] {
            assert!(seen(views, sha256).is_err(), "{views} {sha256}");
        }
    }
}
