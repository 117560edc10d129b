# Pagar: importe, a quién, revisar, aprobar, recibo.

pay-title = Pagar
pay-someone = Pagar a alguien
pay-between = Mover entre mis cuentas
known-title = Pagar a alguien que conozco
known-pay = Pagar a { $name }
known-about = { $number }, último pago el { $day }
back = Atrás
continue = Seguir
sending = Un momento, por favor.
own-account = Su propia cuenta

draft-title = Sin terminar
draft-go-on = Seguir
draft-forget = Olvidarlo
draft-forget-title = ¿Olvidar este pago?
draft-forget-text = Se borrará lo que escribió. No se ha movido dinero.
draft-keep = Guardarlo
draft-to = { $amount } a { $name }
draft-amount = Un pago de { $amount }
draft-unclear = Un pago que aún no tiene importe

amount-title = ¿Cuánto quiere pagar?
amount-title-own = ¿Cuánto quiere mover?
amount-from = ¿Desde qué cuenta?
amount-to = A { $name }
amount-label = Importe
amount-label-in = Importe en { $sign }
amount-hint = Por ejemplo 25 o 1234,50
amount-understood = Es decir, %.
amount-over-available = Puede gastar { $amount } de { $account }. Pague menos o use otra cuenta.
amount-over-limit = Un pago desde { $account } puede ser de { $amount } como mucho. Pague menos, o mire sus límites.
amount-over-day = Hoy aún puede pagar { $amount } desde { $account }. Pague menos, o pague mañana.
amount-over-new-payee = En las primeras 24 horas alguien nuevo puede recibir { $amount } de { $account } en total. Pague menos, o espere un día.
amount-limits = Ver o cambiar sus límites

payee-title = ¿Para quién es el dinero?
payee-title-own = ¿A dónde va el dinero?
payee-kind = ¿A dónde va?
payee-kind-other = A otra persona
payee-kind-other-hint = Una persona o un negocio con cuenta en Banyan
payee-kind-own = A una de mis cuentas
payee-kind-own-hint = El dinero sigue siendo suyo
payee-own = ¿A cuál de sus cuentas?
payee-own-instead = Mejor a una de mis cuentas
payee-other-instead = Mejor a otra persona
payee-name = Su nombre completo
payee-name-hint = Como figura en su cuenta. Lo comprobamos por usted.
payee-number = Su número de cuenta
payee-number-hint = Ocho cifras
payee-number-right = Puede ser un número de cuenta.
payee-reference = Concepto (puede dejarlo vacío)
payee-reference-hint = Lo que leerá junto al pago

purpose-title = ¿Para qué es este pago?
purpose-why = Esta persona es nueva para usted y es mucho dinero. Los ladrones tienen un truco para cada pago. Díganos cuál es y le diremos en qué fijarse.
purpose-label = El pago es para
purpose-bill = Un recibo o una factura
purpose-goods = Algo que compro
purpose-family = Familia o amigos
purpose-investment = Ahorro o inversión
purpose-safety = Alguien me pide mover mi dinero para que esté seguro
purpose-other = Otra cosa
beware-bill-title = ¿Sigue siendo la cuenta correcta?
beware-bill = Los ladrones mandan facturas con su propio número. Llame a la empresa a un número que ya conocía y pregunte por la cuenta.
beware-goods-title = ¿Lo ha visto?
beware-goods = Los ladrones venden barato lo que no tienen. Véalo antes de pagar. El dinero que se ha ido no vuelve.
beware-family-title = ¿Ha oído su voz?
beware-family = Los ladrones escriben en nombre de otros y dicen que es urgente. Llame a esa persona al número de siempre.
beware-investment-title = Nadie puede prometerle una ganancia
beware-investment = Los ladrones enseñan ganancias que no existen y piden más. Busque la empresa en el registro oficial y pregunte a alguien de confianza.
beware-safety-title = Pare. Es un truco.
beware-safety = No hacemos este pago. Ningún banco, policía ni oficina pide mover dinero para que esté seguro. Quien lo dice es un ladrón, aunque sepa su nombre. Cuelgue y llámenos.
beware-other-title = ¿Alguien le mete prisa?
beware-other = ¿Alguien le ha llamado o le dice qué contestar aquí? Entonces pare y llámenos. Lo que hoy está bien, mañana también.

review-title = Revise antes de pagar
review-title-own = Revise antes de mover el dinero
review-held-title = Ahora mismo no
review-held = Puede pagar a alguien nuevo desde { $when }. A quien ya pagó antes, puede pagarle ahora.
review-held-why = Hay una nueva manera de entrar, o un límite va a subir. Un ladrón tendría prisa, por eso esperamos 12 horas. Lo que escribió se guarda.
review-close-title = El nombre se parece, pero no es igual
review-close = Usted escribió «{ $typed }». La cuenta es de { $holder }.
review-close-advice = ¿Le dio este número un desconocido? Entonces pare y llámenos.
review-left = Ahora puede gastar { $now }, después { $after }
review-now = Ahora
review-not-now = Ahora no
review-never = Nunca
review-nothing-moved = No se ha movido dinero.
review-kept = No se pierde nada: le espera en «Sin terminar».
review-final = Llega en segundos y no se puede devolver.
review-final-own = Llega en segundos.
review-planned = El dinero se queda con usted hasta entonces. Puede pararlo en cualquier momento.
review-no-reference = Ninguno
review-scam = Nunca pedimos a nadie que mueva dinero para protegerlo. ¿Alguien le mete prisa para pagar? Entonces pare y llámenos.
review-go-on = Está bien, seguir
review-keep = Guardarlo para más tarde
review-stop = No pagar

fact-amount = Usted paga
fact-amount-own = Usted mueve
fact-paid = Ha pagado
fact-paid-own = Ha movido
fact-to = A
fact-purpose = Para
fact-to-own = A su cuenta
fact-from = Desde
fact-payer = De
fact-from-own = Desde su cuenta

approve-title = Apruebe este pago
approve-title-own = Apruebe este movimiento
approve-title-planned = Apruebe este plan
approve-code = Su código de seis cifras
approve-code-hint = Abra su aplicación de códigos y escriba el que muestra para Banyan.
approve-pay = Pagar ahora
approve-pay-own = Mover ahora
approve-planned = Aprobarlo
approve-passkey = Pagar con su llave
approve-passkey-own = Mover con su llave
approve-passkey-planned = Aprobarlo con su clave de acceso
approve-sending = Estamos pagando. Un momento, por favor.
approve-time = Su aprobación vale solo para este pago. Pasados dos minutos la pedimos otra vez, y no se pierde nada.

receipt-title = Ha pagado
receipt-title-own = Ha movido el dinero
receipt-next-title = Y ahora
receipt-next = El dinero ya ha llegado. Quien lo recibe ve su nombre y el concepto.
receipt-next-own = El dinero ya está en su otra cuenta.
receipt-next-keep = Puede volver a ver este recibo en el pago, dentro de su cuenta.
receipt-print = Imprimir este recibo
receipt-another = Pagar a otra persona
receipt-another-own = Mover más dinero
receipt-home = Volver a mis cuentas

when-title = ¿Cuándo se paga?
when-label = Cuándo
when-now = Ahora
when-now-hint = Llega en segundos
when-once = Una vez, otro día
when-once-hint = Usted elige el día
when-week = Cada semana
when-week-hint = El mismo día de cada semana
when-month = Cada mes
when-month-hint = El mismo día de cada mes
when-day = ¿Qué día, o desde qué día?
when-day-hint = Desde mañana, hasta dentro de dos años
when-last = Último día (puede dejarlo vacío)
when-last-hint = Sin él, sigue hasta que usted lo pare
when-another-day = Pagar otro día, o con regularidad
when-change = { $days }. Cambiar esto
days-once = El { $day }
days-week = Cada semana, desde el { $day }
days-week-until = Cada semana, del { $day } al { $last }
days-month = Cada mes, desde el { $day }
days-month-until = Cada mes, del { $day } al { $last }

scheduled-open = Pagos programados
scheduled-title = Pagos programados
scheduled-back = Volver a Pagar
scheduled-none = No hay nada programado.
scheduled-start = Programar un pago
scheduled-text = El pago sale temprano en su día. Si entonces falta dinero, lo intentamos todo el día y se lo decimos.
scheduled-next = El próximo: { $day }
scheduled-paused = En pausa: no se paga nada
scheduled-ended = Terminado: ya no se paga nada
schedule-title = Programado: { $name }
schedule-back = Volver a los pagos programados
schedule-made-title = Está programado
schedule-made = Todavía no ha salido nada de su cuenta. Puede pararlo aquí en cualquier momento antes de su día.
schedule-waits-title = Todavía no se pudo pagar
schedule-waits = ¿Hay dinero suficiente en la cuenta y bastan sus límites? Lo intentamos hasta medianoche. No ha salido nada de su cuenta.
schedule-skipped-title = Se salta un día
schedule-skipped = El { $day } no se paga nada.
schedule-skip = Saltar la próxima vez
schedule-take-back = Pagar ese día de todos modos
schedule-pause = Pausar
schedule-resume = Seguir pagando
schedule-stop = Parar para siempre
schedule-stop-title = ¿Parar esto para siempre?
schedule-stop-text = No se pagará nada más. Para pagar otra vez, prográmelo de nuevo.
schedule-stop-not = Conservarlo

review-waits-title = Este pago espera primero
review-later = No antes del { $when }
review-waits = Hasta entonces puede cancelarlo.

waiting-title = Su pago espera
waiting-hours =
    { $count ->
        [one] Sale en una hora, más o menos
        [many] Sale en { $count } horas, más o menos
       *[other] Sale en { $count } horas, más o menos
    }
waiting-minutes =
    { $count ->
        [one] Sale en un minuto
        [many] Sale en { $count } minutos
       *[other] Sale en { $count } minutos
    }
waiting-now = Sale ahora
waiting-why-own = Usted quiere que los pagos a alguien nuevo esperen.
waiting-why-drain = Se llevaría más de la mitad de lo que tiene. Un ladrón lo quiere todo de una vez, por eso esperamos un día.
waiting-why-investment = Muchas inversiones que ofrecen desconocidos son un engaño. Por eso esperamos un día. Pregunte a alguien de confianza.
waiting-why-large = Es mucho dinero para alguien nuevo. Esperamos un rato, por si alguien le mete prisa.
waiting-can = El dinero está apartado. Hasta que salga, puede cancelar el pago.
waiting-amount = Por pagar
waiting-leaves = Sale
waiting-call-off = Cancelar el pago
waiting-keep = Dejar que espere
waiting-change = Cambiar cuánto esperan sus pagos
waiting-pressed = ¿Alguien le dijo que hiciera este pago? Cancélelo y llámenos.
waiting-list = En espera
waiting-list-text = Estos todavía puede cancelarlos.
waiting-until = Sale el { $when }
called-off-title = Este pago se canceló
called-off = No se pagó nada. Puede volver a usar el dinero.
called-off-at = Cancelado

requests-open = Pedir dinero
requests-title = Pedir dinero
requests-text = Le hacemos un enlace. Quien lo abra ve lo que usted pide y puede pagarle.
requests-new = Pedir algo
requests-none = No ha pedido nada.
request-back = Volver a lo que ha pedido
request-unnamed = Sin concepto
request-open = Todavía sin pagar. Se puede pagar hasta el { $day }.
request-open-shared = Pagado por { $paid } de { $all }. Se puede pagar hasta el { $day }.
request-paid = Pagado. No queda nada que hacer.
request-off = Cancelado
request-lapsed = Se acabó el plazo. Estuvo abierto 30 días.
request-amount = Importe
request-each = Importe de cada uno
request-stands = Cómo está
request-way-title = Envíe este enlace
request-way = Envíelo a quien deba pagar, o deje que fotografíe los cuadrados.
request-picture = Imagen para la cámara de un teléfono. El enlace de arriba dice lo mismo.
request-way-who = Quien tenga el enlace ve su nombre y su número de cuenta. Necesita una cuenta en Banyan.
request-stop = Cancelar
request-stop-title = ¿Cancelar esto?
request-stop-text = Nadie podrá pagarlo ya con el enlace. Lo que se pagó es suyo.
request-paid-title = Quién ha pagado
ask-title = Pedir dinero
ask-to = ¿En qué cuenta?
ask-reference = ¿Para qué es? (puede dejarlo vacío)
ask-reference-hint = Lo lee quien paga
ask-people = ¿Entre cuántas personas, usted también? (puede dejarlo vacío)
ask-people-hint = De 2 a 20. A cada una se le pide su parte.
ask-make = Hacer el enlace
asked-title = { $name } le pide dinero
asked-own = Es su propia petición. Otros pueden pagarla.
asked-own-open = Ver mi petición
asked-answered = Ya lo ha pagado. Gracias.
asked-off = Se canceló. No hay nada que pagar.
asked-scam = ¿Conoce a esta persona y esperaba esto? Si no, no pague. Cualquiera puede enviar un enlace.
asked-pay = Revisar y pagar
asked-not = No pagar
