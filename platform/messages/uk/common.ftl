common-skip = До змісту
common-language = Мова
common-navigation = Головне меню
common-nav-cohorts = Групи
common-nav-people = Люди
common-nav-stop = Зупинка
common-nav-mine = Мої мікрокваліфікації
common-nav-verify = Перевірити
common-account = Мій обліковий запис
common-sign-in = Увійти
common-sign-out = Вийти
common-creed = Видають університети, зберігають ті, хто навчався, перевірити може кожен.
common-about-nav = Про цей сервіс
common-about = Про сервіс
common-privacy = Приватність
common-accessibility = Доступність
common-optional = (необов’язково)
common-error = Помилка:
common-mend =
    { $count ->
        [one] Треба виправити { $count } місце
        [few] Треба виправити { $count } місця
        [many] Треба виправити { $count } місць
       *[other] Треба виправити { $count } місця
    }
common-download = Завантажити
common-step-done = (зроблено)
common-progress = { $done } з { $all } ({ $share })
common-state-valid = Дійсна
common-state-invalid = Недійсна
common-state-unknown = Не визначено
common-continue = Далі
common-save = Зберегти
common-cancel = Скасувати
common-back = Назад
