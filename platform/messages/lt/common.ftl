common-skip = Pereiti prie turinio
common-language = Kalba
common-navigation = Pagrindinis meniu
common-nav-cohorts = Grupės
common-nav-people = Žmonės
common-nav-stop = Stabdymas
common-nav-mine = Mano mikrokredencialai
common-nav-verify = Tikrinti
common-account = Mano paskyra
common-sign-in = Prisijungti
common-sign-out = Atsijungti
common-creed = Išduoda universitetai, saugo besimokantieji, patikrinti gali kiekvienas.
common-about-nav = Apie šią paslaugą
common-about = Apie
common-privacy = Privatumas
common-accessibility = Prieinamumas
common-optional = (neprivaloma)
common-error = Klaida:
common-mend =
    { $count ->
        [one] Reikia pataisyti { $count } vietą
        [few] Reikia pataisyti { $count } vietas
        [many] Reikia pataisyti { $count } vietos
       *[other] Reikia pataisyti { $count } vietų
    }
common-download = Atsisiųsti
common-step-done = (atlikta)
common-progress = { $done } iš { $all } ({ $share })
common-state-valid = Galioja
common-state-invalid = Negalioja
common-state-unknown = Nenustatyta
common-continue = Tęsti
common-save = Išsaugoti
common-cancel = Atšaukti
common-back = Atgal
