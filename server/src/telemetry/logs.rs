//! The log, on standard error.

use std::io::{self, IsTerminal};

use tracing_subscriber::{EnvFilter, fmt};

use crate::config::{Config, LogFormat};

/// Starts logging as `config` says. A second call changes nothing, so that tests may call it as they like.
pub fn start(config: &Config) {
    let filter = EnvFilter::try_new(&config.log).unwrap_or_else(|_| EnvFilter::new("info"));
    let pretty = match config.log_format {
        LogFormat::Auto => io::stderr().is_terminal(),
        LogFormat::Pretty => true,
        LogFormat::Json => false,
    };
    // Where nobody takes the log any more, saying so on the same standard error would be a panic, and what was being
    // done would not be: the stop itself, for one.
    let builder = fmt().with_env_filter(filter).with_writer(io::stderr).log_internal_errors(false);
    // A second subscriber is refused; the first goes on.
    let _ = if pretty {
        builder.with_target(false).compact().try_init()
    } else {
        builder.json().flatten_event(true).with_current_span(false).with_span_list(false).try_init()
    };
}
