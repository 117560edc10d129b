//! Which kind of page an address is of: what may be told to whoever calls, and never more.

use model::forms::Whereabouts;

/// The kind of page at `path`; `None` where there is no word for it.
pub(super) fn of(path: &str) -> Option<Whereabouts> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    Some(match parts.as_slice() {
        [] => Whereabouts::Home,
        ["accounts"] => Whereabouts::Accounts,
        ["accounts", _, "transactions", ..] => Whereabouts::Transaction,
        ["accounts", _, "statements", ..] => Whereabouts::Statement,
        ["accounts", ..] => Whereabouts::Account,
        ["pay", _, "amount"] => Whereabouts::PayAmount,
        ["pay", _, "payee"] => Whereabouts::PayPayee,
        ["pay", _, "review"] => Whereabouts::PayReview,
        ["pay", _, "approve"] => Whereabouts::PayApprove,
        ["pay", ..] => Whereabouts::Pay,
        ["payments", ..] => Whereabouts::Receipt,
        ["sign-in", "code"] => Whereabouts::SignInCode,
        ["sign-in", "recover", ..] | ["recover", ..] => Whereabouts::Recover,
        ["sign-in", ..] => Whereabouts::SignIn,
        ["you", "preferences"] => Whereabouts::Preferences,
        ["you", "security", ..] => Whereabouts::Security,
        ["you", ..] => Whereabouts::You,
        ["help", "write" | "tickets", ..] => Whereabouts::Tickets,
        ["help", ..] => Whereabouts::Help,
        ["practice", ..] => Whereabouts::Practice,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_of_a_payment_has_its_word() {
        for (path, page) in [
            ("/pay/0abc/amount", Whereabouts::PayAmount),
            ("/pay/0abc/payee?anyone=1", Whereabouts::PayPayee),
            ("/pay/0abc/review", Whereabouts::PayReview),
            ("/pay/0abc/approve", Whereabouts::PayApprove),
            ("/payments/0abc", Whereabouts::Receipt),
            ("/", Whereabouts::Home),
            ("/help/tickets/0abc", Whereabouts::Tickets),
            ("/sign-in?next=%2Fpay", Whereabouts::SignIn),
            ("/sign-in/recover/app", Whereabouts::Recover),
            ("/accounts/0abc/statements/2026-10", Whereabouts::Statement),
            ("/accounts/0abc?text=rent", Whereabouts::Account),
        ] {
            assert_eq!(of(path), Some(page), "{path}");
        }
        assert_eq!(of("/no-such-page"), None);
    }
}
