"""Mails as servers write them to a return address, made for these tests; ``{verp}`` is the letter's own address."""

from __future__ import annotations

POSTFIX = """\
Return-Path: <>
Delivered-To: {verp}
From: MAILER-DAEMON@relay.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: {verp}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"
Message-Id: <{id}@relay.example>

--B
Content-Type: text/plain; charset=us-ascii

This is the mail system. Your message could not be delivered to one or more recipients.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example
X-Postfix-Queue-ID: 4Xyz
Arrival-Date: Tue,  3 Mar 2026 09:00:00 +0000

Final-Recipient: rfc822; ines@mail.example
Original-Recipient: rfc822;ines@mail.example
Action: {action}
Status: {status}
Remote-MTA: dns; mx.mail.example
Diagnostic-Code: smtp; {said}

--B
Content-Type: message/rfc822

Message-ID: {message_id}
To: ines@mail.example
Subject: Today

Good morning.
--B--
"""

QMAIL = """\
Return-Path: <>
To: {verp}
From: MAILER-DAEMON@old.example
Subject: failure notice
Message-Id: <{id}@old.example>

Hi. This is the qmail-send program at old.example.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<ines@mail.example>:
192.0.2.1 does not like recipient.
Remote host said: 550 5.1.1 no such user
Giving up on 192.0.2.1.

--- Below this line is a copy of the message.

Message-ID: {message_id}
Subject: Today

"""

EXIM = """\
Return-path: <>
X-Failed-Recipients: ines@mail.example
Auto-Submitted: auto-replied
From: Mail Delivery System <Mailer-Daemon@exim.example>
To: {verp}
Subject: Mail delivery failed: returning message to sender
Message-Id: <{id}@exim.example>

This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  ines@mail.example
    host mx.mail.example [192.0.2.1]
    SMTP error from remote mail server after RCPT TO:<ines@mail.example>:
    550 5.1.1 unknown user
"""

COMPLAINT = """\
From: <feedback@provider.example>
To: abuse@news.example
Subject: FW: Today
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="B"
Message-Id: <{id}@provider.example>

--B
Content-Type: text/plain

This is an email abuse report.

--B
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: SomeProvider/1.0
Version: 1
Original-Mail-From: <{verp}>
Original-Rcpt-To: <ines@mail.example>

--B
Content-Type: message/rfc822

From: <paper@news.example>
To: <ines@mail.example>
Message-ID: {message_id}
Subject: Today

Good morning.
--B--
"""

HOLIDAY = """\
From: Ines <ines@mail.example>
To: {verp}
Subject: Out of office: Today
Auto-Submitted: auto-replied
In-Reply-To: {message_id}
Message-Id: <{id}@mail.example>

I am away until Monday. Mail to the address 550 5.1.1 is not read.
"""

ANSWER = """\
From: Ines <ines@mail.example>
To: {verp}
Subject: Re: Today
In-Reply-To: {message_id}
Message-Id: <{id}@mail.example>

Thank you for this letter.
"""
