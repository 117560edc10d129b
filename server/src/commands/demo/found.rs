//! Who can be found in the demonstration by whoever wants to pay: Tom, by his e-mail address.

use bank::StorageError;
use model::Alias;
use store::Ports;

use crate::state::World;

/// Fills it in.
pub(super) async fn fill(ports: &Ports, world: &World) -> Result<(), StorageError> {
    let Some(found) = ports.desk.by_username("tom").await? else { return Ok(()) };
    let Ok(alias) = Alias::from_typed(&ports.security.contact(found.id).await?.email) else { return Ok(()) };
    for account in ports.accounts.list(found.id).await? {
        // What is somebody else's too is not taken.
        if ports.aliases.give(found.id, &alias, account.id, world.clock.now()).await? {
            break;
        }
    }
    Ok(())
}
