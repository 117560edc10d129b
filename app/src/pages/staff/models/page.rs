//! The page: what answers now, and each model that was offered, the latest first.

use std::collections::HashMap;

use bank::{
    Error,
    models::{self, Candidate, Stage, Standing, Trouble},
    staff::{Duty, StaffMember},
};
use leptos::prelude::*;
use model::{Problems, StaffId, forms::TakeForm};
use serde::Deserialize;

use super::{
    super::{MODELS, queues},
    figures, people,
};
use crate::{
    addresses::STAFF,
    components::{
        Button, Card, Disclosure, Empty, ErrorSummary, Fact, Facts, Look, Notice, PageHeading, Sentences, Tab, Tabs,
        Tag, Tone,
    },
    context, outcome, pages,
    pages::staff::StaffFrame,
    words::Words,
};

/// Who looks, and what the others are called.
struct Reader {
    words: Words,
    member: StaffMember,
    names: HashMap<StaffId, String>,
}

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// What is looked at: `people`, or the models.
    see: String,
}

/// Which model answers people.
#[component]
pub fn ModelsPage() -> impl IntoView {
    pages::answer(answering())
}

async fn answering() -> Result<AnyView, Error> {
    let member = context::staff_with(Duty::Quality)?;
    let (bank, words) = (context::bank(), context::words());
    let Query { see } = context::query();
    let live = models::standing(&bank).await?;
    let sees_people = see == people::SEE;
    let shown = if sees_people {
        people::cards(words, &models::drift(&bank).await?)
    } else {
        let reader = Reader { words, member, names: queues::names(&bank).await? };
        offered(&reader, &models::all(&bank).await?, live.as_ref())
    };
    let (here, trouble) = (bank.assistant.name(), bank.assistant.trouble());
    let title = words.say("models-title");
    let problems = outcome::flash::<TakeForm>(MODELS).map_or_else(Problems::none, |flash| flash.problems);
    let problems = Sentences::of(words, &problems);
    let now = now(words, &here, live.as_ref().map(|live| live.name.as_str()), trouble);
    Ok(view! {
        <StaffFrame title=title>
            <ErrorSummary problems=problems/>
            <PageHeading title=title back=(STAFF.to_owned(), words.say("staff-back").to_owned())>
                <p>{words.say("models-text")}</p>
            </PageHeading>
            {now}
            <Tabs label=words.say("models-see") tabs=tabs(words, sees_people)/>
            {shown}
        </StaffFrame>
    }
    .into_any())
}

fn tabs(words: Words, sees_people: bool) -> Vec<Tab> {
    let tab = |key, href, current| Tab { label: words.say(key).to_owned(), href, current };
    vec![
        tab("models-see-models", MODELS.to_owned(), !sees_people),
        tab("models-see-people", format!("{MODELS}?see={}", people::SEE), sees_people),
    ]
}

/// Those that were offered, the latest first.
fn offered(reader: &Reader, all: &[Candidate], live: Option<&Standing>) -> AnyView {
    let words = reader.words;
    if all.is_empty() {
        return view! { <Empty text=words.say("models-none")/> }.into_any();
    }
    let cards = all.iter().map(|one| candidate(reader, one, live.is_some_and(|live| live.id == one.id)));
    view! {
        {cards.collect_view()}
        <p class="quiet">{words.say("models-frozen")}</p>
    }
    .into_any()
}

/// What answers on this server, and why it is not what was promoted.
fn now(words: Words, here: &str, wanted: Option<&str>, trouble: Option<Trouble>) -> AnyView {
    let origin = words.say(match wanted {
        _ if here.is_empty() => "models-now-none",
        Some(wanted) if wanted == here => "models-now-promoted",
        Some(_) => "models-now-before",
        None => "models-now-release",
    });
    let name = (!here.is_empty()).then(|| {
        let name = here.to_owned();
        view! { <Facts><Fact term=words.say("models-name")><code translate="no">{name}</code></Fact></Facts> }
    });
    let trouble = trouble.map(|trouble| {
        let text = words.say(match trouble {
            Trouble::Missing => "models-trouble-missing",
            Trouble::Other => "models-trouble-other",
            Trouble::Unusable => "models-trouble-unusable",
        });
        view! { <Notice title=words.say("models-trouble") tone=Tone::Caution><p>{text}</p></Notice> }
    });
    view! { {trouble}<Card title=words.say("models-now")><p>{origin}</p>{name}</Card> }.into_any()
}

/// How far one has come.
fn stage(words: Words, stage: Stage, is_live: bool) -> &'static str {
    words.say(match stage {
        Stage::Offered => "models-offered",
        Stage::Refused => "models-refused",
        Stage::Proposed => "models-proposed",
        Stage::Declined => "models-declined",
        Stage::Promoted if is_live => "models-live",
        Stage::Promoted => "models-replaced",
        Stage::RolledBack => "models-rolled-back",
    })
}

fn candidate(reader: &Reader, one: &Candidate, is_live: bool) -> AnyView {
    let Reader { words, .. } = *reader;
    let name = one.name().to_owned();
    let title = words.with("models-one", &[("name", name.into())]);
    let refusals = one.refusals();
    let reasons = (!refusals.is_empty()).then(|| {
        let reasons = refusals.iter().map(|refusal| view! { <li>{figures::reason(words, refusal)}</li> });
        view! { <h3>{words.say("models-why")}</h3><ul class="bullets">{reasons.collect_view()}</ul> }
    });
    let tables = figures::tables(words, &one.comparison);
    let waits = matches!(one.stage, Stage::Offered | Stage::Proposed);
    let (stage, facts, steps) = (stage(words, one.stage, is_live), facts(reader, one), steps(reader, one, is_live));
    view! {
        <Card title=title>
            <p><Tag label=stage/></p>
            {facts}
            {reasons}
            <Disclosure summary=words.say("models-figures") open=waits>{tables}</Disclosure>
            {steps}
        </Card>
    }
    .into_any()
}

fn facts(reader: &Reader, one: &Candidate) -> AnyView {
    let Reader { words, names, .. } = reader;
    let (words, calendar) = (*words, context::calendar());
    let who = |key: &'static str, who: Option<StaffId>| {
        let name = names.get(&who?)?.clone();
        Some(view! { <Fact term=words.say(key)>{name}</Fact> })
    };
    let learnt = one.learnt.map(|learnt| {
        let [utterances, agreed] = [learnt.utterances, learnt.agreed].map(|many| words.count(many.into()));
        let text = words.with("models-learnt-of", &[("all", utterances.into()), ("agreed", agreed.into())]);
        view! { <Fact term=words.say("models-learnt")>{text}</Fact> }
    });
    let against = match one.against() {
        "" => view! { {words.say("models-nothing")} }.into_any(),
        against => {
            let against = against.to_owned();
            view! { <code translate="no">{against}</code> }.into_any()
        }
    };
    let decided = if one.stage == Stage::Declined { "models-declined-by" } else { "models-agreed-by" };
    let people = [
        who("models-proposed-by", one.proposed_by),
        who(decided, one.decided_by),
        who("models-back-by", one.rolled_back_by),
    ];
    let (file, offered) = (one.sha256.clone(), words.moment(one.offered_at, &calendar));
    view! {
        <Facts>
            <Fact term=words.say("models-when")>{offered}</Fact>
            {learnt}
            <Fact term=words.say("models-against")>{against}</Fact>
            {people.into_iter().flatten().collect_view()}
            <Fact term=words.say("models-file")><code translate="no">{file}</code></Fact>
        </Facts>
    }
    .into_any()
}

/// What whoever looks can do about it.
fn steps(reader: &Reader, one: &Candidate, is_live: bool) -> Option<AnyView> {
    let Reader { words, member, .. } = reader;
    if !member.role.may(Duty::Promoting) {
        return None;
    }
    let form = |action: &'static str, agrees: Option<&'static str>, label: &'static str, look: Look| {
        let (id, name, label) = (one.id.to_string(), one.name().to_owned(), words.say(label));
        let agrees = agrees.map(|agrees| view! { <input type="hidden" name="agrees" value=agrees/> });
        view! {
            <form method="post" action=action role="none">
                <input type="hidden" name="model" value=id/>
                {agrees}
                <Button label=label look=look of=name/>
            </form>
        }
        .into_any()
    };
    let decide = "/do/staff/models/decide";
    let forms = match one.stage {
        Stage::Offered => vec![form("/do/staff/models/propose", None, "models-propose", Look::Main)],
        Stage::Proposed if one.proposed_by == Some(member.id) => {
            return Some(view! { <p>{words.say("models-waits")}</p> }.into_any());
        }
        Stage::Proposed => vec![
            form(decide, Some("yes"), "models-agree", Look::Main),
            form(decide, Some("no"), "models-decline", Look::Second),
        ],
        Stage::Promoted if is_live => vec![form("/do/staff/models/back", None, "models-back", Look::Second)],
        Stage::Promoted | Stage::Refused | Stage::Declined | Stage::RolledBack => return None,
    };
    Some(view! { <div class="actions">{forms}</div> }.into_any())
}
