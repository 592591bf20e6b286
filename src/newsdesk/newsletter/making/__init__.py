"""How issues come to be and when they may go: chosen by a rule, written by hand, from one article; imports archive."""
