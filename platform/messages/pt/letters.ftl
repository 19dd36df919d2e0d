letters-hello = Olá, { $name },
letters-from = { $organisation }
letters-why = Recebe esta carta porque { $organisation } guarda o registo do que aprendeu. Não contém qualquer rastreio.
letters-ask = Há algo que não está bem? Abra a página acima e escolha «Algo não está bem».

letters-awarded-subject = { $organisation }: a sua microcredencial «{ $title }»
letters-awarded-text = { $organisation } atribuiu-lhe a microcredencial «{ $title }». Pode vê-la, guardar os seus ficheiros e mostrá-la. Não precisa de conta.
letters-awarded-do = Ver a sua microcredencial:
letters-awarded-note = A ligação é só para si. Ser-lhe-á também perguntada uma coisa que só você e a universidade sabem, como a sua data de nascimento.

letters-reminder-subject = { $organisation }: a sua microcredencial «{ $title }» continua à espera
letters-reminder-text = Há algum tempo, { $organisation } atribuiu-lhe a microcredencial «{ $title }». Ainda não a abriu. Continua a ser sua e continua aqui.
letters-reminder-do = Ver a sua microcredencial:
letters-reminder-note = A ligação é só para si. Ser-lhe-á também perguntada uma coisa que só você e a universidade sabem, como a sua data de nascimento.

letters-corrected-subject = { $organisation }: «{ $title }» foi corrigida
letters-corrected-text = { $organisation } corrigiu a sua microcredencial «{ $title }». Uma nova toma o lugar da antiga, que já não é válida. O motivo: { $reason }
letters-corrected-do = Ver a microcredencial corrigida:
letters-corrected-note = Se deu o ficheiro antigo a alguém, dê-lhe o novo. A ligação antiga explica o que aconteceu.

letters-withdrawn-subject = { $organisation }: «{ $title }» foi retirada
letters-withdrawn-text = { $organisation } retirou a sua microcredencial «{ $title }». A partir de agora, todas as verificações o dizem. O motivo: { $reason }
letters-withdrawn-do = Ver o que pode fazer:
letters-withdrawn-note = Se não concorda, responda à universidade a partir dessa página. Ela tem de lhe responder.

letters-annulled-subject = { $organisation }: «{ $title }» foi declarada nula
letters-annulled-text = { $organisation } declarou nula a sua microcredencial «{ $title }»: nunca devia ter sido emitida. A partir de agora, todas as verificações dizem que não é válida. O motivo: { $reason }
letters-annulled-do = Ver o que pode fazer:
letters-annulled-note = Se não concorda, responda à universidade a partir dessa página. Ela tem de lhe responder.

letters-suspended-subject = { $organisation }: «{ $title }» está suspensa
letters-suspended-text = { $organisation } suspendeu a sua microcredencial «{ $title }» até se esclarecer uma questão. Até lá, todas as verificações o dizem. O motivo: { $reason }
letters-suspended-do = Ver o que pode fazer:
letters-suspended-note = Receberá outra carta quando estiver decidido.

letters-restored-subject = { $organisation }: «{ $title }» volta a ser válida
letters-restored-text = { $organisation } pôs fim à suspensão da sua microcredencial «{ $title }». Volta a ser válida. O motivo: { $reason }
letters-restored-do = Ver a sua microcredencial:
letters-restored-note = Os ficheiros e ligações que deu a outras pessoas também voltam a ser válidos; não são precisos novos.

letters-answered-subject = { $organisation }: uma resposta sobre «{ $title }»
letters-answered-text = { $organisation } respondeu ao que escreveu sobre a sua microcredencial «{ $title }».
letters-answered-do = Ler a resposta:
letters-answered-note = A ligação é só para si.

letters-names-subject = { $organisation }: o seu nome está bem escrito?
letters-names-text = { $organisation } vai atribuir-lhe em breve a microcredencial «{ $title }». Veja como o seu nome ficará escrito nela. Se não fizer nada, fica como consta na universidade.
letters-names-do = Ver o seu nome:
letters-names-note = Demora meio minuto e não precisa de conta.
