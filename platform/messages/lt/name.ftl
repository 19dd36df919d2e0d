### A learner looks at the spelling of their name before sealing. For everybody: all ten languages.

name-title = Ar Jūsų vardas parašytas teisingai?
name-lead = { $organisation } netrukus suteiks Jums „{ $title }“. Jūsų vardas bus parašytas taip:
name-right = Taip, teisingai
name-wrong = Ne, rašomas kitaip
name-wrong-hint = Parašykite kaip asmens dokumente. Universitetas tai peržiūrės prieš naudodamas.
name-given = Vardas
name-family = Pavardė
name-full = Visas vardas
name-full-hint = Jei Jūsų vardas nesudarytas iš vardo ir pavardės arba rašomas kitu raštu.
name-send = Siųsti
name-missing = Parašykite vardą ir pavardę arba visą vardą.
name-confirmed = Ačiū
name-confirmed-what = Jūsų vardas bus parašytas taip, kaip parodyta. Daugiau nieko daryti nereikia; gausite laišką, kai mikrokredencialas bus paruoštas.
name-proposed = Ačiū, gavome
name-proposed-what = Universitetas peržiūrės rašybą prieš ką nors antspauduodamas.
name-too-late = Čia keisti jau per vėlu
name-too-late-what = Mikrokredencialas ruošiamas arba jau paruoštas. Kai jį turėsite, jo puslapyje pasirinkite „Kažkas negerai“.
