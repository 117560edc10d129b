//! Stopping everything: two presses, the device of somebody else signed out, a look at what is stopped, and the way
//! back.

use bank::{
    Error,
    practice::{self, Device, Lesson, PlayBank, Player},
};
use leptos::prelude::*;
use model::forms::PretendCodeForm;
use serde::Deserialize;

use super::{
    address,
    lesson::sheet,
    overview::StartForm,
    sign_in::{code_form, pretend_app},
};
use crate::{
    components::{Button, Card, LinkButton, Look, Notice, Sentences, Tone},
    context, outcome,
    practice::BANK,
    words::Words,
};

/// What the address may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// Whether the first of two presses was made.
    sure: String,
    /// Whether the player's own device was signed out, where another was meant.
    own: String,
}

/// The part that is next.
pub(super) async fn view(words: Words, play: &PlayBank, player: &Player, part: u8) -> Result<AnyView, Error> {
    let query: Query = context::query();
    let problems = outcome::flash::<PretendCodeForm>(&address(Lesson::Freeze)).map(|flash| flash.problems);
    let problems = Sentences::of(words, &problems.unwrap_or_default());
    let content = match part {
        0 if query.sure == "1" => sure(words),
        0 => alarm(words, &practice::devices(play, player).await?),
        1 => sign_out(words, &practice::devices(play, player).await?, query.own == "1"),
        2 => look(words),
        _ => thaw(words, &problems),
    };
    Ok(sheet(words, Lesson::Freeze, part, &problems, content))
}

/// Something is wrong, and there is one thing to press.
fn alarm(words: Words, devices: &[Device]) -> AnyView {
    let lines = devices.iter().map(|device| view! { <li>{device.name.clone()}</li> }).collect_view();
    let next = format!("{}?sure=1", address(Lesson::Freeze));
    view! {
        <p>{words.say("freeze-story")}</p>
        <Card title=words.say("freeze-devices")><ul>{lines}</ul></Card>
        <p>{words.say("freeze-what")}</p>
        <div class="actions"><LinkButton href=next label=words.say("freeze-press") look=Look::Danger/></div>
    }
    .into_any()
}

fn sure(words: Words) -> AnyView {
    view! {
        <Notice title=words.say("freeze-sure") tone=Tone::Caution>
            <p>{words.say("freeze-sure-1")}</p>
            <p>{words.say("freeze-sure-2")}</p>
        </Notice>
        <div class="actions">
            <form method="post" action="/practice/do/freeze" role="none">
                <Button label=words.say("freeze-now") look=Look::Danger/>
            </form>
            <LinkButton href=address(Lesson::Freeze) label=words.say("freeze-not-yet") look=Look::Second/>
        </div>
    }
    .into_any()
}

fn sign_out(words: Words, devices: &[Device], own: bool) -> AnyView {
    // A day later the pretend devices are gone: the lesson begins again.
    if devices.is_empty() {
        return view! { <StartForm lesson=Lesson::Freeze label="lesson-again" look=Look::Main/> }.into_any();
    }
    let mistaken = own.then(|| {
        view! {
            <Notice title=words.say("freeze-own-title") tone=Tone::Caution><p>{words.say("freeze-own")}</p></Notice>
        }
    });
    let cards = devices.iter().map(|device| {
        let unseen = device.name.clone();
        let (name, key) = (device.name.clone(), device.key.to_string());
        view! {
            <section class="card">
                <h3>{name}</h3>
                <form method="post" action="/practice/do/device" role="none">
                    <input type="hidden" name="key" value=key/>
                    <button type="submit" class="button danger">
                        {words.say("freeze-end")}<span class="unseen">" "{unseen}</span>
                    </button>
                </form>
            </section>
        }
    });
    view! {
        {mistaken}
        <h2>{words.say("freeze-end-title")}</h2>
        <p>{words.say("freeze-end-text")}</p>
        {cards.collect_view()}
    }
    .into_any()
}

fn look(words: Words) -> AnyView {
    view! {
        <h2>{words.say("freeze-look-title")}</h2>
        <p>{words.say("freeze-look-text")}</p>
        <div class="actions">
            <LinkButton href=format!("{BANK}/accounts") label=words.say("freeze-look-go") look=Look::Second/>
            <form method="post" action="/practice/do/next" role="none">
                <input type="hidden" name="lesson" value=Lesson::Freeze.code()/>
                <input type="hidden" name="part" value="2"/>
                <Button label=words.say("freeze-look-done")/>
            </form>
        </div>
    }
    .into_any()
}

fn thaw(words: Words, problems: &Sentences) -> AnyView {
    view! {
        <h2>{words.say("freeze-thaw-title")}</h2>
        <p>{words.say("freeze-thaw-text")}</p>
        {pretend_app(words)}
        {code_form(words, "/practice/do/thaw", "freeze-thaw", problems)}
    }
    .into_any()
}
