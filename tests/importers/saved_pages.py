"""Pages as a reader saves them, in the layouts of Chinese news sites; all words are made up.

Each has what its article says, paragraph by paragraph, and words around it that are none of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

FIRST = (
    "本报讯 记者从市文化馆获悉，今年以来，全市共开办公益课堂326场，参加群众达4.2万人次，"
    "较去年同期增长18.5%。"
)
SECOND = (
    "“课堂就在家门口，下了班就能来。”家住梧桐里社区的周慧兰说，她报名的书法班，"
    "每周三晚上开课，一期十二节。"
)
THIRD = (
    "市文化馆馆长陆一鸣介绍，“邻里课堂”去年被评为全省优秀公共文化服务项目，"
    "下一步将向乡镇延伸，年内新增教学点40个。"
)
FOURTH = "据了解，课堂所需的教室、教具均由社区提供，志愿教师已有518名登记在册。"
SHORT = "“一个都不能少。”"
HEADING = "一、把课堂办到楼下"
TITLE = "“邻里课堂”开进326个小区"
BODY = (FIRST, SECOND, THIRD, FOURTH)

NAV = (
    "<div class='nav'><ul>"
    + "".join(
        f"<li><a href='/{n}/'>{name}</a></li>"
        for n, name in enumerate(
            ["首页", "时政", "社会", "教育", "文化", "视频", "图片", "评论", "读报", "客户端"]
        )
    )
    + "</ul></div>"
)
RELATED = (
    "<div class='related'><h3>相关阅读</h3><ul>"
    "<li><a href='/a1'>全市图书馆延长开放时间，夜读成为新风尚</a></li>"
    "<li><a href='/a2'>老年大学春季班开始报名，新增六门课程</a></li>"
    "<li><a href='/a3'>非遗集市周末开市，三十项技艺集中亮相</a></li></ul></div>"
)
SHARE = "<div class='share bdsharebuttonbox'>分享到：<a>微信</a><a>微博</a><a>QQ空间</a></div>"
FOOT = (
    "<div class='footer'><p>关于我们 | 联系我们 | 网站地图 | 法律声明</p>"
    "<p>版权所有 某某新闻网，未经书面授权禁止复制或建立镜像。 ICP备00000000号</p></div>"
)
FURNITURE = ("客户端", "夜读成为新风尚", "QQ空间", "版权所有", "责任编辑")


@dataclass(frozen=True)
class SavedPage:
    """A page, and what there is to read in it."""

    name: str
    data: bytes
    paragraphs: tuple[str, ...]
    title: str = TITLE
    metadata: dict[str, str] = field(default_factory=dict)
    around: tuple[str, ...] = FURNITURE
    above: tuple[str, ...] = ()


def paragraphs(*texts: str, tag: str = "p", indent: str = "　　") -> str:
    """Return texts as elements, indented as Chinese pages do."""
    return "\n".join(f"<{tag}>{indent}{text}</{tag}>" for text in texts)


def page(body: str, *, head: str = "", title: str = f"{TITLE}_社会频道_某某新闻网") -> str:
    """Return a whole page."""
    return (
        "<!DOCTYPE html>\n<html lang='zh-CN'><head><meta charset='utf-8'>"
        f"<title>{title}</title>{head}</head><body>{body}</body></html>"
    )


def _portal() -> SavedPage:
    body = f"""{NAV}<div class="crumbs">当前位置：<a>首页</a> &gt; <a>社会</a> &gt; 正文</div>
<div class="main"><h1>{TITLE}</h1>
<div class="info"><span>2025-03-14 09:26</span> <span>来源：<a>某某日报</a></span>
<span>作者：林小满</span> <span>字号：<a>大</a> <a>中</a> <a>小</a></span></div>
<div class="content" id="content">{paragraphs(*BODY)}
<p class="editor">（责任编辑：何苗）</p></div>{SHARE}{RELATED}</div>
<div class="side"><h3>热点排行</h3><ol><li><a>1 春季招聘会今日开场</a></li>
<li><a>2 地铁四号线试运行</a></li></ol></div>{FOOT}"""
    return SavedPage(
        "portal",
        page(body).encode(),
        BODY,
        metadata={"source": "某某日报", "date": "2025-03-14", "author": "林小满"},
        around=(*FURNITURE, "热点排行", "四号线", "当前位置", "字号"),
    )


def _breaks_only() -> SavedPage:
    text = "<br>\n<br>\n".join("　　" + one for one in BODY)
    body = f"""{NAV}<h2 class="title">{TITLE}</h2>
<div class="source">发布时间：2025年3月14日 来源：某某晚报</div>
<div class="TRS_Editor">{text}<br><br>　　（责任编辑：何苗）</div>{RELATED}{FOOT}"""
    return SavedPage(
        "breaks only",
        page(body).encode(),
        BODY,
        metadata={"source": "某某晚报", "date": "2025-03-14"},
    )


def _several_pages() -> SavedPage:
    body = f"""{NAV}<h1>{TITLE}</h1><div class="date">2025-03-14</div>
<div id="Cnt-Main-Article">{paragraphs(*BODY)}
<div class="pagination"><a>上一页</a> <b>1</b> <a href="_2.html">2</a> <a href="_3.html">3</a>
<a href="_2.html">下一页</a> <a>尾页</a></div></div>{RELATED}{FOOT}"""
    return SavedPage(
        "several pages",
        page(body).encode(),
        BODY,
        metadata={"date": "2025-03-14"},
        around=(*FURNITURE, "上一页", "尾页"),
    )


def _layout_tables() -> SavedPage:
    rows = paragraphs(*BODY, indent="&nbsp;&nbsp;&nbsp;&nbsp;")
    body = f"""<table width=980><tr><td><a>首页</a> | <a>新闻</a> | <a>客户端</a></td></tr></table>
<table width=980><tr><td width=200 valign=top><table><tr><td>
<a>夜读成为新风尚，图书馆人多了</a></td></tr>
<tr>
<td><a>春季招聘会今日开场</a></td></tr></table></td>
<td width=780><table><tr><td align=center><font size=5><b>{TITLE}</b></font></td></tr>
<tr><td align=center>2005-3-14 8:05:33 &nbsp; 来源:某某商报
 &nbsp; 【<a>打印</a>】【<a>关闭</a>】</td></tr>
<tr><td><font size=3>{rows}</font></td></tr></table></td></tr></table>
<table width=980><tr><td align=center>版权所有 某某商报社</td></tr></table>"""
    return SavedPage(
        "layout tables",
        page(body, title=TITLE).encode(),
        tuple("\u00a0" * 4 + one for one in BODY),
        metadata={"source": "某某商报", "date": "2005-03-14"},
        around=("客户端", "夜读成为新风尚", "版权所有", "打印"),
    )


def _data_table() -> SavedPage:
    table = """<table border=1><thead><tr><th>区县</th><th>场次</th><th>人次</th></tr></thead>
<tbody><tr><td>东湖区</td><td>126</td><td>1.6万</td></tr>
<tr><td><p>西山区</p></td><td><p>200</p></td><td><p>2.6万</p></td></tr></tbody></table>"""
    text = paragraphs(FIRST, SECOND) + table + paragraphs(THIRD, FOURTH)
    body = f"""{NAV}<h1>{TITLE}</h1><div class="article-body">{text}</div>{SHARE}{RELATED}{FOOT}"""
    rows = ("区县\t场次\t人次", "东湖区\t126\t1.6万", "西山区\t200\t2.6万")
    return SavedPage("data table", page(body).encode(), (FIRST, SECOND, *rows, THIRD, FOURTH))


def _captions() -> SavedPage:
    caption, other = "图为梧桐里社区的书法课堂。 陈晓光 摄", "学员展示作品（资料图片）"
    text = (
        paragraphs(FIRST)
        + f"<figure><img src='1.jpg' alt='课堂'><figcaption>{caption}</figcaption></figure>"
        + paragraphs(SECOND)
        + f"<p style='text-align:center'><img src='2.jpg'><br>{other}</p>"
        + paragraphs(THIRD, FOURTH)
    )
    body = f"""{NAV}<article><h1>{TITLE}</h1><div class="content">{text}</div></article>{FOOT}"""
    return SavedPage(
        "captions", page(body).encode(), (FIRST, caption, SECOND, other, THIRD, FOURTH)
    )


def _comments() -> SavedPage:
    words = "".join(
        f"<div class='comment-item'><span>网友{n}</span><p>我家附近也有这样的课堂，老师很有耐心，"
        f"希望明年再多开几个班，周末也能安排，第{n}次来留言了。</p></div>"
        for n in range(30)
    )
    body = f"""{NAV}<h1>{TITLE}</h1><div class="post_body">{paragraphs(*BODY)}</div>
<div class="comment-list" id="comments"><h3>网友评论</h3>{words}</div>{FOOT}"""
    return SavedPage("comments", page(body).encode(), BODY, around=(*FURNITURE, "网友", "留言"))


def _very_short() -> SavedPage:
    text = "　　本报讯 昨日，市文化馆新馆开门迎客，首日到馆3120人次。"
    body = f"""{NAV}<h1>新馆昨日开门</h1><div class="text">2025年03月14日 来源：某某日报</div>
<div id="ozoom"><p>{text}</p></div>{SHARE}{RELATED}{NAV}{FOOT}"""
    return SavedPage(
        "very short",
        page(body, title="新馆昨日开门-某某日报").encode(),
        (text.strip("　"),),
        title="新馆昨日开门",
        metadata={"source": "某某日报", "date": "2025-03-14"},
    )


def _gb_page() -> SavedPage:
    extra = "朱镕基题写的“邻里·课堂”匾额——长2.4米——如今挂在喆园社区㙍里。"
    body = f"""{NAV}<h1>{TITLE}</h1><div id="artibody">{paragraphs(*BODY, extra)}</div>{FOOT}"""
    text = page(body).replace(
        "<meta charset='utf-8'>",
        '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
    )
    return SavedPage("gb2312 that is gb18030", text.encode("gb18030"), (*BODY, extra))


def _big5_page() -> SavedPage:
    title = "鄰里課堂開進社區"
    texts = (
        "【本報訊】市文化館表示，今年共開辦公益課堂326場，參加市民達4.2萬人次，較去年增長18.5%。",
        "家住深水埗的周女士說：「課堂就在家樓下，收工就可以嚟，一期十二堂。」她報讀了書法班。",
        "館長陸先生介紹，課堂去年獲選為優秀公共文化服務項目，下一步會加開40個教學點。",
    )
    body = f"""<div class=nav><a>首頁</a><a>港聞</a><a>副刊</a></div><h1>{title}</h1>
<div class="articleContent">{paragraphs(*texts, indent="")}</div>
<div class=foot>版權所有 不得轉載</div>"""
    text = page(body, title=title).replace("<meta charset='utf-8'>", '<meta charset="big5">')
    return SavedPage(
        "big5 that is big5hkscs",
        text.encode("big5hkscs"),
        texts,
        title=title,
        around=("首頁", "副刊", "不得轉載"),
    )


def _blog() -> SavedPage:
    items = ("书法班：每周三晚上", "剪纸班：每周六上午")
    quote = "课堂不大，却把一栋楼的人连在了一起。"
    text = (
        paragraphs(FIRST, indent="")
        + f"<h2>{HEADING}</h2>"
        + paragraphs(SECOND, indent="")
        + "<ul>"
        + "".join(f"<li>{item}</li>" for item in items)
        + "</ul>"
        + f"<blockquote><p>{quote}</p></blockquote>"
        + paragraphs(THIRD, FOURTH, indent="")
    )
    body = f"""<header><nav><a>首页</a><a>客户端</a></nav></header><main><article class="post">
<header><h1 class="entry-title">{TITLE}</h1>
<time datetime="2025-03-14T08:00:00+08:00">三月十四日</time></header>
<div class="entry-content">{text}</div></article>
<section class="comments"><p>写得真好，期待下一篇，作者辛苦了，什么时候再办？</p></section></main>
<aside><h3>近期文章</h3><ul><li><a>夜读成为新风尚</a></li></ul></aside>
<footer><p>版权所有 某某博客</p></footer>"""
    head = (
        f"<meta property='og:title' content='{TITLE}'>"
        "<meta property='og:site_name' content='某某博客'>"
        "<meta property='og:url' content='https://example.com/post/326'>"
        "<meta name='author' content='林小满'>"
    )
    return SavedPage(
        "blog",
        page(body, head=head).encode(),
        (FIRST, HEADING, SECOND, *items, quote, THIRD, FOURTH),
        metadata={
            "source": "某某博客",
            "date": "2025-03-14",
            "author": "林小满",
            "url": "https://example.com/post/326",
        },
        around=("客户端", "近期文章", "期待下一篇", "版权所有"),
    )


def _sections_of_spans() -> SavedPage:
    text = "".join(
        f"<section style='margin:0'><section><p><span style='font-size:15px'>{one[:9]}</span>"
        f"<span><strong>{one[9:20]}</strong>{one[20:]}</span></p></section></section>"
        "<section><p><br></p></section>"
        for one in (FIRST, SECOND, THIRD, FOURTH)
    )
    body = f"""<div id="js_article"><h1 class="rich_media_title" id="activity-name">
   {TITLE}
</h1><div id="meta_content"><span class="rich_media_meta">邻里文化</span>
<em id="publish_time">2025年3月14日 18:30</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden;">{text}</div>
<div id="js_tags_preview">预览时标签不可点</div><div class="reward">喜欢作者</div></div>
<div style="display:none"><p>微信扫一扫，关注该公众号，长按识别二维码，谢谢支持。</p></div>
<script>var x = "<p>{FIRST}</p>";</script>"""
    return SavedPage(
        "sections of spans",
        page(body, head=f"<meta property='og:title' content='{TITLE}'>", title="").encode(),
        BODY,
        metadata={"date": "2025-03-14"},
        around=("预览时", "喜欢作者", "扫一扫", "var x"),
    )


def _linked_data() -> SavedPage:
    data = (
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
        f'"headline":"{TITLE}","datePublished":"2025-03-14T08:00:00+08:00",'
        '"author":[{"@type":"Person","name":"林小满"}],"publisher":{"name":"某某网"}}</script>'
    )
    text = "".join(
        f"<div>{one.replace('市文化馆', '<a href=/whg>市文化馆</a>')}</div>" for one in BODY
    )
    body = f"""{NAV}<div class="wrap"><h1>{TITLE}</h1><div class="detail">{text}</div></div>
{RELATED}{FOOT}"""
    return SavedPage(
        "linked data, paragraphs are div",
        page(body, head=data).encode(),
        BODY,
        metadata={"source": "某某网", "date": "2025-03-14", "author": "林小满"},
    )


def _government() -> SavedPage:
    head = (
        f"<meta name='ArticleTitle' content='{TITLE}'>"
        "<meta name='PubDate' content='2025-03-14 10:00'>"
        "<meta name='ContentSource' content='市文化和旅游局'>"
        "<meta name='Url' content='http://www.example.gov.cn/art/326.html'>"
    )
    text = paragraphs(FIRST) + f"<p><strong>　　{HEADING}</strong></p>"
    text += paragraphs(SECOND, SHORT, THIRD, FOURTH)
    body = f"""{NAV}<div class="pages-title">{TITLE}</div>
<div class="info">发布日期：2025-03-14 浏览次数：<span>326</span>次
字体：[<a>大</a> <a>中</a>]</div>
<div class="pages_content" id="UCAP-CONTENT"><span id="zoom">{text}</span></div>
<div class="ewm">扫一扫在手机打开当前页</div><div><a>打印本页</a> <a>关闭窗口</a></div>{FOOT}"""
    return SavedPage(
        "government",
        page(body, head=head, title="市人民政府门户网站").encode(),
        (FIRST, HEADING, SECOND, SHORT, THIRD, FOURTH),
        metadata={
            "source": "市文化和旅游局",
            "date": "2025-03-14",
            "url": "http://www.example.gov.cn/art/326.html",
        },
        around=("客户端", "浏览次数", "扫一扫", "打印本页", "版权所有"),
    )


def _inner_advertisement() -> SavedPage:
    text = (
        paragraphs(FIRST, SECOND)
        + "<div class='ad_inner'><a href='/buy'>点击购买年票，畅游三十家场馆</a></div>"
        + "<div class='extend-read'>延伸阅读：<a href='/a1'>夜读成为新风尚</a></div>"
        + paragraphs(SHORT, THIRD)
        + "<script>document.write('广告脚本')</script>"
        + paragraphs(FOURTH, "（记者 林小满）")
    )
    body = f"""{NAV}<div class=box><div class=title><h1>{TITLE}</h1></div>
<div class="zw">{text}<p>责任编辑：何苗</p></div></div>{RELATED}{FOOT}"""
    return SavedPage(
        "something else inside",
        page(body).encode(),
        (FIRST, SECOND, SHORT, THIRD, FOURTH, "（记者 林小满）"),
        metadata={"author": "林小满"},
        around=(*FURNITURE, "畅游", "广告脚本"),
    )


def _word_page() -> SavedPage:
    rows = "".join(
        f"<p class=MsoNormal><span style='mso-spacerun:yes'></span>{one}<o:p></o:p></p>\r\n"
        for one in BODY
    )
    data = (
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head>"
        "<meta http-equiv=Content-Type content='text/html; charset=utf-8'>"
        f"<title>{TITLE}</title><!--[if gte mso 9]><xml><o:p>属性</o:p></xml><![endif]-->"
        "<style>p.MsoNormal {margin:0}</style></head><body lang=ZH-CN>"
        f"<div class=WordSection1><p class=MsoTitle>{TITLE}</p>{rows}</div></body></html>"
    )
    return SavedPage("saved by a word processor", data.encode(), BODY, around=("属性", "margin"))


def _saved_from() -> SavedPage:
    body = f"{NAV}<h1>{TITLE}</h1>\n{paragraphs(*BODY)}\n{RELATED}{FOOT}"
    data = "<!-- saved from url=(0034)https://www.example.com/n/326.html -->\r\n" + page(body)
    return SavedPage(
        "paragraphs right in the body",
        data.encode("utf-8-sig"),
        BODY,
        metadata={"url": "https://www.example.com/n/326.html"},
    )


PAGES = (
    _portal(),
    _breaks_only(),
    _several_pages(),
    _layout_tables(),
    _data_table(),
    _captions(),
    _comments(),
    _very_short(),
    _gb_page(),
    _big5_page(),
    _blog(),
    _sections_of_spans(),
    _linked_data(),
    _government(),
    _inner_advertisement(),
    _word_page(),
    _saved_from(),
)
