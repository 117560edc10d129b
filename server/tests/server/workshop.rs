//! A designer's folder: what is saved is shown, what cannot be read is told with its line, and nobody else has any of it.

use std::{
    fs,
    path::PathBuf,
    time::{Duration, Instant},
};

use axum::http::StatusCode;

use crate::{
    browser::{Browser, Page},
    test_bank::{ANN, TestBank},
};

const DENSE: &str = include_str!("../../../layouts/home/dense.json");
const KEY: (&str, &str) = ("BANYAN_EXPERIMENTS_KEY", "a key for a test, and no secret at all");

/// A folder with one layout of the home page.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("banyan-workshop-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("home")).expect("a temporary folder");
        Self(folder)
    }

    fn save(&self, file: &str, text: &str) {
        fs::write(self.0.join(file), text).expect("a temporary file");
    }

    async fn bank(&self, settings: &[(&str, &str)]) -> TestBank {
        let folder = self.0.display().to_string();
        let own = [("BANYAN_DEMO", "true"), ("BANYAN_DESIGN_FOLDER", &folder)];
        TestBank::with(&[&own, settings].concat(), |ports| ports).await
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left in the system's folder for such things does no harm.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Looks as often as it takes to believe what is there.
async fn look(bank: &TestBank) {
    let (watched, site) = bank.workshop.as_ref().expect("a designer works here");
    watched.look(&bank.bank, site).await;
    watched.look(&bank.bank, site).await;
}

/// The link of the first frame.
fn framed(page: &Page) -> String {
    let (_, rest) = page.text.split_once(r#"<iframe src=""#).expect("a frame");
    rest.split('"').next().unwrap_or_default().replace("&amp;", "&")
}

fn frames(page: &Page) -> usize {
    page.text.matches("<iframe").count()
}

async fn preview(browser: &mut Browser, link: &str) -> (bool, String) {
    let page = browser.get(link).await;
    assert_eq!(page.status, StatusCode::OK, "{link}");
    (page.text.contains(r#"data-density="dense""#), page.header("x-layout-sha256").to_owned())
}

#[tokio::test]
async fn what_is_saved_is_shown_under_the_link_that_is_open() {
    let folder = Folder::new("shown");
    let bank = folder.bank(&[]).await;
    let mut browser = bank.browser();
    folder.save("home/mine.json", DENSE);
    look(&bank).await;
    let page = browser.get("/workshop?page=home&name=mine").await;
    assert_eq!((page.status, frames(&page)), (StatusCode::OK, 8), "two languages, two sizes, two widths");
    assert!(page.text.contains("Every file can be read") && page.text.contains("From your folder"));
    assert!(page.text.contains("/workshop.js") && page.header("content-security-policy").contains("frame-src 'self'"));
    let link = framed(&page);
    let (dense, before) = preview(&mut browser, &link).await;
    assert!(dense && page.text.contains(&before), "the page says what its frames show");

    folder.save("home/mine.json", &DENSE.replace("dense", "roomy"));
    look(&bank).await;
    let (dense, after) = preview(&mut browser, &link).await;
    assert!(!dense && before != after);
    let page = browser.get("/workshop?page=home&name=mine").await;
    assert!(page.text.contains(&after) && !page.text.contains(&before));
    // By itself as well, where it is told what it shows.
    let alone = browser.get(&link).await.text;
    assert!(alone.contains(&format!(r#"data-says="{after}""#)) && alone.contains("/workshop.js"));
}

#[tokio::test]
async fn what_cannot_be_read_is_told_with_its_line_and_the_last_good_one_stays() {
    let folder = Folder::new("told");
    let bank = folder.bank(&[]).await;
    let mut browser = bank.browser();
    folder.save("home/mine.json", DENSE);
    look(&bank).await;
    folder.save("home/mine.json", &DENSE.replacen("latest", "newest", 1));
    folder.save("home/Other.json", DENSE);
    folder.save("home/.mine.json.swp", "{");
    look(&bank).await;
    let page = browser.get("/workshop?page=home&name=mine").await;
    for said in [
        "Some files cannot be read",
        "“home/mine.json” cannot be read",
        "Line 5, column",
        "unknown variant `newest`",
        "what the file said before",
        "“home/Other.json” cannot be read",
        "small letters",
    ] {
        assert!(page.text.contains(said), "{said}: {}", page.text);
    }
    assert!(!page.text.contains("swp"));
    assert!(preview(&mut browser, &framed(&page)).await.0, "as it was");
    folder.save("home/mine.json", DENSE);
    fs::remove_file(folder.0.join("home/Other.json")).expect("it was there");
    look(&bank).await;
    assert!(browser.get("/workshop").await.text.contains("Every file can be read"));
    let link = framed(&page);
    fs::remove_file(folder.0.join("home/mine.json")).expect("it was there");
    look(&bank).await;
    let gone = browser.get("/workshop?page=home&name=mine").await;
    assert_eq!((frames(&gone), gone.status), (0, StatusCode::OK));
    assert_eq!(browser.get(&link).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_is_shown_a_layout_is_shown_it_as_it_was_saved() {
    let folder = Folder::new("customers");
    let plan = folder.0.join("plan.json");
    let rule = r#"{"home": {"rules": [{"rollout": {"seed": "won", "variation": "coming-first"}}]}}"#;
    fs::write(&plan, rule).expect("a temporary file");
    let plan = plan.display().to_string();
    let bank = folder.bank(&[("BANYAN_EXPERIMENTS", &plan), KEY]).await;
    let mut ann = bank.signed_in(ANN).await;
    let is_dense = |page: Page| page.text.contains(r#"data-density="dense""#);
    assert!(!is_dense(ann.get("/").await));
    folder.save("home/coming-first.json", DENSE);
    look(&bank).await;
    assert!(is_dense(ann.get("/").await));
}

#[tokio::test]
async fn a_page_that_is_open_is_told_at_once_and_whenever_something_changes() {
    let folder = Folder::new("heard");
    let bank = folder.bank(&[]).await;
    let (status, heard) = bank.browser().first_of("/workshop/changes", &[]).await;
    assert!(status == StatusCode::OK && heard.contains("data: 0") && heard.contains("retry: 50"), "{heard}");
    folder.save("home/mine.json", DENSE);
    let begun = Instant::now();
    look(&bank).await;
    let (_, heard) = bank.browser().first_of("/workshop/changes", &[]).await;
    assert!(heard.contains("data: 1"), "{heard}");
    assert!(begun.elapsed() < Duration::from_secs(5), "nobody waits for the end of the stream");
}

#[tokio::test]
async fn where_nobody_works_there_is_nothing() {
    let folder = Folder::new("nothing");
    folder.save("home/mine.json", DENSE);
    let (design, bank) = (folder.bank(&[KEY]).await, TestBank::with(&[KEY], |ports| ports).await);
    look(&design).await;
    let link = framed(&design.browser().get("/workshop?page=home&name=dense").await);
    assert_eq!(design.browser().get(&link).await.status, StatusCode::OK);
    for path in ["/workshop", "/workshop/changes", &link] {
        assert_eq!(bank.browser().get(path).await.status, StatusCode::NOT_FOUND, "{path}: signed with the same key");
    }
}
