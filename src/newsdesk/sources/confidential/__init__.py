"""Who an unnamed source is: sealed with a key outside the database, opened for those named for it, each time noted.

Nothing else of Newsdesk may import ``seal``; nothing of what is opened is kept, logged, filed or sent.
"""
