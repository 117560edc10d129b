# 每一种错误都有一句话：出了什么事，该怎么办。

error-username-missing = 请输入用户名。
error-password-missing = 请输入密码。
error-sign-in-refused = 用户名、密码或验证码有误。验证码只能用一次，请等下一个再输入，或返回重新填写。
error-sign-in-lapsed = 已经超过五分钟。为了您的安全，请重新登录。
error-sign-in-locked = 尝试次数太多。为了您的安全，15 分钟内暂时不能登录。
error-code-missing = 请输入身份验证器里的 6 位数字。
error-code-shape = 验证码是 6 位数字，例如 123 456。
error-code-refused = 验证码不对，或者已经用过。请等下一个再输入。
error-code-locked = 验证码错误次数太多，这笔钱没有转出。为了您的安全，15 分钟内暂时不能付款。
error-approval-expired = 确认时间已过，或内容有变动，钱没有转出。请重新核对。
error-amount-missing = 请输入转账金额。
error-amount-unclear = 请用数字填写金额，小数用点，例如 1,234.50。
error-amount-not-positive = 金额必须大于零。
error-amount-decimals = 小数点后最多两位，例如 12.50。千位请用逗号，例如 1,250。
error-amount-too-large = 金额太大，请减少一些。
error-amount-range = 最大金额不能小于最小金额。
error-from-account-missing = 请选择付款账户。
error-from-account-unknown = 请从您自己的账户里选择付款账户。
error-payee-kind-missing = 请选择转给自己还是转给别人。
error-to-account-missing = 请选择收款账户。
error-same-account = 付款和收款是同一个账户，请换一个。
error-payee-name-missing = 请输入收款人姓名或单位名称。
error-payee-name-length = 姓名最多 70 个字符。
error-text-not-allowed = 里面有不能使用的字符，请只用文字、数字和常用标点。
error-account-number-missing = 请输入账号。
error-account-number-length = 账号是 8 位数字，请填完整。
error-account-number-wrong = 账号填得不对，请向收款人核对。
error-payee-unknown = 我们这里没有这个账号，请向收款人核对。
error-payee-name-differs = 户名和账号对不上，请向收款人核对。
error-currency-differs = 两个账户的币种不同，请选择同币种的账户。
error-reference-length = 附言最多 35 个字符。
error-date-unclear = 请填写正确的日期，例如 2026 年 11 月 22 日。
error-date-range = 结束日期不能早于开始日期。
error-search-length = 搜索内容最多 60 个字符。
error-feedback-missing = 请写下哪里难用。
error-feedback-length = 最多写 2000 个字。
error-line-length = 这里最多写 200 个字。
error-choice-unknown = 请选择页面上给出的选项。
error-caller-name-missing = 请填写您的称呼，方便我们找到您。
error-phone-missing = 请填写我们能打通的电话号码。
error-phone-shape = 请用数字填写电话号码，例如 020 7946 0018。
error-call-part-missing = 请选择我们打电话的时段。
error-call-part-over = 今天这个时段已经过了，请选晚一点，或另选一天。
error-calls-enough = 您已经约了三个电话。请先取消一个，或直接打给我们。
error-pretend-name = 和卡片上的用户名不一样。请照着抄，不要填真的。
error-pretend-word = 和卡片上的密码不一样。请照着抄，不要填真的。
error-pretend-code = 和页面上的验证码不一样。请照着抄，不要填真的。
error-insufficient-funds = 这个账户可用的钱不够。请减少金额，或换一个账户。
error-over-payment-limit = 超过了这个账户的单笔限额。请减少金额，或给我们打电话。
error-over-daily-limit = 超过了这个账户今天的限额。请减少金额，或明天再转。
error-account-not-open = 这个账户暂时不能付款。请换一个账户，或给我们打电话。
error-payee-not-open = 对方账户暂时不能收款，请和收款人核实。
error-draft-incomplete = 这笔转账还没填完，请补充后再核对。
error-key-reused = 这笔转账之前已用别的内容提交过，请先查看最近的转账。
error-in-flight = 这笔转账正在处理。请稍等片刻，再查看最近的转账。
error-busy = 现在办理的人太多，这次没有办成。请一分钟后再试。
error-not-found = 没有找到，或者您无权查看。
error-forbidden = 您不能这样做。如有疑问，请给我们打电话。
error-signed-out = 您已退出登录。请重新登录，填好的内容还在。
error-fault = 我们这边出了问题，技术人员已收到通知。

trouble-home = 回到我的账户

trouble-not-found-title = 没有这个页面
trouble-not-found-happened = 可能是地址写错了，或者内容已经移走。
trouble-not-found-money = 您的资金没有任何变化。
trouble-not-found-advice = 请核对地址，或从账户首页重新开始。

trouble-forbidden-title = 打不开这个页面
trouble-forbidden-happened = 这次请求的方式不符合安全要求。
trouble-forbidden-money = 没有任何改动，资金也没有变化。
trouble-forbidden-advice = 请回到账户首页再试。如果还是不行，请给我们打电话。

trouble-conflict-title = 正在处理，请稍等
trouble-conflict-happened = 同一笔转账提交了两次，我们正在处理第一次。
trouble-conflict-money = 这笔钱最多只会转出一次。
trouble-conflict-advice = 请稍等片刻，再查看账户最近的转账。

trouble-unreadable-title = 内容无法识别
trouble-unreadable-happened = 收到的内容不完整，或不是这个页面发出的。
trouble-unreadable-money = 没有任何改动，资金也没有变化。
trouble-unreadable-advice = 请返回上一页，刷新后重新填写。

trouble-too-slow-title = 内容没有及时送到
trouble-too-slow-happened = 只收到一部分，可能是网络慢，或者中断了。
trouble-too-slow-money = 没有任何改动，资金也没有变化。
trouble-too-slow-advice = 请返回上一页，网络好一些时再发一次。

trouble-too-many-title = 尝试次数太多
trouble-too-many-happened = 您或您所在的网络，短时间内操作太多。
trouble-too-many-money = 没有任何改动，资金也没有变化。
trouble-too-many-advice = 请等一分钟再试。

trouble-fault-title = 我们这边出了问题
trouble-fault-happened = 这不是您的错，技术人员已收到通知。
trouble-fault-money = 如果您正在转账，请先查看最近的转账，不要急着再转。
trouble-fault-advice = 请一分钟后再试。如果还是不行，请给我们打电话。

trouble-away-title = 暂时无法办理
trouble-away-happened = 系统的一部分没有响应，我们正在处理。
trouble-away-money = 您的资金是安全的。如果正在转账，请先查看最近的转账，再决定是否重转。
trouble-away-advice = 请一分钟后再试。
