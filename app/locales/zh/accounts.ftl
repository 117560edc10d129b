# 账户、收支明细、单笔交易。

accounts-title = 账户
accounts-yours = 我的账户
accounts-all = 全部账户
accounts-none = 您还没有账户。请打电话给我们，我们帮您开一个。
account-available = 可用 { $amount }
percent = { $number }%
account-interest = 年利率 { $rate }%
account-balance = 余额：
account-can-spend = 可用余额 { $amount }。
account-held = 余额中有 { $amount } 已预留给{ $party }。
account-overdraft = 已包含 { $amount } 的透支额度。
account-details = 户名和账号
account-holder = 户名：{ $name }
account-number = 账号 { $number }
account-pay = 从这个账户付款
account-frozen = 已冻结
account-frozen-title = 这个账户暂时不能付款
account-frozen-text = 仍然可以收款。请打电话给我们，我们一起解决。

history-title = 收支明细
history-none = 还没有收支记录。
history-nothing-fits = 没有找到符合条件的记录。请少填几个字，或者显示全部。
today = 今天
yesterday = 昨天
line-in = 收入
line-out = 支出
line-balance = 余额
own-to = 转到{ $account }
own-from = 从{ $account }转入
own-kind = 自己账户互转
pages = 更多记录
page-newer = 较新的
page-older = 更早的

filter-title = 查找记录
filter-period = 时间
filter-from = 开始日期
filter-to = 结束日期
filter-direction = 收入或支出
filter-both = 收入和支出
filter-in = 收入
filter-out = 支出
filter-kind = 类型
filter-kind-all = 全部类型
filter-min = 最低金额
filter-max = 最高金额
filter-text = 对方名称、附言或金额
filter-show = 查看
filter-clear = 显示全部
period-all = 不限时间
period-30-days = 最近 30 天
period-this-month = 本月
period-last-month = 上月
period-90-days = 最近 90 天
period-this-year = 今年
period-between = 自选日期
shown = 正在显示：{ $parts }。
shown-from = { $day }以后
shown-to = { $day }以前
shown-between = { $from }至{ $to }
shown-min = 至少 { $amount }
shown-max = 最多 { $amount }
shown-text = 含“{ $text }”
found =
    { $count ->
       *[other] 共 { $many } 笔，收入合计 { $in }，支出合计 { $out }。
    }

months-title = 每月收支
chart-label = 柱形图：最近十二个月每月的收入和支出，具体数字见表格。
chart-top = 刻度最高处是 { $amount }。
chart-table = 用表格显示
chart-caption = 每月收入和支出，最近的月份在前
chart-month = 月份
chart-in = 收入
chart-out = 支出

transaction-facts = 这笔交易的信息
fact-when = 时间
fact-kind = 类型
fact-category = 分类
fact-reference = 附言
fact-original = 换汇前金额
fact-balance = 交易后余额
fact-correction = 更正
fact-reverses = 这笔是对之前一笔交易的更正。
fact-reversed = 这笔交易后来已经更正。
fact-receipt = 回单
fact-receipt-link = 查看回单
fact-number = 交易编号
transaction-wrong-title = 这笔交易不对吗？
transaction-wrong-text = 请打电话给我们，报上面的交易编号。我们陪您查清楚，也可以先把钱拦住。
