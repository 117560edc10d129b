# Statements: on the page, in files, on paper.

statements-title = Statements
statements-about = Every month and every year of this account, to read, to print or to keep as a file.
statements-none = There is no statement yet. The first one comes with the first money in or out.
statements-years = Which year
statements-months = Months of { $year }
statements-longer = Longer than a month
statements-so-far = { $period }, so far
statements-files = Other files
statements-file-of = { $file }, { $period }

statement-title = Statement for { $period }
statement-all = All of its time
statement-year = { $year }
statement-title-all = Statement of everything
statement-from-to = { $from } to { $to }
statement-number = Account number
statement-holder = Name on the account
statement-account = Account
statement-time = Time
statement-opening = Balance before
statement-in = Paid in
statement-out = Paid out
statement-closing = Balance after
statement-unfinished = This time is not over. More may come in or go out.
statement-lines = Line by line
statement-caption = What came in and went out, the earliest first
statement-none = Nothing came in or went out in this time.
statement-day = Day
statement-what = What it was
statement-who = Who
statement-kind = Kind
statement-reference = Reference
statement-balance = Balance
statement-currency = Currency
statement-pages = More lines
statement-earlier = Earlier lines
statement-later = Later lines
statement-keep = Keep a copy
statement-print = Print this page

file-pdf = PDF
file-large-pdf = PDF in large print
file-csv = Spreadsheet (CSV)
file-ofx = Home accounts (OFX)
file-camt053 = Business accounts (camt.053)

letters-title = We cannot make this PDF here
letters-happened = The bank's computer has no font for some of the letters in it.
letters-money = Your money is safe, and nothing is missing from your statement.
letters-advice = Print this page instead, or take the spreadsheet.
letters-receipt = Print this receipt instead. It says the same.

paper-page = Page { $page } of { $pages }
paper-made = Drawn up on { $day }.
confirmation-title = Confirmation of a payment
confirmation-take = Take it as a PDF
