# 谁可以查看账户：账户主人看到的，和查看的人看到的。

## 账户主人（/you/people）
look-title = 谁可以看我的账户
look-about =
    { $count ->
        [0] 现在只有您能看自己的账户。您可以让帮您的人看，但对方不能操作。
       *[other] 有 { $count } 个人可以看您的账户，或者收到了邀请。
    }
look-open = 看看都有谁
look-text = 您可以让帮您的人看您选的账户。对方用自己的名字登录，不能付款，也不能改任何东西。
look-none = 现在没有人可以看，也没有邀请别人。
look-invite = 邀请一个人
look-now = 可以看的人
look-past = 已经结束
look-back = 谁可以看我的账户
look-stands-invited = 已邀请。对方可以在{ $when }之前接受。
look-stands-running = 可以看到{ $day }为止
look-stands-ended = 已结束
look-stands-lapsed = 时间已过
look-new-title = 邀请一个人看账户
look-careful-title = 只邀请您认识的人
look-careful = 有人打电话或发消息叫您这样做吗？请停下，给我们打电话。
look-name = 对方姓名
look-name-hint = 和对方在我们这里的账户姓名一样
look-number = 对方的一个账号
look-number-hint = 对方要在我们这里有账户。请问对方账号是多少。
look-accounts = 让对方看哪些账户？
look-own-only = 您和别人共有的账户，不能再给别人看。
look-until = 最后一天
look-until-hint = 最长一年，您可以提前结束。
look-no-account = 您没有只属于自己的、可以使用的账户。
look-check-title = 请确认让谁看
look-who = 谁
look-what = 可以看什么
look-sees = 对方能看到账户里有多少钱，还有从头到尾的收支和姓名。
look-sees-not = 对方看不到您的账号、银行卡和消息。
look-approve-why = 对方接受之前什么也看不到。您能看到对方什么时候看过，也能随时结束。
look-approve = 邀请
look-approve-passkey = 用通行密钥邀请
look-stands = 现在的情况
look-number-of = 对方的账号
look-closed = 已关闭的账户
look-end = 结束
look-end-title = 不再让{ $name }看了吗？
look-end-text = 马上结束，我们会告诉对方。
look-end-not = 不，保持原样
look-log-title = 对方什么时候看过
look-log-none = 对方还没有看过。
look-log-once = { $time }
look-log-often = { $first }到{ $last }，共 { $count } 次

## 查看的人（/looking）
looking-title = 我可以看的账户
looking-about = 有人邀请您看对方的账户。
looking-open = 去看看
looking-text = 您在这里用自己的名字替别人看账户。您不能付款，也不能改任何东西。
looking-none = 没有人邀请您，或者已经结束。
looking-offer-title = { $name }邀请您看账户
looking-offer =
    { $count ->
       *[other] 您可以看对方的 { $count } 个账户，到{ $day }为止。能看到有多少钱，还有收支。
    }
looking-offer-log = { $name }会看到您什么时候看过。您接受之前什么也看不到。
looking-offer-careful = 如果不认识对方，请拒绝。
looking-offer-until = 您可以在{ $when }之前接受。
looking-accept = 接受
looking-decline = 拒绝
looking-of = { $name }的账户
looking-until = 您可以看到{ $day }为止。
looking-nothing = 现在没有可以看的。
looking-stop = 不再看
looking-stop-title = 不再看{ $name }的账户吗？
looking-stop-text = 马上结束，我们会告诉对方。
looking-stop-not = 不，保持原样
looking-back = 我可以看的账户
looking-log = { $name }能看到您今天看过。
looking-own-to = 转到对方的另一个账户
looking-own-from = 来自对方的另一个账户
looking-own-kind = 对方自己的账户之间
looking-over-title = 您不能再看了
looking-over = 查看{ $name }账户的时间已过，或者有一方结束了。您不用做什么。
looking-not-now-title = 现在没有可以看的
looking-not-now = { $name }的这个账户现在不能看。您不用做什么。如果担心，请给对方打电话。
