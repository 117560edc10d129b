# Conversaciones: con el programa y con una persona.

chat-title = Chatee con nosotros
chat-about = Pregunte por su dinero o hable con una persona, aquí en esta página.
chat-unread = { $count ->
    [one] 1 respuesta nueva
    [many] { $count } de respuestas nuevas
   *[other] { $count } respuestas nuevas
}
chat-program = Primero escribe con un programa. Una persona está a una pulsación.
chat-never = No escriba aquí nunca un código ni una contraseña. Nadie del banco se los pide.
chat-languages = El programa entiende inglés y chino. En español le contesta una persona.
chat-said = Lo que se ha dicho
chat-earlier = Ver todo lo que se ha dicho
chat-begin = Buenos días. ¿Qué podemos hacer por usted?
chat-by-you = Usted
chat-by-program = El programa
chat-by-bank = El banco
chat-words = Escríbanos
chat-words-hint = Con sus propias palabras. En inglés o en chino le contesta también el programa.
chat-send = Enviar
chat-person = Hablar con una persona
chat-person-text = Alguien del banco lee lo que se ha dicho aquí y le contesta aquí.
chat-asked-title = Una persona está de camino
chat-asked-until = Alguien le contesta antes de: { $when }.
chat-asked-late = Llegamos tarde, y lo sentimos. También puede llamarnos.
chat-asked-stay = No hace falta que espere aquí. Lo dicho queda en esta página, también cuando cierre la sesión.
chat-here-title = Está hablando con una persona
chat-here-text = Lo que escriba ahora lo lee alguien del banco.
chat-look = Ver si hay respuesta
chat-read = Leído
chat-sent = Enviado
chat-end-title = ¿Ya está todo bien?
chat-end = Terminar esta conversación
chat-over-title = Esta conversación ha terminado
chat-over-text = Escriba otra vez cuando quiera. Entonces empieza una nueva.
chat-transcript = Guardar lo que se ha dicho, en un archivo
chat-file = conversacion
chat-taken-out = (quitado)
chat-event-asked = Se ha pedido una persona.
chat-event-taken = Alguien del banco ya está aquí.
chat-event-given-back = Sigue el programa.
chat-event-closed = La conversación ha terminado.
chat-not-understood = No lo he entendido. Dígalo con otras palabras, por favor, o hable con una persona.
chat-scam-title = Espere. Puede ser un engaño
chat-scam-1 = No pague nada ahora y no diga ningún código a nadie.
chat-scam-2 = Un banco de verdad nunca le pide que mueva dinero para que esté seguro.
chat-scam-3 = Cuelgue el teléfono. Alguien del banco le contesta aquí.
chat-scam-freeze = ¿Está saliendo dinero? Pare todo
chat-scam-read = Cómo reconocerlo y qué hacer
chat-emergency-title = ¿Está en peligro?
chat-emergency-text = Llame ahora al 999 o pida ayuda a alguien cercano. Seguimos aquí con usted.

handover-emergency = Peligro
handover-scam = Un engaño
handover-dispute = Un pago que no es suyo
handover-complaint = Una queja
handover-wanted = Quiere una persona
handover-not-understood = No se entendió
handover-failed = El programa no pudo hacerlo

staff-chats = Conversaciones
staff-chats-about = Quién quiere hablar ahora con una persona.
staff-chats-filter = Qué conversaciones
staff-chats-open = En espera
staff-chats-mine = Mías
staff-chats-taken = Con un colega o conmigo
staff-chats-none = Aquí no hay nada.
staff-chats-back = Volver a las conversaciones
staff-chat-stranger = Alguien que no ha entrado
staff-chat-by-them = El cliente
staff-chat-where = Estaba en
staff-chat-why = Por qué
staff-chat-state = Cómo está
staff-chat-with-program = Habla el programa
staff-chat-waits = Espera a una persona
staff-chat-with-person = Con una persona
staff-chat-over = Terminada
staff-chat-take = La tomo yo
staff-chat-answer-hint = Lo lee en el momento.
staff-chat-next = Quien venga después
staff-chat-back = Que siga el programa
staff-chat-end = Terminar la conversación
staff-chat-handed = la pasó a { $to }

deed-chat-opened = Empezó una conversación
deed-chat-person-asked = Se pidió una persona en una conversación
deed-chat-closed = Quien empezó una conversación la terminó
deed-staff-chat-taken = Tomó una conversación
deed-staff-chat-answered = Contestó en una conversación
deed-staff-chat-noted = Anotó algo sobre una conversación
deed-staff-chat-handed = Pasó una conversación
deed-staff-chat-given-back = Devolvió una conversación al programa
deed-staff-chat-closed = Terminó una conversación
