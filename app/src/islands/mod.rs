//! The only code that reaches the browser. Every page is complete without it; with it some are kinder.
//!
//! An island is put around the HTML it helps and listens to what bubbles up from it, so that a field is never
//! taken away from the person who is typing in it.

mod account_number_check;
mod amount_echo;
mod heard;
mod open_dialog;
mod press_once;
mod print_button;
mod read_aloud;
mod typed;
mod voice;

pub use account_number_check::AccountNumberCheck;
pub use amount_echo::{AmountEcho, Sign};
pub use open_dialog::OpenDialog;
pub use press_once::PressOnce;
pub use print_button::PrintButton;
pub use read_aloud::{ReadAloud, ReadWords};
