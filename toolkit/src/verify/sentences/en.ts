// What the verifier says, in English. The other languages have the same keys; a missing one does not compile.

export const en = {
  'format.known': 'This is a file Tessera can read: {format}.',
  'format.not-known': 'This is not a micro-credential in any form Tessera knows.',
  'format.malformed': 'This looks like {format}, but it is damaged: {detail}',
  'format.damaged': 'This looks like a signed credential, but it is damaged: {detail}',
  'format.too-large': 'The file is too large to be checked here.',
  'format.several': 'This file holds several micro-credentials. Each has to be checked by itself.',
  'format.other-words':
    'The meaning of words in this file is published in a place Tessera does not know, so it could not be checked.',
  'format.other-type': 'This is another kind of credential than was asked for.',

  'signature.holds': 'What you see is exactly what was signed; nothing was changed since.',
  'signature.holds-at-time':
    'What you see is exactly what was signed; nothing was changed since. A trusted time stamp shows that it was signed no later than {time}.',
  'signature.time-stamp-broken':
    'What you see is exactly what was signed; nothing was changed since. A time stamp that comes with it is damaged or belongs to something else, so it proves no time.',
  'signature.changed':
    'The content is not what was signed. It was changed after signing, or the signature is not genuine.',
  'signature.none': 'Nobody signed this file, so nothing shows whether it was changed.',
  'signature.no-key':
    'The key needed to check the signature could not be had, so it could not be checked.',
  'signature.unsupported': 'The file is signed in a way Tessera does not know.',
  'signature.too-complex':
    'Comparing this file with its signature would take too long, so it could not be checked.',

  'issuer-key.own': 'The signing key belongs to the issuer named in the file.',
  'issuer-key.own-then':
    'The signing key belonged to the issuer named in the file when it was signed, as a trusted time stamp shows. Its certificate has ended or been withdrawn since.',
  'issuer-key.own-revocation-unknown':
    'The signing key belongs to the issuer named in the file. Nothing here says whether its certificate was withdrawn.',
  'issuer-key.other-issuer': 'The file was signed by somebody else than the issuer it names.',
  'issuer-key.not-confirmed':
    'Nothing outside the file confirms that the signing key belongs to the issuer it names.',
  'issuer-key.no-key': 'The issuer’s keys could not be looked up.',
  'issuer-key.not-listed': 'The issuer does not list the signing key among its keys.',
  'issuer-key.certificate-unknown':
    'The seal certificate comes from an authority that is not known here.',
  'issuer-key.certificate-expired':
    'The seal certificate has run out, and no trusted time shows that the file was sealed before.',
  'issuer-key.certificate-status-lost':
    'The seal certificate has run out since the file was sealed. Nothing here shows that it had not been withdrawn before.',
  'issuer-key.certificate-refused': 'The seal certificate does not hold: {detail}',
  'issuer-key.expired':
    'The signing key has run out, and no trusted time shows that the file was signed before.',
  'issuer-key.way-not-accepted': '{list} does not accept the way this file was signed.',
  'issuer-key.other-purpose': 'The issuer’s key was used for another purpose than issuing.',
  'issuer-key.unsigned': 'Nobody signed this file, so there is no key to look at.',

  'issuer-trust.known': '{name} is known from {list}.',
  'issuer-trust.by-authority':
    '{name} is identified by {authority}, a certificate authority in {list}.',
  'issuer-trust.known-test': '{name} is known from {list}, which is for tests and examples only.',
  'issuer-trust.not-known-here':
    'This issuer is not in any trust list used here. That does not make it false.',
  'issuer-trust.not-at-that-time':
    'According to {list}, {name} was not entitled at the time of issuing.',
  'issuer-trust.may-not-award':
    'According to {list}, {name} may not award this micro-credential: {detail}',
  'issuer-trust.list-out-of-date':
    '{list} is out of date, so it does not show whether {name} is still known.',

  'status.not-revoked': 'It has not been withdrawn.',
  'status.none': 'The issuer set up no way of withdrawing this micro-credential later.',
  'status.revoked': 'The issuer has withdrawn this micro-credential.',
  'status.suspended': 'The issuer has suspended this micro-credential for the time being.',
  'status.unreadable': 'Whether it was withdrawn could not be looked up.',
  'status.out-of-date':
    'The list of withdrawn credentials is out of date, so this could not be decided.',
  'status.not-genuine':
    'The list of withdrawn credentials is not genuine, so this could not be decided.',
  'status.not-usable': 'The list of withdrawn credentials gives no usable answer: {detail}',
  'status.unsupported':
    'The issuer uses a way of withdrawing credentials that Tessera does not know.',

  'dates.in-force': 'It is in force at the time of checking.',
  'dates.not-yet': 'It is not in force yet.',
  'dates.expired': 'It has expired.',
  'dates.signed-in-future': 'It claims to have been signed in the future.',
  'dates.proof-expired':
    'The signature itself was only meant to hold until a time that has passed.',
  'dates.contradictory': 'It ends before it begins.',
  'dates.unreadable': 'Its dates cannot be read, so this could not be decided.',

  'holder.not-asked': 'Who shows this file was not checked; compare the name with the person.',
  'holder.bound': 'It is shown by the person it was issued to, who proved it with their own key.',
  'holder.no-presentation': 'A proof by the holder was asked for, and there is none.',
  'holder.changed': 'The holder’s proof does not fit this file.',
  'holder.no-key': 'The holder’s key could not be had, so the proof could not be checked.',
  'holder.other-request': 'The holder’s proof was made for another request.',
  'holder.not-fresh': 'The holder’s proof is too old or lies in the future.',
  'holder.not-subject': 'It is shown by somebody else than the person it is about.',
  'holder.not-bound':
    'This micro-credential is not bound to any key, so the holder cannot be proven.',

  'not-reached': 'This was not checked, because the file could not be read.',
} as const

export type SentenceCode = keyof typeof en
export type Sentences = Readonly<Record<SentenceCode, string>>
