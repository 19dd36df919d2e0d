### A learner looks at the spelling of their name before sealing. For everybody: all ten languages.

name-title = Il Suo nome è scritto bene?
name-lead = { $organisation } Le conferirà presto «{ $title }». Il Suo nome vi sarà scritto così:
name-right = Sì, è giusto
name-wrong = No, si scrive in un altro modo
name-wrong-hint = Lo scriva come nel Suo documento d’identità. L’università lo guarda prima di usarlo.
name-given = Nome
name-family = Cognome
name-full = Nome completo
name-full-hint = Se il Suo nome non è fatto di nome e cognome, o si scrive in un altro alfabeto.
name-send = Invia
name-missing = Scriva nome e cognome, o il nome completo.
name-confirmed = Grazie
name-confirmed-what = Il Suo nome sarà scritto come mostrato. Non c’è altro da fare; riceverà una lettera quando la microcredenziale sarà pronta.
name-proposed = Grazie, lo abbiamo ricevuto
name-proposed-what = L’università guarda la grafia prima di sigillare qualcosa.
name-too-late = È tardi per cambiarlo qui
name-too-late-what = La microcredenziale è in preparazione o è già fatta. Quando l’avrà, scelga «Qualcosa non va» sulla sua pagina.
