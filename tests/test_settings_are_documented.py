"""The settings' page cannot go stale."""

from checks.settings_page import PAGE, page


def test_every_setting_stands_on_its_page() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run: python -m checks.settings_page"
