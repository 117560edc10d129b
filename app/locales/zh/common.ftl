# 每个页面都用得到的词：日期、金额、分类。

language-name = 中文
language-tag = zh-Hans

date-day = { $date } { $weekday }
date-moment = { $day } { $time }

money-written = { $sign }{ $amount }
sign-cny = ¥
sign-eur = €
sign-gbp = £
sign-jpy = JP¥
sign-usd = US$
money-in = 收入 { $amount }
money-out = 支出 { $amount }

kind-card = 刷卡消费
kind-payment = 转账
kind-direct-debit = 自动扣款
kind-standing-order = 定期转账
kind-salary = 工资或养老金
kind-refund = 退款
kind-interest = 利息
kind-cash = 现金
kind-fee = 手续费
kind-reversal = 更正

category-home = 居家和水电
category-groceries = 买菜和日用
category-eating-out = 外出就餐
category-transport = 交通出行
category-shopping = 购物
category-health = 看病和健康
category-leisure = 休闲娱乐
category-communication = 电话和上网
category-business = 经营支出
category-income = 收入
category-transfers = 个人往来
category-cash = 现金
category-bank = 利息和手续费
category-other = 其他

account-kind-current = 活期账户
account-kind-savings = 储蓄账户
account-kind-joint = 联名账户
account-kind-business = 企业账户
account-kind-internal = 银行内部账户
