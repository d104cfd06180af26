<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da" sourcelanguage="en">
<context>
    <name>Absence</name>
    <message>
        <source>Ill</source>
        <translation>Syg</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Kursus</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Ferie</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Møde</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Væk</translation>
    </message>
</context>
<context>
    <name>AbsencePage</name>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Call list</source>
        <translation>Ringeliste</translation>
    </message>
    <message>
        <source>What has happened …</source>
        <translation>Hvad er der sket …</translation>
    </message>
    <message>
        <source>Therapist</source>
        <translation>Terapeut</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Lokale</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>What cannot be used</source>
        <translation>Hvad kan ikke bruges</translation>
    </message>
    <message>
        <source>All centres</source>
        <translation>Alle centre</translation>
    </message>
    <message>
        <source>From, at</source>
        <translation>Fra kl.</translation>
    </message>
    <message>
        <source>To, at</source>
        <translation>Til kl.</translation>
    </message>
    <message>
        <source>&amp;Therapist</source>
        <translation>&amp;Terapeut</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>&amp;Lokale</translation>
    </message>
    <message>
        <source>C&amp;entre</source>
        <translation>C&amp;enter</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Hvorfor</translation>
    </message>
    <message>
        <source>What has happened</source>
        <translation>Hvad er der sket</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Fra og med</translation>
    </message>
    <message>
        <source>Thr&amp;ough</source>
        <translation>T&amp;il og med</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Var</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Hvem</translation>
    </message>
    <message>
        <source>New time</source>
        <translation>Ny tid</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Hvordan</translation>
    </message>
    <message>
        <source>Whom it hits</source>
        <translation>Hvem det rammer</translation>
    </message>
    <message>
        <source>Looking for whom it hits …</source>
        <translation>Ser efter, hvem det rammer …</translation>
    </message>
    <message>
        <source>Who is away?</source>
        <translation>Hvem er væk?</translation>
    </message>
    <message>
        <source>Which room?</source>
        <translation>Hvilket lokale?</translation>
    </message>
    <message>
        <source>Absence and closing</source>
        <translation>Fravær og lukning</translation>
    </message>
    <message>
        <source>Nobody is hit</source>
        <translation>Ingen rammes</translation>
    </message>
    <message>
        <source>Nothing is planned there in that time.</source>
        <translation>Der er ikke planlagt noget i det tidsrum.</translation>
    </message>
    <message>
        <source>Trainings: {n}, {found} with a new time, {left} on the call list. Citizens: {people}</source>
        <translation>Træninger: {n}, heraf {found} med ny tid og {left} på ringelisten. Borgere: {people}</translation>
    </message>
    <message>
        <source>Nobody&apos;s package is charged. One undo takes everything back.</source>
        <translation>Ingens pakke bliver brugt. Én fortryd tager det hele tilbage.</translation>
    </message>
    <message>
        <source>Carry out</source>
        <translation>Gennemfør</translation>
    </message>
    <message>
        <source>Carried out. Now call {n}.</source>
        <translation>Gennemført. Ring nu til {n}.</translation>
    </message>
    <message>
        <source>No new time</source>
        <translation>Ingen ny tid</translation>
    </message>
    <message>
        <source>{who} covers</source>
        <translation>{who} er vikar</translation>
    </message>
    <message>
        <source>Another room</source>
        <translation>Andet lokale</translation>
    </message>
    <message>
        <source>Same time</source>
        <translation>Samme tid</translation>
    </message>
    <message>
        <source>Same time, with {who}</source>
        <translation>Samme tid, hos {who}</translation>
    </message>
    <message>
        <source>Same day</source>
        <translation>Samme dag</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>En anden dag</translation>
    </message>
    <message>
        <source>Nobody is chosen</source>
        <translation>Ingen er valgt</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>Intet nummer</translation>
    </message>
    <message>
        <source>Other times</source>
        <translation>Andre tider</translation>
    </message>
    <message>
        <source>{time}, instead of {who}</source>
        <translation>{time}, i stedet for {who}</translation>
    </message>
    <message>
        <source>No new time: call list</source>
        <translation>Ingen ny tid: ringeliste</translation>
    </message>
    <message>
        <source>Absence carried out: {about}</source>
        <translation>Fravær gennemført: {about}</translation>
    </message>
</context>
<context>
    <name>Access</name>
    <message>
        <source>Own name</source>
        <translation>Eget navn</translation>
    </message>
    <message>
        <source>A colleague</source>
        <translation>En kollega</translation>
    </message>
    <message>
        <source>The same family name</source>
        <translation>Samme efternavn</translation>
    </message>
    <message>
        <source>No course here</source>
        <translation>Intet forløb her</translation>
    </message>
    <message>
        <source>Saw the citizen&apos;s page</source>
        <translation>Så borgerens side</translation>
    </message>
    <message>
        <source>Saw notes</source>
        <translation>Så notater</translation>
    </message>
</context>
<context>
    <name>AccessDialog</name>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>&amp;Password: at least 12 signs, four words will do</source>
        <translation>&amp;Adgangskode: mindst 12 tegn, fire ord er godt</translation>
    </message>
    <message>
        <source>The password a&amp;gain</source>
        <translation>Adgangskoden i&amp;gen</translation>
    </message>
    <message>
        <source>That will do.</source>
        <translation>Den er god.</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>De to adgangskoder er ikke ens.</translation>
    </message>
    <message>
        <source>Access log</source>
        <translation>Adgangslog</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Hvem</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Looks and changes</source>
        <translation>Opslag og ændringer</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Opslag</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Ændringer</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Hvilke</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Hvornår</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hvad</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Arbejdsplads</translation>
    </message>
    <message>
        <source>Why it is shown</source>
        <translation>Hvorfor det vises</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Udskriv</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Fra</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Til</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Hvem</translation>
    </message>
    <message>
        <source>Access log: {name}</source>
        <translation>Adgangslog: {name}</translation>
    </message>
    <message>
        <source>The first day is after the last.</source>
        <translation>Den første dag er efter den sidste.</translation>
    </message>
    <message>
        <source>{n} looks and changes by {people} people, {strange} out of the ordinary</source>
        <translation>{n} opslag og ændringer af {people} personer, {strange} usædvanlige</translation>
    </message>
</context>
<context>
    <name>AccessPart</name>
    <message>
        <source>When</source>
        <translation>Hvornår</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Hvem</translation>
    </message>
    <message>
        <source>Saw</source>
        <translation>Så</translation>
    </message>
    <message>
        <source>Why it is shown</source>
        <translation>Hvorfor det vises</translation>
    </message>
    <message>
        <source>Unusual look-ups</source>
        <translation>Usædvanlige opslag</translation>
    </message>
    <message>
        <source>It was in order</source>
        <translation>Det var i orden</translation>
    </message>
    <message>
        <source>Own name, a colleague, the same family name, no course here. They may have a good reason: ask. Everything of one citizen is shown from the citizen&apos;s page.</source>
        <translation>Eget navn, en kollega, samme efternavn, intet forløb her. De kan have en god grund: spørg. Alt om én borger vises fra borgerens side.</translation>
    </message>
    <message>
        <source>&amp;What the colleague said</source>
        <translation>&amp;Hvad kollegaen sagde</translation>
    </message>
    <message>
        <source>Look-ups that are out of the ordinary</source>
        <translation>Usædvanlige opslag</translation>
    </message>
    <message>
        <source>Only a manager sees the access log.</source>
        <translation>Kun en leder ser adgangsloggen.</translation>
    </message>
    <message>
        <source>Nothing out of the ordinary in thirty days.</source>
        <translation>Intet usædvanligt i tredive dage.</translation>
    </message>
    <message>
        <source>Write what the colleague said.</source>
        <translation>Skriv, hvad kollegaen sagde.</translation>
    </message>
    <message>
        <source>Look-up in order</source>
        <translation>Opslag i orden</translation>
    </message>
</context>
<context>
    <name>BackupsPart</name>
    <message>
        <source>Take a copy now</source>
        <translation>Tag kopi nu</translation>
    </message>
    <message>
        <source>Drill now</source>
        <translation>Øv nu</translation>
    </message>
    <message>
        <source>Look through the data</source>
        <translation>Se data igennem</translation>
    </message>
    <message>
        <source>Choose the folder …</source>
        <translation>Vælg mappe …</translation>
    </message>
    <message>
        <source>Choose a second place …</source>
        <translation>Vælg et andet sted …</translation>
    </message>
    <message>
        <source>Copies are encrypted like the data. Without a password or the recovery code they are worth nothing.</source>
        <translation>Kopierne er krypteret som data selv. Uden adgangskode eller gendannelseskode er de uden værdi.</translation>
    </message>
    <message>
        <source>Where copies lie</source>
        <translation>Hvor kopierne ligger</translation>
    </message>
    <message>
        <source>Opens a copy beside the data, and proves what it holds. Your data is not touched.</source>
        <translation>Åbner en kopi ved siden af og beviser, hvad den rummer. Dine data røres ikke.</translation>
    </message>
    <message>
        <source>Drill a restore</source>
        <translation>Øv en gendannelse</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Ingen endnu</translation>
    </message>
    <message>
        <source>{n} MB, read through afterwards</source>
        <translation>{n} MB, læst igennem bagefter</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Aldrig</translation>
    </message>
    <message>
        <source>Last good copy</source>
        <translation>Sidste gode kopi</translation>
    </message>
    <message>
        <source>Last drill</source>
        <translation>Sidste øvelse</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gemt</translation>
    </message>
    <message>
        <source>7 days, 4 weeks, 12 months</source>
        <translation>7 dage, 4 uger, 12 måneder</translation>
    </message>
    <message>
        <source>No second place: a fire takes both.</source>
        <translation>Intet andet sted: en brand tager begge dele.</translation>
    </message>
    <message>
        <source>{n} MB</source>
        <translation>{n} MB</translation>
    </message>
    <message>
        <source>Restore …</source>
        <translation>Gendan …</translation>
    </message>
    <message>
        <source>Press «Restore» once more: the window closes, what is here now is laid aside beside it, and {name} takes its place.</source>
        <translation>Tryk på «Gendan» en gang til: vinduet lukker, det nuværende lægges til side ved siden af, og {name} tager dets plads.</translation>
    </message>
    <message>
        <source>Reading every page …</source>
        <translation>Læser alle sider …</translation>
    </message>
    <message>
        <source>The data is whole: pages, journal, access log, guards</source>
        <translation>Data er hele: sider, journal, adgangslog, vagter</translation>
    </message>
    <message>
        <source>The data is damaged. Leave it as it is, and put a copy back.</source>
        <translation>Data er beskadiget. Lad filen ligge, og læg en kopi tilbage.</translation>
    </message>
    <message>
        <source>A copy is being taken and read through …</source>
        <translation>Der tages en kopi, og den læses igennem …</translation>
    </message>
    <message>
        <source>{name} is whole.</source>
        <translation>{name} er hel.</translation>
    </message>
    <message>
        <source>Trying …</source>
        <translation>Prøver …</translation>
    </message>
    <message>
        <source>There is no copy yet.</source>
        <translation>Der er ingen kopi endnu.</translation>
    </message>
    <message>
        <source>Everything came back</source>
        <translation>Alt kom frem igen</translation>
    </message>
    <message>
        <source>The copy is damaged</source>
        <translation>Kopien er beskadiget</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} sek.</translation>
    </message>
    <message>
        <source>Every page is whole</source>
        <translation>Alle sider er hele</translation>
    </message>
    <message>
        <source>The journal&apos;s chain is whole, to line {n}</source>
        <translation>Journalens kæde er hel, til linje {n}</translation>
    </message>
    <message>
        <source>{n} newer</source>
        <translation>{n} nyere</translation>
    </message>
    <message>
        <source>Citizens</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Courses</source>
        <translation>Forløb</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>Træninger</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notater</translation>
    </message>
    <message>
        <source>Lines of the journal</source>
        <translation>Journalens linjer</translation>
    </message>
</context>
<context>
    <name>Basis</name>
    <message>
        <source>SEL § 86(1)</source>
        <translation>SEL § 86 stk. 1</translation>
    </message>
    <message>
        <source>SEL § 86(2)</source>
        <translation>SEL § 86 stk. 2</translation>
    </message>
    <message>
        <source>SUL § 140</source>
        <translation>SUL § 140</translation>
    </message>
    <message>
        <source>Elder law</source>
        <translation>Ældreloven</translation>
    </message>
    <message>
        <source>Rehabilitation training</source>
        <translation>Genoptræning</translation>
    </message>
    <message>
        <source>Maintenance training</source>
        <translation>Vedligeholdelsestræning</translation>
    </message>
    <message>
        <source>Rehabilitation after hospital</source>
        <translation>Genoptræning efter sygehus</translation>
    </message>
    <message>
        <source>Training under the elder law</source>
        <translation>Træning efter ældreloven</translation>
    </message>
</context>
<context>
    <name>Block</name>
    <message>
        <source>{came} came, {left} missing</source>
        <translation>{came} mødt, {left} mangler</translation>
    </message>
    <message>
        <source>{n} min. late</source>
        <translation>{n} min. forsinket</translation>
    </message>
    <message>
        <source>full</source>
        <translation>fuldt</translation>
    </message>
    <message>
        <source>{have} of {of} places taken</source>
        <translation>{have} af {of} pladser er optaget</translation>
    </message>
</context>
<context>
    <name>BookingFields</name>
    <message>
        <source>Close the booking</source>
        <translation>Luk bookingen</translation>
    </message>
    <message>
        <source>Name, CPR or phone</source>
        <translation>Navn, CPR eller telefon</translation>
    </message>
    <message>
        <source>Citizen and course</source>
        <translation>Borger og forløb</translation>
    </message>
    <message>
        <source>Whole course …</source>
        <translation>Book hele forløbet …</translation>
    </message>
    <message>
        <source>New citizen …</source>
        <translation>Ny borger …</translation>
    </message>
    <message>
        <source>min.</source>
        <translation>min.</translation>
    </message>
    <message>
        <source>Why it is booked all the same</source>
        <translation>Hvorfor der bookes alligevel</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>Book the training</source>
        <translation>Book træningen</translation>
    </message>
    <message>
        <source>as you type</source>
        <translation>opdateres, mens du skriver</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Tjek</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>Ny træning</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Dag</translation>
    </message>
    <message>
        <source>T&amp;ime</source>
        <translation>T&amp;id</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>&amp;Varighed</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>&amp;Lokale</translation>
    </message>
    <message>
        <source>F&amp;orm</source>
        <translation>F&amp;orm</translation>
    </message>
    <message>
        <source>&amp;Citizen</source>
        <translation>&amp;Borger</translation>
    </message>
    <message>
        <source>&amp;Therapist</source>
        <translation>&amp;Terapeut</translation>
    </message>
</context>
<context>
    <name>BookingPanel</name>
    <message>
        <source>No room</source>
        <translation>Intet lokale</translation>
    </message>
    <message>
        <source>Book the training</source>
        <translation>Book træningen</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n fundet</numerusform>
            <numerusform>%n fundet</numerusform>
        </translation>
    </message>
    <message>
        <source>No package is granted.</source>
        <translation>Der er ingen pakke.</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) can be booked</source>
        <translation>
            <numerusform>%n træning kan bookes</numerusform>
            <numerusform>%n træninger kan bookes</numerusform>
        </translation>
    </message>
    <message>
        <source>Nearest free</source>
        <translation>Nærmeste ledige</translation>
    </message>
    <message>
        <source>Take {day} {time}</source>
        <translation>Tag {day} {time}</translation>
    </message>
    <message>
        <source>Book all the same</source>
        <translation>Book alligevel</translation>
    </message>
    <message>
        <source>Nobody in a course by that name</source>
        <translation>Ingen i et forløb hedder det</translation>
    </message>
    <message>
        <source>Write a name first</source>
        <translation>Skriv et navn først</translation>
    </message>
    <message>
        <source>Cannot be booked: {why}</source>
        <translation>Kan ikke bookes: {why}</translation>
    </message>
    <message>
        <source>Booked: {who}, {day} {time}</source>
        <translation>Booket: {who}, {day} kl. {time}</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>{n} places</source>
        <translation>{n} pladser</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 plads</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} t</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Lukket</translation>
    </message>
    <message>
        <source>Off {day}</source>
        <translation>Fri {day}</translation>
    </message>
    <message>
        <source>{n} therapists</source>
        <translation>{n} terapeuter</translation>
    </message>
    <message>
        <source>1 therapist</source>
        <translation>1 terapeut</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Booket</translation>
    </message>
    <message>
        <source>closed: {name}</source>
        <translation>lukket: {name}</translation>
    </message>
    <message>
        <source>outside working hours</source>
        <translation>uden for arbejdstid</translation>
    </message>
    <message>
        <source>free</source>
        <translation>ledig</translation>
    </message>
</context>
<context>
    <name>CalendarActions</name>
    <message>
        <source>Show &amp;cancelled</source>
        <translation>Vis &amp;aflyste og afbud</translation>
    </message>
    <message>
        <source>&amp;Came</source>
        <translation>&amp;Mødt</translation>
    </message>
    <message>
        <source>C&amp;ancelled …</source>
        <translation>&amp;Afbud …</translation>
    </message>
    <message>
        <source>&amp;Stayed away …</source>
        <translation>&amp;Udeblevet …</translation>
    </message>
    <message>
        <source>&amp;Late …</source>
        <translation>&amp;Forsinket …</translation>
    </message>
    <message>
        <source>Centre &amp;cancels …</source>
        <translation>&amp;Centret aflyser …</translation>
    </message>
    <message>
        <source>&amp;Take the mark away</source>
        <translation>Fjern m&amp;ærket</translation>
    </message>
    <message>
        <source>&amp;Move …</source>
        <translation>Fl&amp;yt …</translation>
    </message>
    <message>
        <source>S&amp;eries …</source>
        <translation>S&amp;erie …</translation>
    </message>
    <message>
        <source>Take out to the &amp;pinboard</source>
        <translation>Tag ud til &amp;opslagstavlen</translation>
    </message>
    <message>
        <source>Lay down from the p&amp;inboard</source>
        <translation>Læg fra o&amp;pslagstavlen</translation>
    </message>
    <message>
        <source>&amp;Book …</source>
        <translation>&amp;Book …</translation>
    </message>
    <message>
        <source>&amp;Remove a booking made by mistake</source>
        <translation>&amp;Slet en booking, der er lavet ved en fejl</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>Et skridt &amp;tilbage</translation>
    </message>
    <message>
        <source>Step &amp;on</source>
        <translation>Et skridt &amp;frem</translation>
    </message>
    <message>
        <source>A week back</source>
        <translation>En uge tilbage</translation>
    </message>
    <message>
        <source>A week on</source>
        <translation>En uge frem</translation>
    </message>
    <message>
        <source>Four weeks back</source>
        <translation>Fire uger tilbage</translation>
    </message>
    <message>
        <source>Four weeks on</source>
        <translation>Fire uger frem</translation>
    </message>
    <message>
        <source>To&amp;day</source>
        <translation>I &amp;dag</translation>
    </message>
    <message>
        <source>Day &amp;view</source>
        <translation>&amp;Dagsvisning</translation>
    </message>
    <message>
        <source>&amp;Week view</source>
        <translation>&amp;Ugevisning</translation>
    </message>
    <message>
        <source>&amp;Month view</source>
        <translation>&amp;Månedsvisning</translation>
    </message>
    <message>
        <source>&amp;List view</source>
        <translation>&amp;Listevisning</translation>
    </message>
    <message>
        <source>Therapists side by side</source>
        <translation>Terapeuter side om side</translation>
    </message>
    <message>
        <source>Rooms side by side</source>
        <translation>Lokaler side om side</translation>
    </message>
    <message>
        <source>Teams side by side</source>
        <translation>Hold side om side</translation>
    </message>
    <message>
        <source>Waiting list beside the calendar</source>
        <translation>Venteliste ved siden af kalenderen</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Tættere på</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>Længere fra</translation>
    </message>
    <message>
        <source>Bring out what has no mark</source>
        <translation>Fremhæv det, der mangler fremmøde</translation>
    </message>
    <message>
        <source>Bring out the course</source>
        <translation>Fremhæv forløbet</translation>
    </message>
    <message>
        <source>Bring out the therapist</source>
        <translation>Fremhæv terapeuten</translation>
    </message>
    <message>
        <source>Bring out the form</source>
        <translation>Fremhæv formen</translation>
    </message>
    <message>
        <source>Show all alike</source>
        <translation>Vis alt ens</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Zoom</translation>
    </message>
    <message>
        <source>Work week</source>
        <translation>Arbejdsuge</translation>
    </message>
    <message>
        <source>Free time</source>
        <translation>Ledig tid</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minut</numerusform>
            <numerusform>%n minutter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarBar</name>
    <message>
        <source>All centres</source>
        <translation>Alle centre</translation>
    </message>
    <message>
        <source>Therapists side by side</source>
        <translation>Terapeuter side om side</translation>
    </message>
    <message>
        <source>Teams side by side</source>
        <translation>Hold side om side</translation>
    </message>
    <message>
        <source>Several therapists …</source>
        <translation>Flere terapeuter …</translation>
    </message>
    <message>
        <source>All rooms</source>
        <translation>Alle lokaler</translation>
    </message>
    <message>
        <source>Rooms side by side</source>
        <translation>Lokaler side om side</translation>
    </message>
    <message>
        <source>Week {n}</source>
        <translation>Uge {n}</translation>
    </message>
    <message>
        <source> · cancelled hidden</source>
        <translation> · afbud skjult</translation>
    </message>
    <message numerus="yes">
        <source>%n team(s)</source>
        <translation>
            <numerusform>%n hold</numerusform>
            <numerusform>%n hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n therapist(s)</source>
        <translation>
            <numerusform>%n terapeut</numerusform>
            <numerusform>%n terapeuter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n room(s)</source>
        <translation>
            <numerusform>%n lokale</numerusform>
            <numerusform>%n lokaler</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarPage</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Uge</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Måned</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Visning</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Udskriv</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>Ny træning</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tilbage</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Frem</translation>
    </message>
    <message>
        <source>week {n}</source>
        <translation>uge {n}</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Lokaler</translation>
    </message>
    <message>
        <source>Centre and therapists</source>
        <translation>Center og terapeuter</translation>
    </message>
    <message>
        <source>Attendance list</source>
        <translation>Mødeliste</translation>
    </message>
    <message>
        <source>The room&apos;s week</source>
        <translation>Lokalets uge</translation>
    </message>
    <message>
        <source>Day sheet</source>
        <translation>Dagsseddel</translation>
    </message>
    <message>
        <source>Schedule letter</source>
        <translation>Mødeplan</translation>
    </message>
</context>
<context>
    <name>Call</name>
    <message>
        <source>Said yes</source>
        <translation>Sagde ja</translation>
    </message>
    <message>
        <source>Said no</source>
        <translation>Sagde nej</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Svarede ikke</translation>
    </message>
    <message>
        <source>Message left</source>
        <translation>Besked lagt</translation>
    </message>
    <message>
        <source>Calls back</source>
        <translation>Ringer tilbage</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Truffet</translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>What is missing</source>
        <translation>Det mangler</translation>
    </message>
    <message>
        <source>The first training can be booked</source>
        <translation>Den første træning kan bookes</translation>
    </message>
    <message>
        <source>Needed before a training can be booked</source>
        <translation>Skal til, før en træning kan bookes</translation>
    </message>
    <message>
        <source>Can wait</source>
        <translation>Kan vente</translation>
    </message>
    <message>
        <source>Everything is there.</source>
        <translation>Alt er der.</translation>
    </message>
    <message>
        <source>Nobody needs a password yet: users, backup folder and recovery code are made in one go</source>
        <translation>Ingen behøver en adgangskode endnu: brugere, mappe til kopier og gendannelseskode laves på én gang</translation>
    </message>
    <message>
        <source>Protect</source>
        <translation>Beskyt</translation>
    </message>
    <message>
        <source>Before there are citizens in it</source>
        <translation>Før der er borgere i den</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Udfyld</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>The package holds: {n} of {whole}</source>
        <translation>Pakken rækker: {n} af {whole}</translation>
    </message>
    <message>
        <source>{room} is free</source>
        <translation>{room} er ledig</translation>
    </message>
    <message>
        <source>{who} is free</source>
        <translation>{who} er ledig</translation>
    </message>
    <message>
        <source>{who} is free {time}</source>
        <translation>{who} er ledig {time}</translation>
    </message>
    <message>
        <source>Works {day} {hours}</source>
        <translation>Arbejder {day} {hours}</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>Choose …</source>
        <translation>Vælg …</translation>
    </message>
</context>
<context>
    <name>ChoicesPanel</name>
    <message>
        <source>Which quality standard do you go by?</source>
        <translation>Hvilken kvalitetsstandard arbejder I efter?</translation>
    </message>
    <message>
        <source>It sets deadlines, cancellations, re-evaluations and packages. Courses that run keep theirs.</source>
        <translation>Den afgør frister, afbud, revurdering og pakker. Forløb, der er i gang, beholder deres.</translation>
    </message>
    <message>
        <source>Read the standards, or add your own …</source>
        <translation>Læs standarderne, eller hent jeres egen …</translation>
    </message>
    <message>
        <source>Where the standards leave a choice</source>
        <translation>Hvor standarderne lader et valg stå åbent</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>{n} rules, {m} examples</source>
        <translation>{n} regler, {m} eksempler</translation>
    </message>
    <message>
        <source>Standard for {basis}</source>
        <translation>Standard for {basis}</translation>
    </message>
    <message>
        <source>Chosen here</source>
        <translation>Valgt her</translation>
    </message>
    <message>
        <source>{value} (as it is)</source>
        <translation>{value} (som det er)</translation>
    </message>
    <message>
        <source>Nothing is chosen</source>
        <translation>Intet er valgt</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nej</translation>
    </message>
    <message>
        <source>As it is written</source>
        <translation>Som det er skrevet</translation>
    </message>
    <message>
        <source>By the clock</source>
        <translation>Efter klokkeslættet</translation>
    </message>
    <message>
        <source>Before the training begins</source>
        <translation>Før træningen begynder</translation>
    </message>
    <message>
        <source>The calendar day</source>
        <translation>Kalenderdagen</translation>
    </message>
    <message>
        <source>The working day</source>
        <translation>Hverdagen</translation>
    </message>
    <message>
        <source>The longest duration</source>
        <translation>Længste varighed</translation>
    </message>
    <message>
        <source>A re-evaluation</source>
        <translation>En revurdering</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Advar</translation>
    </message>
    <message>
        <source>When it is offered</source>
        <translation>Når den er tilbudt</translation>
    </message>
    <message>
        <source>Is not offered</source>
        <translation>Tilbydes ikke</translation>
    </message>
    <message>
        <source>When it has begun</source>
        <translation>Når den er begyndt</translation>
    </message>
    <message>
        <source>A person answers</source>
        <translation>En person svarer</translation>
    </message>
    <message>
        <source>All points</source>
        <translation>Alle punkter</translation>
    </message>
    <message>
        <source>Any point</source>
        <translation>Ét af punkterne</translation>
    </message>
    <message>
        <source>Choice {n}</source>
        <translation>Valg {n}</translation>
    </message>
</context>
<context>
    <name>CitizenFields</name>
    <message>
        <source>Who</source>
        <translation>Hvem</translation>
    </message>
    <message>
        <source>Only the name must be filled in.</source>
        <translation>Kun navnet skal udfyldes.</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>GP and kin</source>
        <translation>Læge og pårørende</translation>
    </message>
    <message>
        <source>For the training</source>
        <translation>Til træningen</translation>
    </message>
    <message>
        <source>Shown in the calendar, on the day sheet and the roster.</source>
        <translation>Vises i kalender, dagsseddel og mødeliste.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notat</translation>
    </message>
</context>
<context>
    <name>CitizenForm</name>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>Save, and begin a course</source>
        <translation>Gem, og begynd et forløb</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>New citizen</source>
        <translation>Ny borger</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ret</translation>
    </message>
    <message>
        <source>Changed: {name}</source>
        <translation>Rettet: {name}</translation>
    </message>
    <message>
        <source>New citizen: {name}</source>
        <translation>Ny borger: {name}</translation>
    </message>
    <message>
        <source>&amp;First name</source>
        <translation>&amp;Fornavn</translation>
    </message>
    <message>
        <source>&amp;Last name</source>
        <translation>&amp;Efternavn</translation>
    </message>
    <message>
        <source>&amp;CPR number</source>
        <translation>&amp;CPR-nummer</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>P&amp;ostcode</source>
        <translation>P&amp;ostnr.</translation>
    </message>
    <message>
        <source>&amp;Town</source>
        <translation>&amp;By</translation>
    </message>
    <message>
        <source>&amp;Mobile</source>
        <translation>&amp;Mobil</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Telefon</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>E-ma&amp;il</translation>
    </message>
    <message>
        <source>Letters by &amp;digital post</source>
        <translation>Breve som &amp;digital post</translation>
    </message>
    <message>
        <source>&amp;Interpreter, language</source>
        <translation>Tolk, &amp;sprog</translation>
    </message>
    <message>
        <source>&amp;GP clinic</source>
        <translation>E&amp;gen læge</translation>
    </message>
    <message>
        <source>&amp;Ride</source>
        <translation>&amp;Kørsel</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notat</translation>
    </message>
    <message>
        <source>&amp;Kin</source>
        <translation>&amp;Pårørende</translation>
    </message>
    <message>
        <source>Kin&apos;s p&amp;hone</source>
        <translation>Pårørendes te&amp;lefon</translation>
    </message>
    <message>
        <source>I&amp;s the citizen&apos;s</source>
        <translation>E&amp;r borgerens</translation>
    </message>
    <message>
        <source>Ma&amp;y agree on times</source>
        <translation>Må aftale tider</translation>
    </message>
    <message>
        <source>Is g&amp;uardian</source>
        <translation>Er værge</translation>
    </message>
    <message>
        <source>Name and address are protected</source>
        <translation>&amp;Beskyttet navn og adresse</translation>
    </message>
    <message>
        <source>Walking frame</source>
        <translation>Rollator</translation>
    </message>
    <message>
        <source>Wheelchair</source>
        <translation>Kørestol</translation>
    </message>
    <message>
        <source>Hard of hearing</source>
        <translation>Hører dårligt</translation>
    </message>
    <message>
        <source>Companion</source>
        <translation>Ledsager</translation>
    </message>
    <message>
        <source>Dog in the home</source>
        <translation>Hund i hjemmet</translation>
    </message>
    <message>
        <source>Key box</source>
        <translation>Nøgleboks</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>To personer</translation>
    </message>
    <message>
        <source>The same number</source>
        <translation>Samme nummer</translation>
    </message>
    <message>
        <source>The same name and birthday</source>
        <translation>Samme navn og fødselsdag</translation>
    </message>
    <message>
        <source>The same telephone</source>
        <translation>Samme telefon</translation>
    </message>
</context>
<context>
    <name>CitizenMenu</name>
    <message>
        <source>More</source>
        <translation>Mere</translation>
    </message>
    <message>
        <source>More to do with {name}</source>
        <translation>Mere om {name}</translation>
    </message>
    <message>
        <source>&amp;Who has looked …</source>
        <translation>&amp;Hvem har set …</translation>
    </message>
    <message>
        <source>C&amp;hange …</source>
        <translation>&amp;Ret …</translation>
    </message>
    <message>
        <source>New &amp;course …</source>
        <translation>Nyt &amp;forløb …</translation>
    </message>
    <message>
        <source>&amp;Merge with another record …</source>
        <translation>F&amp;let med en anden post …</translation>
    </message>
    <message>
        <source>Name and address are &amp;protected</source>
        <translation>&amp;Beskyttet navn og adresse</translation>
    </message>
    <message>
        <source>&amp;See the protected address …</source>
        <translation>&amp;Se den beskyttede adresse …</translation>
    </message>
    <message>
        <source>It was a mistake: neither dead nor moved away</source>
        <translation>Det var en fejl: hverken død eller fraflyttet</translation>
    </message>
    <message>
        <source>Has &amp;died …</source>
        <translation>Er &amp;død …</translation>
    </message>
    <message>
        <source>Has moved &amp;away …</source>
        <translation>Er fraflytte&amp;t …</translation>
    </message>
    <message>
        <source>Protected: {name}</source>
        <translation>Beskyttet: {name}</translation>
    </message>
    <message>
        <source>Not protected any more: {name}</source>
        <translation>Ikke beskyttet mere: {name}</translation>
    </message>
    <message>
        <source>A mistake taken back: {name}</source>
        <translation>En fejl taget tilbage: {name}</translation>
    </message>
</context>
<context>
    <name>CitizenPage</name>
    <message>
        <source>Overview</source>
        <translation>Overblik</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>Træninger</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notater</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Breve</translation>
    </message>
    <message>
        <source>Parts of the page</source>
        <translation>Sidens dele</translation>
    </message>
    <message>
        <source>The citizen&apos;s page</source>
        <translation>Borgerens side</translation>
    </message>
    <message>
        <source>Ride</source>
        <translation>Kørsel</translation>
    </message>
    <message>
        <source>Protected name and address</source>
        <translation>&amp;Beskyttet navn og adresse</translation>
    </message>
    <message>
        <source>Died {day}</source>
        <translation>Død {day}</translation>
    </message>
    <message>
        <source>Moved away {day}</source>
        <translation>Fraflyttet {day}</translation>
    </message>
    <message>
        <source>No digital post</source>
        <translation>Fritaget for digital post</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Tilbage til listen</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Mødeplan</translation>
    </message>
    <message>
        <source>Show in the calendar</source>
        <translation>Vis i kalenderen</translation>
    </message>
    <message>
        <source>Book …</source>
        <translation>Book …</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ret …</translation>
    </message>
    <message>
        <source>New course …</source>
        <translation>Nyt forløb …</translation>
    </message>
    <message>
        <source>{n} years</source>
        <translation>{n} år</translation>
    </message>
    <message>
        <source>Show the last four digits</source>
        <translation>Vis de sidste fire cifre</translation>
    </message>
    <message>
        <source>All trainings</source>
        <translation>Alle træninger</translation>
    </message>
    <message>
        <source>No course of training is recorded.</source>
        <translation>Der er intet træningsforløb.</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Afsluttet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>I gang</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>Ikke begyndt</translation>
    </message>
    <message>
        <source>Pause {first}–{last}</source>
        <translation>Pause {first}–{last}</translation>
    </message>
    <message>
        <source>The package, line by line</source>
        <translation>Pakken, linje for linje</translation>
    </message>
    <message>
        <source>granted {day}</source>
        <translation>bevilget {day}</translation>
    </message>
    <message>
        <source>{n} trainings of {m} min.</source>
        <translation>{n} træninger à {m} min.</translation>
    </message>
    <message>
        <source>responsible {who}</source>
        <translation>ansvarlig {who}</translation>
    </message>
    <message>
        <source>start {day}</source>
        <translation>start {day}</translation>
    </message>
    <message>
        <source>end {day}</source>
        <translation>slut {day}</translation>
    </message>
    <message>
        <source>Days and rights …</source>
        <translation>Dage og rettigheder …</translation>
    </message>
    <message>
        <source>End status …</source>
        <translation>Slutstatus …</translation>
    </message>
    <message>
        <source>Open again …</source>
        <translation>Åbn igen …</translation>
    </message>
    <message>
        <source>Cancel the next …</source>
        <translation>Afbud til næste …</translation>
    </message>
    <message>
        <source>Extra trainings …</source>
        <translation>Ekstra træninger …</translation>
    </message>
    <message>
        <source>End the course …</source>
        <translation>Afslut forløbet …</translation>
    </message>
    <message>
        <source>of {whole} used</source>
        <translation>af {whole} brugt</translation>
    </message>
    <message>
        <source>Worked out by {standard}.</source>
        <translation>Regnet efter {standard}.</translation>
    </message>
    <message>
        <source>Show the whole package</source>
        <translation>Vis hele pakken</translation>
    </message>
</context>
<context>
    <name>CitizenSide</name>
    <message>
        <source>Missing, can wait</source>
        <translation>Mangler, kan vente</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Udfyld</translation>
    </message>
    <message>
        <source>Here already?</source>
        <translation>Er her allerede?</translation>
    </message>
    <message>
        <source>{n} years</source>
        <translation>{n} år</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>Åbn {name}</translation>
    </message>
    <message>
        <source>About the number</source>
        <translation>Om nummeret</translation>
    </message>
    <message>
        <source>Born {day}, {n} years</source>
        <translation>Født {day}, {n} år</translation>
    </message>
    <message>
        <source>A replacement number</source>
        <translation>Erstatnings-CPR</translation>
    </message>
    <message>
        <source>Modulus 11 does not hold; that is allowed since 2007</source>
        <translation>Modulus 11 går ikke op; det må den godt siden 2007</translation>
    </message>
</context>
<context>
    <name>CitizenTasks</name>
    <message>
        <source>Tasks</source>
        <translation>Opgaver</translation>
    </message>
    <message>
        <source>The clinic did not get the end status</source>
        <translation>Klinikken fik ikke slutstatus</translation>
    </message>
    <message>
        <source>no deadline set</source>
        <translation>ingen frist sat</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>The rule for: {what}</source>
        <translation>Reglen for: {what}</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Intet venter.</translation>
    </message>
</context>
<context>
    <name>CitizensPage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n fundet</numerusform>
            <numerusform>%n fundet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln citizen(s); those in a course are shown first</source>
        <translation>
            <numerusform>%Ln borger; de, der er i forløb, vises først</numerusform>
            <numerusform>%Ln borgere; de, der er i forløb, vises først</numerusform>
        </translation>
    </message>
    <message>
        <source>write more to narrow it down</source>
        <translation>skriv mere for at indsnævre</translation>
    </message>
    <message>
        <source>Citizens</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Find by name, CPR or phone</source>
        <translation>Find med navn, CPR eller telefon</translation>
    </message>
    <message>
        <source>New citizen …</source>
        <translation>Ny borger …</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Borger</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alder</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Course</source>
        <translation>Forløb</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Ansvarlig</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Center</translation>
    </message>
    <message>
        <source>Take in a new citizen …</source>
        <translation>Opret en ny borger …</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>Ingen er fundet</translation>
    </message>
    <message>
        <source>Try fewer letters, or the telephone number.</source>
        <translation>Prøv med færre bogstaver eller telefonnummeret.</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message numerus="yes">
        <source>%n later training(s) is (are) released.</source>
        <translation>
            <numerusform>%n senere træning frigives.</numerusform>
            <numerusform>%n senere træninger frigives.</numerusform>
        </translation>
    </message>
    <message>
        <source>{n} of {of} are in place</source>
        <translation>{n} af {of} er på plads</translation>
    </message>
    <message>
        <source>&amp;Ends because</source>
        <translation>&amp;Slutter fordi</translation>
    </message>
    <message>
        <source>In your own &amp;words</source>
        <translation>Med jeres egne &amp;ord</translation>
    </message>
    <message>
        <source>Write the letter afterwards</source>
        <translation>Skriv brevet bagefter</translation>
    </message>
    <message>
        <source>Close the course</source>
        <translation>Luk forløbet</translation>
    </message>
    <message>
        <source>The standard says nothing of ending with trainings left.</source>
        <translation>Standarden siger intet om at slutte, mens der er træninger tilbage.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Mangler</translation>
    </message>
    <message>
        <source>Not relevant</source>
        <translation>Ikke relevant</translation>
    </message>
    <message>
        <source>Every training has its mark</source>
        <translation>Alle træninger er afregnet</translation>
    </message>
    <message>
        <source>Tests at the end</source>
        <translation>Sluttest</translation>
    </message>
    <message>
        <source>Goals judged with the citizen</source>
        <translation>Mål gjort op med borgeren</translation>
    </message>
    <message>
        <source>Plan for own training</source>
        <translation>Plan for egentræning</translation>
    </message>
    <message>
        <source>Consent to the GP asked</source>
        <translation>Spurgt om samtykke til egen læge</translation>
    </message>
    <message>
        <source>End status made</source>
        <translation>Slutstatus er lavet</translation>
    </message>
    <message>
        <source>Lent things back</source>
        <translation>Udlån er tilbage</translation>
    </message>
    <message>
        <source>Rides stopped</source>
        <translation>Kørsel er stoppet</translation>
    </message>
    <message>
        <source>No later times stand</source>
        <translation>Ingen senere tider står tilbage</translation>
    </message>
    <message>
        <source>No other open courses</source>
        <translation>Ingen andre åbne forløb</translation>
    </message>
    <message>
        <source>Something happened that ends it</source>
        <translation>En hændelse medfører ophør</translation>
    </message>
    <message>
        <source>No further need, as the citizen sees it</source>
        <translation>Ikke yderligere behov, vurderet af borgeren</translation>
    </message>
    <message>
        <source>No further need, as the professional sees it</source>
        <translation>Ikke yderligere behov, vurderet af fagpersonen</translation>
    </message>
    <message>
        <source>The citizen was not heard from, or stayed away</source>
        <translation>Borgeren har ikke henvendt sig eller er udeblevet</translation>
    </message>
    <message>
        <source>The citizen declines</source>
        <translation>Borgeren fravælger</translation>
    </message>
    <message>
        <source>Declines: other illness</source>
        <translation>Fravælger: anden sygdom</translation>
    </message>
    <message>
        <source>Declines: the cost of transport</source>
        <translation>Fravælger: hvad transporten koster</translation>
    </message>
    <message>
        <source>Declines: the transport itself</source>
        <translation>Fravælger: selve transporten</translation>
    </message>
    <message>
        <source>Declines: other training</source>
        <translation>Fravælger: anden træning</translation>
    </message>
    <message>
        <source>Why it ends is missing.</source>
        <translation>Der mangler, hvorfor det slutter.</translation>
    </message>
    <message>
        <source>Course closed: {name}</source>
        <translation>Forløb lukket: {name}</translation>
    </message>
    <message>
        <source>Does the citizen agree?</source>
        <translation>Er borgeren enig?</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Print it …</source>
        <translation>Udskriv …</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsæt</translation>
    </message>
    <message>
        <source>When everybody has forgotten their password, the paper is the only way in. Keep it in the municipality&apos;s safe, not beside the computer.</source>
        <translation>Har alle glemt deres adgangskode, er papiret den eneste vej ind. Læg det i kommunens boks, ikke ved computeren.</translation>
    </message>
    <message>
        <source>Group &amp;5</source>
        <translation>Gruppe &amp;5</translation>
    </message>
    <message>
        <source>Group &amp;6</source>
        <translation>Gruppe &amp;6</translation>
    </message>
    <message>
        <source>The code is kept nowhere: the program can only make a new one.</source>
        <translation>Koden gemmes ingen steder: programmet kan kun lave en ny.</translation>
    </message>
    <message>
        <source>Print the recovery code</source>
        <translation>Udskriv gendannelseskoden</translation>
    </message>
    <message>
        <source>Can the paper be read?</source>
        <translation>Er papiret godt nok at læse?</translation>
    </message>
    <message>
        <source>Type its last two groups from it.</source>
        <translation>Skriv de to sidste grupper af fra det.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Gendannelseskode</translation>
    </message>
    <message>
        <source>That is not what stands on the paper.</source>
        <translation>Det er ikke det, der står på papiret.</translation>
    </message>
</context>
<context>
    <name>ComplaintDialog</name>
    <message>
        <source>Over what</source>
        <translation>Over hvad</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Klage</translation>
    </message>
    <message>
        <source>&amp;Received</source>
        <translation>&amp;Modtaget</translation>
    </message>
    <message>
        <source>&amp;What the citizen says</source>
        <translation>&amp;Hvad borgeren siger</translation>
    </message>
    <message>
        <source>Answer by {day}</source>
        <translation>Svar senest {day}</translation>
    </message>
    <message>
        <source>Heard by {who}</source>
        <translation>Behandles af {who}</translation>
    </message>
    <message>
        <source>Complaint answered: {name}</source>
        <translation>Klage besvaret: {name}</translation>
    </message>
    <message>
        <source>The decision or service</source>
        <translation>Afgørelsen eller serviceniveauet</translation>
    </message>
    <message>
        <source>The professional content</source>
        <translation>Det faglige indhold</translation>
    </message>
    <message>
        <source>Rides (§ 117)</source>
        <translation>Kørsel (§ 117)</translation>
    </message>
    <message>
        <source>Upheld</source>
        <translation>Fastholdt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ændret</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>Sendt videre</translation>
    </message>
    <message>
        <source>What it is over, and what is said, are missing.</source>
        <translation>Der mangler, hvad der klages over, og hvad der bliver sagt.</translation>
    </message>
    <message>
        <source>Complaint noted: {name}</source>
        <translation>Klage noteret: {name}</translation>
    </message>
</context>
<context>
    <name>ConsentStrip</name>
    <message>
        <source>Orally</source>
        <translation>Mundtligt</translation>
    </message>
    <message>
        <source>In writing</source>
        <translation>Skriftligt</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Hvordan</translation>
    </message>
    <message>
        <source>Yes, given</source>
        <translation>Ja, givet</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nej</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Trukket tilbage</translation>
    </message>
    <message>
        <source>Other day or words …</source>
        <translation>Anden dag eller ordlyd …</translation>
    </message>
    <message>
        <source>the end status of this course</source>
        <translation>slutstatus for dette forløb</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Svaret den</translation>
    </message>
    <message>
        <source>Who asked</source>
        <translation>Hvem spurgte</translation>
    </message>
    <message>
        <source>What was consented to</source>
        <translation>Hvad der er samtykket til</translation>
    </message>
    <message>
        <source>Asked by {taken}, noted by {noted}.</source>
        <translation>Spurgt af {taken}, noteret af {noted}.</translation>
    </message>
    <message>
        <source>Consent given {how} {day}, for {clinic}</source>
        <translation>Samtykke givet {how} {day}, til {clinic}</translation>
    </message>
    <message>
        <source>The citizen said no {day}</source>
        <translation>Borgeren sagde nej {day}</translation>
    </message>
    <message>
        <source>The citizen withdrew it {day}</source>
        <translation>Borgeren trak det tilbage {day}</translation>
    </message>
    <message>
        <source>The consent of {day} was for {clinic}: ask anew</source>
        <translation>Samtykket fra {day} gjaldt {clinic}: spørg igen</translation>
    </message>
    <message>
        <source>a clinic that is not noted</source>
        <translation>en klinik, der ikke er noteret</translation>
    </message>
    <message>
        <source>The citizen has no GP clinic: choose it first</source>
        <translation>Borgeren har ingen lægeklinik: vælg den først</translation>
    </message>
    <message>
        <source>Ask the citizen: may the status be sent to {clinic}?</source>
        <translation>Spørg borgeren: må slutstatus sendes til {clinic}?</translation>
    </message>
    <message>
        <source>the GP</source>
        <translation>egen læge</translation>
    </message>
    <message>
        <source>orally</source>
        <translation>mundtligt</translation>
    </message>
    <message>
        <source>in writing</source>
        <translation>skriftligt</translation>
    </message>
    <message>
        <source>Was it given orally or in writing?</source>
        <translation>Blev det givet mundtligt eller skriftligt?</translation>
    </message>
    <message>
        <source>Answer noted: {name}</source>
        <translation>Svaret er noteret: {name}</translation>
    </message>
    <message>
        <source>Take these out of the outbox: {files}</source>
        <translation>Tag disse ud af udbakken: {files}</translation>
    </message>
</context>
<context>
    <name>ConsequencePanel</name>
    <message>
        <source>Shall not count …</source>
        <translation>Skal ikke tælle …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>Notér</translation>
    </message>
    <message>
        <source>Why it shall not count</source>
        <translation>Hvorfor den ikke skal tælle</translation>
    </message>
    <message>
        <source>Illness</source>
        <translation>Sygdom</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andet</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Ferie</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>Indlagt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Årsag</translation>
    </message>
    <message>
        <source>Told on</source>
        <translation>Meldt den</translation>
    </message>
    <message>
        <source>Told at</source>
        <translation>Meldt kl.</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Meldt</translation>
    </message>
    <message>
        <source>min.</source>
        <translation>min.</translation>
    </message>
    <message>
        <source>Minutes late</source>
        <translation>Minutter forsinket</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>Vis stedet</translation>
    </message>
    <message>
        <source>Cancelled at {told}, after the limit {limit}</source>
        <translation>Afbud kl. {told} er efter fristen kl. {limit}</translation>
    </message>
    <message>
        <source>Cancelled in time, at {told}</source>
        <translation>Afbud i tide, kl. {told}</translation>
    </message>
    <message>
        <source>Stayed away: no-show number {n} in the course</source>
        <translation>Udeblevet: udeblivelse nr. {n} i forløbet</translation>
    </message>
    <message>
        <source>Came {n} minutes late</source>
        <translation>Kom {n} minutter for sent</translation>
    </message>
    <message>
        <source>Cancelled by the centre</source>
        <translation>Aflyst af centret</translation>
    </message>
    <message>
        <source>Why the earlier mark is corrected</source>
        <translation>Hvorfor det tidligere mærke rettes</translation>
    </message>
    <message>
        <source>Minutes the staff were late</source>
        <translation>Minutter, personalet kom for sent</translation>
    </message>
    <message>
        <source>It replaces: {mark}</source>
        <translation>Det erstatter: {mark}</translation>
    </message>
    <message>
        <source>It was noted on an earlier day. The old mark stays readable.</source>
        <translation>Det er noteret en tidligere dag. Det gamle mærke kan stadig læses.</translation>
    </message>
    <message>
        <source>Cancelled. When is not noted, so it is not judged</source>
        <translation>Afbud. Hvornår er ikke noteret, så det er ikke bedømt</translation>
    </message>
    <message>
        <source>Cancelled at {told}. The standard names no last minute</source>
        <translation>Afbud kl. {told}. Standarden nævner ingen frist</translation>
    </message>
    <message>
        <source>Called off: the citizen came too late</source>
        <translation>Aflyst: borgeren kom for sent</translation>
    </message>
    <message>
        <source>The mark is taken away</source>
        <translation>Mærket tages væk</translation>
    </message>
    <message>
        <source>The therapist did not come</source>
        <translation>Terapeuten kom ikke</translation>
    </message>
    <message>
        <source>The staff were {n} minutes late</source>
        <translation>Personalet kom {n} minutter for sent</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Mødt</translation>
    </message>
    <message>
        <source>So late that the training may be cancelled</source>
        <translation>Så sent, at træningen kan aflyses</translation>
    </message>
    <message>
        <source>You choose. Noted like this, it was held.</source>
        <translation>I vælger. Noteres det sådan, er den holdt.</translation>
    </message>
    <message>
        <source>A re-evaluation is opened for {who}</source>
        <translation>Revurdering åbnes til {who}</translation>
    </message>
    <message>
        <source>the responsible therapist</source>
        <translation>den ansvarlige terapeut</translation>
    </message>
    <message>
        <source>No re-evaluation is opened</source>
        <translation>Ingen revurdering åbnes</translation>
    </message>
    <message>
        <source>{time} becomes free</source>
        <translation>Kl. {time} bliver ledig</translation>
    </message>
    <message>
        <source>Nobody on the waiting list fits.</source>
        <translation>Ingen på ventelisten passer.</translation>
    </message>
    <message numerus="yes">
        <source>%n on the waiting list fit(s)</source>
        <translation>
            <numerusform>%n på ventelisten passer</numerusform>
            <numerusform>%n på ventelisten passer</numerusform>
        </translation>
    </message>
    <message>
        <source>The citizen must be told</source>
        <translation>Borgeren skal have besked</translation>
    </message>
    <message>
        <source>It is later than the standard allows.</source>
        <translation>Det er senere, end standarden tillader.</translation>
    </message>
    <message>
        <source>Within what the standard allows</source>
        <translation>Inden for det, standarden tillader</translation>
    </message>
    <message>
        <source>Cancellation number {n} in the course. No limit is set.</source>
        <translation>Afbud nr. {n} i forløbet. Der er ikke sat en grænse.</translation>
    </message>
    <message>
        <source>The standard asks for none, or one is open already.</source>
        <translation>Standarden kræver ingen, eller én er allerede åben.</translation>
    </message>
    <message>
        <source>There is no package to count in</source>
        <translation>Der er ingen pakke at tælle i</translation>
    </message>
    <message>
        <source>The training counts: {used} of {whole} are used</source>
        <translation>Træningen tæller: {used} af {whole} er brugt</translation>
    </message>
    <message>
        <source>The training does not count: {used} of {whole} are used</source>
        <translation>Træningen tæller ikke: {used} af {whole} er brugt</translation>
    </message>
    <message>
        <source>The centre owes a new time</source>
        <translation>Centret skylder en ny tid</translation>
    </message>
    <message>
        <source>A new time is agreed with the citizen</source>
        <translation>En ny tid er aftalt med borgeren</translation>
    </message>
    <message>
        <source>The citizen can have a new time</source>
        <translation>Borgeren kan få en ny tid</translation>
    </message>
    <message>
        <source>No replacement training</source>
        <translation>Ingen erstatningstræning</translation>
    </message>
    <message>
        <source>No replacement by itself</source>
        <translation>Ingen erstatning af sig selv</translation>
    </message>
    <message>
        <source>The package is not charged.</source>
        <translation>Pakken belastes ikke.</translation>
    </message>
    <message>
        <source>The training is back in the package.</source>
        <translation>Træningen er tilbage i pakken.</translation>
    </message>
    <message>
        <source>A new time can be booked, but this one is used.</source>
        <translation>En ny tid kan bookes, men denne er brugt.</translation>
    </message>
    <message>
        <source>The standard says nothing of it. You can offer a new time.</source>
        <translation>Standarden siger ikke noget om det. Du kan tilbyde en ny tid.</translation>
    </message>
    <message>
        <source>Note late cancellation</source>
        <translation>Notér sent afbud</translation>
    </message>
    <message>
        <source>Note cancellation</source>
        <translation>Notér afbud</translation>
    </message>
    <message>
        <source>Note no-show</source>
        <translation>Notér udeblivelse</translation>
    </message>
    <message>
        <source>Note late arrival</source>
        <translation>Notér forsinkelse</translation>
    </message>
    <message>
        <source>Take the mark away</source>
        <translation>Tag mærket væk</translation>
    </message>
    <message>
        <source>Cancel the training</source>
        <translation>Aflys træningen</translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message>
        <source>&amp;Who answered</source>
        <translation>&amp;Hvem svarede</translation>
    </message>
    <message>
        <source>What was &amp;said</source>
        <translation>Hvad blev &amp;sagt</translation>
    </message>
    <message>
        <source>the citizen</source>
        <translation>borgeren</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Truffet</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Ikke truffet</translation>
    </message>
    <message>
        <source>Visited</source>
        <translation>Besøgt</translation>
    </message>
    <message>
        <source>Text sent</source>
        <translation>Sms sendt</translation>
    </message>
    <message>
        <source>Letter sent</source>
        <translation>Brev sendt</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n forsøg</numerusform>
            <numerusform>%n forsøg</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has tried to reach the citizen in this course.</source>
        <translation>Ingen har forsøgt at træffe borgeren i dette forløb.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Hvornår</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Hvem</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Hvordan</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Hvad kom der ud af det</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Af</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sendt</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>telefon</translation>
    </message>
    <message>
        <source>text</source>
        <translation>sms</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>brev</translation>
    </message>
    <message>
        <source>visit</source>
        <translation>besøg</translation>
    </message>
    <message>
        <source>digital post</source>
        <translation>digital post</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>afleveret</translation>
    </message>
    <message>
        <source>That is noted already, this very minute.</source>
        <translation>Det er noteret allerede, i dette minut.</translation>
    </message>
    <message>
        <source>Contact noted: {name}</source>
        <translation>Kontakt noteret: {name}</translation>
    </message>
</context>
<context>
    <name>ContactDialog</name>
    <message>
        <source>The centre&apos;s telephone</source>
        <translation>Centrets telefon</translation>
    </message>
    <message>
        <source>Save and show the letter</source>
        <translation>Gem, og vis brevet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>What number should citizens call?</source>
        <translation>Hvilket nummer skal borgerne ringe på?</translation>
    </message>
    <message>
        <source>It stands on every letter from this centre.</source>
        <translation>Det står på alle breve fra centret.</translation>
    </message>
    <message>
        <source>&amp;Telephone</source>
        <translation>&amp;Telefon</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>The centre&apos;s telephone noted</source>
        <translation>Centrets telefon er noteret</translation>
    </message>
</context>
<context>
    <name>CorrectDialog</name>
    <message>
        <source>Not set</source>
        <translation>Ikke sat</translation>
    </message>
    <message>
        <source>min.</source>
        <translation>min.</translation>
    </message>
    <message>
        <source>Correct the course</source>
        <translation>Ret forløbet</translation>
    </message>
    <message>
        <source>&amp;Legal basis</source>
        <translation>&amp;Lovgrundlag</translation>
    </message>
    <message>
        <source>&amp;Trainings</source>
        <translation>&amp;Træninger</translation>
    </message>
    <message>
        <source>&amp;Minutes each</source>
        <translation>&amp;Minutter</translation>
    </message>
    <message>
        <source>&amp;Why it is corrected</source>
        <translation>&amp;Hvorfor det rettes</translation>
    </message>
    <message>
        <source>{day}, {who}: {what} was {old}, became {new} ({why})</source>
        <translation>{day}, {who}: {what} var {old}, blev {new} ({why})</translation>
    </message>
    <message>
        <source>legal basis</source>
        <translation>lovgrundlag</translation>
    </message>
    <message>
        <source>trainings</source>
        <translation>træninger</translation>
    </message>
    <message>
        <source>minutes in all</source>
        <translation>minutter i alt</translation>
    </message>
    <message>
        <source>Why is missing.</source>
        <translation>Grunden mangler.</translation>
    </message>
    <message>
        <source>Corrected: {name} ({why})</source>
        <translation>Rettet: {name} ({why})</translation>
    </message>
</context>
<context>
    <name>Course</name>
    <message>
        <source>from {day}</source>
        <translation>fra {day}</translation>
    </message>
</context>
<context>
    <name>CourseDaysDialog</name>
    <message>
        <source>Days and rights</source>
        <translation>Dage og rettigheder</translation>
    </message>
    <message>
        <source>not noted</source>
        <translation>ikke noteret</translation>
    </message>
    <message>
        <source>Save the days</source>
        <translation>Gem dagene</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>{who} · {standard}</source>
        <translation>{who} · {standard}</translation>
    </message>
    <message>
        <source>The course&apos;s days</source>
        <translation>Forløbets dage</translation>
    </message>
    <message>
        <source>What the standard gives</source>
        <translation>Det, standarden giver</translation>
    </message>
    <message>
        <source>The standard says nothing of choice, length or complaint.</source>
        <translation>Standarden siger intet om valg, varighed eller klage.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>The rule for: {what}</source>
        <translation>Reglen for: {what}</translation>
    </message>
    <message>
        <source>Extend the course …</source>
        <translation>Forlæng forløbet …</translation>
    </message>
    <message>
        <source>The choice of supplier depends on</source>
        <translation>Valget af leverandør afhænger af</translation>
    </message>
    <message>
        <source>Another area</source>
        <translation>Et andet område</translation>
    </message>
    <message>
        <source>Discharged from</source>
        <translation>Udskrevet fra</translation>
    </message>
    <message>
        <source>It did not come in time.</source>
        <translation>Det kom ikke i tide.</translation>
    </message>
    <message>
        <source>It came in time.</source>
        <translation>Det kom i tide.</translation>
    </message>
    <message>
        <source>Yes: the start is later than {day}, the last day for it.</source>
        <translation>Ja: starten er senere end {day}, den sidste dag for den.</translation>
    </message>
    <message>
        <source>Until {day} at the longest.</source>
        <translation>Til {day} som det længste.</translation>
    </message>
    <message>
        <source>The citizen pays {price} kr.</source>
        <translation>Borgeren betaler {price} kr.</translation>
    </message>
    <message>
        <source>A complaint must be received by {day}.</source>
        <translation>En klage skal være modtaget senest {day}.</translation>
    </message>
    <message>
        <source>It depends on where the citizen was discharged from.</source>
        <translation>Det afhænger af, hvor borgeren er udskrevet fra.</translation>
    </message>
    <message>
        <source>&amp;Why a day that was noted is corrected</source>
        <translation>&amp;Hvorfor en noteret dag rettes</translation>
    </message>
    <message>
        <source>Who delivers</source>
        <translation>Hvem leverer</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Frister</translation>
    </message>
    <message>
        <source>{what}: {day}. {standing}</source>
        <translation>{what}: {day}. {standing}</translation>
    </message>
    <message>
        <source>The day has passed, and nothing is noted.</source>
        <translation>Dagen er passeret, og intet er noteret.</translation>
    </message>
    <message>
        <source>It cannot be said before this is noted: {event}.</source>
        <translation>Det kan ikke siges, før dette er noteret: {event}.</translation>
    </message>
    <message>
        <source>Not now: the last day for the start is {day}.</source>
        <translation>Ikke nu: den sidste dag for start er {day}.</translation>
    </message>
    <message>
        <source>The citizen has no choice of supplier.</source>
        <translation>Borgeren har ikke valg mellem leverandører.</translation>
    </message>
    <message>
        <source>The citizen chooses a supplier by {day}.</source>
        <translation>Borgeren vælger leverandør senest {day}.</translation>
    </message>
    <message>
        <source>The citizen chooses a supplier; the time counts from: {event}.</source>
        <translation>Borgeren vælger leverandør; fristen regnes fra: {event}.</translation>
    </message>
    <message>
        <source>The citizen chooses a supplier.</source>
        <translation>Borgeren vælger leverandør.</translation>
    </message>
    <message>
        <source>Without a choice: {who}.</source>
        <translation>Uden et valg: {who}.</translation>
    </message>
    <message>
        <source>It may be changed later.</source>
        <translation>Valget kan ændres senere.</translation>
    </message>
    <message>
        <source>It holds for the whole course.</source>
        <translation>Valget gælder hele forløbet.</translation>
    </message>
    <message>
        <source>Counted from: {event}; the decision&apos;s own day is not noted.</source>
        <translation>Regnet fra: {event}; afgørelsens egen dag er ikke noteret.</translation>
    </message>
    <message>
        <source>It may be made: {how}.</source>
        <translation>Den kan afgives: {how}.</translation>
    </message>
    <message>
        <source>The decision waits for the answer.</source>
        <translation>Klagen har opsættende virkning.</translation>
    </message>
    <message>
        <source>The decision holds meanwhile.</source>
        <translation>Klagen har ikke opsættende virkning.</translation>
    </message>
    <message>
        <source>Complaints over the treatment itself: {who}.</source>
        <translation>Klager over behandlingen selv: {who}.</translation>
    </message>
    <message>
        <source>Weighed: {what}.</source>
        <translation>Der ses på: {what}.</translation>
    </message>
    <message>
        <source>Extended {day}, {why}</source>
        <translation>Forlænget {day}, {why}</translation>
    </message>
    <message>
        <source>It cannot be extended again.</source>
        <translation>Det kan ikke forlænges igen.</translation>
    </message>
    <message>
        <source>Days noted: {who}</source>
        <translation>Dage noteret: {who}</translation>
    </message>
</context>
<context>
    <name>CourseDialog</name>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
</context>
<context>
    <name>CourseMenu</name>
    <message>
        <source>Change</source>
        <translation>Ret</translation>
    </message>
    <message>
        <source>Change the course of {name}</source>
        <translation>Ret forløbet for {name}</translation>
    </message>
    <message>
        <source>&amp;Pause …</source>
        <translation>&amp;Pause …</translation>
    </message>
    <message>
        <source>&amp;Hand over …</source>
        <translation>&amp;Giv videre …</translation>
    </message>
    <message>
        <source>&amp;Correct figures and basis …</source>
        <translation>&amp;Ret tal og lovgrundlag …</translation>
    </message>
    <message>
        <source>&amp;Decision …</source>
        <translation>&amp;Afgørelse …</translation>
    </message>
    <message>
        <source>&amp;Rides …</source>
        <translation>&amp;Kørsel …</translation>
    </message>
    <message>
        <source>Own &amp;transport …</source>
        <translation>Egen &amp;transport …</translation>
    </message>
    <message>
        <source>&amp;Lent things …</source>
        <translation>&amp;Udlån …</translation>
    </message>
    <message>
        <source>&amp;Examinations and plan …</source>
        <translation>U&amp;ndersøgelser og plan …</translation>
    </message>
    <message>
        <source>C&amp;omplaint …</source>
        <translation>Klag&amp;e …</translation>
    </message>
    <message>
        <source>Close &amp;with the checklist …</source>
        <translation>&amp;Luk med tjeklisten …</translation>
    </message>
</context>
<context>
    <name>DayItemModel</name>
    <message numerus="yes">
        <source>%n training(s)</source>
        <translation>
            <numerusform>%n træning</numerusform>
            <numerusform>%n træninger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n mangler</numerusform>
            <numerusform>%n mangler</numerusform>
        </translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Mødt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Afbud</translation>
    </message>
    <message>
        <source>Stayed away</source>
        <translation>Udeblevet</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Forsinket</translation>
    </message>
    <message>
        <source>Free {time}</source>
        <translation>Ledig {time}</translation>
    </message>
    <message>
        <source>{n} of {whole}</source>
        <translation>{n} af {whole}</translation>
    </message>
    <message>
        <source>Re-evaluation</source>
        <translation>Revurdering</translation>
    </message>
    <message>
        <source>{n} min. late</source>
        <translation>{n} min. forsinket</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>kl. {time}</translation>
    </message>
    <message>
        <source>in {h} h {m} min.</source>
        <translation>om {h} t {m} min.</translation>
    </message>
    <message>
        <source>in {m} min.</source>
        <translation>om {m} min.</translation>
    </message>
</context>
<context>
    <name>Deadline</name>
    <message>
        <source>Counted from {event} {day}</source>
        <translation>Regnet fra {event} {day}</translation>
    </message>
    <message>
        <source>Met on {day}</source>
        <translation>Nået {day}</translation>
    </message>
    <message>
        <source>Met too late, on {day}</source>
        <translation>Nået for sent, {day}</translation>
    </message>
    <message>
        <source>Not met yet</source>
        <translation>Ikke nået endnu</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Passeret</translation>
    </message>
    <message>
        <source>The day is not noted</source>
        <translation>Dagen er ikke noteret</translation>
    </message>
</context>
<context>
    <name>Deadlines</name>
    <message>
        <source>Over</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Denne uge</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Senere</translation>
    </message>
    <message>
        <source>Missed this year</source>
        <translation>Overskredet i år</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Ikke angivet</translation>
    </message>
    <message>
        <source>Other municipality</source>
        <translation>Anden kommune</translation>
    </message>
    <message>
        <source>Postponed, as the plan says</source>
        <translation>Udskudt, som planen siger</translation>
    </message>
    <message>
        <source>Free choice</source>
        <translation>Frit valg</translation>
    </message>
    <message>
        <source>Free choice declined</source>
        <translation>Frit valg afslået</translation>
    </message>
    <message>
        <source>A mistake</source>
        <translation>Fejl</translation>
    </message>
    <message>
        <source>The centre cancelled</source>
        <translation>Centret aflyste</translation>
    </message>
    <message>
        <source>No free time</source>
        <translation>Ingen ledig tid</translation>
    </message>
    <message>
        <source>The plan came late from the hospital</source>
        <translation>Planen kom for sent fra sygehuset</translation>
    </message>
    <message>
        <source>The citizen wished to wait</source>
        <translation>Borgeren ønskede at vente</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andet</translation>
    </message>
    <message>
        <source>Kept {day}</source>
        <translation>Holdt {day}</translation>
    </message>
    <message>
        <source>{days} over</source>
        <translation>{days} over</translation>
    </message>
</context>
<context>
    <name>DeadlinesPage</name>
    <message>
        <source>Centre</source>
        <translation>Center</translation>
    </message>
    <message>
        <source>All centres</source>
        <translation>Alle centre</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Udskriv</translation>
    </message>
    <message>
        <source>Which deadlines</source>
        <translation>Hvilke frister</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Borger</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>Regnes fra</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Tilbudt</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Holdt</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Hos</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Tilbage</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Frister</translation>
    </message>
    <message>
        <source>Save why</source>
        <translation>Gem årsagen</translation>
    </message>
    <message>
        <source>&amp;Why it was not met</source>
        <translation>&amp;Hvorfor den ikke blev holdt</translation>
    </message>
    <message>
        <source>In your own &amp;words</source>
        <translation>Med jeres egne &amp;ord</translation>
    </message>
    <message>
        <source>week {n}</source>
        <translation>uge {n}</translation>
    </message>
    <message>
        <source>{percent} % in time this year, {met} of {whole}</source>
        <translation>{percent} % til tiden i år, {met} af {whole}</translation>
    </message>
    <message>
        <source>Missed this year, by cause</source>
        <translation>Overskredet i år, efter årsag</translation>
    </message>
    <message>
        <source>By centre</source>
        <translation>Efter center</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>Intet her.</translation>
    </message>
    <message>
        <source>Reading the deadlines …</source>
        <translation>Henter fristerne …</translation>
    </message>
    <message>
        <source>Open the citizen</source>
        <translation>Åbn borgeren</translation>
    </message>
    <message>
        <source>Why: {name}</source>
        <translation>Årsag: {name}</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>Decision</source>
        <translation>Afgørelse</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Som den er</translation>
    </message>
    <message>
        <source>Write the letter afterwards</source>
        <translation>Skriv brevet bagefter</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Træf afgørelsen</translation>
    </message>
    <message>
        <source>&amp;Trainings</source>
        <translation>&amp;Træninger</translation>
    </message>
    <message>
        <source>&amp;Minutes each</source>
        <translation>&amp;Minutter pr. gang</translation>
    </message>
    <message>
        <source>Decided &amp;by, at the authority</source>
        <translation>Afgjort &amp;af, hos myndigheden</translation>
    </message>
    <message>
        <source>Weighed, as the standard says</source>
        <translation>Afvejet, som standarden siger</translation>
    </message>
    <message>
        <source>E&amp;xtended until, where the standard gives no length</source>
        <translation>&amp;Forlænget til, hvor standarden ikke siger hvor længe</translation>
    </message>
    <message>
        <source>&amp;Reasons</source>
        <translation>&amp;Begrundelse</translation>
    </message>
    <message>
        <source>On what facts</source>
        <translation>På hvilke oplysninger</translation>
    </message>
    <message>
        <source>The reasons are missing.</source>
        <translation>Begrundelsen mangler.</translation>
    </message>
    <message>
        <source>Does the citizen agree?</source>
        <translation>Er borgeren enig?</translation>
    </message>
    <message>
        <source>Decision: {kind}, {name}</source>
        <translation>Afgørelse: {kind}, {name}</translation>
    </message>
</context>
<context>
    <name>Doing</name>
    <message>
        <source>Remove {who}, {when}?</source>
        <translation>Fjern {who}, {when}?</translation>
    </message>
    <message>
        <source>It leaves the calendar and the package, as if it had never been booked.</source>
        <translation>Den forsvinder fra kalenderen og pakken, som om den aldrig var booket.</translation>
    </message>
    <message>
        <source>Removed: {who}</source>
        <translation>Slettet: {who}</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Fjern den</translation>
    </message>
    <message>
        <source>It was booked by mistake</source>
        <translation>Den var booket ved en fejl</translation>
    </message>
</context>
<context>
    <name>Door</name>
    <message>
        <source>Call the citizen</source>
        <translation>Ring til borgeren</translation>
    </message>
    <message>
        <source>Call the relatives</source>
        <translation>Ring til pårørende</translation>
    </message>
    <message>
        <source>Call the home care</source>
        <translation>Ring til hjemmeplejen</translation>
    </message>
    <message>
        <source>Call the assessment office</source>
        <translation>Ring til Visitationen</translation>
    </message>
    <message>
        <source>Send for a locksmith</source>
        <translation>Tilkald låsesmed</translation>
    </message>
</context>
<context>
    <name>DoorDialog</name>
    <message>
        <source>The door is not opened</source>
        <translation>Døren åbnes ikke</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Note a no-show …</source>
        <translation>Notér udeblivelse …</translation>
    </message>
    <message>
        <source>The standard says nothing of a closed door. Do what your centre does.</source>
        <translation>Standarden siger intet om en lukket dør. Gør, som centret plejer.</translation>
    </message>
    <message>
        <source>{time} by {who}</source>
        <translation>{time} af {who}</translation>
    </message>
    <message>
        <source>Done now</source>
        <translation>Gjort nu</translation>
    </message>
</context>
<context>
    <name>Emphasis</name>
    <message>
        <source>Without a mark</source>
        <translation>Mangler fremmøde</translation>
    </message>
</context>
<context>
    <name>EmptyCentre</name>
    <message>
        <source>Go to the set-up</source>
        <translation>Gå til Opsætning</translation>
    </message>
    <message>
        <source>Nobody works here yet</source>
        <translation>Her arbejder ingen endnu</translation>
    </message>
    <message>
        <source>The calendar, teams and waiting list fill as soon as there is a colleague with hours.</source>
        <translation>Kalender, hold og venteliste fyldes, så snart der er en medarbejder med arbejdstid.</translation>
    </message>
</context>
<context>
    <name>EndingBox</name>
    <message>
        <source>Proposed</source>
        <translation>Foreslået</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Hørt</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Afsluttet</translation>
    </message>
    <message>
        <source>The citizen agrees: end today</source>
        <translation>Borgeren er enig: afslut i dag</translation>
    </message>
    <message>
        <source>Write the letter …</source>
        <translation>Skriv brevet …</translation>
    </message>
    <message>
        <source>Sent to {name}: {letter}</source>
        <translation>Sendt til {name}: {letter}</translation>
    </message>
    <message>
        <source>The course is ended: {name}</source>
        <translation>Forløbet er afsluttet: {name}</translation>
    </message>
</context>
<context>
    <name>Entry</name>
    <message>
        <source>Granted</source>
        <translation>Bevilget</translation>
    </message>
    <message>
        <source>Extra trainings</source>
        <translation>Ekstra træninger</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Booket</translation>
    </message>
    <message>
        <source>{n} min. late</source>
        <translation>{n} min. forsinket</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Mødt</translation>
    </message>
    <message>
        <source>Cancelled in time</source>
        <translation>Afbud i tide</translation>
    </message>
    <message>
        <source>Cancelled; the standard names no limit</source>
        <translation>Afbud; standarden nævner ingen frist</translation>
    </message>
    <message>
        <source>Cancelled; when is not noted</source>
        <translation>Afbud; hvornår er ikke noteret</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Afbud</translation>
    </message>
    <message>
        <source>Late cancellation</source>
        <translation>Sent afbud</translation>
    </message>
    <message>
        <source>Stayed away</source>
        <translation>Udeblevet</translation>
    </message>
    <message>
        <source>Cancelled by the centre</source>
        <translation>Aflyst af centret</translation>
    </message>
    <message>
        <source>Therapist did not come</source>
        <translation>Terapeuten kom ikke</translation>
    </message>
    <message>
        <source>Called off: came too late</source>
        <translation>Aflyst: kom for sent</translation>
    </message>
</context>
<context>
    <name>EquipmentDialog</name>
    <message>
        <source>Equipment</source>
        <translation>Udstyr</translation>
    </message>
    <message>
        <source>bars, plinth, treadmill</source>
        <translation>barre, briks, løbebånd</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>The planner finds rooms by these words.</source>
        <translation>Planlæggeren finder lokaler på disse ord.</translation>
    </message>
    <message>
        <source>&amp;What is in the room, parted by commas</source>
        <translation>&amp;Hvad er der i lokalet, adskilt af komma</translation>
    </message>
    <message>
        <source>Equipment: {room}</source>
        <translation>Udstyr: {room}</translation>
    </message>
</context>
<context>
    <name>Event</name>
    <message>
        <source>application</source>
        <translation>henvendelse</translation>
    </message>
    <message>
        <source>application received</source>
        <translation>ansøgning modtaget</translation>
    </message>
    <message>
        <source>plan received</source>
        <translation>plan modtaget</translation>
    </message>
    <message>
        <source>the plan&apos;s own date</source>
        <translation>planens egen dato</translation>
    </message>
    <message>
        <source>discharge</source>
        <translation>udskrivning</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>afgørelse</translation>
    </message>
    <message>
        <source>grant</source>
        <translation>bevilling</translation>
    </message>
    <message>
        <source>grant received by the unit</source>
        <translation>bevilling modtaget i enheden</translation>
    </message>
    <message>
        <source>refusal considered</source>
        <translation>afslag overvejes</translation>
    </message>
    <message>
        <source>hearing of the citizen</source>
        <translation>partshøring</translation>
    </message>
    <message>
        <source>information letter</source>
        <translation>informationsbrev</translation>
    </message>
    <message>
        <source>choice of supplier</source>
        <translation>valg af leverandør</translation>
    </message>
    <message>
        <source>appointment told to the citizen</source>
        <translation>kontakt til borger om tid</translation>
    </message>
    <message>
        <source>first talk and examination</source>
        <translation>første samtale og undersøgelse</translation>
    </message>
    <message>
        <source>start offered</source>
        <translation>start tilbudt</translation>
    </message>
    <message>
        <source>late start told to the citizen</source>
        <translation>besked om sen start</translation>
    </message>
    <message>
        <source>start of training</source>
        <translation>start på træning</translation>
    </message>
    <message>
        <source>end of the course</source>
        <translation>forløbets slutning</translation>
    </message>
    <message>
        <source>complaint received</source>
        <translation>klage modtaget</translation>
    </message>
    <message>
        <source>decision received</source>
        <translation>afgørelse modtaget</translation>
    </message>
    <message>
        <source>heard from the citizen</source>
        <translation>hørt fra borgeren</translation>
    </message>
    <message>
        <source>new time</source>
        <translation>ny tid</translation>
    </message>
    <message>
        <source>the centre&apos;s cancellation</source>
        <translation>centrets aflysning</translation>
    </message>
    <message>
        <source>answer to the complaint</source>
        <translation>svar på klagen</translation>
    </message>
</context>
<context>
    <name>ExtraDialog</name>
    <message>
        <source>Extra trainings</source>
        <translation>Ekstra træninger</translation>
    </message>
    <message>
        <source>&amp;Who at the authority has decided it</source>
        <translation>&amp;Hvem hos myndigheden har afgjort det</translation>
    </message>
    <message>
        <source>Give the trainings</source>
        <translation>Giv træningerne</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>Trainings beyond the package</source>
        <translation>Træninger ud over pakken</translation>
    </message>
    <message>
        <source>&amp;Trainings</source>
        <translation>&amp;Træninger</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Begrundelse</translation>
    </message>
    <message>
        <source>How many trainings?</source>
        <translation>Hvor mange træninger?</translation>
    </message>
    <message>
        <source>The standard lets the responsible therapist give them.</source>
        <translation>Standarden lader den ansvarlige terapeut give dem.</translation>
    </message>
    <message>
        <source>The standard says nothing of extra trainings; your reason is recorded.</source>
        <translation>Standarden siger intet om ekstra træninger; din begrundelse gemmes.</translation>
    </message>
    <message>
        <source>Only the responsible therapist, {who}, can give them.</source>
        <translation>Kun den ansvarlige terapeut, {who}, kan give dem.</translation>
    </message>
    <message>
        <source>The goals are reached, so there is no ground for more.</source>
        <translation>Målene er nået, så der er ikke grundlag for flere.</translation>
    </message>
    <message>
        <source>No potential is noted, so there is no ground for more.</source>
        <translation>Der er ikke noteret potentiale, så der er ikke grundlag for flere.</translation>
    </message>
    <message>
        <source>That is more than the standard allows.</source>
        <translation>Det er flere, end standarden tillader.</translation>
    </message>
    <message>
        <source>Only a therapist can give them.</source>
        <translation>Kun en terapeut kan give dem.</translation>
    </message>
    <message>
        <source>Only the authority can give them.</source>
        <translation>Kun myndigheden kan give dem.</translation>
    </message>
    <message>
        <source>They have been given as often as may be.</source>
        <translation>De er givet så mange gange, som standarden tillader.</translation>
    </message>
    <message numerus="yes">
        <source>%n extra training(s) given</source>
        <translation>
            <numerusform>%n ekstra træning givet</numerusform>
            <numerusform>%n ekstra træninger givet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FareDialog</name>
    <message>
        <source>Not noted</source>
        <translation>Ikke noteret</translation>
    </message>
    <message>
        <source>Gets a pension</source>
        <translation>Får pension</translation>
    </message>
    <message>
        <source>Cannot use public transport</source>
        <translation>Kan ikke bruge offentlig transport</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Dag</translation>
    </message>
    <message>
        <source>A&amp;mount in kroner</source>
        <translation>&amp;Beløb i kroner</translation>
    </message>
    <message>
        <source>&amp;Kilometres</source>
        <translation>&amp;Kilometer</translation>
    </message>
    <message>
        <source>Own transport</source>
        <translation>Egen transport</translation>
    </message>
    <message>
        <source>Note the day</source>
        <translation>Notér dagen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Nothing is noted yet.</source>
        <translation>Der er ikke noteret noget endnu.</translation>
    </message>
    <message>
        <source>Reimbursed: {amount} kr. of {all} kr.</source>
        <translation>Refunderes: {amount} kr. af {all} kr.</translation>
    </message>
    <message>
        <source>Take away …</source>
        <translation>Tag væk …</translation>
    </message>
    <message>
        <source>Reimbursed: over {threshold} kr.</source>
        <translation>Refunderes: over {threshold} kr.</translation>
    </message>
    <message>
        <source>The year&apos;s threshold is missing: enter it in Set-up.</source>
        <translation>Årets beløbsgrænse mangler: skriv den i Opsætning.</translation>
    </message>
    <message>
        <source>The standard says nothing of reimbursement.</source>
        <translation>Standarden siger intet om refusion.</translation>
    </message>
    <message>
        <source>Not reimbursed</source>
        <translation>Refunderes ikke</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Tag væk</translation>
    </message>
    <message>
        <source>Why is the fare of {day} wrong?</source>
        <translation>Hvorfor er befordringen den {day} forkert?</translation>
    </message>
    <message>
        <source>Fare taken away: {name}</source>
        <translation>Befordring taget væk: {name}</translation>
    </message>
    <message>
        <source>The amount is missing, or it is no amount: write 48,50.</source>
        <translation>Beløbet mangler, eller det er ikke et beløb: skriv 48,50.</translation>
    </message>
    <message>
        <source>Own transport: {name}</source>
        <translation>Egen transport: {name}</translation>
    </message>
</context>
<context>
    <name>FaultCard</name>
    <message>
        <source>Something in the program is wrong</source>
        <translation>Noget i programmet er galt</translation>
    </message>
    <message>
        <source>It is a fault in the program, not something you did. What was saved is saved.</source>
        <translation>Det er en fejl i programmet, ikke noget, du gjorde. Det, der var gemt, er gemt.</translation>
    </message>
    <message>
        <source>This is in the report, and nothing else</source>
        <translation>Dette står i rapporten, og ikke andet</translation>
    </message>
    <message>
        <source>No names, numbers or texts</source>
        <translation>Ingen navne, numre eller tekster</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Kopiér rapporten</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Nothing is written here.</source>
        <translation>Her står ikke noget.</translation>
    </message>
    <message>
        <source>«{text}» cannot be read.</source>
        <translation>«{text}» kan ikke læses.</translation>
    </message>
    <message>
        <source>That day has not come yet.</source>
        <translation>Den dag er ikke kommet endnu.</translation>
    </message>
    <message>
        <source>It is a number from {least} to {most}.</source>
        <translation>Det er et tal fra {least} til {most}.</translation>
    </message>
</context>
<context>
    <name>FindCourse</name>
    <message>
        <source>Name, CPR or phone</source>
        <translation>Navn, CPR eller telefon</translation>
    </message>
    <message>
        <source>Citizen and course</source>
        <translation>Borger og forløb</translation>
    </message>
    <message>
        <source>Nobody in a course by that name</source>
        <translation>Ingen i et forløb hedder det</translation>
    </message>
    <message>
        <source>Write a name first</source>
        <translation>Skriv et navn først</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>Try the demo centre</source>
        <translation>Prøv democentret</translation>
    </message>
    <message>
        <source>Made-up citizens, teams and a whole week in the calendar.</source>
        <translation>Opdigtede borgere, hold og en hel uge i kalenderen.</translation>
    </message>
    <message>
        <source>Ready now</source>
        <translation>Klar nu</translation>
    </message>
    <message>
        <source>Begin our own centre</source>
        <translation>Begynd vores eget center</translation>
    </message>
    <message>
        <source>Short steps; each is saved, and you can come back another day.</source>
        <translation>Korte trin, som gemmes undervejs. Kom igen en anden dag.</translation>
    </message>
    <message>
        <source>About 20 minutes</source>
        <translation>Omkring 20 minutter</translation>
    </message>
    <message>
        <source>Move in from an old system</source>
        <translation>Flyt ind fra et gammelt system</translation>
    </message>
    <message>
        <source>Fetch your lists from CSV files. All is shown before anything is saved.</source>
        <translation>Hent jeres lister fra CSV. I ser alt, før noget gemmes.</translation>
    </message>
    <message>
        <source>A morning</source>
        <translation>En formiddag</translation>
    </message>
    <message>
        <source>Open a database that you have</source>
        <translation>Åbn en database, I har</translation>
    </message>
    <message>
        <source>On this computer, on a network drive or from a copy.</source>
        <translation>På denne computer, på et netværksdrev eller fra en kopi.</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Vælg fil</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Begynd</translation>
    </message>
    <message>
        <source>Welcome. What will you begin with?</source>
        <translation>Velkommen. Hvad vil I begynde med?</translation>
    </message>
    <message>
        <source>You can choose again. The demo and your own centre are never mixed.</source>
        <translation>Valget kan gøres om. Demoen og jeres eget center blandes aldrig.</translation>
    </message>
    <message>
        <source>Open a database</source>
        <translation>Åbn en database</translation>
    </message>
    <message>
        <source>Databases (*.db)</source>
        <translation>Databaser (*.db)</translation>
    </message>
</context>
<context>
    <name>FirstUserPage</name>
    <message>
        <source>Protect</source>
        <translation>Beskyt</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Senere</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Vælg …</translation>
    </message>
    <message>
        <source>Whoever has this computer can read everything in it. With users and passwords only they can; a copy is taken first. It takes two minutes.</source>
        <translation>Den, der har denne computer, kan læse alt. Med brugere og adgangskoder kan kun de. Der tages en kopi først. Det tager to minutter.</translation>
    </message>
    <message>
        <source>Protect the centre&apos;s data</source>
        <translation>Beskyt centrets data</translation>
    </message>
    <message>
        <source>Your &amp;initials</source>
        <translation>Dine &amp;initialer</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Dit &amp;navn</translation>
    </message>
    <message>
        <source>&amp;Password: at least 12 signs, four words will do</source>
        <translation>&amp;Adgangskode: mindst 12 tegn, fire ord er godt</translation>
    </message>
    <message>
        <source>The password a&amp;gain</source>
        <translation>Adgangskoden i&amp;gen</translation>
    </message>
    <message>
        <source>&amp;Backups lie in</source>
        <translation>&amp;Sikkerhedskopier ligger i</translation>
    </message>
    <message>
        <source>Where backups lie</source>
        <translation>Hvor sikkerhedskopier ligger</translation>
    </message>
    <message>
        <source>That will do.</source>
        <translation>Den er god.</translation>
    </message>
    <message>
        <source>Something is missing here.</source>
        <translation>Her mangler noget.</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>De to adgangskoder er ikke ens.</translation>
    </message>
    <message>
        <source>A copy is being taken first …</source>
        <translation>Der tages en kopi først …</translation>
    </message>
</context>
<context>
    <name>ForgottenPage</name>
    <message>
        <source>Go on</source>
        <translation>Fortsæt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tilbage</translation>
    </message>
    <message>
        <source>An administrator can give you a new password. When there is nobody: the six groups on the paper from the municipality&apos;s safe.</source>
        <translation>En administrator kan give dig en ny adgangskode. Er der ingen: de seks grupper på papiret fra kommunens boks.</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <translation>Glemt adgangskode</translation>
    </message>
    <message>
        <source>&amp;Initials</source>
        <translation>&amp;Initialer</translation>
    </message>
    <message>
        <source>The &amp;code&apos;s six groups</source>
        <translation>&amp;Kodens seks grupper</translation>
    </message>
    <message>
        <source>New &amp;password</source>
        <translation>Ny &amp;adgangskode</translation>
    </message>
    <message>
        <source>The password a&amp;gain</source>
        <translation>Adgangskoden i&amp;gen</translation>
    </message>
    <message>
        <source>Something is missing here.</source>
        <translation>Her mangler noget.</translation>
    </message>
    <message>
        <source>The two passwords are not the same.</source>
        <translation>De to adgangskoder er ikke ens.</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Individual</source>
        <translation>Individuel</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Team in the pool</source>
        <translation>Hold i bassin</translation>
    </message>
    <message>
        <source>At home</source>
        <translation>I hjemmet</translation>
    </message>
    <message>
        <source>Own training</source>
        <translation>Egentræning</translation>
    </message>
</context>
<context>
    <name>GoalDialog</name>
    <message>
        <source>Judge the goal</source>
        <translation>Gør målet op</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Nået</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>Delvist</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Ikke nået</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Hvad der blev af det</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>In the citizen&apos;s &amp;own words</source>
        <translation>Med borgerens &amp;egne ord</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Note</translation>
    </message>
    <message>
        <source>What became of it?</source>
        <translation>Hvad blev der af det?</translation>
    </message>
    <message>
        <source>Goal judged</source>
        <translation>Mål gjort op</translation>
    </message>
</context>
<context>
    <name>GoalsCard</name>
    <message>
        <source>New goal …</source>
        <translation>Nyt mål …</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Mål</translation>
    </message>
    <message>
        <source>No goal is noted yet.</source>
        <translation>Der er ikke noteret mål endnu.</translation>
    </message>
    <message>
        <source>Reached {day}</source>
        <translation>Nået {day}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Fortryd</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Nået</translation>
    </message>
    <message>
        <source>Goal: {text}</source>
        <translation>Mål: {text}</translation>
    </message>
    <message>
        <source>Judge …</source>
        <translation>Gør op …</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>Delvist</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Ikke nået</translation>
    </message>
    <message>
        <source>New goal</source>
        <translation>Nyt mål</translation>
    </message>
    <message>
        <source>The goal, in the citizen&apos;s own words</source>
        <translation>Målet, med borgerens egne ord</translation>
    </message>
</context>
<context>
    <name>Ground</name>
    <message>
        <source>Held</source>
        <translation>Gennemført</translation>
    </message>
    <message>
        <source>The centre&apos;s cancellation never counts</source>
        <translation>Centrets aflysning tæller aldrig</translation>
    </message>
    <message>
        <source>A person decided that it does not count</source>
        <translation>En person har besluttet, at den ikke tæller</translation>
    </message>
    <message>
        <source>Late, but the centre does not count it</source>
        <translation>For sent, men centret tæller det ikke</translation>
    </message>
    <message>
        <source>Is made good</source>
        <translation>Erstattes</translation>
    </message>
    <message>
        <source>Is not made good, so it counts</source>
        <translation>Erstattes ikke, derfor tæller den</translation>
    </message>
    <message>
        <source>In time: is made good</source>
        <translation>I tide: erstattes</translation>
    </message>
    <message>
        <source>Too late: is not made good</source>
        <translation>For sent: erstattes ikke</translation>
    </message>
    <message>
        <source>No number is set for «repeated»: does not count</source>
        <translation>Der er ikke sat et tal for «gentagne»: tæller ikke</translation>
    </message>
    <message>
        <source>Not repeated: does not count</source>
        <translation>Ikke gentaget: tæller ikke</translation>
    </message>
    <message>
        <source>Repeated: is not made good</source>
        <translation>Gentaget: erstattes ikke</translation>
    </message>
    <message>
        <source>Too late: counts as a no-show</source>
        <translation>For sent: tæller som udeblivelse</translation>
    </message>
    <message>
        <source>Too late: counts, and is no no-show</source>
        <translation>For sent: tæller med, men er ingen udeblivelse</translation>
    </message>
    <message>
        <source>No more are made good</source>
        <translation>Der erstattes ikke flere</translation>
    </message>
    <message>
        <source>The standard is silent: does not count</source>
        <translation>Standarden siger ikke noget om det: tæller ikke</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>Also the trainings to come that are no team&apos;s</source>
        <translation>Også de senere træninger, der ikke er på hold</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Giv videre</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Til</translation>
    </message>
    <message>
        <source>&amp;Centre</source>
        <translation>&amp;Center</translation>
    </message>
    <message>
        <source>A time at which she is busy is refused, and nothing is done.</source>
        <translation>Er vedkommende optaget på en af tiderne, bliver der sagt nej, og intet er gjort.</translation>
    </message>
    <message>
        <source>Handed over to {who}: {name}</source>
        <translation>Givet videre til {who}: {name}</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Keys</source>
        <translation>Taster</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Hvad den gør</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tast</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Ctrl+K finds citizens, days and everything the program can do.</source>
        <translation>Ctrl+K finder borgere, dage og alt, hvad programmet kan.</translation>
    </message>
    <message>
        <source>To the next training or free time</source>
        <translation>Til næste træning eller ledige tid</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>Pile</translation>
    </message>
    <message>
        <source>Open the training, or book the free time</source>
        <translation>Åbn træningen, eller book den ledige tid</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Move the training one step</source>
        <translation>Flyt træningen et trin</translation>
    </message>
    <message>
        <source>Ctrl + arrows</source>
        <translation>Ctrl + pile</translation>
    </message>
    <message>
        <source>Longer or shorter</source>
        <translation>Længere eller kortere</translation>
    </message>
    <message>
        <source>Ctrl + Shift + up or down</source>
        <translation>Ctrl + Shift + op eller ned</translation>
    </message>
    <message>
        <source>A week back or on</source>
        <translation>En uge tilbage eller frem</translation>
    </message>
    <message>
        <source>PgUp, PgDn</source>
        <translation>PgUp, PgDn</translation>
    </message>
    <message>
        <source>Four weeks back or on</source>
        <translation>Fire uger tilbage eller frem</translation>
    </message>
    <message>
        <source>Shift + PgUp, PgDn</source>
        <translation>Shift + PgUp, PgDn</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Close what is in front, or leave the panel</source>
        <translation>Luk det forreste, eller forlad panelet</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Carry out: book the plan, the absence, the decision</source>
        <translation>Gennemfør: book planen, fraværet, afgørelsen</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>The rest came, on a team&apos;s list</source>
        <translation>Resten er mødt, på et holds liste</translation>
    </message>
    <message>
        <source>With the keyboard on the calendar</source>
        <translation>Når tastaturet er i kalenderen</translation>
    </message>
    <message>
        <source>On every page</source>
        <translation>På alle sider</translation>
    </message>
</context>
<context>
    <name>HoursPanel</name>
    <message>
        <source>&amp;Week</source>
        <translation>&amp;Uge</translation>
    </message>
    <message>
        <source>mo-fr 8-15.30; we 9-15</source>
        <translation>ma-fr 8-15.30; on 9-15</translation>
    </message>
    <message>
        <source>Ordinary week: {week}</source>
        <translation>Almindelig uge: {week}</translation>
    </message>
    <message>
        <source>Use from this day</source>
        <translation>Brug fra denne dag</translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation>Arbejdstid</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Fra</translation>
    </message>
    <message>
        <source>From {day}</source>
        <translation>Fra {day}</translation>
    </message>
    <message>
        <source>No working hours yet: cannot be booked.</source>
        <translation>Ingen arbejdstid endnu: kan ikke bookes.</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>fra {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>til {day}</translation>
    </message>
    <message>
        <source>{h} h {m} min. a week</source>
        <translation>{h} t {m} min. om ugen</translation>
    </message>
    <message>
        <source>Working hours: {who}</source>
        <translation>Arbejdstid: {who}</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) now lie(s) outside the hours.</source>
        <translation>
            <numerusform>%n træning ligger nu uden for arbejdstiden.</numerusform>
            <numerusform>%n træninger ligger nu uden for arbejdstiden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import from the old system</source>
        <translation>Hent fra det gamle system</translation>
    </message>
    <message>
        <source>No folder is chosen</source>
        <translation>Ingen mappe er valgt</translation>
    </message>
    <message>
        <source>Choose the folder …</source>
        <translation>Vælg mappen …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fremskridt</translation>
    </message>
    <message>
        <source>Nothing is written before you say so.</source>
        <translation>Intet skrives, før du siger til.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linje</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>Set aside and doubtful</source>
        <translation>Sat til side og tvivlsomt</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Hent</translation>
    </message>
    <message>
        <source>Save what was set aside …</source>
        <translation>Gem det, der er sat til side …</translation>
    </message>
    <message>
        <source>Take the export&apos;s</source>
        <translation>Tag udtrækkets</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>The folder of the export</source>
        <translation>Mappen med udtrækket</translation>
    </message>
    <message>
        <source>Something went wrong. Nothing has been written.</source>
        <translation>Noget gik galt. Intet er skrevet.</translation>
    </message>
    <message>
        <source>Stopped. Nothing has been written.</source>
        <translation>Standset. Intet er skrevet.</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {same} unchanged; {aside} set aside, {clashes} to look at.</source>
        <translation>{new} nye, {changed} ændrede, {same} uændrede; {aside} sat til side, {clashes} at se på.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of an earlier export are gone; they stay here.</source>
        <translation>
            <numerusform>%n række fra et tidligere udtræk er ikke med mere; den bliver stående.</numerusform>
            <numerusform>%n rækker fra et tidligere udtræk er ikke med mere; de bliver stående.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is what it would do:</source>
        <translation>Det ville ske:</translation>
    </message>
    <message>
        <source>This was done:</source>
        <translation>Det er gjort:</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) were changed both here and there; choose in the list.</source>
        <translation>
            <numerusform>%n værdi er ændret både her og der; vælg i listen.</numerusform>
            <numerusform>%n værdier er ændret både her og der; vælg i listen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was set aside lies in {file}.</source>
        <translation>Det, der er sat til side, ligger i {file}.</translation>
    </message>
    <message>
        <source>The files</source>
        <translation>Filerne</translation>
    </message>
    <message>
        <source>{what}: «{here}» stays; the export has «{export}»</source>
        <translation>{what}: «{here}» bliver stående; udtrækket har «{export}»</translation>
    </message>
    <message>
        <source>{what}: «{export}» is taken from the export; here it was «{here}»</source>
        <translation>{what}: «{export}» tages fra udtrækket; her stod «{here}»</translation>
    </message>
    <message>
        <source>Keep what is here</source>
        <translation>Behold det her</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Sat til side</translation>
    </message>
    <message>
        <source>Save what was set aside</source>
        <translation>Gem det, der er sat til side</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspektør</translation>
    </message>
    <message>
        <source>Enter or B books here. Ctrl+V lays down what is on the pinboard.</source>
        <translation>Enter eller B booker her. Ctrl+V lægger det, der er på opslagstavlen.</translation>
    </message>
    <message>
        <source>The team does not meet then.</source>
        <translation>Holdet mødes ikke da.</translation>
    </message>
    <message>
        <source>Nobody takes part yet.</source>
        <translation>Ingen deltager endnu.</translation>
    </message>
    <message>
        <source>No training is selected</source>
        <translation>Ingen træning er valgt</translation>
    </message>
    <message>
        <source>Choose one with the mouse or the arrow keys, or double-click an empty place to book.</source>
        <translation>Vælg en med musen eller piletasterne, eller dobbeltklik på en tom plads for at booke.</translation>
    </message>
    <message>
        <source>{have} of {of} places</source>
        <translation>{have} af {of} pladser</translation>
    </message>
    <message>
        <source>Attendance of the team …</source>
        <translation>Holdets fremmøde …</translation>
    </message>
    <message>
        <source>Close the inspector</source>
        <translation>Luk inspektøren</translation>
    </message>
    <message>
        <source>{n} years</source>
        <translation>{n} år</translation>
    </message>
    <message>
        <source>Ride</source>
        <translation>Kørsel</translation>
    </message>
    <message>
        <source>{form}, {n} min.</source>
        <translation>{form}, {n} min.</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Pakke</translation>
    </message>
    <message>
        <source>No package is granted.</source>
        <translation>Der er ikke bevilget en pakke.</translation>
    </message>
    <message>
        <source>of {whole} used</source>
        <translation>af {whole} brugt</translation>
    </message>
    <message>
        <source>{n} left</source>
        <translation>{n} tilbage</translation>
    </message>
    <message>
        <source>{n} over</source>
        <translation>{n} for meget</translation>
    </message>
    <message>
        <source>Not counted: {one} and {other}.</source>
        <translation>{one} og {other} tæller ikke.</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Mødt</translation>
    </message>
    <message>
        <source>Too many booked</source>
        <translation>For mange bookede</translation>
    </message>
    <message>
        <source>more than granted</source>
        <translation>flere end bevilget</translation>
    </message>
    <message>
        <source>Used without training</source>
        <translation>Brugt uden træning</translation>
    </message>
    <message numerus="yes">
        <source>The time is free: %n fit(s)</source>
        <translation>
            <numerusform>Tiden er ledig: %n passer</numerusform>
            <numerusform>Tiden er ledig: %n passer</numerusform>
        </translation>
    </message>
    <message>
        <source>By the centre</source>
        <translation>Centret aflyser</translation>
    </message>
    <message>
        <source>Staff late</source>
        <translation>Terapeut forsinket</translation>
    </message>
    <message>
        <source>Staff absent</source>
        <translation>Terapeut kom ikke</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>til {day}</translation>
    </message>
    <message>
        <source>Not counted: {what}.</source>
        <translation>{what} tæller ikke.</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Booket</translation>
    </message>
    <message>
        <source>can be booked</source>
        <translation>kan bookes</translation>
    </message>
    <message>
        <source>Nothing booked</source>
        <translation>Intet booket</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Næste</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Sidste</translation>
    </message>
    <message>
        <source>Re-evaluation by {day}</source>
        <translation>Revurdering inden {day}</translation>
    </message>
    <message>
        <source>Responsible: {who}.</source>
        <translation>Ansvarlig: {who}.</translation>
    </message>
    <message>
        <source>The standard now</source>
        <translation>Standarden nu</translation>
    </message>
    <message>
        <source>The standard is silent on absence.</source>
        <translation>Standarden siger intet om fravær.</translation>
    </message>
    <message>
        <source>Show the rule</source>
        <translation>Vis reglen</translation>
    </message>
    <message>
        <source>The door is not opened …</source>
        <translation>Døren åbnes ikke …</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Afbud</translation>
    </message>
    <message>
        <source>Stayed away</source>
        <translation>Udeblevet</translation>
    </message>
    <message>
        <source>Corrected {day} by {who}: was {state}. {why}</source>
        <translation>Rettet {day} af {who}: var {state}. {why}</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Forsinket</translation>
    </message>
    <message>
        <source>Move …</source>
        <translation>Flyt …</translation>
    </message>
    <message>
        <source>Centre cancels</source>
        <translation>Centret aflyser</translation>
    </message>
    <message>
        <source>Take the mark away</source>
        <translation>Fjern mærket</translation>
    </message>
    <message>
        <source>Came and stayed away can be noted from {time}.</source>
        <translation>Mødt og udeblevet kan noteres fra kl. {time}.</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Mødeplan</translation>
    </message>
    <message>
        <source>Citizen&apos;s page</source>
        <translation>Borgerens side</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>The citizen</source>
        <translation>Borgeren</translation>
    </message>
    <message>
        <source>Kin</source>
        <translation>Pårørende</translation>
    </message>
    <message>
        <source>The GP</source>
        <translation>Egen læge</translation>
    </message>
    <message>
        <source>Home care</source>
        <translation>Hjemmeplejen</translation>
    </message>
    <message>
        <source>Nursing home</source>
        <translation>Plejehjem</translation>
    </message>
    <message>
        <source>The assessment office</source>
        <translation>Visitationen</translation>
    </message>
    <message>
        <source>A therapist</source>
        <translation>En terapeut</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>Sygehus</translation>
    </message>
    <message>
        <source>Nothing against it</source>
        <translation>Intet imod det</translation>
    </message>
    <message>
        <source>A refusal may be proposed</source>
        <translation>Et afslag kan foreslås</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advarsel</translation>
    </message>
    <message>
        <source>To be weighed</source>
        <translation>Skal vejes</translation>
    </message>
    <message>
        <source>A person answers</source>
        <translation>En person svarer</translation>
    </message>
    <message>
        <source>Leg amputation</source>
        <translation>Benamputation</translation>
    </message>
    <message>
        <source>Lives in a care home</source>
        <translation>Bor på plejehjem</translation>
    </message>
    <message>
        <source>Temporary stay</source>
        <translation>Midlertidigt ophold</translation>
    </message>
</context>
<context>
    <name>IntakeForm</name>
    <message>
        <source>New course</source>
        <translation>Nyt forløb</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Save, and put on the waiting list</source>
        <translation>Gem, og sæt på ventelisten</translation>
    </message>
    <message>
        <source>Save, and plan the trainings</source>
        <translation>Gem, og planlæg træningerne</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>Ansøgning</translation>
    </message>
    <message>
        <source>Hospital&apos;s plan</source>
        <translation>Genoptræningsplan fra sygehus</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Anledning</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Lovgrundlag</translation>
    </message>
    <message>
        <source>Free figures</source>
        <translation>Frie tal</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Ikke sat</translation>
    </message>
    <message>
        <source>min.</source>
        <translation>min.</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Ingen endnu</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Ikke angivet</translation>
    </message>
    <message>
        <source>Who &amp;delivers</source>
        <translation>Hvem der &amp;leverer</translation>
    </message>
    <message>
        <source>Earliest start, if the plan says one</source>
        <translation>Tidligste start, hvis planen siger en</translation>
    </message>
    <message>
        <source>Who &amp;asks</source>
        <translation>Hv&amp;em henvender sig</translation>
    </message>
    <message>
        <source>A&amp;rea</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>&amp;Niveau</translation>
    </message>
    <message>
        <source>Dia&amp;gnosis, as the plan writes it</source>
        <translation>Dia&amp;gnose, som planen skriver den</translation>
    </message>
    <message>
        <source>A person chooses it.</source>
        <translation>Vælges af en person.</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Pakke</translation>
    </message>
    <message>
        <source>&amp;Package</source>
        <translation>&amp;Pakke</translation>
    </message>
    <message>
        <source>N&amp;umber</source>
        <translation>&amp;Antal</translation>
    </message>
    <message>
        <source>&amp;Minutes each</source>
        <translation>&amp;Minutter</translation>
    </message>
    <message>
        <source>Respons&amp;ible</source>
        <translation>Ansv&amp;arlig</translation>
    </message>
    <message>
        <source>&amp;Centre</source>
        <translation>&amp;Center</translation>
    </message>
    <message>
        <source>No standard is chosen</source>
        <translation>Ingen standard er valgt</translation>
    </message>
    <message>
        <source>New course: {name}</source>
        <translation>Nyt forløb: {name}</translation>
    </message>
</context>
<context>
    <name>IntakeSide</name>
    <message>
        <source>Deadlines</source>
        <translation>Frister</translation>
    </message>
    <message>
        <source>They follow when a person has chosen the legal basis.</source>
        <translation>De følger, når en person har valgt lovgrundlag.</translation>
    </message>
    <message>
        <source>No standard is chosen for this basis: nothing is said.</source>
        <translation>Der er ingen standard for dette grundlag: intet siges.</translation>
    </message>
    <message>
        <source>None yet: fill in the days that they count from.</source>
        <translation>Ingen endnu: udfyld de dage, de regnes fra.</translation>
    </message>
    <message>
        <source>Who it is for</source>
        <translation>Målgruppe</translation>
    </message>
    <message>
        <source>The program warns, a person decides.</source>
        <translation>Programmet advarer, en person afgør.</translation>
    </message>
    <message>
        <source>met by: {what}</source>
        <translation>opfyldes af: {what}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>siden {day}</translation>
    </message>
    <message>
        <source>A course runs:</source>
        <translation>Et forløb er i gang:</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>fra {day}</translation>
    </message>
    <message>
        <source>Free choice</source>
        <translation>Frit valg</translation>
    </message>
    <message>
        <source>The citizen may choose</source>
        <translation>Borgeren kan vælge</translation>
    </message>
    <message>
        <source>There is no choice</source>
        <translation>Der er intet valg</translation>
    </message>
    <message>
        <source>It depends on the area that the citizen was discharged from</source>
        <translation>Det afhænger af, hvilket område borgeren er udskrevet fra</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>senest {day}</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>Your draft of {when} is here again</source>
        <translation>Din kladde fra {when} er her igen</translation>
    </message>
    <message>
        <source>Your draft of {when} is here again; Esc gives it up</source>
        <translation>Din kladde fra {when} er her igen; Esc sletter den</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <source>Date</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Hvad skete</translation>
    </message>
    <message>
        <source>Where and who</source>
        <translation>Hvor og hvem</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Tæller</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Brugt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>uden dato</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>White is free time. Double-click an empty place to book.</source>
        <translation>Hvidt er ledig tid. Dobbeltklik på en tom plads for at booke.</translation>
    </message>
</context>
<context>
    <name>LetterDialog</name>
    <message>
        <source>The application is met in full: no complaint guidance</source>
        <translation>Ansøgningen er fuldt imødekommet: ingen klagevejledning</translation>
    </message>
    <message>
        <source>Goes by letter: the complaint deadline is counted so</source>
        <translation>Sendes med brev: klagefristen regnes derfra</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Udfald</translation>
    </message>
    <message>
        <source>Make the letter</source>
        <translation>Lav brevet</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>Se brevet</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>What is &amp;intended: «we consider to …»</source>
        <translation>Hvad er &amp;påtænkt: «vi overvejer at …»</translation>
    </message>
    <message>
        <source>Answer &amp;by</source>
        <translation>Svar &amp;senest</translation>
    </message>
    <message>
        <source>Facts that stand in the letter</source>
        <translation>Oplysninger, som står i brevet</translation>
    </message>
    <message>
        <source>&amp;Reasons</source>
        <translation>&amp;Begrundelse</translation>
    </message>
    <message>
        <source>&amp;What else there is</source>
        <translation>&amp;Andre muligheder</translation>
    </message>
    <message>
        <source>Rests on: {rule}</source>
        <translation>Bygger på: {rule}</translation>
    </message>
    <message>
        <source>The reasons are missing.</source>
        <translation>Begrundelsen mangler.</translation>
    </message>
    <message>
        <source>What it came to is missing.</source>
        <translation>Udfaldet mangler.</translation>
    </message>
    <message>
        <source>What is intended is missing.</source>
        <translation>Hvad der er påtænkt, mangler.</translation>
    </message>
    <message>
        <source>Until when the citizen may answer is missing.</source>
        <translation>Svarfristen mangler.</translation>
    </message>
    <message>
        <source>Letter: {kind}</source>
        <translation>Brev: {kind}</translation>
    </message>
</context>
<context>
    <name>Letters</name>
    <message>
        <source>Grant</source>
        <translation>Bevilling</translation>
    </message>
    <message>
        <source>Refusal</source>
        <translation>Afslag</translation>
    </message>
    <message>
        <source>Hearing</source>
        <translation>Partshøring</translation>
    </message>
    <message>
        <source>Re-evaluation</source>
        <translation>Revurdering</translation>
    </message>
    <message>
        <source>End of the course</source>
        <translation>Ophør</translation>
    </message>
    <message>
        <source>Rides granted</source>
        <translation>Kørsel bevilget</translation>
    </message>
    <message>
        <source>Rides refused</source>
        <translation>Afslag på kørsel</translation>
    </message>
    <message>
        <source>Rides end</source>
        <translation>Kørsel slutter</translation>
    </message>
    <message>
        <source>Plan for own training</source>
        <translation>Plan for egentræning</translation>
    </message>
    <message>
        <source>Summary of the course</source>
        <translation>Forløbsoversigt</translation>
    </message>
    <message>
        <source>Reimbursement of travel</source>
        <translation>Befordringsgodtgørelse</translation>
    </message>
    <message>
        <source>Digital post</source>
        <translation>Digital Post</translation>
    </message>
    <message>
        <source>By letter</source>
        <translation>Med brev</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Givet i hånden</translation>
    </message>
    <message>
        <source>Other package</source>
        <translation>Ændret pakke</translation>
    </message>
    <message>
        <source>Extra trainings</source>
        <translation>Ekstra træninger</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Forlængelse</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ophør</translation>
    </message>
</context>
<context>
    <name>LettersPanel</name>
    <message>
        <source>New letter</source>
        <translation>Nyt brev</translation>
    </message>
    <message>
        <source>Letters of the course</source>
        <translation>Forløbets breve</translation>
    </message>
    <message>
        <source>The address is protected now. A letter that was made before may show it: make it anew before you send it.</source>
        <translation>Adressen er beskyttet nu. Et brev, der er lavet før, kan vise den: lav det på ny, før du sender det.</translation>
    </message>
    <message>
        <source>No letter has been made on this course yet.</source>
        <translation>Der er ikke lavet breve i forløbet endnu.</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Udskriv igen</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Ikke sendt</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Tag væk</translation>
    </message>
    <message>
        <source>Mark as sent</source>
        <translation>Notér sendt</translation>
    </message>
    <message>
        <source>Letter taken away: {title}</source>
        <translation>Brev taget væk: {title}</translation>
    </message>
    <message>
        <source>Sent: {title}</source>
        <translation>Sendt: {title}</translation>
    </message>
</context>
<context>
    <name>LettersPart</name>
    <message>
        <source>Letter</source>
        <translation>Brev</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprog</translation>
    </message>
    <message>
        <source>Wording</source>
        <translation>Ordlyd</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Felt</translation>
    </message>
    <message>
        <source>Put in a field</source>
        <translation>Sæt et felt ind</translation>
    </message>
    <message>
        <source>See it</source>
        <translation>Se brevet</translation>
    </message>
    <message>
        <source>Back to ours</source>
        <translation>Gå tilbage til vores</translation>
    </message>
    <message>
        <source>Use from now on</source>
        <translation>Brug fra nu af</translation>
    </message>
    <message>
        <source># begins the title, ## a heading, &gt; the box, - a list. A field stands in braces; a paragraph whose field has nothing to say is left out.</source>
        <translation># begynder titlen, ## en overskrift, &gt; boksen, - en liste. Et felt står i klammer; et afsnit, hvis felt ikke har noget at sige, kommer ikke med.</translation>
    </message>
    <message>
        <source>The wording of letters</source>
        <translation>Brevenes ordlyd</translation>
    </message>
    <message>
        <source>&amp;Letter</source>
        <translation>&amp;Brev</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versioner</translation>
    </message>
    <message>
        <source>Ours, as it came with the program</source>
        <translation>Vores oprindelige, fulgte med programmet</translation>
    </message>
    <message>
        <source>{when} by {who}</source>
        <translation>{when} af {who}</translation>
    </message>
    <message>
        <source>In use: {what}</source>
        <translation>I brug: {what}</translation>
    </message>
    <message>
        <source>Line {n}: there is no field «{name}».</source>
        <translation>Linje {n}: feltet «{name}» findes ikke.</translation>
    </message>
    <message>
        <source>Was {name} meant?</source>
        <translation>Mente du {name}?</translation>
    </message>
    <message>
        <source>There is no course yet to show it for.</source>
        <translation>Der er intet forløb at vise det for endnu.</translation>
    </message>
    <message>
        <source>Wording: {letter}</source>
        <translation>Ordlyd: {letter}</translation>
    </message>
</context>
<context>
    <name>ListView</name>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Borger</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Therapist</source>
        <translation>Terapeut</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Lokale</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>Træninger</translation>
    </message>
    <message>
        <source>Narrow: name, room, therapist, form</source>
        <translation>Indsnævr: navn, lokale, terapeut, form</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>Indsnævr listen</translation>
    </message>
    <message>
        <source>All trainings</source>
        <translation>Alle træninger</translation>
    </message>
    <message>
        <source>Which trainings</source>
        <translation>Hvilke træninger</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Efter dag</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupper</translation>
    </message>
    <message>
        <source>Without a mark</source>
        <translation>Mangler fremmøde</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>Kommende</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Afbud og aflyst</translation>
    </message>
    <message>
        <source>Booked with a reason</source>
        <translation>Booket med begrundelse</translation>
    </message>
    <message>
        <source>By therapist</source>
        <translation>Efter terapeut</translation>
    </message>
    <message>
        <source>By room</source>
        <translation>Efter lokale</translation>
    </message>
    <message>
        <source>By form</source>
        <translation>Efter form</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>Efter status</translation>
    </message>
    <message>
        <source>Without groups</source>
        <translation>Uden grupper</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s)</source>
        <translation>
            <numerusform>%n træning</numerusform>
            <numerusform>%n træninger</numerusform>
        </translation>
    </message>
    <message>
        <source>No room</source>
        <translation>Uden lokale</translation>
    </message>
    <message>
        <source>{state}, typed later</source>
        <translation>{state}, indtastet senere</translation>
    </message>
</context>
<context>
    <name>LoanDialog</name>
    <message>
        <source>Back today</source>
        <translation>Tilbage i dag</translation>
    </message>
    <message>
        <source>Lent things</source>
        <translation>Udlån</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Hvad</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Dag</translation>
    </message>
    <message>
        <source>Lend</source>
        <translation>Lån ud</translation>
    </message>
    <message>
        <source>Back from {name}</source>
        <translation>Tilbage fra {name}</translation>
    </message>
    <message>
        <source>What is missing.</source>
        <translation>Der mangler, hvad det er.</translation>
    </message>
    <message>
        <source>Lent: {what}</source>
        <translation>Lånt ud: {what}</translation>
    </message>
</context>
<context>
    <name>LoginPage</name>
    <message>
        <source>Unlock</source>
        <translation>Lås op</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Log på</translation>
    </message>
    <message>
        <source>Forgotten password?</source>
        <translation>Glemt adgangskode?</translation>
    </message>
    <message>
        <source>&amp;Initials</source>
        <translation>&amp;Initialer</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Adgangskode</translation>
    </message>
    <message>
        <source>Locked. No citizen can be seen, and everything is saved.</source>
        <translation>Låst. Ingen borgere kan ses, og alt er gemt.</translation>
    </message>
    <message>
        <source>Who sits down?</source>
        <translation>Hvem sætter sig?</translation>
    </message>
    <message>
        <source>Write both.</source>
        <translation>Skriv begge dele.</translation>
    </message>
    <message>
        <source>Too many wrong passwords: wait {n} seconds.</source>
        <translation>Forkert for mange gange: vent {n} sekunder.</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Caps Lock er slået til.</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>Planned</source>
        <translation>Planlagt</translation>
    </message>
    <message>
        <source>Attendance missing</source>
        <translation>Mangler fremmøde</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Mødt</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Forsinket</translation>
    </message>
    <message>
        <source>Cancelled in time</source>
        <translation>Afbud i tide</translation>
    </message>
    <message>
        <source>Late cancellation</source>
        <translation>Sent afbud</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Afbud</translation>
    </message>
    <message>
        <source>Called off: came too late</source>
        <translation>Aflyst: kom for sent</translation>
    </message>
    <message>
        <source>Stayed away</source>
        <translation>Udeblevet</translation>
    </message>
    <message>
        <source>Cancelled by the centre</source>
        <translation>Aflyst af centret</translation>
    </message>
</context>
<context>
    <name>LookDialog</name>
    <message>
        <source>Protected address</source>
        <translation>Beskyttet adresse</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Vis</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Your name, the time and the reason are kept.</source>
        <translation>Dit navn, tidspunktet og grunden bliver gemt.</translation>
    </message>
    <message>
        <source>Protected address of {name}</source>
        <translation>Beskyttet adresse: {name}</translation>
    </message>
    <message>
        <source>&amp;Why must you see it?</source>
        <translation>&amp;Hvorfor skal du se den?</translation>
    </message>
    <message>
        <source>Looked at the protected address: {name}</source>
        <translation>Så den beskyttede adresse: {name}</translation>
    </message>
</context>
<context>
    <name>LookShort</name>
    <message>
        <source>Planned</source>
        <translation>Planlagt</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Mangler</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Mødt</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Forsinket</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Afbud</translation>
    </message>
    <message>
        <source>Too late</source>
        <translation>For sent</translation>
    </message>
    <message>
        <source>Absent</source>
        <translation>Udeblev</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Aflyst</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>Min dag</translation>
    </message>
    <message>
        <source>Citizens</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Opgaver</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Venteliste</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
    <message>
        <source>No centre yet</source>
        <translation>Intet center endnu</translation>
    </message>
    <message>
        <source>Find or do something</source>
        <translation>Søg eller gør noget</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>Opsætning</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gemt</translation>
    </message>
    <message>
        <source>Demo centre: opened without a password</source>
        <translation>Demo: åbnet uden adgangskode</translation>
    </message>
    <message>
        <source>Opened without a password</source>
        <translation>Åbnet uden adgangskode</translation>
    </message>
    <message>
        <source>The day&apos;s pack could not be saved</source>
        <translation>Dagens pakke kunne ikke gemmes</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fil</translation>
    </message>
    <message>
        <source>&amp;New citizen …</source>
        <translation>&amp;Ny borger …</translation>
    </message>
    <message>
        <source>&amp;Import from the old system …</source>
        <translation>&amp;Hent fra det gamle system …</translation>
    </message>
    <message>
        <source>&amp;Standards …</source>
        <translation>&amp;Standarder …</translation>
    </message>
    <message>
        <source>&amp;Print …</source>
        <translation>&amp;Udskriv …</translation>
    </message>
    <message>
        <source>The d&amp;ay&apos;s pack …</source>
        <translation>Da&amp;gens pakke …</translation>
    </message>
    <message>
        <source>The pack at a set ti&amp;me …</source>
        <translation>Pakken på et fast tids&amp;punkt …</translation>
    </message>
    <message>
        <source>Dri&amp;ver&apos;s list …</source>
        <translation>Kø&amp;rselsliste …</translation>
    </message>
    <message>
        <source>Open the &amp;demo centre</source>
        <translation>Åbn &amp;democentret</translation>
    </message>
    <message>
        <source>Open our &amp;own centre</source>
        <translation>Åbn vores &amp;eget center</translation>
    </message>
    <message>
        <source>&amp;Throw the demo away and make it again</source>
        <translation>&amp;Kassér demoen og lav den om</translation>
    </message>
    <message>
        <source>&amp;Lock, or somebody else sits down</source>
        <translation>&amp;Lås, eller en anden sætter sig</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Afslut</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Redigér</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>F&amp;ortryd</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Gentag</translation>
    </message>
    <message>
        <source>&amp;Find …</source>
        <translation>&amp;Find …</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>&amp;Træning</translation>
    </message>
    <message>
        <source>&amp;New training …</source>
        <translation>&amp;Ny træning …</translation>
    </message>
    <message>
        <source>&amp;Ill, away or closed …</source>
        <translation>&amp;Syg, fravær eller lukket …</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vis</translation>
    </message>
    <message>
        <source>&amp;Calendar</source>
        <translation>&amp;Kalender</translation>
    </message>
    <message>
        <source>&amp;My day</source>
        <translation>&amp;Min dag</translation>
    </message>
    <message>
        <source>Ci&amp;tizens</source>
        <translation>&amp;Borgere</translation>
    </message>
    <message>
        <source>&amp;Tasks</source>
        <translation>&amp;Opgaver</translation>
    </message>
    <message>
        <source>T&amp;eams</source>
        <translation>&amp;Hold</translation>
    </message>
    <message>
        <source>&amp;Waiting list and free times</source>
        <translation>&amp;Venteliste og ledige tider</translation>
    </message>
    <message>
        <source>&amp;Set-up</source>
        <translation>&amp;Opsætning</translation>
    </message>
    <message>
        <source>De&amp;adlines</source>
        <translation>&amp;Frister</translation>
    </message>
    <message>
        <source>End statuses to &amp;GPs</source>
        <translation>Slutstatus til &amp;læger</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Lys</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Mørk</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>&amp;Høj kontrast</translation>
    </message>
    <message>
        <source>L&amp;arger text</source>
        <translation>&amp;Større tekst</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>M&amp;indre tekst</translation>
    </message>
    <message>
        <source>Da&amp;nsk</source>
        <translation>Da&amp;nsk</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>&amp;English</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hjælp</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Taster</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Overalt</translation>
    </message>
    <message>
        <source>The calendar</source>
        <translation>Kalenderen</translation>
    </message>
    <message>
        <source>The chosen training</source>
        <translation>Den valgte træning</translation>
    </message>
    <message>
        <source>Changed by {who} just now</source>
        <translation>Ændret af {who} lige nu</translation>
    </message>
    <message>
        <source>The newest change here is {n} hours ahead of this computer&apos;s clock. Set the clock right before you go on.</source>
        <translation>Den nyeste ændring er {n} timer foran denne computers ur. Stil uret, før du går videre.</translation>
    </message>
    <message>
        <source>The clock is behind</source>
        <translation>Uret går bagefter</translation>
    </message>
    <message>
        <source>Last backup {day}</source>
        <translation>Sidste sikkerhedskopi {day}</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Ingen sikkerhedskopi endnu</translation>
    </message>
    <message>
        <source>The day&apos;s pack</source>
        <translation>Dagens pakke</translation>
    </message>
    <message>
        <source>Driver&apos;s list</source>
        <translation>Kørselsliste</translation>
    </message>
    <message>
        <source>Undo  Ctrl+Z</source>
        <translation>Fortryd  Ctrl+Z</translation>
    </message>
    <message>
        <source>Undone: {what}</source>
        <translation>Fortrudt: {what}</translation>
    </message>
    <message>
        <source>Nothing done since the start is left to undo</source>
        <translation>Intet af det, der er gjort siden start, er tilbage at fortryde</translation>
    </message>
    <message>
        <source>Redo  Ctrl+Y</source>
        <translation>Gentag  Ctrl+Y</translation>
    </message>
    <message>
        <source>Nothing that was undone is left to redo</source>
        <translation>Intet, der er fortrudt, er tilbage at gøre igen</translation>
    </message>
    <message>
        <source>No contact with the database since {time}</source>
        <translation>Ingen kontakt med databasen siden {time}</translation>
    </message>
</context>
<context>
    <name>ManyDialog</name>
    <message>
        <source>The citizen cancels {n} trainings</source>
        <translation>Borgeren melder afbud til {n} træninger</translation>
    </message>
    <message>
        <source>The centre cancels {n} trainings</source>
        <translation>Centret aflyser {n} træninger</translation>
    </message>
    <message>
        <source>Call off</source>
        <translation>Aflys</translation>
    </message>
    <message>
        <source>Illness</source>
        <translation>Sygdom</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andet</translation>
    </message>
    <message>
        <source>Holiday</source>
        <translation>Ferie</translation>
    </message>
    <message>
        <source>In hospital</source>
        <translation>Indlagt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Årsag</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Begrundelse</translation>
    </message>
    <message>
        <source>Call them off</source>
        <translation>Aflys dem</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>First the reason.</source>
        <translation>Først grunden.</translation>
    </message>
    <message>
        <source>{first} to {last}.</source>
        <translation>{first} til {last}.</translation>
    </message>
    <message>
        <source>The package pays for none of them.</source>
        <translation>Pakken betaler ikke for nogen af dem.</translation>
    </message>
    <message numerus="yes">
        <source>The package pays for %n of them.</source>
        <translation>
            <numerusform>Pakken betaler for %n af dem.</numerusform>
            <numerusform>Pakken betaler for %n af dem.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Mark</name>
    <message>
        <source>First time</source>
        <translation>Første gang</translation>
    </message>
    <message>
        <source>Last time</source>
        <translation>Sidste gang</translation>
    </message>
    <message>
        <source>Ride</source>
        <translation>Kørsel</translation>
    </message>
    <message>
        <source>Re-evaluation</source>
        <translation>Revurdering</translation>
    </message>
    <message>
        <source>Hears badly</source>
        <translation>Hører dårligt</translation>
    </message>
    <message>
        <source>Walking frame</source>
        <translation>Rollator</translation>
    </message>
    <message>
        <source>Wheelchair</source>
        <translation>Kørestol</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>{what}: {who}</source>
        <translation>{what}: {who}</translation>
    </message>
    <message>
        <source>{text}. {used} of {whole} used</source>
        <translation>{text}. {used} af {whole} brugt</translation>
    </message>
    <message>
        <source>{n} min. late</source>
        <translation>{n} min. forsinket</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge</source>
        <translation>Flet</translation>
    </message>
    <message>
        <source>Name, CPR or phone</source>
        <translation>Navn, CPR eller telefon</translation>
    </message>
    <message>
        <source>The other record</source>
        <translation>Den anden post</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>{name} is kept. The other record stays readable, and its number finds this one.</source>
        <translation>{name} beholdes. Den anden post kan stadig læses, og dens nummer finder denne.</translation>
    </message>
    <message>
        <source>Merge with another record</source>
        <translation>Flet med en anden post</translation>
    </message>
    <message>
        <source>&amp;Find the other record</source>
        <translation>&amp;Find den anden post</translation>
    </message>
    <message>
        <source>Nobody else is found.</source>
        <translation>Ingen andre er fundet.</translation>
    </message>
    <message>
        <source>Choose the other record.</source>
        <translation>Vælg den anden post.</translation>
    </message>
    <message numerus="yes">
        <source>%n course(s) come(s) along.</source>
        <translation>
            <numerusform>%n forløb følger med.</numerusform>
            <numerusform>%n forløb følger med.</numerusform>
        </translation>
    </message>
    <message>
        <source>Neither the name nor the birthday is the same: is it one person?</source>
        <translation>Hverken navn eller fødselsdag er ens: er det den samme person?</translation>
    </message>
    <message>
        <source>At the left what is kept, at the right the other&apos;s</source>
        <translation>Til venstre det, der beholdes; til højre den andens</translation>
    </message>
    <message>
        <source>The address stays protected.</source>
        <translation>Adressen er fortsat beskyttet.</translation>
    </message>
    <message>
        <source>Merged: {name}</source>
        <translation>Flettet: {name}</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>Consent taken back: take the files out</source>
        <translation>Samtykke taget tilbage: tag filerne ud</translation>
    </message>
    <message>
        <source>Ready for sending</source>
        <translation>Klar til afsendelse</translation>
    </message>
    <message>
        <source>Receipt: received</source>
        <translation>Kvittering: modtaget</translation>
    </message>
    <message>
        <source>Receipt: refused</source>
        <translation>Kvittering: afvist</translation>
    </message>
    <message>
        <source>The clinic has answered</source>
        <translation>Klinikken har svaret</translation>
    </message>
    <message>
        <source>The outbox lies in a cloud folder: the files hold CPR numbers.</source>
        <translation>Udbakken ligger i en sky-mappe: filerne indeholder CPR-numre.</translation>
    </message>
    <message>
        <source>The outbox lies on a stick: the files hold CPR numbers.</source>
        <translation>Udbakken ligger på et USB-drev: filerne indeholder CPR-numre.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>Letter that names no message</source>
        <translation>Brev, der ikke nævner nogen besked</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Kvittering</translation>
    </message>
    <message>
        <source>received</source>
        <translation>modtaget</translation>
    </message>
    <message>
        <source>From {gln}, not the clinic itself</source>
        <translation>Fra {gln}, ikke fra klinikken selv</translation>
    </message>
</context>
<context>
    <name>MessagesPage</name>
    <message>
        <source>Check a file …</source>
        <translation>Kontrollér en fil …</translation>
    </message>
    <message>
        <source>Look in the inbox</source>
        <translation>Se i indbakken</translation>
    </message>
    <message>
        <source>Without end status</source>
        <translation>Mangler slutstatus</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Beskeder</translation>
    </message>
    <message>
        <source>Which list</source>
        <translation>Hvilken liste</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Hvornår</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Borger</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Klinik</translation>
    </message>
    <message>
        <source>How it stands</source>
        <translation>Hvordan den står</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Hos</translation>
    </message>
    <message>
        <source>End statuses</source>
        <translation>Slutstatusser</translation>
    </message>
    <message numerus="yes">
        <source>%n course(s) ended without</source>
        <translation>
            <numerusform>%n forløb er slut uden</numerusform>
            <numerusform>%n forløb er slut uden</numerusform>
        </translation>
    </message>
    <message>
        <source>End statuses to GPs</source>
        <translation>Slutstatus til læger</translation>
    </message>
    <message>
        <source>Signed, not made ready</source>
        <translation>Underskrevet, ikke gjort klar</translation>
    </message>
    <message>
        <source>Can be made now</source>
        <translation>Kan gøres klar nu</translation>
    </message>
    <message>
        <source>Without consent</source>
        <translation>Mangler samtykke</translation>
    </message>
    <message>
        <source>Without a clinic</source>
        <translation>Mangler klinik</translation>
    </message>
    <message>
        <source>Is not to be sent</source>
        <translation>Skal ikke sendes</translation>
    </message>
    <message numerus="yes">
        <source>%n try(tries) noted</source>
        <translation>
            <numerusform>%n forsøg noteret</numerusform>
            <numerusform>%n forsøg noteret</numerusform>
        </translation>
    </message>
    <message>
        <source>takes FHIR</source>
        <translation>tager imod FHIR</translation>
    </message>
    <message>
        <source>takes XDIS91</source>
        <translation>tager imod XDIS91</translation>
    </message>
    <message>
        <source>Has died</source>
        <translation>Død</translation>
    </message>
    <message>
        <source>Consent given</source>
        <translation>Samtykke givet</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Ikke spurgt</translation>
    </message>
    <message>
        <source>Said no</source>
        <translation>Sagde nej</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Trukket tilbage</translation>
    </message>
    <message>
        <source>Was for another clinic</source>
        <translation>Gjaldt en anden klinik</translation>
    </message>
    <message>
        <source>No clinic</source>
        <translation>Ingen klinik</translation>
    </message>
    <message>
        <source>Take out of the outbox</source>
        <translation>Tages ud af udbakken</translation>
    </message>
    <message>
        <source>Needs somebody</source>
        <translation>Kræver en person</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Udbakke</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Modtaget</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Besvaret</translation>
    </message>
    <message>
        <source>Belongs to no message</source>
        <translation>Hører ikke til nogen besked</translation>
    </message>
    <message>
        <source>From {gln}</source>
        <translation>Fra {gln}</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Rettelse</translation>
    </message>
    <message>
        <source>End status</source>
        <translation>Slutstatus</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>Intet her.</translation>
    </message>
    <message>
        <source>Open the status</source>
        <translation>Åbn slutstatus</translation>
    </message>
    <message>
        <source>Open the citizen</source>
        <translation>Åbn borgeren</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>Message seen</source>
        <translation>Besked set</translation>
    </message>
    <message>
        <source>{n} kB</source>
        <translation>{n} kB</translation>
    </message>
    <message>
        <source>The municipality&apos;s system fetches the files; nobody here sees them go.</source>
        <translation>Kommunens system henter filerne; ingen her ser dem gå.</translation>
    </message>
    <message>
        <source>The inbox, where the municipality&apos;s system puts what comes back</source>
        <translation>Indbakken, hvor kommunens system lægger det, der kommer tilbage</translation>
    </message>
    <message>
        <source>The inbox was read</source>
        <translation>Indbakken er læst</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n ny</numerusform>
            <numerusform>%n nye</numerusform>
        </translation>
    </message>
    <message>
        <source>{name}: belongs to no message</source>
        <translation>{name}: hører ikke til nogen besked</translation>
    </message>
    <message>
        <source>{name}: cannot be read</source>
        <translation>{name}: kan ikke læses</translation>
    </message>
    <message>
        <source>Check a message</source>
        <translation>Kontrollér en besked</translation>
    </message>
    <message>
        <source>{name}: sound</source>
        <translation>{name}: i orden</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n fejl</numerusform>
            <numerusform>%n fejl</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MiniCalendar</name>
    <message numerus="yes">
        <source>%n training(s) in the calendar</source>
        <translation>
            <numerusform>%n træning i kalenderen</numerusform>
            <numerusform>%n træninger i kalenderen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Month</name>
    <message>
        <source>1 training</source>
        <translation>1 træning</translation>
    </message>
    <message>
        <source>{n} trainings</source>
        <translation>{n} træninger</translation>
    </message>
    <message>
        <source>Fully booked</source>
        <translation>Fuldt booket</translation>
    </message>
    <message>
        <source>1 free time</source>
        <translation>1 ledig tid</translation>
    </message>
    <message>
        <source>{n} free times</source>
        <translation>{n} ledige tider</translation>
    </message>
    <message>
        <source>{team} full</source>
        <translation>{team} fuldt</translation>
    </message>
    <message>
        <source>{team} {n} free of {of}</source>
        <translation>{team} {n} ledige af {of}</translation>
    </message>
    <message>
        <source>{n} away</source>
        <translation>{n} væk</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>{n} mere</translation>
    </message>
    <message>
        <source>{room} closed {span}</source>
        <translation>{room} lukket {span}</translation>
    </message>
</context>
<context>
    <name>MonthView</name>
    <message>
        <source>Month</source>
        <translation>Måned</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Uge</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Move the training</source>
        <translation>Flyt træningen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Flyt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Dag</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Tid</translation>
    </message>
    <message>
        <source>T&amp;herapist</source>
        <translation>T&amp;erapeut</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Ledig</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>The training cannot be moved there</source>
        <translation>Træningen kan ikke flyttes dertil</translation>
    </message>
    <message>
        <source>Move to {who} {time}</source>
        <translation>Flyt til {who} {time}</translation>
    </message>
    <message>
        <source>Choose another time</source>
        <translation>Vælg en anden tid</translation>
    </message>
    <message>
        <source>Another day, or another therapist</source>
        <translation>En anden dag eller en anden terapeut</translation>
    </message>
    <message>
        <source>Cannot be laid here</source>
        <translation>Kan ikke lægges her</translation>
    </message>
    <message>
        <source>Free: {times}.</source>
        <translation>Ledigt: {times}.</translation>
    </message>
    <message>
        <source>Let go, and the training stays {time}.</source>
        <translation>Slip, så bliver træningen {time}.</translation>
    </message>
    <message>
        <source>Moved: {who} to {day} {time}</source>
        <translation>Flyttet: {who} til {day} {time}</translation>
    </message>
    <message>
        <source>Copied: {who} to {day} {time}</source>
        <translation>Kopieret: {who} til {day} {time}</translation>
    </message>
    <message>
        <source>Booked: {who}, {day} {time}</source>
        <translation>Booket: {who}, {day} {time}</translation>
    </message>
    <message>
        <source>Length changed to {n} minutes</source>
        <translation>Varighed ændret til {n} minutter</translation>
    </message>
</context>
<context>
    <name>MyDayPage</name>
    <message>
        <source>week {n}</source>
        <translation>uge {n}</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>Min dag</translation>
    </message>
    <message>
        <source>No trainings this day</source>
        <translation>Ingen træninger denne dag</translation>
    </message>
    <message numerus="yes">
        <source>{test} and %n more</source>
        <translation>
            <numerusform>{test} og %n til</numerusform>
            <numerusform>{test} og %n til</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from earlier days without a mark</source>
        <translation>
            <numerusform>%n fra tidligere dage mangler fremmøde</numerusform>
            <numerusform>%n fra tidligere dage mangler fremmøde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n re-evaluation(s) that are yours</source>
        <translation>
            <numerusform>%n revurdering er din</numerusform>
            <numerusform>%n revurderinger er dine</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Vælg</translation>
    </message>
    <message>
        <source>Whose day</source>
        <translation>Hvis dag</translation>
    </message>
    <message>
        <source>Day sheet</source>
        <translation>Dagsseddel</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notat</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tilbage</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Frem</translation>
    </message>
    <message>
        <source>Trainings of the day</source>
        <translation>Dagens træninger</translation>
    </message>
    <message>
        <source>Step to another day, or choose whose day to see.</source>
        <translation>Gå til en anden dag, eller vælg, hvis dag der vises.</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Find in the notes</source>
        <translation>Find i notater</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nyt notat</translation>
    </message>
    <message>
        <source>Sign as {who}</source>
        <translation>Underskriv som {who}</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Slet kladden</translation>
    </message>
    <message>
        <source>Signed, it cannot be changed: it is corrected by a new note.</source>
        <translation>Underskrevet kan det ikke ændres, kun rettes med et nyt notat.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n notat</numerusform>
            <numerusform>%n notater</numerusform>
        </translation>
    </message>
    <message>
        <source>No note has these words.</source>
        <translation>Ingen notater har de ord.</translation>
    </message>
    <message>
        <source>Nothing has been noted yet.</source>
        <translation>Der er ikke noteret noget endnu.</translation>
    </message>
    <message>
        <source>Corrected {when}, see above</source>
        <translation>Rettet {when}, se notatet over</translation>
    </message>
    <message>
        <source>Correct …</source>
        <translation>Ret …</translation>
    </message>
    <message>
        <source>Correct the note of {when}</source>
        <translation>Ret notatet fra {when}</translation>
    </message>
    <message>
        <source>Corrects the note of {when}: «{text}»</source>
        <translation>Retter notatet fra {when}: «{text}»</translation>
    </message>
    <message>
        <source>Correction of the note of {when}</source>
        <translation>Rettelse til notatet fra {when}</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Der er ikke skrevet noget endnu.</translation>
    </message>
    <message>
        <source>Note signed</source>
        <translation>Notat underskrevet</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Some settings of this computer could not be read</source>
        <translation>Nogle af computerens indstillinger kunne ikke læses</translation>
    </message>
    <message>
        <source>These are as on a new computer: {names}.</source>
        <translation>Disse er som på en ny computer: {names}.</translation>
    </message>
    <message>
        <source>Something is not saved</source>
        <translation>Noget er ikke gemt</translation>
    </message>
    <message>
        <source>Save it here, or close once more to leave it.</source>
        <translation>Gem det her, eller luk en gang til for at lade det ligge.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
</context>
<context>
    <name>Opened</name>
    <message>
        <source>No-show number {n} in the course.</source>
        <translation>Udeblivelse nr. {n} i forløbet.</translation>
    </message>
    <message>
        <source>Absence number {n} in the course.</source>
        <translation>Fravær nr. {n} i forløbet.</translation>
    </message>
    <message>
        <source>The package is used, and the goal is not noted as reached.</source>
        <translation>Pakken er brugt, og målet er ikke noteret som nået.</translation>
    </message>
    <message>
        <source>By the calendar.</source>
        <translation>Efter kalenderen.</translation>
    </message>
    <message>
        <source>Nothing has been heard since the no-show.</source>
        <translation>Der er ikke hørt noget siden udeblivelsen.</translation>
    </message>
    <message>
        <source>Neither standard nor centre has set a deadline.</source>
        <translation>Hverken standard eller center har sat en frist.</translation>
    </message>
    <message>
        <source>By {day}.</source>
        <translation>Frist {day}</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Continue unchanged</source>
        <translation>Fortsæt uændret</translation>
    </message>
    <message>
        <source>The booked times stay.</source>
        <translation>De bookede tider bliver stående.</translation>
    </message>
    <message>
        <source>Change within the frame</source>
        <translation>Ændr inden for rammen</translation>
    </message>
    <message>
        <source>Another form, time or agreement; the booked times stay.</source>
        <translation>Anden form, tid eller aftale; tiderne bliver stående.</translation>
    </message>
    <message>
        <source>End the course</source>
        <translation>Afslut forløbet</translation>
    </message>
    <message>
        <source>A decision: hear the citizen first.</source>
        <translation>En afgørelse: hør borgeren først.</translation>
    </message>
    <message>
        <source>New assessment</source>
        <translation>Revisitation</translation>
    </message>
    <message>
        <source>The authority looks at the grant again.</source>
        <translation>Myndigheden ser på bevillingen igen.</translation>
    </message>
</context>
<context>
    <name>PackDialog</name>
    <message>
        <source>The day&apos;s pack at a set time</source>
        <translation>Dagens pakke på et fast tidspunkt</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Vælg …</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Do not save it any more</source>
        <translation>Gem den ikke mere</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>Every therapist&apos;s sheet, every roster and the driver&apos;s list of today and the next three working days, in one file: to work from when everything is down. It names people, so choose a folder that only the centre can read; the last three are kept.</source>
        <translation>Alle dagssedler, mødelister og kørselslister for i dag og de næste tre hverdage i én fil: til at arbejde efter, når alt er nede. Der står navne i den, så vælg en mappe, som kun centret kan læse; de tre seneste beholdes.</translation>
    </message>
    <message>
        <source>&amp;Password that opens it; on a stick it needs one that a colleague knows</source>
        <translation>&amp;Adgangskode, der åbner den; på et USB-drev skal den have en, som en kollega kender</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Mappe</translation>
    </message>
    <message>
        <source>&amp;At</source>
        <translation>&amp;Kl.</translation>
    </message>
    <message>
        <source>Where the day&apos;s pack is saved</source>
        <translation>Hvor dagens pakke gemmes</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>Mappen findes ikke.</translation>
    </message>
    <message>
        <source>On a stick or in a cloud folder it needs a password.</source>
        <translation>På et USB-drev eller i en sky-mappe skal den have en adgangskode.</translation>
    </message>
    <message>
        <source>The pack&apos;s password</source>
        <translation>Pakkens adgangskode</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Find a citizen, a day or something to do</source>
        <translation>Find en borger, en dag eller en handling</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Fundet</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>vælg</translation>
    </message>
    <message>
        <source>open</source>
        <translation>åbn</translation>
    </message>
    <message>
        <source>actions</source>
        <translation>handlinger</translation>
    </message>
    <message>
        <source>The last four digits are shown at the citizen&apos;s own page</source>
        <translation>De sidste fire cifre vises først hos borgeren</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datoer</translation>
    </message>
    <message>
        <source>Citizens</source>
        <translation>Borgere</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Seneste</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Handlinger</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Kolleger</translation>
    </message>
    <message>
        <source>Rooms and teams</source>
        <translation>Lokaler og hold</translation>
    </message>
    <message>
        <source>Nothing is found. Try fewer letters.</source>
        <translation>Intet er fundet. Prøv med færre bogstaver.</translation>
    </message>
    <message>
        <source>There are more: type some letters more</source>
        <translation>Der er flere: skriv nogle bogstaver mere</translation>
    </message>
    <message>
        <source>New citizen: {words}</source>
        <translation>Ny borger: {words}</translation>
    </message>
    <message>
        <source>{n} years</source>
        <translation>{n} år</translation>
    </message>
    <message>
        <source>{n} of {whole} used</source>
        <translation>{n} af {whole} brugt</translation>
    </message>
    <message>
        <source>Next {when}</source>
        <translation>Næste {when}</translation>
    </message>
    <message>
        <source>Actions for {who}</source>
        <translation>Handlinger for {who}</translation>
    </message>
    <message>
        <source>Note a cancellation</source>
        <translation>Notér afbud</translation>
    </message>
    <message>
        <source>No package is granted.</source>
        <translation>Der er ingen pakke.</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) can be booked</source>
        <translation>
            <numerusform>%n træning kan bookes</numerusform>
            <numerusform>%n træninger kan bookes</numerusform>
        </translation>
    </message>
    <message>
        <source>Book a training</source>
        <translation>Book en træning</translation>
    </message>
    <message>
        <source>Plan the whole course</source>
        <translation>Book hele forløbet</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s), large print</source>
        <translation>
            <numerusform>%n træning, stor skrift</numerusform>
            <numerusform>%n træninger, stor skrift</numerusform>
        </translation>
    </message>
    <message>
        <source>Print the schedule</source>
        <translation>Udskriv mødeplan</translation>
    </message>
    <message>
        <source>The citizen&apos;s page</source>
        <translation>Borgerens side</translation>
    </message>
    <message>
        <source>Week {n}</source>
        <translation>Uge {n}</translation>
    </message>
    <message>
        <source>{who} is ill or away …</source>
        <translation>{who} er syg eller væk …</translation>
    </message>
    <message>
        <source>Equipment in {room} …</source>
        <translation>Udstyr i {room} …</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>The &amp;old password</source>
        <translation>Den &amp;gamle adgangskode</translation>
    </message>
</context>
<context>
    <name>PauseDialog</name>
    <message>
        <source>Hospital, holiday …</source>
        <translation>Sygehus, ferie …</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Tag tilbage</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Fra</translation>
    </message>
    <message>
        <source>&amp;Through</source>
        <translation>&amp;Til og med</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Hvorfor</translation>
    </message>
    <message>
        <source>The standard does not say that a pause moves deadlines or the duration.</source>
        <translation>Standarden siger intet om, at en pause flytter frister eller varighed.</translation>
    </message>
    <message numerus="yes">
        <source>Release %n training(s) in between</source>
        <translation>
            <numerusform>Frigiv %n træning imens</numerusform>
            <numerusform>Frigiv %n træninger imens</numerusform>
        </translation>
    </message>
    <message>
        <source>Pause taken back: {name}</source>
        <translation>Pause taget tilbage: {name}</translation>
    </message>
    <message>
        <source>Why is missing.</source>
        <translation>Grunden mangler.</translation>
    </message>
    <message>
        <source>Pause: {name}</source>
        <translation>Pause: {name}</translation>
    </message>
</context>
<context>
    <name>Pinboard</name>
    <message>
        <source>Pinboard</source>
        <translation>Opslagstavle</translation>
    </message>
    <message>
        <source>Put all back</source>
        <translation>Læg alt tilbage</translation>
    </message>
    <message>
        <source>Drag into the calendar, or Ctrl+V on a free cell</source>
        <translation>Træk ind i kalenderen, eller Ctrl+V på en ledig tid</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>line {lines} of the standard</source>
        <translation>linje {lines} i standarden</translation>
    </message>
</context>
<context>
    <name>Planner</name>
    <message>
        <source>week {n}</source>
        <translation>uge {n}</translation>
    </message>
    <message>
        <source>Outside the wishes</source>
        <translation>Uden for ønskerne</translation>
    </message>
    <message>
        <source>With {who}</source>
        <translation>Hos {who}</translation>
    </message>
    <message>
        <source>Another time</source>
        <translation>Et andet tidspunkt</translation>
    </message>
    <message>
        <source>Another room</source>
        <translation>Andet lokale</translation>
    </message>
</context>
<context>
    <name>PlannerPage</name>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Forslag</translation>
    </message>
    <message>
        <source>Drag a row onto a day, or use ← → on it</source>
        <translation>Træk en række hen på en dag, eller brug ← →</translation>
    </message>
    <message>
        <source>In the calendar</source>
        <translation>I kalenderen</translation>
    </message>
    <message>
        <source>Looking for times …</source>
        <translation>Leder efter tider …</translation>
    </message>
    <message numerus="yes">
        <source>{who} · %n training(s) of {minutes} min.</source>
        <translation>
            <numerusform>{who} · %n træning à {minutes} min.</numerusform>
            <numerusform>{who} · %n træninger à {minutes} min.</numerusform>
        </translation>
    </message>
    <message>
        <source>Book a course</source>
        <translation>Book forløb</translation>
    </message>
    <message numerus="yes">
        <source>Book %n training(s)</source>
        <translation>
            <numerusform>Book %n træning</numerusform>
            <numerusform>Book %n træninger</numerusform>
        </translation>
    </message>
    <message>
        <source>Book</source>
        <translation>Book</translation>
    </message>
    <message>
        <source>Print the schedule</source>
        <translation>Udskriv mødeplan</translation>
    </message>
    <message>
        <source>To the calendar</source>
        <translation>Til kalenderen</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) booked</source>
        <translation>
            <numerusform>%n træning er booket</numerusform>
            <numerusform>%n træninger er booket</numerusform>
        </translation>
    </message>
    <message>
        <source>One undo takes all of them back.</source>
        <translation>Én fortryd tager dem alle tilbage.</translation>
    </message>
    <message>
        <source>Only {n} of {count} are possible</source>
        <translation>Kun {n} af {count} er mulige</translation>
    </message>
    <message>
        <source>What stands in the way; give up:</source>
        <translation>Det står i vejen; opgiv:</translation>
    </message>
    <message numerus="yes">
        <source>%n clash(es)</source>
        <translation>
            <numerusform>%n tid er optaget</numerusform>
            <numerusform>%n tider er optaget</numerusform>
        </translation>
    </message>
    <message>
        <source>Move them, or look again.</source>
        <translation>Flyt dem, eller søg igen.</translation>
    </message>
    <message>
        <source>{n} of {count} found</source>
        <translation>{n} af {count} fundet</translation>
    </message>
    <message numerus="yes">
        <source>The start is %n day(s) too late: it was due {day}.</source>
        <translation>
            <numerusform>Starten er %n dag for sent: fristen var {day}.</numerusform>
            <numerusform>Starten er %n dage for sent: fristen var {day}.</numerusform>
        </translation>
    </message>
    <message>
        <source>No series meets every wish</source>
        <translation>Ingen serie opfylder alle ønsker</translation>
    </message>
    <message>
        <source>At the left stands which wishes to give up.</source>
        <translation>Til venstre står, hvilke ønsker der kan opgives.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> og </translation>
    </message>
    <message>
        <source>{wishes} ({n} possible)</source>
        <translation>{wishes} ({n} mulige)</translation>
    </message>
    <message>
        <source>Last training {day}.</source>
        <translation>Sidste træning {day}.</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) booked already, until</source>
        <translation>
            <numerusform>%n træning er booket i forvejen, til</numerusform>
            <numerusform>%n træninger er booket i forvejen, til</numerusform>
        </translation>
    </message>
    <message>
        <source>The longest duration ends {day}.</source>
        <translation>Længste varighed ender {day}.</translation>
    </message>
    <message>
        <source>The start is due {day}: too late.</source>
        <translation>Fristen for start er {day}: for sent.</translation>
    </message>
    <message>
        <source>The start is due {day}.</source>
        <translation>Fristen for start er {day}.</translation>
    </message>
    <message>
        <source>{n} in {weeks} weeks.</source>
        <translation>{n} på {weeks} uger.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of therapist.</source>
        <translation>
            <numerusform>%n skift af terapeut.</numerusform>
            <numerusform>%n skift af terapeut.</numerusform>
        </translation>
    </message>
    <message>
        <source>Other times for number {n}</source>
        <translation>Andre tider for nummer {n}</translation>
    </message>
    <message>
        <source>Nothing is free on {day}.</source>
        <translation>Intet er ledigt {day}.</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) booked: {who}</source>
        <translation>
            <numerusform>%n træning booket: {who}</numerusform>
            <numerusform>%n træninger booket: {who}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plurals</name>
    <message numerus="yes">
        <source>%n citizen(s)</source>
        <translation>
            <numerusform>%n borger</numerusform>
            <numerusform>%n borgere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n hverdag</numerusform>
            <numerusform>%n hverdage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n extra</source>
        <translation>
            <numerusform>%n ekstra</numerusform>
            <numerusform>%n ekstra</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n booked</source>
        <translation>
            <numerusform>%n booket</numerusform>
            <numerusform>%n bookede</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over</source>
        <translation>
            <numerusform>%n for meget</numerusform>
            <numerusform>%n for meget</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free</source>
        <translation>
            <numerusform>%n fri</numerusform>
            <numerusform>%n frie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is (are) left.</source>
        <translation>
            <numerusform>%n er tilbage.</numerusform>
            <numerusform>%n er tilbage.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Free</source>
        <comment>%n trainings</comment>
        <translation>
            <numerusform>Fri</numerusform>
            <numerusform>Frie</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancellation(s)</source>
        <translation>
            <numerusform>%n afbud</numerusform>
            <numerusform>%n afbud</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled by the centre</source>
        <translation>
            <numerusform>%n aflyst af centret</numerusform>
            <numerusform>%n aflyst af centret</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late cancellation(s) or no-show(s)</source>
        <translation>
            <numerusform>%n sent afbud eller udeblivelse</numerusform>
            <numerusform>%n sene afbud eller udeblivelser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n want(s) another team, or none</source>
        <translation>
            <numerusform>%n vil på et andet hold eller intet</numerusform>
            <numerusform>%n vil på et andet hold eller intet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) at another centre</source>
        <translation>
            <numerusform>%n venter på et andet center</numerusform>
            <numerusform>%n venter på et andet center</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n want(s) another form</source>
        <translation>
            <numerusform>%n vil have en anden form</numerusform>
            <numerusform>%n vil have en anden form</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n has (have) used the package</source>
        <translation>
            <numerusform>%n har brugt pakken</numerusform>
            <numerusform>%n har brugt pakken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n want(s) another therapist</source>
        <translation>
            <numerusform>%n vil have en anden terapeut</numerusform>
            <numerusform>%n vil have en anden terapeut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot on that weekday</source>
        <translation>
            <numerusform>%n kan ikke den ugedag</numerusform>
            <numerusform>%n kan ikke den ugedag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a longer time</source>
        <translation>
            <numerusform>%n har brug for længere tid</numerusform>
            <numerusform>%n har brug for længere tid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot at that hour</source>
        <translation>
            <numerusform>%n kan ikke på det tidspunkt</numerusform>
            <numerusform>%n kan ikke på det tidspunkt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n train(s) elsewhere then</source>
        <translation>
            <numerusform>%n træner et andet sted da</numerusform>
            <numerusform>%n træner et andet sted da</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PointsBox</name>
    <message>
        <source>No standard says which. What is set here is asked for on the course.</source>
        <translation>Ingen standard siger hvilke. Det, der vælges her, spørges der efter i forløbet.</translation>
    </message>
    <message>
        <source>Tests of a course</source>
        <translation>Test i et forløb</translation>
    </message>
    <message>
        <source>Tests: {point}</source>
        <translation>Test: {point}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ingen</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>The pages as they will be printed</source>
        <translation>Siderne, som de bliver udskrevet</translation>
    </message>
    <message>
        <source>Drawing the pages …</source>
        <translation>Tegner siderne …</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Udskriv</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Gem som PDF …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Page {n}</source>
        <translation>Side {n}</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n side</numerusform>
            <numerusform>%n sider</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Gem som PDF</translation>
    </message>
    <message>
        <source>It could not be saved: {why}. Choose another place.</source>
        <translation>Den kunne ikke gemmes: {why}. Vælg et andet sted.</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>Gemt som {file}</translation>
    </message>
    <message>
        <source>No printer answered. Save it as PDF, or choose a printer in the system.</source>
        <translation>Ingen printer svarede. Gem som PDF, eller vælg en printer i systemet.</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Sendt til printeren</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>{page}, {n} waiting</source>
        <translation>{page}, {n} venter</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>{who} has a training at {time}: {other}.</source>
        <translation>{who} har en træning kl. {time}: {other}.</translation>
    </message>
    <message>
        <source>The therapist is busy</source>
        <translation>Terapeuten er optaget</translation>
    </message>
    <message>
        <source>{room} is full at {time}: {other}.</source>
        <translation>{room} er optaget kl. {time}: {other}.</translation>
    </message>
    <message>
        <source>There is no room</source>
        <translation>Der er ikke plads i lokalet</translation>
    </message>
    <message>
        <source>{room} holds {capacity}, and there are {people}.</source>
        <translation>{room} har {capacity} pladser, og der er {people}.</translation>
    </message>
    <message>
        <source>The room is too small</source>
        <translation>Lokalet er for lille</translation>
    </message>
    <message>
        <source>{who} has another training at {time}.</source>
        <translation>{who} har en anden træning kl. {time}.</translation>
    </message>
    <message>
        <source>The citizen is busy</source>
        <translation>Borgeren er optaget</translation>
    </message>
    <message>
        <source>{who} is away at {time}: {why}.</source>
        <translation>{who} er væk kl. {time}: {why}.</translation>
    </message>
    <message>
        <source>The therapist is away</source>
        <translation>Terapeuten er væk</translation>
    </message>
    <message>
        <source>{who} works {time} that day.</source>
        <translation>{who} arbejder kl. {time} den dag.</translation>
    </message>
    <message>
        <source>{who} does not work that day.</source>
        <translation>{who} arbejder ikke den dag.</translation>
    </message>
    <message>
        <source>Outside working hours</source>
        <translation>Uden for arbejdstiden</translation>
    </message>
    <message>
        <source>The day is {name}.</source>
        <translation>Dagen er {name}.</translation>
    </message>
    <message>
        <source>The centre is closed</source>
        <translation>Centret er lukket</translation>
    </message>
    <message>
        <source>{used} of {whole} trainings are used, and {booked} are booked.</source>
        <translation>{used} af {whole} træninger er brugt, og {booked} er booket.</translation>
    </message>
    <message>
        <source>{used} of {whole} minutes are used, and {booked} are booked.</source>
        <translation>{used} af {whole} minutter er brugt, og {booked} er booket.</translation>
    </message>
    <message>
        <source>The package has no training left</source>
        <translation>Pakken har ingen træning, der kan bookes</translation>
    </message>
    <message>
        <source>The course ended {day}.</source>
        <translation>Forløbet sluttede {day}</translation>
    </message>
    <message>
        <source>The course has ended</source>
        <translation>Forløbet er afsluttet</translation>
    </message>
    <message>
        <source>{team} has {n} places, and all are taken.</source>
        <translation>{team} har {n} pladser, og alle er optaget.</translation>
    </message>
    <message>
        <source>The team is full</source>
        <translation>Holdet er fuldt</translation>
    </message>
    <message>
        <source>Only the responsible therapist can do this</source>
        <translation>Det kan kun den ansvarlige terapeut</translation>
    </message>
    <message>
        <source>It can be noted from {time}.</source>
        <translation>Det kan noteres fra {time}.</translation>
    </message>
    <message>
        <source>The training has not begun</source>
        <translation>Træningen er ikke begyndt</translation>
    </message>
    <message>
        <source>A reason is needed</source>
        <translation>Der mangler en begrundelse</translation>
    </message>
    <message>
        <source>Write why, in a few words.</source>
        <translation>Skriv hvorfor, med få ord.</translation>
    </message>
    <message>
        <source>The time has not come yet</source>
        <translation>Tiden er ikke kommet endnu</translation>
    </message>
    <message>
        <source>A cancellation cannot have been told later than now.</source>
        <translation>Et afbud kan ikke være meldt senere end nu.</translation>
    </message>
    <message>
        <source>The training lasts {n} minutes.</source>
        <translation>Træningen varer {n} minutter.</translation>
    </message>
    <message>
        <source>Later than the training is long</source>
        <translation>Senere, end træningen er lang</translation>
    </message>
    <message>
        <source>The ride must be ordered for this time.</source>
        <translation>Kørslen skal bestilles til denne tid.</translation>
    </message>
    <message>
        <source>The check found something, and nothing was written</source>
        <translation>Kontrollen fandt noget, og intet er skrevet</translation>
    </message>
    <message>
        <source>There is no such decision</source>
        <translation>Der er ingen sådan afgørelse</translation>
    </message>
    <message>
        <source>The letter says that something has been decided. Decide it first.</source>
        <translation>Brevet siger, at noget er afgjort. Træf afgørelsen først.</translation>
    </message>
    <message>
        <source>The citizen must have time to answer</source>
        <translation>Borgeren skal have tid til at svare</translation>
    </message>
    <message>
        <source>The day to answer by must be after the hearing is sent, within a year.</source>
        <translation>Svarfristen skal være efter, at høringen er sendt, og inden for et år.</translation>
    </message>
    <message>
        <source>There is no consent</source>
        <translation>Der er ikke samtykke</translation>
    </message>
    <message>
        <source>No status is made without the citizen&apos;s consent. It has been recorded.</source>
        <translation>Uden borgerens samtykke laves ingen slutstatus. Det er noteret.</translation>
    </message>
    <message>
        <source>It has been changed meanwhile</source>
        <translation>Det er ændret imens</translation>
    </message>
    <message>
        <source>Somebody has changed it since. Nothing is done.</source>
        <translation>Nogen har ændret det siden. Intet er gjort.</translation>
    </message>
    <message>
        <source>{who} did «{what}» since. Look again; nothing is done.</source>
        <translation>{who} har siden gjort «{what}». Se efter igen; intet er gjort.</translation>
    </message>
    <message>
        <source>Somebody else is saving right now</source>
        <translation>En anden gemmer lige nu</translation>
    </message>
    <message>
        <source>Nothing has been changed. Try again in a moment.</source>
        <translation>Intet er ændret. Prøv igen om lidt.</translation>
    </message>
    <message>
        <source>It lies ready already</source>
        <translation>Den ligger klar i forvejen</translation>
    </message>
    <message>
        <source>Press once more to make the same letter again.</source>
        <translation>Tryk en gang til for at lave det samme brev igen.</translation>
    </message>
    <message>
        <source>Your role may not do that</source>
        <translation>Det må din rolle ikke</translation>
    </message>
    <message>
        <source>The password is too easily guessed</source>
        <translation>Adgangskoden er for let at gætte</translation>
    </message>
    <message>
        <source>Nobody would be administrator</source>
        <translation>Så er der ingen administrator</translation>
    </message>
    <message>
        <source>Give somebody else that role first.</source>
        <translation>Giv først en anden den rolle.</translation>
    </message>
    <message>
        <source>{text} is somebody else&apos;s, perhaps one who is closed.</source>
        <translation>{text} er en andens, måske en, hvis adgang er lukket.</translation>
    </message>
    <message>
        <source>These initials are taken</source>
        <translation>Initialerne er taget</translation>
    </message>
    <message>
        <source>Correct the end status first</source>
        <translation>Ret slutstatus først</translation>
    </message>
    <message>
        <source>The citizen&apos;s name, number or clinic was changed after it was signed.</source>
        <translation>Borgerens navn, nummer eller lægehus er ændret, siden der blev underskrevet.</translation>
    </message>
    <message>
        <source>It is signed already</source>
        <translation>Den er underskrevet allerede</translation>
    </message>
    <message>
        <source>Correct the signed one: the new one names it.</source>
        <translation>Ret den underskrevne: den nye nævner den.</translation>
    </message>
    <message>
        <source>Write them in Set-up: {text}.</source>
        <translation>Skriv dem i Opsætning: {text}.</translation>
    </message>
    <message>
        <source>Numbers are missing in the registers</source>
        <translation>Numre mangler i registrene</translation>
    </message>
    <message>
        <source>No message goes for this number</source>
        <translation>Der går ingen besked for dette nummer</translation>
    </message>
    <message>
        <source>It is neither a CPR number nor an eCPR. Send the status as a letter.</source>
        <translation>Det er hverken et CPR-nummer eller et eCPR. Send slutstatus som brev.</translation>
    </message>
    <message>
        <source>{folder}: {why}. Nothing is written or noted.</source>
        <translation>{folder}: {why}. Intet er skrevet eller noteret.</translation>
    </message>
    <message>
        <source>The folder cannot be used</source>
        <translation>Mappen kan ikke bruges</translation>
    </message>
    <message>
        <source>It is not there any more</source>
        <translation>Det er der ikke mere</translation>
    </message>
    <message>
        <source>Somebody has taken it out meanwhile. Nothing is done.</source>
        <translation>Nogen har taget det ud imens. Intet er gjort.</translation>
    </message>
    <message>
        <source>It is between {least} and {most}, and {value} was given.</source>
        <translation>Det er fra {least} til {most}, og der står {value}.</translation>
    </message>
    <message>
        <source>The number cannot be right</source>
        <translation>Tallet kan ikke passe</translation>
    </message>
    <message>
        <source>{day} is too far away. Is the year right?</source>
        <translation>{day} er for langt væk. Er året rigtigt?</translation>
    </message>
    <message>
        <source>The day cannot be right</source>
        <translation>Dagen kan ikke passe</translation>
    </message>
    <message>
        <source>It ends before it begins</source>
        <translation>Det slutter, før det begynder</translation>
    </message>
    <message>
        <source>«To» must lie after «from».</source>
        <translation>«Til» skal ligge efter «fra».</translation>
    </message>
    <message>
        <source>The text cannot be stored</source>
        <translation>Teksten kan ikke gemmes</translation>
    </message>
    <message>
        <source>It is too long, or has letters that cannot be printed.</source>
        <translation>Den er for lang eller har tegn, der ikke kan skrives ud.</translation>
    </message>
    <message>
        <source>{day} has passed. Was it held, and not typed in?</source>
        <translation>{day} er gået. Blev den holdt og ikke skrevet ind?</translation>
    </message>
    <message>
        <source>The day has passed</source>
        <translation>Dagen er gået</translation>
    </message>
    <message>
        <source>The first is at {time}.</source>
        <translation>Den første er kl. {time}.</translation>
    </message>
    <message>
        <source>A second training that day</source>
        <translation>En træning mere samme dag</translation>
    </message>
    <message>
        <source>No room is chosen</source>
        <translation>Der er ikke valgt et lokale</translation>
    </message>
    <message>
        <source>It was granted {day}.</source>
        <translation>Den er bevilget {day}.</translation>
    </message>
    <message>
        <source>Before the grant</source>
        <translation>Før bevillingen</translation>
    </message>
    <message>
        <source>The citizen has cancelled this one</source>
        <translation>Borgeren har meldt afbud til den</translation>
    </message>
    <message>
        <source>Coming all the same is noted on the roster.</source>
        <translation>At borgeren kommer alligevel, noteres på mødelisten.</translation>
    </message>
    <message>
        <source>The citizen has waited for it since {day}.</source>
        <translation>Borgeren har ventet på det siden {day}.</translation>
    </message>
    <message>
        <source>On the waiting list already</source>
        <translation>Står på ventelisten i forvejen</translation>
    </message>
    <message>
        <source>The citizen does not wait any more</source>
        <translation>Borgeren venter ikke mere</translation>
    </message>
    <message>
        <source>Somebody has taken them off the list meanwhile.</source>
        <translation>Nogen har taget borgeren af listen imens.</translation>
    </message>
    <message>
        <source>It is noted already, from {day}.</source>
        <translation>Det er noteret i forvejen, fra {day}.</translation>
    </message>
    <message>
        <source>Noted already</source>
        <translation>Noteret i forvejen</translation>
    </message>
    <message>
        <source>It is no team</source>
        <translation>Det er ikke et hold</translation>
    </message>
    <message>
        <source>Only a team&apos;s meetings are joined.</source>
        <translation>Man kan kun komme på et holds møder.</translation>
    </message>
    <message>
        <source>Only a therapist can do this</source>
        <translation>Det kan kun en terapeut</translation>
    </message>
    <message>
        <source>The authority decides this</source>
        <translation>Det afgør myndigheden</translation>
    </message>
    <message>
        <source>The goal is reached</source>
        <translation>Målet er nået</translation>
    </message>
    <message>
        <source>There is no more to gain</source>
        <translation>Der er ikke mere at vinde</translation>
    </message>
    <message>
        <source>More than the standard gives</source>
        <translation>Mere end standarden giver</translation>
    </message>
    <message>
        <source>They have been given once</source>
        <translation>De er givet én gang</translation>
    </message>
    <message>
        <source>The course has ended already</source>
        <translation>Forløbet er allerede afsluttet</translation>
    </message>
    <message>
        <source>The standard names an age</source>
        <translation>Standarden nævner en alder</translation>
    </message>
    <message>
        <source>A person must answer this</source>
        <translation>Det skal et menneske svare på</translation>
    </message>
    <message>
        <source>The standard is in use</source>
        <translation>Standarden er i brug</translation>
    </message>
    <message>
        <source>{n} courses go by it, or the centre has chosen it.</source>
        <translation>{n} forløb går efter den, eller centret har valgt den.</translation>
    </message>
    <message>
        <source>{day} has not come; what has happened is noted afterwards.</source>
        <translation>{day} er ikke kommet; det, der er sket, noteres bagefter.</translation>
    </message>
    <message>
        <source>The day has not come yet</source>
        <translation>Dagen er ikke kommet endnu</translation>
    </message>
    <message>
        <source>It cannot be extended</source>
        <translation>Forløbet kan ikke forlænges</translation>
    </message>
    <message>
        <source>The standard has no (more) extensions.</source>
        <translation>Standarden giver ikke (flere) forlængelser.</translation>
    </message>
    <message>
        <source>It is in use</source>
        <translation>Det er i brug</translation>
    </message>
    <message>
        <source>Something has been added to it since, so it cannot be taken back.</source>
        <translation>Der er kommet noget til siden, så det kan ikke tages tilbage.</translation>
    </message>
    <message>
        <source>The time cannot be used</source>
        <translation>Tiden kan ikke bruges</translation>
    </message>
    <message>
        <source>A training begins after 4:00, lasts five minutes or more, and ends the same day.</source>
        <translation>En træning begynder efter kl. 4, varer mindst fem minutter og slutter samme dag.</translation>
    </message>
    <message>
        <source>The number cannot be read</source>
        <translation>Nummeret kan ikke læses</translation>
    </message>
    <message>
        <source>{room} is closed at {time}.</source>
        <translation>{room} er lukket kl. {time}.</translation>
    </message>
    <message>
        <source>The room is closed</source>
        <translation>Lokalet er lukket</translation>
    </message>
    <message>
        <source>The standard lets the course last until {day}.</source>
        <translation>Standarden lader forløbet vare til {day}.</translation>
    </message>
    <message>
        <source>Beyond the longest duration</source>
        <translation>Efter den længste varighed</translation>
    </message>
    <message>
        <source>Another course runs: {basis}</source>
        <translation>Et andet forløb er i gang: {basis}</translation>
    </message>
    <message>
        <source>The centre wants to be told.</source>
        <translation>Centret vil gerne vide det.</translation>
    </message>
    <message>
        <source>The citizen has a ride</source>
        <translation>Borgeren har kørsel</translation>
    </message>
    <message>
        <source>{who} is responsible for the course.</source>
        <translation>{who} er ansvarlig for forløbet.</translation>
    </message>
    <message>
        <source>Not the usual therapist</source>
        <translation>Ikke den sædvanlige terapeut</translation>
    </message>
    <message>
        <source>Its attendance has been noted</source>
        <translation>Fremmødet er noteret</translation>
    </message>
    <message>
        <source>What has been held is not moved. Take the mark away first.</source>
        <translation>Det, der er holdt, flyttes ikke. Tag mærket væk først.</translation>
    </message>
    <message>
        <source>{who} at {time} has come into the calendar meanwhile.</source>
        <translation>{who} kl. {time} er kommet i kalenderen imens.</translation>
    </message>
    <message>
        <source>Somebody more is hit</source>
        <translation>Flere rammes nu</translation>
    </message>
    <message>
        <source>Not for a whole team</source>
        <translation>Ikke for et helt hold</translation>
    </message>
    <message>
        <source>It can be done for each citizen on the roster.</source>
        <translation>Det kan gøres for hver borger på navnelisten.</translation>
    </message>
    <message>
        <source>The time is not free any more</source>
        <translation>Tiden er ikke ledig længere</translation>
    </message>
    <message>
        <source>Somebody has taken it in the meantime.</source>
        <translation>En anden har taget den i mellemtiden.</translation>
    </message>
    <message>
        <source>The citizen is on the team already</source>
        <translation>Borgeren er allerede på holdet</translation>
    </message>
    <message>
        <source>This must be filled in</source>
        <translation>Det skal udfyldes</translation>
    </message>
    <message>
        <source>There is room for {n} letters.</source>
        <translation>Der er plads til {n} tegn.</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>For langt</translation>
    </message>
    <message>
        <source>«{text}» cannot be read.</source>
        <translation>«{text}» kan ikke læses.</translation>
    </message>
    <message>
        <source>This is no GLN number</source>
        <translation>Det er ikke et GLN-nummer</translation>
    </message>
    <message>
        <source>It has 13 digits, and the last does not fit the others.</source>
        <translation>Det har 13 cifre, og det sidste passer ikke til de andre.</translation>
    </message>
    <message>
        <source>«{text}» is there already.</source>
        <translation>«{text}» er der i forvejen.</translation>
    </message>
    <message>
        <source>Write for example «ma-fr 8-15.30; on 9-15».</source>
        <translation>Skriv f.eks. «ma-fr 8-15.30; on 9-15».</translation>
    </message>
    <message>
        <source>The hours overlap: {text}</source>
        <translation>Tiderne lapper over: {text}</translation>
    </message>
    <message>
        <source>«{text}» is out of use.</source>
        <translation>«{text}» er taget ud af brug.</translation>
    </message>
    <message>
        <source>Can «{text}» be right?</source>
        <translation>Kan «{text}» passe?</translation>
    </message>
    <message>
        <source>There is no field «{text}».</source>
        <translation>Feltet «{text}» findes ikke.</translation>
    </message>
    <message>
        <source>The first is on {day}. Move them first, on the absence page.</source>
        <translation>Den første er {day}. Flyt dem først på siden Fravær.</translation>
    </message>
    <message>
        <source>Trainings that still stand: {n}</source>
        <translation>Træninger, der stadig står: {n}</translation>
    </message>
    <message>
        <source>{name} has this number.</source>
        <translation>{name} har dette nummer.</translation>
    </message>
    <message>
        <source>The citizen is here already</source>
        <translation>Borgeren er her allerede</translation>
    </message>
    <message>
        <source>The birth date is to come</source>
        <translation>Fødselsdagen er ikke kommet</translation>
    </message>
    <message>
        <source>There is no centre yet</source>
        <translation>Der er intet center endnu</translation>
    </message>
    <message>
        <source>Enter it under Set-up first.</source>
        <translation>Skriv det under Opsætning først.</translation>
    </message>
    <message>
        <source>No legal basis is chosen</source>
        <translation>Intet lovgrundlag er valgt</translation>
    </message>
    <message>
        <source>A person chooses it.</source>
        <translation>Vælges af en person.</translation>
    </message>
    <message>
        <source>The course rests then</source>
        <translation>Forløbet er på pause der</translation>
    </message>
    <message>
        <source>The discharge, or the plan&apos;s own date, is {day}.</source>
        <translation>Udskrivningen eller planens egen dato er {day}.</translation>
    </message>
    <message>
        <source>Before the hospital&apos;s plan</source>
        <translation>Før sygehusets plan</translation>
    </message>
    <message>
        <source>The citizen has moved away from the municipality</source>
        <translation>Borgeren er flyttet fra kommunen</translation>
    </message>
    <message>
        <source>Move it, or take it out of use first.</source>
        <translation>Flyt det, eller tag det ud af brug først.</translation>
    </message>
    <message>
        <source>Still in use there: {what}</source>
        <translation>Stadig i brug dér: {what}</translation>
    </message>
    <message>
        <source>The citizen must be heard first</source>
        <translation>Borgeren skal høres først</translation>
    </message>
    <message>
        <source>Make and send the hearing, or say that the citizen knows the facts.</source>
        <translation>Lav og send partshøringen, eller sig, at borgeren kender oplysningerne.</translation>
    </message>
    <message>
        <source>The letter is a decision and must say how one complains.</source>
        <translation>Brevet er en afgørelse og skal sige, hvordan man klager.</translation>
    </message>
    <message>
        <source>The field «{text}» is missing.</source>
        <translation>Feltet «{text}» mangler.</translation>
    </message>
    <message>
        <source>Until {day}. Has the citizen answered, note the day under Days and rights.</source>
        <translation>Til og med {day}. Har borgeren svaret, så notér dagen under Dage og rettigheder.</translation>
    </message>
    <message>
        <source>The citizen may still answer the hearing</source>
        <translation>Borgeren kan stadig svare på partshøringen</translation>
    </message>
    <message>
        <source>Its complaint deadline was counted from {day} and the way it was to be sent. Make it again.</source>
        <translation>Klagefristen er regnet fra {day} og fra, hvordan brevet skulle sendes. Lav det igen.</translation>
    </message>
    <message>
        <source>The letter does not fit any more</source>
        <translation>Brevet passer ikke mere</translation>
    </message>
    <message>
        <source>The letter has been sent</source>
        <translation>Brevet er sendt</translation>
    </message>
    <message>
        <source>No letter goes out: the citizen has died</source>
        <translation>Der går ingen breve ud: borgeren er død</translation>
    </message>
    <message>
        <source>The course has not ended</source>
        <translation>Forløbet er ikke afsluttet</translation>
    </message>
    <message>
        <source>The citizen has died</source>
        <translation>Borgeren er død</translation>
    </message>
    <message>
        <source>The course rests already</source>
        <translation>Forløbet er på pause i forvejen</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>Course</source>
        <translation>Forløb</translation>
    </message>
    <message>
        <source>There is no course yet to write this on.</source>
        <translation>Der er intet forløb at skrive det på endnu.</translation>
    </message>
</context>
<context>
    <name>RecordDialog</name>
    <message>
        <source>Tests</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notater</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
</context>
<context>
    <name>ReevaluationBox</name>
    <message numerus="yes">
        <source>Release the %n later training(s)</source>
        <translation>
            <numerusform>Frigiv %n senere træning</numerusform>
            <numerusform>Frigiv de %n senere træninger</numerusform>
        </translation>
    </message>
    <message>
        <source>Write a letter to the citizen afterwards</source>
        <translation>Skriv et brev til borgeren bagefter</translation>
    </message>
    <message>
        <source>Decide and close</source>
        <translation>Afgør og luk</translation>
    </message>
    <message>
        <source>Everything it rests on …</source>
        <translation>Alt, den bygger på …</translation>
    </message>
    <message>
        <source>Stayed away</source>
        <translation>Udeblevet</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Afbud</translation>
    </message>
    <message>
        <source>{came} came, {cancelled} cancelled, {missed} stayed away</source>
        <translation>{came} mødt, {cancelled} afbud, {missed} udeblevet</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Fremmøde</translation>
    </message>
    <message>
        <source>{n} of {whole} used</source>
        <translation>{n} af {whole} brugt</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Pakke</translation>
    </message>
    <message>
        <source>none noted</source>
        <translation>ingen noteret</translation>
    </message>
    <message>
        <source>{n} of {all} reached</source>
        <translation>{n} af {all} nået</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Mål</translation>
    </message>
    <message>
        <source>nothing booked</source>
        <translation>intet booket</translation>
    </message>
    <message>
        <source>{n}, next {day}</source>
        <translation>{n}, næste {day}</translation>
    </message>
    <message>
        <source>Booked ahead</source>
        <translation>Booket fremover</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Udfald</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Begrundelse</translation>
    </message>
    <message>
        <source>Why, in a few words</source>
        <translation>Hvorfor, i få ord</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>Vis stedet</translation>
    </message>
    <message>
        <source>Decided: {what}, {who}</source>
        <translation>Afgjort: {what}, {who}</translation>
    </message>
</context>
<context>
    <name>ReevaluationPage</name>
    <message>
        <source>The one before</source>
        <translation>Den forrige</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>Den næste</translation>
    </message>
    <message>
        <source>Evidence sheet</source>
        <translation>Bevisark</translation>
    </message>
    <message>
        <source>Back to Tasks</source>
        <translation>Tilbage til Opgaver</translation>
    </message>
    <message>
        <source>It has been answered.</source>
        <translation>Den er besvaret.</translation>
    </message>
    <message>
        <source>arose {day}</source>
        <translation>opstået {day}</translation>
    </message>
    <message>
        <source>Re-evaluation</source>
        <translation>Revurdering</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} af {all}</translation>
    </message>
    <message>
        <source>{came} came, {cancelled} cancelled, {missed} stayed away</source>
        <translation>{came} mødt, {cancelled} afbud, {missed} udeblevet</translation>
    </message>
    <message>
        <source>{n} of {whole} used</source>
        <translation>{n} af {whole} brugt</translation>
    </message>
    <message>
        <source>The course</source>
        <translation>Forløbet</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Hvad skete</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Meldt</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Tæller</translation>
    </message>
    <message>
        <source>Absences</source>
        <translation>Fravær</translation>
    </message>
    <message>
        <source>No message is noted</source>
        <translation>Ingen besked er noteret</translation>
    </message>
    <message>
        <source>Told {when}</source>
        <translation>Meldt {when}</translation>
    </message>
    <message>
        <source>{n} of {all} reached</source>
        <translation>{n} af {all} nået</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Mål</translation>
    </message>
    <message>
        <source>Reached {day}</source>
        <translation>Nået {day}</translation>
    </message>
    <message>
        <source>No goal is noted yet.</source>
        <translation>Der er ikke noteret mål endnu.</translation>
    </message>
    <message>
        <source>start to now</source>
        <translation>start til nu</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Udbytte</translation>
    </message>
    <message>
        <source>Nothing has been measured on this course yet.</source>
        <translation>Der er endnu ikke målt noget i dette forløb.</translation>
    </message>
</context>
<context>
    <name>RefusalPanel</name>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>This can be done</source>
        <translation>Det kan du gøre</translation>
    </message>
    <message>
        <source>Why it is booked all the same</source>
        <translation>Hvorfor der bookes alligevel</translation>
    </message>
    <message>
        <source>Book with the reason</source>
        <translation>Book med begrundelsen</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>Centres</source>
        <translation>Centre</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>Lokaler</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Medarbejdere</translation>
    </message>
    <message>
        <source>Standards and choices</source>
        <translation>Standarder og valg</translation>
    </message>
    <message>
        <source>Absences</source>
        <translation>Fravær</translation>
    </message>
    <message>
        <source>Closing days</source>
        <translation>Lukkedage</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>Pakker</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>GP clinics</source>
        <translation>Lægehuse</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Breve</translation>
    </message>
    <message>
        <source>Check at the end</source>
        <translation>Tjek til sidst</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Brugere</translation>
    </message>
    <message>
        <source>Access log</source>
        <translation>Adgangslog</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sikkerhedskopi</translation>
    </message>
    <message>
        <source>New centre</source>
        <translation>Nyt center</translation>
    </message>
    <message>
        <source>New room</source>
        <translation>Nyt lokale</translation>
    </message>
    <message>
        <source>New colleague</source>
        <translation>Ny medarbejder</translation>
    </message>
    <message>
        <source>New absence</source>
        <translation>Nyt fravær</translation>
    </message>
    <message>
        <source>New closing day</source>
        <translation>Ny lukkedag</translation>
    </message>
    <message>
        <source>New package</source>
        <translation>Ny pakke</translation>
    </message>
    <message>
        <source>New team</source>
        <translation>Nyt hold</translation>
    </message>
    <message>
        <source>New GP clinic</source>
        <translation>Nyt lægehus</translation>
    </message>
    <message>
        <source>Begin with your centre</source>
        <translation>Begynd med jeres center</translation>
    </message>
    <message>
        <source>Only its name is needed. Satellites are entered in the same way.</source>
        <translation>Kun navnet skal til. Satellitter skrives ind på samme måde.</translation>
    </message>
    <message>
        <source>Where do you train?</source>
        <translation>Hvilke lokaler træner I i?</translation>
    </message>
    <message>
        <source>The places are how many citizens a room holds at once.</source>
        <translation>Pladserne er, hvor mange borgere lokalet rummer på én gang.</translation>
    </message>
    <message>
        <source>Who works here?</source>
        <translation>Hvem arbejder her?</translation>
    </message>
    <message>
        <source>With working hours they can be booked at once.</source>
        <translation>Med arbejdstid kan de bookes med det samme.</translation>
    </message>
    <message>
        <source>Nobody is away from now on</source>
        <translation>Ingen er væk herfra</translation>
    </message>
    <message>
        <source>Holidays and courses are entered here; whom they hit is moved first.</source>
        <translation>Ferier og kurser skrives her; dem, de rammer, flyttes først.</translation>
    </message>
    <message>
        <source>No closing days to come</source>
        <translation>Ingen lukkedage forude</translation>
    </message>
    <message>
        <source>The holidays come by themselves; your own days are entered here.</source>
        <translation>Helligdagene kommer af sig selv; jeres egne dage skrives her.</translation>
    </message>
    <message>
        <source>What does the municipality grant?</source>
        <translation>Hvad bevilger kommunen?</translation>
    </message>
    <message>
        <source>A course can have a package from the list, or free figures.</source>
        <translation>Et forløb kan have en pakke fra listen eller frie tal.</translation>
    </message>
    <message>
        <source>No teams yet</source>
        <translation>Ingen hold endnu</translation>
    </message>
    <message>
        <source>A team with its meetings is made on the page Teams.</source>
        <translation>Et hold med sine mødetider laves på siden Hold.</translation>
    </message>
    <message>
        <source>No GP clinics yet</source>
        <translation>Ingen lægehuse endnu</translation>
    </message>
    <message>
        <source>They are needed for the end status.</source>
        <translation>De skal bruges til slutstatus.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Navn</translation>
    </message>
    <message>
        <source>&amp;Municipality</source>
        <translation>&amp;Kommune</translation>
    </message>
    <message>
        <source>&amp;Satellite of</source>
        <translation>&amp;Satellit under</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Telefon</translation>
    </message>
    <message>
        <source>&amp;Opening hours</source>
        <translation>Å&amp;bningstid</translation>
    </message>
    <message>
        <source>SO&amp;R code</source>
        <translation>SO&amp;R-kode</translation>
    </message>
    <message>
        <source>&amp;GLN number</source>
        <translation>&amp;GLN-nummer</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Hvem</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Fra</translation>
    </message>
    <message>
        <source>Thr&amp;ough</source>
        <translation>Til &amp;og med</translation>
    </message>
    <message>
        <source>No&amp;te</source>
        <translation>No&amp;te</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>S&amp;lags</translation>
    </message>
    <message>
        <source>P&amp;laces</source>
        <translation>&amp;Pladser</translation>
    </message>
    <message>
        <source>&amp;Equipment, with commas between</source>
        <translation>&amp;Udstyr, med komma imellem</translation>
    </message>
    <message>
        <source>&amp;Centre</source>
        <translation>&amp;Center</translation>
    </message>
    <message>
        <source>&amp;Initials</source>
        <translation>&amp;Initialer</translation>
    </message>
    <message>
        <source>&amp;Job title</source>
        <translation>S&amp;tilling</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Dag</translation>
    </message>
    <message>
        <source>N&amp;umber of trainings</source>
        <translation>&amp;Antal træninger</translation>
    </message>
    <message>
        <source>Mi&amp;nutes each</source>
        <translation>&amp;Minutter pr. træning</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Form</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>&amp;Lokale</translation>
    </message>
    <message>
        <source>&amp;Therapist</source>
        <translation>&amp;Terapeut</translation>
    </message>
    <message>
        <source>P&amp;ractice number</source>
        <translation>&amp;Ydernummer</translation>
    </message>
    <message>
        <source>Takes messages as F&amp;HIR</source>
        <translation>Tager imod F&amp;HIR</translation>
    </message>
    <message>
        <source>Gym</source>
        <translation>Sal</translation>
    </message>
    <message>
        <source>Treatment room</source>
        <translation>Boks</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>Bassin</translation>
    </message>
    <message>
        <source>Kitchen</source>
        <translation>Køkken</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andet</translation>
    </message>
    <message>
        <source>Your centre&apos;s name</source>
        <translation>Centrets navn</translation>
    </message>
    <message>
        <source>Working hours: {who}</source>
        <translation>Arbejdstid: {who}</translation>
    </message>
    <message>
        <source>A quality standard</source>
        <translation>En kvalitetsstandard</translation>
    </message>
    <message>
        <source>The first citizen</source>
        <translation>Den første borger</translation>
    </message>
    <message>
        <source>The first course</source>
        <translation>Det første forløb</translation>
    </message>
    <message>
        <source>the file is too large</source>
        <translation>filen er for stor</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>filen er tom</translation>
    </message>
    <message>
        <source>the file cannot be read as a table</source>
        <translation>filen kan ikke læses som en tabel</translation>
    </message>
    <message>
        <source>the column «{name}» is missing</source>
        <translation>kolonnen «{name}» mangler</translation>
    </message>
    <message>
        <source>the column «{name}» is not known</source>
        <translation>kolonnen «{name}» kendes ikke</translation>
    </message>
    <message>
        <source>the column «{name}» is there twice</source>
        <translation>kolonnen «{name}» er der to gange</translation>
    </message>
    <message>
        <source>line {n} has more fields than the heading, or a quotation mark is missing</source>
        <translation>linje {n} har flere felter end overskriften, eller et citationstegn mangler</translation>
    </message>
</context>
<context>
    <name>RegisterForm</name>
    <message>
        <source>Until {day}</source>
        <translation>Til {day}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>Take into use again</source>
        <translation>Tag i brug igen</translation>
    </message>
    <message>
        <source>Open on this day after all</source>
        <translation>Hold åbent den dag alligevel</translation>
    </message>
    <message>
        <source>Not away after all</source>
        <translation>Ikke væk alligevel</translation>
    </message>
    <message numerus="yes">
        <source>Responsible for %n running course(s).</source>
        <translation>
            <numerusform>Ansvarlig for %n forløb, der er i gang.</numerusform>
            <numerusform>Ansvarlig for %n forløb, der er i gang.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand them over, course by course.</source>
        <translation>Giv dem videre, forløb for forløb.</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>Tag ud af brug</translation>
    </message>
    <message>
        <source>Last da&amp;y of use</source>
        <translation>Sidste &amp;dag i brug</translation>
    </message>
    <message>
        <source>What has been stays as it was, with its name.</source>
        <translation>Det, der har været, bliver stående med sit navn.</translation>
    </message>
    <message>
        <source>Changed: {what}</source>
        <translation>Rettet: {what}</translation>
    </message>
    <message>
        <source>New: {what}</source>
        <translation>Ny: {what}</translation>
    </message>
    <message>
        <source>In use again: {what}</source>
        <translation>I brug igen: {what}</translation>
    </message>
    <message>
        <source>Out of use: {what}</source>
        <translation>Ud af brug: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) stand(s) after {day}.</source>
        <translation>
            <numerusform>%n træning står efter {day}.</numerusform>
            <numerusform>%n træninger står efter {day}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Move them on the absence page …</source>
        <translation>Flyt dem på siden Fravær …</translation>
    </message>
</context>
<context>
    <name>ReopenDialog</name>
    <message>
        <source>Open the course again</source>
        <translation>Åbn forløbet igen</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Hvorfor</translation>
    </message>
    <message>
        <source>Times that were released when it ended are booked anew.</source>
        <translation>Tider, der blev frigivet, da det sluttede, bookes på ny.</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Åbn igen</translation>
    </message>
    <message>
        <source>Why is missing.</source>
        <translation>Der mangler en grund.</translation>
    </message>
    <message>
        <source>Open again: {name}</source>
        <translation>Åbnet igen: {name}</translation>
    </message>
</context>
<context>
    <name>ResultDialog</name>
    <message>
        <source>Correct a result</source>
        <translation>Ret en måling</translation>
    </message>
    <message>
        <source>{test}, {day}: {value}</source>
        <translation>{test}, {day}: {value}</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Intet</translation>
    </message>
    <message>
        <source>Why, in a few words</source>
        <translation>Hvorfor, i få ord</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Ret</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Tag den væk</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>&amp;Resultat</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Dag</translation>
    </message>
    <message>
        <source>A&amp;id</source>
        <translation>H&amp;jælpemiddel</translation>
    </message>
    <message>
        <source>&amp;Why it is corrected</source>
        <translation>&amp;Hvorfor den rettes</translation>
    </message>
    <message>
        <source>Why it is corrected is missing.</source>
        <translation>Hvorfor den rettes mangler.</translation>
    </message>
    <message>
        <source>Press Enter once more if it is right.</source>
        <translation>Tryk Enter en gang til, hvis den er rigtig.</translation>
    </message>
    <message>
        <source>Result corrected: {what}, now {value}</source>
        <translation>Måling rettet: {what}, nu {value}</translation>
    </message>
    <message>
        <source>You have typed a new value. Press «Take it away» once more to take the result away all the same.</source>
        <translation>Du har tastet en ny værdi. Tryk «Tag den væk» én gang til, hvis målingen alligevel skal væk.</translation>
    </message>
    <message>
        <source>Result taken away: {what}</source>
        <translation>Måling taget væk: {what}</translation>
    </message>
</context>
<context>
    <name>RideDialog</name>
    <message>
        <source>Has a companion along</source>
        <translation>Har en ledsager med</translation>
    </message>
    <message>
        <source>Cannot ride with others</source>
        <translation>Kan ikke køre sammen med andre</translation>
    </message>
    <message>
        <source>min.</source>
        <translation>min.</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Kendes ikke</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Sidste dag</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Fra</translation>
    </message>
    <message>
        <source>&amp;Door and stairs</source>
        <translation>&amp;Dør og trapper</translation>
    </message>
    <message>
        <source>&amp;Aid (rollator, wheelchair)</source>
        <translation>&amp;Hjælpemiddel (rollator, kørestol)</translation>
    </message>
    <message>
        <source>&amp;Minutes each way, waiting included</source>
        <translation>&amp;Minutter hver vej, med ventetid</translation>
    </message>
    <message>
        <source>Rides</source>
        <translation>Kørsel</translation>
    </message>
    <message>
        <source>&amp;Why</source>
        <translation>&amp;Hvorfor</translation>
    </message>
    <message>
        <source>Let it lapse</source>
        <translation>Lad den bortfalde</translation>
    </message>
    <message>
        <source>Grant rides</source>
        <translation>Bevilg kørsel</translation>
    </message>
    <message>
        <source>longer than the target of the standard</source>
        <translation>længere end standardens mål</translation>
    </message>
    <message>
        <source>Why is missing.</source>
        <translation>Der mangler en grund.</translation>
    </message>
    <message>
        <source>Rides lapse: {name}</source>
        <translation>Kørsel bortfalder: {name}</translation>
    </message>
    <message>
        <source>Rides granted: {name}</source>
        <translation>Kørsel bevilget: {name}</translation>
    </message>
</context>
<context>
    <name>Right</name>
    <message>
        <source>Choice of supplier</source>
        <translation>Valg af leverandør</translation>
    </message>
    <message>
        <source>National free choice</source>
        <translation>Nationalt frit valg</translation>
    </message>
    <message>
        <source>Longest duration</source>
        <translation>Længste varighed</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Forlængelse</translation>
    </message>
    <message>
        <source>Ending with trainings left</source>
        <translation>Slut før pakken er brugt</translation>
    </message>
    <message>
        <source>Complaint over the decision</source>
        <translation>Klage over afgørelsen</translation>
    </message>
    <message>
        <source>Ride</source>
        <translation>Kørsel</translation>
    </message>
    <message>
        <source>When the ride lapses</source>
        <translation>Hvornår kørslen ophører</translation>
    </message>
    <message>
        <source>How long a ride takes</source>
        <translation>Rejsetid</translation>
    </message>
    <message>
        <source>Own transport</source>
        <translation>Egen transport</translation>
    </message>
</context>
<context>
    <name>Rights</name>
    <message>
        <source>Front desk</source>
        <translation>Skranke</translation>
    </message>
    <message>
        <source>Therapist</source>
        <translation>Terapeut</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Ansvarlig</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Leder</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Reader</source>
        <translation>Læser</translation>
    </message>
    <message>
        <source>Admin.</source>
        <translation>Admin.</translation>
    </message>
    <message>
        <source>See the calendar and teams</source>
        <translation>Se kalender og hold</translation>
    </message>
    <message>
        <source>Book, move and cancel</source>
        <translation>Booke, flytte og aflyse</translation>
    </message>
    <message>
        <source>Note attendance and cancellations</source>
        <translation>Notere fremmøde og afbud</translation>
    </message>
    <message>
        <source>Book against a rule, with a reason</source>
        <translation>Booke mod en regel, med grund</translation>
    </message>
    <message>
        <source>See citizens, transport and packages</source>
        <translation>Se stamdata, kørsel og pakke</translation>
    </message>
    <message>
        <source>Take citizens and courses in, and correct them</source>
        <translation>Oprette og rette borgere og forløb</translation>
    </message>
    <message>
        <source>Read notes, tests and goals</source>
        <translation>Læse notater, test og mål</translation>
    </message>
    <message>
        <source>Write notes and tests</source>
        <translation>Skrive notater og test</translation>
    </message>
    <message>
        <source>Decide and answer a re-evaluation</source>
        <translation>Afgøre, også en revurdering</translation>
    </message>
    <message>
        <source>Send the end status to the GP</source>
        <translation>Sende slutstatus til egen læge</translation>
    </message>
    <message>
        <source>See the access log</source>
        <translation>Se adgangsloggen</translation>
    </message>
    <message>
        <source>Standards, rooms and closing days</source>
        <translation>Standard, lokaler og lukkedage</translation>
    </message>
    <message>
        <source>Users, roles and keys</source>
        <translation>Brugere, roller og nøgler</translation>
    </message>
    <message>
        <source>Backups and the database</source>
        <translation>Sikkerhedskopi og database</translation>
    </message>
    <message>
        <source>It needs the right «{right}». An administrator gives roles.</source>
        <translation>Det kræver retten «{right}». En administrator giver roller.</translation>
    </message>
    <message>
        <source>It needs at least {n} signs: four words will do.</source>
        <translation>Den skal have mindst {n} tegn: fire ord er godt.</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>Den er for lang.</translation>
    </message>
    <message>
        <source>Everybody tries that first.</source>
        <translation>Den prøver alle først.</translation>
    </message>
    <message>
        <source>It is made of your own name.</source>
        <translation>Den er lavet af dit eget navn.</translation>
    </message>
    <message>
        <source>It repeats itself, or counts.</source>
        <translation>Den gentager sig selv eller tæller.</translation>
    </message>
</context>
<context>
    <name>RoleDialog</name>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rolle</translation>
    </message>
    <message>
        <source>Another role</source>
        <translation>Rolle skiftet</translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message>
        <source>The rule and its place</source>
        <translation>Reglen og dens sted</translation>
    </message>
    <message>
        <source>{place} of {law}</source>
        <translation>{place} i {law}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Version {version} · {place} in {source}</source>
        <translation>Udgave {version} · {place} i {source}</translation>
    </message>
    <message>
        <source>Key in the standard&apos;s file: {key}</source>
        <translation>Nøgle i standardens fil: {key}</translation>
    </message>
</context>
<context>
    <name>Running</name>
    <message>
        <source>The copy that is put back</source>
        <translation>Kopien, der lægges tilbage</translation>
    </message>
    <message>
        <source>The program could not start</source>
        <translation>Programmet kunne ikke starte</translation>
    </message>
</context>
<context>
    <name>SeriesDialog</name>
    <message>
        <source>Change the series</source>
        <translation>Ret serien</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Denne</translation>
    </message>
    <message>
        <source>This and following ({n})</source>
        <translation>Denne og følgende ({n})</translation>
    </message>
    <message>
        <source>All ({n})</source>
        <translation>Alle ({n})</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Hvor mange</translation>
    </message>
    <message>
        <source>min.</source>
        <translation>min.</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Som nu</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>Var</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>Bliver</translation>
    </message>
    <message>
        <source>In the way</source>
        <translation>I vejen</translation>
    </message>
    <message>
        <source>Dates of the series</source>
        <translation>Seriens datoer</translation>
    </message>
    <message>
        <source>Why it is booked all the same</source>
        <translation>Hvorfor der bookes alligevel</translation>
    </message>
    <message>
        <source>The citizen cancels</source>
        <translation>Borgeren melder afbud</translation>
    </message>
    <message>
        <source>The centre cancels</source>
        <translation>Centret aflyser</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ret</translation>
    </message>
    <message>
        <source>&amp;Day of this one</source>
        <translation>&amp;Dag for denne</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Tid</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>&amp;Varighed</translation>
    </message>
    <message>
        <source>T&amp;herapist</source>
        <translation>T&amp;erapeut</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>&amp;Lokale</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Ledig</translation>
    </message>
    <message>
        <source>What has been held is not changed; nothing of this series is left to change.</source>
        <translation>Det, der er holdt, rettes ikke; der er intet tilbage af serien at rette.</translation>
    </message>
    <message numerus="yes">
        <source>%n of them cannot be laid there and stay where they are, unless you say why.</source>
        <translation>
            <numerusform>%n af dem kan ikke ligge dér og bliver, hvor den er, medmindre du skriver hvorfor.</numerusform>
            <numerusform>%n af dem kan ikke ligge dér og bliver, hvor de er, medmindre du skriver hvorfor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n can be laid there.</source>
        <translation>
            <numerusform>%n kan lægges der.</numerusform>
            <numerusform>Alle %n kan lægges der.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n</source>
        <translation>
            <numerusform>Ret %n</numerusform>
            <numerusform>Ret %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Series changed: {who}</source>
        <translation>Serien er rettet: {who}</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Also what is out of use</source>
        <translation>Også det, der er ud af brug</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>&amp;Fetch from CSV …</source>
        <translation>&amp;Hent fra CSV …</translation>
    </message>
    <message>
        <source>&amp;Write as CSV …</source>
        <translation>&amp;Skriv som CSV …</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>Parts of the set-up</source>
        <translation>Opsætningens dele</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Navn</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rækker</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>Find i listen</translation>
    </message>
    <message>
        <source>{n} in use</source>
        <translation>{n} i brug</translation>
    </message>
    <message>
        <source>Next: {part}</source>
        <translation>Næste: {part}</translation>
    </message>
    <message>
        <source>Step {n} of {of}</source>
        <translation>Trin {n} af {of}</translation>
    </message>
    <message>
        <source>Write as CSV</source>
        <translation>Skriv som CSV</translation>
    </message>
    <message>
        <source>Fetch from CSV</source>
        <translation>Hent fra CSV</translation>
    </message>
</context>
<context>
    <name>SeveralDialog</name>
    <message>
        <source>Several therapists</source>
        <translation>Flere terapeuter</translation>
    </message>
    <message>
        <source>Therapists</source>
        <translation>Terapeuter</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Vis dem</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Fetch from CSV</source>
        <translation>Hent fra CSV</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linje</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Hvad den gør</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Hvilken</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Hvad</translation>
    </message>
    <message>
        <source>Lines of the file</source>
        <translation>Filens linjer</translation>
    </message>
    <message>
        <source>{new} new, {changed} changed, {same} as before, {wrong} cannot be taken</source>
        <translation>{new} nye, {changed} rettes, {same} som før, {wrong} kan ikke tages med</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Skriv</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Ny</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Rettes</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Som før</translation>
    </message>
    <message>
        <source>Cannot be</source>
        <translation>Kan ikke</translation>
    </message>
    <message>
        <source>Fetched from CSV: {what}</source>
        <translation>Hentet fra CSV: {what}</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>How it will look</source>
        <translation>Sådan ser det ud</translation>
    </message>
    <message>
        <source>Page {n}</source>
        <translation>Side {n}</translation>
    </message>
</context>
<context>
    <name>StandardsDialog</name>
    <message>
        <source>Standards</source>
        <translation>Standarder</translation>
    </message>
    <message>
        <source>The standards</source>
        <translation>Standarderne</translation>
    </message>
    <message>
        <source>the day in the file</source>
        <translation>dagen i filen</translation>
    </message>
    <message>
        <source>In use &amp;from</source>
        <translation>I brug &amp;fra</translation>
    </message>
    <message>
        <source>Take a file into use …</source>
        <translation>Tag en fil i brug …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>What the check found</source>
        <translation>Hvad kontrollen fandt</translation>
    </message>
    <message>
        <source>Not used: {why}</source>
        <translation>Ikke brugt: {why}</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>uden dato</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>fra {day}</translation>
    </message>
    <message>
        <source>{municipality} · version {version} · {since} · {bases}</source>
        <translation>{municipality} · udgave {version} · {since} · {bases}</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n regel</numerusform>
            <numerusform>%n regler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worked example(s)</source>
        <translation>
            <numerusform>%n eksempel</numerusform>
            <numerusform>%n eksempler</numerusform>
        </translation>
    </message>
    <message>
        <source>taken into use here</source>
        <translation>taget i brug her</translation>
    </message>
    <message>
        <source>comes with the program</source>
        <translation>følger med programmet</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Tag ud</translation>
    </message>
    <message>
        <source>Standard taken out: {name} {version}</source>
        <translation>Standard taget ud: {name} {version}</translation>
    </message>
    <message>
        <source>The standard&apos;s file</source>
        <translation>Standardens fil</translation>
    </message>
    <message>
        <source>Standards (*.toml)</source>
        <translation>Standarder (*.toml)</translation>
    </message>
    <message>
        <source>Standard taken into use: {name}</source>
        <translation>Standard taget i brug: {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) held. It is in use.</source>
        <translation>
            <numerusform>%n eksempel holdt. Den er i brug.</numerusform>
            <numerusform>%n eksempler holdt. Den er i brug.</numerusform>
        </translation>
    </message>
    <message>
        <source>{file} has no example.</source>
        <translation>{file} har intet eksempel.</translation>
    </message>
    <message>
        <source>«{name}» does not hold: {key} should be {expected}, and is {got}.</source>
        <translation>«{name}» holder ikke: {key} skulle være {expected}, men er {got}.</translation>
    </message>
</context>
<context>
    <name>StartTrouble</name>
    <message>
        <source>Try again</source>
        <translation>Prøv igen</translation>
    </message>
    <message>
        <source>Open something else …</source>
        <translation>Åbn noget andet …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Luk</translation>
    </message>
    <message>
        <source>Put a copy back …</source>
        <translation>Læg en kopi tilbage …</translation>
    </message>
</context>
<context>
    <name>State</name>
    <message>
        <source>Take the mark away</source>
        <translation>Fjern mærket</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Mødt</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>Afbud</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>Udeblivelse</translation>
    </message>
    <message>
        <source>Cancelled by the centre</source>
        <translation>Aflyst af centret</translation>
    </message>
    <message>
        <source>Therapist did not come</source>
        <translation>Terapeuten kom ikke</translation>
    </message>
    <message>
        <source>Called off: came too late</source>
        <translation>Aflyst: kom for sent</translation>
    </message>
</context>
<context>
    <name>StateDialog</name>
    <message>
        <source>{name} has died</source>
        <translation>{name} er død</translation>
    </message>
    <message>
        <source>{name} has moved away</source>
        <translation>{name} er fraflyttet</translation>
    </message>
    <message numerus="yes">
        <source>Release %n training(s) to come</source>
        <translation>
            <numerusform>Frigiv %n senere træning</numerusform>
            <numerusform>Frigiv %n senere træninger</numerusform>
        </translation>
    </message>
    <message>
        <source>No letter goes out any more. The courses are ended by a person.</source>
        <translation>Der går ingen breve ud mere. Forløbene afsluttes af en person.</translation>
    </message>
    <message>
        <source>The courses go on until a person ends them.</source>
        <translation>Forløbene fortsætter, til en person afslutter dem.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>&amp;Since</source>
        <translation>&amp;Siden</translation>
    </message>
</context>
<context>
    <name>StatusPage</name>
    <message>
        <source>Back</source>
        <translation>Tilbage</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Underskriv</translation>
    </message>
    <message>
        <source>Make ready for sending …</source>
        <translation>Gør klar til afsendelse …</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Ret</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Udskriv</translation>
    </message>
    <message>
        <source>part of its name or number</source>
        <translation>en del af navnet eller nummeret</translation>
    </message>
    <message>
        <source>The condition</source>
        <translation>Tilstanden</translation>
    </message>
    <message>
        <source>Take the curves of the tests along</source>
        <translation>Tag testkurver med</translation>
    </message>
    <message>
        <source>Take the plan for own training along</source>
        <translation>Tag egentræningsplanen med</translation>
    </message>
    <message>
        <source>The course was referred with XREF15</source>
        <translation>Forløbet er henvist med XREF15</translation>
    </message>
    <message>
        <source>The answer to an XREF15 is an XDIS15, and the system that took the referral in writes it. This status is not that answer.</source>
        <translation>Svaret på en XREF15 er en XDIS15, og den skrives i det system, der modtog henvisningen. Denne slutstatus er ikke det svar.</translation>
    </message>
    <message>
        <source>The course is still running: this status says how far it has come.</source>
        <translation>Forløbet er ikke slut: denne status siger, hvor langt det er nået.</translation>
    </message>
    <message>
        <source>&amp;Receiver</source>
        <translation>&amp;Modtager</translation>
    </message>
    <message>
        <source>The condition (Fælles Sprog III)</source>
        <translation>Tilstanden (Fælles Sprog III)</translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation>Sådan ser det ud</translation>
    </message>
    <message>
        <source>End status to the GP</source>
        <translation>Slutstatus til egen læge</translation>
    </message>
    <message>
        <source>takes FHIR</source>
        <translation>tager imod FHIR</translation>
    </message>
    <message>
        <source>takes XDIS91</source>
        <translation>tager imod XDIS91</translation>
    </message>
    <message>
        <source>Practice number {n}</source>
        <translation>Ydernummer {n}</translation>
    </message>
    <message>
        <source>Signed {when} by {who}.</source>
        <translation>Underskrevet {when} af {who}.</translation>
    </message>
    <message>
        <source>A part is too long for the page.</source>
        <translation>En del er for lang til siden.</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s) · A4</source>
        <translation>
            <numerusform>%n side · A4</numerusform>
            <numerusform>%n sider · A4</numerusform>
        </translation>
    </message>
    <message>
        <source>Several clinics match.</source>
        <translation>Flere klinikker passer.</translation>
    </message>
    <message>
        <source>No such clinic.</source>
        <translation>Ingen klinik hedder det.</translation>
    </message>
    <message>
        <source>GP clinic of {name}: {clinic}</source>
        <translation>Lægeklinik for {name}: {clinic}</translation>
    </message>
    <message>
        <source>The conclusion is missing.</source>
        <translation>Konklusionen mangler.</translation>
    </message>
    <message>
        <source>End status signed: {name}</source>
        <translation>Slutstatus underskrevet: {name}</translation>
    </message>
    <message>
        <source>It lies ready already. Press once more to make the same letter again.</source>
        <translation>Den ligger klar i forvejen. Tryk en gang til for at lave det samme brev igen.</translation>
    </message>
    <message>
        <source>Nothing was made: there is no consent for this clinic. The try is noted.</source>
        <translation>Intet er lavet: der er intet samtykke til denne klinik. Forsøget er noteret.</translation>
    </message>
    <message>
        <source>A correction: the signed one stays, and the new one names it.</source>
        <translation>En rettelse: den underskrevne bliver stående, og den nye nævner den.</translation>
    </message>
    <message>
        <source>The outbox, from where the municipality&apos;s system fetches</source>
        <translation>Udbakken, hvor kommunens system henter</translation>
    </message>
    <message>
        <source>Ready for sending: {name}</source>
        <translation>Klar til afsendelse: {name}</translation>
    </message>
    <message>
        <source>The outbox could not be written: {why}.</source>
        <translation>Udbakken kunne ikke skrives: {why}.</translation>
    </message>
    <message>
        <source>Ready for sending. The municipality&apos;s system fetches the files.</source>
        <translation>Klar til afsendelse. Kommunens system henter filerne.</translation>
    </message>
    <message>
        <source>XDIS91 cannot hold: {signs}</source>
        <translation>XDIS91 kan ikke skrive: {signs}</translation>
    </message>
    <message>
        <source>&amp;Conclusion: reached, partly or not, and what is asked of the GP</source>
        <translation>&amp;Konklusion: nået, delvist eller ikke, og hvad lægen spørges om</translation>
    </message>
    <message>
        <source>Rea&amp;son and goals</source>
        <translation>Års&amp;ag og mål</translation>
    </message>
    <message>
        <source>The cours&amp;e</source>
        <translation>&amp;Forløbet</translation>
    </message>
    <message>
        <source>Res&amp;ult</source>
        <translation>&amp;Resultat</translation>
    </message>
    <message>
        <source>&amp;Medical observations: falls, pain, dizziness</source>
        <translation>&amp;Bemærkninger: fald, smerter, svimmelhed</translation>
    </message>
    <message>
        <source>Recommendation and &amp;next step</source>
        <translation>Anbefaling og &amp;næste skridt</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Forsvundet</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Mindsket</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Uændret</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Forværret</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Hear the citizen before the course ends</source>
        <translation>Hør borgeren, før forløbet afsluttes</translation>
    </message>
    <message>
        <source>Decide that the course ends</source>
        <translation>Afgør, at forløbet afsluttes</translation>
    </message>
    <message>
        <source>Letter on the end of the course</source>
        <translation>Brev om, at forløbet er afsluttet</translation>
    </message>
    <message>
        <source>End status to the GP</source>
        <translation>Slutstatus til egen læge</translation>
    </message>
    <message>
        <source>The hearing was sent today</source>
        <translation>Partshøringen er sendt i dag</translation>
    </message>
    <message>
        <source>Decide: the course ends today</source>
        <translation>Afgør: forløbet afsluttes i dag</translation>
    </message>
    <message>
        <source>The letter was sent today</source>
        <translation>Brevet er sendt i dag</translation>
    </message>
    <message>
        <source>Make the status …</source>
        <translation>Lav status …</translation>
    </message>
</context>
<context>
    <name>Supplier</name>
    <message>
        <source>The training unit</source>
        <translation>Træningsenheden</translation>
    </message>
    <message>
        <source>The home care</source>
        <translation>Hjemmeplejen</translation>
    </message>
</context>
<context>
    <name>TaskKind</name>
    <message>
        <source>Re-evaluations</source>
        <translation>Revurderinger</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>Frister</translation>
    </message>
    <message>
        <source>Endings</source>
        <translation>Afslutninger</translation>
    </message>
    <message>
        <source>New times owed</source>
        <translation>Skyldige tider</translation>
    </message>
    <message>
        <source>Messages that were refused</source>
        <translation>Beskeder, der blev afvist</translation>
    </message>
</context>
<context>
    <name>TaskPanel</name>
    <message numerus="yes">
        <source>%n left to call</source>
        <translation>
            <numerusform>%n mangler at blive ringet op</numerusform>
            <numerusform>%n mangler at blive ringet op</numerusform>
        </translation>
    </message>
    <message>
        <source>The list is done</source>
        <translation>Listen er færdig</translation>
    </message>
    <message>
        <source>Call list done</source>
        <translation>Ringeliste færdig</translation>
    </message>
    <message>
        <source>Called off: {when}</source>
        <translation>Aflyst: {when}</translation>
    </message>
    <message>
        <source>New time: {when}</source>
        <translation>Ny tid: {when}</translation>
    </message>
    <message>
        <source>No number</source>
        <translation>Intet nummer</translation>
    </message>
    <message>
        <source>{who} is responsible · {standard}</source>
        <translation>{who} er ansvarlig · {standard}</translation>
    </message>
    <message>
        <source>Citizen&apos;s page</source>
        <translation>Borgerens side</translation>
    </message>
    <message>
        <source>No deadline</source>
        <translation>Ingen frist</translation>
    </message>
    <message>
        <source>By {day}</source>
        <translation>Frist {day}</translation>
    </message>
    <message>
        <source>It has been answered.</source>
        <translation>Den er besvaret.</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>Vis stedet</translation>
    </message>
    <message>
        <source>Counts from</source>
        <translation>Regnes fra</translation>
    </message>
    <message>
        <source>{clinic} did not get it</source>
        <translation>{clinic} fik den ikke</translation>
    </message>
    <message>
        <source>Receipt read</source>
        <translation>Kvittering læst</translation>
    </message>
    <message>
        <source>Mend the clinic&apos;s numbers in the set-up, and make the status ready again.</source>
        <translation>Ret klinikkens numre i opsætningen, og gør slutstatus klar igen.</translation>
    </message>
    <message>
        <source>Seen: I take it on</source>
        <translation>Set: jeg tager den</translation>
    </message>
    <message>
        <source>Seen: {name}</source>
        <translation>Set: {name}</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Sidste dag</translation>
    </message>
    <message>
        <source>a target</source>
        <translation>et mål</translation>
    </message>
    <message>
        <source>the citizen&apos;s right</source>
        <translation>borgerens ret</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>Det er</translation>
    </message>
    <message>
        <source>Later than this gives the citizen the national free choice.</source>
        <translation>Senere end det giver borgeren det nationale frie valg.</translation>
    </message>
    <message>
        <source>It &amp;happened on</source>
        <translation>Det &amp;skete den</translation>
    </message>
    <message>
        <source>Note the day</source>
        <translation>Notér dagen</translation>
    </message>
    <message>
        <source>{what}: {day}</source>
        <translation>{what}: {day}</translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
    <message>
        <source>Everyone&apos;s</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Whose tasks</source>
        <translation>Hvis opgaver</translation>
    </message>
    <message>
        <source>All centres</source>
        <translation>Alle centre</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Center</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle slags</translation>
    </message>
    <message>
        <source>Kind of task</source>
        <translation>Slags opgave</translation>
    </message>
    <message>
        <source>All deadlines …</source>
        <translation>Alle frister …</translation>
    </message>
    <message>
        <source>Re-evaluations on paper</source>
        <translation>Revurderinger på papir</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Opgave</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Hvorfor</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Hos</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Tilbage</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Opgaver</translation>
    </message>
    <message>
        <source>No deadline is near, and no course waits to be looked at.</source>
        <translation>Ingen frist er nær, og intet forløb venter på at blive set på.</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Intet venter</translation>
    </message>
    <message>
        <source>Re-evaluations</source>
        <translation>Revurderinger</translation>
    </message>
    <message>
        <source>To be called</source>
        <translation>Skal ringes op</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n åben</numerusform>
            <numerusform>%n åbne</numerusform>
        </translation>
    </message>
    <message>
        <source>{open}, {over} over the deadline</source>
        <translation>{open}, {over} over fristen</translation>
    </message>
    <message>
        <source>Over the deadline</source>
        <translation>Over fristen</translation>
    </message>
    <message>
        <source>Now and the next five working days</source>
        <translation>Nu og de næste fem hverdage</translation>
    </message>
    <message>
        <source>No deadline, the oldest first</source>
        <translation>Uden frist, de ældste først</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Senere</translation>
    </message>
    <message>
        <source>End proposed {day}</source>
        <translation>Afslutning foreslået {day}</translation>
    </message>
    <message>
        <source>The clinic did not get the end status</source>
        <translation>Klinikken fik ikke slutstatus</translation>
    </message>
    <message>
        <source>Absent {days}</source>
        <translation>Fraværende {days}</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n dag gammel</numerusform>
            <numerusform>%n dage gammel</numerusform>
        </translation>
    </message>
    <message>
        <source>No deadline set</source>
        <translation>Ingen frist sat</translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n tilbage</numerusform>
            <numerusform>%n tilbage</numerusform>
        </translation>
    </message>
    <message>
        <source>Call list</source>
        <translation>Ringeliste</translation>
    </message>
    <message>
        <source>made {day}</source>
        <translation>lavet {day}</translation>
    </message>
    <message>
        <source>They must be told</source>
        <translation>De skal have besked</translation>
    </message>
    <message>
        <source>Since {day}</source>
        <translation>Siden {day}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
    <message>
        <source>just over</source>
        <translation>lige over</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) ago</source>
        <translation>
            <numerusform>for %n hverdag siden</numerusform>
            <numerusform>for %n hverdage siden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n working day(s)</source>
        <translation>
            <numerusform>om %n hverdag</numerusform>
            <numerusform>om %n hverdage</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Åben</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamDialog</name>
    <message>
        <source>New team</source>
        <translation>Nyt hold</translation>
    </message>
    <message>
        <source>min.</source>
        <translation>min.</translation>
    </message>
    <message>
        <source>Make the team</source>
        <translation>Opret hold</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annullér</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Navn</translation>
    </message>
    <message>
        <source>&amp;Places</source>
        <translation>&amp;Pladser</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>&amp;Varighed</translation>
    </message>
    <message>
        <source>&amp;Therapist</source>
        <translation>&amp;Terapeut</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>&amp;Lokale</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Dag</translation>
    </message>
    <message>
        <source>T&amp;ime</source>
        <translation>T&amp;id</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Første dag</translation>
    </message>
    <message>
        <source>Thr&amp;ough</source>
        <translation>T&amp;il og med</translation>
    </message>
    <message>
        <source>Team made: {team}</source>
        <translation>Hold oprettet: {team}</translation>
    </message>
</context>
<context>
    <name>TeamSide</name>
    <message>
        <source>&amp;Citizen</source>
        <translation>&amp;Borger</translation>
    </message>
    <message>
        <source>times</source>
        <translation>gange</translation>
    </message>
    <message>
        <source>Until further notice</source>
        <translation>Indtil videre</translation>
    </message>
    <message>
        <source>Join the team from this meeting</source>
        <translation>Med på holdet fra dette møde</translation>
    </message>
    <message>
        <source>Drop in, this time only</source>
        <translation>Med denne ene gang</translation>
    </message>
    <message>
        <source>Wait for a place</source>
        <translation>Venter på en plads</translation>
    </message>
    <message>
        <source>Leave the team</source>
        <translation>Forlader holdet</translation>
    </message>
    <message>
        <source>Let this colleague take the meeting</source>
        <translation>Lad kollegaen tage mødet</translation>
    </message>
    <message>
        <source>Put the meetings in the calendar</source>
        <translation>Læg møderne i kalenderen</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>Hvem er med</translation>
    </message>
    <message>
        <source>Num&amp;ber of times</source>
        <translation>&amp;Antal gange</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Vikar</translation>
    </message>
    <message>
        <source>C&amp;olleague</source>
        <translation>K&amp;ollega</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Møder</translation>
    </message>
    <message>
        <source>Thr&amp;ough</source>
        <translation>T&amp;il og med</translation>
    </message>
    <message>
        <source>Waiting for a place</source>
        <translation>Venter på plads</translation>
    </message>
</context>
<context>
    <name>TeamsPage</name>
    <message>
        <source>Teams</source>
        <translation>Hold</translation>
    </message>
    <message numerus="yes">
        <source>%n team(s)</source>
        <translation>
            <numerusform>%n hold</numerusform>
            <numerusform>%n hold</numerusform>
        </translation>
    </message>
    <message>
        <source>Attendance list</source>
        <translation>Mødeliste</translation>
    </message>
    <message>
        <source>Type from paper</source>
        <translation>Indtast fra papir</translation>
    </message>
    <message>
        <source>Who takes part …</source>
        <translation>Hvem er med …</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Hold</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Næste</translation>
    </message>
    <message>
        <source>Meeting before</source>
        <translation>Mødet før</translation>
    </message>
    <message>
        <source>Meeting after</source>
        <translation>Mødet efter</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Møde</translation>
    </message>
    <message>
        <source>The rest came</source>
        <translation>Resten er mødt</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Borger</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Pakke</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>New team …</source>
        <translation>Nyt hold …</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Roster</source>
        <translation>Deltagere</translation>
    </message>
    <message>
        <source>M came · A cancelled · U stayed away · F late · Backspace takes back</source>
        <translation>M mødt · A afbud · U udeblevet · F forsinket · Backspace tager tilbage</translation>
    </message>
    <message>
        <source>Leave the team</source>
        <translation>Forlader holdet</translation>
    </message>
    <message numerus="yes">
        <source>%n without a mark</source>
        <translation>
            <numerusform>%n mangler fremmøde</numerusform>
            <numerusform>%n mangler fremmøde</numerusform>
        </translation>
    </message>
    <message>
        <source>No meeting in the calendar</source>
        <translation>Intet møde i kalenderen</translation>
    </message>
    <message>
        <source>{n} of {whole}</source>
        <translation>{n} af {whole}</translation>
    </message>
    <message>
        <source>{n} min. late</source>
        <translation>{n} min. forsinket</translation>
    </message>
    <message>
        <source>Ride</source>
        <translation>Kørsel</translation>
    </message>
    <message>
        <source>Nobody waits.</source>
        <translation>Ingen venter.</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>Tag med</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>siden {day}</translation>
    </message>
    <message numerus="yes">
        <source>The rest came: {team}, %n</source>
        <translation>
            <numerusform>Resten er mødt: {team}, %n</numerusform>
            <numerusform>Resten er mødt: {team}, %n</numerusform>
        </translation>
    </message>
    <message>
        <source>{who} leaves the team</source>
        <translation>{who} forlader holdet</translation>
    </message>
    <message>
        <source>Joined {team}: {who}</source>
        <translation>Med på {team}: {who}</translation>
    </message>
    <message>
        <source>Dropped in: {who}</source>
        <translation>Med denne gang: {who}</translation>
    </message>
    <message>
        <source>Waits for a place: {who}</source>
        <translation>Venter på plads: {who}</translation>
    </message>
    <message>
        <source>Taken in from the waiting list: {who}</source>
        <translation>Taget ind fra ventelisten: {who}</translation>
    </message>
    <message>
        <source>Left the team: {who}</source>
        <translation>Ude af holdet: {who}</translation>
    </message>
    <message>
        <source>{who} takes {team}</source>
        <translation>{who} tager {team}</translation>
    </message>
    <message>
        <source>Meetings put in the calendar through {day}</source>
        <translation>Møder lagt i kalenderen til og med {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s) made.</source>
        <translation>
            <numerusform>%n møde er lagt.</numerusform>
            <numerusform>%n møder er lagt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tests</name>
    <message>
        <source>Any time</source>
        <translation>Når som helst</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Ved start</translation>
    </message>
    <message>
        <source>Half way</source>
        <translation>Midtvejs</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Ved slut</translation>
    </message>
    <message>
        <source>That is off the test&apos;s scale.</source>
        <translation>Det ligger uden for testens skala.</translation>
    </message>
    <message>
        <source>That is an unusual value.</source>
        <translation>Det er en usædvanlig værdi.</translation>
    </message>
    <message>
        <source>That is far from the last one.</source>
        <translation>Det er langt fra den sidste.</translation>
    </message>
    <message>
        <source>That day is before the course began.</source>
        <translation>Den dag ligger før forløbets begyndelse.</translation>
    </message>
    <message>
        <source>Measured once</source>
        <translation>Målt én gang</translation>
    </message>
    <message>
        <source>Better, {by}. Counts from {size}.</source>
        <translation>Bedre, {by}. Tæller fra {size}.</translation>
    </message>
    <message>
        <source>Worse, {by}. Counts from {size}.</source>
        <translation>Dårligere, {by}. Tæller fra {size}.</translation>
    </message>
    <message>
        <source>No certain change, {by}. Counts from {size}.</source>
        <translation>Ingen sikker ændring, {by}. Tæller fra {size}.</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Uændret</translation>
    </message>
    <message>
        <source>Changed {by}. Nobody has found what counts.</source>
        <translation>Ændret {by}. Ingen har fundet, hvad der tæller.</translation>
    </message>
    <message>
        <source>{size} or {percent} %</source>
        <translation>{size} eller {percent} %</translation>
    </message>
    <message>
        <source>Lowest normal value at this age: {value}</source>
        <translation>Laveste normale værdi i den alder: {value}</translation>
    </message>
    <message>
        <source>Mean at this age: {value}</source>
        <translation>Gennemsnit i den alder: {value}</translation>
    </message>
    <message>
        <source>The aid is not the same each time.</source>
        <translation>Støtten er ikke den samme hver gang.</translation>
    </message>
</context>
<context>
    <name>TestsPanel</name>
    <message>
        <source>Save</source>
        <translation>Gem</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Test</translation>
    </message>
    <message>
        <source>&amp;Result</source>
        <translation>&amp;Resultat</translation>
    </message>
    <message>
        <source>A&amp;id</source>
        <translation>&amp;Støtte</translation>
    </message>
    <message>
        <source>When in the co&amp;urse</source>
        <translation>Hvornår i &amp;forløbet</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Dag</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Nothing has been measured on this course yet.</source>
        <translation>Der er ikke målt noget i forløbet endnu.</translation>
    </message>
    <message>
        <source>Due: {tests}</source>
        <translation>Mangler: {tests}</translation>
    </message>
    <message>
        <source>Correct …</source>
        <translation>Ret …</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ingen</translation>
    </message>
    <message>
        <source>raw score, 0-{most}</source>
        <translation>råscore, 0-{most}</translation>
    </message>
    <message>
        <source>seconds for {n} m</source>
        <translation>sekunder for {n} m</translation>
    </message>
    <message>
        <source>{unit}, up to {n} tries</source>
        <translation>{unit}, op til {n} forsøg</translation>
    </message>
    <message>
        <source>Press Enter once more if it is right.</source>
        <translation>Tryk Enter en gang til, hvis det er rigtigt.</translation>
    </message>
    <message>
        <source>Measured: {test}</source>
        <translation>Målt: {test}</translation>
    </message>
</context>
<context>
    <name>TextDialog</name>
    <message>
        <source>What</source>
        <translation>Hvad</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Ikke angivet</translation>
    </message>
    <message>
        <source>&amp;Functioning</source>
        <translation>&amp;Funktionsevne</translation>
    </message>
    <message>
        <source>Examinations and plan</source>
        <translation>Undersøgelser og plan</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Tekst</translation>
    </message>
    <message>
        <source>Nothing is written yet.</source>
        <translation>Der er ikke skrevet noget endnu.</translation>
    </message>
    <message>
        <source>First talk</source>
        <translation>Første samtale</translation>
    </message>
    <message>
        <source>Start examination</source>
        <translation>Startundersøgelse</translation>
    </message>
    <message>
        <source>End examination</source>
        <translation>Slutundersøgelse</translation>
    </message>
    <message>
        <source>Own training</source>
        <translation>Egentræning</translation>
    </message>
    <message>
        <source>no limitations</source>
        <translation>ingen begrænsninger</translation>
    </message>
    <message>
        <source>slight limitations</source>
        <translation>lette begrænsninger</translation>
    </message>
    <message>
        <source>moderate limitations</source>
        <translation>moderate begrænsninger</translation>
    </message>
    <message>
        <source>severe limitations</source>
        <translation>svære begrænsninger</translation>
    </message>
    <message>
        <source>total limitations</source>
        <translation>totale begrænsninger</translation>
    </message>
    <message>
        <source>not relevant</source>
        <translation>ikke relevant</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>More choices</source>
        <translation>Flere valg</translation>
    </message>
</context>
<context>
    <name>Trigger</name>
    <message>
        <source>Re-evaluation: first no-show</source>
        <translation>Revurdering: første udeblivelse</translation>
    </message>
    <message>
        <source>Re-evaluation: no-show number {n}</source>
        <translation>Revurdering: udeblivelse nr. {n}</translation>
    </message>
    <message>
        <source>Re-evaluation: {n} absences</source>
        <translation>Revurdering: {n} fravær</translation>
    </message>
    <message>
        <source>Re-evaluation by the calendar</source>
        <translation>Revurdering efter kalenderen</translation>
    </message>
    <message>
        <source>Longest duration reached</source>
        <translation>Længste varighed er nået</translation>
    </message>
    <message>
        <source>The package is used</source>
        <translation>Pakken er brugt</translation>
    </message>
    <message>
        <source>Nothing heard after a no-show</source>
        <translation>Intet hørt efter en udeblivelse</translation>
    </message>
    <message>
        <source>Call the citizen: {n} absences</source>
        <translation>Ring til borgeren: {n} fravær</translation>
    </message>
    <message>
        <source>Write to the citizen: {n} absences</source>
        <translation>Skriv til borgeren: {n} fravær</translation>
    </message>
    <message>
        <source>To be noted: {n} absences</source>
        <translation>Skal noteres: {n} fravær</translation>
    </message>
    <message>
        <source>The citizen has been called</source>
        <translation>Der er ringet til borgeren</translation>
    </message>
    <message>
        <source>The letter has been sent</source>
        <translation>Brevet er sendt</translation>
    </message>
    <message>
        <source>It has been noted</source>
        <translation>Det er noteret</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Somebody else is writing right now</source>
        <translation>En anden skriver lige nu</translation>
    </message>
    <message>
        <source>Nothing has been changed. Try again in a moment.</source>
        <translation>Intet er ændret. Prøv igen om lidt.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Disken er fuld</translation>
    </message>
    <message>
        <source>Nothing has been changed. Make room on the disk, and try again.</source>
        <translation>Intet er ændret. Gør plads på disken, og prøv igen.</translation>
    </message>
    <message>
        <source>Nothing can be saved here</source>
        <translation>Der kan ikke gemmes her</translation>
    </message>
    <message>
        <source>The database or its folder may only be read by this user.</source>
        <translation>Databasen eller dens mappe må kun læses af denne bruger.</translation>
    </message>
    <message>
        <source>You have no right to the file or the folder</source>
        <translation>Du har ikke ret til filen eller mappen</translation>
    </message>
    <message>
        <source>The file or the folder is not there</source>
        <translation>Filen eller mappen findes ikke</translation>
    </message>
    <message>
        <source>It is a folder, not a file</source>
        <translation>Det er en mappe, ikke en fil</translation>
    </message>
    <message>
        <source>The file cannot be opened</source>
        <translation>Filen kan ikke åbnes</translation>
    </message>
    <message>
        <source>It is not a database, or the key file does not belong to it.</source>
        <translation>Den er ikke en database, eller nøglefilen hører ikke til den.</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Serveren svarer ikke</translation>
    </message>
    <message>
        <source>Nothing has been changed. Are the network and the server running?</source>
        <translation>Intet er ændret. Er netværket og serveren i gang?</translation>
    </message>
    <message>
        <source>The address cannot be used</source>
        <translation>Adressen kan ikke bruges</translation>
    </message>
    <message>
        <source>The key file is missing</source>
        <translation>Nøglefilen mangler</translation>
    </message>
    <message>
        <source>Without {where} the database cannot be opened. Put the file back beside it.</source>
        <translation>Uden {where} kan databasen ikke åbnes. Læg filen tilbage ved siden af den.</translation>
    </message>
    <message>
        <source>The database is newer than the program</source>
        <translation>Databasen er nyere end programmet</translation>
    </message>
    <message>
        <source>Update the program on this computer ({where}).</source>
        <translation>Opdater programmet på denne computer ({where}).</translation>
    </message>
    <message>
        <source>No copy could be made</source>
        <translation>Der kunne ikke laves en kopi</translation>
    </message>
    <message>
        <source>A copy is taken before the database is brought up to date. Nothing has been changed. {where}</source>
        <translation>Der tages en kopi, før databasen opgraderes. Intet er ændret. {where}</translation>
    </message>
    <message>
        <source>The database is gone</source>
        <translation>Databasen er væk</translation>
    </message>
    <message>
        <source>It has been here: {where}. Find it, or put a copy back.</source>
        <translation>Den har ligget her: {where}. Find den, eller læg en kopi tilbage.</translation>
    </message>
    <message>
        <source>The database has been emptied</source>
        <translation>Databasen er tømt</translation>
    </message>
    <message>
        <source>The file is there, but nothing is in it: {where}. Put a copy back.</source>
        <translation>Filen er der, men der er intet i den: {where}. Læg en kopi tilbage.</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>Databasen er beskadiget</translation>
    </message>
    <message>
        <source>Leave the file as it is, and put a copy back.</source>
        <translation>Lad filen ligge, som den er, og læg en kopi tilbage.</translation>
    </message>
    <message>
        <source>The journal does not hold together</source>
        <translation>Journalen hænger ikke sammen</translation>
    </message>
    <message>
        <source>It breaks at {where}. Run «trainer-desktop verify», which says more.</source>
        <translation>Den brydes ved {where}. Kør «trainer-desktop verify», som siger mere.</translation>
    </message>
    <message>
        <source>The database lacks changes that were saved</source>
        <translation>Databasen mangler ændringer, som var gemt</translation>
    </message>
    <message>
        <source>Numbers {where} are missing: the file is older than it should be. Put the right one back, or let this one hold with «trainer-desktop verify --accept».</source>
        <translation>Nr. {where} mangler: filen er ældre, end den skal være. Læg den rigtige tilbage, eller lad denne gælde med «trainer-desktop verify --accept».</translation>
    </message>
    <message>
        <source>The disk cannot be read or written</source>
        <translation>Disken kan ikke læses eller skrives</translation>
    </message>
    <message>
        <source>Is it full, or has it been taken out?</source>
        <translation>Er den fuld eller taget ud?</translation>
    </message>
    <message>
        <source>The database lies on a network drive</source>
        <translation>Databasen ligger på et netværksdrev</translation>
    </message>
    <message>
        <source>Two computers would damage it there ({where}). Put it on this computer&apos;s own disk, or use a PostgreSQL server.</source>
        <translation>To maskiner ville ødelægge den der ({where}). Læg den på maskinens egen disk, eller brug en PostgreSQL-server.</translation>
    </message>
    <message>
        <source>The database is protected</source>
        <translation>Databasen er beskyttet</translation>
    </message>
    <message>
        <source>Somebody with a password must open it.</source>
        <translation>En med adgangskode skal åbne den.</translation>
    </message>
    <message>
        <source>That is not right</source>
        <translation>Det passer ikke</translation>
    </message>
    <message>
        <source>The initials and the password do not belong together.</source>
        <translation>Initialer og adgangskode hører ikke sammen.</translation>
    </message>
    <message>
        <source>Too many wrong passwords</source>
        <translation>Forkert for mange gange</translation>
    </message>
    <message>
        <source>Wait {where} seconds, and try again.</source>
        <translation>Vent {where} sekunder, og prøv igen.</translation>
    </message>
</context>
<context>
    <name>UserDialog</name>
    <message>
        <source>New user</source>
        <translation>Ny bruger</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>&amp;Initials</source>
        <translation>&amp;Initialer</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Navn</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rolle</translation>
    </message>
    <message>
        <source>&amp;Last day, for a stand-in</source>
        <translation>&amp;Sidste dag, for en vikar</translation>
    </message>
    <message>
        <source>Something is missing here.</source>
        <translation>Her mangler noget.</translation>
    </message>
    <message>
        <source>Choose a role.</source>
        <translation>Vælg en rolle.</translation>
    </message>
</context>
<context>
    <name>UsersPart</name>
    <message>
        <source>User</source>
        <translation>Bruger</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Last here</source>
        <translation>Sidst på</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Brugere</translation>
    </message>
    <message>
        <source>What a role may do</source>
        <translation>Hvad en rolle må</translation>
    </message>
    <message>
        <source>New user …</source>
        <translation>Ny bruger …</translation>
    </message>
    <message>
        <source>A right is given by the role only. What one may not do is absent, or says why.</source>
        <translation>En ret gives kun gennem rollen. Det, man ikke må, vises ikke, eller siger hvorfor.</translation>
    </message>
    <message>
        <source>✓ yes   own: in the courses that one is responsible for   – no</source>
        <translation>✓ ja   egne: i de forløb, man er ansvarlig for   – nej</translation>
    </message>
    <message>
        <source>never</source>
        <translation>aldrig</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>no colleague</source>
        <translation>ikke medarbejder</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Lukket</translation>
    </message>
    <message>
        <source>Until {day}</source>
        <translation>Til {day}</translation>
    </message>
    <message>
        <source>The demo centre has no users; your own centre gets them.</source>
        <translation>Democentret har ingen brugere; jeres eget center får dem.</translation>
    </message>
    <message>
        <source>Everybody who has this computer can read everything. Begin with yourself.</source>
        <translation>Alle, der har denne computer, kan læse alt. Begynd med dig selv.</translation>
    </message>
    <message>
        <source>Nobody needs a password yet</source>
        <translation>Ingen behøver en adgangskode endnu</translation>
    </message>
    <message>
        <source>Protect the centre&apos;s data …</source>
        <translation>Beskyt centrets data …</translation>
    </message>
    <message>
        <source>Another role …</source>
        <translation>Skift rolle …</translation>
    </message>
    <message>
        <source>New password …</source>
        <translation>Ny adgangskode …</translation>
    </message>
    <message>
        <source>Close access</source>
        <translation>Luk adgang</translation>
    </message>
    <message>
        <source>New recovery code …</source>
        <translation>Ny gendannelseskode …</translation>
    </message>
    <message>
        <source>own</source>
        <translation>egne</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Gendannelseskode</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Progress</source>
        <translation>Fremskridt</translation>
    </message>
    <message>
        <source>The demo centre is being made ready; only this first time.</source>
        <translation>Democentret gøres klar; kun denne første gang.</translation>
    </message>
</context>
<context>
    <name>WaitingDrawer</name>
    <message>
        <source>Waiting list</source>
        <translation>Venteliste</translation>
    </message>
    <message>
        <source>Close the waiting list</source>
        <translation>Luk ventelisten</translation>
    </message>
    <message>
        <source>Drag somebody onto a free time.</source>
        <translation>Træk en borger hen på en ledig tid.</translation>
    </message>
    <message>
        <source>Nobody waits for a training.</source>
        <translation>Ingen venter på en træning.</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message numerus="yes">
        <source>%n free time(s)</source>
        <translation>
            <numerusform>%n ledig tid</numerusform>
            <numerusform>%n ledige tider</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n venter</numerusform>
            <numerusform>%n venter</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting list</source>
        <translation>Venteliste</translation>
    </message>
    <message>
        <source>Free times</source>
        <translation>Ledige tider</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Hvad vises</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Therapist</source>
        <translation>Terapeut</translation>
    </message>
    <message>
        <source>Room or team</source>
        <translation>Lokale eller hold</translation>
    </message>
    <message>
        <source>Left by</source>
        <translation>Efter</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Borger</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Venter på</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Siden</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>Pakke</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>&amp;Citizen</source>
        <translation>&amp;Borger</translation>
    </message>
    <message>
        <source>Whoever is free</source>
        <translation>Den, der er ledig</translation>
    </message>
    <message>
        <source>min.</source>
        <translation>min.</translation>
    </message>
    <message>
        <source>Only between</source>
        <translation>Kun mellem</translation>
    </message>
    <message>
        <source>Earliest</source>
        <translation>Tidligst</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Senest</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Put on the waiting list</source>
        <translation>Sæt på ventelisten</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Tag af listen</translation>
    </message>
    <message>
        <source>New on the list</source>
        <translation>Ny på listen</translation>
    </message>
    <message>
        <source>F&amp;orm</source>
        <translation>F&amp;orm</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>&amp;Varighed</translation>
    </message>
    <message>
        <source>&amp;Therapist</source>
        <translation>&amp;Terapeut</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dage</translation>
    </message>
    <message>
        <source>The chosen one</source>
        <translation>Den valgte</translation>
    </message>
    <message>
        <source>No time is free</source>
        <translation>Ingen tid er ledig</translation>
    </message>
    <message>
        <source>When somebody cancels in the next two weeks, the time stands here until it is taken.</source>
        <translation>Når nogen melder afbud i de næste to uger, står tiden her, til den er taget.</translation>
    </message>
    <message numerus="yes">
        <source>%n on the waiting list fit(s)</source>
        <translation>
            <numerusform>%n på ventelisten passer</numerusform>
            <numerusform>%n på ventelisten passer</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is on the waiting list.</source>
        <translation>Ingen står på ventelisten.</translation>
    </message>
    <message>
        <source>Nobody on the waiting list fits.</source>
        <translation>Ingen på ventelisten passer.</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>senest {day}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>siden {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) can be booked</source>
        <translation>
            <numerusform>%n træning kan bookes</numerusform>
            <numerusform>%n træninger kan bookes</numerusform>
        </translation>
    </message>
    <message>
        <source>No number</source>
        <translation>Intet nummer</translation>
    </message>
    <message>
        <source>Yes: book</source>
        <translation>Ja: book</translation>
    </message>
    <message>
        <source>Booked: {who}, {day} {time}</source>
        <translation>Booket: {who}, {day} {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n free</source>
        <translation>
            <numerusform>%n kan bookes</numerusform>
            <numerusform>%n kan bookes</numerusform>
        </translation>
    </message>
    <message>
        <source>On the waiting list: {who}</source>
        <translation>På ventelisten: {who}</translation>
    </message>
    <message>
        <source>Off the waiting list: {who}</source>
        <translation>Af ventelisten: {who}</translation>
    </message>
</context>
<context>
    <name>WaitingRow</name>
    <message>
        <source>since {day}</source>
        <translation>siden {day}</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>senest {day}</translation>
    </message>
</context>
<context>
    <name>Wish</name>
    <message>
        <source>Agrees</source>
        <translation>Er enig</translation>
    </message>
    <message>
        <source>Does not agree</source>
        <translation>Er ikke enig</translation>
    </message>
    <message>
        <source>The citizen</source>
        <translation>Borgeren</translation>
    </message>
    <message>
        <source>The citizen knows these facts already</source>
        <translation>Borgeren kender allerede oplysningerne</translation>
    </message>
    <message>
        <source>Write the hearing …</source>
        <translation>Skriv høringen …</translation>
    </message>
    <message>
        <source>The citizen must be heard first: write the hearing, and say when it is sent.</source>
        <translation>Borgeren skal høres først: skriv høringen, og notér, hvornår den er sendt.</translation>
    </message>
</context>
<context>
    <name>Wished</name>
    <message>
        <source>only these days</source>
        <translation>kun disse dage</translation>
    </message>
    <message>
        <source>only these hours</source>
        <translation>kun dette tidsrum</translation>
    </message>
    <message>
        <source>only this therapist</source>
        <translation>kun denne terapeut</translation>
    </message>
    <message>
        <source>the room</source>
        <translation>lokalet</translation>
    </message>
    <message>
        <source>the equipment</source>
        <translation>udstyret</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>sidste dag</translation>
    </message>
    <message>
        <source>the weeks left out</source>
        <translation>de udeladte uger</translation>
    </message>
    <message>
        <source>so few a week</source>
        <translation>så få om ugen</translation>
    </message>
</context>
<context>
    <name>WishesPanel</name>
    <message>
        <source>min.</source>
        <translation>min.</translation>
    </message>
    <message>
        <source>Whoever is free</source>
        <translation>Den, der er ledig</translation>
    </message>
    <message>
        <source>Any that suits</source>
        <translation>Et, der passer</translation>
    </message>
    <message>
        <source>None needed</source>
        <translation>Ikke nødvendigt</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Hele dagen</translation>
    </message>
    <message>
        <source>Morning, 8–12</source>
        <translation>Formiddag, 8–12</translation>
    </message>
    <message>
        <source>Afternoon, 12–16</source>
        <translation>Eftermiddag, 12–16</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>Fra – til</translation>
    </message>
    <message>
        <source>Earliest</source>
        <translation>Tidligst</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Senest</translation>
    </message>
    <message>
        <source>Only these days</source>
        <translation>Kun disse dage</translation>
    </message>
    <message>
        <source>Only these hours</source>
        <translation>Kun dette tidsrum</translation>
    </message>
    <message>
        <source>Only this therapist</source>
        <translation>Kun denne terapeut</translation>
    </message>
    <message>
        <source>Not later than</source>
        <translation>Senest</translation>
    </message>
    <message>
        <source>E&amp;quipment</source>
        <translation>&amp;Udstyr</translation>
    </message>
    <message>
        <source>Wishes</source>
        <translation>Ønsker</translation>
    </message>
    <message>
        <source>&amp;First day, at the earliest</source>
        <translation>&amp;Første dag, tidligst</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>&amp;Antal</translation>
    </message>
    <message>
        <source>A &amp;week</source>
        <translation>Om &amp;ugen</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>&amp;Varighed</translation>
    </message>
    <message>
        <source>F&amp;orm</source>
        <translation>F&amp;orm</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Dage</translation>
    </message>
    <message>
        <source>&amp;Hours</source>
        <translation>Ti&amp;dsrum</translation>
    </message>
    <message>
        <source>&amp;Therapist</source>
        <translation>&amp;Terapeut</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>&amp;Lokale</translation>
    </message>
    <message>
        <source>Not in wee&amp;k</source>
        <translation>I&amp;kke i uge</translation>
    </message>
</context>
</TS>
