claim-title = Atsiimkite savo mikrokredencialą
claim-lead = Įrašykite kodą iš popieriaus, kurį gavote universitete. Paskyros nereikia.
claim-code = Kodas
claim-code-hint = Keturios grupės po penkias raides ir skaitmenis. Galima mažosiomis raidėmis ir be brūkšnelių.
claim-code-wrong = Šis kodas nieko neatveria. Dar kartą palyginkite jį su popieriumi.
claim-other-ways = Kiti būdai
claim-other-letter = Gavote el. laišką? Atverkite jame esančią nuorodą; ji veda ten pat.
claim-other-account = Saugote jį paskyroje? Į mano mikrokredencialus
claim-fact-title = Pirma vienas klausimas
claim-fact-lead = { $organisation } jums išdavė mikrokredencialą. Kad jo nepamatytų kas nors kitas, radęs šią nuorodą, atsakykite į vieną klausimą.
claim-fact-birth-date = Jūsų gimimo data
claim-fact-birth-date-hint = Jei naršyklė nerodo kalendoriaus: metai, mėnuo, diena, pavyzdžiui, 1990-12-31.
claim-fact-number = Jūsų studento numeris
claim-fact-number-hint = Toks, kokį naudoja universitetas. Tarpai ir brūkšneliai nesvarbūs.
claim-fact-code = Kodas, kurį jums pasakė universitetas
claim-fact-code-hint = Aštuonios raidės ir skaitmenys. Jei jo neturite, klauskite universiteto.
claim-fact-go = Rodyti mano mikrokredencialą
claim-fact-why = Jūsų atsakymą tik palyginame su tuo, ką mums pasakė universitetas.
claim-fact-wrong =
    { $count ->
        [one] Tai ne tas, ką mums pasakė universitetas. Liko { $count } bandymas.
        [few] Tai ne tas, ką mums pasakė universitetas. Liko { $count } bandymai.
        [many] Tai ne tas, ką mums pasakė universitetas. Liko { $count } bandymo.
       *[other] Tai ne tas, ką mums pasakė universitetas. Liko { $count } bandymų.
    }
claim-closed-word = Kuriam laikui uždaryta
claim-closed = Buvo per daug klaidingų atsakymų. Vėl galėsite bandyti nuo: { $time }.
claim-closed-desk = Jei jūsų atsakymas buvo teisingas, universiteto įrašuose gali būti klaida. Klauskite: { $organisation }.
claim-erased-title = Šis mikrokredencialas ištrintas
claim-erased-text = { $date } ištrinta visa, ką { $organisation } čia saugojo asmeniško apie jo turėtoją, kaip šis prašė. Niekas negali to sugrąžinti.
claim-erased-stays = Anksčiau išsaugoti failai tebeveikia, ir juos tebegalima patikrinti.
