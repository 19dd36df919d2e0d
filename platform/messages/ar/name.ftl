### A learner looks at the spelling of their name before sealing. For everybody: all ten languages.

name-title = هل كُتب اسمك كما يجب؟
name-lead = ستمنحك { $organisation } قريبًا «{ $title }». سيُكتب اسمك عليها هكذا:
name-right = نعم، هو صحيح
name-wrong = لا، يُكتب بطريقة أخرى
name-wrong-hint = اكتبه من فضلك كما في وثيقة هويتك. تنظر الجامعة فيه قبل استخدامه.
name-given = الاسم الأول
name-family = اسم العائلة
name-full = الاسم الكامل
name-full-hint = إذا لم يكن اسمك من اسم أول واسم عائلة، أو كان يُكتب بخط آخر.
name-send = إرسال
name-missing = اكتب اسمك الأول واسم عائلتك، أو اسمك الكامل.
name-confirmed = شكرًا لك
name-confirmed-what = سيُكتب اسمك كما هو ظاهر. لا شيء آخر عليك فعله؛ ستصلك رسالة عندما تصبح الشهادة المصغّرة جاهزة.
name-proposed = شكرًا لك، وصلنا ذلك
name-proposed-what = تنظر الجامعة في كتابتك قبل ختم أي شيء.
name-too-late = فات أوان تغييره هنا
name-too-late-what = الشهادة المصغّرة قيد الإعداد أو أُعدّت. عندما تستلمها اختر «هناك خطأ ما» في صفحتها.
