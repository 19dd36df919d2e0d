// The first line of a verdict, by language. A language the verifier speaks and this lacks does not compile.

import type { VerdictWord } from '../verify/verdict.ts'

type Words = Readonly<Record<VerdictWord | 'example', string>>

const words: Readonly<Record<'de' | 'en' | 'es' | 'fr' | 'it' | 'lt' | 'pl' | 'pt', Words>> = {
  en: {
    valid: 'VALID: everything that was checked holds.',
    invalid: 'INVALID: something does not hold.',
    unknown: 'UNKNOWN: not everything could be decided. This says neither good nor bad.',
    example: 'An example: the organisations are invented and this is no real credential.',
  },
  de: {
    valid: 'GÜLTIG: Alles, was geprüft wurde, hält stand.',
    invalid: 'UNGÜLTIG: Etwas hält nicht stand.',
    unknown: 'OFFEN: Nicht alles ließ sich entscheiden. Das heißt weder gut noch schlecht.',
    example: 'Ein Beispiel: Die Einrichtungen sind erfunden, das ist kein echter Nachweis.',
  },
  es: {
    valid: 'VÁLIDA: todo lo comprobado se sostiene.',
    invalid: 'NO VÁLIDA: algo no se sostiene.',
    unknown: 'SIN DECIDIR: no todo pudo decidirse. Esto no dice ni bien ni mal.',
    example: 'Un ejemplo: las organizaciones son inventadas y no es una credencial real.',
  },
  fr: {
    valid: 'VALABLE : tout ce qui a été vérifié tient.',
    invalid: 'NON VALABLE : quelque chose ne tient pas.',
    unknown: 'NON DÉCIDÉ : tout n’a pas pu être décidé. Cela ne dit ni bien ni mal.',
    example: 'Un exemple : les organismes sont inventés, ce n’est pas une vraie attestation.',
  },
  it: {
    valid: 'VALIDA: tutto ciò che è stato verificato regge.',
    invalid: 'NON VALIDA: qualcosa non regge.',
    unknown: 'NON DECISO: non tutto si è potuto decidere. Non dice né bene né male.',
    example: 'Un esempio: gli enti sono inventati e non è un attestato vero.',
  },
  lt: {
    valid: 'GALIOJA: viskas, kas patikrinta, teisinga.',
    invalid: 'NEGALIOJA: kažkas neatitinka.',
    unknown: 'NENUSTATYTA: ne viską pavyko nustatyti. Tai nereiškia nei gerai, nei blogai.',
    example: 'Pavyzdys: organizacijos išgalvotos, tai nėra tikras pažymėjimas.',
  },
  pl: {
    valid: 'WAŻNE: wszystko, co sprawdzono, się zgadza.',
    invalid: 'NIEWAŻNE: coś się nie zgadza.',
    unknown:
      'NIEROZSTRZYGNIĘTE: nie wszystko dało się rozstrzygnąć. To nie znaczy ani dobrze, ani źle.',
    example: 'Przykład: organizacje są zmyślone, to nie jest prawdziwe poświadczenie.',
  },
  pt: {
    valid: 'VÁLIDA: tudo o que foi verificado se confirma.',
    invalid: 'NÃO VÁLIDA: algo não se confirma.',
    unknown: 'POR DECIDIR: nem tudo pôde ser decidido. Isto não diz nem bem nem mal.',
    example: 'Um exemplo: as organizações são inventadas e não é uma credencial real.',
  },
}

/** The words of a language; English where there is no translation. */
export function verdictWords(language: string): Words {
  const base = language.split('-')[0] ?? 'en'
  return Object.entries(words).find(([tag]) => tag === base)?.[1] ?? words.en
}

export function verdictLanguages(): readonly string[] {
  return Object.keys(words)
}
