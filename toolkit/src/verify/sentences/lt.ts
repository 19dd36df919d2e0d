// Ką sako tikrinimas, lietuviškai.

import type { Sentences } from './en.ts'

export const lt: Sentences = {
  'format.known': 'Šį failą „Tessera“ gali perskaityti: {format}.',
  'format.not-known': 'Tai nėra mikrokredencialas jokiu „Tesserai“ žinomu pavidalu.',
  'format.malformed': 'Tai panašu į {format}, bet failas sugadintas: {detail}',
  'format.damaged': 'Tai panašu į pasirašytą kredencialą, bet failas sugadintas: {detail}',
  'format.too-large': 'Failas per didelis, kad jį būtų galima čia patikrinti.',
  'format.several': 'Šiame faile yra keli mikrokredencialai. Kiekvieną reikia patikrinti atskirai.',
  'format.other-words':
    'Kai kurių šio failo žodžių reikšmė paskelbta vietoje, kurios „Tessera“ nežino, todėl jo patikrinti nepavyko.',
  'format.other-type': 'Tai kitos rūšies kredencialas, nei buvo prašyta.',

  'signature.holds':
    'Tai, ką matote, yra tiksliai tai, kas buvo pasirašyta; nuo tada niekas nepakeista.',
  'signature.holds-at-time':
    'Tai, ką matote, yra tiksliai tai, kas buvo pasirašyta; nuo tada niekas nepakeista. Patikima laiko žyma rodo, kad pasirašyta ne vėliau kaip {time}.',
  'signature.time-stamp-broken':
    'Tai, ką matote, yra tiksliai tai, kas buvo pasirašyta; nuo tada niekas nepakeista. Pridėta laiko žyma sugadinta arba skirta kam nors kitam, todėl jokio laiko neįrodo.',
  'signature.changed':
    'Turinys nėra tas, kuris buvo pasirašytas. Jis pakeistas po pasirašymo arba parašas nėra tikras.',
  'signature.none':
    'Šio failo niekas nepasirašė, tad nėra nieko, kas rodytų, ar jis buvo pakeistas.',
  'signature.no-key':
    'Nepavyko gauti rakto, kurio reikia parašui patikrinti, todėl parašas nepatikrintas.',
  'signature.unsupported': 'Failas pasirašytas „Tesserai“ nežinomu būdu.',
  'signature.too-complex':
    'Palyginti šį failą su jo parašu užtruktų per ilgai, todėl to patikrinti nepavyko.',

  'issuer-key.own': 'Parašo raktas priklauso faile nurodytam išdavėjui.',
  'issuer-key.own-then':
    'Pasirašant parašo raktas priklausė faile nurodytam išdavėjui: tai rodo patikima laiko žyma. Nuo to laiko jo sertifikato galiojimas baigėsi arba jis buvo atšauktas.',
  'issuer-key.own-revocation-unknown':
    'Parašo raktas priklauso faile nurodytam išdavėjui. Iš turimų duomenų nematyti, ar jo sertifikatas buvo atšauktas.',
  'issuer-key.other-issuer': 'Failą pasirašė kažkas kitas, o ne jame nurodytas išdavėjas.',
  'issuer-key.not-confirmed':
    'Niekas už paties failo ribų nepatvirtina, kad parašo raktas priklauso nurodytam išdavėjui.',
  'issuer-key.no-key': 'Išdavėjo raktų rasti nepavyko.',
  'issuer-key.not-listed': 'Išdavėjas nenurodo parašo rakto tarp savo raktų.',
  'issuer-key.certificate-unknown': 'Spaudo sertifikatą išdavė įstaiga, kuri čia nežinoma.',
  'issuer-key.certificate-expired':
    'Spaudo sertifikato galiojimas baigėsi, o joks patikimas laikas nerodo, kad failas buvo užantspauduotas anksčiau.',
  'issuer-key.certificate-status-lost':
    'Po to, kai failas buvo užantspauduotas, spaudo sertifikato galiojimas baigėsi. Iš turimų duomenų nematyti, kad jis nebuvo atšauktas anksčiau.',
  'issuer-key.certificate-refused': 'Spaudo sertifikatas netinkamas: {detail}',
  'issuer-key.expired':
    'Parašo rakto galiojimas baigėsi, o joks patikimas laikas nerodo, kad failas buvo pasirašytas anksčiau.',
  'issuer-key.way-not-accepted': '{list} nepripažįsta būdo, kuriuo pasirašytas šis failas.',
  'issuer-key.other-purpose': 'Išdavėjo raktas panaudotas kitam tikslui, o ne išdavimui.',
  'issuer-key.unsigned':
    'Šio failo niekas nepasirašė, tad nėra ir rakto, kurį būtų galima tikrinti.',

  'issuer-trust.known': '{name}: šis išdavėjas žinomas iš sąrašo „{list}“.',
  'issuer-trust.by-authority':
    '{name}: šio išdavėjo tapatybę patvirtina {authority}, sertifikavimo įstaiga iš sąrašo „{list}“.',
  'issuer-trust.known-test':
    '{name}: šis išdavėjas žinomas iš sąrašo „{list}“, kuris skirtas tik bandymams ir pavyzdžiams.',
  'issuer-trust.not-known-here':
    'Šio išdavėjo nėra jokiame čia naudojamame patikimumo sąraše. Tai nereiškia, kad jis netikras.',
  'issuer-trust.not-at-that-time':
    'Pagal sąrašą „{list}“ išdavėjas {name} išdavimo metu neturėjo teisės išduoti.',
  'issuer-trust.may-not-award':
    'Pagal sąrašą „{list}“ išdavėjas {name} negali suteikti šio mikrokredencialo: {detail}',
  'issuer-trust.list-out-of-date':
    'Sąrašas „{list}“ pasenęs, todėl nerodo, ar išdavėjas {name} vis dar žinomas.',

  'status.not-revoked': 'Jis nebuvo atšauktas.',
  'status.none': 'Išdavėjas nenumatė jokio būdo vėliau atšaukti šį mikrokredencialą.',
  'status.revoked': 'Išdavėjas šį mikrokredencialą atšaukė.',
  'status.suspended': 'Išdavėjas šio mikrokredencialo galiojimą laikinai sustabdė.',
  'status.unreadable': 'Nepavyko sužinoti, ar jis buvo atšauktas.',
  'status.out-of-date': 'Atšauktų kredencialų sąrašas pasenęs, todėl to nepavyko nustatyti.',
  'status.not-genuine': 'Atšauktų kredencialų sąrašas nėra tikras, todėl to nepavyko nustatyti.',
  'status.not-usable': 'Atšauktų kredencialų sąrašas neduoda tinkamo atsakymo: {detail}',
  'status.unsupported': 'Išdavėjas kredencialus atšaukia „Tesserai“ nežinomu būdu.',

  'dates.in-force': 'Tikrinimo metu jis galioja.',
  'dates.not-yet': 'Jis dar negalioja.',
  'dates.expired': 'Jo galiojimas baigėsi.',
  'dates.signed-in-future': 'Jame nurodyta, kad jis pasirašytas ateityje.',
  'dates.proof-expired': 'Pats parašas turėjo galioti tik iki jau praėjusio laiko.',
  'dates.contradictory': 'Jo galiojimas baigiasi anksčiau, nei prasideda.',
  'dates.unreadable': 'Jo datų neįmanoma perskaityti, todėl to nepavyko nustatyti.',

  'holder.not-asked':
    'Kas rodo šį failą, nebuvo tikrinta; palyginkite vardą ir pavardę su asmeniu.',
  'holder.bound': 'Jį rodo asmuo, kuriam jis išduotas; tai jis įrodė savo paties raktu.',
  'holder.no-presentation': 'Buvo prašoma turėtojo įrodymo, bet jo nėra.',
  'holder.changed': 'Turėtojo įrodymas šiam failui netinka.',
  'holder.no-key': 'Nepavyko gauti turėtojo rakto, todėl įrodymas nepatikrintas.',
  'holder.other-request': 'Turėtojo įrodymas pateiktas pagal kitą prašymą.',
  'holder.not-fresh': 'Turėtojo įrodymas per senas arba iš ateities.',
  'holder.not-subject': 'Jį rodo kažkas kitas, o ne asmuo, apie kurį jis yra.',
  'holder.not-bound':
    'Šis mikrokredencialas nesusietas su jokiu raktu, todėl neįmanoma įrodyti, kas jo turėtojas.',

  'not-reached': 'Tai nepatikrinta, nes failo nepavyko perskaityti.',
}
