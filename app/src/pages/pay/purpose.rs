//! What it is for, and what to beware of: each kind of payment has its own tricks.

use bank::Error;
use leptos::prelude::*;
use model::forms::{PaymentPurpose, PurposeForm};

use super::steps::{self, STEPS, Step};
use crate::{
    components::{Button, Call, Choice, Choices, ErrorSummary, Frame, Notice, PageHeading, Place, Sentences, Tone},
    context,
    islands::PressOnce,
    outcome, pages,
    words::Words,
};

/// Between the second step and the third, where it matters.
#[component]
pub fn PurposePage() -> impl IntoView {
    pages::answer(purpose())
}

async fn purpose() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let Some((draft, _)) = steps::open(&bank, person.id).await? else { return Ok(().into_any()) };
    let (form, problems) = outcome::flash::<PurposeForm>(&Step::Purpose.of(draft.id))
        .map_or_else(|| (draft.purpose.clone(), model::Problems::none()), |flash| (flash.form, flash.problems));
    let problems = Sentences::of(words, &problems);
    let title = words.say("purpose-title");
    let choice = |purpose: &PaymentPurpose| Choice {
        value: purpose.code().to_owned(),
        label: words.say(name(*purpose)).to_owned(),
        ..Choice::default()
    };
    let choices = PaymentPurpose::ALL.iter().map(choice).collect();
    Ok(view! {
        <Frame title=title place=Place::Pay narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=steps::back(words, Step::Payee.of(draft.id)) step=(3, STEPS)/>
            <p>{words.say("purpose-why")}</p>
            <PressOnce sending=words.say("sending")>
                <form method="post" action="/do/pay/purpose" class="stack roomy" data-keep=words.say("kept-back")>
                    <input type="hidden" name="draft" value=draft.id.to_string()/>
                    <Choices name="purpose" label=words.say("purpose-label") choices=choices chosen=form.purpose
                        problem=problems.at("purpose")/>
                    <div class="actions"><Button label=words.say("continue")/></div>
                </form>
            </PressOnce>
        </Frame>
    }
    .into_any())
}

/// What it is called.
pub(super) const fn name(purpose: PaymentPurpose) -> &'static str {
    match purpose {
        PaymentPurpose::Bill => "purpose-bill",
        PaymentPurpose::Goods => "purpose-goods",
        PaymentPurpose::Family => "purpose-family",
        PaymentPurpose::Investment => "purpose-investment",
        PaymentPurpose::Safety => "purpose-safety",
        PaymentPurpose::Other => "purpose-other",
    }
}

/// What to do before paying for it: the heading, and what is done.
const fn advice(purpose: PaymentPurpose) -> (&'static str, &'static str) {
    match purpose {
        PaymentPurpose::Bill => ("beware-bill-title", "beware-bill"),
        PaymentPurpose::Goods => ("beware-goods-title", "beware-goods"),
        PaymentPurpose::Family => ("beware-family-title", "beware-family"),
        PaymentPurpose::Investment => ("beware-investment-title", "beware-investment"),
        PaymentPurpose::Safety => ("beware-safety-title", "beware-safety"),
        PaymentPurpose::Other => ("beware-other-title", "beware-other"),
    }
}

/// What to beware of.
pub(super) fn beware(words: Words, purpose: PaymentPurpose) -> impl IntoView {
    let (title, text) = advice(purpose);
    let tone = if purpose == PaymentPurpose::Safety { Tone::Danger } else { Tone::Caution };
    view! {
        <Notice title=words.say(title) tone=tone>
            <p>{words.say(text)}</p>
            <Call/>
        </Notice>
    }
}
