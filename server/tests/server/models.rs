//! Another model answers people once two of the bank want it, at the next message and without a restart; and one of them
//! takes it back.

use std::{collections::BTreeMap, fs};

use assistant::{
    classify::{Model, examples, train},
    compare::{Comparison, Figures, Share, Sheet},
    data::Utterance,
};
use bank::{
    Clock,
    models::{self, Candidate, Trouble},
    staff::Role,
};
use model::ModelId;
use server::{Shelf, follow};
use sha2::{Digest, Sha256};

use crate::test_bank::TestBank;

/// What nobody but these models has heard of.
const WORDS: &str = "zippy zappy zoo";
const NOT_UNDERSTOOD: &str = "I did not understand that.";
const SIGN_IN: &str = "This is about your own money.";

/// A model that has learnt what [`WORDS`] mean.
pub fn file(meaning: &str) -> Vec<u8> {
    let endings = ["", " please", " now", " today", " quickly", " for me", " again", " then", " dear", " soon"];
    let said = |words: &str, label: &str| {
        endings.map(|ending| Utterance { text: format!("{words}{ending}"), label: label.to_owned() })
    };
    let said = [said(WORDS, meaning), said("bim bam bom", "interest"), said("sing me a song", "oos")].concat();
    train(&examples(&said, None), &[], 1, None).expect("there is enough to learn from").to_bytes()
}

/// Figures that nothing could be better than.
fn perfect(model: &str) -> Sheet {
    let all = Share { yes: 1_000, of: 1_000 };
    let figures = || Figures {
        right: all,
        rejected: Share { yes: 0, of: 1_000 },
        found: all,
        ece: 0,
        confidence: 1_000,
        scam: all,
        person: all,
        intents: BTreeMap::from([("card".to_owned(), all)]),
    };
    let (english, chinese) = (figures(), figures());
    Sheet { model: model.to_owned(), bytes: 1_000, frozen: "f".to_owned(), english, chinese }
}

/// Offers a model, as if it had been compared with the one called `against`, and gives what it is called.
pub async fn offered(bank: &TestBank, id: ModelId, file: &[u8], against: &str) -> String {
    let name = Model::from_bytes(file, None).expect("it is a model").version();
    let live = (!against.is_empty()).then(|| perfect(against));
    let comparison = Comparison { candidate: perfect(&name), live };
    let sha256 = Sha256::digest(file).iter().fold(String::new(), |name, byte| format!("{name}{byte:02x}"));
    let new = Candidate::new(id, sha256, comparison, None, bank.clock.now());
    models::offer(bank.ports.models.as_ref(), bank.ports.audit.as_ref(), &new).await.expect("the database is there");
    name
}

/// What somebody reads who says [`WORDS`].
async fn answer(bank: &TestBank) -> String {
    let mut stranger = bank.browser();
    let key = stranger.get("/help/chat").await.field("key").to_owned();
    stranger.post("/do/help/chat/say", &[("words", WORDS), ("key", &key)]).await;
    let page = stranger.get("/help/chat").await.text;
    assert!(page.contains(WORDS), "{page}");
    page
}

#[tokio::test]
async fn two_let_another_model_answer_and_one_takes_it_back() {
    let folder = std::env::temp_dir().join(format!("banyan-models-{}", std::process::id()));
    let bank =
        TestBank::with(&[("BANYAN_ASSISTANT_MODELS", folder.to_str().expect("it is text"))], |ports| ports).await;
    let shelf = Shelf::of(&bank.config);
    let followed = async || follow(&bank.bank, &shelf).await.expect("the database is there");
    let (oscar, wen) = (bank.member(Role::PaymentsOfficer).await, bank.member(Role::Administrator).await);
    let (mut oscar, mut wen) = (bank.at_work(oscar.id).await, bank.at_work(wen.id).await);
    assert!(answer(&bank).await.contains(NOT_UNDERSTOOD));

    // The first is promoted, and its file is not here: everything goes on as it was, and the page says so.
    let (first, second) = (file("card"), file("balance"));
    let (one, two) = (ModelId::new(901), ModelId::new(902));
    let name = offered(&bank, one, &first, "").await;
    let page = oscar.get("/staff/models").await.text;
    assert!(page.contains(&format!("Model {name}")) && page.contains("Propose it"), "{page}");
    let (id, yes) = (one.to_string(), "yes");
    let id = id.as_str();
    let sent = oscar.post("/do/staff/models/propose", &[("model", id)]).await;
    assert_eq!(sent.location(), "/staff/models");
    oscar.post("/do/staff/models/decide", &[("model", id), ("agrees", yes)]).await;
    let page = oscar.get("/staff/models").await.text;
    assert!(page.contains("Somebody else of the bank has to agree."), "{page}");
    assert!(bank.ports.models.standing().await.expect("an answer").is_none());
    assert_eq!(
        wen.post("/do/staff/models/decide", &[("model", id), ("agrees", yes)]).await.location(),
        "/staff/models"
    );
    followed().await;
    assert_eq!(bank.bank.assistant.trouble(), Some(Trouble::Missing));
    assert!(wen.get("/staff/models").await.text.contains("Its file is not on this server."));
    assert!(answer(&bank).await.contains(NOT_UNDERSTOOD));

    shelf.put(&first).expect("a temporary folder");
    followed().await;
    assert_eq!((&*bank.bank.assistant.name(), bank.bank.assistant.trouble()), (name.as_str(), None));
    let as_first = answer(&bank).await;
    assert!(!as_first.contains(NOT_UNDERSTOOD), "{as_first}");

    // Another takes its place, and the words mean something else.
    let other = offered(&bank, two, &second, &name).await;
    shelf.put(&second).expect("a temporary folder");
    let id = two.to_string();
    let id = id.as_str();
    wen.post("/do/staff/models/propose", &[("model", id)]).await;
    oscar.post("/do/staff/models/decide", &[("model", id), ("agrees", yes)]).await;
    followed().await;
    assert_eq!(&*bank.bank.assistant.name(), other);
    let as_second = answer(&bank).await;
    assert!(as_second.contains(SIGN_IN) && !as_first.contains(SIGN_IN), "{as_second}");

    // One is enough to take it back, and then the first answers again.
    // What was taken back answers nobody more, also where the first is not here: then what came with the program does.
    let kept = fs::read_dir(&folder).expect("it was made").map(|entry| entry.expect("it can be listed").path());
    let kept = kept.into_iter().find(|path| fs::read(path).is_ok_and(|file| file == first)).expect("it was put there");
    fs::remove_file(kept).expect("it is ours");
    assert_eq!(oscar.post("/do/staff/models/back", &[("model", id)]).await.location(), "/staff/models");
    followed().await;
    let serving = &bank.bank.assistant;
    assert_eq!((serving.name(), serving.trouble()), (serving.release(), Some(Trouble::Missing)));
    assert!(answer(&bank).await.contains(NOT_UNDERSTOOD));
    shelf.put(&first).expect("a temporary folder");
    followed().await;
    assert_eq!(&*bank.bank.assistant.name(), name);
    assert!(!answer(&bank).await.contains(SIGN_IN));
    wen.post("/do/staff/models/back", &[("model", one.to_string().as_str())]).await;
    followed().await;
    assert!(answer(&bank).await.contains(NOT_UNDERSTOOD));
    fs::remove_dir_all(&folder).expect("it was made");
}
