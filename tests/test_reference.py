from pathlib import Path

from arcsynth.reference import primitives_page

PAGE = Path(__file__).parent.parent / "docs" / "primitives.md"


def test_the_reference_page_is_what_the_registry_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == primitives_page(), "run make reference"
