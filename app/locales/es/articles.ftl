# Lo que hay que saber: una página corta por cada cosa.

article-call = ¿No está seguro? Llámenos
article-signs = Cómo notarlo
article-do = Qué hacer

article-lost = Ha perdido la tarjeta o el teléfono
article-lost-about = Qué hacer ahora, en este orden.
article-lost-1 = Llámenos, de día o de noche. Paramos la tarjeta y le sacamos de todos los aparatos.
article-lost-2 = ¿Tiene otro aparato? Entre con él y salga de todos los demás.
article-lost-3 = Pida a su compañía de teléfono que bloquee el número perdido.
article-lost-4 = Mire sus últimos pagos. Díganos si hay alguno que no hizo usted.
article-lost-sure = No hace falta estar seguro. Llámenos aunque quizá aparezca.

article-mistake = Ha pagado a quien no era
article-mistake-about = Dese prisa: cuanto antes lo sepamos, más podemos hacer.
article-mistake-final = Un pago llega en segundos. No podemos traerlo de vuelta nosotros solos.
article-mistake-1 = Llámenos enseguida. Tenga a mano el número del recibo.
article-mistake-2 = Pedimos a quien recibió el dinero que lo devuelva.
article-mistake-3 = ¿Le engañaron? Dígalo. No es culpa suya y nos ayuda a actuar.

article-pressed = Alguien le mete prisa para pagar
article-pressed-about = Un ladrón tiene prisa. Un banco o una tienda de verdad, no.
article-pressed-time = Un banco, una tienda o Hacienda le dan tiempo. Un ladrón, no.
article-pressed-sign-1 = Tiene que ser hoy, o pasará algo malo.
article-pressed-sign-2 = No debe contárselo a nadie, ni a nosotros ni a su familia.
article-pressed-sign-3 = Dicen que su dinero corre peligro y que hay que moverlo a otra cuenta.
article-pressed-sign-4 = Siguen al teléfono mientras paga, o quieren ver su pantalla.
article-pressed-1 = Pare. Cuelgue. Tómese el tiempo que quiera.
article-pressed-2 = Hable con alguien de confianza.
article-pressed-3 = Llámenos al número de esta página, nunca al que le dieron ellos.
article-pressed-4 = ¿Ya ha pagado? Llámenos enseguida.

article-caller = Una llamada, un mensaje o una carta «del banco»
article-caller-about = Cómo saber que somos nosotros.
article-caller-anyone = Cualquiera puede decir que es el banco. Hasta el número de la pantalla puede ser falso.
article-caller-never = Nunca hacemos esto
article-caller-never-1 = Pedirle una contraseña o un código.
article-caller-never-2 = Pedirle que mueva dinero para protegerlo.
article-caller-never-3 = Mandar a alguien a su casa a por la tarjeta.
article-caller-never-4 = Pedirle que instale algo para ver su pantalla.
article-caller-check = Cómo comprobarlo
article-caller-1 = Cuelgue. No tiene que dar explicaciones.
article-caller-2 = Espere cinco minutos o use otro teléfono.
article-caller-3 = Llame al número de esta página y pregunte.

article-codes = No dé a nadie sus códigos ni contraseñas
article-codes-about = Nadie más los necesita nunca. Nosotros tampoco.
article-codes-one = Un código aprueba una sola cosa. La página dice cuál: léala antes.
article-codes-1 = Nunca lea un código a nadie, ni a nosotros.
article-codes-2 = Nunca escriba un código en una página que abrió desde un mensaje.
article-codes-3 = Use aquí una contraseña que no use en ningún otro sitio.
article-codes-given = ¿Ha dado alguno? Llámenos ahora. Hacemos que no sirva.

article-friend = Un amigo nuevo o una gran oferta
article-friend-about = Cuando alguien a quien nunca ha visto necesita su dinero.
article-friend-sign-1 = Un amigo de internet necesita dinero para un viaje, una enfermedad o un paquete.
article-friend-sign-2 = Una oferta promete mucho más que cualquier banco, y sin riesgo.
article-friend-sign-3 = Le piden que pase dinero por su cuenta. Eso es un delito.
article-friend-1 = No pague todavía.
article-friend-2 = Pregunte a su familia o a un amigo qué les parece.
article-friend-3 = Llámenos. Hemos oído muchas historias así y no juzgamos a nadie.

article-larger = Haga la letra más grande
article-larger-about = Cuatro maneras, en un ordenador o un teléfono.
article-larger-1 = Pulse «Letra más grande» arriba en cualquier página. Todas quedan así.
article-larger-2 = En un ordenador, mantenga la tecla Ctrl y pulse la tecla más. En un Mac, mantenga Comando.
article-larger-3 = En un teléfono, ponga dos dedos en la página y sepárelos.
article-larger-4 = ¿Sigue siendo pequeña? Elija «Muy grande» en Cómo quiere leer.
