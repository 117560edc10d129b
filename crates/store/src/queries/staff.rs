//! The bank's own people.

use async_trait::async_trait;
use bank::{StorageError, ports, staff::StaffMember};

use super::{Backend, statement::Statement};

const ADD: &str = "insert into staff (id, username, name, role, created_at) values ($1, $2, $3, $4, $5) \
     on conflict (username) do nothing returning id";

#[async_trait]
impl ports::Staff for Backend {
    async fn add(&self, member: &StaffMember) -> Result<bool, StorageError> {
        let statement = Statement::new(ADD)
            .with(member.id)
            .with(member.username.clone())
            .with(member.name.clone())
            .with(member.role.code())
            .with(member.created_at.micros());
        self.write(statement).await.map(|added| !added.is_empty())
    }
}
