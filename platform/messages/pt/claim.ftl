claim-title = Obtenha a sua microcredencial
claim-lead = Escreva o código do papel que a sua universidade lhe deu. Não precisa de conta.
claim-code = Código
claim-code-hint = Quatro grupos de cinco letras e algarismos. Pode usar minúsculas e omitir os traços.
claim-code-wrong = Este código não abre nada. Compare-o mais uma vez com o papel.
claim-other-ways = Outras formas
claim-other-letter = Recebeu uma mensagem de correio? Abra a ligação que traz; leva ao mesmo sítio.
claim-other-account = Guarda-a com uma conta? Ir para as minhas microcredenciais
claim-fact-title = Primeiro uma pergunta
claim-fact-lead = { $organisation } emitiu-lhe uma microcredencial. Para que mais ninguém que encontre esta ligação a veja, responda a uma pergunta.
claim-fact-birth-date = A sua data de nascimento
claim-fact-birth-date-hint = Se o navegador não mostrar um calendário: ano, mês, dia, por exemplo 1990-12-31.
claim-fact-number = O seu número de estudante
claim-fact-number-hint = Como a sua universidade o usa. Espaços e traços não importam.
claim-fact-code = O código que a sua universidade lhe disse
claim-fact-code-hint = Oito letras e algarismos. Se não o tem, pergunte à sua universidade.
claim-fact-go = Mostrar a minha microcredencial
claim-fact-why = Só comparamos a sua resposta com o que a sua universidade nos disse.
claim-fact-wrong =
    { $count ->
        [one] Não é o que a sua universidade nos disse. Tem mais { $count } tentativa.
       *[other] Não é o que a sua universidade nos disse. Tem mais { $count } tentativas.
    }
claim-closed-word = Fechado por algum tempo
claim-closed = Houve demasiadas respostas erradas. Pode tentar de novo a partir de: { $time }.
claim-closed-desk = Se a sua resposta estava certa, pode haver um erro nos registos da universidade. Pergunte a { $organisation }.
claim-erased-title = Esta microcredencial foi apagada
claim-erased-text = Em { $date } foi apagado tudo o que { $organisation } guardava aqui de pessoal sobre o seu titular, como este tinha pedido. Ninguém o pode recuperar.
claim-erased-stays = Os ficheiros guardados antes continuam a funcionar e a poder ser verificados.
