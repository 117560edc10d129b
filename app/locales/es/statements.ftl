# Extractos: en la página, en archivos, en papel.

statements-title = Extractos
statements-about = Cada mes y cada año de esta cuenta, para leer, imprimir o guardar en un archivo.
statements-none = Todavía no hay ningún extracto. El primero llega con el primer movimiento.
statements-years = Qué año
statements-months = Meses de { $year }
statements-longer = Más de un mes
statements-so-far = { $period }, hasta hoy
statements-files = Otros archivos
statements-interest = Intereses, para sus impuestos

account-statement-title = Extracto de { $period }
account-statement-all = Todo el tiempo
account-statement-year = { $year }
account-statement-title-all = Extracto de todo
account-statement-from-to = Del { $from } al { $to }
account-statement-number = Número de cuenta
account-statement-holder = A nombre de
account-statement-account = Cuenta
account-statement-time = Fechas
account-statement-opening = Saldo antes
account-statement-in = Entró
account-statement-out = Salió
account-statement-closing = Saldo después
account-statement-unfinished = Este tiempo no ha terminado. Puede entrar o salir más dinero.
account-statement-lines = Línea por línea
account-statement-caption = Lo que entró y salió, primero lo más antiguo
account-statement-none = En este tiempo no entró ni salió nada.
account-statement-day = Día
account-statement-what = Qué fue
account-statement-who = Quién
account-statement-kind = Tipo
account-statement-reference = Concepto
account-statement-balance = Saldo
account-statement-currency = Moneda
account-statement-pages = Más líneas
account-statement-earlier = Líneas anteriores
account-statement-later = Líneas siguientes
account-statement-keep = Guardar una copia
account-statement-print = Imprimir esta página

interest-title = Intereses del { $from } al { $to }
interest-about = Lo que le pagamos en intereses en esta cuenta. Hacienda puede pedírselo.
interest-paid = Intereses pagados
interest-tax = Impuesto retenido
interest-no-tax = Ninguno
interest-unfinished = Este año no ha terminado. Puede haber más intereses.

file-pdf = PDF
file-large-pdf = PDF en letra grande
file-csv = Hoja de cálculo (CSV)
file-ofx = Cuentas de casa (OFX)
file-camt053 = Cuentas de empresa (camt.053)

letters-title = Aquí no podemos hacer este PDF
letters-happened = Al ordenador del banco le falta la fuente de algunas letras.
letters-money = Su dinero está seguro y a su extracto no le falta nada.
letters-advice = Imprima esta página o llévese la hoja de cálculo.
letters-page = Imprima esta página. Dice lo mismo.
letters-receipt = Imprima este recibo. Dice lo mismo.

paper-page = Página { $page } de { $pages }
paper-made = Hecho el { $day }.
confirmation-title = Confirmación de un pago
confirmation-take = Llevárselo en PDF
