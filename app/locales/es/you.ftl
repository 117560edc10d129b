# Lo que es de la persona.

you-title = Usted
you-name = Su nombre

paid-title = Para que le paguen
paid-text = Dé este nombre y este número a quien quiera pagarle.
you-back = Volver a Usted

preferences-title = Cómo quiere leer
preferences-about = Idioma, tamaño de la letra y colores.
preferences-open = Elegir cómo quiere leer
preferences-language = Idioma
preferences-text = Tamaño de la letra
preferences-standard = Normal
preferences-standard-hint = Todo lo que cabe bien en una página.
preferences-large = Grande
preferences-large-hint = Letra y botones más grandes, y menos cosas a la vez.
preferences-largest = Muy grande
preferences-largest-hint = Aún más grande, para ojos cansados o una pantalla lejos.
preferences-theme = Colores
preferences-device = Como en este aparato
preferences-device-hint = Claro u oscuro, según lo tenga puesto.
preferences-light = Claro
preferences-light-hint = Letra oscura sobre papel.
preferences-dark = Oscuro
preferences-dark-hint = Letra clara sobre fondo oscuro, mejor de noche.
preferences-contrast = Contraste
preferences-contrast-device = Normal
preferences-contrast-device-hint = Más solo si su aparato lo pide.
preferences-contrast-more = Alto
preferences-contrast-more-hint = Blanco y negro, con bordes bien marcados.
preferences-data = Uso de datos
preferences-data-usual = Como siempre
preferences-data-usual-hint = Las páginas responden mientras escribe.
preferences-data-less = Lo menos posible
preferences-data-less-hint = Para una línea lenta o cara. Las páginas hacen lo mismo con menos adornos.
preferences-shortcuts = Teclas que llevan a una página
preferences-shortcuts-off = No
preferences-shortcuts-off-hint = Las teclas hacen lo de siempre.
preferences-shortcuts-on = Sí
preferences-shortcuts-on-hint = Pulse g y después una letra. Nunca mientras escribe.
preferences-shortcuts-list = Ver qué teclas hay
preferences-sample = Ha pagado 25,00 £ a Ana.
preferences-known = Esto va con usted a cada aparato en el que entre.
preferences-here = Esto se guarda en este navegador. Cuando entre, vale lo que usted eligió.
preferences-save = Guardar
preferences-saved-title = Guardado
preferences-saved = Desde ahora, todas las páginas se ven así.

security-title = Dónde ha entrado
security-about = Todos los navegadores en los que ha entrado.
security-open = Ver dónde ha entrado
security-text = Si no conoce alguno, ciérrelo y llámenos.
security-here = Este es el que está usando ahora.
security-others = En otros sitios
security-alone = No ha entrado en ningún otro sitio.
security-since = Entró
security-seen = Último uso
security-address = Dirección de red
security-end = Salir de ahí
security-end-others = Salir de todos los demás

browser-on = { $browser } en { $device }
browser-unknown = Un navegador que no conocemos
