//! What the server answers, asked in the same process: its real router, on a real database in a new folder.

mod approving;
mod browser;
mod canaries;
mod cut_off;
mod decoders;
mod feedback;
mod figures;
mod headers;
mod help;
mod hostile;
mod limits;
mod matrix;
mod origin;
mod practice;
mod pseudo;
mod reading;
mod recovery;
mod routes;
mod sessions;
mod shutdown;
mod staff;
mod staff_matrix;
mod strangers;
mod stubs;
mod test_bank;
mod troubles;
