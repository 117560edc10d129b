# 服务得怎么样：只看总数

quality-title = 我们服务得怎么样
quality-place = 服务质量
quality-about = 帮到了多少人，有多快。
quality-text = 这里是这些天开始的对话和留言的总数。没有为此多存任何东西。
quality-days = 看多久
quality-last =
    { $count ->
       *[other] 最近{ $count }天
    }
quality-by = 怎么分开看
quality-by-language = 语言
quality-by-about = 问什么
quality-by-text = 字号
quality-conversations = 对话
quality-messages = 留言
quality-who = 哪些
quality-all = 全部
quality-unsure = 助手没有把握
quality-standard = 标准字
quality-strangers = 没有登录的人
quality-contained = 助手自己答完
quality-handed-over = 需要真人
quality-first-answer = 真人第一次回复
quality-solved = 已解决
quality-reopened = 又提起来
quality-satisfied = 觉得好或很好
quality-half = 一半的人最多等
quality-most = 十个里九个最多等
quality-of = { $all }个里有{ $number }个
quality-nine = 十个里九个在{ $time }之内，共{ $all }次回复
quality-few = 人太少
quality-none = 人还太少，不显示数字。
quality-fewest = 不到{ $people }人，不显示数字。有时大一些的组也不显示，免得推算出少数人。
quality-sizes = 字号是客户今天所选的。
quality-ages = 我们不知道客户的年龄，所以不按年龄分开。
quality-cut = 太多了，一次算不完。这里只算最近的。
quality-seconds =
    { $count ->
       *[other] { $count }秒
    }
quality-minutes =
    { $count ->
       *[other] { $count }分钟
    }
quality-hours =
    { $count ->
       *[other] { $count }小时
    }
quality-lasted =
    { $count ->
       *[other] { $count }天
    }
