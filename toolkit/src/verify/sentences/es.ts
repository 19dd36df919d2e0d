// Lo que dice la comprobación, en español.

import type { Sentences } from './en.ts'

export const es: Sentences = {
  'format.known': 'Tessera puede leer este archivo: {format}.',
  'format.not-known': 'Esto no es una microcredencial en ninguna forma que Tessera conozca.',
  'format.malformed': 'Parece {format}, pero está dañado: {detail}',
  'format.damaged': 'Parece una credencial firmada, pero está dañada: {detail}',
  'format.too-large': 'El archivo es demasiado grande para comprobarlo aquí.',
  'format.several':
    'Este archivo contiene varias microcredenciales. Cada una debe comprobarse por separado.',
  'format.other-words':
    'El significado de palabras de este archivo está publicado en un lugar que Tessera no conoce, así que no pudo comprobarse.',
  'format.other-type': 'Es otro tipo de credencial que el solicitado.',

  'signature.holds': 'Lo que ve es exactamente lo que se firmó; nada ha cambiado desde entonces.',
  'signature.holds-at-time':
    'Lo que ve es exactamente lo que se firmó; nada ha cambiado desde entonces. Un sello de tiempo de confianza muestra que se firmó a más tardar el {time}.',
  'signature.time-stamp-broken':
    'Lo que ve es exactamente lo que se firmó; nada ha cambiado desde entonces. Un sello de tiempo que lo acompaña está dañado o pertenece a otra cosa, así que no prueba ningún momento.',
  'signature.changed':
    'El contenido no es lo que se firmó. Se cambió después de la firma, o la firma no es auténtica.',
  'signature.none': 'Nadie firmó este archivo, así que nada muestra si se ha cambiado.',
  'signature.no-key':
    'No se pudo obtener la clave para comprobar la firma, así que no se comprobó.',
  'signature.unsupported': 'El archivo está firmado de una manera que Tessera no conoce.',
  'signature.too-complex':
    'Comparar este archivo con su firma llevaría demasiado tiempo, así que no pudo comprobarse.',

  'issuer-key.own': 'La clave de la firma pertenece a la entidad emisora que el archivo nombra.',
  'issuer-key.own-then':
    'La clave de la firma pertenecía a la entidad emisora que el archivo nombra cuando se firmó, como muestra un sello de tiempo de confianza. Su certificado ha caducado o se ha revocado desde entonces.',
  'issuer-key.own-revocation-unknown':
    'La clave de la firma pertenece a la entidad emisora que el archivo nombra. Nada de lo disponible aquí dice si su certificado fue revocado.',
  'issuer-key.other-issuer':
    'El archivo lo firmó alguien distinto de la entidad emisora que nombra.',
  'issuer-key.not-confirmed':
    'Nada fuera del archivo confirma que la clave pertenezca a la entidad emisora que nombra.',
  'issuer-key.no-key': 'No se pudieron consultar las claves de la entidad emisora.',
  'issuer-key.not-listed': 'La entidad emisora no incluye esta clave entre las suyas.',
  'issuer-key.certificate-unknown':
    'El certificado del sello procede de una autoridad que aquí no se conoce.',
  'issuer-key.certificate-expired':
    'El certificado del sello ha caducado y ningún tiempo de confianza muestra que se sellara antes.',
  'issuer-key.certificate-status-lost':
    'El certificado del sello ha caducado desde que se selló el archivo. Nada de lo disponible aquí muestra que no se hubiera revocado antes.',
  'issuer-key.certificate-refused': 'El certificado del sello no se sostiene: {detail}',
  'issuer-key.expired':
    'La clave de la firma ha caducado y ningún tiempo de confianza muestra que se firmara antes.',
  'issuer-key.way-not-accepted': '{list} no acepta la manera en que se firmó este archivo.',
  'issuer-key.other-purpose':
    'La clave de la entidad emisora se usó para un fin distinto de la emisión.',
  'issuer-key.unsigned': 'Nadie firmó este archivo, así que no hay clave que mirar.',

  'issuer-trust.known': '{name} figura en {list}.',
  'issuer-trust.by-authority':
    '{name} está identificada por {authority}, una autoridad de certificación de {list}.',
  'issuer-trust.known-test': '{name} figura en {list}, que solo sirve para pruebas y ejemplos.',
  'issuer-trust.not-known-here':
    'Esta entidad emisora no está en ninguna lista de confianza usada aquí. Eso no la hace falsa.',
  'issuer-trust.not-at-that-time':
    'Según {list}, {name} no estaba habilitada en el momento de la emisión.',
  'issuer-trust.may-not-award':
    'Según {list}, {name} no puede otorgar esta microcredencial: {detail}',
  'issuer-trust.list-out-of-date':
    '{list} está desactualizada y no muestra si {name} sigue siendo conocida.',

  'status.not-revoked': 'No ha sido retirada.',
  'status.none':
    'La entidad emisora no previó ninguna forma de retirar esta microcredencial más tarde.',
  'status.revoked': 'La entidad emisora ha retirado esta microcredencial.',
  'status.suspended': 'La entidad emisora ha suspendido esta microcredencial por ahora.',
  'status.unreadable': 'No se pudo consultar si ha sido retirada.',
  'status.out-of-date':
    'La lista de credenciales retiradas está anticuada, así que no se pudo decidir.',
  'status.not-genuine':
    'La lista de credenciales retiradas no es auténtica, así que no se pudo decidir.',
  'status.not-usable':
    'La lista de credenciales retiradas no da una respuesta utilizable: {detail}',
  'status.unsupported':
    'La entidad emisora retira credenciales de una manera que Tessera no conoce.',

  'dates.in-force': 'Está en vigor en el momento de la comprobación.',
  'dates.not-yet': 'Todavía no está en vigor.',
  'dates.expired': 'Ha caducado.',
  'dates.signed-in-future': 'Dice haber sido firmada en el futuro.',
  'dates.proof-expired': 'La propia firma solo debía valer hasta un momento que ya ha pasado.',
  'dates.contradictory': 'Termina antes de empezar.',
  'dates.unreadable': 'Sus fechas no se pueden leer; no se ha podido decidir este punto.',

  'holder.not-asked':
    'No se comprobó quién muestra este archivo; compare el nombre con la persona.',
  'holder.bound': 'La muestra la persona a quien se expidió, que lo demostró con su propia clave.',
  'holder.no-presentation': 'Se pidió una prueba de la persona titular y no la hay.',
  'holder.changed': 'La prueba de la persona titular no corresponde a este archivo.',
  'holder.no-key':
    'No se pudo obtener la clave de la persona titular, así que no se comprobó su prueba.',
  'holder.other-request': 'La prueba de la persona titular se hizo para otra solicitud.',
  'holder.not-fresh': 'La prueba de la persona titular es demasiado antigua o está en el futuro.',
  'holder.not-subject': 'La muestra alguien distinto de la persona a la que se refiere.',
  'holder.not-bound':
    'Esta microcredencial no está ligada a ninguna clave, así que no se puede probar quién es titular.',

  'not-reached': 'No se comprobó porque no se pudo leer el archivo.',
}
