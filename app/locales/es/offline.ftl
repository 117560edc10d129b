# Sin conexión.

offline-title = No hay conexión
offline-unsent = Ahora no hay conexión. No se ha enviado nada.
offline-perhaps = La conexión se cortó con algo de camino. No sabemos si llegó.
offline-perhaps-money = ¿Estaba pagando? Mire antes sus últimos pagos. El mismo pago nunca se hace dos veces.
offline-kept = Lo que escribió se guarda en este aparato media hora, o hasta que salga. Los códigos y contraseñas no se guardan.
offline-again = Probar otra vez
offline-call = Para llamar no hace falta internet.
kept-back = Lo que escribió antes está aquí otra vez.
