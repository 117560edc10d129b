//! What can be done about an arrangement next, by whoever looks at it.

use bank::{
    layouts::{Arrangement, NEW_DAYS, Stage},
    staff::{Duty, StaffMember},
};
use leptos::prelude::*;
use model::{
    ArrangementId, Language, Problems,
    forms::{Audience, DeviceClass, Goal, LaunchForm, NoteForm, RefuseForm, TakeForm, Tenure},
};

use super::super::queues;
use super::{address, new_address};
use crate::{
    components::{Button, Card, Choice, Choices, Link, Look, Options, Select, Sentences, TextArea, TextField},
    islands::PressOnce,
    words::Words,
};

/// What was typed before and was not right, and what is wrong with it: of one form at a time.
pub(super) struct Typed {
    remark: NoteForm,
    refuse: RefuseForm,
    launch: LaunchForm,
    pub(super) problems: Problems,
}

impl Typed {
    pub(super) fn of(id: ArrangementId) -> Self {
        let mut problems = Problems::none();
        for word in ["submit", "approve", "promote", "stop", "retire"] {
            let _: TakeForm = queues::typed(&address(id), word, &mut problems);
        }
        Self {
            remark: queues::typed(&address(id), "remark", &mut problems),
            refuse: queues::typed(&address(id), "refuse", &mut problems),
            launch: queues::typed(&address(id), "launch", &mut problems),
            problems,
        }
    }
}

/// A form of this page in a card: it says of which arrangement, and which version of it was seen.
fn form(words: Words, kept: &Arrangement, action: &'static str, title: &'static str, fields: AnyView) -> AnyView {
    let (id, seen) = (kept.head.id.to_string(), kept.head.version.to_string());
    let title = words.say(title);
    view! {
        <Card title=title>
            <PressOnce sending=words.say("sending")>
                <form method="post" action=action class="stack" aria-label=title data-keep=words.say("kept-back")>
                    <input type="hidden" name="arrangement" value=id/>
                    <input type="hidden" name="seen" value=seen/>
                    {fields}
                </form>
            </PressOnce>
        </Card>
    }
    .into_any()
}

/// A form without fields: a sentence and a button.
fn press(
    words: Words,
    kept: &Arrangement,
    action: &'static str,
    [title, text, button]: [&'static str; 3],
    look: Look,
) -> AnyView {
    let fields = view! {
        <p>{words.say(text)}</p>
        <div class="actions"><Button label=words.say(button) look=look/></div>
    };
    form(words, kept, action, title, fields.into_any())
}

/// Everything that can be done.
pub(super) fn view(
    words: Words,
    (kept, is_halted): (&Arrangement, bool),
    member: &StaffMember,
    typed: Typed,
    problems: &Sentences,
) -> AnyView {
    let is_author = member.id == kept.head.author;
    let Typed { remark, refuse, launch, .. } = typed;
    let next = match kept.head.stage {
        Stage::Draft => is_author.then(|| {
            let words_of = ["studio-submit-title", "studio-submit-text", "studio-submit-send"];
            let edit = format!("{}/edit", address(kept.head.id));
            view! {
                <Link href=edit label=words.say("studio-edit")/>
                {press(words, kept, "/do/staff/design/submit", words_of, Look::Main)}
            }
            .into_any()
        }),
        Stage::Checked if is_author => Some(view! { <p>{words.say("studio-approve-own")}</p> }.into_any()),
        Stage::Checked => {
            let words_of = ["studio-approve-title", "studio-approve-text", "studio-approve-send"];
            Some(press(words, kept, "/do/staff/design/approve", words_of, Look::Main))
        }
        Stage::Approved if kept.did_harm() => Some(view! { <p>{words.say("studio-harmed")}</p> }.into_any()),
        Stage::Approved if is_halted => Some(view! { <p>{words.say("studio-all-halted")}</p> }.into_any()),
        Stage::Approved => Some(launching(words, kept, launch, problems)),
        Stage::Live => Some(shown(words, kept, is_author)),
        Stage::Submitted | Stage::Refused | Stage::Retired => None,
    };
    let refusable = matches!(kept.head.stage, Stage::Submitted | Stage::Checked | Stage::Approved);
    let refuse = refusable.then(|| {
        let fields = view! {
            <TextArea name="why" label=words.say("studio-refuse") value=refuse.why problem=problems.at("why")/>
            <div class="actions"><Button label=words.say("studio-refuse-send") look=Look::Second/></div>
        };
        form(words, kept, "/do/staff/design/refuse", "studio-refuse-send", fields.into_any())
    });
    let retirable = matches!(kept.head.stage, Stage::Draft | Stage::Checked | Stage::Approved | Stage::Refused);
    let retire = retirable.then(|| {
        let words_of = ["studio-retire-title", "studio-retire-text", "studio-retire-send"];
        press(words, kept, "/do/staff/design/retire", words_of, Look::Second)
    });
    let again = member.role.may(Duty::Arranging).then(|| again(words, kept));
    let fields = view! {
        <TextArea name="note" label=words.say("studio-remark") value=remark.note problem=problems.at("note")/>
        <div class="actions"><Button label=words.say("studio-remark-send") look=Look::Second/></div>
    };
    let remark = form(words, kept, "/do/staff/design/remark", "studio-remark-title", fields.into_any());
    view! { {next}{remark}{refuse}{retire}{again} }.into_any()
}

fn again(words: Words, kept: &Arrangement) -> Option<AnyView> {
    let page = experiments::layout::Page::of(&kept.head.page)?;
    let href = new_address(page, &kept.head.name);
    Some(view! { <Link href=href label=words.say("studio-again")/> }.into_any())
}

/// Showing it to customers.
fn launching(words: Words, kept: &Arrangement, typed: LaunchForm, problems: &Sentences) -> AnyView {
    let choice = |value: &'static str, label: &'static str| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        ..Choice::default()
    };
    let audiences = Audience::ALL.iter().map(|one| choice(one.code(), words.audience(*one))).collect();
    let journey = kept.journey();
    let goals = Goal::ALL.iter().map(|one| choice(one.code(), words.goal(journey, *one))).collect();
    let guards =
        journey.guarded().iter().map(|measure| view! { <li>{words.measure(journey, *measure)}</li> }).collect_view();
    let all = (String::new(), words.say("studio-language-all").to_owned());
    let languages = Language::ALL.iter();
    let languages = languages.map(|one| (one.code().to_owned(), Words::of(*one).say("language-name").to_owned()));
    let languages: Options = std::iter::once(all).chain(languages).collect();
    let devices = DeviceClass::ALL.iter().map(|one| (one.code().to_owned(), words.device_class(*one).to_owned()));
    let tenures = Tenure::ALL.iter().map(|one| (one.code().to_owned(), words.tenure(*one).to_owned()));
    let tenure_hint = words.with("studio-tenure-hint", &[("days", NEW_DAYS.into())]);
    let audience = if typed.audience.is_empty() { Audience::Everybody.code().to_owned() } else { typed.audience };
    let fields = view! {
        <p>{words.say("studio-launch-text")}</p>
        <TextField name="share" label=words.say("studio-share") hint=words.say("studio-share-hint") value=typed.share
            problem=problems.at("share")/>
        <Choices name="audience" label=words.say("studio-audience") choices=audiences chosen=audience
            problem=problems.at("audience")/>
        <Select name="device" label=words.say("studio-device") options=devices.collect() chosen=typed.device
            problem=problems.at("device")/>
        <Select name="tenure" label=words.say("studio-tenure") hint=tenure_hint options=tenures.collect()
            chosen=typed.tenure problem=problems.at("tenure")/>
        <Select name="language" label=words.say("studio-language") options=languages chosen=typed.language
            problem=problems.at("language")/>
        <TextField name="wait" label=words.say("studio-wait") hint=words.say("studio-wait-hint") value=typed.wait
            problem=problems.at("wait")/>
        <TextField name="days" label=words.say("studio-days") hint=words.say("studio-days-hint") value=typed.days
            problem=problems.at("days")/>
        <Choices name="goal" label=words.say("studio-goal") choices=goals chosen=typed.goal
            problem=problems.at("goal")/>
        <p>{words.say("studio-guards")}</p>
        <ul class="told">{guards}</ul>
        <div class="actions"><Button label=words.say("studio-launch-send")/></div>
    };
    form(words, kept, "/do/staff/design/launch", "studio-launch-title", fields.into_any())
}

/// Keeping what is shown, or taking it back.
fn shown(words: Words, kept: &Arrangement, is_author: bool) -> AnyView {
    if kept.is_for_good() {
        let words_of = ["studio-stop-title", "studio-stop-text", "studio-back-send"];
        return press(words, kept, "/do/staff/design/stop", words_of, Look::Main);
    }
    let promote = ["studio-promote-title", "studio-promote-text", "studio-promote-send"];
    let stop = ["studio-stop-title", "studio-stop-text", "studio-stop-send"];
    let promote = if is_author {
        view! { <p>{words.say("studio-promote-own")}</p> }.into_any()
    } else {
        press(words, kept, "/do/staff/design/promote", promote, Look::Main)
    };
    view! {
        {promote}
        {press(words, kept, "/do/staff/design/stop", stop, Look::Second)}
    }
    .into_any()
}
