//! A database of before addresses were known outside the organisations: its people sign in by mail all the same.

use duet::{address, person};
use testkit::TestDuet;

#[tokio::test]
async fn people_of_before_are_known_by_their_addresses() {
    let duet = TestDuet::demo().await;
    let hash = address::AddressHash::of(duet::demo::cast::GWEN);
    let organisation = duet.organisation();
    let who = async || {
        let hash = hash.clone();
        duet.store().read_outside(move |c| address::store::who(c, &hash)).await.expect("a database")
    };
    let before = who().await;
    assert_eq!(before.len(), 1);
    let (all, empty) = (hash.clone(), duet.store().read_outside(address::store::without).await.expect("a database"));
    assert!(empty.is_empty(), "nothing is left to do");
    let forgotten = duet.store().write(organisation, move |tx| {
        for text in person::store::sign_in_addresses(tx)? {
            let hash = address::AddressHash::of(&text.1);
            address::store::forget(&mut tx.outside_tx(), &hash, organisation)?;
        }
        address::store::who(&mut tx.outside(), &all)
    });
    assert!(forgotten.await.expect("a database").is_empty());
    for organisation in duet.store().read_outside(address::store::without).await.expect("a database") {
        duet.store().write(organisation, person::store::make_addresses_known).await.expect("addresses");
    }
    assert_eq!(who().await, before);
}
