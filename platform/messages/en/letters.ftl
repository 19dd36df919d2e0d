### Letters to learners. For everybody: all ten languages. Plain text, one thing to do, no advertising.

# $name: the learner. $title: the micro-credential. $organisation: the university. In every letter.
letters-hello = Dear { $name },
letters-from = { $organisation }
letters-why = You get this letter because { $organisation } keeps a record of your learning. It holds no tracking.
letters-ask = Something is wrong? Open the page above and choose “Something is wrong”.

letters-awarded-subject = { $organisation }: your micro-credential “{ $title }”
letters-awarded-text = { $organisation } has awarded you the micro-credential “{ $title }”. You can see it, keep its files and show it to others. You need no account.
letters-awarded-do = See your micro-credential:
letters-awarded-note = The link is for you alone. You will also be asked for one thing only you and the university know, such as your date of birth.

letters-reminder-subject = { $organisation }: your micro-credential “{ $title }” is still waiting
letters-reminder-text = Some time ago { $organisation } awarded you the micro-credential “{ $title }”. You have not opened it yet. It stays yours, and it stays here.
letters-reminder-do = See your micro-credential:
letters-reminder-note = The link is for you alone. You will also be asked for one thing only you and the university know, such as your date of birth.

# $reason: what was wrong, as the university wrote it.
letters-corrected-subject = { $organisation }: “{ $title }” was corrected
letters-corrected-text = { $organisation } has corrected your micro-credential “{ $title }”. A new one takes the place of the old one, which is no longer valid. The reason: { $reason }
letters-corrected-do = See the corrected micro-credential:
letters-corrected-note = If you have given the old file to somebody, please give them the new one. The old link explains what happened.

letters-withdrawn-subject = { $organisation }: “{ $title }” was withdrawn
letters-withdrawn-text = { $organisation } has withdrawn your micro-credential “{ $title }”. From now on every check says so. The reason: { $reason }
letters-withdrawn-do = See what you can do:
letters-withdrawn-note = If you do not agree, answer the university from that page. It has to reply to you.

letters-annulled-subject = { $organisation }: “{ $title }” was declared void
letters-annulled-text = { $organisation } has declared your micro-credential “{ $title }” void: it should never have been issued. From now on every check says that it is not valid. The reason: { $reason }
letters-annulled-do = See what you can do:
letters-annulled-note = If you do not agree, answer the university from that page. It has to reply to you.

letters-suspended-subject = { $organisation }: “{ $title }” is suspended
letters-suspended-text = { $organisation } has suspended your micro-credential “{ $title }” until a question is settled. Until then every check says so. The reason: { $reason }
letters-suspended-do = See what you can do:
letters-suspended-note = You will get another letter when it is decided.

letters-restored-subject = { $organisation }: “{ $title }” is valid again
letters-restored-text = { $organisation } has ended the suspension of your micro-credential “{ $title }”. It is valid again. The reason: { $reason }
letters-restored-do = See your micro-credential:
letters-restored-note = Files and links you gave to others are valid again as well; they need no new ones.

letters-answered-subject = { $organisation }: an answer about “{ $title }”
letters-answered-text = { $organisation } has answered what you wrote about your micro-credential “{ $title }”.
letters-answered-do = Read the answer:
letters-answered-note = The link is for you alone.

letters-names-subject = { $organisation }: is your name spelled right?
letters-names-text = Soon { $organisation } will award you the micro-credential “{ $title }”. Please look at how your name will be written on it. If you do nothing, it is written as the university has it.
letters-names-do = Look at your name:
letters-names-note = It takes half a minute and needs no account.
