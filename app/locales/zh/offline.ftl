# 没有网络时要说的话，以及之后放回去的内容。

offline-title = 现在没有网络
offline-unsent = 暂时连不上网，什么都没有发出去。
offline-perhaps = 正在发送时网络断了，我们不知道有没有收到。
offline-perhaps-money = 如果正在转账，请先查看最近的转账。同一笔钱绝不会转两次。
offline-kept = 您填的内容会在这台设备上保留半小时，退出登录就清除。验证码和密码不会保留。
offline-again = 再试一次
offline-call = 打电话不需要网络。
kept-back = 您之前填的内容已经放回来了。
