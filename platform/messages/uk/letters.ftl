letters-hello = Вітаємо, { $name }!
letters-from = { $organisation }
letters-why = Ви отримали цей лист, бо { $organisation } зберігає запис про ваше навчання. У листі немає стеження.
letters-ask = Щось не так? Відкрийте сторінку вище й виберіть «Щось не так».

letters-awarded-subject = { $organisation }: ваша мікрокваліфікація «{ $title }»
letters-awarded-text = { $organisation } надає вам мікрокваліфікацію «{ $title }». Ви можете її побачити, зберегти її файли й показати іншим. Обліковий запис не потрібен.
letters-awarded-do = Побачити вашу мікрокваліфікацію:
letters-awarded-note = Посилання лише для вас. Вас також запитають про те, що знаєте тільки ви й університет, наприклад дату народження.

letters-reminder-subject = { $organisation }: мікрокваліфікація «{ $title }» досі чекає
letters-reminder-text = Деякий час тому { $organisation } надав вам мікрокваліфікацію «{ $title }». Ви її ще не відкривали. Вона лишається вашою й лишається тут.
letters-reminder-do = Побачити вашу мікрокваліфікацію:
letters-reminder-note = Посилання лише для вас. Вас також запитають про те, що знаєте тільки ви й університет, наприклад дату народження.

letters-corrected-subject = { $organisation }: «{ $title }» виправлено
letters-corrected-text = { $organisation }: вашу мікрокваліфікацію «{ $title }» виправлено. Нова заступає попередню, яка більше не дійсна. Причина: { $reason }
letters-corrected-do = Побачити виправлену мікрокваліфікацію:
letters-corrected-note = Якщо ви комусь давали старий файл, дайте йому новий. Старе посилання пояснює, що сталося.

letters-withdrawn-subject = { $organisation }: «{ $title }» відкликано
letters-withdrawn-text = { $organisation }: вашу мікрокваліфікацію «{ $title }» відкликано. Відтепер про це каже кожна перевірка. Причина: { $reason }
letters-withdrawn-do = Подивитися, що ви можете зробити:
letters-withdrawn-note = Якщо ви не згодні, дайте відповідь університету з цієї сторінки. Він мусить вам відповісти.

letters-annulled-subject = { $organisation }: «{ $title }» визнано нікчемною
letters-annulled-text = { $organisation }: вашу мікрокваліфікацію «{ $title }» визнано нікчемною, бо її не слід було видавати. Відтепер кожна перевірка каже, що вона недійсна. Причина: { $reason }
letters-annulled-do = Подивитися, що ви можете зробити:
letters-annulled-note = Якщо ви не згодні, дайте відповідь університету з цієї сторінки. Він мусить вам відповісти.

letters-suspended-subject = { $organisation }: дію «{ $title }» призупинено
letters-suspended-text = { $organisation }: дію вашої мікрокваліфікації «{ $title }» призупинено, доки не з’ясують одне питання. Доти про це каже кожна перевірка. Причина: { $reason }
letters-suspended-do = Подивитися, що ви можете зробити:
letters-suspended-note = Коли буде рішення, ви отримаєте ще один лист.

letters-restored-subject = { $organisation }: «{ $title }» знову дійсна
letters-restored-text = { $organisation }: дію вашої мікрокваліфікації «{ $title }» відновлено. Вона знову дійсна. Причина: { $reason }
letters-restored-do = Побачити вашу мікрокваліфікацію:
letters-restored-note = Файли й посилання, які ви дали іншим, теж знову дійсні; нових не треба.

letters-answered-subject = { $organisation }: відповідь щодо «{ $title }»
letters-answered-text = { $organisation } відповідає на те, що ви написали про свою мікрокваліфікацію «{ $title }».
letters-answered-do = Прочитати відповідь:
letters-answered-note = Посилання лише для вас.

letters-names-subject = { $organisation }: чи правильно написано Ваше ім’я?
letters-names-text = { $organisation } незабаром присвоїть Вам мікрокваліфікацію «{ $title }». Будь ласка, перевірте, як на ній буде написано Ваше ім’я. Якщо нічого не робити, воно буде таким, як у записах університету.
letters-names-do = Перевірити ім’я:
letters-names-note = Це займе пів хвилини, обліковий запис не потрібен.
