share-title = Pokaż za pomocą linku
share-lead = Kto ma link, widzi bez konta to, co wybierzesz. Nikt inny go nie znajdzie. Możesz go wyłączyć w każdej chwili.
share-what = Co ma pokazywać?
share-preset-employer = To, czego potrzebuje pracodawca
share-preset-employer-hint = Twoje imię i nazwisko, co umiesz, jak to oceniono, Twój wynik. Bez daty urodzenia i numeru studenta.
share-preset-only = Tylko to, że je mam
share-preset-only-hint = Twoje imię i nazwisko, tytuł, kto i kiedy je wystawił. Bez wyniku.
share-preset-everything = Wszystko
share-preset-everything-hint = Wszystko, z datą urodzenia i numerem studenta, jeśli tam są, oraz opieczętowane pliki.
share-what-missing = Wybierz, co link ma pokazywać.
share-lasts = Jak długo ma działać?
share-lasts-week = Tydzień
share-lasts-month = 30 dni
share-lasts-half = Pół roku
share-lasts-always = Dopóki go nie wyłączę
share-lasts-missing = Wybierz, jak długo ma działać.
share-label = Do czego służy?
share-label-hint = Widzisz to tylko Ty, na przykład „Podanie, wiosna”.
share-label-wrong = Najwyżej 100 znaków w jednym wierszu.
share-make = Utwórz link
share-too-many = Masz wiele otwartych linków. Najpierw wyłącz któryś.
share-links = Twoje linki
share-none = Nie ma żadnego. Nikt tu nie widzi Twojego mikropoświadczenia.
share-open = Działa
share-no-end = dopóki go nie wyłączysz
share-until = do { $date }
share-over = Zakończony { $date }
share-closed = Wyłączony { $date }
share-close = Wyłącz
share-linkedin = Dodaj do LinkedIn z tym linkiem
share-qr = Kod, który otwiera link „{ $name }”
share-seen-never = Jeszcze nieotwarty.
share-seen =
    { $count ->
        [one] Otwarty { $count } raz, { $date }
        [few] Otwarty { $count } razy, ostatnio { $date }
        [many] Otwarty { $count } razy, ostatnio { $date }
       *[other] Otwarty { $count } razu, ostatnio { $date }
    }
share-seen-days = Dni, w których go otwarto
share-seen-day = Dzień
share-seen-count = Ile razy
share-reader-employer = Posiadacz postanowił Ci pokazać: co umie i jak to oceniono.
share-reader-only = Posiadacz postanowił pokazać Ci tylko to, że ma to mikropoświadczenie.
share-reader-everything = Posiadacz postanowił pokazać Ci wszystko o tym mikropoświadczeniu.
share-check = Sprawdź samodzielnie
share-check-text = Nie polegaj tylko na tej stronie. Pobierz opieczętowany plik i go sprawdź; sam powie, czy jest prawdziwy.
share-file = Opieczętowany plik
share-file-use = Dowodzi tego, co pokazuje ta strona, i nie zawiera niczego, czego posiadacz nie chciał pokazać.
share-file-edc = European Digital Credential
share-file-ob3 = Open Badge
share-file-other = Opieczętowany plik
share-file-all-use = Zawiera wszystko, co opieczętowała uczelnia.
share-check-go = Sprawdź plik tutaj
share-check-elsewhere = Nadaje się też każdy inny program, który sprawdza European Digital Credentials, Open Badges lub poświadczenia SD-JWT.
