# 登录用的东西丢了，怎样找回。

recover-link = 我登录不了
recover-title = 登录不了
recover-sign-in = 返回登录
recover-back = 返回，重新选择
recover-what = 您丢了什么？
recover-slow = 为了您的安全，需要等 24 小时。一开始我们就发邮件和短信告诉您。
recover-password = 忘记了密码
recover-password-about = 验证器还在，或者纸上有恢复码。
recover-app = 手机或验证器丢了
recover-app-about = 还记得密码。
recover-both = 两样都没有
recover-both-about = 请到网点来，或者打电话，我们帮您。

recover-password-what = 请用验证码让我们知道是您本人。24 小时后设置新密码。
recover-code = 验证码，或恢复码
recover-code-hint = 验证器上的 6 位数字，或纸上的 16 位字母和数字。
recover-app-paper = 纸上有恢复码吗？那就用恢复码登录，马上换新的验证器。
recover-app-what = 没有的话，请用密码让我们知道是您本人。24 小时后换新的验证器。
recover-begin = 开始

recover-both-what = 要先见到您本人才能开始。这件事在网上办不了。
recover-both-1 = 请带身份证或护照到网点来，或者打电话给我们。
recover-both-2 = 确认是您本人后，我们给您一个写在纸上的码。
recover-both-3 = 我们再发一个链接。24 小时后，用链接和码登录。

recover-sent-title = 请留意我们的消息
recover-sent-what = 如果填写的都对，链接已经用邮件和短信发给您。
recover-sent-1 = 打开链接，上面写着什么时候可以继续。
recover-sent-2 = 24 小时后再打开，再次确认是您本人。
recover-sent-3 = 然后把丢了的换成新的。
recover-sent-none = 过了十分钟还没有消息？
recover-sent-none-text = 那就是填写的不对，或者您的账户已冻结。请再试一次，或者打电话给我们。为了安全，我们不说哪里不对。
recover-again = 再试一次

recover-waiting-title = 找回登录
recover-waiting = { $when }起可以继续，到时候请再打开这个链接。
recover-waiting-why = 等一天是为了您的安全：如果不是您，还来得及停止。
recover-open-title = 现在可以继续
recover-open = 24 小时已过。这个链接在{ $when }之前可用。
recover-stop-title = 不是您本人？
recover-stop-text = 按一下就停止。现在什么都还没有改。
recover-stop = 停止
recover-cancelled-title = 已停止
recover-cancelled = 什么都没有改。如果是别人申请的，对方知道您的密码，或者拿过您的手机。请登录，换一个密码，再打电话给我们。
recover-finished-title = 已经办好
recover-finished = 丢了的已换成新的。如果不是您本人，请马上打电话给我们。
recover-dead-title = 这个链接不能用了
recover-dead = 链接太旧，或者已有新的链接。请看最新的消息，或者重新开始。

recover-proof-title = 确认是您本人
recover-proof-code = 和开始时一样：验证器上的验证码，或恢复码。
recover-proof-password = 和开始时一样：您的密码。
recover-proof-handed = 请填写我们写在纸上或电话里给您的码。
recover-handed = 银行给的码
recover-handed-hint = 16 位字母和数字。例如：0a1b-2c3d-4e5f-6g7h。

recover-new-title = 设置新的登录方式
recover-new-app = 新的验证器
recover-new-after = 按下按钮之前，什么都不会改。按下之后，所有设备都会退出登录。
recover-save = 保存
recover-done-title = 您可以登录了
recover-done-what = 现在请登录。再看看通行密钥，把丢了的设备上的删掉。
recover-done-held-title = 新的收款人要等一等
recover-done-held = 为了您的安全，{ $when }起才能付给新的人。以前付过的人，现在就可以付。

recover-notice-title = 有人申请找回您的登录
recover-notice-waiting = 申请时间：{ $since }。{ $when }起，对方就能改您的登录方式。不是您？请停止。
recover-notice-open = 申请时间：{ $since }。对方现在就能改您的登录方式。不是您？请停止。

event-recovery-started = 申请了找回登录
event-recovery-cancelled = 停止了找回登录
event-recovery-finished = 找回了登录
notice-recovery-started = 【榕树银行】有人申请更换您的登录方式。如果是您本人，{ $when }起请到这里继续：{ $link } 不是您？请打开这个链接，按“停止”。也可以拨打卡背面的电话。
notice-recovery-cancelled = 【榕树银行】找回登录已停止，什么都没有改。
notice-recovery-finished = 【榕树银行】您可以登录了，登录用的已换成新的。{ $when }之前不能付给新的人。不是您？请马上打电话给我们。
