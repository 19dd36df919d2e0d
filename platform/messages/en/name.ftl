### A learner looks at the spelling of their name before sealing. For everybody: all ten languages.

name-title = Is your name spelled right?
name-lead = { $organisation } will soon award you “{ $title }”. This is how your name will be written on it:
name-right = Yes, it is right
name-wrong = No, it is written differently
name-wrong-hint = Please write it as in your identity document. The university looks at it before it is used.
name-given = Given name
name-family = Family name
name-full = Full name
name-full-hint = Where your name is not made of given and family name, or is written in another script.
name-send = Send
name-missing = Write your given and family name, or your full name.
name-confirmed = Thank you
name-confirmed-what = Your name will be written as shown. There is nothing more to do; you get a letter when the micro-credential is there.
name-proposed = Thank you, we have got it
name-proposed-what = The university looks at your spelling before anything is sealed.
name-too-late = It is too late to change it here
name-too-late-what = The micro-credential is being made or was made already. When you have it, choose “Something is wrong” on its page.
