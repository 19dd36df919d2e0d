### Words that stand on every page. For everybody: all ten languages.

common-skip = Skip to the content
common-language = Language
common-navigation = Main
common-nav-cohorts = Cohorts
common-nav-people = People
common-nav-stop = Stop switch
common-nav-mine = My micro-credentials
common-nav-verify = Check
common-account = My account
common-sign-in = Sign in
common-sign-out = Sign out
common-creed = Issued by universities, kept by learners, checked by anyone.
common-about-nav = About this service
common-about = About
common-privacy = Privacy
common-accessibility = Accessibility

# After the label of a field that may stay empty.
common-optional = (optional)
# Read aloud before what is wrong with a field.
common-error = Error:
# $count (Number): how many fields are to be mended.
common-mend =
    { $count ->
        [one] One thing needs your attention
       *[other] { $count } things need your attention
    }
common-download = Download
common-step-done = (done)
# $done, $all: numbers in words of the language; $share: a percentage.
common-progress = { $done } of { $all } ({ $share })

# The three answers to “is it genuine?”.
common-state-valid = Valid
common-state-invalid = Not valid
common-state-unknown = Undecided

common-continue = Continue
common-save = Save
common-cancel = Cancel
common-back = Back
