# 说明助手没听懂的话是什么意思

labels-title = 他们是什么意思？
labels-place = 学习
labels-about = 助手没听懂的话。
labels-text = 这些客户允许助手从他们写的话里学习。您看得到话，看不到是谁写的。
labels-waiting = { $open }条等人先看，{ $labelled }条等人再看。{ $agreed }条可以用来学习。
labels-none = 这里没有等您看的。
labels-end = 后面没有了。
labels-again = 从头再看
label-words = 有人写的话
label-unsure = 助手没有把握
label-not-this = 客户说答的不是想问的
label-guesses = 助手的猜测
label-no-guess = 助手猜不出来。
label-choose = 是什么意思
label-none = 请选择
label-outside = 跟银行没有关系
label-unusable = 学不到什么，删掉
label-save = 保存
label-skip = 跳过这条
label-check = 对不对？
label-says = 同事说意思是：{ $label }
label-agree = 对
label-refuse = 不对，重新看
deed-staff-miss-labelled = 员工：说明了一句话的意思
deed-staff-miss-read = 员工：看了一句供学习的话
deed-staff-miss-agreed = 员工：同意了一句话的意思
deed-staff-miss-refused = 员工：不同意一句话的意思
deed-staff-miss-removed = 员工：一句话没有用来学习

## 允许助手学习（/you/privacy）
learn-title = 您写给助手的话
learn-is-off = 助手不从您写的话里学习。
learn-is-on = 助手可以从您写的话里学习。谢谢您。
learn-help = 允许学习
learn-stop = 不再允许
learn-what = 助手没听懂，或者您说答得不对，我们就把那句话留一份。
learn-who = 我们的人看这句话，看不到您的名字，再说明是什么意思。卡号、验证码和账号会先去掉。您写的人名可能还在。
learn-days =
    { $days ->
       *[other] { $days }天后我们会删除。
    }
learn-deletes = 您不再允许后，我们会删除为此保存的话。助手已经学会的会留着。
