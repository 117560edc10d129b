//! Making the passkey of somebody of the bank, who has come by a link.

use bank::{Error, staff};
use http::StatusCode;
use leptos::prelude::*;
use model::{ErrorCode, forms::PasskeySignInForm};

use super::{ENROL, SIGN_IN, StaffFrame};
use crate::{
    components::{Ask, ErrorSummary, Fact, Facts, LinkButton, Look, PageHeading, PasskeyForm, Sentences},
    context, outcome, pages,
    session::Asked,
    words::Words,
};

/// The page behind a link.
#[component]
pub fn EnrolPage() -> impl IntoView {
    pages::answer(enrol())
}

async fn enrol() -> Result<AnyView, Error> {
    let (bank, words, visitor) = (context::bank(), context::words(), context::visitor());
    let token: String = context::part("token")?;
    let member = match staff::linked(&bank, &token).await {
        Ok(member) => member,
        Err(Error::Refused(ErrorCode::EnrolLapsed)) => return Ok(over(words)),
        Err(error) => return Err(error),
    };
    let ceremony = context::auth().new_staff_passkey(&member).await?;
    let (options, at) = (ceremony.options.clone(), visitor.now());
    visitor.change(|kept| kept.new_passkey = Some(Asked { ceremony, at }));
    let problems = outcome::flash::<PasskeySignInForm>(ENROL).map(|flash| flash.problems);
    let problems = Sentences::of(words, &problems.unwrap_or_default());
    let title = words.say("staff-enrol-title");
    Ok(view! {
        <StaffFrame title=title narrow=true>
            <ErrorSummary problems=problems/>
            <PageHeading title=title/>
            <Facts>
                <Fact term=words.say("staff-enrol-name")>{member.name}</Fact>
                <Fact term=words.say("staff-enrol-username")>{member.username}</Fact>
                <Fact term=words.say("staff-enrol-role")>{words.role(member.role)}</Fact>
            </Facts>
            <p>{words.say("staff-enrol-text")}</p>
            <p class="note" data-passkey-without>{words.say("staff-enrol-without")}</p>
            <PasskeyForm ask=Ask::Create(options) action="/do/staff/enrol" label=words.say("staff-enrol-button")
                look=Look::Main>
                <input type="hidden" name="token" value=token/>
            </PasskeyForm>
        </StaffFrame>
    }
    .into_any())
}

/// The page behind a link that is none any more.
fn over(words: Words) -> AnyView {
    context::status(StatusCode::NOT_FOUND);
    let title = words.say("staff-enrol-over-title");
    view! {
        <StaffFrame title=title narrow=true>
            <PageHeading title=title/>
            <p>{words.error(ErrorCode::EnrolLapsed)}</p>
            <div class="actions"><LinkButton href=SIGN_IN label=words.say("staff-sign-in-title") look=Look::Second/></div>
        </StaffFrame>
    }
    .into_any()
}
