//! Small pictures of an arrangement: what a browser saw of the page; and where none has looked, where its parts stand. What
//! they show is also said in words.

use bank::layouts::{Picture, Pictures, Window};
use experiments::layout::{Density, Layout, Size};
use leptos::prelude::*;

use crate::words::Words;

const WIDTH: usize = 96;
const HEIGHT: usize = 72;
const GAP: usize = 4;

/// The picture of `layout` among `taken`; else the arrangement as boxes.
pub(super) fn of(layout: &Layout, taken: &[Pictures]) -> AnyView {
    let sha256 = layout.address().to_string();
    let found = taken.iter().find(|pictures| pictures.sha256 == sha256).and_then(|pictures| pictures.all.first());
    found.map_or_else(|| drawn(layout), |picture| image(picture, String::new()))
}

/// One picture, larger, with what it is of in words; else the arrangement as boxes.
pub(super) fn large(words: Words, name: &str, layout: &Layout, taken: &[Picture]) -> AnyView {
    if taken.is_empty() {
        return drawn(layout);
    }
    let described = |picture: &Picture| {
        let key = match picture.window {
            Window::Narrow => "studio-picture-narrow",
            Window::Wide => "studio-picture-wide",
        };
        image(picture, words.with(key, &[("name", name.into())]))
    };
    view! { <div class="pictured">{taken.iter().map(described).collect_view()}</div> }.into_any()
}

/// It is in the page itself: it is small, and nobody who may not see the page can ask for it.
fn image(picture: &Picture, described: String) -> AnyView {
    let (width, height) = match picture.window {
        Window::Narrow => ("160", "400"),
        Window::Wide => ("320", "200"),
    };
    let source = format!("data:image/webp;base64,{}", picture.image());
    view! { <img class="pictured" src=source alt=described width=width height=height/> }.into_any()
}

/// The arrangement in the standard size, as boxes.
fn drawn(layout: &Layout) -> AnyView {
    let placed = layout.placed();
    let standard = placed.iter().filter(|part| part.size == Size::Standard);
    let columns = if standard.clone().any(|part| part.column == "side") { 2 } else { 1 };
    let width = (WIDTH - GAP * (columns + 1)) / columns;
    let kinds = layout.page().kinds();
    let boxes = standard.map(|part| {
        let (left, top, width) = match part.column {
            "head" => (GAP, GAP, WIDTH - 2 * GAP),
            "side" => (2 * GAP + width, GAP, width),
            _ => (GAP, GAP, width),
        };
        let below_head = placed.iter().filter(|other| other.size == Size::Standard && other.column == "head").count();
        let above = part.place - 1 + if part.column == "head" { 0 } else { below_head };
        let height = if part.density == Density::Dense { 12 } else { 18 };
        let class = match kinds.iter().position(|kind| *kind == part.part) {
            Some(0) => "first",
            Some(1) => "second",
            _ => "third",
        };
        view! { <rect class=class x=left y=top + above * (18 + GAP) width=width height=height rx="2"></rect> }
    });
    let boxes = boxes.collect_view();
    let view_box = format!("0 0 {WIDTH} {HEIGHT}");
    view! { <svg class="arranged" viewBox=view_box width=WIDTH height=HEIGHT aria-hidden="true">{boxes}</svg> }
        .into_any()
}
