// Co mówi weryfikacja, po polsku.

import type { Sentences } from './en.ts'

export const pl: Sentences = {
  'format.known': 'Ten plik Tessera potrafi odczytać: {format}.',
  'format.not-known': 'To nie jest mikropoświadczenie w żadnej postaci znanej Tesserze.',
  'format.malformed': 'To wygląda jak {format}, ale jest uszkodzone: {detail}',
  'format.damaged': 'To wygląda jak podpisane poświadczenie, ale jest uszkodzone: {detail}',
  'format.too-large': 'Plik jest za duży, aby go tutaj sprawdzić.',
  'format.several': 'Ten plik zawiera kilka mikropoświadczeń. Każde trzeba sprawdzić osobno.',
  'format.other-words':
    'Znaczenie słów w tym pliku opublikowano w miejscu, którego Tessera nie zna, więc nie dało się go sprawdzić.',
  'format.other-type': 'To inny rodzaj poświadczenia niż ten, o który proszono.',

  'signature.holds':
    'To, co widać, jest dokładnie tym, co podpisano; nic od tego czasu nie zmieniono.',
  'signature.holds-at-time':
    'To, co widać, jest dokładnie tym, co podpisano; nic od tego czasu nie zmieniono. Wiarygodny znacznik czasu pokazuje, że podpisano to nie później niż {time}.',
  'signature.time-stamp-broken':
    'To, co widać, jest dokładnie tym, co podpisano; nic od tego czasu nie zmieniono. Dołączony znacznik czasu jest uszkodzony albo dotyczy czegoś innego, więc nie dowodzi żadnego czasu.',
  'signature.changed':
    'Treść nie jest tym, co podpisano. Zmieniono ją po podpisaniu albo podpis nie jest autentyczny.',
  'signature.none': 'Nikt nie podpisał tego pliku, więc nic nie pokazuje, czy go zmieniono.',
  'signature.no-key':
    'Nie udało się uzyskać klucza potrzebnego do sprawdzenia podpisu, więc go nie sprawdzono.',
  'signature.unsupported': 'Plik podpisano w sposób, którego Tessera nie zna.',
  'signature.too-complex':
    'Porównanie tego pliku z jego podpisem trwałoby zbyt długo, więc nie dało się go sprawdzić.',

  'issuer-key.own': 'Klucz podpisu należy do wystawcy wymienionego w pliku.',
  'issuer-key.own-then':
    'W chwili podpisania klucz podpisu należał do wystawcy wymienionego w pliku, co pokazuje wiarygodny znacznik czasu. Od tamtej pory jego certyfikat stracił ważność lub został unieważniony.',
  'issuer-key.own-revocation-unknown':
    'Klucz podpisu należy do wystawcy wymienionego w pliku. Nic z tego, co jest tu dostępne, nie mówi, czy jego certyfikat unieważniono.',
  'issuer-key.other-issuer': 'Plik podpisał ktoś inny niż wystawca, którego wymienia.',
  'issuer-key.not-confirmed':
    'Nic poza samym plikiem nie potwierdza, że klucz podpisu należy do wymienionego wystawcy.',
  'issuer-key.no-key': 'Nie udało się odszukać kluczy wystawcy.',
  'issuer-key.not-listed': 'Wystawca nie wymienia klucza podpisu wśród swoich kluczy.',
  'issuer-key.certificate-unknown':
    'Certyfikat pieczęci pochodzi od urzędu certyfikacji, który nie jest tu znany.',
  'issuer-key.certificate-expired':
    'Certyfikat pieczęci stracił ważność, a żaden wiarygodny czas nie pokazuje, że plik opieczętowano wcześniej.',
  'issuer-key.certificate-status-lost':
    'Certyfikat pieczęci stracił ważność po opieczętowaniu pliku. Nic z tego, co jest tu dostępne, nie pokazuje, że nie unieważniono go wcześniej.',
  'issuer-key.certificate-refused': 'Certyfikat pieczęci jest nie do przyjęcia: {detail}',
  'issuer-key.expired':
    'Klucz podpisu stracił ważność, a żaden wiarygodny czas nie pokazuje, że plik podpisano wcześniej.',
  'issuer-key.way-not-accepted': '{list} nie uznaje sposobu, w jaki podpisano ten plik.',
  'issuer-key.other-purpose': 'Klucza wystawcy użyto do innego celu niż wystawianie.',
  'issuer-key.unsigned': 'Nikt nie podpisał tego pliku, więc nie ma klucza do sprawdzenia.',

  'issuer-trust.known': '{name}: ten wystawca jest znany z listy „{list}”.',
  'issuer-trust.by-authority':
    '{name}: tożsamość tego wystawcy poświadcza {authority}, urząd certyfikacji z listy „{list}”.',
  'issuer-trust.known-test':
    '{name}: ten wystawca jest znany z listy „{list}”, która służy tylko do testów i przykładów.',
  'issuer-trust.not-known-here':
    'Tego wystawcy nie ma na żadnej z użytych tu list zaufania. Nie znaczy to, że jest fałszywy.',
  'issuer-trust.not-at-that-time':
    'Według listy „{list}” wystawca {name} nie był uprawniony w chwili wystawienia.',
  'issuer-trust.may-not-award':
    'Według listy „{list}” wystawca {name} nie może nadać tego mikropoświadczenia: {detail}',
  'issuer-trust.list-out-of-date':
    'Lista „{list}” jest nieaktualna, więc nie pokazuje, czy wystawca {name} jest nadal znany.',

  'status.not-revoked': 'Nie zostało wycofane.',
  'status.none':
    'Wystawca nie przewidział żadnego sposobu późniejszego wycofania tego mikropoświadczenia.',
  'status.revoked': 'Wystawca wycofał to mikropoświadczenie.',
  'status.suspended': 'Wystawca na razie zawiesił to mikropoświadczenie.',
  'status.unreadable': 'Nie udało się ustalić, czy zostało wycofane.',
  'status.out-of-date':
    'Lista wycofanych poświadczeń jest nieaktualna, więc nie dało się tego rozstrzygnąć.',
  'status.not-genuine':
    'Lista wycofanych poświadczeń nie jest autentyczna, więc nie dało się tego rozstrzygnąć.',
  'status.not-usable': 'Lista wycofanych poświadczeń nie daje użytecznej odpowiedzi: {detail}',
  'status.unsupported': 'Wystawca wycofuje poświadczenia w sposób, którego Tessera nie zna.',

  'dates.in-force': 'W chwili sprawdzania jest ważne.',
  'dates.not-yet': 'Nie jest jeszcze ważne.',
  'dates.expired': 'Straciło ważność.',
  'dates.signed-in-future': 'Podaje, że podpisano je w przyszłości.',
  'dates.proof-expired': 'Sam podpis miał obowiązywać tylko do chwili, która już minęła.',
  'dates.contradictory': 'Kończy się, zanim się zaczyna.',
  'dates.unreadable': 'Jego dat nie da się odczytać, więc nie dało się tego rozstrzygnąć.',

  'holder.not-asked': 'Nie sprawdzono, kto okazuje ten plik; należy porównać nazwisko z osobą.',
  'holder.bound': 'Okazuje je osoba, której je wystawiono; wykazała to za pomocą własnego klucza.',
  'holder.no-presentation': 'Wymagano dowodu posiadacza, ale go nie ma.',
  'holder.changed': 'Dowód posiadacza nie pasuje do tego pliku.',
  'holder.no-key': 'Nie udało się uzyskać klucza posiadacza, więc dowodu nie sprawdzono.',
  'holder.other-request': 'Dowód posiadacza sporządzono na inne żądanie.',
  'holder.not-fresh': 'Dowód posiadacza jest zbyt stary albo pochodzi z przyszłości.',
  'holder.not-subject': 'Okazuje je ktoś inny niż osoba, której dotyczy.',
  'holder.not-bound':
    'To mikropoświadczenie nie jest związane z żadnym kluczem, więc nie da się wykazać, kto je posiada.',

  'not-reached': 'Tego nie sprawdzono, ponieważ pliku nie udało się odczytać.',
}
