//! What people type, made plain: full-width letters and digits to half width, spaces trimmed and joined.

/// Every full-width ASCII twin (U+FF01–U+FF5E), the full-width signs of pound and yuan and the ideographic space
/// as their half-width selves: what a Chinese input method leaves behind when nobody switches it.
#[must_use]
pub fn half_width(typed: &str) -> String {
    typed.chars().map(half_width_char).collect()
}

fn half_width_char(c: char) -> char {
    match c {
        '\u{3000}' | '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '￥' => '¥',
        '￡' => '£',
        '。' => '.',
        '、' => ',',
        _ => c,
    }
}

/// One line as it will be kept: no control characters, spaces at the ends gone and runs of them joined.
#[must_use]
pub fn one_line(typed: &str) -> String {
    let spaced: String = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several lines as they will be kept: every line as [`one_line`] has it, no empty ones at either end, and never more
/// than one between two others.
#[must_use]
pub fn lines(typed: &str) -> String {
    let mut kept = String::with_capacity(typed.len());
    for line in typed.lines().map(one_line) {
        if line.is_empty() && (kept.is_empty() || kept.ends_with("\n\n")) {
            continue;
        }
        kept.push_str(&line);
        kept.push('\n');
    }
    kept.truncate(kept.trim_end().len());
    kept
}

/// How long a text is in characters, as the limits of forms count it.
#[must_use]
pub fn length(text: &str) -> usize {
    text.chars().count()
}

/// Whether `text` holds a code point that is no character and never will be (Unicode noncharacters): no XML document may
/// hold some of them, so that a message to another bank with one would never be understood.
#[must_use]
pub fn holds_noncharacter(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{fdd0}'..='\u{fdef}') || u32::from(c) & 0xfffe == 0xfffe)
}

/// Whether `text` holds a character that turns the direction of what stands beside it (Unicode bidirectional
/// controls): a name with one could be shown as another name.
#[must_use]
pub fn turns_direction(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(c, '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}'))
}
