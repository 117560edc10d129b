# Extractos: en la página, en archivos, en papel.

statements-title = Extractos
statements-about = Cada mes y cada año de esta cuenta, para leer, imprimir o guardar en un archivo.
statements-none = Todavía no hay ningún extracto. El primero llega con el primer movimiento.
statements-years = Qué año
statements-months = Meses de { $year }
statements-longer = Más de un mes
statements-so-far = { $period }, hasta hoy
statements-files = Otros archivos
statements-file-of = { $file }, { $period }

statement-title = Extracto de { $period }
statement-all = Todo el tiempo
statement-year = { $year }
statement-title-all = Extracto de todo
statement-from-to = Del { $from } al { $to }
statement-number = Número de cuenta
statement-holder = A nombre de
statement-account = Cuenta
statement-time = Fechas
statement-opening = Saldo antes
statement-in = Entró
statement-out = Salió
statement-closing = Saldo después
statement-unfinished = Este tiempo no ha terminado. Puede entrar o salir más dinero.
statement-lines = Línea por línea
statement-caption = Lo que entró y salió, primero lo más antiguo
statement-none = En este tiempo no entró ni salió nada.
statement-day = Día
statement-what = Qué fue
statement-who = Quién
statement-kind = Tipo
statement-reference = Concepto
statement-balance = Saldo
statement-currency = Moneda
statement-pages = Más líneas
statement-earlier = Líneas anteriores
statement-later = Líneas siguientes
statement-keep = Guardar una copia
statement-print = Imprimir esta página

file-pdf = PDF
file-large-pdf = PDF en letra grande
file-csv = Hoja de cálculo (CSV)
file-ofx = Cuentas de casa (OFX)
file-camt053 = Cuentas de empresa (camt.053)

letters-title = Aquí no podemos hacer este PDF
letters-happened = Al ordenador del banco le falta la fuente de algunas letras.
letters-money = Su dinero está seguro y a su extracto no le falta nada.
letters-advice = Imprima esta página o llévese la hoja de cálculo.
letters-receipt = Imprima este recibo. Dice lo mismo.

paper-page = Página { $page } de { $pages }
paper-made = Hecho el { $day }.
confirmation-title = Confirmación de un pago
confirmation-take = Llevárselo en PDF
