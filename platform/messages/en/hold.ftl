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
hold-ticket-so-far = What you wrote so far
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

### My data.

# $organisation: the university.
hold-data-lead = What { $organisation } keeps about you here, and what you can do about it.
hold-kept = What is kept, and why
hold-kept-what = What
hold-kept-count = How many
hold-kept-why = Why
hold-kept-notice = The privacy notice of your university
hold-kept-awards = Micro-credentials
hold-kept-awards-why = So that you and those you show them to can rely on them.
hold-kept-files = Sealed files
hold-kept-files-why = So that you can download them again.
hold-kept-results = Results your university entered
hold-kept-results-why = A micro-credential is issued from them; a correction begins with them.
hold-kept-letters = Letters to you
hold-kept-letters-why = To reach you, and to show that you were told.
hold-kept-links = Links you made
hold-kept-links-why = So that they work, and that you see on which days they were opened.
hold-kept-tickets = What you told your university
hold-kept-tickets-why = So that you get an answer.
hold-kept-log = Lines of the log
hold-kept-log-why = So that you can see who did what.

hold-export = Take everything with you
hold-export-text = One archive with all of it: a file for programs, your sealed files, and the log.
hold-export-go = Download everything about me
hold-export-what = Everything that is kept about you here.
hold-export-data = data.json: all of it, for programs. Any editor shows it.
hold-export-files = files: your sealed files as they were issued. They can be checked by anyone.
hold-export-log = Who did what and when stands in data.json under “log”; on which days your links were opened stands under “links”.

hold-correct = Have it corrected
hold-correct-text = You can also object, or ask what something means. Your university answers on the page of your micro-credential.
hold-correct-go = Write to your university

hold-shown = What you showed, and to whom
hold-shown-text = To whom you gave a link only you know. Files you downloaded and passed on are not seen here.
hold-shown-none = You made no links.
hold-shown-link = Link
hold-shown-what = Shows
hold-shown-from = Made on
hold-shown-until = Ended on
hold-shown-works = still works
hold-shown-count = Opened

hold-log = Who did what
hold-log-text = The log is kept so that nobody can change it unseen. It names people by number only.
hold-log-when = When
hold-log-what = What
hold-log-who = Who
hold-log-by-learner = You
hold-log-by-university = Your university
hold-log-by-program = A program of your university
hold-log-by-house = This service by itself

hold-erase = Have everything erased
hold-erase-text = You can have everything personal erased. First you see what goes and what stays.
hold-erase-look = See what would be erased
# $organisation: the university.
hold-erase-lead = This is what happens if you have everything erased that { $organisation } keeps about you here.
hold-erase-goes = What goes
hold-erase-goes-data = Your name, your results, your files here, your letters, and what you wrote: the key that protects them is destroyed.
hold-erase-goes-links = All links you made stop at once. The link in your letter only says that it was erased.
hold-erase-stays = What stays, and why
# $title: of the micro-credential.
hold-erase-stays-law = The register entry of “{ $title }”: your name, date of birth, title, date, result
# $law: the name of the law; $date: a day.
hold-erase-stays-law-why = { $law } obliges the university to keep it, until { $date }. Then it is deleted.
hold-erase-stays-status = That a micro-credential of that number was issued, and whether it is in force
hold-erase-stays-status-why = Without a name, and with the reason if it was withdrawn. Those who have one of its files rely on it, for as long as the files can be checked.
hold-erase-stays-log = The log of what was done
hold-erase-stays-log-why = Without names. The law asks the university to be able to show what it did with data, for as long as it answers for it.
hold-erase-stays-files = Files you saved or gave away
hold-erase-stays-files-why = They are yours and theirs. They still work and can still be checked.
hold-erase-final = Nobody can undo this, not even the university. If you need a certificate later, it may not be able to give you a new one.
hold-erase-first = First download everything about me
hold-erase-prove = Show that it is you
hold-erase-fact-hint = Once more, so that nobody does this in your place.
hold-erase-sure = I have saved what I need, and want everything erased.
hold-erase-sure-missing = Say that you are sure, or go back.
hold-erase-go = Erase everything
# $organisation: the university.
hold-erase-uncertain = Somebody else with your name may have a micro-credential of { $organisation } too, and we cannot tell you apart here. Please write to the university; it looks at it and has your data erased.
hold-erased-title = Everything personal was erased
hold-erased-text = The key that protected your data here is destroyed. Files you saved still work.
hold-erased-kept = What the law obliges the university to keep stays until the day you were told.
hold-erased-backups = Backups made before today are overwritten as they grow old; nobody restores one to get at your data.

hold-my-data-lead = What your account holds. What universities keep about you stands on the page of each micro-credential.
hold-my-data-name = Name
hold-my-data-since = Account since
hold-my-data-affiliation = Place, as your university’s sign-in told
hold-my-data-account = Change my account, passkeys and sign-ins
hold-my-data-export = One archive with your account and all micro-credentials in it, with everything that is kept about each.
hold-my-data-erase = Give up my account
hold-my-data-erase-text = Your name here, your sign-ins and your passkeys are erased.
hold-my-data-erase-awards = Your micro-credentials are not: the links in your letters still open them. To have one erased, open it and go to “My data” first.
hold-my-data-erase-works = You work at a university here. Ask whoever looks after people there to take away your roles first.
hold-my-data-erase-go = Give up my account
hold-my-data-erased = Your account is gone
hold-my-data-erased-text = The links in your letters still open your micro-credentials.
