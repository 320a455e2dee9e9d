"""Which part of a page is the article: the one that holds nearly all of its sentences.

Libraries for this were measured on the layouts of ``tests/importers/saved_pages.py`` (see
docs/formats.md): they join captions to paragraphs, write tables anew or lose short pages, and
bring 60 MB or a licence that does not fit.
What is in doubt stays: a line too many is seen and passed over, a paragraph too few is not noticed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from reader.importers.html_lines import BLOCKS, HEADINGS, Line, lines_of
from reader.importers.html_tree import ancestors, take_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.html import HtmlElement


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Parts of names (class, id) of what stands around articles.
_AROUND: Final = _names("""
    nav navbar navigation menu submenu breadcrumb breadcrumbs crumb crumbs footer foot bottom
    copyright sidebar side aside related relate relevant recommend recommended recommendation hot
    hotnews rank ranking top10 share sharing shares bdsharebuttonbox bdshare bshare jiathis social
    toolbar tools tool pager pagination pagenav paging ad ads adv advert advertisement adbox banner
    ewm erweima qrcode login search popup modal reward print extend more readmore nextpage prevnext
    fontsize
""")
_COMMENTS: Final = _names("comment comments pinglun reply replies respond disqus guestbook liuyan")
_INSIDE: Final = _names("""
    article content contents main body text txt detail zoom editor wrapper wrap container page post
    story no has with without zw
""")
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+\d*|[A-Z]+(?![a-z])|\d+")

# Names that the content systems of Chinese newspapers and offices give the article, then those that
# many give it; compared without case, hyphens and underscores.
_SURE: Final = _names("""
    trseditor ucapcontent jscontent ozoom zoom artibody articlebody cntmainarticle postbody
    postcontent endtext rmtxtcon rwbzw channewsdetail entrycontent articlecontent articletext
    pagescontent detailcontent newscontent newstext contentarea mainarticle articledetail maintext
    articlecon viewscontent textcontent
""")
_LIKELY: Final = _names("article content text txt detail zw news body main contenttext")
_SURE_SHARE: Final = 0.25
_LIKELY_SHARE: Final = 0.4

# What may hold an article; a paragraph may not, however long it is.
_CONTAINERS: Final = _names("""
    html body div section article main center form table tbody tr td span font dl dd ul li
    blockquote fieldset
""")
# The part of the sentences that the inner of two elements must hold to be taken for the outer.
_NEARLY_ALL: Final = 0.75
_HALF: Final = 0.5
_LITTLE: Final = 30
# With less than a short sentence, nothing was found.
_TOO_LITTLE: Final = 10
# So many lines above an article may say when and whence it came.
_ABOVE: Final = 6

_SENTENCE = re.compile("[，。！？；：…”」]|[.!?] |[.!?]$")
_LONG: Final = 25

_EDITOR = re.compile(
    "[（(\\[【]?\\s*(?:本[文期版])?(?:责任|責任|网络|網絡|网页|值班)?"
    "(?:编辑|編輯|责编|責編|编审|校对|校對|审核|監審|监审|审校|初审|复审|终审|[一二三]审|监制)"
    "[：: ].{0,60}"
)
_OF_THE_PAGE = re.compile(
    "(?:关于我们|联系我们|版权所有|版權所有|版权声明|Copyright|©|.{0,30}ICP[备證证]|.{0,20}公网安备"
    "|分享到|分享至|分享：|扫一扫|掃一掃|微信扫码|长按(?:识别|二维码)"
    "|打印本页|关闭窗口|【?打印|【?关闭|\\[?字[号體体]"
    "|返回顶部|返回首页|上一[页頁篇条]|下一[页頁篇条]"
    "|当前位置|您(?:现在)?的?位置|您所在|浏览次数|点击数|阅读次数|相关稿件|附件下载).{0,80}",
    re.IGNORECASE,
)
_MORE = re.compile(
    "[【\\[]?(?:(?:相关|延伸|推荐)(?:阅读|新闻|链接|报道|文章|推荐)"
    "|(?:相關|延伸|推薦)(?:閱讀|新聞|連結|報道)|更多(?:新闻|精彩|阅读|内容)"
    "|热门(?:推荐|新闻|文章)|猜你喜欢|为您推荐|新闻排行|网友评论|我要评论|(?:精彩|最新|发表)评论)"
    "[】\\]]?[：:]?.{0,4}"
)
_BARE_DATE = re.compile(
    "(?:发布|發布|发表|更新)?(?:时间|時間|日期)?[：: ]*"
    "(?:19|20)\\d\\d[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?"
    "(?:[ T\u00a0]*\\d{1,2}[:：]\\d\\d(?::\\d\\d)?)?(?![^\\s|｜\u00a0])"
)
_SAYS_WHENCE = re.compile("(?:来源|來源|稿源|作者|字号|字體|字体|浏览|点击|打印|阅读)\\s*[：:(（]?")


def main_lines(root: HtmlElement, lines: list[Line]) -> list[Line]:
    """Return the lines of the article on a page; the tree is spent.

    Args:
        root: The page.
        lines: All its lines, which are returned where no article can be told.
    """
    _take_out_around(root)
    weights = _weights(lines_of(root))
    inside = lines_of(_innermost(_named(root, weights), weights))
    found = [
        line
        for place, line in enumerate(inside)
        if not _is_around(line) and not (place < _ABOVE and says_when(line))
    ]
    return found if sum(map(weight, found)) >= _TOO_LITTLE else lines


def is_furniture(line: Line) -> bool:
    """Return whether a line says something of the page or its tools, not of the article."""
    text = line.text.strip()
    return bool(_OF_THE_PAGE.fullmatch(text) or _EDITOR.fullmatch(text) or _MORE.fullmatch(text))


def says_when(line: Line) -> bool:
    """Return whether a line is the one above an article that says when and whence it came."""
    text = line.text.strip()
    if len(text) > 120 or "。" in text:
        return False
    return bool(_BARE_DATE.match(text)) or bool(_SAYS_WHENCE.match(text) and len(text) <= _LONG)


def weight(line: Line) -> float:
    """Return how much a line speaks for being in the article: its length, for a sentence."""
    length = len(line.text) - line.linked
    if line.linked > length or is_furniture(line):
        return 0.0
    sentence = line.row or len(line.text) > _LONG or _SENTENCE.search(line.text)
    return length * (1.0 if sentence else 0.2)


def _is_around(line: Line) -> bool:
    mostly_links = line.linked * 5 >= len(line.text) * 4 and not line.row
    return is_furniture(line) or (mostly_links and not line.text.endswith(("。", "！", "？", "”")))


def _weights(lines: Iterable[Line]) -> Mapping[HtmlElement, float]:
    """Return what the lines inside each element weigh together."""
    weights: dict[HtmlElement, float] = defaultdict(float)
    for line in lines:
        weighs = weight(line)
        if weighs:
            for element in ancestors(line.element):
                weights[element] += weighs
    return weights


def _parts(element: HtmlElement) -> Iterable[frozenset[str]]:
    """Yield the parts of each name of an element, in lower case."""
    for name in f"{element.get('class', '')} {element.get('id', '')}".split():
        yield frozenset(part.casefold() for part in _NAME_PARTS.findall(name)) | {name.casefold()}


def _take_out_around(body: HtmlElement) -> None:
    weights = _weights(lines_of(body))
    whole = weights.get(body, 0.0)
    for element in [one for one in body.iterdescendants() if isinstance(one.tag, str)]:
        share = weights.get(element, 0.0)
        if (_is_comments(element) and whole - share >= _LITTLE) or (
            share <= whole * _HALF and _is_named_around(element)
        ):
            take_out(element)


def _is_comments(element: HtmlElement) -> bool:
    return any(parts & _COMMENTS and not parts & _INSIDE for parts in _parts(element))


def _is_named_around(element: HtmlElement) -> bool:
    if element.tag in ("nav", "footer", "aside"):
        return True
    if element.tag in HEADINGS or element.tag == "p" or _is_sure(element):
        return False
    return any(parts & _AROUND and not parts & _INSIDE for parts in _parts(element))


def _is_sure(element: HtmlElement) -> bool:
    return not _SURE.isdisjoint(_plain_names(element)) or element.get("itemprop") == "articleBody"


def _plain_names(element: HtmlElement) -> set[str]:
    names = f"{element.get('class', '')} {element.get('id', '')}".casefold()
    return set(names.replace("-", "").replace("_", "").split())


def _named(body: HtmlElement, weights: Mapping[HtmlElement, float]) -> HtmlElement:
    """Return the element that its name says is the article, or the body."""
    whole = weights.get(body, 0.0)
    sure = [one for one in weights if _is_sure(one)]
    likely = [one for one in weights if one.tag == "article" or _plain_names(one) & _LIKELY]
    for found, share in ((sure, _SURE_SHARE), (likely, _LIKELY_SHARE)):
        if not found:
            continue
        best = max(found, key=lambda one: weights[one])
        # Several of them side by side are parts of one article, or of a list of some.
        rest = [one for one in found if best not in ancestors(one) and one not in ancestors(best)]
        if sum(weights[one] for one in rest) > weights[best] * 0.1:
            continue
        if weights[best] >= whole * share:
            return best
    return body


def _innermost(outer: HtmlElement, weights: Mapping[HtmlElement, float]) -> HtmlElement:
    """Return the innermost element that holds nearly all sentences of another."""
    while True:
        inner = max(outer, key=lambda one: weights.get(one, 0.0), default=None)
        if inner is None or inner.tag not in _CONTAINERS:
            return outer
        if weights.get(inner, 0.0) < weights.get(outer, 0.0) * _NEARLY_ALL:
            return outer
        if _has_paragraphs(outer, inner, weights):
            return outer
        outer = inner


def _holds_lines(element: HtmlElement) -> bool:
    """Return whether there are lines inside an element, not only one that it is itself."""
    return any(one.tag in BLOCKS or one.tag == "br" for one in element.iterdescendants())


def _has_paragraphs(
    outer: HtmlElement, inner: HtmlElement, weights: Mapping[HtmlElement, float]
) -> bool:
    """Return whether sentences of an element stand beside an inner one, as its own paragraphs."""
    beside = [one for one in outer if one is not inner and not _holds_lines(one)]
    own = sum(weights.get(one, 0.0) for one in beside)
    inside = sum(weights.get(one, 0.0) for one in outer)
    return own + max(0.0, weights.get(outer, 0.0) - inside) > 0
