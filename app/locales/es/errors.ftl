# Una frase para todo lo que puede ir mal: qué ha pasado y qué hacer.

error-username-missing = Escriba su nombre de usuario.
error-password-missing = Escriba su contraseña.
error-sign-in-refused = El nombre de usuario, la contraseña o el código no son correctos. Cada código vale una vez: espere al siguiente. O vuelva atrás y escriba todo de nuevo.
error-sign-in-lapsed = Han pasado más de cinco minutos. Por su seguridad, empiece de nuevo.
error-sign-in-locked = Ha habido demasiados intentos. Por su seguridad, no se puede entrar durante 15 minutos.
error-code-missing = Escriba el código de 6 cifras de su aplicación de códigos.
error-code-shape = El código tiene 6 cifras, por ejemplo 123 456.
error-code-refused = Ese código no es correcto o ya se usó. Espere al siguiente y escríbalo.
error-code-locked = Ha habido demasiados códigos mal puestos. No se ha pagado nada. Por su seguridad, no se puede pagar durante 15 minutos.
error-approval-expired = Ha pasado el tiempo para aprobar, o algo ha cambiado. No se ha pagado nada. Revise el pago otra vez.
error-amount-missing = Escriba cuánto quiere pagar.
error-amount-unclear = Escriba el importe con cifras, por ejemplo 25 o 1234,50.
error-amount-not-positive = Escriba un importe mayor que cero.
error-amount-decimals = Escriba como mucho dos decimales, como en 12,50. Escriba los miles sin punto, como en 1250.
error-amount-too-large = Escriba un importe menor. Aquí ningún pago puede ser tan grande.
error-amount-range = El importe máximo no puede ser menor que el mínimo.
error-from-account-missing = Elija la cuenta con la que quiere pagar.
error-from-account-unknown = Elija una de sus cuentas para pagar.
error-payee-kind-missing = Elija si se paga a usted o a otra persona.
error-to-account-missing = Elija la cuenta a la que va el dinero.
error-same-account = Elija dos cuentas distintas. El dinero volvería al mismo sitio.
error-payee-name-missing = Escriba el nombre de la persona o del negocio.
error-payee-name-length = Escriba como mucho 70 letras para el nombre.
error-text-not-allowed = Quite los signos raros. Use letras, cifras y signos corrientes.
error-account-number-missing = Escriba el número de cuenta.
error-account-number-length = Escriba las 8 cifras del número de cuenta.
error-account-number-wrong = Algo está mal en este número. Compruébelo con la persona a la que paga.
error-payee-unknown = Ninguna cuenta de este banco tiene ese número. Compruébelo con la persona a la que paga.
error-payee-name-differs = Esta cuenta está a otro nombre. Compruebe el nombre y el número con la persona a la que paga.
error-currency-differs = Estas cuentas guardan monedas distintas. Elija dos con la misma.
error-reference-length = Escriba como mucho 35 letras en el concepto.
error-date-unclear = Escriba una fecha que exista, por ejemplo 22 11 2026.
error-date-range = El último día no puede ser anterior al primero.
error-search-length = Escriba como mucho 60 letras para buscar.
error-feedback-missing = Escriba qué ha sido difícil.
error-feedback-length = Escriba como mucho 2000 letras.
error-line-length = Escriba aquí como mucho 200 letras.
error-choice-unknown = Elija una de las respuestas de la página.
error-caller-name-missing = Escriba su nombre, para saber por quién preguntar.
error-phone-missing = Escriba el número al que podemos llamarle.
error-phone-shape = Escriba un número de teléfono con cifras, por ejemplo 020 7946 0018.
error-call-part-missing = Elija a qué hora del día le llamamos.
error-call-part-over = Esa hora ya ha pasado hoy. Elija una más tarde u otro día.
error-calls-enough = Ya espera tres llamadas. Quite una o llámenos ahora.
error-pretend-name = No es el nombre de la tarjeta. Cópielo de ahí. Nunca escriba aquí el suyo de verdad.
error-pretend-word = No es la contraseña de la tarjeta. Cópiela de ahí. Nunca escriba aquí la suya de verdad.
error-pretend-code = No es el código de esta página. Cópielo de aquí. Nunca escriba un código de verdad.
error-insufficient-funds = No hay dinero suficiente en esta cuenta. Pague menos o use otra cuenta.
error-over-payment-limit = Es más de lo que permite un solo pago con esta cuenta. Pague menos o llámenos.
error-over-daily-limit = Es más de lo que esta cuenta permite hoy. Pague menos o pague mañana.
error-account-not-open = Ahora no se puede pagar con esta cuenta. Elija otra o llámenos.
error-payee-not-open = La otra cuenta no puede recibir dinero ahora. Hable con la persona a la que paga.
error-draft-incomplete = Falta una parte de este pago. Complétela y revise el pago.
error-key-reused = Este pago ya se envió con otros datos. Mire antes sus últimos pagos.
error-in-flight = Estamos haciendo este pago. Espere un momento y mire sus últimos pagos.
error-busy = Ahora tenemos demasiado trabajo. No se ha hecho nada. Pruebe otra vez en un minuto.
error-not-found = No lo hemos encontrado, o no es suyo.
error-forbidden = Usted no puede hacer esto. Si cree que debería poder, llámenos.
error-signed-out = Hemos cerrado su entrada. Entre otra vez: lo que escribió sigue ahí.
error-fault = Algo nuestro se ha roto. Ya nos han avisado.

trouble-home = Ir a sus cuentas

trouble-not-found-title = Esta página no está aquí
trouble-not-found-happened = Quizá la dirección está mal escrita, o la página se ha movido.
trouble-not-found-money = A su dinero no le ha pasado nada.
trouble-not-found-advice = Mire la dirección o empiece desde sus cuentas.

trouble-forbidden-title = No puede abrir esto
trouble-forbidden-happened = La página se pidió de una forma que no permitimos.
trouble-forbidden-money = No ha cambiado nada y no se ha movido dinero.
trouble-forbidden-advice = Vuelva a sus cuentas y pruebe desde allí. Si pasa otra vez, llámenos.

trouble-conflict-title = Todavía lo estamos haciendo
trouble-conflict-happened = El mismo pago se envió dos veces, y estamos haciendo el primero.
trouble-conflict-money = Se pagará una vez como mucho.
trouble-conflict-advice = Espere un momento y mire los últimos pagos de su cuenta.

trouble-unreadable-title = No hemos podido leer eso
trouble-unreadable-happened = Lo que llegó estaba incompleto, o no era de esta página.
trouble-unreadable-money = No ha cambiado nada y no se ha movido dinero.
trouble-unreadable-advice = Vuelva atrás, cargue la página de nuevo y rellénela otra vez.

trouble-too-slow-title = Ha tardado demasiado en llegar
trouble-too-slow-happened = Solo llegó una parte. Quizá la línea va lenta o se cortó.
trouble-too-slow-money = No ha cambiado nada y no se ha movido dinero.
trouble-too-slow-advice = Vuelva atrás y envíelo otra vez, quizá donde haya mejor línea.

trouble-too-many-title = Demasiados intentos
trouble-too-many-happened = Hubo muchos intentos de entrar desde su red en poco tiempo.
trouble-too-many-money = No ha cambiado nada y no se ha movido dinero.
trouble-too-many-advice = Espere un minuto y pruebe otra vez.

trouble-fault-title = Algo nuestro se ha roto
trouble-fault-happened = El fallo es nuestro, no suyo. Ya nos han avisado.
trouble-fault-money = Si estaba pagando, mire sus últimos pagos antes de pagar otra vez.
trouble-fault-advice = Pruebe otra vez en un minuto. Si pasa de nuevo, llámenos.

trouble-away-title = Ahora no podemos responder
trouble-away-happened = Una parte del banco no responde. Estamos en ello.
trouble-away-money = Su dinero está a salvo. Si estaba pagando, mire sus últimos pagos antes de pagar otra vez.
trouble-away-advice = Pruebe otra vez en un minuto.
