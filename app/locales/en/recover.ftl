# The way back in for somebody who has lost what they sign in with.

recover-link = I cannot get in
recover-title = I cannot sign in
recover-sign-in = Back to signing in
recover-back = Choose again what you lost
recover-what = What did you lose?
recover-slow = For your safety this takes 24 hours. We tell you by mail and by text message that it has begun.
recover-password = I forgot my password
recover-password-about = You still have your app, or a recovery code on paper.
recover-app = I lost my phone or my app
recover-app-about = You still know your password.
recover-both = I have neither
recover-both-about = We help you in a branch or by telephone.

recover-password-what = Show us that it is you with a code. After 24 hours you choose a new password.
recover-code = Code of your app, or a recovery code
recover-code-hint = Six digits from your app, or 16 letters and digits from paper.
recover-app-paper = Do you have a recovery code on paper? Then sign in with that instead, and set up a new app at once.
recover-app-what = Otherwise, show us that it is you with your password. After 24 hours you set up a new app.
recover-begin = Begin

recover-both-what = We have to see who you are before we begin. Nobody can do that for you over the internet.
recover-both-1 = Come to a branch with your passport or identity card. Or call us.
recover-both-2 = We make sure that it is you, and give you a code on paper.
recover-both-3 = We send you a link. After 24 hours, the link and the code let you in.

recover-sent-title = Look for our message
recover-sent-what = If everything fitted, a link is on its way to you, by mail and by text message.
recover-sent-1 = Open the link. It says from when on you can go on.
recover-sent-2 = After 24 hours, open it again and show us once more that it is you.
recover-sent-3 = Then put something new in the place of what you lost.
recover-sent-none = No message after ten minutes?
recover-sent-none-text = Then something did not fit, or everything of yours is frozen. Try again, or call us. We never say which part was wrong.
recover-again = Try again

recover-waiting-title = Your way back in
recover-waiting = You can go on from { $when }. Open this link again then.
recover-waiting-why = The wait is there for your safety. If it was not you, you have time to stop it.
recover-open-title = You can go on now
recover-open = The 24 hours are over. This link is good until { $when }.
recover-stop-title = Was it not you?
recover-stop-text = Stop it with one press. Nothing has changed yet.
recover-stop = Stop it
recover-cancelled-title = It has been stopped
recover-cancelled = Nothing has changed. If somebody else asked, they know your password or had your phone in their hand. Sign in, change your password, and call us.
recover-finished-title = This has been done
recover-finished = Something new is in the place of what was lost. Was it not you? Call us at once.
recover-dead-title = This link is good no more
recover-dead = It is too old, or a newer one has taken its place. Look for our latest message, or begin again.

recover-proof-title = Show us that it is you
recover-proof-code = The same as when you began: a code of your app, or a recovery code.
recover-proof-password = The same as when you began: your password.
recover-proof-handed = Type the code that we gave you on paper or over the telephone.
recover-handed = Code from the bank
recover-handed-hint = 16 letters and digits, such as 0a1b-2c3d-4e5f-6g7h.

recover-new-title = Set a new way to sign in
recover-new-app = New authenticator app
recover-new-after = Nothing changes before you press the button. Then you are signed out everywhere.
recover-save = Save
recover-done-title = You can get in again
recover-done-what = Sign in now. Then look at your passkeys, and remove any on a device that you lost.
recover-done-held-title = New payees wait
recover-done-held = For your safety, you can pay somebody new only from { $when }. Whoever you have paid before, you can pay now.

recover-notice-title = Somebody has asked for a way back into your accounts
recover-notice-waiting = That was { $since }. From { $when } they could change how you sign in. Was it not you? Stop it.
recover-notice-open = That was { $since }. They can change how you sign in from now on. Was it not you? Stop it.

event-recovery-started = A way back in was asked for
event-recovery-cancelled = The way back in was stopped
event-recovery-finished = Somebody found the way back in
notice-recovery-started = Banyan: somebody has asked for a new way to sign in to your accounts. Was it you? Go on from { $when }: { $link } Was it not you? Open that link and press “Stop it”, or call the number on your card.
notice-recovery-cancelled = Banyan: the way back in has been stopped. Nothing has changed.
notice-recovery-finished = Banyan: you can get in again, and what you sign in with is new. Until { $when } nobody new is paid. Was it not you? Call us at once.
