# Varnish before Newsdesk: it keeps what it is told to keep, and forgets what the press names.
# Needs varnish-modules for xkey. Set NEWSDESK_PURGE_CDN=varnish and NEWSDESK_PURGE_URL to Varnish's own address.
vcl 4.1;

import xkey;

backend default {
    .host = "127.0.0.1";
    .port = "8000";
}

# Who may purge: the machine Newsdesk's worker runs on.
acl newsdesk {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        if (client.ip !~ newsdesk) {
            return (synth(403));
        }
        if (req.http.Soft-Purge) {
            set req.http.Purged = xkey.softpurge(req.http.Surrogate-Key);
        } else {
            set req.http.Purged = xkey.purge(req.http.Surrogate-Key);
        }
        return (synth(200, req.http.Purged + " purged"));
    }
    if (req.url ~ "^/desk/" || req.url == "/healthz") {
        return (pass);
    }
    unset req.http.Cookie; # the paper has none
}

sub vcl_backend_response {
    set beresp.http.xkey = beresp.http.Surrogate-Key;
}

sub vcl_deliver {
    unset resp.http.xkey;
    unset resp.http.Surrogate-Key;
    unset resp.http.Cache-Tag;
}
