//! Writing an arrangement: by choosing where each part stands, or as JSON.

use bank::{
    Error,
    layouts::{self, Stage},
    staff::Duty,
};
use experiments::layout::{Density, Layout, Lines, Page, Part, Size, choices, chosen, field};
use leptos::prelude::*;
use model::{
    ArrangementId, ErrorCode, Problems,
    forms::{ArrangeForm, PlacesForm},
};
use serde::Deserialize;

use super::{DESIGN, address, found, read, told::in_size};
use crate::{
    components::{Button, ErrorSummary, Look, Notice, PageHeading, Sentences, TextArea, TextField, Tone},
    context, layouts as arranged, outcome, pages,
    pages::staff::StaffFrame,
    words::Words,
};

/// What a form says where what it holds is to be written on in the other way. Nothing is kept yet, and nothing is lost.
const TURN: &str = "turn";

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    /// Of which page: its word.
    page: String,
    /// The name of the arrangement to begin with.
    from: String,
    /// `json` for whoever writes it themselves.
    by: String,
}

/// What is written, in either way.
pub(super) struct Writing {
    /// Of which page.
    pub(super) page: Page,
    /// The draft that is changed, and the version of it that was seen; `None` for a new one.
    pub(super) draft: Option<(ArrangementId, i64)>,
    /// With which one it begins, where it is new.
    pub(super) from: String,
}

impl Writing {
    /// Where it is written, in one of the two ways.
    pub(super) fn address(&self, by: &str) -> String {
        match self.draft {
            Some((id, _)) => format!("{}/edit?by={by}", address(id)),
            None => format!("{DESIGN}/new?page={}&from={}&by={by}", self.page.word(), self.from),
        }
    }
}

/// A new one.
#[component]
pub fn NewArrangementPage() -> impl IntoView {
    pages::answer(new())
}

async fn new() -> Result<AnyView, Error> {
    context::staff_with(Duty::Arranging)?;
    let Query { page, from, by } = context::query();
    let page = Page::of(&page).unwrap_or(Page::Home);
    let from = if from.is_empty() { arranged::CONTROL.to_owned() } else { from };
    let layout = found(&context::bank(), page, &from).await?;
    Ok(view(&Writing { page, draft: None, from }, String::new(), &layout, &by))
}

/// A draft.
#[component]
pub fn EditArrangementPage() -> impl IntoView {
    pages::answer(edit())
}

async fn edit() -> Result<AnyView, Error> {
    let member = context::staff_with(Duty::Arranging)?;
    let id: ArrangementId = context::part("id")?;
    let kept = layouts::one(&context::bank(), id).await?;
    if kept.head.author != member.id {
        return Err(ErrorCode::Forbidden.into());
    }
    let layout = read(&kept.body)?;
    // What was handed in is not written any more: its page says how far it is.
    if kept.head.stage != Stage::Draft {
        context::redirect(&address(id));
    }
    let writing = Writing { page: layout.page(), draft: Some((id, kept.head.version)), from: String::new() };
    Ok(view(&writing, kept.head.name, &layout, &context::query::<Query>().by))
}

fn view(writing: &Writing, name: String, layout: &Layout, by: &str) -> AnyView {
    let words = context::words();
    let json = by == "json";
    let (problems, form) =
        if json { as_json(words, writing, name, layout) } else { as_choices(words, writing, name, layout) };
    let (title, back) = match writing.draft {
        Some((id, _)) => ("studio-edit-title", address(id)),
        None => ("studio-new-title", DESIGN.to_owned()),
    };
    let page = words.arranged_page(writing.page);
    view! {
        <StaffFrame title=words.say(title)>
            <ErrorSummary problems=problems/>
            <PageHeading title=words.say(title) back=(back, words.say("studio-back").to_owned())>
                <p class="quiet">{page}</p>
            </PageHeading>
            {form}
        </StaffFrame>
    }
    .into_any()
}

/// What every form of an arrangement says of itself.
fn hidden(writing: &Writing) -> impl IntoView + use<> {
    let (id, seen) = writing.draft.map_or_else(Default::default, |(id, seen)| (id.to_string(), seen.to_string()));
    let (page, from) = (writing.page.word(), writing.from.clone());
    view! {
        <input type="hidden" name="page" value=page/>
        <input type="hidden" name="from" value=from/>
        <input type="hidden" name="arrangement" value=id/>
        <input type="hidden" name="seen" value=seen/>
    }
}

/// What is done with what is written: it is kept, or written on in the other way.
fn actions(words: Words, other: &'static str) -> impl IntoView + use<> {
    view! {
        <div class="actions">
            <Button label=words.say("studio-save")/>
            <Button label=words.say(other) look=Look::Second says=(TURN, "yes".to_owned())/>
        </div>
    }
}

fn named(words: Words, name: String, problems: &Sentences) -> impl IntoView + use<> {
    view! {
        <TextField name="name" label=words.say("studio-name") hint=words.say("studio-name-hint") value=name
            problem=problems.at("name")/>
    }
}

/// Where what was written is wrong. The sentence is that of the program which reads it, in English.
fn mistake(words: Words, problems: &Problems, text: &str, lined: bool) -> Option<AnyView> {
    problems.of("body").filter(|code| *code == ErrorCode::ArrangementWrong)?;
    let mistake = Layout::parse(text).err()?;
    let place = lined.then(|| {
        let number = |place: usize| words.count(u64::try_from(place).unwrap_or_default());
        let values = [("line", number(mistake.line).into()), ("column", number(mistake.column).into())];
        view! { <p>{words.with("studio-mistake", &values)}</p> }
    });
    Some(
        view! {
            <Notice title=words.say("studio-mistake-title") tone=Tone::Caution>
                {place}
                <p><code lang="en" translate="no">{mistake.what}</code></p>
            </Notice>
        }
        .into_any(),
    )
}

fn as_json(words: Words, writing: &Writing, name: String, layout: &Layout) -> (Sentences, AnyView) {
    let flash = outcome::flash::<ArrangeForm>(&writing.address("json"));
    let problems = flash.as_ref().map_or_else(Problems::none, |flash| flash.problems.clone());
    let form = flash.map_or_else(
        || ArrangeForm { name, body: chosen(writing.page, &choices(layout)), seen: String::new() },
        |flash| flash.form,
    );
    let sentences = Sentences::of(words, &problems);
    let wrong = mistake(words, &problems, &form.body, true);
    let view = view! {
        <form method="post" action="/do/staff/design/write" class="stack roomy written" data-keep=words.say("kept-back")>
            {hidden(writing)}
            {named(words, form.name, &sentences)}
            {wrong}
            <TextArea name="body" label=words.say("studio-body") hint=words.say("studio-body-hint") value=form.body
                problem=sentences.at("body")/>
            {actions(words, "studio-as-form")}
        </form>
    };
    (sentences, view.into_any())
}

fn as_choices(words: Words, writing: &Writing, name: String, layout: &Layout) -> (Sentences, AnyView) {
    let flash = outcome::flash::<PlacesForm>(&writing.address("form"));
    let problems = flash.as_ref().map_or_else(Problems::none, |flash| flash.problems.clone());
    let form =
        flash.map_or_else(|| PlacesForm { name, places: choices(layout), seen: String::new() }, |flash| flash.form);
    let sentences = Sentences::of(words, &problems);
    let wrong = mistake(words, &problems, &chosen(writing.page, &form.places), false);
    let parts = writing.page.parts();
    let of_size = |size: Size| {
        let parts_here = parts.iter().map(|part| {
            let value = |what: &str| form.places.get(&field(size, part.word, what)).cloned().unwrap_or_default();
            fields(words, (size, *part), parts.len(), value, &sentences)
        });
        let parts_here = parts_here.collect_view();
        view! { <section class="stack roomy"><h2>{in_size(words, size)}</h2>{parts_here}</section> }
    };
    let sizes = Size::ALL.map(of_size).into_iter().collect_view();
    let view = view! {
        <form method="post" action="/do/staff/design/choose" class="stack roomy arranging">
            {hidden(writing)}
            {named(words, form.name, &sentences)}
            {wrong}
            <div class="two" id="body">{sizes}</div>
            {actions(words, "studio-as-json")}
        </form>
    };
    (sentences, view.into_any())
}

/// The choices about one part in one size.
fn fields(
    words: Words,
    (size, part): (Size, Part),
    count: usize,
    value: impl Fn(&str) -> String,
    problems: &Sentences,
) -> AnyView {
    let columns = size.columns().into_iter().filter(|column| part.may_stand_in(column));
    let columns = columns.map(|column| (column.to_owned(), words.arranged_column(column).to_owned())).collect();
    let number = |number: u64| (number.to_string(), words.count(number));
    let places = (1..=u64::try_from(count).unwrap_or(1)).map(number).collect();
    let densities = [(Density::Roomy, "studio-density-roomy"), (Density::Dense, "studio-density-dense")];
    let densities = densities.map(|(density, label)| (density.word().to_owned(), words.say(label).to_owned())).into();
    let choose = |what: &'static str, label: &'static str, options: Vec<(String, String)>| {
        let name = field(size, part.word, what);
        let problem = problems.at(&name);
        choice(&name, words.say(label), options, (&value(what), problem))
    };
    let lines = part.has_lines.then(|| {
        let fit = (String::new(), words.say("studio-lines-fit").to_owned());
        let numbers = (u64::from(Lines::FEWEST)..=u64::from(Lines::MOST)).map(number);
        choose("lines", "studio-lines", std::iter::once(fit).chain(numbers).collect())
    });
    view! {
        <fieldset class="stack">
            <legend>{words.arranged_part(part.word)}</legend>
            {choose("column", "studio-place", columns)}
            {choose("order", "studio-order", places)}
            {choose("density", "studio-density", densities)}
            {lines}
        </fieldset>
    }
    .into_any()
}

/// A choice whose name is made of what it is about.
fn choice(
    name: &str,
    label: &'static str,
    options: Vec<(String, String)>,
    (chosen, problem): (&str, Option<String>),
) -> AnyView {
    let options = options.into_iter().map(|(value, text)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{text}</option> }
    });
    let options = options.collect_view();
    let (id, name) = (name.to_owned(), format!("places[{name}]"));
    let (invalid, wrong) = (problem.is_some(), format!("{id}-wrong"));
    let described = invalid.then(|| wrong.clone());
    let problem = problem.map(|problem| view! { <p class="wrong" id=wrong>{problem}</p> });
    view! {
        <div class=if invalid { "field bad" } else { "field" }>
            <label for=id.clone()>{label}</label>
            {problem}
            <select id=id name=name aria-describedby=described aria-invalid=invalid.then_some("true")>{options}</select>
        </div>
    }
    .into_any()
}
