"""The acts of ``newsdesk letters``, one file each."""
