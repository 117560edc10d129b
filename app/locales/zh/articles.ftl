# 短文：现在该做什么，怎样不上当。

article-call = 拿不准？打电话问我们
article-signs = 怎样识别
article-do = 该怎么做

article-lost = 银行卡或手机丢了
article-lost-about = 现在就做，按这个顺序。
article-lost-1 = 给我们打电话，白天夜里都行。我们马上停卡，并退出所有登录。
article-lost-2 = 有别的手机或电脑？在上面登录，退出其他所有登录。
article-lost-3 = 请手机运营商给丢失的手机停机。
article-lost-4 = 看一看最近的转账，不是您做的请告诉我们。
article-lost-sure = 不用等到确定丢了。哪怕可能找得到，也请先打电话。

article-mistake = 钱转错了人
article-mistake-about = 越早告诉我们，办法越多。
article-mistake-final = 转账几秒钟就到账，我们自己不能把钱撤回来。
article-mistake-1 = 马上给我们打电话，手边准备好回单上的编号。
article-mistake-2 = 我们会联系收到钱的人，请对方退回来。
article-mistake-3 = 如果是被骗了，请直说。这不是您的错，也方便我们处理。

article-pressed = 有人催您转账
article-pressed-about = 骗子总是很急，正规机构不会催。
article-pressed-time = 真正的银行、商家、税务局会给您时间，骗子不会。
article-pressed-sign-1 = 说今天必须办，不然就要出事。
article-pressed-sign-2 = 叫您谁都别告诉，连家人和银行也不行。
article-pressed-sign-3 = 说您的钱不安全，要转到另一个账户。
article-pressed-sign-4 = 转账时一直不挂电话，或要看您的屏幕。
article-pressed-1 = 停下来，挂掉电话。您想考虑多久都可以。
article-pressed-2 = 和您信得过的人商量一下。
article-pressed-3 = 打这一页上的电话问我们，不要打对方给的号码。
article-pressed-4 = 已经转了？马上给我们打电话。

article-caller = 自称“银行”的电话、短信或来信
article-caller-about = 怎样知道真的是我们。
article-caller-anyone = 谁都可以自称是银行，来电显示也能造假。
article-caller-never = 我们绝不会这样做
article-caller-never-1 = 问您要密码或验证码。
article-caller-never-2 = 叫您把钱转到“安全账户”。
article-caller-never-3 = 派人上门取您的银行卡。
article-caller-never-4 = 让您装软件，好看到您的屏幕。
article-caller-check = 怎样核实
article-caller-1 = 挂掉电话，不必解释。
article-caller-2 = 等五分钟，或换一部电话。
article-caller-3 = 拨打这一页上的号码问一问。

article-codes = 验证码和密码只留给自己
article-codes-about = 别人都用不着，我们也不要。
article-codes-one = 一个验证码只确认一件事。页面上写着是什么事，请先看清。
article-codes-1 = 不要把验证码念给任何人，包括我们。
article-codes-2 = 从短信里点开的网页，不要在上面填验证码。
article-codes-3 = 这里的密码，不要和别处一样。
article-codes-given = 已经告诉别人了？马上打电话，我们让它作废。

article-friend = 新认识的朋友，或特别好的赚钱机会
article-friend-about = 从没见过面的人，却要您出钱。
article-friend-sign-1 = 网上认识的人要路费、看病钱或包裹钱。
article-friend-sign-2 = 说收益比银行高得多，还没有风险。
article-friend-sign-3 = 请您用自己的账户帮忙转钱。这是犯法的。
article-friend-1 = 先不要转钱。
article-friend-2 = 问问家人或朋友怎么看。
article-friend-3 = 给我们打电话。这种事我们听得多，不会笑话您。

article-larger = 把字放大
article-larger-about = 电脑和手机上的四种办法。
article-larger-1 = 点页面最上面的“长辈版（大字）”，以后每一页都是大字。
article-larger-2 = 用电脑时，按住 Ctrl 键再按加号。苹果电脑按住 Command 键。
article-larger-3 = 用手机时，两个手指放在页面上，向外张开。
article-larger-4 = 还是太小？在“显示设置”里选“特大字”。
