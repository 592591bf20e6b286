"""The tables of letters, one noun a file."""

from newsdesk.newsletter.models.ask import Ask
from newsdesk.newsletter.models.delivery import Delivery
from newsdesk.newsletter.models.given_up import GivenUp
from newsdesk.newsletter.models.issue import Carried, Issue
from newsdesk.newsletter.models.letter import Letter
from newsdesk.newsletter.models.notice import Notice
from newsdesk.newsletter.models.subscriber import Consent, Subscriber, Subscription, Suppression, Token
from newsdesk.newsletter.models.turn import Turn
from newsdesk.newsletter.models.visits import Visits

__all__ = [
    "Ask",
    "Carried",
    "Consent",
    "Delivery",
    "GivenUp",
    "Issue",
    "Letter",
    "Notice",
    "Subscriber",
    "Subscription",
    "Suppression",
    "Token",
    "Turn",
    "Visits",
]
