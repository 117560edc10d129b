# 练习：练习用的钱、小课、打印的说明。

practice-name = 练习
practice-label = 练习：
practice-band-bank = 这里的钱是练习用的，不是真的。您真正的钱动不了。
practice-band-lessons = 您正在学习。在这里做什么，都碰不到您真正的钱。
practice-to-lessons = 所有小课
practice-leave = 离开练习
practice-now = 现在这样做
practice-code-hint = 这是练习，请输入 { $code }。千万不要输入真的验证码。

practice-title = 用模拟的钱练一练
practice-about = 这里有一个练习用的银行，样子和真的一样，钱都是假的。
practice-safe = 怎么按都不会出错。慢慢来，想练几遍都可以。
practice-free-title = 自己随便看看
practice-free = 不上课也能打开练习银行。练习的钱随时可以恢复原样。
practice-free-go = 打开练习银行
practice-reset = 把练习的钱恢复原样
practice-fresh-title = 练习的钱恢复了
practice-fresh = 账户里又是开始时的钱。学过的小课都还在。

lesson-sign-in = 第一次登录
lesson-sign-in-about = 看网址，填用户名和密码，再抄一个验证码。全是假的。
lesson-payment = 第一次转账
lesson-payment-about = 用练习的钱给花店付款，一步一步来。页面和真的一样。
lesson-scams = 认出骗局
lesson-scams-about = 四个小故事，选一选您会怎么做。这不是考试。
lesson-freeze = 马上停用账户
lesson-freeze-about = 觉得不对劲时怎么办：先冻结账户，没事了再恢复。

lesson-new = 还没开始
lesson-begun = 已经开始了
lesson-parts-done = 一共 { $of } 步，做好了 { $done } 步
lesson-finished = { $day }学完了
lesson-start = 开始
lesson-go-on = 接着学“{ $lesson }”
lesson-again = 再练一遍
lesson-print = 打印这一课的说明
lesson-well-done = 您学会了
lesson-remember = 请记住
lesson-next = 回到所有小课

remember-sign-in-1 = 先看网址，再填用户名和密码。
remember-sign-in-2 = 验证码只给您自己用。谁问都别说，我们来问也别说。
remember-payment-1 = 按最后一个按钮之前，随时都可以停下。
remember-payment-2 = 转账前，再看一遍姓名、账号和金额。
remember-scams-1 = 催您快办、让您保密的，都不是为您好。
remember-scams-2 = 先挂电话，等一等。再打卡上或信上的号码问清楚。
remember-freeze-1 = 觉得不对劲，先冻结，别的以后再想。
remember-freeze-2 = 冻结的钱不会丢，随时可以恢复。

address-title = 我打开的是哪里？
address-text = 登录前，先看屏幕最上面的网址。银行给您的信上写着：banyan.example
address-asked = 哪一个是银行的网址？
address-a = banyan-safe-sign-in.example
address-b = banyan.example
address-c = banyan.example.prize.example
address-good = 和信上写的一模一样，前后都没有多出来的字。
address-other = 这个网址多了几个字。这样的网址谁都能买到。真的网址和信上写的一模一样。

pretend-warning-title = 只填假的
pretend-warning = 千万不要填您真的用户名、密码和验证码。填的内容看过就忘，不会保存。
pretend-card = 请照着抄
pretend-name = xiaolin
pretend-word = 2468 chunfeng
pretend-name-label = 练习用户名
pretend-word-label = 练习密码
pretend-word-hint = 这里看得见您填的字。真的银行里是看不见的。
pretend-app = 这是练习用的验证器
pretend-code-label = 练习验证码

payment-story = 您给朋友买了一束花。花店把账单寄来了。
payment-bill = 账单
payment-number = 账号
payment-how = 每一页的上面都写着该怎么做。随时可以返回。
payment-go = 去付账单

task-home = 您要付钱给{ $shop }。请按“转账给别人”。
task-begin = 请按“转账给别人”。
task-amount = 选“{ $account }”，金额填 { $amount }，再按“下一步”。
task-payee = 姓名填{ $shop }，账号填 { $number }，再按“下一步”。
task-review = 一行一行看。是给{ $shop }转 { $amount } 吗？对就继续，不对就改。
task-approve = 输入练习验证码 { $code }，再按“确认转账”。
task-receipt = 您付好了第一张账单，这一课学完了。请按“所有小课”。
task-receipt-other = 转好了，但不是这一课的。请给{ $shop }转 { $amount }，再试一次。
task-elsewhere = 随便看看。要接着学，请按上面的“转账”。
task-frozen = 练习账户已冻结。打开看看：上面写着，也不能转账。看完按“所有小课”。

story-asked = 您会怎么做？
answer-good = 对，这样最稳妥
answer-other = 很多人都会这样做。请留意
answer-again = 再读一遍
answer-go-on = 继续

story-1-title = 送礼品的养老项目
story-1-text = 有人请您听讲座，送鸡蛋和大米。他说投五万元养老，一年多拿一万，保证不亏。今天签最划算。
story-1-a = 今天就签，礼品也领了
story-1-b = 不签，回家和家人商量，再打电话问银行
story-1-c = 先投一万元试试
story-1-good = 好事不怕多等一天。说保证不亏、收益又高的，都不可信。
story-1-other = 先给您一点甜头，后来本钱就没了。投得少，也拿不回来。和家人商量一下再说。

story-2-title = “公安局”打来的电话
story-2-text = 对方自称公安，说您的账户涉案。要您把钱转到“安全账户”接受调查，还不许告诉家人。
story-2-a = 赶快转，证明自己清白
story-2-b = 先转一半看看
story-2-c = 不转，挂掉电话，自己打 110 问
story-2-good = 公安局、检察院、法院都没有“安全账户”，也不会在电话里办案。不许告诉家人的，就是骗局。
story-2-other = “安全账户”就是骗子的账户，转一分也回不来。挂掉电话，自己打 110，也可以打 96110。

story-3-title = 在家刷单挣零花钱
story-3-text = 群里有人说，点赞、刷单就能挣钱。您先垫一百元，很快退回一百二十元。现在要垫五千元。
story-3-a = 不垫，退出这个群
story-3-b = 垫五千元，前面都退了
story-3-c = 先垫两千元，挣了再说
story-3-good = 要您先垫钱的，都是骗局。前面退的小钱，只是为了让您放心。
story-3-other = 前面退的钱是钓鱼的饵。垫得多了，钱就退不回来了。不垫，退群，打 110。

story-4-title = 孙子出事了，急用钱
story-4-text = 电话里有人哭着说：“奶奶，我撞了人，要三万元。别告诉我爸。”声音很像您孙子。
story-4-a = 马上转钱，救人要紧
story-4-b = 挂掉，打孙子平时的号码问
story-4-c = 问他叫什么名字，答对了就转
story-4-good = 打一个电话就清楚了。现在声音也能造假，平时的号码才靠得住。
story-4-other = 声音能造假，名字也查得到。越是急，越要先打他平时的号码。真有事，也不差这一会儿。

freeze-story = 您正喝着茶，打开银行看了看。有两台设备登录着，有一台您从没见过。
freeze-devices = 现在登录着的设备
freeze-what = 第一件事：先让钱出不去。别的慢慢再想。
freeze-press = 全部冻结
freeze-sure = 要全部冻结吗？
freeze-sure-1 = 冻结后，练习账户里的钱出不去，还可以收钱。
freeze-sure-2 = 您随时可以恢复。
freeze-now = 好，全部冻结
freeze-not-yet = 先不冻结
freeze-end-title = 再让陌生设备退出
freeze-end-text = 钱已经安全了。找出不是您的那一台，让它退出。
freeze-end = 让它退出
freeze-own-title = 刚才那台是您自己的
freeze-own = 不要紧，随时可以再登录。现在让您不认识的那一台退出。
freeze-look-title = 看看停用了什么
freeze-look-text = 打开一个练习账户。上面写着已冻结，也不能转账。
freeze-look-go = 去看练习账户
freeze-look-done = 我看过了
freeze-thaw-title = 恢复您的账户
freeze-thaw-text = 没事了。抄一遍练习验证码，就能恢复账户。
freeze-thaw = 恢复练习账户

leaflet-of = 说明：{ $lesson }
leaflet-back = 回到这一课
leaflet-print = 打印
leaflet-how = 如果没有按钮，请用浏览器菜单里的“打印”。
leaflet-never = 我们绝不会问您的密码和验证码。别的银行也不会。
leaflet-help = 拿不准，就先停下，打电话给我们：

leaflet-sign-in-1 = 按平时的办法打开银行，不要点短信里的链接。
leaflet-sign-in-2 = 看网址，要和银行信上写的一模一样。
leaflet-sign-in-3 = 填用户名和密码，再按“下一步”。
leaflet-sign-in-4 = 打开验证器，输入六位数字。
leaflet-sign-in-5 = 用完了，请按“退出”。

leaflet-payment-1 = 按“转账给别人”。
leaflet-payment-2 = 选账户，填金额。
leaflet-payment-3 = 照着账单填姓名和账号。我们会替您核对姓名。
leaflet-payment-4 = 一行一行再看一遍。不对就按“修改”。
leaflet-payment-5 = 输入验证码，确认转账。把回单留好。

leaflet-scams-1 = 有人催您快办？先停下。真的银行不会催您。
leaflet-scams-2 = 有人要您的卡、密码、验证码？不给。
leaflet-scams-3 = 有人让您把钱转到“安全账户”？挂掉电话。
leaflet-scams-4 = 有人不许您告诉家人？马上告诉家人。
leaflet-scams-5 = 先等五分钟，再打下面的电话。

leaflet-freeze-1 = 觉得不对劲？先全部冻结。
leaflet-freeze-2 = 让不认识的设备退出。
leaflet-freeze-3 = 看最近的收支，记下不是您办的。
leaflet-freeze-4 = 打电话给我们，我们和您一起查。
leaflet-freeze-5 = 没事了，再恢复账户。

town-you = 您（练习）
town-currency = CNY
town-everyday = 练习账户
town-savings = 练习储蓄
town-shop = 春风花店
town-friend = 林小梅
town-pension = 练习养老金
town-grocer = 街角菜店
town-water = 自来水公司
town-chemist = 康民药房
town-fresh = 练习用的钱
town-device-own = 您家里的平板电脑
town-device-stranger = 一部外地的陌生手机
