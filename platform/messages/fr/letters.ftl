letters-hello = Bonjour { $name },
letters-from = { $organisation }
letters-why = Vous recevez cette lettre parce que { $organisation } conserve la trace de ce que vous avez appris. Elle ne contient aucun pistage.
letters-ask = Quelque chose ne va pas ? Ouvrez la page ci-dessus et choisissez « Quelque chose ne va pas ».

letters-awarded-subject = { $organisation } : votre microcertification « { $title } »
letters-awarded-text = { $organisation } vous a décerné la microcertification « { $title } ». Vous pouvez la voir, garder ses fichiers et la montrer. Aucun compte n’est nécessaire.
letters-awarded-do = Voir votre microcertification :
letters-awarded-note = Le lien est pour vous seul. On vous demandera aussi une chose que seules vous et l’université savez, comme votre date de naissance.

letters-reminder-subject = { $organisation } : votre microcertification « { $title } » vous attend
letters-reminder-text = Il y a quelque temps, { $organisation } vous a décerné la microcertification « { $title } ». Vous ne l’avez pas encore ouverte. Elle reste à vous, et elle reste ici.
letters-reminder-do = Voir votre microcertification :
letters-reminder-note = Le lien est pour vous seul. On vous demandera aussi une chose que seules vous et l’université savez, comme votre date de naissance.

letters-corrected-subject = { $organisation } : « { $title } » a été corrigée
letters-corrected-text = { $organisation } a corrigé votre microcertification « { $title } ». Une nouvelle remplace l’ancienne, qui n’est plus valable. Le motif : { $reason }
letters-corrected-do = Voir la microcertification corrigée :
letters-corrected-note = Si vous avez donné l’ancien fichier à quelqu’un, donnez-lui le nouveau. L’ancien lien explique ce qui s’est passé.

letters-withdrawn-subject = { $organisation } : « { $title } » a été retirée
letters-withdrawn-text = { $organisation } a retiré votre microcertification « { $title } ». Désormais, toute vérification le dit. Le motif : { $reason }
letters-withdrawn-do = Voir ce que vous pouvez faire :
letters-withdrawn-note = Si vous n’êtes pas d’accord, répondez à l’université depuis cette page. Elle doit vous répondre.

letters-annulled-subject = { $organisation } : « { $title } » a été déclarée nulle
letters-annulled-text = { $organisation } a déclaré nulle votre microcertification « { $title } » : elle n’aurait jamais dû être délivrée. Désormais, toute vérification dit qu’elle n’est pas valable. Le motif : { $reason }
letters-annulled-do = Voir ce que vous pouvez faire :
letters-annulled-note = Si vous n’êtes pas d’accord, répondez à l’université depuis cette page. Elle doit vous répondre.

letters-suspended-subject = { $organisation } : « { $title } » est suspendue
letters-suspended-text = { $organisation } a suspendu votre microcertification « { $title } » jusqu’à ce qu’une question soit réglée. D’ici là, toute vérification le dit. Le motif : { $reason }
letters-suspended-do = Voir ce que vous pouvez faire :
letters-suspended-note = Vous recevrez une autre lettre quand ce sera décidé.

letters-restored-subject = { $organisation } : « { $title } » est de nouveau valable
letters-restored-text = { $organisation } a mis fin à la suspension de votre microcertification « { $title } ». Elle est de nouveau valable. Le motif : { $reason }
letters-restored-do = Voir votre microcertification :
letters-restored-note = Les fichiers et liens que vous avez donnés sont eux aussi de nouveau valables ; il n’en faut pas de nouveaux.

letters-answered-subject = { $organisation } : une réponse au sujet de « { $title } »
letters-answered-text = { $organisation } a répondu à ce que vous avez écrit au sujet de votre microcertification « { $title } ».
letters-answered-do = Lire la réponse :
letters-answered-note = Le lien est pour vous seul.

letters-names-subject = { $organisation } : votre nom est-il bien écrit ?
letters-names-text = { $organisation } vous délivrera bientôt la microcertification « { $title } ». Veuillez vérifier comment votre nom y sera écrit. Si vous ne faites rien, il sera écrit comme l’université le connaît.
letters-names-do = Vérifier votre nom :
letters-names-note = Cela prend une demi-minute et ne demande aucun compte.
