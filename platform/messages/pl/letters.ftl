letters-hello = Dzień dobry, { $name },
letters-from = { $organisation }
letters-why = Otrzymujesz ten list, ponieważ { $organisation } przechowuje zapis tego, czego się uczysz. List nie zawiera śledzenia.
letters-ask = Coś się nie zgadza? Otwórz stronę podaną wyżej i wybierz „Coś się nie zgadza”.

letters-awarded-subject = { $organisation }: Twoje mikropoświadczenie „{ $title }”
letters-awarded-text = { $organisation } przyznaje Ci mikropoświadczenie „{ $title }”. Możesz je zobaczyć, zachować jego pliki i pokazać innym. Konto nie jest potrzebne.
letters-awarded-do = Zobacz swoje mikropoświadczenie:
letters-awarded-note = Link jest tylko dla Ciebie. Zapytamy Cię też o coś, co wiesz tylko Ty i uczelnia, na przykład o datę urodzenia.

letters-reminder-subject = { $organisation }: mikropoświadczenie „{ $title }” wciąż czeka
letters-reminder-text = Jakiś czas temu { $organisation } przyznała Ci mikropoświadczenie „{ $title }”. Nie zostało jeszcze otwarte. Nadal jest Twoje i nadal jest tutaj.
letters-reminder-do = Zobacz swoje mikropoświadczenie:
letters-reminder-note = Link jest tylko dla Ciebie. Zapytamy Cię też o coś, co wiesz tylko Ty i uczelnia, na przykład o datę urodzenia.

letters-corrected-subject = { $organisation }: poprawiono „{ $title }”
letters-corrected-text = { $organisation }: Twoje mikropoświadczenie „{ $title }” zostało poprawione. Nowe zastępuje poprzednie, które już nie jest ważne. Powód: { $reason }
letters-corrected-do = Zobacz poprawione mikropoświadczenie:
letters-corrected-note = Jeśli ktoś ma od Ciebie stary plik, przekaż mu nowy. Stary link wyjaśnia, co się stało.

letters-withdrawn-subject = { $organisation }: wycofano „{ $title }”
letters-withdrawn-text = { $organisation }: Twoje mikropoświadczenie „{ $title }” zostało wycofane. Od teraz mówi o tym każde sprawdzenie. Powód: { $reason }
letters-withdrawn-do = Zobacz, co możesz zrobić:
letters-withdrawn-note = Jeśli się nie zgadzasz, odpowiedz uczelni na tej stronie. Musi Ci odpowiedzieć.

letters-annulled-subject = { $organisation }: unieważniono „{ $title }”
letters-annulled-text = { $organisation }: Twoje mikropoświadczenie „{ $title }” zostało unieważnione, bo nigdy nie powinno było zostać wystawione. Od teraz każde sprawdzenie mówi, że jest nieważne. Powód: { $reason }
letters-annulled-do = Zobacz, co możesz zrobić:
letters-annulled-note = Jeśli się nie zgadzasz, odpowiedz uczelni na tej stronie. Musi Ci odpowiedzieć.

letters-suspended-subject = { $organisation }: zawieszono „{ $title }”
letters-suspended-text = { $organisation }: Twoje mikropoświadczenie „{ $title }” jest zawieszone do czasu wyjaśnienia pewnej sprawy. Do tego czasu mówi o tym każde sprawdzenie. Powód: { $reason }
letters-suspended-do = Zobacz, co możesz zrobić:
letters-suspended-note = Gdy zapadnie decyzja, otrzymasz kolejny list.

letters-restored-subject = { $organisation }: „{ $title }” znów jest ważne
letters-restored-text = { $organisation }: zawieszenie Twojego mikropoświadczenia „{ $title }” zakończyło się. Znów jest ważne. Powód: { $reason }
letters-restored-do = Zobacz swoje mikropoświadczenie:
letters-restored-note = Pliki i linki przekazane innym też znów są ważne; nowe nie są potrzebne.

letters-answered-subject = { $organisation }: odpowiedź w sprawie „{ $title }”
letters-answered-text = { $organisation } odpowiada na to, co napisano w sprawie Twojego mikropoświadczenia „{ $title }”.
letters-answered-do = Przeczytaj odpowiedź:
letters-answered-note = Link jest tylko dla Ciebie.

letters-names-subject = { $organisation }: czy imię i nazwisko są zapisane poprawnie?
letters-names-text = { $organisation } wkrótce przyzna Panu/Pani mikropoświadczenie „{ $title }”. Prosimy sprawdzić, jak będą na nim zapisane imię i nazwisko. Jeśli nic się nie zrobi, zostaną zapisane tak, jak ma je uczelnia.
letters-names-do = Sprawdź imię i nazwisko:
letters-names-note = To zajmie pół minuty i nie wymaga konta.
