"""Bounces, delays and complaints, as rows: read from a mailbox or told by a mail service."""
