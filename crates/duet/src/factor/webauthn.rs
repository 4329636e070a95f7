//! Passkeys, as the standard has them (WebAuthn): the questions a browser is asked, and whether its answers hold.
//! Everything about the library that does it stands here.

use kit::{Error, Result};
use serde_json::{Value, json};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url,
    Webauthn, WebauthnBuilder,
};

use crate::identity::IdentityId;

/// Asks and checks, for one address.
#[derive(Debug)]
pub struct Passkeys(Webauthn);

/// A question for the browser, and what must be known to check its answer.
#[derive(Debug)]
pub struct Question {
    /// What `navigator.credentials` takes as `publicKey`, with bytes as base 64.
    pub options: Value,
    /// To be kept where nobody can change it.
    pub state: Vec<u8>,
}

/// A passkey that was made.
#[derive(Debug)]
pub struct Made {
    /// What the browser calls it by.
    pub credential: Vec<u8>,
    /// Its public key, as it is kept.
    pub public_key: Value,
}

impl Passkeys {
    /// For the address people use. None when it has no name: browsers take no passkey for a bare number.
    #[must_use]
    pub fn of(public_url: &str) -> Option<Passkeys> {
        let url = Url::parse(public_url).ok()?;
        let builder = WebauthnBuilder::new(url.domain()?, &url).ok()?;
        builder.rp_name("Duet").build().ok().map(Passkeys)
    }

    /// Asks for a new passkey, one that can be found without saying first who it is, and that asks its owner for a
    /// finger, face or number each time. Those there are already are not made again.
    ///
    /// # Errors
    /// `Internal` when it cannot be asked.
    pub fn ask_new(&self, of: IdentityId, address: &str, name: &str, there: Vec<Vec<u8>>) -> Result<Question> {
        let asked = self.0.start_passkey_registration(of.0, address, name, Some(there)).map_err(Error::internal)?;
        let mut options = serde_json::to_value(&asked.0).map_err(Error::internal)?["publicKey"].take();
        // The library asks for any key; signing in by it alone needs one that is found.
        options["authenticatorSelection"]["residentKey"] = json!("required");
        options["authenticatorSelection"]["requireResidentKey"] = json!(true);
        Ok(Question { options, state: serde_json::to_vec(&asked.1).map_err(Error::internal)? })
    }

    /// The passkey that was made in answer to a question; none when the answer does not hold.
    #[must_use]
    pub fn made(&self, state: &[u8], answer: &str) -> Option<Made> {
        let state: PasskeyRegistration = serde_json::from_slice(state).ok()?;
        let answer: RegisterPublicKeyCredential = serde_json::from_str(answer).ok()?;
        let passkey = self.0.finish_passkey_registration(&answer, &state).ok()?;
        let credential = passkey.cred_id().to_vec();
        Some(Made { credential, public_key: serde_json::to_value(&passkey).ok()? })
    }

    /// Asks for any passkey of this address.
    ///
    /// # Errors
    /// `Internal` when it cannot be asked.
    pub fn ask(&self) -> Result<Question> {
        let asked = self.0.start_discoverable_authentication().map_err(Error::internal)?;
        let options = serde_json::to_value(&asked.0).map_err(Error::internal)?["publicKey"].take();
        Ok(Question { options, state: serde_json::to_vec(&asked.1).map_err(Error::internal)? })
    }

    /// Whose an answer says it is, and which passkey gave it. Nothing is checked yet.
    #[must_use]
    pub fn said(&self, answer: &str) -> Option<(IdentityId, Vec<u8>)> {
        let answer: PublicKeyCredential = serde_json::from_str(answer).ok()?;
        let (whose, credential) = self.0.identify_discoverable_authentication(&answer).ok()?;
        Some((IdentityId(whose), credential.to_vec()))
    }

    /// Whether an answer to a question was signed by this passkey, after it asked its owner; if so, what to keep of
    /// the passkey from now on. A key that seems to have been copied is refused.
    #[must_use]
    pub fn proven(&self, state: &[u8], answer: &str, public_key: &Value) -> Option<Value> {
        let state: DiscoverableAuthentication = serde_json::from_slice(state).ok()?;
        let answer: PublicKeyCredential = serde_json::from_str(answer).ok()?;
        let mut passkey: Passkey = serde_json::from_value(public_key.clone()).ok()?;
        let result = self.0.finish_discoverable_authentication_v2(&answer, state, &passkey).ok()?;
        passkey.update_credential(&result)?;
        result.user_verified().then(|| serde_json::to_value(&passkey).ok()).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_needs_a_name() {
        for fine in ["https://duet.example", "http://localhost:8080", "https://duet.example:8443"] {
            assert!(Passkeys::of(fine).is_some(), "{fine}");
        }
        for bad in ["http://127.0.0.1:8080", "https://[::1]", "https://192.0.2.1", "duet.example", ""] {
            assert!(Passkeys::of(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn a_new_key_is_found_by_itself_and_asks_its_owner() {
        let passkeys = Passkeys::of("https://duet.example").unwrap();
        let whose = IdentityId(kit::id::Uuid::nil());
        let question = passkeys.ask_new(whose, "a@b.test", "A B", vec![vec![1, 2, 3]]).unwrap();
        let options = &question.options;
        assert_eq!(options["rp"]["id"], "duet.example");
        assert_eq!(options["authenticatorSelection"]["residentKey"], "required");
        assert_eq!(options["authenticatorSelection"]["requireResidentKey"], true);
        assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
        assert_eq!(options["excludeCredentials"][0]["id"], "AQID");
        let asked = passkeys.ask().unwrap().options;
        assert_eq!(asked["userVerification"], "required");
        assert!(passkeys.said("{}").is_none() && passkeys.made(&question.state, "{}").is_none());
    }
}
