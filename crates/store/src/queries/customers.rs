//! Customers, as the screens know them.

use async_trait::async_trait;
use bank::{
    StorageError,
    customers::{Customer, Freeze},
    experiments::{Improve, OldPages, Trying},
    ports,
};
use model::{Contrast, CustomerId, DataUse, Language, Preferences, Shortcuts, TextSize, Theme, Timestamp};
use serde::Deserialize;

use super::{Backend, statement::Statement};

/// The columns of [`CustomerRow`], of a customer `c`.
macro_rules! customer_columns {
    () => {
        "c.id, c.name, c.greeting, c.language, c.text_size, c.theme, c.contrast, c.data_use, c.shortcuts, c.frozen_at, \
         c.thaws_at, c.improve, c.improve_list, c.old_pages, c.created_at"
    };
}
pub(super) use customer_columns;

/// A customer.
#[derive(Deserialize)]
pub struct CustomerRow(
    i64,
    String,
    String,
    Language,
    TextSize,
    Theme,
    Contrast,
    DataUse,
    Shortcuts,
    Option<Timestamp>,
    Option<Timestamp>,
    Improve,
    i64,
    OldPages,
    Timestamp,
);

impl CustomerRow {
    /// A row of these columns: how they want to read, the freeze they asked for, and what they said of pages that are
    /// tried out; since when they bank here.
    pub fn new(
        (id, name, greeting): (i64, String, String),
        reads: Preferences,
        (frozen_at, thaws_at): (Option<Timestamp>, Option<Timestamp>),
        Trying { improve, list, old_pages }: Trying,
        joined_at: Timestamp,
    ) -> Self {
        let Preferences { language, text, theme, contrast, data, shortcuts } = reads;
        Self(
            id, name, greeting, language, text, theme, contrast, data, shortcuts, frozen_at, thaws_at, improve, list,
            old_pages, joined_at,
        )
    }

    /// As the bank knows them.
    pub fn customer(self) -> Customer {
        let Self(
            id,
            name,
            greeting,
            language,
            text,
            theme,
            contrast,
            data,
            shortcuts,
            frozen_at,
            thaws_at,
            improve,
            list,
            old_pages,
            joined_at,
        ) = self;
        let preferences = Preferences { language, text, theme, contrast, data, shortcuts };
        let freeze = frozen_at.map(|since| Freeze { since, thaws_at });
        let trying = Trying { improve, list, old_pages };
        Customer { id: CustomerId::new(id), name, greeting, preferences, joined_at, freeze, trying }
    }
}

const ACTIVE: &str = concat!(
    "select ",
    gathered!(customer_columns!(), "c.id"),
    " from customer c where c.id = $1 and c.status = 'active'"
);

const SET_PREFERENCES: &str = "update customer set language = $2, text_size = $3, theme = $4, contrast = $5, \
     data_use = $6, shortcuts = $7 where id = $1";

#[async_trait]
impl ports::Customers for Backend {
    async fn customer(&self, id: CustomerId) -> Result<Option<Customer>, StorageError> {
        let found: Vec<CustomerRow> = self.read(sqlx::query_scalar(ACTIVE).bind(id.value())).await?.unwrap_or_default();
        Ok(found.into_iter().next().map(CustomerRow::customer))
    }

    async fn set_preferences(&self, id: CustomerId, wanted: Preferences) -> Result<(), StorageError> {
        let statement = Statement::new(SET_PREFERENCES)
            .with(id.value())
            .with(wanted.language.code())
            .with(wanted.text.code())
            .with(wanted.theme.code())
            .with(wanted.contrast.code())
            .with(wanted.data.code())
            .with(wanted.shortcuts.code());
        self.write(statement).await.map(drop)
    }
}
