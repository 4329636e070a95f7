//! The key store: a small database of its own with everybody's keys, and the ledger of whose were destroyed.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant as Tick};

use super::envelope::{self, Key, KeyId};
use super::{Holder, Opened, Place, Seal, Sealed};
use crate::clock::{Clock, Instant};
use crate::db::{Migration, OutsideConn, OutsideTx, Store};
use crate::error::{Error, Result};
use crate::id::{OrganisationId, Uuid};
use crate::params;
use crate::random::Random;

/// The key store's schema.
pub const MIGRATIONS: &[Migration] =
    &[Migration { file: "0001_key.sql", text: include_str!("../../migrations/0001_key.sql") }];

/// How long a key may be held in memory: so long can another node still open what was erased here.
pub const CACHED_FOR: Duration = Duration::from_secs(60);
/// Whose keys may be held in memory, at most.
const CACHED: usize = 10_000;

crate::sql! { outside
    OF -> (KeyId, Vec<u8>) = "
        select id, secret from key where organisation = $1 and holder = $2 order by made_at desc, id desc";
    LAST_MADE -> (Option<Instant>,) = "select max(made_at) from key where organisation = $1 and holder = $2";
    ADD -> () = "insert into key (organisation, holder, id, secret, made_at) values ($1, $2, $3, $4, $5)";
    DROP -> () = "delete from key where organisation = $1 and holder = $2";
    DROP_ONE -> () = "delete from key where organisation = $1 and holder = $2 and id = $3";
    ALL -> KeyRow = "
        select organisation, holder, id, secret, made_at from key order by organisation, holder, made_at, id";
    CONFIRMED -> (Instant,) = "select made_until from confirmation";
    UNCONFIRM -> () = "delete from confirmation";
    CONFIRM -> () = "insert into confirmation (number, made_until, confirmed_at) values (1, $1, $2)";
    HOLDERS -> (OrganisationId, Uuid) = "
        select distinct organisation, holder from key where holder <> $1 order by organisation, holder";
    UNCONFIRMED -> (i64,) = "
        select count(*) from key k where not exists (select 1 from confirmation c where c.made_until >= k.made_at)";
    ERASED -> (Instant,) = "select erased_at from erasure where organisation = $1 and holder = $2";
    ALL_ERASED -> ErasedRow = "
        select organisation, holder, erased_at from erasure order by erased_at, organisation, holder";
    ERASE -> () = "insert into erasure (organisation, holder, erased_at) values ($1, $2, $3)";
}

/// A key as it is kept and copied: organisation, holder, id, secret, when it was made.
pub(super) type KeyRow = (OrganisationId, Uuid, KeyId, Vec<u8>, Instant);
/// A row of the ledger: organisation, holder, when.
pub(super) type ErasedRow = (OrganisationId, Uuid, Instant);

/// The open key store. Cheap to clone; clones share what they hold in memory.
#[derive(Clone)]
pub struct Keys {
    store: Store,
    cache: Arc<Mutex<HashMap<(OrganisationId, Holder), Held>>>,
}

struct Held {
    keys: Vec<(KeyId, Key)>,
    since: Tick,
}

impl Keys {
    /// Opens the key store at `url`, as [`Store::open`] does. A file is made when it is missing.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open(url: &str, clock: Clock, random: Random) -> Result<Keys> {
        Ok(Keys { store: Store::open(url, MIGRATIONS, clock, random).await?, cache: Arc::default() })
    }

    /// The database it is, for backups and tests.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Whether nobody has a key here and nobody was erased: a key store that is new, or was lost.
    ///
    /// # Errors
    /// `Internal` when the key store fails.
    pub async fn is_unused(&self) -> Result<bool> {
        self.store
            .read_outside(|c| Ok(c.all(&HOLDERS, params![Uuid::nil()])?.is_empty() && all_erased(c)?.is_empty()))
            .await
    }

    /// Destroys whatever opens a holder's words, and writes that down in the ledger, at once and for good: no key is
    /// ever made for them again. Done twice it is done once.
    ///
    /// # Errors
    /// `Internal` when the key store fails: then nothing is destroyed.
    pub async fn destroy(&self, organisation: OrganisationId, holder: Holder) -> Result<()> {
        self.store
            .write_outside(move |tx| {
                if !is_erased(tx, organisation, holder)? {
                    let now = tx.now();
                    tx.run(&ERASE, params![organisation, holder.0, now])?;
                }
                tx.run(&DROP, params![organisation, holder.0]).map(|_| ())
            })
            .await?;
        self.forget(organisation, holder);
        self.settle().await;
        Ok(())
    }

    /// The ledger: whose keys were destroyed, and when, earliest first.
    ///
    /// # Errors
    /// `Internal` when the key store fails.
    pub async fn erased(&self) -> Result<Vec<(OrganisationId, Holder, Instant)>> {
        let all = self.store.read_outside(all_erased).await?;
        Ok(all.into_iter().map(|(organisation, holder, at)| (organisation, Holder(holder), at)).collect())
    }

    /// Everybody who has a key.
    ///
    /// # Errors
    /// `Internal` when the key store fails.
    pub async fn holders(&self) -> Result<Vec<(OrganisationId, Holder)>> {
        let all = self.store.read_outside(|c| c.all(&HOLDERS, params![Uuid::nil()])).await?;
        Ok(all.into_iter().map(|(organisation, holder)| (organisation, Holder(holder))).collect())
    }

    /// Makes a newer key for a holder. What is sealed from now on is sealed under it; the older ones go on opening.
    ///
    /// # Errors
    /// `Conflict` when the holder was erased; `Internal` when the key store fails.
    pub async fn renew(&self, organisation: OrganisationId, holder: Holder) -> Result<()> {
        self.store.write_outside(move |tx| make(tx, organisation, holder).map(|_| ())).await?;
        self.forget(organisation, holder);
        Ok(())
    }

    /// Drops all of a holder's keys but the newest; tells how many. The caller has seen that nothing is sealed under them.
    ///
    /// # Errors
    /// `Internal` when the key store fails.
    pub async fn drop_older(&self, organisation: OrganisationId, holder: Holder) -> Result<u64> {
        let dropped = self
            .store
            .write_outside(move |tx| {
                let older = tx.all(&OF, params![organisation, holder.0])?.into_iter().skip(1);
                older.map(|(id, _)| tx.run(&DROP_ONE, params![organisation, holder.0, id])).sum()
            })
            .await?;
        self.forget(organisation, holder);
        self.settle().await;
        Ok(dropped)
    }

    /// The keys of the installation itself, the newest last: it belongs to nobody, and is copied with all others, so that
    /// every node has it and a copy of the other database alone opens nothing. One is made when there is none; `known`
    /// is taken in its place, where it was kept elsewhere before.
    ///
    /// # Errors
    /// `Internal` when the key store fails, or `known` is not of 32 bytes.
    pub async fn installation(&self, known: Option<Vec<u8>>) -> Result<Vec<[u8; 32]>> {
        let (nobody, none) = (OrganisationId(Uuid::nil()), Uuid::nil());
        let rows = self.store.write_outside(move |tx| {
            let known = known.as_deref().map(Key::from_bytes).transpose()?;
            let there = of(tx, nobody, Holder(none))?;
            match known {
                Some(key) if !there.iter().any(|(_, have)| have.bytes() == key.bytes()) => {
                    keep(tx, nobody, Holder(none), key)?;
                }
                None if there.is_empty() => {
                    let key = Key::fresh(tx.random());
                    keep(tx, nobody, Holder(none), key)?;
                }
                _ => {}
            }
            of(tx, nobody, Holder(none))
        });
        let bytes = |key: &Key| key.bytes().try_into().map_err(|_| Error::internal("a key is not of 32 bytes"));
        rows.await?.iter().rev().map(|(_, key)| bytes(key)).collect()
    }

    /// Whether there are keys that no confirmed copy holds: how many.
    ///
    /// # Errors
    /// `Internal` when the key store fails.
    pub async fn unconfirmed(&self) -> Result<i64> {
        self.store.read_outside(|c| Ok(c.one(&UNCONFIRMED, params![])?.0)).await
    }

    /// Seals for a holder, with their newest key; their first one is made and kept before this returns.
    ///
    /// Runs on this thread, which must be one that may block.
    pub(crate) fn seal<T: Seal>(
        &self,
        organisation: OrganisationId,
        holder: Holder,
        place: Place,
        what: &T,
    ) -> Result<Sealed<T>> {
        // Not from memory: another node may have made a newer key, and be about to drop the older.
        let newest = self.store.read_outside_here(|c| of(c, organisation, holder))?.into_iter().next();
        let (id, key) = match newest {
            Some(key) => key,
            None => self.store.write_outside_here(|tx| match of(tx, organisation, holder)?.into_iter().next() {
                Some(key) => Ok(key),
                None => make(tx, organisation, holder),
            })?,
        };
        envelope::seal((id, &key), organisation, place, what, self.store.random())
    }

    /// [`Keys::seal`] for many: the key store is asked once, and written to once, however many there are.
    pub(crate) fn seal_many<T: Seal>(
        &self,
        organisation: OrganisationId,
        all: &[(Holder, Place, &T)],
    ) -> Result<Vec<Sealed<T>>> {
        let holders: BTreeSet<Uuid> = all.iter().map(|(holder, ..)| holder.0).collect();
        let mut keys: HashMap<Uuid, (KeyId, Key)> = HashMap::new();
        self.store.read_outside_here(|c| {
            for holder in &holders {
                keys.extend(newest(c, organisation, Holder(*holder))?.map(|key| (*holder, key)));
            }
            Ok(())
        })?;
        let missing: Vec<Uuid> = holders.into_iter().filter(|holder| !keys.contains_key(holder)).collect();
        if !missing.is_empty() {
            let made = self.store.write_outside_here(|tx| {
                let mut made = Vec::with_capacity(missing.len());
                for holder in missing.iter().map(|holder| Holder(*holder)) {
                    let key = match newest(tx, organisation, holder)? {
                        Some(key) => key,
                        None => make(tx, organisation, holder)?,
                    };
                    made.push((holder.0, key));
                }
                Ok(made)
            })?;
            keys.extend(made);
        }
        let sealed = all.iter().map(|(holder, place, what)| {
            let (id, key) = keys.get(&holder.0).ok_or_else(|| Error::internal("a key that was made is not there"))?;
            envelope::seal((*id, key), organisation, *place, *what, self.store.random())
        });
        sealed.collect()
    }

    /// Opens what was sealed for a holder.
    ///
    /// Runs on this thread, which must be one that may block.
    pub(crate) fn unseal<T: Seal>(
        &self,
        organisation: OrganisationId,
        holder: Holder,
        place: Place,
        sealed: &Sealed<T>,
    ) -> Result<Opened<T>> {
        let Some(id) = envelope::key_of(sealed.envelope()) else { return Ok(Opened::Altered) };
        let Some(key) = self.key(organisation, holder, id)? else { return Ok(Opened::KeyLost) };
        Ok(envelope::open(&key, organisation, place, sealed.envelope()))
    }

    /// Whether something is sealed under a holder's newest key.
    pub(crate) fn is_newest<T>(
        &self,
        organisation: OrganisationId,
        holder: Holder,
        sealed: &Sealed<T>,
    ) -> Result<bool> {
        let newest = self.store.read_outside_here(|c| of(c, organisation, holder))?.into_iter().next();
        Ok(newest.map(|(id, _)| id) == envelope::key_of(sealed.envelope()))
    }

    fn key(&self, organisation: OrganisationId, holder: Holder, id: KeyId) -> Result<Option<Key>> {
        let find = |keys: &[(KeyId, Key)]| keys.iter().find(|(have, _)| *have == id).map(|(_, key)| key.clone());
        let held = self.held().get(&(organisation, holder)).filter(|held| held.is_fresh()).and_then(|h| find(&h.keys));
        if held.is_some() {
            return Ok(held);
        }
        let keys = self.store.read_outside_here(|c| of(c, organisation, holder))?;
        let found = find(&keys);
        let mut held = self.held();
        if held.len() >= CACHED {
            held.retain(|_, one| one.is_fresh());
        }
        if held.len() >= CACHED {
            held.clear();
        }
        if found.is_some() {
            held.insert((organisation, holder), Held { keys, since: Tick::now() });
        }
        Ok(found)
    }

    /// What was dropped is out of the file's log too; when readers are in the way, a little later by itself.
    async fn settle(&self) {
        if let Err(cause) = self.store.settle().await {
            tracing::warn!(%cause, "the key store's log was not emptied yet");
        }
    }

    pub(super) fn forget_all(&self) {
        self.held().clear();
    }

    fn forget(&self, organisation: OrganisationId, holder: Holder) {
        self.held().remove(&(organisation, holder));
    }

    fn held(&self) -> std::sync::MutexGuard<'_, HashMap<(OrganisationId, Holder), Held>> {
        self.cache.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Held {
    fn is_fresh(&self) -> bool {
        self.since.elapsed() < CACHED_FOR
    }
}

/// Every key and the whole ledger.
pub(super) fn everything(c: &mut OutsideConn<'_>) -> Result<(Vec<KeyRow>, Vec<ErasedRow>)> {
    Ok((c.all(&ALL, params![])?, all_erased(c)?))
}

/// Takes keys and ledger from a copy into what is here already: nobody erased gets a key back.
pub(super) fn take(tx: &mut OutsideTx<'_>, keys: &[KeyRow], erased: &[ErasedRow]) -> Result<()> {
    for (organisation, holder, at) in erased {
        if !is_erased(tx, *organisation, Holder(*holder))? {
            tx.run(&ERASE, params![*organisation, *holder, *at])?;
            tx.run(&DROP, params![*organisation, *holder])?;
        }
    }
    for (organisation, holder, id, secret, made_at) in keys {
        let known = tx.all(&OF, params![*organisation, *holder])?.iter().any(|(have, _)| have == id);
        if !known && !is_erased(tx, *organisation, Holder(*holder))? {
            tx.run(&ADD, params![*organisation, *holder, *id, *secret, *made_at])?;
        }
    }
    Ok(())
}

/// Notes that a copy was seen that holds every key made until then.
pub(super) fn confirm(tx: &mut OutsideTx<'_>, made_until: Instant) -> Result<()> {
    let now = tx.now();
    let later = tx.first(&CONFIRMED, params![])?.is_some_and(|(until,)| until >= made_until);
    if !later {
        tx.run(&UNCONFIRM, params![])?;
        tx.run(&CONFIRM, params![made_until, now])?;
    }
    Ok(())
}

/// A holder's keys, newest first.
fn of(c: &mut OutsideConn<'_>, organisation: OrganisationId, holder: Holder) -> Result<Vec<(KeyId, Key)>> {
    let rows = c.all(&OF, params![organisation, holder.0])?;
    rows.into_iter().map(|(id, secret)| Ok((id, Key::from_bytes(&zeroize::Zeroizing::new(secret))?))).collect()
}

fn newest(c: &mut OutsideConn<'_>, organisation: OrganisationId, holder: Holder) -> Result<Option<(KeyId, Key)>> {
    Ok(of(c, organisation, holder)?.into_iter().next())
}

fn make(tx: &mut OutsideTx<'_>, organisation: OrganisationId, holder: Holder) -> Result<(KeyId, Key)> {
    if is_erased(tx, organisation, holder)? {
        return Err(Error::conflict("seal-erased"));
    }
    let key = Key::fresh(tx.random());
    keep(tx, organisation, holder, key)
}

fn keep(tx: &mut OutsideTx<'_>, organisation: OrganisationId, holder: Holder, key: Key) -> Result<(KeyId, Key)> {
    let (id, mut made_at) = (tx.fresh::<KeyId>(), tx.now());
    // Whatever the clock does, the newest is the last that was made.
    if let Some(last) = tx.one(&LAST_MADE, params![organisation, holder.0])?.0 {
        made_at = made_at.max(last.checked_add(jiff::SignedDuration::from_micros(1)).map_err(Error::internal)?);
    }
    let secret = zeroize::Zeroizing::new(key.bytes().to_vec());
    tx.run(&ADD, params![organisation, holder.0, id, *secret, made_at])?;
    Ok((id, key))
}

fn is_erased(c: &mut OutsideConn<'_>, organisation: OrganisationId, holder: Holder) -> Result<bool> {
    Ok(c.first(&ERASED, params![organisation, holder.0])?.is_some())
}

fn all_erased(c: &mut OutsideConn<'_>) -> Result<Vec<ErasedRow>> {
    c.all(&ALL_ERASED, params![])
}
