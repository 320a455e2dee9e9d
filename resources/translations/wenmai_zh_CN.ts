<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_GB">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Wenmai</source>
        <translation>关于文脉</translation>
    </message>
    <message>
        <source>Wenmai&apos;s icon</source>
        <translation>文脉图标</translation>
    </message>
    <message>
        <source>Read Chinese articles in any script and tag their passages.</source>
        <translation>用任意字形阅读中文文章，并标注其中的片段。</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>MIT. You may use, change and pass on Wenmai; the full text is docs/LICENSE.</source>
        <translation>MIT 许可证：可以使用、修改和传播文脉；全文见 docs/LICENSE。</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>使用的组件</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>None come with Wenmai: it shows Noto CJK or what the system has.</source>
        <translation>文脉不自带字体，使用 Noto CJK 或系统已有的字体。</translation>
    </message>
    <message>
        <source>To read on</source>
        <translation>延伸阅读</translation>
    </message>
    <message>
        <source>In the folder docs: {pages}</source>
        <translation>见 docs 文件夹：{pages}</translation>
    </message>
    <message>
        <source>C&amp;opy diagnostics</source>
        <translation>复制诊断信息(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>AcceptAllDialog</name>
    <message>
        <source>Accept suggestions</source>
        <translation>接受建议</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>In this article</source>
        <translation>在本文中</translation>
    </message>
    <message>
        <source>In the whole workspace</source>
        <translation>在整个工作区</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>Least confidence</source>
        <translation>最低可信度</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>What would be accepted</source>
        <translation>将接受的建议</translation>
    </message>
    <message>
        <source>Con&amp;fidence from</source>
        <translation>可信度不低于(&amp;F)</translation>
    </message>
    <message>
        <source>Nothing is as sure as that. Ask for less confidence, or for other kinds.</source>
        <translation>没有这样可信的建议。请降低可信度，或选择其他类别。</translation>
    </message>
    <message>
        <source>Accept {count}</source>
        <translation>接受 {count} 个</translation>
    </message>
    <message>
        <source>{read} of {articles} articles are read; the others will follow here.</source>
        <translation>已分析 {read} 篇，共 {articles} 篇；其余的随后显示。</translation>
    </message>
    <message>
        <source>Accepted: {count}. Undo takes all of it back.</source>
        <translation>已接受 {count} 个；“撤销”可一次取消。</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Tagged. {tag}</source>
        <translation>已标注。{tag}</translation>
    </message>
    <message>
        <source>{count} passages tagged</source>
        <translation>已标注 {count} 个片段</translation>
    </message>
    <message>
        <source>Tag deleted. {tag}</source>
        <translation>标注已删除。{tag}</translation>
    </message>
    <message>
        <source>{count} tags deleted</source>
        <translation>已删除 {count} 个标注</translation>
    </message>
    <message>
        <source>Selected: {words}</source>
        <translation>已选中：{words}</translation>
    </message>
    <message>
        <source>{kind}: {words}</source>
        <translation>{kind}：{words}</translation>
    </message>
</context>
<context>
    <name>ArticleCommands</name>
    <message>
        <source>Rename article</source>
        <translation>重命名文章</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Replace text</source>
        <translation>替换正文</translation>
    </message>
    <message>
        <source>“{title}” and its {count} tags leave the workspace; Undo brings them back.</source>
        <translation>“{title}”及其 {count} 个标注将移出工作区；可用“撤销”找回。</translation>
    </message>
    <message>
        <source>Remove article</source>
        <translation>移除文章</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>ArticleDelegate</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>ArticleDetailsDialog</name>
    <message>
        <source>Article details</source>
        <translation>文章详情</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>来源(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Author</source>
        <translation>作者(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Web address</source>
        <translation>网址(&amp;W)</translation>
    </message>
    <message>
        <source>Imported from {file}</source>
        <translation>导入自 {file}</translation>
    </message>
    <message>
        <source>Pages that are pictures, and gave no text: {pages}</source>
        <translation>没有文字的图像页：{pages}</translation>
    </message>
    <message>
        <source>such as {day}</source>
        <translation>如 {day}</translation>
    </message>
    <message>
        <source>A day ({day}), a month ({month}) or a year ({year})</source>
        <translation>年月日（{day}）、年月（{month}）或年份（{year}）</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Filter articles</source>
        <translation>筛选文章</translation>
    </message>
    <message>
        <source>Words of the title, in either script</source>
        <translation>标题中的文字，简繁均可</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>没有打开工作区。</translation>
    </message>
    <message>
        <source>No articles yet. Import text files, drop them here, or paste from the clipboard.</source>
        <translation>还没有文章。请导入文本文件、把文件拖到这里，或从剪贴板粘贴。</translation>
    </message>
    <message>
        <source>No title holds “{query}”.</source>
        <translation>没有标题含“{query}”的文章。</translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>Suggestions: {count}</source>
        <translation>建议：{count}</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation>繁体中文</translation>
    </message>
    <message>
        <source>Traditional Chinese with Simplified characters</source>
        <translation>夹有简体字的繁体中文</translation>
    </message>
    <message>
        <source>Neither Simplified nor Traditional</source>
        <translation>无法判断简体或繁体</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Folder name:</source>
        <translation>文件夹名称：</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>&amp;Add attribute</source>
        <translation>添加属性(&amp;A)</translation>
    </message>
    <message>
        <source>Remove attri&amp;bute</source>
        <translation>移除属性(&amp;B)</translation>
    </message>
    <message>
        <source>Tags that have it keep what they hold</source>
        <translation>已有此属性的标注会保留其内容</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是或否</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation>存储名</translation>
    </message>
    <message>
        <source>parted by commas</source>
        <translation>用逗号隔开</translation>
    </message>
</context>
<context>
    <name>AuthorChoice</name>
    <message>
        <source>Author</source>
        <translation>标注者</translation>
    </message>
    <message>
        <source>Whose tags are written</source>
        <translation>导出谁的标注</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Back up workspace</source>
        <translation>备份工作区</translation>
    </message>
    <message>
        <source>Restore backup</source>
        <translation>还原备份</translation>
    </message>
    <message>
        <source>Restore into a new folder</source>
        <translation>还原到新文件夹</translation>
    </message>
    <message>
        <source>A backup is under way; wait for it, or cancel it.</source>
        <translation>正在备份；请等待完成，或取消备份。</translation>
    </message>
    <message>
        <source>Backed up {count:,} files to {name}.</source>
        <translation>已将 {count:,} 个文件备份到 {name}。</translation>
    </message>
    <message>
        <source>Restored in {folder}.</source>
        <translation>已还原到 {folder}。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
</context>
<context>
    <name>CleaningBar</name>
    <message>
        <source>Clean up</source>
        <translation>清理</translation>
    </message>
    <message>
        <source>Only what is shown changes; the text and the tags stay as they are</source>
        <translation>只改变显示；正文和标注保持原样</translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不清理</translation>
    </message>
    <message>
        <source>This text is hard-wrapped: {parts}.</source>
        <translation>本文有硬换行：{parts}。</translation>
    </message>
    <message>
        <source>This text can be cleaned up: {parts}.</source>
        <translation>本文可以清理：{parts}。</translation>
    </message>
    <message>
        <source>1 line can be joined</source>
        <translation>1 行可合并</translation>
    </message>
    <message>
        <source>{count} lines can be joined</source>
        <translation>{count} 行可合并</translation>
    </message>
    <message>
        <source>1 paragraph begins with a stray space</source>
        <translation>1 段开头有多余空格</translation>
    </message>
    <message>
        <source>{count} paragraphs begin with a stray space</source>
        <translation>{count} 段开头有多余空格</translation>
    </message>
    <message>
        <source>1 caption stands twice</source>
        <translation>1 条图注重复</translation>
    </message>
    <message>
        <source>{count} captions stand twice</source>
        <translation>{count} 条图注重复</translation>
    </message>
    <message>
        <source>1 heading has its letters set apart</source>
        <translation>1 个标题字间有空格</translation>
    </message>
    <message>
        <source>{count} headings have their letters set apart</source>
        <translation>{count} 个标题字间有空格</translation>
    </message>
    <message>
        <source>1 line belongs to a page</source>
        <translation>1 行是页码或页眉页脚</translation>
    </message>
    <message>
        <source>{count} lines belong to pages</source>
        <translation>{count} 行是页码或页眉页脚</translation>
    </message>
    <message>
        <source>Join lines</source>
        <translation>合并断行</translation>
    </message>
    <message>
        <source>Leave out stray spaces</source>
        <translation>略去多余空格</translation>
    </message>
    <message>
        <source>Captions once</source>
        <translation>图注去重</translation>
    </message>
    <message>
        <source>Close up headings</source>
        <translation>去除标题字间空格</translation>
    </message>
    <message>
        <source>Leave out what belongs to pages</source>
        <translation>略去页码和页眉页脚</translation>
    </message>
</context>
<context>
    <name>CleaningCommands</name>
    <message>
        <source>Looking through the text…</source>
        <translation>正在检查正文…</translation>
    </message>
    <message>
        <source>Nothing was found to clean up in this text.</source>
        <translation>本文没有可清理之处。</translation>
    </message>
    <message>
        <source>This is the text cleaned up; {key} shows the source.</source>
        <translation>这是清理后的正文；用 {key} 可看原文。</translation>
    </message>
    <message>
        <source>This is the source; {key} shows the text cleaned up.</source>
        <translation>这是原文；用 {key} 可看清理后的正文。</translation>
    </message>
    <message>
        <source>the View menu</source>
        <translation>“视图”菜单</translation>
    </message>
</context>
<context>
    <name>CleaningDialog</name>
    <message>
        <source>Clean up text</source>
        <translation>清理正文</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>全部接受</translation>
    </message>
    <message>
        <source>Refuse all</source>
        <translation>全部拒绝</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Cleaned up</source>
        <translation>清理后</translation>
    </message>
    <message>
        <source>Clean up {accepted} of {count}</source>
        <translation>清理 {accepted} 处（共 {count} 处）</translation>
    </message>
    <message>
        <source>Leave all</source>
        <translation>全部保持原样</translation>
    </message>
</context>
<context>
    <name>CleaningModel</name>
    <message>
        <source>As it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Cleaned up</source>
        <translation>清理后</translation>
    </message>
    <message>
        <source>{kind}: {accepted} of {count}</source>
        <translation>{kind}：{accepted} 处，共 {count} 处</translation>
    </message>
    <message>
        <source>{kind}: {count}</source>
        <translation>{kind}：{count} 处</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Colour, as # and six digits</source>
        <translation>颜色：# 加六位十六进制数</translation>
    </message>
</context>
<context>
    <name>CommandGroup</name>
    <message>
        <source>Open a workspace first, or make a new one.</source>
        <translation>请先打开工作区，或新建一个。</translation>
    </message>
    <message>
        <source>Choose a tag first: click it, or press {key}.</source>
        <translation>请先选择一个标注：点击它，或按 {key}。</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>Simplified 简体</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>Traditional 繁體</source>
        <translation>繁体</translation>
    </message>
    <message>
        <source>Taiwan 臺灣</source>
        <translation>台湾</translation>
    </message>
    <message>
        <source>Hong Kong 香港</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>this workspace</source>
        <translation>本工作区</translation>
    </message>
    <message>
        <source>all my workspaces</source>
        <translation>我的所有工作区</translation>
    </message>
    <message>
        <source>Words in the source</source>
        <translation>原文中的文字</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>显示为</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>字形</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>适用范围</translation>
    </message>
    <message>
        <source>never converted</source>
        <translation>永不转换</translation>
    </message>
    <message>
        <source>every script</source>
        <translation>所有字形</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>Unexpected error</source>
        <translation>意外错误</translation>
    </message>
    <message>
        <source>Something went wrong; your work is safe</source>
        <translation>出了点问题；您的工作没有丢失</translation>
    </message>
    <message>
        <source>Your tags are on disk, and what you were typing was saved.</source>
        <translation>标注已在磁盘上，正在输入的内容也已保存。</translation>
    </message>
    <message>
        <source>Your tags are on disk; what you were typing could not be saved.</source>
        <translation>标注已在磁盘上；正在输入的内容未能保存。</translation>
    </message>
    <message>
        <source>{state} You can go on; if it happens again, quit and start Wenmai anew. The report helps to mend it: it holds no text of your articles.</source>
        <translation>{state}您可以继续；如果再次出现，请退出并重新启动文脉。报告有助于修复问题，其中不含文章内容。</translation>
    </message>
    <message>
        <source>Wenmai met an error it did not expect: {error}.</source>
        <translation>文脉遇到意外错误：{error}。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>详细信息(&amp;D)</translation>
    </message>
    <message>
        <source>C&amp;opy report</source>
        <translation>复制报告(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>继续(&amp;C)</translation>
    </message>
    <message>
        <source>Errors so far: {times}; of different kinds: {kinds}.</source>
        <translation>目前的错误数：{times}；不同种类：{kinds}。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export tags</source>
        <translation>导出标注</translation>
    </message>
    <message>
        <source>Regional vocabulary</source>
        <translation>地区用词</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{format}, to be installed</source>
        <translation>{format}，需安装</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>&amp;Words</source>
        <translation>文字(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Quotes</source>
        <translation>引文(&amp;Q)</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>文件(&amp;I)</translation>
    </message>
    <message>
        <source>Whole workspace</source>
        <translation>整个工作区</translation>
    </message>
    <message>
        <source>Tags that the table&apos;s filters show ({count:,})</source>
        <translation>表格筛选出的标注（{count:,}）</translation>
    </message>
    <message>
        <source>Selected tags ({count:,})</source>
        <translation>选中的标注（{count:,}）</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>This article: {title}</source>
        <translation>本文：{title}</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Any words of quote, note or attributes</source>
        <translation>引文、备注或属性中的任意文字</translation>
    </message>
    <message>
        <source>Only tags with these words, in any script</source>
        <translation>只导出含这些文字的标注，简繁均可</translation>
    </message>
    <message>
        <source>Quotes are written as the source has them; another script goes beside it</source>
        <translation>引文按原文写出；选择其他字形时，写在原文旁边</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Original and Simplified 简体</source>
        <translation>原文和简体</translation>
    </message>
    <message>
        <source>Original and Traditional 繁體</source>
        <translation>原文和繁体</translation>
    </message>
    <message>
        <source>Original and Taiwan 臺灣</source>
        <translation>原文和台湾字形</translation>
    </message>
    <message>
        <source>Original and Hong Kong 香港</source>
        <translation>原文和香港字形</translation>
    </message>
    <message>
        <source>Also say things as they are said there: 网络 as 網路</source>
        <translation>同时换用当地的说法，如“网络”作“網路”</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>{workspace} tags</source>
        <translation>{workspace} 标注</translation>
    </message>
    <message>
        <source>Counting the tags…</source>
        <translation>正在统计标注…</translation>
    </message>
    <message>
        <source>There is no such tag; choose other tags or kinds.</source>
        <translation>没有这样的标注；请选择其他标注或类别。</translation>
    </message>
    <message>
        <source>1 tag will be written.</source>
        <translation>将写入 1 个标注。</translation>
    </message>
    <message>
        <source>{count:,} tags will be written.</source>
        <translation>将写入 {count:,} 个标注。</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>没有可显示的内容</translation>
    </message>
    <message>
        <source>The beginning of this file cannot be shown.</source>
        <translation>无法显示此文件的开头。</translation>
    </message>
    <message>
        <source>{path} lies in the folder of the workspace, which holds nothing else; choose another folder.</source>
        <translation>{path} 位于工作区文件夹内，那里不存放其他文件；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{name} is in {folder} already; exporting replaces what it holds.</source>
        <translation>{folder} 中已有 {name}；导出会替换其内容。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>正在写入 {name}…</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>Wrote {count:,} tags to {name}.</source>
        <translation>已将 {count:,} 个标注写入 {name}。</translation>
    </message>
    <message>
        <source>Wrote 1 tag to {name}.</source>
        <translation>已将 1 个标注写入 {name}。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>The export failed, and nothing was written.</source>
        <translation>导出失败，没有写入任何内容。</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>The first tags as the file will have them</source>
        <translation>开头几个标注写入文件后的样子</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>Open workspace</source>
        <translation>打开工作区</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新建工作区</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>导入文章</translation>
    </message>
    <message>
        <source>{count} articles imported.</source>
        <translation>已导入 {count} 篇文章。</translation>
    </message>
    <message>
        <source>Stopped: {count} articles came in, {left} files did not.</source>
        <translation>已停止：已导入 {count} 篇文章，{left} 个文件未导入。</translation>
    </message>
    <message>
        <source>1 article imported.</source>
        <translation>已导入 1 篇文章。</translation>
    </message>
    <message>
        <source>{said} {count} files were not:</source>
        <translation>{said} 另有 {count} 个文件未导入：</translation>
    </message>
    <message>
        <source>Import folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Import in another encoding</source>
        <translation>以其他编码导入</translation>
    </message>
    <message>
        <source>The encoding of {name} is not certain. Choose what reads right:</source>
        <translation>无法确定 {name} 的编码。请选择读来正确的一项：</translation>
    </message>
    <message>
        <source>The encoding of {count} files is not certain. Choose what reads right for {name}:</source>
        <translation>有 {count} 个文件的编码无法确定。请选择 {name} 读来正确的一项：</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>{said} Read as {encodings}.</source>
        <translation>{said} 读取所用编码：{encodings}。</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Previous match</source>
        <translation>上一处匹配</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一处匹配</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Find in any script</source>
        <translation>查找，简繁均可</translation>
    </message>
    <message>
        <source>Find in article</source>
        <translation>在文章中查找</translation>
    </message>
    <message>
        <source>{key} or {keys}</source>
        <translation>{key} 或 {keys}</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>没有匹配</translation>
    </message>
    <message>
        <source>{current:,} of {total:,}</source>
        <translation>第 {current:,} 处，共 {total:,} 处</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>{total:,} matches</source>
        <translation>{total:,} 处匹配</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Corrections of the conversion</source>
        <translation>转换的更正</translation>
    </message>
    <message>
        <source>&amp;Never convert</source>
        <translation>永不转换(&amp;N)</translation>
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation>新建(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>W&amp;ords in the source</source>
        <translation>原文中的文字(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Shown as</source>
        <translation>显示为(&amp;S)</translation>
    </message>
    <message>
        <source>In this wor&amp;kspace</source>
        <translation>用于本工作区(&amp;K)</translation>
    </message>
    <message>
        <source>For &amp;all my workspaces</source>
        <translation>用于我的所有工作区(&amp;A)</translation>
    </message>
    <message>
        <source>Words in the source</source>
        <translation>原文中的文字</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>显示为</translation>
    </message>
    <message>
        <source>Never convert these words</source>
        <translation>永不转换这些文字</translation>
    </message>
    <message>
        <source>What the correction does</source>
        <translation>更正的效果</translation>
    </message>
    <message>
        <source>Begin another correction</source>
        <translation>另建一条更正</translation>
    </message>
    <message>
        <source>Your corrections</source>
        <translation>您的更正</translation>
    </message>
    <message>
        <source>Remove the chosen corrections</source>
        <translation>移除选中的更正</translation>
    </message>
    <message>
        <source>Import corrections</source>
        <translation>导入更正</translation>
    </message>
    <message>
        <source>Export corrections</source>
        <translation>导出更正</translation>
    </message>
    <message>
        <source>Corrections that come with Wenmai</source>
        <translation>文脉自带的更正</translation>
    </message>
    <message>
        <source>Show these words as they stand in the source</source>
        <translation>这些文字按原文显示</translation>
    </message>
    <message>
        <source>Take in a table of words, what is shown, and scripts, separated by tabs</source>
        <translation>从表格读入文字、显示内容和字形，以制表符分隔</translation>
    </message>
    <message>
        <source>Write these corrections, or those chosen, to a table</source>
        <translation>将全部或选中的更正写入表格</translation>
    </message>
    <message>
        <source>Choose at least one script.</source>
        <translation>请至少选择一种字形。</translation>
    </message>
    <message>
        <source>Add correction</source>
        <translation>添加更正</translation>
    </message>
    <message>
        <source>Change correction</source>
        <translation>修改更正</translation>
    </message>
    <message>
        <source>Words that stand in the source, and what is shown for them.</source>
        <translation>原文中的文字，以及它们应显示成的样子。</translation>
    </message>
    <message>
        <source>No place in this article</source>
        <translation>本文没有这些文字</translation>
    </message>
    <message>
        <source>1 place in this article</source>
        <translation>本文有 1 处</translation>
    </message>
    <message>
        <source>{count:,} places in this article</source>
        <translation>本文有 {count:,} 处</translation>
    </message>
    <message>
        <source>{count} · {script}</source>
        <translation>{count} · {script}</translation>
    </message>
    <message>
        <source>{count:,} corrections come with Wenmai</source>
        <translation>文脉自带 {count:,} 条更正</translation>
    </message>
    <message>
        <source>{count:,} corrections came in from {name}.</source>
        <translation>已从 {name} 导入 {count:,} 条更正。</translation>
    </message>
    <message>
        <source>corrections.tsv</source>
        <translation>更正.tsv</translation>
    </message>
    <message>
        <source>Wrote {count:,} corrections to {name}.</source>
        <translation>已将 {count:,} 条更正写入 {name}。</translation>
    </message>
</context>
<context>
    <name>GoCommands</name>
    <message>
        <source>There is no article to go to a place in.</source>
        <translation>没有打开文章，无处可转到。</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Character, share, paragraph or tag</source>
        <translation>字、百分比、段落或标注</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>转到…</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>A character (12,345), a share (40%), a paragraph (¶12), a tag (#3) or words of a tag.</source>
        <translation>第几字（12,345）、百分比（40%）、段落（¶12）、标注（#3），或标注中的文字。</translation>
    </message>
    <message>
        <source>No tag of this article has these words.</source>
        <translation>本文没有含这些文字的标注。</translation>
    </message>
    <message>
        <source>The article has {count} characters.</source>
        <translation>本文共 {count} 字。</translation>
    </message>
    <message>
        <source>Character {offset} of {count}</source>
        <translation>第 {offset} 字，共 {count} 字</translation>
    </message>
    <message>
        <source>The article ends at 100%.</source>
        <translation>文章到 100% 为止。</translation>
    </message>
    <message>
        <source>{share}%, character {offset} of {count}</source>
        <translation>{share}%，第 {offset} 字，共 {count} 字</translation>
    </message>
    <message>
        <source>The article has {count} paragraphs.</source>
        <translation>本文共 {count} 段。</translation>
    </message>
    <message>
        <source>Paragraph {number} of {count}</source>
        <translation>第 {number} 段，共 {count} 段</translation>
    </message>
    <message>
        <source>The article has {count} tags.</source>
        <translation>本文共有 {count} 个标注。</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History of the workspace</source>
        <translation>工作区的历史记录</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>标注者</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Quote, note, attribute or title</source>
        <translation>引文、备注、属性或标题</translation>
    </message>
    <message>
        <source>Show the steps with these words, in any script</source>
        <translation>显示含这些文字的步骤，简繁均可</translation>
    </message>
    <message>
        <source>Show the steps of all tags again</source>
        <translation>重新显示所有标注的步骤</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>所有文章</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Reading… {part} %</source>
        <translation>正在读取… {part} %</translation>
    </message>
    <message>
        <source>{shown:,} of {total:,} steps</source>
        <translation>显示 {shown:,} 步，共 {total:,} 步</translation>
    </message>
    <message>
        <source>{total:,} steps</source>
        <translation>{total:,} 步</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 步</translation>
    </message>
    <message>
        <source>No step fits these filters.</source>
        <translation>没有符合筛选条件的步骤。</translation>
    </message>
    <message>
        <source>Every tag that is made, changed or deleted will stand here, with who did it and when; any earlier state of a tag can be brought back.</source>
        <translation>标注的每次新建、修改和删除都会列在这里，并注明操作者和时间；标注以前的任何状态都可以恢复。</translation>
    </message>
    <message>
        <source>“{title}” is not in the workspace any more.</source>
        <translation>“{title}”已不在工作区中。</translation>
    </message>
</context>
<context>
    <name>HistoryDetails</name>
    <message>
        <source>Choose a step to see what it changed.</source>
        <translation>选择一个步骤，查看它改了什么。</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Previous tag of this step</source>
        <translation>此步骤的上一个标注</translation>
    </message>
    <message>
        <source>Next tag of this step</source>
        <translation>此步骤的下一个标注</translation>
    </message>
    <message>
        <source>Nothing was left to change.</source>
        <translation>已没有可更改的内容。</translation>
    </message>
    <message>
        <source>The line of this step can no longer be read in {path}; “wenmai check” says more.</source>
        <translation>{path} 中这一步骤的记录已无法读取；运行“wenmai check”可了解详情。</translation>
    </message>
    <message>
        <source>{at:,} of {count:,}</source>
        <translation>第 {at:,} 个，共 {count:,} 个</translation>
    </message>
    <message>
        <source>no such kind</source>
        <translation>无此类别</translation>
    </message>
    <message>
        <source>no correction</source>
        <translation>无更正</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>未判断</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>“{words}” ({kind}): {said}</source>
        <translation>“{words}”（{kind}）：{said}</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>更改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>更改后</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation>繁体</translation>
    </message>
    <message>
        <source>Traditional with Simplified residue</source>
        <translation>夹有简体字的繁体</translation>
    </message>
    <message>
        <source>written in {script}</source>
        <translation>原文为{script}</translation>
    </message>
    <message>
        <source>cleaned up: {kinds}</source>
        <translation>已清理：{kinds}</translation>
    </message>
    <message>
        <source>not cleaned up</source>
        <translation>未清理</translation>
    </message>
    <message>
        <source>replaced by a later text</source>
        <translation>已由新文本替换</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>source: {words}</source>
        <translation>来源：{words}</translation>
    </message>
    <message>
        <source>date: {words}</source>
        <translation>日期：{words}</translation>
    </message>
    <message>
        <source>author: {words}</source>
        <translation>作者：{words}</translation>
    </message>
    <message>
        <source>web address: {words}</source>
        <translation>网址：{words}</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作者</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Undo: {label}</source>
        <translation>撤销：{label}</translation>
    </message>
    <message>
        <source>Redo: {label}</source>
        <translation>重做：{label}</translation>
    </message>
    <message>
        <source>an article that is not here</source>
        <translation>不在此处的文章</translation>
    </message>
    <message>
        <source>{words}  and {count:,} more</source>
        <translation>{words}  等，另有 {count:,} 处</translation>
    </message>
    <message>
        <source>{title}  and {count:,} more</source>
        <translation>{title}  等，另有 {count:,} 篇</translation>
    </message>
</context>
<context>
    <name>ImportTagsCommands</name>
    <message>
        <source>Tags ({suffixes});;All files (*)</source>
        <translation>标注 ({suffixes});;所有文件 (*)</translation>
    </message>
    <message>
        <source>Import tags</source>
        <translation>导入标注</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在读取 {name}…</translation>
    </message>
    <message>
        <source>{name} holds no tags.</source>
        <translation>{name} 中没有标注。</translation>
    </message>
</context>
<context>
    <name>ImportTagsDialog</name>
    <message>
        <source>Import tags</source>
        <translation>导入标注</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Tags of {name}</source>
        <translation>{name} 中的标注</translation>
    </message>
    <message>
        <source>Kinds that this workspace does not have:</source>
        <translation>本工作区没有的类别：</translation>
    </message>
    <message>
        <source>{count:,} tags stand exactly where the file says.</source>
        <translation>{count:,} 个标注的位置与文件所记完全一致。</translation>
    </message>
    <message>
        <source>1 tag stands exactly where the file says.</source>
        <translation>1 个标注的位置与文件所记完全一致。</translation>
    </message>
    <message>
        <source>{count:,} tags were found by their words.</source>
        <translation>{count:,} 个标注按文字找到了位置。</translation>
    </message>
    <message>
        <source>1 tag was found by its words.</source>
        <translation>1 个标注按文字找到了位置。</translation>
    </message>
    <message>
        <source>{count:,} tags have no certain place and stay out:</source>
        <translation>{count:,} 个标注的位置无法确定，不会导入：</translation>
    </message>
    <message>
        <source>1 tag has no certain place and stays out:</source>
        <translation>1 个标注的位置无法确定，不会导入：</translation>
    </message>
    <message>
        <source>1 article is not in the workspace; import it, then the tags again.</source>
        <translation>有 1 篇文章不在工作区中；请先导入该文章，再重新导入标注。</translation>
    </message>
    <message>
        <source>{count:,} articles are not in the workspace; import them, then the tags again.</source>
        <translation>有 {count:,} 篇文章不在工作区中；请先导入这些文章，再重新导入标注。</translation>
    </message>
    <message>
        <source>Tags without a certain place</source>
        <translation>位置无法确定的标注</translation>
    </message>
    <message>
        <source>and {count:,} more</source>
        <translation>另有 {count:,} 个</translation>
    </message>
    <message>
        <source>{kind} ({count:,})</source>
        <translation>{kind}（{count:,}）</translation>
    </message>
    <message>
        <source>Make a new kind</source>
        <translation>新建类别</translation>
    </message>
    <message>
        <source>Leave its tags out</source>
        <translation>不导入其标注</translation>
    </message>
    <message>
        <source>Tags that are there already stay as they are. One Undo takes it back.</source>
        <translation>已有的标注保持原样。一次“撤销”即可还原。</translation>
    </message>
    <message>
        <source>{count:,} tags will be imported. One Undo takes it back.</source>
        <translation>将导入 {count:,} 个标注。一次“撤销”即可还原。</translation>
    </message>
    <message>
        <source>1 tag will be imported. One Undo takes it back.</source>
        <translation>将导入 1 个标注。一次“撤销”即可还原。</translation>
    </message>
    <message>
        <source>Nothing is left to be imported.</source>
        <translation>没有需要导入的标注。</translation>
    </message>
    <message>
        <source>{there:,} are in the workspace already.</source>
        <translation>有 {there:,} 个已在工作区中。</translation>
    </message>
    <message>
        <source>{there} {said}</source>
        <translation>{there}{said}</translation>
    </message>
    <message>
        <source>Importing the tags…</source>
        <translation>正在导入标注…</translation>
    </message>
    <message>
        <source>Imported: {count}. Undo takes all of it back.</source>
        <translation>已导入 {count} 个；“撤销”可一次取消。</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Press a letter or digit; Backspace for none</source>
        <translation>按一个字母或数字；按 Backspace 清除</translation>
    </message>
</context>
<context>
    <name>KeyboardSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>在正文中</translation>
    </message>
    <message>
        <source>Tag as {kind}</source>
        <translation>标为{kind}</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>更改(&amp;H)</translation>
    </message>
    <message>
        <source>Shift+←  →  ↑  ↓</source>
        <translation>Shift+←  →  ↑  ↓</translation>
    </message>
    <message>
        <source>Extend the selection by character or line</source>
        <translation>按字或按行扩展选区</translation>
    </message>
    <message>
        <source>Home  End</source>
        <translation>Home  End</translation>
    </message>
    <message>
        <source>Start or end of the line; with Ctrl, of the article (with Shift, extend)</source>
        <translation>行首或行尾；加 Ctrl 为文首或文末（加 Shift 则扩展选区）</translation>
    </message>
    <message>
        <source>Space  Page Down</source>
        <translation>空格  Page Down</translation>
    </message>
    <message>
        <source>A page down</source>
        <translation>向下翻页</translation>
    </message>
    <message>
        <source>Shift+Space  Page Up</source>
        <translation>Shift+空格  Page Up</translation>
    </message>
    <message>
        <source>A page up</source>
        <translation>向上翻页</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Select the name or clause; again, the sentence; again, the paragraph</source>
        <translation>选中名称或分句；再击选中句子；再击选中段落</translation>
    </message>
    <message>
        <source>Tab  Shift+Tab</source>
        <translation>Tab  Shift+Tab</translation>
    </message>
    <message>
        <source>Next or previous suggestion; behind the last, the next control</source>
        <translation>下一个或上一个建议；最后一个之后为下一个控件</translation>
    </message>
    <message>
        <source>Enter  Backspace  E  Esc</source>
        <translation>Enter  Backspace  E  Esc</translation>
    </message>
    <message>
        <source>At a suggestion: accept it, reject it, edit it, leave it</source>
        <translation>在建议上：接受、拒绝、编辑、离开</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>显示快捷键</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Shift+单击</translation>
    </message>
    <message>
        <source>Extend the selection to the pointer</source>
        <translation>将选区扩展到指针处</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+滚轮</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
</context>
<context>
    <name>KindForm</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation>存储名</translation>
    </message>
    <message>
        <source>Key that tags a selection</source>
        <translation>标注选中文字的按键</translation>
    </message>
    <message>
        <source>Broader kind that it is one of</source>
        <translation>所属的上级类别</translation>
    </message>
    <message>
        <source>Tags are stored and exported under it, so it never changes once it is saved</source>
        <translation>标注以此名存储和导出，保存后不再改变</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名称(&amp;M)</translation>
    </message>
    <message>
        <source>S&amp;tored as</source>
        <translation>存储名(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>按键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Part of</source>
        <translation>上级类别(&amp;P)</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>颜色(&amp;O)</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
</context>
<context>
    <name>KindTree</name>
    <message>
        <source>Kinds of tag</source>
        <translation>标签类别</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Drag a kind, or press Alt+Up and Alt+Down, to arrange them</source>
        <translation>拖动类别，或按 Alt+Up 和 Alt+Down 调整次序</translation>
    </message>
    <message>
        <source>{label}, not saved</source>
        <translation>{label}，未保存</translation>
    </message>
</context>
<context>
    <name>LegendEntry</name>
    <message>
        <source>Tag the selected passage as {kind} ({key})</source>
        <translation>将选中的片段标为{kind}（{key}）</translation>
    </message>
    <message>
        <source>Tag as {kind}</source>
        <translation>标为{kind}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Text replaced. Tags moved: {moved}; to review: {waiting}.</source>
        <translation>正文已替换。已随文字移动的标注：{moved}；待复核：{waiting}。</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>&amp;Undo {label}</source>
        <translation>撤销“{label}”(&amp;U)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>&amp;Redo {label}</source>
        <translation>重做“{label}”(&amp;R)</translation>
    </message>
    <message>
        <source>Tag as {kind}</source>
        <translation>标为{kind}</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>标注(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>文章(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Open workspace…</source>
        <translation>打开工作区(&amp;O)…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>&amp;New workspace…</source>
        <translation>新建工作区(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Import articles…</source>
        <translation>导入文章(&amp;I)…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>&amp;Paste as new article</source>
        <translation>粘贴为新文章(&amp;P)</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>&amp;Export tags…</source>
        <translation>导出标注(&amp;E)…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>&amp;Back up workspace…</source>
        <translation>备份工作区(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Restore backup…</source>
        <translation>还原备份(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation>取消选择(&amp;N)</translation>
    </message>
    <message>
        <source>Select &amp;more</source>
        <translation>扩大选区(&amp;M)</translation>
    </message>
    <message>
        <source>Se&amp;lect</source>
        <translation>选择(&amp;L)</translation>
    </message>
    <message>
        <source>Select &amp;less</source>
        <translation>缩小选区(&amp;L)</translation>
    </message>
    <message>
        <source>Extend on by a &amp;clause</source>
        <translation>向后扩展一个分句(&amp;C)</translation>
    </message>
    <message>
        <source>Extend back by a cla&amp;use</source>
        <translation>向前扩展一个分句(&amp;U)</translation>
    </message>
    <message>
        <source>Extend on by a &amp;sentence</source>
        <translation>向后扩展一句(&amp;S)</translation>
    </message>
    <message>
        <source>Extend back by a s&amp;entence</source>
        <translation>向前扩展一句(&amp;E)</translation>
    </message>
    <message>
        <source>Extend on by a &amp;paragraph</source>
        <translation>向后扩展一段(&amp;P)</translation>
    </message>
    <message>
        <source>Extend back by a p&amp;aragraph</source>
        <translation>向前扩展一段(&amp;A)</translation>
    </message>
    <message>
        <source>Next &amp;clause</source>
        <translation>下一分句(&amp;C)</translation>
    </message>
    <message>
        <source>Go &amp;by</source>
        <translation>移动插入点(&amp;B)</translation>
    </message>
    <message>
        <source>Previous c&amp;lause</source>
        <translation>上一分句(&amp;L)</translation>
    </message>
    <message>
        <source>Next &amp;sentence</source>
        <translation>下一句(&amp;S)</translation>
    </message>
    <message>
        <source>Previous s&amp;entence</source>
        <translation>上一句(&amp;E)</translation>
    </message>
    <message>
        <source>Next &amp;paragraph</source>
        <translation>下一段(&amp;P)</translation>
    </message>
    <message>
        <source>Previous p&amp;aragraph</source>
        <translation>上一段(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find in article…</source>
        <translation>在文章中查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>查找下一处(&amp;X)</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>查找上一处(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>转到(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Wrong conversion…</source>
        <translation>转换有误(&amp;W)…</translation>
    </message>
    <message>
        <source>C&amp;orrections…</source>
        <translation>更正(&amp;O)…</translation>
    </message>
    <message>
        <source>Tag &amp;again</source>
        <translation>再次标注(&amp;A)</translation>
    </message>
    <message>
        <source>Tag all &amp;occurrences…</source>
        <translation>标注所有相同文字(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Delete tag</source>
        <translation>删除标注(&amp;D)</translation>
    </message>
    <message>
        <source>Delete all tags &amp;like this…</source>
        <translation>删除所有相同标注(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Next tag</source>
        <translation>下一个标注(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous tag</source>
        <translation>上一个标注(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;History of this tag</source>
        <translation>此标注的历史记录(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;End one character later</source>
        <translation>末尾后移一字(&amp;E)</translation>
    </message>
    <message>
        <source>End one character ea&amp;rlier</source>
        <translation>末尾前移一字(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Move tag to selection</source>
        <translation>将标注移到选区(&amp;M)</translation>
    </message>
    <message>
        <source>P&amp;ut tag to review here</source>
        <translation>将待复核的标注放在这里(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一个(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Judge suggestions</source>
        <translation>处理建议(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>上一个(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>接受(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>拒绝(&amp;R)</translation>
    </message>
    <message>
        <source>Accept and &amp;edit</source>
        <translation>接受并编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Accept &amp;many…</source>
        <translation>批量接受(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Go to the list</source>
        <translation>转到列表(&amp;G)</translation>
    </message>
    <message>
        <source>Ta&amp;g set…</source>
        <translation>标签集(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Import tag set…</source>
        <translation>导入标签集(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport tag set…</source>
        <translation>导出标签集(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>详情(&amp;D)…</translation>
    </message>
    <message>
        <source>Clean &amp;up text…</source>
        <translation>清理正文(&amp;U)…</translation>
    </message>
    <message>
        <source>Replace te&amp;xt…</source>
        <translation>替换正文(&amp;X)…</translation>
    </message>
    <message>
        <source>Hong &amp;Kong 香港</source>
        <translation>香港(&amp;K)</translation>
    </message>
    <message>
        <source>Clean-up, lines &amp;joined</source>
        <translation>清理后的正文，断行已合并(&amp;J)</translation>
    </message>
    <message>
        <source>Zoo&amp;m in</source>
        <translation>放大(&amp;M)</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>历史记录(&amp;Y)</translation>
    </message>
    <message>
        <source>Article &amp;panel</source>
        <translation>文章面板(&amp;P)</translation>
    </message>
    <message>
        <source>Tag pan&amp;el</source>
        <translation>标注面板(&amp;E)</translation>
    </message>
    <message>
        <source>O&amp;ffer suggestions</source>
        <translation>显示建议(&amp;F)</translation>
    </message>
    <message>
        <source>Go to art&amp;icle list</source>
        <translation>转到文章列表(&amp;I)</translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation>命令面板(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard sheet</source>
        <translation>快捷键一览(&amp;K)</translation>
    </message>
    <message>
        <source>Keyboard &amp;shortcuts…</source>
        <translation>设置快捷键(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>导览(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Start one character earlier</source>
        <translation>开头前移一字(&amp;S)</translation>
    </message>
    <message>
        <source>Import &amp;folder…</source>
        <translation>导入文件夹(&amp;F)…</translation>
    </message>
    <message>
        <source>Import in another en&amp;coding…</source>
        <translation>以其他编码导入(&amp;C)…</translation>
    </message>
    <message>
        <source>Import &amp;tags…</source>
        <translation>导入标注(&amp;T)…</translation>
    </message>
    <message>
        <source>S&amp;tart one character later</source>
        <translation>开头后移一字(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Next article</source>
        <translation>下一篇文章(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous article</source>
        <translation>上一篇文章(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>The script &amp;detected</source>
        <translation>按检测结果(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Written in</source>
        <translation>原文字形(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Simplified 简体</source>
        <translation>简体(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Traditional 繁體</source>
        <translation>繁体(&amp;T)</translation>
    </message>
    <message>
        <source>Traditional with Simplified &amp;residue</source>
        <translation>夹有简体字的繁体(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;move from workspace…</source>
        <translation>从工作区移除(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>原文(&amp;O)</translation>
    </message>
    <message>
        <source>Tai&amp;wan 臺灣</source>
        <translation>台湾(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Next script</source>
        <translation>下一种字形(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Regional vocabulary</source>
        <translation>地区用词(&amp;R)</translation>
    </message>
    <message>
        <source>Show &amp;changes</source>
        <translation>显示转换之处(&amp;C)</translation>
    </message>
    <message>
        <source>Original &amp;beside</source>
        <translation>并排显示原文(&amp;B)</translation>
    </message>
    <message>
        <source>As the s&amp;ystem&apos;s</source>
        <translation>跟随系统(&amp;Y)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>主题(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Sepia</source>
        <translation>米黄(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>English(&amp;E)</translation>
    </message>
    <message>
        <source>简体中文</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>繁體中文</source>
        <translation>繁體中文</translation>
    </message>
    <message>
        <source>Readin&amp;g…</source>
        <translation>阅读设置(&amp;G)…</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>缩小(&amp;U)</translation>
    </message>
    <message>
        <source>Actual si&amp;ze</source>
        <translation>实际大小(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;All tags</source>
        <translation>所有标注(&amp;A)</translation>
    </message>
    <message>
        <source>Go to te&amp;xt</source>
        <translation>转到正文(&amp;X)</translation>
    </message>
    <message>
        <source>Go to tag &amp;details</source>
        <translation>转到标注详情(&amp;D)</translation>
    </message>
    <message>
        <source>Go to tags to re&amp;view</source>
        <translation>转到待复核的标注(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;About Wenmai</source>
        <translation>关于文脉(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Map of the article</source>
        <translation>文章缩略图</translation>
    </message>
    <message>
        <source>Tags, what was found, and the part of the article that is on the screen</source>
        <translation>标注、找到的文字，以及屏幕上显示的部分</translation>
    </message>
    <message>
        <source>1 tag here</source>
        <translation>此处有 1 个标注</translation>
    </message>
    <message>
        <source>{count} tags here</source>
        <translation>此处有 {count} 个标注</translation>
    </message>
    <message>
        <source>1 match here</source>
        <translation>此处有 1 处匹配</translation>
    </message>
    <message>
        <source>{count} matches here</source>
        <translation>此处有 {count} 处匹配</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>{folder} can be written again; open it again, and the edits kept on this machine are brought in.</source>
        <translation>{folder} 又可以写入了；请重新打开，保存在本机的更改会一并写入。</translation>
    </message>
    <message>
        <source>The edits kept on this machine were brought into {folder}.</source>
        <translation>保存在本机的更改已写入 {folder}。</translation>
    </message>
</context>
<context>
    <name>OccurrenceCommands</name>
    <message>
        <source>Nothing was tagged yet that could be done again.</source>
        <translation>还没有可以再次套用的标注。</translation>
    </message>
    <message>
        <source>Tagged “{words}” like “{like}”.</source>
        <translation>已将“{words}”照“{like}”标注。</translation>
    </message>
    <message>
        <source>“{words}” is tagged wherever it stands in this article.</source>
        <translation>本文中所有的“{words}”都已标注。</translation>
    </message>
    <message>
        <source>Tagged the next “{words}”.</source>
        <translation>已标注下一处“{words}”。</translation>
    </message>
    <message>
        <source>Select some words first, or choose a tag.</source>
        <translation>请先选择文字，或选择一个标注。</translation>
    </message>
    <message>
        <source>Select words of at most {count} characters.</source>
        <translation>最多可选择 {count} 个字。</translation>
    </message>
</context>
<context>
    <name>OccurrencesDialog</name>
    <message>
        <source>Take a&amp;ll</source>
        <translation>全部选取(&amp;L)</translation>
    </message>
    <message>
        <source>Take &amp;none</source>
        <translation>全部不选(&amp;N)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>This &amp;article</source>
        <translation>本文(&amp;A)</translation>
    </message>
    <message>
        <source>The whole &amp;workspace</source>
        <translation>整个工作区(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类别(&amp;K)</translation>
    </message>
    <message>
        <source>Delete all tags like this</source>
        <translation>删除所有相同标注</translation>
    </message>
    <message>
        <source>Tag all occurrences</source>
        <translation>标注所有相同文字</translation>
    </message>
    <message>
        <source>Kind of tag</source>
        <translation>标签类别</translation>
    </message>
    <message>
        <source>Take all places</source>
        <translation>选取所有位置</translation>
    </message>
    <message>
        <source>Take no place</source>
        <translation>不选任何位置</translation>
    </message>
    <message>
        <source>Looking for the words</source>
        <translation>正在查找文字</translation>
    </message>
    <message>
        <source>Places of the words</source>
        <translation>文字出现的位置</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>Copy the n&amp;ote</source>
        <translation>复制备注(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Copy attributes: {said}</source>
        <translation>复制属性(&amp;C)：{said}</translation>
    </message>
    <message>
        <source>Looking for the words…</source>
        <translation>正在查找文字…</translation>
    </message>
    <message>
        <source>{places} in {articles}</source>
        <translation>{articles}中有 {places}</translation>
    </message>
    <message>
        <source>{found}, {count} tagged already</source>
        <translation>{found}，另有 {count} 处已标注</translation>
    </message>
    <message>
        <source>{found}; only the first {limit} places were looked at</source>
        <translation>{found}；只查看了前 {limit} 处</translation>
    </message>
    <message>
        <source>No tag of this kind stands on these words here.</source>
        <translation>这里的这些文字没有此类标注。</translation>
    </message>
    <message>
        <source>Every place of these words is tagged so already.</source>
        <translation>这些文字的每一处都已这样标注。</translation>
    </message>
    <message>
        <source>These words stand nowhere in this article as words of their own: only inside longer numbers or words, if at all.</source>
        <translation>这些文字在本文中没有单独出现：即使有，也只是较长数字或词语的一部分。</translation>
    </message>
    <message>
        <source>These words stand nowhere in the workspace as words of their own.</source>
        <translation>这些文字在工作区中没有单独出现。</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>0 处</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 处</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} 处</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>0 个标注</translation>
    </message>
    <message>
        <source>1 tag</source>
        <translation>1 个标注</translation>
    </message>
    <message>
        <source>{count} tags</source>
        <translation>{count} 个标注</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 篇文章</translation>
    </message>
    <message>
        <source>{count} articles</source>
        <translation>{count} 篇文章</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Delete {tags}</source>
        <translation>删除 {tags}</translation>
    </message>
    <message>
        <source>Tag {places}</source>
        <translation>标注 {places}</translation>
    </message>
    <message>
        <source>Deleted {tags} of kind {kind} in {articles}; Undo brings them back.</source>
        <translation>已从 {articles}中删除 {tags}（{kind}）；可用“撤销”找回。</translation>
    </message>
    <message>
        <source>Tagged {places} as {kind} in {articles}; Undo takes all of it back.</source>
        <translation>已在 {articles}中将 {places}标为{kind}；“撤销”可一次取消。</translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>Replace the earlier text…</source>
        <translation>替换旧文本…</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>都保留</translation>
    </message>
    <message>
        <source>“{new}” may be a later text of “{old}”, which is here already.</source>
        <translation>“{new}”可能是已有的“{old}”的新版本。</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Command, kind of tag or article</source>
        <translation>命令、标签类别或文章</translation>
    </message>
    <message>
        <source>Do… (a command, a kind of tag, an article)</source>
        <translation>输入命令、标签类别或文章标题</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>符合的项目</translation>
    </message>
    <message>
        <source>Nothing here is called “{words}”. Fewer letters may find it.</source>
        <translation>没有名为“{words}”的项目。少输几个字也许能找到。</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
</context>
<context>
    <name>ParallelView</name>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
</context>
<context>
    <name>ReadingDialog</name>
    <message>
        <source>Reading</source>
        <translation>阅读设置</translation>
    </message>
    <message>
        <source>Usual serif</source>
        <translation>默认宋体</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source> × size</source>
        <translation> 倍字号</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> 字</translation>
    </message>
    <message>
        <source> lines</source>
        <translation> 行</translation>
    </message>
    <message>
        <source>&amp;Close up where two meet (，“ 。”)</source>
        <translation>相邻标点挤压（，“ 。”）(&amp;C)</translation>
    </message>
    <message>
        <source>Stops may stand in the &amp;margin</source>
        <translation>句读可悬挂在页边(&amp;M)</translation>
    </message>
    <message>
        <source>A comma or a full stop that a line has no room for stands beside it; not in Traditional script, where stops stand in the middle of their square.</source>
        <translation>行末放不下的逗号或句号悬挂在行外；繁体不适用，因为繁体的句读居中。</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>恢复默认(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Face</source>
        <translation>字体(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>字号(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Line spacing</source>
        <translation>行距(&amp;L)</translation>
    </message>
    <message>
        <source>Line l&amp;ength</source>
        <translation>行宽(&amp;E)</translation>
    </message>
    <message>
        <source>First-line &amp;indent</source>
        <translation>首行缩进(&amp;I)</translation>
    </message>
    <message>
        <source>Space after &amp;paragraphs</source>
        <translation>段后间距(&amp;P)</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>标点</translation>
    </message>
    <message>
        <source>The window has room for {count}.</source>
        <translation>窗口可容纳 {count} 字。</translation>
    </message>
</context>
<context>
    <name>RefusalBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>RemoveKind</name>
    <message>
        <source>Remove kind of tag</source>
        <translation>移除标签类别</translation>
    </message>
    <message>
        <source>1 tag is of the kind “{kind}”. It becomes:</source>
        <translation>有 1 个标注属于“{kind}”类别。将其改为：</translation>
    </message>
    <message>
        <source>{count:,} tags are of the kind “{kind}”. They become:</source>
        <translation>有 {count:,} 个标注属于“{kind}”类别。将其改为：</translation>
    </message>
    <message>
        <source>Kind that the tags become</source>
        <translation>标注改成的类别</translation>
    </message>
    <message>
        <source>They keep everything else that was written about them. One Undo takes it back.</source>
        <translation>标注的其他内容都会保留。一次“撤销”即可还原。</translation>
    </message>
    <message>
        <source>Remove kind</source>
        <translation>移除类别</translation>
    </message>
    <message>
        <source>There is no other kind; make one first.</source>
        <translation>没有其他类别；请先新建一个。</translation>
    </message>
    <message>
        <source>Giving 1 tag another kind…</source>
        <translation>正在更改 1 个标注的类别…</translation>
    </message>
    <message>
        <source>Giving {count:,} tags another kind…</source>
        <translation>正在更改 {count:,} 个标注的类别…</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Replace text</source>
        <translation>替换正文</translation>
    </message>
    <message>
        <source>A later text of “{title}”</source>
        <translation>“{title}”的新版本</translation>
    </message>
    <message>
        <source>{new} characters take the place of {old}.</source>
        <translation>{new} 字将取代原来的 {old} 字。</translation>
    </message>
    <message>
        <source>The old text is kept. Undo brings it back with its tags.</source>
        <translation>旧文本会保留。“撤销”可连同标注一起找回。</translation>
    </message>
    <message>
        <source>1 tag moves with its words.</source>
        <translation>1 个标注随文字移动。</translation>
    </message>
    <message>
        <source>{count} tags move with their words.</source>
        <translation>{count} 个标注随文字移动。</translation>
    </message>
    <message>
        <source>No tag is left behind.</source>
        <translation>没有标注遗留。</translation>
    </message>
    <message>
        <source>1 tag waits for review: where it belongs is not certain.</source>
        <translation>1 个标注待复核：不能确定它的位置。</translation>
    </message>
    <message>
        <source>{count} tags wait for review: where they belong is not certain.</source>
        <translation>{count} 个标注待复核：不能确定它们的位置。</translation>
    </message>
    <message>
        <source>Tags that wait for review</source>
        <translation>待复核的标注</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 个</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>Replacer</name>
    <message>
        <source>“{title}” has this very text already; there is nothing to replace.</source>
        <translation>“{title}”的正文与此完全相同，无需替换。</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Tags to review</source>
        <translation>待复核的标注</translation>
    </message>
    <message>
        <source>Where it may belong</source>
        <translation>可能的位置</translation>
    </message>
    <message>
        <source>Put here</source>
        <translation>放在这里</translation>
    </message>
    <message>
        <source>Delete tag</source>
        <translation>删除标注</translation>
    </message>
    <message>
        <source>Choose a place above, or select the words in the text, and press Put here.</source>
        <translation>请在上方选择一个位置，或在正文中选择文字，然后按“放在这里”。</translation>
    </message>
    <message>
        <source>{count} versions</source>
        <translation>{count} 个版本</translation>
    </message>
    <message>
        <source>It was changed by people who did not see each other&apos;s changes:</source>
        <translation>几个人在互不知情时修改了它：</translation>
    </message>
    <message>
        <source>In the earlier text it stood here; the new one has nothing like it:</source>
        <translation>旧文本中它在此处；新文本中没有相似之处：</translation>
    </message>
    <message>
        <source>In the earlier text it stood here:</source>
        <translation>旧文本中它在此处：</translation>
    </message>
</context>
<context>
    <name>ScriptBar</name>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Original: the untouched source</source>
        <translation>原文：未经改动的原始文本</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation>繁体</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>台湾</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>{keys} cycles</source>
        <translation>{keys} 依次切换</translation>
    </message>
</context>
<context>
    <name>SelectCommands</name>
    <message>
        <source>Choose a tag, then select the words that it is to stand on.</source>
        <translation>请先选择一个标注，再选择它应标注的文字。</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Select some words first, or choose a tag.</source>
        <translation>请先选择文字，或选择一个标注。</translation>
    </message>
    <message>
        <source>The chosen tag is of the kind {kind} already.</source>
        <translation>所选标注已属于{kind}类别。</translation>
    </message>
    <message>
        <source>The tag is of the kind {kind} now; for a second tag, select the words again.</source>
        <translation>标注已改为{kind}；如要另加一个标注，请重新选择文字。</translation>
    </message>
    <message>
        <source>The tag “{quote}” was deleted by {who}; View &gt; History has it still.</source>
        <translation>标注“{quote}”已被 {who} 删除；“视图 &gt; 历史记录”中仍可找到。</translation>
    </message>
    <message>
        <source>The file of “{title}” is no longer in the workspace&apos;s folder; its tags are kept and come back with it.</source>
        <translation>“{title}”的文件已不在工作区文件夹中；其标注仍保留，文件恢复后会重新出现。</translation>
    </message>
    <message>
        <source>“{title}” was removed from the workspace by {who}; you can read on here, and View &gt; History says what was done.</source>
        <translation>“{title}”已被 {who} 移出工作区；您可以继续阅读，“视图 &gt; 历史记录”中有详细记录。</translation>
    </message>
    <message>
        <source>“{title}” has been given a later text by {who}; you can read on here in the earlier one, and the later one is in the list.</source>
        <translation>{who} 已为“{title}”换上新文本；您可以继续阅读旧文本，新文本在列表中。</translation>
    </message>
    <message>
        <source> and </source>
        <translation>、</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>其他人</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>{keys} tags as {kind}; the key of a kind is set in the tag set.</source>
        <translation>{keys} 用于标为{kind}；类别的按键在标签集中设置。</translation>
    </message>
    <message>
        <source>{keys} is the key of “{action}”.</source>
        <translation>{keys} 已用于“{action}”。</translation>
    </message>
    <message>
        <source>{keys} moves, scrolls or helps in the text.</source>
        <translation>{keys} 在正文中用于移动、滚动或显示帮助。</translation>
    </message>
    <message>
        <source>Press one key, with or without Ctrl, Alt or Shift.</source>
        <translation>请按一个键，可同时按 Ctrl、Alt 或 Shift。</translation>
    </message>
    <message>
        <source>{keys} goes from one control to the next.</source>
        <translation>{keys} 用于在控件之间切换。</translation>
    </message>
    <message>
        <source>{keys} opens a menu.</source>
        <translation>{keys} 用于打开菜单。</translation>
    </message>
    <message>
        <source>{keys} is needed to write in fields, and this works in the whole window: press a function key, or Ctrl or Alt with a key.</source>
        <translation>{keys} 在输入框中需要用来打字，而此操作在整个窗口有效：请按功能键，或与 Ctrl、Alt 组合的键。</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>&amp;Keep the present keys too</source>
        <translation>同时保留现有按键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Take it</source>
        <translation>改用于此(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>不设按键(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Usual keys</source>
        <translation>默认按键(&amp;U)</translation>
    </message>
    <message>
        <source>Usual keys for &amp;all</source>
        <translation>全部恢复默认(&amp;A)</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>查找操作或按键</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其按键</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新按键</translation>
    </message>
    <message>
        <source>Press the new keys</source>
        <translation>请按新的按键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Ne&amp;w keys</source>
        <translation>新按键(&amp;W)</translation>
    </message>
    <message>
        <source>Tag as {kind}</source>
        <translation>标为{kind}</translation>
    </message>
    <message>
        <source>The key of a kind of tag belongs to the tag set, and is set there.</source>
        <translation>标签类别的按键属于标签集，请在标签集中设置。</translation>
    </message>
    <message>
        <source>Usually: {keys}</source>
        <translation>默认：{keys}</translation>
    </message>
    <message>
        <source>Every action has its usual keys.</source>
        <translation>所有操作都已恢复默认按键。</translation>
    </message>
    <message>
        <source>“{action}”: {keys}</source>
        <translation>“{action}”：{keys}</translation>
    </message>
    <message>
        <source>“{action}” has no key.</source>
        <translation>“{action}”没有按键。</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>The tags of the article shown</source>
        <translation>当前文章的标注</translation>
    </message>
    <message>
        <source>Tags to settle, or that wait for a place</source>
        <translation>需要取舍或待定位的标注</translation>
    </message>
    <message>
        <source>What could be tagged in the article shown</source>
        <translation>当前文章中可以标注的内容</translation>
    </message>
    <message>
        <source>Review {count}</source>
        <translation>复核 {count}</translation>
    </message>
    <message>
        <source>Suggestions {count}</source>
        <translation>建议 {count}</translation>
    </message>
</context>
<context>
    <name>SourceWord</name>
    <message>
        <source>{character} may be {counterparts}</source>
        <translation>{character} 可能是 {counterparts}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>No workspace is open</source>
        <translation>没有打开工作区</translation>
    </message>
    <message>
        <source>A workspace is a folder that holds articles and their tags.</source>
        <translation>工作区是存放文章及其标注的文件夹。</translation>
    </message>
    <message>
        <source>No article is chosen</source>
        <translation>没有选择文章</translation>
    </message>
    <message>
        <source>Choose one in the list, or bring in another.</source>
        <translation>请在列表中选择一篇，或导入新文章。</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>还没有文章</translation>
    </message>
    <message>
        <source>Import texts, Word files, PDFs or saved web pages, drop them or a folder here, or paste a text from the clipboard.</source>
        <translation>请导入文本、Word 文档、PDF 或保存的网页，把文件或文件夹拖到这里，或从剪贴板粘贴文本。</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Saved on this machine</source>
        <translation>已保存在本机</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>1 change by {who}</source>
        <translation>{who}：1 处更改</translation>
    </message>
    <message>
        <source>{count:,} changes by {who}</source>
        <translation>{who}：{count:,} 处更改</translation>
    </message>
    <message>
        <source>you, elsewhere</source>
        <translation>您（在别处）</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未保存</translation>
    </message>
    <message>
        <source>{count} characters: “{words}”  ({start}–{end})</source>
        <translation>{count} 字：“{words}”  （{start}–{end}）</translation>
    </message>
    <message>
        <source>written in Simplified</source>
        <translation>原文为简体</translation>
    </message>
    <message>
        <source>written in Traditional</source>
        <translation>原文为繁体</translation>
    </message>
    <message>
        <source>Traditional with Simplified residue</source>
        <translation>夹有简体字的繁体</translation>
    </message>
    <message>
        <source>script undetermined</source>
        <translation>字形未定</translation>
    </message>
    <message>
        <source>{count:,} characters · {script}</source>
        <translation>{count:,} 字 · {script}</translation>
    </message>
    <message>
        <source>{count:,} characters · {script} · cleaned up</source>
        <translation>{count:,} 字 · {script} · 已清理</translation>
    </message>
</context>
<context>
    <name>SuggestionCommands</name>
    <message>
        <source>{kind} “{words}”, {sure}: {reason}. Enter accepts, Backspace rejects, E edits.</source>
        <translation>{kind}“{words}”，{sure}：{reason}。按 Enter 接受，按 Backspace 拒绝，按 E 编辑。</translation>
    </message>
    <message>
        <source>Suggestions are off; View &gt; Offer suggestions turns them on.</source>
        <translation>建议已关闭；可用“视图 &gt; 显示建议”打开。</translation>
    </message>
    <message>
        <source>The article is being read; suggestions come in a moment.</source>
        <translation>正在分析文章；稍后显示建议。</translation>
    </message>
    <message>
        <source>Nothing is left to judge in this article.</source>
        <translation>本文没有待处理的建议。</translation>
    </message>
    <message>
        <source>Go to a suggestion first: click it, or press {key}.</source>
        <translation>请先转到一个建议：点击它，或按 {key}。</translation>
    </message>
</context>
<context>
    <name>SuggestionList</name>
    <message>
        <source>Accept &amp;many…</source>
        <translation>批量接受(&amp;M)…</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Order of suggestions</source>
        <translation>建议的排序</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>按位置</translation>
    </message>
    <message>
        <source>As they stand in the article</source>
        <translation>按文中的次序</translation>
    </message>
    <message>
        <source>By confidence</source>
        <translation>按可信度</translation>
    </message>
    <message>
        <source>The surest first</source>
        <translation>可信度高的在前</translation>
    </message>
    <message>
        <source>Accept all above a confidence, after a look at them</source>
        <translation>查看后接受可信度足够高的所有建议</translation>
    </message>
    <message>
        <source>Make the tag (Enter)</source>
        <translation>标注（Enter）</translation>
    </message>
    <message>
        <source>Do not suggest it again (Backspace)</source>
        <translation>不再建议（Backspace）</translation>
    </message>
    <message>
        <source>Make the tag and go to its details (E)</source>
        <translation>标注并转到详情（E）</translation>
    </message>
    <message>
        <source>Open an article to see what could be tagged in it.</source>
        <translation>打开文章即可查看其中可以标注的内容。</translation>
    </message>
    <message>
        <source>Reading the article…</source>
        <translation>正在分析文章…</translation>
    </message>
    <message>
        <source>Nothing is left to judge in this article. Go on to the next one, or select words in the text and tag them.</source>
        <translation>本文没有待处理的建议。请继续下一篇，或在正文中选择文字来标注。</translation>
    </message>
</context>
<context>
    <name>Swatches</name>
    <message>
        <source>Suggested colours</source>
        <translation>建议的颜色</translation>
    </message>
    <message>
        <source>Colours that are told apart from those of the other kinds</source>
        <translation>与其他类别容易区分的颜色</translation>
    </message>
</context>
<context>
    <name>TagCommands</name>
    <message>
        <source>This article has no tags yet.</source>
        <translation>本文还没有标注。</translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Saved when you leave it, or with Ctrl+Return</source>
        <translation>离开此框或按 Ctrl+Return 即保存</translation>
    </message>
    <message>
        <source>Choose a tag to see and edit it.</source>
        <translation>选择一个标注，查看和编辑其内容。</translation>
    </message>
    <message>
        <source>Make it a tag of the kind {kind}</source>
        <translation>改为{kind}</translation>
    </message>
    <message>
        <source>Last changed {time}. The offsets count characters of the source.</source>
        <translation>最后修改于 {time}。位置按原文的字数计算。</translation>
    </message>
    <message>
        <source>{count} versions ({authors}): settle…</source>
        <translation>{count} 个版本（{authors}）：去取舍…</translation>
    </message>
    <message>
        <source>such as {day}</source>
        <translation>如 {day}</translation>
    </message>
    <message>
        <source>As much as is known: {day}, {month}, {year}</source>
        <translation>知道多少写多少：{day}、{month} 或 {year}</translation>
    </message>
</context>
<context>
    <name>TagFilters</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Show the tags of one article</source>
        <translation>只显示一篇文章的标注</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Quote, note or attribute</source>
        <translation>引文、备注或属性</translation>
    </message>
    <message>
        <source>Show the tags with these words, in any script</source>
        <translation>显示含这些文字的标注，简繁均可</translation>
    </message>
    <message>
        <source>Show {kind} tags; several kinds can be on at once</source>
        <translation>显示{kind}标注；可同时选择多个类别</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>所有文章</translation>
    </message>
</context>
<context>
    <name>TagList</name>
    <message>
        <source>Kinds of tag listed</source>
        <translation>列出的标签类别</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Tags of every kind</source>
        <translation>所有类别的标注</translation>
    </message>
    <message>
        <source>Only tags of the kind {kind}</source>
        <translation>只看{kind}标注</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>Open an article to see its tags.</source>
        <translation>打开文章即可查看其标注。</translation>
    </message>
    <message>
        <source>No tags of the kind {kind} in this article.</source>
        <translation>本文没有{kind}标注。</translation>
    </message>
    <message>
        <source>No tags in this article yet.</source>
        <translation>本文还没有标注。</translation>
    </message>
    <message>
        <source>No tags in this article yet. Select a passage and press {keys}.</source>
        <translation>本文还没有标注。请选择一个片段，再按 {keys}。</translation>
    </message>
    <message>
        <source>{first} or {last}</source>
        <translation>{first} 或 {last}</translation>
    </message>
</context>
<context>
    <name>TagModel</name>
    <message>
        <source>to settle · {details}</source>
        <translation>待取舍 · {details}</translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message>
        <source>Tags</source>
        <translation>标注</translation>
    </message>
</context>
<context>
    <name>TagSetCommands</name>
    <message>
        <source>Import tag set</source>
        <translation>导入标签集</translation>
    </message>
    <message>
        <source>{name} holds nothing that is not in the tag set already.</source>
        <translation>{name} 中的类别在标签集中都已有。</translation>
    </message>
    <message>
        <source>{workspace} tag set.json</source>
        <translation>{workspace} 标签集.json</translation>
    </message>
    <message>
        <source>Export tag set</source>
        <translation>导出标签集</translation>
    </message>
    <message>
        <source>Wrote {count:,} kinds of tag to {name}.</source>
        <translation>已将 {count:,} 个标签类别写入 {name}。</translation>
    </message>
    <message>
        <source>From {name}:</source>
        <translation>来自 {name}：</translation>
    </message>
    <message>
        <source>New: {kind}</source>
        <translation>新类别：{kind}</translation>
    </message>
    <message>
        <source>Changed: {kind} ({what})</source>
        <translation>有更改：{kind}（{what}）</translation>
    </message>
    <message>
        <source>and {count:,} more</source>
        <translation>另有 {count:,} 个</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
</context>
<context>
    <name>TagSetDialog</name>
    <message>
        <source>Tag set</source>
        <translation>标签集</translation>
    </message>
    <message>
        <source>&amp;New kind</source>
        <translation>新建类别(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>移除(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move the kind up (Alt+Up)</source>
        <translation>上移类别（Alt+Up）</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Move the kind down (Alt+Down)</source>
        <translation>下移类别（Alt+Down）</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>Re&amp;vert</source>
        <translation>还原(&amp;V)</translation>
    </message>
    <message>
        <source>Forget the changes to this kind</source>
        <translation>放弃对此类别的更改</translation>
    </message>
    <message>
        <source>&amp;Save kind</source>
        <translation>保存类别(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>What is the kind called?</source>
        <translation>这个类别叫什么？</translation>
    </message>
    <message>
        <source>Tags are stored as “{name}” already; write another name to store.</source>
        <translation>已有标注以“{name}”存储；请另写一个存储名。</translation>
    </message>
    <message>
        <source>“{kind}” is saved.</source>
        <translation>“{kind}”已保存。</translation>
    </message>
    <message>
        <source>“{kind}” is removed; Ctrl+Z brings it back.</source>
        <translation>“{kind}”已移除；按 Ctrl+Z 可找回。</translation>
    </message>
    <message>
        <source>1 kind has changes that are not saved; closing forgets them.</source>
        <translation>有 1 个类别的更改尚未保存；关闭后将丢失。</translation>
    </message>
    <message>
        <source>{count} kinds have changes that are not saved; closing forgets them.</source>
        <translation>有 {count} 个类别的更改尚未保存；关闭后将丢失。</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不保存并关闭</translation>
    </message>
    <message>
        <source>New kind</source>
        <translation>新类别</translation>
    </message>
    <message>
        <source>{keys} moves, scrolls or helps in the text; choose another key.</source>
        <translation>{keys} 在正文中用于移动、滚动或显示帮助；请选择其他按键。</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>key</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>part of</source>
        <translation>上级类别</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>{keys} is the key of “{action}” too, which then has none.</source>
        <translation>{keys} 原用于“{action}”，改用后该操作将没有按键。</translation>
    </message>
    <message>
        <source>details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>TagTable</name>
    <message>
        <source>Export selected…</source>
        <translation>导出选中的…</translation>
    </message>
    <message>
        <source>Tags of the workspace</source>
        <translation>工作区的标注</translation>
    </message>
    <message>
        <source>Export the selected tags to a file</source>
        <translation>将选中的标注导出到文件</translation>
    </message>
    <message>
        <source>{shown:,} of {total:,} tags</source>
        <translation>显示 {shown:,} 个，共 {total:,} 个标注</translation>
    </message>
    <message>
        <source>1 tag</source>
        <translation>1 个标注</translation>
    </message>
    <message>
        <source>{total:,} tags</source>
        <translation>{total:,} 个标注</translation>
    </message>
    <message>
        <source>No tag fits these filters.</source>
        <translation>没有符合筛选条件的标注。</translation>
    </message>
    <message>
        <source>Open a workspace to see its tags.</source>
        <translation>打开工作区即可查看其标注。</translation>
    </message>
    <message>
        <source>Nothing is tagged yet: select a passage and press {keys}.</source>
        <translation>还没有标注：请选择一个片段，再按 {keys}。</translation>
    </message>
</context>
<context>
    <name>TagTableModel</name>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>标注者</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改时间</translation>
    </message>
</context>
<context>
    <name>ThemeSamples</name>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>米黄</translation>
    </message>
    <message>
        <source>{theme}: the contrast is {own:.1f}, so it is shown with {shown:.1f}.</source>
        <translation>{theme}：对比度为 {own:.1f}，因此以 {shown:.1f} 显示。</translation>
    </message>
    <message>
        <source>{theme}: the contrast is {own:.1f}.</source>
        <translation>{theme}：对比度为 {own:.1f}。</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Choose an article</source>
        <translation>选择文章</translation>
    </message>
    <message>
        <source>The articles of the workspace are listed here. Click one, or go from one to the next with {keys}.</source>
        <translation>工作区的文章列在这里。点击一篇，或按 {keys} 逐篇切换。</translation>
    </message>
    <message>
        <source>Switch the script</source>
        <translation>切换字形</translation>
    </message>
    <message>
        <source>Read it as it was written, in Simplified, in Traditional, as in Taiwan or in Hong Kong: click, or press {keys} in the text. Tags stay on their words.</source>
        <translation>可以读原文，也可以读简体、繁体、台湾或香港字形：点击按钮，或在正文中按 {keys}。标注始终跟随原来的文字。</translation>
    </message>
    <message>
        <source>Tag some words</source>
        <translation>标注文字</translation>
    </message>
    <message>
        <source>Correct the details</source>
        <translation>修正详情</translation>
    </message>
    <message>
        <source>What is known of the chosen tag stands here; change what is wrong. {keys} takes any step back. Whatever you do is saved at once.</source>
        <translation>所选标注的内容显示在这里；有误之处可直接修改。{keys} 可撤销任何一步。所做的一切都会立即保存。</translation>
    </message>
    <message>
        <source>Find and export</source>
        <translation>查找与导出</translation>
    </message>
    <message>
        <source>{find} finds words in any script; {export} writes your tags as a table or JSON. {help} lists every key.</source>
        <translation>{find} 可查找文字，简繁均可；{export} 将标注导出为表格或 JSON。{help} 列出所有快捷键。</translation>
    </message>
    <message>
        <source>Select words in the text, then press the key of a kind of tag.</source>
        <translation>在正文中选择文字，然后按标签类别的按键。</translation>
    </message>
    <message>
        <source>Select words with the mouse, or with Shift and the arrow keys, then press {key}: they are tagged as {kind}. {text} goes to the text.</source>
        <translation>用鼠标或 Shift 加方向键选择文字，再按 {key}，即标为{kind}。{text} 可转到正文。</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Skip tour</source>
        <translation>跳过导览</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Step {number} of {count}</source>
        <translation>第 {number} 步，共 {count} 步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>VersionCard</name>
    <message>
        <source>The tag is deleted.</source>
        <translation>标注已删除。</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Keep this one</source>
        <translation>保留这一个</translation>
    </message>
    <message>
        <source>{said} · shown now</source>
        <translation>{said} · 当前显示</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Wenmai ended unexpectedly the last time; nothing that was saved is lost. The report is in {path}.</source>
        <translation>文脉上次意外退出；已保存的内容没有丢失。报告在 {path}。</translation>
    </message>
    <message>
        <source>The sample workspace could not be made: {error}</source>
        <translation>无法创建示例工作区：{error}</translation>
    </message>
</context>
<context>
    <name>YesNoInput</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>_AttributeView</name>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
</context>
<context>
    <name>_EmptyPage</name>
    <message>
        <source>Show all tags</source>
        <translation>显示所有标注</translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Metric</source>
        <translation>数据指标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Bound</source>
        <translation>界限</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>确数</translation>
    </message>
    <message>
        <source>about</source>
        <translation>约</translation>
    </message>
    <message>
        <source>over</source>
        <translation>超过</translation>
    </message>
    <message>
        <source>under</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>统计对象</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>项目品牌</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>主办方</translation>
    </message>
    <message>
        <source>Honour</source>
        <translation>荣誉</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>荣誉名称</translation>
    </message>
    <message>
        <source>Awarded by</source>
        <translation>授予方</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>awarded</source>
        <translation>已获</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>same words, same surroundings</source>
        <translation>文字相同，上下文相同</translation>
    </message>
    <message>
        <source>similar words, same surroundings</source>
        <translation>文字相近，上下文相同</translation>
    </message>
    <message>
        <source>other words, same surroundings</source>
        <translation>文字不同，上下文相同</translation>
    </message>
    <message>
        <source>same words, other surroundings</source>
        <translation>文字相同，上下文不同</translation>
    </message>
    <message>
        <source>similar words</source>
        <translation>文字相近</translation>
    </message>
    <message>
        <source>common colour vision</source>
        <translation>一般色觉</translation>
    </message>
    <message>
        <source>protanopia (no red cones)</source>
        <translation>红色盲（缺红视锥细胞）</translation>
    </message>
    <message>
        <source>deuteranopia (no green cones)</source>
        <translation>绿色盲（缺绿视锥细胞）</translation>
    </message>
    <message>
        <source>tritanopia (no blue cones)</source>
        <translation>蓝色盲（缺蓝视锥细胞）</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” have nearly the same colour; choose another for one.</source>
        <translation>“{one}”与“{other}”的颜色几乎相同；请为其中一个另选颜色。</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” have nearly the same colour to readers with {vision}; choose another for one, lighter or darker.</source>
        <translation>对{vision}的读者来说，“{one}”与“{other}”的颜色几乎相同；请为其中一个选更浅或更深的颜色。</translation>
    </message>
    <message>
        <source>“{kind}” ({colour}) is hard to see on {page}: its contrast is {contrast:.1f}, and {least:.0f} is the least; choose a darker or lighter colour.</source>
        <translation>“{kind}”（{colour}）在 {page} 上难以看清：对比度为 {contrast:.1f}，至少应为 {least:.0f}；请选择更深或更浅的颜色。</translation>
    </message>
    <message>
        <source>The kind has no name to be shown; write one.</source>
        <translation>类别还没有显示名称；请填写。</translation>
    </message>
    <message>
        <source>“{kind}” cannot be one of itself; choose another broader kind.</source>
        <translation>“{kind}”不能从属于自己；请另选上级类别。</translation>
    </message>
    <message>
        <source>There is no kind “{name}” to be the broader one; choose another.</source>
        <translation>没有可作上级的类别“{name}”；请另选。</translation>
    </message>
    <message>
        <source>“{parent}” is one of “{kind}” already, so it cannot be the broader one; choose another kind.</source>
        <translation>“{parent}”已从属于“{kind}”，不能再作其上级；请另选类别。</translation>
    </message>
    <message>
        <source>“{name}” is no name to store tags under; begin with a small letter a–z and go on with small letters, digits, “_” or “-”.</source>
        <translation>“{name}”不能用作存储名；请以小写字母 a–z 开头，后接小写字母、数字、“_”或“-”。</translation>
    </message>
    <message>
        <source>There is a kind “{label}” already; choose another name.</source>
        <translation>已有名为“{label}”的类别；请换一个名称。</translation>
    </message>
    <message>
        <source>“{colour}” is no colour; write # and six digits, such as #0069a8.</source>
        <translation>“{colour}”不是颜色；请写 # 加六位十六进制数，如 #0069a8。</translation>
    </message>
    <message>
        <source>“{key}” is no key; choose one letter or digit, or none.</source>
        <translation>“{key}”不能用作按键；请选择一个字母或数字，或不设。</translation>
    </message>
    <message>
        <source>“{kind}” has the key {key} already; choose another key.</source>
        <translation>“{kind}”已使用按键 {key}；请另选按键。</translation>
    </message>
    <message>
        <source>“{kind}” has two attributes “{name}”; give one of them another name.</source>
        <translation>“{kind}”有两个属性都叫“{name}”；请为其中一个改名。</translation>
    </message>
    <message>
        <source>“{name}” is no name to store an attribute under; begin with a small letter a–z and go on with small letters, digits, “_” or “-”.</source>
        <translation>“{name}”不能用作属性的存储名；请以小写字母 a–z 开头，后接小写字母、数字、“_”或“-”。</translation>
    </message>
    <message>
        <source>The attribute “{name}” has no name to be shown; write one.</source>
        <translation>属性“{name}”还没有显示名称；请填写。</translation>
    </message>
    <message>
        <source>“{label}” is a choice of nothing; write what there is to choose.</source>
        <translation>“{label}”没有可选的选项；请填写选项。</translation>
    </message>
    <message>
        <source>“{label}” has one choice twice; remove one of them.</source>
        <translation>“{label}”有重复的选项；请移除一个。</translation>
    </message>
    <message>
        <source>“{kind}” has no key, because “{first}” has {key} too and stands before it; give it another key.</source>
        <translation>“{kind}”没有按键，因为排在前面的“{first}”也用 {key}；请为它另设按键。</translation>
    </message>
    <message>
        <source>Two kinds are called “{label}” ({first} and {second}); give one of them another name.</source>
        <translation>有两个类别都叫“{label}”（{first} 和 {second}）；请为其中一个改名。</translation>
    </message>
    <message>
        <source>“{kind}” stands at the top, because it is said to be one of “{parent}”, which is one of it; choose where it belongs.</source>
        <translation>“{kind}”排在最上层，因为它被设为从属于“{parent}”，而后者又从属于它；请选择它的归属。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>{label} is {what}, not “{written}”.</source>
        <translation>{label}应为{what}，不能是“{written}”。</translation>
    </message>
    <message>
        <source>{label} is one of {choices}, not “{written}”.</source>
        <translation>{label}应为{choices}之一，不能是“{written}”。</translation>
    </message>
    <message>
        <source>{label} is a date such as 2026-11-22, 2026-11 or 2026, not “{written}”.</source>
        <translation>{label}应写成 2026-11-22、2026-11 或 2026 的样子，不能是“{written}”。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}); choose another file or folder.</source>
        <translation>无法写入 {path}（{reason}）；请选择其他文件或文件夹。</translation>
    </message>
    <message>
        <source>JSON document</source>
        <translation>JSON 文档</translation>
    </message>
    <message>
        <source>Tag {annotation_id} in “{title}” holds a number that JSON has no form for; correct its attributes.</source>
        <translation>“{title}”中的标注 {annotation_id} 含有 JSON 无法表示的数字；请更正其属性。</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>RTF 文档</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>{name} is over {size} MB; split it into several files.</source>
        <translation>{name} 超过 {size} MB；请拆分成几个文件。</translation>
    </message>
    <message>
        <source>{name} is {what}, not plain text; save it as plain text (.txt) first.</source>
        <translation>{name} 是 {what}，不是纯文本；请先另存为纯文本（.txt）。</translation>
    </message>
    <message>
        <source>{name} was not read, because “{encoding}” is no text encoding; name one such as gb18030, big5 or utf-16.</source>
        <translation>没有读取 {name}，因为“{encoding}”不是文本编码；请指定 gb18030、big5 或 utf-16 等编码。</translation>
    </message>
    <message>
        <source>{name} is binary data, not text; save it as plain text (.txt), or give its encoding with --encoding.</source>
        <translation>{name} 是二进制数据，不是文本；请另存为纯文本（.txt），或用 --encoding 指定编码。</translation>
    </message>
    <message>
        <source>{name} holds half a character (a lone surrogate) at offset {offset}; save it as UTF-8 again.</source>
        <translation>{name} 在第 {offset} 字处有半个字符（孤立代理项）；请重新存为 UTF-8。</translation>
    </message>
    <message>
        <source>{name} holds no text, or nothing but white space; choose one with words in it.</source>
        <translation>{name} 没有文字，或只有空白；请选择有文字的文件。</translation>
    </message>
    <message>
        <source>{path} is a folder; give the files in it.</source>
        <translation>{path} 是文件夹；请指定其中的文件。</translation>
    </message>
    <message>
        <source>{path} does not exist; check its name.</source>
        <translation>{path} 不存在；请检查名称。</translation>
    </message>
    <message>
        <source>{path} could not be read ({reason}); check that it may be opened.</source>
        <translation>无法读取 {path}（{reason}）；请检查是否有权打开。</translation>
    </message>
    <message>
        <source> at byte {start}</source>
        <translation>（第 {start} 个字节处）</translation>
    </message>
    <message>
        <source>{name} is not {encoding} text{where}; give another encoding with --encoding.</source>
        <translation>{name} 不是 {encoding} 文本{where}；请用 --encoding 指定其他编码。</translation>
    </message>
    <message>
        <source>An event with its edition</source>
        <translation>带届次的活动</translation>
    </message>
    <message>
        <source>An event that is held again and again</source>
        <translation>反复举办的活动</translation>
    </message>
    <message>
        <source>A series of events</source>
        <translation>系列活动</translation>
    </message>
    <message>
        <source>{word} before a name that ends with {ending}</source>
        <translation>“{word}”后接以“{ending}”结尾的名称</translation>
    </message>
    <message>
        <source>“{name}” was accepted before</source>
        <translation>以前接受过“{name}”</translation>
    </message>
    <message>
        <source>Before “{word}”</source>
        <translation>在“{word}”之前</translation>
    </message>
    <message>
        <source>A title that is spoken of as held</source>
        <translation>文中称已获得的称号</translation>
    </message>
    <message>
        <source>A title by how it ends: {words}</source>
        <translation>从结尾看是称号：{words}</translation>
    </message>
    <message>
        <source>Behind “{verb}”</source>
        <translation>在“{verb}”之后</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>twice</source>
        <translation>两次</translation>
    </message>
    <message>
        <source>{reason}; {learned}</source>
        <translation>{reason}；{learned}</translation>
    </message>
    <message>
        <source>you accepted {accepted:,} of {number:,} like it</source>
        <translation>类似的 {number:,} 个建议中，您接受了 {accepted:,} 个</translation>
    </message>
    <message>
        <source>you accepted “{words}” {accepted} and rejected it {rejected}</source>
        <translation>您接受过“{words}”{accepted}，拒绝过{rejected}</translation>
    </message>
    <message>
        <source>you accepted “{words}” {times}</source>
        <translation>您接受过“{words}”{times}</translation>
    </message>
    <message>
        <source>you rejected “{words}” {times}</source>
        <translation>您拒绝过“{words}”{times}</translation>
    </message>
    <message>
        <source>{number:,} times</source>
        <translation>{number:,} 次</translation>
    </message>
    <message>
        <source>Named as a programme elsewhere in the article</source>
        <translation>文中别处称为项目品牌</translation>
    </message>
    <message>
        <source>In quotation marks again and again</source>
        <translation>多次用引号引出</translation>
    </message>
    <message>
        <source>A share of a whole</source>
        <translation>占整体的份额</translation>
    </message>
    <message>
        <source>A run of {unit}</source>
        <translation>连续若干{unit}</translation>
    </message>
    <message>
        <source>A percentage</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>A small numeral with the measure word {unit}</source>
        <translation>带量词“{unit}”的小数目</translation>
    </message>
    <message>
        <source>A Chinese numeral with the measure word {unit}</source>
        <translation>带量词“{unit}”的汉字数目</translation>
    </message>
    <message>
        <source>A figure with the measure word {unit}</source>
        <translation>带量词“{unit}”的数字</translation>
    </message>
    <message>
        <source>“…” followed by {word}</source>
        <translation>引号后接“{word}”</translation>
    </message>
    <message>
        <source>{word} before “…”</source>
        <translation>引号前有“{word}”</translation>
    </message>
    <message>
        <source>A name with an inner dot</source>
        <translation>带间隔号的名称</translation>
    </message>
    <message>
        <source>A name that ends with {word}</source>
        <translation>以“{word}”结尾的名称</translation>
    </message>
    <message>
        <source>Regional vocabulary is not converted, as the installed OpenCC {installed} does not answer as expected; install OpenCC {version} and start again.</source>
        <translation>地区用词未转换，因为已安装的 OpenCC {installed} 的结果与预期不符；请安装 OpenCC {version} 并重新启动。</translation>
    </message>
    <message>
        <source>words, what is shown and the scripts are separated by tabs.</source>
        <translation>文字、显示内容和字形须以制表符分隔。</translation>
    </message>
    <message>
        <source>The original is never converted, so never corrected.</source>
        <translation>原文从不转换，因此无须更正。</translation>
    </message>
    <message>
        <source>A correction needs both the words and what is shown.</source>
        <translation>更正须同时写明文字和显示内容。</translation>
    </message>
    <message>
        <source>“{side}…” is longer than the {length} characters of a correction.</source>
        <translation>“{side}…”超过了更正的上限 {length} 字。</translation>
    </message>
    <message>
        <source>“{side}” holds punctuation or white space; a correction is of words alone.</source>
        <translation>“{side}”含有标点或空白；更正只能是文字。</translation>
    </message>
    <message>
        <source>“{script}” is no script; there are {names}.</source>
        <translation>“{script}”不是字形；可用的有 {names}。</translation>
    </message>
    <message>
        <source>Line {number} of the glossary: {error}</source>
        <translation>词表第 {number} 行：{error}</translation>
    </message>
    <message>
        <source>Backup (*.zip)</source>
        <translation>备份 (*.zip)</translation>
    </message>
    <message>
        <source>Tag set (*.json);;All files (*)</source>
        <translation>标签集 (*.json);;所有文件 (*)</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>“{words}”</translation>
    </message>
    <message>
        <source>Glossary (*.tsv *.txt);;All files (*)</source>
        <translation>词表 (*.tsv *.txt);;所有文件 (*)</translation>
    </message>
    <message>
        <source>{number}%</source>
        <translation>{number}%</translation>
    </message>
    <message>
        <source>{number}, {measures}</source>
        <translation>{number}，{measures}</translation>
    </message>
    <message>
        <source>{path} holds {count} articles; choose a file with one text.</source>
        <translation>{path} 中有 {count} 篇文章；请选择只含一篇文章的文件。</translation>
    </message>
    <message>
        <source>its text is not the one its name stands for</source>
        <translation>其正文与文件名所代表的不符</translation>
    </message>
    <message>
        <source>another format</source>
        <translation>其他格式</translation>
    </message>
    <message>
        <source>its text is not the one that was brought in</source>
        <translation>其正文与导入时不同</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>it is not an article</source>
        <translation>不是文章</translation>
    </message>
    <message>
        <source>no zip file can hold this name</source>
        <translation>zip 文件中不能有这样的名称</translation>
    </message>
    <message>
        <source>{target} lies in the workspace itself; choose another folder for the backup.</source>
        <translation>{target} 位于工作区内；请为备份选择其他文件夹。</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>不是文件</translation>
    </message>
    <message>
        <source>The backup {target} could not be written ({reason}); choose another folder or free some space.</source>
        <translation>无法写入备份 {target}（{reason}）；请选择其他文件夹，或腾出空间。</translation>
    </message>
    <message>
        <source>{name} is not in the backup ({why}); mend or remove it, and make the backup again.</source>
        <translation>{name} 没有备份（{why}）；请修复或移除它，然后重新备份。</translation>
    </message>
    <message>
        <source>a newer Wenmai made it, so update Wenmai first</source>
        <translation>它由更新版本的文脉制作，请先更新文脉</translation>
    </message>
    <message>
        <source>its {file} is damaged</source>
        <translation>其中的 {file} 已损坏</translation>
    </message>
    <message>
        <source>{folder} is a file; choose a folder for the new workspace.</source>
        <translation>{folder} 是文件；请为新工作区选择文件夹。</translation>
    </message>
    <message>
        <source>{folder} is a workspace already; open it, or choose another folder.</source>
        <translation>{folder} 已是工作区；请打开它，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>{folder} holds other files; choose an empty folder for the new workspace.</source>
        <translation>{folder} 中有其他文件；请为新工作区选择空文件夹。</translation>
    </message>
    <message>
        <source>The workspace {folder} could not be made ({reason}); choose another folder or free some space.</source>
        <translation>无法创建工作区 {folder}（{reason}）；请选择其他文件夹，或腾出空间。</translation>
    </message>
    <message>
        <source>only {count} of {length} bytes could be written</source>
        <translation>{length} 个字节中只写入了 {count} 个</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Move tag</source>
        <translation>移动标注</translation>
    </message>
    <message>
        <source>Edit tag</source>
        <translation>编辑标注</translation>
    </message>
    <message>
        <source>Bring back tag</source>
        <translation>恢复标注</translation>
    </message>
    <message>
        <source>Settle conflict</source>
        <translation>取舍版本</translation>
    </message>
    <message>
        <source>Rename article</source>
        <translation>重命名文章</translation>
    </message>
    <message>
        <source>Set script</source>
        <translation>设置字形</translation>
    </message>
    <message>
        <source>Remove article</source>
        <translation>移除文章</translation>
    </message>
    <message>
        <source>Correct conversion</source>
        <translation>更正转换</translation>
    </message>
    <message>
        <source>Import corrections</source>
        <translation>导入更正</translation>
    </message>
    <message>
        <source>Remove correction</source>
        <translation>移除更正</translation>
    </message>
    <message>
        <source>There is no kind “{kind}” in the tag set; choose one of {kinds}.</source>
        <translation>标签集中没有类别“{kind}”；请从 {kinds} 中选择。</translation>
    </message>
    <message>
        <source>The versions of tag {annotation_id} to choose from have changed; look at them again.</source>
        <translation>标注 {annotation_id} 可供选择的版本有变动；请重新查看。</translation>
    </message>
    <message>
        <source>“{title}”, which “{quote}” stood in, was removed from the workspace; import it again, and then bring the tag back.</source>
        <translation>“{quote}”所在的“{title}”已从工作区移除；请先重新导入该文章，再恢复标注。</translation>
    </message>
    <message>
        <source>There is no article {article_id} in {folder}; it may have been removed.</source>
        <translation>{folder} 中没有文章 {article_id}；可能已被移除。</translation>
    </message>
    <message>
        <source>Kinds go no deeper than {levels} levels; choose another broader kind for “{kind}”.</source>
        <translation>类别至多 {levels} 层；请为“{kind}”选择另一个上级类别。</translation>
    </message>
    <message>
        <source>“{kind}” stands at the top, because kinds go no deeper than {levels} levels; choose where it belongs.</source>
        <translation>“{kind}”改为最上层，因为类别至多 {levels} 层；请选择它的位置。</translation>
    </message>
    <message>
        <source>The scheduler went away; repeat the command, and it goes on from here.</source>
        <translation>与调度器的连接已中断；请重新运行命令，会从此处继续。</translation>
    </message>
    <message>
        <source>it ended its worker again and again, perhaps for lack of memory</source>
        <translation>它多次使工作节点退出，可能是内存不足</translation>
    </message>
    <message>
        <source>No Dask scheduler answers at {address}; start it, or leave out --scheduler.</source>
        <translation>{address} 没有 Dask 调度器应答；请启动它，或去掉 --scheduler。</translation>
    </message>
    <message>
        <source>A worker lacks {library}; install wenmai[corpus] on every machine.</source>
        <translation>有工作节点缺少 {library}；请在每台计算机上安装 wenmai[corpus]。</translation>
    </message>
    <message>
        <source>A worker could not go on ({reason}: {path}); mend that and repeat the command.</source>
        <translation>有工作节点无法继续（{reason}：{path}）；请修复后重新运行命令。</translation>
    </message>
    <message>
        <source>The scheduler at {address} has no workers; start some.</source>
        <translation>{address} 的调度器没有工作节点；请启动一些。</translation>
    </message>
    <message>
        <source>{library} is not installed; a corpus needs it, so install it with: pip install &quot;wenmai[corpus]&quot;</source>
        <translation>没有安装 {library}；处理语料库需要它，请用此命令安装：pip install &quot;wenmai[corpus]&quot;</translation>
    </message>
    <message>
        <source>{path} has no column “{wanted}” (it has {names}); name one with {option}.</source>
        <translation>{path} 中没有名为“{wanted}”的列（现有 {names}）；请用 {option} 指定一列。</translation>
    </message>
    <message>
        <source>another input</source>
        <translation>其他输入</translation>
    </message>
    <message>
        <source>other options</source>
        <translation>其他选项</translation>
    </message>
    <message>
        <source>other rules</source>
        <translation>其他规则</translation>
    </message>
    <message>
        <source>{path} is no manifest that this version of Wenmai can read; choose another folder.</source>
        <translation>{path} 不是此版本的文脉能读取的清单；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Another command is writing {path}; wait for it, or choose another folder.</source>
        <translation>另一个命令正在写入 {path}；请等待完成，或选择其他文件夹。</translation>
    </message>
    <message>
        <source>{folder} holds suggestions of {what}; choose another folder, or begin anew with --restart.</source>
        <translation>{folder} 中的建议出自{what}；请选择其他文件夹，或用 --restart 重新开始。</translation>
    </message>
    <message>
        <source>{path} is there already and no manifest names it; choose another folder.</source>
        <translation>{path} 已存在，且没有清单列出它；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>{path} is no whole Parquet file ({reason}); mend it or take it out.</source>
        <translation>{path} 不是完整的 Parquet 文件（{reason}）；请修复或移走它。</translation>
    </message>
    <message>
        <source>The column “{column}” of {path} holds no text but {type}; name another with --text.</source>
        <translation>{path} 的“{column}”列不是文字，而是 {type}；请用 --text 指定其他列。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); mend that and repeat the command.</source>
        <translation>无法读取 {path}（{reason}）；请修复后重新运行命令。</translation>
    </message>
    <message>
        <source>{path} was changed while it was read; repeat the command with --restart.</source>
        <translation>{path} 在读取时被更改；请加上 --restart 重新运行命令。</translation>
    </message>
    <message>
        <source>{first_file}, row {first}, to {last_file}, row {last}</source>
        <translation>{first_file} 第 {first} 行至 {last_file} 第 {last} 行</translation>
    </message>
    <message>
        <source>{output} is a part of the corpus {corpus}; choose a folder outside for the output.</source>
        <translation>{output} 位于语料库 {corpus} 之内；请另选语料库以外的输出文件夹。</translation>
    </message>
    <message>
        <source>{file}, rows {first} to {last}</source>
        <translation>{file} 第 {first} 至 {last} 行</translation>
    </message>
    <message>
        <source>Shard {number} ({rows}) could not be done: {reason}</source>
        <translation>无法完成分片 {number}（{rows}）：{reason}</translation>
    </message>
    <message>
        <source>{path} is neither Parquet nor JSON Lines; unpack it or write it as one of them.</source>
        <translation>{path} 既不是 Parquet 也不是 JSON Lines；请解压，或改写成其中一种格式。</translation>
    </message>
    <message>
        <source>{path} holds no file that ends in .parquet, .pq, .jsonl or .ndjson; name another folder, or one file.</source>
        <translation>{path} 中没有扩展名为 .parquet、.pq、.jsonl 或 .ndjson 的文件；请指定其他文件夹，或一个文件。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); name another file or folder.</source>
        <translation>无法读取 {path}（{reason}）；请指定其他文件或文件夹。</translation>
    </message>
    <message>
        <source>A worker has other rules than this command; install the same Wenmai on every machine and repeat it.</source>
        <translation>有工作节点的规则与此命令不同；请在每台计算机上安装相同版本的文脉，然后重新运行。</translation>
    </message>
    <message>
        <source>brat standoff (zip)</source>
        <translation>brat standoff (zip)</translation>
    </message>
    <message>
        <source>A tag over a line end is written in fragments; attributes that are no choice become notes.</source>
        <translation>跨行的标注分段写入；非选项类的属性写作备注。</translation>
    </message>
    <message>
        <source>CoNLL, BIO by character (zip)</source>
        <translation>CoNLL，逐字 BIO (zip)</translation>
    </message>
    <message>
        <source>Of tags that overlap the one that begins first is written, then the longest; the others are listed in left_out.tsv.</source>
        <translation>重叠的标注中，只写入开头最早的，其次最长的；其余的列在 left_out.tsv 中。</translation>
    </message>
    <message>
        <source>The JSON document has the definitions of the kinds.</source>
        <translation>类别的定义见 JSON 文档。</translation>
    </message>
    <message>
        <source>spaCy DocBin</source>
        <translation>spaCy DocBin</translation>
    </message>
    <message>
        <source>All tags are in the span group “tags”, those that do not overlap are entities too; notes and attributes are in user_data. A token is a character.</source>
        <translation>所有标注都在 span 组“tags”中，不重叠的同时也是实体；备注和属性在 user_data 中。每个字为一个词元。</translation>
    </message>
    <message>
        <source>overlapping entities</source>
        <translation>重叠的实体</translation>
    </message>
    <message>
        <source>doccano JSONL</source>
        <translation>doccano JSONL</translation>
    </message>
    <message>
        <source>Attributes, notes, authors and times are in the metadata of the text. Where tags overlap, the project has to allow that.</source>
        <translation>属性、备注、标注者和时间在文本的元数据中。标注有重叠时，项目须允许重叠。</translation>
    </message>
    <message>
        <source>overlapping tags</source>
        <translation>重叠的标注</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>types of attributes</source>
        <translation>属性的类型</translation>
    </message>
    <message>
        <source>authors and times</source>
        <translation>标注者和时间</translation>
    </message>
    <message>
        <source>the words around a tag</source>
        <translation>标注前后的文字</translation>
    </message>
    <message>
        <source>colours and order of kinds</source>
        <translation>类别的颜色和次序</translation>
    </message>
    <message>
        <source>the text of the articles</source>
        <translation>文章正文</translation>
    </message>
    <message>
        <source>the quotes in another script</source>
        <translation>其他字形的引文</translation>
    </message>
    <message>
        <source>code points</source>
        <translation>码点</translation>
    </message>
    <message>
        <source>UTF-16 units</source>
        <translation>UTF-16 码元</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Everything about a tag is written.</source>
        <translation>标注的全部内容都会写入。</translation>
    </message>
    <message>
        <source>{label} needs the extra “{extra}”: pip install &quot;wenmai[{extra}]&quot;</source>
        <translation>{label} 需要附加组件“{extra}”：pip install &quot;wenmai[{extra}]&quot;</translation>
    </message>
    <message>
        <source>It has no place for {losses}. {remedy}</source>
        <translation>此格式无法存放：{losses}。{remedy}</translation>
    </message>
    <message>
        <source>HTML report to read and print</source>
        <translation>HTML 报告，供阅读和打印</translation>
    </message>
    <message>
        <source>Tagged articles</source>
        <translation>标注过的文章</translation>
    </message>
    <message>
        <source>It is for people: whole texts with the tags highlighted, and a table a kind.</source>
        <translation>供人阅读：全文突出显示标注，每个类别一张表格。</translation>
    </message>
    <message>
        <source>times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>ids</source>
        <translation>标识</translation>
    </message>
    <message>
        <source>Each article is named by the SHA-256 of its text.</source>
        <translation>每篇文章以其正文的 SHA-256 命名。</translation>
    </message>
    <message>
        <source>JSON Lines, a tag a line</source>
        <translation>JSON Lines，每行一个标注</translation>
    </message>
    <message>
        <source>Label Studio tasks</source>
        <translation>Label Studio 任务</translation>
    </message>
    <message>
        <source>Attributes are lines of a region&apos;s remarks, with the note.</source>
        <translation>属性与备注一起写入区域的说明，每项一行。</translation>
    </message>
    <message>
        <source>Markdown report</source>
        <translation>Markdown 报告</translation>
    </message>
    <message>
        <source>It is for people: whole texts with the tags in brackets, and a table a kind.</source>
        <translation>供人阅读：全文用方括号标出标注，每个类别一张表格。</translation>
    </message>
    <message>
        <source>Parquet table</source>
        <translation>Parquet 表格</translation>
    </message>
    <message>
        <source>The definitions of the kinds are in the file&apos;s metadata.</source>
        <translation>类别的定义在文件的元数据中。</translation>
    </message>
    <message>
        <source>REFI-QDA codebook</source>
        <translation>REFI-QDA 编码簿</translation>
    </message>
    <message>
        <source>It holds the kinds only; the project (.qdpx) holds the tags.</source>
        <translation>其中只有类别；标注在项目（.qdpx）中。</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>REFI-QDA 项目</translation>
    </message>
    <message>
        <source>Attributes are lines of a selection&apos;s description; notes are notes.</source>
        <translation>属性写入选段的说明，每项一行；备注仍为备注。</translation>
    </message>
    <message>
        <source>Simplified 简体</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>Traditional 繁體</source>
        <translation>繁体</translation>
    </message>
    <message>
        <source>Taiwan 臺灣</source>
        <translation>台湾</translation>
    </message>
    <message>
        <source>Hong Kong 香港</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>标注者</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Tags: {tags:,} · Articles: {articles:,} · {date}</source>
        <translation>标注：{tags:,} · 文章：{articles:,} · {date}</translation>
    </message>
    <message>
        <source>Tag {annotation_id} in “{title}” does not stand where it says, so it cannot be written in this format; put the workspace right with: wenmai check --repair</source>
        <translation>“{title}”中的标注 {annotation_id} 与所记位置不符，无法以此格式写入；请用此命令修复工作区：wenmai check --repair</translation>
    </message>
    <message>
        <source>TEI P5</source>
        <translation>TEI P5</translation>
    </message>
    <message>
        <source>Tags point at anchors in the text, so they may overlap; control characters become U+FFFD.</source>
        <translation>标注指向文中的锚点，因此可以重叠；控制字符写作 U+FFFD。</translation>
    </message>
    <message>
        <source>the times of a tag</source>
        <translation>标注的时间</translation>
    </message>
    <message>
        <source>UIMA CAS JSON (zip)</source>
        <translation>UIMA CAS JSON (zip)</translation>
    </message>
    <message>
        <source>Each kind is a type of its own.</source>
        <translation>每个类别各为一种类型。</translation>
    </message>
    <message>
        <source>UIMA CAS XMI (zip)</source>
        <translation>UIMA CAS XMI (zip)</translation>
    </message>
    <message>
        <source>Each kind is a type of its own; control characters become U+FFFD.</source>
        <translation>每个类别各为一种类型；控制字符写作 U+FFFD。</translation>
    </message>
    <message>
        <source>W3C Web Annotation (JSON-LD)</source>
        <translation>W3C Web Annotation (JSON-LD)</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Long texts</source>
        <translation>长文本</translation>
    </message>
    <message>
        <source>Each kind has its sheet; a text of over 32,767 characters is whole in the sheet of long texts. Times are UTC, to the millisecond.</source>
        <translation>每个类别一张工作表；超过 32,767 字的文本完整存放在“长文本”工作表中。时间为 UTC，精确到毫秒。</translation>
    </message>
    <message>
        <source>{name} holds over {number} files; split it into several archives.</source>
        <translation>{name} 中的文件超过 {number} 个；请拆分成几个压缩包。</translation>
    </message>
    <message>
        <source>{name} unpacks to over {size} MB; split it into several archives.</source>
        <translation>{name} 解压后超过 {size} MB；请拆分成几个压缩包。</translation>
    </message>
    <message>
        <source>{name} is locked with a password; unpack the archive first.</source>
        <translation>{name} 有密码保护；请先解压。</translation>
    </message>
    <message>
        <source>{name} is packed in a rare way; unpack the archive first.</source>
        <translation>{name} 的压缩方式不常见；请先解压。</translation>
    </message>
    <message>
        <source>{name} has entries that lie over each other, as archives built to do harm do; make it again.</source>
        <translation>{name} 中的条目相互重叠，像恶意制作的压缩包一样；请重新制作。</translation>
    </message>
    <message>
        <source>{name} unpacks to far more than it could hold, as files built to do harm do; import the file by itself if you trust it.</source>
        <translation>{name} 解压后远大于应有的大小，像恶意制作的文件一样；如果您信任该文件，请单独导入。</translation>
    </message>
    <message>
        <source>{name} holds no file of a known format; choose one with articles.</source>
        <translation>{name} 中没有已知格式的文件；请选择含有文章的压缩包。</translation>
    </message>
    <message>
        <source>{name} is no zip file, or damaged; make it again.</source>
        <translation>{name} 不是 zip 文件，或已损坏；请重新制作。</translation>
    </message>
    <message>
        <source>{name} is damaged; make the archive again.</source>
        <translation>{name} 已损坏；请重新制作压缩包。</translation>
    </message>
    <message>
        <source>{name} is an archive inside an archive; unpack it and import it by itself.</source>
        <translation>{name} 是压缩包中的压缩包；请解压后单独导入。</translation>
    </message>
    <message>
        <source>this kind of file</source>
        <translation>此类文件</translation>
    </message>
    <message>
        <source>{name} could not be read as {what} (damaged?); open it in its program and save it again.</source>
        <translation>{name} 无法作为 {what} 读取（可能已损坏）；请用原程序打开并重新保存。</translation>
    </message>
    <message>
        <source>{name} takes more memory to read than is given to a file; save it as plain text (.txt) and import that.</source>
        <translation>读取 {name} 所需的内存超过单个文件的上限；请另存为纯文本（.txt）后导入。</translation>
    </message>
    <message>
        <source>{name} holds too much text; split it into several files.</source>
        <translation>{name} 的文字太多；请拆分成几个文件。</translation>
    </message>
    <message>
        <source>{name} took longer than {seconds:g} s to read; save it as plain text (.txt) and import that.</source>
        <translation>读取 {name} 超过了 {seconds:g} 秒；请另存为纯文本（.txt）后导入。</translation>
    </message>
    <message>
        <source>{name} was not read, because no process could be started for it ({reason}); close other programs and try again.</source>
        <translation>没有读取 {name}，因为无法为它启动进程（{reason}）；请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>a Word document</source>
        <translation>Word 文档</translation>
    </message>
    <message>
        <source>{name} is no Word document, though it is packed like one (a spreadsheet, slides?); save its text as .docx.</source>
        <translation>{name} 的打包方式与 Word 文档相同，但不是 Word 文档（可能是电子表格或幻灯片）；请将其文字另存为 .docx。</translation>
    </message>
    <message>
        <source>EPUB book</source>
        <translation>EPUB 电子书</translation>
    </message>
    <message>
        <source>an EPUB</source>
        <translation>EPUB 电子书</translation>
    </message>
    <message>
        <source>{name} has no text to read: its pages are pictures, or empty; an edition with text is needed.</source>
        <translation>{name} 没有可读取的文字：各页是图像，或为空白；请改用有文字的版本。</translation>
    </message>
    <message>
        <source>{name} is no EPUB, or lacks its list of contents; download it again, or save it again in the program it comes from.</source>
        <translation>{name} 不是 EPUB，或缺少内容清单；请重新下载，或用原程序重新保存。</translation>
    </message>
    <message>
        <source>{name} is locked by its seller (DRM) and cannot be read here; ask for a copy without.</source>
        <translation>{name} 已由销售方加密（DRM），无法在此读取；请索取未加密的版本。</translation>
    </message>
    <message>
        <source>{path} is a pipe or a device, not a file; it was not read; move it elsewhere.</source>
        <translation>{path} 是管道或设备，不是文件，因此没有读取；请将它移到别处。</translation>
    </message>
    <message>
        <source>{path} holds no file of a known format; choose a folder with articles.</source>
        <translation>{path} 中没有已知格式的文件；请选择含有文章的文件夹。</translation>
    </message>
    <message>
        <source>{path} holds over {number} files; import its folders one by one.</source>
        <translation>{path} 中的文件超过 {number} 个；请逐个导入其中的文件夹。</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Web page in one file</source>
        <translation>单文件网页</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>{name} is only a frame around other pages; open the frame with the article by itself and save that.</source>
        <translation>{name} 只是套着其他网页的框架；请单独打开文章所在的框架并保存。</translation>
    </message>
    <message>
        <source>{name} holds no web page; save the page again.</source>
        <translation>{name} 中没有网页；请重新保存网页。</translation>
    </message>
    <message>
        <source>{name} is a web page in an encoding that could not be told; give it with --encoding, for example gb18030.</source>
        <translation>{name} 是网页，但无法确定其编码；请用 --encoding 指定，例如 gb18030。</translation>
    </message>
    <message>
        <source>{name} is an empty web page; save the page again.</source>
        <translation>{name} 是空白网页；请重新保存网页。</translation>
    </message>
    <message>
        <source>{name} is damaged, or built to do harm: it is nested too deep; save the page again, or copy its text.</source>
        <translation>{name} 已损坏，或是恶意制作的：嵌套过深；请重新保存网页，或复制其文字。</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>{name} is damaged or cut off and cannot be read as a PDF; get it once more, or open it in a PDF program and save it again.</source>
        <translation>{name} 已损坏或不完整，无法作为 PDF 读取；请重新获取，或用 PDF 软件打开并重新保存。</translation>
    </message>
    <message>
        <source>{name} holds more on its pages than can be read; split it into several files.</source>
        <translation>{name} 各页的内容超过可读取的上限；请拆分成几个文件。</translation>
    </message>
    <message>
        <source>{name} is protected with a password; save it without one in a PDF program, and import that.</source>
        <translation>{name} 有密码保护；请用 PDF 软件另存为无密码的文件后导入。</translation>
    </message>
    <message>
        <source>{name} has over {most} pages; split it into several files.</source>
        <translation>{name} 超过 {most} 页；请拆分成几个文件。</translation>
    </message>
    <message>
        <source>{name} has no text: its pages are pictures (a scan); recognise its text with an OCR program, and import what that gives.</source>
        <translation>{name} 没有文字：各页是图像（扫描件）；请用 OCR 软件识别文字，再导入识别结果。</translation>
    </message>
    <message>
        <source>{name} has no text on its pages; choose one with words in it.</source>
        <translation>{name} 的页面上没有文字；请选择有文字的文件。</translation>
    </message>
    <message>
        <source>{name} does not say which characters its glyphs are, so its text would be garbage; recognise it with an OCR program, or get it in another format.</source>
        <translation>{name} 的字体缺少字符对照，取出的文字会是乱码；请用 OCR 软件识别，或改用其他格式的版本。</translation>
    </message>
    <message>
        <source>{name} is damaged, or in an encoding that is not known by sight; give it with --encoding, for example {example}.</source>
        <translation>{name} 已损坏，或其编码无法自动识别；请用 --encoding 指定，例如 {example}。</translation>
    </message>
    <message>
        <source>{name} may be in one of several encodings ({encodings}); give the right one with --encoding.</source>
        <translation>{name} 可能是几种编码之一（{encodings}）；请用 --encoding 指定正确的编码。</translation>
    </message>
    <message>
        <source>{name} declares entities of its own, which could fill the memory or fetch other files; save it without them.</source>
        <translation>{name} 声明了自己的实体，可能会占满内存或读取其他文件；请另存为不含实体的文件。</translation>
    </message>
    <message>
        <source>{name} is damaged, or built to do harm: its XML breaks off in line {line}; save it again in the program it comes from.</source>
        <translation>{name} 已损坏，或是恶意制作的：其 XML 在第 {line} 行中断；请用原程序重新保存。</translation>
    </message>
    <message>
        <source>{name} is an RTF document; open it in Word, WPS Office or LibreOffice and save it as .docx.</source>
        <translation>{name} 是 RTF 文档；请用 Word、WPS Office 或 LibreOffice 打开并另存为 .docx。</translation>
    </message>
    <message>
        <source>{name} is protected by a password; open it in its program and save it without.</source>
        <translation>{name} 有密码保护；请用原程序打开，取消密码后保存。</translation>
    </message>
    <message>
        <source>{name} is an old Office document (.doc, .wps); open it in Word, WPS Office or LibreOffice and save it as .docx.</source>
        <translation>{name} 是旧版 Office 文档（.doc、.wps）；请用 Word、WPS Office 或 LibreOffice 打开并另存为 .docx。</translation>
    </message>
    <message>
        <source>{name} is damaged or not complete; copy or download it again, or save it again in its program.</source>
        <translation>{name} 已损坏或不完整；请重新复制或下载，或用原程序重新保存。</translation>
    </message>
    <message>
        <source>{name} would unpack to {entries} files and {size} MB, which is more than is read; save it again in its program, or split it.</source>
        <translation>{name} 解压后有 {entries} 个文件、{size} MB，超过可读取的上限；请用原程序重新保存，或拆分。</translation>
    </message>
    <message>
        <source>A name that the article repeats</source>
        <translation>文章中反复出现的名称</translation>
    </message>
    <message>
        <source>A place in a ranking</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Called {word} in the next clause</source>
        <translation>下一句称之为“{word}”</translation>
    </message>
    <message>
        <source>it stands in several pieces</source>
        <translation>它分成几段</translation>
    </message>
    <message>
        <source>{name}: {entry} is not UTF-8, which brat&apos;s files are; save it as UTF-8 again.</source>
        <translation>{name}：{entry} 不是 UTF-8，而 brat 的文件应为 UTF-8；请重新存为 UTF-8。</translation>
    </message>
    <message>
        <source>{name} is damaged (“{line}” is no annotation); export it again.</source>
        <translation>{name} 已损坏（“{line}”不是标注）；请重新导出。</translation>
    </message>
    <message>
        <source>its article is not in the workspace</source>
        <translation>所属文章不在工作区中</translation>
    </message>
    <message>
        <source>the file does not say where it stands</source>
        <translation>文件没有记录它的位置</translation>
    </message>
    <message>
        <source>its words do not stand in the article</source>
        <translation>文中没有这些文字</translation>
    </message>
    <message>
        <source>its words stand in several places, or among other words</source>
        <translation>这些文字出现在多处，或是其他词语的一部分</translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <translation>不是 UTF-8</translation>
    </message>
    <message>
        <source>it is nested too deep</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>it holds a number that JSON does not have</source>
        <translation>其中有 JSON 无法表示的数字</translation>
    </message>
    <message>
        <source>{name} is no JSON that is read here ({reason}); export it again.</source>
        <translation>{name} 不是可在此读取的 JSON（{reason}）；请重新导出。</translation>
    </message>
    <message>
        <source>{name} holds no tags as “{label}”; choose the format that it was exported in.</source>
        <translation>{name} 中没有“{label}”格式的标注；请选择它导出时的格式。</translation>
    </message>
    <message>
        <source>it breaks off in line {line}</source>
        <translation>在第 {line} 行中断</translation>
    </message>
    <message>
        <source>{name} is damaged (its head is not as it was exported); export it again.</source>
        <translation>{name} 已损坏（文件开头与导出时不同）；请重新导出。</translation>
    </message>
    <message>
        <source>{name} was written by a newer Wenmai; update Wenmai to read it.</source>
        <translation>{name} 由更新版本的文脉写入；请更新文脉后读取。</translation>
    </message>
    <message>
        <source>{name} is damaged (tag {number} is not as it was exported); export it again.</source>
        <translation>{name} 已损坏（第 {number} 个标注与导出时不同）；请重新导出。</translation>
    </message>
    <message>
        <source>{name} holds a NUL character, which no text has; export it again from its program.</source>
        <translation>{name} 含有文本中不应有的 NUL 字符；请从原程序重新导出。</translation>
    </message>
    <message>
        <source>{name} has a text that is not UTF-8; export it again from its program.</source>
        <translation>{name} 中有文本不是 UTF-8；请从原程序重新导出。</translation>
    </message>
    <message>
        <source>{path} ends as no file with tags does ({suffixes}); say which format it is in.</source>
        <translation>{path} 的扩展名不是标注文件的扩展名（{suffixes}）；请指明其格式。</translation>
    </message>
    <message>
        <source>Import tags</source>
        <translation>导入标注</translation>
    </message>
    <message>
        <source>Each word stands twice</source>
        <translation>文字逐一重复</translation>
    </message>
    <message>
        <source>The number of a page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Printed again on another page</source>
        <translation>在其他页上重复印出</translation>
    </message>
    <message>
        <source>The letters of a heading are set apart</source>
        <translation>标题的字间有空格</translation>
    </message>
    <message>
        <source>The line ends where the column does</source>
        <translation>此行因栏宽而断</translation>
    </message>
    <message>
        <source>The column ends within a sentence</source>
        <translation>此栏在句中结束</translation>
    </message>
    <message>
        <source>A single space begins the paragraph</source>
        <translation>段落以一个空格开头</translation>
    </message>
    <message>
        <source>The line of a caption ends where its column does</source>
        <translation>图注的这一行因栏宽而断</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>Zip files</source>
        <translation>zip 文件</translation>
    </message>
    <message>
        <source>{name} is not plain text; import it as it is.</source>
        <translation>{name} 不是纯文本；请直接导入。</translation>
    </message>
    <message>
        <source>The tags were not imported, as the window closed.</source>
        <translation>窗口已关闭，因此没有导入标注。</translation>
    </message>
    <message>
        <source>Clean up text</source>
        <translation>清理正文</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Edit article details</source>
        <translation>编辑文章详情</translation>
    </message>
    <message>
        <source>An article has no “{name}”; say one of {names}.</source>
        <translation>文章没有“{name}”这一项；可用的有 {names}。</translation>
    </message>
    <message>
        <source>There is no correction of “{words}” as “{shown}” in {folder}; it may have been removed.</source>
        <translation>{folder} 中没有将“{words}”显示为“{shown}”的更正；可能已被移除。</translation>
    </message>
    <message>
        <source>The article that “{quote}” stood in is not in {folder}; import it again, and then bring the tag back.</source>
        <translation>“{quote}”所在的文章不在 {folder} 中；请先重新导入该文章，再恢复标注。</translation>
    </message>
    <message>
        <source>There is no tag {annotation_id} in {folder}; it may have been deleted.</source>
        <translation>{folder} 中没有标注 {annotation_id}；可能已被删除。</translation>
    </message>
    <message>
        <source>{start} to {end} is no passage of “{title}”, which has {count} characters; choose a start and a later end within it.</source>
        <translation>{start} 到 {end} 不是“{title}”中的片段，该文共 {count} 字；请在此范围内选择起点和更靠后的终点。</translation>
    </message>
    <message>
        <source>it would be read as something else</source>
        <translation>重新读取时会变成别的内容</translation>
    </message>
    <message>
        <source>not a line of a journal</source>
        <translation>不是日志的一行</translation>
    </message>
    <message>
        <source>the checksum does not match</source>
        <translation>校验和不符</translation>
    </message>
    <message>
        <source>not an entry that this version knows</source>
        <translation>不是此版本认识的条目</translation>
    </message>
    <message>
        <source>{path} is over {size} MB, too large for a glossary; divide it.</source>
        <translation>{path} 超过 {size} MB，作为词表过大；请拆分。</translation>
    </message>
    <message>
        <source>{path} could not be read ({reason}); check its name.</source>
        <translation>无法读取 {path}（{reason}）；请检查名称。</translation>
    </message>
    <message>
        <source>{path}: Line {line} is not UTF-8 text; save the file as UTF-8.</source>
        <translation>{path}：第 {line} 行不是 UTF-8 文本；请将文件存为 UTF-8。</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>the other was changed again since, and left as it is</source>
        <translation>另一处后来又有更改，保持原样</translation>
    </message>
    <message>
        <source>“{label}” was {done} in {left} of {number} places; {rest}.</source>
        <translation>“{label}”的 {number} 处中已有 {left} 处{done}；{rest}。</translation>
    </message>
    <message>
        <source>Nothing of “{label}” had been undone, so nothing was done again.</source>
        <translation>没有撤销过“{label}”，因此没有重做任何内容。</translation>
    </message>
    <message>
        <source>“{label}” was not {done}, because what it changed was changed again since; it was passed over, and nothing else is held up by it.</source>
        <translation>“{label}”没有{done}，因为它所改的内容后来又有更改；已跳过这一步，其余步骤不受影响。</translation>
    </message>
    <message>
        <source>the other {left} were changed again since, and left as they are</source>
        <translation>其余 {left} 处后来又有更改，保持原样</translation>
    </message>
    <message>
        <source>{constant} is not JSON</source>
        <translation>{constant} 不是 JSON</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>嵌套过深</translation>
    </message>
    <message>
        <source>Accept suggestion</source>
        <translation>接受建议</translation>
    </message>
    <message>
        <source>Reject suggestion</source>
        <translation>拒绝建议</translation>
    </message>
    <message>
        <source>Forget verdicts on suggestions</source>
        <translation>清除对建议的判断</translation>
    </message>
    <message>
        <source>Add kind of tag</source>
        <translation>添加标签类别</translation>
    </message>
    <message>
        <source>Change kind of tag</source>
        <translation>更改标签类别</translation>
    </message>
    <message>
        <source>Remove kind of tag</source>
        <translation>移除标签类别</translation>
    </message>
    <message>
        <source>Arrange kinds of tag</source>
        <translation>调整标签类别</translation>
    </message>
    <message>
        <source>Import tag set</source>
        <translation>导入标签集</translation>
    </message>
    <message>
        <source>“{kind}” was not removed, because 1 tag is of this kind; choose the kind that it becomes.</source>
        <translation>没有移除“{kind}”，因为有 1 个标注属于此类别；请选择它改成的类别。</translation>
    </message>
    <message>
        <source>“{kind}” was not removed, because {number:,} tags are of this kind; choose the kind that they become.</source>
        <translation>没有移除“{kind}”，因为有 {number:,} 个标注属于此类别；请选择它们改成的类别。</translation>
    </message>
    <message>
        <source>“{kind}” was not removed, because {number:,} tags are of this kind ({hidden:,} in articles that are not shown); choose the kind that they become.</source>
        <translation>没有移除“{kind}”，因为有 {number:,} 个标注属于此类别（其中 {hidden:,} 个在未显示的文章中）；请选择它们改成的类别。</translation>
    </message>
    <message>
        <source>“{kind}” is to be removed; choose another kind for its tags.</source>
        <translation>“{kind}”将被移除；请为其标注选择其他类别。</translation>
    </message>
    <message>
        <source>There is no kind of tag “{name}” in {folder}; it may have been removed.</source>
        <translation>{folder} 中没有标签类别“{name}”；可能已被移除。</translation>
    </message>
    <message>
        <source>“{kind}” was removed while somebody went on using it, so it stays as long as tags are of it; remove it again and say which kind they become.</source>
        <translation>“{kind}”被移除时还有人在使用，因此在有标注属于它时会一直保留；请再次移除，并说明标注改成哪个类别。</translation>
    </message>
    <message>
        <source>1 edit has the number of</source>
        <translation>有 1 处更改</translation>
    </message>
    <message>
        <source>The last edit in {path} was cut short when the program stopped; it had not been reported as saved and was dropped.</source>
        <translation>程序停止时，{path} 中的最后一处更改没有写完；它没有报告为已保存，现已舍弃。</translation>
    </message>
    <message>
        <source>{count} lines, from line {first} on,</source>
        <translation>{count} 行（自第 {first} 行起）</translation>
    </message>
    <message>
        <source> and was copied to {aside}</source>
        <translation>，并已复制到 {aside}</translation>
    </message>
    <message>
        <source>{number} edits have the numbers of</source>
        <translation>有 {number} 处更改</translation>
    </message>
    <message>
        <source>Line {first}</source>
        <translation>第 {first} 行</translation>
    </message>
    <message>
        <source>The workspace {folder} could not be read ({reason}); make its folders readable and open it again.</source>
        <translation>无法读取工作区 {folder}（{reason}）；请使其文件夹可读，然后重新打开。</translation>
    </message>
    <message>
        <source>The snapshot {name} is damaged ({wrong}), so the journal beside it was read instead; nothing is missing, and there is nothing to do.</source>
        <translation>快照 {name} 已损坏（{wrong}），因此改读旁边的日志；没有缺失内容，无须处理。</translation>
    </message>
    <message>
        <source>The journal {name} could not be read ({unreadable}), so its edits are missing; make it readable and open the workspace again.</source>
        <translation>无法读取日志 {name}（{unreadable}），因此缺少其中的更改；请使其可读，然后重新打开工作区。</translation>
    </message>
    <message>
        <source>{lines} of the journal {name} cannot be read ({what}){kept}; every other edit is here, and a copy of that file from a backup may bring back the rest.</source>
        <translation>日志 {name} 的{lines}无法读取（{what}）{kept}；其他更改都在，用备份中的该文件也许能找回其余内容。</translation>
    </message>
    <message>
        <source>{edits} others of the same writer, as two copies of Wenmai wrote {name} under one name; all of them count, and there is nothing to do.</source>
        <translation>{edits}与同一写入者的其他更改编号相同，因为有两个文脉以同一名称写入了 {name}；所有更改都有效，无须处理。</translation>
    </message>
    <message>
        <source>The text in {path} is as it was brought in, but what stands before it (title, script, time) is not as it was written; put the file back from a backup.</source>
        <translation>{path} 中的正文与导入时一致，但正文之前的内容（标题、字形、时间）与写入时不同；请用备份中的文件替换。</translation>
    </message>
    <message>
        <source>The article file {path} is damaged ({error}) and was left as it is; import the same text again, or put the file back from a backup, to see it and its tags.</source>
        <translation>文章文件 {path} 已损坏（{error}），保持原样未动；请重新导入同一文本，或用备份中的文件替换，即可看到文章及其标注。</translation>
    </message>
    <message>
        <source>1 tag quotes words that do not stand in {name}; it is kept in the journal but not shown, and “wenmai check” names it.</source>
        <translation>有 1 个标注的引文不在 {name} 中；它仍保留在日志里，但不显示，可用“wenmai check”查出。</translation>
    </message>
    <message>
        <source>{number} tags quote words that do not stand in {name}; they are kept in the journal but not shown, and “wenmai check” names them.</source>
        <translation>有 {number} 个标注的引文不在 {name} 中；它们仍保留在日志里，但不显示，可用“wenmai check”查出。</translation>
    </message>
    <message>
        <source>1 tag belongs to an article whose file {name} is missing in {folder}; it is kept and comes back when the article is imported again.</source>
        <translation>有 1 个标注所属文章的文件 {name} 不在 {folder} 中；标注仍保留，重新导入该文章后即恢复。</translation>
    </message>
    <message>
        <source>{number} tags belong to an article whose file {name} is missing in {folder}; they are kept and come back when the article is imported again.</source>
        <translation>有 {number} 个标注所属文章的文件 {name} 不在 {folder} 中；标注仍保留，重新导入该文章后即恢复。</translation>
    </message>
    <message>
        <source>not a workspace of a known format</source>
        <translation>不是已知格式的工作区</translation>
    </message>
    <message>
        <source>not an id</source>
        <translation>不是标识</translation>
    </message>
    <message>
        <source>{file} is not as Wenmai wrote it, so its kinds of tag may be wrong; put back a copy of it from a backup, or, if you changed it yourself, delete its line “sum”.</source>
        <translation>{file} 与文脉写入的不同，其中的标签类别可能有误；请用备份中的文件替换；如果是您自己改的，请删除其中的“sum”行。</translation>
    </message>
    <message>
        <source>{path} is not there any more; put the folder back, or open the workspace where it is now</source>
        <translation>{path} 已不在原处；请放回该文件夹，或打开工作区现在的位置</translation>
    </message>
    <message>
        <source>{path} could not be read ({reason}); make it readable and open it again.</source>
        <translation>无法读取 {path}（{reason}）；请使其可读，然后重新打开。</translation>
    </message>
    <message>
        <source>{path} is damaged ({error}); put back a copy of it from a backup.</source>
        <translation>{path} 已损坏（{error}）；请用备份中的文件替换。</translation>
    </message>
    <message>
        <source>another workspace lies in {folder} now; open that, or this one where it is now</source>
        <translation>{folder} 中现在是另一个工作区；请打开那一个，或打开此工作区现在的位置</translation>
    </message>
    <message>
        <source>{path} was written by a newer Wenmai; update Wenmai to open it.</source>
        <translation>{path} 由更新版本的文脉写入；请更新文脉后打开。</translation>
    </message>
    <message>
        <source>{path} is damaged; put back a copy of it from a backup (the articles and tags beside it are untouched).</source>
        <translation>{path} 已损坏；请用备份中的文件替换（旁边的文章和标注未受影响）。</translation>
    </message>
    <message>
        <source>There is no folder {folder}; choose another, or make a new workspace there.</source>
        <translation>没有文件夹 {folder}；请选择其他文件夹，或在那里新建工作区。</translation>
    </message>
    <message>
        <source>{folder} is a file, not a workspace; choose the folder of a workspace.</source>
        <translation>{folder} 是文件，不是工作区；请选择工作区的文件夹。</translation>
    </message>
    <message>
        <source>{folder} is not a workspace (it has no {file}); choose another folder, or make a new workspace.</source>
        <translation>{folder} 不是工作区（没有 {file}）；请选择其他文件夹，或新建工作区。</translation>
    </message>
    <message>
        <source>{folder} is open for reading only, because a newer Wenmai wrote it (format {version}, this one knows {known}); update Wenmai to edit it.</source>
        <translation>{folder} 以只读方式打开，因为它由更新版本的文脉写入（格式 {version}，此版本只到 {known}）；要编辑请更新文脉。</translation>
    </message>
    <message>
        <source>{folder} is open for reading only, because {state} could not be written ({reason}); make that folder writable and open the workspace again.</source>
        <translation>{folder} 以只读方式打开，因为无法写入 {state}（{reason}）；请使该文件夹可写，然后重新打开工作区。</translation>
    </message>
    <message>
        <source>The journal {journal} does not hold all that this computer saved in it, as when an older copy of the folder is put back; what is missing comes back with that journal&apos;s files from another copy, and new edits go under another name.</source>
        <translation>日志 {journal} 缺少本机曾保存在其中的部分内容，例如文件夹被换回了较旧的副本；放回另一副本中该日志的文件即可补全，新的更改会以另一名称保存。</translation>
    </message>
    <message>
        <source>{path} lies in the folder of a workspace, which holds nothing else; choose another folder.</source>
        <translation>{path} 位于某个工作区的文件夹内，那里不存放其他文件；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>The edits kept in {overlay} could not be brought into {folder} ({why}); they are shown, and it is tried again when the workspace is next opened.</source>
        <translation>保存在 {overlay} 中的更改无法写入 {folder}（{why}）；这些更改仍会显示，下次打开工作区时会再次尝试。</translation>
    </message>
    <message>
        <source>{folder} cannot be written, so your edits are kept on this machine in {root}; make the folder writable and open it again, and they are brought in.</source>
        <translation>{folder} 无法写入，因此您的更改保存在本机的 {root}；请使该文件夹可写并重新打开，更改会一并写入。</translation>
    </message>
    <message>
        <source>“{label}” could not be saved in {path} ({reason}), so it was not done; free some space or check the drive, and repeat it.</source>
        <translation>无法将“{label}”保存到 {path}（{reason}），因此没有执行；请腾出空间或检查磁盘，然后重试。</translation>
    </message>
    <message>
        <source>“{label}” was not done, because a broken program left the highest number there is in {folder}; put the journals back from a backup.</source>
        <translation>没有执行“{label}”，因为有程序出错，在 {folder} 中留下了最大的编号；请用备份中的日志替换。</translation>
    </message>
    <message>
        <source>“{label}” was not done: it holds a value that cannot be saved; change it.</source>
        <translation>没有执行“{label}”：其中有无法保存的值；请更改。</translation>
    </message>
    <message>
        <source>“{label}” was not done, because {file} could not be renewed ({why}); free some space or check the drive, and repeat it.</source>
        <translation>没有执行“{label}”，因为无法更新 {file}（{why}）；请腾出空间或检查磁盘，然后重试。</translation>
    </message>
    <message>
        <source>Replace text</source>
        <translation>替换正文</translation>
    </message>
    <message>
        <source>Put tag back</source>
        <translation>放回标注</translation>
    </message>
    <message>
        <source>the tag was changed in the meantime; look at it again and repeat the edit</source>
        <translation>该标注在此期间已被更改；请查看后重新编辑</translation>
    </message>
    <message>
        <source>it changes the same thing twice; make two steps of it</source>
        <translation>它把同一内容改了两次；请分成两步</translation>
    </message>
    <message>
        <source>it is an edit of nothing</source>
        <translation>它没有更改任何内容</translation>
    </message>
    <message>
        <source>a tag stays in its article; delete it and make another</source>
        <translation>标注不能移到别的文章；请删除后重新标注</translation>
    </message>
    <message>
        <source>the article does not hold these words there; select the passage again</source>
        <translation>文章的该处没有这些文字；请重新选择片段</translation>
    </message>
    <message>
        <source>the article was changed in the meantime; look at it again and repeat the edit</source>
        <translation>该文章在此期间已被更改；请查看后重新编辑</translation>
    </message>
    <message>
        <source>a correction stays of its words and scripts; remove it and make another</source>
        <translation>更正的文字和字形不能改变；请移除后另建一条</translation>
    </message>
    <message>
        <source>the correction was changed in the meantime; look at it again and repeat the edit</source>
        <translation>该更正在此期间已被更改；请查看后重新编辑</translation>
    </message>
    <message>
        <source>a kind keeps the name that its tags are stored under; make another kind</source>
        <translation>类别的存储名不能改变；请另建一个类别</translation>
    </message>
    <message>
        <source>the kind was changed in the meantime; look at it again and repeat the edit</source>
        <translation>该类别在此期间已被更改；请查看后重新编辑</translation>
    </message>
    <message>
        <source>a verdict stays with its suggestion; make another</source>
        <translation>判断不能改属其他建议；请另作判断</translation>
    </message>
    <message>
        <source>the suggestion was judged in the meantime; look at it again and repeat it</source>
        <translation>该建议在此期间已有判断；请查看后重试</translation>
    </message>
    <message>
        <source>the article does not hold these words there; look at the suggestions again</source>
        <translation>文章的该处没有这些文字；请重新查看建议</translation>
    </message>
    <message>
        <source>a confidence is a number from 0 to 1</source>
        <translation>可信度应为 0 到 1 之间的数</translation>
    </message>
    <message>
        <source>1 tag is</source>
        <translation>1 个标注</translation>
    </message>
    <message>
        <source>the tag set has no kind “{kind}”; choose another kind</source>
        <translation>标签集中没有类别“{kind}”；请选择其他类别</translation>
    </message>
    <message>
        <source>there is no article {article} in the workspace; import it first</source>
        <translation>工作区中没有文章 {article}；请先导入</translation>
    </message>
    <message>
        <source>“{title}” was removed from the workspace; import it again first</source>
        <translation>“{title}”已从工作区移除；请先重新导入</translation>
    </message>
    <message>
        <source>“{script}” is no script; choose one of {scripts}</source>
        <translation>“{script}”不是字形；请从 {scripts} 中选择</translation>
    </message>
    <message>
        <source>{tags} of this kind; say which kind they become</source>
        <translation>还有 {tags}属于此类别；请说明改成哪个类别</translation>
    </message>
    <message>
        <source>“{label}” was not done: {fault}.</source>
        <translation>没有执行“{label}”：{fault}。</translation>
    </message>
    <message>
        <source>{left:,} tags are</source>
        <translation>{left:,} 个标注</translation>
    </message>
    <message>
        <source>it is over {largest:,} MB large</source>
        <translation>它超过 {largest:,} MB</translation>
    </message>
    <message>
        <source>Import article</source>
        <translation>导入文章</translation>
    </message>
    <message>
        <source>Bring article back</source>
        <translation>恢复文章</translation>
    </message>
    <message>
        <source>“{title}” is in the workspace already; it was not imported again.</source>
        <translation>“{title}”已在工作区中，没有再次导入。</translation>
    </message>
    <message>
        <source>“{label}” was not done: {folder} is closed; open the workspace again.</source>
        <translation>没有执行“{label}”：{folder} 已关闭；请重新打开工作区。</translation>
    </message>
    <message>
        <source>“{label}” was not done, because {why}.</source>
        <translation>没有执行“{label}”，因为{why}。</translation>
    </message>
    <message>
        <source>“{title}” could not be saved in {path} ({why}), so it was not imported; free some space or check the drive, and import it again.</source>
        <translation>无法将“{title}”保存到 {path}（{why}），因此没有导入；请腾出空间或检查磁盘，然后重新导入。</translation>
    </message>
    <message>
        <source>Delete tag</source>
        <translation>删除标注</translation>
    </message>
    <message>
        <source>No tag {annotation_id} waits for review in {folder}; it may have been put back or deleted.</source>
        <translation>{folder} 中没有待复核的标注 {annotation_id}；可能已放回或删除。</translation>
    </message>
    <message>
        <source>There is no article {old_id} in {folder}; it may have been removed.</source>
        <translation>{folder} 中没有文章 {old_id}；可能已被移除。</translation>
    </message>
    <message>
        <source>“{title}” has this very text already; there is nothing to replace.</source>
        <translation>“{title}”的正文与此完全相同，无需替换。</translation>
    </message>
    <message>
        <source>{start} to {end} is no passage of “{title}”; select some of its words.</source>
        <translation>{start} 到 {end} 不是“{title}”中的片段；请选择其中的文字。</translation>
    </message>
    <message>
        <source>{refused}; the later text is in the workspace beside it, as the article “{title}”.</source>
        <translation>{refused}；新文本已作为文章“{title}”放在工作区中。</translation>
    </message>
    <message>
        <source>it holds two files of one name</source>
        <translation>其中有两个同名文件</translation>
    </message>
    <message>
        <source>it is no zip file, or not a whole one</source>
        <translation>不是 zip 文件，或不完整</translation>
    </message>
    <message>
        <source>{folder} holds something already; choose a new or empty folder to restore into.</source>
        <translation>{folder} 不是空的；请选择新文件夹或空文件夹来还原。</translation>
    </message>
    <message>
        <source>it would fill {total:,} bytes, which no backup of its size holds</source>
        <translation>解压后有 {total:,} 字节，这样大小的备份不可能有这么多</translation>
    </message>
    <message>
        <source>it holds no {file}</source>
        <translation>其中没有 {file}</translation>
    </message>
    <message>
        <source>it needs {total:,} bytes, and {free:,} are free</source>
        <translation>需要 {total:,} 字节，只有 {free:,} 字节可用</translation>
    </message>
    <message>
        <source>it has no {file}, so it is no backup that Wenmai made</source>
        <translation>其中没有 {file}，因此不是文脉制作的备份</translation>
    </message>
    <message>
        <source>{name} in it is not what was backed up</source>
        <translation>其中的 {name} 与备份时不同</translation>
    </message>
    <message>
        <source>{path} cannot be restored: {error}; choose another backup.</source>
        <translation>无法还原 {path}：{error}；请选择其他备份。</translation>
    </message>
    <message>
        <source>it names a file that is none of a workspace, “{name}”</source>
        <translation>其中列有不属于工作区的文件“{name}”</translation>
    </message>
    <message>
        <source>{name} in it is no file</source>
        <translation>其中的 {name} 不是文件</translation>
    </message>
    <message>
        <source>{name} in it is larger than it should be</source>
        <translation>其中的 {name} 大于应有的大小</translation>
    </message>
    <message>
        <source>{name} in it cannot be read</source>
        <translation>其中的 {name} 无法读取</translation>
    </message>
    <message>
        <source>{path} could not be restored in {folder} ({reason}); choose another folder or free some space.</source>
        <translation>无法将 {path} 还原到 {folder}（{reason}）；请选择其他文件夹，或腾出空间。</translation>
    </message>
    <message>
        <source>The backup of today {path} could not be made ({reason}); free some space or check the drive.</source>
        <translation>无法制作今天的备份 {path}（{reason}）；请腾出空间或检查磁盘。</translation>
    </message>
    <message>
        <source>it is no snapshot</source>
        <translation>不是快照</translation>
    </message>
    <message>
        <source>it is no snapshot that this version knows</source>
        <translation>不是此版本认识的快照</translation>
    </message>
    <message>
        <source>{path} is no tag set; choose a file that “Export tag set” wrote.</source>
        <translation>{path} 不是标签集；请选择用“导出标签集”写出的文件。</translation>
    </message>
    <message>
        <source>{path} was written by a newer Wenmai; update Wenmai to read it.</source>
        <translation>{path} 由更新版本的文脉写入；请更新文脉后读取。</translation>
    </message>
    <message>
        <source>{path} has two kinds “{name}”; take one of them out.</source>
        <translation>{path} 中有两个类别都叫“{name}”；请去掉一个。</translation>
    </message>
    <message>
        <source>Delete tags</source>
        <translation>删除标注</translation>
    </message>
    <message>
        <source>Tag all</source>
        <translation>全部标注</translation>
    </message>
    <message>
        <source>1 tag made in it is not shown; it is kept, and comes</source>
        <translation>其中的 1 个标注不再显示；标注仍保留，</translation>
    </message>
    <message>
        <source>“{title}” is removed from the workspace, so {is_kept} back when the article is imported again.</source>
        <translation>“{title}”已从工作区移除，{is_kept}重新导入该文章后即恢复。</translation>
    </message>
    <message>
        <source>{number:,} tags made in it are not shown; they are kept, and come</source>
        <translation>其中的 {number:,} 个标注不再显示；标注仍保留，</translation>
    </message>
    <message>
        <source>, nor is 1 more</source>
        <translation>，另有 1 行也不是</translation>
    </message>
    <message>
        <source>, nor are {more} more</source>
        <translation>，另有 {more} 行也不是</translation>
    </message>
    <message>
        <source>{damaged} of {path} is no correction{others}; every other one counts, so mend it there, or it is set aside when you next correct something for all your workspaces.</source>
        <translation>{path} 的{damaged}不是更正{others}；其他各条都有效，请在那里修正，否则下次为所有工作区更正时会将其移到一旁。</translation>
    </message>
    <message>
        <source>Your corrections in {path} could not be read ({reason}), so they do not count; make the file readable and start again.</source>
        <translation>无法读取 {path} 中您的更正（{reason}），因此不起作用；请使该文件可读，然后重新启动。</translation>
    </message>
    <message>
        <source>Your corrections were not changed, because another window is writing {path}; repeat it in a moment.</source>
        <translation>没有更改您的更正，因为另一个窗口正在写入 {path}；请稍后重试。</translation>
    </message>
    <message>
        <source>Your corrections could not be saved in {path} ({reason}), so they were not changed; free some space or check the drive, and repeat it.</source>
        <translation>无法将您的更正保存到 {path}（{reason}），因此没有更改；请腾出空间或检查磁盘，然后重试。</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
</context>
</TS>
