# Accounts, what came in and went out, one transaction.

accounts-title = Accounts
accounts-yours = Your accounts
accounts-all = All accounts
accounts-none = You have no account yet. Call us, and we will open one with you.
account-available = { $amount } to spend
percent = { $number }%
account-interest = { $rate }% a year
account-balance = Balance:{" "}
account-can-spend = { $amount } can be spent.
account-held = { $amount } is set aside for { $party }.
account-overdraft = This includes an overdraft of { $amount }.
account-details = Name and number
account-holder = Name on the account: { $name }
account-number = Account number { $number }
account-pay = Pay from this account
account-frozen = Frozen
account-frozen-title = This account cannot pay just now
account-frozen-text = Money can still come in. Please call us, and we will put it right together.

history-title = What came in and went out
history-none = Nothing has come in or gone out yet.
history-nothing-fits = Nothing fits what you asked for. Try fewer words, or show everything.
today = Today
yesterday = Yesterday
line-in = paid in
line-out = paid out
line-balance = balance
own-to = To { $account }
own-from = From { $account }
own-kind = Between your accounts
pages = More transactions
page-newer = Newer
page-older = Older

filter-title = Find a transaction
filter-period = When
filter-from = From day
filter-to = To day
filter-direction = In or out
filter-both = In and out
filter-in = Money in
filter-out = Money out
filter-kind = Kind
filter-kind-all = Every kind
filter-min = At least
filter-max = At most
filter-text = Name, reference or amount
filter-show = Show
filter-clear = Show everything
period-all = Any time
period-30-days = Last 30 days
period-this-month = This month
period-last-month = Last month
period-90-days = Last 90 days
period-this-year = This year
period-between = Days I choose
shown = You are looking at: { $parts }.
shown-from = from { $day }
shown-to = to { $day }
shown-between = from { $from } to { $to }
shown-min = at least { $amount }
shown-max = at most { $amount }
shown-text = with “{ $text }”
found =
    { $count ->
        [one] One transaction: paid in { $in }, paid out { $out }.
       *[other] { $many } transactions: paid in { $in }, paid out { $out }.
    }

months-title = Month by month
chart-label = Bars of what was paid in and paid out in each of the last twelve months. The table has the figures.
chart-top = The top line is { $amount }.
chart-table = Show as a table
chart-caption = What was paid in and paid out, the latest month first
chart-month = Month
chart-in = Paid in
chart-out = Paid out

transaction-facts = What we know about it
fact-when = When
fact-kind = Kind
fact-category = Category
fact-reference = Reference
fact-original = Before exchange
fact-balance = Balance after
fact-correction = Correction
fact-reverses = This puts an earlier transaction right.
fact-reversed = A later transaction put this one right.
fact-receipt = Receipt
fact-receipt-link = See the receipt
fact-number = Transaction number
transaction-wrong-title = Is something wrong with this?
transaction-wrong-text = Call us and tell us the number above. We will look at it with you, and can stop more money from leaving.
