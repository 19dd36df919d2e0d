letters-hello = Sveiki, { $name },
letters-from = { $organisation }
letters-why = Šį laišką gaunate, nes { $organisation } saugo įrašą apie tai, ką išmokote. Laiške nėra jokio sekimo.
letters-ask = Kažkas ne taip? Atverkite aukščiau nurodytą puslapį ir pasirinkite „Kažkas ne taip“.

letters-awarded-subject = { $organisation }: jūsų mikrokredencialas „{ $title }“
letters-awarded-text = { $organisation } jums suteikė mikrokredencialą „{ $title }“. Galite jį pamatyti, išsaugoti jo failus ir parodyti kitiems. Paskyros nereikia.
letters-awarded-do = Pamatyti savo mikrokredencialą:
letters-awarded-note = Nuoroda skirta tik jums. Dar paklausime to, ką žinote tik jūs ir universitetas, pavyzdžiui, gimimo datos.

letters-reminder-subject = { $organisation }: mikrokredencialas „{ $title }“ vis dar laukia
letters-reminder-text = Prieš kurį laiką { $organisation } jums suteikė mikrokredencialą „{ $title }“. Jo dar neatvėrėte. Jis lieka jūsų ir lieka čia.
letters-reminder-do = Pamatyti savo mikrokredencialą:
letters-reminder-note = Nuoroda skirta tik jums. Dar paklausime to, ką žinote tik jūs ir universitetas, pavyzdžiui, gimimo datos.

letters-corrected-subject = { $organisation }: „{ $title }“ pataisytas
letters-corrected-text = { $organisation } pataisė jūsų mikrokredencialą „{ $title }“. Naujas pakeičia senąjį, kuris nebegalioja. Priežastis: { $reason }
letters-corrected-do = Pamatyti pataisytą mikrokredencialą:
letters-corrected-note = Jei kam nors davėte senąjį failą, duokite naująjį. Senoji nuoroda paaiškina, kas atsitiko.

letters-withdrawn-subject = { $organisation }: „{ $title }“ atšauktas
letters-withdrawn-text = { $organisation } atšaukė jūsų mikrokredencialą „{ $title }“. Nuo šiol tai sako kiekviena patikra. Priežastis: { $reason }
letters-withdrawn-do = Pažiūrėti, ką galite padaryti:
letters-withdrawn-note = Jei nesutinkate, atsakykite universitetui iš to puslapio. Jis privalo jums atsakyti.

letters-annulled-subject = { $organisation }: „{ $title }“ pripažintas niekiniu
letters-annulled-text = { $organisation } pripažino jūsų mikrokredencialą „{ $title }“ niekiniu: jis neturėjo būti išduotas. Nuo šiol kiekviena patikra sako, kad jis negalioja. Priežastis: { $reason }
letters-annulled-do = Pažiūrėti, ką galite padaryti:
letters-annulled-note = Jei nesutinkate, atsakykite universitetui iš to puslapio. Jis privalo jums atsakyti.

letters-suspended-subject = { $organisation }: „{ $title }“ sustabdytas
letters-suspended-text = { $organisation } sustabdė jūsų mikrokredencialo „{ $title }“ galiojimą, kol bus išspręstas klausimas. Iki tol tai sako kiekviena patikra. Priežastis: { $reason }
letters-suspended-do = Pažiūrėti, ką galite padaryti:
letters-suspended-note = Kai bus nuspręsta, gausite dar vieną laišką.

letters-restored-subject = { $organisation }: „{ $title }“ vėl galioja
letters-restored-text = { $organisation } baigė jūsų mikrokredencialo „{ $title }“ sustabdymą. Jis vėl galioja. Priežastis: { $reason }
letters-restored-do = Pamatyti savo mikrokredencialą:
letters-restored-note = Kitiems duoti failai ir nuorodos taip pat vėl galioja; naujų nereikia.

letters-answered-subject = { $organisation }: atsakymas dėl „{ $title }“
letters-answered-text = { $organisation } atsakė į tai, ką rašėte apie savo mikrokredencialą „{ $title }“.
letters-answered-do = Skaityti atsakymą:
letters-answered-note = Nuoroda skirta tik jums.

letters-names-subject = { $organisation }: ar Jūsų vardas parašytas teisingai?
letters-names-text = { $organisation } netrukus suteiks Jums mikrokredencialą „{ $title }“. Pažiūrėkite, kaip jame bus parašytas Jūsų vardas. Jei nieko nedarysite, jis bus parašytas taip, kaip jį turi universitetas.
letters-names-do = Pažiūrėkite į savo vardą:
letters-names-note = Tai užtruks pusę minutės, paskyros nereikia.
