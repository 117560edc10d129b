# What somebody was told, and how they want to be told.

notices-title = Messages from us
notices-about = What we told you about your accounts, and how we tell you.
notices-open = Read them
notices-text = Everything we told you by mail or text message stands here too. Was something not you? Freeze everything and call us.
notices-none = We have not told you anything yet.
notices-new = New
notices-see = I have read these
notices-back = Back to messages from us
notices-news = { $count ->
    [one] There is a new message from us
   *[other] There are { $count } new messages from us
}
notices-recovery = Somebody asked for a new way to sign in to your accounts. Was it not you? Stop it on your first page, or call us.
notice-sender = Banyan:
channel-inbox = On this site
notices-choices-title = How we tell you
notices-choices-about = By mail or text message, and when we leave you in peace.
notices-choices-open = Choose how we tell you
notices-nowhere = We have none
notices-reached = Is one of these wrong or new? Call us: for your safety, we change them only when we know it is you.
notices-safety = We always tell you at once what concerns your safety, every way we can. Nobody can turn that off in your name.
notices-payments = When a planned or waiting payment could not be made
notices-messages = When we have answered what you wrote
notices-by-both = By mail and text message
notices-by-email = By mail
notices-by-sms = By text message
notices-by-here = Only on this site
notices-quiet = When may we send these?
notices-any = At any time
notices-night = Not in the hours I choose
notices-night-hint = We send them when those hours are over.
notices-from = No messages from
notices-until = Until
notices-save = Keep this
notices-saved = This is how we tell you from now on.
staff-outbox-due = not sent before { $when }
mail-subject = A message from Banyan
mail-foot = We never ask you for a code or a password. Does something look wrong? Sign in as you always do, or call the number on your card. Nobody reads answers to this message.
mail-foot-trusted = We never ask you for a code, a password or money. Nobody reads answers to this message.
notices-unreached-email = Our mail of { $when } did not reach you
notices-unreached-sms = Our text message of { $when } did not reach you
notices-unreached = Is your address or your number still the same? Please call us, so that we can tell you what happens.
