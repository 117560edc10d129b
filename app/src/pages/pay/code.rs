//! Filling in to whom a payment goes from a QR code: from its text, as a telephone reads it.

use bank::{Error, payments};
use leptos::prelude::*;
use model::{
    PaymentId, Problems,
    forms::{CodeTextForm, PayeeKind},
};

use super::{
    actions::{counted, named},
    steps::{self, STEPS, Step},
};
use crate::{
    components::{Button, ErrorSummary, Frame, Link, PageHeading, Place, Sentences, TextArea},
    context,
    islands::PressOnce,
    outcome,
    words::Words,
};

/// Where the text of a code is put in, within the step that asks to whom.
fn reading(id: PaymentId) -> String {
    format!("{}?code=1", Step::Payee.of(id))
}

/// Where what it says is looked at: the form for that kind of payee.
fn filled(id: PaymentId, kind: PayeeKind) -> String {
    let page = Step::Payee.of(id);
    if kind == PayeeKind::Elsewhere { format!("{page}?elsewhere=1") } else { page }
}

/// The way there, where somebody else is `asked` for. Play money is paid to few, and they have no codes.
pub(super) fn way(words: Words, id: PaymentId, asked: bool) -> Option<impl IntoView + use<>> {
    (asked && !context::is_play_bank())
        .then(|| view! { <p><Link href=reading(id) label=words.say("payee-code-instead")/></p> })
}

/// Asks for the text.
pub(super) fn question(words: Words, draft: PaymentId) -> AnyView {
    let (form, problems) = match outcome::flash::<CodeTextForm>(&reading(draft)) {
        Some(flash) => (flash.form, flash.problems),
        None => (CodeTextForm::default(), Problems::none()),
    };
    let problems = Sentences::of(words, &problems);
    let (title, wrong, id) = (words.say("payee-code-title"), problems.at("text"), draft.to_string());
    view! {
        <Frame title=title place=Place::Pay narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=steps::back(words, Step::Payee.of(draft)) step=(2, STEPS)/>
            <p>{words.say("payee-code-how")}</p>
            <p>{words.say("payee-code-then")}</p>
            <PressOnce sending=words.say("sending")>
                <form method="post" action="/do/pay/code" class="stack roomy">
                    <input type="hidden" name="draft" value=id/>
                    <TextArea name="text" label=words.say("payee-code-text") hint=words.say("payee-code-text-hint")
                        value=form.text problem=wrong/>
                    <div class="actions"><Button label=words.say("payee-code-read")/></div>
                </form>
            </PressOnce>
            <Link href=Step::Payee.of(draft) label=words.say("payee-code-not")/>
        </Frame>
    }
    .into_any()
}

/// Reads a code.
#[server(prefix = "/do", endpoint = "pay/code")]
pub async fn read_code(
    /// For which payment.
    #[server(default)]
    draft: String,
    /// What was put in.
    #[server(flatten)]
    form: CodeTextForm,
) -> Result<(), ServerFnError> {
    let id = named(&draft);
    match read(id, &form).await {
        Ok(kind) => outcome::ended(Ok(()), &filled(id, kind), &reading(id), &form),
        Err(error) => outcome::ended(counted(Err(error)), &reading(id), &reading(id), &form),
    }
    Ok(())
}

async fn read(id: PaymentId, form: &CodeTextForm) -> Result<PayeeKind, Error> {
    let person = context::person()?;
    let kind = payments::read_code(&context::bank(), person.id, id, form).await?;
    // What was wrong with another payee is no answer to this one.
    outcome::forget(&Step::Payee.of(id));
    Ok(kind)
}
