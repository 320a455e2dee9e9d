"""More layouts, made after the extraction was written and before it was run on them.

Where what comes in besides the article is harmless, it is listed with the paragraphs.
"""

from __future__ import annotations

from tests.importers.saved_pages import (
    BODY,
    FIRST,
    FOOT,
    NAV,
    RELATED,
    SECOND,
    THIRD,
    TITLE,
    SavedPage,
    page,
    paragraphs,
)

_TRADITIONAL = (
    "市府文化局指出，今年開辦社區課堂三百二十六場，參加市民達四萬人次，較去年成長一成八。",
    "住在梧桐里的周小姐說：「下了班就能來，很方便。」她報名書法班，每週三晚上開課。",
    "局長陸先生表示，課堂去年獲選為優良文化服務方案，下一步將增設四十個教學點。",
)
_TRADITIONAL_TITLE = "鄰里課堂開進社區"


def _newspaper_of_taiwan() -> SavedPage:
    first, second, third = _TRADITIONAL
    caption = "學員在梧桐里上課。圖／文化局提供"
    body = f"""<header class="header"><a href=/>即時</a><a href=/b>要聞</a></header><main>
<section class="wrapper"><article class="article-content">
<div class="breadcrumb"><a href=/>首頁</a>／<a href=/l>生活</a></div>
<h1 class="article-content__title">{_TRADITIONAL_TITLE}</h1><section class="authors">
<time class="article-content__time">2025-03-14 09:26</time>
<div class="article-content__author"><a href=/r>記者林小滿</a>／台北報導</div></section>
<section class="article-content__wrapper"><section class="article-content__editor"><p>{first}</p>
<div class="inline-ads"><a href=/ad>限時優惠</a></div>
<figure class="article-content__cover"><img><figcaption>{caption}</figcaption></figure>
<p>{second}</p><p>{third}</p></section></section>
<section class="keywords"><a href=/k>文化局</a></section></article></section>
<section class="more-news"><h2>延伸閱讀</h2><a href=/1>圖書館延長開放</a></section>
<section class="fb-comments">留言</section></main><footer>某某公司 著作權所有 ©</footer>"""
    return SavedPage(
        "newspaper of Taiwan",
        page(body, title=f"{_TRADITIONAL_TITLE} | 生活新聞 | 某報").encode(),
        ("記者林小滿／台北報導", first, caption, second, third),
        title=_TRADITIONAL_TITLE,
        metadata={"date": "2025-03-14", "author": "林小滿"},
        around=("即時", "要聞", "限時優惠", "圖書館延長", "著作權", "留言"),
    )


def _broadcaster_of_hong_kong() -> SavedPage:
    text = "<br /> <br />".join(_TRADITIONAL)
    body = f"""<div id="header"><a href=/>主頁</a></div><div class="itemView">
<h2 class="itemTitle">{_TRADITIONAL_TITLE}</h2><div class="createddate">2025-03-14 HKT 09:26</div>
<div class="itemBody"><div class="itemFullText">{text}</div></div></div>
<div class="newsSocialMedia"><a>Facebook</a></div>
<div id="relatedNews"><a href=/1>其他新聞一則</a></div><div id="footer">版權所有</div>"""
    return SavedPage(
        "broadcaster of Hong Kong",
        page(body, title=f"{_TRADITIONAL_TITLE} - 某臺").encode(),
        _TRADITIONAL,
        title=_TRADITIONAL_TITLE,
        metadata={"date": "2025-03-14"},
        around=("主頁", "Facebook", "其他新聞", "版權所有"),
    )


def _printed_page() -> SavedPage:
    text = "".join(f"<P>　　{one}</P>" for one in BODY)
    body = f"""<div class="paper"><p class="date">2025年03月14日 星期五</p>
<div class="paper-bot">第04版：社会</div></div><div class="article-box"><div class="article">
<h3>文化惠民</h3><h1>{TITLE}</h1><h2>全年参加群众达4.2万人次</h2>
<p class="sec">本报记者 林小满<span class="date">
《 某某日报 》（ 2025年03月14日 第 04 版）</span></p>
<div id="ozoom"><founder-content>{text}</founder-content></div></div></div>
<ul class="art-btn"><li><a href=/p>上一篇</a></li><li><a href=/n>下一篇</a></li></ul>"""
    return SavedPage(
        "page of a printed paper",
        page(body, title=f"某某日报-{TITLE}").encode(),
        ("文化惠民", "全年参加群众达4.2万人次", *BODY),
        metadata={"date": "2025-03-14"},
        around=("上一篇", "下一篇"),
    )


def _questions_and_answers() -> SavedPage:
    said = (
        ("问：", "课堂为什么办在楼下？"),
        ("答：", "因为群众下班以后不愿走远，楼下最方便，来的人也最多。"),
        ("问：", "老师从哪里来？"),
        ("答：", "志愿教师有518名，都在社区登记，每学期轮换。"),
    )
    text = "".join(f"<p><b>{who}</b>{what}</p>" for who, what in said)
    body = f"""{NAV}<div class='wrapper'><div class='left fl'><h1>{TITLE}</h1>
<div class='msg'>2025-03-14 09:26:00　来源：某某网</div>
<div class='con_text' id='text'>{text}</div></div><div class='right fr'><div class='box'>
<h4>图片新闻</h4><p><a href=/1>樱花开了，游客多了，公园里人山人海</a></p></div></div></div>{FOOT}"""
    return SavedPage(
        "questions and answers",
        page(body).encode(),
        tuple(who + what for who, what in said),
        metadata={"date": "2025-03-14", "source": "某某网"},
        around=("客户端", "樱花", "版权所有"),
    )


def _notice() -> SavedPage:
    title = "关于公布课堂名单的通知"
    texts = (
        "各区文化局：",
        "现将课堂名单公布如下，请认真做好组织工作，确保群众满意。",
        "一、共326场，其中东湖区126场，西山区200场。",
        "市文化局",
        "2025年3月14日",
    )
    body = f"""{NAV}<div class="content"><div class="xxgk"><table class="bd1">
<tr><td>索 引 号：</td><td>000014349/2025-00031</td></tr>
<tr><td>发文机关：</td><td>市文化局</td></tr></table></div>
<div class="article oneColumn"><h1>{title}</h1>
<div class="pchide">{paragraphs(*texts)}</div></div></div>{FOOT}"""
    return SavedPage(
        "notice of an office",
        page(body, title=f"{title}_市政府").encode(),
        texts,
        title=title,
        above=("索 引 号：\t000014349/2025-00031", "发文机关：\t市文化局"),
        metadata={"date": "2025-03-14"},
        around=("客户端", "版权所有"),
    )


def _poem() -> SavedPage:
    poem = ("楼下灯亮着，", "老人握着笔。", "一横一竖里，", "都是好日子。")
    body = f"""{NAV}<div id='mainContent'><h1>灯下</h1><p class='author'>林小满</p>
<div class='poem-body'><p>{"<br>".join(poem)}</p></div></div>{RELATED}{FOOT}"""
    return SavedPage(
        "poem",
        page(body, title="灯下-副刊-某某日报").encode(),
        ("林小满", *poem),
        title="灯下",
        around=("客户端", "夜读", "版权所有"),
    )


def _names_without_meaning() -> SavedPage:
    text = "".join(f"<div class=css-p><span>{one}</span></div>" for one in BODY)
    body = f"""<div id='__next'><div class='css-1a'><div class='css-2b'><a href=/>首页</a>
<a href=/b>视频</a></div><div class='css-3c'><h1 class='css-t'>{TITLE}</h1>
<div class='css-m'><span>林小满</span> <span>2小时前</span></div><div class='css-9z'>{text}</div>
</div><div class='css-r1'><div>大家都在看</div>
<div><a href=/1>春季招聘会今日开场，岗位三千个</a></div></div></div></div>"""
    return SavedPage(
        "names without meaning",
        page(body).encode(),
        ("林小满 2小时前", *BODY),
        around=("视频", "招聘会", "大家都在看"),
    )


def _remarks_beside() -> SavedPage:
    body = f"""{NAV}<div class='row'><div class='col-8'><h1>{TITLE}</h1>
{paragraphs(FIRST, SECOND, THIRD)}</div><div class='col-4'><div class='widget'><h4>关于本刊</h4>
<p>本刊创办于一九八四年，是全市唯一的文化综合月刊，欢迎赐稿。</p></div></div></div>{FOOT}"""
    return SavedPage(
        "remarks beside",
        page(body).encode(),
        (FIRST, SECOND, THIRD),
        around=("客户端", "欢迎赐稿", "版权所有"),
    )


MORE_PAGES = (
    _newspaper_of_taiwan(),
    _broadcaster_of_hong_kong(),
    _printed_page(),
    _questions_and_answers(),
    _notice(),
    _poem(),
    _names_without_meaning(),
    _remarks_beside(),
)
