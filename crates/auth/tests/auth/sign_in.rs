//! Signing in and approving with codes.

use std::{sync::Arc, time::Duration};

use auth::{Auth, factors::Strength, sign_in, totp};
use bank::{
    Clock, Error,
    audit::Deed,
    ports::{Approver, Proof, Verdict},
};
use model::{CustomerId, ErrorCode};

use crate::house::{Dice, House, MAYA, ORIGIN, PASSWORD, Varied, code_of, house, kept};

#[tokio::test(start_paused = true)]
async fn both_halves_right_open_the_door() {
    let house = house();
    assert_eq!(house.sign_in("maya", PASSWORD, &house.good_code()).await, Ok(MAYA));
}

#[tokio::test(start_paused = true)]
async fn whatever_is_wrong_the_answer_is_the_same() {
    let house = house();
    let code = house.good_code();
    for (name, password, code) in
        [("maya", "maya-likes-black-tea", code.as_str()), ("maya", PASSWORD, "000000"), ("nobody", PASSWORD, &code)]
    {
        assert_eq!(house.sign_in(name, password, code).await, Err(ErrorCode::SignInRefused), "{name} {password}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_code_is_good_once() {
    let house = house();
    let code = house.good_code();
    assert_eq!(house.sign_in("maya", PASSWORD, &code).await, Ok(MAYA));
    assert_eq!(house.sign_in("maya", PASSWORD, &code).await, Err(ErrorCode::SignInRefused));
    house.wait(totp::STEP_S);
    assert_eq!(house.sign_in("maya", PASSWORD, &code).await, Err(ErrorCode::SignInRefused), "still in its grace");
    assert_eq!(house.sign_in("maya", PASSWORD, &house.good_code()).await, Ok(MAYA));
}

#[tokio::test(start_paused = true)]
async fn a_wrong_password_does_not_use_up_the_code() {
    let house = house();
    let code = house.good_code();
    assert_eq!(house.sign_in("maya", "maya-likes-black-tea", &code).await, Err(ErrorCode::SignInRefused));
    assert_eq!(house.sign_in("maya", PASSWORD, &code).await, Ok(MAYA));
}

#[tokio::test(start_paused = true)]
async fn five_failures_lock_a_known_and_an_unknown_name_alike() {
    for (name, password) in [("maya", "maya-likes-black-tea"), ("maya", PASSWORD), ("nobody", PASSWORD)] {
        let house = house();
        let pending = sign_in::password(&house.auth, name, password).await.unwrap();
        for _ in 0..5 {
            let refused = sign_in::code(&house.auth, &pending, "000000").await.map_err(code_of);
            assert_eq!(refused, Err(ErrorCode::SignInRefused), "{name}");
        }
        assert_eq!(house.sign_in(name, password, "000000").await, Err(ErrorCode::SignInLocked), "{name}");
        house.wait(15 * 60 - 1);
        assert_eq!(house.sign_in(name, PASSWORD, &house.good_code()).await, Err(ErrorCode::SignInLocked), "{name}");
        house.wait(1);
        let open = if name == "maya" { Ok(MAYA) } else { Err(ErrorCode::SignInRefused) };
        assert_eq!(house.sign_in(name, PASSWORD, &house.good_code()).await, open, "{name}");
    }
}

/// Fails to sign in as Maya so many times, a quarter of an hour apart where that has to be.
async fn fail(house: &House, times: usize) {
    for nth in 0..times {
        if nth % 5 == 0 {
            house.wait(15 * 60);
        }
        assert_eq!(house.sign_in("maya", PASSWORD, "000000").await, Err(ErrorCode::SignInRefused), "{nth}");
    }
    house.wait(15 * 60);
}

#[tokio::test(start_paused = true)]
async fn a_hundred_failures_since_the_last_success_spend_a_password() {
    let house = house();
    fail(&house, 99).await;
    assert_eq!(house.sign_in("maya", PASSWORD, &house.good_code()).await, Ok(MAYA));
    fail(&house, 100).await;
    let wrong = house.sign_in("maya", "maya-likes-black-tea", &house.good_code()).await;
    assert_eq!(wrong, Err(ErrorCode::SignInRefused), "nobody learns of it who does not know both halves");
    house.wait(30);
    assert_eq!(house.sign_in("maya", PASSWORD, &house.good_code()).await, Err(ErrorCode::PasswordSpent));
    house.auth.set_password(MAYA, "seven slow snails sing", &[], Arc::new(Dice)).await.unwrap();
    house.wait(30);
    assert_eq!(house.sign_in("maya", "seven slow snails sing", &house.good_code()).await, Ok(MAYA));
}

#[tokio::test(start_paused = true)]
async fn a_lock_says_nothing_about_the_password() {
    let house = house();
    for _ in 0..6 {
        sign_in::password(&house.auth, "maya", "maya-likes-black-tea").await.unwrap();
    }
    assert_eq!(house.sign_in("maya", PASSWORD, &house.good_code()).await, Ok(MAYA), "the first half counts nothing");
}

#[tokio::test(start_paused = true)]
async fn a_success_forgets_the_failures() {
    let house = house();
    for _ in 0..3 {
        let pending = sign_in::password(&house.auth, "maya", PASSWORD).await.unwrap();
        for _ in 0..4 {
            let refused = sign_in::code(&house.auth, &pending, "000000").await.map_err(code_of);
            assert_eq!(refused, Err(ErrorCode::SignInRefused));
        }
        house.wait(totp::STEP_S);
        assert_eq!(house.sign_in("maya", PASSWORD, &house.good_code()).await, Ok(MAYA));
    }
}

#[tokio::test(start_paused = true)]
async fn guesses_side_by_side_are_counted_one_by_one() {
    let house = Arc::new(house());
    let pending = sign_in::password(&house.auth, "maya", PASSWORD).await.unwrap();
    let guess = |n: u32| {
        let (house, pending) = (house.clone(), pending.clone());
        tokio::spawn(async move { sign_in::code(&house.auth, &pending, &format!("{n:06}")).await.map_err(code_of) })
    };
    let guesses: Vec<_> = (0..40).map(guess).collect();
    let mut looked_at = 0;
    for guess in guesses {
        looked_at += usize::from(guess.await.unwrap() == Err(ErrorCode::SignInRefused));
    }
    assert_eq!(looked_at, 5);
}

#[tokio::test(start_paused = true)]
async fn a_first_half_goes_stale() {
    let house = house();
    let pending = sign_in::password(&house.auth, "maya", PASSWORD).await.unwrap();
    house.wait(sign_in::PENDING_S - 1);
    assert!(pending.is_open(house.clock.now()));
    house.wait(1);
    assert!(!pending.is_open(house.clock.now()));
    let late = sign_in::code(&house.auth, &pending, &house.good_code()).await;
    assert_eq!(late.map_err(code_of), Err(ErrorCode::SignInRefused));
}

#[tokio::test(start_paused = true)]
async fn a_mistyped_code_can_be_typed_again() {
    let house = house();
    let pending = sign_in::password(&house.auth, "maya", PASSWORD).await.unwrap();
    let wrong = sign_in::code(&house.auth, &pending, "000000").await.map_err(code_of);
    assert_eq!(wrong, Err(ErrorCode::SignInRefused));
    assert_eq!(sign_in::code(&house.auth, &pending, &house.good_code()).await.unwrap(), MAYA);
}

#[tokio::test(start_paused = true)]
async fn somebody_suspended_between_the_halves_is_refused() {
    let house = house();
    let pending = sign_in::password(&house.auth, "maya", PASSWORD).await.unwrap();
    house.memory.rows.lock().unwrap().clear();
    let refused = sign_in::code(&house.auth, &pending, &house.good_code()).await;
    assert_eq!(refused.map_err(code_of), Err(ErrorCode::SignInRefused));
}

#[tokio::test(start_paused = true)]
async fn the_first_half_survives_the_session_store_and_prints_nothing() {
    let house = house();
    let pending = sign_in::password(&house.auth, "maya", PASSWORD).await.unwrap();
    assert_eq!(format!("{pending:?}"), "Pending { .. }");
    let stored = serde_json::to_string(&pending).unwrap();
    let back: sign_in::Pending = serde_json::from_str(&stored).unwrap();
    assert_eq!(sign_in::code(&house.auth, &back, &house.good_code()).await.unwrap(), MAYA);
}

#[tokio::test(start_paused = true)]
async fn no_refusal_is_quicker_than_another() {
    let house = house();
    for (name, password) in [("maya", PASSWORD), ("maya", "wrong"), ("nobody", "wrong")] {
        let pending = sign_in::password(&house.auth, name, password).await.unwrap();
        let start = tokio::time::Instant::now();
        sign_in::code(&house.auth, &pending, "000000").await.unwrap_err();
        assert_eq!(start.elapsed(), Duration::from_millis(250), "{name}");
    }
}

#[tokio::test(start_paused = true)]
async fn every_end_of_a_sign_in_is_told_and_that_of_a_strange_name_is_not() {
    let house = house();
    let good = house.good_code();
    house.sign_in("maya", PASSWORD, &good).await.unwrap();
    house.sign_in("nobody", PASSWORD, &good).await.unwrap_err();
    let pending = sign_in::password(&house.auth, "maya", PASSWORD).await.unwrap();
    for _ in 0..6 {
        sign_in::code(&house.auth, &pending, "000000").await.unwrap_err();
    }
    let mut told = vec![(Some(MAYA.value()), Deed::SignIn)];
    told.extend([(None, Deed::SignInFailed); 4]);
    told.push((None, Deed::SignInLocked));
    assert_eq!(house.noted(), told, "what is locked is told once");
}

#[tokio::test(start_paused = true)]
async fn a_lock_outlives_the_server() {
    let house = house();
    let pending = sign_in::password(&house.auth, "nobody", PASSWORD).await.unwrap();
    for _ in 0..5 {
        sign_in::code(&house.auth, &pending, "000000").await.unwrap_err();
        house.auth.judge(MAYA, Proof::Code("000000")).await.unwrap();
    }
    let again = Auth::new(kept(&house.memory), house.clock.clone(), ORIGIN);
    let refused = sign_in::password(&again, "nobody", PASSWORD).await.map(drop).map_err(code_of);
    assert_eq!(refused, Err(ErrorCode::SignInLocked));
    assert_eq!(again.judge(MAYA, Proof::Code(&house.good_code())).await.unwrap(), Verdict::Locked);
}

#[tokio::test(start_paused = true)]
async fn an_approval_takes_a_fresh_code() {
    let house = house();
    let code = house.good_code();
    let judge = async |customer, code: &str| house.auth.judge(customer, Proof::Code(code)).await.unwrap();
    assert_eq!(judge(MAYA, "000000").await, Verdict::Wrong);
    assert_eq!(judge(MAYA, &code).await, Verdict::Good);
    assert_eq!(judge(MAYA, &code).await, Verdict::Used);
    assert_eq!(judge(CustomerId::new(8), &code).await, Verdict::Wrong);
}

#[tokio::test(start_paused = true)]
async fn guessing_over_many_challenges_stops_approvals_for_a_while() {
    let house = house();
    let judge = async |code: &str| house.auth.judge(MAYA, Proof::Code(code)).await.unwrap();
    for _ in 0..4 {
        assert_eq!(judge("000000").await, Verdict::Wrong);
    }
    assert_eq!(judge("000000").await, Verdict::Locked);
    assert_eq!(judge(&house.good_code()).await, Verdict::Locked);
    house.wait(15 * 60);
    assert_eq!(judge(&house.good_code()).await, Verdict::Good);
    assert_eq!(house.noted(), [(Some(MAYA.value()), Deed::ApprovalLocked)]);
}

#[tokio::test(start_paused = true)]
async fn a_recovery_code_takes_the_place_of_the_app_once() {
    let house = house();
    let codes = house.auth.new_recovery_codes(MAYA, &Varied::default()).await.unwrap();
    assert_eq!(house.auth.recovery_codes_left(MAYA).await.unwrap(), 10);
    let sign_in = async |password: &str, code: &str| {
        let pending = sign_in::password(&house.auth, "maya", password).await.unwrap();
        sign_in::recovery_code(&house.auth, &pending, code).await.map_err(code_of)
    };
    assert_eq!(sign_in("maya-likes-black-tea", &codes[0]).await, Err(ErrorCode::SignInRefused));
    assert_eq!(sign_in(PASSWORD, &codes[0].to_uppercase()).await, Ok(MAYA), "a wrong password does not use it up");
    assert_eq!(sign_in(PASSWORD, &codes[0]).await, Err(ErrorCode::SignInRefused));
    assert_eq!(house.auth.recovery_codes_left(MAYA).await.unwrap(), 9);
    let fresh = house.auth.new_recovery_codes(MAYA, &Varied::default()).await.unwrap();
    assert_eq!(fresh.len(), 10);
}

#[tokio::test(start_paused = true)]
async fn recovery_codes_cannot_be_guessed_side_by_side_with_app_codes() {
    let house = house();
    house.auth.new_recovery_codes(MAYA, &Varied::default()).await.unwrap();
    let pending = sign_in::password(&house.auth, "maya", PASSWORD).await.unwrap();
    for _ in 0..5 {
        sign_in::recovery_code(&house.auth, &pending, "0000000000000000").await.unwrap_err();
    }
    assert_eq!(house.sign_in("maya", PASSWORD, &house.good_code()).await, Err(ErrorCode::SignInLocked));
}

#[tokio::test(start_paused = true)]
async fn a_new_password_takes_the_place_of_the_old() {
    let house = house();
    let set = async |password: &str| house.auth.set_password(MAYA, password, &["Maya Okafor"], Arc::new(Dice)).await;
    assert!(matches!(set("passwordpassword").await, Err(Error::Form(_))));
    set("seven slow snails sing").await.unwrap();
    let code = house.good_code();
    assert_eq!(house.sign_in("maya", PASSWORD, &code).await, Err(ErrorCode::SignInRefused));
    assert_eq!(house.sign_in("maya", "seven slow snails sing", &code).await, Ok(MAYA));
}

#[tokio::test(start_paused = true)]
async fn a_password_made_of_one_s_own_names_is_refused() {
    let house = house();
    // Their user name is known to the bank; what else they are called, the caller says.
    for names in ["maya maya maya maya", "okafor okafor okafor", "banyan maya okafor"] {
        let strength = house.auth.strength(MAYA, names, &["Maya Okafor", "okafor"]).await.unwrap();
        assert!(strength < Strength::Strong, "{names}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_new_app_must_show_a_code_and_that_is_used_up() {
    let house = house();
    let secret = b"09876543210987654321";
    let code = totp::current(secret, house.clock.now()).0;
    assert!(matches!(house.auth.set_app(MAYA, secret, &house.good_code()).await, Err(Error::Form(_))));
    house.auth.set_app(MAYA, secret, &code).await.unwrap();
    assert_eq!(house.sign_in("maya", PASSWORD, &code).await, Err(ErrorCode::SignInRefused));
    assert_eq!(house.sign_in("maya", PASSWORD, &house.good_code()).await, Err(ErrorCode::SignInRefused));
    house.wait(totp::STEP_S);
    let next = totp::current(secret, house.clock.now()).0;
    assert_eq!(house.sign_in("maya", PASSWORD, &next).await, Ok(MAYA));
}
