//! What is logged, and what never is.

use tracing::{Level, Metadata};
use tracing_subscriber::filter::{FilterExt as _, filter_fn};
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, Layer as _};

/// Logs what `asked` says (`debug`, `info,kit=debug`) to a writer, for the whole program. Of the libraries beneath never
/// more than `info`, whatever is asked: at `debug` the database's client logs every value it sends.
///
/// # Errors
/// With words for the person, when `asked` cannot be read or something else listens already.
pub fn log_to<W>(asked: &str, writer: W) -> Result<(), String>
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let asked = EnvFilter::try_new(asked).map_err(|cause| format!("DUET_LOG: {cause}"))?;
    let layer = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_writer(writer)
        .with_filter(asked.and(filter_fn(is_ours_or_quiet)));
    tracing_subscriber::registry().with(layer).try_init().map_err(|cause| cause.to_string())
}

fn is_ours_or_quiet(said: &Metadata<'_>) -> bool {
    let by = said.target().split("::").next().unwrap_or_default();
    *said.level() <= Level::INFO || ["duet", "kit", "matching"].contains(&by)
}
