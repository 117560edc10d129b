//! A small picture of an arrangement: where its parts stand. What it shows is also said in words.

use experiments::layout::{Density, Layout, Size};
use leptos::prelude::*;

const WIDTH: usize = 96;
const HEIGHT: usize = 72;
const GAP: usize = 4;

/// The arrangement in the standard size, as boxes.
pub(super) fn of(layout: &Layout) -> AnyView {
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
