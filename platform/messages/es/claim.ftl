claim-title = Obtenga su microcredencial
claim-lead = Escriba el código del papel que le dio su universidad. No necesita cuenta.
claim-code = Código
claim-code-hint = Cuatro grupos de cinco letras y cifras. Puede usar minúsculas y omitir los guiones.
claim-code-wrong = Este código no abre nada. Compárelo otra vez con el papel.
claim-other-ways = Otras formas
claim-other-letter = ¿Recibió un correo? Abra el enlace que contiene; lleva al mismo lugar.
claim-other-account = ¿La guardó con una cuenta? Ir a mis microcredenciales
claim-fact-title = Primero una pregunta
claim-fact-lead = { $organisation } le ha emitido una microcredencial. Para que no la vea nadie más que encuentre este enlace, responda a una pregunta.
claim-fact-birth-date = Su fecha de nacimiento
claim-fact-birth-date-hint = Si su navegador no muestra un calendario: año, mes, día, como 1990-12-31.
claim-fact-number = Su número de estudiante
claim-fact-number-hint = Como lo usa su universidad. Los espacios y guiones no importan.
claim-fact-code = El código que le dijo su universidad
claim-fact-code-hint = Ocho letras y cifras. Si no lo tiene, pregunte a su universidad.
claim-fact-go = Mostrar mi microcredencial
claim-fact-why = Solo comparamos su respuesta con lo que nos dijo su universidad.
claim-fact-wrong =
    { $count ->
        [one] No es lo que nos dijo su universidad. Le queda un intento.
       *[other] No es lo que nos dijo su universidad. Le quedan { $count } intentos.
    }
claim-closed-word = Cerrado por un tiempo
claim-closed = Ha habido demasiadas respuestas erróneas. Puede intentarlo de nuevo a partir de: { $time }.
claim-closed-desk = Si su respuesta era correcta, puede haber un error en los registros de la universidad. Pregunte a { $organisation }.
claim-erased-title = Esta microcredencial se ha borrado
claim-erased-text = El { $date } se borró todo lo personal que { $organisation } guardaba aquí sobre su titular, tal como lo había pedido. Nadie puede recuperarlo.
claim-erased-stays = Los archivos que se guardaron antes siguen funcionando y se pueden seguir comprobando.
