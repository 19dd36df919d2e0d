verify-title = هل هذه الشهادة المصغّرة أصلية؟
verify-lead = أحضر الملف الذي أُعطيته. ترى فورًا هل هو أصلي وما زال ساريًا، وماذا يستطيع صاحبه أن يفعل، وكيف قُيّم ذلك.
verify-files = الملف، أو عدة ملفات
verify-files-hint = European Digital Credential أو Open Badge (‏JSON أو رمز مميّز أو PNG أو SVG) أو SD-JWT VC. أقصى عدد للملفات دفعة واحدة: { $most }.
verify-text = أو نصه
verify-text-hint = الصق ما أُرسل إليك من أول حرف إلى آخره.
verify-go = تحقق
verify-privacy = ما تُحضره يُفحص ويُنسى: لا يُحفظ منه شيء، ولا يعلم أحد مما تحققت.
verify-device = دون إرسال الملف إلى أيّ مكان
verify-device-text = يمكن أن يجري التحقق نفسه على جهازك: لا يغادره الملف، ولا يعلم أحد أنك تحققت. وتعمل الصفحة بعد فتحها من دون اتصال أيضًا.
verify-device-go = التحقق على هذا الجهاز
verify-nothing = اختر ملفًا أو الصق نصه.
verify-too-many = أقصى عدد من الملفات يمكن التحقق منها دفعة واحدة: { $most }.
verify-answer-title = الجواب
verify-valid-by = أصدرتها { $issuer } في { $date }، ولم تتغيّر، وهي سارية.
verify-valid = أصلية، من جهة معروفة، وسارية.
verify-invalid = لا تعتمد على هذا الملف.
verify-unknown = تعذّر الحسم. قد تكون أصلية وقد لا تكون.
verify-unread = لا يوجد هنا ما يمكن التحقق منه.
verify-fictitious = مثال: المؤسسات مُتخيَّلة وهذه ليست شهادة حقيقية.
verify-says-invalid = لا يُعتمد على شيء مما يلي.
verify-says-unknown = ليس كل ما يلي مؤكَّدًا.
verify-compare = قارن بنسختك
verify-compare-text = يمكن تغيير الورق والصفحات، أما المختوم فلا. يجب أن تكون هذه الكلمات نفسها في ما أُعطيته.
verify-compare-name = الاسم
verify-compare-title = العنوان
verify-compare-grade = الدرجة
verify-compare-date = مُنحت في
verify-compare-issuer = المُصدر
verify-checks = ما الذي فُحص
verify-check-format = الملف
verify-check-signature = الختم
verify-check-issuer-key = مفتاح الختم
verify-check-issuer-trust = المُصدر
verify-check-status = السحب
verify-check-dates = التواريخ
verify-check-holder = من يعرضها
verify-passed = سليم
verify-failed = غير سليم
verify-undecided = غير محسوم
verify-left = متروك لك
verify-checked-at = فُحص في { $time }.
verify-details = تفاصيل تقنية
verify-details-format = الصيغة
verify-details-id = المعرّف
verify-details-hash = ‏SHA-256 للملف
verify-details-conforms = مطابق
verify-many =
    { $count ->
        [zero] لم يُفحص أيّ ملف
        [one] فُحص ملف واحد
        [two] فُحص ملفان
        [few] فُحصت { $count } ملفات
        [many] فُحص { $count } ملفًا
       *[other] فُحص { $count } ملف
    }
verify-table = كل ملف وجوابه
verify-table-file = الملف
verify-table-answer = الجواب
verify-pasted = نص ملصق
verify-again = التحقق من ملف آخر
verify-report = هذه الصفحة هي تقريرك: اطبعها أو احفظها بصيغة PDF. فيها وقت التحقق، وفي «تفاصيل تقنية» بصمة الملف.
