# 转账：金额、收款人、核对、确认、回单。

pay-title = 转账
pay-someone = 转账给别人
pay-between = 自己账户之间转账
known-title = 转给认识的人
known-pay = 转给{ $name }
known-about = { $number }，上次转账 { $day }
back = 返回
continue = 下一步
sending = 请稍等。
own-account = 自己的账户

draft-title = 还没办完的转账
draft-go-on = 继续办
draft-forget = 不转了
draft-forget-title = 确定不转了吗？
draft-forget-text = 填好的内容会清空。钱没有动。
draft-keep = 先留着
draft-to = 转 { $amount } 给{ $name }
draft-amount = 转 { $amount }
draft-unclear = 还没填好金额的转账

amount-title = 要转多少钱？
amount-title-own = 要转多少钱？
amount-from = 从哪个账户转？
amount-to = 转给{ $name }
amount-label = 金额
amount-label-in = 金额（{ $sign }）
amount-hint = 例如 25 或 1,234.50
amount-understood = 也就是 %。
amount-over-available = { $account }最多可以用 { $amount }。请减少金额，或换一个账户。
amount-over-limit = { $account }单笔最多转 { $amount }。请减少金额，或给我们打电话。

payee-title = 转给谁？
payee-title-own = 钱转到哪里？
payee-kind = 转到哪里？
payee-kind-other = 别人的账户
payee-kind-other-hint = 在榕树银行开户的个人或商家
payee-kind-own = 我自己的账户
payee-kind-own-hint = 钱还是您自己的
payee-own = 转到自己的哪个账户？
payee-own-instead = 改为转到自己的账户
payee-other-instead = 改为转给别人
payee-name = 对方姓名
payee-name-hint = 按对方账户上的名字填写，我们会替您核对。
payee-number = 对方账号
payee-number-hint = 八位数字
payee-number-right = 账号格式没有问题。
payee-reference = 附言（可以不填）
payee-reference-hint = 对方会在这笔钱旁边看到

review-title = 转账前请核对
review-title-own = 转账前请核对
review-close-title = 名字很像，但不完全一样
review-close = 您填的是“{ $typed }”，账户的主人是{ $holder }。
review-close-advice = 如果账号是陌生人给的，请先停下，打电话给我们。
review-left = 现在可用 { $now }，转账后可用 { $after }
review-now = 现在
review-final = 几秒钟就到账，到账后不能撤回。
review-final-own = 几秒钟就到账。
review-no-reference = 没有填
review-scam = 我们绝不会让任何人把钱转到“安全账户”。如果有人催您转账，请先停下，打电话给我们。
review-go-on = 核对无误，继续
review-stop = 不转了

fact-amount = 转账金额
fact-amount-own = 转账金额
fact-paid = 已转金额
fact-paid-own = 已转金额
fact-to = 收款人
fact-to-own = 转入账户
fact-from = 付款账户
fact-payer = 付款人
fact-from-own = 转出账户

approve-title = 确认这笔转账
approve-title-own = 确认这笔转账
approve-code = 六位验证码
approve-code-hint = 打开身份验证器，找到“Banyan”一栏。输入那 6 位数字。
approve-pay = 确认转账
approve-pay-own = 确认转账
approve-sending = 正在转账，请稍等。
approve-time = 验证码只对这一笔有效。超过两分钟会重新要一次，填好的内容不会丢。

receipt-title = 转账成功
receipt-title-own = 转账成功
receipt-title-submitted = 转账正在处理
receipt-next-title = 接下来
receipt-next = 钱已经到账。对方能看到您的姓名和附言。
receipt-next-own = 钱已经转入您的账户。
receipt-next-submitted = 一分钟内到账，您可以关闭本页。
receipt-next-keep = 以后在账户的这笔交易里，还能找到这张回单。
receipt-print = 打印回单
receipt-another = 再转一笔
receipt-another-own = 再转一笔
receipt-home = 回到我的账户
