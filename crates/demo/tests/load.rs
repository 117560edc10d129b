//! The demo in a real database: the books are in order, and everybody can sign in and read.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
};

use auth::{Auth, Kept, sign_in, totp};
use bank::{Calendar, Clock, IdMint};
use demo::{GROWTH_LONG, GROWTH_SHORT, GROWTH_USERNAME, Plan, Progress, SCALE_PASSWORD, Scale};
use jiff::civil::date;
use model::{CustomerId, Timestamp};
use store::{Options, Store};

struct Hands(AtomicI64);

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::Relaxed))
    }
}

struct House {
    store: Store,
    clock: Arc<Hands>,
    folder: PathBuf,
    told: Vec<Progress>,
}

impl Drop for House {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).ok();
    }
}

async fn house(name: &str, scale: Option<Scale>) -> House {
    let folder = std::env::temp_dir().join(format!("banyan-demo-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let url = format!("sqlite:{}", folder.join("bank.db").display());
    let calendar = Calendar::in_zone("Europe/London").unwrap();
    let today = date(2026, 11, 22);
    let clock = Arc::new(Hands(AtomicI64::new(calendar.start_of(today).plus_seconds(36_000).micros())));
    Store::migrate(&url).await.unwrap();
    let store = Store::open(&url, Options::new(Arc::new(IdMint::new(clock.clone(), 0)))).await.unwrap();
    let mut told = vec![];
    let plan = Plan { seed: 1, today, calendar, scale };
    let came = demo::seed(&store, &plan, &mut |progress| told.push(progress)).await.unwrap();
    assert_eq!((came.postings, told.last()), (came.of, Some(&came)));
    House { store, clock, folder, told }
}

async fn who_signs_in(house: &House, username: &str, password: &str, secret: &[u8]) -> CustomerId {
    let ports = house.store.ports();
    let kept = Kept {
        credentials: ports.credentials,
        passkeys: ports.passkeys,
        staff_passkeys: ports.staff_passkeys,
        attempts: ports.attempts,
        audit: ports.audit,
    };
    let auth = Auth::new(kept, house.clock.clone(), "http://localhost:3000");
    let pending = sign_in::password(&auth, username, password).await.unwrap();
    sign_in::code(&auth, &pending, &totp::current(secret, house.clock.now()).0).await.unwrap()
}

#[tokio::test]
async fn the_books_are_in_order_and_everybody_can_read_their_own() {
    let house = house("people", None).await;
    let ports = house.store.ports();
    let report = ports.upkeep.verify().await.unwrap();
    assert!(report.holds(), "{:?}", report.breaches);
    assert!(report.postings > 15_000 && report.accounts > 13, "{report:?}");
    while ports.upkeep.seal_audit(1_000).await.unwrap() > 0 {}
    let sealed = ports.upkeep.verify().await.unwrap();
    assert!(sealed.holds() && sealed.sealed > 60, "{sealed:?}");

    for person in demo::people() {
        let customer = who_signs_in(&house, person.username, person.password, &person.totp_secret).await;
        let known = ports.customers.customer(customer).await.unwrap().unwrap();
        assert_eq!(known.name, person.name);
        let accounts = ports.accounts.list(customer).await.unwrap();
        assert!(
            !accounts.is_empty() && accounts.iter().all(|account| account.available().minor > 0),
            "{}",
            person.name
        );
        assert_eq!(ports.accounts.latest(customer, 6).await.unwrap().len(), 6);
        assert!(!ports.accounts.regular(customer).await.unwrap().is_empty());
        for account in accounts {
            let payee = ports.accounts.payee(account.number).await.unwrap().unwrap();
            assert_eq!(payee.id, account.id);
        }
    }
}

#[tokio::test]
async fn as_many_more_as_a_benchmark_wants() {
    let scale = Scale { customers: 150, postings: 30_000 };
    let house = house("scale", Some(scale)).await;
    let ports = house.store.ports();
    let report = ports.upkeep.verify().await.unwrap();
    assert!(report.holds(), "{:?}", report.breaches);
    assert_eq!(report.postings, house.told.last().unwrap().of);
    assert!(house.told.windows(2).all(|pair| pair[0].postings <= pair[1].postings));

    let name = demo::scale_username(150);
    let last = who_signs_in(&house, &name, SCALE_PASSWORD, &demo::scale_secret(&name)).await;
    assert_eq!(ports.accounts.list(last).await.unwrap().len(), 1);

    let secret = demo::scale_secret(GROWTH_USERNAME);
    let growth = who_signs_in(&house, GROWTH_USERNAME, SCALE_PASSWORD, &secret).await;
    let accounts = ports.accounts.list(growth).await.unwrap();
    let versions: Vec<u64> = accounts.iter().map(|account| account.version.unsigned_abs()).collect();
    assert_eq!(versions, [GROWTH_LONG, GROWTH_SHORT]);
}
