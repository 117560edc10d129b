//! How a person wants to read: language, size of text, colours.

use serde::{Deserialize, Serialize};

crate::coded! {
    /// The language of every sentence: each is a folder of `app/locales`, and a line here.
    #[derive(Default)]
    Language {
        /// English.
        #[default]
        En = "en",
        /// Simplified Chinese.
        Zh = "zh",
        /// Spanish.
        Es = "es",
    }

    /// One product in two modes; Large is 长辈版, and has a second step for those who need it larger still.
    #[derive(Default)]
    TextSize {
        /// 19 px body text.
        #[default]
        Standard = "standard",
        /// 26 px body text, fewer things at a time.
        Large = "large",
        /// 32 px body text, otherwise Large.
        Largest = "largest",
    }

    /// Which colours: those of the device, or always light or dark.
    #[derive(Default)]
    Theme {
        /// As the device says (`prefers-color-scheme`).
        #[default]
        Device = "device",
        /// Dark ink on paper.
        Light = "light",
        /// Light ink on a dark ground.
        Dark = "dark",
    }

    /// How far colours stand apart: as the device says, or always as far as they can.
    #[derive(Default)]
    Contrast {
        /// As the device says (`prefers-contrast`).
        #[default]
        Device = "device",
        /// Black and white, and every border drawn.
        More = "more",
    }
}

crate::coded! {
    /// How much data a page may cost.
    #[derive(Default)]
    DataUse {
        /// What it takes to be quick and kind.
        #[default]
        Usual = "usual",
        /// As little as it can: for who pays for every byte, or waits for it.
        Less = "less",
    }

    /// Whether keys lead to the places of the bank (WCAG 2.2 criterion 2.1.4: only for who wants it).
    #[derive(Default)]
    Shortcuts {
        /// Keys do what they do anywhere.
        #[default]
        Off = "off",
        /// Two keys one after the other lead to a place.
        On = "on",
    }
}

impl TextSize {
    /// Whether it is the large version of the bank, in either of its sizes.
    #[must_use]
    pub const fn is_large(self) -> bool {
        matches!(self, Self::Large | Self::Largest)
    }
}

/// How one person reads the bank.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Preferences {
    /// The language of every sentence.
    pub language: Language,
    /// Standard, or Large in one of its sizes.
    pub text: TextSize,
    /// Light, dark, or as the device says.
    pub theme: Theme,
    /// How far colours stand apart.
    pub contrast: Contrast,
    /// How much data a page may cost.
    pub data: DataUse,
    /// Whether keys lead to the places of the bank.
    pub shortcuts: Shortcuts,
}
