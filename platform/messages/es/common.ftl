common-skip = Ir al contenido
common-language = Idioma
common-navigation = Principal
common-nav-cohorts = Grupos
common-nav-people = Personas
common-nav-stop = Parada
common-nav-mine = Mis microcredenciales
common-nav-verify = Comprobar
common-account = Mi cuenta
common-sign-in = Iniciar sesión
common-sign-out = Cerrar sesión
common-creed = Las universidades las emiten, los estudiantes las conservan y cualquiera las comprueba.
common-about-nav = Sobre este servicio
common-about = Acerca de
common-privacy = Privacidad
common-accessibility = Accesibilidad
common-optional = (opcional)
common-error = Error:
common-mend =
    { $count ->
        [one] Hay una cosa que corregir
        [many] Hay { $count } cosas que corregir
       *[other] Hay { $count } cosas que corregir
    }
common-download = Descargar
common-step-done = (hecho)
common-progress = { $done } de { $all } ({ $share })
common-state-valid = Válida
common-state-invalid = No válida
common-state-unknown = Sin decidir
common-continue = Continuar
common-save = Guardar
common-cancel = Cancelar
common-back = Volver
