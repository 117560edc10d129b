# Saying what was meant by messages that the assistant did not understand.

labels-title = What did they mean?
labels-place = Learning
labels-about = Messages that the assistant did not understand.
labels-text = These people let the assistant learn from what they write. You see the words, and not who wrote them.
labels-waiting = { $open } wait for a first answer, { $labelled } for a second look. { $agreed } are ready to be learnt from.
labels-none = Nothing waits for you here.
labels-end = There is nothing further on.
labels-again = Begin again at the first
label-words = What somebody wrote
label-unsure = The assistant was not sure
label-not-this = They said that the answer was not what they meant
label-guesses = What the assistant thought
label-no-guess = The assistant had no idea.
label-choose = What was meant
label-none = Choose
label-outside = Nothing that is about the bank
label-unusable = Nothing can be learnt from it: delete it
label-save = Keep this
label-skip = Skip this one
label-check = Is that right?
label-says = A colleague says it means: { $label }
label-agree = Yes, that is right
label-refuse = No, look at it again
deed-staff-miss-labelled = Staff: somebody said what a message meant
deed-staff-miss-read = Staff: somebody read a message to learn from
deed-staff-miss-agreed = Staff: somebody agreed what a message meant
deed-staff-miss-refused = Staff: somebody did not agree what a message meant
deed-staff-miss-removed = Staff: a message was not used for learning

## Letting the assistant learn (/you/privacy)
learn-title = What you write to the assistant
learn-is-off = The assistant does not learn from what you write.
learn-is-on = The assistant may learn from what you write. Thank you.
learn-help = Let it learn
learn-stop = Stop it learning
learn-what = We keep a copy of a message that it does not understand. We also keep one when you say that its answer was not what you meant.
learn-who = Our own people read it without your name and say what was meant. We take out cards, codes and account numbers. A name that you write may still be in it.
learn-days =
    { $days ->
        [one] After { $days } day we delete it.
       *[other] After { $days } days we delete it.
    }
learn-deletes = When you stop it, we delete what we kept of yours for this. What the assistant has learnt by then, it keeps.
