"""The desk's tables, gathered where Django looks for them."""

from newsdesk.desk.contributors import Contributor
from newsdesk.desk.overdue import Overdue
from newsdesk.desk.pages.article import ArticlePage
from newsdesk.desk.pages.brief import BriefPage
from newsdesk.desk.pages.info import InfoPage
from newsdesk.desk.pages.newsroom import MonthPage, NewsroomPage, StandingPagesPage
from newsdesk.desk.pages.parts import ArticleContributor, ArticleTopic, RelatedArticle
from newsdesk.desk.photographs import Photograph, PhotographRendition
from newsdesk.desk.second_factor.authenticator import Authenticator
from newsdesk.desk.second_factor.demanded import FactorDemand
from newsdesk.desk.second_factor.recovery import RecoveryCodes
from newsdesk.desk.second_factor.removal import FactorRemoval
from newsdesk.desk.sections import Section
from newsdesk.desk.signing_in.attempts import Attempts
from newsdesk.desk.sourcing_rules import SourcingRules
from newsdesk.desk.topics import Topic

__all__ = [
    "ArticleContributor",
    "ArticlePage",
    "ArticleTopic",
    "Attempts",
    "Authenticator",
    "BriefPage",
    "Contributor",
    "FactorDemand",
    "FactorRemoval",
    "InfoPage",
    "MonthPage",
    "NewsroomPage",
    "Overdue",
    "Photograph",
    "PhotographRendition",
    "RecoveryCodes",
    "RelatedArticle",
    "Section",
    "SourcingRules",
    "StandingPagesPage",
    "Topic",
]
