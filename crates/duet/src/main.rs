//! The `duet` program.

fn main() -> std::process::ExitCode {
    duet::command::run()
}
