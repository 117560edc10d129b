# Statements: on the page, in files, on paper.

statements-title = Statements
statements-about = Every month and every year of this account, to read, to print or to keep as a file.
statements-none = There is no statement yet. The first one comes with the first money in or out.
statements-years = Which year
statements-months = Months of { $year }
statements-longer = Longer than a month
statements-so-far = { $period }, so far
statements-files = Other files
statements-interest = Interest, for your taxes

account-statement-title = Statement for { $period }
account-statement-all = All of its time
account-statement-year = { $year }
account-statement-title-all = Statement of everything
account-statement-from-to = { $from } to { $to }
account-statement-number = Account number
account-statement-holder = Name on the account
account-statement-account = Account
account-statement-time = Time
account-statement-opening = Balance before
account-statement-in = Paid in
account-statement-out = Paid out
account-statement-closing = Balance after
account-statement-unfinished = This time is not over. More may come in or go out.
account-statement-lines = Line by line
account-statement-caption = What came in and went out, the earliest first
account-statement-none = Nothing came in or went out in this time.
account-statement-day = Day
account-statement-what = What it was
account-statement-who = Who
account-statement-kind = Kind
account-statement-reference = Reference
account-statement-balance = Balance
account-statement-currency = Currency
account-statement-pages = More lines
account-statement-earlier = Earlier lines
account-statement-later = Later lines
account-statement-keep = Keep a copy
account-statement-print = Print this page

interest-title = Interest from { $from } to { $to }
interest-about = What we paid you in interest on this account. A tax office may ask for it.
interest-paid = Interest paid
interest-tax = Tax taken off
interest-no-tax = None
interest-unfinished = This year is not over. More interest may come.

file-pdf = PDF
file-large-pdf = PDF in large print
file-csv = Spreadsheet (CSV)
file-ofx = Home accounts (OFX)
file-camt053 = Business accounts (camt.053)

letters-title = We cannot make this PDF here
letters-happened = The bank's computer has no font for some of the letters in it.
letters-money = Your money is safe, and nothing is missing from your statement.
letters-advice = Print this page instead, or take the spreadsheet.
letters-page = Print this page instead. It says the same.
letters-receipt = Print this receipt instead. It says the same.

paper-page = Page { $page } of { $pages }
paper-made = Drawn up on { $day }.
confirmation-title = Confirmation of a payment
confirmation-take = Take it as a PDF
