# Quién puede actuar por un negocio, y pagos que necesitan a dos personas

## Quien es titular (/accounts/…/people)
act-title = Quién puede actuar por esta cuenta
act-text = Alguien que trabaja con usted puede pagar desde esta cuenta. Entra con su propio nombre y no ve sus páginas.
act-none = Nadie más puede actuar por esta cuenta.
act-now = Quién puede actuar
act-invite = Invitar a alguien
act-for = Para { $account }
act-stands-invited = Se le ha invitado. Puede aceptar hasta el { $when }.
act-stands-running = Puede actuar
act-stands-soon = Puede actuar, y aprobar desde el { $when }
act-role = Qué puede hacer
act-role-prepare = Preparar pagos
act-role-approve = Aprobar pagos de otros
act-role-both = Preparar pagos, y aprobar los de otros
act-role-prepare-hint = Otra persona tiene que aprobar cada uno.
act-role-approve-hint = No hace ningún pago.
act-role-both-hint = Paga sin nadie más donde basta una persona.
act-role-question = ¿Qué puede hacer?
act-most = Máximo por pago ({ $sign })
act-most-hint = Déjelo vacío si solo cuentan los límites de la cuenta.
act-most-term = Máximo por pago
act-most-is = Hasta { $amount } por pago
act-most-none = Solo cuentan los límites de la cuenta
act-new-title = Invitar a alguien a actuar por usted
act-careful = ¿Alguien le llamó o escribió para pedírselo? Entonces pare y llámenos.
act-check-title = Compruebe quién puede actuar
act-sees = Ve el nombre de esta cuenta y lo que se puede gastar. No ve extractos, tarjetas ni límites.
act-approve-why = No puede hacer nada antes de aceptar. Usted puede terminarlo en cualquier momento.
act-when-approve = Quien aprueba puede hacerlo 12 horas después de aceptar.
act-approve = Invitar
act-approve-passkey = Invitar con su llave
act-end-title = ¿Que { $name } no actúe más?
act-end-text = Termina en el acto. Se cancela lo que hizo o aprobó y aún no ha salido. Se lo decimos.
act-end-text-own = Termina en el acto. Se cancela lo que usted hizo o aprobó y aún no ha salido. Se lo decimos al titular.

## Desde cuánto un pago necesita a dos personas
two-title = Dos personas para un pago
two-off = Una persona basta para todos los pagos.
two-all = Todos los pagos necesitan a dos personas.
two-from = Los pagos de { $amount } o más necesitan a dos personas.
two-later = Desde el { $when }: { $rule }
two-change = Cambiarlo
two-text = Donde hacen falta dos personas, nadie aprueba lo que ha hecho. Eso vale también para usted.
two-when = Más cuidado cuenta en el acto. Menos cuidado cuenta tras 12 horas.
two-question = ¿Cuántas personas necesita un pago?
two-two = Dos, desde una cantidad
two-one = Basta una
two-amount = Desde esta cantidad ({ $sign })
two-amount-hint = Con cero, todos los pagos necesitan a dos personas.
two-check-title = Compruebe la nueva regla
two-then = Nueva regla
two-approve-why = ¿Alguien le pide que haga esto? Pare y llámenos. Se lo decimos por correo y mensaje.
two-approve = Cambiar la regla
two-approve-passkey = Cambiarla con su llave

## Quien actúa (/business)
business-title = Actuar por otra persona
business-about =
    { $count ->
        [0] Actúa por otra persona, o podrá pronto.
        [one] Un pago espera a otra persona.
        [many] { $count } pagos esperan a otra persona.
       *[other] { $count } pagos esperan a otra persona.
    }
business-open = Ver las cuentas por las que actúa
business-text = Aquí están los pagos que necesitan a dos personas, y las cuentas por las que actúa.
business-others = Esperan a usted
business-none = Aquí no espera ningún pago de otra persona.
business-own = Suyos, esperan a otra persona
business-row = { $business } · hecho por { $maker }
business-offer-title = { $name } le invita a actuar por { $business }
business-offer = Lo que puede hacer: { $role }
business-soon = Puede aprobar pagos desde el { $when }.
business-not-now = Ahora mismo no se puede hacer nada aquí. No tiene que hacer nada.
business-leave = No actuar más
business-leave-title = ¿No actuar más por { $business }?

## Un pago que necesita a dos personas
second-open = Ver qué espera a otra persona
second-title = Un pago para dos personas
second-title-approved = Este pago está aprobado
second-title-paid = Este pago se hizo
second-title-refused = Este pago no se aprobó
second-title-off = Este pago se canceló
second-waits = Espera a otra persona
second-look = Mírelo todo, y después apruébelo o diga por qué no. Hasta entonces no sale nada.
second-yours = Otra persona tiene que aprobarlo. Hasta entonces el dinero está apartado y no sale nada.
second-not-yours = Otra persona tiene que aprobarlo. Usted no puede aprobar este.
second-later = Podrá aprobarlo desde { $when }, si nadie lo ha hecho antes.
second-until = Si nadie lo aprueba antes del { $when }, se cancela.
second-refused-by = { $name } no lo aprobó
second-name-title = Fíjese en el nombre
second-name-close = La cuenta es de { $holder }. No es exactamente lo que se escribió.
second-name-differs = La cuenta es de alguien con otro nombre.
second-name-unknown = Su banco no pudo decir de quién es la cuenta.
second-name = Nombre de quien cobra
second-name-match = Coincide con la cuenta
second-name-nearly = Casi coincide con la cuenta
second-name-other = Es otro nombre
second-name-not = No se comprobó
second-made-by = Hecho por
second-approved-by = Aprobado por
second-warning = ¿Llegó un nuevo número de cuenta por carta o correo? Llame a un número que conozca antes de aprobar.
second-approve = Aprobar y pagar
second-approve-passkey = Aprobar con su llave
second-refuse-title = No aprobarlo
second-why = ¿Por qué no?
second-why-hint = Lo lee quien hizo el pago.
second-refuse = Devolverlo

## De camino a un pago así
review-second-title = Necesita a otra persona
review-second =
    { $count ->
        [one] Pedimos a una persona que lo apruebe. Antes no sale nada.
        [many] Preguntamos a { $count } personas, y una tiene que aprobarlo. Antes no sale nada.
       *[other] Preguntamos a { $count } personas, y una tiene que aprobarlo. Antes no sale nada.
    }
review-second-when = Cuando otra persona lo apruebe
review-second-then = Hasta entonces el dinero está apartado.
waiting-why-second = Otra persona tiene que aprobarlo.
waiting-why-agreed = Otra persona lo ha aprobado.
waiting-until-second = Espera a otra persona hasta el { $when }

## Poderes: quien actúa (/business), y por quién (/you/people)
power-kind-lasting = Poder duradero
power-kind-general = Poder general
power-kind-court = Decisión de un juez
power-document = El documento: { $kind }
power-by = Con un poder: usted mira y paga
power-until = Vale hasta el { $day }.
power-offer-title = Usted va a actuar por { $name }, con un poder
power-offer = Verá sus cuentas y podrá pagar desde ellas, con su propio nombre. Cualquiera de los dos puede terminarlo.
power-offer-from = Puede aceptar desde { $when }.
power-leave-text = El poder termina en el acto: ya no mira ni paga. Se cancela lo que usted hizo y aún no ha salido. Se lo decimos al titular.
power-looks-and-pays = Con un poder: mira y paga
power-coming-title = { $name } va a actuar por usted, con un poder
power-coming = Puede aceptar desde { $when }. Después ve sus cuentas y paga desde ellas.
power-coming-careful = ¿No es así? Entonces párelo ahora y llámenos.
power-stop = Pararlo
power-end-title = ¿Que { $name } no actúe más?
power-end-text = El poder termina en el acto: ya no mira ni paga. Se cancela lo que hizo y aún no ha salido. Se lo decimos.
