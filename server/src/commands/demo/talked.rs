//! Conversations that are over in the demonstration, of people who were not signed in: what the program answered, and what
//! it fetched a person for. Always the same, counted back from now.

use assistant::Intent;
use bank::{
    IdMint, StorageError,
    conversations::{Conversation, Entry, HandOver, Reply, Said, Speaker},
};
use model::{ConversationId, ErrorCode, Language, StaffId, Timestamp};
use store::Ports;

use crate::state::World;

/// How many there are, and in how many days they began.
const MANY: i64 = 400;
const DAYS_S: i64 = 88 * 86_400;
/// Of how many that the program understands it fetches a person for one.
const EVERY: i64 = 6;

/// What people ask for, with the article that is the answer, in English and Chinese.
type Asked = (Intent, &'static str, [(Language, &'static str); 2]);

/// All of it. In Spanish only people answer.
const ASKED: [Asked; 4] = [
    (
        Intent::Card,
        "lost-card",
        [(Language::En, "I cannot find my card. What do I do?"), (Language::Zh, "我的卡找不到了，怎么办？")],
    ),
    (
        Intent::Fees,
        "what-does-it-cost",
        [(Language::En, "What does an account cost with you?"), (Language::Zh, "开户要多少钱？")],
    ),
    (
        Intent::HowLong,
        "how-long-a-payment-takes",
        [(Language::En, "How long does a payment take?"), (Language::Zh, "转账要多久才能到？")],
    ),
    (Intent::Cash, "cash", [(Language::En, "Where can I pay in cash?"), (Language::Zh, "哪里可以存现金？")]),
];
const IN_SPANISH: &str = "¿Puedo abrir una cuenta para mi hija?";

/// Keeps them. Somebody called `username` answered where the program did not.
pub(super) async fn fill(ports: &Ports, world: &World, ids: &IdMint, username: &str) -> Result<(), StorageError> {
    let Some(member) = ports.staff.by_username(username).await? else { return Ok(()) };
    for nth in 0..MANY {
        let begun = world.clock.now().plus_seconds(-DAYS_S * (nth + 1) / MANY);
        let kept = conversation(ConversationId::new(ids.next()), nth, member.id, begun).map_err(StorageError::new)?;
        ports.conversations.keep(&kept).await?;
    }
    Ok(())
}

/// The one with the number `nth`: of five, two are English, two Chinese, and one is Spanish.
fn conversation(id: ConversationId, nth: i64, staff: StaffId, begun: Timestamp) -> Result<Conversation, ErrorCode> {
    let (round, place) = (nth / 5, usize::try_from(nth % 5).unwrap_or_default());
    let (intent, article, words) = &ASKED[usize::try_from(round).unwrap_or_default() % ASKED.len()];
    let (language, words, about) = match words.get(place / 2) {
        Some((language, words)) => (*language, *words, Some(*intent)),
        None => (Language::Es, IN_SPANISH, None),
    };
    // Each kind of question comes to every number in turn.
    let understood = about.is_some() && (round + nth % 5) % EVERY != 0;
    let mut said = vec![(Speaker::Owner, Said::Wrote(words.to_owned()), 0)];
    if understood {
        said.push((Speaker::Assistant, Said::Replied(Reply::Article((*article).to_owned())), 0));
    } else {
        // People come sooner or later, within a quarter of an hour.
        let came = 20 + nth * 37 % 880;
        said.push((Speaker::Assistant, Said::Asked(HandOver::NotUnderstood), 0));
        said.push((Speaker::Staff(staff), Said::Taken, came));
        said.push((Speaker::Staff(staff), Said::Answered(answer(language).to_owned()), came + 40));
    }
    said.push((Speaker::Owner, Said::Closed, 1_200));
    let new = Conversation::new(id, None, language, begun);
    said.into_iter().try_fold(new, |before, (by, said, after_s)| {
        let about = about.filter(|_| matches!(said, Said::Wrote(_)));
        before.next(Entry { by, said, at: begun.plus_seconds(after_s), key: None, about, reading: None })
    })
}

const fn answer(language: Language) -> &'static str {
    match language {
        Language::En => "I have sent you how it is done. Ask me if anything is unclear.",
        Language::Zh => "我把办法发给您了，有不清楚的地方请随时问我。",
        Language::Es => "Le he enviado cómo se hace. Pregúnteme si algo no está claro.",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use assistant::language::Spoken;

    use super::*;

    #[test]
    fn all_of_them_are_over_and_some_wanted_a_person() {
        let mut by: BTreeMap<&str, [u32; 2]> = BTreeMap::new();
        for nth in 0..MANY {
            let kept = conversation(ConversationId::new(1), nth, StaffId::new(2), Timestamp::EPOCH).unwrap();
            assert!(!kept.head.is_open() && kept.head.customer.is_none());
            let counts = by.entry(kept.head.language.code()).or_default();
            counts[0] += 1;
            counts[1] += u32::from(kept.head.why.is_some());
        }
        assert_eq!((by["en"][0], by["zh"][0], by["es"]), (160, 160, [80, 80]), "nobody but people answers in Spanish");
        assert!(by["en"][1] > 20 && by["en"][1] < 40, "{by:?}");
    }

    #[test]
    fn every_answer_is_an_article_that_there_is() {
        for (_, slug, _) in ASKED {
            for language in [Spoken::English, Spoken::Chinese] {
                assert!(assistant::knowledge::article(slug, language).is_some(), "{slug}");
            }
        }
    }
}
