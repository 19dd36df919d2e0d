// Che cosa dice la verifica, in italiano.

import type { Sentences } from './en.ts'

export const it: Sentences = {
  'format.known': 'Tessera sa leggere questo file: {format}.',
  'format.not-known': 'Non è una microcredenziale in nessuna forma che Tessera conosca.',
  'format.malformed': 'Sembra {format}, ma è danneggiato: {detail}',
  'format.damaged': 'Sembra un attestato firmato, ma è danneggiato: {detail}',
  'format.too-large': 'Il file è troppo grande per essere verificato qui.',
  'format.several':
    'Questo file contiene più microcredenziali. Ciascuna va verificata separatamente.',
  'format.other-words':
    'Il significato di alcune parole di questo file è pubblicato in un luogo che Tessera non conosce: non è stato possibile verificarlo.',
  'format.other-type': 'È un attestato di tipo diverso da quello richiesto.',

  'signature.holds':
    'Ciò che vede è esattamente ciò che è stato firmato; da allora nulla è cambiato.',
  'signature.holds-at-time':
    'Ciò che vede è esattamente ciò che è stato firmato; da allora nulla è cambiato. Una marca temporale affidabile mostra che è stato firmato non più tardi del {time}.',
  'signature.time-stamp-broken':
    'Ciò che vede è esattamente ciò che è stato firmato; da allora nulla è cambiato. Una marca temporale che lo accompagna è danneggiata o si riferisce ad altro, quindi non prova alcuna data.',
  'signature.changed':
    'Il contenuto non è ciò che è stato firmato. È stato modificato dopo la firma, oppure la firma non è autentica.',
  'signature.none': 'Nessuno ha firmato questo file, quindi nulla mostra se sia stato modificato.',
  'signature.no-key':
    'Non è stato possibile ottenere la chiave per verificare la firma, che quindi non è stata verificata.',
  'signature.unsupported': 'Il file è firmato in un modo che Tessera non conosce.',
  'signature.too-complex':
    'Confrontare questo file con la sua firma richiederebbe troppo tempo: non è stato possibile verificarla.',

  'issuer-key.own': 'La chiave della firma appartiene all’ente nominato nel file.',
  'issuer-key.own-then':
    'La chiave della firma apparteneva all’ente nominato nel file quando è stato firmato, come mostra una marca temporale affidabile. Da allora il suo certificato è scaduto o è stato revocato.',
  'issuer-key.own-revocation-unknown':
    'La chiave della firma appartiene all’ente nominato nel file. Nulla di quanto è disponibile qui dice se il suo certificato sia stato revocato.',
  'issuer-key.other-issuer': 'Il file è stato firmato da qualcuno diverso dall’ente che nomina.',
  'issuer-key.not-confirmed':
    'Nulla al di fuori del file conferma che la chiave appartenga all’ente nominato.',
  'issuer-key.no-key': 'Non è stato possibile consultare le chiavi dell’ente.',
  'issuer-key.not-listed': 'L’ente non elenca questa chiave tra le proprie.',
  'issuer-key.certificate-unknown':
    'Il certificato del sigillo proviene da un’autorità che qui non è nota.',
  'issuer-key.certificate-expired':
    'Il certificato del sigillo è scaduto e nessuna data affidabile mostra che il sigillo sia stato apposto prima.',
  'issuer-key.certificate-status-lost':
    'Il certificato del sigillo è scaduto dopo l’apposizione del sigillo. Nulla di quanto è disponibile qui mostra che non fosse già stato revocato.',
  'issuer-key.certificate-refused': 'Il certificato del sigillo non regge: {detail}',
  'issuer-key.expired':
    'La chiave della firma è scaduta e nessuna data affidabile mostra che il file sia stato firmato prima.',
  'issuer-key.way-not-accepted': '{list} non accetta il modo in cui è stato firmato questo file.',
  'issuer-key.other-purpose':
    'La chiave dell’ente è stata usata per uno scopo diverso dal rilascio.',
  'issuer-key.unsigned': 'Nessuno ha firmato questo file, quindi non c’è una chiave da esaminare.',

  'issuer-trust.known': '{name} figura in {list}.',
  'issuer-trust.by-authority':
    '{name} è identificato da {authority}, un’autorità di certificazione in {list}.',
  'issuer-trust.known-test': '{name} figura in {list}, che serve solo per prove ed esempi.',
  'issuer-trust.not-known-here':
    'Questo ente non è in nessun elenco di fiducia usato qui. Ciò non lo rende falso.',
  'issuer-trust.not-at-that-time':
    'Secondo {list}, {name} non era abilitato al momento del rilascio.',
  'issuer-trust.may-not-award':
    'Secondo {list}, {name} non può rilasciare questa microcredenziale: {detail}',
  'issuer-trust.list-out-of-date':
    '{list} non è aggiornato e non mostra se {name} è ancora riconosciuto.',

  'status.not-revoked': 'Non è stata ritirata.',
  'status.none':
    'L’ente non ha previsto alcun modo di ritirare in seguito questa microcredenziale.',
  'status.revoked': 'L’ente ha ritirato questa microcredenziale.',
  'status.suspended': 'L’ente ha sospeso per ora questa microcredenziale.',
  'status.unreadable': 'Non è stato possibile sapere se sia stata ritirata.',
  'status.out-of-date': 'L’elenco dei ritiri non è aggiornato, quindi non si è potuto decidere.',
  'status.not-genuine': 'L’elenco dei ritiri non è autentico, quindi non si è potuto decidere.',
  'status.not-usable': 'L’elenco dei ritiri non dà una risposta utilizzabile: {detail}',
  'status.unsupported': 'L’ente ritira gli attestati in un modo che Tessera non conosce.',

  'dates.in-force': 'È in vigore al momento della verifica.',
  'dates.not-yet': 'Non è ancora in vigore.',
  'dates.expired': 'È scaduta.',
  'dates.signed-in-future': 'Sostiene di essere stata firmata nel futuro.',
  'dates.proof-expired': 'La firma stessa doveva valere solo fino a un momento già passato.',
  'dates.contradictory': 'Finisce prima di cominciare.',
  'dates.unreadable': 'Le date non sono leggibili; non è stato possibile decidere questo punto.',

  'holder.not-asked':
    'Non è stato verificato chi mostra questo file; confronti il nome con la persona.',
  'holder.bound':
    'È mostrata dalla persona a cui è stata rilasciata, che lo ha provato con la propria chiave.',
  'holder.no-presentation': 'Era richiesta una prova della persona titolare, e manca.',
  'holder.changed': 'La prova della persona titolare non corrisponde a questo file.',
  'holder.no-key':
    'Non è stato possibile ottenere la chiave della persona titolare, quindi la prova non è stata verificata.',
  'holder.other-request': 'La prova della persona titolare è stata fatta per un’altra richiesta.',
  'holder.not-fresh': 'La prova della persona titolare è troppo vecchia o si trova nel futuro.',
  'holder.not-subject': 'È mostrata da qualcuno diverso dalla persona a cui si riferisce.',
  'holder.not-bound':
    'Questa microcredenziale non è legata a nessuna chiave, quindi non si può provare chi ne sia titolare.',

  'not-reached': 'Non è stato verificato, perché il file non si è potuto leggere.',
}
