# Práctica: dinero de juego, lecciones, hojas para imprimir.

practice-name = Práctica
practice-label = Práctica:{" "}
practice-band-bank = Este dinero es de juego. Aquí nada es real y no se mueve dinero de verdad.
practice-band-lessons = Está aprendiendo. Nada de lo que haga aquí toca su dinero de verdad.
practice-to-lessons = Todas las lecciones
practice-leave = Salir de la práctica
practice-now = Qué hacer ahora
practice-code-hint = Esto es práctica. Escriba { $code }. Nunca escriba aquí un código de verdad.

practice-title = Practicar con dinero de juego
practice-about = Pruebe todo en un banco de juego. Se ve como el de verdad, y todo el dinero es inventado.
practice-safe = No puede estropear nada. Vaya despacio y repita todo lo que quiera.
practice-free-title = Mirar por su cuenta
practice-free = Abra el banco de juego sin lección. Puede reponer el dinero de juego cuando quiera.
practice-free-go = Abrir el banco de juego
practice-reset = Reponer el dinero de juego
practice-fresh-title = El dinero de juego está repuesto
practice-fresh = Las cuentas de juego tienen lo mismo que al principio. Sus lecciones siguen igual.

lesson-sign-in = Entrar por primera vez
lesson-sign-in-about = Mire la dirección, escriba un nombre y una contraseña, y copie un código. Todo es inventado.
lesson-payment = Su primer pago
lesson-payment-about = Pague a una tienda con dinero de juego, paso a paso. Las páginas son como las de verdad.
lesson-scams = Reconocer un engaño
lesson-scams-about = Cuatro historias cortas. En cada una, elija qué haría. No es un examen.
lesson-freeze = Pararlo todo
lesson-freeze-about = Aprenda qué hacer si algo va mal: bloquear sus cuentas y volver a abrirlas.

lesson-new = Sin empezar
lesson-begun = Ya la ha empezado
lesson-parts-done = { $done } de { $of } partes hechas
lesson-finished = Terminada el { $day }
lesson-start = Empezar
lesson-go-on = Seguir con «{ $lesson }»
lesson-again = Hacerla otra vez
lesson-print = Imprimir la hoja
lesson-well-done = Muy bien
lesson-remember = Para recordar
lesson-next = Volver a todas las lecciones

remember-sign-in-1 = Primero mire la dirección. Después escriba su nombre y su contraseña.
remember-sign-in-2 = Un código es solo para usted. No se lo diga a nadie, tampoco a nosotros.
remember-payment-1 = Puede parar un pago en cualquier momento antes del último botón.
remember-payment-2 = Antes de pagar, mire otra vez el nombre, el número y el importe.
remember-scams-1 = Quien le mete prisa o le pide un secreto no está de su lado.
remember-scams-2 = Cuelgue. Espere un poco. Después llame al número de su tarjeta o de su carta.
remember-freeze-1 = Si algo le parece raro, primero párelo todo. Ya pensará después.
remember-freeze-2 = El dinero bloqueado no se pierde. Puede volver a abrir sus cuentas.

address-title = ¿Dónde estoy?
address-text = Antes de entrar, mire la dirección arriba en la pantalla. La carta del banco dice: banyan.example
address-asked = ¿Cuál de estas es la del banco?
address-a = banyan-safe-sign-in.example
address-b = banyan.example
address-c = banyan.example.prize.example
address-good = Es justo lo que dice la carta, sin nada delante y sin nada detrás.
address-other = A esta le han añadido algo. Cualquiera puede comprar un nombre así. La de verdad es justo la de la carta.

pretend-warning-title = Solo datos inventados
pretend-warning = Nunca escriba aquí su nombre, su contraseña o su código de verdad. Miramos lo que escribe y lo olvidamos enseguida.
pretend-card = Copie estos datos inventados
pretend-name = pepa
pretend-word = tres manzanas verdes
pretend-name-label = Nombre de usuario inventado
pretend-word-label = Contraseña inventada
pretend-word-hint = Aquí ve lo que escribe. En el banco de verdad está oculto.
pretend-app = Esta es la aplicación de códigos de juego
pretend-code-label = Código de juego

payment-story = Ha comprado flores para una amiga. La tienda le ha mandado esta factura.
payment-bill = La factura
payment-number = Número de cuenta
payment-how = En cada página, una nota arriba le dice qué hacer. Puede volver atrás cuando quiera.
payment-go = Pagar la factura

task-home = Quiere pagar a { $shop }. Pulse «Pagar» y después «Pagar a alguien».
task-begin = Pulse «Pagar a alguien».
task-amount = Elija «{ $account }». Escriba { $amount } como importe. Después pulse «Seguir».
task-payee = Escriba el nombre { $shop } y el número { $number }. Después pulse «Seguir».
task-review = Lea cada línea. ¿Son { $amount } a { $shop }? Entonces siga. Si no, cámbielo.
task-approve = Escriba el código de juego { $code }. Después pulse el botón para pagar.
task-receipt = Ha pagado su primera factura. La lección está hecha. Pulse «Todas las lecciones» para seguir.
task-receipt-other = Ha hecho un pago, pero la lección pide otro: { $amount } a { $shop }. Pruebe otra vez.
task-elsewhere = Mire lo que quiera. Para seguir con la lección, pulse «Pagar» arriba.
task-frozen = Sus cuentas de juego están bloqueadas. Abra una: lo dice, y no puede pagar. Después pulse «Todas las lecciones».

story-asked = ¿Qué haría usted?
answer-good = Sí, eso es lo seguro
answer-other = Mucha gente haría eso. Fíjese en esto
answer-again = Leerla otra vez
answer-go-on = Seguir

story-1-title = Un mensajero viene por su tarjeta
story-1-text = Llama un hombre. Dice que es de su banco y que han copiado su tarjeta. Un mensajero irá a buscarla. Usted tiene que decirle su PIN.
story-1-a = Dar la tarjeta al mensajero en un sobre
story-1-b = Colgar y llamar yo al banco
story-1-c = Darle la tarjeta, pero no el PIN
story-1-good = Un banco nunca manda a nadie por una tarjeta. Espere unos minutos o use otro teléfono. Después llame al número de su tarjeta.
story-1-other = El mensajero trabaja para el ladrón. Nunca recogemos tarjetas ni dinero, ni pedimos un PIN. Cuelgue y llámenos usted.

story-2-title = La policía necesita su ayuda
story-2-text = Una mujer dice que es policía. Un empleado de su banco roba. Usted debe mover sus ahorros a una cuenta segura y no decirlo a nadie.
story-2-a = Mover el dinero para que esté a salvo
story-2-b = Mover primero la mitad y ver qué pasa
story-2-c = No mover nada y llamar yo a la policía y al banco
story-2-good = La policía nunca le pide mover dinero. Las cuentas seguras no existen. Un secreto es señal de engaño.
story-2-other = La cuenta segura es del ladrón. La policía nunca pide esto. No mueva nada, cuelgue y llámenos.

story-3-title = Un mensaje del banco
story-3-text = Un mensaje dice: «Banyan: hay un pago nuevo en su cuenta. ¿No ha sido usted? Vaya ya a banyan-anular.example». Usted no ha pagado nada.
story-3-a = Dejar el enlace y abrir el banco como siempre
story-3-b = Abrir el enlace enseguida para anularlo
story-3-c = Contestar y preguntar quiénes son
story-3-good = Un enlace puede llevar a cualquier sitio. Abra el banco como siempre o llámenos. Así sabe con quién habla.
story-3-other = El enlace lleva a una copia de nuestra página que roba lo que escribe. Si contesta, saben que está ahí. Déjelo y abra usted el banco.

story-4-title = Mamá, este es mi número nuevo
story-4-text = Un mensaje dice: «Mamá, he perdido el móvil. Este es mi número nuevo. Hoy tengo que pagar algo. ¿Me mandas 900 €?»
story-4-a = Pagar ya, porque mi hijo necesita ayuda
story-4-b = Llamar primero a mi hijo al número de siempre
story-4-c = Preguntar en el número nuevo si es él
story-4-good = Una llamada al número de siempre lo aclara en un minuto. Una voz que conoce vale más que un mensaje.
story-4-other = Un extraño puede escribir cualquier cosa y dirá que sí a todo. Llame al número de siempre. Una factura puede esperar una hora.

freeze-story = Está tomando un café. Mira su banco y ve estos aparatos dentro. Uno no lo ha visto nunca.
freeze-devices = Dentro en este momento
freeze-what = Lo primero: que no pueda salir dinero. En lo demás piensa después.
freeze-press = Bloquearlo todo
freeze-sure = ¿Bloquearlo todo?
freeze-sure-1 = No puede salir dinero de sus cuentas de juego. Sí puede entrar.
freeze-sure-2 = Puede volver a abrirlas cuando quiera.
freeze-now = Sí, bloquearlo todo
freeze-not-yet = Todavía no
freeze-end-title = Ahora eche al extraño
freeze-end-text = Su dinero está a salvo. Busque el aparato que no es suyo y échelo.
freeze-end = Echarlo
freeze-own-title = Ese era el suyo
freeze-own = No pasa nada: siempre puede volver a entrar. Ahora eche el que no conoce.
freeze-look-title = Mire lo que está parado
freeze-look-text = Abra una cuenta de juego. Dice que está bloqueada, y no hay forma de pagar desde ella.
freeze-look-go = Mirar las cuentas de juego
freeze-look-done = Lo he visto
freeze-thaw-title = Vuelva a abrir sus cuentas
freeze-thaw-text = El peligro ha pasado. Para abrir sus cuentas, copie el código de juego.
freeze-thaw = Abrir mis cuentas de juego

leaflet-of = Hoja: { $lesson }
leaflet-back = Volver a la lección
leaflet-print = Imprimir
leaflet-how = Si no ve un botón, elija «Imprimir» en el menú de su navegador.
leaflet-never = Nunca le pedimos su contraseña, su PIN o un código. Ningún banco lo hace.
leaflet-help = Si duda, pare y llámenos:

leaflet-sign-in-1 = Abra el banco como siempre. Nunca use un enlace de un mensaje.
leaflet-sign-in-2 = Mire la dirección. Tiene que ser justo la de nuestra carta.
leaflet-sign-in-3 = Escriba su nombre de usuario y su contraseña. Después pulse «Seguir».
leaflet-sign-in-4 = Abra su aplicación de códigos y escriba las seis cifras.
leaflet-sign-in-5 = Cuando termine, pulse «Salir».

leaflet-payment-1 = Pulse «Pagar a alguien».
leaflet-payment-2 = Elija su cuenta y escriba el importe.
leaflet-payment-3 = Escriba el nombre y el número de la factura. Comprobamos el nombre por usted.
leaflet-payment-4 = Lea otra vez cada línea. ¿Algo está mal? Pulse «Cambiar».
leaflet-payment-5 = Escriba el código y pague. Guarde el recibo.

leaflet-scams-1 = ¿Alguien le mete prisa? Pare. Un banco de verdad le da tiempo.
leaflet-scams-2 = ¿Alguien quiere su tarjeta, su PIN, su contraseña o un código? Diga que no.
leaflet-scams-3 = ¿Alguien le dice que mueva dinero a una cuenta segura? Cuelgue.
leaflet-scams-4 = ¿Alguien le pide que lo calle? Cuénteselo a alguien de confianza.
leaflet-scams-5 = Espere cinco minutos. Después llámenos al número de abajo.

leaflet-freeze-1 = ¿Algo parece raro? Primero bloquéelo todo.
leaflet-freeze-2 = Eche los aparatos que no conoce.
leaflet-freeze-3 = Mire sus últimos pagos. Apunte lo que no es suyo.
leaflet-freeze-4 = Llámenos. Lo miramos con usted.
leaflet-freeze-5 = Cuando todo esté bien, vuelva a abrir sus cuentas.

town-you = Usted (práctica)
town-currency = EUR
town-everyday = Cuenta de juego
town-savings = Ahorros de juego
town-shop = Flores La Puerta Verde
town-friend = Tomás Vega
town-pension = Pensión de juego
town-grocer = Frutería La Esquina
town-water = Aguas del Río
town-chemist = Farmacia Mayor
town-fresh = Dinero de juego
town-device-own = Su tableta en casa
town-device-stranger = Un teléfono en una ciudad donde nunca ha estado
