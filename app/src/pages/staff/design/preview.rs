//! An arrangement in frames: both sizes, on a telephone and on a desk, alone or beside another.

use bank::{Error, layouts, staff::Duty};
use experiments::layout::{Page, Size};
use leptos::prelude::*;
use model::{Contrast, ErrorCode, Language, TextSize};
use serde::Deserialize;

use super::{DESIGN, found, told::in_size};
use crate::{
    addresses::encoded,
    components::{Button, Card, Link, Look, Options, PageHeading, Select},
    context, pages,
    pages::staff::StaffFrame,
    words::Words,
};

/// How wide the frames are, in CSS pixels: the narrowest that pages are made for (WCAG 2.2 criterion 1.4.10), and a desk.
const WIDTHS: [u32; 2] = [320, 1_100];

/// What the address of the page may say.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Query {
    page: String,
    name: String,
    /// What stands beside it.
    with: String,
    language: String,
    contrast: String,
    /// `on` where scripts run in the frames.
    scripts: String,
    /// `yes` where a conversation has begun.
    begun: String,
}

/// How the frames are shown, as it was asked for.
#[derive(Clone, Copy)]
struct How {
    language: Language,
    contrast: Contrast,
    scripts: bool,
    begun: bool,
}

/// An arrangement in frames.
#[component]
pub fn PreviewPage() -> impl IntoView {
    pages::answer(preview())
}

async fn preview() -> Result<AnyView, Error> {
    context::staff_with(Duty::Layouts)?;
    let (bank, words) = (context::bank(), context::words());
    let Query { page, name, with, language, contrast, scripts, begun } = context::query();
    let (page, name) = if name.is_empty() {
        (Page::Home, crate::layouts::CONTROL.to_owned())
    } else {
        (Page::of(&page).ok_or(ErrorCode::NotFound)?, name)
    };
    let how = How {
        language: Language::from_code(&language).unwrap_or_default(),
        contrast: Contrast::from_code(&contrast).unwrap_or_default(),
        scripts: scripts == "on",
        begun: begun == "yes",
    };
    // Only what is there gets a link.
    let mut shown = vec![name.clone()];
    shown.extend((!with.is_empty() && with != name).then(|| with.clone()));
    let (previews, now, mut links) = (context::site().previews.clone(), context::visitor().now(), Vec::new());
    for name in shown {
        let sha256 = found(&bank, page, &name).await?.address().to_string();
        let link = previews.link(page, &name, &sha256, now);
        links.push(Shown { name, link, says: None, begun: begun == "yes" });
    }
    let How { language, contrast, scripts, .. } = how;
    let frames = frames(words, &links, &Asked { languages: &[language], contrast, scripts });
    let link =
        links.first().map(|shown| view! { <Link href=shown.link.clone() label=words.say("studio-preview-link")/> });
    let asking = asking(words, (page, &name), (others(&bank, page, &name).await?, with), how);
    let title = words.with("studio-preview-of", &[("name", (&name).into())]);
    Ok(view! {
        <StaffFrame title=title.clone()>
            <PageHeading title=title back=(DESIGN.to_owned(), words.say("studio-back").to_owned())>
                <p class="quiet">{words.arranged_page(page)}</p>
            </PageHeading>
            <p>{words.say("studio-preview-text")}</p>
            {link}
            {asking}
            {frames}
        </StaffFrame>
    }
    .into_any())
}

/// What else there is of the page.
async fn others(bank: &bank::Bank, page: Page, name: &str) -> Result<Options, Error> {
    let all = context::site().arrangements();
    let own = all.names(page).into_iter().map(str::to_owned);
    let written = layouts::all(bank).await?.into_iter().filter(|(head, _)| head.page == page.word());
    let names = own.chain(written.map(|(head, _)| head.name)).filter(|other| other != name);
    Ok(names.map(|name| (name.clone(), name)).collect())
}

/// How it is shown.
fn asking(
    words: Words,
    (page, name): (Page, &str),
    (others, with): (Options, String),
    How { language, contrast, scripts, begun }: How,
) -> impl IntoView + use<> {
    let option = |value: &str, key: &'static str| (value.to_owned(), words.say(key).to_owned());
    let beside = std::iter::once(option("", "studio-preview-beside-none")).chain(others).collect();
    let languages = Language::ALL.iter();
    let languages = languages.map(|one| (one.code().to_owned(), Words::of(*one).say("language-name").to_owned()));
    let contrasts = vec![
        option(Contrast::default().code(), "studio-preview-usual"),
        option(Contrast::More.code(), "studio-preview-more"),
    ];
    let switch = vec![option("off", "studio-preview-off"), option("on", "studio-preview-on")];
    // Of the pages alone on which something goes on.
    let begun = (page == Page::Chat).then(|| {
        let options = vec![option("", "studio-preview-unsaid"), option("yes", "chat-said")];
        let chosen = if begun { "yes" } else { "" };
        view! { <Select name="begun" label=words.say("studio-page-chat") options=options chosen=chosen/> }
    });
    let (page, name) = (page.word(), name.to_owned());
    view! {
        <form method="get" action="/staff/design/preview" class="stack" aria-label=words.say("studio-preview-button")>
            <input type="hidden" name="page" value=page/>
            <input type="hidden" name="name" value=name/>
            <Select name="with" label=words.say("studio-preview-beside") options=beside chosen=with/>
            <Select name="language" label=words.say("studio-preview-language") options=languages.collect()
                chosen=language.code()/>
            <Select name="contrast" label=words.say("studio-preview-contrast") options=contrasts
                chosen=contrast.code()/>
            <Select name="scripts" label=words.say("studio-preview-scripts") options=switch
                chosen=if scripts { "on" } else { "off" }/>
            {begun}
            <div class="actions"><Button label=words.say("studio-preview-button") look=Look::Second/></div>
        </form>
    }
}

/// An arrangement that stands in frames.
pub(in crate::pages) struct Shown {
    /// What it is called.
    pub(in crate::pages) name: String,
    /// The link that shows it.
    pub(in crate::pages) link: String,
    /// Where that changes under the same link: the hash of what it says now.
    pub(in crate::pages) says: Option<String>,
    /// Whether what goes on for a while has begun.
    pub(in crate::pages) begun: bool,
}

/// How frames are shown.
pub(in crate::pages) struct Asked<'a> {
    /// In which languages, one beside the other.
    pub(in crate::pages) languages: &'a [Language],
    pub(in crate::pages) contrast: Contrast,
    /// Whether scripts run in them.
    pub(in crate::pages) scripts: bool,
}

/// Every frame: size by size, and in each language by language and width by width, what is compared side by side.
pub(in crate::pages) fn frames(words: Words, shown: &[Shown], asked: &Asked<'_>) -> AnyView {
    let &Asked { languages, contrast, scripts } = asked;
    // The pages are ours: they may read their own style sheet, and nothing runs in them unless that is asked for.
    let sandbox = if scripts { "allow-same-origin allow-scripts" } else { "allow-same-origin" };
    let frame = |size: Size, language: Language, width: u32, Shown { name, link, says, begun }: &Shown| {
        let text = if size == Size::Large { TextSize::Large } else { TextSize::Standard };
        let begun = if *begun { "&begun=yes" } else { "" };
        let (spoken, contrast) = (encoded(language.code()), encoded(contrast.code()));
        let query = format!("language={spoken}&text={}&contrast={contrast}{begun}", text.code());
        let wide = words.count(u64::from(width));
        let title = words.with(
            "studio-preview-frame",
            &[
                ("name", name.into()),
                ("language", Words::of(language).say("language-name").into()),
                ("size", in_size(words, size).into()),
                ("width", wide.into()),
            ],
        );
        let source = format!("{link}?{query}");
        let (says, width) = (says.clone(), width.to_string());
        view! { <iframe src=source title=title sandbox=sandbox width=width data-says=says></iframe> }
    };
    let of_size = |size: Size| {
        let in_language = |language: &Language| {
            let widths = WIDTHS.into_iter().flat_map(|width| shown.iter().map(move |shown| (width, shown)));
            widths.map(|(width, shown)| frame(size, *language, width, shown)).collect::<Vec<_>>()
        };
        let frames: Vec<_> = languages.iter().flat_map(in_language).collect();
        let title = in_size(words, size);
        view! {
            <Card title=title>
                <section class="frames" tabindex="0" aria-label=title>{frames}</section>
            </Card>
        }
    };
    Size::ALL.map(of_size).into_iter().collect_view().into_any()
}
