"""Every dependency says on one page what it is for and under which licence it comes."""

import re
import tomllib

from bootstrap.places import ROOT

LINE = re.compile(r"^\| ([a-z0-9-]+) \| [^|]{5,} \| [^|]{3,} \|$", re.MULTILINE)


def test_each_dependency_has_its_line_and_no_line_is_left_over() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    told = LINE.findall((ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8"))
    assert sorted(set(told) - {"package"}) == sorted(re.split(r"[\[<>=!~ ]", one)[0] for one in asked)
