# 与本人有关的设置。

you-title = 我的
you-name = 姓名

paid-title = 收款信息
paid-text = 别人要给您转账时，把户名和账号告诉对方。
you-back = 返回“我的”

preferences-title = 显示设置
preferences-about = 语言、字号、颜色和对比度。
preferences-open = 修改显示设置
preferences-language = 语言
preferences-text = 字号
preferences-standard = 标准版
preferences-standard-hint = 内容更全，一屏看得更多。
preferences-large = 长辈版
preferences-large-hint = 字更大，按钮更大，一次只看几样。
preferences-largest = 特大字
preferences-largest-hint = 字比长辈版更大，看着更省力。
preferences-theme = 颜色
preferences-device = 跟随设备
preferences-device-hint = 按照手机或电脑的设置显示。
preferences-light = 浅色
preferences-light-hint = 白纸黑字。
preferences-dark = 深色
preferences-dark-hint = 深色背景，夜里看更舒服。
preferences-contrast = 对比度
preferences-contrast-device = 通常
preferences-contrast-device-hint = 设备要求时才加强。
preferences-contrast-more = 高对比
preferences-contrast-more-hint = 黑白分明，边框更清楚。
preferences-data = 流量
preferences-data-usual = 照常
preferences-data-usual-hint = 边填边提示。
preferences-data-less = 尽量省
preferences-data-less-hint = 网速慢或流量贵时用，功能一样，页面更轻。
preferences-shortcuts = 用按键打开页面
preferences-shortcuts-off = 关
preferences-shortcuts-off-hint = 按键和别处一样。
preferences-shortcuts-on = 开
preferences-shortcuts-on-hint = 先按 g，再按一个字母。填写内容时不起作用。
preferences-shortcuts-list = 看看有哪些按键
preferences-sample = 已转给安娜 £25.00。
preferences-known = 在哪台设备上登录，都按这里的设置显示。
preferences-here = 设置留在这个浏览器里。登录后以您自己的设置为准。
preferences-save = 保存
preferences-saved-title = 已保存
preferences-saved = 以后所有页面都这样显示。

security-title = 已登录的设备
security-about = 查看您正在哪些设备上登录。
security-open = 查看已登录的设备
security-text = 如果有不认识的，请让它退出登录，并给我们打电话。
security-here = 这就是您正在用的这一个。
security-others = 其他地方
security-alone = 没有在其他地方登录。
security-since = 登录时间
security-seen = 最近使用
security-address = 网络地址
security-end = 退出这个登录
security-end-others = 退出其他所有登录

browser-on = { $device } 上的 { $browser }
browser-unknown = 未知浏览器
