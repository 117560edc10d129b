//! Signing in and out: a name and a password, then a one-time code, then where the person was going.

mod actions;
mod code;
mod name;
mod recovery_code;

pub use code::CodePage;
pub use name::SignInPage;
pub use recovery_code::RecoveryCodePage;

use crate::{addresses::is_for_staff, context};

/// Where the second half of a sign-in is.
const CODE: &str = "/sign-in/code";
/// Where it takes a recovery code instead.
const RECOVERY_CODE: &str = "/sign-in/recovery-code";

/// The address to go on to after signing in, if `next` is one; home otherwise.
fn onward(next: &str) -> &str {
    let elsewhere = next.starts_with("/sign-in") || is_for_staff(next);
    if context::is_own_page(next) && !elsewhere { next } else { "/" }
}
