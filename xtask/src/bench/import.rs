//! Bringing a spreadsheet in, as somebody does in a browser: send it, look, press the button, wait.

use super::{
    form::fill,
    http::{Answer, Client},
};
use crate::Result;
use std::{thread, time::Duration};

/// How often one asks whether it is done.
const AGAIN: Duration = Duration::from_millis(5);

/// Brings files in at a round's import page.
pub(super) fn bring_in(client: &mut Client, page: &str, files: &[(&str, &str)]) -> Result {
    let upload = leads(&client.upload(page, files)?)?;
    let check = client.get(&upload, "identity")?.text();
    let (action, fields) = fill(&check, "/taking").ok_or("the rows cannot come in as they are")?;
    let mut to = leads(&client.post(&action, &fields)?)?;
    while to == upload {
        thread::sleep(AGAIN);
        let waiting = client.get(&upload, "identity")?;
        if waiting.status == 303 {
            to = leads(&waiting)?;
        } else if waiting.header("refresh").is_none() {
            return Err(format!("{upload} was not brought in").into());
        }
    }
    Ok(())
}

/// Where an answer leads.
pub(super) fn leads(answer: &Answer) -> Result<String> {
    let to = answer.header("location").filter(|_| answer.status == 303);
    to.map(str::to_owned).ok_or_else(|| format!("answered {}: {}", answer.status, answer.text()).into())
}
