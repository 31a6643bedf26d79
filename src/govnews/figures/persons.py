"""People counted with 个: 18个工友 is a headcount, 18个项目 is not (annotation guide, "Kinds")."""

import re
from collections.abc import Sequence
from typing import Final

from govnews.figures.candidate import Candidate
from govnews.models import Kind

_PERSON: Final = re.compile(
    r"(?:工友|朋友|战友|校友|学友|网友|人|孩子|儿童|孤儿|婴儿|学生|医生|考生|新生|毕业生|研究生|博士|硕士|"
    r"院士|护士|战士|人士|烈士|老兵|新兵|士兵|官兵|民兵|职工|员工|民工|农民工|技工|矿工|女工|学员|"
    r"队员|党员|团员|会员|成员|委员|人员|官员|船员|演员|教师|老师|工程师|技师|律师|厨师|专家|学者|记者|"
    r"作者|患者|志愿者|劳动者|求职者|创业者|参赛者|获奖者|干部|书记|主任|局长|村长|组长|班长|代表|"
    r"骨干|劳模|工匠|模范|同志|同事|同学|村民|农民|牧民|居民|市民|渔民|移民|农牧民|群众|家属|老人|"
    r"妇女|青年|少年|青少年|选手|歌手|能手|高手|徒弟|师傅|兄弟|姐妹|姑娘|小伙|小伙子|汉子|娃|娃娃|"
    r"大爷|大妈|阿姨|女儿|儿子|子女|亲属|工人|军人|商户主|户主|客人|旅客|游客|乘客|对象)$"
)


def people_not_things(found: Sequence[Candidate]) -> None:
    """Turn the counts of people among *found* into headcounts.

    >>> from decimal import Decimal
    >>> workers = Candidate(Kind.COUNT, 0, 3, Decimal(18), "count.unit", unit="个", target="工友")
    >>> people_not_things([workers])
    >>> workers.kind.value, workers.unit
    ('headcount', '人')
    """
    for candidate in found:
        if candidate.kind is not Kind.COUNT or candidate.unit != "个" or not candidate.target:
            continue
        if _PERSON.search(candidate.target):
            candidate.kind, candidate.unit, candidate.rule = Kind.HEADCOUNT, "人", "headcount.个"
