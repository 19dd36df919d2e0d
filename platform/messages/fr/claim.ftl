claim-title = Obtenir votre microcertification
claim-lead = Saisissez le code du papier que votre université vous a remis. Aucun compte n’est nécessaire.
claim-code = Code
claim-code-hint = Quatre groupes de cinq lettres et chiffres. Les minuscules et les tirets manquants ne gênent pas.
claim-code-wrong = Ce code n’ouvre rien. Comparez-le encore une fois avec le papier.
claim-other-ways = Autres moyens
claim-other-letter = Vous avez reçu un courriel ? Ouvrez le lien qu’il contient ; il mène au même endroit.
claim-other-account = Vous la conservez avec un compte ? Vers mes microcertifications
claim-fact-title = D’abord une question
claim-fact-lead = { $organisation } vous a délivré une microcertification. Pour que personne d’autre qui trouverait ce lien ne la voie, répondez à une question.
claim-fact-birth-date = Votre date de naissance
claim-fact-birth-date-hint = Si votre navigateur n’affiche pas de calendrier : année, mois, jour, par exemple 1990-12-31.
claim-fact-number = Votre numéro d’étudiant
claim-fact-number-hint = Tel que votre université l’utilise. Les espaces et les tirets ne comptent pas.
claim-fact-code = Le code que votre université vous a donné
claim-fact-code-hint = Huit lettres et chiffres. Si vous ne l’avez pas, demandez à votre université.
claim-fact-go = Afficher ma microcertification
claim-fact-why = Nous comparons seulement votre réponse avec ce que votre université nous a dit.
claim-fact-wrong =
    { $count ->
        [one] Ce n’est pas ce que votre université nous a dit. Il vous reste { $count } essai.
       *[other] Ce n’est pas ce que votre université nous a dit. Il vous reste { $count } essais.
    }
claim-closed-word = Fermé pour un moment
claim-closed = Il y a eu trop de mauvaises réponses. Vous pourrez réessayer à partir de : { $time }.
claim-closed-desk = Si votre réponse était juste, il y a peut-être une erreur dans les dossiers de l’université. Demandez à { $organisation }.
claim-erased-title = Cette microcertification a été effacée
claim-erased-text = Le { $date }, tout ce que { $organisation } conservait ici de personnel sur son titulaire a été effacé, comme il l’avait demandé. Personne ne peut le rétablir.
claim-erased-stays = Les fichiers enregistrés auparavant fonctionnent toujours et peuvent toujours être vérifiés.
