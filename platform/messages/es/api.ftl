api-nav = Programas
api-title = Programas
api-what = Un sistema de gestión académica u otro programa suyo trabaja aquí con un token: envía resultados, lee las microcredenciales expedidas y recibe aviso de lo que ocurre.
api-described = Para quien escribe el programa:
api-description = lo que se puede pedir (OpenAPI)
api-none = Ningún programa tiene un token.
api-name = Programa
api-name-hint = Qué es y dónde funciona, por ejemplo «gestión académica, servidor de pruebas».
api-name-wrong = Diga qué programa es, con un máximo de 100 caracteres.
api-scopes = Lo que puede hacer
api-scopes-hint = Elija solo lo que el programa necesita.
api-scope-missing = Elija al menos una opción.
api-scope-designs-read = Ver diseños
api-scope-cohorts-read = Ver grupos y su estado
api-scope-results-read = Ver resultados, con nombres y calificaciones
api-scope-results-write = Enviar resultados
api-scope-awards-read = Leer microcredenciales expedidas y sus archivos
api-scope-awards-decide = Suspender, restablecer, retirar y anular microcredenciales
api-scope-events-read = Leer lo que ha ocurrido
api-scope-webhooks-manage = Decidir adónde se envían los avisos
api-used = Último uso
api-never = Nunca
api-until = Válido hasta
api-expired = { $date }: ya no abre nada
api-days = Cuánto tiempo vale el token
api-days-of =
    { $days ->
        [one] { $days } día
        [many] { $days } días
       *[other] { $days } días
    }
api-make = Un token para un programa
api-make-go = Crear el token
api-made = El token de { $name }
api-made-once = Cópielo ahora: no se vuelve a mostrar y nadie puede consultarlo. Quien lo tenga puede hacer lo que ha elegido.
api-close = Cerrar
api-close-of = Cerrar el token de { $name }
