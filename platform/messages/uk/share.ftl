share-title = Показати за посиланням
share-lead = Хто має посилання, бачить без облікового запису те, що ви вибрали. Ніхто інший його не знайде. Ви можете вимкнути його будь-коли.
share-what = Що воно має показувати?
share-preset-employer = Те, що потрібно роботодавцю
share-preset-employer-hint = Ваше ім’я, що ви вмієте, як це оцінили, ваш результат. Без дати народження й номера студента.
share-preset-only = Лише те, що я її маю
share-preset-only-hint = Ваше ім’я, назва, хто й коли видав. Без результату.
share-preset-everything = Усе
share-preset-everything-hint = Усе, з датою народження й номером студента, якщо вони там є, та скріпленими печаткою файлами.
share-what-missing = Виберіть, що має показувати посилання.
share-lasts = Як довго воно має працювати?
share-lasts-week = Один тиждень
share-lasts-month = 30 днів
share-lasts-half = Пів року
share-lasts-always = Доки я його не вимкну
share-lasts-missing = Виберіть, як довго воно має працювати.
share-label = Для чого воно?
share-label-hint = Це бачите тільки ви, наприклад «Заява, весна».
share-label-wrong = Щонайбільше 100 знаків в одному рядку.
share-make = Створити посилання
share-too-many = У вас багато відкритих посилань. Спершу вимкніть якесь.
share-links = Ваші посилання
share-none = Немає жодного. Тут ніхто не бачить вашої мікрокваліфікації.
share-open = Працює
share-no-end = доки ви його не вимкнете
share-until = до { $date }
share-over = Скінчилося { $date }
share-closed = Вимкнено { $date }
share-close = Вимкнути
share-linkedin = Додати до LinkedIn із цим посиланням
share-qr = Код, що відкриває посилання «{ $name }»
share-seen-never = Ще не відкривали.
share-seen =
    { $count ->
        [one] Відкрито { $count } раз, { $date }
        [few] Відкрито { $count } рази, востаннє { $date }
        [many] Відкрито { $count } разів, востаннє { $date }
       *[other] Відкрито { $count } разу, востаннє { $date }
    }
share-seen-days = Дні, коли його відкривали
share-seen-day = День
share-seen-count = Разів
share-reader-employer = Власник вирішив показати вам ось що: що він уміє та як це оцінили.
share-reader-only = Власник вирішив показати вам лише те, що має цю мікрокваліфікацію.
share-reader-everything = Власник вирішив показати вам усе про цю мікрокваліфікацію.
share-check = Перевірте самі
share-check-text = Не покладайтеся лише на цю сторінку. Завантажте скріплений печаткою файл і перевірте його; він сам каже, чи справжній.
share-file = Файл із печаткою
share-file-use = Доводить те, що показує ця сторінка, і не містить нічого, чого власник не вирішив показати.
share-file-edc = European Digital Credential
share-file-ob3 = Open Badge
share-file-other = Файл із печаткою
share-file-all-use = Містить усе, що скріпив печаткою університет.
share-check-go = Перевірити файл тут
share-check-elsewhere = Підійде й будь-яка інша програма, що перевіряє European Digital Credentials, Open Badges чи кваліфікації SD-JWT.
