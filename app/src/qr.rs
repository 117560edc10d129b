//! Pictures that a telephone reads: QR codes.

use std::fmt::Write;

use fast_qr::QRBuilder;
use leptos::prelude::*;

/// How many empty modules stand around a picture (ISO/IEC 18004 section 6.3.8).
const QUIET: usize = 4;

/// `text` as a picture that is called `label`; nothing where it is too long for one.
pub fn figure(text: &str, label: &'static str) -> Option<impl IntoView + use<>> {
    picture(text).map(|(size, path)| {
        view! {
            <figure class="qr">
                <svg viewBox=size role="img" aria-label=label inner_html=path></svg>
            </figure>
        }
    })
}

/// `text` as a QR code: the box of the picture, and its dark modules as one path. `None` where it is too long for one.
fn picture(text: &str) -> Option<(String, String)> {
    let code = QRBuilder::new(text).build().ok()?;
    let side = code.size + 2 * QUIET;
    let mut path = String::from("<path class=\"dark\" d=\"");
    for row in 0..code.size {
        for column in (0..code.size).filter(|column| code[row][*column].value()) {
            write!(path, "M{} {}h1v1h-1z", column + QUIET, row + QUIET).expect("writing to a string cannot fail");
        }
    }
    path.push_str("\"/>");
    Some((format!("0 0 {side} {side}"), path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_its_three_corners_and_a_quiet_border() {
        let (side, path) = picture("https://bank.example/pay/asked/0123456789abcdef0123456789abcdef").unwrap();
        let side: usize = side.rsplit(' ').next().unwrap().parse().unwrap();
        assert!(side > 21 + 2 * QUIET, "{side}");
        let last = side - QUIET - 1;
        for corner in [format!("M{QUIET} {QUIET}h"), format!("M{last} {QUIET}h"), format!("M{QUIET} {last}h")] {
            assert!(path.contains(&corner), "{corner}");
        }
        assert!(!path.contains("M0 ") && !path.contains(" 0h"));
        assert!(picture(&"x".repeat(8_000)).is_none());
    }
}
