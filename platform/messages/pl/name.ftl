### A learner looks at the spelling of their name before sealing. For everybody: all ten languages.

name-title = Czy imię i nazwisko są zapisane poprawnie?
name-lead = { $organisation } wkrótce przyzna Panu/Pani „{ $title }”. Imię i nazwisko będą zapisane tak:
name-right = Tak, jest dobrze
name-wrong = Nie, zapisuje się inaczej
name-wrong-hint = Prosimy wpisać jak w dokumencie tożsamości. Uczelnia sprawdzi to przed użyciem.
name-given = Imię
name-family = Nazwisko
name-full = Pełne imię i nazwisko
name-full-hint = Jeśli nie składa się z imienia i nazwiska albo zapisuje się innym pismem.
name-send = Wyślij
name-missing = Proszę wpisać imię i nazwisko albo pełną formę.
name-confirmed = Dziękujemy
name-confirmed-what = Imię i nazwisko będą zapisane tak, jak pokazano. Nic więcej nie trzeba robić; gdy mikropoświadczenie będzie gotowe, przyjdzie list.
name-proposed = Dziękujemy, dotarło
name-proposed-what = Uczelnia obejrzy zapis, zanim cokolwiek zostanie opieczętowane.
name-too-late = Tutaj jest już za późno na zmianę
name-too-late-what = Mikropoświadczenie jest przygotowywane albo już gotowe. Gdy nadejdzie, prosimy wybrać na jego stronie „Coś się nie zgadza”.
