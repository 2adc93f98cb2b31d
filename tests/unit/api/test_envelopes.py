from hypothesis import given
from hypothesis import strategies as st

from rxflow.api.envelopes import MOST_ON_A_PAGE, Paging, page_of


@given(total=st.integers(0, 250), size=st.integers(1, MOST_ON_A_PAGE))
def test_the_pages_together_are_the_list(total: int, size: int) -> None:
    items, read, number = list(range(total)), list[int](), 1
    while True:
        page = page_of(items, Paging(page=number, page_size=size))
        read += page.data
        assert len(page.data) <= size
        assert page.meta.has_prev == (number > 1)
        assert (page.meta.total_items, page.meta.total_pages) == (total, -(-total // size))
        if not page.meta.has_next:
            break
        number += 1

    assert read == items
    assert number == max(1, page.meta.total_pages)


@given(total=st.integers(0, 50), beyond=st.integers(1, 1000))
def test_a_page_behind_the_last_is_empty_and_has_none_behind_it(total: int, beyond: int) -> None:
    page = page_of(range(total), Paging(page=-(-total // 10) + beyond, page_size=10))

    assert page.data == []
    assert not page.meta.has_next
