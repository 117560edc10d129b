# Lo que rodea cada página y lo que dicen sus partes.

bank-name = Banyan
skip = Ir a la página
text-larger = Letra más grande
text-smaller = Letra más pequeña
sign-out = Salir
places = Secciones
place-accounts = Cuentas
place-pay = Pagar
place-you = Usted

help-title = ¿Quiere hablar con alguien?
help-phone = 0808 157 0123
help-phone-link = tel:+448081570123
help-hours = La llamada es gratis, de día y de noche.
safe-title = No se deje engañar
safe-text = Nunca le pedimos un código ni una contraseña por teléfono, mensaje o carta. Nunca le pedimos que mueva dinero para protegerlo.

errors-title = Hay algo que corregir
errors-label = Error:{" "}
change = Cambiar
step = Paso { $now } de { $of }
