# Signing in and out.

sign-in-title = Sign in
sign-in-username = User name
sign-in-password = Password
sign-in-continue = Continue
sign-in-passkey = Sign in with a passkey
sign-in-code-title = Enter your code
sign-in-code = 6-digit code
sign-in-code-hint = Open your authenticator app and type the code it shows for Banyan.
sign-in-button = Sign in
sign-in-back = Back to your name and password
sign-in-left-title = You have signed out
sign-in-left-text = Close this window if others use this device.
sign-in-again-title = Sign in to go on
sign-in-again-text = You will come back to where you were. What you typed there is kept for 10 minutes.

demo-title = This is a demonstration
demo-text = No real money is here. You can sign in as any of these people.
demo-people = Show the people and their passwords
demo-table = The people, and what they sign in with
demo-name = Name
demo-code = For the code, run “make codes” where the bank is running.

recovery-code-instead = I do not have my app: use a recovery code
recovery-code-title = Enter a recovery code
recovery-code = Recovery code
recovery-code-hint = One of the codes you printed. Each is good once.
recovery-code-back = Back to the code of the app
