"""The newsroom's name, for the desk's furniture."""

from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def newsroom_name() -> str:
    return str(settings.NEWSDESK_SITE_NAME)
