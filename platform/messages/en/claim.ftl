### From the letter or the slip to the micro-credential. For learners: all ten languages.

claim-title = Get your micro-credential
claim-lead = Enter the code on the paper your university gave you. You need no account.
claim-code = Code
claim-code-hint = Four groups of five letters and digits. Small letters and missing dashes are fine.
claim-code-wrong = This code opens nothing. Please compare it with the paper once more.
claim-other-ways = Other ways
claim-other-letter = You got an e-mail? Open the link in it; it leads to the same place.
claim-other-account = You kept it with an account? Go to my micro-credentials

claim-fact-title = One question first
# $organisation: the university.
claim-fact-lead = { $organisation } has issued a micro-credential to you. So that nobody else who finds this link sees it, please answer one question.
claim-fact-birth-date = Your date of birth
claim-fact-birth-date-hint = If your browser shows no calendar: year, month, day, such as 1990-12-31.
claim-fact-number = Your student number
claim-fact-number-hint = As your university uses it. Spaces and dashes do not matter.
claim-fact-code = The code your university told you
claim-fact-code-hint = Eight letters and digits. If you do not have it, ask your university.
claim-fact-go = Show my micro-credential
claim-fact-why = We only compare your answer with what your university told us.
# $count (Number): tries that are left.
claim-fact-wrong =
    { $count ->
        [one] That is not what your university told us. You have one more try.
       *[other] That is not what your university told us. You have { $count } more tries.
    }

claim-closed-word = Closed for a while
# $time: when it opens again.
claim-closed = There were too many wrong answers. You can try again from { $time }.
# $organisation: the university.
claim-closed-desk = If your answer was right, the university may have a mistake in its records. Please ask { $organisation }.

claim-erased-title = This micro-credential was erased
# $organisation: the university; $date: the day.
claim-erased-text = On { $date } everything personal that { $organisation } kept here about its learner was erased, as the learner had asked. Nobody can bring it back.
claim-erased-stays = Files that were saved before still work, and can still be checked.
