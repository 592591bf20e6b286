"""What a theme's templates are given as ``page``: frozen values, one class for each kind of sheet.

This is the whole of the contract with a theme. Whatever is typed ``Html`` is safe to print as it stands; every ``path``
is a path of the site, ready for an ``href``; all words are in the newsroom's language. ``frame`` (``press/frame.py``)
stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.safestring import SafeString

Html = SafeString


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in the newsroom's zone: ``iso`` for machines, ``day`` (8 October 2024), ``clock`` (13:33), ``words``."""

    iso: str
    day: str
    clock: str
    words: str


@dataclass(frozen=True, slots=True)
class Name:
    """Words that lead somewhere; ``path`` is empty where they lead nowhere (any more)."""

    words: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class ImageSource:
    """One format of an image: its media type and its ``srcset``."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as a page shows it; print it with ``{% picture image "lead" %}``.

    ``sources`` is empty until files of it exist. ``focus`` are two classes (``x50 y25``) for the middle of what
    matters.
    """

    alt: str
    width: int
    height: int
    src: str = ""
    sources: tuple[ImageSource, ...] = ()
    focus: str = "x50 y50"
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Teaser:
    """What a page shows of another article.

    ``kind`` is the article's kind, ``kind_words`` its visible label (empty for news and briefs); ``breaking`` where its
    urgency is 1 or 2; ``by`` the names of its authors as one phrase; ``image`` only where the page asked for one.
    """

    article: str
    path: str
    headline: str
    at: Moment
    kind: str = "news"
    kind_words: str = ""
    summary: str = ""
    section: Name | None = None
    by: str = ""
    breaking: bool = False
    image: Image | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """The teasers of one day, newest first."""

    words: str
    iso: str
    teasers: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same listing as a feed."""

    title: str
    type: str
    path: str


@dataclass(frozen=True, slots=True)
class SocialImage:
    """What other sites show of a page: an absolute ``url``, its size in pixels, and words for it."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a document.

    ``title`` ends with the site's name, ``headline`` does not; ``url`` is canonical and absolute; ``json_ld`` is ready
    for its script element.
    """

    title: str
    headline: str
    path: str
    url: str
    description: str = ""
    type: str = "website"
    json_ld: Html = field(default_factory=SafeString)
    image: SocialImage | None = None
    alternates: tuple[Alternate, ...] = ()
    published: str = ""
    modified: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    index: bool = True


@dataclass(frozen=True, slots=True)
class Byliner:
    """One name of a byline or an authors block, as it is called today."""

    name: str
    path: str = ""
    is_desk: bool = False
    role: str = ""
    title: str = ""
    biography: str = ""
    email: str = ""
    portrait: Image | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A correction or clarification (``kind``), its label, its text and when it was made."""

    kind: str
    label: str
    text: str
    at: Moment


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One link of a chain: its name and the path of its page, its kind and the word for it, its title as printed.

    ``url`` is where it can be read or found outside the site; ``host`` names that site where this very article points
    to it; ``reason`` is why it is unnamed.
    """

    name: Name
    kind: str
    kind_words: str
    title: str = ""
    url: str = ""
    host: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of the article: ``id`` makes its anchors, ``#t-<id>`` in the text and ``#s-<id>`` in the list.

    ``words`` are its first ones; ``chain`` begins with whoever is closest to the fact; ``day`` is empty where the text
    gives none, ``iso`` is the same for machines; ``marked`` where the text has a link to it: words that are a link
    already have none.
    """

    id: str
    words: str
    chain: tuple[ChainLink, ...]
    day: str = ""
    iso: str = ""
    marked: bool = True


@dataclass(frozen=True, slots=True)
class Sources:
    """How the newsroom knows what an article says.

    ``named`` and ``unnamed`` are everybody in the chains, each once; ``origins`` is the phrase that counts the
    independent ones; ``told`` are the statements in the order of the text.
    """

    origins: str
    named: tuple[ChainLink, ...]
    unnamed: tuple[ChainLink, ...]
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Player:
    """What readers can hear of a page.

    ``label`` says who reads, in the newsroom's words; ``length`` is how long it takes (``4 min``). ``opus`` and ``mp3``
    are the sound, ``times`` when each sentence is read, ``transcript`` the words with their times.
    """

    label: str
    length: str
    opus: str
    mp3: str
    times: str
    transcript: str
    file_name: str


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One article (``article.html``).

    ``updated`` is None where the first edition stands. ``byline`` is the phrase "Name, Name and Name" with its links;
    ``credits`` are those with a role, one phrase each. ``related`` are cards of other articles. ``notes_on_top`` change
    the meaning and stand above the text too. ``more`` is the path of the fragment with the newest of its section.
    ``sources`` is None where no statement was confirmed, ``player`` where the article cannot be heard.
    """

    head: Head
    headline: str
    kind: str
    kind_words: str
    standfirst: str
    section: Name | None
    topics: tuple[Name, ...]
    byline: Html
    credits: tuple[Html, ...]
    authors: tuple[Byliner, ...]
    published: Moment
    updated: Moment | None
    minutes: int
    dateline: str
    image: Image | None
    body: Html
    related: Html
    notes: tuple[Note, ...]
    notes_on_top: tuple[Note, ...]
    more: str
    sources: Sources | None = None
    player: Player | None = None


@dataclass(frozen=True, slots=True)
class Audible:
    """An article that can be heard, or the day's news; ``teaser`` is None for the latter, whose title is ``title``."""

    player: Player
    teaser: Teaser | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class ListenPage:
    """What can be heard, newest first (``listen.html``); ``today`` is the day's news in one clip, if there is."""

    head: Head
    audibles: tuple[Audible, ...]
    today: Audible | None
    podcasts: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """A letter that readers can ask for; ``path`` is the page with its issues."""

    name: str
    slug: str
    description: str
    path: str


@dataclass(frozen=True, slots=True)
class OfferPage:
    """All open letters, with the form to ask for them (``letters.html``).

    ``letters`` are pairs of a letter and whether its box is ticked, ``agreed`` the words a reader agrees to; ``step``
    and ``action`` are those of the form's other pages, and always the same here.
    """

    head: Head
    letters: tuple[tuple[Offered, bool], ...]
    agreed: str
    step: str = "form"
    action: str = ""


@dataclass(frozen=True, slots=True)
class IssueLine:
    """An issue as the page of its letter lists it."""

    path: str
    subject: str
    preview: str
    sent: Moment


@dataclass(frozen=True, slots=True)
class LetterPage:
    """A letter and its newest issues (``letter.html``); ``feed`` is their feed."""

    head: Head
    name: str
    description: str
    issues: tuple[IssueLine, ...]
    feed: str


@dataclass(frozen=True, slots=True)
class IssuePage:
    """The web edition of an issue (``issue.html``); ``note`` is what was said later of an error in it.

    ``subject`` is the letter's name, and ``preview`` empty, while the article they speak of is withdrawn.
    """

    head: Head
    letter: Name
    language: str
    subject: str
    preview: str
    sent: Moment
    body: Html
    note: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A section on the home page and its newest or placed articles; the first has an image if there is one."""

    section: Name
    teasers: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """The front of the paper (``home.html``); ``lead`` is None where nothing was published, ``days`` the feed rail."""

    head: Head
    lead: Teaser | None
    seconds: tuple[Teaser, ...]
    thirds: tuple[Teaser, ...]
    blocks: tuple[Block, ...]
    picks: tuple[Teaser, ...]
    days: tuple[Day, ...]
    newest: Moment | None


@dataclass(frozen=True, slots=True)
class ListingPage:
    """The front of a section, topic, author or source (``section.html``, ``topic.html``, ``author.html``,
    ``source.html``).

    ``lead`` and ``seconds`` stand on top; ``days`` are the rest, newest first; ``older`` leads to the next leaf, in the
    words of its dates. ``author`` is only on an author's page, ``source`` only on a source's.
    """

    head: Head
    title: str
    description: str
    lead: Teaser | None
    seconds: tuple[Teaser, ...]
    days: tuple[Day, ...]
    older: Name | None
    feed: str = ""
    author: Byliner | None = None
    source: ChainLink | None = None


@dataclass(frozen=True, slots=True)
class LeafPage:
    """A closed part of a listing (``leaf.html``): ``front`` is its listing's front, ``words`` the dates it covers."""

    head: Head
    front: Name
    words: str
    days: tuple[Day, ...]
    older: Name | None
    newer: Name | None


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Everything published, newest first (``feed.html``)."""

    head: Head
    days: tuple[Day, ...]
    older: Name | None


@dataclass(frozen=True, slots=True)
class Corrected:
    """An article and its public notes."""

    teaser: Teaser
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    """Corrections, the newest first (``corrections.html``); ``words`` are the dates of a leaf, empty on the front."""

    head: Head
    corrected: tuple[Corrected, ...]
    words: str = ""
    older: Name | None = None
    newer: Name | None = None


@dataclass(frozen=True, slots=True)
class TextPage:
    """A standing page (``page.html``)."""

    head: Head
    title: str
    summary: str
    body: Html


@dataclass(frozen=True, slots=True)
class NoticePage:
    """A page that says what is not here: nothing of this name (``404.html``), or no longer (``gone.html``)."""

    head: Head


@dataclass(frozen=True, slots=True)
class RailPart:
    """The feed rail (``rail.html``), a fragment without a frame."""

    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class ListPart:
    """Editors' Picks in their order (``picks.html``) or the newest of a section (``more.html``), without a frame."""

    teasers: tuple[Teaser, ...]
    section: Name | None = None
