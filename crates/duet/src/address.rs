//! Mail addresses, as they are known outside every organisation: by their hash, with who they lead to.

pub mod store;

use sha2::{Digest, Sha256};

/// An address by its hash: what stands outside the organisations in its place.
#[derive(Clone, PartialEq, Eq)]
pub struct AddressHash(Vec<u8>);

impl AddressHash {
    /// Of an address, however it is written.
    #[must_use]
    pub fn of(address: &str) -> AddressHash {
        let text = format!("duet address: {}", address.trim().to_lowercase());
        AddressHash(Sha256::digest(text.as_bytes()).to_vec())
    }
}

impl std::fmt::Debug for AddressHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AddressHash(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::AddressHash;

    #[test]
    fn one_address_has_one_hash_however_it_is_written() {
        assert_eq!(AddressHash::of("Ada@Lib.test "), AddressHash::of("ada@lib.test"));
        assert_ne!(AddressHash::of("ada@lib.test"), AddressHash::of("ada@lib.tests"));
        assert_eq!(format!("{:?}", AddressHash::of("ada@lib.test")), "AddressHash(hidden)");
    }
}
