"""Forms of one region that another region's configuration of OpenCC does not know.

Between regions OpenCC goes by way of its own standard (``tw2t`` and then ``t2hk``).
That harms what both regions write alike: 群 峰 床 啟 顎 become 羣 峯 牀 啓 齶, and 參保
becomes 蔘保. So only the forms are undone that the other region does not write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# Hong Kong and the mainland write 着 wherever Taiwan's 著 is not read zhù.
_TAIWAN_CHARACTERS: Final = {"著": "着", "裡": "裏", "汙": "污"}
# Where it is read zhù, in Simplified too: a mixed text has both.
_ZHU: Final = """
    著名 著作 著稱 著称 著述 著者 著於 著于 著錄 著录 著書立 著书立 著書人 著书人
    顯著 显著 卓著 昭著 名著 巨著 鉅著 原著 合著 專著 专著 論著 论著 編著 编著 譯著 译著
    遺著 遗著 撰著 拙著 所著 土著 曾著有 還著有 还著有 並著有 并著有 先後著有 先后著有
    討論著作 讨论著作 評論著作 评论著作 翻譯著作 翻译著作
"""
# … and where those words end in it, or begin with it, only by chance.
_NOT_ZHU: Final = """
    著名字 著名單 著名单 著名片 著名冊 著名册 著作用 著作業 著作业 著作文 著作品 著作息
    著稱讚 著称赞 著稱呼 著称呼 著錄音 著录音 著錄影 著录影 著錄像 著录像 著錄製 著录制
    配合著 結合著 结合著 融合著 混合著 聯合著 联合著 符合著 綜合著 综合著 迎合著
    討論著 讨论著 議論著 议论著 談論著 谈论著 評論著 评论著 爭論著 争论著 辯論著 辩论著
    彰顯著 彰显著 凸顯著 凸显著 突顯著 突显著 原著火 土著手 翻譯著 翻译著 無所著 无所著
"""
# Beams, which Taiwan writes as the surname and the ridge are written: only what is neither.
_BEAMS: Final = "橋梁 棟梁 脊梁 鼻梁 橫梁 屋梁 房梁 木梁 鋼梁 梁柱 挑大梁 扛大梁 跳梁小丑"
# Hong Kong's forms that Big5, Taiwan's character set, does not even hold.
_HONG_KONG: Final = (
    "悦悅愠慍户戶捝挩揾搵榅榲氲氳涚涗温溫綫線兑兌卧臥囱囪脱脫腽膃葱蔥藴蘊蜕蛻説說輼轀醖醞鈎鉤"
    "鋭銳閲閱鰛鰮敍敘敚敓枱檯棁梲煴熅税稅粧妝緼縕叁叄媪媼蒀蒕衞衛"
)


def undone(region: str) -> Mapping[str, str]:
    """Return what is undone of a region's forms: words and characters, the longest first to count.

    A word that stands for itself is kept from what would be made of its characters.

    Args:
        region: ``tw`` for a reader of Hong Kong, ``hk`` for one of Taiwan.
    """
    if region == "hk":
        return dict(zip(_HONG_KONG[::2], _HONG_KONG[1::2], strict=True))
    words = {word: word for word in _ZHU.split()}
    words |= {word: word.replace("著", "着") for word in _NOT_ZHU.split()}
    words |= {word: word.replace("梁", "樑") for word in _BEAMS.split()}
    return _TAIWAN_CHARACTERS | words
