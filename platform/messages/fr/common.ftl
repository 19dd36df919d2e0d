common-skip = Aller au contenu
common-language = Langue
common-navigation = Navigation principale
common-nav-cohorts = Groupes
common-nav-people = Personnes
common-nav-stop = Arrêt
common-nav-mine = Mes microcertifications
common-nav-verify = Vérifier
common-account = Mon compte
common-sign-in = Se connecter
common-sign-out = Se déconnecter
common-creed = Délivrées par les universités, conservées par les apprenants, vérifiables par tous.
common-about-nav = À propos de ce service
common-about = À propos
common-privacy = Confidentialité
common-accessibility = Accessibilité
common-optional = (facultatif)
common-error = Erreur :
common-mend =
    { $count ->
        [one] Un point est à corriger
       *[other] { $count } points sont à corriger
    }
common-download = Télécharger
common-step-done = (fait)
common-progress = { $done } sur { $all } ({ $share })
common-state-valid = Valable
common-state-invalid = Non valable
common-state-unknown = Non décidé
common-continue = Continuer
common-save = Enregistrer
common-cancel = Annuler
common-back = Retour
