"""The containers pictures come in; each file can take the ``packets`` out and be ``rewritten`` with others."""
