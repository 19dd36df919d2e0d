claim-title = Ottenga la Sua microcredenziale
claim-lead = Scriva il codice del foglio che Le ha dato la Sua università. Non serve un account.
claim-code = Codice
claim-code-hint = Quattro gruppi di cinque lettere e cifre. Vanno bene anche le minuscole e senza trattini.
claim-code-wrong = Questo codice non apre nulla. Lo confronti ancora una volta con il foglio.
claim-other-ways = Altri modi
claim-other-letter = Ha ricevuto un’e-mail? Apra il link che contiene: porta nello stesso posto.
claim-other-account = La conserva con un account? Alle mie microcredenziali
claim-fact-title = Prima una domanda
claim-fact-lead = { $organisation } Le ha rilasciato una microcredenziale. Perché nessun altro che trovi questo link la veda, risponda a una domanda.
claim-fact-birth-date = La Sua data di nascita
claim-fact-birth-date-hint = Se il browser non mostra un calendario: anno, mese, giorno, per esempio 1990-12-31.
claim-fact-number = Il Suo numero di matricola
claim-fact-number-hint = Come lo usa la Sua università. Spazi e trattini non contano.
claim-fact-code = Il codice che Le ha detto la Sua università
claim-fact-code-hint = Otto lettere e cifre. Se non l’ha, chieda alla Sua università.
claim-fact-go = Mostra la mia microcredenziale
claim-fact-why = Confrontiamo soltanto la Sua risposta con ciò che ci ha detto la Sua università.
claim-fact-wrong =
    { $count ->
        [one] Non è ciò che ci ha detto la Sua università. Le resta un tentativo.
       *[other] Non è ciò che ci ha detto la Sua università. Le restano { $count } tentativi.
    }
claim-closed-word = Chiuso per un po’
claim-closed = Ci sono state troppe risposte sbagliate. Potrà riprovare a partire da: { $time }.
claim-closed-desk = Se la risposta era giusta, può esserci un errore nei registri dell’università. Chieda a { $organisation }.
claim-erased-title = Questa microcredenziale è stata cancellata
claim-erased-text = Il { $date } è stato cancellato tutto ciò che { $organisation } conservava qui di personale su chi l’aveva ottenuta, come questi aveva chiesto. Nessuno può recuperarlo.
claim-erased-stays = I file salvati prima funzionano ancora e si possono ancora verificare.
