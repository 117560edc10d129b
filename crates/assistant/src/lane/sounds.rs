//! Characters that sound alike. Chinese is mostly typed by its sound, so a typing error is another character of the same
//! one: 人公 for 人工.

use std::{collections::HashMap, sync::LazyLock};

/// Groups of the same sound, the tone left aside, of the characters that the rules are made of.
const GROUPS: &[&str] = &[
    "人仁任",
    "工公功攻",
    "真针珍",
    "客克课",
    "服伏福",
    "转赚专",
    "账帐胀",
    "警景井",
    "察查茶",
    "骗片偏",
    "诈炸榨",
    "验厌艳",
    "证正政征",
    "码马吗",
    "密蜜秘",
    "银印吟",
    "行航",
    "汇会惠",
    "款宽",
    "经京",
    "理里李历",
    "器起气",
    "活火",
    "电店",
    "话化画",
    "联连",
    "投头",
    "资姿",
    "险显",
    "线现",
    "柜贵",
    "主住",
    "管馆",
    "安按",
    "全权",
    "法发",
    "院园",
    "检捡",
];

static SOUNDS: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let first = |group: &'static str| group.chars().next().map(|first| group.chars().map(move |other| (other, first)));
    GROUPS.iter().filter_map(|group| first(group)).flatten().collect()
});

/// The character that stands for all that sound like `character`.
pub fn sound(character: char) -> char {
    SOUNDS.get(&character).copied().unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_character_is_in_two_groups() {
        assert_eq!(SOUNDS.len(), GROUPS.iter().map(|group| group.chars().count()).sum::<usize>());
    }
}
