# Lo que se dice al leer en voz alta: los números, las fechas y los importes van en palabras.

read-card = Leer en voz alta
read-page = Leer esta página en voz alta
read-stop = Dejar de leer
read-pause = Pausa
read-go-on = Seguir leyendo
spoken-minus = menos { $amount }
spoken-day = { $weekday } { $day } de { $month }
spoken-date = { $day } de { $month } de { $year }
spoken-line = { $party }. { $about }: { $moved }.
