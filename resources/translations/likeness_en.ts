<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DuplicateTexts</name>
    <message numerus="yes">
        <source>%n photo(s) will be moved to the trash; that frees %1 once the trash is emptied.</source>
        <translation>
            <numerusform>%n photo will be moved to the trash; that frees %1 once the trash is emptied.</numerusform>
            <numerusform>%n photos will be moved to the trash; that frees %1 once the trash is emptied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s), %1, will be moved to %2.</source>
        <translation>
            <numerusform>%n photo, %1, will be moved to %2.</numerusform>
            <numerusform>%n photos, %1, will be moved to %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) will get the tag “%1”.</source>
        <translation>
            <numerusform>%n photo will get the tag “%1”.</numerusform>
            <numerusform>%n photos will get the tag “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) will not be shown as duplicates of the others in their groups any more.</source>
        <translation>
            <numerusform>%n photo will not be shown as duplicates of the others in its group any more.</numerusform>
            <numerusform>%n photos will not be shown as duplicates of the others in their groups any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s), %1, moved to the trash</source>
        <translation>
            <numerusform>%n photo, %1, moved to the trash</numerusform>
            <numerusform>%n photos, %1, moved to the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s), %1, moved</source>
        <translation>
            <numerusform>%n photo, %1, moved</numerusform>
            <numerusform>%n photos, %1, moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) tagged</source>
        <translation>
            <numerusform>%n photo tagged</numerusform>
            <numerusform>%n photos tagged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::ui::CompareWorkspace</name>
    <message numerus="yes">
        <source>%n shared spot(s)</source>
        <translation>
            <numerusform>%n shared spot</numerusform>
            <numerusform>%n shared spots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %1 are shown; %n more photo(s) were selected</source>
        <translation>
            <numerusform>The first %1 are shown; %n more photo was selected</numerusform>
            <numerusform>The first %1 are shown; %n more photos were selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::ui::DuplicateTreeModel</name>
    <message numerus="yes">
        <source>%n photo(s) · %1 could be freed</source>
        <translation>
            <numerusform>%n photo · %1 could be freed</numerusform>
            <numerusform>%n photos · %1 could be freed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::ui::DuplicatesWorkspace</name>
    <message numerus="yes">
        <source>%n chosen · %1</source>
        <translation>
            <numerusform>%n chosen · %1</numerusform>
            <numerusform>%n chosen · %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n photo(s) left the library; their files are untouched.</source>
        <translation>
            <numerusform>%n photo left the library; their files are untouched.</numerusform>
            <numerusform>%n photos left the library; their files are untouched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) with their tags and codes. Photos on a drive that is not connected are missing, too.</source>
        <translation>
            <numerusform>%n photo with their tags and codes. Photos on a drive that is not connected are missing, too.</numerusform>
            <numerusform>%n photos with their tags and codes. Photos on a drive that is not connected are missing, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) found again; they keep their tags.</source>
        <translation>
            <numerusform>%n photo found again; it keeps its tags.</numerusform>
            <numerusform>%n photos found again; they keep their tags.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Indexing has ended: %n photo(s).</source>
        <translation>
            <numerusform>Indexing has ended: %n photo.</numerusform>
            <numerusform>Indexing has ended: %n photos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) leave the library with their tags and codes. The files stay as they are.</source>
        <translation>
            <numerusform>%n photo leave the library with their tags and codes. The files stay as they are.</numerusform>
            <numerusform>%n photos leave the library with their tags and codes. The files stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) changed.</source>
        <translation>
            <numerusform>%n photo changed.</numerusform>
            <numerusform>%n photos changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::ui::MarkEditor</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::ui::PhotoModel</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n star</numerusform>
            <numerusform>%n stars</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::ui::ProblemsView</name>
    <message numerus="yes">
        <source>%n file(s) could not be read</source>
        <translation>
            <numerusform>%n file could not be read</numerusform>
            <numerusform>%n files could not be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::ui::QueryPanel</name>
    <message numerus="yes">
        <source>%n spot(s)</source>
        <translation>
            <numerusform>%n spot</numerusform>
            <numerusform>%n spots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::ui::ResultsHeader</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::ui::SettingsDialog</name>
    <message numerus="yes">
        <source>%n photo(s) to index with it; until then the former pack answers.</source>
        <translation>
            <numerusform>%n photo to index with it; until then the former pack answers.</numerusform>
            <numerusform>%n photos to index with it; until then the former pack answers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::ui::StatusBar</name>
    <message numerus="yes">
        <source>%n photo(s) indexed</source>
        <translation>
            <numerusform>%n photo indexed</numerusform>
            <numerusform>%n photos indexed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::ui::TrainingForm</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es)</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n class(es) have fewer than 3 photos: too few to be tested on.</source>
        <translation>
            <numerusform>%n class has fewer than 3 photos: too few to be tested on.</numerusform>
            <numerusform>%n classes have fewer than 3 photos: too few to be tested on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>likeness::ui::VerdictBar</name>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n rejected</numerusform>
            <numerusform>%n rejected</numerusform>
        </translation>
    </message>
</context>
</TS>
