//! Finding out who is there, against what is kept in memory.

mod authenticator;
mod house;
mod passkeys;
mod sign_in;
mod staff;
