//! The route table: every address a person can be at, and its page.

use leptos::prelude::*;
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    path,
};

use crate::pages::{
    accessibility::{FeedbackPage, StatementPage},
    accounts::{AccountPage, AccountsPage, PaidCodePage, TransactionPage},
    business::{BusinessPage, ConfirmActingPage, InviteToActPage, MadeForPage, PeopleWhoActPage, TwoPeoplePage},
    cards::{
        ArrivedPage, BlockPage, CardLimitPage, CardPage, CardsPage, LostCardPage, PinPage, RaiseCardPage, ReachPage,
        UnlockPage,
    },
    design::{ExamplePage, GalleryPage, PartPage},
    errors::NotFoundPage,
    help::{ArticlePage, CallPage, ChatPage, HelpPage, PersonPage, ShortcutsPage, TicketPage, TicketsPage, WritePage},
    home::HomePage,
    looking::{LookingAtPage, LookingPage},
    offline::OfflinePage,
    pay::{
        AmountPage, ApprovePage, ApprovePlanAmountPage, AskPage, AskedPage, PayPage, PayeePage, PayeePersonPage,
        PeoplePage, PlanAmountPage, PurposePage, ReceiptPage, RequestPage, RequestsPage, ReviewPage, SchedulePage,
        SchedulesPage, WhenPage,
    },
    practice::{LeafletPage, LessonPage, LessonsPage},
    recover::{AnewPage, BothPage, DonePage, ForgottenPage, LinkPage, LostPage, NoAppPage, ProofPage, SentPage},
    sign_in::{CodePage, RecoveryCodePage, SignInPage},
    staff::{
        ArrangementPage, AuditPage, CustomerPage, CustomersPage, DeskPage, EditArrangementPage, EnrolPage, LabelsPage,
        ModelsPage, NewArrangementPage, NewReplyPage, OutboxPage, PreviewPage, QualityPage, RepliesPage, ReplyPage,
        StaffCallPage, StaffCallsPage, StaffChatPage, StaffChatsPage, StaffSessionsPage, StaffSignInPage,
        StaffTicketPage, StaffTicketsPage, StudioPage, TakePowerPage,
    },
    statements::{InterestPage, StatementOfAccountPage, StatementsPage},
    workshop::WorkshopPage,
    you::{
        AppPage, ApproveInvitationPage, ChangeLimitPage, CodesPage, ConfirmPage, CreatePasskeyPage, FoundPage,
        FreezePage, InvitePage, LimitsOfAccountPage, LimitsPage, NoticeChoicesPage, NoticesPage, PasskeyPage,
        PasswordPage, PeopleWhoLookPage, PersonWhoLooksPage, PreferencesPage, PrivacyPage, RaiseLimitPage,
        SecurityPage, TrustedPage, WaitingPage, YouPage,
    },
};

/// Every screen there is, behind its address.
#[expect(clippy::too_many_lines, reason = "a table, a line for each screen")]
#[component]
pub fn Screens() -> impl IntoView {
    view! {
        <Router>
            <FlatRoutes fallback=NotFoundPage>
                <Route path=path!("/") view=HomePage ssr=SsrMode::Async/>
                <Route path=path!("/accounts") view=AccountsPage ssr=SsrMode::Async/>
                <Route path=path!("/accounts/:id") view=AccountPage ssr=SsrMode::Async/>
                <Route path=path!("/accounts/:id/code") view=PaidCodePage ssr=SsrMode::Async/>
                <Route path=path!("/accounts/:id/interest/:year") view=InterestPage ssr=SsrMode::Async/>
                <Route path=path!("/accounts/:id/people") view=PeopleWhoActPage ssr=SsrMode::Async/>
                <Route path=path!("/accounts/:id/people/approve") view=ConfirmActingPage ssr=SsrMode::Async/>
                <Route path=path!("/accounts/:id/people/invite") view=InviteToActPage ssr=SsrMode::Async/>
                <Route path=path!("/accounts/:id/people/rule") view=TwoPeoplePage ssr=SsrMode::Async/>
                <Route path=path!("/accounts/:id/statements") view=StatementsPage ssr=SsrMode::Async/>
                <Route path=path!("/accounts/:id/statements/:period") view=StatementOfAccountPage ssr=SsrMode::Async/>
                <Route path=path!("/accounts/:id/transactions/:version") view=TransactionPage ssr=SsrMode::Async/>
                <Route path=path!("/business") view=BusinessPage ssr=SsrMode::Async/>
                <Route path=path!("/business/:made") view=MadeForPage ssr=SsrMode::Async/>
                <Route path=path!("/help/accessibility") view=StatementPage ssr=SsrMode::Async/>
                <Route path=path!("/help/accessibility/feedback") view=FeedbackPage ssr=SsrMode::Async/>
                <Route path=path!("/looking") view=LookingPage ssr=SsrMode::Async/>
                <Route path=path!("/looking/:id/:account") view=LookingAtPage ssr=SsrMode::Async/>
                <Route path=path!("/pay") view=PayPage ssr=SsrMode::Async/>
                <Route path=path!("/pay/people") view=PeoplePage ssr=SsrMode::Async/>
                <Route path=path!("/pay/people/:payment") view=PayeePersonPage ssr=SsrMode::Async/>
                <Route path=path!("/pay/asked/:key") view=AskedPage ssr=SsrMode::Async/>
                <Route path=path!("/pay/requests") view=RequestsPage ssr=SsrMode::Async/>
                <Route path=path!("/pay/requests/new") view=AskPage ssr=SsrMode::Async/>
                <Route path=path!("/pay/requests/:id") view=RequestPage ssr=SsrMode::Async/>
                <Route path=path!("/pay/:draft/amount") view=AmountPage ssr=SsrMode::Async/>
                <Route path=path!("/pay/:draft/payee") view=PayeePage ssr=SsrMode::Async/>
                <Route path=path!("/pay/:draft/purpose") view=PurposePage ssr=SsrMode::Async/>
                <Route path=path!("/pay/:draft/when") view=WhenPage ssr=SsrMode::Async/>
                <Route path=path!("/pay/scheduled") view=SchedulesPage ssr=SsrMode::Async/>
                <Route path=path!("/pay/scheduled/:id") view=SchedulePage ssr=SsrMode::Async/>
                <Route path=path!("/pay/scheduled/:id/amount") view=PlanAmountPage ssr=SsrMode::Async/>
                <Route path=path!("/pay/scheduled/:id/approve") view=ApprovePlanAmountPage ssr=SsrMode::Async/>
                <Route path=path!("/pay/:draft/review") view=ReviewPage ssr=SsrMode::Async/>
                <Route path=path!("/pay/:draft/approve") view=ApprovePage ssr=SsrMode::Async/>
                <Route path=path!("/payments/:id") view=ReceiptPage ssr=SsrMode::Async/>
                <Route path=path!("/help") view=HelpPage ssr=SsrMode::Async/>
                <Route path=path!("/help/chat") view=ChatPage ssr=SsrMode::Async/>
                <Route path=path!("/help/person") view=PersonPage ssr=SsrMode::Async/>
                <Route path=path!("/help/person/:id") view=CallPage ssr=SsrMode::Async/>
                <Route path=path!("/help/shortcuts") view=ShortcutsPage ssr=SsrMode::Async/>
                <Route path=path!("/help/write") view=WritePage ssr=SsrMode::Async/>
                <Route path=path!("/help/tickets") view=TicketsPage ssr=SsrMode::Async/>
                <Route path=path!("/help/tickets/:id") view=TicketPage ssr=SsrMode::Async/>
                <Route path=path!("/help/articles/:slug") view=ArticlePage ssr=SsrMode::Async/>
                <Route path=path!("/offline") view=OfflinePage ssr=SsrMode::Async/>
                <Route path=path!("/practice") view=LessonsPage ssr=SsrMode::Async/>
                <Route path=path!("/practice/lessons/:lesson") view=LessonPage ssr=SsrMode::Async/>
                <Route path=path!("/practice/lessons/:lesson/leaflet") view=LeafletPage ssr=SsrMode::Async/>
                <Route path=path!("/sign-in") view=SignInPage ssr=SsrMode::Async/>
                <Route path=path!("/sign-in/code") view=CodePage ssr=SsrMode::Async/>
                <Route path=path!("/design") view=GalleryPage ssr=SsrMode::Async/>
                <Route path=path!("/design/:part") view=PartPage ssr=SsrMode::Async/>
                <Route path=path!("/design/:part/:example") view=ExamplePage ssr=SsrMode::Async/>
                <Route path=path!("/sign-in/recovery-code") view=RecoveryCodePage ssr=SsrMode::Async/>
                <Route path=path!("/sign-in/recover") view=LostPage ssr=SsrMode::Async/>
                <Route path=path!("/sign-in/recover/password") view=ForgottenPage ssr=SsrMode::Async/>
                <Route path=path!("/sign-in/recover/app") view=NoAppPage ssr=SsrMode::Async/>
                <Route path=path!("/sign-in/recover/both") view=BothPage ssr=SsrMode::Async/>
                <Route path=path!("/sign-in/recover/sent") view=SentPage ssr=SsrMode::Async/>
                <Route path=path!("/recover/proof") view=ProofPage ssr=SsrMode::Async/>
                <Route path=path!("/recover/new") view=AnewPage ssr=SsrMode::Async/>
                <Route path=path!("/recover/done") view=DonePage ssr=SsrMode::Async/>
                <Route path=path!("/recover/:link") view=LinkPage ssr=SsrMode::Async/>
                <Route path=path!("/cards") view=CardsPage ssr=SsrMode::Async/>
                <Route path=path!("/cards/raise") view=RaiseCardPage ssr=SsrMode::Async/>
                <Route path=path!("/cards/:id") view=CardPage ssr=SsrMode::Async/>
                <Route path=path!("/cards/:id/arrived") view=ArrivedPage ssr=SsrMode::Async/>
                <Route path=path!("/cards/:id/blocks/:what") view=BlockPage ssr=SsrMode::Async/>
                <Route path=path!("/cards/:id/limits/:way") view=CardLimitPage ssr=SsrMode::Async/>
                <Route path=path!("/cards/:id/lost") view=LostCardPage ssr=SsrMode::Async/>
                <Route path=path!("/cards/:id/pin") view=PinPage ssr=SsrMode::Async/>
                <Route path=path!("/cards/:id/reach") view=ReachPage ssr=SsrMode::Async/>
                <Route path=path!("/cards/:id/unlock") view=UnlockPage ssr=SsrMode::Async/>
                <Route path=path!("/freeze") view=FreezePage ssr=SsrMode::Async/>
                <Route path=path!("/staff") view=DeskPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/sign-in") view=StaffSignInPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/enrol/:token") view=EnrolPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/customers") view=CustomersPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/customers/:id") view=CustomerPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/customers/:id/power") view=TakePowerPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/tickets") view=StaffTicketsPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/tickets/:id") view=StaffTicketPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/desk") view=StaffChatsPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/desk/:id") view=StaffChatPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/labels") view=LabelsPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/models") view=ModelsPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/quality") view=QualityPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/replies") view=RepliesPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/replies/new") view=NewReplyPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/replies/:id") view=ReplyPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/calls") view=StaffCallsPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/calls/:id") view=StaffCallPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/design") view=StudioPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/design/new") view=NewArrangementPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/design/preview") view=PreviewPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/design/versions/:id") view=ArrangementPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/design/versions/:id/edit") view=EditArrangementPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/audit") view=AuditPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/outbox") view=OutboxPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/sessions") view=StaffSessionsPage ssr=SsrMode::Async/>
                <Route path=path!("/workshop") view=WorkshopPage ssr=SsrMode::Async/>
                <Route path=path!("/you") view=YouPage ssr=SsrMode::Async/>
                <Route path=path!("/you/found") view=FoundPage ssr=SsrMode::Async/>
                <Route path=path!("/you/limits") view=LimitsPage ssr=SsrMode::Async/>
                <Route path=path!("/you/limits/raise") view=RaiseLimitPage ssr=SsrMode::Async/>
                <Route path=path!("/you/limits/waiting") view=WaitingPage ssr=SsrMode::Async/>
                <Route path=path!("/you/limits/:id") view=LimitsOfAccountPage ssr=SsrMode::Async/>
                <Route path=path!("/you/limits/:id/:limit") view=ChangeLimitPage ssr=SsrMode::Async/>
                <Route path=path!("/you/notices") view=NoticesPage ssr=SsrMode::Async/>
                <Route path=path!("/you/notices/choices") view=NoticeChoicesPage ssr=SsrMode::Async/>
                <Route path=path!("/you/preferences") view=PreferencesPage ssr=SsrMode::Async/>
                <Route path=path!("/you/people") view=PeopleWhoLookPage ssr=SsrMode::Async/>
                <Route path=path!("/you/people/approve") view=ApproveInvitationPage ssr=SsrMode::Async/>
                <Route path=path!("/you/people/invite") view=InvitePage ssr=SsrMode::Async/>
                <Route path=path!("/you/people/:id") view=PersonWhoLooksPage ssr=SsrMode::Async/>
                <Route path=path!("/you/privacy") view=PrivacyPage ssr=SsrMode::Async/>
                <Route path=path!("/you/security") view=SecurityPage ssr=SsrMode::Async/>
                <Route path=path!("/you/security/password") view=PasswordPage ssr=SsrMode::Async/>
                <Route path=path!("/you/security/app") view=AppPage ssr=SsrMode::Async/>
                <Route path=path!("/you/security/codes") view=CodesPage ssr=SsrMode::Async/>
                <Route path=path!("/you/security/trusted") view=TrustedPage ssr=SsrMode::Async/>
                <Route path=path!("/you/security/confirm/:purpose") view=ConfirmPage ssr=SsrMode::Async/>
                <Route path=path!("/you/security/passkeys/create") view=CreatePasskeyPage ssr=SsrMode::Async/>
                <Route path=path!("/you/security/passkeys/:id") view=PasskeyPage ssr=SsrMode::Async/>
            </FlatRoutes>
        </Router>
    }
}
