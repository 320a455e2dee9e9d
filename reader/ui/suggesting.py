"""What the rules propose for the articles of the workspace: found in the background, kept here.

Rules read text in worker threads, the article shown first, the others in small lots with pauses
between them. A long article is read in pieces, so that no rule holds up the window; of the one
shown, first what is on the screen. What they find stays as long as the workspace is open, for the
text of an article never changes. What is tagged or judged already is left out here, at once after
every change; what follows from verdicts for all others is learned in a worker, a little later.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from time import sleep
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from reader.text.span import Span
from reader.ui.offered import Offered, Taken, key_of
from reader.ui.tagged_names import TaggedNames

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from PySide6.QtCore import QSettings

    from reader.annotation.annotation import Annotation
    from reader.annotation.verdict import Verdict
    from reader.suggest.gazetteer import Gazetteer
    from reader.suggest.learning import Learned
    from reader.suggest.suggestion import Suggestion
    from reader.text.article import Article
    from reader.ui.session import Session
    from reader.ui.tasks import Progress, Task, Tasks
    from reader.workspace import ChangeSet, Workspace

Order = Literal["place", "confidence"]
"""In which order suggestions are listed and gone through."""

_ON: Final = "suggestions"
_ORDER: Final = "suggestions_order"
# Milliseconds: before an article is read, between two lots, and after a change, since a
# reader who judges quickly makes many.
_FIRST_MS: Final = 200
_PAUSE_MS: Final = 25
_CHANGED_MS: Final = 250
# A lot holds so many code points of text to be read by the rules; a text whose suggestions only
# have to be weighed anew counts as so many.
_LOT: Final = 20_000
_WEIGHING: Final = 400
# Longer articles are read in pieces of about so many code points: rules hold the interpreter for
# up to 20 ms with as many, and for 240 ms with a million.
_LONG: Final = 100_000
_PIECE: Final = 40_000
# Seconds between two pieces.
_BREATH: Final = 0.01
# Seconds for which tags are gathered at a time.
_GATHERING: Final = 0.008


@dataclass(frozen=True, slots=True)
class _Job:
    """An article to be read, or whose suggestions are to be weighed anew.

    Attributes:
        found: What the rules found; ``None`` before they have read it.
        names: The names that they knew; ``None`` for none.
        taken: What is tagged or judged in it.
        place: Where the reader is, if no more than that is to be read now.
    """

    article: str
    text: str
    found: Sequence[Suggestion] | None
    names: Gazetteer | None
    taken: Taken
    place: int | None = None


@dataclass(frozen=True, slots=True)
class _Result:
    """What the rules find in an article, and what is left of it after what was learned.

    Attributes:
        offered: What of that was neither tagged nor judged when the reading began.
    """

    article: str
    found: Sequence[Suggestion]
    names: Gazetteer
    told: Sequence[Suggestion]
    offered: Offered
    whole: bool = True


class Suggesting(QObject):
    """Holds what is proposed for every article, and the one that the reader is at.

    Attributes:
        changed: Others are proposed for the article shown, or in another order.
        counted: Others are proposed for some articles.
        chosen: The reader is at another; carries the :class:`Suggestion`, or ``None``.
        switched: Suggestions were turned on or off.
        where: Returns where the reader is in the article shown, in code points of the source.
    """

    changed = Signal()
    counted = Signal()
    chosen = Signal(object)
    switched = Signal()

    def __init__(
        self, session: Session, tasks: Tasks, settings: QSettings, parent: QObject | None = None
    ) -> None:
        """Follow a session; on unless the reader turned it off."""
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._settings = settings
        self._on = bool(settings.value(_ON) != "false")
        self._order: Order = "confidence" if settings.value(_ORDER) == "confidence" else "place"
        self.where: Callable[[], int] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        self._begin()
        session.opened.connect(self._on_opened)
        session.article_shown.connect(self._on_article)
        session.changed.connect(self._on_changed)

    def _begin(self) -> None:
        """Know nothing of what is open."""
        self._task: Task | None = None
        self._work: _Learning | _Reading | None = None
        self._results: dict[str, _Result] = {}
        self._offered: dict[str, Offered] = {}
        # Where tags came or went in articles that a worker reads.
        self._meanwhile: defaultdict[str, list[Span]] = defaultdict(list)
        self._listed: list[Suggestion] | None = None
        self._current: Suggestion | None = None
        self._learned: Learned | None = None
        self._gazetteer: Gazetteer | None = None
        self._learning = True
        self._names: TaggedNames | None = None
        self._waiting: dict[str, None] = {}

    # What there is

    @property
    def on(self) -> bool:
        """Whether anything is proposed at all."""
        return self._on

    def switch(self, *, on: bool) -> None:
        """Propose, or stop; it is remembered."""
        if on == self._on:
            return
        self._on = on
        self._settings.setValue(_ON, "true" if on else "false")
        self.choose(None)
        self._take_up()
        self.switched.emit()
        self._tell()

    @property
    def order(self) -> Order:
        """In which order they are listed and gone through."""
        return self._order

    def put_in_order(self, order: Order) -> None:
        """List them in another order; it is remembered."""
        if order != self._order:
            self._order = order
            self._settings.setValue(_ORDER, order)
            self._tell()

    def of(self, article_id: str) -> Sequence[Suggestion]:
        """Return what is proposed for an article, by place; nothing before it was read."""
        if not self._on:
            return ()
        if article_id not in self._offered and article_id in self._results:
            self._weigh(self._results[article_id])
        offered = self._offered.get(article_id)
        return () if offered is None else offered.left

    @property
    def shown(self) -> Sequence[Suggestion]:
        """What is proposed for the article shown, by place."""
        article = self._session.article
        return () if article is None else self.of(article.id)

    @property
    def listed(self) -> Sequence[Suggestion]:
        """The same in the order chosen."""
        if self._listed is None:
            self._listed = list(self.shown)
            if self._order == "confidence":
                self._listed.sort(key=_doubt)
        return self._listed

    def count(self, article_id: str) -> int:
        """Return how many are proposed for an article."""
        return len(self.of(article_id))

    def has_read(self, article_id: str) -> bool:
        """Return whether the rules have read an article."""
        result = self._results.get(article_id)
        return result is not None and result.whole

    @property
    def progress(self) -> tuple[int, int]:
        """How many articles have been read, of how many."""
        workspace = self._session.workspace
        return len(self._results), len(workspace.articles) if workspace else 0

    def _weigh(self, result: _Result) -> None:
        """Find out what is neither tagged nor judged, of all there is."""
        workspace = self._session.workspace
        if workspace is not None and result.article in workspace.articles:
            self._offered[result.article] = Taken(workspace, result.article).weigh(result.told)

    # Where the reader is

    @property
    def current(self) -> Suggestion | None:
        """The one that the reader is at."""
        return self._current

    def choose(self, suggestion: Suggestion | None) -> None:
        """Go to one of the article shown, or to none."""
        if suggestion is not self._current:
            self._current = suggestion
            self.chosen.emit(suggestion)

    def following(self, direction: int, *, caret: int, around: bool) -> Suggestion | None:
        """Return the next one, or the one before.

        Args:
            direction: 1 or -1.
            caret: Where to begin where the reader is at none, in code points of the source.
            around: Whether the first comes after the last.
        """
        listed = self.listed
        at = self._place_of_current()
        if at is None and self._order == "confidence":
            at = -1 if direction > 0 else len(listed)
        elif at is None:
            before = sum(one.span.start < caret for one in listed)
            at = before - 1 if direction > 0 else before
        at += direction
        if not listed or not (around or 0 <= at < len(listed)):
            return None
        return listed[at % len(listed)]

    def after_current(self) -> Suggestion | None:
        """Return the one to go to when the reader has judged the one he is at."""
        at = self._place_of_current()
        listed = self.listed
        if at is None or len(listed) < 2:
            return None
        return listed[(at + 1) % len(listed)]

    def at(self, offset: int) -> Suggestion | None:
        """Return the shortest one that holds a character of the article shown."""
        there = [one for one in self.shown if one.span.holds(offset)]
        return min(there, key=_length, default=None)

    def same_as(self, suggestion: Suggestion | None) -> Suggestion | None:
        """Return what is proposed now of the same kind for the same words, if anything is."""
        if suggestion is None:
            return None
        key = key_of(suggestion)
        return next((one for one in self.shown if key_of(one) == key), None)

    def _place_of_current(self) -> int | None:
        if self._current is None:
            return None
        key = key_of(self._current)
        return next((at for at, one in enumerate(self.listed) if key_of(one) == key), None)

    # What changes

    def _stop(self) -> None:
        """Let go of all that is known; what runs is not waited for."""
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
        self._begin()

    @Slot(object)
    def _on_opened(self, _workspace: Workspace) -> None:
        self._stop()
        self._take_up()

    @Slot(object)
    def _on_article(self, article: Article | None) -> None:
        self.choose(None)
        self._listed = None
        if article is None:
            # The window may be closing: nothing more may be begun.
            self._timer.stop()
        else:
            self._wait(_FIRST_MS)
        self._tell()

    @Slot(object)
    def _on_changed(self, changes: ChangeSet) -> None:
        """Leave out what is tagged or judged now; learn of it a little later."""
        if not self._on:
            self._stop()
            return
        differs: set[str] = set()
        if changes.tag_set:
            differs.update(self._offered)
            self._offered.clear()
        places = _places_in(changes)
        for article_id in changes.touched | changes.verdicts:
            if self._follow(article_id, places.get(article_id, ())):
                differs.add(article_id)
        if changes.articles:
            self._follow_articles()
        if self._names is not None and self._names.follow(changes):
            self._learning = True
            self._wait(_CHANGED_MS)
        article = self._session.article
        if article is not None and article.id in differs:
            self._tell()
        elif differs:
            self.counted.emit()

    def _follow(self, article_id: str, spans: Collection[Span]) -> bool:
        """Look again where an article changed; return whether others may be offered now."""
        workspace, offered = self._session.workspace, self._offered.get(article_id)
        if self._work is not None:
            self._meanwhile[article_id] += spans
        if workspace is None or offered is None or article_id not in workspace.articles:
            return self._offered.pop(article_id, None) is not None
        differs = offered.follow(workspace, article_id, spans)
        if differs is None:
            del self._offered[article_id]
        return differs is not False

    def _take_up(self) -> None:
        """Have every article read that was not, where anything is to be proposed."""
        self._follow_articles()
        if self._session.article is not None:
            self._wait(_FIRST_MS)

    def _follow_articles(self) -> None:
        """Follow which articles there are."""
        workspace = self._session.workspace
        there = workspace.articles if workspace is not None else {}
        for held in (self._results, self._offered, self._waiting):
            for article_id in [one for one in held if one not in there]:
                del held[article_id]
        for article_id in there:
            if article_id not in self._results:
                self._waiting[article_id] = None

    def _tell(self) -> None:
        """Tell of other suggestions; the reader stays at the same, or at none."""
        self._listed = None
        if self._current is not None:
            self.choose(self.same_as(self._current))
        self.changed.emit()
        self.counted.emit()

    # In the background

    def _wait(self, milliseconds: int) -> None:
        if self._on and self._task is None:
            self._timer.start(milliseconds)

    @Slot()
    def _go_on(self) -> None:
        """Do what comes next: the article shown, what was learned, the other articles."""
        workspace, article = self._session.workspace, self._session.article
        if workspace is None or article is None or not self._on or self._task is not None:
            return
        if article.id in self._waiting:
            self._read(workspace, [article.id])
        elif self._names is None or not self._names.complete:
            if self._names is None:
                self._names = TaggedNames(workspace.articles)
                self._names.doubt(workspace.all_verdicts, workspace.articles)
            self._names.gather(workspace, _GATHERING)
            self._wait(_PAUSE_MS)
        elif self._learning and self._names.doubt(workspace.all_verdicts, workspace.articles):
            # Of the words rejected since then, too, it must be known whether they are tagged.
            self._wait(_PAUSE_MS)
        elif self._learning:
            self._learning = False
            self._work = learning = _Learning(workspace.all_verdicts, self._names.tags)
            self._task = self._tasks.start(learning.run, self._on_learned, self._on_failed)
        elif self._waiting:
            self._read(workspace, self._lot(workspace))

    def _lot(self, workspace: Workspace) -> list[str]:
        lot, weight = [], 0
        for article_id in self._waiting:
            lot.append(article_id)
            read = article_id in self._results
            weight += _WEIGHING if read else len(workspace.articles[article_id].text)
            if weight >= _LOT:
                break
        return lot

    def _read(self, workspace: Workspace, lot: Sequence[str]) -> None:
        jobs = []
        for article_id in lot:
            text = workspace.articles[article_id].text
            before = self._results.get(article_id)
            taken = Taken(workspace, article_id)
            if before is not None and before.whole:
                job = _Job(article_id, text, before.found, before.names, taken)
            elif before is None and len(text) > _LONG and self._is_shown(article_id):
                # The rest of it comes next.
                place = self.where() if self.where is not None else 0
                jobs.append(_Job(article_id, text, None, None, taken, min(place, len(text) - 1)))
                continue
            else:
                job = _Job(article_id, text, None, None, taken)
            del self._waiting[article_id]
            jobs.append(job)
        self._work = reading = _Reading(jobs, self._learned, self._gazetteer)
        self._task = self._tasks.start(reading.run, self._on_read, self._on_failed)

    def _is_shown(self, article_id: str) -> bool:
        article = self._session.article
        return article is not None and article.id == article_id

    @Slot(object)
    def _on_learned(self, answer: tuple[_Learning, Learned, Gazetteer]) -> None:
        """Weigh all suggestions anew, the shown article's first."""
        work, learned, gazetteer = answer
        if not self._is_over(work):
            return
        before, self._learned = self._learned, learned
        if before is not None and _teaches_the_same(before, learned):
            self._wait(_PAUSE_MS)
            return
        self._gazetteer = gazetteer
        self._waiting = dict.fromkeys([*self._waiting, *self._results])
        self._wait(1)

    @Slot(object)
    def _on_read(self, answer: tuple[_Reading, Sequence[_Result]]) -> None:
        """Keep what was found; tell of it where it differs."""
        work, results = answer
        if not self._is_over(work):
            return
        workspace = self._session.workspace
        differs = False
        for one in results:
            if workspace is None or one.article not in workspace.articles:
                continue
            before = self._results.get(one.article)
            self._results[one.article] = one
            if before is None or list(before.told) != list(one.told):
                self._offer(workspace, one)
                differs = differs or self._is_shown(one.article)
        self._meanwhile.clear()
        if differs:
            self._tell()
        else:
            self.counted.emit()
        self._wait(_PAUSE_MS)

    def _offer(self, workspace: Workspace, result: _Result) -> None:
        """Offer what was found, but for what was tagged or judged meanwhile."""
        self._offered.pop(result.article, None)
        if result.offered.tag_set == workspace.tag_set:
            self._offered[result.article] = result.offered
            self._follow(result.article, self._meanwhile.get(result.article, ()))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        """Leave it to who catches what nobody expects, and go on with the rest."""
        if isinstance(self._work, _Reading):
            for article_id in self._work.articles:
                self._waiting.pop(article_id, None)
        self._is_over(self._work)
        self._wait(_PAUSE_MS)
        raise error

    def _is_over(self, work: _Learning | _Reading | None) -> bool:
        """Return whether what arrives is what was asked for last, and note that it is here."""
        if work is not self._work:
            # Another workspace was opened meanwhile.
            return False
        self._task = self._work = None
        return True


class _Learning:
    """Learning from verdicts and tags, as a task of pure data."""

    def __init__(self, verdicts: Iterable[Verdict], tags: Iterable[Annotation]) -> None:
        self._verdicts = verdicts
        self._tags = tags

    def run(self, _progress: Progress) -> tuple[_Learning, Learned, Gazetteer]:
        """Learn, and put the names in order."""
        from reader.suggest import Gazetteer
        from reader.suggest.learning import learn

        learned = learn(self._verdicts, self._tags)
        return self, learned, Gazetteer(learned.gazetteer)


class _Reading:
    """Some articles read by the rules, as a task of pure data."""

    def __init__(
        self, jobs: Sequence[_Job], learned: Learned | None, names: Gazetteer | None
    ) -> None:
        self._jobs = jobs
        self._learned = learned
        self._names = names
        self.articles = [job.article for job in jobs]

    def run(self, progress: Progress) -> tuple[_Reading, list[_Result]]:
        """Read them."""
        from dataclasses import replace

        from reader.suggest import Gazetteer
        from reader.suggest.learning import Learned, apply

        # What is judged or tagged at a place is left out where the window knows it first: an undo
        # brings it back at once.
        learned = replace(self._learned or Learned(), judged={"": frozenset()}, tagged={})
        names = self._names if self._names is not None else Gazetteer()
        others: dict[int, set[str]] = {}
        results = []
        for job in self._jobs:
            if progress.cancelled:
                break
            found = job.found
            if found is None or job.names is None:
                found = _find(job, names, progress)
            else:
                # Lots of articles were read with the same names.
                known = id(job.names)
                if known not in others:
                    others[known] = names.differences(job.names)
                if _holds_any(job.text, others[known]):
                    found = _find(job, names, progress)
            told = apply(learned, found, job.text)
            offered = job.taken.weigh(told)
            whole = job.place is None
            results.append(_Result(job.article, found, names, told, offered, whole))
        return self, results


def _find(job: _Job, names: Gazetteer, progress: Progress) -> list[Suggestion]:
    """Return what the rules find: in the piece where the reader is, or in the whole article."""
    from dataclasses import replace

    from reader.collecting import CollectionPause
    from reader.suggest import suggest

    if len(job.text) <= _LONG:
        return suggest(job.text, gazetteer=names)
    found: list[Suggestion] = []
    # To look through all of what is found for garbage takes longer than a frame, time after time.
    with CollectionPause():
        for piece in pieces(job.text):
            if job.place is not None and not piece.start <= job.place < piece.end:
                continue
            if progress.cancelled:
                break
            found += [
                replace(one, span=one.span.shifted(piece.start))
                for one in suggest(piece.of(job.text), gazetteer=names)
            ]
            sleep(_BREATH)
    return found


def pieces(text: str) -> list[Span]:
    """Return the pieces that a long text is read in, each to the end of a line where it has any."""
    found, start = [], 0
    while start < len(text):
        end = text.find("\n", start + _PIECE, start + 2 * _PIECE) + 1
        end = end or min(len(text), start + 2 * _PIECE)
        found.append(Span(start, end))
        start = end
    return found


def _teaches_the_same(before: Learned, after: Learned) -> bool:
    """Return whether suggestions weighed after one stay as they are after the other."""
    return (before.names, before.rules, before.words, before.rejections) == (
        after.names,
        after.rules,
        after.words,
        after.rejections,
    )


def _holds_any(text: str, names: Collection[str]) -> bool:
    """Return whether a text holds one of some names, which are in their plain form."""
    from reader.suggest.plain import plain_words

    if not names:
        return False
    text = "".join(plain_words(text).split())
    return any(words in text for words in names)


def _places_in(changes: ChangeSet) -> Mapping[str, Collection[Span]]:
    """Return where tags came, went or became others, by article."""
    places: defaultdict[str, list[Span]] = defaultdict(list)
    for sides in changes.annotations.values():
        for tag in sides:
            if tag is not None:
                places[tag.article].append(tag.span)
    return places


def _doubt(suggestion: Suggestion) -> tuple[float, int]:
    return -suggestion.confidence, suggestion.span.start


def _length(suggestion: Suggestion) -> int:
    return len(suggestion.span)
