### A learner looks at the spelling of their name before sealing. For everybody: all ten languages.

name-title = Ist Ihr Name richtig geschrieben?
name-lead = { $organisation } verleiht Ihnen bald „{ $title }“. So wird Ihr Name darauf stehen:
name-right = Ja, so stimmt er
name-wrong = Nein, er wird anders geschrieben
name-wrong-hint = Bitte schreiben Sie ihn wie in Ihrem Ausweis. Die Universität sieht ihn an, bevor er verwendet wird.
name-given = Vorname
name-family = Familienname
name-full = Voller Name
name-full-hint = Wenn Ihr Name nicht aus Vor- und Familienname besteht oder in einer anderen Schrift steht.
name-send = Senden
name-missing = Schreiben Sie Vor- und Familiennamen oder Ihren vollen Namen.
name-confirmed = Vielen Dank
name-confirmed-what = Ihr Name wird so geschrieben, wie er hier stand. Mehr ist nicht zu tun; Sie bekommen einen Brief, wenn das Micro-Credential da ist.
name-proposed = Vielen Dank, es ist angekommen
name-proposed-what = Die Universität sieht sich Ihre Schreibweise an, bevor etwas gesiegelt wird.
name-too-late = Hier lässt er sich nicht mehr ändern
name-too-late-what = Das Micro-Credential wird gerade erstellt oder ist schon da. Wenn Sie es haben, wählen Sie auf seiner Seite „Etwas stimmt nicht“.
