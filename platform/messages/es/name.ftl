### A learner looks at the spelling of their name before sealing. For everybody: all ten languages.

name-title = ¿Está bien escrito su nombre?
name-lead = { $organisation } le concederá pronto «{ $title }». Así se escribirá su nombre:
name-right = Sí, está bien
name-wrong = No, se escribe de otra manera
name-wrong-hint = Escríbalo como en su documento de identidad. La universidad lo mira antes de usarlo.
name-given = Nombre
name-family = Apellidos
name-full = Nombre completo
name-full-hint = Si su nombre no se compone de nombre y apellidos, o se escribe en otro alfabeto.
name-send = Enviar
name-missing = Escriba su nombre y apellidos, o su nombre completo.
name-confirmed = Gracias
name-confirmed-what = Su nombre se escribirá como se muestra. No hay nada más que hacer; recibirá una carta cuando esté la microcredencial.
name-proposed = Gracias, lo hemos recibido
name-proposed-what = La universidad mira cómo lo escribe antes de sellar nada.
name-too-late = Ya es tarde para cambiarlo aquí
name-too-late-what = La microcredencial se está preparando o ya está hecha. Cuando la tenga, elija «Hay algún error» en su página.
