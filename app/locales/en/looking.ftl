# People who may look at somebody's accounts: what the owner sees, and what the one who looks sees.

## Whoever has the accounts (/you/people)
look-title = People who may look
look-about =
    { $count ->
        [0] Nobody but you sees your accounts. Somebody who helps you could look, and do nothing.
        [one] One person may look at accounts of yours, or is invited to.
       *[other] { $count } people may look at accounts of yours, or are invited to.
    }
look-open = See who may look
look-text = Somebody who helps you can look at accounts that you choose. They sign in as themselves. They can pay nothing and change nothing.
look-none = Nobody may look, and nobody is invited.
look-invite = Invite somebody
look-now = Who may look
look-past = Over
look-back = People who may look
look-stands-invited = Invited. They can accept until { $when }.
look-stands-running = May look until { $day }
look-stands-ended = Ended
look-stands-lapsed = Over: the time has passed
look-new-title = Invite somebody to look
look-careful-title = Only somebody you know
look-careful = Did somebody call or write, and ask you to do this? Then stop, and call us.
look-name = Their name
look-name-hint = As it is written on their account with us
look-number = The number of an account of theirs
look-number-hint = They need an account with us. Ask them for its number.
look-accounts = What may they look at?
look-own-only = Accounts that you share with somebody cannot be shown to anybody else.
look-until = Their last day
look-until-hint = At most a year from now. You can end it before.
look-no-account = You have no account that is yours alone and open.
look-check-title = Check who may look
look-who = Who
look-what = What they may look at
look-sees = They see what is on these accounts, and what came in and went out. They see it from the beginning, with names.
look-sees-not = They do not see the numbers of your accounts, your cards or your messages.
look-approve-why = They see nothing before they accept. You see when they looked, and you can end it at any time.
look-approve = Invite them
look-approve-passkey = Invite them with your passkey
look-stands = How it stands
look-number-of = Known by this account number
look-closed = a closed account
look-end = End this
look-end-title = Should { $name } look no more?
look-end-text = It ends at once. We tell them.
look-end-not = No, leave it
look-log-title = When they looked
look-log-none = They have not looked so far.
look-log-once = at { $time }
look-log-often = { $count } times, from { $first } to { $last }

## Whoever looks (/looking)
looking-title = Accounts you may look at
looking-about = Somebody has invited you to look at their accounts.
looking-open = See these accounts
looking-text = Here you look for somebody else, as yourself. You can pay nothing and change nothing.
looking-none = Nobody has invited you, or it is over.
looking-offer-title = { $name } invites you to look
looking-offer =
    { $count ->
        [one] You will see one account of theirs until { $day }: what is on it, and what came in and went out.
       *[other] You will see { $count } accounts of theirs until { $day }: what is on them, and what came in and went out.
    }
looking-offer-log = { $name } will see when you looked. Before you accept, you see nothing.
looking-offer-careful = Do you not know them? Then decline.
looking-offer-until = You can accept until { $when }.
looking-accept = Accept
looking-decline = Decline
looking-of = Accounts of { $name }
looking-until = You may look until { $day }.
looking-nothing = There is nothing to see at the moment.
looking-stop = Look no more
looking-stop-title = Look no more at the accounts of { $name }?
looking-stop-text = It ends at once. We tell them.
looking-stop-not = No, leave it
looking-back = Accounts you may look at
looking-log = { $name } sees that you have looked today.
looking-own-to = To another account of theirs
looking-own-from = From another account of theirs
looking-own-kind = Between their own accounts
looking-over-title = You may not look any more
looking-over = Your time to look at the accounts of { $name } is over, or one of you has ended it. You need not do anything.
looking-not-now-title = Nothing to see at the moment
looking-not-now = This account of { $name } cannot be shown now. You need not do anything. If you are worried, call them.
