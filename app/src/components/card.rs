//! A sheet of paper on the paper.

use leptos::prelude::*;

/// A group of things under a heading, set apart.
#[component]
pub fn Card(
    /// What it is about.
    #[prop(into)]
    title: String,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="card">
            <h2>{title}</h2>
            {children()}
        </section>
    }
}

/// What is said where there is nothing to show.
#[component]
pub fn Empty(
    /// Why there is nothing, or what to do.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <p class="empty">{text}</p> }
}
