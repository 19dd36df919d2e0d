common-skip = Vai al contenuto
common-language = Lingua
common-navigation = Navigazione principale
common-nav-cohorts = Gruppi
common-nav-people = Persone
common-nav-stop = Arresto
common-nav-mine = Le mie microcredenziali
common-nav-verify = Verifica
common-account = Il mio account
common-sign-in = Accedi
common-sign-out = Esci
common-creed = Rilasciate dalle università, conservate da chi le ottiene, verificabili da chiunque.
common-about-nav = Su questo servizio
common-about = Informazioni
common-privacy = Privacy
common-accessibility = Accessibilità
common-optional = (facoltativo)
common-error = Errore:
common-mend =
    { $count ->
        [one] C’è una cosa da correggere
       *[other] Ci sono { $count } cose da correggere
    }
common-download = Scarica
common-step-done = (fatto)
common-progress = { $done } su { $all } ({ $share })
common-state-valid = Valida
common-state-invalid = Non valida
common-state-unknown = Non deciso
common-continue = Continua
common-save = Salva
common-cancel = Annulla
common-back = Indietro
