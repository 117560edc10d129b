# Lo que dicen todas las páginas: fechas, dinero, tipos de cosas.

language-name = Español
language-tag = es

date-day = { $weekday }, { $date }
date-moment = { $day } a las { $time }

money-written = { $amount } { $sign }
sign-cny = CN¥
sign-eur = €
sign-gbp = £
sign-jpy = JP¥
sign-usd = US$
money-in = entró { $amount }
money-out = salió { $amount }

kind-card = Pago con tarjeta
kind-payment = Pago
kind-direct-debit = Recibo domiciliado
kind-standing-order = Pago periódico
kind-salary = Sueldo o pensión
kind-refund = Devolución
kind-interest = Intereses
kind-cash = Efectivo
kind-fee = Comisión
kind-reversal = Corrección

category-home = Casa y recibos
category-groceries = Compra de casa
category-eating-out = Comer fuera
category-transport = Transporte
category-shopping = Compras
category-health = Salud
category-leisure = Ocio
category-communication = Teléfono e internet
category-business = Gastos del negocio
category-income = Ingresos
category-transfers = Entre personas
category-cash = Efectivo
category-bank = Intereses y comisiones
category-other = Otros

account-kind-current = Cuenta corriente
account-kind-savings = Cuenta de ahorro
account-kind-joint = Cuenta conjunta
account-kind-business = Cuenta de negocio
account-kind-internal = Cuenta del banco
