//! One more question before something that cannot be taken back: the browser's own `<dialog>`. What opens it is a link
//! to its place on the page. With script it opens over the page; without, the browser goes there, and it stands open.

use leptos::prelude::*;

use super::{Button, Example, LinkButton, Look, Part};
use crate::{islands::OpenDialog, words::Words};

/// A link that opens a dialog, and the dialog.
#[component]
pub fn Dialog(
    /// The id of the dialog, its own on the page.
    #[prop(into)]
    id: String,
    /// What is on the link that opens it.
    #[prop(into)]
    opens: String,
    /// How much that link asks for attention.
    #[prop(default = Look::Danger)]
    look: Look,
    /// The question.
    #[prop(into)]
    title: String,
    /// What is on the link that closes it and does nothing.
    #[prop(into)]
    stay: String,
    /// What would happen, and the form that does it.
    children: Children,
) -> impl IntoView {
    let (place, heading) = (format!("#{id}"), format!("{id}-title"));
    let (dialog, labelled) = (id.clone(), heading.clone());
    view! {
        <OpenDialog id=dialog>
            <LinkButton href=place label=opens look=look/>
            <dialog id=id aria-labelledby=labelled>
                <div class="stack">
                    <h2 id=heading>{title}</h2>
                    {children()}
                    <LinkButton href="#main" label=stay look=Look::Second/>
                </div>
            </dialog>
        </OpenDialog>
    }
}

/// As the gallery shows it.
pub(super) const PART: Part =
    Part { name: "part-dialog", about: "part-dialog-about", examples: &[Example::new("example-closed", closed)] };

fn closed(words: Words) -> AnyView {
    view! {
        <div class="actions">
            <Dialog id="dialog-example" opens=words.say("draft-forget") title=words.say("draft-forget-title")
                stay=words.say("draft-keep")>
                <p>{words.say("draft-forget-text")}</p>
                <Button label=words.say("draft-forget") look=Look::Danger/>
            </Dialog>
        </div>
    }
    .into_any()
}
