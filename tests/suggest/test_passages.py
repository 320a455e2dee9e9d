"""What the rules find in passages that were written for them before any article was looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.suggest import suggest
from reader.suggest.plain import plain_words
from tests.suggest.written import Passage, passages, traps

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.suggest import Suggestion

FILES = {"metric": "metrics", "programme": "programmes", "honour": "honours"}
FORMS: dict[str, Callable[[Passage], Passage]] = {
    "as written": lambda passage: passage,
    "traditional": Passage.traditional,
    "hard-wrapped": Passage.wrapped,
}


def found(text: str, kind: str) -> list[Suggestion]:
    return [one for one in suggest(text) if one.kind == kind]


def all_passages(kind: str) -> list[object]:
    return [pytest.param(one, id=one.text[:20]) for one in passages(FILES[kind])]


@pytest.mark.parametrize("kind", FILES)
def test_there_are_enough_passages_of_each_kind(kind: str) -> None:
    assert len(passages(FILES[kind])) >= 20
    assert len(traps(f"{kind}_traps")) >= 15


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("passage", all_passages("metric"))
def test_metrics_are_found_with_their_value_unit_and_bound(passage: Passage, form: str) -> None:
    passage = FORMS[form](passage)
    metrics = found(passage.text, "metric")
    assert [(one.span.start, one.span.end) for one in metrics] == passage.spans
    for metric, (_, _, notes) in zip(metrics, passage.tags, strict=True):
        value, unit, bound = notes
        assert metric.attributes["value"] == pytest.approx(float(value))
        assert plain_words(str(metric.attributes.get("unit", ""))) == unit
        assert metric.attributes["bound"] == bound


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("passage", all_passages("programme"))
def test_programmes_are_found_by_their_names_alone(passage: Passage, form: str) -> None:
    passage = FORMS[form](passage)
    programmes = found(passage.text, "programme")
    assert [(one.span.start, one.span.end) for one in programmes] == passage.spans


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("passage", all_passages("honour"))
def test_honours_are_found_with_level_edition_and_status(passage: Passage, form: str) -> None:
    passage = FORMS[form](passage)
    honours = found(passage.text, "honour")
    assert [(one.span.start, one.span.end) for one in honours] == passage.spans
    for honour, (_, _, notes) in zip(honours, passage.tags, strict=True):
        status, year, awarder = [*notes, "", "", ""][:3]
        assert honour.attributes["status"] == (status or "awarded")
        assert not year or honour.attributes["year"] == int(year)
        if awarder and form == "as written":
            assert honour.attributes["awarded_by"] == awarder


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", traps("metric_traps"))
def test_no_trap_is_a_metric(text: str, form: str) -> None:
    assert found(FORMS[form](Passage(text, ())).text, "metric") == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", traps("programme_traps"))
def test_no_trap_is_a_programme(text: str, form: str) -> None:
    assert found(FORMS[form](Passage(text, ())).text, "programme") == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", traps("honour_traps"))
def test_no_trap_is_an_honour(text: str, form: str) -> None:
    assert found(FORMS[form](Passage(text, ())).text, "honour") == []
