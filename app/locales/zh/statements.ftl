# 对账单：网页、文件、纸质。

statements-title = 对账单
statements-about = 这个账户每月、每年的对账单，可查看、打印或下载。
statements-none = 还没有对账单。有了第一笔收支，就会有对账单。
statements-years = 选择年份
statements-months = { $year }年各月
statements-longer = 一个月以上
statements-so-far = { $period }（截至今天）
statements-files = 其他文件
statements-file-of = { $file }，{ $period }

statement-title = { $period }对账单
statement-all = 全部时间
statement-year = { $year }年
statement-title-all = 全部对账单
statement-from-to = { $from }至{ $to }
statement-number = 账号
statement-holder = 户名
statement-account = 账户
statement-time = 起止日期
statement-opening = 期初余额
statement-in = 收入
statement-out = 支出
statement-closing = 期末余额
statement-unfinished = 这段时间还没结束，以后可能还有收支。
statement-lines = 收支明细
statement-caption = 收支明细，最早的在前
statement-none = 这段时间没有收支。
statement-day = 日期
statement-what = 内容
statement-who = 对方
statement-kind = 类型
statement-reference = 附言
statement-balance = 余额
statement-currency = 币种
statement-pages = 更多明细
statement-earlier = 较早的明细
statement-later = 较晚的明细
statement-keep = 保存一份
statement-print = 打印本页

file-pdf = PDF
file-large-pdf = 大字 PDF
file-csv = 电子表格（CSV）
file-ofx = 家庭记账（OFX）
file-camt053 = 企业记账（camt.053）

letters-title = 暂时做不了这份 PDF
letters-happened = 银行的电脑缺少其中一些字的字体。
letters-money = 您的钱很安全，对账单也完整无缺。
letters-advice = 请直接打印本页，或者下载电子表格。
letters-receipt = 请直接打印这张回单，内容一样。

paper-page = 第 { $page } 页，共 { $pages } 页
paper-made = 制作日期：{ $day }。
confirmation-title = 转账确认单
confirmation-take = 下载 PDF
