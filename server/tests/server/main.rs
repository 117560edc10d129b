//! What the server answers, asked in the same process: its real router, on a real database in a new folder.

mod browser;
mod feedback;
mod headers;
mod origin;
mod reading;
mod routes;
mod sessions;
mod shutdown;
mod stubs;
mod test_bank;
mod troubles;
