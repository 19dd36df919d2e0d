### Páginas de quienes emiten: grupos, resultados, aprobación, sellado, concesiones.

## Grupos

issue-cohorts = Grupos
issue-cohorts-what = Un grupo reúne a estudiantes que obtienen juntos la misma microcredencial.
issue-cohorts-none = Todavía no hay ningún grupo.
issue-new-cohort = Nuevo grupo
issue-no-design = Todavía no hay ningún diseño cerrado. Primero hay que cerrar uno: solo se conceden diseños cerrados.
issue-which-design = ¿Qué microcredencial?
issue-which-design-hint = Solo se ofrecen versiones cerradas: se concede lo que se aprobó.
issue-design-missing = Elija la microcredencial.
issue-cohort-name = Nombre del grupo
issue-cohort-name-hint = Para usted y su equipo, por ejemplo «Primavera 2026, grupo B». Los estudiantes no lo ven.
issue-cohort-name-missing = Dé al grupo un nombre de 200 signos como máximo.
issue-which-formats = ¿Qué archivos reciben los estudiantes?
issue-which-formats-hint = Los tres, salvo que haya un motivo. Con cualquiera de ellos vienen un PDF y una página para imprimir.
issue-format-missing = Elija al menos un tipo de archivo.
issue-format-edc = Credencial digital europea
issue-format-edc-use = Para Europass y para universidades y autoridades europeas
issue-format-ob3 = Open Badge 3.0
issue-format-ob3-use = Para LinkedIn, portafolios y colecciones de insignias
issue-format-sd-jwt = Credencial para cartera digital
issue-format-sd-jwt-use = Para carteras digitales; el estudiante elige qué enseña
issue-open-cohort = Abrir el grupo
issue-name = Nombre
issue-design = Microcredencial
issue-design-version = { $title }, versión { $version }
issue-learners = Estudiantes
issue-awarded = Concedidas
issue-opened = Abierto
issue-state = Estado
issue-state-collecting = Reuniendo resultados
issue-state-names = Confirmando nombres
issue-state-approval = Espera a una segunda persona
issue-state-approved = Aprobado
issue-state-sealing = Sellando
issue-state-paused = En pausa
issue-state-stopped = Detenido
issue-state-done = Sellado
issue-steps = Pasos
issue-step-results = Resultados
issue-step-approval = Segunda persona
issue-step-sealing = Sellado
issue-step-report = Informe

## Qué sigue

issue-next-add = Ahora: añada los resultados
issue-next-take =
    { $count ->
        [one] Ahora: mire { $count } fila nueva e incorpórela
        [many] Ahora: mire { $count } filas nuevas e incorpórelas
       *[other] Ahora: mire { $count } filas nuevas e incorpórelas
    }
issue-next-ratify =
    { $count ->
        [one] Ahora: el tribunal ratifica { $count } resultado
        [many] Ahora: el tribunal ratifica { $count } resultados
       *[other] Ahora: el tribunal ratifica { $count } resultados
    }
issue-next-submit =
    { $count ->
        [one] Ahora: revise el resumen de { $count } estudiante y envíelo
        [many] Ahora: revise el resumen de { $count } estudiantes y envíelo
       *[other] Ahora: revise el resumen de { $count } estudiantes y envíelo
    }
issue-next-mend =
    { $count ->
        [one] Ahora: corrija { $count } fila
        [many] Ahora: corrija { $count } filas
       *[other] Ahora: corrija { $count } filas
    }
issue-next-names = Los estudiantes están comprobando sus nombres
issue-next-wait = Ahora no tiene usted nada que hacer aquí
issue-next-trouble =
    { $count ->
        [one] { $count } fila necesita atención
        [many] { $count } filas necesitan atención
       *[other] { $count } filas necesitan atención
    }
issue-next-changed =
    { $count ->
        [one] { $count } estudiante difiere de lo que consta: acepte o descarte
        [many] { $count } estudiantes difieren de lo que consta: acepte o descarte
       *[other] { $count } estudiantes difieren de lo que consta: acepte o descarte
    }
issue-next-ready =
    { $count ->
        [one] { $count } resultado está listo
        [many] { $count } resultados están listos
       *[other] { $count } resultados están listos
    }
issue-take-over =
    { $count ->
        [one] Incorporar { $count } fila nueva
        [many] Incorporar { $count } filas nuevas
       *[other] Incorporar { $count } filas nuevas
    }
issue-ratify =
    { $count ->
        [one] Ratificar { $count } resultado
        [many] Ratificar { $count } resultados
       *[other] Ratificar { $count } resultados
    }
issue-board-asks = Esta microcredencial lo exige: { $board } ratifica los resultados. Solo se conceden los ratificados.
issue-to-summary = Ver el resumen y enviar
issue-add-results = Añadir resultados
issue-ask-names = Pedir que confirmen sus nombres
issue-ask-names-hint = Opcional. Quien tenga correo recibe una carta y dispone de siete días para comprobar cómo se escribe su nombre.
issue-end-names = Terminar la ronda de nombres
issue-names-under-way = { $confirmed } de { $asked } estudiantes confirmaron sus nombres; tienen tiempo hasta el { $until }.
issue-was-sent-back = La segunda persona se lo ha devuelto

## La lista

issue-list = Estudiantes y resultados
issue-list-empty = Ninguna fila de este tipo.
issue-filters = Mostrar solo
issue-look-all = Todos
issue-look-trouble = Necesita atención
issue-look-new = Nuevo
issue-look-changed = Cambiado
issue-look-duplicate = Duplicado
issue-look-below-threshold = No superado
issue-look-name-missing = Falta el nombre
issue-look-faulty = Con errores
issue-look-ready = Listo
issue-look-unratified = Sin ratificar
issue-look-awarded = Concedida
issue-look-left-out = Excluido
issue-pages = Páginas
issue-page-before = Página anterior
issue-page-next = Página siguiente
issue-page-of = Página { $page } de { $pages }
issue-row = Fila
issue-row-number = Fila { $row }
issue-learner = Estudiante
issue-no-name = (sin nombre)
issue-to-do = Qué hacer
issue-edit = Editar
issue-see-award = Ver la concesión
issue-save-row = Guardar esta fila
issue-leave-out = Excluir
issue-take-in = Volver a incluir
issue-accept-change = Aceptar
issue-discard-change = Descartar
issue-change-from = antes
issue-change-to = ahora
issue-ratified = ratificado
issue-name-confirmed = nombre confirmado
issue-back-to-list = Volver a la lista
issue-done-entered =
    { $count ->
        [one] Ha entrado { $count } fila. Todavía no se concede nada.
        [many] Han entrado { $count } filas. Todavía no se concede nada.
       *[other] Han entrado { $count } filas. Todavía no se concede nada.
    }
issue-done-unchanged =
    { $count ->
        [one] { $count } fila ya estaba. No ha cambiado nada.
        [many] { $count } filas ya estaban. No ha cambiado nada.
       *[other] { $count } filas ya estaban. No ha cambiado nada.
    }
issue-done-taken-over =
    { $count ->
        [one] { $count } resultado está listo.
        [many] { $count } resultados están listos.
       *[other] { $count } resultados están listos.
    }
issue-done-ratified =
    { $count ->
        [one] { $count } resultado está ratificado.
        [many] { $count } resultados están ratificados.
       *[other] { $count } resultados están ratificados.
    }
issue-done-asked =
    { $count ->
        [one] { $count } carta está en camino.
        [many] { $count } cartas están en camino.
       *[other] { $count } cartas están en camino.
    }
issue-done-mended = La fila se ha guardado.
issue-done-left-out = La fila queda excluida. La encuentra en «Excluido».
issue-done-taken-in = La fila vuelve a estar incluida.
issue-done-accepted = El cambio se ha aceptado.
issue-done-discarded = El cambio se ha descartado; queda lo que constaba.

## Añadir

issue-by-list = Desde una hoja de cálculo
issue-by-list-what = Un archivo, o celdas copiadas y pegadas. Verá cada fila antes de que ocurra nada; la misma lista dos veces no cambia nada.
issue-template = Lista vacía para rellenar
issue-file = Archivo
issue-file-hint = CSV (UTF-8) o Excel (.xlsx), hasta 8 MB y 20 000 filas. De un libro se lee la primera hoja.
issue-paste = O pegue las celdas
issue-paste-hint = Con la fila de los nombres de las columnas.
issue-read-list = Leer la lista
issue-columns = Nombres de las columnas
issue-columns-unknown-which = No se conocen:
issue-columns-unknown =
    { $count ->
        [one] Hay una columna que no se conoce. Corrija su nombre abajo o exclúyala.
        [many] Hay { $count } columnas que no se conocen. Corrija sus nombres abajo o exclúyalas.
       *[other] Hay { $count } columnas que no se conocen. Corrija sus nombres abajo o exclúyalas.
    }
issue-column-unknown = «{ $column }» (columna { $letter }).
issue-column-perhaps = «{ $column }» (columna { $letter }): ¿quiso decir { $suggestion }?
issue-leave-columns-out = Excluir estas columnas
issue-list-missing = Elija un archivo o pegue celdas.
issue-list-no-rows = La lista no nombra a ningún estudiante.
issue-list-too-long = Una lista tiene como máximo { $most } filas. Envíela por partes.
issue-list-unreadable = No se pudo leer la lista y no se ha tomado nada de ella. { $why }
issue-by-form = De uno en uno
issue-add-learner = Añadir este estudiante
issue-by-program = Desde otro programa
issue-by-program-what = Su sistema académico o plataforma de aprendizaje puede enviar resultados. Una persona propietaria crea para ello un cliente de la API.
issue-column-given-name = Nombre
issue-column-family-name = Apellidos
issue-column-full-name = Nombre completo
issue-column-date-of-birth = Fecha de nacimiento
issue-column-identifier-scheme = Tipo de número
issue-column-identifier = Número
issue-column-identity = Cómo se comprobó la identidad
issue-column-grade = Calificación
issue-column-awarded-on = Fecha de concesión
issue-column-language = Idioma
issue-column-email = Correo electrónico
issue-column-grade-of = Calificación de «{ $title }»
issue-hint-full-name = Si el nombre no se compone de nombre y apellidos, o está en otra escritura.
issue-hint-date-of-birth = Año-mes-día, como 1994-03-17. El estudiante la necesita para recogerla.
issue-hint-identifier = Uno duradero, como el número de estudiante; nunca un correo electrónico.
issue-hint-awarded-on = Año-mes-día.
issue-hint-language = Por ejemplo, en o es. Las cartas van en él.
issue-hint-email = Solo para cartas; nunca entra en la credencial.
issue-identity-checked = Comprobada
issue-identity-vouched = Avalada
issue-identity-self-asserted = Declarada por el estudiante

## Qué falla en una celda

issue-fault-cohort-name = Falta el nombre: rellene nombre y apellidos, o el nombre completo.
issue-fault-cohort-date = «{ $value }» no es un día posible. Escriba año-mes-día, como 2026-06-30.
issue-fault-cohort-language = Escriba el idioma como en o es.
issue-fault-cohort-email = «{ $value }» no es una dirección de correo.
issue-fault-cohort-identifier = Aquí hace falta un número duradero, no un correo electrónico.
issue-fault-cohort-identity = Escriba checked, vouched o self-asserted.
issue-fault-cohort-control = La celda contiene signos invisibles. Escriba el texto de nuevo.
issue-fault-cohort-length = El texto pasa de 200 signos.
issue-fault-cohort-grade = «{ $value }» no es una calificación de esta escala.
issue-fault-cohort-not-passed = { $value } no llega al aprobado. Solo se concede una microcredencial superada.
issue-fault-cohort-duplicate = El mismo estudiante ya está en la fila { $row }. Ponga otro número o excluya una de ellas.
issue-fault-issue-awarded-already = Este estudiante ya tiene esta microcredencial. Un error se corrige en su propia página.
issue-not-collecting = El grupo ya ha pasado este paso: los resultados ya no se cambian.
issue-nothing-to-do = Ya no quedaba nada por hacer.

## La segunda persona

issue-summary = Qué se va a sellar
issue-approval-yours = Esto espera su aprobación
issue-approval-waits = Esto espera a una segunda persona
issue-approval-not-own = Lo ha enviado usted. Tiene que aprobarlo otra persona.
issue-awards-to-seal = Concesiones
issue-left-behind = Se quedan fuera
issue-left-behind-count =
    { $count ->
        [one] { $count } fila no obtiene concesión
        [many] { $count } filas no obtienen concesión
       *[other] { $count } filas no obtienen concesión
    }
issue-undecided-changes = Cambios sin decidir
issue-left-out = Excluidos a propósito
issue-formats = Archivos
issue-names-confirmed = Nombres confirmados
issue-of = { $part } de { $all }
issue-submitted-by = Enviado por
issue-sample = Una de ellas, tal como será
issue-sample-what = Un borrador sin sello. Léalo como lo haría quien contrata.
issue-sample-alt = Certificado de { $name } para { $title }: borrador
issue-submit-what = Una segunda persona lo mira y lo aprueba. Hasta entonces puede retirarlo.
issue-submit =
    { $count ->
        [one] Enviar { $count } concesión para su aprobación
        [many] Enviar { $count } concesiones para su aprobación
       *[other] Enviar { $count } concesiones para su aprobación
    }
issue-approve =
    { $count ->
        [one] Aprobar { $count } concesión
        [many] Aprobar { $count } concesiones
       *[other] Aprobar { $count } concesiones
    }
issue-send-back = Devolver
issue-send-back-word = ¿Qué hay que mejorar?
issue-send-back-hint = Lo lee quien prepara el grupo. Sin nombres de estudiantes, por favor.
issue-word-missing = Diga qué hay que mejorar, en 500 signos como máximo.
issue-take-back = Retirar el envío
issue-no-wrong-state = El grupo ya está en otro estado. Vuelva a cargar su página.
issue-no-nothing-ready = Ningún resultado está listo para concederse.
issue-no-same-person = Quien envió un grupo no lo aprueba.
issue-no-stop-switch = El interruptor de parada está accionado: no se sella nada hasta que una persona propietaria lo suelte.
issue-no-nothing-to-seal = No hay nada que sellar.

## Sellado

issue-approved-next =
    { $count ->
        [one] Ahora: selle { $count } concesión
        [many] Ahora: selle { $count } concesiones
       *[other] Ahora: selle { $count } concesiones
    }
issue-approved-who = Lo sella un emisor o una persona propietaria.
issue-seal =
    { $count ->
        [one] Sellar ahora { $count } concesión
        [many] Sellar ahora { $count } concesiones
       *[other] Sellar ahora { $count } concesiones
    }
issue-sealing-sealing = Sellando
issue-sealing-paused = El sellado está en pausa
issue-sealed-so-far = Selladas hasta ahora
issue-time-unknown = En un momento se verá cuánto tarda. Puede dejar esta página; el sellado continúa.
issue-seconds-left =
    { $count ->
        [one] Falta { $count } segundo. Puede dejar esta página; el sellado continúa.
        [many] Faltan unos { $count } segundos. Puede dejar esta página; el sellado continúa.
       *[other] Faltan unos { $count } segundos. Puede dejar esta página; el sellado continúa.
    }
issue-minutes-left =
    { $count ->
        [one] Falta { $count } minuto. Puede dejar esta página; el sellado continúa.
        [many] Faltan unos { $count } minutos. Puede dejar esta página; el sellado continúa.
       *[other] Faltan unos { $count } minutos. Puede dejar esta página; el sellado continúa.
    }
issue-refused =
    { $count ->
        [one] { $count } no se pudo sellar: vea por qué
        [many] { $count } no se pudieron sellar: vea por qué
       *[other] { $count } no se pudieron sellar: vea por qué
    }
issue-pause = Pausar
issue-resume = Continuar
issue-stop-for-good = Detener definitivamente
issue-stop-what = { $sealed } ya están selladas y siguen siendo válidas. Las demás no obtendrán nada de este grupo. Para continuar más tarde, use la pausa.
issue-reason = Motivo
issue-reason-missing = Dé un motivo de 500 signos como máximo.
issue-stop-switch = El sellado está parado: se accionó el interruptor de parada
issue-stopped-word = Parado
issue-to-stop-switch = Al interruptor de parada

## El informe

issue-report-title =
    { $count ->
        [one] { $count } concesión sellada
        [many] { $count } concesiones selladas
       *[other] { $count } concesiones selladas
    }
issue-letters = Cartas
issue-letters-sent = Enviadas
issue-letters-waiting = En camino
issue-letters-bounced = Devueltas
issue-slips = Hojas para imprimir
issue-slips-what = Para estudiantes sin correo. Imprima esta página, recorte y entregue a cada cual la suya.
issue-slips-none = No queda ninguna hoja por imprimir.
issue-slips-printed = Ya están impresas
issue-slip-second = Segundo código, que se dice aparte de este papel:
issue-opened-count = Abiertas
issue-claimed-count = Recogidas
issue-unclaimed-count = Sin abrir
issue-reminded = Recordadas
issue-remind =
    { $count ->
        [one] Recordar a { $count } estudiante
        [many] Recordar a { $count } estudiantes
       *[other] Recordar a { $count } estudiantes
    }
issue-remind-hint = Nadie recibe dos recordatorios en una semana.
issue-reminded-count =
    { $count ->
        [one] { $count } recordatorio está en camino.
        [many] { $count } recordatorios están en camino.
       *[other] { $count } recordatorios están en camino.
    }
issue-report-file = Llevarse el informe
issue-awards = Concesiones
issue-awards-none = No hay ninguna concesión de este tipo.
issue-report-look-everybody = Todos
issue-report-look-unopened = Sin abrir
issue-report-look-claimed = Recogidas
issue-report-look-bounced = Carta devuelta
issue-report-look-paper = En papel
issue-report-look-status = Suspendidas o retiradas
issue-letter = Carta
issue-letter-waiting = En camino
issue-letter-sent = Enviada
issue-letter-bounced = Devuelta
issue-letter-failed = No se pudo enviar
issue-letter-slip = En papel
issue-letter-none = Ninguna
issue-claimed = Recogida
issue-status = Vigencia
issue-standing-valid = Vigente
issue-standing-suspended = Suspendida
issue-standing-revoked = Retirada
issue-erased = (borrado)

## Historia

issue-history = Qué ha pasado
issue-when = Cuándo
issue-deed = Qué
issue-who = Quién
issue-actor-house = El servicio
issue-actor-program = Un programa
issue-actor-learner = El estudiante
issue-actor-gone = Una cuenta que ya no existe
issue-deed-result-mended = Fila guardada
issue-deed-result-left-out = Excluida
issue-deed-result-taken-in = Incluida de nuevo
issue-deed-change-accepted = Cambio aceptado
issue-deed-change-discarded = Cambio descartado
issue-deed-name-confirmed = Nombre confirmado
issue-deed-name-corrected = Otra grafía del nombre
issue-deed-award-refused = No se pudo sellar
issue-deed-award-sealed = Sellada
issue-deed-award-corrected = Sellada como corrección
issue-deed-award-withdrawn = Retirada
issue-deed-award-annulled = Anulada
issue-deed-award-suspended = Suspendida
issue-deed-award-restored = Vigente de nuevo
issue-deed-award-claimed = Recogida
issue-deed-letter-sent-again = Carta enviada de nuevo
issue-deed-cohort-opened = Grupo abierto
issue-deed-cohort-submitted = Enviado para aprobación
issue-deed-cohort-taken-back = Envío retirado
issue-deed-cohort-sent-back = Devuelto
issue-deed-cohort-approved = Aprobado
issue-deed-cohort-sealed = Grupo sellado
issue-deed-results-entered = Resultados introducidos
issue-deed-results-taken-over = Resultados incorporados
issue-deed-results-ratified = Resultados ratificados
issue-deed-sealing-started = Sellado iniciado
issue-deed-sealing-paused = Sellado en pausa
issue-deed-sealing-resumed = Sellado reanudado
issue-deed-sealing-stopped = Sellado detenido
issue-deed-names-asked = Nombres consultados
issue-deed-names-ended = Ronda de nombres terminada
issue-deed-ticket-opened = Un estudiante escribió
issue-deed-ticket-answered = Se respondió a un estudiante
issue-deed-stop-switch-pulled = Interruptor accionado
issue-deed-stop-switch-released = Interruptor soltado

## Concesiones

issue-awards-none-yet = Todavía no hay ninguna concesión sellada.
issue-found-none = No se encuentra nada con este número.
issue-find = Número de estudiante o de concesión
issue-find-hint = Los nombres están cifrados y no se buscan. Escriba el número completo.
issue-find-go = Buscar
issue-issued = Sellada el
issue-cohort = Grupo
issue-see-cohort = Ver el grupo
issue-claim = Estudiante
issue-claimed-on = Recogida el { $date }
issue-opened-on = Abierta el { $date }
issue-not-opened = Sin abrir todavía
issue-award-number = Número de la concesión
issue-erased-what = El estudiante hizo borrar todo lo personal. Queda aquí, sin nombre, lo que la ley exige conservar.
issue-in-force = Esta concesión está vigente
issue-decided-withdrawn = Retirada
issue-decided-annulled = Anulada
issue-decided-suspended = Suspendida
issue-decided-restored = Vigente de nuevo
issue-decided-superseded = Sustituida por una corrección
issue-superseded-by = Ver la concesión que la sustituye
issue-supersedes = Ver la concesión a la que sustituye
issue-letter-kind-awarded = Concesión
issue-letter-kind-reminder = Recordatorio
issue-letter-kind-corrected = Corrección
issue-letter-kind-withdrawn = Retirada
issue-letter-kind-annulled = Anulación
issue-letter-kind-suspended = Suspensión
issue-letter-kind-restored = Vigente de nuevo
issue-letter-kind-answered = Respuesta
issue-letter-kind-names = Grafía del nombre
issue-letter-kind-slip = Hoja de papel
issue-reach-again = ¿No llegó la carta?
issue-right-address = La dirección correcta
issue-right-address-hint = La primera carta se envía allí de nuevo. Los enlaces anteriores dejan de abrirse.
issue-send-letter = Enviar la carta
issue-make-slip = Crear un código en papel
issue-slip-made = Un nuevo código en papel. Se muestra solo esta vez.

## Corregir y decidir

issue-correct = Corregir
issue-correct-what = Una concesión corregida sustituye a esta. El estudiante recibe una carta; el enlace antiguo explica lo ocurrido sin señalar a nadie.
issue-correct-do = Sellar la corrección
issue-correct-refused = No se pudo sellar y no se ha cambiado nada. { $why }
issue-decision-reason-hint = El estudiante lo lee, palabra por palabra, en su carta y en su página.
issue-decision-reason-missing = Dé un motivo de 1000 signos como máximo. El estudiante tiene derecho a conocerlo.
issue-decide = Suspender, retirar o anular
issue-decide-what = Desde ahora toda comprobación lo dice. El estudiante recibe una carta con su motivo.
issue-decide-which = ¿Qué se decide?
issue-decide-do = Decidir
issue-kind-suspended = Suspender
issue-kind-suspended-means = Hasta que se aclare una cuestión. Puede volver a estar vigente.
issue-kind-restored = Volver a poner en vigor
issue-kind-restored-means = La cuestión está aclarada.
issue-kind-withdrawn = Retirar
issue-kind-withdrawn-means = Era correcta cuando se concedió y ya no vale. Para siempre.
issue-kind-annulled = Anular
issue-kind-annulled-means = Nunca debió concederse. Para siempre.
issue-kind-missing = Elija qué se decide.
issue-no-revoked-is-final = Esta concesión ya está retirada o se corrigió, y eso es definitivo.

## Lo que escriben los estudiantes

issue-tickets = Lo que escriben los estudiantes
issue-tickets-what = «Hay algún error»: lo más urgente primero. La respuesta aparece enseguida en la página del estudiante.
issue-tickets-none = Nadie espera respuesta.
issue-ticket-name = Mi nombre está mal
issue-ticket-result = El resultado está mal
issue-ticket-not-mine = Esto no es mío
issue-ticket-data = Una pregunta sobre mis datos
issue-ticket-other = Otra cosa
issue-ticket-opened = Escrito el { $date }.
issue-ticket-due = Responder antes del { $date }
issue-ticket-answered = Respondido
issue-ticket-answer = Respuesta
issue-ticket-answer-hint = Diga qué ha comprobado y qué pasará ahora. Un error en la concesión se arregla con una corrección.
issue-ticket-answer-missing = Escriba una respuesta de 4000 signos como máximo.
issue-ticket-send = Enviar la respuesta
issue-ticket-answered-already = Alguien ya lo ha respondido entretanto.

## El registro de auditoría

issue-audit = Auditoría
issue-audit-what = Quién hizo qué, cada línea unida a la anterior: ninguna se puede cambiar ni quitar sin que se note.
issue-audit-check = Comprobar que el registro está íntegro
issue-audit-whole = Íntegro
issue-audit-whole-what =
    { $count ->
        [one] { $count } línea, unida a la anterior
        [many] { $count } líneas, cada una unida a la anterior
       *[other] { $count } líneas, cada una unida a la anterior
    }
issue-audit-head = Anótelo en otro lugar; más tarde mostrará si se cortó el final:
issue-audit-broken = Roto
issue-audit-broken-what = El registro se cambió en la línea { $line }
issue-audit-about = Sobre
issue-audit-about-hint = Por ejemplo award: o cohort: con su número.
issue-audit-file = Llevarse el registro
issue-audit-none = Todavía no ha pasado nada.
issue-audit-line = Línea
issue-audit-details = Detalles
issue-nav-tickets = Mensajes
issue-find-learner = Buscar por nombre o número
issue-page-first = Primera página
issue-page-last = Última página
