"""How often links of an issue are followed, never by whom; imports press, archive and the newsletter's models."""
