# 每个页面都用得到的词：日期、金额、分类。

date-full = { $year }年{ $month-number }月{ $day }日 { $weekday }
date-long = { $year }年{ $month-number }月{ $day }日
date-short = { $month-number }月{ $day }日
date-month = { $year }年{ $month-number }月
date-moment = { $day } { $time }

weekday-1 = 星期一
weekday-2 = 星期二
weekday-3 = 星期三
weekday-4 = 星期四
weekday-5 = 星期五
weekday-6 = 星期六
weekday-7 = 星期日

month-1 = 一月
month-2 = 二月
month-3 = 三月
month-4 = 四月
month-5 = 五月
month-6 = 六月
month-7 = 七月
month-8 = 八月
month-9 = 九月
month-10 = 十月
month-11 = 十一月
month-12 = 十二月

month-short-1 = 1月
month-short-2 = 2月
month-short-3 = 3月
month-short-4 = 4月
month-short-5 = 5月
month-short-6 = 6月
month-short-7 = 7月
month-short-8 = 8月
month-short-9 = 9月
month-short-10 = 10月
month-short-11 = 11月
month-short-12 = 12月

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
