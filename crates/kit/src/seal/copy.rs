//! A copy of the key store: one line for each key and for each row of the ledger, and at its end how many, with
//! SHA-256 over all of them.

use std::io::{BufRead, Write};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::envelope::KeyId;
use super::keys::{ErasedRow, KeyRow, Keys, confirm, everything, take};
use crate::clock::Instant;
use crate::error::{Error, Message, Result};
use crate::id::{OrganisationId, Uuid};
use crate::token::{hex, unhex};

/// What a copy holds.
#[derive(Default)]
struct Copy {
    keys: Vec<KeyRow>,
    erased: Vec<ErasedRow>,
}

impl Keys {
    /// Writes all keys and the ledger; tells how many keys.
    ///
    /// # Errors
    /// `Internal` when the key store or the sink fails.
    pub async fn copy_out(&self, mut sink: impl Write) -> Result<usize> {
        let (keys, erased) = self.store().read_outside(everything).await?;
        let mut hash = Sha256::new();
        let mut put = |line: String| {
            hash.update(&line);
            sink.write_all(line.as_bytes()).and_then(|()| sink.write_all(b"\n")).map_err(Error::internal)
        };
        for (organisation, holder, at) in &erased {
            put(json!(["erasure", organisation, holder, at]).to_string())?;
        }
        for (organisation, holder, id, secret, made_at) in &keys {
            put(json!(["key", organisation, holder, id, hex(secret), made_at]).to_string())?;
        }
        let end = json!({"keys": keys.len(), "erasures": erased.len(), "sha256": hex(&hash.finalize())}).to_string();
        sink.write_all(end.as_bytes()).and_then(|()| sink.write_all(b"\n")).map_err(Error::internal)?;
        Ok(keys.len())
    }

    /// Takes a copy into what is here already: whoever is erased, here or there, gets no key back. Tells how many keys
    /// it held.
    ///
    /// # Errors
    /// `Conflict` when the copy is not whole: then nothing of it is taken.
    pub async fn copy_in(&self, from: impl BufRead) -> Result<usize> {
        let Copy { keys, erased } = read(from)?;
        let count = keys.len();
        self.store().write_outside(move |tx| take(tx, &keys, &erased)).await?;
        self.forget_all();
        Ok(count)
    }

    /// Notes that a copy was shown that holds every key there is; those made later are not confirmed.
    ///
    /// # Errors
    /// `Conflict` when the copy is not whole, or lacks a key that is here.
    pub async fn confirm(&self, from: impl BufRead) -> Result<usize> {
        let copy = read(from)?;
        self.store()
            .write_outside(move |tx| {
                let (here, _) = everything(tx)?;
                if here.iter().any(|key| !copy.keys.contains(key)) {
                    return Err(Error::conflict("keys-copy-lacks"));
                }
                here.iter().map(|key| key.4).max().map_or(Ok(()), |until| confirm(tx, until))?;
                Ok(here.len())
            })
            .await
    }
}

fn read(from: impl BufRead) -> Result<Copy> {
    let (mut copy, mut hash) = (Copy::default(), Sha256::new());
    for (at, line) in from.lines().enumerate() {
        let broken = || Error::conflict(Message::new("backup-line").with("line", at + 1));
        let line = line.map_err(|_| broken())?;
        match serde_json::from_str::<Value>(&line).map_err(|_| broken())? {
            Value::Object(end) => {
                let sums = (end.get("keys"), end.get("sha256"));
                let whole = (Some(&json!(copy.keys.len())), Some(&json!(hex(&hash.finalize()))));
                return if sums == whole { Ok(copy) } else { Err(Error::conflict("backup-changed")) };
            }
            row => take_row(row, &mut copy).ok_or_else(broken)?,
        }
        hash.update(&line);
    }
    Err(Error::conflict("backup-cut-off"))
}

fn take_row(row: Value, copy: &mut Copy) -> Option<()> {
    if let Ok((what, organisation, holder, at)) = serde_json::from_value::<(String, _, _, _)>(row.clone()) {
        let row: (OrganisationId, Uuid, Instant) = (organisation, holder, at);
        copy.erased.push(row);
        return (what == "erasure").then_some(());
    }
    type Key = (String, OrganisationId, Uuid, KeyId, String, Instant);
    let (what, organisation, holder, id, secret, made_at) = serde_json::from_value::<Key>(row).ok()?;
    let secret = unhex(&secret).filter(|secret| secret.len() == 32)?;
    copy.keys.push((organisation, holder, id, secret, made_at));
    (what == "key").then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_that_is_not_whole_is_refused() {
        let id = "01920000-0000-7000-8000-000000000000";
        let key = format!("[\"key\",\"{id}\",\"{id}\",\"{id}\",\"{}\",\"2026-11-03T10:00:00Z\"]\n", "ab".repeat(32));
        let sum = hex(&Sha256::digest(key.trim_end()));
        let end = format!("{{\"erasures\":0,\"keys\":1,\"sha256\":\"{sum}\"}}\n");
        let why = |text: String| match read(text.as_bytes()) {
            Ok(copy) => format!("{} keys", copy.keys.len()),
            Err(Error::Conflict(message)) => message.key.to_owned(),
            Err(other) => other.to_string(),
        };
        assert_eq!(why(format!("{key}{end}")), "1 keys");
        assert_eq!(why(key.clone()), "backup-cut-off");
        assert_eq!(why(format!("{key}{key}{end}")), "backup-changed");
        assert_eq!(why(format!("{}{end}", key.replace("abab", "acab"))), "backup-changed");
        assert_eq!(why(format!("{}{end}", key.replace("\"key\"", "\"lock\""))), "backup-line");
        assert_eq!(why(format!("{}{end}", key.replacen("ab", "", 1))), "backup-line");
        assert_eq!(why("no copy\n".to_owned()), "backup-line");
    }
}
