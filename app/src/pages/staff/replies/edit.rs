//! Writing an answer that is kept ready.

use assistant::{Intent, Kind};
use bank::{Error, replies, staff::Duty};
use leptos::prelude::*;
use model::{
    Language, Problems, ReplyId,
    forms::{ReadyReplyForm, ReplyVariable},
};

use super::{NEW, REPLIES, address};
use crate::{
    components::{Button, Card, ErrorSummary, Look, Options, PageHeading, Select, Sentences, TextArea, TextField},
    context,
    islands::PressOnce,
    outcome, pages,
    pages::staff::StaffFrame,
    words::Words,
};

/// A new one.
#[component]
pub fn NewReplyPage() -> impl IntoView {
    pages::answer(std::future::ready(new()))
}

fn new() -> Result<AnyView, Error> {
    context::staff_with(Duty::Replies)?;
    Ok(page(context::words(), None, ReadyReplyForm::default()))
}

/// One that is there.
#[component]
pub fn ReplyPage() -> impl IntoView {
    pages::answer(known())
}

async fn known() -> Result<AnyView, Error> {
    context::staff_with(Duty::Replies)?;
    let id: ReplyId = context::part("id")?;
    let reply = replies::one(&context::bank(), id).await?;
    let text = |language| reply.text(language).unwrap_or_default().to_owned();
    let form = ReadyReplyForm {
        title: reply.title.clone(),
        text_en: text(Language::En),
        text_zh: text(Language::Zh),
        text_es: text(Language::Es),
        about: reply.about.map(Intent::code).unwrap_or_default().to_owned(),
        seen: String::new(),
    };
    // What is saved follows on what is there now: who was told that it has changed has decided.
    Ok(page(context::words(), Some((id, reply.version)), form))
}

fn page(words: Words, known: Option<(ReplyId, i64)>, form: ReadyReplyForm) -> AnyView {
    let waits = known.map_or_else(|| NEW.to_owned(), |(id, _)| address(id));
    let (form, problems) = match outcome::flash::<ReadyReplyForm>(&waits) {
        Some(flash) => (flash.form, flash.problems),
        None => (form, Problems::none()),
    };
    let problems = Sentences::of(words, &problems);
    let (id, seen) = known.map(|(id, version)| (id.to_string(), version.to_string())).unwrap_or_default();
    let title = words.say(if known.is_some() { "reply-change-title" } else { "reply-new-title" });
    let remove = known.map(|(id, _)| remove(words, id));
    let areas = Language::ALL.iter().map(|language| area(words, &form, *language, &problems)).collect_view();
    let back = (REPLIES.to_owned(), words.say("replies-back").to_owned());
    let name = form.title.clone();
    let about = about(words, form.about.clone(), &problems);
    view! {
        <StaffFrame title=title narrow=true>
            <ErrorSummary problems=problems.clone()/>
            <PageHeading title=title back=back><p>{words.say("reply-languages")}</p></PageHeading>
            {variables(words)}
            <PressOnce sending=words.say("sending")>
                <form method="post" action="/do/staff/replies/write" class="stack roomy" data-keep=words.say("kept-back")>
                    <input type="hidden" name="reply" value=id/>
                    <input type="hidden" name="seen" value=seen/>
                    <TextField name="title" label=words.say("reply-name") hint=words.say("reply-name-hint")
                        value=name problem=problems.at("title")/>
                    {areas}
                    {about}
                    <div class="actions"><Button label=words.say("reply-save")/></div>
                </form>
            </PressOnce>
            {remove}
        </StaffFrame>
    }
    .into_any()
}

/// What can be filled in.
fn variables(words: Words) -> impl IntoView {
    let rows = ReplyVariable::ALL.iter().map(move |variable| {
        let code = format!("{{{}}}", variable.code());
        view! { <li><strong translate="no">{code}</strong>" "{words.reply_variable(*variable)}</li> }
    });
    view! { <Card title=words.say("reply-variables")><ul>{rows.collect_view()}</ul></Card> }
}

fn area(words: Words, form: &ReadyReplyForm, language: Language, problems: &Sentences) -> impl IntoView + use<> {
    let (name, typed) = form.field(language);
    let label = words.with("reply-words", &[("language", Words::of(language).say("language-name").into())]);
    view! { <TextArea name=name label=label value=typed.clone() problem=problems.at(name)/> }
}

/// What customers ask that it answers: where somebody asks that, it is suggested.
fn about(words: Words, chosen: String, problems: &Sentences) -> impl IntoView + use<> {
    let answerable = Intent::ALL.iter().filter(|intent| intent.kind() != Kind::Talk);
    let known = answerable.map(|intent| (intent.code().to_owned(), words.intent(*intent).to_owned()));
    let none = (String::new(), words.say("reply-about-none").to_owned());
    let options: Options = std::iter::once(none).chain(known).collect();
    let problem = problems.at("about");
    view! { <Select name="about" label=words.say("reply-about") options=options chosen=chosen problem=problem/> }
}

fn remove(words: Words, id: ReplyId) -> impl IntoView {
    view! {
        <form method="post" action="/do/staff/replies/remove" role="none">
            <input type="hidden" name="reply" value=id.to_string()/>
            <div class="actions"><Button label=words.say("reply-remove") look=Look::Danger/></div>
        </form>
    }
}
