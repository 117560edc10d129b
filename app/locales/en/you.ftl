# What is about the person.

you-title = You
you-name = Your name

paid-title = To be paid
paid-text = Give this name and number to whoever wants to pay you.
you-back = Back to You

preferences-title = How you read
preferences-about = Language, size of text, colours and contrast.
preferences-open = Choose how you read
preferences-language = Language
preferences-text = Size of text
preferences-standard = Standard
preferences-standard-hint = As much on a page as fits well.
preferences-large = Large
preferences-large-hint = Larger text and buttons, and fewer things at a time.
preferences-largest = Largest
preferences-largest-hint = Larger still, for tired eyes or a screen far away.
preferences-theme = Colours
preferences-device = As on this device
preferences-device-hint = Light or dark, as your device is set.
preferences-light = Light
preferences-light-hint = Dark words on paper.
preferences-dark = Dark
preferences-dark-hint = Light words on a dark page, easier at night.
preferences-contrast = Contrast
preferences-contrast-device = Usual
preferences-contrast-device-hint = More only where your device asks for it.
preferences-contrast-more = More
preferences-contrast-more-hint = Black and white, with strong borders.
preferences-data = Data use
preferences-data-usual = As usual
preferences-data-usual-hint = Pages answer while you type.
preferences-data-less = As little as possible
preferences-data-less-hint = For a slow or costly line. Pages do the same with less around it.
preferences-shortcuts = Keys that lead to a page
preferences-shortcuts-off = Off
preferences-shortcuts-off-hint = Keys only do what they do anywhere.
preferences-shortcuts-on = On
preferences-shortcuts-on-hint = Press g and then a letter. Never while you type.
preferences-shortcuts-list = See which keys there are
preferences-sample = You paid Anna £25.00.
preferences-known = This goes with you to every device on which you sign in.
preferences-here = This is kept in this browser. Once you sign in, your own choice counts.
preferences-save = Save
preferences-saved-title = Saved
preferences-saved = Every page is shown like this from now on.

security-title = Where you are signed in
security-about = Every browser that is signed in as you.
security-open = See where you are signed in
security-text = If you do not know one of these, end it and call us.
security-here = This is the one you are using now.
security-others = Other places
security-alone = You are signed in nowhere else.
security-since = Signed in
security-seen = Last used
security-address = Network address
security-end = Sign out there
security-end-others = Sign out everywhere else

browser-on = { $browser } on { $device }
browser-unknown = A browser we do not know
