"""Words beside a figure that say that it is no amount to be added.

A row is a pattern, what it says, and a phrase in which ⟦ ⟧ mark the figure that it takes out;
the tests run each.  A pattern of `BEFORE` is looked for between the figure and what goes before
it in its clause: a mark, or another figure.  One of `BEHIND` begins where the figure ends.
"""

import re
from typing import Final, NamedTuple

from govnews.models import Figure, Kind, Reason


class Cue(NamedTuple):
    """A row.

    Attributes:
        reason: What it says of the figure.
        pattern: Its words.
        example: A phrase in which it speaks.
        of_money: Whether it speaks of money alone.
        of_bounds: Whether it speaks of sums, people and sizes from so much on (以上, 以下) alone.
    """

    reason: Reason
    pattern: re.Pattern[str]
    example: str
    of_money: bool = False
    of_bounds: bool = False


def _cue(reason: Reason, pattern: str, example: str, **only: bool) -> Cue:
    return Cue(reason, re.compile(pattern), example, **only)


BEFORE: Final = (
    _cue(Reason.RATE, r"每(?!逢|当)", "每人补助⟦2000元⟧"),
    _cue(Reason.RATE, r"[人户村县年月日周场次亩家]均", "户均收入⟦3.2万元⟧"),
    _cue(Reason.RATE, r"平均(?!水平|分|值)[^的]*$", "平均得到⟦300元⟧"),
    _cue(Reason.RATE, r"(?:单价|[均售票]价|房租|[月日]租|租金|起步价)[^的]{0,6}$", "票价⟦15元⟧"),
    _cue(Reason.RATE, r"(?:收购|批发|零售|最低|保护)价[^的]{0,6}$", "收购价⟦6元⟧", of_money=True),
    _cue(
        Reason.RATE,
        r"(?:[月年日底起周]薪|[月年]收入|月工资|退休金|安家费|(?:城镇|农村)居民)[^的]{0,6}$",
        "月薪⟦5000元⟧",
        of_money=True,
    ),
    _cue(
        Reason.RATE,
        r"(?<!高)标准(?![化间件箱地厂煤])"
        r"(?:从|由|为|是|达|达到|提高|提到|提至|调整|上调|到|至|[:： ])*$",
        "最低工资标准⟦1880元⟧",
        of_money=True,
    ),
    _cue(
        Reason.RATE,
        r"(?:[一二三特]等奖|[冠亚季]军|[金银铜]奖)(?:得主|获得者)?(?:奖金|奖励)?$",
        "一等奖奖金⟦1万元⟧",
        of_money=True,
    ),
    _cue(
        Reason.RATE,
        r"一次性(?:奖励|补助|补贴|给予)[^的]{0,4}$",
        "一次性奖励⟦5万元⟧",
        of_money=True,
    ),
    _cue(
        Reason.RATE,
        r"(?:再奖励?|另加|另给|另补|开价)[^的]{0,4}$",
        "考下证书的再奖⟦1000元⟧",
        of_money=True,
    ),
    _cue(
        Reason.LIMIT,
        r"(?:最高|最低|上限|下限|封顶线?|起付线?|门槛|保底|单[笔户案次个]|额度|可贷|可享)[^的]{0,8}$",
        "单户最高可贷⟦30万元⟧",
        of_money=True,
    ),
    _cue(Reason.LIMIT, r"(?:最多|至多|不得)[^的]{0,4}$", "全年⟦最多3次⟧"),
    _cue(Reason.LIMIT, r"(?<![查惩])处以?$", "处⟦500元以上⟧罚款", of_money=True),
    _cue(
        Reason.CHANGE,
        r"(?<![占对评同环])[比较](?![赛例重武如分大多强好高低为])[^，。；]{0,14}$",
        "比去年同期多卖⟦4300万元⟧",
    ),
    _cue(Reason.PLAN, r"(?:还差|尚缺|仍缺|缺口|尚欠)[^的]{0,8}$", "资金缺口⟦500万元⟧"),
)

BEHIND: Final = (
    _cue(Reason.RATE, r"[/／]|每[人户名亩月年天日吨家个场]", "按⟦2000元⟧/人发放"),
    _cue(
        Reason.RATE,
        r"(?:的)?(?:补助|补贴|救助)?标准(?!化)",
        "按⟦1000元⟧标准发放",
        of_money=True,
    ),
    _cue(
        Reason.LIMIT,
        r"(?:（含）|\(含\))?的?(?:重大)?(?:企业|单位|项目|工程|场所|公司|机构|贷款|投资)"
        r"|的(?=[\d一二三四五六七八九十两])",
        "⟦500万元以上⟧的项目",
        of_bounds=True,
    ),
    _cue(Reason.LIMIT, r"罚款|或者|的(?=[，,；。由可应])", "欠薪⟦超过100万元⟧的，挂牌督办"),
)

#: Words that look ahead, in the clause of the figure or one before it in its sentence.
PLANS: Final = (
    _cue(
        Reason.PLAN,
        r"(?<![行动养划按])(?<![一二三五十]年)计划(?:[再还将共总新]|投|安排|筹|招|培训|举办|开展|建|完成|实施|拨|发|用|在|于|今年|明年"
        r"|义诊|分|组织|选派)",
        "计划投入⟦5亿元⟧",
    ),
    _cue(
        Reason.PLAN,
        r"(?:^|[，省州市县局会])拟(?![定订制合])|力争|争取[到再]|预计|有望|打算",
        "力争培训⟦300人⟧",
    ),
    _cue(
        Reason.PLAN,
        r"将(?:于|在|再|陆续|继续|举办|开展|投入|投资|建设|新建|培训|招聘|招录|发放|组织|安排|实现|把)",
        "下半年将举办⟦12场⟧",
    ),
    _cue(
        Reason.PLAN,
        r"要求|承诺|下一步|还要[再举办建培招投]|要(?:着力|再|新建|培训|办好|拿出|开发|建成)|目标(?:任务)?(?:是|为|数)?$",
        "目标任务⟦10万人⟧",
    ),
)
_DONE: Final = re.compile(r"完成|已|实现了|实际|超额|到位|达成|去年|上年|累计|以来|了$")
#: What may be had at most: 合计不超过1.2万元
_ENTITLED: Final = re.compile(r"不超过|不得|最多|至多|不高于")
_BOUNDED: Final = re.compile(r"以[上下内]$")


def spoken_against(figure: Figure, text: str, clause: int, gap: int, end: int) -> Reason | None:
    """Return what the words beside a figure say against adding it.

    Args:
        figure: The figure.
        text: Its paragraph.
        clause: Where its clause starts.
        gap: Where its clause starts, or the figure before it ends.
        end: Where the figure ends.

    >>> one = Figure(Kind.MONEY, "2000元", 0, 5, "2000", unit="元")
    >>> spoken_against(one, "每人2000元", 0, 0, 7)
    <Reason.RATE: 'rate'>
    """
    start = end - len(figure.text)
    before, whole = text[gap:start], text[clause:start]
    for cue in BEFORE:
        if _fits(cue, figure) and cue.pattern.search(before):
            return cue.reason
    for cue in BEHIND:
        if _fits(cue, figure) and cue.pattern.match(text, end):
            return cue.reason
    if _ENTITLED.search(figure.text):
        return Reason.LIMIT
    if not _DONE.search(whole) and any(cue.pattern.search(whole) for cue in PLANS):
        return Reason.PLAN
    return None


def is_done(text: str) -> bool:
    """Tell whether a clause says that something was done.

    >>> is_done("已到位"), is_done("举办培训班")
    (True, False)
    """
    return _DONE.search(text) is not None


def _fits(cue: Cue, figure: Figure) -> bool:
    if cue.of_money and figure.kind is not Kind.MONEY:
        return False
    return not cue.of_bounds or (
        figure.kind is not Kind.COUNT and _BOUNDED.search(figure.text) is not None
    )
