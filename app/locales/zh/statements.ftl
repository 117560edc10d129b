# 对账单：网页、文件、纸质。

statements-title = 对账单
statements-about = 这个账户每月、每年的对账单，可查看、打印或下载。
statements-none = 还没有对账单。有了第一笔收支，就会有对账单。
statements-years = 选择年份
statements-months = { $year }年各月
statements-longer = 一个月以上
statements-so-far = { $period }（截至今天）
statements-files = 其他文件
statements-interest = 每年的利息（报税用）

account-statement-title = { $period }对账单
account-statement-all = 全部时间
account-statement-year = { $year }年
account-statement-title-all = 全部对账单
account-statement-from-to = { $from }至{ $to }
account-statement-number = 账号
account-statement-holder = 户名
account-statement-account = 账户
account-statement-time = 起止日期
account-statement-opening = 期初余额
account-statement-in = 收入
account-statement-out = 支出
account-statement-closing = 期末余额
account-statement-unfinished = 这段时间还没结束，以后可能还有收支。
account-statement-lines = 收支明细
account-statement-caption = 收支明细，最早的在前
account-statement-none = 这段时间没有收支。
account-statement-day = 日期
account-statement-what = 内容
account-statement-who = 对方
account-statement-kind = 类型
account-statement-reference = 附言
account-statement-balance = 余额
account-statement-currency = 币种
account-statement-pages = 更多明细
account-statement-earlier = 较早的明细
account-statement-later = 较晚的明细
account-statement-keep = 保存一份
account-statement-print = 打印本页

interest-title = { $from }至{ $to }的利息
interest-about = 这是银行付给这个账户的利息，报税时可能用得上。
interest-paid = 利息收入
interest-tax = 已扣的税
interest-no-tax = 没有扣税
interest-unfinished = 这一年还没结束，以后可能还有利息。

file-pdf = PDF
file-large-pdf = 大字 PDF
file-csv = 电子表格（CSV）
file-ofx = 家庭记账（OFX）
file-camt053 = 企业记账（camt.053）

letters-title = 暂时做不了这份 PDF
letters-happened = 银行的电脑缺少其中一些字的字体。
letters-money = 您的钱很安全，对账单也完整无缺。
letters-advice = 请直接打印本页，或者下载电子表格。
letters-page = 请直接打印本页，内容一样。
letters-receipt = 请直接打印这张回单，内容一样。

paper-page = 第 { $page } 页，共 { $pages } 页
paper-made = 制作日期：{ $day }。
confirmation-title = 转账确认单
confirmation-take = 下载 PDF
