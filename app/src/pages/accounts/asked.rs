//! What the address of an account's page asks for: which lines, and where their page begins. A transaction that was
//! opened from there carries it along, so that the way back leads to the same lines.

use bank::accounts::Cursor;
use model::{AccountId, forms::FilterForm};
use serde::Deserialize;

use crate::context;

/// The filter, and where its page begins.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    /// Which lines, as typed.
    #[serde(flatten)]
    pub(super) filter: FilterForm,
    older: String,
    newer: String,
}

impl Asked {
    /// What the address of this request asks for.
    pub(super) fn here() -> Self {
        let asked: Self = context::query();
        Self { filter: asked.filter.settled(), ..asked }
    }

    /// Where the page begins.
    pub(super) fn cursor(&self) -> Cursor {
        match (self.older.parse(), self.newer.parse()) {
            (Ok(version), _) => Cursor::OlderThan(version),
            (_, Ok(version)) => Cursor::NewerThan(version),
            _ => Cursor::Newest,
        }
    }

    /// The same search, from the lines just older than the line `version` on.
    pub(super) fn older(&self, version: i64) -> Self {
        Self { filter: self.filter.clone(), older: version.to_string(), newer: String::new() }
    }

    /// The same search, up to the lines just newer than the line `version`.
    pub(super) fn newer(&self, version: i64) -> Self {
        Self { filter: self.filter.clone(), older: String::new(), newer: version.to_string() }
    }

    /// This search on the page of an account: an address of ours, whatever stood in the one it was read from.
    pub(super) fn address(&self, account: AccountId) -> String {
        let query = self.query();
        if query.is_empty() { format!("/accounts/{account}") } else { format!("/accounts/{account}?{query}") }
    }

    /// This search as a query, empty where it asks for nothing: the known fields and no others.
    pub(super) fn query(&self) -> String {
        let form = &self.filter;
        let number = |version: &String| if version.parse::<i64>().is_ok() { version.clone() } else { String::new() };
        let (older, newer) = (number(&self.older), number(&self.newer));
        let fields = [
            ("period", &form.period),
            ("from", &form.from),
            ("to", &form.to),
            ("direction", &form.direction),
            ("kind", &form.kind),
            ("min", &form.min),
            ("max", &form.max),
            ("text", &form.text),
            ("older", &older),
            ("newer", &newer),
        ];
        let kept: Vec<_> = fields.into_iter().filter(|(_, typed)| !typed.is_empty()).collect();
        serde_urlencoded::to_string(kept).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_keeps_the_search() {
        let id = AccountId::new(7);
        let everything = Asked::default();
        assert_eq!(everything.address(id), "/accounts/0000000000007");
        assert_eq!(everything.older(12).address(id), "/accounts/0000000000007?older=12");
        let filter = FilterForm { text: "a & b".to_owned(), min: "1,5".to_owned(), ..FilterForm::default() };
        let asked = Asked { filter, ..Asked::default() };
        assert_eq!(asked.older(9).newer(3).address(id), "/accounts/0000000000007?min=1%2C5&text=a+%26+b&newer=3");
    }

    #[test]
    fn what_is_read_from_an_address_only_ever_leads_back_to_the_account() {
        let read = "next=%2F%2Fevil.example&older=%2F..%2F..&text=%2F%2Fevil%3Fx%23y&newer=x";
        let asked: Asked = serde_urlencoded::from_str(read).unwrap();
        assert_eq!(asked.address(AccountId::new(7)), "/accounts/0000000000007?text=%2F%2Fevil%3Fx%23y");
        assert_eq!(asked.cursor(), Cursor::Newest);
    }
}
