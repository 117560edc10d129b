# Quién puede ver las cuentas de alguien: lo que ve el titular, y lo que ve quien mira.

## Quien tiene las cuentas (/you/people)
look-title = Quién puede ver sus cuentas
look-about =
    { $count ->
        [0] Nadie más que usted ve sus cuentas. Alguien que le ayuda podría verlas, sin poder hacer nada.
        [one] Una persona puede ver cuentas suyas, o está invitada.
        [many] { $count } de personas pueden ver cuentas suyas, o están invitadas.
       *[other] { $count } personas pueden ver cuentas suyas, o están invitadas.
    }
look-open = Ver quién puede mirar
look-text = Alguien que le ayuda puede ver las cuentas que usted elija. Entra con su propio nombre. No puede pagar ni cambiar nada.
look-none = Nadie puede mirar, y nadie está invitado.
look-invite = Invitar a alguien
look-now = Quién puede mirar
look-past = Terminado
look-back = Quién puede ver sus cuentas
look-stands-invited = Se le ha invitado. Puede aceptar hasta el { $when }.
look-stands-running = Puede mirar hasta el { $day }
look-stands-ended = Terminado
look-stands-lapsed = Terminado: pasó el plazo
look-new-title = Invitar a alguien a mirar
look-careful-title = Solo a alguien que conoce
look-careful = ¿Alguien le llamó o escribió para pedírselo? Entonces pare y llámenos.
look-name = Su nombre
look-name-hint = Como está escrito en su cuenta con nosotros
look-number = El número de una cuenta suya
look-number-hint = Necesita una cuenta con nosotros. Pídale el número.
look-accounts = ¿Qué puede ver?
look-own-only = Las cuentas que comparte con alguien no se pueden mostrar a nadie más.
look-until = Su último día
look-until-hint = Como mucho, dentro de un año. Usted puede terminarlo antes.
look-no-account = No tiene ninguna cuenta abierta que sea solo suya.
look-check-title = Compruebe quién puede mirar
look-who = Quién
look-what = Qué puede ver
look-sees = Ve cuánto hay en estas cuentas, y lo que entró y salió. Lo ve desde el principio, con nombres.
look-sees-not = No ve los números de sus cuentas, ni sus tarjetas, ni sus mensajes.
look-approve-why = No ve nada antes de aceptar. Usted ve cuándo miró, y puede terminarlo en cualquier momento.
look-approve = Invitar
look-approve-passkey = Invitar con su llave
look-stands = Cómo está
look-number-of = Número de cuenta con el que se le conoce
look-closed = una cuenta cerrada
look-end = Terminar
look-end-title = ¿Que { $name } no mire más?
look-end-text = Termina en el acto. Se lo decimos a esa persona.
look-end-not = No, dejarlo así
look-log-title = Cuándo miró
look-log-none = Todavía no ha mirado.
look-log-once = a las { $time }
look-log-often = { $count } veces, de { $first } a { $last }

## Quien mira (/looking)
looking-title = Cuentas que puede ver
looking-about = Alguien le ha invitado a ver sus cuentas.
looking-open = Ver estas cuentas
looking-text = Aquí mira por otra persona, con su propio nombre. No puede pagar ni cambiar nada.
looking-none = Nadie le ha invitado, o ya ha terminado.
looking-offer-title = { $name } le invita a mirar
looking-offer =
    { $count ->
        [one] Verá una cuenta suya hasta el { $day }: cuánto hay, y lo que entró y salió.
        [many] Verá { $count } de cuentas suyas hasta el { $day }: cuánto hay, y lo que entró y salió.
       *[other] Verá { $count } cuentas suyas hasta el { $day }: cuánto hay, y lo que entró y salió.
    }
looking-offer-log = { $name } verá cuándo miró usted. Antes de aceptar no ve nada.
looking-offer-careful = ¿No conoce a esa persona? Entonces rechácelo.
looking-offer-until = Puede aceptar hasta el { $when }.
looking-accept = Aceptar
looking-decline = Rechazar
looking-of = Cuentas de { $name }
looking-until = Puede mirar hasta el { $day }.
looking-nothing = Ahora mismo no hay nada que ver.
looking-stop = No mirar más
looking-stop-title = ¿No mirar más las cuentas de { $name }?
looking-stop-text = Termina en el acto. Se lo decimos a esa persona.
looking-stop-not = No, dejarlo así
looking-back = Cuentas que puede ver
looking-log = { $name } ve que usted ha mirado hoy.
looking-own-to = A otra cuenta suya
looking-own-from = Desde otra cuenta suya
looking-own-kind = Entre sus propias cuentas
looking-over-title = Ya no puede mirar
looking-over = Su tiempo para ver las cuentas de { $name } pasó, o alguno de los dos lo terminó. No tiene que hacer nada.
looking-not-now-title = Ahora mismo no hay nada que ver
looking-not-now = Esta cuenta de { $name } no se puede mostrar ahora. No tiene que hacer nada. Si le preocupa, llame a esa persona.
