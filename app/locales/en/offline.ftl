# Where there is no connection, and what is put back afterwards.

offline-title = You are offline
offline-unsent = There is no connection just now. Nothing was sent.
offline-perhaps = The connection broke while something was on its way. We cannot tell whether it arrived.
offline-perhaps-money = Were you paying? Look at your latest payments first. The same payment is never made twice.
offline-kept = What you typed is kept on this device for half an hour, or until you sign out. Codes and passwords are not kept.
offline-again = Try again
offline-call = A call needs no internet.
kept-back = What you typed before is here again.
