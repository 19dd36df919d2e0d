common-skip = Przejdź do treści
common-language = Język
common-navigation = Nawigacja główna
common-nav-cohorts = Grupy
common-nav-people = Osoby
common-nav-stop = Wyłącznik
common-nav-mine = Moje mikropoświadczenia
common-nav-verify = Sprawdź
common-account = Moje konto
common-sign-in = Zaloguj się
common-sign-out = Wyloguj się
common-creed = Wystawiają je uczelnie, przechowują uczący się, sprawdzić może każdy.
common-about-nav = O tym serwisie
common-about = O serwisie
common-privacy = Prywatność
common-accessibility = Dostępność
common-optional = (nieobowiązkowe)
common-error = Błąd:
common-mend =
    { $count ->
        [one] Jedna rzecz wymaga poprawy
        [few] { $count } rzeczy wymagają poprawy
        [many] { $count } rzeczy wymaga poprawy
       *[other] { $count } rzeczy wymaga poprawy
    }
common-download = Pobierz
common-step-done = (gotowe)
common-progress = { $done } z { $all } ({ $share })
common-state-valid = Ważne
common-state-invalid = Nieważne
common-state-unknown = Nierozstrzygnięte
common-continue = Dalej
common-save = Zapisz
common-cancel = Anuluj
common-back = Wstecz
