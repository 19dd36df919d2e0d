### The page of a micro-credential, for the learner who holds it; some of it is seen by those it is shown to.
### For learners and checkers: all ten languages.

hold-untitled = Micro-credential
hold-birth-date = Date of birth
hold-can = What you can do now
# $name: the learner.
hold-can-reader = What { $name } can do
hold-who = Who says so
hold-who-sealed = Issued and sealed by
hold-who-site = Website
hold-who-mandate = On whose behalf
hold-proof = How it was assessed
hold-more = More about it
hold-languages = Also in

# How it stands: the word beside the sign, and the sentence.
hold-standing-valid-word = In force
hold-standing-valid = This micro-credential is in force
hold-standing-suspended-word = Suspended
hold-standing-suspended = This micro-credential does not count for now
hold-standing-withdrawn-word = Withdrawn
hold-standing-withdrawn = This micro-credential was withdrawn and does not count any more
hold-standing-annulled-word = Annulled
hold-standing-annulled = This micro-credential was annulled: it should not have been issued
hold-standing-superseded-word = Replaced
hold-standing-superseded = This micro-credential was corrected; a new one has taken its place
# $date: a day.
hold-standing-decided = Decided on { $date }.
hold-standing-reason = Reason:
# $time: date and time.
hold-standing-as-of = As of { $time }.
hold-successor = Go to the corrected one
hold-successor-other = If you should have the corrected one, you get a letter of your own about it.

hold-confirm-title = Is this yours, and is your name right?
hold-confirm-text = Please look at your name and at what was achieved. Then say that it is yours; your files and ways to show it follow.
hold-confirm-yes = Yes, this is mine and it is right
hold-confirm-no = No, something is wrong
# $date: a day.
hold-claimed-on = You said on { $date } that it is yours.

hold-files = Keep it
hold-files-text = Save at least one file where you keep important papers. Each is sealed and proves itself, without this page.
hold-file-zip = Everything in one file
hold-file-zip-use = All files below, with what is needed to check them without the internet.
hold-file-pdf = Certificate
hold-file-pdf-use = To print or to send. The sealed files are inside it.
hold-file-edc-jsonld = European Digital Credential
hold-file-edc-jsonld-use = For Europass, and for universities and offices in the European Union.
hold-file-ob3-png = Badge as a picture
hold-file-ob3-png-use = For a website or a CV. The picture holds the sealed badge.
hold-file-ob3-svg = Badge as a drawing
hold-file-ob3-svg-use = As the picture, and sharp at any size.
hold-file-ob3-json = Open Badge
hold-file-ob3-json-use = For badge collections and learning platforms.
hold-file-ob3-jwt = Open Badge as a token
hold-file-ob3-jwt-use = For programs that ask for this form.
hold-file-sd-jwt-sd-jwt = For digital wallets
hold-file-sd-jwt-sd-jwt-use = A file of which you can show only a part.
hold-file-other = Another sealed form
hold-file-other-use = For programs that ask for this form.
hold-print = Page to print
hold-print-note = This paper proves nothing by itself. The sealed files do; whoever wants to check can ask you for one.
hold-print-id = Number of this micro-credential:

hold-show = Show it
hold-show-text = Nobody sees it unless you show it. Make a link, choose what it shows, and switch it off when you like.
hold-show-links = Make a link, or see your links
hold-show-linkedin = Add to LinkedIn
hold-show-linkedin-hint = LinkedIn opens with its form filled in; nothing is sent before you save it there. If people should be able to check it there, make a link first and use the button beside that link.
hold-europass = How to put it into Europass
hold-europass-1 = Download the European Digital Credential from the list above.
hold-europass-2 = Sign in at europass.europa.eu and open your library.
hold-europass-3 = Choose to add a digital credential and pick the file. Europass checks the seal and shows it in your profile.

hold-account = Keep it with an account
hold-account-text = With an account you find all your micro-credentials in one place, and need no letter any more. It is your choice; everything here works without.
hold-account-taken = This micro-credential is kept with another account. If that was not you, tell your university below.
hold-account-sign-in = Sign in
hold-account-keep = Keep it with my account

hold-wrong = Something is wrong?
hold-wrong-text = Your name, your result, or it is not yours at all: tell your university. The answer stands here.
hold-wrong-go = Tell them
hold-ticket-title = Tell your university
hold-ticket-lead = You get an answer within two weeks, on this page.
hold-ticket-about = What is it about?
hold-ticket-about-name = My name is wrong
hold-ticket-about-result = A result or a date is wrong
hold-ticket-about-not-mine = This is not mine
hold-ticket-about-data = Data about me: correct, explain or object
hold-ticket-about-other = Something else
hold-ticket-about-missing = Choose what it is about.
hold-ticket-text = What should be different?
hold-ticket-text-hint = Write as you would in a letter. Only your university reads it.
hold-ticket-text-missing = Say what should be different.
hold-ticket-text-long = This is too long. Please say it in 4,000 characters.
hold-ticket-too-many = You have asked several things that wait for their answers. Please wait for those first.
hold-ticket-send = Send
# $date, $due: days.
hold-ticket-asked = You wrote on { $date }:
hold-ticket-open = Will be answered by { $due }
hold-ticket-answered = Answered
hold-ticket-answer = The answer of { $date }:

hold-data = Your data
hold-data-text = See what is kept about you, take it with you, have it corrected or erased, and see what you showed to whom.
hold-data-go = My data
hold-leave-text = On a computer that others use: close this page for whoever comes next. The link in your letter opens it again.
hold-leave = Close for others

hold-mine = My micro-credentials
hold-mine-lead = Everything you keep with your account, whoever issued it.
hold-mine-none = There is nothing here yet. Open the link of your letter, and keep it with your account there.
hold-mine-title = Title
hold-mine-from = Issued by
hold-mine-date = Date
hold-mine-standing = How it stands
hold-mine-add = Add one from a letter or a paper
hold-erased = Erased

# In the README of the archive.
hold-readme-what = This archive holds your micro-credential in all its sealed forms, and what is needed to check them even without the internet.
hold-readme-files = Keep the whole archive. To show your micro-credential, give away one of the files beside this text.
# $address: a link.
hold-readme-check = Anyone can check a file here, without an account: { $address }
hold-readme-offline = Without the internet: the free program “tessera” checks a file with the folder “check” of this archive:
# $time: date and time.
hold-readme-as-of = The status lists in the folder “check” are those of { $time }. Whether it was withdrawn later is only known from newer ones.
