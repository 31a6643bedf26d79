"""Datelines."""

import pytest

from govnews.bulletin.sources import source_of


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("中国藏族网通讯 工会参与社会治理", "中国藏族网通讯"),
        ("本报讯（记者 李某）8月1日", "本报讯"),
        ("西宁晚报讯 昨日", "西宁晚报讯"),
        ("新华社西宁7月24日电（记者王某）启动仪式", "新华社西宁7月24日电"),
        ("青海日报消息：省总工会", "青海日报消息"),
        ("【人民网北京电】日前", "人民网北京电"),
        ("省总工会通讯员培训班开班", None),
        ("工会网络平台上线", None),
        ("", None),
    ],
)
def test_source(text: str, source: str | None) -> None:
    """What opens a page and closes with a mark or a space is a dateline."""
    assert source_of(text) == source
