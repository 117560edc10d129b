//! Scams and the wish for a person are heard: utterances of our own, in both languages, each as it was written and once
//! more with a typing error.

use assistant::lane::{Lane, lanes};

/// What comes of typing a word by its sound and taking the wrong character.
const SOUND_SLIPS: &[(&str, &str)] = &[
    ("人工", "人公"),
    ("真人", "针人"),
    ("客服", "客福"),
    ("经理", "经里"),
    ("验证码", "验正码"),
    ("密码", "蜜码"),
    ("银行", "银航"),
    ("警察", "警查"),
    ("诈骗", "炸骗"),
    ("骗", "片"),
    ("转账", "转帐"),
    ("汇款", "会款"),
    ("投资", "投姿"),
    ("账户", "帐户"),
    ("电话", "电化"),
    ("机器", "机起"),
    ("工作", "公作"),
    ("转", "赚"),
];

/// An utterance with one slip. In English two letters of the longest word change places, one is missing or one is there
/// twice; in Chinese a character is another of the same sound, or is there twice.
fn slipped(line: &str, number: usize) -> String {
    if let Some((right, wrong)) = SOUND_SLIPS.iter().find(|(right, _)| line.contains(right)) {
        return line.replacen(right, wrong, 1);
    }
    let mut letters: Vec<char> = line.chars().collect();
    let longest = line.split(' ').max_by_key(|word| word.len()).expect("no line is empty");
    let start = line[..line.find(longest).expect("it is a word of the line")].chars().count();
    let at = start + longest.chars().count() / 2;
    match number % 3 {
        0 if line.is_ascii() && at > 0 => letters.swap(at - 1, at),
        1 if line.is_ascii() => drop(letters.remove(at)),
        _ => letters.insert(at, letters[at]),
    }
    letters.into_iter().collect()
}

fn missed(file: &str, lane: Lane) -> Vec<String> {
    let said = file.lines().enumerate().flat_map(|(number, line)| [line.to_owned(), slipped(line, number)]);
    let said: Vec<String> = said.collect();
    assert!(said.len() >= 200, "{} utterances", said.len());
    said.into_iter().filter(|text| !lanes(text).contains(&lane)).collect()
}

/// At most two of two hundred may be missed.
fn hears(file: &str, lane: Lane) {
    let missed = missed(file, lane);
    assert!(missed.len() <= 2, "{} missed: {missed:#?}", missed.len());
}

#[test]
fn scams_are_heard_in_english() {
    hears(include_str!("scam.en.txt"), Lane::Scam);
}

#[test]
fn scams_are_heard_in_chinese() {
    hears(include_str!("scam.zh.txt"), Lane::Scam);
}

#[test]
fn who_wants_a_person_is_heard_in_english() {
    hears(include_str!("person.en.txt"), Lane::Person);
}

#[test]
fn who_wants_a_person_is_heard_in_chinese() {
    hears(include_str!("person.zh.txt"), Lane::Person);
}

#[test]
fn ordinary_questions_are_left_alone() {
    let taken: Vec<(&str, Vec<Lane>)> = include_str!("ordinary.txt")
        .lines()
        .map(|line| (line, lanes(line)))
        .filter(|(_, lanes)| !lanes.is_empty())
        .collect();
    assert!(taken.is_empty(), "{taken:#?}");
}

#[test]
fn danger_disputes_and_complaints_are_heard_and_the_most_urgent_comes_first() {
    for (said, lane) in [
        ("I want to end my life", Lane::Emergency),
        ("我不想活了", Lane::Emergency),
        ("there is a payment I don't recognise", Lane::Dispute),
        ("这笔不是我付的，是盗刷", Lane::Dispute),
        ("I want to make a formal complaint", Lane::Complaint),
        ("我要投诉你们", Lane::Complaint),
        ("the police told me to move my money, let me talk to a human", Lane::Scam),
    ] {
        assert_eq!(lanes(said).first(), Some(&lane), "{said}");
    }
}
