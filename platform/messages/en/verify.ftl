### Checking a micro-credential. For everybody: all ten languages.

verify-title = Is this micro-credential genuine?
verify-lead = Bring the file you were given. You see at once whether it is genuine and still in force, what the person can do, and how that was assessed.
verify-files = The file, or several
# $most: the largest number of files at once.
verify-files-hint = European Digital Credential, Open Badge (JSON, token, PNG, SVG) or SD-JWT VC. Up to { $most } files at once.
verify-text = Or its text
verify-text-hint = Paste what you were sent, from its first character to its last.
verify-go = Check it
verify-privacy = What you bring is checked and forgotten: nothing of it is kept, and nobody is told what you checked.
verify-device = Without sending the file anywhere
verify-device-text = The same check can run on your own device: the file does not leave it, and nobody learns that you checked. The page also works without a connection once it is open.
verify-device-go = Check on this device

verify-nothing = Choose a file or paste its text.
verify-too-many = At most { $most } files can be checked at once.

verify-answer-title = The answer
# $issuer: name of the university. $date: a day in words.
verify-valid-by = Issued by { $issuer } on { $date }, unchanged, and in force.
verify-valid = Genuine, from a known issuer, and in force.
verify-invalid = Do not rely on this file.
verify-unknown = This could not be decided. It may be genuine or not.
verify-unread = There is nothing here that could be checked.
verify-fictitious = An example: the organisations are invented and this is no real credential.
verify-says-invalid = None of what follows may be relied on.
verify-says-unknown = Not all of what follows is confirmed.

verify-compare = Compare with your copy
verify-compare-text = Paper and pages can be altered; what was sealed cannot. These words must be the same on what you were given.
verify-compare-name = Name
verify-compare-title = Title
verify-compare-grade = Grade
verify-compare-date = Awarded on
verify-compare-issuer = Issuer

verify-checks = What was checked
verify-check-format = The file
verify-check-signature = The seal
verify-check-issuer-key = The key of the seal
verify-check-issuer-trust = The issuer
verify-check-status = Withdrawal
verify-check-dates = The dates
verify-check-holder = Who shows it
verify-passed = in order
verify-failed = not in order
verify-undecided = undecided
verify-left = left to you
# $time: day and time in words.
verify-checked-at = Checked on { $time }.

verify-details = Technical details
verify-details-format = Format
verify-details-id = Identifier
verify-details-hash = SHA-256 of the file
verify-details-conforms = conforms

# $count (Number): files that were checked.
verify-many =
    { $count ->
        [one] One file was checked
       *[other] { $count } files were checked
    }
verify-table = Every file and its answer
verify-table-file = File
verify-table-answer = Answer
verify-pasted = Pasted text
verify-again = Check another file
verify-report = This page is your report: print it or keep it as PDF. It names the time of the check, and the fingerprint of the file under “Technical details”.
