# La declaración de accesibilidad y la página para contar qué es difícil.

statement-link = Accesibilidad: qué funciona y qué no
statement-title = Accesibilidad
statement-intro = Queremos que todo el mundo pueda usar este banco. Si usted no puede, la culpa es nuestra y queremos saberlo.
statement-rules = Seguimos las reglas llamadas WCAG 2.2, nivel AA. Nuestros colores son más fuertes de lo que piden.
statement-tested = Lo que hemos probado
statement-looked = El { $day }, unos programas miraron nuestras páginas { $looks } veces.
statement-ways = Leyeron cada página en inglés y en chino, en los dos tamaños, con y sin programas en la página.
statement-found-none = No encontraron nada mal.
statement-found = Encontraron { $faults } cosas mal. Las estamos arreglando.
statement-keyboard = Solo con el teclado se pueden hacer { $pct } de cada 100 cosas.
statement-no-script = Sin programas en la página se pueden hacer { $pct } de cada 100.
statement-untested = Todavía no hemos medido esta versión de nuestras páginas.
statement-not-yet = Lo que aún no está bien
statement-not-yet-people = Aún no ha probado nuestras páginas con nosotros gente que usa a diario un lector de pantalla.
statement-not-yet-names = Los nombres de personas y tiendas quedan en su idioma. Puede que se lean de forma rara.
statement-hard = Si algo le resulta difícil
statement-hard-text = Díganoslo con sus palabras, o llame. Lo que se puede hacer aquí, también lo hacemos con usted por teléfono.
statement-complain = Si nuestra respuesta no le ayuda, pregunte por el equipo de quejas en el mismo número. Si tampoco le ayuda, acuda a la oficina de igualdad de su país.

feedback-open = Díganos qué es difícil
feedback-title = ¿Qué ha sido difícil?
feedback-intro = No guardamos su nombre con esto y no hace falta entrar.
feedback-hard = ¿Qué ha sido difícil de ver, oír, entender o pulsar?
feedback-hard-hint = Use sus propias palabras. Caben { $most } letras. No escriba contraseñas ni números de cuenta.
feedback-place = ¿Qué página era? Puede dejarlo vacío.
feedback-place-hint = Por ejemplo: la lista de cuentas.
feedback-reach = ¿Cómo le respondemos? Puede dejarlo vacío.
feedback-reach-hint = Un teléfono o un correo, si quiere una respuesta.
feedback-send = Enviar
feedback-thanks-title = Gracias
feedback-number = Tenemos su mensaje. Su número es { $number }.
feedback-next = Lo leerán las personas que hacen estas páginas. Si dejó cómo avisarle, respondemos en cinco días de trabajo.
