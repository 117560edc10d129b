# Las personas a las que alguien ha pagado.

people-title = Todos a los que ha pagado
people-search = Buscar a alguien
people-search-hint = Un nombre, o cómo le llama usted
people-search-button = Buscar
people-everybody = Ver a todos
people-more = Ver a las { $many } personas
people-none = No hay nadie en esta lista. Aquí estarán las personas a las que pague.
people-nobody = No hemos encontrado a nadie como «{ $wanted }».
people-found =
    { $count ->
        [one] Hemos encontrado a una persona como «{ $wanted }».
        [many] Hemos encontrado a { $many } de personas como «{ $wanted }».
       *[other] Hemos encontrado a { $many } personas como «{ $wanted }».
    }
people-about = Cuenta acabada en { $end }. Último pago: { $amount } el { $day }.
people-called = «{ $nickname }»
people-favourite = Favorito
people-again = Pagar otra vez
people-off-title = Fuera de la lista
people-off = { $name } ya no está en la lista. Sus pagos siguen como están.
people-put-back = Volver a poner
people-new = Alguien nuevo

person-number = Número de cuenta
person-last = Último pago
person-last-on = { $amount } el { $day }
person-payment = Ver ese pago
person-nickname = ¿Cómo le llama usted?
person-nickname-hint = Solo lo ve usted. Déjelo vacío si no quiere ninguno.
person-nickname-save = Guardar
person-saved-title = Guardado
person-saved = Hemos guardado cómo llama usted a { $name }.
person-saved-none = Usted llama a { $name } por su propio nombre.
person-list = Su lista
person-favourite-about = Los favoritos van primero.
person-favourite-add = Hacer favorito
person-favourite-end = Quitar de favoritos
person-off-about = Si le paga otra vez, volverá a la lista.
person-off = Quitar de la lista
person-not-listed-title = No está en su lista
person-not-listed = Quitó a { $name } de la lista. Sus pagos siguen como están.
