"""How each house writes its subscribers, one file each with ``COLUMNS`` and ``read``; found by being there.

Columns are named as ``columns.plain`` spells them. ``INSTEAD`` may name columns of lists that say too little, with what
helps; ``NEVER_ASKED``, how the names of files begin whose people nobody may write to.
"""
