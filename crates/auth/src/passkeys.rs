//! Passkeys (WebAuthn level 3): making one, signing in with one, and approving with one.
//!
//! What is asked goes to the browser, what the answer is checked against stays on the server, and both are good once:
//! the caller keeps the [`Ceremony`] and forgets it with the first answer. Every passkey is discoverable and verifies
//! its user, so that it is two factors in one and needs no user name.

use bank::{
    Error, StorageError,
    audit::Deed,
    customers::Customer,
    passkeys::Passkey,
    ports::{Ceremony, KnownPasskey, Verdict},
};
use model::{CustomerId, ErrorCode, PasskeyId};
use serde::{Serialize, de::DeserializeOwned};
use webauthn_rs::{
    Webauthn, WebauthnBuilder,
    prelude::{
        AuthenticationResult, CredentialID, DiscoverableAuthentication, Passkey as Key, PasskeyAuthentication,
        PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url, Uuid,
    },
};
use webauthn_rs_proto::ResidentKeyRequirement;

use crate::Auth;

/// How long a ceremony may take, in seconds: what browsers are told, and what the callers hold to.
pub const CEREMONY_S: i64 = 5 * 60;

/// The upper half of the user handle of every customer; the lower half is their id. An authenticator keeps it beside
/// the key, so it names nobody.
const CUSTOMERS: u64 = 0x6261_6e79_616e_0001;

/// What this site may ask of passkeys; nothing where its address is not a name, such as a bare IP address.
pub(crate) fn relying_party(origin: &str) -> Option<Webauthn> {
    let origin = Url::parse(origin).ok()?;
    let builder = WebauthnBuilder::new(origin.domain()?, &origin).ok()?;
    builder.rp_name("Banyan").build().ok()
}

fn handle(customer: CustomerId) -> Uuid {
    Uuid::from_u64_pair(CUSTOMERS, customer.value().cast_unsigned())
}

fn customer_of(handle: Uuid) -> Option<CustomerId> {
    let (kind, id) = handle.as_u64_pair();
    let id = i64::try_from(id).ok().filter(|_| kind == CUSTOMERS)?;
    Some(CustomerId::new(id))
}

pub(crate) fn write<T: Serialize>(value: &T) -> Result<String, Error> {
    serde_json::to_string(value).map_err(|_| ErrorCode::Fault.into())
}

/// What the server kept. That it cannot be read means that it was kept by another version of this program.
fn state<T: DeserializeOwned>(ceremony: &Ceremony) -> Result<T, Error> {
    serde_json::from_str(&ceremony.state).map_err(|_| ErrorCode::PasskeyLapsed.into())
}

/// What the browser sent. Whatever it is, it never does more than not to fit.
fn answer<T: DeserializeOwned>(answer: &str) -> Result<T, Error> {
    serde_json::from_str(answer).map_err(|_| ErrorCode::PasskeyRefused.into())
}

pub(crate) fn key(public_key: &str) -> Result<Key, Error> {
    Ok(serde_json::from_str(public_key).map_err(StorageError::new)?)
}

/// What a passkey has signed for whoever is there, before it is checked: whose handle it brings, and which one it is.
pub(crate) struct Claim {
    signed: PublicKeyCredential,
    state: DiscoverableAuthentication,
    pub(crate) handle: Uuid,
    pub(crate) credential: Vec<u8>,
}

impl Auth {
    /// Whether passkeys can be had at this site's address.
    #[must_use]
    pub const fn has_passkeys(&self) -> bool {
        self.relying_party.is_some()
    }

    fn relying_party(&self) -> Result<&Webauthn, Error> {
        self.relying_party.as_ref().ok_or_else(|| ErrorCode::NotFound.into())
    }

    /// Asks for a new passkey of `customer`, who has approved of it.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] where there are no passkeys at this address; [`Error::Unavailable`].
    pub async fn new_passkey(&self, customer: &Customer) -> Result<Ceremony, Error> {
        let known = self.passkeys.of(customer.id).await?;
        let known = known.into_iter().map(|known| known.credential).collect();
        self.ask_to_make(handle(customer.id), &customer.name, known)
    }

    /// Asks for a new passkey under `handle`, that is none of those `known`.
    pub(crate) fn ask_to_make(&self, handle: Uuid, name: &str, known: Vec<CredentialID>) -> Result<Ceremony, Error> {
        let started = self.relying_party()?.start_passkey_registration(handle, name, name, Some(known));
        let (mut options, state) = started.map_err(|_| ErrorCode::Fault)?;
        // The library asks that none be resident, and then no sign-in without a user name would ever find it.
        if let Some(selection) = &mut options.public_key.authenticator_selection {
            selection.resident_key = Some(ResidentKeyRequirement::Required);
            selection.require_resident_key = true;
        }
        Ok(Ceremony { options: write(&options)?, state: write::<PasskeyRegistration>(&state)? })
    }

    /// Keeps the passkey that an authenticator has made.
    ///
    /// # Errors
    /// [`ErrorCode::PasskeyRefused`], [`ErrorCode::PasskeyLapsed`], [`ErrorCode::PasskeyKnown`];
    /// [`Error::Unavailable`].
    pub async fn keep_passkey(
        &self,
        customer: CustomerId,
        ceremony: &Ceremony,
        made: &str,
        (id, name): (PasskeyId, String),
    ) -> Result<Passkey, Error> {
        // A browser refuses one that it was told of; this says so where another program does not.
        let known = self.passkeys.of(customer).await?;
        let known: Vec<&[u8]> = known.iter().map(|known| known.credential.as_slice()).collect();
        let key = self.made(ceremony, made, &known)?;
        let now = self.clock.now();
        let passkey = Passkey { id, name, synced: is_synced(&key), created_at: now, used_at: None };
        let known = KnownPasskey {
            customer,
            passkey: passkey.clone(),
            credential: key.cred_id().clone(),
            public_key: write(&key)?,
        };
        if !self.passkeys.add(&known).await? {
            return Err(ErrorCode::PasskeyKnown.into());
        }
        self.note(Some(customer), Deed::PasskeyAdded, id.value()).await?;
        Ok(passkey)
    }

    /// What an authenticator has made, where that is none of those `known`.
    pub(crate) fn made(&self, ceremony: &Ceremony, made: &str, known: &[&[u8]]) -> Result<Key, Error> {
        let state: PasskeyRegistration = state(ceremony)?;
        let made: RegisterPublicKeyCredential = answer(made)?;
        if known.contains(&made.raw_id.as_slice()) {
            return Err(ErrorCode::PasskeyKnown.into());
        }
        let key = self.relying_party()?.finish_passkey_registration(&made, &state);
        Ok(key.map_err(|_| ErrorCode::PasskeyRefused)?)
    }

    /// Asks whoever is there for a passkey of theirs, without knowing who they are.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] where there are no passkeys at this address.
    pub fn ask_for_passkey(&self) -> Result<Ceremony, Error> {
        let started = self.relying_party()?.start_discoverable_authentication();
        let (mut options, state) = started.map_err(|_| ErrorCode::Fault)?;
        // Whether the browser offers it beside the name field or at once is the page's choice.
        options.mediation = None;
        Ok(Ceremony { options: write(&options)?, state: write::<DiscoverableAuthentication>(&state)? })
    }

    /// Who has signed in with a passkey. Wrong ones are counted nowhere: nobody can guess one.
    ///
    /// # Errors
    /// [`ErrorCode::PasskeyRefused`] where it does not fit, never saying why; [`ErrorCode::PasskeyLapsed`];
    /// [`Error::Unavailable`].
    pub async fn sign_in_with_passkey(&self, ceremony: &Ceremony, signed: &str) -> Result<CustomerId, Error> {
        let claim = self.claim(ceremony, signed)?;
        let customer = customer_of(claim.handle).ok_or(ErrorCode::PasskeyRefused)?;
        let known = self.passkeys.of(customer).await?;
        let known = known.into_iter().find(|known| known.credential == claim.credential);
        let known = known.ok_or(ErrorCode::PasskeyRefused)?;
        let key = key(&known.public_key)?;
        let Some(result) = self.proved(claim, &key)? else {
            self.note(None, Deed::SignInFailed, customer.value()).await?;
            return Err(ErrorCode::PasskeyRefused.into());
        };
        self.was_used(&known, key, &result).await?;
        self.note(Some(customer), Deed::SignIn, customer.value()).await?;
        Ok(customer)
    }

    /// Reads what a passkey has signed for whoever is there.
    pub(crate) fn claim(&self, ceremony: &Ceremony, signed: &str) -> Result<Claim, Error> {
        let state: DiscoverableAuthentication = state(ceremony)?;
        let signed: PublicKeyCredential = answer(signed)?;
        let (handle, credential) = self
            .relying_party()?
            .identify_discoverable_authentication(&signed)
            .map_err(|_| ErrorCode::PasskeyRefused)?;
        let credential = credential.to_vec();
        Ok(Claim { signed, state, handle, credential })
    }

    /// Whether `key` has signed it: `None` where it has not.
    pub(crate) fn proved(&self, claim: Claim, key: &Key) -> Result<Option<AuthenticationResult>, Error> {
        let Claim { signed, state, .. } = claim;
        Ok(self.relying_party()?.finish_discoverable_authentication_v2(&signed, state, key).ok())
    }

    /// What the passkeys of `customer` are asked, to approve something; `None` where there are none.
    pub(crate) async fn ask_passkeys(&self, customer: CustomerId) -> Result<Option<Ceremony>, Error> {
        let Some(relying_party) = &self.relying_party else { return Ok(None) };
        let known = self.passkeys.of(customer).await?;
        if known.is_empty() {
            return Ok(None);
        }
        let keys = known.iter().map(|known| key(&known.public_key)).collect::<Result<Vec<Key>, Error>>()?;
        let (options, state) = relying_party.start_passkey_authentication(&keys).map_err(|_| ErrorCode::Fault)?;
        Ok(Some(Ceremony { options: write(&options)?, state: write::<PasskeyAuthentication>(&state)? }))
    }

    /// What an answer to [`Self::ask_passkeys`] is worth.
    pub(crate) async fn judge_passkey(
        &self,
        customer: CustomerId,
        ceremony: &Ceremony,
        signed: &str,
    ) -> Result<Verdict, Error> {
        let (Ok(state), Ok(signed)) = (state::<PasskeyAuthentication>(ceremony), answer::<PublicKeyCredential>(signed))
        else {
            return Ok(Verdict::Wrong);
        };
        let Ok(result) = self.relying_party()?.finish_passkey_authentication(&signed, &state) else {
            return Ok(Verdict::Wrong);
        };
        // One that was taken away since it was asked is none.
        let known = self.passkeys.of(customer).await?;
        let Some(known) = known.into_iter().find(|known| known.credential == result.cred_id().as_slice()) else {
            return Ok(Verdict::Wrong);
        };
        let key = key(&known.public_key)?;
        self.was_used(&known, key, &result).await?;
        Ok(Verdict::Good)
    }

    /// Keeps what has changed by using it: the counter by which a copy is noticed, and whether it is synced.
    async fn was_used(&self, known: &KnownPasskey, mut key: Key, result: &AuthenticationResult) -> Result<(), Error> {
        key.update_credential(result);
        let now = self.clock.now();
        Ok(self.passkeys.used(known.passkey.id, &write(&key)?, result.backup_state(), now).await?)
    }
}

/// Whether a new passkey says that it is kept in more than one place.
fn is_synced(key: &Key) -> bool {
    let written = serde_json::to_value(key).unwrap_or_default();
    written["cred"]["backup_state"].as_bool().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use model::CustomerId;
    use webauthn_rs::prelude::Uuid;

    use super::{customer_of, handle, relying_party};

    #[test]
    fn a_handle_names_the_customer_and_nothing_else_does() {
        let customer = CustomerId::new(7);
        assert_eq!(customer_of(handle(customer)), Some(customer));
        assert_eq!(customer_of(Uuid::from_u128(7)), None);
        assert_eq!(customer_of(Uuid::from_u128(u128::MAX)), None);
    }

    #[test]
    fn an_address_without_a_name_has_no_passkeys() {
        assert!(relying_party("http://localhost:3000").is_some());
        assert!(relying_party("https://bank.example").is_some());
        assert!(relying_party("http://127.0.0.1:3000").is_none());
    }
}
