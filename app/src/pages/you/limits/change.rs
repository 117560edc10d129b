//! Choosing how much one limit is to be.

use bank::{
    Error,
    experiments::Journey,
    limits::{self, LimitKind},
};
use leptos::prelude::*;
use model::{ErrorCode, forms::LimitForm};

use super::{change_of, name, of};
use crate::{
    components::{Button, ErrorSummary, Frame, Kind, PageHeading, Place, Sentences, TextField},
    context,
    islands::PressOnce,
    layouts, outcome,
    pages::{self, accounts::account_name},
};

/// The page on which a limit is changed.
#[component]
pub fn ChangeLimitPage() -> impl IntoView {
    pages::answer(change())
}

async fn change() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let account = limits::one(&bank, person.id, context::part("id")?).await?;
    let kind: String = context::part("limit")?;
    let kind = LimitKind::from_code(&kind).ok_or(ErrorCode::NotFound)?;
    let page = change_of(account.id, kind);
    let (form, problems) = outcome::flash::<LimitForm>(&page).map(|f| (f.form, f.problems)).unwrap_or_default();
    layouts::arrive(&person, Journey::Limit);
    let problems = Sentences::of(words, &problems);
    let most = bank.policy.most(kind, account.kind, account.currency());
    let now = words.money(account.limit(kind, bank.clock.now()));
    let now = words.with("limit-now", &[("amount", now.into()), ("account", account_name(words, &account).into())]);
    let hint = words.with("limit-hint", &[("most", words.money(most).into())]);
    let label = words.with("limit-label", &[("sign", words.sign(account.currency()).into())]);
    let what = words.say(match kind {
        LimitKind::Payment => "limit-payment-what",
        LimitKind::Day => "limit-day-what",
        LimitKind::NewPayee => "limit-new-payee-what",
    });
    let (id, title, back_to) = (account.id.to_string(), words.say(name(kind)), of(account.id));
    Ok(view! {
        <Frame title=title place=Place::You narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=(back_to, words.say("limits-back").to_owned())/>
            <p>{what}</p>
            <p>{now}</p>
            <p>{words.say("limits-change")}</p>
            <PressOnce sending=words.say("sending")>
                <form method="post" action="/do/limits/change" class="stack roomy" data-keep=words.say("kept-back")>
                    <input type="hidden" name="account" value=id/>
                    <input type="hidden" name="limit" value=kind.code()/>
                    <TextField name="amount" label=label hint=hint value=form.amount kind=Kind::Amount
                        problem=problems.at("amount")/>
                    <div class="actions"><Button label=words.say("continue")/></div>
                </form>
            </PressOnce>
        </Frame>
    }
    .into_any())
}
