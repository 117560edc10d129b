//! What the rules hear in ordinary questions. Some of BANKING77 are about payments that somebody does not know, so that a
//! dispute there is none that was heard by mistake: only scams and persons are counted.

use assistant::{
    data::Utterance,
    lane::{Lane, lanes},
};
use bench::figure::{Figure, say};

/// The share of utterances in which a scam, or the wish for a person, is heard.
pub fn count(utterances: &[Utterance]) {
    for (name, lane) in
        [("assistant.lane.scam_on_banking77", Lane::Scam), ("assistant.lane.person_on_banking77", Lane::Person)]
    {
        let heard: Vec<&Utterance> = utterances.iter().filter(|said| lanes(&said.text).contains(&lane)).collect();
        for said in heard.iter().take(5) {
            say(&format!("{lane:?}: {}", said.text));
        }
        #[expect(clippy::cast_precision_loss, reason = "ten thousand utterances")]
        Figure::aside(name, 100.0 * heard.len() as f64 / utterances.len() as f64, "%").print();
    }
}
