// Was die Prüfung sagt, auf Deutsch.

import type { Sentences } from './en.ts'

export const de: Sentences = {
  'format.known': 'Diese Datei kann Tessera lesen: {format}.',
  'format.not-known': 'Das ist kein Micro-Credential in einer Form, die Tessera kennt.',
  'format.malformed': 'Das sieht aus wie {format}, ist aber beschädigt: {detail}',
  'format.damaged': 'Das sieht aus wie ein signierter Nachweis, ist aber beschädigt: {detail}',
  'format.too-large': 'Die Datei ist zu groß, um hier geprüft zu werden.',
  'format.several':
    'Diese Datei enthält mehrere Micro-Credentials. Jedes muss für sich geprüft werden.',
  'format.other-words':
    'Was Wörter in dieser Datei bedeuten, ist an einem Ort veröffentlicht, den Tessera nicht kennt; sie konnte nicht geprüft werden.',
  'format.other-type': 'Das ist ein anderer Nachweis als der verlangte.',

  'signature.holds':
    'Was Sie sehen, ist genau das, was unterzeichnet wurde; seither wurde nichts geändert.',
  'signature.holds-at-time':
    'Was Sie sehen, ist genau das, was unterzeichnet wurde; seither wurde nichts geändert. Ein vertrauenswürdiger Zeitstempel zeigt, dass es spätestens am {time} unterzeichnet wurde.',
  'signature.time-stamp-broken':
    'Was Sie sehen, ist genau das, was unterzeichnet wurde; seither wurde nichts geändert. Ein mitgegebener Zeitstempel ist beschädigt oder gehört zu etwas anderem; er beweist keine Zeit.',
  'signature.changed':
    'Der Inhalt ist nicht das, was unterzeichnet wurde. Er wurde danach geändert, oder die Unterschrift ist nicht echt.',
  'signature.none': 'Diese Datei hat niemand unterzeichnet; nichts zeigt, ob sie geändert wurde.',
  'signature.no-key':
    'Der Schlüssel zur Prüfung der Unterschrift war nicht zu bekommen; sie konnte nicht geprüft werden.',
  'signature.unsupported': 'Die Datei ist auf eine Weise unterzeichnet, die Tessera nicht kennt.',
  'signature.too-complex':
    'Diese Datei mit ihrer Unterschrift zu vergleichen würde zu lange dauern; sie konnte nicht geprüft werden.',

  'issuer-key.own': 'Der Schlüssel der Unterschrift gehört der in der Datei genannten Einrichtung.',
  'issuer-key.own-then':
    'Der Schlüssel der Unterschrift gehörte bei der Unterzeichnung der in der Datei genannten Einrichtung; das zeigt ein vertrauenswürdiger Zeitstempel. Das Zertifikat ist seither abgelaufen oder widerrufen.',
  'issuer-key.own-revocation-unknown':
    'Der Schlüssel der Unterschrift gehört der in der Datei genannten Einrichtung. Ob das Zertifikat widerrufen wurde, geht aus nichts hier Vorliegendem hervor.',
  'issuer-key.other-issuer':
    'Die Datei wurde von jemand anderem unterzeichnet als von der Einrichtung, die sie nennt.',
  'issuer-key.not-confirmed':
    'Nichts außerhalb der Datei bestätigt, dass der Schlüssel der genannten Einrichtung gehört.',
  'issuer-key.no-key': 'Die Schlüssel der Einrichtung konnten nicht nachgeschlagen werden.',
  'issuer-key.not-listed':
    'Die Einrichtung führt den Schlüssel der Unterschrift nicht unter den ihren.',
  'issuer-key.certificate-unknown':
    'Das Siegelzertifikat stammt von einer Stelle, die hier nicht bekannt ist.',
  'issuer-key.certificate-expired':
    'Das Siegelzertifikat ist abgelaufen, und keine vertrauenswürdige Zeitangabe zeigt, dass vorher gesiegelt wurde.',
  'issuer-key.certificate-status-lost':
    'Das Siegelzertifikat ist seit der Siegelung abgelaufen. Nichts hier Vorliegendes zeigt, dass es nicht schon vorher widerrufen war.',
  'issuer-key.certificate-refused': 'Das Siegelzertifikat hält nicht stand: {detail}',
  'issuer-key.expired':
    'Der Schlüssel der Unterschrift ist abgelaufen, und keine vertrauenswürdige Zeitangabe zeigt, dass vorher unterschrieben wurde.',
  'issuer-key.way-not-accepted':
    '{list} erkennt die Art nicht an, in der diese Datei unterschrieben wurde.',
  'issuer-key.other-purpose':
    'Der Schlüssel der Einrichtung wurde für etwas anderes als das Ausstellen benutzt.',
  'issuer-key.unsigned':
    'Diese Datei hat niemand unterzeichnet; es gibt keinen Schlüssel zu prüfen.',

  'issuer-trust.known': '{name} ist bekannt aus {list}.',
  'issuer-trust.by-authority':
    '{name} ist ausgewiesen durch {authority}, eine Zertifizierungsstelle in {list}.',
  'issuer-trust.known-test':
    '{name} ist bekannt aus {list}; diese Liste gilt nur für Tests und Beispiele.',
  'issuer-trust.not-known-here':
    'Diese Einrichtung steht in keiner der hier benutzten Vertrauenslisten. Falsch ist der Nachweis deshalb nicht.',
  'issuer-trust.not-at-that-time':
    'Laut {list} war {name} zur Zeit der Ausstellung nicht berechtigt.',
  'issuer-trust.may-not-award':
    'Laut {list} darf {name} dieses Micro-Credential nicht verleihen: {detail}',
  'issuer-trust.list-out-of-date':
    '{list} ist veraltet und zeigt nicht mehr, ob {name} noch bekannt ist.',

  'status.not-revoked': 'Es wurde nicht widerrufen.',
  'status.none':
    'Die Einrichtung hat keinen Weg vorgesehen, dieses Micro-Credential später zu widerrufen.',
  'status.revoked': 'Die Einrichtung hat dieses Micro-Credential widerrufen.',
  'status.suspended': 'Die Einrichtung hat dieses Micro-Credential vorläufig ausgesetzt.',
  'status.unreadable': 'Ob es widerrufen wurde, konnte nicht nachgeschlagen werden.',
  'status.out-of-date':
    'Die Liste der Widerrufe ist veraltet; das konnte nicht entschieden werden.',
  'status.not-genuine':
    'Die Liste der Widerrufe ist nicht echt; das konnte nicht entschieden werden.',
  'status.not-usable': 'Die Liste der Widerrufe gibt keine brauchbare Antwort: {detail}',
  'status.unsupported': 'Die Einrichtung benutzt eine Art des Widerrufs, die Tessera nicht kennt.',

  'dates.in-force': 'Es ist zur Zeit der Prüfung gültig.',
  'dates.not-yet': 'Es ist noch nicht gültig.',
  'dates.expired': 'Es ist abgelaufen.',
  'dates.signed-in-future': 'Es gibt vor, in der Zukunft unterzeichnet worden zu sein.',
  'dates.proof-expired':
    'Die Unterschrift selbst sollte nur bis zu einem Zeitpunkt gelten, der vorbei ist.',
  'dates.contradictory': 'Es endet, bevor es beginnt.',
  'dates.unreadable': 'Die Datumsangaben sind nicht lesbar; das konnte nicht entschieden werden.',

  'holder.not-asked':
    'Wer diese Datei vorzeigt, wurde nicht geprüft; vergleichen Sie den Namen mit der Person.',
  'holder.bound':
    'Es wird von der Person vorgezeigt, für die es ausgestellt wurde; sie hat das mit ihrem eigenen Schlüssel belegt.',
  'holder.no-presentation': 'Ein Beleg der Inhaberin oder des Inhabers war verlangt und fehlt.',
  'holder.changed': 'Der Beleg der Inhaberin oder des Inhabers passt nicht zu dieser Datei.',
  'holder.no-key':
    'Der Schlüssel der Inhaberin oder des Inhabers war nicht zu bekommen; der Beleg konnte nicht geprüft werden.',
  'holder.other-request': 'Der Beleg wurde für eine andere Anfrage gemacht.',
  'holder.not-fresh': 'Der Beleg ist zu alt oder liegt in der Zukunft.',
  'holder.not-subject': 'Es wird von jemand anderem vorgezeigt als von der Person, um die es geht.',
  'holder.not-bound':
    'Dieses Micro-Credential ist an keinen Schlüssel gebunden; wer es innehat, lässt sich nicht belegen.',

  'not-reached': 'Das wurde nicht geprüft, weil die Datei nicht gelesen werden konnte.',
}
