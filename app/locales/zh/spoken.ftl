# 朗读时要说的话：数字、日期和金额都念成文字。

read-card = 朗读
read-page = 朗读这一页
read-stop = 停止朗读
read-pause = 暂停
read-go-on = 继续朗读
spoken-minus = 负{ $amount }
spoken-day = { $month-number }月{ $day }日，{ $weekday }
spoken-date = { $year }年{ $month-number }月{ $day }日
spoken-line = { $party }，{ $about }，{ $moved }。
