//! The home page, however it is arranged: what must be there is there.

use std::path::PathBuf;

use model::CustomerId;

use crate::{
    browser::Page,
    test_bank::{ANN, TestBank},
};

const KEY: (&str, &str) = ("BANYAN_EXPERIMENTS_KEY", "a key for a test, and no secret at all");

/// A file of what is tried out, for one test.
struct File(PathBuf);

impl File {
    fn new(name: &str, rules: &str) -> Self {
        let path = std::env::temp_dir().join(format!("banyan-{name}-{}.json", std::process::id()));
        std::fs::write(&path, format!(r#"{{"home": {{"rules": [{rules}]}}}}"#)).expect("a temporary file");
        Self(path)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        // What is left in the system's folder for such things does no harm.
        let _ = std::fs::remove_file(&self.0);
    }
}

async fn home(bank: &TestBank, customer: CustomerId, size: &str) -> Page {
    let mut browser = bank.signed_in(customer).await;
    browser.post("/do/preferences", &[("text", size)]).await;
    browser.get("/").await
}

/// Where a sentence begins on the page.
fn place(page: &Page, sentence: &str) -> usize {
    page.text.find(sentence).unwrap_or_else(|| panic!("{sentence} is not on the page"))
}

#[tokio::test]
async fn with_nothing_tried_out_the_latest_lines_come_before_what_is_coming() {
    let bank = TestBank::new().await;
    let page = home(&bank, ANN, "standard").await;
    assert!(place(&page, "<h2>Latest</h2>") < place(&page, "Coming up"));
    assert!(!page.text.contains("data-density"));
}

#[tokio::test]
async fn another_arrangement_moves_parts_and_loses_none() {
    for size in ["standard", "large"] {
        let file = File::new(&format!("first-{size}"), r#"{"rollout": {"seed": "won", "variation": "coming-first"}}"#);
        let path = file.0.display().to_string();
        let bank = TestBank::with(&[("BANYAN_EXPERIMENTS", &path), KEY], |ports| ports).await;
        let page = home(&bank, ANN, size).await;
        let pay = place(&page, "Pay someone");
        assert!(place(&page, "1,000.00") < pay && pay < place(&page, "Coming up"), "{size}");
        assert!(place(&page, "Coming up") < place(&page, "<h2>Latest</h2>"), "{size}");
        for always in ["Sign out", "Talk to a person"] {
            place(&page, always);
        }
        assert_eq!(page.text.matches("<h1").count(), 1, "{size}");
    }
}

#[tokio::test]
async fn lines_stand_closer_where_the_arrangement_says_so() {
    let file = File::new("dense", r#"{"rollout": {"seed": "won", "variation": "dense"}}"#);
    let path = file.0.display().to_string();
    let bank = TestBank::with(&[("BANYAN_EXPERIMENTS", &path), KEY], |ports| ports).await;
    assert_eq!(home(&bank, ANN, "standard").await.text.matches(r#"data-density="dense""#).count(), 2);
}
