<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en_GB">
<context>
    <name>ArticleCommands</name>
    <message>
        <source>Rename article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” and its {count} tags leave the workspace; Undo brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleDelegate</name>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Filter articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the title, in either script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No articles yet. Import text files, drop them here, or paste from the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No title holds “{query}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>Simplified Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traditional Chinese with Simplified characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither Simplified nor Traditional</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Folder name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Back up workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore into a new folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup is under way; wait for it, or cancel it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backed up {count:,} files to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandGroup</name>
    <message>
        <source>Open a workspace first, or make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>Simplified 简体</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traditional 繁體</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taiwan 臺灣</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hong Kong 香港</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all my workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never converted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every script</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regional vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quotes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected tags ({count:,})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This article: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quotes are written as the source has them; another script goes beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original and Simplified 简体</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original and Traditional 繁體</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original and Taiwan 臺灣</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original and Hong Kong 香港</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also say things as they are said there: 网络 as 網路</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{workspace} tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such tag; choose other tags or kinds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tag will be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} tags will be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} lies in the folder of the workspace, which holds nothing else; choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in {folder} already; exporting replaces what it holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote {count:,} tags to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote 1 tag to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export failed, and nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>Open workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} articles imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 article imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} {count} files were not:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Enter or Shift+F3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter or F3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in any script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{current:,} of {total:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total:,} matches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Corrections of the conversion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Never convert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W&amp;ords in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Shown as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In this wor&amp;kspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For &amp;all my workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never convert these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the correction does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin another correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the chosen corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export corrections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrections that come with Wenmai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show these words as they stand in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take in a table of words, what is shown, and scripts, separated by tabs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write these corrections, or those chosen, to a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one script.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that stand in the source, and what is shown for them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No place in this article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 place in this article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} places in this article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} · {script}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} corrections come with Wenmai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} corrections came in from {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrections.tsv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote {count:,} corrections to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpCommands</name>
    <message>
        <source>About Wenmai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wenmai 文脉 {version}: read Chinese articles in any script and tag their passages.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History of the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote, note, attribute or title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the steps with these words, in any script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the steps of all tags again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading… {part} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown:,} of {total:,} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total:,} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No step fits these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every tag that is made, changed or deleted will stand here, with who did it and when; any earlier state of a tag can be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is not in the workspace any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryDetails</name>
    <message>
        <source>Choose a step to see what it changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous tag of this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next tag of this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was left to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The line of this step can no longer be read in {path}; “wenmai check” says more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{at:,} of {count:,}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written in {script}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replaced by a later text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: {label}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an article that is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}  and {count:,} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}  and {count:,} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeyboardSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag as {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+←  →  ↑  ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend the selection by character or line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+←  →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go by paragraph (with Shift, extend)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home  End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start or end of the line; with Ctrl, of the article (with Shift, extend)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space  Page Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Space  Page Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the clause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extend the selection to the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LegendEntry</name>
    <message>
        <source>Tag the selected passage as {kind} ({key})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag as {kind}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text replaced. Tags moved: {moved}; to review: {waiting}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag as {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import articles…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste as new article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export tags…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back up workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Restore backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find in article…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Wrong conversion…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;orrections…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Delete tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;History of this tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;End one character later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;nd one character earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start one character earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tart one character later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Put tag to review here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script &amp;detected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Written in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Simplified 简体</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Traditional 繁體</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traditional with Simplified &amp;residue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;place text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move from workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tai&amp;wan 臺灣</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Hong Kong 香港</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Regional vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original &amp;beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the s&amp;ystem&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sepia</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readin&amp;g…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual si&amp;ze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;All tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to article &amp;list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to tag &amp;details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to tags to re&amp;view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Wenmai</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} can be written again; open it again, and the edits kept on this machine are brought in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The edits kept on this machine were brought into {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>Replace the earlier text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{new}” may be a later text of “{old}”, which is here already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParallelView</name>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual serif</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> × size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Line spacing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line l&amp;ength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First-line &amp;indent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space after &amp;paragraphs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window has room for {count}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RefusalBar</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Replace text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later text of “{title}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{new} characters take the place of {old}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old text is kept. Undo brings it back with its tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tag moves with its words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tags move with their words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tag is left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tag waits for review: where it belongs is not certain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tags wait for review: where they belong is not certain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags that wait for review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Replacer</name>
    <message>
        <source>“{title}” has this very text already; there is nothing to replace.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Tags to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it may belong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place above, or select the words in the text, and press Put here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same words, same surroundings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>similar words, same surroundings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other words, same surroundings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same words, other surroundings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>similar words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was changed by people who did not see each other&apos;s changes:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the earlier text it stood here; the new one has nothing like it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the earlier text it stood here:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScriptBar</name>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original: the untouched source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{script} ({keys}; S cycles)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The tag “{quote}” was deleted by {who}; View &gt; History has it still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of “{title}” is no longer in the workspace&apos;s folder; its tags are kept and come back with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” was removed from the workspace by {who}; you can read on here, and View &gt; History says what was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” has been given a later text by {who}; you can read on here in the earlier one, and the later one is in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tags of the article shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags to settle, or that wait for a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceWord</name>
    <message>
        <source>{character} may be {counterparts}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 change by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} changes by {who}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you, elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} characters: “{words}”  ({start}–{end})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written in Simplified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written in Traditional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traditional with Simplified residue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>script undetermined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count:,} characters · {script}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved when you leave it, or with Ctrl+Return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a tag to see and edit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it a tag of the kind {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last changed {time}. The offsets count characters of the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} versions ({authors}): settle…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagFilters</name>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the tags of one article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote, note or attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the tags with these words, in any script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {kind} tags; several kinds can be on at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All articles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagList</name>
    <message>
        <source>Kinds of tag listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of every kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only tags of the kind {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an article to see its tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tags of the kind {kind} in this article.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tags in this article yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tags in this article yet. Select a passage and press {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} or {last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagModel</name>
    <message>
        <source>to settle · {details}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagTable</name>
    <message>
        <source>Export selected…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the selected tags to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown:,} of {total:,} tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{total:,} tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tag fits these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace to see its tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is tagged yet: select a passage and press {keys}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TagTableModel</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modified</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionCard</name>
    <message>
        <source>The tag is deleted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Keep this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} · shown now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_EmptyPage</name>
    <message>
        <source>Show all tags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Honour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Awarded by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>awarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same words, same surroundings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>similar words, same surroundings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other words, same surroundings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same words, other surroundings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>similar words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}); choose another file or folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag {annotation_id} in “{title}” holds a number that JSON has no form for; correct its attributes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is over {size} MB; split it into several files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {what}, not plain text; save it as plain text (.txt) first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not read, because “{encoding}” is no text encoding; name one such as gb18030, big5 or utf-16.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not UTF-8 text; give its encoding with --encoding, for example {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is binary data, not text; save it as plain text (.txt), or give its encoding with --encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds half a character (a lone surrogate) at offset {offset}; save it as UTF-8 again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds no text, or nothing but white space; choose one with words in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder; give the files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} does not exist; check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be read ({reason}); check that it may be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> at byte {start}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not {encoding} text{where}; give another encoding with --encoding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regional vocabulary is not converted, as the installed OpenCC {installed} does not answer as expected; install OpenCC {version} and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>words, what is shown and the scripts are separated by tabs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The original is never converted, so never corrected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A correction needs both the words and what is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{side}…” is longer than the {length} characters of a correction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{side}” holds punctuation or white space; a correction is of words alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{script}” is no script; there are {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number} of the glossary: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its text is not the one its name stands for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its text is not the one that was brought in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not an article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no zip file can hold this name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{target} lies in the workspace itself; choose another folder for the backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup {target} could not be written ({reason}); choose another folder or free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not in the backup ({why}); mend or remove it, and make the backup again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a newer Wenmai made it, so update Wenmai first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its {file} is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is a file; choose a folder for the new workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is a workspace already; open it, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds other files; choose an empty folder for the new workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace {folder} could not be made ({reason}); choose another folder or free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is over {size} MB, too large for a glossary; divide it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be read ({reason}); check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: Line {line} is not UTF-8 text; save the file as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other was changed again since, and left as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was {done} in {left} of {number} places; {rest}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of “{label}” had been undone, so nothing was done again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” was not {done}, because what it changed was changed again since; it was passed over, and nothing else is held up by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the other {left} were changed again since, and left as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 edit has the number of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last edit in {path} was cut short when the program stopped; it had not been reported as saved and was dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} lines, from line {first} on,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and was copied to {aside}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} edits have the numbers of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {first}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace {folder} could not be read ({reason}); make its folders readable and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The snapshot {name} is damaged ({wrong}), so the journal beside it was read instead; nothing is missing, and there is nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal {name} could not be read ({unreadable}), so its edits are missing; make it readable and open the workspace again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{lines} of the journal {name} cannot be read ({what}){kept}; every other edit is here, and a copy of that file from a backup may bring back the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{edits} others of the same writer, as two copies of Wenmai wrote {name} under one name; all of them count, and there is nothing to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text in {path} is as it was brought in, but what stands before it (title, script, time) is not as it was written; put the file back from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The article file {path} is damaged ({error}) and was left as it is; import the same text again, or put the file back from a backup, to see it and its tags.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tag quotes words that do not stand in {name}; it is kept in the journal but not shown, and “wenmai check” names it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} tags quote words that do not stand in {name}; they are kept in the journal but not shown, and “wenmai check” names them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tag belongs to an article whose file {name} is missing in {folder}; it is kept and comes back when the article is imported again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} tags belong to an article whose file {name} is missing in {folder}; they are kept and come back when the article is imported again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is open for reading only, because a newer Wenmai wrote it (format {version}, this one knows {known}); update Wenmai to edit it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is open for reading only, because {state} could not be written ({reason}); make that folder writable and open the workspace again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal {journal} does not hold all that this computer saved in it, as when an older copy of the folder is put back; what is missing comes back with that journal&apos;s files from another copy, and new edits go under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put tag back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tag {annotation_id} waits for review in {folder}; it may have been put back or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no article {old_id} in {folder}; it may have been removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” has this very text already; there is nothing to replace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{start} to {end} is no passage of “{title}”; select some of its words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{refused}; the later text is in the workspace beside it, as the article “{title}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds two files of one name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no zip file, or not a whole one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds something already; choose a new or empty folder to restore into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it would fill {total:,} bytes, which no backup of its size holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it needs {total:,} bytes, and {free:,} are free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no {file}, so it is no backup that Wenmai made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in it is not what was backed up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be restored: {error}; choose another backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names a file that is none of a workspace, “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in it is no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in it is larger than it should be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in it cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be restored in {folder} ({reason}); choose another folder or free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup of today {path} could not be made ({reason}); free some space or check the drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 tag made in it is not shown; it is kept, and comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{title}” is removed from the workspace, so {is_kept} back when the article is imported again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number:,} tags made in it are not shown; they are kept, and come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, nor is 1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, nor are {more} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{damaged} of {path} is no correction{others}; every other one counts, so mend it there, or it is set aside when you next correct something for all your workspaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your corrections in {path} could not be read ({reason}), so they do not count; make the file readable and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your corrections were not changed, because another window is writing {path}; repeat it in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your corrections could not be saved in {path} ({reason}), so they were not changed; free some space or check the drive, and repeat it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
