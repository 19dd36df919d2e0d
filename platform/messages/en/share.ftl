### Links a learner shares, and the page behind them. For learners and checkers: all ten languages.

share-title = Show it with a link
share-lead = Whoever has the link sees what you choose, without an account. Nobody else finds it. You can switch it off at any time.
share-what = What should it show?
share-preset-employer = What an employer needs
share-preset-employer-hint = Your name, what you can do, how it was assessed, your result. Not your date of birth, not your student number.
share-preset-only = Only that I have it
share-preset-only-hint = Your name, the title, who issued it and when. No result.
share-preset-everything = Everything
share-preset-everything-hint = All of it, with date of birth and student number if they are in it, and the sealed files.
share-what-missing = Choose what the link should show.
share-lasts = How long should it work?
share-lasts-week = One week
share-lasts-month = 30 days
share-lasts-half = Half a year
share-lasts-always = Until I switch it off
share-lasts-missing = Choose how long it should work.
share-label = What is it for?
share-label-hint = Only you see this, such as “Application, spring”.
share-label-wrong = Please use 100 letters at most, on one line.
share-make = Make the link
share-too-many = You have many open links. Please switch one off first.

share-links = Your links
share-none = There are none. Nobody sees your micro-credential here.
share-open = Works
share-no-end = until you switch it off
# $date: a day.
share-until = until { $date }
share-over = Ended on { $date }
share-closed = Switched off on { $date }
share-close = Switch off
share-linkedin = Add to LinkedIn with this link
# $name: what the learner calls the link.
share-qr = Code that opens the link “{ $name }”
share-seen-never = Not opened yet.
# $count (Number): how often; $date: the last day.
share-seen =
    { $count ->
        [one] Opened once, on { $date }
       *[other] Opened { $count } times, last on { $date }
    }
share-seen-days = Days on which it was opened
share-seen-day = Day
share-seen-count = Times

# To whoever was given the link.
share-reader-employer = The learner chose to show you this: what they can do and how it was assessed.
share-reader-only = The learner chose to show you only that they have this micro-credential.
share-reader-everything = The learner chose to show you everything about this micro-credential.
share-check = Check it yourself
share-check-text = Do not rely on this page alone. Download the sealed file and check it; it says by itself whether it is genuine.
share-file = Sealed file
share-file-use = Proves what this page shows, and holds nothing the learner did not choose to show.
share-file-edc = European Digital Credential
share-file-ob3 = Open Badge
share-file-other = Sealed file
share-file-all-use = Holds everything the university sealed.
share-check-go = Check a file here
share-check-elsewhere = Any other program that checks European Digital Credentials, Open Badges or SD-JWT credentials does as well.
