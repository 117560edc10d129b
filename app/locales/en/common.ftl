# What every page says: dates, money, kinds of things.

date-full = { $weekday } { $day } { $month } { $year }
date-long = { $day } { $month } { $year }
date-short = { $day } { $month }
date-month = { $month } { $year }
date-moment = { $day } at { $time }

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

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
