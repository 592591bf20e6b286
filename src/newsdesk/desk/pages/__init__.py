"""The pages of Wagtail's tree, one type a file."""
