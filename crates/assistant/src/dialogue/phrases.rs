//! The few phrases that steer a conversation, which no classifier is asked about.

use crate::normalise::{fold, is_han};

/// What a short message says about what was asked, and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phrase {
    Yes,
    No,
    Cancel,
    /// They do not know, or do not want to say.
    Skip,
    First,
    Second,
    /// It was another they meant.
    NotThis,
}

const PHRASES: &[(Phrase, &[&str])] = &[
    (
        Phrase::Yes,
        &[
            "yes",
            "yep",
            "yeah",
            "yup",
            "ok",
            "okay",
            "sure",
            "correct",
            "right",
            "thats right",
            "thats it",
            "that one",
            "yes i did",
            "exactly",
            "of course",
            "go on",
            "it is",
            "是",
            "是的",
            "对",
            "对的",
            "对啊",
            "没错",
            "好",
            "好的",
            "嗯",
            "行",
            "可以",
            "是她",
            "是他",
            "就是她",
            "就是他",
        ],
    ),
    (
        Phrase::No,
        &[
            "no",
            "nope",
            "nah",
            "no thanks",
            "wrong",
            "no it isnt",
            "not that one",
            "不",
            "不是",
            "不对",
            "否",
            "错了",
            "不是的",
            "不是他",
            "不是她",
        ],
    ),
    (
        Phrase::Cancel,
        &[
            "cancel",
            "cancel that",
            "cancel it",
            "cancel this",
            "never mind",
            "nevermind",
            "forget it",
            "forget that",
            "forget about it",
            "stop",
            "leave it",
            "dont bother",
            "no stop",
            "stop it",
            "i changed my mind",
            "ive changed my mind",
            "changed my mind",
            "drop it",
            "not now",
            "dont",
            "dont do it",
            "no dont",
            "dont pay her",
            "dont pay him",
            "dont pay it",
            "dont send it",
            "no dont pay her",
            "no dont pay him",
            "no dont send it",
            "取消",
            "算了",
            "不用了",
            "不弄了",
            "不要了",
            "先不了",
            "先不弄了",
            "停",
            "停下",
            "别弄了",
            "我改主意了",
            "改主意了",
            "不转了",
            "不办了",
            "下次再说",
            "不要",
            "不要转",
            "不要转了",
            "不要转给她",
            "不要转给他",
            "别转",
            "别转了",
            "先别转",
            "先别",
            "别付了",
            "不付了",
            "还是不了",
        ],
    ),
    (
        Phrase::Skip,
        &[
            "skip",
            "skip it",
            "skip that",
            "skip this",
            "dont know",
            "i dont know",
            "not sure",
            "im not sure",
            "no idea",
            "doesnt matter",
            "it doesnt matter",
            "any",
            "whichever",
            "all of them",
            "all",
            "i dont remember",
            "cant remember",
            "i cant remember",
            "later",
            "i dont mind",
            "跳过",
            "不知道",
            "不清楚",
            "不记得",
            "不记得了",
            "随便",
            "都行",
            "都可以",
            "无所谓",
            "哪个都行",
            "全部",
            "都看看",
            "记不清了",
            "忘了",
            "没想好",
            "还没想好",
        ],
    ),
    (
        Phrase::First,
        &[
            "first",
            "first one",
            "the first",
            "the first one",
            "one",
            "1",
            "number one",
            "第一个",
            "第一",
            "前一个",
            "前面那个",
            "上面那个",
            "一",
        ],
    ),
    (
        Phrase::Second,
        &[
            "second",
            "second one",
            "the second",
            "the second one",
            "two",
            "2",
            "number two",
            "last one",
            "the last one",
            "the latter",
            "第二个",
            "第二",
            "后一个",
            "后面那个",
            "下面那个",
            "二",
        ],
    ),
    (
        Phrase::NotThis,
        &[
            "neither",
            "neither of them",
            "none of these",
            "none of those",
            "not what i meant",
            "thats not what i meant",
            "not this",
            "something else",
            "都不是",
            "两个都不是",
            "不是这个意思",
            "不是这个",
            "我不是这个意思",
            "别的",
            "答非所问",
        ],
    ),
];

/// What may stand around a phrase without changing it.
const FILLERS: &[&str] = &[
    "please",
    "pls",
    "thanks",
    "thank you",
    "oh",
    "well",
    "um",
    "just",
    "sorry",
    "actually",
    "then",
    "for now",
    "now",
    "wait",
    "谢谢",
    "吧",
    "啊",
    "呀",
    "了吧",
    "麻烦",
    "那",
    "就",
    "哦",
    "唉",
    "呢",
    "请",
    "我",
    "等等",
    "等一下",
];

/// What begins a correction.
const CORRECTIONS: &[&str] = &[
    "no",
    "not",
    "actually",
    "i meant",
    "i mean",
    "sorry",
    "wait",
    "rather",
    "make it",
    "make that",
    "change it",
    "change that",
    "change the",
    "oops",
    "instead",
    "nope",
    "wrong",
    "should be",
    "it should",
    "correction",
    "use the",
    "use my",
    "不是",
    "不对",
    "错了",
    "我是说",
    "应该是",
    "改成",
    "换成",
    "改为",
    "改一下",
    "说错了",
    "等等",
    "等一下",
    "还是",
    "不要",
    "打错了",
    "写错了",
    "搞错了",
    "弄错了",
    "其实",
    "换",
    "不，",
    "不,",
];

/// What begins a question that only adds to the one before.
const FURTHER: &[&str] =
    &["and", "what about", "how about", "same for", "ok and", "also", "那", "还有", "那么", "换成"];

/// What says another of two accounts is meant.
const OTHER: &[&str] = &[
    "other account",
    "another account",
    "other one",
    "different account",
    "另一个",
    "另外一个",
    "另外那个",
    "别的账户",
    "其他账户",
    "换个账户",
    "换一个账户",
    "另一张",
    "另外的账户",
    "换个户头",
];

/// What says the one named next is not meant.
pub const NEGATIONS: &[&str] = &[
    "not to",
    "not the",
    "not my",
    "not from",
    "not for",
    "not on",
    "not at",
    "not",
    "isn't",
    "don't mean",
    "don't pay",
    "do not pay",
    "don't send",
    "do not send",
    "don't send it to",
    "instead of",
    "rather than",
    "不是",
    "不要",
    "不给",
    "别给",
    "别转给",
    "别付给",
    "不要转给",
    "不要付给",
    "不要给",
    "不用",
    "不从",
    "别从",
    "不到",
    "别",
];

/// The text without marks and apostrophes, small, with single spaces.
fn bare(text: &str) -> String {
    let folded = fold(text).replace('\'', "");
    let spaced: String =
        folded.chars().map(|character| if character.is_alphanumeric() { character } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The phrase that is all a message says.
pub fn phrase(text: &str) -> Option<Phrase> {
    let mut bare = bare(text);
    loop {
        if let Some((phrase, _)) = PHRASES.iter().find(|(_, phrases)| phrases.contains(&bare.as_str())) {
            return Some(*phrase);
        }
        bare = without_filler(&bare)?;
    }
}

fn without_filler(bare: &str) -> Option<String> {
    FILLERS.iter().find_map(|filler| {
        let rest = bare.strip_prefix(filler).map(|rest| (rest, rest.starts_with(' ')));
        let rest = rest.or_else(|| bare.strip_suffix(filler).map(|rest| (rest, rest.ends_with(' '))));
        let (rest, apart) = rest?;
        (!rest.trim().is_empty() && (apart || filler.starts_with(is_han))).then(|| rest.trim().to_owned())
    })
}

/// Whether a message begins as a correction does.
pub fn corrects(text: &str) -> bool {
    begins(&fold(text), CORRECTIONS)
}

/// Whether a message begins as a question does that only adds to the one before.
pub fn goes_on(text: &str) -> bool {
    let folded = fold(text);
    begins(&folded, FURTHER) || bare(&folded).ends_with('呢')
}

/// Whether another account is meant than the one before.
pub fn other_account(text: &str) -> bool {
    let bare = bare(text);
    OTHER.iter().any(|phrase| bare.contains(phrase))
}

/// Words that are in no name.
const IN_NO_NAME: &[&str] = &[
    "a", "am", "and", "are", "but", "can", "do", "does", "for", "how", "i", "im", "is", "it", "me", "my", "no", "not",
    "of", "or", "so", "that", "the", "this", "want", "was", "what", "when", "where", "which", "who", "whom", "why",
    "you", "your", "hello", "hi", "help", "someone", "somebody", "anyone", "anybody", "everyone", "new", "him", "her",
    "them",
];

/// Characters that are in no name.
const IN_NO_HAN_NAME: &[char] = &[
    '我', '你', '的', '吗', '什', '么', '怎', '不', '是', '了', '啊', '呢', '吧', '谁', '哪', '这', '那', '在', '想',
    '要',
];

/// How long a name may be, in words and in Chinese characters.
const LONGEST_NAME: usize = 4;

/// A name that is all a message says, without the word before it.
pub fn name(text: &str) -> Option<String> {
    let shown = text.trim().trim_end_matches(['.', '!', '。', '！']).trim();
    let lead = ["to ", "To ", "it's ", "its ", "给", "付给", "转给", "是"]
        .into_iter()
        .find_map(|lead| shown.strip_prefix(lead));
    let shown = lead.unwrap_or(shown).trim();
    let small = bare(shown);
    let words: Vec<&str> = small.split(' ').collect();
    let letters = shown
        .chars()
        .all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '\'' | '’' | '-' | '.' | '·' | '&'));
    let han = shown.chars().filter(|letter| is_han(*letter)).count();
    let fits = if han > 0 {
        (2..=LONGEST_NAME).contains(&han) && !shown.contains(IN_NO_HAN_NAME)
    } else {
        words.len() <= LONGEST_NAME && !words.iter().any(|word| IN_NO_NAME.contains(word))
    };
    (letters && fits && !small.is_empty()).then(|| shown.to_owned())
}

fn begins(folded: &str, phrases: &[&str]) -> bool {
    let start = folded.trim_start();
    phrases.iter().any(|phrase| {
        start.strip_prefix(phrase).is_some_and(|rest| {
            phrase.starts_with(is_han) || !rest.starts_with(|next: char| next.is_alphanumeric() || next == '\'')
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_all_that_is_said() {
        assert_eq!(phrase("Never mind, thanks."), Some(Phrase::Cancel));
        assert_eq!(phrase("那算了吧"), Some(Phrase::Cancel));
        assert_eq!(phrase("cancel my standing order"), None);
        assert_eq!(phrase("I don't know"), Some(Phrase::Skip));
        assert_eq!(phrase("是的，谢谢"), Some(Phrase::Yes));
        assert_eq!(phrase("thanks"), None);
        assert_eq!(phrase(""), None);
    }

    #[test]
    fn corrections_begin_with_a_word_of_their_own() {
        assert!(corrects("No, the other account") && corrects("不是，另一个账户"));
        assert!(!corrects("November") && !corrects("nothing came"));
        assert!(goes_on("and in October?") && goes_on("十月呢？") && !goes_on("Andrew"));
        assert!(other_account("No, the other account") && other_account("换个账户"));
    }
}
