### The first page. For everybody.

front-title = Micro-credentials
front-heading = What you learnt, in a form anyone can check
# $alliance: name of the alliance of universities.
front-lead = The universities of { $alliance } issue micro-credentials here. Learners keep them for life and decide who sees them. Whoever is shown one can check it in seconds.
front-lead-alone = Universities issue micro-credentials here. Learners keep them for life and decide who sees them. Whoever is shown one can check it in seconds.
front-example = This is an example: the universities are invented, and nothing issued here is a real credential.

front-doors = What brings you here?
front-check-title = I check
front-check-text = Somebody showed you a micro-credential. See whether it is genuine and still in force, what the person can do, and how that was assessed. You need no account, and the file need not leave your device.
front-check-go = Check a micro-credential
front-keep-title = I keep
front-keep-text = You earned a micro-credential. Open the link in your letter, or type the code from your paper, to see it, keep all its files and share it. You need no account.
front-keep-go = Open mine
front-issue-title = I issue
front-issue-text = You work at one of these universities. Enter results, have them approved by a second person, and issue to a whole group at once.
front-issue-go = Sign in

front-who = Who issues here
front-how = Why you can rely on it
front-how-sealed = Sealed by the university
front-how-sealed-text = Every file carries the electronic seal of the university that issued it. If one letter of it were changed, the check would say so.
front-how-yours = It belongs to the learner
front-how-yours-text = The files are the learner’s to keep. They can still be checked when a course, an account or this website is gone.
front-how-open = Open European standards
front-how-open-text = European Digital Credentials, Open Badges 3.0 and SD-JWT VC: other tools in Europe read them too.
