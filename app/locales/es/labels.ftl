# Decir qué se quería con los mensajes que el asistente no entendió.

labels-title = ¿Qué querían decir?
labels-place = Aprendizaje
labels-about = Mensajes que el asistente no entendió.
labels-text = Estas personas dejan que el asistente aprenda de lo que escriben. Usted ve las palabras, pero no quién las escribió.
labels-waiting = { $open } esperan una primera respuesta; { $labelled }, una segunda mirada. De { $agreed } ya se puede aprender.
labels-none = Aquí no hay nada para usted.
labels-end = Más adelante no hay nada.
labels-again = Empezar otra vez por el primero
label-words = Lo que alguien escribió
label-unsure = El asistente no estaba seguro
label-not-this = Dijo que la respuesta no era lo que quería
label-guesses = Lo que pensó el asistente
label-no-guess = El asistente no tenía ninguna idea.
label-choose = Lo que quería decir
label-none = Elegir
label-outside = Nada que tenga que ver con el banco
label-unusable = De esto no se aprende nada: borrarlo
label-save = Guardar esto
label-skip = Dejar este
label-check = ¿Es así?
label-says = Un colega dice que significa: { $label }
label-agree = Sí, es así
label-refuse = No, hay que verlo otra vez
deed-staff-miss-labelled = Personal: se dijo qué significaba un mensaje
deed-staff-miss-read = Personal: se leyó un mensaje del que aprender
deed-staff-miss-agreed = Personal: se confirmó qué significaba un mensaje
deed-staff-miss-refused = Personal: no se confirmó qué significaba un mensaje
deed-staff-miss-removed = Personal: un mensaje no se usó para aprender

## Dejar que el asistente aprenda (/you/privacy)
learn-title = Lo que usted escribe al asistente
learn-is-off = El asistente no aprende de lo que usted escribe.
learn-is-on = El asistente puede aprender de lo que usted escribe. Gracias.
learn-help = Dejar que aprenda
learn-stop = No dejar que aprenda
learn-what = Guardamos una copia de un mensaje que no entiende. También, cuando usted dice que la respuesta no era lo que quería.
learn-who = Nuestro personal lo lee sin su nombre y dice qué quería usted. Quitamos tarjetas, códigos y números de cuenta. Un nombre que usted escriba puede quedar.
learn-days =
    { $days ->
        [one] Lo borramos después de { $days } día.
        [many] Lo borramos después de { $days } de días.
       *[other] Lo borramos después de { $days } días.
    }
learn-deletes = Cuando lo deja, borramos lo que guardamos de usted para esto. Lo que el asistente ya aprendió, se queda.
