# Paying: amount, payee, check, approve, receipt.

pay-title = Pay
pay-someone = Pay someone
pay-between = Move between my accounts
known-title = Pay someone I know
known-pay = Pay { $name }
known-about = { $number }, last paid on { $day }
back = Back
continue = Continue
sending = One moment, please.
own-account = Your own account

draft-title = Not finished yet
draft-go-on = Go on
draft-forget = Forget it
draft-forget-title = Forget this payment?
draft-forget-text = What you typed will be gone. No money has moved.
draft-keep = Keep it
draft-to = { $amount } to { $name }
draft-amount = A payment of { $amount }
draft-unclear = A payment without an amount so far

amount-title = How much do you want to pay?
amount-title-own = How much do you want to move?
amount-from = From which account?
amount-to = To { $name }
amount-label = Amount
amount-label-in = Amount in { $sign }
amount-hint = Like 25 or 1,234.50
amount-understood = That is %.
amount-over-available = You can spend { $amount } from { $account }. Pay less, or pay from another account.
amount-over-limit = One payment from { $account } may be { $amount } at most. Pay less, or look at your limits.
amount-over-day = Today you can still pay { $amount } from { $account }. Pay less, or pay tomorrow.
amount-over-new-payee = In the first 24 hours somebody new may get { $amount } from { $account } altogether. Pay less, or wait a day.
amount-limits = See or change your limits

payee-title = Who gets the money?
payee-title-own = Where should the money go?
payee-kind = Where does it go?
payee-kind-other = Someone else
payee-kind-other-hint = A person or business that banks with Banyan
payee-kind-own = One of my accounts
payee-kind-own-hint = The money stays with you
payee-own = To which of your accounts?
payee-own-instead = Pay into one of my own accounts instead
payee-other-instead = Pay someone else instead
payee-name = Their full name
payee-name-hint = As it stands on their account. We check it for you.
payee-number = Their account number
payee-number-hint = Eight digits
payee-number-right = This can be an account number.
payee-reference = Reference (you may leave this empty)
payee-reference-hint = What they will read beside the payment

purpose-title = What is this payment for?
purpose-why = This person is new to you, and it is a lot of money. Thieves have a trick for each kind of payment. Tell us which kind it is, and we tell you what to look for.
purpose-label = The payment is for
purpose-bill = A bill or an invoice
purpose-goods = Something I am buying
purpose-family = Family or a friend
purpose-investment = Savings or an investment
purpose-safety = Somebody told me to move my money to keep it safe
purpose-other = Something else
beware-bill-title = Is this still the right account?
beware-bill = Thieves send bills with their own number on them. Call the firm on a number you knew before, and ask which account is theirs.
beware-goods-title = Have you seen it?
beware-goods = Thieves sell cheaply what they do not have. See it before you pay. Money that has gone cannot be called back.
beware-family-title = Did you hear their voice?
beware-family = Thieves write under other people’s names and say it is urgent. Call the person on the number you have always used.
beware-investment-title = Nobody can promise you a gain
beware-investment = Thieves show you gains that are not there, and press you to pay more. Look the firm up with the regulator, and ask somebody you trust.
beware-safety-title = Stop. This is a trick.
beware-safety = We do not make this payment. No bank, no police and no office asks you to move money to keep it safe. Whoever says so is a thief, even if they know your name. Hang up, and call us.
beware-other-title = Is somebody pressing you?
beware-other = Did somebody call, or tell you what to answer here? Then stop and call us. What is right today is right tomorrow as well.

review-title = Check before you pay
review-title-own = Check before you move it
review-held-title = Not just now
review-held = You can pay somebody new from { $when }. Whoever you have paid before, you can pay now.
review-held-why = A way of signing in is new, or a limit will be higher. A thief would be in a hurry, so we wait 12 hours. What you typed is kept.
review-close-title = The name is close, not the same
review-close = You wrote “{ $typed }”. The account belongs to { $holder }.
review-close-advice = Did a stranger give you this number? Then stop and call us.
review-left = { $now } to spend now, { $after } after
review-now = Now
review-not-now = Not now
review-never = Never
review-nothing-moved = No money has moved.
review-kept = Nothing is lost: it waits for you under “Not finished yet”.
review-final = It arrives within seconds and cannot be called back.
review-final-own = It arrives within seconds.
review-planned = The money stays with you until then. You can stop it at any time.
review-no-reference = None
review-scam = We never ask anyone to move money to keep it safe. Is somebody pressing you to pay? Then stop and call us.
review-go-on = This is right, go on
review-keep = Keep it for later
review-stop = Do not pay

fact-amount = You pay
fact-amount-own = You move
fact-paid = You paid
fact-paid-own = You moved
fact-to = To
fact-purpose = For
fact-to-own = To your account
fact-from = From
fact-payer = From
fact-from-own = From your account

approve-title = Approve this payment
approve-title-own = Approve this move
approve-title-planned = Approve this plan
approve-code = Your six-digit code
approve-code-hint = Open your authenticator app and type the code it shows for Banyan.
approve-pay = Pay now
approve-pay-own = Move it now
approve-planned = Approve it
approve-passkey = Pay with your passkey
approve-passkey-own = Move it with your passkey
approve-passkey-planned = Approve it with your passkey
approve-sending = We are paying. One moment, please.
approve-time = Your approval is good for this payment alone. After two minutes we ask again; nothing is lost.

receipt-title = You have paid
receipt-title-own = You have moved the money
receipt-next-title = What happens next
receipt-next = The money is already there. The payee can see your name and your reference.
receipt-next-own = The money is already in your other account.
receipt-next-keep = You find this receipt again under the payment in your account.
receipt-print = Print this receipt
receipt-another = Pay someone else
receipt-another-own = Move something else
receipt-home = Back to my accounts

when-title = When should it be paid?
when-label = When
when-now = Now
when-now-hint = It arrives within seconds
when-once = Once, on another day
when-once-hint = You choose the day
when-week = Every week
when-week-hint = On the same day of each week
when-month = Every month
when-month-hint = On the same day of each month
when-day = On which day, or from which day on?
when-day-hint = From tomorrow, up to two years ahead
when-last = Last day (you may leave this empty)
when-last-hint = Without one it goes on until you stop it
when-another-day = Pay on another day, or regularly
when-change = { $days }. Change this
days-once = On { $day }
days-week = Every week, from { $day }
days-week-until = Every week, from { $day } to { $last }
days-month = Every month, from { $day }
days-month-until = Every month, from { $day } to { $last }

scheduled-open = Planned payments
scheduled-title = Planned payments
scheduled-back = Back to Pay
scheduled-none = Nothing is planned.
scheduled-start = Plan a payment
scheduled-text = A payment leaves early on its day. If there is too little money then, we try all day and tell you.
scheduled-next = Next: { $day }
scheduled-paused = Paused: nothing is paid
scheduled-ended = Ended: nothing more is paid
schedule-title = Planned: { $name }
schedule-back = Back to planned payments
schedule-made-title = It is planned
schedule-made = Nothing has left your account yet. You can stop it here at any time before its day.
schedule-waits-title = It could not be paid yet
schedule-waits = Is there enough money in the account, and are your limits high enough? We try again until midnight. Nothing has left your account.
schedule-skipped-title = One day is left out
schedule-skipped = Nothing is paid on { $day }.
schedule-skip = Leave out the next time
schedule-take-back = Pay on that day after all
schedule-pause = Pause
schedule-resume = Go on paying
schedule-stop = Stop for good
schedule-stop-title = Stop this for good?
schedule-stop-text = Nothing more will be paid. To pay again, you plan it again.
schedule-stop-not = Keep it

review-waits-title = This payment waits first
review-later = Not before { $when }
review-waits = Until then you can call it off.

waiting-title = Your payment waits
waiting-hours =
    { $count ->
        [one] It leaves in about one hour
       *[other] It leaves in about { $count } hours
    }
waiting-minutes =
    { $count ->
        [one] It leaves in one minute
       *[other] It leaves in { $count } minutes
    }
waiting-now = It leaves now
waiting-why-own = You want payments to somebody new to wait.
waiting-why-drain = It would take more than half of what you have. A thief wants all of it at once, so we wait a day.
waiting-why-investment = Many investments that strangers offer are a trick. So we wait a day. Ask somebody you trust.
waiting-why-large = It is a lot of money for somebody new. So we wait a while, in case somebody is pressing you.
waiting-can = The money is set aside. Until it leaves, you can call the payment off.
waiting-amount = To be paid
waiting-leaves = Leaves
waiting-call-off = Call it off
waiting-keep = Let it wait
waiting-change = Change how long your payments wait
waiting-pressed = Did somebody tell you to make this payment? Then call it off, and call us.
waiting-list = Waiting
waiting-list-text = You can still call these off.
waiting-until = Leaves { $when }
called-off-title = This payment was called off
called-off = Nothing was paid. The money is yours to spend again.
called-off-at = Called off
