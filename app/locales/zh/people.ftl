# 转过账的人。

people-title = 我转过账的人
people-search = 找人
people-search-hint = 姓名，或您对他们的称呼
people-search-button = 查找
people-everybody = 显示所有人
people-more = 显示全部 { $many } 人
people-none = 名单上没有人。您转过账的人会在这里。
people-nobody = 没有找到“{ $wanted }”。
people-found =
    { $count ->
       *[other] 找到 { $many } 人，符合“{ $wanted }”。
    }
people-about = 账号尾号 { $end }。上次 { $day } 转了 { $amount }。
people-called = “{ $nickname }”
people-favourite = 常用
people-again = 再转一次
people-off-title = 已从名单去掉
people-off = { $name }不在名单上了。转账记录都还在。
people-put-back = 放回名单
people-new = 转给新的人

person-number = 账号
person-last = 上次转账
person-last-on = { $day } 转了 { $amount }
person-payment = 查看那笔转账
person-nickname = 您怎么称呼对方？
person-nickname-hint = 只有您看得到。不填就没有称呼。
person-nickname-save = 保存
person-saved-title = 已保存
person-saved = 您对{ $name }的称呼已保存。
person-saved-none = { $name }现在没有另外的称呼。
person-list = 您的名单
person-favourite-about = 常用的人排在最前面。
person-favourite-add = 设为常用
person-favourite-end = 取消常用
person-off-about = 再给对方转账，就会回到名单上。
person-off = 从名单去掉
person-not-listed-title = 不在名单上
person-not-listed = 您把{ $name }从名单去掉了。转账记录都还在。
