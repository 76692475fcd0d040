extension LanguageProfile {
    /// Common words first, then sentences as customers write them.
    static let portuguese = LanguageProfile(
        language: "pt",
        sample: """
            o a os as de do da dos das que e em um uma uns umas para com não por mais como mas ao aos à às no na nos nas
            se foi ser é são está estão estou tem tenho têm ele ela eles eu você vocês nós meu minha meus minhas seu sua
            seus nosso nossa isso isto este esta esse essa aquele muito muita bem já ainda também só até sem sobre entre
            depois antes quando onde porque quem qual quanto posso pode podem poderia gostaria quero queria devo era
            havia há nunca sempre nada ninguém algo alguém hoje amanhã ontem semana dias dois duas três obrigado
            obrigada olá sim pelo pela outro outra mesmo fazer feito ter sido bom dia, gostaria de saber quando vai
            chegar a minha encomenda. muito obrigado pela vossa ajuda. ainda não recebi nada e ninguém respondeu ao meu
            e-mail. podem dizer-me onde está o pacote? desculpe incomodar outra vez, mas continuo à espera. a caixa
            estava danificada e falta uma chávena. não quero ficar com ele, posso devolver e receber o meu dinheiro de
            volta? o meu cartão foi cobrado duas vezes. não consigo entrar na minha conta, esqueci a senha. isto é muito
            chato. estamos muito satisfeitos com tudo, a chaleira funciona e é bonita. quanto custa? tem em azul? a que
            horas abrem amanhã de manhã? ontem liguei para a loja mas a linha estava ocupada. há um erro na fatura, a
            morada está errada, o endereço não é esse. com os melhores cumprimentos, atenciosamente, boa tarde, boa
            noite, caros senhores. preciso dele até sexta-feira para o aniversário da minha filha. por favor cancelem o
            meu pedido. cabe no forno? disseram-me que alguém me ligaria esta semana. o aparelho está avariado e já não
            liga. a entrega não chegou e a reclamação não teve resposta.
            """)
}
