"""The problems beside the draft: what is to mend before publication, each a link to the words concerned."""
