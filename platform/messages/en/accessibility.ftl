### The accessibility statement (Directive (EU) 2016/2102). For everybody.

accessibility-title = Accessibility
accessibility-lead = This service is meant to be usable by everyone: with a keyboard, a screen reader, large text, your own colours, a slow phone, or without scripts.
accessibility-state = How far we are
accessibility-state-text = We build to the Web Content Accessibility Guidelines 2.2, level AA. Every page is tested by machine (axe) in each state before a version is released, and the main tasks are run with the keyboard alone, at 400 % zoom, in forced colours and with scripts switched off.
accessibility-not = What is not yet known
accessibility-not-text = People who use screen readers every day have not yet tested the whole service. Names and titles are shown as universities wrote them, so their language may not be marked everywhere.
accessibility-files = The certificates
accessibility-files-text = Certificates in PDF are tagged and have a text for every picture. The same content is always on a web page as well.
accessibility-tell = Tell us
accessibility-tell-text = If something here stands in your way, write to the university whose page it was. It answers within a month. If you are not satisfied, turn to the body in your country that enforces web accessibility.
# $version: a date.
accessibility-version = Statement of { $version }
