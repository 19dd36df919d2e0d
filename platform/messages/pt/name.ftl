### A learner looks at the spelling of their name before sealing. For everybody: all ten languages.

name-title = O seu nome está bem escrito?
name-lead = { $organisation } vai atribuir-lhe em breve «{ $title }». O seu nome ficará escrito assim:
name-right = Sim, está certo
name-wrong = Não, escreve-se de outra forma
name-wrong-hint = Escreva-o como no seu documento de identificação. A universidade verifica-o antes de o usar.
name-given = Nome próprio
name-family = Apelido
name-full = Nome completo
name-full-hint = Se o seu nome não é feito de nome próprio e apelido, ou se escreve noutro alfabeto.
name-send = Enviar
name-missing = Escreva o nome próprio e o apelido, ou o nome completo.
name-confirmed = Obrigado
name-confirmed-what = O seu nome ficará escrito como se mostra. Não há mais nada a fazer; recebe uma carta quando a microcredencial estiver pronta.
name-proposed = Obrigado, recebemos
name-proposed-what = A universidade verifica a grafia antes de selar seja o que for.
name-too-late = É tarde para o mudar aqui
name-too-late-what = A microcredencial está a ser feita ou já está feita. Quando a tiver, escolha «Alguma coisa está errada» na página dela.
