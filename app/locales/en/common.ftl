# What every page says: dates, money, kinds of things.

language-name = English
language-tag = en-GB

date-day = { $weekday } { $date }
date-moment = { $day } at { $time }

money-written = { $sign }{ $amount }
sign-cny = CN¥
sign-eur = €
sign-gbp = £
sign-jpy = ¥
sign-usd = US$
money-in = paid in { $amount }
money-out = paid out { $amount }

kind-card = Card payment
kind-payment = Payment
kind-direct-debit = Direct debit
kind-standing-order = Standing order
kind-salary = Wages or pension
kind-refund = Refund
kind-interest = Interest
kind-cash = Cash
kind-fee = Charge
kind-reversal = Correction

category-home = Home and bills
category-groceries = Groceries
category-eating-out = Eating out
category-transport = Transport
category-shopping = Shopping
category-health = Health
category-leisure = Leisure
category-communication = Phone and internet
category-business = Business costs
category-income = Income
category-transfers = Between people
category-cash = Cash
category-bank = Interest and charges
category-other = Other

account-kind-current = Current account
account-kind-savings = Savings account
account-kind-joint = Joint account
account-kind-business = Business account
account-kind-internal = Account of the bank
