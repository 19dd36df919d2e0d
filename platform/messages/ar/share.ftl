share-title = اعرضها برابط
share-lead = من لديه الرابط يرى ما تختاره أنت بلا حساب. ولا يجده أحد غيره. ويمكنك إيقافه في أيّ وقت.
share-what = ماذا ينبغي أن يُظهر؟
share-preset-employer = ما يحتاج إليه صاحب عمل
share-preset-employer-hint = اسمك، وما تستطيع فعله، وكيف قُيّم، ونتيجتك. من دون تاريخ ميلادك ورقمك الجامعي.
share-preset-only = أنني أحملها فقط
share-preset-only-hint = اسمك، والعنوان، ومن أصدرها ومتى. بلا نتيجة.
share-preset-everything = كل شيء
share-preset-everything-hint = كل ما فيها، مع تاريخ الميلاد والرقم الجامعي إن وُجدا، والملفات المختومة.
share-what-missing = اختر ما ينبغي أن يُظهره الرابط.
share-lasts = كم من الوقت ينبغي أن يعمل؟
share-lasts-week = أسبوعًا واحدًا
share-lasts-month = 30 يومًا
share-lasts-half = نصف سنة
share-lasts-always = حتى أوقفه
share-lasts-missing = اختر كم من الوقت ينبغي أن يعمل.
share-label = لأيّ غرض هو؟
share-label-hint = لا يراه إلا أنت، مثل «طلب وظيفة، الربيع».
share-label-wrong = اكتب 100 حرف على الأكثر في سطر واحد.
share-make = إنشاء الرابط
share-too-many = لديك روابط كثيرة مفتوحة. أوقف واحدًا منها أولًا.
share-links = روابطك
share-none = لا توجد روابط. لا أحد يرى شهادتك المصغّرة هنا.
share-open = يعمل
share-no-end = حتى توقفه
share-until = حتى { $date }
share-over = انتهى في { $date }
share-closed = أُوقف في { $date }
share-close = إيقاف
share-linkedin = إضافة إلى LinkedIn بهذا الرابط
share-qr = رمز يفتح الرابط «{ $name }»
share-seen-never = لم يُفتح بعد.
share-seen =
    { $count ->
        [zero] لم يُفتح، { $date }
        [one] فُتح مرة واحدة، في { $date }
        [two] فُتح مرتين، آخرهما في { $date }
        [few] فُتح { $count } مرات، آخرها في { $date }
        [many] فُتح { $count } مرة، آخرها في { $date }
       *[other] فُتح { $count } مرة، آخرها في { $date }
    }
share-seen-days = الأيام التي فُتح فيها
share-seen-day = اليوم
share-seen-count = عدد المرات
share-reader-employer = اختار صاحبها أن يعرض عليك هذا: ما يستطيع فعله وكيف قُيّم.
share-reader-only = اختار صاحبها أن يعرض عليك أنه يحمل هذه الشهادة المصغّرة فقط.
share-reader-everything = اختار صاحبها أن يعرض عليك كل شيء عن هذه الشهادة المصغّرة.
share-check = تحقق بنفسك
share-check-text = لا تعتمد على هذه الصفحة وحدها. نزّل الملف المختوم وتحقق منه؛ فهو يقول بنفسه هل هو أصلي.
share-file = ملف مختوم
share-file-use = يثبت ما تعرضه هذه الصفحة، وليس فيه شيء لم يختر صاحبه عرضه.
share-file-edc = European Digital Credential
share-file-ob3 = Open Badge
share-file-other = ملف مختوم
share-file-all-use = فيه كل ما ختمته الجامعة.
share-check-go = التحقق من ملف هنا
share-check-elsewhere = ويصلح لذلك أيضًا أيّ برنامج آخر يتحقق من European Digital Credentials أو Open Badges أو شهادات SD-JWT.
