//! HTML written as text, for the few places with so many lines that building them element by element would cost
//! more than finding them. Only literals of this program are taken as markup; whatever else is escaped.

/// A piece of HTML being written.
#[derive(Debug, Default)]
pub struct Html(String);

impl Html {
    /// An empty piece, with room for `bytes`.
    #[must_use]
    pub fn with_capacity(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    /// Adds markup. It must be a literal, so that nothing a person typed can ever be taken for it.
    pub fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Adds text, or the value of an attribute between double quotes.
    pub fn text(&mut self, text: &str) -> &mut Self {
        let mut rest = text;
        while let Some(at) = rest.bytes().position(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')) {
            self.0.push_str(&rest[..at]);
            self.0.push_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => "&#39;",
            });
            rest = &rest[at + 1..];
        }
        self.0.push_str(rest);
        self
    }

    /// Adds a whole number.
    pub fn number(&mut self, number: i64) -> &mut Self {
        let mut digits = [0_u8; 20];
        let mut at = digits.len();
        let mut left = number.unsigned_abs();
        loop {
            at -= 1;
            digits[at] = b'0' + u8::try_from(left % 10).unwrap_or(0);
            left /= 10;
            if left == 0 {
                break;
            }
        }
        if number < 0 {
            self.0.push('-');
        }
        self.0.push_str(std::str::from_utf8(&digits[at..]).unwrap_or("0"));
        self
    }

    /// What was written.
    #[must_use]
    pub fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::Html;

    fn text(text: &str) -> String {
        let mut html = Html::default();
        html.text(text);
        html.finish()
    }

    #[test]
    fn nothing_typed_can_become_markup() {
        assert_eq!(text("<script>alert(1)</script>"), "&lt;script&gt;alert(1)&lt;/script&gt;");
        assert_eq!(text("\" onclick=\"x\" '"), "&quot; onclick=&quot;x&quot; &#39;");
        assert_eq!(text("Marks & Co <b>"), "Marks &amp; Co &lt;b&gt;");
        assert_eq!(text("&lt;"), "&amp;lt;");
    }

    #[test]
    fn everything_else_stays_as_it_is() {
        for plain in ["", "City Water", "陈秀英", "£1,234.50 — piano", "\u{202e}abc", "a\u{0}b"] {
            assert_eq!(text(plain), plain);
        }
    }

    #[test]
    fn no_character_that_html_knows_is_left_whatever_stands_around_it() {
        for before in ["", "x", "é", "银", "&", "<"] {
            for special in ['&', '<', '>', '"', '\''] {
                let typed = format!("{before}{special}{before}");
                let written = text(&typed);
                assert!(!written.contains(['<', '>', '"', '\'']), "{typed:?} became {written:?}");
                let entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
                let bare = entities.iter().fold(written.clone(), |text, entity| text.replace(entity, ""));
                assert!(!bare.contains('&'), "{typed:?} became {written:?}");
            }
        }
    }

    #[test]
    fn numbers_are_written_as_they_are_read() {
        for number in [0, 7, -7, 10, 1_234_567, i64::MAX, i64::MIN] {
            let mut html = Html::default();
            html.number(number);
            assert_eq!(html.finish(), number.to_string());
        }
    }
}
