# Who may act for a business, and payments that take two people

## The owner (/accounts/…/people)
act-title = Who may act for this account
act-text = Somebody who works with you can pay from this account. They sign in as themselves, and see none of your pages.
act-none = Nobody else may act for this account.
act-now = Who may act
act-invite = Invite somebody
act-for = For { $account }
act-stands-invited = Invited. They can accept until { $when }.
act-stands-running = They may act
act-stands-soon = They may act, and approve from { $when }
act-role = What they may do
act-role-prepare = Prepare payments
act-role-approve = Approve payments of others
act-role-both = Prepare payments, and approve those of others
act-role-prepare-hint = Somebody else has to approve each of them.
act-role-approve-hint = They pay nothing themselves.
act-role-both-hint = They pay alone where one person is enough.
act-role-question = What may they do?
act-most = Most for one payment ({ $sign })
act-most-hint = Leave it empty if only the limits of the account count.
act-most-term = Most for one payment
act-most-is = Up to { $amount } for one payment
act-most-none = Only the limits of the account count
act-new-title = Invite somebody to act for you
act-careful = Did somebody call or write and ask you to do this? Then stop, and call us.
act-check-title = Check who may act
act-sees = They see the name of this account and what can be spent. They see no statements, cards or limits.
act-approve-why = They can do nothing before they accept. You can end it at any time.
act-when-approve = Whoever approves does so from 12 hours after they accept.
act-approve = Invite them
act-approve-passkey = Invite them with your passkey
act-end-title = Should { $name } act no more?
act-end-text = It ends at once. What they made or approved and has not left is called off. We tell them.
act-end-text-own = It ends at once. What you made or approved and has not left is called off. We tell the owner.

## From how much on a payment takes two people
two-title = Two people for a payment
two-off = One person is enough for every payment.
two-all = Every payment takes two people.
two-from = Payments of { $amount } or more take two people.
two-later = From { $when }: { $rule }
two-change = Change this
two-text = Where a payment takes two people, nobody approves what they have made themselves. That counts for you too.
two-when = More caution counts at once. Less caution counts after 12 hours.
two-question = How many people does a payment take?
two-two = Two, from an amount on
two-one = One is enough
two-amount = From this amount on ({ $sign })
two-amount-hint = With zero, every payment takes two people.
two-check-title = Check the new rule
two-then = New rule
two-approve-why = Is somebody asking you to do this? Then stop and call us. We tell you by mail and message.
two-approve = Change the rule
two-approve-passkey = Change it with your passkey

## Whoever acts (/business)
business-title = Acting for somebody else
business-about =
    { $count ->
        [0] You act for somebody else, or can soon.
        [one] One payment waits for another person.
       *[other] { $count } payments wait for another person.
    }
business-open = See what you act for
business-text = Here are the payments that take two people, and the accounts you act for.
business-others = Waiting for you
business-none = No payment of somebody else waits here.
business-own = Yours, waiting for somebody else
business-row = { $business } · made by { $maker }
business-offer-title = { $name } invites you to act for { $business }
business-offer = What you may do: { $role }
business-soon = You can approve payments from { $when }.
business-not-now = Nothing can be done here at the moment. You need not do anything.
business-leave = Act no more
business-leave-title = Act no more for { $business }?

## One payment that takes two people
second-open = See what waits for another person
second-title = A payment for two people
second-title-approved = This payment is approved
second-title-paid = This payment was made
second-title-refused = This payment was not approved
second-title-off = This payment was called off
second-waits = It waits for another person
second-look = Look at everything, and then approve it or say why not. Until then nothing leaves.
second-yours = Somebody else has to approve it. Until then the money is set aside, and nothing leaves.
second-not-yours = Somebody else has to approve it. You may not approve this one.
second-later = You may approve it from { $when } on, unless somebody else already has.
second-until = If nobody approves it by { $when }, it is called off.
second-refused-by = { $name } did not approve it
second-name-title = Look at the name
second-name-close = The account belongs to { $holder }. That is not exactly what was typed.
second-name-differs = The account belongs to somebody with another name.
second-name-unknown = Their bank could not say whose account it is.
second-name = Name of the payee
second-name-match = It fits the account
second-name-nearly = It nearly fits the account
second-name-other = It is another name
second-name-not = It was not checked
second-made-by = Made by
second-approved-by = Approved by
second-warning = Did a new account number come by mail or e-mail? Call them on a number you know before you approve.
second-approve = Approve and pay
second-approve-passkey = Approve with your passkey
second-refuse-title = Do not approve it
second-why = Why not?
second-why-hint = Whoever made it reads this.
second-refuse = Send it back

## On the way to such a payment
review-second-title = It takes another person
review-second =
    { $count ->
        [one] We ask one person to approve it. Nothing leaves before.
       *[other] We ask { $count } people, and one of them has to approve it. Nothing leaves before.
    }
review-second-when = Once another person has approved it
review-second-then = The money is set aside until then.
waiting-why-second = Another person has to approve it.
waiting-why-agreed = Another person has approved it.
waiting-until-second = Waits for another person until { $when }

## Powers of attorney: whoever acts (/business), and for whom (/you/people)
power-kind-lasting = Lasting power of attorney
power-kind-general = General power of attorney
power-kind-court = Order of a court
power-document = The document: { $kind }
power-by = By power of attorney: you look and pay
power-until = It counts until { $day }.
power-offer-title = You are to act for { $name }, by power of attorney
power-offer = You can then look at their accounts and pay from them, as yourself. Each of you can end it at any time.
power-offer-from = You can accept from { $when }.
power-leave-text = The whole power of attorney ends at once: you neither look nor pay. What you made and has not left is called off. We tell the owner.
power-looks-and-pays = By power of attorney: looks and pays
power-coming-title = { $name } is to act for you, by power of attorney
power-coming = They can accept from { $when }. Then they look at your accounts and pay from them.
power-coming-careful = Is that not right? Then stop it now, and call us.
power-stop = Stop this
power-end-title = Should { $name } act no more?
power-end-text = The whole power of attorney ends at once: they neither look nor pay. What they made and has not left is called off. We tell them.
