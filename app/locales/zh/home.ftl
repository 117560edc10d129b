# 首页，标准版和长辈版共用。

home-title = 首页
greeting-morning = { $name }，早上好
greeting-afternoon = { $name }，下午好
greeting-evening = { $name }，晚上好

coming-title = 近期收支安排
coming-none = 未来两周没有要收付的款项。
coming-in = 收入
coming-out = 支出
coming-after = 这些收付之后，{ $account }还可以用 { $amount }。

short-title = 账户里的钱可能不够
short-text = 从{ $day }起，{ $account }可能不够付账，最多差{ $amount }。
short-call = 请提前给我们打电话，我们一起想办法。

latest-title = 最近收支

home-can-spend = 可用余额
home-balance = 余额 { $amount }
home-see-latest = 看最近的收支
home-call = 打电话找人帮忙
home-someone-else = 转给其他人
home-more = 更多
home-practise = 用模拟的钱练一练
