//! Closed lists of words: each variant of an enum has one, the same in forms, in the database and in the locales.

/// Makes enums whose every variant has a word. Serialised it is that word; `ALL` has every variant in order, `code`
/// gives the word of one, `from_code` the one with a word. Where it is used, `serde` must be a dependency.
#[macro_export]
macro_rules! coded {
    ($($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $code:literal),+ $(,)? })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, ::serde::Serialize, ::serde::Deserialize)]
        pub enum $name { $($(#[$variant_meta])* #[serde(rename = $code)] $variant),+ }

        impl $name {
            /// Every one there is, in the order people see them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word: in forms, in the database, at the end of its message in the locales.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The one with this word.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|known| known.code() == code)
            }
        }
    )+};
}
