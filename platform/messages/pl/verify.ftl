verify-title = Czy to mikropoświadczenie jest prawdziwe?
verify-lead = Dodaj plik, który otrzymano. Od razu widać, czy jest prawdziwy i nadal obowiązuje, co ta osoba umie i jak to oceniono.
verify-files = Plik lub kilka plików
verify-files-hint = European Digital Credential, Open Badge (JSON, token, PNG, SVG) albo SD-JWT VC. Najwyżej tyle plików naraz: { $most }.
verify-text = Albo jego tekst
verify-text-hint = Wklej to, co przysłano, od pierwszego znaku do ostatniego.
verify-go = Sprawdź
verify-privacy = To, co dodasz, jest sprawdzane i zapominane: niczego nie zachowujemy i nikt się nie dowie, co sprawdzasz.
verify-device = Bez wysyłania pliku
verify-device-text = To samo sprawdzenie może się odbyć na Twoim urządzeniu: plik go nie opuszcza i nikt się nie dowie, że go sprawdzono. Otwarta strona działa także bez połączenia.
verify-device-go = Sprawdź na tym urządzeniu
verify-nothing = Wybierz plik albo wklej jego tekst.
verify-too-many = Najwyżej tyle plików można sprawdzić naraz: { $most }.
verify-answer-title = Odpowiedź
verify-valid-by = Wystawca: { $issuer }, data: { $date }. Bez zmian i w mocy.
verify-valid = Prawdziwe, od znanego wystawcy i w mocy.
verify-invalid = Nie polegaj na tym pliku.
verify-unknown = Nie udało się rozstrzygnąć. Może być prawdziwe lub nie.
verify-unread = Nie ma tu niczego, co dałoby się sprawdzić.
verify-fictitious = Przykład: organizacje są wymyślone i to nie jest prawdziwe poświadczenie.
verify-says-invalid = Na niczym z tego, co poniżej, nie można polegać.
verify-says-unknown = Nie wszystko poniżej jest potwierdzone.
verify-compare = Porównaj ze swoim egzemplarzem
verify-compare-text = Papier i strony można zmienić, tego, co opieczętowano, nie. Te słowa muszą być takie same na tym, co otrzymano.
verify-compare-name = Imię i nazwisko
verify-compare-title = Tytuł
verify-compare-grade = Ocena
verify-compare-date = Data przyznania
verify-compare-issuer = Wystawca
verify-checks = Co sprawdzono
verify-check-format = Plik
verify-check-signature = Pieczęć
verify-check-issuer-key = Klucz pieczęci
verify-check-issuer-trust = Wystawca
verify-check-status = Wycofanie
verify-check-dates = Daty
verify-check-holder = Kto je pokazuje
verify-passed = w porządku
verify-failed = nie w porządku
verify-undecided = nierozstrzygnięte
verify-left = do Twojej oceny
verify-checked-at = Sprawdzono: { $time }.
verify-details = Szczegóły techniczne
verify-details-format = Format
verify-details-id = Identyfikator
verify-details-hash = SHA-256 pliku
verify-details-conforms = zgodne
verify-many =
    { $count ->
        [one] Sprawdzono jeden plik
        [few] Sprawdzono { $count } pliki
        [many] Sprawdzono { $count } plików
       *[other] Sprawdzono { $count } pliku
    }
verify-table = Każdy plik i odpowiedź
verify-table-file = Plik
verify-table-answer = Odpowiedź
verify-pasted = Wklejony tekst
verify-again = Sprawdź inny plik
verify-report = Ta strona jest Twoim raportem: wydrukuj ją lub zapisz jako PDF. Podaje czas sprawdzenia, a w „Szczegółach technicznych” odcisk pliku.
