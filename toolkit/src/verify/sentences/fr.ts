// Ce que dit la vérification, en français.

import type { Sentences } from './en.ts'

export const fr: Sentences = {
  'format.known': 'Tessera sait lire ce fichier : {format}.',
  'format.not-known': 'Ce n’est pas une microcertification sous une forme que Tessera connaît.',
  'format.malformed': 'Cela ressemble à {format}, mais le fichier est abîmé : {detail}',
  'format.damaged': 'Cela ressemble à une attestation signée, mais le fichier est abîmé : {detail}',
  'format.too-large': 'Le fichier est trop grand pour être vérifié ici.',
  'format.several':
    'Ce fichier contient plusieurs microcertifications. Chacune doit être vérifiée séparément.',
  'format.other-words':
    'Le sens de certains mots de ce fichier est publié à un endroit que Tessera ne connaît pas ; il n’a pas pu être vérifié.',
  'format.other-type': 'C’est une autre attestation que celle qui est demandée.',

  'signature.holds':
    'Ce que vous voyez est exactement ce qui a été signé ; rien n’a changé depuis.',
  'signature.holds-at-time':
    'Ce que vous voyez est exactement ce qui a été signé ; rien n’a changé depuis. Un horodatage fiable montre que la signature date au plus tard du {time}.',
  'signature.time-stamp-broken':
    'Ce que vous voyez est exactement ce qui a été signé ; rien n’a changé depuis. Un horodatage joint est endommagé ou se rapporte à autre chose : il ne prouve aucune date.',
  'signature.changed':
    'Le contenu n’est pas ce qui a été signé. Il a été modifié après la signature, ou la signature n’est pas authentique.',
  'signature.none': 'Personne n’a signé ce fichier : rien ne montre s’il a été modifié.',
  'signature.no-key':
    'La clé nécessaire pour vérifier la signature n’a pas pu être obtenue ; elle n’a pas été vérifiée.',
  'signature.unsupported': 'Le fichier est signé d’une manière que Tessera ne connaît pas.',
  'signature.too-complex':
    'Comparer ce fichier avec sa signature prendrait trop de temps ; elle n’a pas pu être vérifiée.',

  'issuer-key.own': 'La clé de signature appartient à l’émetteur nommé dans le fichier.',
  'issuer-key.own-then':
    'La clé de signature appartenait à l’émetteur nommé dans le fichier au moment de la signature, comme le montre un horodatage fiable. Son certificat a expiré ou a été révoqué depuis.',
  'issuer-key.own-revocation-unknown':
    'La clé de signature appartient à l’émetteur nommé dans le fichier. Rien ici ne dit si son certificat a été révoqué.',
  'issuer-key.other-issuer':
    'Le fichier a été signé par quelqu’un d’autre que l’émetteur qu’il nomme.',
  'issuer-key.not-confirmed':
    'Rien en dehors du fichier ne confirme que la clé appartient à l’émetteur nommé.',
  'issuer-key.no-key': 'Les clés de l’émetteur n’ont pas pu être consultées.',
  'issuer-key.not-listed': 'L’émetteur ne compte pas cette clé parmi les siennes.',
  'issuer-key.certificate-unknown':
    'Le certificat du cachet vient d’une autorité qui n’est pas connue ici.',
  'issuer-key.certificate-expired':
    'Le certificat du cachet a expiré, et aucune date fiable ne montre que le cachet a été apposé avant.',
  'issuer-key.certificate-status-lost':
    'Le certificat du cachet a expiré depuis que le fichier a été scellé. Rien ici ne montre qu’il n’avait pas été révoqué auparavant.',
  'issuer-key.certificate-refused': 'Le certificat du cachet ne tient pas : {detail}',
  'issuer-key.expired':
    'La clé de signature a expiré, et aucune date fiable ne montre que la signature a été faite avant.',
  'issuer-key.way-not-accepted': '{list} n’accepte pas la manière dont ce fichier a été signé.',
  'issuer-key.other-purpose':
    'La clé de l’émetteur a été utilisée à une autre fin que la délivrance.',
  'issuer-key.unsigned': 'Personne n’a signé ce fichier : il n’y a pas de clé à examiner.',

  'issuer-trust.known': '{name} figure dans {list}.',
  'issuer-trust.by-authority':
    '{name} est identifié par {authority}, une autorité de certification de {list}.',
  'issuer-trust.known-test':
    '{name} figure dans {list}, qui ne sert qu’aux essais et aux exemples.',
  'issuer-trust.not-known-here':
    'Cet émetteur ne figure dans aucune liste de confiance utilisée ici. Cela ne le rend pas faux.',
  'issuer-trust.not-at-that-time':
    'Selon {list}, {name} n’était pas habilité au moment de la délivrance.',
  'issuer-trust.may-not-award':
    'Selon {list}, {name} ne peut pas délivrer cette microcertification : {detail}',
  'issuer-trust.list-out-of-date':
    '{list} n’est plus à jour et ne montre pas si {name} est toujours reconnu.',

  'status.not-revoked': 'Elle n’a pas été retirée.',
  'status.none': 'L’émetteur n’a prévu aucun moyen de retirer plus tard cette microcertification.',
  'status.revoked': 'L’émetteur a retiré cette microcertification.',
  'status.suspended': 'L’émetteur a suspendu cette microcertification pour le moment.',
  'status.unreadable': 'Il n’a pas été possible de savoir si elle a été retirée.',
  'status.out-of-date': 'La liste des retraits n’est plus à jour ; la question reste ouverte.',
  'status.not-genuine': 'La liste des retraits n’est pas authentique ; la question reste ouverte.',
  'status.not-usable': 'La liste des retraits ne donne pas de réponse utilisable : {detail}',
  'status.unsupported':
    'L’émetteur retire les attestations d’une manière que Tessera ne connaît pas.',

  'dates.in-force': 'Elle est en vigueur au moment de la vérification.',
  'dates.not-yet': 'Elle n’est pas encore en vigueur.',
  'dates.expired': 'Elle a expiré.',
  'dates.signed-in-future': 'Elle prétend avoir été signée dans l’avenir.',
  'dates.proof-expired': 'La signature elle-même ne devait valoir que jusqu’à une date passée.',
  'dates.contradictory': 'Elle finit avant de commencer.',
  'dates.unreadable': 'Ses dates sont illisibles ; ce point n’a pas pu être tranché.',

  'holder.not-asked':
    'La personne qui montre ce fichier n’a pas été vérifiée ; comparez le nom avec la personne.',
  'holder.bound':
    'Elle est montrée par la personne à qui elle a été délivrée, qui l’a prouvé avec sa propre clé.',
  'holder.no-presentation': 'Une preuve de la personne titulaire était demandée, et elle manque.',
  'holder.changed': 'La preuve de la personne titulaire ne correspond pas à ce fichier.',
  'holder.no-key':
    'La clé de la personne titulaire n’a pas pu être obtenue ; la preuve n’a pas été vérifiée.',
  'holder.other-request': 'La preuve de la personne titulaire a été faite pour une autre demande.',
  'holder.not-fresh':
    'La preuve de la personne titulaire est trop ancienne ou se trouve dans l’avenir.',
  'holder.not-subject': 'Elle est montrée par quelqu’un d’autre que la personne concernée.',
  'holder.not-bound':
    'Cette microcertification n’est liée à aucune clé ; on ne peut pas prouver qui la détient.',

  'not-reached': 'Cela n’a pas été vérifié, car le fichier n’a pas pu être lu.',
}
