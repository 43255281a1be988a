<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!--
Glossary, one word for one thing:
attribute Merkmal · audit log, log Protokoll · bookmark Merken, Merkliste · case Fall · coverage Abdeckung · crop Ausschnitt ·
detector Detektor · embed, look at auswerten · evidence Merkmalsbewertung · file number Aktenzeichen · filter Filter ·
footage Bildmaterial · frame Bild · gap Lücke · hit, result Treffer · job Auftrag · label Merkmalsangabe · lead Hinweis ·
model Modell · query, search Suche · rank reihen, Rang · report Bericht · review bewerten, Bewertung · score Wert, of a query Bewertung ·
source Quelle · track Bildfolge (not Spur: that is evidence) · weights Gewichte · zone Zone ·
confirmed bestätigt · rejected verworfen · unsure unklar · strong, fair, weak stark, mittel, schwach ·
agrees stimmt überein · contradicts widerspricht · cannot tell nicht erkennbar

Attributes stand as descriptions of persons do: the noun first, what is said of it unbent after it, "Oberteil rot".
A label that ends in its short label in lower case is joined: "Oberteil rot oder rosa", "Oberteil nicht rot".
No form of address; the infinitive or "bitte" instead.
-->
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Bolo</name>
    <message>
        <source>en</source>
        <comment>the code of the language</comment>
        <translation>de</translation>
    </message>
    <message numerus="yes">
        <source>{n} crops, all searchable</source>
        <extracomment>{n} crop, searchable</extracomment>
        <translation><numerusform>{n} Ausschnitt, durchsuchbar</numerusform><numerusform>{n} Ausschnitte, alle durchsuchbar</numerusform></translation>
    </message>
    <message>
        <source>Blind second review by {name}: only what {name} says is shown.</source>
        <translation>Blinde Zweitbewertung durch {name}: Es wird nur gezeigt, was {name} sagt.</translation>
    </message>
    <message>
        <source>End the second review</source>
        <translation>Zweitbewertung beenden</translation>
    </message>
    <message>
        <source>No model to search with</source>
        <translation>Kein Modell zum Suchen</translation>
    </message>
    <message>
        <source>Show the models</source>
        <translation>Modelle zeigen</translation>
    </message>
    <message>
        <source>This case was opened read-only.</source>
        <translation>Dieser Fall ist schreibgeschützt geöffnet.</translation>
    </message>
    <message>
        <source>{n} of {all} crops searchable</source>
        <translation>{n} von {all} Ausschnitten durchsuchbar</translation>
    </message>
    <message>
        <source>Shown read-only: {who}</source>
        <translation>Schreibgeschützt angezeigt: {who}</translation>
    </message>
    <message>
        <source>The case cannot be read ({reason}); check the drive that holds it, and open the case again.</source>
        <translation>Der Fall kann nicht gelesen werden ({reason}); bitte das Laufwerk prüfen und den Fall neu öffnen.</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Merkliste</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>note; who is added to the case needs the reason here</source>
        <translation>Notiz; für die Aufnahme in den Fall steht hier der Grund</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Keep as bookmark</source>
        <translation>Nur merken</translation>
    </message>
    <message>
        <source>Add to the case</source>
        <translation>In den Fall aufnehmen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Reports show these pictures and exports hold them. A picture is added to the case for a reason.</source>
        <translation>Berichte zeigen diese Ausschnitte, Exporte enthalten sie. Die Aufnahme in den Fall braucht einen Grund.</translation>
    </message>
    <message>
        <source>Nobody is bookmarked yet. B bookmarks the chosen pictures of a search.</source>
        <translation>Noch niemand ist gemerkt. B merkt die ausgewählten Ausschnitte einer Suche.</translation>
    </message>
    <message>
        <source>Say in the note why it is added.</source>
        <translation>In der Notiz den Grund der Aufnahme nennen.</translation>
    </message>
    <message>
        <source>{time:%Y-%m-%d %H:%M} UTC with Bolo {version}</source>
        <translation>{time:%d.%m.%Y %H:%M} UTC mit Bolo {version}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>File number</source>
        <translation>Aktenzeichen</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>why the footage is searched</source>
        <translation>weshalb das Bildmaterial durchsucht wird</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Report…</source>
        <translation>Bericht …</translation>
    </message>
    <message>
        <source>Sources and coverage</source>
        <translation>Quellen und Abdeckung</translation>
    </message>
    <message>
        <source>Second review…</source>
        <translation>Zweitbewertung …</translation>
    </message>
    <message>
        <source>Somebody else reviews without seeing these decisions</source>
        <translation>Jemand anderes bewertet, ohne diese Bewertungen zu sehen</translation>
    </message>
    <message>
        <source>Bookmarks…</source>
        <translation>Merkliste …</translation>
    </message>
    <message>
        <source>Notes, and who is added to the case</source>
        <translation>Notizen, und wer in den Fall aufgenommen ist</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>Was entschieden wurde</translation>
    </message>
    <message>
        <source>Confirm or bookmark somebody first.</source>
        <translation>Zuerst jemanden bestätigen oder merken.</translation>
    </message>
    <message>
        <source>{n} pictures were reviewed by more than one person, who differ on {m}: {named}.</source>
        <translation>{n} Ausschnitte wurden von mehr als einer Person bewertet, abweichend bei {m}: {named}.</translation>
    </message>
    <message>
        <source>{sources} sources, {crops} pictures of people, {searchable} of them searchable; {failed} files failed.</source>
        <translation>Quellen: {sources}, Personenausschnitte: {crops}, davon durchsuchbar: {searchable}; fehlerhafte Dateien: {failed}.</translation>
    </message>
    <message>
        <source>{n} pictures were reviewed by more than one person, who agree on all of them.</source>
        <translation>{n} Ausschnitte wurden von mehr als einer Person bewertet, alle übereinstimmend.</translation>
    </message>
    <message>
        <source>{n} bookmarked, {m} added to the case</source>
        <translation>{n} gemerkt, {m} in den Fall aufgenommen</translation>
    </message>
    <message>
        <source>{n} confirmed</source>
        <translation>{n} bestätigt</translation>
    </message>
    <message>
        <source>{n} rejected</source>
        <translation>{n} verworfen</translation>
    </message>
    <message>
        <source>{n} unsure</source>
        <translation>{n} unklar</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>When (UTC)</source>
        <translation>Wann (UTC)</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Wovon</translation>
    </message>
    <message>
        <source>“{words}”: {shown} shown of {ranked} ranked</source>
        <translation>„{words}“: {shown} gezeigt von {ranked} gereihten</translation>
    </message>
    <message>
        <source>picture {n}: brightness {brightness}, contrast {contrast}</source>
        <translation>Ausschnitt {n}: Helligkeit {brightness}, Kontrast {contrast}</translation>
    </message>
    <message>
        <source>picture {n}: frame shown {factor} times as large</source>
        <translation>Ausschnitt {n}: Bild {factor}-fach vergrößert gezeigt</translation>
    </message>
    <message>
        <source>hidden during the blind review</source>
        <translation>während der blinden Bewertung verborgen</translation>
    </message>
    <message>
        <source> by {name}</source>
        <translation> durch {name}</translation>
    </message>
    <message>
        <source>picture {n}: {state}</source>
        <translation>Ausschnitt {n}: {state}</translation>
    </message>
    <message>
        <source>its model was there before and stays</source>
        <translation>sein Modell gab es schon vorher, und es bleibt</translation>
    </message>
    <message>
        <source>picture {n}: {verdict}</source>
        <translation>Ausschnitt {n}: {verdict}</translation>
    </message>
    <message>
        <source>{n} of them</source>
        <translation>{n} davon</translation>
    </message>
    <message>
        <source>✓ The log is whole: {n} lines, none changed, taken out or put in. The last has the hash {hash}</source>
        <translation>✓ Das Protokoll ist unversehrt: {n} Zeilen, keine geändert, entfernt oder eingefügt. Die letzte hat den Hashwert {hash}</translation>
    </message>
    <message>
        <source>Look in the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen lines with their hashes (Ctrl+C)</source>
        <translation>Ausgewählte Zeilen mit ihren Hashwerten kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Check the log</source>
        <translation>Protokoll prüfen</translation>
    </message>
    <message>
        <source>Lines of the log, the latest first</source>
        <translation>Zeilen des Protokolls, die neueste zuerst</translation>
    </message>
    <message numerus="yes">
        <source>{n} lines</source>
        <extracomment>{n} line</extracomment>
        <translation><numerusform>{n} Zeile</numerusform><numerusform>{n} Zeilen</numerusform></translation>
    </message>
    <message>
        <source>{n} of {all} lines</source>
        <translation>{n} von {all} Zeilen</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>attributes changed</source>
        <translation>Merkmale geändert</translation>
    </message>
    <message>
        <source>bookmarked</source>
        <translation>gemerkt</translation>
    </message>
    <message>
        <source>camera changed</source>
        <translation>Kamera geändert</translation>
    </message>
    <message>
        <source>case described</source>
        <translation>Fall beschrieben</translation>
    </message>
    <message>
        <source>case made</source>
        <translation>Fall angelegt</translation>
    </message>
    <message>
        <source>contact sheet</source>
        <translation>Kontaktbogen</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>kopiert</translation>
    </message>
    <message>
        <source>demo descriptions stored</source>
        <translation>Demobeschreibungen gespeichert</translation>
    </message>
    <message>
        <source>model's evaluations removed</source>
        <translation>Auswertung eines Modells entfernt</translation>
    </message>
    <message>
        <source>exported</source>
        <translation>exportiert</translation>
    </message>
    <message>
        <source>hits new again</source>
        <translation>Treffer wieder neu</translation>
    </message>
    <message>
        <source>import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>labels exported</source>
        <translation>Merkmalsangaben exportiert</translation>
    </message>
    <message>
        <source>labels imported</source>
        <translation>Merkmalsangaben importiert</translation>
    </message>
    <message>
        <source>model activated</source>
        <translation>Modell aktiviert</translation>
    </message>
    <message>
        <source>new hits seen</source>
        <translation>neue Treffer gesehen</translation>
    </message>
    <message>
        <source>originals moved</source>
        <translation>Originale verschoben</translation>
    </message>
    <message>
        <source>report made</source>
        <translation>Bericht erstellt</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>bewertet</translation>
    </message>
    <message>
        <source>saved search changed</source>
        <translation>gespeicherte Suche geändert</translation>
    </message>
    <message>
        <source>saved search removed</source>
        <translation>gespeicherte Suche entfernt</translation>
    </message>
    <message>
        <source>saved search renamed</source>
        <translation>gespeicherte Suche umbenannt</translation>
    </message>
    <message>
        <source>saved search restored</source>
        <translation>gespeicherte Suche wiederhergestellt</translation>
    </message>
    <message>
        <source>saved searches run</source>
        <translation>gespeicherte Suchen ausgeführt</translation>
    </message>
    <message>
        <source>search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>search saved</source>
        <translation>Suche gespeichert</translation>
    </message>
    <message>
        <source>training decided</source>
        <translation>über Training entschieden</translation>
    </message>
    <message>
        <source>training discarded</source>
        <translation>Training verworfen</translation>
    </message>
    <message>
        <source>view light</source>
        <translation>Bildhelligkeit</translation>
    </message>
    <message>
        <source>view zoom</source>
        <translation>Ansicht vergrößert</translation>
    </message>
    <message>
        <source>used from now on</source>
        <translation>ab jetzt verwendet</translation>
    </message>
    <message>
        <source>added to the case</source>
        <translation>in den Fall aufgenommen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>bestätigt</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>kept for later</source>
        <translation>für später behalten</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>unreviewed</source>
        <translation>unbewertet</translation>
    </message>
    <message>
        <source>unsure</source>
        <translation>unsicher</translation>
    </message>
    <message>
        <source>Picture {n}, {where} — {state}</source>
        <translation>Ausschnitt {n}, {where} — {state}</translation>
    </message>
    <message>
        <source>What jobs run on; it is chosen in the settings</source>
        <translation>Worauf Aufträge laufen; gewählt wird es in den Einstellungen</translation>
    </message>
    <message>
        <source>Jobs run on: {device}</source>
        <translation>Aufträge laufen auf: {device}</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message numerus="yes">
        <source>CPU, {n} cores</source>
        <extracomment>CPU, {n} core</extracomment>
        <translation><numerusform>CPU, {n} Kern</numerusform><numerusform>CPU, {n} Kerne</numerusform></translation>
    </message>
    <message>
        <source>The folder or drive in which the footage lies now</source>
        <translation>Ordner oder Laufwerk, in dem das Bildmaterial jetzt liegt</translation>
    </message>
    <message>
        <source>Open a case (a .bolo folder)</source>
        <translation>Fall öffnen (ein .bolo-Ordner)</translation>
    </message>
    <message>
        <source>Where the report is to lie</source>
        <translation>Wo der Bericht liegen soll</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The folder to export to; it is made</source>
        <translation>Ordner für den Export; er wird angelegt</translation>
    </message>
    <message>
        <source>Second review</source>
        <translation>Zweite Bewertung</translation>
    </message>
    <message>
        <source>Who reviews now, without seeing what others said? Where the two differ is listed afterwards.</source>
        <translation>Wer bewertet jetzt, ohne die Bewertungen anderer zu sehen? Worin sich beide unterscheiden, wird danach aufgelistet.</translation>
    </message>
    <message>
        <source>Correcting camera {name}</source>
        <translation>Korrektur der Kamera {name}</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>Import von {name}</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>Bolo uses no network unless you ask for a download</source>
        <translation>Bolo nutzt kein Netz, solange kein Herunterladen verlangt wird</translation>
    </message>
    <message>
        <source>The models</source>
        <translation>Die Modelle</translation>
    </message>
    <message>
        <source>Network: {state}</source>
        <translation>Netz: {state}</translation>
    </message>
    <message>
        <source>The model {name}; shows all models</source>
        <translation>Das Modell {name}; zeigt alle Modelle</translation>
    </message>
    <message>
        <source>a line at midnight</source>
        <translation>eine Linie um Mitternacht</translation>
    </message>
    <message>
        <source>a line every minute</source>
        <translation>eine Linie pro Minute</translation>
    </message>
    <message>
        <source>a line every hour</source>
        <translation>eine Linie pro Stunde</translation>
    </message>
    <message>
        <source>a line every {n} days</source>
        <translation>eine Linie alle {n} Tage</translation>
    </message>
    <message>
        <source>a line every {n} min</source>
        <translation>eine Linie alle {n} min</translation>
    </message>
    <message>
        <source>a line every {n} h</source>
        <translation>eine Linie alle {n} h</translation>
    </message>
    <message numerus="yes">
        <source>The times of all its {n} frames are corrected from what the recorder wrote; the log says so.</source>
        <extracomment>The time of its {n} frame is corrected from what the recorder wrote; the log says so.</extracomment>
        <translation><numerusform>Die Zeit ihres {n} Bildes wird gegenüber der Angabe des Rekorders korrigiert; das Protokoll hält es fest.</numerusform><numerusform>Die Zeiten aller {n} Bilder werden gegenüber den Angaben des Rekorders korrigiert; das Protokoll hält es fest.</numerusform></translation>
    </message>
    <message>
        <source>A camera needs a name.</source>
        <translation>Eine Kamera braucht einen Namen.</translation>
    </message>
    <message>
        <source>Write how far the clock runs ahead as 4m10s, or -250s where it is behind, or leave it empty.</source>
        <translation>Vorlauf der Uhr als 4m10s angeben, Nachlauf als -250s, oder leer lassen.</translation>
    </message>
    <message>
        <source>Change what is wrong; what the recorder wrote is kept, so it can be changed again.</source>
        <translation>Ändern, was falsch ist; die Angaben des Rekorders bleiben erhalten, die Korrektur lässt sich also wieder ändern.</translation>
    </message>
    <message>
        <source>There is no time zone “{zone}”; choose one from the list.</source>
        <translation>Es gibt keine Zeitzone „{zone}“; bitte eine aus der Liste wählen.</translation>
    </message>
    <message>
        <source>The camera is called {name} from now on; the log says so.</source>
        <translation>Die Kamera heißt künftig {name}; das Protokoll hält es fest.</translation>
    </message>
    <message>
        <source>4m10s if it runs ahead, -250s if it is behind</source>
        <translation>4m10s bei Vorlauf, -250s bei Nachlauf</translation>
    </message>
    <message>
        <source>Correct a camera</source>
        <translation>Kamera korrigieren</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Another camera's name joins the two</source>
        <translation>Der Name einer anderen Kamera führt beide zusammen</translation>
    </message>
    <message>
        <source>Not said; this computer's was taken</source>
        <translation>Keine Angabe; wie dieser Rechner</translation>
    </message>
    <message>
        <source>Its clock is off by</source>
        <translation>Abweichung der Uhr</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Footage</source>
        <translation>Bildmaterial</translation>
    </message>
    <message>
        <source>When there is footage. Where the strip is empty, nobody could be found.</source>
        <translation>Wann Bildmaterial vorliegt. Wo der Streifen leer ist, konnte niemand gefunden werden.</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Files that could not be used</source>
        <translation>Dateien, die nicht verwendet werden konnten</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Niemand gefunden</translation>
    </message>
    <message>
        <source>Frames in which nobody was found: no one was there, or the detector missed them</source>
        <translation>Bilder, in denen niemand gefunden wurde: Es war niemand da, oder der Detektor hat die Person übersehen</translation>
    </message>
    <message>
        <source>Hard to judge</source>
        <translation>Schwer erkennbar</translation>
    </message>
    <message>
        <source>People too small or too blurred to judge by</source>
        <translation>Personen, die zur Beurteilung zu klein oder zu unscharf sind</translation>
    </message>
    <message>
        <source>Not searchable</source>
        <translation>Nicht suchbar</translation>
    </message>
    <message>
        <source>People whom the model has not looked at; no search finds them</source>
        <translation>Personen, die das Modell noch nicht ausgewertet hat; keine Suche findet sie</translation>
    </message>
    <message>
        <source>Times of more than {length} without footage</source>
        <translation>Zeiten von mehr als {length} ohne Bildmaterial</translation>
    </message>
    <message>
        <source>People were left out by choice; taken were: {settings}</source>
        <translation>Personen wurden auf Wunsch ausgelassen; aufgenommen wurden: {settings}</translation>
    </message>
    <message>
        <source>Its frames have no times</source>
        <translation>Ihre Bilder haben keine Zeiten</translation>
    </message>
    <message>
        <source>No frames yet</source>
        <translation>Noch keine Bilder</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>{n}, longest {length}</source>
        <translation>{n}, längste {length}</translation>
    </message>
    <message>
        <source>{n} ({percent} %)</source>
        <translation>{n} ({percent} %)</translation>
    </message>
    <message>
        <source>{small} less than {height} px high, {blurred} blurred (sharpness below {sharpness})</source>
        <translation>{small} unter {height} px hoch, {blurred} unscharf (Schärfe unter {sharpness})</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{d} d {h} h</source>
        <translation>{d} d {h} h</translation>
    </message>
    <message>
        <source>{d} d</source>
        <translation>{d} d</translation>
    </message>
    <message>
        <source>{camera}: footage {span}</source>
        <translation>{camera}: Bildmaterial {span}</translation>
    </message>
    <message>
        <source>No footage {span}</source>
        <translation>Kein Bildmaterial {span}</translation>
    </message>
    <message>
        <source>{h} h {m} min</source>
        <translation>{h} h {m} min</translation>
    </message>
    <message>
        <source>{h} h</source>
        <translation>{h} h</translation>
    </message>
    <message numerus="yes">
        <source>… and {n} more gaps</source>
        <extracomment>… and {n} more gap</extracomment>
        <translation><numerusform>… und {n} weitere Lücke</numerusform><numerusform>… und {n} weitere Lücken</numerusform></translation>
    </message>
    <message>
        <source>People are found by</source>
        <translation>Personen findet</translation>
    </message>
    <message>
        <source>Choose weights…</source>
        <translation>Gewichte wählen …</translation>
    </message>
    <message>
        <source>The detector's weights</source>
        <translation>Gewichte des Detektors</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Why it could not be used</source>
        <translation>Warum sie nicht verwendet werden konnte</translation>
    </message>
    <message>
        <source>Coverage by camera</source>
        <translation>Abdeckung je Kamera</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Files that failed</source>
        <translation>Fehlerhafte Dateien</translation>
    </message>
    <message>
        <source>Correct camera…</source>
        <translation>Kamera korrigieren …</translation>
    </message>
    <message>
        <source>Name, time zone and clock of the chosen camera</source>
        <translation>Name, Zeitzone und Uhr der gewählten Kamera</translation>
    </message>
    <message>
        <source>Import footage…</source>
        <translation>Bildmaterial importieren …</translation>
    </message>
    <message numerus="yes">
        <source>{n} sources</source>
        <extracomment>{n} source</extracomment>
        <translation><numerusform>{n} Quelle</numerusform><numerusform>{n} Quellen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} people crops</source>
        <extracomment>{n} person crop</extracomment>
        <translation><numerusform>{n} Personenausschnitt</numerusform><numerusform>{n} Personenausschnitte</numerusform></translation>
    </message>
    <message>
        <source>{n} searchable</source>
        <translation>{n} durchsuchbar</translation>
    </message>
    <message>
        <source>No footage in this case yet</source>
        <translation>Noch kein Bildmaterial in diesem Fall</translation>
    </message>
    <message>
        <source>Import folders of frames, folders of cut-out people, or videos. Bolo reads them, hashes them and leaves them as they are.</source>
        <translation>Ordner mit Einzelbildern, Ordner mit ausgeschnittenen Personen oder Videos importieren. Bolo liest sie, bildet Hashwerte und lässt sie unverändert.</translation>
    </message>
    <message>
        <source>What a search can see, by camera</source>
        <translation>Was eine Suche sehen kann, je Kamera</translation>
    </message>
    <message>
        <source>Could not be used: {n}</source>
        <translation>Nicht verwendbar: {n}</translation>
    </message>
    <message>
        <source>The frame cannot be shown.</source>
        <translation>Das Bild kann nicht angezeigt werden.</translation>
    </message>
    <message numerus="yes">
        <source>{n} people taken</source>
        <extracomment>{n} person taken</extracomment>
        <translation><numerusform>{n} Person übernommen</numerusform><numerusform>{n} Personen übernommen</numerusform></translation>
    </message>
    <message>
        <source>2026-05-14 14:00:00, if the recorder did not note it</source>
        <translation>2026-05-14 14:00:00, falls der Rekorder nichts notiert hat</translation>
    </message>
    <message>
        <source>Import footage</source>
        <translation>Bildmaterial importieren</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>The source's name, if left empty</source>
        <translation>Leer: der Name der Quelle</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>This computer's</source>
        <translation>Wie dieser Rechner</translation>
    </message>
    <message>
        <source>One frame in how many is read</source>
        <translation>Jedes wievielte Bild gelesen wird</translation>
    </message>
    <message>
        <source>File names</source>
        <translation>Dateinamen</translation>
    </message>
    <message>
        <source>Start of the first frame</source>
        <translation>Zeit des ersten Bildes</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Who is taken</source>
        <translation>Wer übernommen wird</translation>
    </message>
    <message>
        <source>Every frame</source>
        <translation>Jedes Bild</translation>
    </message>
    <message>
        <source>One frame in {n}</source>
        <translation>Jedes {n}. Bild</translation>
    </message>
    <message>
        <source>YOLOX's weights are not on this machine, so HOG will be used. Choose yolox_nano.onnx to use YOLOX.</source>
        <translation>Die Gewichte von YOLOX sind nicht auf diesem Rechner, daher wird HOG verwendet. Für YOLOX bitte yolox_nano.onnx wählen.</translation>
    </message>
    <message>
        <source>YOLOX's weights are not on this machine. Choose the file yolox_nano.onnx (Megvii, Apache-2.0).</source>
        <translation>Die Gewichte von YOLOX sind nicht auf diesem Rechner. Bitte die Datei yolox_nano.onnx wählen (Megvii, Apache-2.0).</translation>
    </message>
    <message>
        <source>Choose one of torchvision's files, such as fasterrcnn_mobilenet_v3_large_fpn-fb6a3cc7.pth.</source>
        <translation>Bitte eine Datei von torchvision wählen, etwa fasterrcnn_mobilenet_v3_large_fpn-fb6a3cc7.pth.</translation>
    </message>
    <message>
        <source>; each source's name becomes its camera.</source>
        <translation>; der Name jeder Quelle wird ihre Kamera.</translation>
    </message>
    <message>
        <source>Automatic — the best that this machine has</source>
        <translation>Automatisch – der beste auf diesem Rechner</translation>
    </message>
    <message>
        <source>YOLOX — finds most people, also small ones; needs its weights file</source>
        <translation>YOLOX – findet die meisten Personen, auch kleine; braucht seine Gewichtsdatei</translation>
    </message>
    <message>
        <source>HOG — built in; slower, misses small or half hidden people</source>
        <translation>HOG – eingebaut; langsamer, übersieht kleine oder halb verdeckte Personen</translation>
    </message>
    <message>
        <source>torchvision — for a graphics card; needs a weights file</source>
        <translation>torchvision – für eine Grafikkarte; braucht eine Gewichtsdatei</translation>
    </message>
    <message>
        <source>None — the pictures are cut-out people already</source>
        <translation>Keiner – die Bilder sind schon ausgeschnittene Personen</translation>
    </message>
    <message>
        <source>YOLOX with the weights {path}</source>
        <translation>YOLOX mit den Gewichten {path}</translation>
    </message>
    <message>
        <source>torchvision with the weights {path}</source>
        <translation>torchvision mit den Gewichten {path}</translation>
    </message>
    <message>
        <source>Add at least one folder of pictures or one video.</source>
        <translation>Mindestens einen Bilderordner oder ein Video hinzufügen.</translation>
    </message>
    <message>
        <source>Write the start as 2026-05-14 14:00:00, or leave it empty.</source>
        <translation>Den Beginn als 2026-05-14 14:00:00 angeben oder leer lassen.</translation>
    </message>
    <message>
        <source>Choose a pattern that fits the file names, or leave it empty.</source>
        <translation>Ein zu den Dateinamen passendes Muster wählen oder leer lassen.</translation>
    </message>
    <message>
        <source>The pattern names the cameras; leave Camera empty, or write * there.</source>
        <translation>Das Muster nennt die Kameras; Kamera leer lassen oder dort * eingeben.</translation>
    </message>
    <message>
        <source>Choose the detector's weights file, or another detector.</source>
        <translation>Die Gewichtsdatei des Detektors wählen oder einen anderen Detektor.</translation>
    </message>
    <message>
        <source>; the file names say the camera.</source>
        <translation>; die Dateinamen nennen die Kamera.</translation>
    </message>
    <message>
        <source>YOLOX finds the people, and they are made searchable. The originals are not changed.</source>
        <translation>YOLOX findet die Personen, und sie werden durchsuchbar. Die Originale bleiben unverändert.</translation>
    </message>
    <message>
        <source>torchvision finds the people, and they are made searchable. The originals are not changed.</source>
        <translation>torchvision findet die Personen, und sie werden durchsuchbar. Die Originale bleiben unverändert.</translation>
    </message>
    <message>
        <source>HOG finds the people, and they are made searchable. The originals are not changed.</source>
        <translation>HOG findet die Personen, und sie werden durchsuchbar. Die Originale bleiben unverändert.</translation>
    </message>
    <message>
        <source>Each picture is one person, made searchable. The originals are not changed.</source>
        <translation>Jedes Bild zeigt eine Person und wird durchsuchbar. Die Originale bleiben unverändert.</translation>
    </message>
    <message>
        <source>{path} is not there any more; remove it from the list, or plug its drive in.</source>
        <translation>{path} ist nicht mehr da; aus der Liste entfernen oder das Laufwerk anschließen.</translation>
    </message>
    <message>
        <source>One frame in {n} of {name} is read</source>
        <translation>Jedes {n}. Bild aus {name} wird gelesen</translation>
    </message>
    <message>
        <source> as camera “{camera}”.</source>
        <translation> als Kamera „{camera}“.</translation>
    </message>
    <message>
        <source>{name} is read</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <source>{name} are read</source>
        <translation>{name} werden gelesen</translation>
    </message>
    <message>
        <source>{n} sources are not where they were ({names}). Plug their drive in, or say where they are now; people found in them can be searched.</source>
        <translation>{n} Quellen liegen nicht mehr am alten Ort ({names}). Das Laufwerk anschließen oder angeben, wo sie jetzt liegen; gefundene Personen bleiben durchsuchbar.</translation>
    </message>
    <message>
        <source>{path} is not there. Plug its drive in, or say where it is now; people found in it can be searched.</source>
        <translation>{path} ist nicht da. Das Laufwerk anschließen oder angeben, wo die Quelle jetzt liegt; gefundene Personen bleiben durchsuchbar.</translation>
    </message>
    <message>
        <source>Where are they now?</source>
        <translation>Wo liegen sie jetzt?</translation>
    </message>
    <message>
        <source>Where is it now?</source>
        <translation>Wo liegt sie jetzt?</translation>
    </message>
    <message>
        <source>Pattern of the file names</source>
        <translation>Muster der Dateinamen</translation>
    </message>
    <message>
        <source>A date and time anywhere in the name, or as {camera}_{date}_{time}</source>
        <translation>Datum und Zeit irgendwo im Namen, oder als {camera}_{date}_{time}</translation>
    </message>
    <message>
        <source>does not fit the pattern</source>
        <translation>passt nicht zum Muster</translation>
    </message>
    <message>
        <source>fits the pattern in more than one way</source>
        <translation>passt auf mehr als eine Weise zum Muster</translation>
    </message>
    <message>
        <source>has digits that are no date and time</source>
        <translation>hat Ziffern, die kein Datum mit Zeit sind</translation>
    </message>
    <message>
        <source>This pattern cannot be used: it {problem}.</source>
        <translation>Dieses Muster ist nicht verwendbar: Es {problem}.</translation>
    </message>
    <message>
        <source>{n} of the first {all} names cannot be read; their files are taken in without it.</source>
        <translation>{n} der ersten {all} Namen sind nicht lesbar; ihre Dateien werden ohne diese Angaben übernommen.</translation>
    </message>
    <message>
        <source>camera {name}</source>
        <translation>Kamera {name}</translation>
    </message>
    <message>
        <source>Other footage or another detector is chosen since; look again.</source>
        <translation>Inzwischen ist anderes Bildmaterial oder ein anderer Detektor gewählt; bitte erneut ansehen.</translation>
    </message>
    <message>
        <source>Look at a few frames…</source>
        <translation>Einige Bilder ansehen …</translation>
    </message>
    <message>
        <source>Everybody whom the detector finds</source>
        <translation>Alle, die der Detektor findet</translation>
    </message>
    <message>
        <source>Looking at a few frames</source>
        <translation>Ansehen einiger Bilder</translation>
    </message>
    <message>
        <source>The frames could not be looked at; try it again.</source>
        <translation>Die Bilder konnten nicht ausgewertet werden; bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>Who is found</source>
        <translation>Wer gefunden wird</translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation>Einstellungen übernehmen</translation>
    </message>
    <message>
        <source>Looking for people in a few frames…</source>
        <translation>Personen werden in einigen Bildern gesucht …</translation>
    </message>
    <message>
        <source>Solid boxes are taken, dashed ones left out, dotted ones too unsure.</source>
        <translation>Durchgezogene Rahmen werden übernommen, gestrichelte ausgelassen, gepunktete sind zu unsicher.</translation>
    </message>
    <message>
        <source>Go back, and choose other footage or another detector.</source>
        <translation>Zurückgehen und anderes Bildmaterial oder einen anderen Detektor wählen.</translation>
    </message>
    <message>
        <source>Looking for people: frame {n} of {all}…</source>
        <translation>Personen werden gesucht: Bild {n} von {all} …</translation>
    </message>
    <message>
        <source>There is no frame to look at.</source>
        <translation>Es gibt kein Bild zum Ansehen.</translation>
    </message>
    <message>
        <source>Minimum height of a person</source>
        <translation>Mindesthöhe einer Person</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>Minimum score of the detector</source>
        <translation>Mindestwert des Detektors</translation>
    </message>
    <message>
        <source>Use both for all cameras</source>
        <translation>Beides für alle Kameras</translation>
    </message>
    <message>
        <source>Ignored zones</source>
        <translation>Ausgesparte Zonen</translation>
    </message>
    <message>
        <source>Remove zone</source>
        <translation>Zone entfernen</translation>
    </message>
    <message>
        <source>Who stands in a zone is left out. Drag over the picture for a rectangle, or click corner by corner. By keyboard: arrow keys, Space for a corner, Enter closes, Esc gives up.</source>
        <translation>Wer in einer Zone steht, wird ausgelassen. Für ein Rechteck über das Bild ziehen oder Ecke für Ecke klicken. Mit der Tastatur: Pfeiltasten, Leertaste für eine Ecke, Eingabetaste schließt, Esc bricht ab.</translation>
    </message>
    <message>
        <source>Remove the chosen zone</source>
        <translation>Die gewählte Zone entfernen</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Minimum height</source>
        <translation>Mindesthöhe</translation>
    </message>
    <message>
        <source>Minimum score</source>
        <translation>Mindestwert</translation>
    </message>
    <message>
        <source>as usual ({n})</source>
        <translation>wie üblich ({n})</translation>
    </message>
    <message>
        <source>{people} in {frames} would be taken, found by {detector}.</source>
        <translation>{people} in {frames} würden übernommen, gefunden von {detector}.</translation>
    </message>
    <message>
        <source>too low</source>
        <translation>zu niedrig</translation>
    </message>
    <message>
        <source>in a zone</source>
        <translation>in einer Zone</translation>
    </message>
    <message>
        <source>{camera}, frame {n}</source>
        <translation>{camera}, Bild {n}</translation>
    </message>
    <message>
        <source>Zone {n}</source>
        <translation>Zone {n}</translation>
    </message>
    <message>
        <source>Left out: {reasons}.</source>
        <translation>Ausgelassen: {reasons}.</translation>
    </message>
    <message numerus="yes">
        <source>{n} people</source>
        <extracomment>{n} person</extracomment>
        <translation><numerusform>{n} Person</numerusform><numerusform>{n} Personen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} frames</source>
        <extracomment>{n} frame</extracomment>
        <translation><numerusform>{n} Bild</numerusform><numerusform>{n} Bilder</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} more sources are not shown; what is set here does not hold for them.</source>
        <extracomment>{n} more source is not shown; what is set here does not hold for it.</extracomment>
        <translation><numerusform>{n} weitere Quelle wird nicht gezeigt; die Einstellungen hier gelten nicht für sie.</numerusform><numerusform>{n} weitere Quellen werden nicht gezeigt; die Einstellungen hier gelten nicht für sie.</numerusform></translation>
    </message>
    <message>
        <source>at least {n} px high</source>
        <translation>mindestens {n} px hoch</translation>
    </message>
    <message>
        <source>score from {n}</source>
        <translation>Wert ab {n}</translation>
    </message>
    <message>
        <source>ignored zones: {n}</source>
        <translation>ausgesparte Zonen: {n}</translation>
    </message>
    <message>
        <source>{n} too low</source>
        <translation>{n} zu niedrig</translation>
    </message>
    <message>
        <source>{n} in ignored zones</source>
        <translation>{n} in ausgesparten Zonen</translation>
    </message>
    <message>
        <source>{n} too unsure</source>
        <translation>{n} zu unsicher</translation>
    </message>
    <message>
        <source>Drop folders of frames or videos here, or add them below.</source>
        <translation>Bilderordner oder Videos hier ablegen oder unten hinzufügen.</translation>
    </message>
    <message>
        <source>Remove {path}</source>
        <translation>{path} entfernen</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen …</translation>
    </message>
    <message>
        <source>Add videos…</source>
        <translation>Videos hinzufügen …</translation>
    </message>
    <message>
        <source>A folder of frames, or of cut-out people</source>
        <translation>Ein Ordner mit Einzelbildern oder ausgeschnittenen Personen</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>nicht gefunden</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>partly imported</source>
        <translation>teilweise importiert</translation>
    </message>
    <message>
        <source>folder of frames</source>
        <translation>Ordner mit Einzelbildern</translation>
    </message>
    <message>
        <source>folder of crops</source>
        <translation>Ordner mit Ausschnitten</translation>
    </message>
    <message>
        <source>video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>People, searchable</source>
        <translation>Personen, durchsuchbar</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>The frame cannot be shown: {reason}</source>
        <translation>Das Bild kann nicht angezeigt werden: {reason}</translation>
    </message>
    <message>
        <source>its file is no longer the one that was imported; put the original back</source>
        <translation>die Datei ist nicht mehr die, die importiert wurde; bitte das Original zurücklegen</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es tut</translation>
    </message>
    <message>
        <source>You import frames or videos, tick what is known of a person (sex, age, clothing, bags), and browse the people seen, best match first, each in its frame with time and camera.</source>
        <translation>Bilder oder Videos importieren, anklicken, was über eine Person bekannt ist (Geschlecht, Alter, Kleidung, Taschen), und die aufgenommenen Personen durchsehen: die passendste zuerst, jede in ihrem Bild mit Zeit und Kamera.</translation>
    </message>
    <message>
        <source>What it does not do</source>
        <translation>Was es nicht tut</translation>
    </message>
    <message>
        <source>It identifies nobody and knows no faces or names. A high place in the list is a lead to look at, never a proof; people who fit may be missed, above all where footage is dark, small or blurred.</source>
        <translation>Es identifiziert niemanden und kennt weder Gesichter noch Namen. Ein Platz weit oben ist ein Hinweis, dem man nachgeht, niemals ein Beweis; passende Personen können fehlen, vor allem wo Bilder dunkel, klein oder unscharf sind.</translation>
    </message>
    <message>
        <source>What becomes of your footage</source>
        <translation>Was mit dem Bildmaterial geschieht</translation>
    </message>
    <message>
        <source>It stays on this machine and is only read. A case is one folder; what is searched, seen and decided is written into its log, which cannot be changed unnoticed.</source>
        <translation>Es bleibt auf diesem Rechner und wird nur gelesen. Ein Fall ist ein Ordner; was gesucht, gesehen und entschieden wird, steht in seinem Protokoll, das sich nicht unbemerkt ändern lässt.</translation>
    </message>
    <message>
        <source>How to begin</source>
        <translation>Wie es losgeht</translation>
    </message>
    <message>
        <source>Try the demo case, or make a case and import footage into it. While an import runs, people already found can be searched. F1 lists every key.</source>
        <translation>Den Demofall ausprobieren oder einen Fall anlegen und Bildmaterial importieren. Schon während des Imports kann unter den gefundenen Personen gesucht werden. F1 zeigt alle Tasten.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Find a key</source>
        <translation>Eine Taste finden</translation>
    </message>
    <message>
        <source>Find a key, such as: review</source>
        <translation>Eine Taste finden, etwa: Bewertung</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Arrows, Page up and down, Home, End</source>
        <translation>Pfeile, Bild auf und ab, Pos1, Ende</translation>
    </message>
    <message>
        <source>Move the cross</source>
        <translation>Das Kreuz bewegen</translation>
    </message>
    <message>
        <source>Move the cross by a larger step</source>
        <translation>Das Kreuz um einen größeren Schritt bewegen</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>Bildfolge</translation>
    </message>
    <message>
        <source>A look at people, drawing zones</source>
        <translation>Blick auf Personen, Zonen zeichnen</translation>
    </message>
    <message>
        <source>Go to another result</source>
        <translation>Zu einem anderen Treffer gehen</translation>
    </message>
    <message>
        <source>Choose all results up to there</source>
        <translation>Alle Treffer bis dorthin auswählen</translation>
    </message>
    <message>
        <source>Go there and keep what is chosen</source>
        <translation>Dorthin gehen und die Auswahl behalten</translation>
    </message>
    <message>
        <source>Preview this result large, or no longer</source>
        <translation>Diesen Treffer groß zeigen oder nicht mehr</translation>
    </message>
    <message>
        <source>Choose all results</source>
        <translation>Alle Treffer auswählen</translation>
    </message>
    <message>
        <source>Choose this result too, or no longer</source>
        <translation>Auch diesen Treffer auswählen oder nicht mehr</translation>
    </message>
    <message>
        <source>Choose this result alone again</source>
        <translation>Wieder nur diesen Treffer auswählen</translation>
    </message>
    <message>
        <source>Unfold a track, or fold it again</source>
        <translation>Eine Bildfolge aufklappen oder wieder zuklappen</translation>
    </message>
    <message>
        <source>Unfold a track</source>
        <translation>Eine Bildfolge aufklappen</translation>
    </message>
    <message>
        <source>Fold a track</source>
        <translation>Eine Bildfolge zuklappen</translation>
    </message>
    <message>
        <source>Bookmark what is chosen</source>
        <translation>Die Auswahl merken</translation>
    </message>
    <message>
        <source>Label what is chosen</source>
        <translation>Zu dem Gewählten Merkmale angeben</translation>
    </message>
    <message>
        <source>Copy the pictures of what is chosen</source>
        <translation>Die Bilder der Auswahl kopieren</translation>
    </message>
    <message>
        <source>Save what is chosen as a contact sheet</source>
        <translation>Die Auswahl als Bildtafel speichern</translation>
    </message>
    <message>
        <source>Review: yes, this is the person</source>
        <translation>Bewertung: ja, das ist die Person</translation>
    </message>
    <message>
        <source>Review: no, this is somebody else</source>
        <translation>Bewertung: nein, das ist jemand anderes</translation>
    </message>
    <message>
        <source>Review: unsure</source>
        <translation>Bewertung: unklar</translation>
    </message>
    <message>
        <source>More people like this one</source>
        <translation>Mehr Personen wie diese</translation>
    </message>
    <message>
        <source>Nobody like this one</source>
        <translation>Niemand wie diese</translation>
    </message>
    <message>
        <source>Show the track of this person alone, or all again</source>
        <translation>Nur die Bildfolge dieser Person zeigen oder wieder alle</translation>
    </message>
    <message>
        <source>An attribute: has, has not, not said</source>
        <translation>Ein Merkmal: trifft zu, trifft nicht zu, beliebig</translation>
    </message>
    <message>
        <source>An attribute: preferably</source>
        <translation>Ein Merkmal: bevorzugt</translation>
    </message>
    <message>
        <source>Move along the time</source>
        <translation>Im Zeitverlauf bewegen</translation>
    </message>
    <message>
        <source>Left, right, Home, End</source>
        <translation>Links, rechts, Pos1, Ende</translation>
    </message>
    <message>
        <source>Widen the time</source>
        <translation>Die Zeit ausdehnen</translation>
    </message>
    <message>
        <source>Shift + left, right, Home, End</source>
        <translation>Umschalt + links, rechts, Pos1, Ende</translation>
    </message>
    <message>
        <source>Go to another camera</source>
        <translation>Zu einer anderen Kamera gehen</translation>
    </message>
    <message>
        <source>Leave this camera out, or take it in</source>
        <translation>Diese Kamera weglassen oder aufnehmen</translation>
    </message>
    <message>
        <source>Look at this time alone</source>
        <translation>Nur diese Zeit ansehen</translation>
    </message>
    <message>
        <source>Look at all times</source>
        <translation>Alle Zeiten ansehen</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>The whole frame</source>
        <translation>Das ganze Bild</translation>
    </message>
    <message>
        <source>The person</source>
        <translation>Die Person</translation>
    </message>
    <message>
        <source>Move over the enlarged frame</source>
        <translation>Im vergrößerten Bild bewegen</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pfeile</translation>
    </message>
    <message>
        <source>The frame before</source>
        <translation>Das Bild davor</translation>
    </message>
    <message>
        <source>The frame after</source>
        <translation>Das Bild danach</translation>
    </message>
    <message>
        <source>Move along the track</source>
        <translation>In der Bildfolge bewegen</translation>
    </message>
    <message>
        <source>Shift + arrows</source>
        <translation>Umschalt + Pfeile</translation>
    </message>
    <message>
        <source>Set a corner of an ignored zone</source>
        <translation>Eine Ecke einer ausgesparten Zone setzen</translation>
    </message>
    <message>
        <source>Close the zone</source>
        <translation>Die Zone schließen</translation>
    </message>
    <message>
        <source>Take the last corner back</source>
        <translation>Die letzte Ecke zurücknehmen</translation>
    </message>
    <message>
        <source>Give the zone up</source>
        <translation>Die Zone verwerfen</translation>
    </message>
    <message>
        <source>Shift + {keys}</source>
        <translation>Umschalt + {keys}</translation>
    </message>
    <message>
        <source>Ctrl + {keys}</source>
        <translation>Strg + {keys}</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details, {n} failed</source>
        <translation>Einzelheiten, {n} fehlerhaft</translation>
    </message>
    <message>
        <source>Details of {title}</source>
        <translation>Einzelheiten zu {title}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Show jobs</source>
        <translation>Aufträge zeigen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Nothing runs and nothing waits. Imports and other long work are listed here.</source>
        <translation>Nichts läuft, nichts wartet. Importe und andere lange Arbeiten stehen hier.</translation>
    </message>
    <message>
        <source>Close the list</source>
        <translation>Liste schließen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Shows all jobs (Ctrl+J)</source>
        <translation>Zeigt alle Aufträge (Strg+J)</translation>
    </message>
    <message>
        <source>Jobs: {n}</source>
        <translation>Aufträge: {n}</translation>
    </message>
    <message>
        <source>{n} failed</source>
        <translation>{n} fehlerhaft</translation>
    </message>
    <message>
        <source>At work: {jobs}. Jobs cannot go on without the window: they stop after the batch at hand, nothing that was taken in is lost, and Bolo offers to go on with them when the case is next opened.</source>
        <translation>In Arbeit: {jobs}. Ohne das Fenster laufen Aufträge nicht weiter: Sie enden nach dem laufenden Teil, nichts Übernommenes geht verloren, und beim nächsten Öffnen des Falls lassen sie sich fortsetzen.</translation>
    </message>
    <message numerus="yes">
        <source>new hits for {n} more searches</source>
        <extracomment>new hits for {n} more search</extracomment>
        <translation><numerusform>neue Treffer für {n} weitere Suche</numerusform><numerusform>neue Treffer für {n} weitere Suchen</numerusform></translation>
    </message>
    <message>
        <source>starting…</source>
        <translation>startet …</translation>
    </message>
    <message>
        <source>Nothing to tell yet.</source>
        <translation>Noch nichts zu berichten.</translation>
    </message>
    <message>
        <source>Could not be used:</source>
        <translation>Nicht verwendbar:</translation>
    </message>
    <message>
        <source>Not finished when this case was last open: {jobs}.</source>
        <translation>Beim letzten Schließen des Falls nicht fertig: {jobs}.</translation>
    </message>
    <message>
        <source>{title}: done</source>
        <translation>{title}: fertig</translation>
    </message>
    <message numerus="yes">
        <source>{n} files found</source>
        <extracomment>{n} file found</extracomment>
        <translation><numerusform>{n} Datei gefunden</numerusform><numerusform>{n} Dateien gefunden</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} pages</source>
        <extracomment>{n} page</extracomment>
        <translation><numerusform>{n} Seite</numerusform><numerusform>{n} Seiten</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} labels</source>
        <extracomment>{n} label</extracomment>
        <translation><numerusform>{n} Angabe</numerusform><numerusform>{n} Angaben</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} rows</source>
        <extracomment>{n} row</extracomment>
        <translation><numerusform>{n} Zeile</numerusform><numerusform>{n} Zeilen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} rows left out</source>
        <extracomment>{n} row left out</extracomment>
        <translation><numerusform>{n} Zeile ausgelassen</numerusform><numerusform>{n} Zeilen ausgelassen</numerusform></translation>
    </message>
    <message>
        <source>{n} already there</source>
        <translation>{n} schon vorhanden</translation>
    </message>
    <message numerus="yes">
        <source>{n} files failed</source>
        <extracomment>{n} file failed</extracomment>
        <translation><numerusform>{n} Datei fehlerhaft</numerusform><numerusform>{n} Dateien fehlerhaft</numerusform></translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>{n}/s</source>
        <translation>{n}/s</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>{title} stopped unexpectedly. Nothing that was taken in is lost.</source>
        <translation>{title}: unerwartet beendet. Was übernommen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>{title} was cancelled. What was taken in stays.</source>
        <translation>{title}: abgebrochen. Was übernommen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>{title}: waiting for the job before it</source>
        <translation>{title}: wartet auf den Auftrag davor</translation>
    </message>
    <message>
        <source>{title}: pausing after this batch…</source>
        <translation>{title}: hält nach diesem Teil an …</translation>
    </message>
    <message>
        <source>{title} is paused. What was taken in stays.</source>
        <translation>{title}: angehalten. Was übernommen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>{title}: stopping after this batch…</source>
        <translation>{title}: endet nach diesem Teil …</translation>
    </message>
    <message>
        <source>{n} new for “{search}”</source>
        <translation>{n} neu für „{search}“</translation>
    </message>
    <message>
        <source>{title} failed.</source>
        <translation>{title}: fehlgeschlagen.</translation>
    </message>
    <message>
        <source>and {n} more; the Footage page lists them all</source>
        <translation>und {n} weitere; die Seite Bildmaterial führt alle auf</translation>
    </message>
    <message numerus="yes">
        <source>{n} files not found</source>
        <extracomment>{n} file not found</extracomment>
        <translation><numerusform>{n} Datei nicht gefunden</numerusform><numerusform>{n} Dateien nicht gefunden</numerusform></translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} weitere</translation>
    </message>
    <message>
        <source>Looking at the people found</source>
        <translation>Auswertung der gefundenen Personen</translation>
    </message>
    <message>
        <source>Running the saved searches</source>
        <translation>Ausführen der gespeicherten Suchen</translation>
    </message>
    <message>
        <source>Making the demo case</source>
        <translation>Anlegen des Demofalls</translation>
    </message>
    <message>
        <source>Looking for missing footage in {name}</source>
        <translation>Suche nach fehlendem Bildmaterial in {name}</translation>
    </message>
    <message>
        <source>Removing from the case what {name} has said</source>
        <translation>Auswertung von {name} wird aus dem Fall entfernt</translation>
    </message>
    <message>
        <source>Writing the report {name}</source>
        <translation>Schreiben des Berichts {name}</translation>
    </message>
    <message>
        <source>Exporting to {name}</source>
        <translation>Export nach {name}</translation>
    </message>
    <message>
        <source>Taking labels in from {name}</source>
        <translation>Einlesen von Angaben aus {name}</translation>
    </message>
    <message>
        <source>Writing labels to {name}</source>
        <translation>Schreiben der Angaben in {name}</translation>
    </message>
    <message>
        <source>Switching to the model {name}</source>
        <translation>Wechsel zum Modell {name}</translation>
    </message>
    <message>
        <source>Training {name}</source>
        <translation>Training von {name}</translation>
    </message>
    <message>
        <source>Looks at the files that failed once more; what is in the case already is passed over.</source>
        <translation>Sieht sich die fehlerhaften Dateien noch einmal an; was schon im Fall ist, wird übergangen.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Jobs are at work</source>
        <translation>Aufträge laufen</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Beenden und schließen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Crop {n}, {camera}, {time} — {attribute}: {has} says yes, {has_not} says no</source>
        <translation>Ausschnitt {n}, {camera}, {time} — {attribute}: {has} sagt ja, {has_not} sagt nein</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Two labellers</source>
        <translation>Zwei Personen</translation>
    </message>
    <message>
        <source>Crops on which they contradict each other</source>
        <translation>Ausschnitte, zu denen sie sich widersprechen</translation>
    </message>
    <message>
        <source>Agreement by attribute</source>
        <translation>Übereinstimmung nach Merkmal</translation>
    </message>
    <message>
        <source>Show this crop</source>
        <translation>Diesen Ausschnitt zeigen</translation>
    </message>
    <message>
        <source>No crop has been labelled by two people yet; label in another name to compare.</source>
        <translation>Noch zu keinem Ausschnitt haben zwei Personen angegeben; zum Vergleichen in einem anderen Namen angeben.</translation>
    </message>
    <message>
        <source>Kappa is 1 for full agreement and 0 for what chance gives (Cohen 1960).</source>
        <translation>Kappa ist 1 bei voller Übereinstimmung und 0 bei dem, was der Zufall ergibt (Cohen 1960).</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} und {other}</translation>
    </message>
    <message>
        <source>Contradictions: {n}</source>
        <translation>Widersprüche: {n}</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Kappa</source>
        <translation>Kappa</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>The model cannot tell more of these crops, or has not looked at them yet.</source>
        <translation>Das Modell erkennt nichts weiter an diesen Ausschnitten oder hat sie noch nicht ausgewertet.</translation>
    </message>
    <message>
        <source>What is retired is not asked any more; labels that were given stay, and keep their meaning.</source>
        <translation>Was stillgelegt ist, wird nicht mehr gefragt; gemachte Angaben bleiben und behalten ihre Bedeutung.</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Add a group…</source>
        <translation>Gruppe hinzufügen …</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Retire</source>
        <translation>Stilllegen</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>The new name; the labels that were given stay.</source>
        <translation>Der neue Name; gemachte Angaben bleiben.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>one of these</source>
        <translation>eines davon</translation>
    </message>
    <message>
        <source>several of these</source>
        <translation>mehrere davon</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>stillgelegt</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>nichts davon</translation>
    </message>
    <message>
        <source>crop {n}</source>
        <translation>Ausschnitt {n}</translation>
    </message>
    <message>
        <source>Crops to label together</source>
        <translation>Ausschnitte, zu denen gemeinsam angegeben wird</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alle wählen</translation>
    </message>
    <message>
        <source>Choose all (Ctrl+A)</source>
        <translation>Alle wählen (Strg+A)</translation>
    </message>
    <message>
        <source>Next crops</source>
        <translation>Nächste Ausschnitte</translation>
    </message>
    <message>
        <source>Show the next crops (Enter)</source>
        <translation>Die nächsten Ausschnitte zeigen (Eingabe)</translation>
    </message>
    <message>
        <source>{n} of {all} chosen; a key labels them</source>
        <translation>{n} von {all} gewählt; eine Taste gibt für alle an</translation>
    </message>
    <message>
        <source>Choose some of the {all} crops, then press a key</source>
        <translation>Einige der {all} Ausschnitte wählen, dann eine Taste drücken</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>nicht beantwortet</translation>
    </message>
    <message>
        <source>, the keys speak of it</source>
        <translation>, die Tasten gelten für sie</translation>
    </message>
    <message>
        <source>no to the rest</source>
        <translation>Rest nein</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>Was gefragt wird</translation>
    </message>
    <message>
        <source>Only the ticked groups are asked. The numbers are labels so far, of all labellers.</source>
        <translation>Nur die angekreuzten Gruppen werden gefragt. Die Zahlen sind die bisherigen Angaben aller Personen.</translation>
    </message>
    <message>
        <source>Ask these</source>
        <translation>Diese fragen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Tick at least one group.</source>
        <translation>Bitte mindestens eine Gruppe ankreuzen.</translation>
    </message>
    <message>
        <source>Make the model's guesses yours, else go to the next crop</source>
        <translation>Vermutungen des Modells übernehmen, sonst zum nächsten Ausschnitt</translation>
    </message>
    <message>
        <source>Label whole tracks, or single crops again</source>
        <translation>Zu ganzen Bildfolgen angeben, oder wieder einzeln</translation>
    </message>
    <message>
        <source>Label: nothing else of the group holds</source>
        <translation>Angeben: nichts weiter aus der Gruppe trifft zu</translation>
    </message>
    <message>
        <source>Label: it cannot be told</source>
        <translation>Angeben: nicht erkennbar</translation>
    </message>
    <message>
        <source>Skip this crop</source>
        <translation>Diesen Ausschnitt übergehen</translation>
    </message>
    <message>
        <source>Fill in the model's guess</source>
        <translation>Vermutung des Modells eintragen</translation>
    </message>
    <message>
        <source>The same for the whole track</source>
        <translation>Das Gleiche für die ganze Bildfolge</translation>
    </message>
    <message>
        <source>One crop, or many at once</source>
        <translation>Ein Ausschnitt oder mehrere zugleich</translation>
    </message>
    <message>
        <source>The next group</source>
        <translation>Die nächste Gruppe</translation>
    </message>
    <message>
        <source>The group before</source>
        <translation>Die Gruppe davor</translation>
    </message>
    <message>
        <source>The next crop of the track</source>
        <translation>Der nächste Ausschnitt der Bildfolge</translation>
    </message>
    <message>
        <source>The crop of the track before</source>
        <translation>Der Ausschnitt der Bildfolge davor</translation>
    </message>
    <message>
        <source>The next crop</source>
        <translation>Der nächste Ausschnitt</translation>
    </message>
    <message>
        <source>The crop before</source>
        <translation>Der Ausschnitt davor</translation>
    </message>
    <message>
        <source>Label: {name}</source>
        <translation>Angeben: {name}</translation>
    </message>
    <message>
        <source>key {key}</source>
        <translation>Taste {key}</translation>
    </message>
    <message>
        <source>labelled so far: {n}</source>
        <translation>bisher angegeben: {n}</translation>
    </message>
    <message>
        <source>Labeller</source>
        <translation>Wer angibt</translation>
    </message>
    <message>
        <source>Who labels now? Everybody sees their own labels alone; both can be compared afterwards.</source>
        <translation>Wer gibt jetzt an? Alle sehen nur die eigenen Angaben; danach lassen sie sich vergleichen.</translation>
    </message>
    <message>
        <source>A CSV with labels</source>
        <translation>Eine CSV-Datei mit Angaben</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>The CSV to write the labels to</source>
        <translation>Die CSV-Datei für die Angaben</translation>
    </message>
    <message numerus="yes">
        <source>{n} labels were not kept: {problem}</source>
        <extracomment>{n} label was not kept: {problem}</extracomment>
        <translation><numerusform>{n} Angabe wurde nicht gespeichert: {problem}</numerusform><numerusform>{n} Angaben wurden nicht gespeichert: {problem}</numerusform></translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Without a model there is no guess and no order by it.</source>
        <translation>Ohne Modell gibt es weder Vermutungen noch eine Reihenfolge danach.</translation>
    </message>
    <message>
        <source>Nobody to label yet</source>
        <translation>Noch niemand da</translation>
    </message>
    <message>
        <source>Import footage: the people found in it are what is labelled here.</source>
        <translation>Bitte Bildmaterial importieren: Zu den Personen, die darin gefunden werden, wird hier angegeben.</translation>
    </message>
    <message>
        <source>Everybody is labelled</source>
        <translation>Zu allen ist angegeben</translation>
    </message>
    <message>
        <source>All that is asked is answered for all crops. Ask other groups to go on, or add one.</source>
        <translation>Alles, was gefragt wird, ist für alle Ausschnitte beantwortet. Um fortzufahren, andere Gruppen wählen oder eine hinzufügen.</translation>
    </message>
    <message>
        <source>Choose what is asked…</source>
        <translation>Wählen, was gefragt wird …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>This case was opened read-only: labels can be seen, and not given.</source>
        <translation>Dieser Fall ist schreibgeschützt geöffnet: Angaben sind zu sehen, aber nicht möglich.</translation>
    </message>
    <message>
        <source>not labelled</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Most uncertain first</source>
        <translation>Unsicherste zuerst</translation>
    </message>
    <message>
        <source>Rarest attribute first</source>
        <translation>Seltenstes Merkmal zuerst</translation>
    </message>
    <message>
        <source>Reviewed results first</source>
        <translation>Bewertete Treffer zuerst</translation>
    </message>
    <message>
        <source>By chance</source>
        <translation>Nach Zufall</translation>
    </message>
    <message>
        <source>has</source>
        <translation>trifft zu</translation>
    </message>
    <message>
        <source>has not</source>
        <translation>trifft nicht zu</translation>
    </message>
    <message>
        <source>{word}, not kept</source>
        <translation>{word}, nicht gespeichert</translation>
    </message>
    <message>
        <source>{word}, the model's guess</source>
        <translation>{word}, vom Modell vermutet</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>Gruppe hinzufügen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Such as: Reflective vest</source>
        <translation>Etwa: Warnweste</translation>
    </message>
    <message>
        <source>One value a line</source>
        <translation>Ein Wert je Zeile</translation>
    </message>
    <message>
        <source>Values, one a line</source>
        <translation>Werte, einer je Zeile</translation>
    </message>
    <message>
        <source>Several of these may hold</source>
        <translation>Mehrere davon können zutreffen</translation>
    </message>
    <message>
        <source>One of these holds at most</source>
        <translation>Höchstens einer davon trifft zu</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Without values the group has one, its title.</source>
        <translation>Ohne Werte hat die Gruppe einen, ihren Titel.</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message numerus="yes">
        <source>Asked: {n} groups</source>
        <extracomment>Asked: {n} group</extracomment>
        <translation><numerusform>Gefragt: {n} Gruppe</numerusform><numerusform>Gefragt: {n} Gruppen</numerusform></translation>
    </message>
    <message>
        <source>Label in another name</source>
        <translation>In einem anderen Namen angeben</translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>Trainieren …</translation>
    </message>
    <message>
        <source>Train a model on what was labelled (Ctrl+T)</source>
        <translation>Ein Modell mit den Angaben trainieren (Strg+T)</translation>
    </message>
    <message>
        <source>One</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>One crop at a time (Ctrl+G)</source>
        <translation>Ein Ausschnitt nach dem anderen (Strg+G)</translation>
    </message>
    <message>
        <source>Many</source>
        <translation>Mehrere</translation>
    </message>
    <message>
        <source>Many crops at once (Ctrl+G)</source>
        <translation>Mehrere Ausschnitte zugleich (Strg+G)</translation>
    </message>
    <message>
        <source>What comes first</source>
        <translation>Was zuerst kommt</translation>
    </message>
    <message>
        <source>Choose what is asked, and see how much is labelled</source>
        <translation>Wählen, was gefragt wird, und sehen, wie viel angegeben ist</translation>
    </message>
    <message>
        <source>{n} of {all} labelled</source>
        <translation>{n} von {all} angegeben</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>wird gespeichert …</translation>
    </message>
    <message>
        <source>Asked: everything</source>
        <translation>Gefragt: alles</translation>
    </message>
    <message>
        <source>Attributes…</source>
        <translation>Merkmale …</translation>
    </message>
    <message>
        <source>Add a group, rename, retire</source>
        <translation>Gruppe hinzufügen, umbenennen, stilllegen</translation>
    </message>
    <message>
        <source>Agreement…</source>
        <translation>Vergleich …</translation>
    </message>
    <message>
        <source>How far two labellers agree</source>
        <translation>Wie weit zwei Personen übereinstimmen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Einlesen …</translation>
    </message>
    <message>
        <source>Take labels in from a CSV</source>
        <translation>Angaben aus einer CSV-Datei einlesen</translation>
    </message>
    <message>
        <source>Write all labels into a CSV</source>
        <translation>Alle Angaben in eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>Labelled by {name}</source>
        <translation>Angaben von {name}</translation>
    </message>
    <message numerus="yes">
        <source>labels of {n} crops</source>
        <extracomment>labels of {n} crop</extracomment>
        <translation><numerusform>Angaben zu {n} Ausschnitt</numerusform><numerusform>Angaben zu {n} Ausschnitten</numerusform></translation>
    </message>
    <message>
        <source>The person to label</source>
        <translation>Die Person, zu der angegeben wird</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Übergehen</translation>
    </message>
    <message>
        <source>Model's guess</source>
        <translation>Modell fragen</translation>
    </message>
    <message>
        <source>Whole track</source>
        <translation>Ganze Bildfolge</translation>
    </message>
    <message>
        <source>Same for the track</source>
        <translation>Gleiches für alle</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Fill in what the model thinks, to be checked (G)</source>
        <translation>Eintragen, was das Modell meint, zum Prüfen (G)</translation>
    </message>
    <message>
        <source>The crop before (left arrow)</source>
        <translation>Der Ausschnitt davor (Pfeil links)</translation>
    </message>
    <message>
        <source>Go on; this crop does not come again (S)</source>
        <translation>Weiter; dieser Ausschnitt kommt nicht wieder (S)</translation>
    </message>
    <message>
        <source>What is said is said of all crops of the track (T)</source>
        <translation>Was angegeben wird, gilt für alle Ausschnitte der Bildfolge (T)</translation>
    </message>
    <message>
        <source>Say of all crops of the track what is said of this one (W)</source>
        <translation>Für alle Ausschnitte der Bildfolge angeben, was für diesen angegeben ist (W)</translation>
    </message>
    <message>
        <source>Go on (right arrow); Enter first makes the model's guesses yours</source>
        <translation>Weiter (Pfeil rechts); Eingabe übernimmt zuvor die Vermutungen des Modells</translation>
    </message>
    <message>
        <source>track of {n} crops</source>
        <translation>Bildfolge mit {n} Ausschnitten</translation>
    </message>
    <message>
        <source>Track of {n} crops, {labelled} of those shown labelled</source>
        <translation>Bildfolge mit {n} Ausschnitten, {labelled} der gezeigten angegeben</translation>
    </message>
    <message>
        <source>No other crop of this track</source>
        <translation>Kein weiterer Ausschnitt dieser Bildfolge</translation>
    </message>
    <message>
        <source>Crop {n} of the same track</source>
        <translation>Ausschnitt {n} derselben Bildfolge</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>{title} · read-only</source>
        <translation>{title} · schreibgeschützt</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>It comes with Bolo and stays as it is.</source>
        <translation>Es gehört zu Bolo und bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Activate in this case</source>
        <translation>In diesem Fall aktivieren</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Open a case first.</source>
        <translation>Zuerst einen Fall öffnen.</translation>
    </message>
    <message>
        <source>The case is searched with it already.</source>
        <translation>In diesem Fall wird schon mit ihm gesucht.</translation>
    </message>
    <message>
        <source>Back to {name}</source>
        <translation>Zurück zu {name}</translation>
    </message>
    <message>
        <source>Checking {name}</source>
        <translation>{name} wird geprüft</translation>
    </message>
    <message>
        <source>The model could not be taken in; try it again.</source>
        <translation>Das Modell konnte nicht aufgenommen werden; bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Card of the model</source>
        <translation>Karte des Modells</translation>
    </message>
    <message>
        <source>How well it does</source>
        <translation>Wie gut es ist</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>Woraus es gelernt hat</translation>
    </message>
    <message>
        <source>In this case</source>
        <translation>In diesem Fall</translation>
    </message>
    <message>
        <source>Other recent cases</source>
        <translation>Andere zuletzt geöffnete Fälle</translation>
    </message>
    <message>
        <source>Learned weight of each attribute</source>
        <translation>Gelerntes Gewicht jedes Merkmals</translation>
    </message>
    <message>
        <source>Joint space</source>
        <translation>Gemeinsamer Raum</translation>
    </message>
    <message>
        <source>Pictures and descriptions as neighbours; drawn from data labelled with its attributes.</source>
        <translation>Bilder und Beschreibungen als Nachbarn; gezeichnet aus Daten mit Angaben zu seinen Merkmalen.</translation>
    </message>
    <message>
        <source>Draw it from labelled data…</source>
        <translation>Aus Daten mit Merkmalsangaben zeichnen …</translation>
    </message>
    <message>
        <source>Remove what it has said from this case…</source>
        <translation>Seine Auswertung aus diesem Fall entfernen …</translation>
    </message>
    <message>
        <source>Looking at them…</source>
        <translation>Sie werden angesehen …</translation>
    </message>
    <message>
        <source>None of them uses it.</source>
        <translation>Keiner davon nutzt es.</translation>
    </message>
    <message>
        <source>The larger, the further two descriptions that differ in it are apart; all began at 1.</source>
        <translation>Je größer, desto weiter liegen zwei Beschreibungen auseinander, die sich darin unterscheiden; alle begannen bei 1.</translation>
    </message>
    <message>
        <source>Open the picture</source>
        <translation>Bild öffnen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Wird gezeichnet …</translation>
    </message>
    <message>
        <source>Show all {n}</source>
        <translation>Alle {n} zeigen</translation>
    </message>
    <message>
        <source>Joint space of {name}</source>
        <translation>Gemeinsamer Raum von {name}</translation>
    </message>
    <message>
        <source>A model to take in</source>
        <translation>Aufzunehmendes Modell</translation>
    </message>
    <message>
        <source>Rename the model</source>
        <translation>Modell umbenennen</translation>
    </message>
    <message>
        <source>Letters, digits, - and _. Cases know the model by its id and find it as before.</source>
        <translation>Buchstaben, Ziffern, - und _. Fälle kennen das Modell an seiner Kennung und finden es wie bisher.</translation>
    </message>
    <message>
        <source>Where the model file is to lie</source>
        <translation>Ort der Modelldatei</translation>
    </message>
    <message>
        <source>Remove it all the same</source>
        <translation>Trotzdem entfernen</translation>
    </message>
    <message>
        <source>The folder of labelled data</source>
        <translation>Ordner der Daten mit Merkmalsangaben</translation>
    </message>
    <message>
        <source>Models (*{suffix} card.json)</source>
        <translation>Modelle (*{suffix} card.json)</translation>
    </message>
    <message>
        <source>Models (*{suffix})</source>
        <translation>Modelle (*{suffix})</translation>
    </message>
    <message>
        <source>Remove the model {name}?</source>
        <translation>Modell {name} entfernen?</translation>
    </message>
    <message>
        <source>Remove from this case what {name} has said?</source>
        <translation>Auswertung von {name} aus diesem Fall entfernen?</translation>
    </message>
    <message numerus="yes">
        <source>{n} of {all} crops seen, {size}</source>
        <extracomment>{n} of {all} crop seen, {size}</extracomment>
        <translation><numerusform>{n} von {all} Ausschnitt ausgewertet, {size}</numerusform><numerusform>{n} von {all} Ausschnitten ausgewertet, {size}</numerusform></translation>
    </message>
    <message>
        <source>The model {id} is not on this machine. It has seen {n} people of this case, which takes {size}.</source>
        <translation>Das Modell {id} ist nicht auf diesem Rechner. Es hat {n} Personen dieses Falls ausgewertet, das belegt {size}.</translation>
    </message>
    <message>
        <source>{name} is deleted from this machine ({size}). What it has said of the people in cases stays in them.</source>
        <translation>{name} wird von diesem Rechner gelöscht ({size}). Seine Auswertungen bleiben in den Fällen.</translation>
    </message>
    <message numerus="yes">
        <source>These cases are searched with it and cannot be searched without it: {cases}.</source>
        <extracomment>This case is searched with it and cannot be searched without it: {cases}.</extracomment>
        <translation><numerusform>In diesem Fall wird mit ihm gesucht, ohne es geht das nicht: {cases}.</numerusform><numerusform>In diesen Fällen wird mit ihm gesucht, ohne es geht das nicht: {cases}.</numerusform></translation>
    </message>
    <message>
        <source>What {name} has said of {n} people ({size}) is removed from this case. To search with it again, it has to see all of them again.</source>
        <translation>Die Auswertung von {n} Personen durch {name} ({size}) wird aus diesem Fall entfernt. Um wieder damit zu suchen, muss es alle neu auswerten.</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>nicht verwendbar</translation>
    </message>
    <message>
        <source>your own</source>
        <translation>eigenes</translation>
    </message>
    <message>
        <source>comes with Bolo</source>
        <translation>gehört zu Bolo</translation>
    </message>
    <message>
        <source>ready in this case</source>
        <translation>in diesem Fall bereit</translation>
    </message>
    <message>
        <source>partly prepared in this case</source>
        <translation>in diesem Fall teils vorbereitet</translation>
    </message>
    <message>
        <source>Model id</source>
        <translation>Modellkennung</translation>
    </message>
    <message>
        <source>Image encoder</source>
        <translation>Bildkodierer</translation>
    </message>
    <message>
        <source>Knows</source>
        <translation>Kennt</translation>
    </message>
    <message>
        <source>On this disk</source>
        <translation>Auf diesem Laufwerk</translation>
    </message>
    <message>
        <source>no other model</source>
        <translation>keinem anderen Modell</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>Begonnen bei</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>Gemessen an</translation>
    </message>
    <message>
        <source>It has not seen this case; activating it takes a while, and the model before answers meanwhile.</source>
        <translation>Es hat diesen Fall nicht ausgewertet; der Wechsel dauert eine Weile, so lange antwortet das bisherige Modell.</translation>
    </message>
    <message>
        <source>The case is searched with {name} ({id}), which is not on this machine. To search, import its file, or activate another model.</source>
        <translation>In diesem Fall wird mit {name} ({id}) gesucht, das nicht auf diesem Rechner ist. Zum Suchen seine Datei aufnehmen oder ein anderes Modell aktivieren.</translation>
    </message>
    <message>
        <source>active in this case, not on this machine</source>
        <translation>in diesem Fall aktiv, nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>not on this machine</source>
        <translation>nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>{n} attributes in {m} groups ({name})</source>
        <translation>{n} Merkmale in {m} Gruppen ({name})</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>{case}: kept beside another model, {size}</source>
        <translation>{case}: neben einem anderen Modell aufbewahrt, {size}</translation>
    </message>
    <message>
        <source>active in this case</source>
        <translation>in diesem Fall aktiv</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>The figures on its card cannot be read.</source>
        <translation>Die Kennzahlen seiner Karte sind nicht lesbar.</translation>
    </message>
    <message>
        <source>The case is searched with it. {seen}.</source>
        <translation>In diesem Fall wird mit ihm gesucht. {seen}.</translation>
    </message>
    <message>
        <source>{seen}; the case can go over to it at once.</source>
        <translation>{seen}; der Fall kann sofort dazu wechseln.</translation>
    </message>
    <message>
        <source>{case}: not looked at, {why}</source>
        <translation>{case}: nicht angesehen, {why}</translation>
    </message>
    <message>
        <source>{case}: searched with it</source>
        <translation>{case}: wird damit durchsucht</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>descriptions</source>
        <translation>Beschreibungen</translation>
    </message>
    <message numerus="yes">
        <source>{n} epochs</source>
        <extracomment>{n} epoch</extracomment>
        <translation><numerusform>{n} Epoche</numerusform><numerusform>{n} Epochen</numerusform></translation>
    </message>
    <message>
        <source>{name} was written to {file}.</source>
        <translation>{name} wurde nach {file} geschrieben.</translation>
    </message>
    <message>
        <source>This does not work: {reason}.</source>
        <translation>Das geht nicht: {reason}.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models on this machine</source>
        <translation>Modelle auf diesem Rechner</translation>
    </message>
    <message>
        <source>Import a model…</source>
        <translation>Modell aufnehmen …</translation>
    </message>
    <message>
        <source>Checking {name}…</source>
        <translation>{name} wird geprüft …</translation>
    </message>
    <message>
        <source>{name} was taken in.</source>
        <translation>{name} wurde aufgenommen.</translation>
    </message>
    <message>
        <source>Drawing the joint space of {name}</source>
        <translation>Gemeinsamer Raum von {name} wird gezeichnet</translation>
    </message>
    <message>
        <source>The joint space could not be drawn; try it again.</source>
        <translation>Der gemeinsame Raum konnte nicht gezeichnet werden; bitte noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The case is searched with the model {name} now.</source>
        <translation>In diesem Fall wird jetzt mit dem Modell {name} gesucht.</translation>
    </message>
    <message>
        <source>It cannot be asked for what is left out of the description: {lost}.</source>
        <translation>Wonach es nicht suchen kann, fehlt jetzt in der Beschreibung: {lost}.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Klein</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Automatic — a graphics card (CUDA) where there is one</source>
        <translation>Automatisch – eine Grafikkarte (CUDA), wo es eine gibt</translation>
    </message>
    <message>
        <source>The processor</source>
        <translation>Der Prozessor</translation>
    </message>
    <message>
        <source>A graphics card (CUDA) — jobs fail where there is none</source>
        <translation>Eine Grafikkarte (CUDA) – ohne sie scheitern Aufträge</translation>
    </message>
    <message>
        <source>Models and weights</source>
        <translation>Modelle und Gewichte</translation>
    </message>
    <message>
        <source>Settings and recent cases</source>
        <translation>Einstellungen, Fälle</translation>
    </message>
    <message>
        <source>Reports of errors</source>
        <translation>Fehlerberichte</translation>
    </message>
    <message>
        <source>All {n}</source>
        <translation>Alle {n}</translation>
    </message>
    <message>
        <source>from the next start of Bolo on</source>
        <translation>ab dem nächsten Start von Bolo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Size of pictures</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Models run on</source>
        <translation>Modelle laufen auf</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>Prozessorkerne</translation>
    </message>
    <message>
        <source>both from the next job on</source>
        <translation>beides ab dem nächsten Auftrag</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget the weights file</source>
        <translation>Die Gewichtsdatei vergessen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
    <message>
        <source>Where things lie</source>
        <translation>Wo was liegt</translation>
    </message>
    <message>
        <source>Its weights</source>
        <translation>Seine Gewichte</translation>
    </message>
    <message>
        <source>The next import starts with both; each import can choose others.</source>
        <translation>Der nächste Import beginnt mit beidem; jeder kann anderes wählen.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>as found on this machine</source>
        <translation>wie auf diesem Rechner gefunden</translation>
    </message>
    <message>
        <source>Open the folder: {name}</source>
        <translation>Ordner öffnen: {name}</translation>
    </message>
    <message>
        <source>{n} pictures were looked at by more than one person; on {m} of them the last words differ.</source>
        <translation>{n} Ausschnitte wurden von mehr als einer Person bewertet; bei {m} davon weichen die letzten Bewertungen ab.</translation>
    </message>
    <message>
        <source>{n} earlier searches are left out here; the log has them.</source>
        <translation>{n} frühere Suchen sind hier ausgelassen; sie stehen im Protokoll.</translation>
    </message>
    <message>
        <source>Report of a search for people in footage</source>
        <translation>Bericht über eine Personensuche in Bildmaterial</translation>
    </message>
    <message>
        <source>The program ranks people by how well they fit a description. It does not know who anybody is, it errs, and whoever is not in the footage, or was not found in it, is not in this report.</source>
        <translation>Das Programm reiht Personen danach, wie gut sie zu einer Beschreibung passen. Es weiß nicht, wer jemand ist, es irrt, und wer nicht im Bildmaterial ist oder darin nicht gefunden wurde, steht nicht in diesem Bericht.</translation>
    </message>
    <message>
        <source>Case made</source>
        <translation>Fall angelegt</translation>
    </message>
    <message>
        <source>Report made</source>
        <translation>Bericht erstellt</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Erstellt mit</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>Durchsucht</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>Head of the log</source>
        <translation>Ende des Protokolls</translation>
    </message>
    <message>
        <source>Chosen pictures</source>
        <translation>Ausgewählte Ausschnitte</translation>
    </message>
    <message>
        <source>Those that were confirmed, held unsure, bookmarked or added to the case, by camera and time.</source>
        <translation>Alle bestätigten, unklaren, gemerkten oder in den Fall aufgenommenen, nach Kamera und Zeit.</translation>
    </message>
    <message>
        <source>Picture {id} · {file} · frame {n}</source>
        <translation>Ausschnitt {id} · {file} · Bild {n}</translation>
    </message>
    <message>
        <source>SHA-256 of the original:</source>
        <translation>SHA-256 des Originals:</translation>
    </message>
    <message>
        <source>All decisions</source>
        <translation>Alle Bewertungen</translation>
    </message>
    <message>
        <source>Every word that was said of a picture, the first first; rejections and words taken back stand here too.</source>
        <translation>Jede Bewertung eines Ausschnitts, die früheste zuerst; auch verworfene und zurückgenommene stehen hier.</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Bewertet</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Camera and time</source>
        <translation>Kamera und Zeit</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>As the log has them; the same search made again stands once.</source>
        <translation>Wie im Protokoll; eine wiederholte gleiche Suche steht einmal.</translation>
    </message>
    <message>
        <source>Last made</source>
        <translation>Zuletzt ausgeführt</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Ranked</source>
        <translation>Gereiht</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Model, and how well it was measured to do</source>
        <translation>Modell und seine gemessene Güte</translation>
    </message>
    <message>
        <source>Rank-k: in how many of a hundred searches with a complete description a person of that description stands among the first k. In brackets the 95 % interval. Other footage, other cameras and descriptions of a few traits can do worse.</source>
        <translation>Rang-k: in wie vielen von hundert Suchen mit vollständiger Beschreibung eine Person dieser Beschreibung unter den ersten k steht. In Klammern das 95-%-Intervall. Anderes Bildmaterial, andere Kameras und Beschreibungen mit wenigen Merkmalen können schlechter abschneiden.</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>Das Protokoll</translation>
    </message>
    <message>
        <source>Each line of the log holds the hash of the line before: whoever changes, takes out or puts in a line breaks the chain. The hash of this report itself stands in the line that follows.</source>
        <translation>Jede Zeile des Protokolls enthält den Hashwert der Zeile davor: Wer eine Zeile ändert, entfernt oder einfügt, bricht die Kette. Der Hashwert dieses Berichts selbst steht in der folgenden Zeile.</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Noch keine.</translation>
    </message>
    <message>
        <source>The log has no search.</source>
        <translation>Das Protokoll enthält keine Suche.</translation>
    </message>
    <message>
        <source>The log is whole.</source>
        <translation>Das Protokoll ist unversehrt.</translation>
    </message>
    <message>
        <source>{time} by {who}</source>
        <translation>{time} von {who}</translation>
    </message>
    <message>
        <source>{sources}, {frames}, {crops} found in them</source>
        <translation>{sources}, {frames}, darin gefunden: {crops}</translation>
    </message>
    <message>
        <source>{confirmed} confirmed, {unsure} unsure, {rejected} rejected at some time</source>
        <translation>{confirmed} bestätigt, {unsure} unklar, {rejected} zeitweise verworfen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert mit</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Hash of the last</source>
        <translation>Hashwert der letzten</translation>
    </message>
    <message>
        <source>To be checked with</source>
        <translation>Zu prüfen mit</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>picture of a person</source>
        <translation>Personenausschnitt</translation>
    </message>
    <message>
        <source>pictures of people</source>
        <translation>Personenausschnitte</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message numerus="yes">
        <source>, with {n} examples</source>
        <extracomment>, with {n} example</extracomment>
        <translation><numerusform>, mit {n} Beispiel</numerusform><numerusform>, mit {n} Beispielen</numerusform></translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Bookmarked</source>
        <translation>Gemerkt</translation>
    </message>
    <message>
        <source>Added to the case</source>
        <translation>In den Fall aufgenommen</translation>
    </message>
    <message>
        <source>Page {n} of {all}</source>
        <translation>Seite {n} von {all}</translation>
    </message>
    <message>
        <source>report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>imported in part</source>
        <translation>teilweise importiert</translation>
    </message>
    <message>
        <source>not found where it was</source>
        <translation>nicht am alten Ort gefunden</translation>
    </message>
    <message>
        <source>{n} frames were passed over by choice, for not every frame was to be looked at.</source>
        <translation>{n} Bilder wurden bewusst übergangen, da nicht jedes Bild ausgewertet werden sollte.</translation>
    </message>
    <message>
        <source>{n} frames have no time; no search for a time finds them.</source>
        <translation>{n} Bilder haben keine Zeit; keine Suche nach einer Zeit findet sie.</translation>
    </message>
    <message>
        <source>{n} more gaps are left out here; bolo case coverage lists them all.</source>
        <translation>{n} weitere Lücken sind hier ausgelassen; bolo case coverage führt alle auf.</translation>
    </message>
    <message>
        <source>{n} more files are left out here; bolo case coverage lists them all.</source>
        <translation>{n} weitere Dateien sind hier ausgelassen; bolo case coverage führt alle auf.</translation>
    </message>
    <message>
        <source>Folder or file</source>
        <translation>Ordner oder Datei</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pers.</translation>
    </message>
    <message>
        <source>State, and who was taken</source>
        <translation>Stand, und wer übernommen wurde</translation>
    </message>
    <message>
        <source>{state}; {people}</source>
        <translation>{state}; {people}</translation>
    </message>
    <message>
        <source>Failed files</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>From and to (UTC)</source>
        <translation>Von und bis (UTC)</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Times are UTC. A gap is longer than {gap} without a frame. Hard to judge: less than {height} px high, or blurred (sharpness below {sharpness}). Not searchable: the model has not looked at them, no search finds them.</source>
        <translation>Zeiten in UTC. Eine Lücke ist länger als {gap} ohne Bild. Schwer beurteilbar: unter {height} px hoch oder unscharf (Schärfe unter {sharpness}). Nicht durchsuchbar: vom Modell nicht ausgewertet, keine Suche findet sie.</translation>
    </message>
    <message>
        <source>What was searched, and what was not</source>
        <translation>Was durchsucht wurde und was nicht</translation>
    </message>
    <message>
        <source>Times without footage</source>
        <translation>Zeiten ohne Bildmaterial</translation>
    </message>
    <message>
        <source>The case has no footage.</source>
        <translation>Der Fall hat kein Bildmaterial.</translation>
    </message>
    <message>
        <source>No file failed.</source>
        <translation>Keine Datei war fehlerhaft.</translation>
    </message>
    <message>
        <source>learned from {n} of {all} pictures</source>
        <translation>gelernt von {n} der {all} Bilder</translation>
    </message>
    <message>
        <source>quality not known: too few pictures to measure it on</source>
        <translation>Güte unbekannt: zu wenige Bilder, um sie zu messen</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>preferably</source>
        <translation>bevorzugt</translation>
    </message>
    <message>
        <source>quality {n} %, where 50 % is guessing</source>
        <translation>Güte {n} %, wobei 50 % geraten ist</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>{title}, {n} ticked, {state}</source>
        <translation>{title}, {n} gewählt, {state}</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Merken</translation>
    </message>
    <message>
        <source>Add to the case…</source>
        <translation>In den Fall aufnehmen …</translation>
    </message>
    <message>
        <source>For a reason, which is asked</source>
        <translation>Aus einem Grund, nach dem gefragt wird</translation>
    </message>
    <message>
        <source>✓ In the case</source>
        <translation>✓ Im Fall</translation>
    </message>
    <message>
        <source>To be found again, and shown in reports (B)</source>
        <translation>Zum Wiederfinden; steht auch in Berichten (B)</translation>
    </message>
    <message>
        <source>Added because: {reason}</source>
        <translation>Aufgenommen, weil: {reason}</translation>
    </message>
    <message>
        <source>{n} crops are chosen, and at most {most} can be bookmarked at once; choose fewer.</source>
        <translation>{n} Ausschnitte sind ausgewählt, höchstens {most} lassen sich auf einmal merken; bitte weniger auswählen.</translation>
    </message>
    <message>
        <source>bookmarks of {n} crops</source>
        <translation>Merken von {n} Ausschnitten</translation>
    </message>
    <message>
        <source>All cameras</source>
        <translation>Kameras</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>Keine Kamera</translation>
    </message>
    <message>
        <source>{n} of {all} cameras</source>
        <translation>{n} von {all} Kameras</translation>
    </message>
    <message>
        <source>the picture {name}</source>
        <translation>das Bild {name}</translation>
    </message>
    <message>
        <source>Sheet…</source>
        <translation>Bildtafel …</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Bookmark all that are chosen, or take the bookmarks away</source>
        <translation>Alle ausgewählten merken oder nicht mehr merken</translation>
    </message>
    <message>
        <source>Copy all that are chosen</source>
        <translation>Alle ausgewählten kopieren</translation>
    </message>
    <message>
        <source>Save a contact sheet of all that are chosen</source>
        <translation>Bildtafel aller ausgewählten speichern</translation>
    </message>
    <message>
        <source>Choose only the current result</source>
        <translation>Nur den aktuellen Treffer auswählen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>{n} chosen</source>
        <translation>{n} ausgewählt</translation>
    </message>
    <message>
        <source>{text} all that are chosen</source>
        <translation>Alle ausgewählten: {text}</translation>
    </message>
    <message>
        <source>frame {n}, {time}</source>
        <translation>Bild {n}, {time}</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>Rekorder</translation>
    </message>
    <message>
        <source>In view</source>
        <translation>Im Blick</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>keine Zeit</translation>
    </message>
    <message>
        <source>{w} × {h} px</source>
        <translation>{w} × {h} px</translation>
    </message>
    <message>
        <source>{size} of {w} × {h}</source>
        <translation>{size} von {w} × {h}</translation>
    </message>
    <message>
        <source>{time} + {n} s</source>
        <translation>{time} + {n} s</translation>
    </message>
    <message>
        <source>S</source>
        <translation>K</translation>
    </message>
    <message>
        <source>Small tiles</source>
        <translation>Kleine Kacheln</translation>
    </message>
    <message>
        <source>M</source>
        <translation>M</translation>
    </message>
    <message>
        <source>Medium tiles</source>
        <translation>Mittlere Kacheln</translation>
    </message>
    <message>
        <source>L</source>
        <translation>G</translation>
    </message>
    <message>
        <source>Large tiles</source>
        <translation>Große Kacheln</translation>
    </message>
    <message>
        <source>“{words}” was put together on the command line; run it with bolo searches run.</source>
        <translation>„{words}“ wurde auf der Kommandozeile zusammengestellt; mit bolo searches run ausführen.</translation>
    </message>
    <message>
        <source>What was asked before</source>
        <translation>Was früher gesucht wurde</translation>
    </message>
    <message>
        <source>Clear the description</source>
        <translation>Beschreibung leeren</translation>
    </message>
    <message>
        <source>Learn from reviews</source>
        <translation>Bewertungen nutzen</translation>
    </message>
    <message>
        <source>Confirmed people count as examples beside the ticks, rejected ones as what the person is not like</source>
        <translation>Bestätigte Personen gelten neben den Merkmalen als Beispiele, verworfene als Gegenbeispiele</translation>
    </message>
    <message>
        <source>Tick what is known of the person. A second click says “has not”; Alt-click or P says “preferably”.</source>
        <translation>Anklicken, was über die Person bekannt ist. Ein zweiter Klick heißt „trifft nicht zu“; Alt-Klick oder P heißt „bevorzugt“.</translation>
    </message>
    <message>
        <source>Find an attribute</source>
        <translation>Merkmal suchen</translation>
    </message>
    <message>
        <source>No attribute has these letters. The model knows only what it was trained on.</source>
        <translation>Kein Merkmal enthält diese Buchstaben. Das Modell kennt nur, worauf es trainiert wurde.</translation>
    </message>
    <message>
        <source>Find an attribute…</source>
        <translation>Merkmal suchen …</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gesucht</translation>
    </message>
    <message>
        <source>Also seen</source>
        <translation>Außerdem erkannt</translation>
    </message>
    <message>
        <source>More like this</source>
        <translation>Ähnliche</translation>
    </message>
    <message>
        <source>The person looks like this crop (S)</source>
        <translation>Die Person sieht aus wie dieser Ausschnitt (S)</translation>
    </message>
    <message>
        <source>Not like this</source>
        <translation>Unähnliche</translation>
    </message>
    <message>
        <source>The person does not look like this crop (Shift+S)</source>
        <translation>Die Person sieht nicht aus wie dieser Ausschnitt (Umschalt+S)</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>Alle Gruppen</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>Niemand ausgewählt</translation>
    </message>
    <message>
        <source>Choose a result to see it in its frame, where it comes from, and what speaks for it.</source>
        <translation>Einen Treffer auswählen, um ihn im Bild zu sehen, seine Herkunft und was für ihn spricht.</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Erkannt</translation>
    </message>
    <message>
        <source>Import the folders of frames or the videos to search. Bolo finds the people in them and keeps the originals untouched.</source>
        <translation>Die zu durchsuchenden Bilderordner oder Videos importieren. Bolo findet die Personen darin und lässt die Originale unberührt.</translation>
    </message>
    <message>
        <source>No crop passes the filters.</source>
        <translation>Kein Ausschnitt kommt durch die Filter.</translation>
    </message>
    <message>
        <source>People appear here as soon as the model has seen them. The foot of the window says how far it is.</source>
        <translation>Personen erscheinen hier, sobald das Modell sie ausgewertet hat. Wie weit es ist, steht unten im Fenster.</translation>
    </message>
    <message>
        <source>The model has not looked at the people found so far. It can do so now, without the footage.</source>
        <translation>Das Modell hat die bisher gefundenen Personen noch nicht ausgewertet. Das geht jetzt, auch ohne das Bildmaterial.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Nobody left</source>
        <translation>Niemand übrig</translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation>Wieder alle zeigen</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Nothing to rank yet</source>
        <translation>Noch nichts zu reihen</translation>
    </message>
    <message>
        <source>Let it look</source>
        <translation>Jetzt auswerten</translation>
    </message>
    <message>
        <source>Crop {n} of {all} of the track, {time}</source>
        <translation>Ausschnitt {n} von {all} der Bildfolge, {time}</translation>
    </message>
    <message>
        <source>One per track</source>
        <translation>Je Bildfolge</translation>
    </message>
    <message>
        <source>One tile for each person passing a camera; T shows all its crops</source>
        <translation>Eine Kachel je Person, die an einer Kamera vorbeigeht; T zeigt alle ihre Ausschnitte</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Frame before</source>
        <translation>Bild davor</translation>
    </message>
    <message>
        <source>Frame after</source>
        <translation>Bild danach</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ganz</translation>
    </message>
    <message>
        <source>Whole frame</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Show the person large</source>
        <translation>Person groß zeigen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Brightness and contrast of the view</source>
        <translation>Helligkeit und Kontrast der Ansicht</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>The view alone changes, and the log notes it.</source>
        <translation>Nur die Ansicht ändert sich, und das Protokoll hält es fest.</translation>
    </message>
    <message>
        <source>The video decoder stopped. Choose the result again to try once more.</source>
        <translation>Der Videodekoder wurde beendet. Für einen neuen Versuch den Treffer noch einmal auswählen.</translation>
    </message>
    <message>
        <source>it is no JPEG</source>
        <translation>es ist kein JPEG</translation>
    </message>
    <message>
        <source>Reading the frame…</source>
        <translation>Bild wird gelesen …</translation>
    </message>
    <message>
        <source>Frame {n}</source>
        <translation>Bild {n}</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>nicht erkennbar</translation>
    </message>
    <message>
        <source>{word}, a guess</source>
        <translation>{word}, vermutet</translation>
    </message>
    <message>
        <source>Save a contact sheet</source>
        <translation>Bildtafel speichern</translation>
    </message>
    <message>
        <source>contact sheet.png</source>
        <translation>Bildtafel.png</translation>
    </message>
    <message>
        <source>1 crop is on the clipboard.</source>
        <translation>1 Ausschnitt ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>{n} crops are on the clipboard.</source>
        <translation>{n} Ausschnitte sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The contact sheet is saved as {path}.</source>
        <translation>Die Bildtafel ist gespeichert als {path}.</translation>
    </message>
    <message>
        <source>Nothing was asked in this case yet</source>
        <translation>In diesem Fall wurde noch nichts gesucht</translation>
    </message>
    <message>
        <source>learning from reviews</source>
        <translation>lernt aus Bewertungen</translation>
    </message>
    <message>
        <source>filtered</source>
        <translation>gefiltert</translation>
    </message>
    <message>
        <source>Hidden during the blind review</source>
        <translation>Während der blinden Bewertung verborgen</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Nur diese zeigen</translation>
    </message>
    <message>
        <source>Mark as seen</source>
        <translation>Als gesehen markieren</translation>
    </message>
    <message numerus="yes">
        <source>{n} new hits</source>
        <extracomment>{n} new hit</extracomment>
        <translation><numerusform>{n} neuer Treffer</numerusform><numerusform>{n} neue Treffer</numerusform></translation>
    </message>
    <message>
        <source>{path} cannot be opened, for no program of this machine takes it; open it from there yourself.</source>
        <translation>{path} kann nicht geöffnet werden, da kein Programm dieses Rechners dafür da ist; bitte von Hand öffnen.</translation>
    </message>
    <message>
        <source>Open original</source>
        <translation>Original öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>{path} is not there; plug in its drive, or say on the page Footage where it is now.</source>
        <translation>{path} ist nicht da; das Laufwerk anschließen oder auf der Seite Bildmaterial angeben, wo es jetzt liegt.</translation>
    </message>
    <message>
        <source>Take away: {words}</source>
        <translation>Entfernen: {words}</translation>
    </message>
    <message>
        <source>Like a picture…</source>
        <translation>Wie Bild …</translation>
    </message>
    <message>
        <source>More like a picture from disk of one person, cut out; it can also be dropped here</source>
        <translation>Ähnlich einem Bild von der Festplatte, auf eine Person zugeschnitten; es kann auch hier abgelegt werden</translation>
    </message>
    <message>
        <source>A picture of one person, cut out</source>
        <translation>Ein Bild einer Person, zugeschnitten</translation>
    </message>
    <message>
        <source>Pictures ({endings})</source>
        <translation>Bilder ({endings})</translation>
    </message>
    <message>
        <source>Looking at {name}</source>
        <translation>{name} wird ausgewertet</translation>
    </message>
    <message>
        <source>Looking at {name}; a click cancels</source>
        <translation>{name} wird ausgewertet; ein Klick bricht ab</translation>
    </message>
    <message>
        <source>The picture could not be looked at; try it again.</source>
        <translation>Das Bild konnte nicht ausgewertet werden; bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Close the preview</source>
        <translation>Vorschau schließen</translation>
    </message>
    <message>
        <source>Close the preview (Space or Esc)</source>
        <translation>Vorschau schließen (Leertaste oder Esc)</translation>
    </message>
    <message>
        <source>Height at least</source>
        <translation>Mindesthöhe</translation>
    </message>
    <message>
        <source>Sharpness at least</source>
        <translation>Mindestschärfe</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Below a sharpness of about 50 a crop looks blurred.</source>
        <translation>Unter einer Schärfe von etwa 50 wirkt ein Ausschnitt unscharf.</translation>
    </message>
    <message>
        <source>≥ {n} px</source>
        <translation>≥ {n} px</translation>
    </message>
    <message>
        <source>sharp ≥ {n}</source>
        <translation>Schärfe ≥ {n}</translation>
    </message>
    <message>
        <source>Why this picture belongs to the case</source>
        <translation>Warum dieser Ausschnitt zum Fall gehört</translation>
    </message>
    <message>
        <source>The reason is kept, stands in reports, and goes into the log.</source>
        <translation>Der Grund wird aufbewahrt, steht in Berichten und kommt ins Protokoll.</translation>
    </message>
    <message>
        <source>Say first why it is added.</source>
        <translation>Bitte zuerst sagen, warum er aufgenommen wird.</translation>
    </message>
    <message numerus="yes">
        <source>{n} crops, the earliest first</source>
        <extracomment>{n} crop</extracomment>
        <translation><numerusform>{n} Ausschnitt</numerusform><numerusform>{n} Ausschnitte, der früheste zuerst</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} crops ranked</source>
        <extracomment>{n} crop ranked</extracomment>
        <translation><numerusform>{n} Ausschnitt gereiht</numerusform><numerusform>{n} Ausschnitte gereiht</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} tracks, the earliest first</source>
        <extracomment>{n} track</extracomment>
        <translation><numerusform>{n} Bildfolge</numerusform><numerusform>{n} Bildfolgen, die früheste zuerst</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} tracks ranked</source>
        <extracomment>{n} track ranked</extracomment>
        <translation><numerusform>{n} Bildfolge gereiht</numerusform><numerusform>{n} Bildfolgen gereiht</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>learnt from {n} reviews</source>
        <extracomment>learnt from {n} review</extracomment>
        <translation><numerusform>aus {n} Bewertung gelernt</numerusform><numerusform>aus {n} Bewertungen gelernt</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} crops</source>
        <extracomment>{n} crop</extracomment>
        <translation><numerusform>{n} Ausschnitt</numerusform><numerusform>{n} Ausschnitte</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} tracks</source>
        <extracomment>{n} track</extracomment>
        <translation><numerusform>{n} Bildfolge</numerusform><numerusform>{n} Bildfolgen</numerusform></translation>
    </message>
    <message>
        <source>Similarity is a lead, not an identification</source>
        <translation>Ähnlichkeit ist ein Hinweis, keine Identifizierung</translation>
    </message>
    <message>
        <source>the best {n} of {all} crops</source>
        <translation>die besten {n} von {all} Ausschnitten</translation>
    </message>
    <message>
        <source>the best {n} of {all} tracks</source>
        <translation>die besten {n} von {all} Bildfolgen</translation>
    </message>
    <message>
        <source>Hardly anybody here is expected to fit</source>
        <translation>Voraussichtlich passt hier kaum jemand</translation>
    </message>
    <message>
        <source>without “{words}”: +{n}</source>
        <translation>ohne „{words}“: +{n}</translation>
    </message>
    <message>
        <source>filters leave out {n}</source>
        <translation>Filter lassen {n} aus</translation>
    </message>
    <message>
        <source>{n} not searchable yet</source>
        <translation>{n} noch nicht durchsuchbar</translation>
    </message>
    <message>
        <source>like {n} chosen</source>
        <translation>wie {n} ausgewählte</translation>
    </message>
    <message>
        <source>unlike {n} chosen</source>
        <translation>nicht wie {n} ausgewählte</translation>
    </message>
    <message>
        <source>About 1 in {n} here is expected to fit</source>
        <translation>Voraussichtlich passt hier etwa 1 von {n}</translation>
    </message>
    <message numerus="yes">
        <source>{n} crops of one track</source>
        <extracomment>{n} crop of one track</extracomment>
        <translation><numerusform>{n} Ausschnitt einer Bildfolge</numerusform><numerusform>{n} Ausschnitte einer Bildfolge</numerusform></translation>
    </message>
    <message>
        <source>Place {n} in its track, {camera}, {time}</source>
        <translation>Platz {n} in der Bildfolge, {camera}, {time}</translation>
    </message>
    <message>
        <source>Rank {n}, {camera}, {time}</source>
        <translation>Rang {n}, {camera}, {time}</translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>stimmt überein</translation>
    </message>
    <message>
        <source>contradicts</source>
        <translation>widerspricht</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>stark</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>schwach</translation>
    </message>
    <message>
        <source>not fetched yet</source>
        <translation>noch nicht geladen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>The track alone, or all again</source>
        <translation>Nur die Bildfolge oder wieder alle</translation>
    </message>
    <message>
        <source>Label…</source>
        <translation>Merkmale angeben …</translation>
    </message>
    <message>
        <source>Contact sheet…</source>
        <translation>Kontaktbogen …</translation>
    </message>
    <message>
        <source>no review state</source>
        <translation>kein Bewertungsstand</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>not {state}</source>
        <translation>nicht {state}</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>This is the person looked for (Y)</source>
        <translation>Das ist die gesuchte Person (Y)</translation>
    </message>
    <message>
        <source>This is somebody else (N)</source>
        <translation>Das ist jemand anderes (N)</translation>
    </message>
    <message>
        <source>It cannot be told (U)</source>
        <translation>Das ist nicht erkennbar (U)</translation>
    </message>
    <message>
        <source>Unreviewed</source>
        <translation>Nicht bewertet</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>{n} crops are chosen, and at most {most} can be reviewed at once; choose fewer.</source>
        <translation>{n} Ausschnitte sind ausgewählt, höchstens {most} lassen sich auf einmal bewerten; bitte weniger auswählen.</translation>
    </message>
    <message>
        <source>crop {n}: {state}</source>
        <translation>Ausschnitt {n}: {state}</translation>
    </message>
    <message>
        <source>{n} crops: {state}</source>
        <translation>{n} Ausschnitte: {state}</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Keep this search; imports say what is new for it</source>
        <translation>Diese Suche merken; Importe melden, was für sie neu ist</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source> ({n} new)</source>
        <translation> ({n} neu)</translation>
    </message>
    <message>
        <source> · edited</source>
        <translation> · geändert</translation>
    </message>
    <message>
        <source>No search is saved yet</source>
        <translation>Noch keine Suche gespeichert</translation>
    </message>
    <message>
        <source>Mark {n} new as seen</source>
        <translation>{n} neue als gesehen markieren</translation>
    </message>
    <message>
        <source>Save the search</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>Rename the search</source>
        <translation>Suche umbenennen</translation>
    </message>
    <message>
        <source>saving “{name}”</source>
        <translation>Speichern von „{name}“</translation>
    </message>
    <message>
        <source>opening “{name}”</source>
        <translation>Öffnen von „{name}“</translation>
    </message>
    <message>
        <source>removing “{name}”</source>
        <translation>Entfernen von „{name}“</translation>
    </message>
    <message>
        <source>marking the hits of “{name}” as seen</source>
        <translation>Markieren der Treffer von „{name}“ als gesehen</translation>
    </message>
    <message>
        <source>changing “{name}”</source>
        <translation>Ändern von „{name}“</translation>
    </message>
    <message>
        <source>renaming “{name}”</source>
        <translation>Umbenennen von „{name}“</translation>
    </message>
    <message>
        <source>After each import the search is run again, and new hits are marked.</source>
        <translation>Nach jedem Import läuft die Suche erneut, und neue Treffer werden markiert.</translation>
    </message>
    <message>
        <source>There is a saved search “{name}” already; choose another name.</source>
        <translation>Es gibt schon eine gespeicherte Suche „{name}“; bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Bookmarks are hidden during the blind review.</source>
        <translation>Gemerktes ist während der blinden Bewertung verborgen.</translation>
    </message>
    <message>
        <source>All results</source>
        <translation>Alle Treffer</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>ranked</source>
        <translation>gereiht</translation>
    </message>
    <message>
        <source>the earliest first</source>
        <translation>die frühesten zuerst</translation>
    </message>
    <message>
        <source>by camera and time</source>
        <translation>nach Kamera und Zeit</translation>
    </message>
    <message>
        <source>the clearest first</source>
        <translation>die deutlichsten zuerst</translation>
    </message>
    <message>
        <source>the confirmed first</source>
        <translation>die bestätigten zuerst</translation>
    </message>
    <message>
        <source>The best {n}</source>
        <translation>Die besten {n}</translation>
    </message>
    <message>
        <source>Sorted by {word}</source>
        <translation>Sortiert: {word}</translation>
    </message>
    <message>
        <source>Sort: {word}</source>
        <translation>Sortierung: {word}</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>The end lies before the start; nothing is left out until one of them is changed.</source>
        <translation>Das Ende liegt vor dem Beginn; bis eines von beiden geändert ist, wird nichts ausgelassen.</translation>
    </message>
    <message>
        <source>d MMM yyyy  HH:mm:ss</source>
        <translation>d. MMM yyyy  HH:mm:ss</translation>
    </message>
    <message>
        <source>From {time}</source>
        <translation>Ab {time}</translation>
    </message>
    <message>
        <source>Until {time}</source>
        <translation>Bis {time}</translation>
    </message>
    <message>
        <source>The case has {first} to {last} {zone}.</source>
        <translation>Der Fall reicht von {first} bis {last} {zone}.</translation>
    </message>
    <message>
        <source>A lane for each camera</source>
        <translation>Eine Zeile je Kamera</translation>
    </message>
    <message>
        <source>A lane for each camera; a click on its name leaves a camera out</source>
        <translation>Eine Zeile je Kamera; ein Klick auf den Namen lässt eine Kamera aus</translation>
    </message>
    <message>
        <source>{time}: {n} crops, {best} of the best</source>
        <translation>{time}: Ausschnitte {n}, davon unter den besten {best}</translation>
    </message>
    <message>
        <source>Timeline, {first} to {last}</source>
        <translation>Zeitleiste, {first} bis {last}</translation>
    </message>
    <message>
        <source>considered</source>
        <translation>berücksichtigt</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day}. {month} {year}</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <translation>{day}. {month}</translation>
    </message>
    <message>
        <source>frame {n}</source>
        <translation>Bild {n}</translation>
    </message>
    <message>
        <source>{name} · frame {n}</source>
        <translation>{name} · Bild {n}</translation>
    </message>
    <message numerus="yes">
        <source>One person passing {camera}, {n} crops</source>
        <extracomment>One person passing {camera}, {n} crop</extracomment>
        <translation><numerusform>Eine Person an {camera}, {n} Ausschnitt</numerusform><numerusform>Eine Person an {camera}, {n} Ausschnitte</numerusform></translation>
    </message>
    <message>
        <source>Show all results</source>
        <translation>Alle Treffer zeigen</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>nothing carried</source>
        <translation>nichts mitgeführt</translation>
    </message>
    <message>
        <source>anyone</source>
        <translation>beliebige Person</translation>
    </message>
    <message>
        <source>scored by {name}</source>
        <translation>bewertet mit {name}</translation>
    </message>
    <message>
        <source>no {things}</source>
        <translation>ohne {things}</translation>
    </message>
    <message>
        <source> only</source>
        <translation>, sonst nichts</translation>
    </message>
    <message>
        <source>like {thing}</source>
        <translation>wie {thing}</translation>
    </message>
    <message>
        <source>not like {thing}</source>
        <translation>nicht wie {thing}</translation>
    </message>
    <message>
        <source>preferably {wishes}</source>
        <translation>bevorzugt {wishes}</translation>
    </message>
    <message>
        <source>{thing} not {values}</source>
        <translation>{thing} nicht {values}</translation>
    </message>
    <message>
        <source>not {thing}</source>
        <translation>nicht {thing}</translation>
    </message>
    <message>
        <source>Give the case a name.</source>
        <translation>Dem Fall einen Namen geben.</translation>
    </message>
    <message>
        <source>{folder} is there already; choose another name.</source>
        <translation>{folder} gibt es schon; bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>There is no folder {folder}; choose another one.</source>
        <translation>Es gibt keinen Ordner {folder}; bitte einen anderen wählen.</translation>
    </message>
    <message>
        <source>This does not work</source>
        <translation>Das geht nicht</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Zurück zum Start</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>{name} wird geöffnet …</translation>
    </message>
    <message>
        <source>Making {name}…</source>
        <translation>{name} wird angelegt …</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>Neuer Fall</translation>
    </message>
    <message>
        <source>Station forecourt, 14 May</source>
        <translation>Bahnhofsvorplatz, 14. Mai</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>optional; kept in the case's log</source>
        <translation>optional; steht im Protokoll des Falls</translation>
    </message>
    <message>
        <source>Make the case</source>
        <translation>Fall anlegen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>The folder that the case is kept in</source>
        <translation>Ordner, in dem der Fall liegt</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Ablage</translation>
    </message>
    <message>
        <source>Takes it off this list. The case itself stays where it is.</source>
        <translation>Nimmt ihn von dieser Liste. Der Fall selbst bleibt, wo er ist.</translation>
    </message>
    <message>
        <source>Take {title} off the list</source>
        <translation>{title} von der Liste nehmen</translation>
    </message>
    <message>
        <source>Recent cases</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>For one investigation</source>
        <translation>Für eine Ermittlung</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>Fall öffnen</translation>
    </message>
    <message>
        <source>A .bolo folder</source>
        <translation>Ein .bolo-Ordner</translation>
    </message>
    <message>
        <source>Demo case</source>
        <translation>Demofall</translation>
    </message>
    <message>
        <source>Drawn streets to try</source>
        <translation>Gezeichnet, zum Üben</translation>
    </message>
    <message>
        <source>Finds people in surveillance footage by what is known of them.</source>
        <translation>Findet Personen in Überwachungsaufnahmen anhand dessen, was über sie bekannt ist.</translation>
    </message>
    <message>
        <source>Open another case…</source>
        <translation>Anderen Fall öffnen …</translation>
    </message>
    <message>
        <source>Close the case</source>
        <translation>Fall schließen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>New case…</source>
        <translation>Neuer Fall …</translation>
    </message>
    <message>
        <source>Open a case…</source>
        <translation>Fall öffnen …</translation>
    </message>
    <message>
        <source>Run the saved searches again</source>
        <translation>Gespeicherte Suchen erneut ausführen</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle …</translation>
    </message>
    <message>
        <source>Train a model…</source>
        <translation>Modell trainieren …</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Look: as the system</source>
        <translation>Aussehen: wie das System</translation>
    </message>
    <message>
        <source>Look: dark</source>
        <translation>Aussehen: dunkel</translation>
    </message>
    <message>
        <source>Look: light</source>
        <translation>Aussehen: hell</translation>
    </message>
    <message>
        <source>Case {title}</source>
        <translation>Fall {title}</translation>
    </message>
    <message>
        <source>Every field of the recipe</source>
        <translation>Jedes Feld des Rezepts</translation>
    </message>
    <message>
        <source>Named as in the recipe files. What is typed is checked at once; the page before takes it all back.</source>
        <translation>Benannt wie in den Rezeptdateien. Eingaben werden sofort geprüft; die Seite davor nimmt alles zurück.</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>Nichts ist geändert.</translation>
    </message>
    <message>
        <source>Fields changed: {n}</source>
        <translation>Geänderte Felder: {n}</translation>
    </message>
    <message numerus="yes">
        <source>{n} pictures to learn from</source>
        <extracomment>{n} picture to learn from</extracomment>
        <translation><numerusform>{n} Bild zum Lernen</numerusform><numerusform>{n} Bilder zum Lernen</numerusform></translation>
    </message>
    <message>
        <source>{title}: {learn}, {choose} to choose the best epoch on, {compare} to compare the models on.</source>
        <translation>{title}: {learn}, {choose} zur Wahl der besten Epoche, {compare} zum Vergleich der Modelle.</translation>
    </message>
    <message>
        <source>What is in the data</source>
        <translation>Was in den Daten steckt</translation>
    </message>
    <message>
        <source>Of each attribute, 30 people who have it and 30 who lack it are a good start.</source>
        <translation>Von jedem Merkmal sind 30 Personen mit und 30 ohne ein guter Anfang.</translation>
    </message>
    <message>
        <source>Looking into the data…</source>
        <translation>Die Daten werden geprüft …</translation>
    </message>
    <message>
        <source>How often each attribute is labelled</source>
        <translation>Wie oft jedes Merkmal angegeben ist</translation>
    </message>
    <message>
        <source>What should be known of the data</source>
        <translation>Was über die Daten zu wissen ist</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>After the labels were corrected</source>
        <translation>Nachdem die Angaben berichtigt wurden</translation>
    </message>
    <message>
        <source>What should be known</source>
        <translation>Was zu wissen ist</translation>
    </message>
    <message>
        <source>Looking into the data: {progress}</source>
        <translation>Die Daten werden geprüft: {progress}</translation>
    </message>
    <message numerus="yes">
        <source>{n} pictures are labelled but not on disk; they are left out.</source>
        <extracomment>{n} picture is labelled but not on disk; it is left out.</extracomment>
        <translation><numerusform>{n} Bild ist angegeben, liegt aber nicht vor; es wird ausgelassen.</numerusform><numerusform>{n} Bilder sind angegeben, liegen aber nicht vor; sie werden ausgelassen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} people stand in two parts, which flatters the figures; part the data by person.</source>
        <extracomment>{n} person stands in two parts, which flatters the figures; part the data by person.</extracomment>
        <translation><numerusform>{n} Person steht in zwei Teilen, was die Kennzahlen schönt; bitte nach Person teilen.</numerusform><numerusform>{n} Personen stehen in zwei Teilen, was die Kennzahlen schönt; bitte nach Person teilen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} pictures cannot be read; replace them, or take their rows out: {name} …</source>
        <extracomment>{n} picture cannot be read; replace it, or take its row out: {name}</extracomment>
        <translation><numerusform>{n} Bild ist nicht lesbar; bitte ersetzen oder die Zeile entfernen: {name}</numerusform><numerusform>{n} Bilder sind nicht lesbar; bitte ersetzen oder die Zeilen entfernen: {name} …</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} pairs of nearly the same pictures stand in two parts, which flatters the figures.</source>
        <extracomment>{n} pair of nearly the same pictures stands in two parts, which flatters the figures.</extracomment>
        <translation><numerusform>{n} Paar fast gleicher Bilder steht in zwei Teilen, was die Kennzahlen schönt.</numerusform><numerusform>{n} Paare fast gleicher Bilder stehen in zwei Teilen, was die Kennzahlen schönt.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{n} pairs of nearly the same pictures are labelled differently.</source>
        <extracomment>{n} pair of nearly the same pictures is labelled differently.</extracomment>
        <translation><numerusform>{n} Paar fast gleicher Bilder ist verschieden angegeben.</numerusform><numerusform>{n} Paare fast gleicher Bilder sind verschieden angegeben.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{group}: {n} pictures have several values that exclude each other.</source>
        <extracomment>{group}: {n} picture has several values that exclude each other.</extracomment>
        <translation><numerusform>{group}: {n} Bild hat mehrere Werte, die einander ausschließen.</numerusform><numerusform>{group}: {n} Bilder haben mehrere Werte, die einander ausschließen.</numerusform></translation>
    </message>
    <message>
        <source>Labels made in cases</source>
        <translation>Merkmalsangaben aus Fällen</translation>
    </message>
    <message>
        <source>Row {row} {what}.</source>
        <translation>Zeile {row} {what}.</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>und {n} weitere</translation>
    </message>
    <message>
        <source>The saved searches rank {n} of the case's {all} crops here.</source>
        <translation>Die gespeicherten Suchen reihen hier {n} von {all} Ausschnitten des Falls.</translation>
    </message>
    <message>
        <source>Figure, in percent</source>
        <translation>Kennzahl, in Prozent</translation>
    </message>
    <message>
        <source>Attribute, told right in percent</source>
        <translation>Merkmal, richtig erkannt in Prozent</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>Gespeicherte Suche</translation>
    </message>
    <message>
        <source>Ranking of the old model</source>
        <translation>Reihung des alten Modells</translation>
    </message>
    <message>
        <source>Ranking of the new model</source>
        <translation>Reihung des neuen Modells</translation>
    </message>
    <message>
        <source>Figures of both models</source>
        <translation>Kennzahlen beider Modelle</translation>
    </message>
    <message>
        <source>No labelled pictures were held out, so that no figures could be measured.</source>
        <translation>Es wurden keine Bilder mit Angaben zurückgehalten, so dass nichts gemessen werden konnte.</translation>
    </message>
    <message>
        <source>{new} beside {old}, on {n} labelled pictures that were held out, by {m} descriptions of one attribute or two.</source>
        <translation>{new} neben {old}, an {n} zurückgehaltenen Bildern mit Angaben, nach {m} Beschreibungen mit einem oder zwei Merkmalen.</translation>
    </message>
    <message>
        <source>Attributes by both models</source>
        <translation>Merkmale bei beiden Modellen</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>There is no saved search to compare by.</source>
        <translation>Es gibt keine gespeicherte Suche zum Vergleichen.</translation>
    </message>
    <message>
        <source>Attributes told right (mA)</source>
        <translation>Merkmale richtig erkannt (mA)</translation>
    </message>
    <message>
        <source>Descriptions answered (mAP)</source>
        <translation>Beschreibungen beantwortet (mAP)</translation>
    </message>
    <message>
        <source>First hit is right (Rank-1)</source>
        <translation>Erster Treffer stimmt (Rank-1)</translation>
    </message>
    <message>
        <source>One of the first five is right (Rank-5)</source>
        <translation>Einer der ersten fünf stimmt (Rank-5)</translation>
    </message>
    <message>
        <source>{change} ({low} to {high})</source>
        <translation>{change} ({low} bis {high})</translation>
    </message>
    <message>
        <source>does not know it</source>
        <translation>kennt es nicht</translation>
    </message>
    <message>
        <source>Have / lack it</source>
        <translation>Mit / ohne</translation>
    </message>
    <message>
        <source>Change (95 % interval)</source>
        <translation>Änderung (95-%-Intervall)</translation>
    </message>
    <message>
        <source>enough</source>
        <translation>genug</translation>
    </message>
    <message>
        <source>To learn from</source>
        <translation>Zum Lernen</translation>
    </message>
    <message>
        <source>Pictures that have the attribute, in colour, and that lack it</source>
        <translation>Bilder mit dem Merkmal, farbig, und ohne</translation>
    </message>
    <message>
        <source>Have it</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Pictures to learn from that have the attribute</source>
        <translation>Bilder zum Lernen, die das Merkmal haben</translation>
    </message>
    <message>
        <source>Lack it</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Pictures to learn from that lack the attribute</source>
        <translation>Bilder zum Lernen, denen das Merkmal fehlt</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Pictures that are not learned from: the models are chosen and compared on them (have it / lack it)</source>
        <translation>Bilder, aus denen nicht gelernt wird: an ihnen werden die Modelle gewählt und verglichen (mit / ohne)</translation>
    </message>
    <message>
        <source>Still to label</source>
        <translation>Noch anzugeben</translation>
    </message>
    <message>
        <source>So that 30 pictures have the attribute and 30 lack it, in all</source>
        <translation>Damit insgesamt 30 Bilder das Merkmal haben und 30 nicht</translation>
    </message>
    <message>
        <source>{n} that have it</source>
        <translation>{n} mit</translation>
    </message>
    <message>
        <source>{n} that lack it</source>
        <translation>{n} ohne</translation>
    </message>
    <message>
        <source>{yes} have it, {no} lack it</source>
        <translation>{yes} mit, {no} ohne</translation>
    </message>
    <message>
        <source>After the first epoch</source>
        <translation>Nach der ersten Epoche</translation>
    </message>
    <message>
        <source>A folder of pictures with a CSV</source>
        <translation>Ein Ordner mit Bildern und einer CSV-Datei</translation>
    </message>
    <message>
        <source>PETA</source>
        <translation>PETA</translation>
    </message>
    <message>
        <source>Market-1501 Attribute</source>
        <translation>Market-1501 Attribute</translation>
    </message>
    <message>
        <source>PA100K</source>
        <translation>PA100K</translation>
    </message>
    <message>
        <source>Columns: image (the path in the folder); if wanted split, identity, track and camera; then one for each attribute (1 or 0) or group (its value).</source>
        <translation>Spalten: image (der Pfad im Ordner); nach Wunsch split, identity, track und camera; dann eine je Merkmal (1 oder 0) oder Gruppe (deren Wert).</translation>
    </message>
    <message>
        <source>With PETA.mat, or PETA's folders with their Label.txt. For research only.</source>
        <translation>Mit PETA.mat oder den Ordnern von PETA mit ihrer Label.txt. Nur für die Forschung.</translation>
    </message>
    <message>
        <source>With market_attribute.mat and the pictures. For research only.</source>
        <translation>Mit market_attribute.mat und den Bildern. Nur für die Forschung.</translation>
    </message>
    <message>
        <source>With annotation.mat and the pictures. For research only.</source>
        <translation>Mit annotation.mat und den Bildern. Nur für die Forschung.</translation>
    </message>
    <message>
        <source>person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>track</source>
        <translation>Bildfolge</translation>
    </message>
    <message>
        <source>camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>What to learn from</source>
        <translation>Woraus gelernt wird</translation>
    </message>
    <message>
        <source>People whose attributes were labelled. The next page looks into the data before anything is trained.</source>
        <translation>Personen mit Merkmalsangaben. Die nächste Seite prüft die Daten, bevor etwas trainiert wird.</translation>
    </message>
    <message>
        <source>Cases whose labels are learned from</source>
        <translation>Fälle, aus deren Merkmalsangaben gelernt wird</translation>
    </message>
    <message>
        <source>Add a case…</source>
        <translation>Fall hinzufügen …</translation>
    </message>
    <message>
        <source>Folder of the data</source>
        <translation>Ordner der Daten</translation>
    </message>
    <message>
        <source>The folder that the data lies in</source>
        <translation>Der Ordner, in dem die Daten liegen</translation>
    </message>
    <message>
        <source>What stays in one part</source>
        <translation>Was in einem Teil zusammenbleibt</translation>
    </message>
    <message>
        <source>Add a case (a .bolo folder)</source>
        <translation>Fall hinzufügen (ein .bolo-Ordner)</translation>
    </message>
    <message>
        <source>Held out by</source>
        <translation>Zurückgehalten nach</translation>
    </message>
    <message>
        <source>Some of the people are held out to compare the models on. Pictures of one stay together, so that nothing is measured that was learned by heart.</source>
        <translation>Ein Teil der Personen wird zurückgehalten, um die Modelle daran zu vergleichen. Bilder, die zusammengehören, bleiben zusammen, damit nichts auswendig Gelerntes gemessen wird.</translation>
    </message>
    <message>
        <source>as published</source>
        <translation>wie veröffentlicht</translation>
    </message>
    <message>
        <source>{name} (this case)</source>
        <translation>{name} (dieser Fall)</translation>
    </message>
    <message>
        <source>The new model is behind in no figure, but not clearly better: the intervals hold nought.</source>
        <translation>Das neue Modell liegt nirgends zurück, ist aber nicht sicher besser: Die Intervalle enthalten die Null.</translation>
    </message>
    <message>
        <source>The new model could not be measured. To use it all the same, say why.</source>
        <translation>Das neue Modell konnte nicht gemessen werden. Um es dennoch zu benutzen, bitte den Grund nennen.</translation>
    </message>
    <message>
        <source>The new model is behind in at least one figure. To use it all the same, say why.</source>
        <translation>Das neue Modell liegt bei mindestens einer Kennzahl zurück. Um es dennoch zu benutzen, bitte den Grund nennen.</translation>
    </message>
    <message>
        <source>The new model is better on the people held out.</source>
        <translation>Das neue Modell ist an den zurückgehaltenen Personen besser.</translation>
    </message>
    <message>
        <source>Why a weaker model is used; it goes into the log</source>
        <translation>Warum ein schwächeres Modell benutzt wird; steht dann im Protokoll</translation>
    </message>
    <message>
        <source>Use it from now on</source>
        <translation>Ab jetzt benutzen</translation>
    </message>
    <message>
        <source>Keep it for later</source>
        <translation>Für später behalten</translation>
    </message>
    <message>
        <source>Discard it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Every crop is looked at anew in the background; until that is done the old model answers.</source>
        <translation>Alle Ausschnitte werden im Hintergrund neu ausgewertet; bis dahin antwortet das alte Modell.</translation>
    </message>
    <message>
        <source>Deletes the new model.</source>
        <translation>Löscht das neue Modell.</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>Modell trainieren</translation>
    </message>
    <message>
        <source>The training goes on again and was not discarded; cancel it first.</source>
        <translation>Das Training läuft wieder und wurde nicht verworfen; bitte zuerst abbrechen.</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Erneut messen</translation>
    </message>
    <message>
        <source>The whole</source>
        <translation>Das Ganze</translation>
    </message>
    <message>
        <source>How pictures are varied</source>
        <translation>Wie Bilder abgewandelt werden</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Stage “{name}”</source>
        <translation>Stufe „{name}“</translation>
    </message>
    <message>
        <source>The decision could not be kept ({reason}); make room or check the drive, and decide again.</source>
        <translation>Die Entscheidung konnte nicht festgehalten werden ({reason}); schaffen Sie Platz oder prüfen Sie das Laufwerk, und entscheiden Sie noch einmal.</translation>
    </message>
    <message>
        <source>the case is about to be searched with the model {name}; cancel that first.</source>
        <translation>im Fall wird gleich mit dem Modell {name} gesucht; bitte das zuerst abbrechen.</translation>
    </message>
    <message>
        <source>At most {time} in {steps} steps ({rate} pictures a second), measured here on this data.</source>
        <translation>Höchstens {time} in {steps} Schritten ({rate} Bilder je Sekunde), hier an diesen Daten gemessen.</translation>
    </message>
    <message>
        <source>Time and memory are measured once the recipe works.</source>
        <translation>Zeit und Speicher werden gemessen, sobald das Rezept stimmt.</translation>
    </message>
    <message>
        <source>{n} GB</source>
        <translation>{n} GB</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>Measuring time and memory by a few steps…</source>
        <translation>Zeit und Speicher werden an einigen Schritten gemessen …</translation>
    </message>
    <message>
        <source>It needs {size} of memory.</source>
        <translation>Es braucht {size} Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Measuring time and memory by a few steps: {progress}</source>
        <translation>Zeit und Speicher werden an einigen Schritten gemessen: {progress}</translation>
    </message>
    <message>
        <source>not among the best of the other model</source>
        <translation>nicht unter den besten des anderen Modells</translation>
    </message>
    <message>
        <source>place {n} with the other model</source>
        <translation>Platz {n} beim anderen Modell</translation>
    </message>
    <message>
        <source>Place {n}; {where}</source>
        <translation>Platz {n}; {where}</translation>
    </message>
    <message>
        <source>How long it may learn</source>
        <translation>Wie lange gelernt werden darf</translation>
    </message>
    <message>
        <source>It goes on in the background while you search, and after the window was closed and opened again.</source>
        <translation>Es läuft im Hintergrund, während gesucht wird, und auch weiter, nachdem das Fenster geschlossen und wieder geöffnet wurde.</translation>
    </message>
    <message>
        <source>Look at every field of the recipe</source>
        <translation>Jedes Feld des Rezepts ansehen</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Minutes: whether it is worth while, and often enough for one new attribute.</source>
        <translation>Minuten: ob es sich lohnt, und oft genug für ein einzelnes neues Merkmal.</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>What is taken where there is no hurry.</source>
        <translation>Der Normalfall, wenn es nicht eilt.</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>Gründlich</translation>
    </message>
    <message>
        <source>Several times as long; for the last points, overnight.</source>
        <translation>Ein Mehrfaches der Zeit; für die letzten Prozentpunkte, über Nacht.</translation>
    </message>
    <message>
        <source>As in the paper</source>
        <translation>Wie im Aufsatz</translation>
    </message>
    <message>
        <source>ResNet-50 as Jeong, Park and Kwak (2021) trained it, from ImageNet weights; for researchers, and too slow without a graphics card.</source>
        <translation>ResNet-50, wie Jeong, Park und Kwak (2021) es trainierten, von ImageNet-Gewichten aus; für die Forschung, ohne Grafikkarte zu langsam.</translation>
    </message>
    <message>
        <source>attributes (mA)</source>
        <translation>Merkmale (mA)</translation>
    </message>
    <message>
        <source>descriptions (mAP)</source>
        <translation>Beschreibungen (mAP)</translation>
    </message>
    <message>
        <source>Error on what it learns</source>
        <translation>Fehler beim Lernen</translation>
    </message>
    <message>
        <source>On people held out, in percent</source>
        <translation>An zurückgehaltenen Personen, in Prozent</translation>
    </message>
    <message>
        <source>Stop and keep the best</source>
        <translation>Beenden und das Beste behalten</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>Ends the stage at the next step and takes the best epoch so far; what comes after it follows.</source>
        <translation>Beendet die Stufe beim nächsten Schritt und nimmt die bisher beste Epoche; was danach kommt, folgt.</translation>
    </message>
    <message>
        <source>Stage “{stage}”, epoch {n} of {all}</source>
        <translation>Stufe „{stage}“, Epoche {n} von {all}</translation>
    </message>
    <message>
        <source>{n} pictures a second</source>
        <translation>{n} Bilder je Sekunde</translation>
    </message>
    <message>
        <source>at most {time} left</source>
        <translation>noch höchstens {time}</translation>
    </message>
    <message>
        <source>What to start from</source>
        <translation>Womit begonnen wird</translation>
    </message>
    <message>
        <source>A model that knows people already needs the least data. It stays as it is; the new one gets a name.</source>
        <translation>Ein Modell, das Personen schon kennt, braucht die wenigsten Daten. Es bleibt, wie es ist; das neue bekommt einen Namen.</translation>
    </message>
    <message>
        <source>A model that there is: fine-tune it (recommended)</source>
        <translation>Ein vorhandenes Modell weiter trainieren (empfohlen)</translation>
    </message>
    <message>
        <source>A network that knows photographs (ImageNet)</source>
        <translation>Ein Netz, das Fotos kennt (ImageNet)</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Mit nichts</translation>
    </message>
    <message>
        <source>The model to fine-tune</source>
        <translation>Das Modell, das weiter trainiert wird</translation>
    </message>
    <message>
        <source>Name of the new model</source>
        <translation>Name des neuen Modells</translation>
    </message>
    <message>
        <source>letters, digits, - and _</source>
        <translation>Buchstaben, Ziffern, - und _</translation>
    </message>
    <message>
        <source>From nothing a model must learn from these pictures alone what edges, cloth and people are: hours of time, tens of thousands of pictures, and still a weaker model than from any other start.</source>
        <translation>Ganz von vorn muss ein Modell allein aus diesen Bildern lernen, was Kanten, Stoff und Personen sind: Stunden an Zeit, Zehntausende Bilder, und doch ein schwächeres Modell als bei jedem anderen Beginn.</translation>
    </message>
    <message>
        <source>{n} pictures are few for a network that knows nothing of clothes yet; a model that is fine-tuned will most likely do better.</source>
        <translation>{n} Bilder sind wenige für ein Netz, das von Kleidung noch nichts weiß; ein weiter trainiertes Modell wird höchstwahrscheinlich besser.</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Training starten</translation>
    </message>
    <message>
        <source>What it has learned so far is deleted, and it cannot be gone on with.</source>
        <translation>Was es bisher gelernt hat, wird gelöscht, und es kann nicht fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Train another…</source>
        <translation>Weiteres trainieren …</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard the training {name}?</source>
        <translation>Das Training {name} verwerfen?</translation>
    </message>
    <message>
        <source>Looking into the data</source>
        <translation>Prüfen der Daten</translation>
    </message>
    <message>
        <source>It could not be found out; try it again.</source>
        <translation>Es konnte nicht ermittelt werden; bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Nothing in the case is lost, and the window goes on. If something looks odd, close the case and open it again. Whoever looks after Bolo needs the report.</source>
        <translation>Im Fall ist nichts verloren, und das Fenster arbeitet weiter. Wenn etwas seltsam aussieht, den Fall schließen und neu öffnen. Wer Bolo betreut, braucht den Bericht.</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Ein Fehler ist aufgetreten</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Der Bericht</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Something went wrong that should not have</source>
        <translation>Ein unerwarteter Fehler ist aufgetreten</translation>
    </message>
    <message>
        <source>It lies at {place}.</source>
        <translation>Er liegt unter {place}.</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Street clothes (PETA)</source>
        <translation>Straßenkleidung (PETA)</translation>
    </message>
    <message>
        <source>Trained on PETA, which is licensed for research only: this model must not be used commercially.</source>
        <translation>Trainiert mit PETA, das nur für die Forschung lizenziert ist: Dieses Modell darf nicht kommerziell genutzt werden.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>PETA (Deng et al., ACM MM 2014)</source>
        <translation>PETA (Deng et al., ACM MM 2014)</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>research only, not commercial</source>
        <translation>nur Forschung, nicht kommerziell</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>search split of the ASMR authors; 200 of its 1,890 training categories kept for validation</source>
        <translation>Suchaufteilung der ASMR-Autoren; 200 ihrer 1.890 Trainingskategorien zur Validierung zurückgehalten</translation>
    </message>
    <message>
        <source>Train images</source>
        <translation>Trainingsbilder</translation>
    </message>
    <message>
        <source>Train categories</source>
        <translation>Trainingskategorien</translation>
    </message>
    <message>
        <source>Validation images</source>
        <translation>Validierungsbilder</translation>
    </message>
    <message>
        <source>Validation categories</source>
        <translation>Validierungskategorien</translation>
    </message>
    <message>
        <source>Extra images</source>
        <translation>Zusätzliche Bilder</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>Begonnen mit</translation>
    </message>
    <message>
        <source>Rendered crops</source>
        <translation>Gezeichnete Ausschnitte</translation>
    </message>
    <message>
        <source>Trained at</source>
        <translation>Trainiert am</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>Gemessen an</translation>
    </message>
    <message>
        <source>PETA validation: 200 categories, 1351 images, none of them trained on; calibration and fusion weight were chosen on it too</source>
        <translation>PETA-Validierung: 200 Kategorien, 1351 Bilder, mit keinem davon trainiert; auch Kalibrierung und Mischgewicht wurden daran gewählt</translation>
    </message>
    <message>
        <source>Recognition ma</source>
        <translation>Mittlere Genauigkeit der Merkmale</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Rank1</source>
        <translation>Rang 1</translation>
    </message>
    <message>
        <source>Rank5</source>
        <translation>Rang 5</translation>
    </message>
    <message>
        <source>Rank10</source>
        <translation>Rang 10</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>mAP</translation>
    </message>
    <message>
        <source>Map trapezoidal</source>
        <translation>mAP (Trapez)</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>Scorer</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Fused</source>
        <translation>Gemischt</translation>
    </message>
    <message>
        <source>Fusion alpha</source>
        <translation>Mischgewicht</translation>
    </message>
    <message>
        <source>Recognition log loss</source>
        <translation>Log-Verlust der Merkmale</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Attribute weights</source>
        <translation>Gewichte der Merkmale</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Schärfe</translation>
    </message>
    <message>
        <source>Broken weight</source>
        <translation>Gewicht des Widerspruchs</translation>
    </message>
    <message>
        <source>Posterior weight</source>
        <translation>Gewicht der Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Heads weight</source>
        <translation>Gewicht der Köpfe</translation>
    </message>
    <message>
        <source>Cosine weight</source>
        <translation>Gewicht des Kosinus</translation>
    </message>
    <message>
        <source>Chosen on</source>
        <translation>Gewählt an</translation>
    </message>
    <message>
        <source>PETA validation: 1351 images</source>
        <translation>PETA-Validierung: 1351 Bilder</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Merkmalsbewertung</translation>
    </message>
    <message>
        <source>Pooled</source>
        <translation>Zusammen</translation>
    </message>
    <message>
        <source>By attribute</source>
        <translation>Je Merkmal</translation>
    </message>
    <message>
        <source>PETA validation</source>
        <translation>PETA-Validierung</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Agrees right</source>
        <translation>Zu Recht zustimmend</translation>
    </message>
    <message>
        <source>Contradicts right</source>
        <translation>Zu Recht widersprechend</translation>
    </message>
    <message>
        <source>Agrees of held</source>
        <translation>Zustimmend, wo es zutrifft</translation>
    </message>
    <message>
        <source>Abstains</source>
        <translation>Enthaltungen</translation>
    </message>
    <message>
        <source>Abstains of held</source>
        <translation>Enthaltungen, wo es zutrifft</translation>
    </message>
    <message>
        <source>{1} = {2} cannot be used: it {3}.</source>
        <translation>{1} = {2} ist nicht verwendbar: Es {3}.</translation>
    </message>
    <message>
        <source>; did you mean {1}?</source>
        <translation>; war {1} gemeint?</translation>
    </message>
    <message>
        <source>; see the attributes of the model's schema.</source>
        <translation>; siehe die Merkmale im Schema des Modells.</translation>
    </message>
    <message>
        <source>The schema {1} has no attribute “{2}”{3}</source>
        <translation>Das Schema {1} hat kein Merkmal „{2}“{3}</translation>
    </message>
    <message>
        <source>there is no such file or folder; check the path, or plug the drive in and try again.</source>
        <translation>diese Datei oder diesen Ordner gibt es nicht; bitte den Pfad prüfen oder das Laufwerk anschließen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Labels of {1} have {2} bits, not {3}.</source>
        <translation>Merkmalsangaben nach {1} haben {2} Bits, nicht {3}.</translation>
    </message>
    <message>
        <source>{1} does not belong to the group {2} of the schema {3}.</source>
        <translation>{1} gehört nicht zur Gruppe {2} des Schemas {3}.</translation>
    </message>
    <message>
        <source>The schema {1} has no group “{2}”; see its groups.</source>
        <translation>Das Schema {1} hat keine Gruppe „{2}“; siehe seine Gruppen.</translation>
    </message>
    <message>
        <source>The group {1} has no attribute; give it one, or leave the group out.</source>
        <translation>Die Gruppe {1} hat kein Merkmal; eines hinzufügen oder die Gruppe weglassen.</translation>
    </message>
    <message>
        <source>The schema {1} has no group; give it at least one.</source>
        <translation>Das Schema {1} hat keine Gruppe; mindestens eine hinzufügen.</translation>
    </message>
    <message>
        <source>The schema {1} names the {2} {3} twice; rename one of them.</source>
        <translation>Das Schema {1} nennt {3} zweimal ({2}); eines davon umbenennen.</translation>
    </message>
    <message>
        <source>{1} is not a TOML file ({2}); correct it or choose another schema.</source>
        <translation>{1} ist keine TOML-Datei ({2}); sie berichtigen oder ein anderes Schema wählen.</translation>
    </message>
    <message>
        <source>The attribute schema is wrong at {1}; compare it with peta.toml.</source>
        <translation>Das Merkmalsschema ist bei {1} falsch; mit peta.toml vergleichen.</translation>
    </message>
    <message>
        <source>The columns of {1} have different lengths {2}; check the file.</source>
        <translation>Die Spalten von {1} sind verschieden lang ({2}); bitte die Datei prüfen.</translation>
    </message>
    <message>
        <source>{1} has no column “{2}”, which the schema names; check the file or the schema.</source>
        <translation>{1} hat keine Spalte „{2}“, die das Schema nennt; bitte Datei oder Schema prüfen.</translation>
    </message>
    <message>
        <source>A box must have a width and a height above zero, not {1} × {2}.</source>
        <translation>Ein Rahmen muss breiter und höher als null sein, nicht {1} × {2}.</translation>
    </message>
    <message>
        <source>must be more than 0</source>
        <translation>muss größer als 0 sein</translation>
    </message>
    <message>
        <source>The box {1} lies outside its frame of {2} × {3} pixels.</source>
        <translation>Der Rahmen {1} liegt außerhalb seines Bildes von {2} × {3} Pixeln.</translation>
    </message>
    <message>
        <source>cannot be read ({1}); check the drive and your rights to it.</source>
        <translation>kann nicht gelesen werden ({1}); bitte das Laufwerk und die Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>is no file any more, but a folder, pipe or device; put the file back.</source>
        <translation>ist keine Datei mehr, sondern ein Ordner, eine Pipe oder ein Gerät; bitte die Datei zurücklegen.</translation>
    </message>
    <message>
        <source>The data are no JPEG, or are cut off.</source>
        <translation>Die Daten sind kein JPEG oder sind abgeschnitten.</translation>
    </message>
    <message>
        <source>A picture of {1} × {2} pixels is no crop.</source>
        <translation>Ein Bild von {1} × {2} Pixeln ist kein Ausschnitt.</translation>
    </message>
    <message>
        <source>name pattern</source>
        <translation>Namensmuster</translation>
    </message>
    <message>
        <source>has the unknown field {{1}}; there are {2}</source>
        <translation>hat das unbekannte Feld {{1}}; es gibt {2}</translation>
    </message>
    <message>
        <source>gives no whole time; write {1}, and * for what is left out</source>
        <translation>ergibt keine vollständige Zeit; {1} schreiben, und * für das, was ausgelassen wird</translation>
    </message>
    <message>
        <source>names neither camera nor time; write {camera}, {date} and {time}</source>
        <translation>nennt weder Kamera noch Zeit; {camera}, {date} und {time} schreiben</translation>
    </message>
    <message>
        <source>has a brace without its partner; write fields as {camera}</source>
        <translation>hat eine Klammer ohne Gegenstück; Felder als {camera} schreiben</translation>
    </message>
    <message>
        <source>has empty braces; write a field's name, as {camera}</source>
        <translation>hat leere Klammern; einen Feldnamen hineinschreiben, wie {camera}</translation>
    </message>
    <message>
        <source>Camera, date, time, number</source>
        <translation>Kamera, Datum, Zeit, Nummer</translation>
    </message>
    <message>
        <source>Hikvision snapshots</source>
        <translation>Einzelbilder von Hikvision</translation>
    </message>
    <message>
        <source>Exports of Dahua, Hikvision and CP Plus recorders</source>
        <translation>Exporte von Dahua-, Hikvision- und CP-Plus-Rekordern</translation>
    </message>
    <message>
        <source>Dahua videos, in their folders</source>
        <translation>Videos von Dahua, in ihren Ordnern</translation>
    </message>
    <message>
        <source>Dahua snapshots, in their folders</source>
        <translation>Einzelbilder von Dahua, in ihren Ordnern</translation>
    </message>
    <message>
        <source>Blue Iris</source>
        <translation>Blue Iris</translation>
    </message>
    <message>
        <source>Vivotek snapshots with date and time</source>
        <translation>Einzelbilder von Vivotek mit Datum und Zeit</translation>
    </message>
    <message>
        <source>Motion, one folder a camera</source>
        <translation>Motion, ein Ordner je Kamera</translation>
    </message>
    <message>
        <source>motionEye, in its folders</source>
        <translation>motionEye, in seinen Ordnern</translation>
    </message>
    <message>
        <source>Phones and tablets, one folder a device</source>
        <translation>Handys und Tablets, ein Ordner je Gerät</translation>
    </message>
    <message>
        <source>has no field such as {camera} and is no preset; those are {1}</source>
        <translation>hat kein Feld wie {camera} und ist keine Vorlage; Vorlagen sind {1}</translation>
    </message>
    <message>
        <source>is damaged or cut off; copy it again from where it came.</source>
        <translation>ist beschädigt oder abgeschnitten; bitte erneut von der Quelle kopieren.</translation>
    </message>
    <message>
        <source>is {1} × {2} pixels, the longest side may have {3}; cut it.</source>
        <translation>hat {1} × {2} Pixel, die längste Seite darf {3} haben; bitte zuschneiden.</translation>
    </message>
    <message>
        <source>has {1} × {2} pixels, the limit is {3} million; save it smaller.</source>
        <translation>hat {1} × {2} Pixel, die Grenze liegt bei {3} Millionen; bitte kleiner speichern.</translation>
    </message>
    <message>
        <source>is not a picture that Bolo can read; convert it to JPEG or PNG.</source>
        <translation>ist kein Bild, das Bolo lesen kann; bitte in JPEG oder PNG umwandeln.</translation>
    </message>
    <message>
        <source>needs more memory than there is; save it smaller.</source>
        <translation>braucht mehr Speicher, als da ist; bitte kleiner speichern.</translation>
    </message>
    <message>
        <source>is not a file; choose a picture file.</source>
        <translation>ist keine Datei; bitte eine Bilddatei wählen.</translation>
    </message>
    <message>
        <source>is empty; copy it again from where it came.</source>
        <translation>ist leer; bitte erneut von der Quelle kopieren.</translation>
    </message>
    <message>
        <source>is larger than {1} MB; save it smaller and import it again.</source>
        <translation>ist größer als {1} MB; bitte kleiner speichern und neu importieren.</translation>
    </message>
    <message>
        <source>is not a video that Bolo can read; convert it to MP4 or AVI.</source>
        <translation>ist kein Video, das Bolo lesen kann; bitte in MP4 oder AVI umwandeln.</translation>
    </message>
    <message>
        <source>has frames of {1} × {2} pixels, the limit is 100 million; save it smaller.</source>
        <translation>hat Bilder von {1} × {2} Pixeln, die Grenze liegt bei 100 Millionen; bitte kleiner speichern.</translation>
    </message>
    <message>
        <source>is not a file; choose a video file.</source>
        <translation>ist keine Datei; bitte eine Videodatei wählen.</translation>
    </message>
    <message>
        <source>frame {1} cannot be read; the file may be cut off there.</source>
        <translation>Bild {1} kann nicht gelesen werden; die Datei ist dort vielleicht abgeschnitten.</translation>
    </message>
    <message>
        <source>Looking at the pictures</source>
        <translation>Die Bilder werden angesehen</translation>
    </message>
    <message>
        <source>says nothing that the schema knows</source>
        <translation>sagt nichts, was das Schema kennt</translation>
    </message>
    <message>
        <source>(crop {1} of {2}) {3}</source>
        <translation>(Ausschnitt {1} von {2}) {3}</translation>
    </message>
    <message>
        <source>says “{1}” under {2}, which is neither 1 nor 0</source>
        <translation>sagt „{1}“ unter {2}, was weder 1 noch 0 ist</translation>
    </message>
    <message>
        <source>says “{1}” under {2}, which is no value of it</source>
        <translation>sagt „{1}“ unter {2}, was dort kein Wert ist</translation>
    </message>
    <message>
        <source>says “{1}” under {2}, which is nothing and something</source>
        <translation>sagt „{1}“ unter {2}, was nichts und etwas zugleich ist</translation>
    </message>
    <message>
        <source>{1} is larger than {2} MB; split it into several folders.</source>
        <translation>{1} ist größer als {2} MB; bitte auf mehrere Ordner verteilen.</translation>
    </message>
    <message>
        <source>{1} is not in UTF-8; save it again as “CSV UTF-8”.</source>
        <translation>{1} ist nicht in UTF-8; bitte erneut als „CSV UTF-8“ speichern.</translation>
    </message>
    <message>
        <source>{1} has no column “{2}” in its first row; name the column of the {3} so.</source>
        <translation>{1} hat in der ersten Zeile keine Spalte „{2}“; bitte die Spalte so nennen ({3}).</translation>
    </message>
    <message>
        <source>{1} has the column “{2}” {3} times; rename one.</source>
        <translation>{1} hat die Spalte „{2}“ {3}-mal; bitte eine umbenennen.</translation>
    </message>
    <message>
        <source>has {1} cells, the header {2}</source>
        <translation>hat {1} Zellen, die Kopfzeile {2}</translation>
    </message>
    <message>
        <source>is not UTF-8 text; save the file again as “CSV UTF-8”</source>
        <translation>ist kein UTF-8-Text; bitte die Datei erneut als „CSV UTF-8“ speichern</translation>
    </message>
    <message>
        <source>{1} has no column with labels; give it one column per attribute or per group.</source>
        <translation>{1} hat keine Spalte mit Angaben; bitte eine je Merkmal oder Gruppe anlegen.</translation>
    </message>
    <message>
        <source>The column “{1}” has {2} values, so it is no attribute; take it out.</source>
        <translation>Die Spalte „{1}“ hat {2} Werte und ist daher kein Merkmal; bitte herausnehmen.</translation>
    </message>
    <message>
        <source>The column “{1}” has the value “{2}”, which makes no name; rename it.</source>
        <translation>Die Spalte „{1}“ hat den Wert „{2}“, der keinen Namen ergibt; bitte umbenennen.</translation>
    </message>
    <message>
        <source>{1} holds {2}; call the one with the labels {3}.</source>
        <translation>{1} enthält {2}; bitte die Datei mit den Angaben {3} nennen.</translation>
    </message>
    <message>
        <source>{1}: no row can be used, and row {2} {3}.</source>
        <translation>{1}: keine Zeile ist brauchbar, und Zeile {2} {3}.</translation>
    </message>
    <message>
        <source>{1} has no row beside its header; write one for each picture.</source>
        <translation>{1} hat außer der Kopfzeile keine Zeile; bitte eine je Bild schreiben.</translation>
    </message>
    <message>
        <source>{1} has no column of labels that can be used; give it one per attribute or per group.</source>
        <translation>{1} hat keine brauchbare Spalte mit Angaben; bitte eine je Merkmal oder Gruppe anlegen.</translation>
    </message>
    <message>
        <source>names no picture</source>
        <translation>nennt kein Bild</translation>
    </message>
    <message>
        <source>leads outside the folder: {1}</source>
        <translation>führt aus dem Ordner hinaus: {1}</translation>
    </message>
    <message>
        <source>says “{1}” under split, which is none of train, validation, test</source>
        <translation>sagt „{1}“ unter split, was weder train noch validation noch test ist</translation>
    </message>
    <message>
        <source>labels {1}, which is not on disk; copy it there, or take the row out</source>
        <translation>betrifft {1}, das nicht vorliegt; bitte dorthin kopieren oder die Zeile herausnehmen</translation>
    </message>
    <message>
        <source>names “{1}”, a trait that Bolo keeps no attribute for</source>
        <translation>nennt „{1}“, eine Eigenschaft, für die Bolo kein Merkmal führt</translation>
    </message>
    <message>
        <source>names “{1}”, which the schema {2} does not know; rename the column, or take it out</source>
        <translation>nennt „{1}“, was das Schema {2} nicht kennt; bitte die Spalte umbenennen oder herausnehmen</translation>
    </message>
    <message>
        <source>has no name for column {1}, which is left out</source>
        <translation>hat keinen Namen für Spalte {1}, die ausgelassen wird</translation>
    </message>
    <message>
        <source>says both “{1}” and “{2}”, which exclude each other; {3} is taken as unknown until one of them is taken out</source>
        <translation>sagt sowohl „{1}“ als auch „{2}“, die einander ausschließen; {3} gilt als unbekannt, bis eines herausgenommen ist</translation>
    </message>
    <message>
        <source>{1}: {2} pictures, but {3} identities.</source>
        <translation>{1}: {2} Bilder, aber {3} Personen.</translation>
    </message>
    <message>
        <source>{1} has no picture; check --data, and the split that the labels ask for.</source>
        <translation>{1} hat kein Bild; bitte --data prüfen, und die Teilung, die die Angaben verlangen.</translation>
    </message>
    <message>
        <source>{1}: none of its {2} pictures is in {3}; check --data.</source>
        <translation>{1}: keines seiner {2} Bilder liegt in {3}; bitte --data prüfen.</translation>
    </message>
    <message>
        <source>{1}: {2} pictures, but labels of shape {3}.</source>
        <translation>{1}: {2} Bilder, aber Angaben der Form {3}.</translation>
    </message>
    <message>
        <source>{1} identities, but {2} labels</source>
        <translation>{1} Personen, aber {2} Angaben</translation>
    </message>
    <message>
        <source>is lacking: {1}/{2} is of nobody who is labelled</source>
        <translation>fehlt: {1}/{2} zeigt niemanden mit Angaben</translation>
    </message>
    <message>
        <source>{1} has no record “market_attribute” with train and test ({2}).</source>
        <translation>{1} hat keinen Datensatz „market_attribute“ mit train und test ({2}).</translation>
    </message>
    <message>
        <source>is lacking: {1} has no picture</source>
        <translation>fehlt: {1} hat kein Bild</translation>
    </message>
    <message>
        <source>it does not begin as one of version 5 to 7.2 does</source>
        <translation>sie beginnt nicht wie eine der Version 5 bis 7.2</translation>
    </message>
    <message>
        <source>it is of version 7.3; save it as version 7</source>
        <translation>sie ist von Version 7.3; bitte als Version 7 speichern</translation>
    </message>
    <message>
        <source>a compressed part is cut short or far too large</source>
        <translation>ein gepackter Teil ist abgeschnitten oder viel zu groß</translation>
    </message>
    <message>
        <source>numbers have the type {1}</source>
        <translation>Zahlen haben den Typ {1}</translation>
    </message>
    <message>
        <source>numbers are cut short</source>
        <translation>Zahlen sind abgeschnitten</translation>
    </message>
    <message>
        <source>a variable has the type {1}</source>
        <translation>eine Variable hat den Typ {1}</translation>
    </message>
    <message>
        <source>a compressed part is damaged</source>
        <translation>ein gepackter Teil ist beschädigt</translation>
    </message>
    <message>
        <source>it is cut short</source>
        <translation>sie ist abgeschnitten</translation>
    </message>
    <message>
        <source>it nests too deeply</source>
        <translation>sie ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>a matrix has no shape</source>
        <translation>eine Matrix hat keine Form</translation>
    </message>
    <message>
        <source>a matrix is larger than the file</source>
        <translation>eine Matrix ist größer als die Datei</translation>
    </message>
    <message>
        <source>it holds something of the class {1}, which is no label</source>
        <translation>sie enthält etwas der Klasse {1}, was keine Angabe ist</translation>
    </message>
    <message>
        <source>a matrix has not as many numbers as its shape says</source>
        <translation>eine Matrix hat nicht so viele Zahlen, wie ihre Form sagt</translation>
    </message>
    <message>
        <source>a struct does not say how long its names are</source>
        <translation>eine Struktur sagt nicht, wie lang ihre Namen sind</translation>
    </message>
    <message>
        <source>a struct has a field twice, or one without a name</source>
        <translation>eine Struktur hat ein Feld doppelt oder eines ohne Namen</translation>
    </message>
    <message>
        <source>a text is of no type that texts have</source>
        <translation>ein Text ist von keinem Typ, den Texte haben</translation>
    </message>
    <message>
        <source>a text is not as long as its shape says</source>
        <translation>ein Text ist nicht so lang, wie seine Form sagt</translation>
    </message>
    <message>
        <source>a small element is longer than its place</source>
        <translation>ein kleines Element ist länger als sein Platz</translation>
    </message>
    <message>
        <source>a cell is no matrix</source>
        <translation>eine Zelle ist keine Matrix</translation>
    </message>
    <message>
        <source>a text cannot be decoded</source>
        <translation>ein Text lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>{1} is larger than {2} MB, which no table of labels is; fetch it again.</source>
        <translation>{1} ist größer als {2} MB, was keine Tabelle mit Angaben ist; bitte erneut beschaffen.</translation>
    </message>
    <message>
        <source>the labels are no table of numbers</source>
        <translation>die Angaben sind keine Zahlentabelle</translation>
    </message>
    <message>
        <source>{1} columns are named, but the labels have {2}</source>
        <translation>{1} Spalten sind benannt, die Angaben haben aber {2}</translation>
    </message>
    <message>
        <source>the column {1} stands there twice</source>
        <translation>die Spalte {1} steht doppelt da</translation>
    </message>
    <message>
        <source>{1} cannot be read as a MATLAB file ({2}); fetch it again.</source>
        <translation>{1} ist nicht als MATLAB-Datei lesbar ({2}); bitte erneut beschaffen.</translation>
    </message>
    <message>
        <source>{1} does not hold what PA100K's annotation.mat holds ({2}).</source>
        <translation>{1} enthält nicht, was die annotation.mat von PA100K enthält ({2}).</translation>
    </message>
    <message>
        <source>{1} names {2} pictures, but has {3} labels</source>
        <translation>{1} nennt {2} Bilder, hat aber {3} Angaben</translation>
    </message>
    <message>
        <source>of {1} {2}</source>
        <translation>von {1} {2}</translation>
    </message>
    <message>
        <source>{1} has {2} categories that occur twice or more, the published one {3}, so its search split cannot be drawn; use PETA.mat with the labels of all 19,000.</source>
        <translation>{1} hat {2} Kategorien, die mindestens zweimal vorkommen, die veröffentlichte {3}, so dass sich die Suchteilung nicht ziehen lässt; bitte PETA.mat mit den Angaben aller 19.000 nehmen.</translation>
    </message>
    <message>
        <source>{1} splits into {2}; use the original PETA.mat.</source>
        <translation>{1} teilt sich in {2}; bitte die ursprüngliche PETA.mat nehmen.</translation>
    </message>
    <message>
        <source>{1} has no record “peta” with data and attribute ({2}); fetch it again.</source>
        <translation>{1} hat keinen Datensatz „peta“ mit data und attribute ({2}); bitte erneut beschaffen.</translation>
    </message>
    <message>
        <source>{1} has no sub-folder with archive/Label.txt; choose PETA's folder.</source>
        <translation>{1} hat keinen Unterordner mit archive/Label.txt; bitte den Ordner von PETA wählen.</translation>
    </message>
    <message>
        <source>of {1} is lacking: {2} has no picture</source>
        <translation>von {1} fehlt: {2} hat kein Bild</translation>
    </message>
    <message>
        <source>gives {1} no attribute</source>
        <translation>gibt {1} kein Merkmal</translation>
    </message>
    <message>
        <source>of {1} is lacking: {2} has no line in Label.txt</source>
        <translation>von {1} fehlt: {2} hat keine Zeile in Label.txt</translation>
    </message>
    <message>
        <source>names {1}, which is no attribute of PETA</source>
        <translation>nennt {1}, was kein Merkmal von PETA ist</translation>
    </message>
    <message>
        <source>Decoding {1}</source>
        <translation>Lesen von {1}</translation>
    </message>
    <message>
        <source>the decoded pictures cannot be read back</source>
        <translation>die gelesenen Bilder lassen sich nicht zurücklesen</translation>
    </message>
    <message>
        <source>{1}: labels of cases are read out of the cases, not out of a folder.</source>
        <translation>{1}: Merkmalsangaben von Fällen werden aus den Fällen gelesen, nicht aus einem Ordner.</translation>
    </message>
    <message>
        <source>{1} holds no labelled data: neither {2} or PETA's ten folders with archive/Label.txt, nor {3}, nor PA100K's annotation.mat, nor a CSV of labels; choose another folder.</source>
        <translation>{1} enthält keine Daten mit Angaben: weder {2} oder die zehn Ordner von PETA mit archive/Label.txt noch {3} noch die annotation.mat von PA100K noch eine CSV-Datei mit Angaben; bitte einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{1} holds labels of several kinds, {2}; say which is meant, or part them.</source>
        <translation>{1} enthält Angaben mehrerer Arten, {2}; bitte sagen, welche gemeint ist, oder trennen.</translation>
    </message>
    <message>
        <source>{1} has no column “{2}” to part the pictures by; add one, or part them by person.</source>
        <translation>{1} hat keine Spalte „{2}“, nach der sich die Bilder teilen ließen; bitte eine anlegen oder nach Person teilen.</translation>
    </message>
    <message>
        <source>The part “{1}” has no picture.</source>
        <translation>Der Teil „{1}“ hat kein Bild.</translation>
    </message>
    <message>
        <source>This is not the published split: {1}.</source>
        <translation>Dies ist nicht die veröffentlichte Teilung: {1}.</translation>
    </message>
    <message>
        <source>{1}: {2} pictures are there to learn from, and at least {3} are needed; label more people.</source>
        <translation>{1}: {2} Bilder zum Lernen liegen vor, mindestens {3} sind nötig; bitte bei mehr Personen Merkmale angeben.</translation>
    </message>
    <message>
        <source>No attribute is labelled both ways, as one that some people have and others lack, so nothing can be told apart; label people who lack what the others have.</source>
        <translation>Kein Merkmal ist bei einigen als vorhanden und bei anderen als fehlend angegeben, so dass sich nichts unterscheiden lässt; bitte auch Personen angeben, denen fehlt, was die anderen haben.</translation>
    </message>
    <message>
        <source>Everybody labelled has {1}, so that it cannot be learned; label people who lack it.</source>
        <translation>Alle mit Angaben haben {1}, so dass es nicht gelernt werden kann; bitte Personen angeben, denen es fehlt.</translation>
    </message>
    <message>
        <source>{1} pictures are held out, too few to compare the new model with the old one; label more people.</source>
        <translation>{1} Bilder sind zurückgehalten, zu wenige, um das neue Modell mit dem alten zu vergleichen; bitte bei mehr Personen Merkmale angeben.</translation>
    </message>
    <message>
        <source>{1} labelled pictures are few: the new model may learn, but its figures have wide intervals.</source>
        <translation>{1} Bilder mit Angaben sind wenige: Das neue Modell kann lernen, aber seine Kennzahlen haben weite Intervalle.</translation>
    </message>
    <message>
        <source>{1}: {2} pictures are there to choose the best epoch on, of at least {3}; label more people, or hold them out by something of which there is more.</source>
        <translation>{1}: {2} Bilder zur Wahl der besten Epoche liegen vor, mindestens {3} sind nötig; bitte bei mehr Personen Merkmale angeben oder nach etwas zurückhalten, wovon es mehr gibt.</translation>
    </message>
    <message>
        <source>{1}: none of its rows can be used, and the first of {2} problems is that row {3} {4}; correct the labels.</source>
        <translation>{1}: keine Zeile ist brauchbar, und das erste von {2} Problemen ist, dass Zeile {3} {4}; bitte die Angaben berichtigen.</translation>
    </message>
    <message>
        <source>{1} of the {2} pictures of “{3}” are not on disk.</source>
        <translation>{1} der {2} Bilder von „{3}“ liegen nicht vor.</translation>
    </message>
    <message>
        <source>must be false, for this data set's split leaves no pictures out</source>
        <translation>muss false sein, denn die Teilung dieser Daten lässt keine Bilder aus</translation>
    </message>
    <message>
        <source>names the person “{1}”, as row {2} does, and contradicts it under {3}; give two people two names, or correct the label</source>
        <translation>nennt die Person „{1}“ wie Zeile {2} und widerspricht ihr unter {3}; bitte zwei Personen zwei Namen geben oder die Angabe berichtigen</translation>
    </message>
    <message>
        <source>works on CUDA alone; use bf16, or full</source>
        <translation>geht nur mit CUDA; bitte bf16 oder full nehmen</translation>
    </message>
    <message>
        <source>the checkpoint is damaged ({1}); {2}</source>
        <translation>der Zwischenstand ist beschädigt ({1}); {2}</translation>
    </message>
    <message>
        <source>{1}, epoch {2} of {3}</source>
        <translation>{1}, Epoche {2} von {3}</translation>
    </message>
    <message>
        <source>must begin with a letter or digit; up to 63 letters, digits, - and _ can follow</source>
        <translation>muss mit einem Buchstaben oder einer Ziffer beginnen; bis zu 63 Buchstaben, Ziffern, - und _ können folgen</translation>
    </message>
    <message>
        <source>There is a training “{1}” already; give the new model another name.</source>
        <translation>Ein Training „{1}“ gibt es schon; bitte dem neuen Modell einen anderen Namen geben.</translation>
    </message>
    <message>
        <source>The training “{1}” is of the case {2}; open that one to go on with it.</source>
        <translation>Das Training „{1}“ gehört zum Fall {2}; um damit fortzufahren, bitte diesen öffnen.</translation>
    </message>
    <message>
        <source>a newer version of Bolo wrote it</source>
        <translation>eine neuere Version von Bolo hat es geschrieben</translation>
    </message>
    <message>
        <source>names no data; choose a case or a folder</source>
        <translation>nennt keine Daten; bitte einen Fall oder Ordner wählen</translation>
    </message>
    <message>
        <source>is a folder too many; choose one</source>
        <translation>ist ein Ordner zu viel; bitte einen wählen</translation>
    </message>
    <message>
        <source>must be the training's, {1}</source>
        <translation>muss der des Trainings sein, {1}</translation>
    </message>
    <message>
        <source>The training {1} has no plan that can be read ({2}); order it anew.</source>
        <translation>Das Training {1} hat keinen lesbaren Plan ({2}); bitte neu in Auftrag geben.</translation>
    </message>
    <message>
        <source>must be at least 1</source>
        <translation>muss mindestens 1 sein</translation>
    </message>
    <message>
        <source>must be 0 where `start` names no model to be held to</source>
        <translation>muss 0 sein, wo `start` kein Modell nennt, an das gehalten wird</translation>
    </message>
    <message>
        <source>must have a stage with an epoch or more</source>
        <translation>muss eine Stufe mit mindestens einer Epoche haben</translation>
    </message>
    <message>
        <source>is not a TOML file ({1})</source>
        <translation>ist keine TOML-Datei ({1})</translation>
    </message>
    <message>
        <source>has a wrong field: {1}</source>
        <translation>hat ein falsches Feld: {1}</translation>
    </message>
    <message>
        <source>names “{1}”, which the recipe does not have</source>
        <translation>nennt „{1}“, was das Rezept nicht hat</translation>
    </message>
    <message>
        <source>must be above 0 and below 1</source>
        <translation>muss über 0 und unter 1 liegen</translation>
    </message>
    <message>
        <source>must be 0 where alignment is</source>
        <translation>muss 0 sein, wo alignment es ist</translation>
    </message>
    <message>
        <source>must be 0 where alignment is, or is a loss of proxies</source>
        <translation>muss 0 sein, wo alignment es ist oder ein Verlust mit Proxys ist</translation>
    </message>
    <message>
        <source>must be above 0 where alignment is not</source>
        <translation>muss über 0 liegen, wo alignment es nicht tut</translation>
    </message>
    <message>
        <source>must be above 0 and at most 1</source>
        <translation>muss über 0 und höchstens bei 1 liegen</translation>
    </message>
    <message>
        <source>must be 0, for all, or 2 and more, for it compares pairs</source>
        <translation>muss 0 sein, für alle, oder mindestens 2, denn es werden Paare verglichen</translation>
    </message>
    <message>
        <source>must be a height and a width of 32 pixels or more</source>
        <translation>muss eine Höhe und eine Breite von mindestens 32 Pixeln sein</translation>
    </message>
    <message>
        <source>must leave two crops or more in each</source>
        <translation>muss in jedem mindestens zwei Ausschnitte lassen</translation>
    </message>
    <message>
        <source>must be at least 0</source>
        <translation>muss mindestens 0 sein</translation>
    </message>
    <message>
        <source>must be at least {1}</source>
        <translation>muss mindestens {1} sein</translation>
    </message>
    <message>
        <source>must be at least 0 and below 1</source>
        <translation>muss mindestens 0 und unter 1 sein</translation>
    </message>
    <message>
        <source>Training stopped in stage {1} because {2} is no finite number any more; the last epoch's checkpoint is kept, and a smaller learning rate or precision=full may help.</source>
        <translation>Das Training hielt in Stufe {1} an, weil {2} keine endliche Zahl mehr ist; der Zwischenstand der letzten Epoche bleibt, und eine kleinere Lernrate oder precision=full können helfen.</translation>
    </message>
    <message>
        <source>The memory does not suffice for stage {1}, not even for two crops at a time; close other programs, or set a smaller input_px or backbone.</source>
        <translation>Der Speicher reicht für Stufe {1} nicht, nicht einmal für je zwei Ausschnitte; bitte andere Programme schließen oder input_px oder backbone kleiner wählen.</translation>
    </message>
    <message>
        <source>The memory does not suffice: {1} now goes through each batch of {2} in {3} parts of {4} and adds up their gradients.</source>
        <translation>Der Speicher reicht nicht: {1} geht nun jede Menge von {2} in {3} Teilen zu {4} durch und zählt deren Gradienten zusammen.</translation>
    </message>
    <message>
        <source>A graphics card's memory does not suffice for stage {1}; set {2}.micro_batches to {3} or a smaller batch_size.</source>
        <translation>Der Speicher einer Grafikkarte reicht für Stufe {1} nicht; bitte {2}.micro_batches auf {3} setzen oder batch_size kleiner.</translation>
    </message>
    <message>
        <source>must be a multiple of {1}, the processes, in all its parts</source>
        <translation>muss in allen Teilen ein Vielfaches von {1} sein, der Zahl der Prozesse</translation>
    </message>
    <message>
        <source>The {1} processes of torchrun cannot reach each other ({2}).</source>
        <translation>Die {1} Prozesse von torchrun erreichen einander nicht ({2}).</translation>
    </message>
    <message>
        <source>the checkpoint is of another recipe or other settings; {1}</source>
        <translation>der Zwischenstand ist von einem anderen Rezept oder anderen Einstellungen; {1}</translation>
    </message>
    <message>
        <source>the checkpoint does not fit this recipe ({1}); {2}</source>
        <translation>der Zwischenstand passt nicht zu diesem Rezept ({1}); {2}</translation>
    </message>
    <message>
        <source>must be at most {1}, the crops there are</source>
        <translation>darf höchstens {1} sein, so viele Ausschnitte gibt es</translation>
    </message>
    <message>
        <source>Each crop needs one category vector, and one row that says what of it is known.</source>
        <translation>Jeder Ausschnitt braucht einen Kategorienvektor und eine Zeile, die sagt, was davon bekannt ist.</translation>
    </message>
    <message>
        <source>The training “{1}” is still ending; try again in a moment.</source>
        <translation>Das Training „{1}“ wird gerade noch beendet; bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>fetch them with bolo models fetch-detector, name a file with --detector-weights, or take hog.</source>
        <translation>sie mit bolo models fetch-detector laden, eine Gewichtsdatei wählen oder hog nehmen.</translation>
    </message>
    <message>
        <source>needs its weights; name torchvision's file with --detector-weights, such as {1}, or take hog</source>
        <translation>braucht seine Gewichte; die Datei von torchvision angeben, etwa {1}, oder hog nehmen</translation>
    </message>
    <message>
        <source>YOLOX's weights are not there; {1}</source>
        <translation>die Gewichte von YOLOX fehlen; {1}</translation>
    </message>
    <message>
        <source>is no list of corners; write each as x,y in shares of the frame, such as 0.1,0.2 0.3,0.2 0.3,0.4</source>
        <translation>ist keine Liste von Ecken; jede als x,y in Anteilen des Bildes schreiben, etwa 0.1,0.2 0.3,0.2 0.3,0.4</translation>
    </message>
    <message>
        <source>has {1} corners; give 3 to {2}</source>
        <translation>hat {1} Ecken; 3 bis {2} angeben</translation>
    </message>
    <message>
        <source>leaves the frame; give x and y as shares of its width and height, 0 to 1</source>
        <translation>verlässt das Bild; x und y als Anteile von Breite und Höhe angeben, 0 bis 1</translation>
    </message>
    <message>
        <source>has no area; give corners that do not lie on one line</source>
        <translation>hat keine Fläche; Ecken angeben, die nicht auf einer Linie liegen</translation>
    </message>
    <message>
        <source>too low</source>
        <translation>zu niedrig</translation>
    </message>
    <message>
        <source>in an ignored zone</source>
        <translation>in einer ausgesparten Zone</translation>
    </message>
    <message>
        <source>everybody whom the detector finds</source>
        <translation>alle, die der Detektor findet</translation>
    </message>
    <message>
        <source>must be 0 or more</source>
        <translation>muss 0 oder mehr sein</translation>
    </message>
    <message>
        <source>must be 0 to {1} pixels</source>
        <translation>muss 0 bis {1} Pixel sein</translation>
    </message>
    <message>
        <source>height from {1} px</source>
        <translation>Höhe ab {1} px</translation>
    </message>
    <message>
        <source>score from {1}</source>
        <translation>Wert ab {1}</translation>
    </message>
    <message>
        <source>ignored zones: {1}</source>
        <translation>ausgesparte Zonen: {1}</translation>
    </message>
    <message>
        <source>is no {1} with the 91 classes of COCO; {2}.</source>
        <translation>ist kein {1} mit den 91 Klassen von COCO; {2}.</translation>
    </message>
    <message>
        <source>use torchvision's fasterrcnn_resnet50_fpn_v2, fasterrcnn_mobilenet_v3_large_fpn or ssdlite320_mobilenet_v3</source>
        <translation>fasterrcnn_resnet50_fpn_v2, fasterrcnn_mobilenet_v3_large_fpn oder ssdlite320_mobilenet_v3 von torchvision verwenden</translation>
    </message>
    <message>
        <source>is no file of weights, or is cut off; fetch it again or choose another file.</source>
        <translation>ist keine Gewichtsdatei oder abgeschnitten; bitte neu beschaffen oder eine andere wählen.</translation>
    </message>
    <message>
        <source>holds no detector that Bolo knows; {1}.</source>
        <translation>enthält keinen Detektor, den Bolo kennt; {1}.</translation>
    </message>
    <message>
        <source>is too large for a detector; {1}.</source>
        <translation>ist zu groß für einen Detektor; {1}.</translation>
    </message>
    <message>
        <source>is not the file that its name says, or is cut off; fetch it again.</source>
        <translation>ist nicht die Datei, die ihr Name nennt, oder abgeschnitten; bitte neu beschaffen.</translation>
    </message>
    <message>
        <source>cannot be read ({1}); check your rights to it.</source>
        <translation>kann nicht gelesen werden ({1}); bitte die Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>download {1} by hand and choose it as the detector's weights</source>
        <translation>{1} von Hand herunterladen und als Gewichte des Detektors wählen</translation>
    </message>
    <message>
        <source>Fetching the detector</source>
        <translation>Detektor wird geladen</translation>
    </message>
    <message>
        <source>could not be fetched ({1}); {2}.</source>
        <translation>konnte nicht geladen werden ({1}); {2}.</translation>
    </message>
    <message>
        <source>could not be fetched ({1}); free some space, or {2}.</source>
        <translation>konnte nicht geladen werden ({1}); Platz schaffen, oder {2}.</translation>
    </message>
    <message>
        <source>was not kept: what came is not the official file; try again later.</source>
        <translation>wurde nicht behalten: Geladen wurde nicht die offizielle Datei; bitte später erneut versuchen.</translation>
    </message>
    <message>
        <source>is no YOLOX network of 416 × 416 pixels; use yolox_nano.onnx of the official release 0.1.1rc0.</source>
        <translation>ist kein YOLOX-Netz für 416 × 416 Pixel; yolox_nano.onnx der offiziellen Ausgabe 0.1.1rc0 verwenden.</translation>
    </message>
    <message>
        <source>is too large for a YOLOX network; use yolox_nano.onnx of the official release.</source>
        <translation>ist zu groß für ein YOLOX-Netz; yolox_nano.onnx der offiziellen Ausgabe verwenden.</translation>
    </message>
    <message>
        <source>is no ONNX file, or is cut off; fetch it again or choose another file.</source>
        <translation>ist keine ONNX-Datei oder abgeschnitten; bitte neu beschaffen oder eine andere wählen.</translation>
    </message>
    <message>
        <source>{1} tracks need as many hashes of two words and boxes of four sides.</source>
        <translation>{1} Bildfolgen brauchen ebenso viele Hashwerte aus zwei Wörtern und Rahmen aus vier Seiten.</translation>
    </message>
    <message>
        <source>{1} scores need as many boxes of four sides, not {2}.</source>
        <translation>{1} Werte brauchen ebenso viele Rahmen aus vier Seiten, nicht {2}.</translation>
    </message>
    <message>
        <source>The model is here already, as “{1}”; rename that one if you want another name.</source>
        <translation>Das Modell gibt es hier schon, als „{1}“; für einen anderen Namen jenes umbenennen.</translation>
    </message>
    <message>
        <source>There is a model “{1}” already; rename one of the two.</source>
        <translation>Es gibt schon ein Modell „{1}“; eines der beiden umbenennen.</translation>
    </message>
    <message>
        <source>support {1} of known {2} is no count of pictures</source>
        <translation>{1} von {2} Bildern ist keine Anzahl</translation>
    </message>
    <message>
        <source>tested {1} is no count of pictures</source>
        <translation>geprüft {1} ist keine Anzahl von Bildern</translation>
    </message>
    <message>
        <source>ma must be a percentage, not {1}</source>
        <translation>ma muss ein Prozentwert sein, nicht {1}</translation>
    </message>
    <message>
        <source>{1} is no number</source>
        <translation>{1} ist keine Zahl</translation>
    </message>
    <message>
        <source>a field is of another kind</source>
        <translation>ein Feld ist von anderer Art</translation>
    </message>
    <message>
        <source>input_px must be two numbers of at most {1}</source>
        <translation>input_px muss zwei Zahlen bis {1} enthalten</translation>
    </message>
    <message>
        <source>The model {1} was made by a newer version of Bolo; update Bolo to use it.</source>
        <translation>Das Modell {1} stammt aus einer neueren Version von Bolo; dafür Bolo aktualisieren.</translation>
    </message>
    <message>
        <source>The model {1} has no readable card ({2}); add the model again.</source>
        <translation>Das Modell {1} hat keine lesbare Karte ({2}); bitte das Modell neu hinzufügen.</translation>
    </message>
    <message>
        <source>The categories {1} are another model's; add the model again.</source>
        <translation>Die Kategorien {1} gehören zu einem anderen Modell; bitte das Modell neu hinzufügen.</translation>
    </message>
    <message>
        <source>Categories {1} and counts {2} do not fit.</source>
        <translation>Kategorien {1} und Anzahlen {2} passen nicht zusammen.</translation>
    </message>
    <message>
        <source>Category vectors are made of 0 and 1, and every category has a crop.</source>
        <translation>Kategorievektoren bestehen aus 0 und 1, und jede Kategorie hat einen Ausschnitt.</translation>
    </message>
    <message>
        <source>The categories {1} cannot be read ({2}); add the model again.</source>
        <translation>Die Kategorien {1} können nicht gelesen werden ({2}); bitte das Modell neu hinzufügen.</translation>
    </message>
    <message>
        <source>{1} is missing or does not belong there</source>
        <translation>{1} fehlt oder gehört nicht dorthin</translation>
    </message>
    <message>
        <source>The weights {1} cannot be used ({2}); add the model again.</source>
        <translation>Die Gewichte {1} sind nicht verwendbar ({2}); bitte das Modell neu hinzufügen.</translation>
    </message>
    <message>
        <source>The weights of {1} cannot be read ({2}); get the model again.</source>
        <translation>Die Gewichte von {1} können nicht gelesen werden ({2}); bitte das Modell neu beschaffen.</translation>
    </message>
    <message>
        <source>The weights of {1} do not fit its card: {2} is {3} there, and {4} by the card; get the model again.</source>
        <translation>Die Gewichte von {1} passen nicht zu seiner Karte: {2} ist dort {3}, laut Karte {4}; bitte das Modell neu beschaffen.</translation>
    </message>
    <message>
        <source>The weights {1} cannot be started from ({2}); choose a model with the recipe's backbone and heads.</source>
        <translation>Mit den Gewichten {1} kann nicht begonnen werden ({2}); ein Modell mit Grundnetz und Köpfen des Rezepts wählen.</translation>
    </message>
    <message>
        <source>The model {1} is of a kind unknown here ({2}); update Bolo to use it.</source>
        <translation>Das Modell {1} ist von unbekannter Art ({2}); dafür Bolo aktualisieren.</translation>
    </message>
    <message>
        <source>Bolo model</source>
        <translation>Bolo-Modell</translation>
    </message>
    <message>
        <source>{1} is no model that can be taken in: {2}; get the file again from where it came.</source>
        <translation>{1} ist kein Modell, das aufgenommen werden kann: {2}; bitte die Datei neu von der Quelle beschaffen.</translation>
    </message>
    <message>
        <source>it is too short</source>
        <translation>sie ist zu kurz</translation>
    </message>
    <message>
        <source>it is cut short, or was not written by Bolo</source>
        <translation>sie ist abgeschnitten oder nicht von Bolo geschrieben</translation>
    </message>
    <message>
        <source>it lists {1} files, more than a model has</source>
        <translation>sie nennt {1} Dateien, mehr als ein Modell hat</translation>
    </message>
    <message>
        <source>its {1} lists other files than it holds</source>
        <translation>ihre {1} nennt andere Dateien, als sie enthält</translation>
    </message>
    <message>
        <source>it cannot be read ({1})</source>
        <translation>sie kann nicht gelesen werden ({1})</translation>
    </message>
    <message>
        <source>it holds “{1}”, which no model has</source>
        <translation>sie enthält „{1}“, was kein Modell hat</translation>
    </message>
    <message>
        <source>it holds {1} twice</source>
        <translation>sie enthält {1} doppelt</translation>
    </message>
    <message>
        <source>{1} in it is packed or encrypted</source>
        <translation>{1} darin ist gepackt oder verschlüsselt</translation>
    </message>
    <message>
        <source>{1} in it is no file</source>
        <translation>{1} darin ist keine Datei</translation>
    </message>
    <message>
        <source>{1} in it is larger than any model's</source>
        <translation>{1} darin ist größer als bei jedem Modell</translation>
    </message>
    <message>
        <source>it holds no {1}</source>
        <translation>ihr fehlt {1}</translation>
    </message>
    <message>
        <source>another kind of file</source>
        <translation>eine andere Art von Datei</translation>
    </message>
    <message>
        <source>it was made by a newer version of Bolo, which this one must be updated to</source>
        <translation>sie stammt aus einer neueren Version von Bolo, auf die diese zu aktualisieren ist</translation>
    </message>
    <message>
        <source>its {1} cannot be read</source>
        <translation>ihre {1} ist nicht lesbar</translation>
    </message>
    <message>
        <source>{1} in it is not what was written</source>
        <translation>{1} darin ist nicht, was geschrieben wurde</translation>
    </message>
    <message>
        <source>“{1}” cannot be a model's name; take up to 64 letters, digits, - and _, a letter or digit first.</source>
        <translation>„{1}“ kann kein Modellname sein; bis zu 64 Buchstaben, Ziffern, - und _ nehmen, zuerst einen Buchstaben oder eine Ziffer.</translation>
    </message>
    <message>
        <source>The weights of {1} hold {2} numbers in {3}, which no model has; get it again.</source>
        <translation>Die Gewichte von {1} enthalten Zahlen der Art {2} in {3}, die kein Modell hat; bitte neu beschaffen.</translation>
    </message>
    <message>
        <source>The weights of {1} hold numbers in {2} that are not finite; get the model again.</source>
        <translation>Die Gewichte von {1} enthalten in {2} Zahlen, die nicht endlich sind; bitte das Modell neu beschaffen.</translation>
    </message>
    <message>
        <source>The model {1} has no {2}; choose a folder or file that Bolo has made.</source>
        <translation>Dem Modell {1} fehlt {2}; einen Ordner oder eine Datei wählen, die Bolo erzeugt hat.</translation>
    </message>
    <message>
        <source>The weights of {1} do not fit its card; get the model again.</source>
        <translation>Die Gewichte von {1} passen nicht zu seiner Karte; bitte das Modell neu beschaffen.</translation>
    </message>
    <message>
        <source>{1} is larger than any model's ({2} MiB); choose another file.</source>
        <translation>{1} ist größer als bei jedem Modell ({2} MiB); eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>The weights of {1} are no whole safetensors file ({2}); get the model again.</source>
        <translation>Die Gewichte von {1} sind keine ganze safetensors-Datei ({2}); bitte das Modell neu beschaffen.</translation>
    </message>
    <message>
        <source>The weights {1} hold no category encoder; add the model again.</source>
        <translation>Die Gewichte {1} enthalten keinen Kategoriekodierer; bitte das Modell neu hinzufügen.</translation>
    </message>
    <message>
        <source>The calibration of {1} does not fit its schema; add the model again.</source>
        <translation>Die Kalibrierung von {1} passt nicht zu seinem Schema; bitte das Modell neu hinzufügen.</translation>
    </message>
    <message>
        <source>The weights of {1} do not fit its schema; add the model again.</source>
        <translation>Die Gewichte von {1} passen nicht zu seinem Schema; bitte das Modell neu hinzufügen.</translation>
    </message>
    <message>
        <source>The model {1} was stored without the categories it was trained on; store them with bolo models fit, or take the scorer heads.</source>
        <translation>Das Modell {1} ist ohne seine Trainingskategorien gespeichert; mit bolo models fit nachtragen oder die Bewertung heads nehmen.</translation>
    </message>
    <message>
        <source>Categories must be (Q, {1}), not {2}.</source>
        <translation>Kategorien müssen (Q, {1}) sein, nicht {2}.</translation>
    </message>
    <message>
        <source>The weights {1} cannot be read ({2}); add the model again.</source>
        <translation>Die Gewichte {1} können nicht gelesen werden ({2}); bitte das Modell neu hinzufügen.</translation>
    </message>
    <message>
        <source>There is no model “{1}” here (there is: {2}); add it with bolo models add.</source>
        <translation>Es gibt hier kein Modell „{1}“ (vorhanden: {2}); mit bolo models add hinzufügen.</translation>
    </message>
    <message>
        <source>There is no model with the id {1} here; add its file.</source>
        <translation>Es gibt hier kein Modell mit der Kennung {1}; seine Datei aufnehmen.</translation>
    </message>
    <message>
        <source>The model {1} has no {2}; add the model again.</source>
        <translation>Dem Modell {1} fehlt {2}; bitte das Modell neu hinzufügen.</translation>
    </message>
    <message>
        <source>The weights of {1} are not those of its card; add the model again.</source>
        <translation>Die Gewichte von {1} sind nicht die seiner Karte; bitte das Modell neu hinzufügen.</translation>
    </message>
    <message>
        <source>There is a model “{1}” already; remove it first, or rename the new one.</source>
        <translation>Es gibt schon ein Modell „{1}“; es zuerst entfernen oder das neue umbenennen.</translation>
    </message>
    <message>
        <source>The model “{1}” comes with Bolo and stays as it is.</source>
        <translation>Das Modell „{1}“ gehört zu Bolo und bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>There is a folder “{1}” among the models already; take another name.</source>
        <translation>Bei den Modellen liegt schon ein Ordner „{1}“; bitte einen anderen Namen nehmen.</translation>
    </message>
    <message>
        <source>compare it with a copy of the case</source>
        <translation>mit einer Kopie des Falls vergleichen</translation>
    </message>
    <message>
        <source>put in</source>
        <translation>eingefügt</translation>
    </message>
    <message>
        <source>unknown head</source>
        <translation>unbekanntes Ende</translation>
    </message>
    <message>
        <source>Line {line} of the audit log was changed after it was written</source>
        <translation>Zeile {line} des Protokolls wurde nachträglich geändert</translation>
    </message>
    <message>
        <source>Line {line} of the audit log was changed and given a new hash, which line {other} belies</source>
        <translation>Zeile {line} des Protokolls wurde geändert und erhielt einen neuen Hashwert, dem Zeile {other} widerspricht</translation>
    </message>
    <message>
        <source>Lines {line} to {other} of the audit log were taken out</source>
        <translation>Die Zeilen {line} bis {other} des Protokolls wurden entfernt</translation>
    </message>
    <message>
        <source>Line {line} of the audit log was put in, and does not follow from the line before</source>
        <translation>Zeile {line} des Protokolls wurde eingefügt und folgt nicht aus der Zeile davor</translation>
    </message>
    <message>
        <source>Lines {line} and {other} of the audit log stand in each other's place</source>
        <translation>Die Zeilen {line} und {other} des Protokolls wurden vertauscht</translation>
    </message>
    <message>
        <source>The lines of the audit log stand in another order from line {line} on</source>
        <translation>Die Zeilen des Protokolls stehen ab Zeile {line} in anderer Reihenfolge</translation>
    </message>
    <message>
        <source>The end of the audit log was cut off from line {line} on; it once had {other} lines</source>
        <translation>Das Ende des Protokolls wurde ab Zeile {line} abgeschnitten; es hatte einmal {other} Zeilen</translation>
    </message>
    <message>
        <source>The audit log was made anew from line {line} on: a hash kept of that line is another</source>
        <translation>Das Protokoll wurde ab Zeile {line} neu erstellt: Ein aufbewahrter Hashwert dieser Zeile ist ein anderer</translation>
    </message>
    <message>
        <source>The audit log has no line with the hash given: its end was cut off, or it was made anew</source>
        <translation>Das Protokoll hat keine Zeile mit dem angegebenen Hashwert: Sein Ende wurde abgeschnitten, oder es wurde neu erstellt</translation>
    </message>
    <message>
        <source>The log is whole: {1} lines, the last with the hash {2}</source>
        <translation>Das Protokoll ist unversehrt: {1} Zeilen, die letzte mit dem Hashwert {2}</translation>
    </message>
    <message>
        <source>Line {line} of the audit log was taken out</source>
        <translation>Zeile {line} des Protokolls wurde entfernt</translation>
    </message>
    <message>
        <source>is no hash of a line; a report gives it as 64 hexadecimal digits</source>
        <translation>ist kein Hashwert einer Zeile; ein Bericht nennt ihn mit 64 hexadezimalen Ziffern</translation>
    </message>
    <message>
        <source>must be the hash of a line, or LINE:HASH</source>
        <translation>muss der Hashwert einer Zeile sein, oder ZEILE:HASH</translation>
    </message>
    <message>
        <source>is none; write it as 4m10s, or -250s for a clock behind</source>
        <translation>ist keiner; als 4m10s schreiben, oder -250s für eine nachgehende Uhr</translation>
    </message>
    <message>
        <source>clock offset</source>
        <translation>Uhrabweichung</translation>
    </message>
    <message>
        <source>is more than a century; write it as 4m10s or -250s</source>
        <translation>ist mehr als ein Jahrhundert; als 4m10s oder -250s schreiben</translation>
    </message>
    <message>
        <source>is no known time zone; write it like Europe/Berlin or UTC</source>
        <translation>ist keine bekannte Zeitzone; wie Europe/Berlin oder UTC schreiben</translation>
    </message>
    <message>
        <source>there is no camera “{1}”; the case has {2}.</source>
        <translation>es gibt keine Kamera „{1}“; der Fall hat {2}.</translation>
    </message>
    <message>
        <source>a camera needs a name; write one.</source>
        <translation>eine Kamera braucht einen Namen; bitte einen angeben.</translation>
    </message>
    <message>
        <source>the clock of camera “{1}” stands otherwise than that of “{2}”; set both to the same, then join.</source>
        <translation>die Uhr der Kamera „{1}“ steht anders als die von „{2}“; beide gleich stellen, dann zusammenführen.</translation>
    </message>
    <message>
        <source>cameras “{1}” and “{2}” have frames of one folder, and cannot be joined; keep both.</source>
        <translation>die Kameras „{1}“ und „{2}“ haben Bilder aus einem Ordner und können nicht zusammengeführt werden; beide behalten.</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>the model {1} has not seen {2} of its people yet; prepare it for the case first.</source>
        <translation>das Modell {1} hat {2} der Personen noch nicht ausgewertet; es zuerst für den Fall vorbereiten.</translation>
    </message>
    <message>
        <source>its database {file} is damaged; restore the case from a copy, or run “bolo case verify” to see what is left.</source>
        <translation>seine Datenbank {file} ist beschädigt; den Fall aus einer Kopie wiederherstellen oder mit „bolo case verify“ nachsehen, was übrig ist.</translation>
    </message>
    <message>
        <source>the disk is full; free some space and run the same again, what was recorded so far is safe.</source>
        <translation>der Datenträger ist voll; Platz schaffen und noch einmal starten, das bisher Erfasste ist sicher.</translation>
    </message>
    <message>
        <source>the case cannot be written; copy it to a folder that can be written, and open it there.</source>
        <translation>der Fall kann nicht beschrieben werden; ihn in einen beschreibbaren Ordner kopieren und dort öffnen.</translation>
    </message>
    <message>
        <source>another process is writing to the case; try again in a moment.</source>
        <translation>ein anderer Prozess schreibt in den Fall; gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>{file} cannot be opened; see that the drive is plugged in and that you may read the folder.</source>
        <translation>{file} kann nicht geöffnet werden; prüfen, ob das Laufwerk angeschlossen und der Ordner lesbar ist.</translation>
    </message>
    <message>
        <source>{file} cannot be read or written; see that the drive is plugged in and has space, then try again.</source>
        <translation>{file} kann nicht gelesen oder geschrieben werden; prüfen, ob das Laufwerk angeschlossen ist und Platz hat, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>{file} is no database; choose a case that Bolo made.</source>
        <translation>{file} ist keine Datenbank; einen Fall wählen, den Bolo angelegt hat.</translation>
    </message>
    <message>
        <source>the case was opened read-only; open it for writing, or work on a copy.</source>
        <translation>der Fall ist schreibgeschützt geöffnet; ihn zum Schreiben öffnen oder an einer Kopie arbeiten.</translation>
    </message>
    <message>
        <source>it was not closed properly, and the last changes still stand in {1}; copy the case to a folder that can be written, and open it there.</source>
        <translation>er wurde nicht ordentlich geschlossen, die letzten Änderungen stehen noch in {1}; den Fall in einen beschreibbaren Ordner kopieren und dort öffnen.</translation>
    </message>
    <message>
        <source>{1} was not made by Bolo; choose the folder of a Bolo case.</source>
        <translation>{1} stammt nicht von Bolo; bitte den Ordner eines Bolo-Falls wählen.</translation>
    </message>
    <message>
        <source>the case was made by a newer version of Bolo; update Bolo to open it.</source>
        <translation>der Fall stammt aus einer neueren Version von Bolo; zum Öffnen Bolo aktualisieren.</translation>
    </message>
    <message>
        <source>The vectors of model {1} must be of unit length, and one has length {2}.</source>
        <translation>Die Vektoren des Modells {1} müssen die Länge eins haben, einer hat {2}.</translation>
    </message>
    <message>
        <source>may hold letters, digits, dots, dashes and underlines only</source>
        <translation>darf nur Buchstaben, Ziffern, Punkte, Binde- und Unterstriche enthalten</translation>
    </message>
    <message>
        <source>The model {1} has embedded crops of this case with {2} numbers and {3} attributes, and now gives {4} and {5}; a changed model needs an id of its own.</source>
        <translation>Das Modell {1} hat Ausschnitte dieses Falls mit {2} Zahlen und {3} Merkmalen ausgewertet und liefert jetzt {4} und {5}; ein geändertes Modell braucht eine eigene Kennung.</translation>
    </message>
    <message>
        <source>The {1} must be ({2}, width), one row a crop, not {3}.</source>
        <translation>{1}: verlangt ist ({2}, Breite), eine Zeile je Ausschnitt, nicht {3}.</translation>
    </message>
    <message>
        <source>The {1} of model {2} hold numbers that are not finite; the model is damaged.</source>
        <translation>{1} des Modells {2}: Zahlen sind nicht endlich; das Modell ist beschädigt.</translation>
    </message>
    <message>
        <source>there is no crop {1}; “bolo crops” lists those that there are.</source>
        <translation>es gibt keinen Ausschnitt {1}; „bolo crops“ listet die vorhandenen auf.</translation>
    </message>
    <message>
        <source>there is no crop {1}.</source>
        <translation>es gibt keinen Ausschnitt {1}.</translation>
    </message>
    <message>
        <source>There is no saved search “{1}”; the case has {2}.</source>
        <translation>Es gibt keine gespeicherte Suche „{1}“; der Fall hat {2}.</translation>
    </message>
    <message>
        <source>A saved search needs a name of 1 to {1} letters; write another one.</source>
        <translation>Eine gespeicherte Suche braucht einen Namen von 1 bis {1} Zeichen; bitte einen anderen angeben.</translation>
    </message>
    <message>
        <source>There is a saved search “{1}” already; choose another name.</source>
        <translation>Es gibt schon eine gespeicherte Suche „{1}“; bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>has no time zone</source>
        <translation>hat keine Zeitzone</translation>
    </message>
    <message>
        <source>{1} cannot be made ({2}); see that the drive has space, then try again.</source>
        <translation>{1} kann nicht angelegt werden ({2}); prüfen, ob das Laufwerk Platz hat, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>the picture of crop {1} is missing; “bolo case verify” lists what is lost.</source>
        <translation>das Bild des Ausschnitts {1} fehlt; „bolo case verify“ listet auf, was verloren ist.</translation>
    </message>
    <message>
        <source>there is something here already; choose another name, or open it as a case.</source>
        <translation>hier gibt es schon etwas; einen anderen Namen wählen oder es als Fall öffnen.</translation>
    </message>
    <message>
        <source>there is no case here; check the path, or make one with “bolo case new”.</source>
        <translation>hier ist kein Fall; bitte den Pfad prüfen oder einen neuen Fall anlegen.</translation>
    </message>
    <message>
        <source>the case cannot be written; open it read-only, or copy it to a folder that can be written.</source>
        <translation>der Fall kann nicht beschrieben werden; ihn schreibgeschützt öffnen oder in einen beschreibbaren Ordner kopieren.</translation>
    </message>
    <message>
        <source>the case was made by an older version of Bolo; open it once for writing to bring it up to date.</source>
        <translation>der Fall stammt aus einer älteren Version von Bolo; ihn einmal zum Schreiben öffnen, um ihn auf den neuen Stand zu bringen.</translation>
    </message>
    <message>
        <source>a case cannot be made here; choose a folder that you may write.</source>
        <translation>hier kann kein Fall angelegt werden; bitte einen beschreibbaren Ordner wählen.</translation>
    </message>
    <message>
        <source>a case cannot be made here ({1}); choose another folder.</source>
        <translation>hier kann kein Fall angelegt werden ({1}); bitte einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{1} is no index of Bolo's; delete it, and it is made anew.</source>
        <translation>{1} ist kein Index von Bolo; nach dem Löschen wird er neu angelegt.</translation>
    </message>
    <message>
        <source>{1} is no index; delete it, and it is made anew.</source>
        <translation>{1} ist kein Index; nach dem Löschen wird er neu angelegt.</translation>
    </message>
    <message>
        <source>FAISS could not write {1}</source>
        <translation>FAISS konnte {1} nicht schreiben</translation>
    </message>
    <message>
        <source>Ids must be one row of numbers from 0.</source>
        <translation>Kennungen müssen eine Reihe von Zahlen ab 0 sein.</translation>
    </message>
    <message>
        <source>An id was given twice to the index; each crop has one vector.</source>
        <translation>Der Index erhielt eine Kennung zweimal; jeder Ausschnitt hat einen Vektor.</translation>
    </message>
    <message>
        <source>An id is in the index already; remove its old vector first.</source>
        <translation>Eine Kennung ist schon im Index; zuerst ihren alten Vektor entfernen.</translation>
    </message>
    <message>
        <source>{1} ids and {2} vectors were given to the index.</source>
        <translation>Der Index erhielt {1} Kennungen und {2} Vektoren.</translation>
    </message>
    <message>
        <source>k must be 1 or more, not {1}.</source>
        <translation>k muss 1 oder mehr sein, nicht {1}.</translation>
    </message>
    <message>
        <source>A vector was asked for that is not in the index.</source>
        <translation>Gefragt war ein Vektor, der nicht im Index ist.</translation>
    </message>
    <message>
        <source>The index holds vectors of width {1}; {2} was given.</source>
        <translation>Der Index enthält Vektoren der Breite {1}; gegeben war {2}.</translation>
    </message>
    <message>
        <source>A vector holds numbers that are not finite; the model that made it is damaged.</source>
        <translation>Ein Vektor enthält Zahlen, die nicht endlich sind; sein Modell ist beschädigt.</translation>
    </message>
    <message>
        <source>A vector is not of unit length; inner product would not be the cosine.</source>
        <translation>Ein Vektor hat nicht die Länge eins; das Skalarprodukt wäre nicht der Kosinus.</translation>
    </message>
    <message>
        <source>No crop of this case has been embedded with the model {1}; embed it first.</source>
        <translation>Kein Ausschnitt dieses Falls ist mit dem Modell {1} ausgewertet; ihn zuerst auswerten.</translation>
    </message>
    <message>
        <source>must be 1 or more, for frames are counted from 1</source>
        <translation>muss 1 oder mehr sein, denn Bilder werden ab 1 gezählt</translation>
    </message>
    <message>
        <source>some attribute scores are missing in case.db; restore the case from a copy.</source>
        <translation>einige Merkmalswerte fehlen in case.db; den Fall aus einer Kopie wiederherstellen.</translation>
    </message>
    <message>
        <source>{holder} is writing to the case; wait until its job has ended, or cancel it there.</source>
        <translation>{holder} schreibt in den Fall; das Ende des Auftrags abwarten oder ihn dort abbrechen.</translation>
    </message>
    <message>
        <source>{holder} has the case open; close it there to work on it here.</source>
        <translation>{holder} hat den Fall geöffnet; ihn dort schließen, um hier daran zu arbeiten.</translation>
    </message>
    <message>
        <source>{holder} is preparing a model for the case; wait until it is done, or cancel it there.</source>
        <translation>{holder} bereitet ein Modell für den Fall vor; bitte warten, bis das beendet ist, oder es dort abbrechen.</translation>
    </message>
    <message>
        <source>{1} (process {2} on {3})</source>
        <translation>{1} (Prozess {2} auf {3})</translation>
    </message>
    <message>
        <source>another process</source>
        <translation>ein anderer Prozess</translation>
    </message>
    <message>
        <source>The case is searched with the model “{1}” ({2}), which is not on this machine; add its file, or activate another model.</source>
        <translation>In diesem Fall wird mit dem Modell „{1}“ ({2}) gesucht, das nicht auf diesem Rechner ist; seine Datei aufnehmen oder ein anderes Modell aktivieren.</translation>
    </message>
    <message>
        <source>The clause on {1} names no attribute; tick one, or leave the clause out.</source>
        <translation>Die Angabe zu {1} nennt kein Merkmal; eines wählen oder die Angabe weglassen.</translation>
    </message>
    <message>
        <source>a contact sheet is a .png, .jpg or .pdf file; give it such a name.</source>
        <translation>eine Bildtafel ist eine .png-, .jpg- oder .pdf-Datei; bitte einen solchen Namen geben.</translation>
    </message>
    <message>
        <source>the contact sheet cannot be written ({1}); choose another place.</source>
        <translation>die Bildtafel kann nicht geschrieben werden ({1}); bitte einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>The scorer cosine ranks complete descriptions only; settle every group, or take heads.</source>
        <translation>Die Bewertung cosine reiht nur vollständige Beschreibungen; jede Gruppe festlegen oder heads nehmen.</translation>
    </message>
    <message>
        <source>The picture {1} was embedded with another model; choose it anew.</source>
        <translation>Das Bild {1} wurde mit einem anderen Modell ausgewertet; bitte neu wählen.</translation>
    </message>
    <message>
        <source>Crop {1} is not searchable in this case; choose one that a search lists.</source>
        <translation>Ausschnitt {1} ist in diesem Fall nicht durchsuchbar; bitte einen wählen, den eine Suche auflistet.</translation>
    </message>
    <message>
        <source>An example is either a crop of the case or an embedded picture; choose one of them.</source>
        <translation>Ein Beispiel ist entweder ein Ausschnitt des Falls oder ein ausgewertetes Bild; bitte eines wählen.</translation>
    </message>
    <message>
        <source>{1} is marked both as like and as unlike; take one mark away.</source>
        <translation>{1} gilt zugleich als ähnlich und unähnlich; eine Angabe entfernen.</translation>
    </message>
    <message>
        <source>none: every crop was considered</source>
        <translation>keine: jeder Ausschnitt wurde berücksichtigt</translation>
    </message>
    <message>
        <source>cameras {1}</source>
        <translation>Kameras {1}</translation>
    </message>
    <message>
        <source>sources {1}</source>
        <translation>Quellen {1}</translation>
    </message>
    <message>
        <source>from {1}</source>
        <translation>ab {1}</translation>
    </message>
    <message>
        <source>to {1}</source>
        <translation>bis {1}</translation>
    </message>
    <message>
        <source>at least {1} px high</source>
        <translation>mindestens {1} px hoch</translation>
    </message>
    <message>
        <source>sharpness at least {1}</source>
        <translation>Schärfe mindestens {1}</translation>
    </message>
    <message>
        <source>review state {1}</source>
        <translation>Bewertungsstand {1}</translation>
    </message>
    <message>
        <source>only {1} crops that were named</source>
        <translation>nur {1} benannte Ausschnitte</translation>
    </message>
    <message>
        <source>The span from {1} to {2} ends before it starts; swap the two.</source>
        <translation>Der Zeitraum von {1} bis {2} endet vor seinem Beginn; beide vertauschen.</translation>
    </message>
    <message>
        <source>The time {1} has no zone; write it as {2}+00:00.</source>
        <translation>Die Zeit {1} hat keine Zone; als {2}+00:00 schreiben.</translation>
    </message>
    <message>
        <source>The stored filters cannot be read ({1}); set them anew.</source>
        <translation>Die gespeicherten Filter können nicht gelesen werden ({1}); bitte neu setzen.</translation>
    </message>
    <message>
        <source>Choosing the fused score's weights</source>
        <translation>Gewichte der Gesamtbewertung werden gewählt</translation>
    </message>
    <message>
        <source>Embeddings {1}, logits {2} and labels {3} are not of the same pictures.</source>
        <translation>Einbettungen {1}, Logits {2} und Merkmalsangaben {3} stammen nicht von denselben Bildern.</translation>
    </message>
    <message>
        <source>Asking partial descriptions</source>
        <translation>Teilbeschreibungen werden abgefragt</translation>
    </message>
    <message>
        <source>{1} is of the group {2} and {3} of {4}; alternatives must be of one group, so ask twice.</source>
        <translation>{1} gehört zur Gruppe {2} und {3} zu {4}; Alternativen müssen aus einer Gruppe sein, also zweimal fragen.</translation>
    </message>
    <message>
        <source>A set of alternatives names no attribute; name at least one.</source>
        <translation>Eine Menge von Alternativen nennt kein Merkmal; mindestens eines nennen.</translation>
    </message>
    <message>
        <source>Nobody is both {1}; ask for one of them, or for either.</source>
        <translation>Niemand ist beides zugleich: {1}; eines davon wählen, oder beide als Alternativen.</translation>
    </message>
    <message>
        <source>{1} leaves no room for {2}; ask for one of them, or for either.</source>
        <translation>{1} lässt keinen Raum für {2}; eines davon wählen, oder beide als Alternativen.</translation>
    </message>
    <message>
        <source>“{1}” is no part of a description; write has:, not:, prefer: or prefer-not: and a value.</source>
        <translation>„{1}“ ist kein Teil einer Beschreibung; has:, not:, prefer: oder prefer-not: und einen Wert schreiben.</translation>
    </message>
    <message>
        <source>“{1}” mixes &amp; and |; write two clauses instead.</source>
        <translation>„{1}“ mischt &amp; und |; stattdessen zwei Angaben schreiben.</translation>
    </message>
    <message>
        <source>The description both wants and excludes {1}; take one of the two away.</source>
        <translation>Die Beschreibung verlangt {1} und schließt es zugleich aus; eines von beiden entfernen.</translation>
    </message>
    <message>
        <source>A category vector of {1} is ({2},), not {3}.</source>
        <translation>Ein Kategorievektor von {1} ist ({2},), nicht {3}.</translation>
    </message>
    <message>
        <source>The saved search cannot be read ({1}); save it anew.</source>
        <translation>Die gespeicherte Suche kann nicht gelesen werden ({1}); bitte neu speichern.</translation>
    </message>
    <message>
        <source>Similarity is a lead, not an identification</source>
        <translation>Ähnlichkeit ist ein Hinweis, keine Identifizierung</translation>
    </message>
    <message>
        <source>{1} of {2}{3} ranked</source>
        <translation>{1} von {2}{3} gereiht</translation>
    </message>
    <message>
        <source>{1} to {2}</source>
        <translation>{1} bis {2}</translation>
    </message>
    <message>
        <source>; the filters leave out {1}</source>
        <translation>; die Filter lassen {1} aus</translation>
    </message>
    <message>
        <source>; {1} not embedded yet</source>
        <translation>; {1} noch nicht ausgewertet</translation>
    </message>
    <message>
        <source>Line {1} of the case's log is no search; its last search is line {2}.</source>
        <translation>Zeile {1} des Protokolls ist keine Suche; die letzte Suche ist Zeile {2}.</translation>
    </message>
    <message>
        <source>The case's log has no search to replay; make one first.</source>
        <translation>Das Protokoll hat keine Suche zum Wiederholen; zuerst eine ausführen.</translation>
    </message>
    <message>
        <source>It was made with the model {1}, and {2} searches now.</source>
        <translation>Sie wurde mit dem Modell {1} ausgeführt, jetzt sucht {2}.</translation>
    </message>
    <message>
        <source>It ranked {1} crops, and {2} pass the filters now.</source>
        <translation>Sie reihte {1} Ausschnitte, jetzt kommen {2} durch die Filter.</translation>
    </message>
    <message>
        <source>Of the {1} crops then shown {2} are not shown now, and {3} others are.</source>
        <translation>Von den damals gezeigten {1} Ausschnitten fehlen jetzt {2}, dafür erscheinen {3} andere.</translation>
    </message>
    <message>
        <source>Line {1} of the log cannot be replayed ({2}); run audit verify.</source>
        <translation>Zeile {1} des Protokolls kann nicht wiederholt werden ({2}); das Protokoll prüfen.</translation>
    </message>
    <message>
        <source>What the case holds to search in was changed since.</source>
        <translation>Der durchsuchbare Bestand des Falls hat sich seither geändert.</translation>
    </message>
    <message>
        <source>The first place that differs is {1}: crop {2} then, crop {3} now.</source>
        <translation>Der erste abweichende Platz ist {1}: damals Ausschnitt {2}, jetzt Ausschnitt {3}.</translation>
    </message>
    <message>
        <source>Saved search “{1}”: {2} new{3}</source>
        <translation>Gespeicherte Suche „{1}“: {2} neu{3}</translation>
    </message>
    <message>
        <source>Saved search “{1}” could not be run: {2}</source>
        <translation>Die gespeicherte Suche „{1}“ konnte nicht ausgeführt werden: {2}</translation>
    </message>
    <message>
        <source>is none of {1}</source>
        <translation>ist keines von {1}</translation>
    </message>
    <message>
        <source>The card of {1} has unreadable evidence limits; fit the model again.</source>
        <translation>Die Karte von {1} hat unlesbare Grenzen der Merkmalsbewertung; bitte das Modell neu anpassen.</translation>
    </message>
    <message>
        <source>The card of {1} has unreadable search constants; fit the model again.</source>
        <translation>Die Karte von {1} hat unlesbare Suchkonstanten; bitte das Modell neu anpassen.</translation>
    </message>
    <message>
        <source>The stored order cannot be read ({1}); sort anew.</source>
        <translation>Die gespeicherte Sortierung kann nicht gelesen werden ({1}); bitte neu sortieren.</translation>
    </message>
    <message>
        <source>{1} scores need as many tracks, not {2}.</source>
        <translation>{1} Werte brauchen ebenso viele Bildfolgen, nicht {2}.</translation>
    </message>
    <message>
        <source>must say why the crop is added to the case</source>
        <translation>muss sagen, warum der Ausschnitt in den Fall aufgenommen wird</translation>
    </message>
    <message>
        <source>labels imported</source>
        <translation>Merkmalsangaben importiert</translation>
    </message>
    <message>
        <source>labels exported</source>
        <translation>Merkmalsangaben exportiert</translation>
    </message>
    <message>
        <source>{1} has no column for an attribute of {2}; name the columns by their ids.</source>
        <translation>{1} hat keine Spalte für ein Merkmal von {2}; die Spalten nach ihren Kennungen benennen.</translation>
    </message>
    <message>
        <source>: row {1} {2}</source>
        <translation>: Zeile {1} {2}</translation>
    </message>
    <message>
        <source>{1} holds no label that can be used{2}; nothing was taken in.</source>
        <translation>{1} enthält keine verwendbare Merkmalsangabe{2}; nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>says “{1}” under {2}, which is no number</source>
        <translation>sagt „{1}“ unter {2}, was keine Zahl ist</translation>
    </message>
    <message>
        <source>speaks of the crop {1}, which the case does not have</source>
        <translation>nennt den Ausschnitt {1}, den der Fall nicht hat</translation>
    </message>
    <message>
        <source>names “{1}”, which the schema {2} does not know</source>
        <translation>nennt „{1}“, was das Schema {2} nicht kennt</translation>
    </message>
    <message>
        <source>A group needs a title and at least one value; name both.</source>
        <translation>Eine Gruppe braucht einen Titel und mindestens einen Wert; bitte beides angeben.</translation>
    </message>
    <message>
        <source>“{1}” stands twice in the group; name each value once.</source>
        <translation>„{1}“ steht zweimal in der Gruppe; bitte jeden Wert einmal nennen.</translation>
    </message>
    <message>
        <source>“{1}” cannot be an attribute's label; choose another.</source>
        <translation>„{1}“ kann keine Merkmalsbezeichnung sein; bitte eine andere wählen.</translation>
    </message>
    <message>
        <source>{1} is the last attribute that is asked for; add another before.</source>
        <translation>{1} ist das letzte abgefragte Merkmal; zuerst ein anderes hinzufügen.</translation>
    </message>
    <message>
        <source>The attributes kept in {1} are damaged ({2}); restore a copy.</source>
        <translation>Die Merkmale in {1} sind beschädigt ({2}); bitte eine Kopie wiederherstellen.</translation>
    </message>
    <message>
        <source>“{1}” names a trait that Bolo keeps no attribute for; choose another attribute.</source>
        <translation>„{1}“ nennt eine Eigenschaft, für die Bolo kein Merkmal führt; bitte ein anderes Merkmal wählen.</translation>
    </message>
    <message>
        <source>it cannot be read ({1}).</source>
        <translation>er kann nicht gelesen werden ({1}).</translation>
    </message>
    <message>
        <source>{1} is no plain file, or far too large</source>
        <translation>{1} ist keine gewöhnliche Datei oder viel zu groß</translation>
    </message>
    <message>
        <source>{1} lists nothing</source>
        <translation>{1} listet nichts auf</translation>
    </message>
    <message>
        <source>{1} gives another head of the log than {2} has.</source>
        <translation>{1} nennt ein anderes Ende des Protokolls als {2}.</translation>
    </message>
    <message>
        <source>The package is whole; the hash of its manifest is {1}
</source>
        <translation>Das Paket ist vollständig; der Hashwert seines Verzeichnisses ist {1}
</translation>
    </message>
    <message>
        <source>The case's log has this hash where it notes the export.
</source>
        <translation>Das Protokoll des Falls hat diesen Hashwert beim Eintrag des Exports.
</translation>
    </message>
    <message>
        <source>The package cannot be checked ({1}); ask for it again.</source>
        <translation>Das Paket kann nicht geprüft werden ({1}); bitte neu anfordern.</translation>
    </message>
    <message>
        <source>{1} does not list {2}; this is no whole package of Bolo.</source>
        <translation>{1} führt {2} nicht auf; das ist kein vollständiges Paket von Bolo.</translation>
    </message>
    <message>
        <source>line {1} of {2} is no hash and name, or names a file twice</source>
        <translation>Zeile {1} von {2} ist kein Hashwert mit Namen oder nennt eine Datei zweimal</translation>
    </message>
    <message>
        <source>{1} lists {2}, which is no name that a package has; it was not opened.</source>
        <translation>{1} nennt {2}, was in einem Paket nicht vorkommt; es wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>{1} and {2} say different things of {3}.</source>
        <translation>{1} und {2} sagen Verschiedenes über {3}.</translation>
    </message>
    <message>
        <source>Line {1} of the log does not follow from the one before.</source>
        <translation>Zeile {1} des Protokolls folgt nicht aus der davor.</translation>
    </message>
    <message>
        <source>{1} is a link or no plain file; it was not opened.</source>
        <translation>{1} ist eine Verknüpfung oder keine gewöhnliche Datei; es wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>{1} is missing.</source>
        <translation>{1} fehlt.</translation>
    </message>
    <message>
        <source>{1} cannot be read ({2}).</source>
        <translation>{1} kann nicht gelesen werden ({2}).</translation>
    </message>
    <message>
        <source>{1} speaks of {2} for crop {3}, and does not list it.</source>
        <translation>{1} nennt {2} für Ausschnitt {3}, führt es aber nicht auf.</translation>
    </message>
    <message>
        <source>{1} was changed since the package was made.</source>
        <translation>{1} wurde geändert, seit das Paket erstellt wurde.</translation>
    </message>
    <message>
        <source>{1} does not belong to the package.</source>
        <translation>{1} gehört nicht zum Paket.</translation>
    </message>
    <message>
        <source>{1} cannot be understood ({2}: {3}).</source>
        <translation>{1} ist nicht verständlich ({2}: {3}).</translation>
    </message>
    <message>
        <source>lies inside the case, where nothing of an export may stand; choose another folder.</source>
        <translation>liegt im Fall, wo kein Export stehen darf; bitte einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>there is something here already; choose a folder that is empty or does not exist.</source>
        <translation>hier gibt es schon etwas; bitte einen leeren oder neuen Ordner wählen.</translation>
    </message>
    <message>
        <source>the package cannot be written ({1}); choose another folder.</source>
        <translation>das Paket kann nicht geschrieben werden ({1}); bitte einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>Hashing files</source>
        <translation>Hashwerte werden gebildet</translation>
    </message>
    <message>
        <source>nowhere yet</source>
        <translation>noch nirgends</translation>
    </message>
    <message>
        <source>none of its originals lies below {1}; they lie in {2}.</source>
        <translation>keines seiner Originale liegt unter {1}; sie liegen in {2}.</translation>
    </message>
    <message>
        <source>is not at the new place, {1}</source>
        <translation>ist nicht am neuen Ort, {1}</translation>
    </message>
    <message>
        <source>has another content than the file that was imported; it was left</source>
        <translation>hat einen anderen Inhalt als die importierte Datei; sie blieb unberücksichtigt</translation>
    </message>
    <message>
        <source>was not found below {1}</source>
        <translation>wurde unter {1} nicht gefunden</translation>
    </message>
    <message>
        <source>{1} ({2} to {3})</source>
        <translation>{1} ({2} bis {3})</translation>
    </message>
    <message>
        <source>{1} ({2}), {3}, {4} attributes</source>
        <translation>{1} ({2}), {3}, {4} Merkmale</translation>
    </message>
    <message>
        <source>Attributes one by one</source>
        <translation>Merkmale einzeln</translation>
    </message>
    <message>
        <source>mean accuracy {1} %</source>
        <translation>mittlere Genauigkeit {1} %</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Complete descriptions, {1}</source>
        <translation>Vollständige Beschreibungen, {1}</translation>
    </message>
    <message>
        <source>Hashing originals</source>
        <translation>Hashwerte der Originale werden gebildet</translation>
    </message>
    <message>
        <source>has changed since it was imported</source>
        <translation>hat sich seit dem Import geändert</translation>
    </message>
    <message>
        <source>Drawing people to learn from</source>
        <translation>Personen zum Lernen werden gezeichnet</translation>
    </message>
    <message>
        <source>To try Bolo out: every person in this footage is drawn.</source>
        <translation>Zum Ausprobieren von Bolo: Jede Person in diesem Bildmaterial ist gezeichnet.</translation>
    </message>
    <message>
        <source>it is no finished case of {1} drawn crops; name another folder, or delete it.</source>
        <translation>es ist kein fertiger Fall mit {1} gezeichneten Ausschnitten; einen anderen Ordner angeben oder ihn löschen.</translation>
    </message>
    <message>
        <source>Drawing the demo</source>
        <translation>Demofall wird gezeichnet</translation>
    </message>
    <message>
        <source>{1} is not the truth of the demo; delete it, and make the demo again.</source>
        <translation>{1} ist nicht die Vorlage des Demofalls; sie löschen und den Demofall neu anlegen.</translation>
    </message>
    <message>
        <source>All is prepared; waiting for another job. {1}</source>
        <translation>Alles ist vorbereitet; es wird auf einen anderen Auftrag gewartet. {1}</translation>
    </message>
    <message>
        <source>Writing the labelled crops</source>
        <translation>Ausschnitte mit Angaben werden geschrieben</translation>
    </message>
    <message>
        <source>{1} has no labels; label some crops, or take some in with bolo labels import.</source>
        <translation>{1} hat keine Merkmalsangaben; einige Ausschnitte kennzeichnen oder mit bolo labels import welche übernehmen.</translation>
    </message>
    <message>
        <source>{1} has labels of “{2}”, which its model knows and that is not here; add that model first, or choose other cases.</source>
        <translation>{1} hat Merkmalsangaben zu „{2}“, das nur das Modell des Falls kennt, und das ist nicht hier; zuerst dieses Modell hinzufügen oder andere Fälle wählen.</translation>
    </message>
    <message>
        <source>{1} is damaged, so that nobody knows who is held out; train anew.</source>
        <translation>{1} ist beschädigt, sodass niemand weiß, wer zurückgehalten wurde; bitte neu trainieren.</translation>
    </message>
    <message>
        <source>holds no picture to compare on</source>
        <translation>enthält kein Bild zum Vergleichen</translation>
    </message>
    <message>
        <source>Looking at the case with the new model</source>
        <translation>Der Fall wird mit dem neuen Modell ausgewertet</translation>
    </message>
    <message>
        <source>Embedding crops</source>
        <translation>Ausschnitte werden ausgewertet</translation>
    </message>
    <message>
        <source>the picture of crop {1} is damaged; “bolo case verify” lists what is lost.</source>
        <translation>das Bild des Ausschnitts {1} ist beschädigt; „bolo case verify“ listet auf, was verloren ist.</translation>
    </message>
    <message>
        <source>must be one of {1}</source>
        <translation>muss eines von {1} sein</translation>
    </message>
    <message>
        <source>does not know the attributes of {1}</source>
        <translation>kennt die Merkmale von {1} nicht</translation>
    </message>
    <message>
        <source>names no model; name at least one</source>
        <translation>nennt kein Modell; mindestens eines nennen</translation>
    </message>
    <message>
        <source>nothing is confirmed, unsure or bookmarked yet; do so, or name the crops.</source>
        <translation>noch ist nichts bestätigt, unklar oder gemerkt; das nachholen oder die Ausschnitte nennen.</translation>
    </message>
    <message>
        <source>is not the file that was imported; its frame is left out.</source>
        <translation>ist nicht die importierte Datei; ihr Bild wird ausgelassen.</translation>
    </message>
    <message>
        <source>Exporting crops</source>
        <translation>Ausschnitte werden exportiert</translation>
    </message>
    <message>
        <source>Measuring the pictures</source>
        <translation>Bilder werden vermessen</translation>
    </message>
    <message>
        <source>went away while it was read; plug the drive in, or bring the folder back, and import it again: it goes on.</source>
        <translation>verschwand beim Lesen; das Laufwerk anschließen oder den Ordner zurückbringen und erneut importieren: Es geht weiter.</translation>
    </message>
    <message>
        <source>is still being written to; import it again when it is complete.</source>
        <translation>wird noch geschrieben; erneut importieren, wenn es vollständig ist.</translation>
    </message>
    <message>
        <source>ends after {1} of {2} frames, which were taken; copy it again from where it came for the rest.</source>
        <translation>endet nach {1} von {2} Bildern, die übernommen wurden; für den Rest bitte erneut von der Quelle kopieren.</translation>
    </message>
    <message>
        <source>has no frame that can be decoded; convert it to MP4 or AVI.</source>
        <translation>hat kein dekodierbares Bild; bitte in MP4 oder AVI umwandeln.</translation>
    </message>
    <message>
        <source>Removing what the model has said</source>
        <translation>Auswertung des Modells wird entfernt</translation>
    </message>
    <message>
        <source>the case is searched with the model {1}; activate another one first.</source>
        <translation>in diesem Fall wird mit dem Modell {1} gesucht; zuerst ein anderes aktivieren.</translation>
    </message>
    <message>
        <source>The request must be {"id": …, "path": "…", "number": 1, 2, …}.</source>
        <translation>Die Anfrage muss {"id": …, "path": "…", "number": 1, 2, …} sein.</translation>
    </message>
    <message>
        <source>The request is no JSON.</source>
        <translation>Die Anfrage ist kein JSON.</translation>
    </message>
    <message>
        <source>{1} has no frame that could be measured; name footage that Bolo can read.</source>
        <translation>{1} hat kein messbares Bild; Bildmaterial angeben, das Bolo lesen kann.</translation>
    </message>
    <message>
        <source>{1}: names that cannot be read: {2}. These files are taken in without it.</source>
        <translation>{1}: nicht lesbare Namen: {2}. Diese Dateien werden ohne diese Angaben übernommen.</translation>
    </message>
    <message>
        <source>none of its {1} files can be used; the case's failures say why of each.</source>
        <translation>keine seiner {1} Dateien ist verwendbar; warum, steht je Datei unter den Fehlern des Falls.</translation>
    </message>
    <message>
        <source>change it for all its frames with “bolo case camera {1} </source>
        <translation>für alle ihre Bilder ändern mit „bolo case camera {1} </translation>
    </message>
    <message>
        <source>is not how the case has the clock of camera {1}; {2}{3}”, and leave it out here</source>
        <translation>ist nicht, wie der Fall die Uhr der Kamera {1} führt; {2}{3}“, und hier weglassen</translation>
    </message>
    <message>
        <source>{1}: files left out, for they are neither pictures nor videos: {2}.</source>
        <translation>{1}: ausgelassene Dateien, weil weder Bild noch Video: {2}.</translation>
    </message>
    <message>
        <source>{1}: links not followed, for they may lead elsewhere: {2}.</source>
        <translation>{1}: Verknüpfungen, denen nicht gefolgt wurde, weil sie anderswohin führen können: {2}.</translation>
    </message>
    <message>
        <source>The detector {1} looks for people.</source>
        <translation>Der Detektor {1} sucht Personen.</translation>
    </message>
    <message>
        <source>Drawing frames</source>
        <translation>Bilder werden gezeichnet</translation>
    </message>
    <message>
        <source>must lie before the last frame, {1}</source>
        <translation>muss vor dem letzten Bild liegen, {1}</translation>
    </message>
    <message>
        <source>is missing; name a folder, a video or a picture</source>
        <translation>fehlt; einen Ordner, ein Video oder ein Bild angeben</translation>
    </message>
    <message>
        <source>needs whole frames; cut-out people have no place in them</source>
        <translation>braucht ganze Bilder; ausgeschnittene Personen haben darin keinen Ort</translation>
    </message>
    <message>
        <source>is named by the pattern too; leave it out, or write * there</source>
        <translation>wird auch vom Muster genannt; weglassen oder dort * schreiben</translation>
    </message>
    <message>
        <source>Linking tracks</source>
        <translation>Bildfolgen werden verknüpft</translation>
    </message>
    <message>
        <source>The saved searches were not run. {1}</source>
        <translation>Die gespeicherten Suchen wurden nicht ausgeführt. {1}</translation>
    </message>
    <message>
        <source>this hour came twice, as clocks were put back; taken as its first run</source>
        <translation>diese Stunde gab es wegen der Zeitumstellung zweimal; als erste gewertet</translation>
    </message>
    <message>
        <source>this hour was skipped, as clocks were put forward; read as if they had not been</source>
        <translation>diese Stunde entfiel wegen der Zeitumstellung; gelesen, als hätte es sie nicht gegeben</translation>
    </message>
    <message>
        <source>Names that cannot be read: {1} of {2}{3}.</source>
        <translation>Nicht lesbare Namen: {1} von {2}{3}.</translation>
    </message>
    <message>
        <source>… and {1} more files.</source>
        <translation>… und {1} weitere Dateien.</translation>
    </message>
    <message>
        <source>Looking for people in a few frames</source>
        <translation>Personen werden in einigen Bildern gesucht</translation>
    </message>
    <message>
        <source>The heads' calibrated probabilities, all attributes together.</source>
        <translation>Die kalibrierten Wahrscheinlichkeiten der Köpfe, alle Merkmale zusammen.</translation>
    </message>
    <message>
        <source>{1}, laid out by t-SNE on cosine distances: neighbours are alike, far distances say nothing.</source>
        <translation>{1}, angeordnet mit t-SNE nach Kosinusabständen: Nachbarn sind ähnlich, große Abstände sagen nichts.</translation>
    </message>
    <message>
        <source>The card of {1} holds no history of its training; name its history.csv.</source>
        <translation>Die Karte von {1} enthält keinen Trainingsverlauf; seine history.csv angeben.</translation>
    </message>
    <message>
        <source>Descriptions {1}; scorer {2}.</source>
        <translation>Beschreibungen {1}; Bewertung {2}.</translation>
    </message>
    <message>
        <source>must be given to draw {1}</source>
        <translation>muss angegeben werden, um {1} zu zeichnen</translation>
    </message>
    <message>
        <source>must be given to draw this</source>
        <translation>muss angegeben werden, um dies zu zeichnen</translation>
    </message>
    <message>
        <source>Not drawn: {1}. {2}</source>
        <translation>Nicht gezeichnet: {1}. {2}</translation>
    </message>
    <message>
        <source>Something went wrong that should not have ({1})</source>
        <translation>Es ist ein unerwarteter Fehler aufgetreten ({1})</translation>
    </message>
    <message>
        <source>{1}; the report lies at {2}.</source>
        <translation>{1}; der Fehlerbericht liegt unter {2}.</translation>
    </message>
    <message>
        <source>{1}; no report could be written ({2}).</source>
        <translation>{1}; ein Fehlerbericht konnte nicht geschrieben werden ({2}).</translation>
    </message>
    <message>
        <source>must be 1 or more</source>
        <translation>muss 1 oder mehr sein</translation>
    </message>
    <message>
        <source>must be more than 0 and at most 1000</source>
        <translation>muss größer als 0 und höchstens 1000 sein</translation>
    </message>
    <message>
        <source>and every n-th frame exclude each other; leave one of them out</source>
        <translation>und jedes n-te Bild schließen sich aus; eines davon weglassen</translation>
    </message>
    <message>
        <source>is a link that leads back to itself; choose the folder that was meant.</source>
        <translation>ist eine Verknüpfung, die auf sich selbst führt; bitte den gemeinten Ordner wählen.</translation>
    </message>
    <message>
        <source>cannot be read ({1}); {2}.</source>
        <translation>kann nicht gelesen werden ({1}); {2}.</translation>
    </message>
    <message>
        <source>check your rights to the folder</source>
        <translation>die Zugriffsrechte auf den Ordner prüfen</translation>
    </message>
    <message>
        <source>move it to where its path is shorter</source>
        <translation>ihn dorthin verschieben, wo sein Pfad kürzer ist</translation>
    </message>
    <message>
        <source>check that the drive is plugged in</source>
        <translation>prüfen, ob das Laufwerk angeschlossen ist</translation>
    </message>
    <message>
        <source>{1} of its folders, among them {2}, {3}</source>
        <translation>{1} seiner Ordner, darunter {2}, {3}</translation>
    </message>
    <message>
        <source>holds {1}; choose the folder in which they lie.</source>
        <translation>enthält {1}; bitte den Ordner wählen, in dem sie liegen.</translation>
    </message>
    <message>
        <source>holds {1} that can be read: {2}</source>
        <translation>enthält {1}, die lesbar sind: {2}</translation>
    </message>
    <message>
        <source>no pictures</source>
        <translation>keine Bilder</translation>
    </message>
    <message>
        <source>neither pictures nor videos</source>
        <translation>weder Bilder noch Videos</translation>
    </message>
    <message>
        <source>{1}: pictures without a time, so that all were looked at: {2}.</source>
        <translation>{1}: Bilder ohne Zeit, daher wurden alle ausgewertet: {2}.</translation>
    </message>
    <message>
        <source>{1} has the same content as {2}, which is in the case already; both are kept.</source>
        <translation>{1} hat denselben Inhalt wie {2}, das schon im Fall ist; beide bleiben.</translation>
    </message>
    <message>
        <source>is not how {1} was begun, which is: {2}; leave these options out here, or import it into another case</source>
        <translation>ist nicht, wie {1} begonnen wurde, nämlich: {2}; diese Angaben hier weglassen oder in einen anderen Fall importieren</translation>
    </message>
    <message>
        <source>would leave everybody out; this detector's scores end at {1}</source>
        <translation>würde alle auslassen; die Werte dieses Detektors enden bei {1}</translation>
    </message>
    <message>
        <source>is no camera of this footage, which has {1}; write one of these</source>
        <translation>ist keine Kamera dieses Bildmaterials, das {1} hat; eine davon angeben</translation>
    </message>
    <message>
        <source>write its first line as file,time or file,time,camera</source>
        <translation>die erste Zeile als file,time oder file,time,camera schreiben</translation>
    </message>
    <message>
        <source>names no file in line {1}; write the name as it lies in the folder.</source>
        <translation>nennt in Zeile {1} keine Datei; den Namen so schreiben, wie er im Ordner steht.</translation>
    </message>
    <message>
        <source>says two things of {1} in line {2}; write its folder too.</source>
        <translation>sagt in Zeile {2} zweierlei über {1}; auch den Ordner angeben.</translation>
    </message>
    <message>
        <source>has no time in line {1} ({2}); write it as 2026-03-01T12:30:15.</source>
        <translation>hat in Zeile {1} keine Zeit ({2}); als 2026-03-01T12:30:15 schreiben.</translation>
    </message>
    <message>
        <source>is larger than {1} MB; split it.</source>
        <translation>ist größer als {1} MB; bitte aufteilen.</translation>
    </message>
    <message>
        <source>cannot be read as a list ({1}); save it as CSV in UTF-8, and {2}.</source>
        <translation>kann nicht als Liste gelesen werden ({1}); als CSV in UTF-8 speichern, und {2}.</translation>
    </message>
    <message>
        <source>lacks the columns; {1}.</source>
        <translation>fehlen die Spalten; {1}.</translation>
    </message>
    <message>
        <source>Only {1} pictures of the validation part are labelled whole, fewer than {2}: the search's constants are the starting model's.</source>
        <translation>Nur {1} Bilder des Validierungsteils sind vollständig gekennzeichnet, weniger als {2}: Die Suchkonstanten sind die des Ausgangsmodells.</translation>
    </message>
    <message>
        <source>Trained on labels of your own: what may be done with those pictures holds for this model too.</source>
        <translation>Trainiert mit eigenen Merkmalsangaben: Was mit diesen Bildern erlaubt ist, gilt auch für dieses Modell.</translation>
    </message>
    <message>
        <source>Trained on Market-1501, published for research: do not use this model for anything else.</source>
        <translation>Trainiert mit Market-1501, für die Forschung veröffentlicht: Dieses Modell ist für nichts anderes zu nutzen.</translation>
    </message>
    <message>
        <source>Trained on PA100K, published for research: this model must not be used commercially.</source>
        <translation>Trainiert mit PA100K, für die Forschung veröffentlicht: Dieses Modell darf nicht kommerziell genutzt werden.</translation>
    </message>
    <message>
        <source>the published one; a tenth of its training categories kept for validation</source>
        <translation>die veröffentlichte; ein Zehntel ihrer Trainingskategorien zur Validierung zurückgehalten</translation>
    </message>
    <message>
        <source>The case had no model to compare with.</source>
        <translation>Der Fall hatte kein Modell, mit dem sich vergleichen ließe.</translation>
    </message>
    <message>
        <source>The saved searches could not be compared: {1}</source>
        <translation>Die gespeicherten Suchen konnten nicht verglichen werden: {1}</translation>
    </message>
    <message>
        <source>The training “{1}” is being done by another Bolo, or a run of it is still ending; try again in a minute, or cancel it there.</source>
        <translation>Das Training „{1}“ läuft in einem anderen Bolo, oder ein Lauf davon endet gerade noch; bitte in einer Minute noch einmal versuchen oder es dort abbrechen.</translation>
    </message>
    <message>
        <source>Waiting for a run of this training that is ending</source>
        <translation>Es wird auf einen Lauf dieses Trainings gewartet, der gerade endet</translation>
    </message>
    <message>
        <source>{1}: {2} categories, {3} images, none of them trained on; calibration and fusion weight were chosen on it too</source>
        <translation>{1}: {2} Kategorien, {3} Bilder, mit keinem davon trainiert; auch Kalibrierung und Mischgewicht wurden daran gewählt</translation>
    </message>
    <message>
        <source>{1}: {2}; make room or give access, then try again.</source>
        <translation>{1}: {2}; Platz oder Zugriff schaffen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>{1} It is tried again.</source>
        <translation>{1} Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>cannot be written; choose another place for the report.</source>
        <translation>kann nicht geschrieben werden; bitte einen anderen Ort für den Bericht wählen.</translation>
    </message>
    <message>
        <source>could not be written to its end; see that the drive has space.</source>
        <translation>konnte nicht zu Ende geschrieben werden; prüfen, ob das Laufwerk Platz hat.</translation>
    </message>
    <message>
        <source>cannot be written ({1}); choose another place for the report.</source>
        <translation>kann nicht geschrieben werden ({1}); bitte einen anderen Ort für den Bericht wählen.</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>must be a height and a width, as [192, 96]</source>
        <translation>muss eine Höhe und eine Breite sein, etwa [192, 96]</translation>
    </message>
    <message>
        <source>must be a number, as 0.5 or 1e-4</source>
        <translation>muss eine Zahl sein, etwa 0.5 oder 1e-4</translation>
    </message>
    <message>
        <source>is taken by another model or training; choose another</source>
        <translation>hat schon ein anderes Modell oder Training; bitte einen anderen wählen</translation>
    </message>
</context>
<context>
    <name>Schema</name>
    <message>
        <source>Gender</source>
        <comment>title</comment>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>Männlich</translation>
    </message>
    <message>
        <source>Woman</source>
        <translation>Weiblich</translation>
    </message>
    <message>
        <source>Age</source>
        <comment>title</comment>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Child</source>
        <translation>Im Kindesalter</translation>
    </message>
    <message>
        <source>Teenager</source>
        <translation>Im Jugendalter</translation>
    </message>
    <message>
        <source>Adult</source>
        <translation>Erwachsen</translation>
    </message>
    <message>
        <source>Old</source>
        <translation>Im hohen Alter</translation>
    </message>
    <message>
        <source>Hair</source>
        <comment>title</comment>
        <translation>Haare</translation>
    </message>
    <message>
        <source>Short hair</source>
        <translation>Haare kurz</translation>
    </message>
    <message>
        <source>Short</source>
        <comment>Short hair</comment>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Long hair</source>
        <translation>Haare lang</translation>
    </message>
    <message>
        <source>Long</source>
        <comment>Long hair</comment>
        <translation>Lang</translation>
    </message>
    <message>
        <source>Sleeves</source>
        <comment>title</comment>
        <translation>Ärmel</translation>
    </message>
    <message>
        <source>Long sleeves</source>
        <translation>Ärmel lang</translation>
    </message>
    <message>
        <source>Long</source>
        <comment>Long sleeves</comment>
        <translation>Lang</translation>
    </message>
    <message>
        <source>Short sleeves</source>
        <translation>Ärmel kurz</translation>
    </message>
    <message>
        <source>Short</source>
        <comment>Short sleeves</comment>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Top colour</source>
        <comment>title</comment>
        <translation>Farbe Oberteil</translation>
    </message>
    <message>
        <source>Black top</source>
        <translation>Oberteil schwarz</translation>
    </message>
    <message>
        <source>Black</source>
        <comment>Black top</comment>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>White top</source>
        <translation>Oberteil weiß</translation>
    </message>
    <message>
        <source>White</source>
        <comment>White top</comment>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>Grey top</source>
        <translation>Oberteil grau</translation>
    </message>
    <message>
        <source>Grey</source>
        <comment>Grey top</comment>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Red top</source>
        <translation>Oberteil rot</translation>
    </message>
    <message>
        <source>Red</source>
        <comment>Red top</comment>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Purple top</source>
        <translation>Oberteil violett</translation>
    </message>
    <message>
        <source>Purple</source>
        <comment>Purple top</comment>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Yellow top</source>
        <translation>Oberteil gelb</translation>
    </message>
    <message>
        <source>Yellow</source>
        <comment>Yellow top</comment>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green top</source>
        <translation>Oberteil grün</translation>
    </message>
    <message>
        <source>Green</source>
        <comment>Green top</comment>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue top</source>
        <translation>Oberteil blau</translation>
    </message>
    <message>
        <source>Blue</source>
        <comment>Blue top</comment>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Top of another colour</source>
        <translation>Oberteil andersfarbig</translation>
    </message>
    <message>
        <source>Another</source>
        <comment>Top of another colour</comment>
        <translation>Andersfarbig</translation>
    </message>
    <message>
        <source>Bottom length</source>
        <comment>title</comment>
        <translation>Länge Hose/Rock</translation>
    </message>
    <message>
        <source>Long bottom</source>
        <translation>Hose/Rock lang</translation>
    </message>
    <message>
        <source>Long</source>
        <comment>Long bottom</comment>
        <translation>Lang</translation>
    </message>
    <message>
        <source>Short bottom</source>
        <translation>Hose/Rock kurz</translation>
    </message>
    <message>
        <source>Short</source>
        <comment>Short bottom</comment>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Bottom</source>
        <comment>title</comment>
        <translation>Hose/Rock</translation>
    </message>
    <message>
        <source>Dress or skirt</source>
        <translation>Kleid oder Rock</translation>
    </message>
    <message>
        <source>Trousers</source>
        <translation>Hose</translation>
    </message>
    <message>
        <source>Bottom colour</source>
        <comment>title</comment>
        <translation>Farbe Hose/Rock</translation>
    </message>
    <message>
        <source>Black bottom</source>
        <translation>Hose/Rock schwarz</translation>
    </message>
    <message>
        <source>Black</source>
        <comment>Black bottom</comment>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>White bottom</source>
        <translation>Hose/Rock weiß</translation>
    </message>
    <message>
        <source>White</source>
        <comment>White bottom</comment>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>Grey bottom</source>
        <translation>Hose/Rock grau</translation>
    </message>
    <message>
        <source>Grey</source>
        <comment>Grey bottom</comment>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Pink bottom</source>
        <translation>Hose/Rock rosa</translation>
    </message>
    <message>
        <source>Pink</source>
        <comment>Pink bottom</comment>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Purple bottom</source>
        <translation>Hose/Rock violett</translation>
    </message>
    <message>
        <source>Purple</source>
        <comment>Purple bottom</comment>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Yellow bottom</source>
        <translation>Hose/Rock gelb</translation>
    </message>
    <message>
        <source>Yellow</source>
        <comment>Yellow bottom</comment>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green bottom</source>
        <translation>Hose/Rock grün</translation>
    </message>
    <message>
        <source>Green</source>
        <comment>Green bottom</comment>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue bottom</source>
        <translation>Hose/Rock blau</translation>
    </message>
    <message>
        <source>Blue</source>
        <comment>Blue bottom</comment>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Brown bottom</source>
        <translation>Hose/Rock braun</translation>
    </message>
    <message>
        <source>Brown</source>
        <comment>Brown bottom</comment>
        <translation>Braun</translation>
    </message>
    <message>
        <source>Bottom of another colour</source>
        <translation>Hose/Rock andersfarbig</translation>
    </message>
    <message>
        <source>Another</source>
        <comment>Bottom of another colour</comment>
        <translation>Andersfarbig</translation>
    </message>
    <message>
        <source>Carrying</source>
        <comment>title</comment>
        <translation>Mitgeführt</translation>
    </message>
    <message>
        <source>Backpack</source>
        <translation>Rucksack</translation>
    </message>
    <message>
        <source>Bag</source>
        <translation>Tasche</translation>
    </message>
    <message>
        <source>Handbag</source>
        <translation>Handtasche</translation>
    </message>
    <message>
        <source>Carrying nothing</source>
        <translation>Ohne Gegenstände</translation>
    </message>
    <message>
        <source>Nothing</source>
        <comment>Carrying nothing</comment>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Hat</source>
        <comment>title</comment>
        <translation>Kopfbedeckung</translation>
    </message>
    <message>
        <source>Hat</source>
        <translation>Kopfbedeckung</translation>
    </message>
    <message>
        <source>No hat</source>
        <translation>Ohne Kopfbedeckung</translation>
    </message>
    <message>
        <source>Over 60</source>
        <translation>Über 60 Jahre</translation>
    </message>
    <message>
        <source>18–60</source>
        <translation>18–60 Jahre</translation>
    </message>
    <message>
        <source>Under 18</source>
        <translation>Unter 18 Jahre</translation>
    </message>
    <message>
        <source>Seen from</source>
        <comment>title</comment>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Seen from the front</source>
        <translation>Ansicht von vorn</translation>
    </message>
    <message>
        <source>Front</source>
        <comment>Seen from the front</comment>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Seen from the side</source>
        <translation>Ansicht von der Seite</translation>
    </message>
    <message>
        <source>Side</source>
        <comment>Seen from the side</comment>
        <translation>Von der Seite</translation>
    </message>
    <message>
        <source>Seen from the back</source>
        <translation>Ansicht von hinten</translation>
    </message>
    <message>
        <source>Back</source>
        <comment>Seen from the back</comment>
        <translation>Von hinten</translation>
    </message>
    <message>
        <source>Glasses</source>
        <comment>title</comment>
        <translation>Brille</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>Brille</translation>
    </message>
    <message>
        <source>Handbag</source>
        <comment>title</comment>
        <translation>Handtasche</translation>
    </message>
    <message>
        <source>Shoulder bag</source>
        <comment>title</comment>
        <translation>Umhängetasche</translation>
    </message>
    <message>
        <source>Shoulder bag</source>
        <translation>Umhängetasche</translation>
    </message>
    <message>
        <source>Backpack</source>
        <comment>title</comment>
        <translation>Rucksack</translation>
    </message>
    <message>
        <source>In the hands</source>
        <comment>title</comment>
        <translation>In den Händen</translation>
    </message>
    <message>
        <source>Holding something in front</source>
        <translation>Gegenstand vor dem Körper</translation>
    </message>
    <message>
        <source>Holding something</source>
        <comment>Holding something in front</comment>
        <translation>Vor dem Körper</translation>
    </message>
    <message>
        <source>Top pattern</source>
        <comment>title</comment>
        <translation>Muster Oberteil</translation>
    </message>
    <message>
        <source>Stripes on top</source>
        <translation>Oberteil gestreift</translation>
    </message>
    <message>
        <source>Stripes</source>
        <comment>Stripes on top</comment>
        <translation>Gestreift</translation>
    </message>
    <message>
        <source>Logo on top</source>
        <translation>Oberteil mit Logo</translation>
    </message>
    <message>
        <source>Logo</source>
        <comment>Logo on top</comment>
        <translation>Mit Logo</translation>
    </message>
    <message>
        <source>Plaid top</source>
        <translation>Oberteil kariert</translation>
    </message>
    <message>
        <source>Plaid</source>
        <comment>Plaid top</comment>
        <translation>Kariert</translation>
    </message>
    <message>
        <source>Spliced top</source>
        <translation>Oberteil abgesetzt</translation>
    </message>
    <message>
        <source>Spliced</source>
        <comment>Spliced top</comment>
        <translation>Abgesetzt</translation>
    </message>
    <message>
        <source>Bottom pattern</source>
        <comment>title</comment>
        <translation>Muster Hose/Rock</translation>
    </message>
    <message>
        <source>Stripes on bottom</source>
        <translation>Hose/Rock gestreift</translation>
    </message>
    <message>
        <source>Stripes</source>
        <comment>Stripes on bottom</comment>
        <translation>Gestreift</translation>
    </message>
    <message>
        <source>Patterned bottom</source>
        <translation>Hose/Rock gemustert</translation>
    </message>
    <message>
        <source>Pattern</source>
        <comment>Patterned bottom</comment>
        <translation>Gemustert</translation>
    </message>
    <message>
        <source>Coat</source>
        <comment>title</comment>
        <translation>Mantel</translation>
    </message>
    <message>
        <source>Long coat</source>
        <translation>Mantel (lang)</translation>
    </message>
    <message>
        <source>Shorts</source>
        <translation>Shorts</translation>
    </message>
    <message>
        <source>Skirt or dress</source>
        <translation>Rock oder Kleid</translation>
    </message>
    <message>
        <source>Boots</source>
        <comment>title</comment>
        <translation>Stiefel</translation>
    </message>
    <message>
        <source>Boots</source>
        <translation>Stiefel</translation>
    </message>
    <message>
        <source>Under 16</source>
        <translation>Unter 16 Jahre</translation>
    </message>
    <message>
        <source>16–30</source>
        <translation>16–30 Jahre</translation>
    </message>
    <message>
        <source>31–45</source>
        <translation>31–45 Jahre</translation>
    </message>
    <message>
        <source>46–60</source>
        <translation>46–60 Jahre</translation>
    </message>
    <message>
        <source>Pink top</source>
        <translation>Oberteil rosa</translation>
    </message>
    <message>
        <source>Pink</source>
        <comment>Pink top</comment>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Orange top</source>
        <translation>Oberteil orange</translation>
    </message>
    <message>
        <source>Orange</source>
        <comment>Orange top</comment>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Brown top</source>
        <translation>Oberteil braun</translation>
    </message>
    <message>
        <source>Brown</source>
        <comment>Brown top</comment>
        <translation>Braun</translation>
    </message>
    <message>
        <source>Top</source>
        <comment>title</comment>
        <translation>Oberteil</translation>
    </message>
    <message>
        <source>Jacket</source>
        <translation>Jacke</translation>
    </message>
    <message>
        <source>T-shirt</source>
        <translation>T-Shirt</translation>
    </message>
    <message>
        <source>Sweater</source>
        <translation>Pullover</translation>
    </message>
    <message>
        <source>Suit jacket</source>
        <translation>Sakko</translation>
    </message>
    <message>
        <source>Suit</source>
        <comment>Suit jacket</comment>
        <translation>Sakko</translation>
    </message>
    <message>
        <source>V-neck</source>
        <translation>V-Ausschnitt</translation>
    </message>
    <message>
        <source>Other top</source>
        <translation>Oberteil anderer Art</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>Other top</comment>
        <translation>Anderer Art</translation>
    </message>
    <message>
        <source>Thin stripes on top</source>
        <translation>Oberteil fein gestreift</translation>
    </message>
    <message>
        <source>Thin stripes</source>
        <comment>Thin stripes on top</comment>
        <translation>Fein gestreift</translation>
    </message>
    <message>
        <source>Thick stripes on top</source>
        <translation>Oberteil breit gestreift</translation>
    </message>
    <message>
        <source>Thick stripes</source>
        <comment>Thick stripes on top</comment>
        <translation>Breit gestreift</translation>
    </message>
    <message>
        <source>No sleeves</source>
        <translation>Ohne Ärmel</translation>
    </message>
    <message>
        <source>None</source>
        <comment>No sleeves</comment>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Top style</source>
        <comment>title</comment>
        <translation>Stil Oberteil</translation>
    </message>
    <message>
        <source>Casual top</source>
        <translation>Oberteil leger</translation>
    </message>
    <message>
        <source>Casual</source>
        <comment>Casual top</comment>
        <translation>Leger</translation>
    </message>
    <message>
        <source>Formal top</source>
        <translation>Oberteil elegant</translation>
    </message>
    <message>
        <source>Formal</source>
        <comment>Formal top</comment>
        <translation>Elegant</translation>
    </message>
    <message>
        <source>Red bottom</source>
        <translation>Hose/Rock rot</translation>
    </message>
    <message>
        <source>Red</source>
        <comment>Red bottom</comment>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Orange bottom</source>
        <translation>Hose/Rock orange</translation>
    </message>
    <message>
        <source>Orange</source>
        <comment>Orange bottom</comment>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Jeans</source>
        <translation>Jeans</translation>
    </message>
    <message>
        <source>Short skirt</source>
        <translation>Rock (kurz)</translation>
    </message>
    <message>
        <source>Long skirt</source>
        <translation>Rock (lang)</translation>
    </message>
    <message>
        <source>Hot pants</source>
        <translation>Hotpants</translation>
    </message>
    <message>
        <source>Capri trousers</source>
        <translation>Caprihose</translation>
    </message>
    <message>
        <source>Capri</source>
        <comment>Capri trousers</comment>
        <translation>Caprihose</translation>
    </message>
    <message>
        <source>Suit trousers</source>
        <translation>Anzughose</translation>
    </message>
    <message>
        <source>Suit</source>
        <comment>Suit trousers</comment>
        <translation>Anzughose</translation>
    </message>
    <message>
        <source>Plaid bottom</source>
        <translation>Hose/Rock kariert</translation>
    </message>
    <message>
        <source>Plaid</source>
        <comment>Plaid bottom</comment>
        <translation>Kariert</translation>
    </message>
    <message>
        <source>Thin stripes on bottom</source>
        <translation>Hose/Rock fein gestreift</translation>
    </message>
    <message>
        <source>Thin stripes</source>
        <comment>Thin stripes on bottom</comment>
        <translation>Fein gestreift</translation>
    </message>
    <message>
        <source>Bottom style</source>
        <comment>title</comment>
        <translation>Stil Hose/Rock</translation>
    </message>
    <message>
        <source>Casual bottom</source>
        <translation>Hose/Rock leger</translation>
    </message>
    <message>
        <source>Casual</source>
        <comment>Casual bottom</comment>
        <translation>Leger</translation>
    </message>
    <message>
        <source>Formal bottom</source>
        <translation>Hose/Rock elegant</translation>
    </message>
    <message>
        <source>Formal</source>
        <comment>Formal bottom</comment>
        <translation>Elegant</translation>
    </message>
    <message>
        <source>Bald</source>
        <translation>Glatze</translation>
    </message>
    <message>
        <source>Hair colour</source>
        <comment>title</comment>
        <translation>Haarfarbe</translation>
    </message>
    <message>
        <source>Black hair</source>
        <translation>Haare schwarz</translation>
    </message>
    <message>
        <source>Black</source>
        <comment>Black hair</comment>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>White hair</source>
        <translation>Haare weiß</translation>
    </message>
    <message>
        <source>White</source>
        <comment>White hair</comment>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>Grey hair</source>
        <translation>Haare grau</translation>
    </message>
    <message>
        <source>Grey</source>
        <comment>Grey hair</comment>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Red hair</source>
        <translation>Haare rot</translation>
    </message>
    <message>
        <source>Red</source>
        <comment>Red hair</comment>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Pink hair</source>
        <translation>Haare rosa</translation>
    </message>
    <message>
        <source>Pink</source>
        <comment>Pink hair</comment>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Orange hair</source>
        <translation>Haare orange</translation>
    </message>
    <message>
        <source>Orange</source>
        <comment>Orange hair</comment>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow hair</source>
        <translation>Haare blond</translation>
    </message>
    <message>
        <source>Yellow</source>
        <comment>Yellow hair</comment>
        <translation>Blond</translation>
    </message>
    <message>
        <source>Green hair</source>
        <translation>Haare grün</translation>
    </message>
    <message>
        <source>Green</source>
        <comment>Green hair</comment>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue hair</source>
        <translation>Haare blau</translation>
    </message>
    <message>
        <source>Blue</source>
        <comment>Blue hair</comment>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Purple hair</source>
        <translation>Haare violett</translation>
    </message>
    <message>
        <source>Purple</source>
        <comment>Purple hair</comment>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Brown hair</source>
        <translation>Haare braun</translation>
    </message>
    <message>
        <source>Brown</source>
        <comment>Brown hair</comment>
        <translation>Braun</translation>
    </message>
    <message>
        <source>Suitcase</source>
        <translation>Koffer</translation>
    </message>
    <message>
        <source>Luggage case</source>
        <translation>Reisekoffer</translation>
    </message>
    <message>
        <source>Plastic bag</source>
        <translation>Plastiktüte</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Mappe</translation>
    </message>
    <message>
        <source>Umbrella</source>
        <translation>Schirm</translation>
    </message>
    <message>
        <source>Shopping trolley</source>
        <translation>Einkaufstrolley</translation>
    </message>
    <message>
        <source>Baby buggy</source>
        <translation>Kinderwagen</translation>
    </message>
    <message>
        <source>Something else carried</source>
        <translation>Gegenstand anderer Art</translation>
    </message>
    <message>
        <source>Something else</source>
        <comment>Something else carried</comment>
        <translation>Anderer Art</translation>
    </message>
    <message>
        <source>Accessories</source>
        <comment>title</comment>
        <translation>Accessoires</translation>
    </message>
    <message>
        <source>Sunglasses</source>
        <translation>Sonnenbrille</translation>
    </message>
    <message>
        <source>Scarf</source>
        <translation>Schal</translation>
    </message>
    <message>
        <source>Headphones</source>
        <translation>Kopfhörer</translation>
    </message>
    <message>
        <source>Hair band</source>
        <translation>Haarband</translation>
    </message>
    <message>
        <source>Kerchief</source>
        <translation>Kopftuch</translation>
    </message>
    <message>
        <source>No accessory</source>
        <translation>Ohne Accessoires</translation>
    </message>
    <message>
        <source>Nothing</source>
        <comment>No accessory</comment>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Footwear</source>
        <comment>title</comment>
        <translation>Schuhe</translation>
    </message>
    <message>
        <source>Shoes</source>
        <translation>Halbschuhe</translation>
    </message>
    <message>
        <source>Sneakers</source>
        <translation>Turnschuhe</translation>
    </message>
    <message>
        <source>Leather shoes</source>
        <translation>Lederschuhe</translation>
    </message>
    <message>
        <source>Sandals</source>
        <translation>Sandalen</translation>
    </message>
    <message>
        <source>Stockings</source>
        <translation>Strümpfe</translation>
    </message>
    <message>
        <source>Footwear colour</source>
        <comment>title</comment>
        <translation>Schuhfarbe</translation>
    </message>
    <message>
        <source>Black footwear</source>
        <translation>Schuhe schwarz</translation>
    </message>
    <message>
        <source>Black</source>
        <comment>Black footwear</comment>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>White footwear</source>
        <translation>Schuhe weiß</translation>
    </message>
    <message>
        <source>White</source>
        <comment>White footwear</comment>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>Grey footwear</source>
        <translation>Schuhe grau</translation>
    </message>
    <message>
        <source>Grey</source>
        <comment>Grey footwear</comment>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Red footwear</source>
        <translation>Schuhe rot</translation>
    </message>
    <message>
        <source>Red</source>
        <comment>Red footwear</comment>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Pink footwear</source>
        <translation>Schuhe rosa</translation>
    </message>
    <message>
        <source>Pink</source>
        <comment>Pink footwear</comment>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Orange footwear</source>
        <translation>Schuhe orange</translation>
    </message>
    <message>
        <source>Orange</source>
        <comment>Orange footwear</comment>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Yellow footwear</source>
        <translation>Schuhe gelb</translation>
    </message>
    <message>
        <source>Yellow</source>
        <comment>Yellow footwear</comment>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green footwear</source>
        <translation>Schuhe grün</translation>
    </message>
    <message>
        <source>Green</source>
        <comment>Green footwear</comment>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue footwear</source>
        <translation>Schuhe blau</translation>
    </message>
    <message>
        <source>Blue</source>
        <comment>Blue footwear</comment>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Purple footwear</source>
        <translation>Schuhe violett</translation>
    </message>
    <message>
        <source>Purple</source>
        <comment>Purple footwear</comment>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Brown footwear</source>
        <translation>Schuhe braun</translation>
    </message>
    <message>
        <source>Brown</source>
        <comment>Brown footwear</comment>
        <translation>Braun</translation>
    </message>
</context>
</TS>
