# 登录和退出。

sign-in-title = 登录
sign-in-username = 用户名
sign-in-password = 密码
sign-in-continue = 下一步
sign-in-passkey = 用通行密钥登录
sign-in-code-title = 输入验证码
sign-in-code = 6 位验证码
sign-in-code-hint = 打开身份验证器，找到“Banyan”一栏。输入那 6 位数字。
sign-in-button = 登录
sign-in-back = 返回，修改用户名和密码
sign-in-left-title = 您已退出登录
sign-in-left-text = 如果这台设备别人也用，请关闭这个窗口。
sign-in-again-title = 请先登录
sign-in-again-text = 登录后会回到刚才的页面，填好的内容保留 10 分钟。

demo-title = 这是演示银行
demo-text = 这里没有真实的资金，您可以用下面任何一个人的身份登录。
demo-people = 查看演示人员和密码
demo-table = 演示人员和他们的登录信息
demo-name = 姓名
demo-code = 验证码：请在运行银行的电脑上执行“make codes”。

recovery-code-instead = 没有验证器：使用恢复码
recovery-code-title = 输入恢复码
recovery-code = 恢复码
recovery-code-hint = 您打印的恢复码中的一个，每个只能用一次。
recovery-code-back = 返回，输入验证器上的验证码
