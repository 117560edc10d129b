//! Account numbers of any bank.

use model::{ErrorCode, Iban, PayeeNumber};
use proptest::prelude::*;

/// One of each shape, from the examples of the SWIFT IBAN Registry.
const EXAMPLES: [&str; 12] = [
    "GB29 NWBK 6016 1331 9268 19",
    "DE89 3704 0044 0532 0130 00",
    "FR14 2004 1010 0505 0001 3M02 606",
    "NO93 8601 1117 947",
    "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
    "BE68 5390 0754 7034",
    "LC55 HEMM 0001 0001 0012 0012 0002 3015",
    "SC18 SSCB 1101 0000 0000 0000 1497 USD",
    "IE29 AIBK 9311 5212 3456 78",
    "IT60 X054 2811 1010 0000 0123 456",
    "NL91 ABNA 0417 1643 00",
    "RU03 0445 2522 5408 1781 0538 0913 1041 9",
];

fn ibans() -> impl Strategy<Value = Iban> {
    let country = prop_oneof![Just(("GB", 18)), Just(("DE", 18)), Just(("MT", 27)), Just(("NO", 11))];
    country.prop_flat_map(|(country, rest)| {
        proptest::collection::vec(prop_oneof![b'0'..=b'9', b'A'..=b'Z'], rest)
            .prop_map(move |rest| Iban::made(country, str::from_utf8(&rest).unwrap()).unwrap())
    })
}

#[test]
fn the_examples_of_the_registry_are_taken_as_they_are_printed() {
    for printed in EXAMPLES {
        let iban = Iban::from_typed(printed).unwrap_or_else(|wrong| panic!("{printed}: {wrong:?}"));
        assert_eq!(iban.to_string(), printed);
        assert_eq!(iban.country(), &printed[..2]);
    }
}

#[test]
fn each_way_to_be_wrong_has_its_name() {
    for (typed, wrong) in [
        (" - ", ErrorCode::IbanMissing),
        ("12345674", ErrorCode::IbanShape),
        ("GB", ErrorCode::IbanShape),
        ("GB29 NWBK 6016 1331 9268 1!", ErrorCode::IbanShape),
        ("ΓB29 NWBK 6016 1331 9268 19", ErrorCode::IbanShape),
        ("US29 NWBK 6016 1331 9268 19", ErrorCode::IbanCountry),
        ("GB29 NWBK 6016 1331 9268 1", ErrorCode::IbanLength),
        ("GB29 NWBK 6016 1331 9268 190", ErrorCode::IbanLength),
        ("GB28 NWBK 6016 1331 9268 19", ErrorCode::IbanWrong),
    ] {
        assert_eq!(Iban::from_typed(typed), Err(wrong), "{typed}");
    }
    assert_eq!(Iban::from_typed(&"GB".repeat(10_000)), Err(ErrorCode::IbanShape));
}

#[test]
fn check_digits_that_only_leave_the_same_remainder_are_wrong() {
    let with = |check: &str| {
        let mut made = (0..500).filter_map(|n| Iban::made("GB", &format!("BANY{n:014}")));
        made.find(|iban| &iban.electronic()[2..4] == check).unwrap()
    };
    for (right, wrong) in [("02", "99"), ("98", "01"), ("97", "00")] {
        let iban = with(right);
        let typed = format!("GB{wrong}{}", &iban.electronic()[4..]);
        assert_eq!(Iban::from_typed(&typed), Err(ErrorCode::IbanWrong), "{typed}");
    }
}

#[test]
fn a_log_does_not_say_whose_it_is() {
    let iban = Iban::from_typed(EXAMPLES[0]).unwrap();
    assert_eq!(format!("{iban:?} {:?}", PayeeNumber::from(iban)), "Iban(GB…) Elsewhere(Iban(GB…))");
}

proptest! {
    #[test]
    fn one_reads_back_however_it_is_written(iban in ibans()) {
        let plain = iban.electronic().to_owned();
        let wide: String = plain.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect();
        for typed in [iban.to_string(), plain.to_ascii_lowercase(), format!(" {}-{} ", &plain[..7], &plain[7..]), wide] {
            prop_assert_eq!(Iban::from_typed(&typed), Ok(iban));
        }
        let json = serde_json::to_string(&iban).unwrap();
        prop_assert_eq!(serde_json::from_str::<Iban>(&json).unwrap(), iban);
    }

    // Of a letter and a digit neither: B1 and 1B leave the same remainder.
    #[test]
    fn every_slip_and_every_swap_of_a_kind_is_caught(iban in ibans(), at in 2..15_usize, other in b'0'..=b'9') {
        let right = iban.electronic().as_bytes();
        let mut slipped = right.to_vec();
        slipped[at] = if right[at].is_ascii_digit() { other } else { b'A' + (other - b'0') };
        let (mut swapped, next) = (right.to_vec(), at + 1 - usize::from(at == 14));
        if right[at].is_ascii_digit() == right[next].is_ascii_digit() {
            swapped.swap(at, next);
        }
        for typed in [slipped, swapped] {
            if typed != right {
                let typed = String::from_utf8(typed).unwrap();
                prop_assert!(matches!(Iban::from_typed(&typed), Err(ErrorCode::IbanWrong | ErrorCode::IbanShape)), "{typed}");
            }
        }
    }

    #[test]
    fn nothing_that_is_typed_makes_it_panic(typed in ".{0,60}") {
        if let Ok(iban) = Iban::from_typed(&typed) {
            prop_assert_eq!(Iban::from_typed(&iban.to_string()), Ok(iban));
        }
    }
}
