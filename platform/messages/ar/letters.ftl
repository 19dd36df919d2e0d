letters-hello = تحية طيبة، { $name }،
letters-from = { $organisation }
letters-why = تصلك هذه الرسالة لأن { $organisation } تحفظ سجلّ ما تعلّمته. ولا تتضمن أيّ تتبّع.
letters-ask = هل هناك شيء غير صحيح؟ افتح الصفحة أعلاه واختر «هناك شيء غير صحيح».

letters-awarded-subject = { $organisation }: شهادتك المصغّرة «{ $title }»
letters-awarded-text = منحتك { $organisation } الشهادة المصغّرة «{ $title }». يمكنك أن تراها وتحتفظ بملفاتها وتعرضها على غيرك. لا تحتاج إلى حساب.
letters-awarded-do = لرؤية شهادتك المصغّرة:
letters-awarded-note = الرابط لك وحدك. وستُسأل أيضًا عن أمر لا يعرفه إلا أنت والجامعة، مثل تاريخ ميلادك.

letters-reminder-subject = { $organisation }: شهادتك المصغّرة «{ $title }» ما زالت تنتظرك
letters-reminder-text = منحتك { $organisation } قبل مدة الشهادة المصغّرة «{ $title }». لم تفتحها بعد. وهي باقية لك وباقية هنا.
letters-reminder-do = لرؤية شهادتك المصغّرة:
letters-reminder-note = الرابط لك وحدك. وستُسأل أيضًا عن أمر لا يعرفه إلا أنت والجامعة، مثل تاريخ ميلادك.

letters-corrected-subject = { $organisation }: صُحّحت «{ $title }»
letters-corrected-text = صحّحت { $organisation } شهادتك المصغّرة «{ $title }». وحلّت شهادة جديدة محل القديمة التي لم تعد صالحة. السبب: { $reason }
letters-corrected-do = لرؤية الشهادة المصغّرة المصحّحة:
letters-corrected-note = إذا كنت قد أعطيت أحدًا الملف القديم فأعطه الجديد. والرابط القديم يوضّح ما حدث.

letters-withdrawn-subject = { $organisation }: سُحبت «{ $title }»
letters-withdrawn-text = سحبت { $organisation } شهادتك المصغّرة «{ $title }». ومن الآن يقول كل تحقق ذلك. السبب: { $reason }
letters-withdrawn-do = لمعرفة ما يمكنك فعله:
letters-withdrawn-note = إن لم توافق فأجب الجامعة من تلك الصفحة. وعليها أن تجيبك.

letters-annulled-subject = { $organisation }: أُعلن بطلان «{ $title }»
letters-annulled-text = أعلنت { $organisation } بطلان شهادتك المصغّرة «{ $title }»: ما كان ينبغي أن تُصدر أصلًا. ومن الآن يقول كل تحقق إنها غير صالحة. السبب: { $reason }
letters-annulled-do = لمعرفة ما يمكنك فعله:
letters-annulled-note = إن لم توافق فأجب الجامعة من تلك الصفحة. وعليها أن تجيبك.

letters-suspended-subject = { $organisation }: عُلّقت «{ $title }»
letters-suspended-text = علّقت { $organisation } شهادتك المصغّرة «{ $title }» إلى أن تُحسم مسألة. وحتى ذلك الحين يقول كل تحقق ذلك. السبب: { $reason }
letters-suspended-do = لمعرفة ما يمكنك فعله:
letters-suspended-note = ستصلك رسالة أخرى عند اتخاذ القرار.

letters-restored-subject = { $organisation }: «{ $title }» صالحة من جديد
letters-restored-text = أنهت { $organisation } تعليق شهادتك المصغّرة «{ $title }». وهي صالحة من جديد. السبب: { $reason }
letters-restored-do = لرؤية شهادتك المصغّرة:
letters-restored-note = الملفات والروابط التي أعطيتها لغيرك صالحة من جديد كذلك؛ ولا حاجة إلى غيرها.

letters-answered-subject = { $organisation }: جواب بشأن «{ $title }»
letters-answered-text = أجابت { $organisation } عمّا كتبته بشأن شهادتك المصغّرة «{ $title }».
letters-answered-do = لقراءة الجواب:
letters-answered-note = الرابط لك وحدك.

letters-names-subject = { $organisation }: هل كُتب اسمك كما يجب؟
letters-names-text = ستمنحك { $organisation } قريبًا الشهادة المصغّرة «{ $title }». انظر من فضلك كيف سيُكتب اسمك عليها. إن لم تفعل شيئًا فسيُكتب كما هو مسجّل لدى الجامعة.
letters-names-do = انظر إلى اسمك:
letters-names-note = يستغرق ذلك نصف دقيقة ولا يحتاج إلى حساب.
