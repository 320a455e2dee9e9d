<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en_GB">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Wenmai</source>
        <translation>關於文脈</translation>
    </message>
    <message>
        <source>Wenmai&apos;s icon</source>
        <translation>文脈圖示</translation>
    </message>
    <message>
        <source>Read Chinese articles in any script and tag their passages.</source>
        <translation>用任意字形閱讀中文文章，並標註其中的片段。</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>授權條款</translation>
    </message>
    <message>
        <source>MIT. You may use, change and pass on Wenmai; the full text is docs/LICENSE.</source>
        <translation>MIT 授權條款：可以使用、修改和散佈文脈；全文見 docs/LICENSE。</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>使用的元件</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字型</translation>
    </message>
    <message>
        <source>None come with Wenmai: it shows Noto CJK or what the system has.</source>
        <translation>文脈不附字型，使用 Noto CJK 或系統已有的字型。</translation>
    </message>
    <message>
        <source>To read on</source>
        <translation>延伸閱讀</translation>
    </message>
    <message>
        <source>In the folder docs: {pages}</source>
        <translation>見 docs 資料夾：{pages}</translation>
    </message>
    <message>
        <source>C&amp;opy diagnostics</source>
        <translation>複製診斷資訊(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>關閉(&amp;C)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
</context>
<context>
    <name>AcceptAllDialog</name>
    <message>
        <source>Accept suggestions</source>
        <translation>接受建議</translation>
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
        <translation>在整個工作區</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>適用範圍</translation>
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
        <translation>將接受的建議</translation>
    </message>
    <message>
        <source>Con&amp;fidence from</source>
        <translation>可信度不低於(&amp;F)</translation>
    </message>
    <message>
        <source>Nothing is as sure as that. Ask for less confidence, or for other kinds.</source>
        <translation>沒有這樣可信的建議。請降低可信度，或選擇其他類別。</translation>
    </message>
    <message>
        <source>Accept {count}</source>
        <translation>接受 {count} 個</translation>
    </message>
    <message>
        <source>{read} of {articles} articles are read; the others will follow here.</source>
        <translation>已分析 {read} 篇，共 {articles} 篇；其餘的隨後顯示。</translation>
    </message>
    <message>
        <source>Accepted: {count}. Undo takes all of it back.</source>
        <translation>已接受 {count} 個；「復原」可一次取消。</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>Tagged. {tag}</source>
        <translation>已標註。{tag}</translation>
    </message>
    <message>
        <source>{count} passages tagged</source>
        <translation>已標註 {count} 個片段</translation>
    </message>
    <message>
        <source>Tag deleted. {tag}</source>
        <translation>標註已刪除。{tag}</translation>
    </message>
    <message>
        <source>{count} tags deleted</source>
        <translation>已刪除 {count} 個標註</translation>
    </message>
    <message>
        <source>Selected: {words}</source>
        <translation>已選取：{words}</translation>
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
        <translation>重新命名文章</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>標題</translation>
    </message>
    <message>
        <source>Replace text</source>
        <translation>取代正文</translation>
    </message>
    <message>
        <source>“{title}” and its {count} tags leave the workspace; Undo brings them back.</source>
        <translation>「{title}」及其 {count} 個標註將移出工作區；可用「復原」找回。</translation>
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
        <translation>標題</translation>
    </message>
</context>
<context>
    <name>ArticleDetailsDialog</name>
    <message>
        <source>Article details</source>
        <translation>文章詳情</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>標題(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Source</source>
        <translation>來源(&amp;S)</translation>
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
        <translation>網址(&amp;W)</translation>
    </message>
    <message>
        <source>Imported from {file}</source>
        <translation>匯入自 {file}</translation>
    </message>
    <message>
        <source>Pages that are pictures, and gave no text: {pages}</source>
        <translation>沒有文字的影像頁：{pages}</translation>
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
        <translation>篩選文章</translation>
    </message>
    <message>
        <source>Words of the title, in either script</source>
        <translation>標題中的文字，簡繁皆可</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>沒有開啟工作區。</translation>
    </message>
    <message>
        <source>No articles yet. Import text files, drop them here, or paste from the clipboard.</source>
        <translation>還沒有文章。請匯入文字檔、把檔案拖曳到這裡，或從剪貼簿貼上。</translation>
    </message>
    <message>
        <source>No title holds “{query}”.</source>
        <translation>沒有標題含「{query}」的文章。</translation>
    </message>
</context>
<context>
    <name>ArticleModel</name>
    <message>
        <source>Suggestions: {count}</source>
        <translation>建議：{count}</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>簡體中文</translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation>繁體中文</translation>
    </message>
    <message>
        <source>Traditional Chinese with Simplified characters</source>
        <translation>夾雜簡體字的繁體中文</translation>
    </message>
    <message>
        <source>Neither Simplified nor Traditional</source>
        <translation>無法判斷簡體或繁體</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>Folder name:</source>
        <translation>資料夾名稱：</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>建立</translation>
    </message>
    <message>
        <source>&amp;Look in:</source>
        <translation>查詢位置(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>檔案類型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>&amp;Add attribute</source>
        <translation>新增屬性(&amp;A)</translation>
    </message>
    <message>
        <source>Remove attri&amp;bute</source>
        <translation>移除屬性(&amp;B)</translation>
    </message>
    <message>
        <source>Tags that have it keep what they hold</source>
        <translation>已有此屬性的標註會保留其內容</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>整數</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>選項</translation>
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
        <translation>類型</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>屬性</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>選項</translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation>儲存名稱</translation>
    </message>
    <message>
        <source>parted by commas</source>
        <translation>用逗號隔開</translation>
    </message>
</context>
<context>
    <name>AuthorChoice</name>
    <message>
        <source>Author</source>
        <translation>標註者</translation>
    </message>
    <message>
        <source>Whose tags are written</source>
        <translation>匯出誰的標註</translation>
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
        <translation>備份工作區</translation>
    </message>
    <message>
        <source>Restore backup</source>
        <translation>還原備份</translation>
    </message>
    <message>
        <source>Restore into a new folder</source>
        <translation>還原到新資料夾</translation>
    </message>
    <message>
        <source>A backup is under way; wait for it, or cancel it.</source>
        <translation>正在備份；請等待完成，或取消備份。</translation>
    </message>
    <message>
        <source>Backed up {count:,} files to {name}.</source>
        <translation>已將 {count:,} 個檔案備份到 {name}。</translation>
    </message>
    <message>
        <source>Restored in {folder}.</source>
        <translation>已還原到 {folder}。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>沒有寫入任何內容。</translation>
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
        <translation>只改變顯示；正文和標註保持原樣</translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>查看…</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暫不清理</translation>
    </message>
    <message>
        <source>This text is hard-wrapped: {parts}.</source>
        <translation>本文有強制換行：{parts}。</translation>
    </message>
    <message>
        <source>This text can be cleaned up: {parts}.</source>
        <translation>本文可以清理：{parts}。</translation>
    </message>
    <message>
        <source>1 line can be joined</source>
        <translation>1 行可合併</translation>
    </message>
    <message>
        <source>{count} lines can be joined</source>
        <translation>{count} 行可合併</translation>
    </message>
    <message>
        <source>1 paragraph begins with a stray space</source>
        <translation>1 段開頭有多餘空格</translation>
    </message>
    <message>
        <source>{count} paragraphs begin with a stray space</source>
        <translation>{count} 段開頭有多餘空格</translation>
    </message>
    <message>
        <source>1 caption stands twice</source>
        <translation>1 則圖說重複</translation>
    </message>
    <message>
        <source>{count} captions stand twice</source>
        <translation>{count} 則圖說重複</translation>
    </message>
    <message>
        <source>1 heading has its letters set apart</source>
        <translation>1 個標題字間有空格</translation>
    </message>
    <message>
        <source>{count} headings have their letters set apart</source>
        <translation>{count} 個標題字間有空格</translation>
    </message>
    <message>
        <source>1 line belongs to a page</source>
        <translation>1 行是頁碼或頁首頁尾</translation>
    </message>
    <message>
        <source>{count} lines belong to pages</source>
        <translation>{count} 行是頁碼或頁首頁尾</translation>
    </message>
    <message>
        <source>Join lines</source>
        <translation>合併斷行</translation>
    </message>
    <message>
        <source>Leave out stray spaces</source>
        <translation>略去多餘空格</translation>
    </message>
    <message>
        <source>Captions once</source>
        <translation>圖說去除重複</translation>
    </message>
    <message>
        <source>Close up headings</source>
        <translation>去除標題字間空格</translation>
    </message>
    <message>
        <source>Leave out what belongs to pages</source>
        <translation>略去頁碼和頁首頁尾</translation>
    </message>
</context>
<context>
    <name>CleaningCommands</name>
    <message>
        <source>Looking through the text…</source>
        <translation>正在檢查正文…</translation>
    </message>
    <message>
        <source>Nothing was found to clean up in this text.</source>
        <translation>本文沒有可清理之處。</translation>
    </message>
    <message>
        <source>This is the text cleaned up; {key} shows the source.</source>
        <translation>這是清理後的正文；用 {key} 可看原文。</translation>
    </message>
    <message>
        <source>This is the source; {key} shows the text cleaned up.</source>
        <translation>這是原文；用 {key} 可看清理後的正文。</translation>
    </message>
    <message>
        <source>the View menu</source>
        <translation>「檢視」選單</translation>
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
        <translation>全部拒絕</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>變更</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>原樣</translation>
    </message>
    <message>
        <source>Cleaned up</source>
        <translation>清理後</translation>
    </message>
    <message>
        <source>Clean up {accepted} of {count}</source>
        <translation>清理 {accepted} 處（共 {count} 處）</translation>
    </message>
    <message>
        <source>Leave all</source>
        <translation>全部保持原樣</translation>
    </message>
</context>
<context>
    <name>CleaningModel</name>
    <message>
        <source>As it is</source>
        <translation>原樣</translation>
    </message>
    <message>
        <source>Cleaned up</source>
        <translation>清理後</translation>
    </message>
    <message>
        <source>{kind}: {accepted} of {count}</source>
        <translation>{kind}：{accepted} 處，共 {count} 處</translation>
    </message>
    <message>
        <source>{kind}: {count}</source>
        <translation>{kind}：{count} 處</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Colour, as # and six digits</source>
        <translation>顏色：# 加六位十六進位數</translation>
    </message>
</context>
<context>
    <name>CommandGroup</name>
    <message>
        <source>Open a workspace first, or make a new one.</source>
        <translation>請先開啟工作區，或新增一個。</translation>
    </message>
    <message>
        <source>Choose a tag first: click it, or press {key}.</source>
        <translation>請先選擇一個標註：點選它，或按 {key}。</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>Simplified 简体</source>
        <translation>簡體</translation>
    </message>
    <message>
        <source>Traditional 繁體</source>
        <translation>繁體</translation>
    </message>
    <message>
        <source>Taiwan 臺灣</source>
        <translation>臺灣</translation>
    </message>
    <message>
        <source>Hong Kong 香港</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>this workspace</source>
        <translation>本工作區</translation>
    </message>
    <message>
        <source>all my workspaces</source>
        <translation>我的所有工作區</translation>
    </message>
    <message>
        <source>Words in the source</source>
        <translation>原文中的文字</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>顯示為</translation>
    </message>
    <message>
        <source>Scripts</source>
        <translation>字形</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>適用範圍</translation>
    </message>
    <message>
        <source>never converted</source>
        <translation>永不轉換</translation>
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
        <translation>意外錯誤</translation>
    </message>
    <message>
        <source>Something went wrong; your work is safe</source>
        <translation>出了點問題；您的工作沒有遺失</translation>
    </message>
    <message>
        <source>Your tags are on disk, and what you were typing was saved.</source>
        <translation>標註已在磁碟上，正在輸入的內容也已儲存。</translation>
    </message>
    <message>
        <source>Your tags are on disk; what you were typing could not be saved.</source>
        <translation>標註已在磁碟上；正在輸入的內容未能儲存。</translation>
    </message>
    <message>
        <source>{state} You can go on; if it happens again, quit and start Wenmai anew. The report helps to mend it: it holds no text of your articles.</source>
        <translation>{state}您可以繼續；如果再次出現，請結束並重新啟動文脈。報告有助於修復問題，其中不含文章內容。</translation>
    </message>
    <message>
        <source>Wenmai met an error it did not expect: {error}.</source>
        <translation>文脈遇到意外錯誤：{error}。</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>詳細資訊(&amp;D)</translation>
    </message>
    <message>
        <source>C&amp;opy report</source>
        <translation>複製報告(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>繼續(&amp;C)</translation>
    </message>
    <message>
        <source>Errors so far: {times}; of different kinds: {kinds}.</source>
        <translation>目前的錯誤數：{times}；不同種類：{kinds}。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export tags</source>
        <translation>匯出標註</translation>
    </message>
    <message>
        <source>Regional vocabulary</source>
        <translation>地區用詞</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>瀏覽…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>{format}, to be installed</source>
        <translation>{format}，需安裝</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>類別</translation>
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
        <translation>檔案(&amp;I)</translation>
    </message>
    <message>
        <source>Whole workspace</source>
        <translation>整個工作區</translation>
    </message>
    <message>
        <source>Tags that the table&apos;s filters show ({count:,})</source>
        <translation>表格篩選出的標註（{count:,}）</translation>
    </message>
    <message>
        <source>Selected tags ({count:,})</source>
        <translation>選取的標註（{count:,}）</translation>
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
        <translation>引文、備註或屬性中的任意文字</translation>
    </message>
    <message>
        <source>Only tags with these words, in any script</source>
        <translation>只匯出含這些文字的標註，簡繁皆可</translation>
    </message>
    <message>
        <source>Quotes are written as the source has them; another script goes beside it</source>
        <translation>引文按原文寫出；選擇其他字形時，寫在原文旁邊</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Original and Simplified 简体</source>
        <translation>原文和簡體</translation>
    </message>
    <message>
        <source>Original and Traditional 繁體</source>
        <translation>原文和繁體</translation>
    </message>
    <message>
        <source>Original and Taiwan 臺灣</source>
        <translation>原文和臺灣字形</translation>
    </message>
    <message>
        <source>Original and Hong Kong 香港</source>
        <translation>原文和香港字形</translation>
    </message>
    <message>
        <source>Also say things as they are said there: 网络 as 網路</source>
        <translation>同時換用當地的說法，如「网络」作「網路」</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>{workspace} tags</source>
        <translation>{workspace} 標註</translation>
    </message>
    <message>
        <source>Counting the tags…</source>
        <translation>正在計算標註…</translation>
    </message>
    <message>
        <source>There is no such tag; choose other tags or kinds.</source>
        <translation>沒有這樣的標註；請選擇其他標註或類別。</translation>
    </message>
    <message>
        <source>1 tag will be written.</source>
        <translation>將寫入 1 個標註。</translation>
    </message>
    <message>
        <source>{count:,} tags will be written.</source>
        <translation>將寫入 {count:,} 個標註。</translation>
    </message>
    <message>
        <source>Nothing to show</source>
        <translation>沒有可顯示的內容</translation>
    </message>
    <message>
        <source>The beginning of this file cannot be shown.</source>
        <translation>無法顯示此檔案的開頭。</translation>
    </message>
    <message>
        <source>{path} lies in the folder of the workspace, which holds nothing else; choose another folder.</source>
        <translation>{path} 位於工作區資料夾內，那裡不存放其他檔案；請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>{name} is in {folder} already; exporting replaces what it holds.</source>
        <translation>{folder} 中已有 {name}；匯出會取代其內容。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
    </message>
    <message>
        <source>Writing {name}…</source>
        <translation>正在寫入 {name}…</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>沒有寫入任何內容。</translation>
    </message>
    <message>
        <source>Wrote {count:,} tags to {name}.</source>
        <translation>已將 {count:,} 個標註寫入 {name}。</translation>
    </message>
    <message>
        <source>Wrote 1 tag to {name}.</source>
        <translation>已將 1 個標註寫入 {name}。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>The export failed, and nothing was written.</source>
        <translation>匯出失敗，沒有寫入任何內容。</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>The first tags as the file will have them</source>
        <translation>開頭幾個標註寫入檔案後的樣子</translation>
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
        <translation>開啟工作區</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>新增工作區</translation>
    </message>
    <message>
        <source>Import articles</source>
        <translation>匯入文章</translation>
    </message>
    <message>
        <source>{count} articles imported.</source>
        <translation>已匯入 {count} 篇文章。</translation>
    </message>
    <message>
        <source>Stopped: {count} articles came in, {left} files did not.</source>
        <translation>已停止：已匯入 {count} 篇文章，{left} 個檔案未匯入。</translation>
    </message>
    <message>
        <source>1 article imported.</source>
        <translation>已匯入 1 篇文章。</translation>
    </message>
    <message>
        <source>{said} {count} files were not:</source>
        <translation>{said} 另有 {count} 個檔案未匯入：</translation>
    </message>
    <message>
        <source>Import folder</source>
        <translation>匯入資料夾</translation>
    </message>
    <message>
        <source>Import in another encoding</source>
        <translation>以其他編碼匯入</translation>
    </message>
    <message>
        <source>The encoding of {name} is not certain. Choose what reads right:</source>
        <translation>無法確定 {name} 的編碼。請選擇讀來正確的一項：</translation>
    </message>
    <message>
        <source>The encoding of {count} files is not certain. Choose what reads right for {name}:</source>
        <translation>有 {count} 個檔案的編碼無法確定。請選擇 {name} 讀來正確的一項：</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>{said} Read as {encodings}.</source>
        <translation>{said} 讀取所用編碼：{encodings}。</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Previous match</source>
        <translation>上一處相符</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>下一處相符</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Find in any script</source>
        <translation>尋找，簡繁皆可</translation>
    </message>
    <message>
        <source>Find in article</source>
        <translation>在文章中尋找</translation>
    </message>
    <message>
        <source>{key} or {keys}</source>
        <translation>{key} 或 {keys}</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>沒有相符之處</translation>
    </message>
    <message>
        <source>{current:,} of {total:,}</source>
        <translation>第 {current:,} 處，共 {total:,} 處</translation>
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
        <translation>{total:,} 處相符</translation>
    </message>
</context>
<context>
    <name>GlossaryDialog</name>
    <message>
        <source>Corrections of the conversion</source>
        <translation>轉換的更正</translation>
    </message>
    <message>
        <source>&amp;Never convert</source>
        <translation>永不轉換(&amp;N)</translation>
    </message>
    <message>
        <source>Ne&amp;w</source>
        <translation>新增(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>匯入(&amp;I)</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>匯出(&amp;X)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>W&amp;ords in the source</source>
        <translation>原文中的文字(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Shown as</source>
        <translation>顯示為(&amp;S)</translation>
    </message>
    <message>
        <source>In this wor&amp;kspace</source>
        <translation>用於本工作區(&amp;K)</translation>
    </message>
    <message>
        <source>For &amp;all my workspaces</source>
        <translation>用於我的所有工作區(&amp;A)</translation>
    </message>
    <message>
        <source>Words in the source</source>
        <translation>原文中的文字</translation>
    </message>
    <message>
        <source>Shown as</source>
        <translation>顯示為</translation>
    </message>
    <message>
        <source>Never convert these words</source>
        <translation>永不轉換這些文字</translation>
    </message>
    <message>
        <source>What the correction does</source>
        <translation>更正的效果</translation>
    </message>
    <message>
        <source>Begin another correction</source>
        <translation>另建一條更正</translation>
    </message>
    <message>
        <source>Your corrections</source>
        <translation>您的更正</translation>
    </message>
    <message>
        <source>Remove the chosen corrections</source>
        <translation>移除選取的更正</translation>
    </message>
    <message>
        <source>Import corrections</source>
        <translation>匯入更正</translation>
    </message>
    <message>
        <source>Export corrections</source>
        <translation>匯出更正</translation>
    </message>
    <message>
        <source>Corrections that come with Wenmai</source>
        <translation>文脈內附的更正</translation>
    </message>
    <message>
        <source>Show these words as they stand in the source</source>
        <translation>這些文字按原文顯示</translation>
    </message>
    <message>
        <source>Take in a table of words, what is shown, and scripts, separated by tabs</source>
        <translation>從表格讀入文字、顯示內容和字形，以定位字元分隔</translation>
    </message>
    <message>
        <source>Write these corrections, or those chosen, to a table</source>
        <translation>將全部或選取的更正寫入表格</translation>
    </message>
    <message>
        <source>Choose at least one script.</source>
        <translation>請至少選擇一種字形。</translation>
    </message>
    <message>
        <source>Add correction</source>
        <translation>新增更正</translation>
    </message>
    <message>
        <source>Change correction</source>
        <translation>修改更正</translation>
    </message>
    <message>
        <source>Words that stand in the source, and what is shown for them.</source>
        <translation>原文中的文字，以及它們應顯示成的樣子。</translation>
    </message>
    <message>
        <source>No place in this article</source>
        <translation>本文沒有這些文字</translation>
    </message>
    <message>
        <source>1 place in this article</source>
        <translation>本文有 1 處</translation>
    </message>
    <message>
        <source>{count:,} places in this article</source>
        <translation>本文有 {count:,} 處</translation>
    </message>
    <message>
        <source>{count} · {script}</source>
        <translation>{count} · {script}</translation>
    </message>
    <message>
        <source>{count:,} corrections come with Wenmai</source>
        <translation>文脈內附 {count:,} 條更正</translation>
    </message>
    <message>
        <source>{count:,} corrections came in from {name}.</source>
        <translation>已從 {name} 匯入 {count:,} 條更正。</translation>
    </message>
    <message>
        <source>corrections.tsv</source>
        <translation>更正.tsv</translation>
    </message>
    <message>
        <source>Wrote {count:,} corrections to {name}.</source>
        <translation>已將 {count:,} 條更正寫入 {name}。</translation>
    </message>
</context>
<context>
    <name>GoCommands</name>
    <message>
        <source>There is no article to go to a place in.</source>
        <translation>沒有開啟文章，無處可前往。</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>Go to</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Character, share, paragraph or tag</source>
        <translation>字、百分比、段落或標註</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>前往…</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>A character (12,345), a share (40%), a paragraph (¶12), a tag (#3) or words of a tag.</source>
        <translation>第幾字（12,345）、百分比（40%）、段落（¶12）、標註（#3），或標註中的文字。</translation>
    </message>
    <message>
        <source>No tag of this article has these words.</source>
        <translation>本文沒有含這些文字的標註。</translation>
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
        <translation>文章到 100% 為止。</translation>
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
        <translation>本文共有 {count} 個標註。</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>History of the workspace</source>
        <translation>工作區的歷史記錄</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>標註者</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Quote, note, attribute or title</source>
        <translation>引文、備註、屬性或標題</translation>
    </message>
    <message>
        <source>Show the steps with these words, in any script</source>
        <translation>顯示含這些文字的步驟，簡繁皆可</translation>
    </message>
    <message>
        <source>Show the steps of all tags again</source>
        <translation>重新顯示所有標註的步驟</translation>
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
        <translation>正在讀取… {part} %</translation>
    </message>
    <message>
        <source>{shown:,} of {total:,} steps</source>
        <translation>顯示 {shown:,} 步，共 {total:,} 步</translation>
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
        <translation>沒有符合篩選條件的步驟。</translation>
    </message>
    <message>
        <source>Every tag that is made, changed or deleted will stand here, with who did it and when; any earlier state of a tag can be brought back.</source>
        <translation>標註的每次新增、修改和刪除都會列在這裡，並註明操作者和時間；標註以前的任何狀態都可以恢復。</translation>
    </message>
    <message>
        <source>“{title}” is not in the workspace any more.</source>
        <translation>「{title}」已不在工作區中。</translation>
    </message>
</context>
<context>
    <name>HistoryDetails</name>
    <message>
        <source>Choose a step to see what it changed.</source>
        <translation>選擇一個步驟，查看它改了什麼。</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢復</translation>
    </message>
    <message>
        <source>Previous tag of this step</source>
        <translation>此步驟的上一個標註</translation>
    </message>
    <message>
        <source>Next tag of this step</source>
        <translation>此步驟的下一個標註</translation>
    </message>
    <message>
        <source>Nothing was left to change.</source>
        <translation>已沒有可變更的內容。</translation>
    </message>
    <message>
        <source>The line of this step can no longer be read in {path}; “wenmai check” says more.</source>
        <translation>{path} 中這一步驟的記錄已無法讀取；執行「wenmai check」可瞭解詳情。</translation>
    </message>
    <message>
        <source>{at:,} of {count:,}</source>
        <translation>第 {at:,} 個，共 {count:,} 個</translation>
    </message>
    <message>
        <source>no such kind</source>
        <translation>無此類別</translation>
    </message>
    <message>
        <source>no correction</source>
        <translation>無更正</translation>
    </message>
    <message>
        <source>not judged</source>
        <translation>未判斷</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已接受</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒絕</translation>
    </message>
    <message>
        <source>“{words}” ({kind}): {said}</source>
        <translation>「{words}」（{kind}）：{said}</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>變更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>變更後</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>簡體</translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation>繁體</translation>
    </message>
    <message>
        <source>Traditional with Simplified residue</source>
        <translation>夾雜簡體字的繁體</translation>
    </message>
    <message>
        <source>written in {script}</source>
        <translation>原文為{script}</translation>
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
        <translation>已由新版文字取代</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>已移除</translation>
    </message>
    <message>
        <source>source: {words}</source>
        <translation>來源：{words}</translation>
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
        <translation>網址：{words}</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>When</source>
        <translation>時間</translation>
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
        <translation>復原：{label}</translation>
    </message>
    <message>
        <source>Redo: {label}</source>
        <translation>重做：{label}</translation>
    </message>
    <message>
        <source>an article that is not here</source>
        <translation>不在此處的文章</translation>
    </message>
    <message>
        <source>{words}  and {count:,} more</source>
        <translation>{words}  等，另有 {count:,} 處</translation>
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
        <translation>標註 ({suffixes});;所有檔案 (*)</translation>
    </message>
    <message>
        <source>Import tags</source>
        <translation>匯入標註</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>正在讀取 {name}…</translation>
    </message>
    <message>
        <source>{name} holds no tags.</source>
        <translation>{name} 中沒有標註。</translation>
    </message>
</context>
<context>
    <name>ImportTagsDialog</name>
    <message>
        <source>Import tags</source>
        <translation>匯入標註</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Tags of {name}</source>
        <translation>{name} 中的標註</translation>
    </message>
    <message>
        <source>Kinds that this workspace does not have:</source>
        <translation>本工作區沒有的類別：</translation>
    </message>
    <message>
        <source>{count:,} tags stand exactly where the file says.</source>
        <translation>{count:,} 個標註的位置與檔案所記完全一致。</translation>
    </message>
    <message>
        <source>1 tag stands exactly where the file says.</source>
        <translation>1 個標註的位置與檔案所記完全一致。</translation>
    </message>
    <message>
        <source>{count:,} tags were found by their words.</source>
        <translation>{count:,} 個標註按文字找到了位置。</translation>
    </message>
    <message>
        <source>1 tag was found by its words.</source>
        <translation>1 個標註按文字找到了位置。</translation>
    </message>
    <message>
        <source>{count:,} tags have no certain place and stay out:</source>
        <translation>{count:,} 個標註的位置無法確定，不會匯入：</translation>
    </message>
    <message>
        <source>1 tag has no certain place and stays out:</source>
        <translation>1 個標註的位置無法確定，不會匯入：</translation>
    </message>
    <message>
        <source>1 article is not in the workspace; import it, then the tags again.</source>
        <translation>有 1 篇文章不在工作區中；請先匯入該文章，再重新匯入標註。</translation>
    </message>
    <message>
        <source>{count:,} articles are not in the workspace; import them, then the tags again.</source>
        <translation>有 {count:,} 篇文章不在工作區中；請先匯入這些文章，再重新匯入標註。</translation>
    </message>
    <message>
        <source>Tags without a certain place</source>
        <translation>位置無法確定的標註</translation>
    </message>
    <message>
        <source>and {count:,} more</source>
        <translation>另有 {count:,} 個</translation>
    </message>
    <message>
        <source>{kind} ({count:,})</source>
        <translation>{kind}（{count:,}）</translation>
    </message>
    <message>
        <source>Make a new kind</source>
        <translation>新增類別</translation>
    </message>
    <message>
        <source>Leave its tags out</source>
        <translation>不匯入其標註</translation>
    </message>
    <message>
        <source>Tags that are there already stay as they are. One Undo takes it back.</source>
        <translation>已有的標註保持原樣。一次「復原」即可還原。</translation>
    </message>
    <message>
        <source>{count:,} tags will be imported. One Undo takes it back.</source>
        <translation>將匯入 {count:,} 個標註。一次「復原」即可還原。</translation>
    </message>
    <message>
        <source>1 tag will be imported. One Undo takes it back.</source>
        <translation>將匯入 1 個標註。一次「復原」即可還原。</translation>
    </message>
    <message>
        <source>Nothing is left to be imported.</source>
        <translation>沒有需要匯入的標註。</translation>
    </message>
    <message>
        <source>{there:,} are in the workspace already.</source>
        <translation>有 {there:,} 個已在工作區中。</translation>
    </message>
    <message>
        <source>{there} {said}</source>
        <translation>{there}{said}</translation>
    </message>
    <message>
        <source>Importing the tags…</source>
        <translation>正在匯入標註…</translation>
    </message>
    <message>
        <source>Imported: {count}. Undo takes all of it back.</source>
        <translation>已匯入 {count} 個；「復原」可一次取消。</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Press a letter or digit; Backspace for none</source>
        <translation>按一個字母或數字；按 Backspace 清除</translation>
    </message>
</context>
<context>
    <name>KeyboardSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>In the text</source>
        <translation>在正文中</translation>
    </message>
    <message>
        <source>Tag as {kind}</source>
        <translation>標為{kind}</translation>
    </message>
    <message>
        <source>C&amp;hange…</source>
        <translation>變更(&amp;H)</translation>
    </message>
    <message>
        <source>Shift+←  →  ↑  ↓</source>
        <translation>Shift+←  →  ↑  ↓</translation>
    </message>
    <message>
        <source>Extend the selection by character or line</source>
        <translation>按字或按行擴展選取範圍</translation>
    </message>
    <message>
        <source>Home  End</source>
        <translation>Home  End</translation>
    </message>
    <message>
        <source>Start or end of the line; with Ctrl, of the article (with Shift, extend)</source>
        <translation>行首或行尾；加 Ctrl 為文首或文末（加 Shift 則擴展選取範圍）</translation>
    </message>
    <message>
        <source>Space  Page Down</source>
        <translation>空白鍵  Page Down</translation>
    </message>
    <message>
        <source>A page down</source>
        <translation>下一頁</translation>
    </message>
    <message>
        <source>Shift+Space  Page Up</source>
        <translation>Shift+空白鍵  Page Up</translation>
    </message>
    <message>
        <source>A page up</source>
        <translation>上一頁</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>按兩下</translation>
    </message>
    <message>
        <source>Select the name or clause; again, the sentence; again, the paragraph</source>
        <translation>選取名稱或分句；再按選取句子；再按選取段落</translation>
    </message>
    <message>
        <source>Tab  Shift+Tab</source>
        <translation>Tab  Shift+Tab</translation>
    </message>
    <message>
        <source>Next or previous suggestion; behind the last, the next control</source>
        <translation>下一個或上一個建議；最後一個之後為下一個控制項</translation>
    </message>
    <message>
        <source>Enter  Backspace  E  Esc</source>
        <translation>Enter  Backspace  E  Esc</translation>
    </message>
    <message>
        <source>At a suggestion: accept it, reject it, edit it, leave it</source>
        <translation>在建議上：接受、拒絕、編輯、離開</translation>
    </message>
    <message>
        <source>?</source>
        <translation>?</translation>
    </message>
    <message>
        <source>Show the keys</source>
        <translation>顯示快速鍵</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Shift+點按</translation>
    </message>
    <message>
        <source>Extend the selection to the pointer</source>
        <translation>將選取範圍擴展到指標處</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Ctrl+滾輪</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>縮放</translation>
    </message>
</context>
<context>
    <name>KindForm</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation>儲存名稱</translation>
    </message>
    <message>
        <source>Key that tags a selection</source>
        <translation>標註選取文字的按鍵</translation>
    </message>
    <message>
        <source>Broader kind that it is one of</source>
        <translation>所屬的上級類別</translation>
    </message>
    <message>
        <source>Tags are stored and exported under it, so it never changes once it is saved</source>
        <translation>標註以此名儲存和匯出，儲存後不再改變</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名稱(&amp;M)</translation>
    </message>
    <message>
        <source>S&amp;tored as</source>
        <translation>儲存名稱(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Key</source>
        <translation>按鍵(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Part of</source>
        <translation>上級類別(&amp;P)</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>顏色(&amp;O)</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>屬性</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（無）</translation>
    </message>
</context>
<context>
    <name>KindTree</name>
    <message>
        <source>Kinds of tag</source>
        <translation>標籤類別</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Drag a kind, or press Alt+Up and Alt+Down, to arrange them</source>
        <translation>拖曳類別，或按 Alt+Up 和 Alt+Down 調整次序</translation>
    </message>
    <message>
        <source>{label}, not saved</source>
        <translation>{label}，未儲存</translation>
    </message>
</context>
<context>
    <name>LegendEntry</name>
    <message>
        <source>Tag the selected passage as {kind} ({key})</source>
        <translation>將選取的片段標為{kind}（{key}）</translation>
    </message>
    <message>
        <source>Tag as {kind}</source>
        <translation>標為{kind}</translation>
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
        <translation>正文已取代。已隨文字移動的標註：{moved}；待覆核：{waiting}。</translation>
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
        <translation>復原</translation>
    </message>
    <message>
        <source>&amp;Undo {label}</source>
        <translation>復原「{label}」(&amp;U)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>&amp;Redo {label}</source>
        <translation>重做「{label}」(&amp;R)</translation>
    </message>
    <message>
        <source>Tag as {kind}</source>
        <translation>標為{kind}</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>檔案(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Tag</source>
        <translation>標註(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Article</source>
        <translation>文章(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>檢視(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>說明(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Open workspace…</source>
        <translation>開啟工作區(&amp;O)…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>&amp;New workspace…</source>
        <translation>新增工作區(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Import articles…</source>
        <translation>匯入文章(&amp;I)…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>&amp;Paste as new article</source>
        <translation>貼上為新文章(&amp;P)</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼上</translation>
    </message>
    <message>
        <source>&amp;Export tags…</source>
        <translation>匯出標註(&amp;E)…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>&amp;Back up workspace…</source>
        <translation>備份工作區(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Restore backup…</source>
        <translation>還原備份(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>結束(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全選(&amp;A)</translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation>取消選擇(&amp;N)</translation>
    </message>
    <message>
        <source>Select &amp;more</source>
        <translation>擴大選取範圍(&amp;M)</translation>
    </message>
    <message>
        <source>Se&amp;lect</source>
        <translation>選擇(&amp;L)</translation>
    </message>
    <message>
        <source>Select &amp;less</source>
        <translation>縮小選取範圍(&amp;L)</translation>
    </message>
    <message>
        <source>Extend on by a &amp;clause</source>
        <translation>向後擴展一個分句(&amp;C)</translation>
    </message>
    <message>
        <source>Extend back by a cla&amp;use</source>
        <translation>向前擴展一個分句(&amp;U)</translation>
    </message>
    <message>
        <source>Extend on by a &amp;sentence</source>
        <translation>向後擴展一句(&amp;S)</translation>
    </message>
    <message>
        <source>Extend back by a s&amp;entence</source>
        <translation>向前擴展一句(&amp;E)</translation>
    </message>
    <message>
        <source>Extend on by a &amp;paragraph</source>
        <translation>向後擴展一段(&amp;P)</translation>
    </message>
    <message>
        <source>Extend back by a p&amp;aragraph</source>
        <translation>向前擴展一段(&amp;A)</translation>
    </message>
    <message>
        <source>Next &amp;clause</source>
        <translation>下一分句(&amp;C)</translation>
    </message>
    <message>
        <source>Go &amp;by</source>
        <translation>移動插入點(&amp;B)</translation>
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
        <translation>在文章中尋找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>尋找</translation>
    </message>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>尋找下一處(&amp;X)</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>尋找上一處(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>前往(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Wrong conversion…</source>
        <translation>轉換有誤(&amp;W)…</translation>
    </message>
    <message>
        <source>C&amp;orrections…</source>
        <translation>更正(&amp;O)…</translation>
    </message>
    <message>
        <source>Tag &amp;again</source>
        <translation>再次標註(&amp;A)</translation>
    </message>
    <message>
        <source>Tag all &amp;occurrences…</source>
        <translation>標註所有相同文字(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Delete tag</source>
        <translation>刪除標註(&amp;D)</translation>
    </message>
    <message>
        <source>Delete all tags &amp;like this…</source>
        <translation>刪除所有相同標註(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Next tag</source>
        <translation>下一個標註(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous tag</source>
        <translation>上一個標註(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;History of this tag</source>
        <translation>此標註的歷史記錄(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;End one character later</source>
        <translation>末尾後移一字(&amp;E)</translation>
    </message>
    <message>
        <source>End one character ea&amp;rlier</source>
        <translation>末尾前移一字(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Move tag to selection</source>
        <translation>將標註移到選取範圍(&amp;M)</translation>
    </message>
    <message>
        <source>P&amp;ut tag to review here</source>
        <translation>將待覆核的標註放在這裡(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>下一個(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Judge suggestions</source>
        <translation>處理建議(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>上一個(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Accept</source>
        <translation>接受(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>拒絕(&amp;R)</translation>
    </message>
    <message>
        <source>Accept and &amp;edit</source>
        <translation>接受並編輯(&amp;E)</translation>
    </message>
    <message>
        <source>Accept &amp;many…</source>
        <translation>批量接受(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Go to the list</source>
        <translation>前往清單(&amp;G)</translation>
    </message>
    <message>
        <source>Ta&amp;g set…</source>
        <translation>標籤集(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;Import tag set…</source>
        <translation>匯入標籤集(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport tag set…</source>
        <translation>匯出標籤集(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>詳情(&amp;D)…</translation>
    </message>
    <message>
        <source>Clean &amp;up text…</source>
        <translation>清理正文(&amp;U)…</translation>
    </message>
    <message>
        <source>Replace te&amp;xt…</source>
        <translation>取代正文(&amp;X)…</translation>
    </message>
    <message>
        <source>Hong &amp;Kong 香港</source>
        <translation>香港(&amp;K)</translation>
    </message>
    <message>
        <source>Clean-up, lines &amp;joined</source>
        <translation>清理後的正文，斷行已合併(&amp;J)</translation>
    </message>
    <message>
        <source>Zoo&amp;m in</source>
        <translation>放大(&amp;M)</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>歷史記錄(&amp;Y)</translation>
    </message>
    <message>
        <source>Article &amp;panel</source>
        <translation>文章面板(&amp;P)</translation>
    </message>
    <message>
        <source>Tag pan&amp;el</source>
        <translation>標註面板(&amp;E)</translation>
    </message>
    <message>
        <source>O&amp;ffer suggestions</source>
        <translation>顯示建議(&amp;F)</translation>
    </message>
    <message>
        <source>Go to art&amp;icle list</source>
        <translation>前往文章清單(&amp;I)</translation>
    </message>
    <message>
        <source>Command &amp;palette…</source>
        <translation>命令面板(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Keyboard sheet</source>
        <translation>快速鍵一覽(&amp;K)</translation>
    </message>
    <message>
        <source>Keyboard &amp;shortcuts…</source>
        <translation>設定快速鍵(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>導覽(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Start one character earlier</source>
        <translation>開頭前移一字(&amp;S)</translation>
    </message>
    <message>
        <source>Import &amp;folder…</source>
        <translation>匯入資料夾(&amp;F)…</translation>
    </message>
    <message>
        <source>Import in another en&amp;coding…</source>
        <translation>以其他編碼匯入(&amp;C)…</translation>
    </message>
    <message>
        <source>Import &amp;tags…</source>
        <translation>匯入標註(&amp;T)…</translation>
    </message>
    <message>
        <source>S&amp;tart one character later</source>
        <translation>開頭後移一字(&amp;T)</translation>
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
        <translation>重新命名(&amp;R)…</translation>
    </message>
    <message>
        <source>The script &amp;detected</source>
        <translation>按偵測結果(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Written in</source>
        <translation>原文字形(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Simplified 简体</source>
        <translation>簡體(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Traditional 繁體</source>
        <translation>繁體(&amp;T)</translation>
    </message>
    <message>
        <source>Traditional with Simplified &amp;residue</source>
        <translation>夾雜簡體字的繁體(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;move from workspace…</source>
        <translation>從工作區移除(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>原文(&amp;O)</translation>
    </message>
    <message>
        <source>Tai&amp;wan 臺灣</source>
        <translation>臺灣(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Next script</source>
        <translation>下一種字形(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Regional vocabulary</source>
        <translation>地區用詞(&amp;R)</translation>
    </message>
    <message>
        <source>Show &amp;changes</source>
        <translation>顯示轉換之處(&amp;C)</translation>
    </message>
    <message>
        <source>Original &amp;beside</source>
        <translation>並排顯示原文(&amp;B)</translation>
    </message>
    <message>
        <source>As the s&amp;ystem&apos;s</source>
        <translation>跟隨系統(&amp;Y)</translation>
    </message>
    <message>
        <source>T&amp;heme</source>
        <translation>佈景主題(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>淺色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Sepia</source>
        <translation>米黃(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>語言(&amp;L)</translation>
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
        <translation>閱讀設定(&amp;G)…</translation>
    </message>
    <message>
        <source>Zoom o&amp;ut</source>
        <translation>縮小(&amp;U)</translation>
    </message>
    <message>
        <source>Actual si&amp;ze</source>
        <translation>實際大小(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;All tags</source>
        <translation>所有標註(&amp;A)</translation>
    </message>
    <message>
        <source>Go to te&amp;xt</source>
        <translation>前往正文(&amp;X)</translation>
    </message>
    <message>
        <source>Go to tag &amp;details</source>
        <translation>前往標註詳情(&amp;D)</translation>
    </message>
    <message>
        <source>Go to tags to re&amp;view</source>
        <translation>前往待覆核的標註(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;About Wenmai</source>
        <translation>關於文脈(&amp;A)</translation>
    </message>
</context>
<context>
    <name>Minimap</name>
    <message>
        <source>Map of the article</source>
        <translation>文章縮圖</translation>
    </message>
    <message>
        <source>Tags, what was found, and the part of the article that is on the screen</source>
        <translation>標註、找到的文字，以及螢幕上顯示的部分</translation>
    </message>
    <message>
        <source>1 tag here</source>
        <translation>此處有 1 個標註</translation>
    </message>
    <message>
        <source>{count} tags here</source>
        <translation>此處有 {count} 個標註</translation>
    </message>
    <message>
        <source>1 match here</source>
        <translation>此處有 1 處相符</translation>
    </message>
    <message>
        <source>{count} matches here</source>
        <translation>此處有 {count} 處相符</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Open again</source>
        <translation>重新開啟</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>{folder} can be written again; open it again, and the edits kept on this machine are brought in.</source>
        <translation>{folder} 又可以寫入了；請重新開啟，儲存在本機的變更會一併寫入。</translation>
    </message>
    <message>
        <source>The edits kept on this machine were brought into {folder}.</source>
        <translation>儲存在本機的變更已寫入 {folder}。</translation>
    </message>
</context>
<context>
    <name>OccurrenceCommands</name>
    <message>
        <source>Nothing was tagged yet that could be done again.</source>
        <translation>還沒有可以再次套用的標註。</translation>
    </message>
    <message>
        <source>Tagged “{words}” like “{like}”.</source>
        <translation>已將「{words}」照「{like}」標註。</translation>
    </message>
    <message>
        <source>“{words}” is tagged wherever it stands in this article.</source>
        <translation>本文中所有的「{words}」都已標註。</translation>
    </message>
    <message>
        <source>Tagged the next “{words}”.</source>
        <translation>已標註下一處「{words}」。</translation>
    </message>
    <message>
        <source>Select some words first, or choose a tag.</source>
        <translation>請先選擇文字，或選擇一個標註。</translation>
    </message>
    <message>
        <source>Select words of at most {count} characters.</source>
        <translation>最多可選擇 {count} 個字。</translation>
    </message>
</context>
<context>
    <name>OccurrencesDialog</name>
    <message>
        <source>Take a&amp;ll</source>
        <translation>全部選取(&amp;L)</translation>
    </message>
    <message>
        <source>Take &amp;none</source>
        <translation>全部不選(&amp;N)</translation>
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
        <translation>整個工作區(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>類別(&amp;K)</translation>
    </message>
    <message>
        <source>Delete all tags like this</source>
        <translation>刪除所有相同標註</translation>
    </message>
    <message>
        <source>Tag all occurrences</source>
        <translation>標註所有相同文字</translation>
    </message>
    <message>
        <source>Kind of tag</source>
        <translation>標籤類別</translation>
    </message>
    <message>
        <source>Take all places</source>
        <translation>選取所有位置</translation>
    </message>
    <message>
        <source>Take no place</source>
        <translation>不選任何位置</translation>
    </message>
    <message>
        <source>Looking for the words</source>
        <translation>正在尋找文字</translation>
    </message>
    <message>
        <source>Places of the words</source>
        <translation>文字出現的位置</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>「{words}」</translation>
    </message>
    <message>
        <source>Copy the n&amp;ote</source>
        <translation>複製備註(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Copy attributes: {said}</source>
        <translation>複製屬性(&amp;C)：{said}</translation>
    </message>
    <message>
        <source>Looking for the words…</source>
        <translation>正在尋找文字…</translation>
    </message>
    <message>
        <source>{places} in {articles}</source>
        <translation>{articles}中有 {places}</translation>
    </message>
    <message>
        <source>{found}, {count} tagged already</source>
        <translation>{found}，另有 {count} 處已標註</translation>
    </message>
    <message>
        <source>{found}; only the first {limit} places were looked at</source>
        <translation>{found}；只查看了前 {limit} 處</translation>
    </message>
    <message>
        <source>No tag of this kind stands on these words here.</source>
        <translation>這裡的這些文字沒有此類標註。</translation>
    </message>
    <message>
        <source>Every place of these words is tagged so already.</source>
        <translation>這些文字的每一處都已這樣標註。</translation>
    </message>
    <message>
        <source>These words stand nowhere in this article as words of their own: only inside longer numbers or words, if at all.</source>
        <translation>這些文字在本文中沒有單獨出現：即使有，也只是較長數字或詞語的一部分。</translation>
    </message>
    <message>
        <source>These words stand nowhere in the workspace as words of their own.</source>
        <translation>這些文字在工作區中沒有單獨出現。</translation>
    </message>
    <message>
        <source>No place</source>
        <translation>0 處</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 處</translation>
    </message>
    <message>
        <source>{count} places</source>
        <translation>{count} 處</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>0 個標註</translation>
    </message>
    <message>
        <source>1 tag</source>
        <translation>1 個標註</translation>
    </message>
    <message>
        <source>{count} tags</source>
        <translation>{count} 個標註</translation>
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
        <translation>刪除</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Delete {tags}</source>
        <translation>刪除 {tags}</translation>
    </message>
    <message>
        <source>Tag {places}</source>
        <translation>標註 {places}</translation>
    </message>
    <message>
        <source>Deleted {tags} of kind {kind} in {articles}; Undo brings them back.</source>
        <translation>已從 {articles}中刪除 {tags}（{kind}）；可用「復原」找回。</translation>
    </message>
    <message>
        <source>Tagged {places} as {kind} in {articles}; Undo takes all of it back.</source>
        <translation>已在 {articles}中將 {places}標為{kind}；「復原」可一次取消。</translation>
    </message>
</context>
<context>
    <name>OfferBar</name>
    <message>
        <source>Replace the earlier text…</source>
        <translation>取代舊版文字…</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>都保留</translation>
    </message>
    <message>
        <source>“{new}” may be a later text of “{old}”, which is here already.</source>
        <translation>「{new}」可能是已有的「{old}」的新版本。</translation>
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
        <translation>命令、標籤類別或文章</translation>
    </message>
    <message>
        <source>Do… (a command, a kind of tag, an article)</source>
        <translation>輸入命令、標籤類別或文章標題</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>符合的項目</translation>
    </message>
    <message>
        <source>Nothing here is called “{words}”. Fewer letters may find it.</source>
        <translation>沒有名為「{words}」的項目。少輸幾個字也許能找到。</translation>
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
        <translation>閱讀設定</translation>
    </message>
    <message>
        <source>Usual serif</source>
        <translation>預設明體</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source> × size</source>
        <translation> 倍字級</translation>
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
        <translation>相鄰標點擠壓（，「 。」）(&amp;C)</translation>
    </message>
    <message>
        <source>Stops may stand in the &amp;margin</source>
        <translation>句讀可懸掛在頁邊(&amp;M)</translation>
    </message>
    <message>
        <source>A comma or a full stop that a line has no room for stands beside it; not in Traditional script, where stops stand in the middle of their square.</source>
        <translation>行末放不下的逗號或句號懸掛在行外；繁體不適用，因為繁體的句讀置中。</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>恢復預設(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Face</source>
        <translation>字型(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>字級(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Line spacing</source>
        <translation>行距(&amp;L)</translation>
    </message>
    <message>
        <source>Line l&amp;ength</source>
        <translation>行寬(&amp;E)</translation>
    </message>
    <message>
        <source>First-line &amp;indent</source>
        <translation>首行縮排(&amp;I)</translation>
    </message>
    <message>
        <source>Space after &amp;paragraphs</source>
        <translation>段後間距(&amp;P)</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>標點</translation>
    </message>
    <message>
        <source>The window has room for {count}.</source>
        <translation>視窗可容納 {count} 字。</translation>
    </message>
</context>
<context>
    <name>RefusalBar</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>RemoveKind</name>
    <message>
        <source>Remove kind of tag</source>
        <translation>移除標籤類別</translation>
    </message>
    <message>
        <source>1 tag is of the kind “{kind}”. It becomes:</source>
        <translation>有 1 個標註屬於「{kind}」類別。將其改為：</translation>
    </message>
    <message>
        <source>{count:,} tags are of the kind “{kind}”. They become:</source>
        <translation>有 {count:,} 個標註屬於「{kind}」類別。將其改為：</translation>
    </message>
    <message>
        <source>Kind that the tags become</source>
        <translation>標註改成的類別</translation>
    </message>
    <message>
        <source>They keep everything else that was written about them. One Undo takes it back.</source>
        <translation>標註的其他內容都會保留。一次「復原」即可還原。</translation>
    </message>
    <message>
        <source>Remove kind</source>
        <translation>移除類別</translation>
    </message>
    <message>
        <source>There is no other kind; make one first.</source>
        <translation>沒有其他類別；請先新增一個。</translation>
    </message>
    <message>
        <source>Giving 1 tag another kind…</source>
        <translation>正在變更 1 個標註的類別…</translation>
    </message>
    <message>
        <source>Giving {count:,} tags another kind…</source>
        <translation>正在變更 {count:,} 個標註的類別…</translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Replace text</source>
        <translation>取代正文</translation>
    </message>
    <message>
        <source>A later text of “{title}”</source>
        <translation>「{title}」的新版本</translation>
    </message>
    <message>
        <source>{new} characters take the place of {old}.</source>
        <translation>{new} 字將取代原來的 {old} 字。</translation>
    </message>
    <message>
        <source>The old text is kept. Undo brings it back with its tags.</source>
        <translation>舊版文字會保留。「復原」可連同標註一起找回。</translation>
    </message>
    <message>
        <source>1 tag moves with its words.</source>
        <translation>1 個標註隨文字移動。</translation>
    </message>
    <message>
        <source>{count} tags move with their words.</source>
        <translation>{count} 個標註隨文字移動。</translation>
    </message>
    <message>
        <source>No tag is left behind.</source>
        <translation>沒有標註遺留。</translation>
    </message>
    <message>
        <source>1 tag waits for review: where it belongs is not certain.</source>
        <translation>1 個標註待覆核：不能確定它的位置。</translation>
    </message>
    <message>
        <source>{count} tags wait for review: where they belong is not certain.</source>
        <translation>{count} 個標註待覆核：不能確定它們的位置。</translation>
    </message>
    <message>
        <source>Tags that wait for review</source>
        <translation>待覆核的標註</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 個</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
    </message>
</context>
<context>
    <name>Replacer</name>
    <message>
        <source>“{title}” has this very text already; there is nothing to replace.</source>
        <translation>「{title}」的正文與此完全相同，無需取代。</translation>
    </message>
</context>
<context>
    <name>ReviewList</name>
    <message>
        <source>Tags to review</source>
        <translation>待覆核的標註</translation>
    </message>
    <message>
        <source>Where it may belong</source>
        <translation>可能的位置</translation>
    </message>
    <message>
        <source>Put here</source>
        <translation>放在這裡</translation>
    </message>
    <message>
        <source>Delete tag</source>
        <translation>刪除標註</translation>
    </message>
    <message>
        <source>Choose a place above, or select the words in the text, and press Put here.</source>
        <translation>請在上方選擇一個位置，或在正文中選擇文字，然後按「放在這裡」。</translation>
    </message>
    <message>
        <source>{count} versions</source>
        <translation>{count} 個版本</translation>
    </message>
    <message>
        <source>It was changed by people who did not see each other&apos;s changes:</source>
        <translation>幾個人在互不知情時修改了它：</translation>
    </message>
    <message>
        <source>In the earlier text it stood here; the new one has nothing like it:</source>
        <translation>舊版文字中它在此處；新版文字中沒有相似之處：</translation>
    </message>
    <message>
        <source>In the earlier text it stood here:</source>
        <translation>舊版文字中它在此處：</translation>
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
        <translation>原文：未經改動的原始文字</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>簡體</translation>
    </message>
    <message>
        <source>Traditional</source>
        <translation>繁體</translation>
    </message>
    <message>
        <source>Taiwan</source>
        <translation>臺灣</translation>
    </message>
    <message>
        <source>Hong Kong</source>
        <translation>香港</translation>
    </message>
    <message>
        <source>{keys} cycles</source>
        <translation>{keys} 依序切換</translation>
    </message>
</context>
<context>
    <name>SelectCommands</name>
    <message>
        <source>Choose a tag, then select the words that it is to stand on.</source>
        <translation>請先選擇一個標註，再選擇它應標註的文字。</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Select some words first, or choose a tag.</source>
        <translation>請先選擇文字，或選擇一個標註。</translation>
    </message>
    <message>
        <source>The chosen tag is of the kind {kind} already.</source>
        <translation>所選標註已屬於{kind}類別。</translation>
    </message>
    <message>
        <source>The tag is of the kind {kind} now; for a second tag, select the words again.</source>
        <translation>標註已改為{kind}；如要另加一個標註，請重新選擇文字。</translation>
    </message>
    <message>
        <source>The tag “{quote}” was deleted by {who}; View &gt; History has it still.</source>
        <translation>標註「{quote}」已被 {who} 刪除；「檢視 &gt; 歷史記錄」中仍可找到。</translation>
    </message>
    <message>
        <source>The file of “{title}” is no longer in the workspace&apos;s folder; its tags are kept and come back with it.</source>
        <translation>「{title}」的檔案已不在工作區資料夾中；其標註仍保留，檔案恢復後會重新出現。</translation>
    </message>
    <message>
        <source>“{title}” was removed from the workspace by {who}; you can read on here, and View &gt; History says what was done.</source>
        <translation>「{title}」已被 {who} 移出工作區；您可以繼續閱讀，「檢視 &gt; 歷史記錄」中有詳細記錄。</translation>
    </message>
    <message>
        <source>“{title}” has been given a later text by {who}; you can read on here in the earlier one, and the later one is in the list.</source>
        <translation>{who} 已為「{title}」換上新版文字；您可以繼續閱讀舊版文字，新版文字在清單中。</translation>
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
        <translation>{keys} 用於標為{kind}；類別的按鍵在標籤集中設定。</translation>
    </message>
    <message>
        <source>{keys} is the key of “{action}”.</source>
        <translation>{keys} 已用於「{action}」。</translation>
    </message>
    <message>
        <source>{keys} moves, scrolls or helps in the text.</source>
        <translation>{keys} 在正文中用於移動、捲動或顯示說明。</translation>
    </message>
    <message>
        <source>Press one key, with or without Ctrl, Alt or Shift.</source>
        <translation>請按一個鍵，可同時按 Ctrl、Alt 或 Shift。</translation>
    </message>
    <message>
        <source>{keys} goes from one control to the next.</source>
        <translation>{keys} 用於在控制項之間切換。</translation>
    </message>
    <message>
        <source>{keys} opens a menu.</source>
        <translation>{keys} 用於開啟選單。</translation>
    </message>
    <message>
        <source>{keys} is needed to write in fields, and this works in the whole window: press a function key, or Ctrl or Alt with a key.</source>
        <translation>{keys} 在輸入欄中需要用來打字，而此操作在整個視窗有效：請按功能鍵，或與 Ctrl、Alt 組合的鍵。</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快速鍵</translation>
    </message>
    <message>
        <source>&amp;Keep the present keys too</source>
        <translation>同時保留現有按鍵(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Take it</source>
        <translation>改用於此(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;No key</source>
        <translation>不設按鍵(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Usual keys</source>
        <translation>預設按鍵(&amp;U)</translation>
    </message>
    <message>
        <source>Usual keys for &amp;all</source>
        <translation>全部恢復預設(&amp;A)</translation>
    </message>
    <message>
        <source>Find an action or a key</source>
        <translation>尋找操作或按鍵</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>操作及其按鍵</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>新按鍵</translation>
    </message>
    <message>
        <source>Press the new keys</source>
        <translation>請按新的按鍵</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>選單</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Ne&amp;w keys</source>
        <translation>新按鍵(&amp;W)</translation>
    </message>
    <message>
        <source>Tag as {kind}</source>
        <translation>標為{kind}</translation>
    </message>
    <message>
        <source>The key of a kind of tag belongs to the tag set, and is set there.</source>
        <translation>標籤類別的按鍵屬於標籤集，請在標籤集中設定。</translation>
    </message>
    <message>
        <source>Usually: {keys}</source>
        <translation>預設：{keys}</translation>
    </message>
    <message>
        <source>Every action has its usual keys.</source>
        <translation>所有操作都已恢復預設按鍵。</translation>
    </message>
    <message>
        <source>“{action}”: {keys}</source>
        <translation>「{action}」：{keys}</translation>
    </message>
    <message>
        <source>“{action}” has no key.</source>
        <translation>「{action}」沒有按鍵。</translation>
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
        <translation>標註</translation>
    </message>
    <message>
        <source>The tags of the article shown</source>
        <translation>目前文章的標註</translation>
    </message>
    <message>
        <source>Tags to settle, or that wait for a place</source>
        <translation>需要取捨或待定位的標註</translation>
    </message>
    <message>
        <source>What could be tagged in the article shown</source>
        <translation>目前文章中可以標註的內容</translation>
    </message>
    <message>
        <source>Review {count}</source>
        <translation>覆核 {count}</translation>
    </message>
    <message>
        <source>Suggestions {count}</source>
        <translation>建議 {count}</translation>
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
        <translation>沒有開啟工作區</translation>
    </message>
    <message>
        <source>A workspace is a folder that holds articles and their tags.</source>
        <translation>工作區是存放文章及其標註的資料夾。</translation>
    </message>
    <message>
        <source>No article is chosen</source>
        <translation>沒有選擇文章</translation>
    </message>
    <message>
        <source>Choose one in the list, or bring in another.</source>
        <translation>請在清單中選擇一篇，或匯入新文章。</translation>
    </message>
    <message>
        <source>No articles yet</source>
        <translation>還沒有文章</translation>
    </message>
    <message>
        <source>Import texts, Word files, PDFs or saved web pages, drop them or a folder here, or paste a text from the clipboard.</source>
        <translation>請匯入文字檔、Word 文件、PDF 或儲存的網頁，把檔案或資料夾拖曳到這裡，或從剪貼簿貼上文字。</translation>
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
        <translation>唯讀</translation>
    </message>
    <message>
        <source>Saved on this machine</source>
        <translation>已儲存在本機</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已儲存</translation>
    </message>
    <message>
        <source>1 change by {who}</source>
        <translation>{who}：1 處變更</translation>
    </message>
    <message>
        <source>{count:,} changes by {who}</source>
        <translation>{who}：{count:,} 處變更</translation>
    </message>
    <message>
        <source>you, elsewhere</source>
        <translation>您（在別處）</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>未儲存</translation>
    </message>
    <message>
        <source>{count} characters: “{words}”  ({start}–{end})</source>
        <translation>{count} 字：「{words}」  （{start}–{end}）</translation>
    </message>
    <message>
        <source>written in Simplified</source>
        <translation>原文為簡體</translation>
    </message>
    <message>
        <source>written in Traditional</source>
        <translation>原文為繁體</translation>
    </message>
    <message>
        <source>Traditional with Simplified residue</source>
        <translation>夾雜簡體字的繁體</translation>
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
        <translation>{kind}「{words}」，{sure}：{reason}。按 Enter 接受，按 Backspace 拒絕，按 E 編輯。</translation>
    </message>
    <message>
        <source>Suggestions are off; View &gt; Offer suggestions turns them on.</source>
        <translation>建議已關閉；可用「檢視 &gt; 顯示建議」開啟。</translation>
    </message>
    <message>
        <source>The article is being read; suggestions come in a moment.</source>
        <translation>正在分析文章；稍後顯示建議。</translation>
    </message>
    <message>
        <source>Nothing is left to judge in this article.</source>
        <translation>本文沒有待處理的建議。</translation>
    </message>
    <message>
        <source>Go to a suggestion first: click it, or press {key}.</source>
        <translation>請先前往一個建議：點選它，或按 {key}。</translation>
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
        <translation>拒絕</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編輯</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>建議</translation>
    </message>
    <message>
        <source>Order of suggestions</source>
        <translation>建議的排序</translation>
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
        <translation>查看後接受可信度足夠高的所有建議</translation>
    </message>
    <message>
        <source>Make the tag (Enter)</source>
        <translation>標註（Enter）</translation>
    </message>
    <message>
        <source>Do not suggest it again (Backspace)</source>
        <translation>不再建議（Backspace）</translation>
    </message>
    <message>
        <source>Make the tag and go to its details (E)</source>
        <translation>標註並前往詳情（E）</translation>
    </message>
    <message>
        <source>Open an article to see what could be tagged in it.</source>
        <translation>開啟文章即可查看其中可以標註的內容。</translation>
    </message>
    <message>
        <source>Reading the article…</source>
        <translation>正在分析文章…</translation>
    </message>
    <message>
        <source>Nothing is left to judge in this article. Go on to the next one, or select words in the text and tag them.</source>
        <translation>本文沒有待處理的建議。請繼續下一篇，或在正文中選擇文字來標註。</translation>
    </message>
</context>
<context>
    <name>Swatches</name>
    <message>
        <source>Suggested colours</source>
        <translation>建議的顏色</translation>
    </message>
    <message>
        <source>Colours that are told apart from those of the other kinds</source>
        <translation>與其他類別容易區分的顏色</translation>
    </message>
</context>
<context>
    <name>TagCommands</name>
    <message>
        <source>This article has no tags yet.</source>
        <translation>本文還沒有標註。</translation>
    </message>
</context>
<context>
    <name>TagEditor</name>
    <message>
        <source>Kind</source>
        <translation>類別</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引文</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Saved when you leave it, or with Ctrl+Return</source>
        <translation>離開此框或按 Ctrl+Return 即儲存</translation>
    </message>
    <message>
        <source>Choose a tag to see and edit it.</source>
        <translation>選擇一個標註，查看和編輯其內容。</translation>
    </message>
    <message>
        <source>Make it a tag of the kind {kind}</source>
        <translation>改為{kind}</translation>
    </message>
    <message>
        <source>Last changed {time}. The offsets count characters of the source.</source>
        <translation>最後修改於 {time}。位置按原文的字數計算。</translation>
    </message>
    <message>
        <source>{count} versions ({authors}): settle…</source>
        <translation>{count} 個版本（{authors}）：去取捨…</translation>
    </message>
    <message>
        <source>such as {day}</source>
        <translation>如 {day}</translation>
    </message>
    <message>
        <source>As much as is known: {day}, {month}, {year}</source>
        <translation>知道多少寫多少：{day}、{month} 或 {year}</translation>
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
        <translation>只顯示一篇文章的標註</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Quote, note or attribute</source>
        <translation>引文、備註或屬性</translation>
    </message>
    <message>
        <source>Show the tags with these words, in any script</source>
        <translation>顯示含這些文字的標註，簡繁皆可</translation>
    </message>
    <message>
        <source>Show {kind} tags; several kinds can be on at once</source>
        <translation>顯示{kind}標註；可同時選擇多個類別</translation>
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
        <translation>列出的標籤類別</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Tags of every kind</source>
        <translation>所有類別的標註</translation>
    </message>
    <message>
        <source>Only tags of the kind {kind}</source>
        <translation>只看{kind}標註</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>Open an article to see its tags.</source>
        <translation>開啟文章即可查看其標註。</translation>
    </message>
    <message>
        <source>No tags of the kind {kind} in this article.</source>
        <translation>本文沒有{kind}標註。</translation>
    </message>
    <message>
        <source>No tags in this article yet.</source>
        <translation>本文還沒有標註。</translation>
    </message>
    <message>
        <source>No tags in this article yet. Select a passage and press {keys}.</source>
        <translation>本文還沒有標註。請選擇一個片段，再按 {keys}。</translation>
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
        <translation>待取捨 · {details}</translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message>
        <source>Tags</source>
        <translation>標註</translation>
    </message>
</context>
<context>
    <name>TagSetCommands</name>
    <message>
        <source>Import tag set</source>
        <translation>匯入標籤集</translation>
    </message>
    <message>
        <source>{name} holds nothing that is not in the tag set already.</source>
        <translation>{name} 中的類別在標籤集中都已有。</translation>
    </message>
    <message>
        <source>{workspace} tag set.json</source>
        <translation>{workspace} 標籤集.json</translation>
    </message>
    <message>
        <source>Export tag set</source>
        <translation>匯出標籤集</translation>
    </message>
    <message>
        <source>Wrote {count:,} kinds of tag to {name}.</source>
        <translation>已將 {count:,} 個標籤類別寫入 {name}。</translation>
    </message>
    <message>
        <source>From {name}:</source>
        <translation>來自 {name}：</translation>
    </message>
    <message>
        <source>New: {kind}</source>
        <translation>新類別：{kind}</translation>
    </message>
    <message>
        <source>Changed: {kind} ({what})</source>
        <translation>有變更：{kind}（{what}）</translation>
    </message>
    <message>
        <source>and {count:,} more</source>
        <translation>另有 {count:,} 個</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
</context>
<context>
    <name>TagSetDialog</name>
    <message>
        <source>Tag set</source>
        <translation>標籤集</translation>
    </message>
    <message>
        <source>&amp;New kind</source>
        <translation>新增類別(&amp;N)</translation>
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
        <translation>上移類別（Alt+Up）</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Move the kind down (Alt+Down)</source>
        <translation>下移類別（Alt+Down）</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>匯入(&amp;I)</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>匯出(&amp;X)</translation>
    </message>
    <message>
        <source>Re&amp;vert</source>
        <translation>還原(&amp;V)</translation>
    </message>
    <message>
        <source>Forget the changes to this kind</source>
        <translation>放棄對此類別的變更</translation>
    </message>
    <message>
        <source>&amp;Save kind</source>
        <translation>儲存類別(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>關閉(&amp;C)</translation>
    </message>
    <message>
        <source>What is the kind called?</source>
        <translation>這個類別叫什麼？</translation>
    </message>
    <message>
        <source>Tags are stored as “{name}” already; write another name to store.</source>
        <translation>已有標註以「{name}」儲存；請另寫一個儲存名稱。</translation>
    </message>
    <message>
        <source>“{kind}” is saved.</source>
        <translation>「{kind}」已儲存。</translation>
    </message>
    <message>
        <source>“{kind}” is removed; Ctrl+Z brings it back.</source>
        <translation>「{kind}」已移除；按 Ctrl+Z 可找回。</translation>
    </message>
    <message>
        <source>1 kind has changes that are not saved; closing forgets them.</source>
        <translation>有 1 個類別的變更尚未儲存；關閉後將遺失。</translation>
    </message>
    <message>
        <source>{count} kinds have changes that are not saved; closing forgets them.</source>
        <translation>有 {count} 個類別的變更尚未儲存；關閉後將遺失。</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不儲存並關閉</translation>
    </message>
    <message>
        <source>New kind</source>
        <translation>新類別</translation>
    </message>
    <message>
        <source>{keys} moves, scrolls or helps in the text; choose another key.</source>
        <translation>{keys} 在正文中用於移動、捲動或顯示說明；請選擇其他按鍵。</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>顏色</translation>
    </message>
    <message>
        <source>key</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>part of</source>
        <translation>上級類別</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>屬性</translation>
    </message>
    <message>
        <source>{keys} is the key of “{action}” too, which then has none.</source>
        <translation>{keys} 原用於「{action}」，改用後該操作將沒有按鍵。</translation>
    </message>
    <message>
        <source>details</source>
        <translation>詳情</translation>
    </message>
</context>
<context>
    <name>TagTable</name>
    <message>
        <source>Export selected…</source>
        <translation>匯出選取的…</translation>
    </message>
    <message>
        <source>Tags of the workspace</source>
        <translation>工作區的標註</translation>
    </message>
    <message>
        <source>Export the selected tags to a file</source>
        <translation>將選取的標註匯出到檔案</translation>
    </message>
    <message>
        <source>{shown:,} of {total:,} tags</source>
        <translation>顯示 {shown:,} 個，共 {total:,} 個標註</translation>
    </message>
    <message>
        <source>1 tag</source>
        <translation>1 個標註</translation>
    </message>
    <message>
        <source>{total:,} tags</source>
        <translation>{total:,} 個標註</translation>
    </message>
    <message>
        <source>No tag fits these filters.</source>
        <translation>沒有符合篩選條件的標註。</translation>
    </message>
    <message>
        <source>Open a workspace to see its tags.</source>
        <translation>開啟工作區即可查看其標註。</translation>
    </message>
    <message>
        <source>Nothing is tagged yet: select a passage and press {keys}.</source>
        <translation>還沒有標註：請選擇一個片段，再按 {keys}。</translation>
    </message>
</context>
<context>
    <name>TagTableModel</name>
    <message>
        <source>Kind</source>
        <translation>類別</translation>
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
        <translation>屬性</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>標註者</translation>
    </message>
    <message>
        <source>Modified</source>
        <translation>修改時間</translation>
    </message>
</context>
<context>
    <name>ThemeSamples</name>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>米黃</translation>
    </message>
    <message>
        <source>{theme}: the contrast is {own:.1f}, so it is shown with {shown:.1f}.</source>
        <translation>{theme}：對比度為 {own:.1f}，因此以 {shown:.1f} 顯示。</translation>
    </message>
    <message>
        <source>{theme}: the contrast is {own:.1f}.</source>
        <translation>{theme}：對比度為 {own:.1f}。</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Choose an article</source>
        <translation>選擇文章</translation>
    </message>
    <message>
        <source>The articles of the workspace are listed here. Click one, or go from one to the next with {keys}.</source>
        <translation>工作區的文章列在這裡。點選一篇，或按 {keys} 逐篇切換。</translation>
    </message>
    <message>
        <source>Switch the script</source>
        <translation>切換字形</translation>
    </message>
    <message>
        <source>Read it as it was written, in Simplified, in Traditional, as in Taiwan or in Hong Kong: click, or press {keys} in the text. Tags stay on their words.</source>
        <translation>可以讀原文，也可以讀簡體、繁體、臺灣或香港字形：點選按鈕，或在正文中按 {keys}。標註始終跟隨原來的文字。</translation>
    </message>
    <message>
        <source>Tag some words</source>
        <translation>標註文字</translation>
    </message>
    <message>
        <source>Correct the details</source>
        <translation>修正詳情</translation>
    </message>
    <message>
        <source>What is known of the chosen tag stands here; change what is wrong. {keys} takes any step back. Whatever you do is saved at once.</source>
        <translation>所選標註的內容顯示在這裡；有誤之處可直接修改。{keys} 可復原任何一步。所做的一切都會立即儲存。</translation>
    </message>
    <message>
        <source>Find and export</source>
        <translation>尋找與匯出</translation>
    </message>
    <message>
        <source>{find} finds words in any script; {export} writes your tags as a table or JSON. {help} lists every key.</source>
        <translation>{find} 可尋找文字，簡繁皆可；{export} 將標註匯出為表格或 JSON。{help} 列出所有快速鍵。</translation>
    </message>
    <message>
        <source>Select words in the text, then press the key of a kind of tag.</source>
        <translation>在正文中選擇文字，然後按標籤類別的按鍵。</translation>
    </message>
    <message>
        <source>Select words with the mouse, or with Shift and the arrow keys, then press {key}: they are tagged as {kind}. {text} goes to the text.</source>
        <translation>用滑鼠或 Shift 加方向鍵選擇文字，再按 {key}，即標為{kind}。{text} 可前往正文。</translation>
    </message>
</context>
<context>
    <name>TourCard</name>
    <message>
        <source>Skip tour</source>
        <translation>跳過導覽</translation>
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
        <translation>標註已刪除。</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>Keep this one</source>
        <translation>保留這一個</translation>
    </message>
    <message>
        <source>{said} · shown now</source>
        <translation>{said} · 目前顯示</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Wenmai ended unexpectedly the last time; nothing that was saved is lost. The report is in {path}.</source>
        <translation>文脈上次意外結束；已儲存的內容沒有遺失。報告在 {path}。</translation>
    </message>
    <message>
        <source>The sample workspace could not be made: {error}</source>
        <translation>無法建立範例工作區：{error}</translation>
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
        <translation>屬性</translation>
    </message>
</context>
<context>
    <name>_EmptyPage</name>
    <message>
        <source>Show all tags</source>
        <translation>顯示所有標註</translation>
    </message>
</context>
<context>
    <name>_Rows</name>
    <message>
        <source>on</source>
        <translation>開</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關</translation>
    </message>
</context>
<context>
    <name>core</name>
    <message>
        <source>Metric</source>
        <translation>數據指標</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>單位</translation>
    </message>
    <message>
        <source>Bound</source>
        <translation>界限</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>確數</translation>
    </message>
    <message>
        <source>about</source>
        <translation>約</translation>
    </message>
    <message>
        <source>over</source>
        <translation>超過</translation>
    </message>
    <message>
        <source>under</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>統計對象</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>計畫品牌</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Organiser</source>
        <translation>主辦單位</translation>
    </message>
    <message>
        <source>Honour</source>
        <translation>榮譽</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>榮譽名稱</translation>
    </message>
    <message>
        <source>Awarded by</source>
        <translation>頒授單位</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>awarded</source>
        <translation>已獲</translation>
    </message>
    <message>
        <source>candidate</source>
        <translation>候選</translation>
    </message>
    <message>
        <source>same words, same surroundings</source>
        <translation>文字相同，前後文相同</translation>
    </message>
    <message>
        <source>similar words, same surroundings</source>
        <translation>文字相近，前後文相同</translation>
    </message>
    <message>
        <source>other words, same surroundings</source>
        <translation>文字不同，前後文相同</translation>
    </message>
    <message>
        <source>same words, other surroundings</source>
        <translation>文字相同，前後文不同</translation>
    </message>
    <message>
        <source>similar words</source>
        <translation>文字相近</translation>
    </message>
    <message>
        <source>common colour vision</source>
        <translation>一般色覺</translation>
    </message>
    <message>
        <source>protanopia (no red cones)</source>
        <translation>紅色盲（缺紅視錐細胞）</translation>
    </message>
    <message>
        <source>deuteranopia (no green cones)</source>
        <translation>綠色盲（缺綠視錐細胞）</translation>
    </message>
    <message>
        <source>tritanopia (no blue cones)</source>
        <translation>藍色盲（缺藍視錐細胞）</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” have nearly the same colour; choose another for one.</source>
        <translation>「{one}」與「{other}」的顏色幾乎相同；請為其中一個另選顏色。</translation>
    </message>
    <message>
        <source>“{one}” and “{other}” have nearly the same colour to readers with {vision}; choose another for one, lighter or darker.</source>
        <translation>對{vision}的讀者來說，「{one}」與「{other}」的顏色幾乎相同；請為其中一個選更淺或更深的顏色。</translation>
    </message>
    <message>
        <source>“{kind}” ({colour}) is hard to see on {page}: its contrast is {contrast:.1f}, and {least:.0f} is the least; choose a darker or lighter colour.</source>
        <translation>「{kind}」（{colour}）在 {page} 上難以看清：對比度為 {contrast:.1f}，至少應為 {least:.0f}；請選擇更深或更淺的顏色。</translation>
    </message>
    <message>
        <source>The kind has no name to be shown; write one.</source>
        <translation>類別還沒有顯示名稱；請填寫。</translation>
    </message>
    <message>
        <source>“{kind}” cannot be one of itself; choose another broader kind.</source>
        <translation>「{kind}」不能從屬於自己；請另選上級類別。</translation>
    </message>
    <message>
        <source>There is no kind “{name}” to be the broader one; choose another.</source>
        <translation>沒有可作上級的類別「{name}」；請另選。</translation>
    </message>
    <message>
        <source>“{parent}” is one of “{kind}” already, so it cannot be the broader one; choose another kind.</source>
        <translation>「{parent}」已從屬於「{kind}」，不能再作其上級；請另選類別。</translation>
    </message>
    <message>
        <source>“{name}” is no name to store tags under; begin with a small letter a–z and go on with small letters, digits, “_” or “-”.</source>
        <translation>「{name}」不能用作儲存名稱；請以小寫字母 a–z 開頭，後接小寫字母、數字、「_」或「-」。</translation>
    </message>
    <message>
        <source>There is a kind “{label}” already; choose another name.</source>
        <translation>已有名為「{label}」的類別；請換一個名稱。</translation>
    </message>
    <message>
        <source>“{colour}” is no colour; write # and six digits, such as #0069a8.</source>
        <translation>「{colour}」不是顏色；請寫 # 加六位十六進位數，如 #0069a8。</translation>
    </message>
    <message>
        <source>“{key}” is no key; choose one letter or digit, or none.</source>
        <translation>「{key}」不能用作按鍵；請選擇一個字母或數字，或不設。</translation>
    </message>
    <message>
        <source>“{kind}” has the key {key} already; choose another key.</source>
        <translation>「{kind}」已使用按鍵 {key}；請另選按鍵。</translation>
    </message>
    <message>
        <source>“{kind}” has two attributes “{name}”; give one of them another name.</source>
        <translation>「{kind}」有兩個屬性都叫「{name}」；請為其中一個改名。</translation>
    </message>
    <message>
        <source>“{name}” is no name to store an attribute under; begin with a small letter a–z and go on with small letters, digits, “_” or “-”.</source>
        <translation>「{name}」不能用作屬性的儲存名稱；請以小寫字母 a–z 開頭，後接小寫字母、數字、「_」或「-」。</translation>
    </message>
    <message>
        <source>The attribute “{name}” has no name to be shown; write one.</source>
        <translation>屬性「{name}」還沒有顯示名稱；請填寫。</translation>
    </message>
    <message>
        <source>“{label}” is a choice of nothing; write what there is to choose.</source>
        <translation>「{label}」沒有可選的選項；請填寫選項。</translation>
    </message>
    <message>
        <source>“{label}” has one choice twice; remove one of them.</source>
        <translation>「{label}」有重複的選項；請移除一個。</translation>
    </message>
    <message>
        <source>“{kind}” has no key, because “{first}” has {key} too and stands before it; give it another key.</source>
        <translation>「{kind}」沒有按鍵，因為排在前面的「{first}」也用 {key}；請為它另設按鍵。</translation>
    </message>
    <message>
        <source>Two kinds are called “{label}” ({first} and {second}); give one of them another name.</source>
        <translation>有兩個類別都叫「{label}」（{first} 和 {second}）；請為其中一個改名。</translation>
    </message>
    <message>
        <source>“{kind}” stands at the top, because it is said to be one of “{parent}”, which is one of it; choose where it belongs.</source>
        <translation>「{kind}」排在最上層，因為它被設為從屬於「{parent}」，而後者又從屬於它；請選擇它的歸屬。</translation>
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
        <translation>整數</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>{label} is {what}, not “{written}”.</source>
        <translation>{label}應為{what}，不能是「{written}」。</translation>
    </message>
    <message>
        <source>{label} is one of {choices}, not “{written}”.</source>
        <translation>{label}應為{choices}之一，不能是「{written}」。</translation>
    </message>
    <message>
        <source>{label} is a date such as 2026-11-22, 2026-11 or 2026, not “{written}”.</source>
        <translation>{label}應寫成 2026-11-22、2026-11 或 2026 的樣子，不能是「{written}」。</translation>
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
        <translation>無法寫入 {path}（{reason}）；請選擇其他檔案或資料夾。</translation>
    </message>
    <message>
        <source>JSON document</source>
        <translation>JSON 文件</translation>
    </message>
    <message>
        <source>Tag {annotation_id} in “{title}” holds a number that JSON has no form for; correct its attributes.</source>
        <translation>「{title}」中的標註 {annotation_id} 含有 JSON 無法表示的數字；請更正其屬性。</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>PDF 檔案</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>RTF 文件</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>純文字</translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation>剪貼簿</translation>
    </message>
    <message>
        <source>{name} is over {size} MB; split it into several files.</source>
        <translation>{name} 超過 {size} MB；請分割成幾個檔案。</translation>
    </message>
    <message>
        <source>{name} is {what}, not plain text; save it as plain text (.txt) first.</source>
        <translation>{name} 是 {what}，不是純文字；請先另存成純文字（.txt）。</translation>
    </message>
    <message>
        <source>{name} was not read, because “{encoding}” is no text encoding; name one such as gb18030, big5 or utf-16.</source>
        <translation>沒有讀取 {name}，因為「{encoding}」不是文字編碼；請指定 gb18030、big5 或 utf-16 等編碼。</translation>
    </message>
    <message>
        <source>{name} is binary data, not text; save it as plain text (.txt), or give its encoding with --encoding.</source>
        <translation>{name} 是二進位資料，不是文字；請另存成純文字（.txt），或用 --encoding 指定編碼。</translation>
    </message>
    <message>
        <source>{name} holds half a character (a lone surrogate) at offset {offset}; save it as UTF-8 again.</source>
        <translation>{name} 在第 {offset} 字處有半個字元（孤立代理字元）；請重新存成 UTF-8。</translation>
    </message>
    <message>
        <source>{name} holds no text, or nothing but white space; choose one with words in it.</source>
        <translation>{name} 沒有文字，或只有空白；請選擇有文字的檔案。</translation>
    </message>
    <message>
        <source>{path} is a folder; give the files in it.</source>
        <translation>{path} 是資料夾；請指定其中的檔案。</translation>
    </message>
    <message>
        <source>{path} does not exist; check its name.</source>
        <translation>{path} 不存在；請檢查名稱。</translation>
    </message>
    <message>
        <source>{path} could not be read ({reason}); check that it may be opened.</source>
        <translation>無法讀取 {path}（{reason}）；請檢查是否有權開啟。</translation>
    </message>
    <message>
        <source> at byte {start}</source>
        <translation>（第 {start} 個位元組處）</translation>
    </message>
    <message>
        <source>{name} is not {encoding} text{where}; give another encoding with --encoding.</source>
        <translation>{name} 不是 {encoding} 文字{where}；請用 --encoding 指定其他編碼。</translation>
    </message>
    <message>
        <source>An event with its edition</source>
        <translation>帶屆次的活動</translation>
    </message>
    <message>
        <source>An event that is held again and again</source>
        <translation>反覆舉辦的活動</translation>
    </message>
    <message>
        <source>A series of events</source>
        <translation>系列活動</translation>
    </message>
    <message>
        <source>{word} before a name that ends with {ending}</source>
        <translation>「{word}」後接以「{ending}」結尾的名稱</translation>
    </message>
    <message>
        <source>“{name}” was accepted before</source>
        <translation>以前接受過「{name}」</translation>
    </message>
    <message>
        <source>Before “{word}”</source>
        <translation>在「{word}」之前</translation>
    </message>
    <message>
        <source>A title that is spoken of as held</source>
        <translation>文中稱已獲得的稱號</translation>
    </message>
    <message>
        <source>A title by how it ends: {words}</source>
        <translation>從結尾看是稱號：{words}</translation>
    </message>
    <message>
        <source>Behind “{verb}”</source>
        <translation>在「{verb}」之後</translation>
    </message>
    <message>
        <source>once</source>
        <translation>一次</translation>
    </message>
    <message>
        <source>twice</source>
        <translation>兩次</translation>
    </message>
    <message>
        <source>{reason}; {learned}</source>
        <translation>{reason}；{learned}</translation>
    </message>
    <message>
        <source>you accepted {accepted:,} of {number:,} like it</source>
        <translation>類似的 {number:,} 個建議中，您接受了 {accepted:,} 個</translation>
    </message>
    <message>
        <source>you accepted “{words}” {accepted} and rejected it {rejected}</source>
        <translation>您接受過「{words}」{accepted}，拒絕過{rejected}</translation>
    </message>
    <message>
        <source>you accepted “{words}” {times}</source>
        <translation>您接受過「{words}」{times}</translation>
    </message>
    <message>
        <source>you rejected “{words}” {times}</source>
        <translation>您拒絕過「{words}」{times}</translation>
    </message>
    <message>
        <source>{number:,} times</source>
        <translation>{number:,} 次</translation>
    </message>
    <message>
        <source>Named as a programme elsewhere in the article</source>
        <translation>文中別處稱為計畫品牌</translation>
    </message>
    <message>
        <source>In quotation marks again and again</source>
        <translation>多次用引號引出</translation>
    </message>
    <message>
        <source>A share of a whole</source>
        <translation>佔整體的份額</translation>
    </message>
    <message>
        <source>A run of {unit}</source>
        <translation>連續若干{unit}</translation>
    </message>
    <message>
        <source>A percentage</source>
        <translation>百分比</translation>
    </message>
    <message>
        <source>A small numeral with the measure word {unit}</source>
        <translation>帶量詞「{unit}」的小數目</translation>
    </message>
    <message>
        <source>A Chinese numeral with the measure word {unit}</source>
        <translation>帶量詞「{unit}」的漢字數目</translation>
    </message>
    <message>
        <source>A figure with the measure word {unit}</source>
        <translation>帶量詞「{unit}」的數字</translation>
    </message>
    <message>
        <source>“…” followed by {word}</source>
        <translation>引號後接「{word}」</translation>
    </message>
    <message>
        <source>{word} before “…”</source>
        <translation>引號前有「{word}」</translation>
    </message>
    <message>
        <source>A name with an inner dot</source>
        <translation>帶間隔號的名稱</translation>
    </message>
    <message>
        <source>A name that ends with {word}</source>
        <translation>以「{word}」結尾的名稱</translation>
    </message>
    <message>
        <source>Regional vocabulary is not converted, as the installed OpenCC {installed} does not answer as expected; install OpenCC {version} and start again.</source>
        <translation>地區用詞未轉換，因為已安裝的 OpenCC {installed} 的結果與預期不符；請安裝 OpenCC {version} 並重新啟動。</translation>
    </message>
    <message>
        <source>words, what is shown and the scripts are separated by tabs.</source>
        <translation>文字、顯示內容和字形須以定位字元分隔。</translation>
    </message>
    <message>
        <source>The original is never converted, so never corrected.</source>
        <translation>原文從不轉換，因此無須更正。</translation>
    </message>
    <message>
        <source>A correction needs both the words and what is shown.</source>
        <translation>更正須同時寫明文字和顯示內容。</translation>
    </message>
    <message>
        <source>“{side}…” is longer than the {length} characters of a correction.</source>
        <translation>「{side}…」超過了更正的上限 {length} 字。</translation>
    </message>
    <message>
        <source>“{side}” holds punctuation or white space; a correction is of words alone.</source>
        <translation>「{side}」含有標點或空白；更正只能是文字。</translation>
    </message>
    <message>
        <source>“{script}” is no script; there are {names}.</source>
        <translation>「{script}」不是字形；可用的有 {names}。</translation>
    </message>
    <message>
        <source>Line {number} of the glossary: {error}</source>
        <translation>詞表第 {number} 行：{error}</translation>
    </message>
    <message>
        <source>Backup (*.zip)</source>
        <translation>備份 (*.zip)</translation>
    </message>
    <message>
        <source>Tag set (*.json);;All files (*)</source>
        <translation>標籤集 (*.json);;所有檔案 (*)</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>「{words}」</translation>
    </message>
    <message>
        <source>Glossary (*.tsv *.txt);;All files (*)</source>
        <translation>詞表 (*.tsv *.txt);;所有檔案 (*)</translation>
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
        <translation>{path} 中有 {count} 篇文章；請選擇只含一篇文章的檔案。</translation>
    </message>
    <message>
        <source>its text is not the one its name stands for</source>
        <translation>其正文與檔名所代表的不符</translation>
    </message>
    <message>
        <source>another format</source>
        <translation>其他格式</translation>
    </message>
    <message>
        <source>its text is not the one that was brought in</source>
        <translation>其正文與匯入時不同</translation>
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
        <translation>zip 檔案中不能有這樣的名稱</translation>
    </message>
    <message>
        <source>{target} lies in the workspace itself; choose another folder for the backup.</source>
        <translation>{target} 位於工作區內；請為備份選擇其他資料夾。</translation>
    </message>
    <message>
        <source>it is no file</source>
        <translation>不是檔案</translation>
    </message>
    <message>
        <source>The backup {target} could not be written ({reason}); choose another folder or free some space.</source>
        <translation>無法寫入備份 {target}（{reason}）；請選擇其他資料夾，或騰出空間。</translation>
    </message>
    <message>
        <source>{name} is not in the backup ({why}); mend or remove it, and make the backup again.</source>
        <translation>{name} 沒有備份（{why}）；請修復或移除它，然後重新備份。</translation>
    </message>
    <message>
        <source>a newer Wenmai made it, so update Wenmai first</source>
        <translation>它由更新版本的文脈製作，請先更新文脈</translation>
    </message>
    <message>
        <source>its {file} is damaged</source>
        <translation>其中的 {file} 已損毀</translation>
    </message>
    <message>
        <source>{folder} is a file; choose a folder for the new workspace.</source>
        <translation>{folder} 是檔案；請為新工作區選擇資料夾。</translation>
    </message>
    <message>
        <source>{folder} is a workspace already; open it, or choose another folder.</source>
        <translation>{folder} 已是工作區；請開啟它，或選擇其他資料夾。</translation>
    </message>
    <message>
        <source>{folder} holds other files; choose an empty folder for the new workspace.</source>
        <translation>{folder} 中有其他檔案；請為新工作區選擇空資料夾。</translation>
    </message>
    <message>
        <source>The workspace {folder} could not be made ({reason}); choose another folder or free some space.</source>
        <translation>無法建立工作區 {folder}（{reason}）；請選擇其他資料夾，或騰出空間。</translation>
    </message>
    <message>
        <source>only {count} of {length} bytes could be written</source>
        <translation>{length} 個位元組中只寫入了 {count} 個</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>Move tag</source>
        <translation>移動標註</translation>
    </message>
    <message>
        <source>Edit tag</source>
        <translation>編輯標註</translation>
    </message>
    <message>
        <source>Bring back tag</source>
        <translation>恢復標註</translation>
    </message>
    <message>
        <source>Settle conflict</source>
        <translation>取捨版本</translation>
    </message>
    <message>
        <source>Rename article</source>
        <translation>重新命名文章</translation>
    </message>
    <message>
        <source>Set script</source>
        <translation>設定字形</translation>
    </message>
    <message>
        <source>Remove article</source>
        <translation>移除文章</translation>
    </message>
    <message>
        <source>Correct conversion</source>
        <translation>更正轉換</translation>
    </message>
    <message>
        <source>Import corrections</source>
        <translation>匯入更正</translation>
    </message>
    <message>
        <source>Remove correction</source>
        <translation>移除更正</translation>
    </message>
    <message>
        <source>There is no kind “{kind}” in the tag set; choose one of {kinds}.</source>
        <translation>標籤集中沒有類別「{kind}」；請從 {kinds} 中選擇。</translation>
    </message>
    <message>
        <source>The versions of tag {annotation_id} to choose from have changed; look at them again.</source>
        <translation>標註 {annotation_id} 可供選擇的版本有變動；請重新查看。</translation>
    </message>
    <message>
        <source>“{title}”, which “{quote}” stood in, was removed from the workspace; import it again, and then bring the tag back.</source>
        <translation>「{quote}」所在的「{title}」已從工作區移除；請先重新匯入該文章，再恢復標註。</translation>
    </message>
    <message>
        <source>There is no article {article_id} in {folder}; it may have been removed.</source>
        <translation>{folder} 中沒有文章 {article_id}；可能已被移除。</translation>
    </message>
    <message>
        <source>Kinds go no deeper than {levels} levels; choose another broader kind for “{kind}”.</source>
        <translation>類別至多 {levels} 層；請為「{kind}」選擇另一個上層類別。</translation>
    </message>
    <message>
        <source>“{kind}” stands at the top, because kinds go no deeper than {levels} levels; choose where it belongs.</source>
        <translation>「{kind}」改為最上層，因為類別至多 {levels} 層；請選擇它的位置。</translation>
    </message>
    <message>
        <source>The scheduler went away; repeat the command, and it goes on from here.</source>
        <translation>與排程器的連線已中斷；請重新執行命令，會從此處繼續。</translation>
    </message>
    <message>
        <source>it ended its worker again and again, perhaps for lack of memory</source>
        <translation>它多次使工作節點結束，可能是記憶體不足</translation>
    </message>
    <message>
        <source>No Dask scheduler answers at {address}; start it, or leave out --scheduler.</source>
        <translation>{address} 沒有 Dask 排程器回應；請啟動它，或去掉 --scheduler。</translation>
    </message>
    <message>
        <source>A worker lacks {library}; install wenmai[corpus] on every machine.</source>
        <translation>有工作節點缺少 {library}；請在每部電腦上安裝 wenmai[corpus]。</translation>
    </message>
    <message>
        <source>A worker could not go on ({reason}: {path}); mend that and repeat the command.</source>
        <translation>有工作節點無法繼續（{reason}：{path}）；請修復後重新執行命令。</translation>
    </message>
    <message>
        <source>The scheduler at {address} has no workers; start some.</source>
        <translation>{address} 的排程器沒有工作節點；請啟動一些。</translation>
    </message>
    <message>
        <source>{library} is not installed; a corpus needs it, so install it with: pip install &quot;wenmai[corpus]&quot;</source>
        <translation>沒有安裝 {library}；處理語料庫需要它，請用此命令安裝：pip install &quot;wenmai[corpus]&quot;</translation>
    </message>
    <message>
        <source>{path} has no column “{wanted}” (it has {names}); name one with {option}.</source>
        <translation>{path} 中沒有名為「{wanted}」的欄位（現有 {names}）；請用 {option} 指定一個欄位。</translation>
    </message>
    <message>
        <source>another input</source>
        <translation>其他輸入</translation>
    </message>
    <message>
        <source>other options</source>
        <translation>其他選項</translation>
    </message>
    <message>
        <source>other rules</source>
        <translation>其他規則</translation>
    </message>
    <message>
        <source>{path} is no manifest that this version of Wenmai can read; choose another folder.</source>
        <translation>{path} 不是此版本的文脈能讀取的資訊清單；請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>Another command is writing {path}; wait for it, or choose another folder.</source>
        <translation>另一個命令正在寫入 {path}；請等待完成，或選擇其他資料夾。</translation>
    </message>
    <message>
        <source>{folder} holds suggestions of {what}; choose another folder, or begin anew with --restart.</source>
        <translation>{folder} 中的建議出自{what}；請選擇其他資料夾，或用 --restart 重新開始。</translation>
    </message>
    <message>
        <source>{path} is there already and no manifest names it; choose another folder.</source>
        <translation>{path} 已存在，且沒有資訊清單列出它；請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>{path} is no whole Parquet file ({reason}); mend it or take it out.</source>
        <translation>{path} 不是完整的 Parquet 檔案（{reason}）；請修復或移走它。</translation>
    </message>
    <message>
        <source>The column “{column}” of {path} holds no text but {type}; name another with --text.</source>
        <translation>{path} 的「{column}」欄位不是文字，而是 {type}；請用 --text 指定其他欄位。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); mend that and repeat the command.</source>
        <translation>無法讀取 {path}（{reason}）；請修復後重新執行命令。</translation>
    </message>
    <message>
        <source>{path} was changed while it was read; repeat the command with --restart.</source>
        <translation>{path} 在讀取時被變更；請加上 --restart 重新執行命令。</translation>
    </message>
    <message>
        <source>{first_file}, row {first}, to {last_file}, row {last}</source>
        <translation>{first_file} 第 {first} 列至 {last_file} 第 {last} 列</translation>
    </message>
    <message>
        <source>{output} is a part of the corpus {corpus}; choose a folder outside for the output.</source>
        <translation>{output} 位於語料庫 {corpus} 之內；請另選語料庫以外的輸出資料夾。</translation>
    </message>
    <message>
        <source>{file}, rows {first} to {last}</source>
        <translation>{file} 第 {first} 至 {last} 列</translation>
    </message>
    <message>
        <source>Shard {number} ({rows}) could not be done: {reason}</source>
        <translation>無法完成分片 {number}（{rows}）：{reason}</translation>
    </message>
    <message>
        <source>{path} is neither Parquet nor JSON Lines; unpack it or write it as one of them.</source>
        <translation>{path} 既不是 Parquet 也不是 JSON Lines；請解壓縮，或改寫成其中一種格式。</translation>
    </message>
    <message>
        <source>{path} holds no file that ends in .parquet, .pq, .jsonl or .ndjson; name another folder, or one file.</source>
        <translation>{path} 中沒有副檔名為 .parquet、.pq、.jsonl 或 .ndjson 的檔案；請指定其他資料夾，或一個檔案。</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); name another file or folder.</source>
        <translation>無法讀取 {path}（{reason}）；請指定其他檔案或資料夾。</translation>
    </message>
    <message>
        <source>A worker has other rules than this command; install the same Wenmai on every machine and repeat it.</source>
        <translation>有工作節點的規則與此命令不同；請在每部電腦上安裝相同版本的文脈，然後重新執行。</translation>
    </message>
    <message>
        <source>brat standoff (zip)</source>
        <translation>brat standoff (zip)</translation>
    </message>
    <message>
        <source>A tag over a line end is written in fragments; attributes that are no choice become notes.</source>
        <translation>跨行的標註分段寫入；非選項類的屬性寫成備註。</translation>
    </message>
    <message>
        <source>CoNLL, BIO by character (zip)</source>
        <translation>CoNLL，逐字 BIO (zip)</translation>
    </message>
    <message>
        <source>Of tags that overlap the one that begins first is written, then the longest; the others are listed in left_out.tsv.</source>
        <translation>重疊的標註中，只寫入開頭最早的，其次最長的；其餘的列在 left_out.tsv 中。</translation>
    </message>
    <message>
        <source>The JSON document has the definitions of the kinds.</source>
        <translation>類別的定義見 JSON 文件。</translation>
    </message>
    <message>
        <source>spaCy DocBin</source>
        <translation>spaCy DocBin</translation>
    </message>
    <message>
        <source>All tags are in the span group “tags”, those that do not overlap are entities too; notes and attributes are in user_data. A token is a character.</source>
        <translation>所有標註都在 span 組「tags」中，不重疊的同時也是實體；備註和屬性在 user_data 中。每個字為一個詞元。</translation>
    </message>
    <message>
        <source>overlapping entities</source>
        <translation>重疊的實體</translation>
    </message>
    <message>
        <source>doccano JSONL</source>
        <translation>doccano JSONL</translation>
    </message>
    <message>
        <source>Attributes, notes, authors and times are in the metadata of the text. Where tags overlap, the project has to allow that.</source>
        <translation>屬性、備註、標註者和時間在文字的中繼資料中。標註有重疊時，專案須允許重疊。</translation>
    </message>
    <message>
        <source>overlapping tags</source>
        <translation>重疊的標註</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>attributes</source>
        <translation>屬性</translation>
    </message>
    <message>
        <source>types of attributes</source>
        <translation>屬性的類型</translation>
    </message>
    <message>
        <source>authors and times</source>
        <translation>標註者和時間</translation>
    </message>
    <message>
        <source>the words around a tag</source>
        <translation>標註前後的文字</translation>
    </message>
    <message>
        <source>colours and order of kinds</source>
        <translation>類別的顏色和次序</translation>
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
        <translation>碼位</translation>
    </message>
    <message>
        <source>UTF-16 units</source>
        <translation>UTF-16 碼元</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Everything about a tag is written.</source>
        <translation>標註的全部內容都會寫入。</translation>
    </message>
    <message>
        <source>{label} needs the extra “{extra}”: pip install &quot;wenmai[{extra}]&quot;</source>
        <translation>{label} 需要附加元件「{extra}」：pip install &quot;wenmai[{extra}]&quot;</translation>
    </message>
    <message>
        <source>It has no place for {losses}. {remedy}</source>
        <translation>此格式無法存放：{losses}。{remedy}</translation>
    </message>
    <message>
        <source>HTML report to read and print</source>
        <translation>HTML 報告，供閱讀和列印</translation>
    </message>
    <message>
        <source>Tagged articles</source>
        <translation>標註過的文章</translation>
    </message>
    <message>
        <source>It is for people: whole texts with the tags highlighted, and a table a kind.</source>
        <translation>供人閱讀：全文醒目顯示標註，每個類別一張表格。</translation>
    </message>
    <message>
        <source>times</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>ids</source>
        <translation>識別碼</translation>
    </message>
    <message>
        <source>Each article is named by the SHA-256 of its text.</source>
        <translation>每篇文章以其正文的 SHA-256 命名。</translation>
    </message>
    <message>
        <source>JSON Lines, a tag a line</source>
        <translation>JSON Lines，每行一個標註</translation>
    </message>
    <message>
        <source>Label Studio tasks</source>
        <translation>Label Studio 任務</translation>
    </message>
    <message>
        <source>Attributes are lines of a region&apos;s remarks, with the note.</source>
        <translation>屬性與備註一起寫入區域的說明，每項一行。</translation>
    </message>
    <message>
        <source>Markdown report</source>
        <translation>Markdown 報告</translation>
    </message>
    <message>
        <source>It is for people: whole texts with the tags in brackets, and a table a kind.</source>
        <translation>供人閱讀：全文用方括號標出標註，每個類別一張表格。</translation>
    </message>
    <message>
        <source>Parquet table</source>
        <translation>Parquet 表格</translation>
    </message>
    <message>
        <source>The definitions of the kinds are in the file&apos;s metadata.</source>
        <translation>類別的定義在檔案的中繼資料中。</translation>
    </message>
    <message>
        <source>REFI-QDA codebook</source>
        <translation>REFI-QDA 編碼簿</translation>
    </message>
    <message>
        <source>It holds the kinds only; the project (.qdpx) holds the tags.</source>
        <translation>其中只有類別；標註在專案（.qdpx）中。</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>標註</translation>
    </message>
    <message>
        <source>REFI-QDA project</source>
        <translation>REFI-QDA 專案</translation>
    </message>
    <message>
        <source>Attributes are lines of a selection&apos;s description; notes are notes.</source>
        <translation>屬性寫入選段的說明，每項一行；備註仍為備註。</translation>
    </message>
    <message>
        <source>Simplified 简体</source>
        <translation>簡體</translation>
    </message>
    <message>
        <source>Traditional 繁體</source>
        <translation>繁體</translation>
    </message>
    <message>
        <source>Taiwan 臺灣</source>
        <translation>臺灣</translation>
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
        <translation>備註</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>標註者</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Tags: {tags:,} · Articles: {articles:,} · {date}</source>
        <translation>標註：{tags:,} · 文章：{articles:,} · {date}</translation>
    </message>
    <message>
        <source>Tag {annotation_id} in “{title}” does not stand where it says, so it cannot be written in this format; put the workspace right with: wenmai check --repair</source>
        <translation>「{title}」中的標註 {annotation_id} 與所記位置不符，無法以此格式寫入；請用此命令修復工作區：wenmai check --repair</translation>
    </message>
    <message>
        <source>TEI P5</source>
        <translation>TEI P5</translation>
    </message>
    <message>
        <source>Tags point at anchors in the text, so they may overlap; control characters become U+FFFD.</source>
        <translation>標註指向文中的錨點，因此可以重疊；控制字元寫成 U+FFFD。</translation>
    </message>
    <message>
        <source>the times of a tag</source>
        <translation>標註的時間</translation>
    </message>
    <message>
        <source>UIMA CAS JSON (zip)</source>
        <translation>UIMA CAS JSON (zip)</translation>
    </message>
    <message>
        <source>Each kind is a type of its own.</source>
        <translation>每個類別各為一種類型。</translation>
    </message>
    <message>
        <source>UIMA CAS XMI (zip)</source>
        <translation>UIMA CAS XMI (zip)</translation>
    </message>
    <message>
        <source>Each kind is a type of its own; control characters become U+FFFD.</source>
        <translation>每個類別各為一種類型；控制字元寫成 U+FFFD。</translation>
    </message>
    <message>
        <source>W3C Web Annotation (JSON-LD)</source>
        <translation>W3C Web Annotation (JSON-LD)</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 活頁簿</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Long texts</source>
        <translation>長文字</translation>
    </message>
    <message>
        <source>Each kind has its sheet; a text of over 32,767 characters is whole in the sheet of long texts. Times are UTC, to the millisecond.</source>
        <translation>每個類別一張工作表；超過 32,767 字的文字完整存放在「長文字」工作表中。時間為 UTC，精確到毫秒。</translation>
    </message>
    <message>
        <source>{name} holds over {number} files; split it into several archives.</source>
        <translation>{name} 中的檔案超過 {number} 個；請分割成幾個壓縮檔。</translation>
    </message>
    <message>
        <source>{name} unpacks to over {size} MB; split it into several archives.</source>
        <translation>{name} 解壓縮後超過 {size} MB；請分割成幾個壓縮檔。</translation>
    </message>
    <message>
        <source>{name} is locked with a password; unpack the archive first.</source>
        <translation>{name} 有密碼保護；請先解壓縮。</translation>
    </message>
    <message>
        <source>{name} is packed in a rare way; unpack the archive first.</source>
        <translation>{name} 的壓縮方式不常見；請先解壓縮。</translation>
    </message>
    <message>
        <source>{name} has entries that lie over each other, as archives built to do harm do; make it again.</source>
        <translation>{name} 中的項目相互重疊，像惡意製作的壓縮檔一樣；請重新製作。</translation>
    </message>
    <message>
        <source>{name} unpacks to far more than it could hold, as files built to do harm do; import the file by itself if you trust it.</source>
        <translation>{name} 解壓縮後遠大於應有的大小，像惡意製作的檔案一樣；如果您信任該檔案，請單獨匯入。</translation>
    </message>
    <message>
        <source>{name} holds no file of a known format; choose one with articles.</source>
        <translation>{name} 中沒有已知格式的檔案；請選擇含有文章的壓縮檔。</translation>
    </message>
    <message>
        <source>{name} is no zip file, or damaged; make it again.</source>
        <translation>{name} 不是 zip 檔案，或已損毀；請重新製作。</translation>
    </message>
    <message>
        <source>{name} is damaged; make the archive again.</source>
        <translation>{name} 已損毀；請重新製作壓縮檔。</translation>
    </message>
    <message>
        <source>{name} is an archive inside an archive; unpack it and import it by itself.</source>
        <translation>{name} 是壓縮檔中的壓縮檔；請解壓縮後單獨匯入。</translation>
    </message>
    <message>
        <source>this kind of file</source>
        <translation>此類檔案</translation>
    </message>
    <message>
        <source>{name} could not be read as {what} (damaged?); open it in its program and save it again.</source>
        <translation>{name} 無法當成 {what} 讀取（可能已損毀）；請用原程式開啟並重新儲存。</translation>
    </message>
    <message>
        <source>{name} takes more memory to read than is given to a file; save it as plain text (.txt) and import that.</source>
        <translation>讀取 {name} 所需的記憶體超過單一檔案的上限；請另存成純文字（.txt）後匯入。</translation>
    </message>
    <message>
        <source>{name} holds too much text; split it into several files.</source>
        <translation>{name} 的文字太多；請分割成幾個檔案。</translation>
    </message>
    <message>
        <source>{name} took longer than {seconds:g} s to read; save it as plain text (.txt) and import that.</source>
        <translation>讀取 {name} 超過了 {seconds:g} 秒；請另存成純文字（.txt）後匯入。</translation>
    </message>
    <message>
        <source>{name} was not read, because no process could be started for it ({reason}); close other programs and try again.</source>
        <translation>沒有讀取 {name}，因為無法為它啟動處理程序（{reason}）；請關閉其他程式後重試。</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>Word 文件</translation>
    </message>
    <message>
        <source>a Word document</source>
        <translation>Word 文件</translation>
    </message>
    <message>
        <source>{name} is no Word document, though it is packed like one (a spreadsheet, slides?); save its text as .docx.</source>
        <translation>{name} 的封裝方式與 Word 文件相同，但不是 Word 文件（可能是試算表或簡報）；請將其文字另存成 .docx。</translation>
    </message>
    <message>
        <source>EPUB book</source>
        <translation>EPUB 電子書</translation>
    </message>
    <message>
        <source>an EPUB</source>
        <translation>EPUB 電子書</translation>
    </message>
    <message>
        <source>{name} has no text to read: its pages are pictures, or empty; an edition with text is needed.</source>
        <translation>{name} 沒有可讀取的文字：各頁是影像，或為空白；請改用有文字的版本。</translation>
    </message>
    <message>
        <source>{name} is no EPUB, or lacks its list of contents; download it again, or save it again in the program it comes from.</source>
        <translation>{name} 不是 EPUB，或缺少內容清單；請重新下載，或用原程式重新儲存。</translation>
    </message>
    <message>
        <source>{name} is locked by its seller (DRM) and cannot be read here; ask for a copy without.</source>
        <translation>{name} 已由銷售方加密（DRM），無法在此讀取；請索取未加密的版本。</translation>
    </message>
    <message>
        <source>{path} is a pipe or a device, not a file; it was not read; move it elsewhere.</source>
        <translation>{path} 是管道或裝置，不是檔案，因此沒有讀取；請將它移到別處。</translation>
    </message>
    <message>
        <source>{path} holds no file of a known format; choose a folder with articles.</source>
        <translation>{path} 中沒有已知格式的檔案；請選擇含有文章的資料夾。</translation>
    </message>
    <message>
        <source>{path} holds over {number} files; import its folders one by one.</source>
        <translation>{path} 中的檔案超過 {number} 個；請逐一匯入其中的資料夾。</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>網頁</translation>
    </message>
    <message>
        <source>Web page in one file</source>
        <translation>單一檔案網頁</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>網頁</translation>
    </message>
    <message>
        <source>{name} is only a frame around other pages; open the frame with the article by itself and save that.</source>
        <translation>{name} 只是套著其他網頁的框架；請單獨開啟文章所在的框架並儲存。</translation>
    </message>
    <message>
        <source>{name} holds no web page; save the page again.</source>
        <translation>{name} 中沒有網頁；請重新儲存網頁。</translation>
    </message>
    <message>
        <source>{name} is a web page in an encoding that could not be told; give it with --encoding, for example gb18030.</source>
        <translation>{name} 是網頁，但無法確定其編碼；請用 --encoding 指定，例如 gb18030。</translation>
    </message>
    <message>
        <source>{name} is an empty web page; save the page again.</source>
        <translation>{name} 是空白網頁；請重新儲存網頁。</translation>
    </message>
    <message>
        <source>{name} is damaged, or built to do harm: it is nested too deep; save the page again, or copy its text.</source>
        <translation>{name} 已損毀，或是惡意製作的：巢狀過深；請重新儲存網頁，或複製其文字。</translation>
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
        <translation>{name} 已損毀或不完整，無法當成 PDF 讀取；請重新取得，或用 PDF 軟體開啟並重新儲存。</translation>
    </message>
    <message>
        <source>{name} holds more on its pages than can be read; split it into several files.</source>
        <translation>{name} 各頁的內容超過可讀取的上限；請分割成幾個檔案。</translation>
    </message>
    <message>
        <source>{name} is protected with a password; save it without one in a PDF program, and import that.</source>
        <translation>{name} 有密碼保護；請用 PDF 軟體另存成無密碼的檔案後匯入。</translation>
    </message>
    <message>
        <source>{name} has over {most} pages; split it into several files.</source>
        <translation>{name} 超過 {most} 頁；請分割成幾個檔案。</translation>
    </message>
    <message>
        <source>{name} has no text: its pages are pictures (a scan); recognise its text with an OCR program, and import what that gives.</source>
        <translation>{name} 沒有文字：各頁是影像（掃描檔）；請用 OCR 軟體辨識文字，再匯入辨識結果。</translation>
    </message>
    <message>
        <source>{name} has no text on its pages; choose one with words in it.</source>
        <translation>{name} 的頁面上沒有文字；請選擇有文字的檔案。</translation>
    </message>
    <message>
        <source>{name} does not say which characters its glyphs are, so its text would be garbage; recognise it with an OCR program, or get it in another format.</source>
        <translation>{name} 的字型缺少字元對照，取出的文字會是亂碼；請用 OCR 軟體辨識，或改用其他格式的版本。</translation>
    </message>
    <message>
        <source>{name} is damaged, or in an encoding that is not known by sight; give it with --encoding, for example {example}.</source>
        <translation>{name} 已損毀，或其編碼無法自動辨識；請用 --encoding 指定，例如 {example}。</translation>
    </message>
    <message>
        <source>{name} may be in one of several encodings ({encodings}); give the right one with --encoding.</source>
        <translation>{name} 可能是幾種編碼之一（{encodings}）；請用 --encoding 指定正確的編碼。</translation>
    </message>
    <message>
        <source>{name} declares entities of its own, which could fill the memory or fetch other files; save it without them.</source>
        <translation>{name} 宣告了自己的實體，可能會佔滿記憶體或讀取其他檔案；請另存成不含實體的檔案。</translation>
    </message>
    <message>
        <source>{name} is damaged, or built to do harm: its XML breaks off in line {line}; save it again in the program it comes from.</source>
        <translation>{name} 已損毀，或是惡意製作的：其 XML 在第 {line} 行中斷；請用原程式重新儲存。</translation>
    </message>
    <message>
        <source>{name} is an RTF document; open it in Word, WPS Office or LibreOffice and save it as .docx.</source>
        <translation>{name} 是 RTF 文件；請用 Word、WPS Office 或 LibreOffice 開啟並另存成 .docx。</translation>
    </message>
    <message>
        <source>{name} is protected by a password; open it in its program and save it without.</source>
        <translation>{name} 有密碼保護；請用原程式開啟，取消密碼後儲存。</translation>
    </message>
    <message>
        <source>{name} is an old Office document (.doc, .wps); open it in Word, WPS Office or LibreOffice and save it as .docx.</source>
        <translation>{name} 是舊版 Office 文件（.doc、.wps）；請用 Word、WPS Office 或 LibreOffice 開啟並另存成 .docx。</translation>
    </message>
    <message>
        <source>{name} is damaged or not complete; copy or download it again, or save it again in its program.</source>
        <translation>{name} 已損毀或不完整；請重新複製或下載，或用原程式重新儲存。</translation>
    </message>
    <message>
        <source>{name} would unpack to {entries} files and {size} MB, which is more than is read; save it again in its program, or split it.</source>
        <translation>{name} 解壓縮後有 {entries} 個檔案、{size} MB，超過可讀取的上限；請用原程式重新儲存，或分割。</translation>
    </message>
    <message>
        <source>A name that the article repeats</source>
        <translation>文章中反覆出現的名稱</translation>
    </message>
    <message>
        <source>A place in a ranking</source>
        <translation>排名</translation>
    </message>
    <message>
        <source>Called {word} in the next clause</source>
        <translation>下一句稱之為「{word}」</translation>
    </message>
    <message>
        <source>it stands in several pieces</source>
        <translation>它分成幾段</translation>
    </message>
    <message>
        <source>{name}: {entry} is not UTF-8, which brat&apos;s files are; save it as UTF-8 again.</source>
        <translation>{name}：{entry} 不是 UTF-8，而 brat 的檔案應為 UTF-8；請重新存成 UTF-8。</translation>
    </message>
    <message>
        <source>{name} is damaged (“{line}” is no annotation); export it again.</source>
        <translation>{name} 已損毀（「{line}」不是標註）；請重新匯出。</translation>
    </message>
    <message>
        <source>its article is not in the workspace</source>
        <translation>所屬文章不在工作區中</translation>
    </message>
    <message>
        <source>the file does not say where it stands</source>
        <translation>檔案沒有記錄它的位置</translation>
    </message>
    <message>
        <source>its words do not stand in the article</source>
        <translation>文中沒有這些文字</translation>
    </message>
    <message>
        <source>its words stand in several places, or among other words</source>
        <translation>這些文字出現在多處，或是其他詞語的一部分</translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <translation>不是 UTF-8</translation>
    </message>
    <message>
        <source>it is nested too deep</source>
        <translation>巢狀過深</translation>
    </message>
    <message>
        <source>it holds a number that JSON does not have</source>
        <translation>其中有 JSON 無法表示的數字</translation>
    </message>
    <message>
        <source>{name} is no JSON that is read here ({reason}); export it again.</source>
        <translation>{name} 不是可在此讀取的 JSON（{reason}）；請重新匯出。</translation>
    </message>
    <message>
        <source>{name} holds no tags as “{label}”; choose the format that it was exported in.</source>
        <translation>{name} 中沒有「{label}」格式的標註；請選擇它匯出時的格式。</translation>
    </message>
    <message>
        <source>it breaks off in line {line}</source>
        <translation>在第 {line} 行中斷</translation>
    </message>
    <message>
        <source>{name} is damaged (its head is not as it was exported); export it again.</source>
        <translation>{name} 已損毀（檔案開頭與匯出時不同）；請重新匯出。</translation>
    </message>
    <message>
        <source>{name} was written by a newer Wenmai; update Wenmai to read it.</source>
        <translation>{name} 由更新版本的文脈寫入；請更新文脈後讀取。</translation>
    </message>
    <message>
        <source>{name} is damaged (tag {number} is not as it was exported); export it again.</source>
        <translation>{name} 已損毀（第 {number} 個標註與匯出時不同）；請重新匯出。</translation>
    </message>
    <message>
        <source>{name} holds a NUL character, which no text has; export it again from its program.</source>
        <translation>{name} 含有文字中不應有的 NUL 字元；請從原程式重新匯出。</translation>
    </message>
    <message>
        <source>{name} has a text that is not UTF-8; export it again from its program.</source>
        <translation>{name} 中有文字不是 UTF-8；請從原程式重新匯出。</translation>
    </message>
    <message>
        <source>{path} ends as no file with tags does ({suffixes}); say which format it is in.</source>
        <translation>{path} 的副檔名不是標註檔案的副檔名（{suffixes}）；請指明其格式。</translation>
    </message>
    <message>
        <source>Import tags</source>
        <translation>匯入標註</translation>
    </message>
    <message>
        <source>Each word stands twice</source>
        <translation>文字逐一重複</translation>
    </message>
    <message>
        <source>The number of a page</source>
        <translation>頁碼</translation>
    </message>
    <message>
        <source>Printed again on another page</source>
        <translation>在其他頁上重複印出</translation>
    </message>
    <message>
        <source>The letters of a heading are set apart</source>
        <translation>標題的字間有空格</translation>
    </message>
    <message>
        <source>The line ends where the column does</source>
        <translation>此行因欄寬而斷</translation>
    </message>
    <message>
        <source>The column ends within a sentence</source>
        <translation>此欄在句中結束</translation>
    </message>
    <message>
        <source>A single space begins the paragraph</source>
        <translation>段落以一個空格開頭</translation>
    </message>
    <message>
        <source>The line of a caption ends where its column does</source>
        <translation>圖說的這一行因欄寬而斷</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有檔案</translation>
    </message>
    <message>
        <source>Zip files</source>
        <translation>zip 檔案</translation>
    </message>
    <message>
        <source>{name} is not plain text; import it as it is.</source>
        <translation>{name} 不是純文字；請直接匯入。</translation>
    </message>
    <message>
        <source>The tags were not imported, as the window closed.</source>
        <translation>視窗已關閉，因此沒有匯入標註。</translation>
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
        <translation>編輯文章詳情</translation>
    </message>
    <message>
        <source>An article has no “{name}”; say one of {names}.</source>
        <translation>文章沒有「{name}」這一項；可用的有 {names}。</translation>
    </message>
    <message>
        <source>There is no correction of “{words}” as “{shown}” in {folder}; it may have been removed.</source>
        <translation>{folder} 中沒有將「{words}」顯示為「{shown}」的更正；可能已被移除。</translation>
    </message>
    <message>
        <source>The article that “{quote}” stood in is not in {folder}; import it again, and then bring the tag back.</source>
        <translation>「{quote}」所在的文章不在 {folder} 中；請先重新匯入該文章，再恢復標註。</translation>
    </message>
    <message>
        <source>There is no tag {annotation_id} in {folder}; it may have been deleted.</source>
        <translation>{folder} 中沒有標註 {annotation_id}；可能已被刪除。</translation>
    </message>
    <message>
        <source>{start} to {end} is no passage of “{title}”, which has {count} characters; choose a start and a later end within it.</source>
        <translation>{start} 到 {end} 不是「{title}」中的片段，該文共 {count} 字；請在此範圍內選擇起點和更靠後的終點。</translation>
    </message>
    <message>
        <source>it would be read as something else</source>
        <translation>重新讀取時會變成別的內容</translation>
    </message>
    <message>
        <source>not a line of a journal</source>
        <translation>不是日誌的一行</translation>
    </message>
    <message>
        <source>the checksum does not match</source>
        <translation>總和檢查碼不符</translation>
    </message>
    <message>
        <source>not an entry that this version knows</source>
        <translation>不是此版本認識的項目</translation>
    </message>
    <message>
        <source>{path} is over {size} MB, too large for a glossary; divide it.</source>
        <translation>{path} 超過 {size} MB，作為詞表過大；請分割。</translation>
    </message>
    <message>
        <source>{path} could not be read ({reason}); check its name.</source>
        <translation>無法讀取 {path}（{reason}）；請檢查名稱。</translation>
    </message>
    <message>
        <source>{path}: Line {line} is not UTF-8 text; save the file as UTF-8.</source>
        <translation>{path}：第 {line} 行不是 UTF-8 文字；請將檔案存成 UTF-8。</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>the other was changed again since, and left as it is</source>
        <translation>另一處後來又有變更，保持原樣</translation>
    </message>
    <message>
        <source>“{label}” was {done} in {left} of {number} places; {rest}.</source>
        <translation>「{label}」的 {number} 處中已有 {left} 處{done}；{rest}。</translation>
    </message>
    <message>
        <source>Nothing of “{label}” had been undone, so nothing was done again.</source>
        <translation>沒有復原過「{label}」，因此沒有重做任何內容。</translation>
    </message>
    <message>
        <source>“{label}” was not {done}, because what it changed was changed again since; it was passed over, and nothing else is held up by it.</source>
        <translation>「{label}」沒有{done}，因為它所改的內容後來又有變更；已跳過這一步，其餘步驟不受影響。</translation>
    </message>
    <message>
        <source>the other {left} were changed again since, and left as they are</source>
        <translation>其餘 {left} 處後來又有變更，保持原樣</translation>
    </message>
    <message>
        <source>{constant} is not JSON</source>
        <translation>{constant} 不是 JSON</translation>
    </message>
    <message>
        <source>nested too deeply</source>
        <translation>巢狀過深</translation>
    </message>
    <message>
        <source>Accept suggestion</source>
        <translation>接受建議</translation>
    </message>
    <message>
        <source>Reject suggestion</source>
        <translation>拒絕建議</translation>
    </message>
    <message>
        <source>Forget verdicts on suggestions</source>
        <translation>清除對建議的判斷</translation>
    </message>
    <message>
        <source>Add kind of tag</source>
        <translation>新增標籤類別</translation>
    </message>
    <message>
        <source>Change kind of tag</source>
        <translation>變更標籤類別</translation>
    </message>
    <message>
        <source>Remove kind of tag</source>
        <translation>移除標籤類別</translation>
    </message>
    <message>
        <source>Arrange kinds of tag</source>
        <translation>調整標籤類別</translation>
    </message>
    <message>
        <source>Import tag set</source>
        <translation>匯入標籤集</translation>
    </message>
    <message>
        <source>“{kind}” was not removed, because 1 tag is of this kind; choose the kind that it becomes.</source>
        <translation>沒有移除「{kind}」，因為有 1 個標註屬於此類別；請選擇它改成的類別。</translation>
    </message>
    <message>
        <source>“{kind}” was not removed, because {number:,} tags are of this kind; choose the kind that they become.</source>
        <translation>沒有移除「{kind}」，因為有 {number:,} 個標註屬於此類別；請選擇它們改成的類別。</translation>
    </message>
    <message>
        <source>“{kind}” was not removed, because {number:,} tags are of this kind ({hidden:,} in articles that are not shown); choose the kind that they become.</source>
        <translation>沒有移除「{kind}」，因為有 {number:,} 個標註屬於此類別（其中 {hidden:,} 個在未顯示的文章中）；請選擇它們改成的類別。</translation>
    </message>
    <message>
        <source>“{kind}” is to be removed; choose another kind for its tags.</source>
        <translation>「{kind}」將被移除；請為其標註選擇其他類別。</translation>
    </message>
    <message>
        <source>There is no kind of tag “{name}” in {folder}; it may have been removed.</source>
        <translation>{folder} 中沒有標籤類別「{name}」；可能已被移除。</translation>
    </message>
    <message>
        <source>“{kind}” was removed while somebody went on using it, so it stays as long as tags are of it; remove it again and say which kind they become.</source>
        <translation>「{kind}」被移除時還有人在使用，因此在有標註屬於它時會一直保留；請再次移除，並說明標註改成哪個類別。</translation>
    </message>
    <message>
        <source>1 edit has the number of</source>
        <translation>有 1 處變更</translation>
    </message>
    <message>
        <source>The last edit in {path} was cut short when the program stopped; it had not been reported as saved and was dropped.</source>
        <translation>程式停止時，{path} 中的最後一處變更沒有寫完；它沒有報告為已儲存，現已捨棄。</translation>
    </message>
    <message>
        <source>{count} lines, from line {first} on,</source>
        <translation>{count} 行（自第 {first} 行起）</translation>
    </message>
    <message>
        <source> and was copied to {aside}</source>
        <translation>，並已複製到 {aside}</translation>
    </message>
    <message>
        <source>{number} edits have the numbers of</source>
        <translation>有 {number} 處變更</translation>
    </message>
    <message>
        <source>Line {first}</source>
        <translation>第 {first} 行</translation>
    </message>
    <message>
        <source>The workspace {folder} could not be read ({reason}); make its folders readable and open it again.</source>
        <translation>無法讀取工作區 {folder}（{reason}）；請使其資料夾可讀，然後重新開啟。</translation>
    </message>
    <message>
        <source>The snapshot {name} is damaged ({wrong}), so the journal beside it was read instead; nothing is missing, and there is nothing to do.</source>
        <translation>快照 {name} 已損毀（{wrong}），因此改讀旁邊的日誌；沒有缺失內容，無須處理。</translation>
    </message>
    <message>
        <source>The journal {name} could not be read ({unreadable}), so its edits are missing; make it readable and open the workspace again.</source>
        <translation>無法讀取日誌 {name}（{unreadable}），因此缺少其中的變更；請使其可讀，然後重新開啟工作區。</translation>
    </message>
    <message>
        <source>{lines} of the journal {name} cannot be read ({what}){kept}; every other edit is here, and a copy of that file from a backup may bring back the rest.</source>
        <translation>日誌 {name} 的{lines}無法讀取（{what}）{kept}；其他變更都在，用備份中的該檔案也許能找回其餘內容。</translation>
    </message>
    <message>
        <source>{edits} others of the same writer, as two copies of Wenmai wrote {name} under one name; all of them count, and there is nothing to do.</source>
        <translation>{edits}與同一寫入者的其他變更編號相同，因為有兩個文脈以同一名稱寫入了 {name}；所有變更都有效，無須處理。</translation>
    </message>
    <message>
        <source>The text in {path} is as it was brought in, but what stands before it (title, script, time) is not as it was written; put the file back from a backup.</source>
        <translation>{path} 中的正文與匯入時一致，但正文之前的內容（標題、字形、時間）與寫入時不同；請用備份中的檔案取代。</translation>
    </message>
    <message>
        <source>The article file {path} is damaged ({error}) and was left as it is; import the same text again, or put the file back from a backup, to see it and its tags.</source>
        <translation>文章檔案 {path} 已損毀（{error}），保持原樣未動；請重新匯入同一文字，或用備份中的檔案取代，即可看到文章及其標註。</translation>
    </message>
    <message>
        <source>1 tag quotes words that do not stand in {name}; it is kept in the journal but not shown, and “wenmai check” names it.</source>
        <translation>有 1 個標註的引文不在 {name} 中；它仍保留在日誌裡，但不顯示，可用「wenmai check」查出。</translation>
    </message>
    <message>
        <source>{number} tags quote words that do not stand in {name}; they are kept in the journal but not shown, and “wenmai check” names them.</source>
        <translation>有 {number} 個標註的引文不在 {name} 中；它們仍保留在日誌裡，但不顯示，可用「wenmai check」查出。</translation>
    </message>
    <message>
        <source>1 tag belongs to an article whose file {name} is missing in {folder}; it is kept and comes back when the article is imported again.</source>
        <translation>有 1 個標註所屬文章的檔案 {name} 不在 {folder} 中；標註仍保留，重新匯入該文章後即恢復。</translation>
    </message>
    <message>
        <source>{number} tags belong to an article whose file {name} is missing in {folder}; they are kept and come back when the article is imported again.</source>
        <translation>有 {number} 個標註所屬文章的檔案 {name} 不在 {folder} 中；標註仍保留，重新匯入該文章後即恢復。</translation>
    </message>
    <message>
        <source>not a workspace of a known format</source>
        <translation>不是已知格式的工作區</translation>
    </message>
    <message>
        <source>not an id</source>
        <translation>不是識別碼</translation>
    </message>
    <message>
        <source>{file} is not as Wenmai wrote it, so its kinds of tag may be wrong; put back a copy of it from a backup, or, if you changed it yourself, delete its line “sum”.</source>
        <translation>{file} 與文脈寫入的不同，其中的標籤類別可能有誤；請用備份中的檔案取代；如果是您自己改的，請刪除其中的「sum」行。</translation>
    </message>
    <message>
        <source>{path} is not there any more; put the folder back, or open the workspace where it is now</source>
        <translation>{path} 已不在原處；請放回該資料夾，或開啟工作區現在的位置</translation>
    </message>
    <message>
        <source>{path} could not be read ({reason}); make it readable and open it again.</source>
        <translation>無法讀取 {path}（{reason}）；請使其可讀，然後重新開啟。</translation>
    </message>
    <message>
        <source>{path} is damaged ({error}); put back a copy of it from a backup.</source>
        <translation>{path} 已損毀（{error}）；請用備份中的檔案取代。</translation>
    </message>
    <message>
        <source>another workspace lies in {folder} now; open that, or this one where it is now</source>
        <translation>{folder} 中現在是另一個工作區；請開啟那一個，或開啟此工作區現在的位置</translation>
    </message>
    <message>
        <source>{path} was written by a newer Wenmai; update Wenmai to open it.</source>
        <translation>{path} 由更新版本的文脈寫入；請更新文脈後開啟。</translation>
    </message>
    <message>
        <source>{path} is damaged; put back a copy of it from a backup (the articles and tags beside it are untouched).</source>
        <translation>{path} 已損毀；請用備份中的檔案取代（旁邊的文章和標註未受影響）。</translation>
    </message>
    <message>
        <source>There is no folder {folder}; choose another, or make a new workspace there.</source>
        <translation>沒有資料夾 {folder}；請選擇其他資料夾，或在那裡新增工作區。</translation>
    </message>
    <message>
        <source>{folder} is a file, not a workspace; choose the folder of a workspace.</source>
        <translation>{folder} 是檔案，不是工作區；請選擇工作區的資料夾。</translation>
    </message>
    <message>
        <source>{folder} is not a workspace (it has no {file}); choose another folder, or make a new workspace.</source>
        <translation>{folder} 不是工作區（沒有 {file}）；請選擇其他資料夾，或新增工作區。</translation>
    </message>
    <message>
        <source>{folder} is open for reading only, because a newer Wenmai wrote it (format {version}, this one knows {known}); update Wenmai to edit it.</source>
        <translation>{folder} 以唯讀方式開啟，因為它由更新版本的文脈寫入（格式 {version}，此版本只到 {known}）；要編輯請更新文脈。</translation>
    </message>
    <message>
        <source>{folder} is open for reading only, because {state} could not be written ({reason}); make that folder writable and open the workspace again.</source>
        <translation>{folder} 以唯讀方式開啟，因為無法寫入 {state}（{reason}）；請使該資料夾可寫，然後重新開啟工作區。</translation>
    </message>
    <message>
        <source>The journal {journal} does not hold all that this computer saved in it, as when an older copy of the folder is put back; what is missing comes back with that journal&apos;s files from another copy, and new edits go under another name.</source>
        <translation>日誌 {journal} 缺少本機曾儲存在其中的部分內容，例如資料夾被換回了較舊的副本；放回另一副本中該日誌的檔案即可補全，新的變更會以另一名稱儲存。</translation>
    </message>
    <message>
        <source>{path} lies in the folder of a workspace, which holds nothing else; choose another folder.</source>
        <translation>{path} 位於某個工作區的資料夾內，那裡不存放其他檔案；請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>The edits kept in {overlay} could not be brought into {folder} ({why}); they are shown, and it is tried again when the workspace is next opened.</source>
        <translation>儲存在 {overlay} 中的變更無法寫入 {folder}（{why}）；這些變更仍會顯示，下次開啟工作區時會再次嘗試。</translation>
    </message>
    <message>
        <source>{folder} cannot be written, so your edits are kept on this machine in {root}; make the folder writable and open it again, and they are brought in.</source>
        <translation>{folder} 無法寫入，因此您的變更儲存在本機的 {root}；請使該資料夾可寫並重新開啟，變更會一併寫入。</translation>
    </message>
    <message>
        <source>“{label}” could not be saved in {path} ({reason}), so it was not done; free some space or check the drive, and repeat it.</source>
        <translation>無法將「{label}」儲存到 {path}（{reason}），因此沒有執行；請騰出空間或檢查磁碟，然後重試。</translation>
    </message>
    <message>
        <source>“{label}” was not done, because a broken program left the highest number there is in {folder}; put the journals back from a backup.</source>
        <translation>沒有執行「{label}」，因為有程式出錯，在 {folder} 中留下了最大的編號；請用備份中的日誌取代。</translation>
    </message>
    <message>
        <source>“{label}” was not done: it holds a value that cannot be saved; change it.</source>
        <translation>沒有執行「{label}」：其中有無法儲存的值；請變更。</translation>
    </message>
    <message>
        <source>“{label}” was not done, because {file} could not be renewed ({why}); free some space or check the drive, and repeat it.</source>
        <translation>沒有執行「{label}」，因為無法更新 {file}（{why}）；請騰出空間或檢查磁碟，然後重試。</translation>
    </message>
    <message>
        <source>Replace text</source>
        <translation>取代正文</translation>
    </message>
    <message>
        <source>Put tag back</source>
        <translation>放回標註</translation>
    </message>
    <message>
        <source>the tag was changed in the meantime; look at it again and repeat the edit</source>
        <translation>該標註在此期間已被變更；請查看後重新編輯</translation>
    </message>
    <message>
        <source>it changes the same thing twice; make two steps of it</source>
        <translation>它把同一內容改了兩次；請分成兩步</translation>
    </message>
    <message>
        <source>it is an edit of nothing</source>
        <translation>它沒有變更任何內容</translation>
    </message>
    <message>
        <source>a tag stays in its article; delete it and make another</source>
        <translation>標註不能移到別的文章；請刪除後重新標註</translation>
    </message>
    <message>
        <source>the article does not hold these words there; select the passage again</source>
        <translation>文章的該處沒有這些文字；請重新選擇片段</translation>
    </message>
    <message>
        <source>the article was changed in the meantime; look at it again and repeat the edit</source>
        <translation>該文章在此期間已被變更；請查看後重新編輯</translation>
    </message>
    <message>
        <source>a correction stays of its words and scripts; remove it and make another</source>
        <translation>更正的文字和字形不能改變；請移除後另建一條</translation>
    </message>
    <message>
        <source>the correction was changed in the meantime; look at it again and repeat the edit</source>
        <translation>該更正在此期間已被變更；請查看後重新編輯</translation>
    </message>
    <message>
        <source>a kind keeps the name that its tags are stored under; make another kind</source>
        <translation>類別的儲存名稱不能改變；請另建一個類別</translation>
    </message>
    <message>
        <source>the kind was changed in the meantime; look at it again and repeat the edit</source>
        <translation>該類別在此期間已被變更；請查看後重新編輯</translation>
    </message>
    <message>
        <source>a verdict stays with its suggestion; make another</source>
        <translation>判斷不能改屬其他建議；請另作判斷</translation>
    </message>
    <message>
        <source>the suggestion was judged in the meantime; look at it again and repeat it</source>
        <translation>該建議在此期間已有判斷；請查看後重試</translation>
    </message>
    <message>
        <source>the article does not hold these words there; look at the suggestions again</source>
        <translation>文章的該處沒有這些文字；請重新查看建議</translation>
    </message>
    <message>
        <source>a confidence is a number from 0 to 1</source>
        <translation>可信度應為 0 到 1 之間的數</translation>
    </message>
    <message>
        <source>1 tag is</source>
        <translation>1 個標註</translation>
    </message>
    <message>
        <source>the tag set has no kind “{kind}”; choose another kind</source>
        <translation>標籤集中沒有類別「{kind}」；請選擇其他類別</translation>
    </message>
    <message>
        <source>there is no article {article} in the workspace; import it first</source>
        <translation>工作區中沒有文章 {article}；請先匯入</translation>
    </message>
    <message>
        <source>“{title}” was removed from the workspace; import it again first</source>
        <translation>「{title}」已從工作區移除；請先重新匯入</translation>
    </message>
    <message>
        <source>“{script}” is no script; choose one of {scripts}</source>
        <translation>「{script}」不是字形；請從 {scripts} 中選擇</translation>
    </message>
    <message>
        <source>{tags} of this kind; say which kind they become</source>
        <translation>還有 {tags}屬於此類別；請說明改成哪個類別</translation>
    </message>
    <message>
        <source>“{label}” was not done: {fault}.</source>
        <translation>沒有執行「{label}」：{fault}。</translation>
    </message>
    <message>
        <source>{left:,} tags are</source>
        <translation>{left:,} 個標註</translation>
    </message>
    <message>
        <source>it is over {largest:,} MB large</source>
        <translation>它超過 {largest:,} MB</translation>
    </message>
    <message>
        <source>Import article</source>
        <translation>匯入文章</translation>
    </message>
    <message>
        <source>Bring article back</source>
        <translation>恢復文章</translation>
    </message>
    <message>
        <source>“{title}” is in the workspace already; it was not imported again.</source>
        <translation>「{title}」已在工作區中，沒有再次匯入。</translation>
    </message>
    <message>
        <source>“{label}” was not done: {folder} is closed; open the workspace again.</source>
        <translation>沒有執行「{label}」：{folder} 已關閉；請重新開啟工作區。</translation>
    </message>
    <message>
        <source>“{label}” was not done, because {why}.</source>
        <translation>沒有執行「{label}」，因為{why}。</translation>
    </message>
    <message>
        <source>“{title}” could not be saved in {path} ({why}), so it was not imported; free some space or check the drive, and import it again.</source>
        <translation>無法將「{title}」儲存到 {path}（{why}），因此沒有匯入；請騰出空間或檢查磁碟，然後重新匯入。</translation>
    </message>
    <message>
        <source>Delete tag</source>
        <translation>刪除標註</translation>
    </message>
    <message>
        <source>No tag {annotation_id} waits for review in {folder}; it may have been put back or deleted.</source>
        <translation>{folder} 中沒有待覆核的標註 {annotation_id}；可能已放回或刪除。</translation>
    </message>
    <message>
        <source>There is no article {old_id} in {folder}; it may have been removed.</source>
        <translation>{folder} 中沒有文章 {old_id}；可能已被移除。</translation>
    </message>
    <message>
        <source>“{title}” has this very text already; there is nothing to replace.</source>
        <translation>「{title}」的正文與此完全相同，無需取代。</translation>
    </message>
    <message>
        <source>{start} to {end} is no passage of “{title}”; select some of its words.</source>
        <translation>{start} 到 {end} 不是「{title}」中的片段；請選擇其中的文字。</translation>
    </message>
    <message>
        <source>{refused}; the later text is in the workspace beside it, as the article “{title}”.</source>
        <translation>{refused}；新版文字已作為文章「{title}」放在工作區中。</translation>
    </message>
    <message>
        <source>it holds two files of one name</source>
        <translation>其中有兩個同名檔案</translation>
    </message>
    <message>
        <source>it is no zip file, or not a whole one</source>
        <translation>不是 zip 檔案，或不完整</translation>
    </message>
    <message>
        <source>{folder} holds something already; choose a new or empty folder to restore into.</source>
        <translation>{folder} 不是空的；請選擇新資料夾或空資料夾來還原。</translation>
    </message>
    <message>
        <source>it would fill {total:,} bytes, which no backup of its size holds</source>
        <translation>解壓後有 {total:,} 位元組，這樣大小的備份不可能有這麼多</translation>
    </message>
    <message>
        <source>it holds no {file}</source>
        <translation>其中沒有 {file}</translation>
    </message>
    <message>
        <source>it needs {total:,} bytes, and {free:,} are free</source>
        <translation>需要 {total:,} 位元組，只有 {free:,} 位元組可用</translation>
    </message>
    <message>
        <source>it has no {file}, so it is no backup that Wenmai made</source>
        <translation>其中沒有 {file}，因此不是文脈製作的備份</translation>
    </message>
    <message>
        <source>{name} in it is not what was backed up</source>
        <translation>其中的 {name} 與備份時不同</translation>
    </message>
    <message>
        <source>{path} cannot be restored: {error}; choose another backup.</source>
        <translation>無法還原 {path}：{error}；請選擇其他備份。</translation>
    </message>
    <message>
        <source>it names a file that is none of a workspace, “{name}”</source>
        <translation>其中列有不屬於工作區的檔案「{name}」</translation>
    </message>
    <message>
        <source>{name} in it is no file</source>
        <translation>其中的 {name} 不是檔案</translation>
    </message>
    <message>
        <source>{name} in it is larger than it should be</source>
        <translation>其中的 {name} 大於應有的大小</translation>
    </message>
    <message>
        <source>{name} in it cannot be read</source>
        <translation>其中的 {name} 無法讀取</translation>
    </message>
    <message>
        <source>{path} could not be restored in {folder} ({reason}); choose another folder or free some space.</source>
        <translation>無法將 {path} 還原到 {folder}（{reason}）；請選擇其他資料夾，或騰出空間。</translation>
    </message>
    <message>
        <source>The backup of today {path} could not be made ({reason}); free some space or check the drive.</source>
        <translation>無法製作今天的備份 {path}（{reason}）；請騰出空間或檢查磁碟。</translation>
    </message>
    <message>
        <source>it is no snapshot</source>
        <translation>不是快照</translation>
    </message>
    <message>
        <source>it is no snapshot that this version knows</source>
        <translation>不是此版本認識的快照</translation>
    </message>
    <message>
        <source>{path} is no tag set; choose a file that “Export tag set” wrote.</source>
        <translation>{path} 不是標籤集；請選擇用「匯出標籤集」寫出的檔案。</translation>
    </message>
    <message>
        <source>{path} was written by a newer Wenmai; update Wenmai to read it.</source>
        <translation>{path} 由更新版本的文脈寫入；請更新文脈後讀取。</translation>
    </message>
    <message>
        <source>{path} has two kinds “{name}”; take one of them out.</source>
        <translation>{path} 中有兩個類別都叫「{name}」；請去掉一個。</translation>
    </message>
    <message>
        <source>Delete tags</source>
        <translation>刪除標註</translation>
    </message>
    <message>
        <source>Tag all</source>
        <translation>全部標註</translation>
    </message>
    <message>
        <source>1 tag made in it is not shown; it is kept, and comes</source>
        <translation>其中的 1 個標註不再顯示；標註仍保留，</translation>
    </message>
    <message>
        <source>“{title}” is removed from the workspace, so {is_kept} back when the article is imported again.</source>
        <translation>「{title}」已從工作區移除，{is_kept}重新匯入該文章後即恢復。</translation>
    </message>
    <message>
        <source>{number:,} tags made in it are not shown; they are kept, and come</source>
        <translation>其中的 {number:,} 個標註不再顯示；標註仍保留，</translation>
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
        <translation>{path} 的{damaged}不是更正{others}；其他各條都有效，請在那裡修正，否則下次為所有工作區更正時會將其移到一旁。</translation>
    </message>
    <message>
        <source>Your corrections in {path} could not be read ({reason}), so they do not count; make the file readable and start again.</source>
        <translation>無法讀取 {path} 中您的更正（{reason}），因此不起作用；請使該檔案可讀，然後重新啟動。</translation>
    </message>
    <message>
        <source>Your corrections were not changed, because another window is writing {path}; repeat it in a moment.</source>
        <translation>沒有變更您的更正，因為另一個視窗正在寫入 {path}；請稍後重試。</translation>
    </message>
    <message>
        <source>Your corrections could not be saved in {path} ({reason}), so they were not changed; free some space or check the drive, and repeat it.</source>
        <translation>無法將您的更正儲存到 {path}（{reason}），因此沒有變更；請騰出空間或檢查磁碟，然後重試。</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
</context>
</TS>
