//! Installing Debian packages where we may, and saying in one line what to install where not.

use crate::{Result, shell};
use std::{
    io::{self, Write},
    process::Command,
};

/// Installs packages by `apt-get` as root, or as whom `sudo` asks no password; `named` is what a person calls them.
pub(crate) fn install(named: &str, packages: &[&str]) -> Result {
    let request = please(named);
    let by_root = shell::is_root();
    let may = by_root || shell::answer("sudo", &["-n", "true"]).is_some();
    if !may || shell::find(&["apt-get"]).is_none() {
        return Err(request.into());
    }
    println!("installing by apt-get, which may take a few minutes: {}", packages.join(" "));
    let apt = || if by_root { shell::program("env") } else { sudo("env") };
    let words = ["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "Acquire::Retries=3"];
    let asked = quietly(apt().args(words).arg("update")).and_then(|()| {
        let install = ["install", "-y", "--no-install-recommends"];
        quietly(apt().args(words).args(install).args(packages))
    });
    asked.map_err(|error| format!("{error}; {request}").into())
}

/// What to say to somebody who must install these themselves.
pub(crate) fn please(named: &str) -> String {
    format!("please install {named}, then run this again")
}

/// Runs to the end and shows the output only if it failed: installing prints thousands of lines.
fn quietly(command: &mut Command) -> Result {
    let output = command.output()?;
    if output.status.success() {
        return Ok(());
    }
    io::stdout().write_all(&output.stdout)?;
    io::stdout().write_all(&output.stderr)?;
    Err(format!("`{}` failed: {}", shell::spoken(command), output.status).into())
}

fn sudo(name: &str) -> Command {
    let mut command = shell::program("sudo");
    command.args(["-n", name]);
    command
}
