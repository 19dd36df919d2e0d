people-title = Personas
people-name = Nombre
people-name-wrong = Escriba un nombre de 200 signos como máximo.
people-language = Idioma de la invitación
people-roles = Funciones
people-roles-hint = Sin ninguna función, la persona deja de trabajar aquí. Quien cambia de funciones tiene que entrar de nuevo.
people-role-missing = Elija al menos una función.
people-state = Estado
people-arrived = Tiene una cuenta en uso
people-not-arrived = Invitada
people-invite = Invitar a alguien
people-invite-again = Nuevo enlace
people-invited = Se ha invitado a { $name }
people-invited-link = Envíele usted este enlace por un medio que solo lea esa persona. Se abre una vez, dentro de 14 días, y no se vuelve a mostrar.
people-last-owner = Es la última persona propietaria que puede entrar. Dé antes esa función a otra.
people-role-owner = Propietario
people-role-owner-may = Todo, y decide quién trabaja aquí
people-role-designer = Diseñador
people-role-designer-may = Lee los diseños
people-role-issuer = Emisor
people-role-issuer-may = Prepara grupos de estudiantes y emite
people-role-approver = Aprobador
people-role-approver-may = Ratifica resultados y aprueba, como segunda persona
people-role-registrar = Registrador
people-role-registrar-may = Corrige, retira y responde a estudiantes
people-role-auditor = Auditor
people-role-auditor-may = Lo lee todo y no cambia nada
people-role-learner = Estudiante
people-join-title = Su invitación
people-join-welcome = Le damos la bienvenida, { $name }. { $organisation } le invita.
people-join-how = Elija cómo quiere entrar a partir de ahora. Este enlace se abre una vez.
people-join-passkey = Crear una llave de acceso en este dispositivo
people-stop-title = Interruptor de parada
people-stop-what = Mientras esté accionado, aquí no se sella nada. Lo emitido antes queda como está.
people-stop-reason = Motivo
people-stop-reason-hint = Se guarda para auditores. No nombre a estudiantes.
people-stop-reason-missing = Diga en pocas palabras por qué, en 500 signos como máximo.
people-stop-pull = Parar ya todo el sellado
people-stop-pulled = El sellado está parado
people-stop-since = Desde
people-stop-by = Por
people-stop-release = Dejar que continúe el sellado
people-stop-release-who = Un propietario puede dejar que continúe.

# What the law keeps of learners who were erased.
people-kept-title = Conservado por ley
people-kept-what = Cuando un estudiante hace borrar todo, el asiento del registro queda aquí si una ley lo exige, hasta su día. Todo lo demás desaparece. Queda constancia de quién abre esta página.
people-kept-rule = La norma
people-kept-no-rule = No se conserva nada: no se ha nombrado ninguna ley.
people-kept-by =
    { $count ->
        [one] { $law }: un año desde el día de expedición.
        [many] { $law }: { $count } de años desde el día de expedición.
       *[other] { $law }: { $count } años desde el día de expedición.
    }
people-kept-law = Ley
people-kept-law-hint = Su nombre y artículo, como los estudiantes los leerán antes de borrar. Deje vacíos los dos campos para no conservar nada.
people-kept-law-missing = Nombre la ley.
people-kept-years = Años desde el día de expedición
people-kept-years-wrong = Un número entero de 1 a 100.
people-kept-records = Asientos
people-kept-none = No hay ninguno.
people-kept-name = Nombre
people-kept-born = Fecha de nacimiento
people-kept-award = Microcredencial
people-kept-issued = Expedida
people-kept-grade = Calificación
people-kept-until = Se conserva hasta
