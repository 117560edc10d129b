# How well everybody can use the bank, and how to tell it what is hard.

statement-link = Accessibility: what works and what does not
statement-title = Accessibility
statement-intro = We want everyone to be able to bank here. If you cannot, it is our fault, and we want to know.
statement-rules = We follow the rules called WCAG 2.2, level AA. Our colours are stronger than those rules ask.
statement-tested = What we tested
statement-looked = On { $day }, programs looked at our pages { $looks } times.
statement-ways = They read every page in English and in Chinese, in both sizes of text, with and without scripts.
statement-found-none = They found nothing wrong.
statement-found = They found { $faults } things wrong. We are putting them right.
statement-keyboard = With the keyboard alone, { $pct } in 100 of the things people do here can be done.
statement-no-script = Without scripts, { $pct } in 100 of them can be done.
statement-untested = We have not yet measured this version of our pages.
statement-not-yet = What is not good enough yet
statement-not-yet-people = People who use a screen reader every day have not yet tried our pages with us.
statement-not-yet-names = Names of people and shops stay in the language they came in. They may be read out oddly.
statement-hard = If something is hard for you
statement-hard-text = Tell us in your own words, or call. Anything you can do here, we can also do with you on the phone.
statement-complain = If our answer does not help, ask for our complaints team on the same number. If theirs does not help either, you can turn to the office for equal rights in your country.

feedback-open = Tell us what is hard
feedback-title = What was hard?
feedback-intro = We do not keep your name with this, and you do not have to sign in.
feedback-hard = What was hard to see, hear, understand or press?
feedback-hard-hint = Use your own words. There is room for { $most } characters. Leave out passwords and account numbers.
feedback-place = Which page was it? You can leave this empty.
feedback-place-hint = For example: the list of accounts.
feedback-reach = How can we answer you? You can leave this empty.
feedback-reach-hint = A phone number or an email address, if you would like an answer.
feedback-send = Send
feedback-thanks-title = Thank you
feedback-number = We have your message. Its number is { $number }.
feedback-next = People who build these pages will read it. If you left a way to reach you, we answer within five working days.
