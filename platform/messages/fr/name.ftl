### A learner looks at the spelling of their name before sealing. For everybody: all ten languages.

name-title = Votre nom est-il bien écrit ?
name-lead = { $organisation } vous délivrera bientôt « { $title } ». Votre nom y sera écrit ainsi :
name-right = Oui, c’est juste
name-wrong = Non, il s’écrit autrement
name-wrong-hint = Écrivez-le comme sur votre pièce d’identité. L’université le regarde avant de l’utiliser.
name-given = Prénom
name-family = Nom de famille
name-full = Nom complet
name-full-hint = Si votre nom ne se compose pas d’un prénom et d’un nom de famille, ou s’écrit dans un autre alphabet.
name-send = Envoyer
name-missing = Écrivez votre prénom et votre nom de famille, ou votre nom complet.
name-confirmed = Merci
name-confirmed-what = Votre nom sera écrit comme indiqué. Il n’y a rien d’autre à faire ; vous recevrez une lettre quand la microcertification sera là.
name-proposed = Merci, c’est bien reçu
name-proposed-what = L’université regarde votre orthographe avant de sceller quoi que ce soit.
name-too-late = Il est trop tard pour le changer ici
name-too-late-what = La microcertification est en préparation ou déjà faite. Quand vous l’aurez, choisissez « Quelque chose ne va pas » sur sa page.
