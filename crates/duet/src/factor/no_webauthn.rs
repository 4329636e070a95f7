//! Passkeys, in a program that was built without them: there are none.

use kit::Result;
use serde_json::Value;

use crate::identity::IdentityId;

/// Nobody has one.
#[derive(Debug)]
pub enum Passkeys {}

/// See the module that is built otherwise.
#[derive(Debug)]
pub struct Question {
    /// For the browser.
    pub options: Value,
    /// For us.
    pub state: Vec<u8>,
}

/// See the module that is built otherwise.
#[derive(Debug)]
pub struct Made {
    /// What the browser calls it by.
    pub credential: Vec<u8>,
    /// Its public key.
    pub public_key: Value,
}

#[allow(missing_docs, clippy::missing_errors_doc, clippy::must_use_candidate)]
impl Passkeys {
    pub fn of(_: &str) -> Option<Passkeys> {
        None
    }
    pub fn ask_new(&self, _: IdentityId, _: &str, _: &str, _: Vec<Vec<u8>>) -> Result<Question> {
        match *self {}
    }
    pub fn made(&self, _: &[u8], _: &str) -> Option<Made> {
        match *self {}
    }
    pub fn ask(&self) -> Result<Question> {
        match *self {}
    }
    pub fn said(&self, _: &str) -> Option<(IdentityId, Vec<u8>)> {
        match *self {}
    }
    pub fn proven(&self, _: &[u8], _: &str, _: &Value) -> Option<Value> {
        match *self {}
    }
}
