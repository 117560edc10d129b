//! Approving that somebody may act, or that fewer payments take two people: what is shown is what is approved.

use bank::{
    Bank, Error,
    accounts::Account,
    business::{self, inviting, loosening},
    step_up::{self as asking, Shown},
};
use leptos::prelude::*;
use model::{
    CustomerId,
    forms::{Acting, ApproveForm},
};

use super::{confirm_of, invite_to, people::said, people_of, role, rule_of};
use crate::{
    components::{ErrorSummary, Fact, Facts, Frame, Look, PageHeading, Place, Sentences},
    context, outcome,
    pages::{self, accounts::account_name, step_up},
    session::Wish,
    words::Words,
};

/// The page on which either is approved.
#[component]
pub fn ConfirmActingPage() -> impl IntoView {
    pages::answer(confirm())
}

async fn confirm() -> Result<AnyView, Error> {
    let (bank, person, words) = (context::bank(), context::person()?, context::words());
    let account = business::account(&bank, person.id, context::part("id")?).await?;
    let Some(wish) = context::visitor().wanted_acting(account.id) else {
        context::redirect(&people_of(account.id));
        return Ok(().into_any());
    };
    let page = confirm_of(account.id);
    let (form, problems) = outcome::flash::<ApproveForm>(&page).map(|f| (f.form, f.problems)).unwrap_or_default();
    let problems = Sentences::of(words, &problems);
    let said = Said::of(words, &bank, person.id, &account, wish).await?;
    let question = step_up::Question {
        challenge: asking::ask_again(&bank, person.id, &said.shown, &form.challenge).await?,
        action: "/do/business/confirm",
        about: Some(("account", account.id.to_string())),
        label: said.label,
        passkey: said.passkey,
        look: Look::Main,
        sending: words.say("sending"),
    };
    let question = step_up::question(words, question, &problems);
    Ok(view! {
        <Frame title=said.title place=Place::Accounts narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=said.title back=(said.back, words.say("back").to_owned())/>
            {said.facts}
            {question}
        </Frame>
    }
    .into_any())
}

/// What the page says.
struct Said {
    title: &'static str,
    label: &'static str,
    passkey: &'static str,
    back: String,
    facts: AnyView,
    shown: Shown,
}

impl Said {
    async fn of(words: Words, bank: &Bank, owner: CustomerId, account: &Account, wish: Wish) -> Result<Self, Error> {
        Ok(match wish {
            Wish::Person(acting) => Self {
                title: words.say("act-check-title"),
                label: words.say("act-approve"),
                passkey: words.say("act-approve-passkey"),
                back: invite_to(account.id),
                shown: inviting(account, &acting),
                facts: who(words, account, &acting),
            },
            Wish::Rule(to) => {
                let (_, rule) = business::rule(bank, owner, account.id).await?;
                let now = bank.clock.now();
                let (is, then) =
                    (said(words, account, rule.at(now)), said(words, account, to.map(|money| money.minor)));
                let (name, change) = (account_name(words, account), rule_of(account.id));
                let facts = view! {
                    <Facts>
                        <Fact term=words.say("limit-account")>{name}</Fact>
                        <Fact term=words.say("limit-is")>{is}</Fact>
                        <Fact term=words.say("two-then") change=change>{then}</Fact>
                        <Fact term=words.say("limit-from")>{words.say("limit-from-when")}</Fact>
                    </Facts>
                    <p>{words.say("two-approve-why")}</p>
                };
                Self {
                    title: words.say("two-check-title"),
                    label: words.say("two-approve"),
                    passkey: words.say("two-approve-passkey"),
                    back: rule_of(account.id),
                    shown: loosening(account, rule, to, now),
                    facts: facts.into_any(),
                }
            }
        })
    }
}

fn who(words: Words, account: &Account, acting: &Acting) -> AnyView {
    let change = invite_to(account.id);
    let (name, number) = (acting.name.clone(), acting.number.to_string());
    let (of, may) = (account_name(words, account), role(words, acting.role));
    let most = match acting.most {
        Some(most) => words.with("act-most-is", &[("amount", words.money(most).into())]),
        None => words.say("act-most-none").to_owned(),
    };
    let later = acting.role.approves().then(|| view! { <p>{words.say("act-when-approve")}</p> });
    view! {
        <Facts>
            <Fact term=words.say("look-who") change=change.clone()>
                {name}<br/><span class="quiet">{number}</span>
            </Fact>
            <Fact term=words.say("limit-account")>{of}</Fact>
            <Fact term=words.say("act-role") change=change.clone()>{may}</Fact>
            <Fact term=words.say("act-most-term") change=change>{most}</Fact>
        </Facts>
        <div>
            <p>{words.say("act-sees")}</p>
            <p>{words.say("act-approve-why")}</p>
            {later}
        </div>
    }
    .into_any()
}
