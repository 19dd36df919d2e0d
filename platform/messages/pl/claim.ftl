claim-title = Odbierz swoje mikropoświadczenie
claim-lead = Wpisz kod z kartki otrzymanej od uczelni. Konto nie jest potrzebne.
claim-code = Kod
claim-code-hint = Cztery grupy po pięć liter i cyfr. Małe litery i brak kresek nie przeszkadzają.
claim-code-wrong = Ten kod niczego nie otwiera. Porównaj go jeszcze raz z kartką.
claim-other-ways = Inne sposoby
claim-other-letter = Masz e-mail? Otwórz link, który zawiera; prowadzi w to samo miejsce.
claim-other-account = Przechowujesz je na koncie? Przejdź do moich mikropoświadczeń
claim-fact-title = Najpierw jedno pytanie
claim-fact-lead = { $organisation } wystawia Ci mikropoświadczenie. Aby nie zobaczył go nikt inny, kto znajdzie ten link, odpowiedz na jedno pytanie.
claim-fact-birth-date = Twoja data urodzenia
claim-fact-birth-date-hint = Jeśli przeglądarka nie pokazuje kalendarza: rok, miesiąc, dzień, na przykład 1990-12-31.
claim-fact-number = Twój numer studenta
claim-fact-number-hint = Tak, jak używa go uczelnia. Spacje i kreski nie mają znaczenia.
claim-fact-code = Kod podany przez uczelnię
claim-fact-code-hint = Osiem liter i cyfr. Jeśli go nie masz, zapytaj uczelnię.
claim-fact-go = Pokaż moje mikropoświadczenie
claim-fact-why = Porównujemy tylko Twoją odpowiedź z tym, co podała nam uczelnia.
claim-fact-wrong =
    { $count ->
        [one] To nie jest to, co podała nam uczelnia. Została Ci jedna próba.
        [few] To nie jest to, co podała nam uczelnia. Zostały Ci { $count } próby.
        [many] To nie jest to, co podała nam uczelnia. Zostało Ci { $count } prób.
       *[other] To nie jest to, co podała nam uczelnia. Zostało Ci { $count } próby.
    }
claim-closed-word = Na jakiś czas zamknięte
claim-closed = Było zbyt wiele błędnych odpowiedzi. Możesz spróbować ponownie od: { $time }.
claim-closed-desk = Jeśli odpowiedź była dobra, w danych uczelni może być błąd. Zapytaj: { $organisation }.
claim-erased-title = To mikropoświadczenie usunięto
claim-erased-text = W dniu { $date } usunięto wszystkie dane osobowe posiadacza, które { $organisation } tu przechowywała, zgodnie z jego prośbą. Nikt nie może ich przywrócić.
claim-erased-stays = Pliki zapisane wcześniej nadal działają i nadal można je sprawdzić.
