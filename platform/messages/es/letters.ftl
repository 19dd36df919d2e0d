letters-hello = Hola, { $name }:
letters-from = { $organisation }
letters-why = Recibe esta carta porque { $organisation } guarda constancia de lo que ha aprendido. No contiene ningún rastreo.
letters-ask = ¿Hay algo que no está bien? Abra la página de arriba y elija «Algo no está bien».

letters-awarded-subject = { $organisation }: su microcredencial «{ $title }»
letters-awarded-text = { $organisation } le ha otorgado la microcredencial «{ $title }». Puede verla, guardar sus archivos y mostrarla. No necesita cuenta.
letters-awarded-do = Vea su microcredencial:
letters-awarded-note = El enlace es solo para usted. También se le pedirá algo que solo saben usted y la universidad, como su fecha de nacimiento.

letters-reminder-subject = { $organisation }: su microcredencial «{ $title }» sigue esperando
letters-reminder-text = Hace algún tiempo { $organisation } le otorgó la microcredencial «{ $title }». Todavía no la ha abierto. Sigue siendo suya y sigue aquí.
letters-reminder-do = Vea su microcredencial:
letters-reminder-note = El enlace es solo para usted. También se le pedirá algo que solo saben usted y la universidad, como su fecha de nacimiento.

letters-corrected-subject = { $organisation }: se ha corregido «{ $title }»
letters-corrected-text = { $organisation } ha corregido su microcredencial «{ $title }». Una nueva sustituye a la anterior, que ya no es válida. El motivo: { $reason }
letters-corrected-do = Vea la microcredencial corregida:
letters-corrected-note = Si ha dado el archivo anterior a alguien, dele el nuevo. El enlace anterior explica lo que ocurrió.

letters-withdrawn-subject = { $organisation }: se ha retirado «{ $title }»
letters-withdrawn-text = { $organisation } ha retirado su microcredencial «{ $title }». Desde ahora toda comprobación lo dice. El motivo: { $reason }
letters-withdrawn-do = Vea qué puede hacer:
letters-withdrawn-note = Si no está de acuerdo, responda a la universidad desde esa página. Tiene que contestarle.

letters-annulled-subject = { $organisation }: se ha declarado nula «{ $title }»
letters-annulled-text = { $organisation } ha declarado nula su microcredencial «{ $title }»: nunca debió emitirse. Desde ahora toda comprobación dice que no es válida. El motivo: { $reason }
letters-annulled-do = Vea qué puede hacer:
letters-annulled-note = Si no está de acuerdo, responda a la universidad desde esa página. Tiene que contestarle.

letters-suspended-subject = { $organisation }: se ha suspendido «{ $title }»
letters-suspended-text = { $organisation } ha suspendido su microcredencial «{ $title }» hasta que se aclare una cuestión. Hasta entonces toda comprobación lo dice. El motivo: { $reason }
letters-suspended-do = Vea qué puede hacer:
letters-suspended-note = Recibirá otra carta cuando se decida.

letters-restored-subject = { $organisation }: «{ $title }» vuelve a ser válida
letters-restored-text = { $organisation } ha puesto fin a la suspensión de su microcredencial «{ $title }». Vuelve a ser válida. El motivo: { $reason }
letters-restored-do = Vea su microcredencial:
letters-restored-note = Los archivos y enlaces que dio a otras personas también vuelven a ser válidos; no hacen falta nuevos.

letters-answered-subject = { $organisation }: una respuesta sobre «{ $title }»
letters-answered-text = { $organisation } ha respondido a lo que escribió sobre su microcredencial «{ $title }».
letters-answered-do = Lea la respuesta:
letters-answered-note = El enlace es solo para usted.

letters-names-subject = { $organisation }: ¿está bien escrito su nombre?
letters-names-text = { $organisation } le concederá pronto la microcredencial «{ $title }». Compruebe cómo se escribirá su nombre en ella. Si no hace nada, se escribirá como consta en la universidad.
letters-names-do = Compruebe su nombre:
letters-names-note = Se tarda medio minuto y no hace falta ninguna cuenta.
