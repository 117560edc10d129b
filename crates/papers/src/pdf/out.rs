//! The file as it grows: objects, one behind the other, and where each begins (ISO 32000-1 section 7.5).

use std::io::Write;

use flate2::{Compression, write::ZlibEncoder};
use pdf_writer::{Chunk, Ref};

/// The file as it grows.
pub(super) struct Out {
    /// What was not taken yet.
    waiting: Vec<u8>,
    /// How much was taken.
    taken: u64,
    /// Where each object begins, by its number less one; 0 where it was not written.
    begins: Vec<u64>,
}

impl Out {
    /// With the head that every file begins with; the second line tells that it is no text.
    pub(super) fn new() -> Self {
        Self { waiting: b"%PDF-1.7\n%\x80\x80\x80\x80\n".to_vec(), taken: 0, begins: Vec::new() }
    }

    /// The number of an object that is to be written.
    pub(super) fn number(&mut self) -> Ref {
        self.begins.push(0);
        Ref::new(i32::try_from(self.begins.len()).expect("a paper has fewer objects than two milliards"))
    }

    /// Writes the object `number`.
    pub(super) fn put(&mut self, number: Ref, write: impl FnOnce(&mut Chunk)) {
        let mut chunk = Chunk::with_capacity(256);
        write(&mut chunk);
        let at = usize::try_from(number.get()).expect("numbers begin with 1") - 1;
        debug_assert!(chunk.refs().eq([number]), "one object at a time");
        debug_assert_eq!(self.begins[at], 0, "each object is written once");
        self.begins[at] = self.taken + self.waiting.len() as u64;
        self.waiting.extend_from_slice(chunk.as_bytes());
    }

    /// What was written since the last time.
    pub(super) fn take(&mut self) -> Vec<u8> {
        self.taken += self.waiting.len() as u64;
        std::mem::take(&mut self.waiting)
    }

    /// Ends the file: where each object begins, and which are the first to be read.
    pub(super) fn finish(mut self, catalog: Ref, info: Ref) -> Vec<u8> {
        let at = self.taken + self.waiting.len() as u64;
        let size = self.begins.len() + 1;
        let mut end = Vec::with_capacity(20 * size + 200);
        write!(end, "xref\n0 {size}\n0000000000 65535 f\r\n").expect("writing to memory cannot fail");
        for begin in &self.begins {
            assert!(*begin > 0, "every number that was given out is written");
            write!(end, "{begin:010} 00000 n\r\n").expect("writing to memory cannot fail");
        }
        write!(
            end,
            "trailer\n<</Size {size}/Root {} 0 R/Info {} 0 R>>\nstartxref\n{at}\n%%EOF\n",
            catalog.get(),
            info.get()
        )
        .expect("writing to memory cannot fail");
        self.waiting.extend_from_slice(&end);
        self.take()
    }
}

/// `data` made smaller (RFC 1950).
pub(super) fn deflated(data: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(data.len() / 3), Compression::new(4));
    encoder.write_all(data).expect("writing to memory cannot fail");
    encoder.finish().expect("writing to memory cannot fail")
}
