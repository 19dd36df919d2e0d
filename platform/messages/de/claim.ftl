claim-title = Ihr Micro-Credential abholen
claim-lead = Geben Sie den Code von dem Papier ein, das Sie von Ihrer Hochschule bekommen haben. Sie brauchen kein Konto.
claim-code = Code
claim-code-hint = Vier Gruppen aus fünf Buchstaben und Ziffern. Kleine Buchstaben und fehlende Striche machen nichts.
claim-code-wrong = Dieser Code öffnet nichts. Bitte vergleichen Sie ihn noch einmal mit dem Papier.
claim-other-ways = Andere Wege
claim-other-letter = Sie haben eine E-Mail bekommen? Öffnen Sie den Link darin; er führt an dieselbe Stelle.
claim-other-account = Sie haben es mit einem Konto aufbewahrt? Zu meinen Micro-Credentials
claim-fact-title = Zuerst eine Frage
claim-fact-lead = { $organisation } hat Ihnen ein Micro-Credential ausgestellt. Damit es niemand sonst sieht, der diesen Link findet, beantworten Sie bitte eine Frage.
claim-fact-birth-date = Ihr Geburtsdatum
claim-fact-birth-date-hint = Falls Ihr Browser keinen Kalender zeigt: Jahr, Monat, Tag, etwa 1990-12-31.
claim-fact-number = Ihre Matrikelnummer
claim-fact-number-hint = So wie Ihre Hochschule sie verwendet. Leerzeichen und Striche spielen keine Rolle.
claim-fact-code = Der Code, den Ihre Hochschule Ihnen genannt hat
claim-fact-code-hint = Acht Buchstaben und Ziffern. Falls Sie ihn nicht haben, fragen Sie Ihre Hochschule.
claim-fact-go = Mein Micro-Credential zeigen
claim-fact-why = Wir vergleichen Ihre Antwort nur mit dem, was Ihre Hochschule uns gesagt hat.
claim-fact-wrong =
    { $count ->
        [one] Das ist nicht, was Ihre Hochschule uns gesagt hat. Sie haben noch einen Versuch.
       *[other] Das ist nicht, was Ihre Hochschule uns gesagt hat. Sie haben noch { $count } Versuche.
    }
claim-closed-word = Vorübergehend geschlossen
claim-closed = Es gab zu viele falsche Antworten. Sie können es wieder versuchen ab { $time }.
claim-closed-desk = Falls Ihre Antwort stimmte, steht vielleicht ein Fehler in den Unterlagen der Hochschule. Bitte fragen Sie { $organisation }.
claim-erased-title = Dieses Micro-Credential wurde gelöscht
claim-erased-text = Am { $date } wurde alles Persönliche gelöscht, was { $organisation } hier über die lernende Person aufbewahrte, wie diese es verlangt hatte. Niemand kann es zurückholen.
claim-erased-stays = Dateien, die vorher gespeichert wurden, funktionieren weiter und lassen sich weiter prüfen.
