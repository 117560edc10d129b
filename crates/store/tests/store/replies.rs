//! Answers that are kept ready are read as they were kept, by their titles, and written anew by one at a time.

use bank::{
    Clock,
    replies::ReadyReply,
    staff::{Role, StaffMember, StaffStatus},
};
use model::{Language, ReplyId, StaffId};

use crate::{on_both, world::World};

on_both!(they_are_read_by_their_titles, of_two_who_write_one_anew_one_is_told, what_is_taken_away_is_gone,);

async fn kept(world: &World, title: &str) -> ReadyReply {
    let id = StaffId::new(world.ids.next());
    let member = StaffMember {
        id,
        username: format!("s{id}"),
        name: "Priya Nair".to_owned(),
        role: Role::Agent,
        status: StaffStatus::Active,
        created_at: world.clock.now(),
    };
    assert!(world.ports.staff.add(&member).await.expect("an answer"));
    let reply = ReadyReply {
        id: ReplyId::new(world.ids.next()),
        title: title.to_owned(),
        texts: vec![(Language::En, "O'Neil \\ {agent}".to_owned()), (Language::Zh, "您好，\n{customer}".to_owned())],
        about: serde_json::from_str("\"card\"").expect("an intent"),
        changed_by: id,
        changed_at: world.clock.now(),
        version: 0,
    };
    world.ports.replies.keep(&reply).await.expect("an answer");
    reply
}

async fn they_are_read_by_their_titles(world: World) {
    let (lost, card) = (kept(&world, "lost").await, kept(&world, "card").await);
    let replies = &world.ports.replies;
    assert_eq!(replies.all(10).await.expect("an answer"), [card.clone(), lost.clone()]);
    assert_eq!(replies.all(1).await.expect("an answer"), std::slice::from_ref(&card));
    assert_eq!(replies.one(lost.id).await.expect("an answer"), Some(lost));
    assert_eq!(replies.one(ReplyId::new(7)).await.expect("an answer"), None);
}

async fn of_two_who_write_one_anew_one_is_told(world: World) {
    let before = kept(&world, "card").await;
    let anew = |title: &str| ReadyReply { title: title.to_owned(), about: None, version: 1, ..before.clone() };
    let replies = &world.ports.replies;
    assert!(replies.update(&anew("first"), 0).await.expect("an answer"));
    assert!(!replies.update(&anew("second"), 0).await.expect("an answer"));
    assert_eq!(replies.one(before.id).await.expect("an answer"), Some(anew("first")));
}

async fn what_is_taken_away_is_gone(world: World) {
    let (gone, left) = (kept(&world, "gone").await, kept(&world, "left").await);
    let replies = &world.ports.replies;
    assert!(replies.remove(gone.id).await.expect("an answer"));
    assert!(!replies.remove(gone.id).await.expect("an answer"));
    assert_eq!(replies.all(10).await.expect("an answer"), [left]);
}
