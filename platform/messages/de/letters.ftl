letters-hello = Guten Tag, { $name },
letters-from = { $organisation }
letters-why = Sie erhalten diesen Brief, weil { $organisation } einen Nachweis über Ihr Lernen aufbewahrt. Er verfolgt Sie nicht.
letters-ask = Stimmt etwas nicht? Öffnen Sie die Seite oben und wählen Sie „Etwas stimmt nicht“.

letters-awarded-subject = { $organisation }: Ihr Micro-Credential „{ $title }“
letters-awarded-text = { $organisation } hat Ihnen das Micro-Credential „{ $title }“ verliehen. Sie können es ansehen, seine Dateien behalten und es anderen zeigen. Sie brauchen kein Konto.
letters-awarded-do = Ihr Micro-Credential ansehen:
letters-awarded-note = Der Link ist nur für Sie. Sie werden außerdem nach etwas gefragt, das nur Sie und die Hochschule wissen, etwa nach Ihrem Geburtsdatum.

letters-reminder-subject = { $organisation }: Ihr Micro-Credential „{ $title }“ wartet noch
letters-reminder-text = Vor einiger Zeit hat { $organisation } Ihnen das Micro-Credential „{ $title }“ verliehen. Sie haben es noch nicht geöffnet. Es bleibt Ihres, und es bleibt hier.
letters-reminder-do = Ihr Micro-Credential ansehen:
letters-reminder-note = Der Link ist nur für Sie. Sie werden außerdem nach etwas gefragt, das nur Sie und die Hochschule wissen, etwa nach Ihrem Geburtsdatum.

letters-corrected-subject = { $organisation }: „{ $title }“ wurde berichtigt
letters-corrected-text = { $organisation } hat Ihr Micro-Credential „{ $title }“ berichtigt. Ein neues tritt an die Stelle des alten, das nicht mehr gilt. Der Grund: { $reason }
letters-corrected-do = Das berichtigte Micro-Credential ansehen:
letters-corrected-note = Falls Sie jemandem die alte Datei gegeben haben, geben Sie ihm bitte die neue. Der alte Link erklärt, was geschehen ist.

letters-withdrawn-subject = { $organisation }: „{ $title }“ wurde zurückgezogen
letters-withdrawn-text = { $organisation } hat Ihr Micro-Credential „{ $title }“ zurückgezogen. Ab jetzt sagt das jede Prüfung. Der Grund: { $reason }
letters-withdrawn-do = Sehen Sie, was Sie tun können:
letters-withdrawn-note = Wenn Sie nicht einverstanden sind, antworten Sie der Hochschule auf dieser Seite. Sie muss Ihnen antworten.

letters-annulled-subject = { $organisation }: „{ $title }“ wurde für nichtig erklärt
letters-annulled-text = { $organisation } hat Ihr Micro-Credential „{ $title }“ für nichtig erklärt: Es hätte nie ausgestellt werden dürfen. Ab jetzt sagt jede Prüfung, dass es nicht gültig ist. Der Grund: { $reason }
letters-annulled-do = Sehen Sie, was Sie tun können:
letters-annulled-note = Wenn Sie nicht einverstanden sind, antworten Sie der Hochschule auf dieser Seite. Sie muss Ihnen antworten.

letters-suspended-subject = { $organisation }: „{ $title }“ ist ausgesetzt
letters-suspended-text = { $organisation } hat Ihr Micro-Credential „{ $title }“ ausgesetzt, bis eine Frage geklärt ist. Bis dahin sagt das jede Prüfung. Der Grund: { $reason }
letters-suspended-do = Sehen Sie, was Sie tun können:
letters-suspended-note = Sie bekommen einen weiteren Brief, wenn entschieden ist.

letters-restored-subject = { $organisation }: „{ $title }“ ist wieder gültig
letters-restored-text = { $organisation } hat die Aussetzung Ihres Micro-Credentials „{ $title }“ beendet. Es ist wieder gültig. Der Grund: { $reason }
letters-restored-do = Ihr Micro-Credential ansehen:
letters-restored-note = Dateien und Links, die Sie anderen gegeben haben, gelten ebenfalls wieder; neue sind nicht nötig.

letters-answered-subject = { $organisation }: eine Antwort zu „{ $title }“
letters-answered-text = { $organisation } hat auf das geantwortet, was Sie zu Ihrem Micro-Credential „{ $title }“ geschrieben haben.
letters-answered-do = Die Antwort lesen:
letters-answered-note = Der Link ist nur für Sie.

letters-names-subject = { $organisation }: Ist Ihr Name richtig geschrieben?
letters-names-text = { $organisation } verleiht Ihnen bald das Micro-Credential „{ $title }“. Bitte sehen Sie nach, wie Ihr Name darauf stehen wird. Wenn Sie nichts tun, steht er so da, wie ihn die Universität führt.
letters-names-do = Namen ansehen:
letters-names-note = Es dauert eine halbe Minute und braucht kein Konto.
