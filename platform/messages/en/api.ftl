### Programs of an organisation and their tokens. For owners.

api-nav = Programs
api-title = Programs
api-what = A student information system or another program of yours works here with a token: it sends results, reads awards back, is told what happened.
api-described = For whoever writes the program:
api-description = what can be asked for (OpenAPI)
api-none = No program has a token.
api-name = Program
api-name-hint = What it is and where it runs, for example “SIS, test server”.
api-name-wrong = Say which program it is, in at most 100 signs.
api-scopes = What it may do
api-scopes-hint = Choose only what the program needs.
api-scope-missing = Choose at least one.
api-scope-designs-read = See designs
api-scope-cohorts-read = See cohorts and their state
api-scope-results-read = See results, with names and grades
api-scope-results-write = Send results
api-scope-awards-read = Read awards and their files
api-scope-awards-decide = Suspend, restore, withdraw and annul awards
api-scope-events-read = Read what happened
api-scope-webhooks-manage = Say where events are sent
api-used = Last used
api-never = Never
api-until = Good until
# $date: a day.
api-expired = { $date }: it opens nothing any more
api-days = How long the token is good
# $days: 90, 365 or 730.
api-days-of =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
api-make = A token for a program
api-make-go = Make the token
# $name: of the program.
api-made = The token for { $name }
api-made-once = Copy it now: it is not shown again, and nobody can look it up. Whoever has it can do what you chose above.
api-close = Close
# $name: of the program.
api-close-of = Close the token of { $name }
