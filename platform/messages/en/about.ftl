### About the service. For everybody.

about-title = About
about-lead = Tessera lets an alliance of universities issue micro-credentials that last: sealed by the university, kept by the learner, checked by anyone.
about-what = What a micro-credential is
about-what-text = The record of what somebody learnt in a short course, and of how that was assessed, in the form the countries of the European Union agreed on in 2022. It says what the person can do, at which level, how much work it was, who stands behind it and how its quality is assured.
about-check = How checking works
about-check-text = The check looks at the seal, at whether the issuer is a known university, at whether anything was changed and whether it was withdrawn. It gives one of three answers: valid, not valid, or undecided. Undecided means that something needed for an answer could not be had. It is neither good nor bad.
about-lasts = If this website disappears
about-lasts-text = The files hold everything a check needs except the university’s published keys and its list of withdrawn credentials. They follow open standards, and the program that checks them is free software anyone may keep and run.
about-free = Free software
about-free-text = Tessera is free software under the European Union Public Licence 1.2.
