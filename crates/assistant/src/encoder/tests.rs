//! With an encoder that has learnt nothing; and with the real one, where the set-up has fetched it.

use std::{env, fs, path::Path};

use super::{file::sealed, made_up, package, *};

#[test]
fn a_place_is_a_direction_whatever_is_said() {
    let encoder = made_up::encoder(1);
    for text in ["", " ", "my card", "我的卡", &"my card ".repeat(2_000)] {
        let place = encoder.place(text);
        for direction in [place.meaning, place.words] {
            let square: f32 = direction.iter().map(|number| number * number).sum();
            assert!(direction.len() == DIMENSIONS && (square - 1.0).abs() < 1e-4, "{text}: {square}");
        }
    }
    assert_ne!(encoder.place("my card"), encoder.place("my balance"));
    assert_ne!(encoder.place("my card"), encoder.place("card my"));
}

#[test]
fn a_sentence_is_put_together_in_the_likeliest_way() {
    let encoder = made_up::encoder(1);
    // "card" is one piece, "cara" two; the unknown letter of "carx" is by itself; spaces are one kind and nothing at the ends.
    for (text, pieces) in [
        ("my card", [1, 9, 4, 2].as_slice()),
        ("  cara ", &[1, 5, 7, 2]),
        ("carx", &[1, 5, 0, 2]),
        ("卡", &[1, 3, 10, 2]),
        ("", &[1, 0, 2]),
    ] {
        assert_eq!(encoder.tokeniser.pieces(text), pieces, "{text}");
    }
}

#[test]
fn a_damaged_file_is_an_error() {
    let body = made_up::body(1);
    let whole = sealed(&body);
    assert_eq!(Encoder::read(whole.as_slice()).unwrap(), made_up::encoder(1));
    assert!(matches!(Encoder::read(b"banyan01".as_slice()), Err(EncoderError::Mark)));
    assert!(matches!(Encoder::read(&whole[..whole.len() / 2]), Err(EncoderError::Read(_))));
    let mut damaged = whole;
    damaged[20] ^= 1;
    assert!(matches!(Encoder::read(damaged.as_slice()), Err(EncoderError::Sum)));
    let longer = sealed(&[body.as_slice(), &[0]].concat());
    assert!(matches!(Encoder::read(longer.as_slice()), Err(EncoderError::Sum)));
    let many = sealed(&u32::MAX.to_le_bytes());
    assert!(matches!(Encoder::read(many.as_slice()), Err(EncoderError::Value)));
}

#[test]
fn what_is_no_package_is_refused() {
    assert!(matches!(convert(b"PK"), Err(PackageError::Missing(_))));
    assert!(matches!(licence(b"PK"), Err(PackageError::Missing(_))));
}

/// What the original comes to (0.2.1, in single precision): sentences of ours, with the numbers of their pieces and the
/// first numbers of their places. The sum of all tells what the eight do not.
#[derive(serde::Deserialize)]
struct Original {
    text: String,
    pieces: Vec<u32>,
    first: [f32; 8],
    sum: f32,
}

#[test]
fn the_real_one_comes_to_what_the_original_comes_to() {
    let Some(cache) = env::var_os("BANYAN_CACHE") else { return };
    let Ok(package) = fs::read(Path::new(&cache).join("encoder/package.whl")) else { return };
    let encoder = Encoder::unpacked(package::body(&package).unwrap().as_slice(), Ok).unwrap();
    let originals: Vec<Original> = serde_json::from_str(include_str!("originals.json")).unwrap();
    for original in originals {
        assert_eq!(encoder.tokeniser.pieces(&original.text), original.pieces, "{}", original.text);
        let place = encoder.place(&original.text).meaning;
        let close = |left: f32, right: f32, by: f32| (left - right).abs() < by;
        assert!(place.iter().zip(original.first).all(|(left, right)| close(*left, right, 1e-5)), "{}", original.text);
        assert!(close(place.iter().sum(), original.sum, 1e-3), "{}", original.text);
    }
}
