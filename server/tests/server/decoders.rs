//! What strangers send, whatever it is: read, or passed over. The same functions are fed for hours in `fuzz/`.

use std::{fs, path::Path};

use proptest::{
    collection::vec,
    prelude::{ProptestConfig, any},
    test_runner::TestRunner,
};

use app::{addresses, reading, session::Kept};
use server::sessions as cookie;

#[path = "../../../fuzz/decoders.rs"]
mod all;

use all::{DECODERS, Decoder};

/// What stands in `fuzz/corpus` for a decoder: examples, and whatever once was too much for it.
fn examples(name: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/corpus").join(name);
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    files.flatten().map(|file| fs::read(file.path()).expect("an example")).collect()
}

#[test]
fn every_example_is_read_or_passed_over() {
    for (name, decode) in DECODERS {
        let examples = examples(name);
        assert!(!examples.is_empty(), "there are examples for {name}");
        for bytes in examples {
            decode(&bytes);
        }
    }
}

/// Examples with bytes changed, put in and taken out: nearer to what is read than bytes from nowhere.
#[test]
fn nothing_near_an_example_is_too_much() {
    for decoder in DECODERS {
        near(decoder);
    }
}

fn near((name, decode): &Decoder) {
    let examples = examples(name);
    let change = (any::<usize>(), any::<usize>(), any::<u8>(), any::<u8>());
    let mut runner = TestRunner::new(ProptestConfig { cases: 500, ..ProptestConfig::default() });
    let outcome = runner.run(&(any::<usize>(), vec(change, 1..8)), |(which, changes)| {
        let mut bytes = examples[which % examples.len()].clone();
        for (at, length, byte, how) in changes {
            let at = at % (bytes.len() + 1);
            match how % 3 {
                0 => bytes.insert(at, byte),
                1 if at < bytes.len() => bytes[at] = byte,
                _ => drop(bytes.drain(at..(at + length % 4).min(bytes.len()))),
            }
        }
        decode(&bytes);
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{name}: {error}"));
}

#[test]
fn bytes_from_nowhere_are_passed_over() {
    for (name, decode) in DECODERS {
        let mut runner = TestRunner::new(ProptestConfig { cases: 200, ..ProptestConfig::default() });
        let outcome = runner.run(&vec(any::<u8>(), 0..300), |bytes| {
            decode(&bytes);
            Ok(())
        });
        outcome.unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

/// Changes of one example after another, as many as `fuzz/` is asked for; but not guided by what they reach.
#[test]
#[ignore = "a million for each decoder take minutes: by hand"]
fn a_million_near_the_examples() {
    for (name, decode) in DECODERS {
        let examples = examples(name);
        let mut state = 1_u64;
        let mut dice = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).expect("31 bits")
        };
        for _ in 0..1_000_000 {
            let mut bytes = examples[dice() % examples.len()].clone();
            for _ in 0..=dice() % 6 {
                let (at, byte) = (dice() % (bytes.len() + 1), u8::try_from(dice() % 256).expect("a byte"));
                match dice() % 4 {
                    0 => bytes.insert(at, byte),
                    1 if at < bytes.len() => bytes[at] = byte,
                    2 => drop(bytes.drain(at..(at + dice() % 4).min(bytes.len()))),
                    _ => bytes.extend_from_within(at.min(bytes.len() / 2)..bytes.len() / 2),
                }
            }
            decode(&bytes);
        }
    }
}

#[test]
fn what_a_session_keeps_is_read_or_passed_over() {
    for bytes in
        [b"".as_slice(), b"null", b"[]", b"{\"flashes\":7}", b"{\"sign_in\":{\"next\":\"//x\"}}", b"\xff\xfe{}"]
    {
        assert!(serde_json::from_slice::<Kept>(bytes).is_err() || bytes == b"[]", "{bytes:?}");
    }
    let kept: Kept = serde_json::from_str("{\"flashes\":[],\"unknown\":1}").expect("what is new is passed over");
    assert!(kept.sign_in.is_none());
}
