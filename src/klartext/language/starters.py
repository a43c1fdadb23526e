"""Words that show whether a new sentence begins after a doubtful full stop."""

from __future__ import annotations

from klartext.language.word_sets import words

_STARTERS = words(
    """
    Ab Aber Abschließend Allein Alle Allem Allen Aller Allerdings Alles Als Also Am An Andere
    Anderenfalls Andernfalls Anders Angesichts Anhand Anschließend Ansonsten Anstatt Anstelle Auch
    Auf Aufgrund Aus Außer Außerdem Außerhalb Bald Bei Beide Beim Beispielsweise Bereits Besonders
    Bevor Binnen Bis Bisher Bitte Da Dabei Dadurch Dafür Dagegen Daher Dahin Damals Damit Danach
    Daneben Dann Daran Darauf Daraufhin Daraus Darin Darüber Darum Darunter Das Dass Davon Davor
    Dazu Deine Dem Demgegenüber Demnach Den Denen Denn Dennoch Der Deren Derzeit Des Deshalb
    Dessen Deswegen Die Dies Diese Diesem Diesen Dieser Dieses Doch Dort Drei Durch Ebenfalls
    Ebenso Eigene Ein Eine Einem Einen Einer Eines Einerseits Einige Einzelne Entgegen
    Entscheidend Entsprechend Entsprechendes Er Ergibt Erst Erste Ersten Es Etwa Etwas Falls Fehlt
    Ferner Folgende Folglich Für Gegebenenfalls Gegen Gegenüber Geht Gehen Gemäß Genauso Gerade
    Gern Gerne Gibt Gilt Gleich Gleiches Gleichzeitig Grundsätzlich Haben Hat Heute Hier Hierbei
    Hierdurch Hierfür Hiergegen Hiermit Hiernach Hierüber Hierunter Hiervon Hierzu Hinsichtlich
    Hinter Ich Ihm Ihn Ihnen Ihr Ihre Ihrem Ihren Ihrer Ihres Im Immer In Indem Infolge Innerhalb
    Insbesondere Insgesamt Insofern Insoweit Inzwischen Ist Ja Je Jede Jedem Jeden Jeder Jedes
    Jedoch Jetzt Jeweils Kann Kein Keine Keinem Keinen Keiner Können Könnte Künftig Laut Lediglich
    Legen Liegen Liegt Man Manche Mehr Mehrere Mein Meine Meist Meistens Melden Mit Möchten Muss
    Müssen Nach Nachdem Natürlich Neben Nehmen Nein Nicht Nichts Nie Niemand Noch Normalerweise
    Nun Nur Ob Obwohl Oder Oft Ohne Plötzlich Reichen Schließlich Schicken Schon Sehr Sein Seine
    Seinem Seinen Seiner Seit Seitdem Selbst Senden Sie Sind So Sobald Sodann Sofern Sofort
    Solange Solche Soll Sollte Sollten Somit Sonst Soweit Sowie Sowohl Später Sämtliche Teilen
    Trotz Trotzdem Über Überdies Um Und Unabhängig Ungeachtet Uns Unser Unsere Unseren Unserer
    Unter Viele Vielleicht Vielmehr Vom Von Vor Vorher Vorliegend Während Wann War Waren Warum Was
    Wegen Weil Weitere Weiter Weiterhin Welche Welcher Wenden Wenn Wer Werden Weshalb Wie Wieder
    Wieso Wir Wird Wo Wobei Wurde Wurden Würde Zahlen Zu Zudem Zuerst Zuletzt Zum Zumindest
    Zunächst Zur Zusammen Zusätzlich Zuvor Zwar Zwei Zwischen Bringen Füllen Geben Beachten Prüfen
    Rufen Schreiben Kommen Achten Nutzen Wählen Klicken Lassen Stellen Halten Verwenden Warten
    Darf Dürfen Dürfte Maßgeblich Zwingend Erforderlich Wichtig Zuständig Unberührt Ebensowenig
    Gleichwohl Mithin Nachfolgend Nähere Näheres Dementsprechend Demzufolge Dementgegen
    Desweiteren Ausnahmsweise Aktuell Bislang Zwischenzeitlich Nunmehr Alsdann
    """
)

TAKES_NUMBER = words(
    """
    Nr Nr. Nummer Nummern Nrn Ziffer Ziffern Ziff Absatz Absätze Absätzen Abs Satz Sätze Sätzen
    Artikel Artikels Art Paragraf Paragraph § §§ Buchstabe Buchstaben Buchst Seite Seiten Zimmer
    Raum Haus Gebäude Steuerklasse Pflegegrad Stufe Zone Anlage Anlagen Anhang Kapitel Abschnitt
    Teil Punkt Tabelle Abbildung Halbsatz Alternative Variante Rn Rdnr Randnummer Phase Spalte
    Zeile Schritt Linie Tor Gleis Fußnote Anmerkung Klasse Gruppe Typ Kategorie Entgeltgruppe
    Besoldungsgruppe Telefon Telefonnummer Nebenstelle Durchwahl Notruf Hausnummer Postleitzahl
    Kennziffer Version Band Jahr Jahre Jahren Jahres Hartz Wert Block Spiegelstrich Fall Form
    Haushaltsjahr Schuljahr Buchst lit Lit Unterabschnitt Absatzes Satzes
    """
)
"""After these words a number is counted, never an ordinal."""

ORDINAL_CUES = words(
    "am im vom zum zur beim der die das des dem den ein eine einem einen einer eines"
)
"""Right before a number with a full stop these words announce an ordinal."""

ORDINAL_NOUNS = words(
    """
    Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Jan
    Feb Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez Tag Tage Tages Woche Monat Monats Monates Jahr
    Jahrhundert Jahrhunderts Jahrestag Lebensjahr Lebensjahres Lebensjahrs Lebensmonat
    Lebensmonats Lebenswoche Lebenswochen Geburtstag Schwangerschaftswoche Kalendertag Werktag
    Stock Stockwerk Etage Obergeschoss Geschoss OG UG Klasse Schuljahr Ausbildungsjahr Lehrjahr
    Semester Halbjahr Quartal Quartals Kapitel Abschnitt Sitzung Auflage Aufl Edition Buch Buches
    Änderung Änderungssatzung Änderungsgesetz Änderungsverordnung Nachtrag Verordnung
    Durchführungsverordnung BImSchV Halbsatz Hs Halbs Alt Alternative Var Variante Spiegelstrich
    Kammer Senat Zivilsenat Strafsenat Instanz Grades Grad Rang Mahnung Rate Person Kind Kindes
    Stufe Schritt Teil Teils Mal Wahlperiode Legislaturperiode Senats Bürgermeister Beigeordneter
    Vorsitzender Vorsitzende
    """
)


def is_starter(word: str) -> bool:
    """Whether a capitalised word is hardly ever a noun, so that it begins a sentence."""
    return word in _STARTERS
