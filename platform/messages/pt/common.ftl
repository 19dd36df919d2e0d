common-skip = Ir para o conteúdo
common-language = Idioma
common-navigation = Navegação principal
common-nav-cohorts = Grupos
common-nav-people = Pessoas
common-nav-stop = Paragem
common-nav-mine = As minhas microcredenciais
common-nav-verify = Verificar
common-account = A minha conta
common-sign-in = Iniciar sessão
common-sign-out = Terminar sessão
common-creed = Emitidas pelas universidades, guardadas por quem as obtém, verificáveis por todos.
common-about-nav = Sobre este serviço
common-about = Sobre
common-privacy = Privacidade
common-accessibility = Acessibilidade
common-optional = (facultativo)
common-error = Erro:
common-mend =
    { $count ->
        [one] Há uma coisa a corrigir
       *[other] Há { $count } coisas a corrigir
    }
common-download = Descarregar
common-step-done = (feito)
common-progress = { $done } de { $all } ({ $share })
common-state-valid = Válida
common-state-invalid = Não válida
common-state-unknown = Por decidir
common-continue = Continuar
common-save = Guardar
common-cancel = Cancelar
common-back = Voltar
