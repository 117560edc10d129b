//! Practice: the lessons, each on one address that shows the part that is next, and their leaflets.

mod actions;
mod freeze;
mod leaflet;
mod lesson;
mod overview;
mod payment;
mod question;
mod sign_in;

use bank::{Error, practice::Lesson};
use model::ErrorCode;

pub use leaflet::LeafletPage;
pub use lesson::LessonPage;
pub use overview::LessonsPage;

use crate::context;

/// The address of `lesson`.
fn address(lesson: Lesson) -> String {
    format!("/practice/lessons/{}", lesson.code())
}

/// The address of its leaflet.
fn leaflet_address(lesson: Lesson) -> String {
    format!("{}/leaflet", address(lesson))
}

/// The lesson that the address names.
fn named() -> Result<Lesson, Error> {
    let code: String = context::part("lesson")?;
    Lesson::from_code(&code).ok_or_else(|| ErrorCode::NotFound.into())
}

/// What a lesson is called.
const fn title(lesson: Lesson) -> &'static str {
    match lesson {
        Lesson::SignIn => "lesson-sign-in",
        Lesson::Payment => "lesson-payment",
        Lesson::Scams => "lesson-scams",
        Lesson::Freeze => "lesson-freeze",
    }
}

/// What it is about.
const fn about(lesson: Lesson) -> &'static str {
    match lesson {
        Lesson::SignIn => "lesson-sign-in-about",
        Lesson::Payment => "lesson-payment-about",
        Lesson::Scams => "lesson-scams-about",
        Lesson::Freeze => "lesson-freeze-about",
    }
}
