"""Labels: the five topics and their Chinese names."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

TOPICS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "worker_services": "服务职工",
        "rights_protection": "维护权益",
        "aid_qinghai": "对口援青",
        "expert_services": "专家服务",
        "veterans": "退役军人",
    }
)
"""Label to Chinese name, in the order of the annotation guide."""
