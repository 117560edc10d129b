# 在自己电脑上运行银行的设计师看到的内容。

workshop-title = 这台电脑上的布局
workshop-text = 在 { $folder } 里保存文件，这里马上就能看到。
workshop-good = 所有文件都读得出来。
workshop-bad = 有的文件读不出来，错在哪里请看下面。
workshop-wrong = “{ $file }”读不出来
workshop-place = 第 { $line } 行，第 { $column } 列：
workshop-last-good = 页面上还是这个文件之前的样子。
workshop-never-good = 改好以后就会显示。
workshop-from-folder = 来自您的文件夹
workshop-none = 没有叫这个名字的布局。
workshop-shown = { $page }：“{ $name }”
workshop-alone = 单独打开
workshop-again = 再显示一次
