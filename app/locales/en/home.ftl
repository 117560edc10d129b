# The home page, in both sizes.

home-title = Home
greeting-morning = Good morning, { $name }
greeting-afternoon = Good afternoon, { $name }
greeting-evening = Good evening, { $name }

coming-title = Coming up
coming-none = Nothing is expected in the next two weeks.
coming-in = in
coming-out = out
coming-after = After these, { $account } will have { $amount } to spend.

short-title = You may run short
short-text = From { $day }, { $account } may be up to { $amount } short.
short-call = Call us before then, and we will find a way together.

latest-title = Latest

home-can-spend = You can spend
home-balance = The balance is { $amount }.
home-see-latest = See what came in and went out
home-call = Call us for help
home-someone-else = Pay someone else
home-more = More
home-practise = Practise with play money
