<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BookingPanel</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) can be booked</source>
        <translation>
            <numerusform>%n training can be booked</numerusform>
            <numerusform>%n trainings can be booked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarActions</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarBar</name>
    <message numerus="yes">
        <source>%n team(s)</source>
        <translation>
            <numerusform>%n team</numerusform>
            <numerusform>%n teams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n therapist(s)</source>
        <translation>
            <numerusform>%n therapist</numerusform>
            <numerusform>%n therapists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n room(s)</source>
        <translation>
            <numerusform>%n room</numerusform>
            <numerusform>%n rooms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CitizensPage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln citizen(s); those in a course are shown first</source>
        <translation>
            <numerusform>%Ln citizen; those in a course are shown first</numerusform>
            <numerusform>%Ln citizens; those in a course are shown first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message numerus="yes">
        <source>%n later training(s) is (are) released.</source>
        <translation>
            <numerusform>%n later training is (are) released.</numerusform>
            <numerusform>%n later trainings is (are) released.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ConsequencePanel</name>
    <message numerus="yes">
        <source>%n on the waiting list fit(s)</source>
        <translation>
            <numerusform>%n on the waiting list fits</numerusform>
            <numerusform>%n on the waiting list fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactCard</name>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayItemModel</name>
    <message numerus="yes">
        <source>%n training(s)</source>
        <translation>
            <numerusform>%n training</numerusform>
            <numerusform>%n trainings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExtraDialog</name>
    <message numerus="yes">
        <source>%n extra training(s) given</source>
        <translation>
            <numerusform>%n extra training given</numerusform>
            <numerusform>%n extra trainings given</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HoursPanel</name>
    <message numerus="yes">
        <source>%n training(s) now lie(s) outside the hours.</source>
        <translation>
            <numerusform>%n training now lie outside the hours.</numerusform>
            <numerusform>%n trainings now lies outside the hours.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n row(s) of an earlier export are gone; they stay here.</source>
        <translation>
            <numerusform>%n row of an earlier export is gone; it stays here.</numerusform>
            <numerusform>%n rows of an earlier export are gone; they stay here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) were changed both here and there; choose in the list.</source>
        <translation>
            <numerusform>%n value was changed both here and there; choose in the list.</numerusform>
            <numerusform>%n values were changed both here and there; choose in the list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message numerus="yes">
        <source>The time is free: %n fit(s)</source>
        <translation>
            <numerusform>The time is free: %n fits</numerusform>
            <numerusform>The time is free: %n fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListView</name>
    <message numerus="yes">
        <source>%n training(s)</source>
        <translation>
            <numerusform>%n training</numerusform>
            <numerusform>%n trainings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ManyDialog</name>
    <message numerus="yes">
        <source>The package pays for %n of them.</source>
        <translation>
            <numerusform>The package pays for %n of them.</numerusform>
            <numerusform>The package pays for %n of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n course(s) come(s) along.</source>
        <translation>
            <numerusform>%n course come along.</numerusform>
            <numerusform>%n courses comes along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessagesPage</name>
    <message numerus="yes">
        <source>%n course(s) ended without</source>
        <translation>
            <numerusform>%n course ended without</numerusform>
            <numerusform>%n courses ended without</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n try(tries) noted</source>
        <translation>
            <numerusform>%n try noted</numerusform>
            <numerusform>%n tries noted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <translation>
            <numerusform>%n fault</numerusform>
            <numerusform>%n faults</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MiniCalendar</name>
    <message numerus="yes">
        <source>%n training(s) in the calendar</source>
        <translation>
            <numerusform>%n training in the calendar</numerusform>
            <numerusform>%n trainings in the calendar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MyDayPage</name>
    <message numerus="yes">
        <source>{test} and %n more</source>
        <translation>
            <numerusform>{test} and %n more</numerusform>
            <numerusform>{test} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from earlier days without a mark</source>
        <translation>
            <numerusform>%n from earlier days without a mark</numerusform>
            <numerusform>%n from earlier days without a mark</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n re-evaluation(s) that are yours</source>
        <translation>
            <numerusform>%n re-evaluation that is yours</numerusform>
            <numerusform>%n re-evaluations that are yours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message numerus="yes">
        <source>%n training(s) can be booked</source>
        <translation>
            <numerusform>%n training can be booked</numerusform>
            <numerusform>%n trainings can be booked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training(s), large print</source>
        <translation>
            <numerusform>%n training, large print</numerusform>
            <numerusform>%n trainings, large print</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PauseDialog</name>
    <message numerus="yes">
        <source>Release %n training(s) in between</source>
        <translation>
            <numerusform>Release %n training in between</numerusform>
            <numerusform>Release %n trainings in between</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlannerPage</name>
    <message numerus="yes">
        <source>{who} · %n training(s) of {minutes} min.</source>
        <translation>
            <numerusform>{who} · %n training of {minutes} min.</numerusform>
            <numerusform>{who} · %n trainings of {minutes} min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Book %n training(s)</source>
        <translation>
            <numerusform>Book %n training</numerusform>
            <numerusform>Book %n trainings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) booked</source>
        <translation>
            <numerusform>%n training booked</numerusform>
            <numerusform>%n trainings booked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clash(es)</source>
        <translation>
            <numerusform>%n clash</numerusform>
            <numerusform>%n clashes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The start is %n day(s) too late: it was due {day}.</source>
        <translation>
            <numerusform>The start is %n day too late: it was due {day}.</numerusform>
            <numerusform>The start is %n days too late: it was due {day}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) booked already, until</source>
        <translation>
            <numerusform>%n training booked already, until</numerusform>
            <numerusform>%n trainings booked already, until</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of therapist.</source>
        <translation>
            <numerusform>%n change of therapist.</numerusform>
            <numerusform>%n changes of therapist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) booked: {who}</source>
        <translation>
            <numerusform>%n training booked: {who}</numerusform>
            <numerusform>%n trainings booked: {who}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plurals</name>
    <message numerus="yes">
        <source>%n citizen(s)</source>
        <translation>
            <numerusform>%n citizen</numerusform>
            <numerusform>%n citizens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n extra</source>
        <translation>
            <numerusform>%n extra</numerusform>
            <numerusform>%n extra</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n booked</source>
        <translation>
            <numerusform>%n booked</numerusform>
            <numerusform>%n booked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over</source>
        <translation>
            <numerusform>%n over</numerusform>
            <numerusform>%n over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free</source>
        <translation>
            <numerusform>%n free</numerusform>
            <numerusform>%n free</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is (are) left.</source>
        <translation>
            <numerusform>%n is left.</numerusform>
            <numerusform>%n are left.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Free</source>
        <comment>%n trainings</comment>
        <translation>
            <numerusform>Free</numerusform>
            <numerusform>Free</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancellation(s)</source>
        <translation>
            <numerusform>%n cancellation</numerusform>
            <numerusform>%n cancellations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled by the centre</source>
        <translation>
            <numerusform>%n cancelled by the centre</numerusform>
            <numerusform>%n cancelled by the centre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late cancellation(s) or no-show(s)</source>
        <translation>
            <numerusform>%n late cancellation or no-show</numerusform>
            <numerusform>%n late cancellations or no-shows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n want(s) another team, or none</source>
        <translation>
            <numerusform>%n wants another team, or none</numerusform>
            <numerusform>%n want another team, or none</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) at another centre</source>
        <translation>
            <numerusform>%n waits at another centre</numerusform>
            <numerusform>%n wait at another centre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n want(s) another form</source>
        <translation>
            <numerusform>%n wants another form</numerusform>
            <numerusform>%n want another form</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n has (have) used the package</source>
        <translation>
            <numerusform>%n has used the package</numerusform>
            <numerusform>%n have used the package</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n want(s) another therapist</source>
        <translation>
            <numerusform>%n wants another therapist</numerusform>
            <numerusform>%n want another therapist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot on that weekday</source>
        <translation>
            <numerusform>%n cannot on that weekday</numerusform>
            <numerusform>%n cannot on that weekday</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) a longer time</source>
        <translation>
            <numerusform>%n needs a longer time</numerusform>
            <numerusform>%n need a longer time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot at that hour</source>
        <translation>
            <numerusform>%n cannot at that hour</numerusform>
            <numerusform>%n cannot at that hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n train(s) elsewhere then</source>
        <translation>
            <numerusform>%n trains elsewhere then</numerusform>
            <numerusform>%n train elsewhere then</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReevaluationBox</name>
    <message numerus="yes">
        <source>Release the %n later training(s)</source>
        <translation>
            <numerusform>Release %n later training</numerusform>
            <numerusform>Release the %n later trainings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RegisterForm</name>
    <message numerus="yes">
        <source>Responsible for %n running course(s).</source>
        <translation>
            <numerusform>Responsible for %n running course.</numerusform>
            <numerusform>Responsible for %n running courses.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) stand(s) after {day}.</source>
        <translation>
            <numerusform>%n training stand after {day}.</numerusform>
            <numerusform>%n trainings stands after {day}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeriesDialog</name>
    <message numerus="yes">
        <source>%n of them cannot be laid there and stay where they are, unless you say why.</source>
        <translation>
            <numerusform>%n of them cannot be laid there and stays where it is, unless you say why.</numerusform>
            <numerusform>%n of them cannot be laid there and stay where they are, unless you say why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n can be laid there.</source>
        <translation>
            <numerusform>It can be laid there.</numerusform>
            <numerusform>All %n can be laid there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n</source>
        <translation>
            <numerusform>Change %n</numerusform>
            <numerusform>Change %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StandardsDialog</name>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worked example(s)</source>
        <translation>
            <numerusform>%n worked example</numerusform>
            <numerusform>%n worked examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) held. It is in use.</source>
        <translation>
            <numerusform>%n example held. It is in use.</numerusform>
            <numerusform>%n examples held. It is in use.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateDialog</name>
    <message numerus="yes">
        <source>Release %n training(s) to come</source>
        <translation>
            <numerusform>Release %n training to come</numerusform>
            <numerusform>Release %n trainings to come</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusPage</name>
    <message numerus="yes">
        <source>%n page(s) · A4</source>
        <translation>
            <numerusform>%n page · A4</numerusform>
            <numerusform>%n pages · A4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskPanel</name>
    <message numerus="yes">
        <source>%n left to call</source>
        <translation>
            <numerusform>%n left to call</numerusform>
            <numerusform>%n left to call</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TasksPage</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) ago</source>
        <translation>
            <numerusform>%n working day ago</numerusform>
            <numerusform>%n working days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n working day(s)</source>
        <translation>
            <numerusform>in %n working day</numerusform>
            <numerusform>in %n working days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeamsPage</name>
    <message numerus="yes">
        <source>%n team(s)</source>
        <translation>
            <numerusform>%n team</numerusform>
            <numerusform>%n teams</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a mark</source>
        <translation>
            <numerusform>%n without a mark</numerusform>
            <numerusform>%n without a mark</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The rest came: {team}, %n</source>
        <translation>
            <numerusform>The rest came: {team}, %n</numerusform>
            <numerusform>The rest came: {team}, %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s) made.</source>
        <translation>
            <numerusform>%n meeting made.</numerusform>
            <numerusform>%n meetings made.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message numerus="yes">
        <source>%n free time(s)</source>
        <translation>
            <numerusform>%n free time</numerusform>
            <numerusform>%n free times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n on the waiting list fit(s)</source>
        <translation>
            <numerusform>%n on the waiting list fits</numerusform>
            <numerusform>%n on the waiting list fit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) can be booked</source>
        <translation>
            <numerusform>%n training can be booked</numerusform>
            <numerusform>%n trainings can be booked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free</source>
        <translation>
            <numerusform>%n free</numerusform>
            <numerusform>%n free</numerusform>
        </translation>
    </message>
</context>
</TS>
