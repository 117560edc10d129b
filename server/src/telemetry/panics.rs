//! A panic is told like everything else: in the log, as one line, with the place in the source.

use std::panic::{self, PanicHookInfo};

/// Has every panic written to the log from now on, instead of to bare standard error.
pub fn log() {
    panic::set_hook(Box::new(write));
}

fn write(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    let thread = std::thread::current();
    tracing::error!(
        panic = panic.payload_as_str().unwrap_or("without words"),
        place,
        thread = thread.name(),
        "a part of the program fell over"
    );
}

#[cfg(test)]
mod tests {
    use std::{
        io,
        sync::{Arc, Mutex},
    };

    use super::*;

    /// What was logged.
    #[derive(Clone, Default)]
    struct Paper(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Paper {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("nobody panics here").extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_panic_is_one_line_of_the_log() {
        let paper = Paper::default();
        let onto = paper.clone();
        let subscriber = tracing_subscriber::fmt().json().flatten_event(true).with_writer(move || onto.clone());
        tracing::subscriber::with_default(subscriber.finish(), || {
            let usual = panic::take_hook();
            log();
            let fell = panic::catch_unwind(|| panic!("of a test"));
            panic::set_hook(usual);
            assert!(fell.is_err());
        });
        let written = String::from_utf8(paper.0.lock().expect("nobody panics here").clone()).expect("UTF-8");
        let lines: Vec<&str> = written.lines().collect();
        let [line] = lines.as_slice() else { panic!("{lines:?}") };
        let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert!(line["panic"] == "of a test" && line["level"] == "ERROR", "{line}");
        assert!(line["place"].as_str().is_some_and(|place| place.contains("panics.rs:")), "{line}");
    }
}
