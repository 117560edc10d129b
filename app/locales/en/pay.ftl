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
amount-over-limit = One payment from { $account } may be { $amount } at most. Pay less, or call us.

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

review-title = Check before you pay
review-title-own = Check before you move it
review-close-title = The name is close, not the same
review-close = You wrote “{ $typed }”. The account belongs to { $holder }.
review-close-advice = Did a stranger give you this number? Then stop and call us.
review-left = { $now } to spend now, { $after } after
review-now = Now
review-final = It arrives within seconds and cannot be called back.
review-final-own = It arrives within seconds.
review-no-reference = None
review-scam = We never ask anyone to move money to keep it safe. Is somebody pressing you to pay? Then stop and call us.
review-go-on = This is right, go on
review-stop = Do not pay

fact-amount = You pay
fact-amount-own = You move
fact-paid = You paid
fact-paid-own = You moved
fact-to = To
fact-to-own = To your account
fact-from = From
fact-payer = From
fact-from-own = From your account

approve-title = Approve this payment
approve-title-own = Approve this move
approve-code = Your six-digit code
approve-code-hint = Open your authenticator app and type the code it shows for Banyan.
approve-pay = Pay now
approve-pay-own = Move it now
approve-sending = We are paying. One moment, please.
approve-time = A code is good for this payment alone. After two minutes we ask again; nothing is lost.

receipt-title = You have paid
receipt-title-own = You have moved the money
receipt-title-submitted = Your payment is on its way
receipt-next-title = What happens next
receipt-next = The money is already there. The payee can see your name and your reference.
receipt-next-own = The money is already in your other account.
receipt-next-submitted = The money arrives within a minute. You can close this page.
receipt-next-keep = You find this receipt again under the payment in your account.
receipt-print = Print this receipt
receipt-another = Pay someone else
receipt-another-own = Move something else
receipt-home = Back to my accounts
