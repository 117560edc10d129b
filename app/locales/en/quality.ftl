# How well people are served, in sums.

quality-title = How well we serve people
quality-place = Quality
quality-about = How many were helped, and how soon.
quality-text = Sums of conversations and messages that began in these days. Nothing more is kept for them.
quality-days = How far back
quality-last = Last { $count } days
quality-by = Told apart by
quality-by-language = Language
quality-by-about = What it is about
quality-by-text = Text size
quality-conversations = Conversations
quality-messages = Messages
quality-who = Whose
quality-all = All
quality-unsure = The assistant was not sure
quality-standard = Standard text
quality-strangers = Not signed in
quality-contained = Answered by the assistant alone
quality-handed-over = A person was wanted
quality-first-answer = First answer by a person
quality-solved = Solved
quality-reopened = Taken up again
quality-satisfied = It went well or very well
quality-half = Half of them at most
quality-most = Nine of ten at most
quality-of = { $number } of { $all }
quality-nine = nine of ten within { $time }, of { $all } answers
quality-few = Too few
quality-none = There are too few people yet to show figures.
quality-fewest = Of fewer than { $people } people no figures are shown. Sometimes a larger group is left out too, or the few could be worked out.
quality-sizes = The text size is the one that people have chosen today.
quality-ages = We do not know how old people are, so nothing is told apart by age.
quality-cut = There is too much to add up at once. These are the latest ones.
quality-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
quality-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
quality-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
quality-lasted =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
