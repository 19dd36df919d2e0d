common-skip = Zum Inhalt
common-language = Sprache
common-navigation = Hauptmenü
common-nav-cohorts = Gruppen
common-nav-people = Personen
common-nav-stop = Notschalter
common-nav-mine = Meine Micro-Credentials
common-nav-verify = Prüfen
common-account = Mein Konto
common-sign-in = Anmelden
common-sign-out = Abmelden
common-creed = Von Hochschulen ausgestellt, von Lernenden aufbewahrt, von jedem prüfbar.
common-about-nav = Über diesen Dienst
common-about = Über uns
common-privacy = Datenschutz
common-accessibility = Barrierefreiheit
common-optional = (freiwillig)
common-error = Fehler:
common-mend =
    { $count ->
        [one] Eine Angabe muss noch stimmen
       *[other] { $count } Angaben müssen noch stimmen
    }
common-download = Herunterladen
common-step-done = (erledigt)
common-progress = { $done } von { $all } ({ $share })
common-state-valid = Gültig
common-state-invalid = Nicht gültig
common-state-unknown = Offen
common-continue = Weiter
common-save = Speichern
common-cancel = Abbrechen
common-back = Zurück
