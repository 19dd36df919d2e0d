verify-title = Чи справжня ця мікрокваліфікація?
verify-lead = Додайте файл, який вам дали. Одразу видно, чи він справжній і чинний, що людина вміє та як це оцінили.
verify-files = Файл або кілька
verify-files-hint = European Digital Credential, Open Badge (JSON, токен, PNG, SVG) або SD-JWT VC. Щонайбільше файлів за раз: { $most }.
verify-text = Або його текст
verify-text-hint = Вставте те, що вам надіслали, від першого знака до останнього.
verify-go = Перевірити
verify-privacy = Те, що ви додаєте, перевіряють і забувають: нічого не зберігають, і ніхто не дізнається, що ви перевіряли.
verify-device = Нікуди не надсилаючи файл
verify-device-text = Та сама перевірка може відбутися на вашому пристрої: файл його не залишає, і ніхто не дізнається, що ви перевіряли. Відкрита сторінка працює й без з’єднання.
verify-device-go = Перевірити на цьому пристрої
verify-nothing = Виберіть файл або вставте його текст.
verify-too-many = За раз можна перевірити щонайбільше файлів: { $most }.
verify-answer-title = Відповідь
verify-valid-by = Видав { $issuer }, { $date }; без змін і чинна.
verify-valid = Справжня, від відомого видавця і чинна.
verify-invalid = Не покладайтеся на цей файл.
verify-unknown = Вирішити не вдалося. Вона може бути справжньою або ні.
verify-unread = Тут немає нічого, що можна було б перевірити.
verify-fictitious = Приклад: організації вигадані, і це не справжня кваліфікація.
verify-says-invalid = Ні на що з наведеного нижче не можна покладатися.
verify-says-unknown = Не все наведене нижче підтверджено.
verify-compare = Порівняйте зі своїм примірником
verify-compare-text = Папір і сторінки можна змінити, скріплене печаткою — ні. Ці слова мають бути такі самі на тому, що вам дали.
verify-compare-name = Ім’я
verify-compare-title = Назва
verify-compare-grade = Оцінка
verify-compare-date = Надано
verify-compare-issuer = Видавець
verify-checks = Що перевірено
verify-check-format = Файл
verify-check-signature = Печатка
verify-check-issuer-key = Ключ печатки
verify-check-issuer-trust = Видавець
verify-check-status = Відкликання
verify-check-dates = Дати
verify-check-holder = Хто показує
verify-passed = гаразд
verify-failed = не гаразд
verify-undecided = не визначено
verify-left = лишається вам
verify-checked-at = Перевірено: { $time }.
verify-details = Технічні подробиці
verify-details-format = Формат
verify-details-id = Ідентифікатор
verify-details-hash = SHA-256 файлу
verify-details-conforms = відповідає
verify-many =
    { $count ->
        [one] Перевірено { $count } файл
        [few] Перевірено { $count } файли
        [many] Перевірено { $count } файлів
       *[other] Перевірено { $count } файлу
    }
verify-table = Кожен файл і відповідь
verify-table-file = Файл
verify-table-answer = Відповідь
verify-pasted = Вставлений текст
verify-again = Перевірити інший файл
verify-report = Ця сторінка — ваш звіт: надрукуйте її або збережіть як PDF. У ній час перевірки, а в «Технічних подробицях» — відбиток файлу.
