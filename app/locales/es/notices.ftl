# Lo que se ha dicho a alguien, y cómo quiere que se le diga.

notices-title = Avisos del banco
notices-about = Lo que le contamos sobre sus cuentas, y cómo lo hacemos.
notices-open = Leerlos
notices-text = Todo lo que le dijimos por correo o mensaje de texto está también aquí. ¿Algo no fue usted? Bloquéelo todo y llámenos.
notices-none = Todavía no le hemos avisado de nada.
notices-new = Nuevo
notices-see = Ya los he leído
notices-back = Volver a los avisos del banco
notices-news = { $count ->
    [one] Hay un aviso nuevo del banco
    [many] Hay { $count } de avisos nuevos del banco
   *[other] Hay { $count } avisos nuevos del banco
}
notices-recovery = Alguien pidió una manera nueva de entrar en sus cuentas. ¿No fue usted? Párelo en su primera página, o llámenos.
notice-sender = Banyan:
channel-inbox = En este sitio
notices-choices-title = Cómo le avisamos
notices-choices-about = Por correo o por mensaje de texto, y cuándo no le molestamos.
notices-choices-open = Elegir cómo le avisamos
notices-nowhere = No tenemos ninguno
notices-reached = ¿Hay algo mal o nuevo? Llámenos: por su seguridad, solo lo cambiamos cuando sabemos que es usted.
notices-safety = De lo que toca a su seguridad le avisamos enseguida y por todos los medios. Nadie puede quitarlo en su nombre.
notices-payments = Cuando no se pudo hacer un pago programado o que esperaba
notices-messages = Cuando respondimos a lo que escribió
notices-by-both = Por correo y por mensaje de texto
notices-by-email = Por correo
notices-by-sms = Por mensaje de texto
notices-by-here = Solo en este sitio
notices-quiet = ¿Cuándo podemos enviarlos?
notices-any = A cualquier hora
notices-night = No en las horas que elijo
notices-night-hint = Los enviamos cuando esas horas han pasado.
notices-from = Sin mensajes desde las
notices-until = Hasta las
notices-save = Guardar
notices-saved = Así le avisamos desde ahora.
staff-outbox-due = no se envía antes del { $when }
mail-subject = Un mensaje de Banyan
mail-foot = Nunca le pedimos un código ni una contraseña. ¿Ve algo raro? Entre como siempre o llame al número de su tarjeta. Nadie lee las respuestas a este mensaje.
mail-foot-trusted = Nunca le pedimos un código, una contraseña ni dinero. Nadie lee las respuestas a este mensaje.
notices-unreached-email = Nuestro correo del { $when } no le llegó
notices-unreached-sms = Nuestro SMS del { $when } no le llegó
notices-unreached = ¿Ha cambiado de correo o de teléfono? Llámenos, para que podamos avisarle.
