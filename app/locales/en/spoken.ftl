# What is said where text is read aloud: numbers, dates and amounts come in words.

read-card = Read aloud
read-page = Read this page aloud
read-stop = Stop reading
read-pause = Pause
read-go-on = Go on reading
spoken-minus = minus { $amount }
spoken-day = { $weekday } the { $day } of { $month }
spoken-date = the { $day } of { $month } { $year }
spoken-line = { $party }. { $about }: { $moved }.
