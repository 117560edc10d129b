# A sentence for everything that can be wrong: what happened, and what to do.

error-username-missing = Enter your user name.
error-password-missing = Enter your password.
error-sign-in-refused = Something in your user name, password or code did not fit. A code is good once: wait for the next one. Or go back and type all of it again.
error-sign-in-lapsed = More than five minutes have passed. For your safety, start again.
error-sign-in-locked = There were too many tries. For your safety, signing in is closed for 15 minutes.
error-code-missing = Enter the 6-digit code from your authenticator app.
error-code-shape = The code is 6 digits, such as 123 456.
error-code-refused = That code did not fit, or was used before. Wait for the next code and enter it.
error-code-locked = There were too many wrong codes. Nothing was paid. For your safety, paying is closed for 15 minutes.
error-approval-expired = The time to approve has passed, or something changed. Nothing was paid. Check the payment again.
error-amount-missing = Enter how much to pay.
error-amount-unclear = Enter the amount in digits, with a point for the decimals, such as 1,234.50.
error-amount-not-positive = Enter an amount above zero.
error-amount-decimals = Enter at most two digits after the point, as in 12.50. Write thousands with a comma, as in 1,250.
error-amount-too-large = Enter a smaller amount. No payment here can be that large.
error-amount-range = The largest amount must not be below the smallest.
error-from-account-missing = Choose the account to pay from.
error-from-account-unknown = Choose one of your own accounts to pay from.
error-payee-kind-missing = Choose whether to pay yourself or someone else.
error-to-account-missing = Choose the account to pay into.
error-same-account = Choose two different accounts. The money would go back to where it came from.
error-payee-name-missing = Enter the name of the person or business to pay.
error-payee-name-length = Enter at most 70 characters for the name.
error-text-not-allowed = Take out any unusual characters. Use letters, digits and common marks.
error-account-number-missing = Enter the account number.
error-account-number-length = Enter all 8 digits of the account number.
error-account-number-wrong = Something in this number is wrong. Check the account number with the person you are paying.
error-payee-unknown = No account at this bank has that number. Check it with the person you are paying.
error-payee-name-differs = This account is in another name. Check the name and the number with the person you are paying.
error-currency-differs = These accounts keep different currencies. Choose two that keep the same.
error-reference-length = Enter at most 35 characters for the reference.
error-date-unclear = Enter a real date, such as 22 11 2026.
error-date-range = The last day must not be before the first.
error-search-length = Enter at most 60 characters to search for.
error-feedback-missing = Write what was hard.
error-feedback-length = Enter at most 2,000 characters.
error-line-length = Enter at most 200 characters here.
error-choice-unknown = Choose one of the answers on the page.
error-caller-name-missing = Enter your name, so that we know whom to ask for.
error-phone-missing = Enter the number on which we can call you.
error-phone-shape = Enter a telephone number in digits, such as 020 7946 0018.
error-call-part-missing = Choose the time of day at which we shall call.
error-call-part-over = That time has passed today. Choose a later one, or another day.
error-calls-enough = You wait for three calls already. Cancel one of them, or call us now.
error-pretend-name = This is not the name on the card. Copy it from there. Never type your real one here.
error-pretend-word = This is not the password on the card. Copy it from there. Never type your real one here.
error-pretend-code = This is not the code on this page. Copy it from here. Never type a real code.
error-insufficient-funds = There is not enough to spend in this account. Pay less, or pay from another account.
error-over-payment-limit = This is more than one payment from this account may be. Pay less, or call us.
error-over-daily-limit = This is more than today’s limit for this account. Pay less, or pay tomorrow.
error-account-not-open = This account cannot pay at the moment. Choose another account, or call us.
error-payee-not-open = The other account cannot take money at the moment. Check with the person you are paying.
error-draft-incomplete = A part of this payment is still missing. Fill it in, then check the payment.
error-key-reused = This payment was already sent with other details. Look at your latest payments first.
error-in-flight = This payment is still being worked on. Wait a moment, then look at your latest payments.
error-busy = We have too much to do just now. Nothing was done. Try again in a minute.
error-not-found = We could not find that, or it is not yours to see.
error-forbidden = You cannot do this. If you think you should, call us.
error-signed-out = You have been signed out. Sign in again; what you typed is kept.
error-fault = Something broke on our side. We have been told about it.

trouble-home = Go to your accounts

trouble-not-found-title = This page is not here
trouble-not-found-happened = The address may be mistyped, or what was here has moved.
trouble-not-found-money = Your money is not affected.
trouble-not-found-advice = Check the address, or start again from your accounts.

trouble-forbidden-title = You cannot open this
trouble-forbidden-happened = This page was asked for in a way that we do not allow.
trouble-forbidden-money = Nothing was changed and no money has moved.
trouble-forbidden-advice = Go back to your accounts and try from there. If it happens again, call us.

trouble-conflict-title = This is still being worked on
trouble-conflict-happened = The same payment was sent twice, and we are working on the first.
trouble-conflict-money = It will be paid once at most.
trouble-conflict-advice = Wait a moment, then look at the latest payments of your account.

trouble-unreadable-title = We could not read that
trouble-unreadable-happened = What was sent to us was incomplete, or not what this page sends.
trouble-unreadable-money = Nothing was changed and no money has moved.
trouble-unreadable-advice = Go back, reload the page, and fill it in again.

trouble-too-slow-title = That took too long to reach us
trouble-too-slow-happened = Only a part of it arrived. The line may be slow, or was interrupted.
trouble-too-slow-money = Nothing was changed and no money has moved.
trouble-too-slow-advice = Go back and send it again, perhaps where the line is better.

trouble-too-many-title = Too many tries
trouble-too-many-happened = A great deal came from you, or from your network, in a short time.
trouble-too-many-money = Nothing was changed and no money has moved.
trouble-too-many-advice = Wait one minute, then try again.

trouble-fault-title = Something broke on our side
trouble-fault-happened = It is our mistake, not yours. We have been told about it.
trouble-fault-money = If you were paying, look at your latest payments before you pay again.
trouble-fault-advice = Try again in a minute. If it happens again, call us.

trouble-away-title = We cannot answer just now
trouble-away-happened = A part of the bank is not answering. We are working on it.
trouble-away-money = Your money is safe. If you were paying, look at your latest payments before you pay again.
trouble-away-advice = Try again in a minute.
