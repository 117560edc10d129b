# 人人都能用得上吗，有难处怎么告诉我们。

statement-link = 无障碍说明：哪些做到了，哪些还不行
statement-title = 无障碍说明
statement-intro = 我们希望人人都能在这里办事。您要是办不了，那是我们没做好，请告诉我们。
statement-rules = 我们照 WCAG 2.2 的 AA 级来做。颜色的深浅对比，比它要求的还要高。
statement-tested = 我们测过什么
statement-looked = { $day }，程序把我们的网页一共看了 { $looks } 遍。
statement-ways = 中文和英文，标准版和长辈版，有脚本和没脚本，每一页都看过。
statement-found-none = 没有发现问题。
statement-found = 发现了 { $faults } 处问题，我们正在改。
statement-keyboard = 只用键盘，这里的事每 100 件能办成 { $pct } 件。
statement-no-script = 关掉脚本，每 100 件能办成 { $pct } 件。
statement-untested = 这一版网页还没有测过。
statement-not-yet = 还做得不够好的地方
statement-not-yet-people = 我们还没有请天天用读屏软件的人来试过。
statement-not-yet-names = 人名和店名保持原来的文字，朗读时可能念得不准。
statement-hard = 您觉得哪里难用
statement-hard-text = 用您自己的话告诉我们，或者打个电话。这里能办的事，我们在电话里也能陪您办。
statement-complain = 对答复不满意，请打同一个电话找投诉组。还不满意，可以找当地管平等权益的机构。

feedback-open = 告诉我们哪里难用
feedback-title = 哪里难用？
feedback-intro = 不用登录，我们也不会记下您的姓名。
feedback-hard = 哪里看不清、听不清、看不懂或者按不到？
feedback-hard-hint = 用您自己的话写，最多 { $most } 个字。请不要写密码和账号。
feedback-place = 是在哪一页？可以不填。
feedback-place-hint = 比如：账户列表。
feedback-reach = 我们怎么答复您？可以不填。
feedback-reach-hint = 想要答复的话，请留下电话或者邮箱。
feedback-send = 发送
feedback-thanks-title = 谢谢您
feedback-number = 您的话我们收到了，编号是 { $number }。
feedback-next = 做网页的人会看到。您要是留了联系方式，我们五个工作日内答复。
