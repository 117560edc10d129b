# Practice: play money, lessons, leaflets.

practice-name = Practice
practice-label = Practice:{" "}
practice-band-bank = This is play money. Nothing here is real, and no real money can move.
practice-band-lessons = You are learning. Nothing you do here can touch your real money.
practice-to-lessons = All lessons
practice-leave = Leave practice
practice-now = What to do now
practice-code-hint = This is practice. Type { $code }. Never type a real code here.

practice-title = Practise with play money
practice-about = Try things out in a play bank. It looks like the real one, and all the money in it is made up.
practice-safe = You cannot break anything. Take your time, and do it as often as you like.
practice-free-title = Look around by yourself
practice-free = Open the play bank without a lesson. You can put the play money back at any time.
practice-free-go = Open the play bank
practice-reset = Put the play money back
practice-fresh-title = The play money is back
practice-fresh = The play accounts hold what they held at first. Your lessons are as they were.

lesson-sign-in = Your first sign-in
lesson-sign-in-about = Check the address, type a name and a password, and copy a code. All of them are pretend.
lesson-payment = Your first payment
lesson-payment-about = Pay a shop with play money, step by step. The pages are the same as the real ones.
lesson-scams = Spot a scam
lesson-scams-about = Four short stories. For each one, choose what you would do. It is not a test.
lesson-freeze = Stop everything
lesson-freeze-about = Learn what to do when something is wrong: freeze your accounts, and open them again.

lesson-new = Not begun yet
lesson-begun = You have begun this one
lesson-parts-done = { $done } of { $of } parts done
lesson-finished = Finished on { $day }
lesson-start = Start
lesson-go-on = Go on with “{ $lesson }”
lesson-again = Do it again
lesson-print = Print it as a leaflet
lesson-well-done = Well done
lesson-remember = Worth remembering
lesson-next = Back to all lessons

remember-sign-in-1 = Look at the address first. Then type your name and your password.
remember-sign-in-2 = A code is only for you. Never read one out to anybody, not even to us.
remember-payment-1 = You can stop a payment at any time before you press the last button.
remember-payment-2 = Before you pay, check the name, the number and the amount once more.
remember-scams-1 = Whoever hurries you or wants a secret kept is not on your side.
remember-scams-2 = Put the phone down. Wait a little. Then call the number on your card or letter.
remember-freeze-1 = If something feels wrong, stop everything first. You can think about it later.
remember-freeze-2 = Money that is frozen is not lost. You can open your accounts again.

address-title = Where am I?
address-text = Before you sign in, look at the address at the top of the screen. Your letter from the bank says: banyan.example
address-asked = Which of these is the bank?
address-a = banyan-safe-sign-in.example
address-b = banyan.example
address-c = banyan.example.prize.example
address-good = It is just what your letter says, with nothing before it and nothing after it.
address-other = This one has something added. Anybody can buy such a name. The real address is just what your letter says.

pretend-warning-title = Pretend details only
pretend-warning = Never type your real name, password or code here. We look at what you type, and forget it at once.
pretend-card = Copy these pretend details
pretend-name = sam
pretend-word = three green apples
pretend-name-label = Pretend user name
pretend-word-label = Pretend password
pretend-word-hint = Here you can see what you type. At the real bank it is hidden.
pretend-app = This is the pretend code app
pretend-code-label = Pretend code

payment-story = You bought flowers for a friend. The shop has sent you this bill.
payment-bill = The bill
payment-number = Account number
payment-how = On each page, a note at the top tells you what to do. You can go back at any time.
payment-go = Pay the bill

task-home = You want to pay { $shop }. Press “Pay someone”.
task-begin = Press “Pay someone”.
task-amount = Choose “{ $account }”. Type { $amount } as the amount. Then press “Continue”.
task-payee = Type the name { $shop } and the number { $number }. Then press “Continue”.
task-review = Read every line. Is it { $amount } to { $shop }? Then go on. If not, change it.
task-approve = Type the practice code { $code }. Then press the button to pay.
task-receipt = You have paid your first bill. The lesson is done. Press “All lessons” to go on.
task-receipt-other = You have made a payment, and the lesson wants another one: { $amount } to { $shop }. Try once more.
task-elsewhere = Look around as you like. To go on with the lesson, press “Pay” at the top.
task-frozen = Your play accounts are frozen. Open one: it says so, and it cannot pay. Then press “All lessons”.

story-asked = What would you do?
answer-good = Yes, that is safe
answer-other = Many people would do that. Here is what to watch for
answer-again = Read it again
answer-go-on = Go on

story-1-title = A driver comes for your card
story-1-text = A man calls. He says he is from your bank and your card was copied. A driver will come to pick it up. You should tell him your PIN.
story-1-a = Give the driver my card in an envelope
story-1-b = Put the phone down and call my bank myself
story-1-c = Give him the card, and keep the PIN to myself
story-1-good = A bank never sends a driver for a card. Wait a few minutes, or use another phone. Then call the number on your card.
story-1-other = The driver works for the thief. We never pick up cards or money, and never ask for a PIN. Put the phone down, and call us yourself.

story-2-title = The police need your help
story-2-text = A woman says she is with the police. A clerk at your bank is stealing. You should move your savings to a safe account, and tell no one.
story-2-a = Move the money, so that it is safe
story-2-b = Move half of it first, and see what happens
story-2-c = Move nothing, and call the police and my bank myself
story-2-good = The police never ask you to move money. There is no such thing as a safe account. A secret is a sign of a scam.
story-2-other = The safe account belongs to the thief. The police never ask for this. Move nothing, put the phone down, and call us.

story-3-title = A text from the bank
story-3-text = A text says: “Banyan: a new payee was added to your account. Was it not you? Go to banyan-cancel.example now.” You did not add one.
story-3-a = Leave the link, and open the bank the way I always do
story-3-b = Open the link at once to cancel it
story-3-c = Answer the text and ask who they are
story-3-good = Links in texts can lead anywhere. Open the bank the way you always do, or call us. Then you know who you are talking to.
story-3-other = The link leads to a copy of our page that steals what you type. A reply tells them you are there. Leave it, and open the bank yourself.

story-4-title = Hi Mum, this is my new number
story-4-text = A message says: “Hi Mum, I lost my phone. This is my new number. I must pay a bill today. Can you send £900? I will pay you back.”
story-4-a = Pay it now, because my child needs help
story-4-b = Call my child on the old number first
story-4-c = Ask on the new number whether it is really them
story-4-good = A call to the old number clears it up in a minute. A voice you know is worth more than any message.
story-4-other = A stranger can write anything, and will say yes to every question. Call the number you have always had. A real bill can wait an hour.

freeze-story = You are drinking tea. You look at your bank, and it says that these devices are signed in. One of them you have never seen.
freeze-devices = Signed in just now
freeze-what = First of all, make sure that no money can leave. You can think about the rest afterwards.
freeze-press = Freeze everything
freeze-sure = Freeze everything?
freeze-sure-1 = No money can leave your play accounts. Money can still come in.
freeze-sure-2 = You can open them again whenever you like.
freeze-now = Yes, freeze everything
freeze-not-yet = Not yet
freeze-end-title = Now sign the stranger out
freeze-end-text = Your money is safe. Now find the device that is not yours, and sign it out.
freeze-end = Sign it out
freeze-own-title = That one was yours
freeze-own = No harm done: you can always sign in again. Now sign out the one that you do not know.
freeze-look-title = Look at what is stopped
freeze-look-text = Open a play account. It says that it is frozen, and there is no way to pay from it.
freeze-look-go = Look at the play accounts
freeze-look-done = I have seen it
freeze-thaw-title = Open your accounts again
freeze-thaw-text = The danger is over. To open your accounts, copy the pretend code.
freeze-thaw = Open my play accounts

leaflet-of = Leaflet: { $lesson }
leaflet-back = Back to the lesson
leaflet-print = Print
leaflet-how = If you see no button, choose “Print” in the menu of your browser.
leaflet-never = We never ask for your password, your PIN or a code. Nobody from a bank ever does.
leaflet-help = If you are not sure, stop and call us:

leaflet-sign-in-1 = Open the bank the way you always do. Never use a link in a message.
leaflet-sign-in-2 = Look at the address. It must be just what our letter says.
leaflet-sign-in-3 = Type your user name and your password. Then press “Continue”.
leaflet-sign-in-4 = Open your code app and type the six digits.
leaflet-sign-in-5 = When you are done, press “Sign out”.

leaflet-payment-1 = Press “Pay someone”.
leaflet-payment-2 = Choose your account and type the amount.
leaflet-payment-3 = Type the name and the account number from the bill. We check the name for you.
leaflet-payment-4 = Read every line once more. Is something wrong? Press “Change”.
leaflet-payment-5 = Type the code and pay. Keep the receipt.

leaflet-scams-1 = Somebody hurries you? Stop. A real bank gives you time.
leaflet-scams-2 = Somebody wants your card, PIN, password or code? Say no.
leaflet-scams-3 = Somebody tells you to move money to a safe account? Put the phone down.
leaflet-scams-4 = Somebody asks you to keep it secret? Tell someone you trust.
leaflet-scams-5 = Take five minutes. Then call us on the number below.

leaflet-freeze-1 = Something looks wrong? Freeze everything first.
leaflet-freeze-2 = Sign out every device that you do not know.
leaflet-freeze-3 = Look at your latest payments. Note what is not yours.
leaflet-freeze-4 = Call us. We look at it together with you.
leaflet-freeze-5 = When all is well, open your accounts again.

town-you = You (practice)
town-currency = GBP
town-everyday = Play account
town-savings = Play savings
town-shop = Garden Gate Flowers
town-friend = Tom Green
town-pension = Play pension
town-grocer = Corner Grocer
town-water = River Water
town-chemist = High Street Chemist
town-fresh = Play money
town-device-own = Your tablet at home
town-device-stranger = A phone in a town you have never been to
