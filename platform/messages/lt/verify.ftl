verify-title = Ar šis mikrokredencialas tikras?
verify-lead = Atneškite failą, kurį gavote. Iškart matysite, ar jis tikras ir tebegalioja, ką žmogus moka ir kaip tai įvertinta.
verify-files = Failas arba keli
verify-files-hint = European Digital Credential, Open Badge (JSON, žetonas, PNG, SVG) arba SD-JWT VC. Daugiausia failų vienu metu: { $most }.
verify-text = Arba jo tekstas
verify-text-hint = Įklijuokite, ką jums atsiuntė, nuo pirmo iki paskutinio ženklo.
verify-go = Tikrinti
verify-privacy = Ką atnešate, patikrinama ir pamirštama: nieko nesaugoma, ir niekas nesužino, ką tikrinote.
verify-device = Niekur nesiunčiant failo
verify-device-text = Ta pati patikra gali vykti jūsų įrenginyje: failas iš jo neišeina, ir niekas nesužino, kad tikrinote. Kartą atvertas puslapis veikia ir be ryšio.
verify-device-go = Tikrinti šiame įrenginyje
verify-nothing = Pasirinkite failą arba įklijuokite jo tekstą.
verify-too-many = Daugiausia failų, kuriuos galima patikrinti vienu metu: { $most }.
verify-answer-title = Atsakymas
verify-valid-by = Išdavė { $issuer }, { $date }, nepakeistas ir galioja.
verify-valid = Tikras, žinomo išdavėjo ir galioja.
verify-invalid = Nepasikliaukite šiuo failu.
verify-unknown = To nustatyti nepavyko. Jis gali būti tikras arba ne.
verify-unread = Čia nėra nieko, ką būtų galima patikrinti.
verify-fictitious = Pavyzdys: organizacijos išgalvotos, ir tai nėra tikras kredencialas.
verify-says-invalid = Niekuo, kas toliau, negalima pasikliauti.
verify-says-unknown = Ne viskas, kas toliau, patvirtinta.
verify-compare = Palyginkite su savo egzemplioriumi
verify-compare-text = Popierių ir puslapius galima pakeisti, o to, kas užantspauduota, ne. Šie žodžiai turi būti tokie patys tame, ką gavote.
verify-compare-name = Vardas ir pavardė
verify-compare-title = Pavadinimas
verify-compare-grade = Įvertinimas
verify-compare-date = Suteikta
verify-compare-issuer = Išdavėjas
verify-checks = Kas patikrinta
verify-check-format = Failas
verify-check-signature = Spaudas
verify-check-issuer-key = Spaudo raktas
verify-check-issuer-trust = Išdavėjas
verify-check-status = Atšaukimas
verify-check-dates = Datos
verify-check-holder = Kas jį rodo
verify-passed = tvarkoje
verify-failed = netvarkoje
verify-undecided = nenustatyta
verify-left = palikta jums
verify-checked-at = Patikrinta: { $time }.
verify-details = Techninės detalės
verify-details-format = Formatas
verify-details-id = Identifikatorius
verify-details-hash = Failo SHA-256
verify-details-conforms = atitinka
verify-many =
    { $count ->
        [one] Patikrintas { $count } failas
        [few] Patikrinti { $count } failai
        [many] Patikrinta { $count } failo
       *[other] Patikrinta { $count } failų
    }
verify-table = Kiekvienas failas ir atsakymas
verify-table-file = Failas
verify-table-answer = Atsakymas
verify-pasted = Įklijuotas tekstas
verify-again = Tikrinti kitą failą
verify-report = Šis puslapis yra jūsų ataskaita: atsispausdinkite jį arba išsaugokite kaip PDF. Jame nurodytas patikros laikas, o skyriuje „Techninės detalės“ – failo atspaudas.
