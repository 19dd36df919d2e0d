### The people of an organisation and its stop switch. For staff.

people-title = People
people-name = Name
people-name-wrong = Enter a name of at most 200 signs.
people-language = Language of the invitation
people-roles = Roles
people-roles-hint = Without any role, they no longer work here. Whoever’s roles change signs in again.
people-role-missing = Choose at least one role.
people-state = State
people-arrived = Has an account in use
people-not-arrived = Invited
people-invite = Invite somebody
people-invite-again = New link
# $name: the person's.
people-invited = { $name } is invited
people-invited-link = Send this link to them yourself, by a way that only they read. It opens once, within 14 days, and is not shown again.
people-last-owner = This is the last owner who can sign in. Make somebody else an owner first.
people-role-owner = Owner
people-role-owner-may = Everything, and decides who works here
people-role-designer = Designer
people-role-designer-may = Reads designs
people-role-issuer = Issuer
people-role-issuer-may = Prepares groups of learners and issues
people-role-approver = Approver
people-role-approver-may = Ratifies results and approves, as the second person
people-role-registrar = Registrar
people-role-registrar-may = Corrects, withdraws and answers learners
people-role-auditor = Auditor
people-role-auditor-may = Reads everything and changes nothing
people-role-learner = Learner
people-join-title = Your invitation
# $name: the person's; $organisation: who invites.
people-join-welcome = Welcome, { $name }. { $organisation } invites you.
people-join-how = Choose how you want to sign in from now on. This link opens once.
people-join-passkey = Make a passkey on this device
people-stop-title = Stop switch
people-stop-what = While the switch is pulled, nothing is sealed here. What was issued before stays as it is.
people-stop-reason = Reason
people-stop-reason-hint = It is kept for auditors. Do not name learners.
people-stop-reason-missing = Say in a few words why, at most 500 signs.
people-stop-pull = Stop all sealing now
people-stop-pulled = Sealing is stopped
people-stop-since = Since
people-stop-by = By
people-stop-release = Let sealing go on
people-stop-release-who = An owner can let it go on.

# What the law keeps of learners who were erased.
people-kept-title = Kept by law
people-kept-what = When a learner has everything erased, the entry of the register stays here if a law says so, until its day. Everything else is gone. Who opens this page is written down.
people-kept-rule = The rule
people-kept-no-rule = Nothing is kept: no law is named.
# $law: its name; $count (Number): years.
people-kept-by =
    { $count ->
        [one] { $law }: one year from the day of issue.
       *[other] { $law }: { $count } years from the day of issue.
    }
people-kept-law = Law
people-kept-law-hint = Its name and article, as learners are to read it before they erase. Empty both fields to keep nothing.
people-kept-law-missing = Name the law.
people-kept-years = Years from the day of issue
people-kept-years-wrong = A whole number from 1 to 100.
people-kept-records = Entries
people-kept-none = There are none.
people-kept-name = Name
people-kept-born = Date of birth
people-kept-award = Micro-credential
people-kept-issued = Issued
people-kept-grade = Grade
people-kept-until = Kept until
