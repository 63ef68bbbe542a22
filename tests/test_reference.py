from pathlib import Path

import pytest

from arcsynth.reference import commands_page, primitives_page

DOCS = Path(__file__).parent.parent / "docs"


@pytest.mark.parametrize(("name", "page"), [("primitives.md", primitives_page), ("commands.md", commands_page)])
def test_a_generated_page_is_what_the_code_says(name: str, page: object) -> None:
    assert callable(page)
    assert (DOCS / name).read_text(encoding="utf-8") == page(), "run make reference"
