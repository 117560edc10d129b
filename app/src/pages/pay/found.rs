//! Finding whoever is to be paid by their telephone number or their e-mail address, and looking at who was found.

use bank::{Error, aliases, payments::Draft};
use leptos::prelude::*;
use model::{
    PaymentId, Problems,
    forms::{AliasForm, PayeeForm, PayeeKind},
};

use super::{
    actions::{counted, named},
    steps::{self, STEPS, Step},
};
use crate::{
    components::{
        Button, ErrorSummary, Fact, Facts, Frame, Link, Notice, PageHeading, Place, Sentences, TextField, aloud,
    },
    context,
    islands::PressOnce,
    outcome,
    words::Words,
};

/// Where somebody is looked for, within the step that asks to whom.
fn looking(id: PaymentId) -> String {
    format!("{}?find=1", Step::Payee.of(id))
}

/// The way there, where somebody else is `asked` for. Nobody can be found to whom play money is paid.
pub(super) fn way(words: Words, id: PaymentId, asked: bool) -> Option<impl IntoView + use<>> {
    let label = words.say("payee-find-instead");
    (asked && !context::is_play_bank()).then(|| view! { <p><Link href=looking(id) label=label/></p> })
}

/// The way to every other kind of payee.
fn otherwise(words: Words, id: PaymentId) -> impl IntoView + use<> {
    let address = format!("{}?anyone=1", Step::Payee.of(id));
    view! { <Link href=address label=words.say("payee-find-not")/> }
}

/// Asks for the number or the address. It is on no page's address and in no draft: what is found is an account.
pub(super) fn question(words: Words, draft: PaymentId) -> AnyView {
    let (form, problems) = match outcome::flash::<AliasForm>(&looking(draft)) {
        Some(flash) => (flash.form, flash.problems),
        None => (AliasForm::default(), Problems::none()),
    };
    let problems = Sentences::of(words, &problems);
    let (title, wrong, id) = (words.say("payee-find-title"), problems.at("alias"), draft.to_string());
    view! {
        <Frame title=title place=Place::Pay narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=steps::back(words, Step::Amount.of(draft)) step=(2, STEPS)/>
            <p>{words.say("payee-find-text")}</p>
            <PressOnce sending=words.say("sending")>
                <form method="post" action="/do/pay/find" class="stack roomy">
                    <input type="hidden" name="draft" value=id/>
                    <TextField name="alias" label=words.say("payee-find-alias") hint=words.say("payee-find-alias-hint")
                        value=form.alias problem=wrong/>
                    <div class="actions"><Button label=words.say("payee-find")/></div>
                </form>
            </PressOnce>
            {otherwise(words, draft)}
        </Frame>
    }
    .into_any()
}

/// Whether `form` is about whoever was found.
pub(super) fn is_found(draft: &Draft, form: &PayeeForm) -> bool {
    draft.found.as_ref().is_some_and(|found| found.is(form))
}

/// Who was found: half of a name, and the account. Nothing goes on before somebody has said that it is the right one.
pub(super) fn check(words: Words, draft: PaymentId, form: PayeeForm, problems: Sentences) -> AnyView {
    let title = words.say("payee-found-title");
    let number = form.number.clone();
    let said = aloud::said(words, |words| match number.parse::<model::AccountNumber>() {
        Ok(number) => words.digits(number),
        Err(_) => number.clone(),
    });
    let (wrong, id) = (problems.at("reference"), draft.to_string());
    let PayeeForm { name, number, reference, .. } = form;
    let shown = name.clone();
    view! {
        <Frame title=title place=Place::Pay narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=steps::back(words, looking(draft)) step=(2, STEPS)/>
            <section class="card">
                <Facts>
                    <Fact term=words.say("fact-to")>{shown}<br/><span class="quiet">{said}</span></Fact>
                </Facts>
                {aloud::section()}
            </section>
            <Notice title=words.say("payee-found-half-title")><p>{words.say("payee-found-half")}</p></Notice>
            <PressOnce sending=words.say("sending")>
                <form method="post" action="/do/pay/payee" class="stack roomy" data-keep=words.say("kept-back")>
                    <input type="hidden" name="draft" value=id/>
                    <input type="hidden" name="kind" value=PayeeKind::Other.code()/>
                    <input type="hidden" name="name" value=name/>
                    <input type="hidden" name="number" value=number/>
                    <TextField name="reference" label=words.say("payee-reference")
                        hint=words.say("payee-reference-hint") value=reference problem=wrong/>
                    <div class="actions"><Button label=words.say("payee-found-yes")/></div>
                </form>
            </PressOnce>
            {otherwise(words, draft)}
        </Frame>
    }
    .into_any()
}

/// Looks for somebody.
#[server(prefix = "/do", endpoint = "pay/find")]
pub async fn find_payee(
    /// For which payment.
    #[server(default)]
    draft: String,
    /// What was typed.
    #[server(flatten)]
    form: AliasForm,
) -> Result<(), ServerFnError> {
    let id = named(&draft);
    outcome::ended(counted(find(id, &form).await), &Step::Payee.of(id), &looking(id), &form);
    Ok(())
}

async fn find(id: PaymentId, form: &AliasForm) -> Result<(), Error> {
    let person = context::person()?;
    aliases::find(&context::bank(), person.id, id, form).await?;
    // What was wrong with another payee is no answer to this one.
    outcome::forget(&Step::Payee.of(id));
    Ok(())
}
