# What stands around every page, and what its parts say.

bank-name = Banyan
skip = Skip to the page
text-larger = Larger text
text-smaller = Smaller text
sign-out = Sign out
places = Places
place-accounts = Accounts
place-pay = Pay
place-you = You

help-title = Would you like to talk to someone?
help-phone = 0808 157 0123
help-phone-link = tel:+448081570123
help-hours = It is free to call, day and night.
safe-title = Stay safe
safe-text = We never call, text or write to ask for a code or a password. We never ask you to move money to keep it safe.

errors-title = There is something to put right
errors-label = Error:{" "}
change = Change
step = Step { $now } of { $of }
