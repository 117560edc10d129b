//! What marks a page as practice: a band at its top with the way out, and what to do now where a lesson says so.

use bank::practice::{CODE, LESSON_AMOUNT, Lesson, Player, Progress, shop_number};
use leptos::prelude::*;
use model::Money;

use super::{LESSONS, shop, town};
use crate::{
    components::{Icon, Picture},
    context::{self, Practice},
    words::{Value, Words},
};

/// The band, on every page of practice and on no other.
pub fn band() -> Option<AnyView> {
    let (visit, words) = (context::visit(), context::words());
    let practice = visit.practice.as_ref()?;
    let text = words.say(if practice.in_bank { "practice-band-bank" } else { "practice-band-lessons" });
    let lessons = (visit.path != LESSONS).then(|| {
        view! { <a class="tool" href=LESSONS><Icon of=Picture::List/>{words.say("practice-to-lessons")}</a> }
    });
    let now = task(words, &visit.path, practice).map(|task| {
        view! {
            <div class="task">
                <p><strong>{words.say("practice-now")}</strong></p>
                <p>{task}</p>
            </div>
        }
    });
    Some(
        view! {
            <aside class="practice" aria-label=words.say("practice-name")>
                <div class="wide">
                    <p><strong>{words.say("practice-name")}</strong>" "{text}</p>
                    <div class="ways">
                        {lessons}
                        <a class="tool" href="/" data-leaves-practice="">
                            <Icon of=Picture::Leave/>
                            {words.say("practice-leave")}
                        </a>
                    </div>
                    {now}
                </div>
            </aside>
        }
        .into_any(),
    )
}

/// What to type where a code is asked for: in practice it stands there, and nobody's real one is wanted.
#[must_use]
pub fn code_hint(words: Words) -> String {
    if context::is_play_bank() {
        words.with("practice-code-hint", &[("code", shown_code().into())])
    } else {
        words.say("approve-code-hint").to_owned()
    }
}

/// The code of the play bank, as it is read: in two groups.
#[must_use]
pub fn shown_code() -> String {
    let (first, rest) = CODE.split_at(3);
    format!("{first} {rest}")
}

/// What to do on this page, as the lesson says that was begun last and is not finished.
fn task(words: Words, path: &str, practice: &Practice) -> Option<String> {
    let player = practice.player.as_ref().filter(|_| practice.in_bank)?;
    let last = player.lessons.iter().max_by_key(|progress| progress.started_at)?;
    match (last.lesson, last.is_finished()) {
        (Lesson::Payment, _) => payment_task(words, path, player, last),
        (Lesson::Freeze, false) if last.done == 2 => Some(words.say("task-frozen").to_owned()),
        _ => None,
    }
}

fn payment_task(words: Words, path: &str, player: &Player, progress: &Progress) -> Option<String> {
    let on_receipt = path.starts_with("/payments/");
    let key = match path.rsplit('/').next().unwrap_or_default() {
        _ if on_receipt && progress.is_finished() => "task-receipt",
        _ if progress.is_finished() => return None,
        _ if on_receipt => "task-receipt-other",
        "" => "task-home",
        "pay" => "task-begin",
        "amount" => "task-amount",
        "payee" => "task-payee",
        "review" => "task-review",
        "approve" => "task-approve",
        _ => "task-elsewhere",
    };
    Some(words.with(key, &payment_values(words, player)))
}

/// What the lesson about paying puts into its sentences.
#[must_use]
pub fn payment_values(words: Words, player: &Player) -> [(&'static str, Value<'static>); 5] {
    let said = town(player.language);
    let number = shop_number(player).map(|number| number.to_string()).unwrap_or_default();
    [
        ("amount", words.money(Money::new(LESSON_AMOUNT, said.currency)).into()),
        ("shop", shop(player.language).into()),
        ("number", number.into()),
        ("account", said.everyday.into()),
        ("code", shown_code().into()),
    ]
}
