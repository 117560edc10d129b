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
amount-over-limit = Un pago desde { $account } puede ser de { $amount } como mucho. Pague menos o llámenos.

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

review-title = Revise antes de pagar
review-title-own = Revise antes de mover el dinero
review-close-title = El nombre se parece, pero no es igual
review-close = Usted escribió «{ $typed }». La cuenta es de { $holder }.
review-close-advice = ¿Le dio este número un desconocido? Entonces pare y llámenos.
review-left = Ahora puede gastar { $now }, después { $after }
review-now = Ahora
review-final = Llega en segundos y no se puede devolver.
review-final-own = Llega en segundos.
review-no-reference = Ninguno
review-scam = Nunca pedimos a nadie que mueva dinero para protegerlo. ¿Alguien le mete prisa para pagar? Entonces pare y llámenos.
review-go-on = Está bien, seguir
review-stop = No pagar

fact-amount = Usted paga
fact-amount-own = Usted mueve
fact-paid = Ha pagado
fact-paid-own = Ha movido
fact-to = A
fact-to-own = A su cuenta
fact-from = Desde
fact-payer = De
fact-from-own = Desde su cuenta

approve-title = Apruebe este pago
approve-title-own = Apruebe este movimiento
approve-code = Su código de seis cifras
approve-code-hint = Abra su aplicación de códigos y escriba el que muestra para Banyan.
approve-pay = Pagar ahora
approve-pay-own = Mover ahora
approve-sending = Estamos pagando. Un momento, por favor.
approve-time = Cada código vale solo para este pago. Pasados dos minutos se lo pedimos otra vez. No se pierde nada.

receipt-title = Ha pagado
receipt-title-own = Ha movido el dinero
receipt-title-submitted = Su pago va de camino
receipt-next-title = Y ahora
receipt-next = El dinero ya ha llegado. Quien lo recibe ve su nombre y el concepto.
receipt-next-own = El dinero ya está en su otra cuenta.
receipt-next-submitted = El dinero llega en un minuto. Puede cerrar esta página.
receipt-next-keep = Puede volver a ver este recibo en el pago, dentro de su cuenta.
receipt-print = Imprimir este recibo
receipt-another = Pagar a otra persona
receipt-another-own = Mover más dinero
receipt-home = Volver a mis cuentas
