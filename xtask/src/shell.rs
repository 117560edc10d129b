//! Starting other programs: shown, captured or tried again.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::{Failure, Outcome};

/// One command about to be started.
pub struct Shell {
    command: Command,
    /// Words for people: the command as it could be typed.
    line: String,
}

impl Shell {
    /// A command with the program's own environment.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        let line = Path::new(program.as_ref()).file_name().unwrap_or(program.as_ref()).to_string_lossy().into_owned();
        Self { command: Command::new(program), line }
    }

    /// Adds one argument.
    pub fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.line.push(' ');
        self.line.push_str(&arg.as_ref().to_string_lossy());
        self.command.arg(arg);
        self
    }

    /// Adds the words of a line; none of them may hold a space.
    pub fn words(self, words: &str) -> Self {
        words.split_whitespace().fold(self, Shell::arg)
    }

    /// Adds several arguments.
    pub fn args<I, A>(self, args: I) -> Self
    where
        I: IntoIterator<Item = A>,
        A: AsRef<OsStr>,
    {
        args.into_iter().fold(self, Shell::arg)
    }

    /// Sets a variable of its environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Takes a variable out of its environment.
    pub fn without(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Starts it in another folder.
    pub fn dir(mut self, folder: impl AsRef<Path>) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs it to its end, its output going where ours goes.
    ///
    /// # Errors
    /// When it cannot be started or ends with another status than 0.
    pub fn run(mut self) -> Outcome {
        match self.command.status() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("`{}` failed ({status}).", self.line).into()),
            Err(error) => Err(self.not_started(&error)),
        }
    }

    /// Runs it to its end and returns what it printed on standard output.
    ///
    /// # Errors
    /// As [`Shell::run`]; the sentence carries what it printed on standard error.
    pub fn read(mut self) -> Outcome<String> {
        let output = self.command.stdin(Stdio::null()).output().map_err(|error| self.not_started(&error))?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        let said = String::from_utf8_lossy(&output.stderr);
        Err(format!("`{}` failed ({}).\n{}", self.line, output.status, said.trim_end()).into())
    }

    /// Hands over the configured command, for a caller that keeps the child.
    pub fn into_command(self) -> Command {
        self.command
    }

    fn not_started(&self, error: &std::io::Error) -> Failure {
        format!("`{}` could not be started: {error}.", self.line).into()
    }
}

/// Says one line of progress.
pub fn say(line: &str) {
    println!("{line}");
}

/// Tries something that needs the network up to three times, with a growing pause between.
///
/// # Errors
/// The last failure, when no attempt succeeded.
pub fn persist(what: &str, mut attempt: impl FnMut() -> Outcome) -> Outcome {
    for pause_s in [3, 10] {
        match attempt() {
            Ok(()) => return Ok(()),
            Err(Failure(sentence)) => {
                say(&format!("{sentence}\n      {what} did not succeed; trying again in {pause_s} s."));
                std::thread::sleep(Duration::from_secs(pause_s));
            }
        }
    }
    attempt().map_err(|Failure(sentence)| {
        Failure(format!(
            "{sentence}\n{what} failed three times. Is the package registry reachable from here? \
             Run the same command again to go on where this stopped."
        ))
    })
}
