### The privacy notice. For everybody. When a sentence changes its meaning, give it a new version in
### src/front/privacy.tsx; its test asks for that.

privacy-title = Privacy
# $organisation: the university that issues.
privacy-title-of = Privacy: { $organisation }
privacy-lead = In short: the university that issued your micro-credential is responsible for it. Nobody sees it unless you show it. There is no advertising, no tracking, and nothing here is sold.
privacy-choose = Each university answers for what it issues. Read its notice:
# $version: the date of this wording.
privacy-version = Wording of { $version }
privacy-who = Who is responsible
privacy-who-text = { $organisation } decides what is issued to you and is the controller under the General Data Protection Regulation.
# $email: address of the university.
privacy-who-contact = Questions and requests: { $email }
privacy-what = What is kept, and why
privacy-what-award = Your name as you confirmed it, your date of birth or student number if your university uses them, what you learnt, your results, and the sealed files: so that you and those you show them to can rely on them. The basis is the university’s task in the public interest, or its contract with you.
privacy-what-contact = Your e-mail address: to send you the link to your micro-credential and to answer you.
privacy-what-shares = The links you make, and on which days they were opened, so that you can see it. Who opened them is not kept.
privacy-what-account = If you sign in: the identifiers your university’s sign-in gives us and when you were last here.
privacy-long = How long
privacy-long-text = For as long as the micro-credential should be checkable, unless you ask us to erase it. Everything personal is encrypted with a key of your own. Erasing destroys that key, and with it everything it protects. What the law obliges the university to keep stays with the university, with its reason.
privacy-rights = What you can do
privacy-rights-text = On the page of your micro-credential you can see and take away everything that is kept about you, have it corrected, see what you shared, stop sharing, and have it erased. You can also object or complain to the data protection authority of your country.
privacy-check = If you check a micro-credential
privacy-check-text = You choose. Checked on your own device, the file does not leave it. Checked by this service, it is sent here, checked, and forgotten at once. Neither the university nor the learner learns who checked what.
privacy-cookies = Cookies
privacy-cookies-text = One remembers the language you chose. If you open your micro-credential with a letter or a paper, one keeps it open for two hours. If you sign in, one remembers the step you are at and one keeps you signed in. There are no others, so there is nothing to consent to.
privacy-where = Where
privacy-where-text = On servers run by or for the university alliance. No page here loads anything from other companies.
