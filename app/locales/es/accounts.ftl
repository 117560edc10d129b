# Cuentas, lo que entró y salió, un movimiento.

accounts-title = Cuentas
accounts-yours = Sus cuentas
accounts-all = Todas las cuentas
accounts-none = Todavía no tiene ninguna cuenta. Llámenos y la abrimos con usted.
account-available = { $amount } para gastar
percent = { $number } %
account-interest = { $rate } % al año
account-balance = Saldo:{" "}
account-can-spend = Puede gastar { $amount }.
account-held = Hay { $amount } apartados para { $party }.
account-overdraft = Aquí se cuenta un descubierto de { $amount }.
account-details = Nombre y número
account-holder = A nombre de { $name }
account-number = Número de cuenta { $number }
account-pay = Pagar desde esta cuenta
account-frozen = Bloqueada
account-frozen-title = Ahora no se puede pagar con esta cuenta
account-frozen-text = Sigue pudiendo recibir dinero. Llámenos y lo arreglamos juntos.

history-title = Lo que entró y salió
history-none = Todavía no ha entrado ni salido nada.
history-nothing-fits = No hay nada como lo que busca. Pruebe con menos palabras o véalo todo.
today = Hoy
yesterday = Ayer
line-in = entró
line-out = salió
line-balance = saldo
own-to = A { $account }
own-from = De { $account }
own-kind = Entre sus cuentas
pages = Más movimientos
page-newer = Más nuevos
page-older = Más antiguos

filter-title = Buscar un movimiento
filter-period = Cuándo
filter-from = Desde el día
filter-to = Hasta el día
filter-direction = Entradas o salidas
filter-both = Entradas y salidas
filter-in = Dinero que entró
filter-out = Dinero que salió
filter-kind = Tipo
filter-kind-all = Todos los tipos
filter-min = Como mínimo
filter-max = Como máximo
filter-text = Nombre, concepto o importe
filter-show = Ver
filter-clear = Ver todo
period-all = Cualquier día
period-30-days = Últimos 30 días
period-this-month = Este mes
period-last-month = El mes pasado
period-90-days = Últimos 90 días
period-this-year = Este año
period-between = Los días que yo elija
shown = Está viendo: { $parts }.
shown-from = desde el { $day }
shown-to = hasta el { $day }
shown-between = desde el { $from } hasta el { $to }
shown-min = como mínimo { $amount }
shown-max = como máximo { $amount }
shown-text = con «{ $text }»
found =
    { $count ->
        [one] Un movimiento: entraron { $in }, salieron { $out }.
        [many] { $many } de movimientos: entraron { $in }, salieron { $out }.
       *[other] { $many } movimientos: entraron { $in }, salieron { $out }.
    }

months-title = Mes a mes
chart-label = Barras con lo que entró y salió en cada uno de los últimos doce meses. Las cifras están en la tabla.
chart-top = La línea de arriba es { $amount }.
chart-table = Ver en una tabla
chart-caption = Lo que entró y salió, primero el último mes
chart-month = Mes
chart-in = Entró
chart-out = Salió

transaction-facts = Lo que sabemos de él
fact-when = Cuándo
fact-kind = Tipo
fact-category = Para qué
fact-reference = Concepto
fact-original = Antes del cambio
fact-balance = Saldo después
fact-correction = Corrección
fact-reverses = Corrige un movimiento anterior.
fact-reversed = Un movimiento posterior corrigió este.
fact-receipt = Recibo
fact-receipt-link = Ver el recibo
fact-number = Número del movimiento
transaction-wrong-title = ¿Ve algo raro en este movimiento?
transaction-wrong-text = Llámenos y díganos el número de arriba. Lo miramos con usted. También podemos parar que salga más dinero.
