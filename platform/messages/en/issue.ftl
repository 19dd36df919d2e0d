### Pages of those who issue: cohorts, results, approval, sealing, awards.

## Cohorts

issue-cohorts = Cohorts
issue-cohorts-what = A cohort is a group of learners who get the same micro-credential together.
issue-cohorts-none = There is no cohort yet.
issue-new-cohort = New cohort
issue-no-design = No design is frozen yet. A designer has to freeze one first; only frozen designs are awarded.
issue-which-design = Which micro-credential?
issue-which-design-hint = Only frozen versions are offered: what was approved is what is awarded.
issue-design-missing = Choose the micro-credential.
issue-cohort-name = Name of the cohort
issue-cohort-name-hint = For you and your colleagues, such as “Spring 2026, group B”. Learners do not see it.
issue-cohort-name-missing = Give the cohort a name of at most 200 characters.
issue-which-formats = Which files do learners get?
issue-which-formats-hint = All three unless you have a reason. A PDF and a printable page come with any of them.
issue-format-missing = Choose at least one kind of file.
issue-format-edc = European Digital Credential
issue-format-edc-use = For Europass and for universities and authorities in Europe
issue-format-ob3 = Open Badge 3.0
issue-format-ob3-use = For LinkedIn, portfolios and badge collections
issue-format-sd-jwt = Wallet credential
issue-format-sd-jwt-use = For digital wallets; the learner chooses what to show
issue-open-cohort = Open the cohort
issue-name = Name
issue-design = Micro-credential
issue-design-version = { $title }, version { $version }
issue-learners = Learners
issue-awarded = Awarded
issue-opened = Opened
issue-state = State
issue-state-collecting = Collecting results
issue-state-names = Names are being confirmed
issue-state-approval = Waits for a second person
issue-state-approved = Approved
issue-state-sealing = Being sealed
issue-state-paused = Paused
issue-state-stopped = Stopped
issue-state-done = Sealed
issue-steps = Steps
issue-step-results = Results
issue-step-approval = Second person
issue-step-sealing = Sealing
issue-step-report = Report

## What comes next

issue-next-add = Next: add the results
issue-next-take =
    { $count ->
        [one] Next: look at { $count } new row and take it over
       *[other] Next: look at { $count } new rows and take them over
    }
issue-next-ratify =
    { $count ->
        [one] Next: the board ratifies { $count } result
       *[other] Next: the board ratifies { $count } results
    }
issue-next-submit =
    { $count ->
        [one] Next: look at the summary of { $count } learner and submit
       *[other] Next: look at the summary of { $count } learners and submit
    }
issue-next-mend =
    { $count ->
        [one] Next: mend { $count } row
       *[other] Next: mend { $count } rows
    }
issue-next-names = Learners are looking at their names
issue-next-wait = Nothing for you to do here now
issue-next-trouble =
    { $count ->
        [one] { $count } row needs attention
       *[other] { $count } rows need attention
    }
issue-next-changed =
    { $count ->
        [one] { $count } learner differs from what stands here: accept or discard
       *[other] { $count } learners differ from what stands here: accept or discard
    }
issue-next-ready =
    { $count ->
        [one] { $count } result is ready
       *[other] { $count } results are ready
    }
issue-take-over =
    { $count ->
        [one] Take over { $count } new row
       *[other] Take over { $count } new rows
    }
issue-ratify =
    { $count ->
        [one] Ratify { $count } result
       *[other] Ratify { $count } results
    }
issue-board-asks = This micro-credential asks for it: { $board } ratifies results. Only ratified ones are awarded.
issue-to-summary = Look at the summary and submit
issue-add-results = Add results
issue-ask-names = Let learners confirm their names
issue-ask-names-hint = Optional. Learners with an e-mail address get a letter and have seven days to look at the spelling of their name.
issue-end-names = End the round of names
issue-names-under-way = { $confirmed } of { $asked } learners confirmed their names; they have time until { $until }.
issue-was-sent-back = The second person sent this back to you

## The list

issue-list = Learners and results
issue-list-empty = No row of this kind.
issue-filters = Show only
issue-look-all = All
issue-look-trouble = Needs attention
issue-look-new = New
issue-look-changed = Changed
issue-look-duplicate = Duplicate
issue-look-below-threshold = Not passed
issue-look-name-missing = Name missing
issue-look-faulty = Faulty
issue-look-ready = Ready
issue-look-unratified = Not ratified
issue-look-awarded = Awarded
issue-look-left-out = Left out
issue-pages = Pages
issue-page-before = Previous page
issue-page-next = Next page
issue-page-of = Page { $page } of { $pages }
issue-row = Row
issue-row-number = Row { $row }
issue-learner = Learner
issue-no-name = (no name)
issue-to-do = What to do
issue-edit = Edit
issue-see-award = See the award
issue-save-row = Save this row
issue-leave-out = Leave out
issue-take-in = Take in again
issue-accept-change = Accept
issue-discard-change = Discard
issue-change-from = was
issue-change-to = now
issue-ratified = ratified
issue-name-confirmed = name confirmed
issue-back-to-list = Back to the list
issue-done-entered =
    { $count ->
        [one] { $count } row came in. Nothing is awarded yet.
       *[other] { $count } rows came in. Nothing is awarded yet.
    }
issue-done-unchanged =
    { $count ->
        [one] { $count } row was here already. Nothing changed.
       *[other] { $count } rows were here already. Nothing changed.
    }
issue-done-taken-over =
    { $count ->
        [one] { $count } result is ready.
       *[other] { $count } results are ready.
    }
issue-done-ratified =
    { $count ->
        [one] { $count } result is ratified.
       *[other] { $count } results are ratified.
    }
issue-done-asked =
    { $count ->
        [one] { $count } letter is on its way.
       *[other] { $count } letters are on their way.
    }
issue-done-mended = The row is saved.
issue-done-left-out = The row is left out. You find it under “Left out”.
issue-done-taken-in = The row is in again.
issue-done-accepted = The change is accepted.
issue-done-discarded = The change is discarded; what stood here stays.

## Adding

issue-by-list = From a spreadsheet
issue-by-list-what = A file, or cells copied and pasted. You see every row before anything happens; the same list twice changes nothing.
issue-template = Empty list to fill in
issue-file = File
issue-file-hint = CSV (UTF-8) or Excel (.xlsx), up to 8 MB and 20,000 rows. Of a workbook the first sheet is read.
issue-paste = Or paste the cells
issue-paste-hint = With the row of column names.
issue-read-list = Read the list
issue-columns = Names of the columns
issue-columns-unknown-which = Not known:
issue-columns-unknown =
    { $count ->
        [one] One column is not known. Mend its name below, or leave it out.
       *[other] { $count } columns are not known. Mend their names below, or leave them out.
    }
issue-column-unknown = “{ $column }” (column { $letter }).
issue-column-perhaps = “{ $column }” (column { $letter }): did you mean { $suggestion }?
issue-leave-columns-out = Leave these columns out
issue-list-missing = Choose a file or paste cells.
issue-list-no-rows = The list names no learner.
issue-list-too-long = A list has at most { $most } rows. Please send it in parts.
issue-list-unreadable = The list could not be read, and nothing was taken from it. { $why }
issue-by-form = One learner at a time
issue-add-learner = Add this learner
issue-by-program = From another program
issue-by-program-what = Your student information system or learning platform can send results. An owner makes an API client for it.
issue-column-given-name = Given name
issue-column-family-name = Family name
issue-column-full-name = Full name
issue-column-date-of-birth = Date of birth
issue-column-identifier-scheme = Kind of number
issue-column-identifier = Number
issue-column-identity = How identity was established
issue-column-grade = Grade
issue-column-awarded-on = Awarded on
issue-column-language = Language
issue-column-email = E-mail
issue-column-grade-of = Grade of “{ $title }”
issue-hint-full-name = Where the name is not made of given and family name, or stands in another script.
issue-hint-date-of-birth = Year-month-day, such as 1994-03-17. The learner needs it to claim.
issue-hint-identifier = A lasting one, such as the student number; never an e-mail address.
issue-hint-awarded-on = Year-month-day.
issue-hint-language = Such as en or es. Letters come in it.
issue-hint-email = For letters only; it never gets into the credential.
issue-identity-checked = Checked
issue-identity-vouched = Vouched for
issue-identity-self-asserted = Said by the learner

## What is wrong with a cell. $value: what stands in it. $row: another row

issue-fault-cohort-name = A name is missing: fill in given and family name, or the full name.
issue-fault-cohort-date = “{ $value }” is not a possible day. Write year-month-day, such as 2026-06-30.
issue-fault-cohort-language = Write a language like en or es.
issue-fault-cohort-email = “{ $value }” is not an e-mail address.
issue-fault-cohort-identifier = A lasting number is needed here, not an e-mail address.
issue-fault-cohort-identity = Write checked, vouched or self-asserted.
issue-fault-cohort-control = The cell holds signs that cannot be seen. Type the text anew.
issue-fault-cohort-length = The text is longer than 200 characters.
issue-fault-cohort-grade = “{ $value }” is not a grade of this scale.
issue-fault-cohort-not-passed = { $value } is below the pass mark. Only a passed micro-credential is awarded.
issue-fault-cohort-duplicate = The same learner stands in row { $row } already. Give another number, or leave one of them out.
issue-fault-issue-awarded-already = This learner has this micro-credential already. A mistake in it is corrected on its own page.
issue-not-collecting = The cohort is past this step: results are no longer changed.
issue-nothing-to-do = There was nothing left to do.

## The second person

issue-summary = What will be sealed
issue-approval-yours = This waits for your approval
issue-approval-waits = This waits for a second person
issue-approval-not-own = You submitted it yourself. Somebody else has to approve it.
issue-awards-to-seal = Awards
issue-left-behind = Left behind
issue-left-behind-count =
    { $count ->
        [one] { $count } row gets no award
       *[other] { $count } rows get no award
    }
issue-undecided-changes = Changes nobody decided on
issue-left-out = Left out on purpose
issue-formats = Files
issue-names-confirmed = Names confirmed
issue-of = { $part } of { $all }
issue-submitted-by = Submitted by
issue-sample = One of them, as it will be
issue-sample-what = A draft without a seal. Please read it as an employer would.
issue-sample-alt = Certificate of { $name } for { $title }: a draft
issue-submit-what = A second person looks at this and approves. Until then you can take it back.
issue-submit =
    { $count ->
        [one] Submit { $count } award for approval
       *[other] Submit { $count } awards for approval
    }
issue-approve =
    { $count ->
        [one] Approve { $count } award
       *[other] Approve { $count } awards
    }
issue-send-back = Send back
issue-send-back-word = What is to be done better?
issue-send-back-hint = Whoever prepares the cohort reads it. No names of learners, please.
issue-word-missing = Say what is to be done better, in at most 500 characters.
issue-take-back = Take back
issue-no-wrong-state = The cohort is in another state by now. Load its page again.
issue-no-nothing-ready = No result is ready to be awarded.
issue-no-same-person = Who submitted a cohort does not approve it.
issue-no-stop-switch = The stop switch is pulled: nothing is sealed until an owner releases it.
issue-no-nothing-to-seal = There is nothing to seal.

## Sealing

issue-approved-next =
    { $count ->
        [one] Next: seal { $count } award
       *[other] Next: seal { $count } awards
    }
issue-approved-who = An issuer or owner seals it.
issue-seal =
    { $count ->
        [one] Seal { $count } award now
       *[other] Seal { $count } awards now
    }
issue-sealing-sealing = Sealing
issue-sealing-paused = Sealing is paused
issue-sealed-so-far = Sealed so far
issue-time-unknown = How long it takes shows in a moment. You may leave this page; sealing goes on.
issue-seconds-left =
    { $count ->
        [one] About { $count } second left. You may leave this page; sealing goes on.
       *[other] About { $count } seconds left. You may leave this page; sealing goes on.
    }
issue-minutes-left =
    { $count ->
        [one] About { $count } minute left. You may leave this page; sealing goes on.
       *[other] About { $count } minutes left. You may leave this page; sealing goes on.
    }
issue-refused =
    { $count ->
        [one] { $count } could not be sealed: see why
       *[other] { $count } could not be sealed: see why
    }
issue-pause = Pause
issue-resume = Go on
issue-stop-for-good = Stop for good
issue-stop-what = { $sealed } are sealed and stay valid. The others get nothing from this cohort. To go on later, pause instead.
issue-reason = Reason
issue-reason-missing = Give a reason of at most 500 characters.
issue-stop-switch = Sealing stands still: the stop switch is pulled
issue-stopped-word = Stopped
issue-to-stop-switch = To the stop switch

## The report

issue-report-title =
    { $count ->
        [one] { $count } award is sealed
       *[other] { $count } awards are sealed
    }
issue-letters = Letters
issue-letters-sent = Sent
issue-letters-waiting = On their way
issue-letters-bounced = Came back
issue-slips = Slips to print
issue-slips-what = For learners without an e-mail address. Print this page, cut, and hand each learner their own.
issue-slips-none = No slip waits to be printed.
issue-slips-printed = They are printed
issue-slip-second = Second code, told apart from this paper:
issue-opened-count = Opened
issue-claimed-count = Claimed
issue-unclaimed-count = Not opened yet
issue-reminded = Reminded
issue-remind =
    { $count ->
        [one] Remind { $count } learner
       *[other] Remind { $count } learners
    }
issue-remind-hint = Nobody is reminded twice within a week.
issue-reminded-count =
    { $count ->
        [one] { $count } reminder is on its way.
       *[other] { $count } reminders are on their way.
    }
issue-report-file = Take the report away
issue-awards = Awards
issue-awards-none = There is no award of this kind.
issue-report-look-everybody = Everybody
issue-report-look-unopened = Not opened
issue-report-look-claimed = Claimed
issue-report-look-bounced = Letter came back
issue-report-look-paper = On paper
issue-report-look-status = Suspended or withdrawn
issue-letter = Letter
issue-letter-waiting = On its way
issue-letter-sent = Sent
issue-letter-bounced = Came back
issue-letter-failed = Could not be sent
issue-letter-slip = On paper
issue-letter-none = None
issue-claimed = Claimed
issue-status = Status
issue-standing-valid = In force
issue-standing-suspended = Suspended
issue-standing-revoked = Withdrawn
issue-erased = (erased)

## History

issue-history = What happened
issue-when = When
issue-deed = What
issue-who = Who
issue-actor-house = The service
issue-actor-program = A program
issue-actor-learner = The learner
issue-actor-gone = An account that is gone
issue-deed-result-mended = Row saved
issue-deed-result-left-out = Left out
issue-deed-result-taken-in = Taken in again
issue-deed-change-accepted = Change accepted
issue-deed-change-discarded = Change discarded
issue-deed-name-confirmed = Name confirmed
issue-deed-name-corrected = Another spelling of the name given
issue-deed-award-refused = Could not be sealed
issue-deed-award-sealed = Sealed
issue-deed-award-corrected = Sealed as a correction
issue-deed-award-withdrawn = Withdrawn
issue-deed-award-annulled = Declared void
issue-deed-award-suspended = Suspended
issue-deed-award-restored = In force again
issue-deed-award-claimed = Claimed
issue-deed-letter-sent-again = Letter sent again
issue-deed-cohort-opened = Cohort opened
issue-deed-cohort-submitted = Submitted for approval
issue-deed-cohort-taken-back = Taken back
issue-deed-cohort-sent-back = Sent back
issue-deed-cohort-approved = Approved
issue-deed-cohort-sealed = Cohort sealed
issue-deed-results-entered = Results entered
issue-deed-results-taken-over = Results taken over
issue-deed-results-ratified = Results ratified
issue-deed-sealing-started = Sealing started
issue-deed-sealing-paused = Sealing paused
issue-deed-sealing-resumed = Sealing resumed
issue-deed-sealing-stopped = Sealing stopped
issue-deed-names-asked = Learners asked for their names
issue-deed-names-ended = Round of names ended
issue-deed-ticket-opened = A learner wrote
issue-deed-ticket-answered = A learner was answered
issue-deed-stop-switch-pulled = Stop switch pulled
issue-deed-stop-switch-released = Stop switch released

## Awards

issue-awards-none-yet = No award is sealed yet.
issue-found-none = Nothing is found under this number.
issue-find = Number of a learner or of an award
issue-find-hint = Names lie encrypted and are not searched. Give the whole number.
issue-find-go = Find
issue-issued = Sealed on
issue-cohort = Cohort
issue-see-cohort = See the cohort
issue-claim = Learner
issue-claimed-on = Claimed on { $date }
issue-opened-on = Opened on { $date }
issue-not-opened = Not opened yet
issue-award-number = Number of the award
issue-erased-what = The learner had everything personal erased. What the law asks to be kept stays here, without a name.
issue-in-force = This award is in force
issue-decided-withdrawn = Withdrawn
issue-decided-annulled = Declared void
issue-decided-suspended = Suspended
issue-decided-restored = In force again
issue-decided-superseded = Replaced by a correction
issue-superseded-by = See the award that took its place
issue-supersedes = See the award it took the place of
issue-letter-kind-awarded = Award
issue-letter-kind-reminder = Reminder
issue-letter-kind-corrected = Correction
issue-letter-kind-withdrawn = Withdrawal
issue-letter-kind-annulled = Declared void
issue-letter-kind-suspended = Suspension
issue-letter-kind-restored = In force again
issue-letter-kind-answered = Answer
issue-letter-kind-names = Spelling of the name
issue-letter-kind-slip = Slip of paper
issue-reach-again = The letter did not arrive?
issue-right-address = The right e-mail address
issue-right-address-hint = The first letter is sent there once more. Links sent before no longer open.
issue-send-letter = Send the letter
issue-make-slip = Make a code on paper instead
issue-slip-made = A new code on paper. It is shown this once.

## Correcting and deciding

issue-correct = Correct
issue-correct-what = A corrected award takes the place of this one. The learner gets a letter; the old link explains what happened and shows nobody’s mistake.
issue-correct-do = Seal the correction
issue-correct-refused = It could not be sealed, and nothing was changed. { $why }
issue-decision-reason-hint = The learner reads it, word for word, in their letter and on their page.
issue-decision-reason-missing = Give a reason of at most 1,000 characters. The learner has a right to it.
issue-decide = Suspend, withdraw or annul
issue-decide-what = From now on every check says so. The learner gets a letter with your reason.
issue-decide-which = What is decided?
issue-decide-do = Decide
issue-kind-suspended = Suspend
issue-kind-suspended-means = Until a question is settled. It can be put in force again.
issue-kind-restored = Put in force again
issue-kind-restored-means = The question is settled.
issue-kind-withdrawn = Withdraw
issue-kind-withdrawn-means = It was right when it was given, and holds no longer. For ever.
issue-kind-annulled = Annul
issue-kind-annulled-means = It should never have been given. For ever.
issue-kind-missing = Choose what is decided.
issue-no-revoked-is-final = This award is withdrawn already, or was corrected, and that is final.

## What learners wrote

issue-tickets = What learners wrote
issue-tickets-what = “Something is wrong”: the most urgent first. The answer stands on the learner’s page at once.
issue-tickets-none = Nobody waits for an answer.
issue-ticket-name = My name is wrong
issue-ticket-result = The result is wrong
issue-ticket-not-mine = This is not mine
issue-ticket-data = A question about my data
issue-ticket-other = Something else
issue-ticket-opened = Written on { $date }.
issue-ticket-due = Answer by { $date }
issue-ticket-answered = Answered
issue-ticket-answer = Answer
issue-ticket-answer-hint = Say what you found and what happens next. A mistake in the award is mended by a correction.
issue-ticket-answer-missing = Write an answer of at most 4,000 characters.
issue-ticket-send = Send the answer
issue-ticket-answered-already = Somebody has answered it meanwhile.

## The audit

issue-audit = Audit
issue-audit-what = Who did what, each line bound to the one before: none can be changed or taken out without it showing.
issue-audit-check = Check that the whole audit is unbroken
issue-audit-whole = Unbroken
issue-audit-whole-what =
    { $count ->
        [one] { $count } line, each bound to the one before
       *[other] { $count } lines, each bound to the one before
    }
issue-audit-head = Write this down elsewhere; later it shows whether the end was cut off:
issue-audit-broken = Broken
issue-audit-broken-what = The audit was changed at line { $line }
issue-audit-about = About
issue-audit-about-hint = Such as award: or cohort: with its number.
issue-audit-file = Take the audit away
issue-audit-none = Nothing happened yet.
issue-audit-line = Line
issue-audit-details = Details
issue-nav-tickets = Messages
issue-find-learner = Find a learner by name or number
issue-page-first = First page
issue-page-last = Last page
