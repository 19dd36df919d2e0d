// O que diz a verificação, em português.

import type { Sentences } from './en.ts'

export const pt: Sentences = {
  'format.known': 'A Tessera consegue ler este ficheiro: {format}.',
  'format.not-known': 'Isto não é uma microcredencial em nenhuma forma que a Tessera conheça.',
  'format.malformed': 'Parece {format}, mas está danificado: {detail}',
  'format.damaged': 'Parece uma credencial assinada, mas está danificada: {detail}',
  'format.too-large': 'O ficheiro é demasiado grande para ser verificado aqui.',
  'format.several':
    'Este ficheiro contém várias microcredenciais. Cada uma tem de ser verificada em separado.',
  'format.other-words':
    'O significado de palavras deste ficheiro está publicado num lugar que a Tessera não conhece, pelo que não pôde ser verificado.',
  'format.other-type': 'É outro tipo de credencial do que o pedido.',

  'signature.holds': 'O que vê é exatamente o que foi assinado; nada mudou desde então.',
  'signature.holds-at-time':
    'O que vê é exatamente o que foi assinado; nada mudou desde então. Um selo temporal de confiança mostra que foi assinado o mais tardar em {time}.',
  'signature.time-stamp-broken':
    'O que vê é exatamente o que foi assinado; nada mudou desde então. Um selo temporal que o acompanha está danificado ou pertence a outra coisa, por isso não prova nenhuma data.',
  'signature.changed':
    'O conteúdo não é o que foi assinado. Foi alterado depois da assinatura, ou a assinatura não é autêntica.',
  'signature.none': 'Ninguém assinou este ficheiro, por isso nada mostra se foi alterado.',
  'signature.no-key':
    'Não foi possível obter a chave para verificar a assinatura, que por isso não foi verificada.',
  'signature.unsupported': 'O ficheiro está assinado de uma forma que a Tessera não conhece.',
  'signature.too-complex':
    'Comparar este ficheiro com a sua assinatura demoraria demasiado, pelo que não pôde ser verificada.',

  'issuer-key.own': 'A chave da assinatura pertence à entidade emissora nomeada no ficheiro.',
  'issuer-key.own-then':
    'A chave da assinatura pertencia à entidade emissora nomeada no ficheiro quando foi assinado, como mostra um selo temporal de confiança. O seu certificado expirou ou foi revogado desde então.',
  'issuer-key.own-revocation-unknown':
    'A chave da assinatura pertence à entidade emissora nomeada no ficheiro. Nada do que está disponível aqui diz se o seu certificado foi revogado.',
  'issuer-key.other-issuer':
    'O ficheiro foi assinado por alguém que não é a entidade emissora que nomeia.',
  'issuer-key.not-confirmed':
    'Nada fora do ficheiro confirma que a chave pertence à entidade emissora nomeada.',
  'issuer-key.no-key': 'Não foi possível consultar as chaves da entidade emissora.',
  'issuer-key.not-listed': 'A entidade emissora não inclui esta chave entre as suas.',
  'issuer-key.certificate-unknown':
    'O certificado do selo vem de uma autoridade que não é conhecida aqui.',
  'issuer-key.certificate-expired':
    'O certificado do selo expirou e nenhuma data de confiança mostra que o selo foi aposto antes.',
  'issuer-key.certificate-status-lost':
    'O certificado do selo expirou desde que o ficheiro foi selado. Nada do que está disponível aqui mostra que não tivesse sido revogado antes.',
  'issuer-key.certificate-refused': 'O certificado do selo não se sustenta: {detail}',
  'issuer-key.expired':
    'A chave da assinatura expirou e nenhuma data de confiança mostra que o ficheiro foi assinado antes.',
  'issuer-key.way-not-accepted': '{list} não aceita o modo como este ficheiro foi assinado.',
  'issuer-key.other-purpose':
    'A chave da entidade emissora foi usada para outro fim que não a emissão.',
  'issuer-key.unsigned': 'Ninguém assinou este ficheiro, por isso não há chave para examinar.',

  'issuer-trust.known': '{name} consta de {list}.',
  'issuer-trust.by-authority':
    '{name} é identificada por {authority}, uma autoridade de certificação em {list}.',
  'issuer-trust.known-test': '{name} consta de {list}, que serve apenas para testes e exemplos.',
  'issuer-trust.not-known-here':
    'Esta entidade emissora não está em nenhuma lista de confiança usada aqui. Isso não a torna falsa.',
  'issuer-trust.not-at-that-time':
    'Segundo {list}, {name} não estava habilitada no momento da emissão.',
  'issuer-trust.may-not-award':
    'Segundo {list}, {name} não pode atribuir esta microcredencial: {detail}',
  'issuer-trust.list-out-of-date':
    '{list} está desatualizada e não mostra se {name} continua a ser conhecida.',

  'status.not-revoked': 'Não foi retirada.',
  'status.none':
    'A entidade emissora não previu nenhuma forma de retirar esta microcredencial mais tarde.',
  'status.revoked': 'A entidade emissora retirou esta microcredencial.',
  'status.suspended': 'A entidade emissora suspendeu esta microcredencial por agora.',
  'status.unreadable': 'Não foi possível saber se foi retirada.',
  'status.out-of-date':
    'A lista das credenciais retiradas está desatualizada, por isso não foi possível decidir.',
  'status.not-genuine':
    'A lista das credenciais retiradas não é autêntica, por isso não foi possível decidir.',
  'status.not-usable': 'A lista das credenciais retiradas não dá uma resposta utilizável: {detail}',
  'status.unsupported':
    'A entidade emissora retira credenciais de uma forma que a Tessera não conhece.',

  'dates.in-force': 'Está em vigor no momento da verificação.',
  'dates.not-yet': 'Ainda não está em vigor.',
  'dates.expired': 'Expirou.',
  'dates.signed-in-future': 'Afirma ter sido assinada no futuro.',
  'dates.proof-expired': 'A própria assinatura só devia valer até um momento que já passou.',
  'dates.contradictory': 'Termina antes de começar.',
  'dates.unreadable': 'As suas datas não podem ser lidas; não foi possível decidir este ponto.',

  'holder.not-asked': 'Não se verificou quem mostra este ficheiro; compare o nome com a pessoa.',
  'holder.bound':
    'É mostrada pela pessoa a quem foi emitida, que o provou com a sua própria chave.',
  'holder.no-presentation': 'Foi pedida uma prova da pessoa titular, e não existe.',
  'holder.changed': 'A prova da pessoa titular não corresponde a este ficheiro.',
  'holder.no-key':
    'Não foi possível obter a chave da pessoa titular, por isso a prova não foi verificada.',
  'holder.other-request': 'A prova da pessoa titular foi feita para outro pedido.',
  'holder.not-fresh': 'A prova da pessoa titular é demasiado antiga ou está no futuro.',
  'holder.not-subject': 'É mostrada por alguém que não é a pessoa a que se refere.',
  'holder.not-bound':
    'Esta microcredencial não está ligada a nenhuma chave, por isso não se pode provar quem é titular.',

  'not-reached': 'Não foi verificado, porque não foi possível ler o ficheiro.',
}
