# What a designer sees whose bank runs on their own computer.

workshop-title = Layouts on this computer
workshop-text = Save a file in { $folder }. This page shows it at once.
workshop-good = Every file can be read.
workshop-bad = Some files cannot be read. What is wrong with them is below.
workshop-wrong = “{ $file }” cannot be read
workshop-place = Line { $line }, column { $column }:
workshop-last-good = The page shows what the file said before.
workshop-never-good = The page shows it once this is put right.
workshop-from-folder = From your folder
workshop-none = There is no layout of that name.
workshop-shown = { $page }: “{ $name }”
workshop-alone = Open it by itself
workshop-again = Show it again
