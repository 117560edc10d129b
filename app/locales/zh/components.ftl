# 每一页四周的文字，以及各个部件要说的话。

bank-name = 榕树银行
skip = 跳到正文
text-larger = 长辈版（大字）
text-smaller = 标准版
sign-out = 退出
places = 栏目
place-accounts = 账户
place-pay = 转账
place-you = 我的

help-title = 想找人帮忙？
help-phone = 0808 157 0123
help-phone-link = tel:+448081570123
help-hours = 电话免费，白天夜里都有人接。
safe-title = 当心骗子
safe-text = 我们绝不会打电话、发短信问您要验证码或密码。也绝不会让您把钱转到“安全账户”。

errors-title = 有内容需要修改
errors-label = 有错误：
change = 修改
step = 第 { $now } 步，共 { $of } 步
