# La página de inicio, en los dos tamaños.

home-title = Inicio
greeting-morning = Buenos días, { $name }
greeting-afternoon = Buenas tardes, { $name }
greeting-evening = Buenas noches, { $name }

coming-title = Lo que viene
coming-none = No se espera nada en las próximas dos semanas.
coming-in = entra
coming-out = sale
coming-after = Después, en { $account } podrá gastar { $amount }.

short-title = Puede faltarle dinero
short-text = Desde el { $day }, en { $account } pueden faltar hasta { $amount } para lo que sale.
short-call = Llámenos antes. Buscamos juntos una solución.

latest-title = Lo último

home-can-spend = Puede gastar
home-balance = El saldo es { $amount }.
home-see-latest = Ver lo que entró y salió
home-call = Llamar para pedir ayuda
home-someone-else = Pagar a otra persona
home-more = Más
home-practise = Practicar con dinero de juego
