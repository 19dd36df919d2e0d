share-title = Parodyti nuoroda
share-lead = Kas turi nuorodą, be paskyros mato tai, ką pasirenkate. Niekas kitas jos neranda. Ją galite bet kada išjungti.
share-what = Ką ji turi rodyti?
share-preset-employer = Ko reikia darbdaviui
share-preset-employer-hint = Jūsų vardas, ką mokate, kaip tai įvertinta, jūsų rezultatas. Be gimimo datos ir studento numerio.
share-preset-only = Tik tai, kad jį turiu
share-preset-only-hint = Jūsų vardas, pavadinimas, kas ir kada išdavė. Be rezultato.
share-preset-everything = Viską
share-preset-everything-hint = Viskas, su gimimo data ir studento numeriu, jei jie yra, ir užantspauduotais failais.
share-what-missing = Pasirinkite, ką nuoroda turi rodyti.
share-lasts = Kiek laiko ji turi veikti?
share-lasts-week = Vieną savaitę
share-lasts-month = 30 dienų
share-lasts-half = Pusę metų
share-lasts-always = Kol ją išjungsiu
share-lasts-missing = Pasirinkite, kiek laiko ji turi veikti.
share-label = Kam ji skirta?
share-label-hint = Tai matote tik jūs, pavyzdžiui, „Paraiška, pavasaris“.
share-label-wrong = Ne daugiau kaip 100 ženklų vienoje eilutėje.
share-make = Sukurti nuorodą
share-too-many = Turite daug atvirų nuorodų. Pirma kurią nors išjunkite.
share-links = Jūsų nuorodos
share-none = Jų nėra. Čia niekas nemato jūsų mikrokredencialo.
share-open = Veikia
share-no-end = kol ją išjungsite
share-until = iki { $date }
share-over = Baigėsi { $date }
share-closed = Išjungta { $date }
share-close = Išjungti
share-linkedin = Pridėti prie „LinkedIn“ su šia nuoroda
share-qr = Kodas, atveriantis nuorodą „{ $name }“
share-seen-never = Dar neatverta.
share-seen =
    { $count ->
        [one] Atverta { $count } kartą, { $date }
        [few] Atverta { $count } kartus, paskutinį kartą { $date }
        [many] Atverta { $count } karto, paskutinį kartą { $date }
       *[other] Atverta { $count } kartų, paskutinį kartą { $date }
    }
share-seen-days = Dienos, kuriomis ji buvo atverta
share-seen-day = Diena
share-seen-count = Kartai
share-reader-employer = Turėtojas pasirinko jums parodyti: ką moka ir kaip tai įvertinta.
share-reader-only = Turėtojas pasirinko jums parodyti tik tai, kad turi šį mikrokredencialą.
share-reader-everything = Turėtojas pasirinko jums parodyti viską apie šį mikrokredencialą.
share-check = Patikrinkite patys
share-check-text = Nepasikliaukite vien šiuo puslapiu. Atsisiųskite užantspauduotą failą ir patikrinkite jį; jis pats sako, ar yra tikras.
share-file = Užantspauduotas failas
share-file-use = Įrodo tai, ką rodo šis puslapis, ir jame nėra nieko, ko turėtojas nepasirinko rodyti.
share-file-edc = European Digital Credential
share-file-ob3 = Open Badge
share-file-other = Užantspauduotas failas
share-file-all-use = Jame yra viskas, ką užantspaudavo universitetas.
share-check-go = Tikrinti failą čia
share-check-elsewhere = Tinka ir bet kuri kita programa, tikrinanti „European Digital Credentials“, „Open Badges“ ar SD-JWT kredencialus.
