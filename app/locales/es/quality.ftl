# Cómo atendemos a las personas, en sumas.

quality-title = Cómo atendemos a las personas
quality-place = Calidad
quality-about = A cuántos se ayudó, y en cuánto tiempo.
quality-text = Sumas de las conversaciones y los mensajes que empezaron en estos días. No se guarda nada más para ellas.
quality-days = Hasta cuándo atrás
quality-last =
    { $count ->
        [one] Último día
        [many] Últimos { $count } de días
       *[other] Últimos { $count } días
    }
quality-by = Separado por
quality-by-language = Idioma
quality-by-about = Asunto
quality-by-text = Tamaño de la letra
quality-conversations = Conversaciones
quality-messages = Mensajes
quality-who = De quién
quality-all = Todas
quality-unsure = El asistente no estaba seguro
quality-standard = Letra normal
quality-strangers = Sin haber entrado
quality-contained = Respondió solo el asistente
quality-handed-over = Hizo falta una persona
quality-first-answer = Primera respuesta de una persona
quality-solved = Resueltos
quality-reopened = Retomados
quality-satisfied = Fue bien o muy bien
quality-half = La mitad, como mucho
quality-most = Nueve de cada diez, como mucho
quality-of = { $number } de { $all }
quality-nine = nueve de cada diez en { $time }, de { $all } respuestas
quality-few = Muy pocos
quality-none = Todavía hay muy pocas personas para mostrar cifras.
quality-fewest = De menos de { $people } personas no se muestran cifras. A veces falta también un grupo mayor, para que las pocas no se puedan deducir.
quality-sizes = El tamaño de la letra es el que cada persona tiene elegido hoy.
quality-ages = No sabemos la edad de las personas, así que nada se separa por edad.
quality-cut = Es demasiado para sumarlo de una vez. Estos son los más recientes.
quality-seconds =
    { $count ->
        [one] { $count } segundo
        [many] { $count } de segundos
       *[other] { $count } segundos
    }
quality-minutes =
    { $count ->
        [one] { $count } minuto
        [many] { $count } de minutos
       *[other] { $count } minutos
    }
quality-hours =
    { $count ->
        [one] { $count } hora
        [many] { $count } de horas
       *[other] { $count } horas
    }
quality-lasted =
    { $count ->
        [one] { $count } día
        [many] { $count } de días
       *[other] { $count } días
    }
