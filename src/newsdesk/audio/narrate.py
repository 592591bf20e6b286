"""From an edition to the files of its clip: script, voice, sound, transcript."""
