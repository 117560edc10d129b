//! Passkeys of the bank's own people: the only way in they have.
//!
//! Their user handles are of another kind than those of customers and their keys are kept apart, so that neither ever
//! opens what is the other's.

use bank::{
    Error,
    audit::{AuditRow, Deed},
    ports::{Ceremony, StaffPasskey},
    staff::StaffMember,
};
use model::{ErrorCode, PasskeyId, StaffId};
use webauthn_rs::prelude::Uuid;

use crate::{
    Auth,
    passkeys::{key, write},
};

/// The upper half of the user handle of everybody of the bank; the lower half is their id.
const STAFF: u64 = 0x6261_6e79_616e_0002;

fn handle(member: StaffId) -> Uuid {
    Uuid::from_u64_pair(STAFF, member.value().cast_unsigned())
}

fn member_of(handle: Uuid) -> Option<StaffId> {
    let (kind, id) = handle.as_u64_pair();
    let id = i64::try_from(id).ok().filter(|_| kind == STAFF)?;
    Some(StaffId::new(id))
}

impl Auth {
    /// Asks for a passkey of `member`, who has come by a link.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] where there are no passkeys at this address; [`Error::Unavailable`].
    pub async fn new_staff_passkey(&self, member: &StaffMember) -> Result<Ceremony, Error> {
        let known = self.staff_passkeys.of(member.id).await?;
        let known = known.into_iter().map(|known| known.credential).collect();
        self.ask_to_make(handle(member.id), &member.username, known)
    }

    /// The passkey of `member` that an authenticator has made. It is not kept yet.
    ///
    /// # Errors
    /// [`ErrorCode::PasskeyRefused`], [`ErrorCode::PasskeyLapsed`], [`ErrorCode::PasskeyKnown`];
    /// [`Error::Unavailable`].
    pub async fn made_for_staff(
        &self,
        member: StaffId,
        ceremony: &Ceremony,
        made: &str,
        id: PasskeyId,
    ) -> Result<StaffPasskey, Error> {
        let known = self.staff_passkeys.of(member).await?;
        let known: Vec<&[u8]> = known.iter().map(|known| known.credential.as_slice()).collect();
        let key = self.made(ceremony, made, &known)?;
        let credential = key.cred_id().clone();
        let public_key = write(&key)?;
        Ok(StaffPasskey { id, staff: member, credential, public_key, created_at: self.clock.now() })
    }

    /// Keeps what [`Self::made_for_staff`] gave.
    ///
    /// # Errors
    /// [`ErrorCode::PasskeyKnown`] where somebody has it already; [`Error::Unavailable`].
    pub async fn keep_staff_passkey(&self, passkey: &StaffPasskey) -> Result<(), Error> {
        if self.staff_passkeys.add(passkey).await? { Ok(()) } else { Err(ErrorCode::PasskeyKnown.into()) }
    }

    /// Who of the bank has signed in with a passkey.
    ///
    /// # Errors
    /// [`ErrorCode::PasskeyRefused`] where it does not fit, never saying why; [`ErrorCode::PasskeyLapsed`];
    /// [`Error::Unavailable`].
    pub async fn sign_in_staff(&self, ceremony: &Ceremony, signed: &str) -> Result<StaffId, Error> {
        let claim = self.claim(ceremony, signed)?;
        let member = member_of(claim.handle).ok_or(ErrorCode::PasskeyRefused)?;
        let known = self.staff_passkeys.of(member).await?;
        let known = known.into_iter().find(|known| known.credential == claim.credential);
        let known = known.ok_or(ErrorCode::PasskeyRefused)?;
        let mut key = key(&known.public_key)?;
        let Some(result) = self.proved(claim, &key)? else {
            self.note_staff(None, Deed::StaffSignInFailed, member).await?;
            return Err(ErrorCode::PasskeyRefused.into());
        };
        key.update_credential(&result);
        self.staff_passkeys.used(known.id, &write(&key)?, self.clock.now()).await?;
        self.note_staff(Some(member), Deed::StaffSignIn, member).await?;
        Ok(member)
    }

    async fn note_staff(&self, actor: Option<StaffId>, what: Deed, subject: StaffId) -> Result<(), Error> {
        let (actor, subject) = (actor.map(StaffId::value), subject.value());
        Ok(self.audit.note(&AuditRow { actor, what, subject, at: self.clock.now() }).await?)
    }
}

#[cfg(test)]
mod tests {
    use model::StaffId;
    use webauthn_rs::prelude::Uuid;

    use super::{STAFF, handle, member_of};

    #[test]
    fn a_handle_names_somebody_of_the_bank_and_never_a_customer() {
        let member = StaffId::new(7);
        assert_eq!(member_of(handle(member)), Some(member));
        assert_eq!(member_of(Uuid::from_u64_pair(STAFF - 1, 7)), None, "a customer's");
        assert_eq!(member_of(Uuid::from_u128(7)), None);
    }
}
