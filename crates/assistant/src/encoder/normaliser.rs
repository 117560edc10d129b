//! One spelling for what the pieces are looked up in: the rules that `SentencePiece` (Kudo and Richardson 2018) keeps with a
//! model, a tree of what is written and what stands for it, and one kind of space.

/// What stands for a space within a sentence, and before its first word.
pub const SPACE: char = '\u{2581}';

/// Where a unit of the tree says that it ends a spelling.
const LEAF: u32 = 1 << 8;

/// The rules, as the model has them: a double array (Aoe 1989) of units, then what stands for each spelling.
pub struct Normaliser {
    units: Vec<u32>,
    replacements: Vec<u8>,
}

impl Normaliser {
    /// The rules in `bytes`: how long the tree is, the tree, the replacements; `None` where there are none.
    pub fn new(bytes: &[u8]) -> Option<Self> {
        let (length, rest) = bytes.split_first_chunk()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (tree, replacements) = rest.split_at_checked(length)?;
        let units = tree.chunks_exact(4).filter_map(|four| four.first_chunk().map(|four| u32::from_le_bytes(*four)));
        Some(Self { units: units.collect(), replacements: replacements.to_vec() })
    }

    /// `text` in one spelling, with [`SPACE`] before every word; empty where there is nothing but spaces.
    pub fn normalise(&self, text: &str) -> String {
        let mut made = String::with_capacity(text.len() + SPACE.len_utf8());
        let mut rest = text;
        let mut after_space = true;
        while !rest.is_empty() {
            let (replacement, length) = self.longest(rest);
            rest = &rest[length..];
            let said = if after_space { replacement.trim_start_matches(' ') } else { replacement };
            if said.is_empty() {
                continue;
            }
            if made.is_empty() {
                made.push(SPACE);
            }
            made.extend(said.chars().map(|character| if character == ' ' { SPACE } else { character }));
            after_space = said.ends_with(' ');
        }
        made.truncate(made.trim_end_matches(SPACE).len());
        made
    }

    /// What stands for the longest spelling that `text` begins with, and how long that is; otherwise its first character.
    fn longest<'a>(&'a self, text: &'a str) -> (&'a str, usize) {
        let first = text.chars().next().map_or(0, char::len_utf8);
        let itself = (&text[..first], first);
        let Some(mut node) = self.units.first().map(|unit| offset(*unit)) else { return itself };
        let mut found = None;
        for (place, byte) in text.bytes().enumerate() {
            node ^= usize::from(byte);
            let Some(&unit) = self.units.get(node) else { break };
            if unit & 0x8000_00ff != u32::from(byte) {
                break;
            }
            node ^= offset(unit);
            if unit & LEAF != 0 {
                found = self.units.get(node).map(|value| (value & 0x7fff_ffff, place + 1));
            }
        }
        found
            .filter(|&(_, length)| text.is_char_boundary(length))
            .and_then(|(value, length)| Some((self.replacement(usize::try_from(value).ok()?)?, length)))
            .unwrap_or(itself)
    }

    fn replacement(&self, start: usize) -> Option<&str> {
        let rest = self.replacements.get(start..)?;
        let end = rest.iter().position(|byte| *byte == 0)?;
        std::str::from_utf8(&rest[..end]).ok()
    }
}

/// Where the children of a unit are.
const fn offset(unit: u32) -> usize {
    ((unit >> 10) << ((unit & 0x200) >> 6)) as usize
}
