//! Lines of text: where they end, so that they fit.

/// `text` in lines of at most `width`, as `measure` has it. A line ends at a space, or between two Chinese letters; a
/// word that is wider than a line ends where it must.
pub(super) fn wrapped(text: &str, width: f32, mut measure: impl FnMut(&str) -> f32) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for piece in pieces(text) {
        let longer = format!("{line}{piece}");
        if measure(longer.trim_end()) <= width {
            line = longer;
            continue;
        }
        if !line.trim().is_empty() {
            lines.push(line.trim_end().to_owned());
        }
        piece.trim_start().clone_into(&mut line);
        while measure(line.trim_end()) > width {
            let fits = longest(&line, width, &mut measure);
            let rest = line.split_off(fits);
            lines.push(std::mem::replace(&mut line, rest));
        }
    }
    if !line.trim().is_empty() || lines.is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

/// How many bytes of `word` fit; at least one letter.
fn longest(word: &str, width: f32, measure: &mut impl FnMut(&str) -> f32) -> usize {
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    let mut fits = word.chars().next().map_or(0, char::len_utf8);
    for end in ends {
        if measure(&word[..end]) > width {
            break;
        }
        fits = end.max(fits);
    }
    fits
}

/// The pieces between which a line may end, each with the spaces behind it.
fn pieces(text: &str) -> Vec<&str> {
    let (mut pieces, mut start) = (Vec::new(), 0);
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let Some((_, next)) = letters.peek() else { break };
        let breaks = (c == ' ' && *next != ' ') || (is_chinese(c) && !hangs(*next)) || (is_chinese(*next) && c != ' ');
        if breaks && !hangs(*next) {
            let end = at + c.len_utf8();
            pieces.push(&text[start..end]);
            start = end;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// What no line begins with (GB/T 15834: 行首禁则).
fn hangs(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | '？' | '！' | '）' | '》' | '”' | '’' | ')' | ',' | '.' | ';' | ':')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn letters(text: &str) -> f32 {
        u16::try_from(text.chars().count()).map_or(f32::MAX, f32::from)
    }

    #[test]
    fn a_line_ends_at_a_space_or_between_chinese_letters() {
        assert_eq!(wrapped("the quick brown fox", 10.0, letters), ["the quick", "brown fox"]);
        assert_eq!(wrapped("给陈秀英买菜，谢谢", 6.0, letters), ["给陈秀英买", "菜，谢谢"]);
        assert_eq!(wrapped("aaaaaaaaaaaaa b", 5.0, letters), ["aaaaa", "aaaaa", "aaa b"]);
        assert_eq!(wrapped("", 5.0, letters), [""]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_too_wide(text in "[a-z银行 ，]{0,60}", width in 2_u8..20) {
            let lines = wrapped(&text, f32::from(width), letters);
            let kept: String = lines.concat().chars().filter(|c| *c != ' ').collect();
            prop_assert_eq!(kept, text.chars().filter(|c| *c != ' ').collect::<String>());
            for line in &lines {
                prop_assert!(letters(line) <= f32::from(width), "{:?}", lines);
            }
        }
    }
}
