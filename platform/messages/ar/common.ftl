common-skip = انتقل إلى المحتوى
common-language = اللغة
common-navigation = القائمة الرئيسية
common-nav-cohorts = المجموعات
common-nav-people = الأشخاص
common-nav-stop = مفتاح الإيقاف
common-nav-mine = شهاداتي المصغّرة
common-nav-verify = التحقق
common-account = حسابي
common-sign-in = تسجيل الدخول
common-sign-out = تسجيل الخروج
common-creed = تصدرها الجامعات، ويحتفظ بها المتعلمون، ويستطيع أيّ شخص التحقق منها.
common-about-nav = عن هذه الخدمة
common-about = عن الخدمة
common-privacy = الخصوصية
common-accessibility = سهولة الوصول
common-optional = (اختياري)
common-error = خطأ:
common-mend =
    { $count ->
        [zero] لا شيء يحتاج إلى تصحيح
        [one] أمر واحد يحتاج إلى تصحيح
        [two] أمران يحتاجان إلى تصحيح
        [few] { $count } أمور تحتاج إلى تصحيح
        [many] { $count } أمرًا يحتاج إلى تصحيح
       *[other] { $count } أمر يحتاج إلى تصحيح
    }
common-download = تنزيل
common-step-done = (تمّ)
common-progress = { $done } من { $all } ({ $share })
common-state-valid = صالحة
common-state-invalid = غير صالحة
common-state-unknown = غير محسوم
common-continue = متابعة
common-save = حفظ
common-cancel = إلغاء
common-back = رجوع
