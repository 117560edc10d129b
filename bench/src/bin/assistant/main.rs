//! How well utterances are understood, and what that costs.
//!
//! BANKING77 and CLINC150 are no part of the project: `BANYAN_ASSISTANT_DATA` says where a folder is that has
//! `banking77/train.csv` and `clinc150/train_val.json`. Their official test utterances are not looked at here.

mod banking;
mod clinc;
mod corpora;
mod cost;
mod false_alarms;
mod learning;
mod own;
mod side;
mod splits;

use bench::figure::say;
use corpora::Corpora;
use side::Side;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome {
    if let Some(model) = cost::asked_for_memory() {
        return cost::memory(&model);
    }
    let corpora = Corpora::find();
    for side in Side::all()? {
        own(&side)?;
        if let Ok(corpora) = &corpora {
            public(&side, corpora)?;
        }
    }
    let banking = corpora?.banking()?;
    say("BANKING77: what the rules hear in questions about banking");
    false_alarms::count(&banking);
    Ok(())
}

fn own(side: &Side) -> Outcome {
    say(&format!(
        "The bank's own intents, {}: by cross-validation, and utterances that were written apart",
        side.called()
    ));
    own::measure(side)
}

fn public(side: &Side, corpora: &Corpora) -> Outcome {
    let utterances = corpora.banking()?;
    let examples = side.examples(&utterances);
    say(&format!("BANKING77, {}: every utterance answered by a model that has not seen it, ten models", side.called()));
    banking::cross_validate(side, &examples)?;
    say("BANKING77: ten examples an intent, five draws");
    banking::ten_shot(side, &examples)?;
    say("CLINC150: trained on its training split, measured on its validation split");
    clinc::measure(side, &corpora.clinc()?)?;
    say("BANKING77: five intents that nobody has heard of are learnt from misses, in ten batches");
    learning::measure(side, &examples)?;
    say("BANKING77: what training, keeping and asking cost");
    cost::measure(side, &utterances)
}
