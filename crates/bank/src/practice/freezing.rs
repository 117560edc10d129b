//! Stopping everything, on play money: accounts that cannot pay, and a device that is signed out.

use model::{CustomerId, ErrorCode, SessionKey};
use sha2::{Digest, Sha256};

use super::{Lesson, PlayBank, Player, TownWords};
use crate::{
    Error,
    accounts::AccountStatus,
    ports::NewSession,
    sessions::{self, OpenSession},
};

/// How long a pretend device stays in the list, in seconds.
const DEVICE_S: i64 = 86_400;

/// A device that seems to be signed in. It is a row of the play bank, and nobody can sign in with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Its public name.
    pub key: SessionKey,
    /// What it is, in words.
    pub name: String,
}

/// Opens the accounts of a player; for the lesson about freezing, lets two devices seem to be signed in.
pub(super) async fn prepare(play: &PlayBank, player: &Player, lesson: Lesson, words: &TownWords) -> Result<(), Error> {
    play.practice.set_status(player.id(), AccountStatus::Open).await?;
    if lesson != Lesson::Freeze {
        return Ok(());
    }
    sessions::end_others(&play.bank, player.id(), None).await?;
    for name in &words.devices {
        play.bank.sessions.save(&pretend(play, player.id(), name)).await?;
    }
    Ok(())
}

fn pretend(play: &PlayBank, player: CustomerId, name: &str) -> NewSession {
    let (now, key) = (play.bank.clock.now(), play.bank.ids.next());
    NewSession {
        // A real secret is 16 bytes; what this is the hash of is longer, so no cookie can ever fit it.
        secret_hash: Sha256::digest(format!("a device of the play bank {key}")).into(),
        key: SessionKey::new(key),
        customer: Some(player),
        data: "{}".to_owned(),
        created_at: now,
        expires_at: now.plus_seconds(DEVICE_S),
        agent: name.to_owned(),
        address: String::new(),
    }
}

/// The devices that seem to be signed in.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn devices(play: &PlayBank, player: &Player) -> Result<Vec<Device>, Error> {
    let open = sessions::list(&play.bank, player.id()).await?;
    Ok(open.into_iter().map(|OpenSession { key, agent, .. }| Device { key, name: agent }).collect())
}

/// Signs a pretend device out; whether it was the one that is not the player's.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn end_device(play: &PlayBank, player: &Player, key: SessionKey, words: &TownWords) -> Result<bool, Error> {
    let ended = devices(play, player).await?.into_iter().find(|device| device.key == key);
    sessions::end(&play.bank, player.id(), key).await?;
    Ok(ended.is_some_and(|device| device.name == words.devices[1]))
}

/// Freezes every account of the player: they can be paid, and cannot pay.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn freeze(play: &PlayBank, player: &Player) -> Result<(), Error> {
    Ok(play.practice.set_status(player.id(), AccountStatus::Frozen).await?)
}

/// Opens every account of the player again.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn thaw(play: &PlayBank, player: &Player) -> Result<(), Error> {
    Ok(play.practice.set_status(player.id(), AccountStatus::Open).await?)
}

/// Whether the accounts of the player are frozen.
///
/// # Errors
/// [`ErrorCode::NotFound`] where they have none; [`Error::Unavailable`].
pub async fn is_frozen(play: &PlayBank, player: &Player) -> Result<bool, Error> {
    let accounts = play.bank.accounts.list(player.id()).await?;
    let first = accounts.first().ok_or(ErrorCode::NotFound)?;
    Ok(first.status == AccountStatus::Frozen)
}
