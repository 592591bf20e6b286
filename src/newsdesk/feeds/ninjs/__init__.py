"""News in JSON, as agencies and programs of newsrooms read it: https://iptc.org/standards/ninjs/, version 3.1."""
