# Paying: amount, payee, check, approve, receipt.

pay-title = Pay
pay-someone = Pay someone
pay-between = Move between my accounts
back = Back
continue = Continue
sending = One moment, please.
own-account = Your own account

draft-title = Not finished yet
draft-go-on = Go on
draft-forget = Forget it
draft-to = { $amount } to { $name }
draft-amount = A payment of { $amount }
draft-unclear = A payment without an amount so far

amount-title = How much do you want to pay?
amount-title-own = How much do you want to move?
amount-from = From which account?
amount-label = Amount
amount-label-in = Amount in { $sign }
amount-hint = Like 25 or 1,234.50
amount-understood = That is %.

payee-title = Who gets the money?
payee-kind = Where does it go?
payee-kind-other = Someone else
payee-kind-other-hint = A person or business that banks with Banyan
payee-kind-own = One of my accounts
payee-kind-own-hint = The money stays with you
payee-own = To which of your accounts?
payee-name = Their full name
payee-name-hint = As it stands on their account. We check it for you.
payee-number = Their account number
payee-number-hint = Eight digits
payee-number-right = This can be an account number.
payee-reference = Reference (you may leave this empty)
payee-reference-hint = What they will read beside the payment

review-title = Check before you pay
review-close-title = The name is close, not the same
review-close = You wrote “{ $typed }”. The account belongs to { $holder }.
review-close-advice = Did a stranger give you this number? Then stop and call us.
review-left = { $now } to spend now, { $after } after
review-now = Now
review-final = It arrives within seconds and cannot be called back.
review-no-reference = None
review-scam = We never ask anyone to move money to keep it safe. Is somebody pressing you to pay? Then stop and call us.
review-go-on = This is right, go on

fact-amount = You pay
fact-paid = You paid
fact-to = To
fact-from = From
fact-date = When
fact-receipt-number = Receipt number

approve-title = Approve this payment
approve-code = Your six-digit code
approve-code-hint = Open your authenticator app and type the code it shows for Banyan.
approve-pay = Pay now
approve-sending = We are paying. One moment, please.
approve-time = A code is good for this payment alone. After two minutes we ask again; nothing is lost.

receipt-title = You have paid
receipt-title-submitted = Your payment is on its way
receipt-next-title = What happens next
receipt-next = The money is already there. The payee can see your name and your reference.
receipt-next-submitted = The money arrives within a minute. You can close this page.
receipt-next-keep = You find this receipt again under the payment in your account.
receipt-print = Print this receipt
receipt-another = Pay someone else
receipt-home = Back to my accounts
