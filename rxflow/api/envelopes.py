"""What every answer of the API is wrapped in."""

from collections.abc import Sequence
from typing import Annotated, Any, Generic, Literal, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Data = TypeVar("Data")

MOST_ON_A_PAGE = 100
MOST_PAGES = 1_000_000


class Representation(BaseModel):
    """What the API sends: nothing but the fields that are named."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def from_fields(cls, source: object, **others: Any) -> Self:
        """What is told of something that has attributes of the same names.

        Args:
            source: It.
            others: The fields that are not its attributes as they are.
        """
        return cls(**{name: getattr(source, name) for name in cls.model_fields if name not in others}, **others)


class Wanted(BaseModel):
    """What the API takes: nothing beside the fields that are named, and no text for a number."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


def _whole(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


Number = Annotated[int, Field(ge=0, le=1_000_000), BeforeValidator(_whole)]
"""A number of something in a body. JSON takes 2 and 2.0 for the same."""


class Success(Representation, Generic[Data]):
    """What was asked for."""

    success: Literal[True] = True
    data: Data
    message: str = ""


class PageMeta(Representation):
    """Where a page stands among the others."""

    current_page: int = Field(ge=1)
    page_size: int = Field(ge=1, le=MOST_ON_A_PAGE)
    total_items: int = Field(ge=0)
    total_pages: int = Field(ge=0)
    has_next: bool
    has_prev: bool


class Page(Representation, Generic[Data]):
    """Some of what was asked for, and how much more there is."""

    success: Literal[True] = True
    data: list[Data]
    message: str = ""
    meta: PageMeta


class Failure(Representation):
    """Why there is nothing of what was asked for. `error` is a stable word for programs."""

    success: Literal[False] = False
    error: str
    message: str
    status_code: int
    request_id: str
    details: dict[str, Any] = Field(default_factory=dict)


class Paging(BaseModel):
    """Which page of a list, from the query."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    page: Annotated[int, Field(ge=1, le=MOST_PAGES, description="The page, from 1.")] = 1
    page_size: Annotated[int, Field(ge=1, le=MOST_ON_A_PAGE, description="The most on a page.")] = 20


def page_of(items: Sequence[Data], paging: Paging) -> Page[Data]:
    """The page that was asked for; one behind the last is empty."""
    begin = (paging.page - 1) * paging.page_size
    pages = -(-len(items) // paging.page_size)
    meta = PageMeta(
        current_page=paging.page,
        page_size=paging.page_size,
        total_items=len(items),
        total_pages=pages,
        has_next=paging.page < pages,
        has_prev=paging.page > 1 and pages > 0,
    )
    return Page(data=list(items[begin : begin + paging.page_size]), meta=meta)
