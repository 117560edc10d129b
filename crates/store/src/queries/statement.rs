//! A statement that writes, with its parameters: what can be handed to the writer.

use sqlx::{Arguments as _, Encode, Type, query::Query};

use super::{Arguments, Db};

/// A statement and its parameters.
pub struct Statement {
    sql: &'static str,
    arguments: Arguments,
}

impl Statement {
    /// `sql` without parameters yet.
    pub fn new(sql: &'static str) -> Self {
        Self { sql, arguments: Arguments::default() }
    }

    /// With one parameter more.
    pub fn with<'t, T: Encode<'t, Db> + Type<Db>>(mut self, value: T) -> Self {
        self.arguments.add(value).expect("numbers, texts and bytes can always be encoded");
        self
    }

    /// As a query, ready to be carried out; perhaps again, where another writer was faster.
    pub fn query(&self) -> Query<'static, Db, Arguments> {
        sqlx::query_with(self.sql, self.arguments.clone())
    }
}
