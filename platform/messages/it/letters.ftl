letters-hello = Gentile { $name },
letters-from = { $organisation }
letters-why = Riceve questa lettera perché { $organisation } conserva l’attestazione di ciò che ha imparato. Non contiene alcun tracciamento.
letters-ask = C’è qualcosa che non va? Apra la pagina qui sopra e scelga «Qualcosa non va».

letters-awarded-subject = { $organisation }: la Sua microcredenziale «{ $title }»
letters-awarded-text = { $organisation } Le ha conferito la microcredenziale «{ $title }». Può vederla, conservarne i file e mostrarla. Non serve un account.
letters-awarded-do = Veda la Sua microcredenziale:
letters-awarded-note = Il link è solo per Lei. Le sarà chiesta anche una cosa che sapete solo Lei e l’università, come la data di nascita.

letters-reminder-subject = { $organisation }: la Sua microcredenziale «{ $title }» La aspetta ancora
letters-reminder-text = Qualche tempo fa { $organisation } Le ha conferito la microcredenziale «{ $title }». Non l’ha ancora aperta. Resta Sua e resta qui.
letters-reminder-do = Veda la Sua microcredenziale:
letters-reminder-note = Il link è solo per Lei. Le sarà chiesta anche una cosa che sapete solo Lei e l’università, come la data di nascita.

letters-corrected-subject = { $organisation }: «{ $title }» è stata corretta
letters-corrected-text = { $organisation } ha corretto la Sua microcredenziale «{ $title }». Una nuova prende il posto della vecchia, che non è più valida. Il motivo: { $reason }
letters-corrected-do = Veda la microcredenziale corretta:
letters-corrected-note = Se ha dato il vecchio file a qualcuno, gli dia il nuovo. Il vecchio link spiega che cosa è successo.

letters-withdrawn-subject = { $organisation }: «{ $title }» è stata ritirata
letters-withdrawn-text = { $organisation } ha ritirato la Sua microcredenziale «{ $title }». D’ora in poi ogni verifica lo dice. Il motivo: { $reason }
letters-withdrawn-do = Veda che cosa può fare:
letters-withdrawn-note = Se non è d’accordo, risponda all’università da quella pagina. È tenuta a risponderle.

letters-annulled-subject = { $organisation }: «{ $title }» è stata dichiarata nulla
letters-annulled-text = { $organisation } ha dichiarato nulla la Sua microcredenziale «{ $title }»: non avrebbe mai dovuto essere rilasciata. D’ora in poi ogni verifica dice che non è valida. Il motivo: { $reason }
letters-annulled-do = Veda che cosa può fare:
letters-annulled-note = Se non è d’accordo, risponda all’università da quella pagina. È tenuta a risponderle.

letters-suspended-subject = { $organisation }: «{ $title }» è sospesa
letters-suspended-text = { $organisation } ha sospeso la Sua microcredenziale «{ $title }» finché non si chiarisce una questione. Fino ad allora ogni verifica lo dice. Il motivo: { $reason }
letters-suspended-do = Veda che cosa può fare:
letters-suspended-note = Riceverà un’altra lettera quando sarà deciso.

letters-restored-subject = { $organisation }: «{ $title }» è di nuovo valida
letters-restored-text = { $organisation } ha posto fine alla sospensione della Sua microcredenziale «{ $title }». È di nuovo valida. Il motivo: { $reason }
letters-restored-do = Veda la Sua microcredenziale:
letters-restored-note = Anche i file e i link dati ad altri sono di nuovo validi; non ne servono di nuovi.

letters-answered-subject = { $organisation }: una risposta su «{ $title }»
letters-answered-text = { $organisation } ha risposto a ciò che ha scritto sulla Sua microcredenziale «{ $title }».
letters-answered-do = Legga la risposta:
letters-answered-note = Il link è solo per Lei.

letters-names-subject = { $organisation }: il Suo nome è scritto bene?
letters-names-text = { $organisation } Le conferirà presto la microcredenziale «{ $title }». Controlli come vi sarà scritto il Suo nome. Se non fa nulla, sarà scritto come risulta all’università.
letters-names-do = Controlli il Suo nome:
letters-names-note = Basta mezzo minuto e non serve un account.
