//! The whole way: learn, keep, load, answer.

use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use sha2::{Digest, Sha256};

use super::*;
use crate::{
    data::Utterance,
    dice::Dice,
    encoder::{Encoder, made_up},
};

const SAID: &[(&str, &str)] = &[
    ("where is my card", "card"),
    ("my card has not arrived", "card"),
    ("when will the new card come", "card"),
    ("has my card been posted", "card"),
    ("我的卡什么时候到", "card"),
    ("how much money do i have", "balance"),
    ("what is my balance", "balance"),
    ("show me the balance of my savings", "balance"),
    ("balance please", "balance"),
    ("我的余额是多少", "balance"),
    ("what is the weather", OUT_OF_SCOPE),
    ("tell me a joke", OUT_OF_SCOPE),
    ("who won the match", OUT_OF_SCOPE),
    ("sing a song", OUT_OF_SCOPE),
    ("今天天气怎么样", OUT_OF_SCOPE),
];

fn said() -> Vec<Utterance> {
    SAID.iter().map(|(text, label)| Utterance { text: (*text).to_owned(), label: (*label).to_owned() }).collect()
}

fn model() -> Model {
    train(&examples(&said(), None), &[], 7, None).unwrap()
}

fn encoder() -> &'static Arc<Encoder> {
    static ENCODER: LazyLock<Arc<Encoder>> = LazyLock::new(|| Arc::new(made_up::encoder(1)));
    &ENCODER
}

fn seeing_model() -> Model {
    train(&examples(&said(), Some(encoder())), &[], 7, Some(encoder())).unwrap()
}

#[test]
fn what_was_learnt_is_answered_in_both_languages_and_with_typing_errors() {
    let model = model();
    for (text, label) in [
        ("where's my new crad", "card"),
        ("我的新卡到了吗", "card"),
        ("my balanse", "balance"),
        ("余额还有多少", "balance"),
    ] {
        assert_eq!(model.guess(text).label, label, "{text}");
    }
}

#[test]
fn shares_are_shares_whatever_is_said() {
    let model = model();
    for text in ["", "?", "where is my card", &"balance ".repeat(9_000)] {
        let shares = model.shares(text);
        assert!((shares.iter().sum::<f32>() - 1.0).abs() < 1e-5, "{shares:?}");
    }
}

#[test]
fn training_twice_gives_the_same_bytes_and_with_fewer_threads_too() {
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    for learn in [model, seeing_model] {
        let once = learn().to_bytes();
        assert_eq!(once, alone.install(learn).to_bytes());
    }
}

#[test]
fn a_file_gives_back_the_model() {
    let model = model();
    assert_eq!(Model::from_bytes(&model.to_bytes(), None).unwrap(), model);
    assert_eq!(Model::from_bytes(&model.to_bytes(), Some(encoder())).unwrap(), model);
    assert_eq!(model.version().len(), 16);
    assert_ne!(model.version(), seeing_model().version());
}

/// Every utterance says something of its own, of which nothing can be learnt: weights stay as chance has drawn them, and no
/// file of them is small.
#[test]
fn a_file_is_never_larger_than_it_may_be() {
    let mut dice = Dice::new(3);
    let mut word = || -> String { (0..9).map(|_| char::from(b'a' + (dice.next() % 26) as u8)).collect() };
    let labelled = |label: usize| Utterance { text: [word(), word()].join(" "), label: format!("label {}", label % 2) };
    let said: Vec<Utterance> = (0..1_900).map(labelled).collect();
    let file = train(&examples(&said, None), &[], 7, None).unwrap().to_bytes();
    assert!((MOST_BYTES / 2..=MOST_BYTES).contains(&file.len()), "{}", file.len());
}

#[test]
fn a_model_that_was_trained_with_an_encoder_needs_that_one() {
    let model = seeing_model();
    let file = model.to_bytes();
    let loaded = Model::from_bytes(&file, Some(encoder())).unwrap();
    assert_eq!(loaded.guess("where is my card").label, "card");
    assert_eq!(loaded.shares("我的余额").len(), 3);
    assert_eq!(loaded, model);
    assert_eq!(Model::from_bytes(&file, None), Err(FileError::Lacking(*encoder().sum())));
    let other = Arc::new(made_up::encoder(2));
    let refused = Model::from_bytes(&file, Some(&other)).unwrap_err();
    assert_eq!(refused, FileError::Other(*encoder().sum(), *other.sum()));
    assert!(refused.to_string().contains(&encoder().name()) && refused.to_string().contains(&other.name()));
}

#[test]
fn one_label_cannot_be_told_from_another() {
    let one: Vec<Utterance> = said().into_iter().filter(|utterance| utterance.label != "card").collect();
    assert_eq!(train(&examples(&one, None), &[], 7, None), Err(TrainError::FewLabels));
}

/// A file whose checksum is right, however wrong the rest: what somebody would make on purpose.
fn sealed(mark: &[u8], packed: &[u8]) -> Vec<u8> {
    [mark, Sha256::digest(packed).as_slice(), packed].concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_damaged_file_is_an_error(place in any::<proptest::sample::Index>(), flip in 1_u8..) {
        static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| model().to_bytes());
        let mut damaged = FILE.clone();
        damaged[place.index(FILE.len())] ^= flip;
        prop_assert!(Model::from_bytes(&damaged, None).is_err());
        prop_assert!(Model::from_bytes(&FILE[..place.index(FILE.len())], None).is_err());
    }

    /// Behind a good checksum anything may stand: it loads or it does not, and what loads answers.
    #[test]
    fn a_file_made_up_on_purpose_never_panics(place in 0_usize..200, byte in any::<u8>(), cut in 0_usize..64) {
        static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| model().to_bytes());
        let (mark, rest) = FILE.split_at(8);
        let mut body = packed::unpack(&rest[32..]).unwrap();
        body[place] = byte;
        body.truncate(body.len() - cut);
        let mut packed = rest[32..].to_vec();
        packed[place] = byte;
        packed.truncate(packed.len() - cut);
        for packed in [packed::pack(&body), packed] {
            if let Ok(model) = Model::from_bytes(&sealed(mark, &packed), None) {
                let total: f32 = model.shares("where is my card").iter().sum();
                prop_assert!((total - 1.0).abs() < 1e-3);
            }
        }
    }
}
