"""The words of SMTP on a socket; knows nothing of letters."""
