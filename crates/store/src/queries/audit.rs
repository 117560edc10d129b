//! Adding to the audit chain what moves no money.

use async_trait::async_trait;
use bank::{StorageError, audit::AuditRow, ports};

use super::{Backend, statement::Statement};

const NOTE: &str = "insert into audit (id, actor, what, subject, at) values ($1, $2, $3, $4, $5)";

#[async_trait]
impl ports::Audit for Backend {
    async fn note(&self, row: &AuditRow) -> Result<(), StorageError> {
        let statement = Statement::new(NOTE)
            .with(self.ids.next())
            .with(row.actor)
            .with(row.what.code())
            .with(row.subject)
            .with(row.at.micros());
        self.write(statement).await.map(drop)
    }
}
