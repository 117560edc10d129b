# 谁可以替企业办事，以及要两个人的转账

## 户主（/accounts/…/people）
act-title = 谁可以替这个账户办事
act-text = 和您一起工作的人可以用这个账户付款。对方用自己的名字登录，看不到您的页面。
act-none = 现在没有别人可以替这个账户办事。
act-now = 可以办事的人
act-invite = 邀请一个人
act-for = 账户：{ $account }
act-stands-invited = 已邀请。对方可以在{ $when }之前接受。
act-stands-running = 可以办事
act-stands-soon = 可以办事，{ $when }起可以批准
act-role = 可以做什么
act-role-prepare = 准备转账
act-role-approve = 批准别人的转账
act-role-both = 准备转账，也批准别人的转账
act-role-prepare-hint = 每一笔都要另一个人批准。
act-role-approve-hint = 自己不能付款。
act-role-both-hint = 一个人就够的转账，可以自己付。
act-role-question = 对方可以做什么？
act-most = 每笔最多（{ $sign }）
act-most-hint = 不填就只按账户的限额。
act-most-term = 每笔最多
act-most-is = 每笔最多{ $amount }
act-most-none = 只按账户的限额
act-new-title = 邀请一个人替您办事
act-careful = 有人打电话或发消息叫您这样做吗？请停下，给我们打电话。
act-check-title = 请确认谁可以办事
act-sees = 对方能看到账户名称和可用的钱，看不到对账单、银行卡和限额。
act-approve-why = 对方接受之前什么也不能做。您可以随时结束。
act-when-approve = 接受邀请 12 小时以后才能批准。
act-approve = 邀请
act-approve-passkey = 用通行密钥邀请
act-end-title = 不再让{ $name }办事了吗？
act-end-text = 马上结束。对方办理或批准、还没转出的转账会取消。我们会告诉对方。
act-end-text-own = 马上结束。您办理或批准、还没转出的转账会取消。我们会告诉户主。

## 多少钱起要两个人
two-title = 转账要两个人
two-off = 每笔转账一个人就够。
two-all = 每笔转账都要两个人。
two-from = { $amount }起的转账要两个人。
two-later = { $when }起：{ $rule }
two-change = 修改
two-text = 要两个人的转账，谁也不能批准自己办的。您自己也一样。
two-when = 更谨慎的马上生效，放宽的要等 12 小时。
two-question = 一笔转账要几个人？
two-two = 两个人，从一个金额起
two-one = 一个人就够
two-amount = 从这个金额起（{ $sign }）
two-amount-hint = 填零，每笔转账都要两个人。
two-check-title = 请确认新的规定
two-then = 新的规定
two-approve-why = 是别人叫您这样做吗？请停下，给我们打电话。我们会发邮件和短信告诉您。
two-approve = 修改规定
two-approve-passkey = 用通行密钥修改

## 办事的人（/business）
business-title = 替别人办事
business-about =
    { $count ->
        [0] 您替别人办事，或者很快可以。
       *[other] 有 { $count } 笔转账在等另一个人。
    }
business-open = 去看看
business-text = 这里是要两个人的转账，还有您替别人办事的账户。
business-others = 等您批准
business-none = 没有别人的转账在等。
business-own = 您办的，在等别人
business-row = { $business } · 由{ $maker }办理
business-offer-title = { $name }邀请您替{ $business }办事
business-offer = 您可以：{ $role }
business-soon = { $when }起您可以批准转账。
business-not-now = 现在什么也办不了。您不用做什么。
business-leave = 不再办事
business-leave-title = 不再替{ $business }办事吗？

## 一笔要两个人的转账
second-open = 看看哪些在等另一个人
second-title = 要两个人的转账
second-title-approved = 这笔转账已批准
second-title-paid = 这笔转账已转出
second-title-refused = 这笔转账没有批准
second-title-off = 这笔转账已取消
second-waits = 正在等另一个人
second-look = 请全部看清楚，再批准，或者说明不批准的原因。在这之前钱不会动。
second-yours = 要另一个人批准。在这之前钱会留出来，不会转出。
second-not-yours = 要另一个人批准。您不能批准这一笔。
second-later = { $when }以后您可以批准，别人也可能先批准。
second-until = 到{ $when }没有人批准，就会取消。
second-refused-by = { $name }没有批准
second-name-title = 请看清姓名
second-name-close = 账户属于{ $holder }，和填写的不完全一样。
second-name-differs = 账户属于另一个名字的人。
second-name-unknown = 对方银行没能说明账户是谁的。
second-name = 收款人姓名
second-name-match = 和账户一致
second-name-nearly = 和账户差不多
second-name-other = 是另一个名字
second-name-not = 没有核对
second-made-by = 办理人
second-approved-by = 批准人
second-warning = 是信件或邮件通知您换账号的吗？批准之前，请打您原来知道的电话核实。
second-approve = 批准并转账
second-approve-passkey = 用通行密钥批准
second-refuse-title = 不批准
second-why = 为什么不批准？
second-why-hint = 办理人会看到。
second-refuse = 退回

## 办这样的转账时
review-second-title = 还要另一个人
review-second =
    { $count ->
       *[other] 我们会请 { $count } 个人看，要有一个人批准。在这之前钱不会动。
    }
review-second-when = 另一个人批准以后
review-second-then = 在这之前钱会留出来。
waiting-why-second = 要另一个人批准。
waiting-why-agreed = 另一个人已经批准。
waiting-until-second = 等另一个人，到{ $when }为止

## 代理人：办事的人（/business），和被代理的人（/you/people）
power-kind-lasting = 持久委托书
power-kind-general = 一般委托书
power-kind-court = 法院的决定
power-document = 文件：{ $kind }
power-by = 您是代理人：可以看，也可以付款
power-until = 到{ $day }为止。
power-offer-title = 您将作为代理人替{ $name }办事
power-offer = 接受以后，您用自己的名字看对方的账户，也能付款。双方都可以随时结束。
power-offer-from = { $when }起您可以接受。
power-leave-text = 您马上不再是代理人，不能看，也不能付款。您办理、还没转出的转账会取消。我们会告诉户主。
power-looks-and-pays = 代理人：可以看，也可以付款
power-coming-title = { $name }将作为代理人替您办事
power-coming = 对方从{ $when }起可以接受。接受以后能看您的账户，也能付款。
power-coming-careful = 如果不对，请马上停止，并给我们打电话。
power-stop = 停止
power-end-title = 不再让{ $name }做代理人吗？
power-end-text = 对方马上不再是代理人，不能看，也不能付款。对方办理、还没转出的转账会取消。我们会告诉对方。
