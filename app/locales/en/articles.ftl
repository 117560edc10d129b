# Short articles: what to do now, and how to stay safe.

article-call = Not sure? Call us
article-signs = How to tell
article-do = What to do

article-lost = Your card or phone is gone
article-lost-about = What to do now, in this order.
article-lost-1 = Call us, day or night. We stop the card and sign you out everywhere.
article-lost-2 = Do you have another device? Sign in there, and sign out everywhere else.
article-lost-3 = Ask your phone company to block the number of the lost phone.
article-lost-4 = Look at your latest payments. Tell us about any that you did not make.
article-lost-sure = You do not have to be sure. Call us even if it may turn up again.

article-mistake = You paid the wrong person
article-mistake-about = Be quick: the sooner we know, the more we can do.
article-mistake-final = A payment arrives within seconds. We cannot take it back by ourselves.
article-mistake-1 = Call us at once. Have the number on the receipt ready.
article-mistake-2 = We ask the person who got the money to send it back.
article-mistake-3 = Did somebody trick you? Say so. It is not your fault, and it helps us act.

article-pressed = Somebody is rushing you to pay
article-pressed-about = A thief is in a hurry. A real bank or shop is not.
article-pressed-time = A real bank, shop or tax office gives you time. A thief does not.
article-pressed-sign-1 = It must happen today, or something bad will follow.
article-pressed-sign-2 = You must tell nobody, not even us or your family.
article-pressed-sign-3 = Your money is not safe, they say, and must move to another account.
article-pressed-sign-4 = They stay on the phone while you pay, or want to see your screen.
article-pressed-1 = Stop. Put the phone down. You may take as long as you like.
article-pressed-2 = Talk to somebody you trust.
article-pressed-3 = Call us on the number on this page, never on one that they gave you.
article-pressed-4 = Have you paid already? Call us at once.

article-caller = A call, text or letter “from the bank”
article-caller-about = How to know that it is us.
article-caller-anyone = Anybody can say that they are us. Even the number on your screen can be faked.
article-caller-never = We never do this
article-caller-never-1 = Ask for a password or a code.
article-caller-never-2 = Ask you to move money to keep it safe.
article-caller-never-3 = Send somebody to your door for your card.
article-caller-never-4 = Ask you to install something so that we can see your screen.
article-caller-check = How to check
article-caller-1 = Put the phone down. You need not explain why.
article-caller-2 = Wait five minutes, or use another phone.
article-caller-3 = Call the number on this page and ask.

article-codes = Keep codes and passwords to yourself
article-codes-about = Nobody else ever needs them. We do not either.
article-codes-one = A code approves one thing. The page says what that is, so read it first.
article-codes-1 = Never read a code out to anybody, not even to us.
article-codes-2 = Never type a code into a page that you opened from a message.
article-codes-3 = Use a password here that you use nowhere else.
article-codes-given = Did you give one away? Call us now. We make it useless.

article-friend = A new friend or a great deal
article-friend-about = When somebody you never met needs your money.
article-friend-sign-1 = A friend from the internet needs money for a trip, an illness or a parcel.
article-friend-sign-2 = A deal promises far more than any bank pays, and no risk.
article-friend-sign-3 = You are asked to pass money on through your account. That is a crime.
article-friend-1 = Do not pay yet.
article-friend-2 = Ask your family or a friend what they think of it.
article-friend-3 = Call us. We have heard many of these stories, and we do not judge.

article-larger = Make the text larger
article-larger-about = Four ways, on a computer or a phone.
article-larger-1 = Press “Larger text” at the top of any page. Every page stays like that.
article-larger-2 = On a computer, hold the Ctrl key and press the plus key. On a Mac, hold Command.
article-larger-3 = On a phone, put two fingers on the page and spread them.
article-larger-4 = Still too small? Choose “Largest” in How you read.
