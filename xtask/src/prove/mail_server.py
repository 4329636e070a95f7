"""A mail server for the mail drill: aiosmtpd, which makes the trouble that an address asks for by its first word.

Usage: mail_server.py FOLDER. It prints its port, writes each mail that it has taken to FOLDER/taken.jsonl as Python's own
mail library reads it, and is away for as long as FOLDER/outage is there (then FOLDER/state says `down`, else `up`).
"""

import asyncio
import email.policy
import json
import os
import socket
import sys
from email import message_from_bytes

from aiosmtpd.controller import Controller

FOLDER = sys.argv[1]
FIRST = {}


def is_first(address):
    """Whether an address is met for the first time."""
    FIRST[address] = FIRST.get(address, 0) + 1
    return FIRST[address] == 1


class Trouble:
    async def handle_RCPT(self, server, session, envelope, address, options):
        kind = address.split("-")[0]
        if kind == "gone":
            return "550 5.1.1 <%s> is nobody here" % address
        if kind == "greylist" and is_first(address):
            return "450 4.7.1 <%s> greylisted, try again" % address
        if kind == "busy" and is_first(address):
            return "421 4.3.2 closing"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        address = envelope.rcpt_tos[0]
        kind = address.split("-")[0]
        if kind == "full" and is_first(address):
            return "452 4.2.2 full"
        if kind == "hang" and is_first(address):
            # Longer than the sender waits; nothing is kept.
            await asyncio.sleep(5)
            return "451 4.4.2 too late"
        if kind == "refused":
            return "554 5.7.1 not this one"
        mail = message_from_bytes(envelope.content, policy=email.policy.default)
        line = {
            "to": address,
            "id": mail["Message-ID"],
            "subject": mail["Subject"],
            "language": mail["Content-Language"],
            "text": mail.get_body(("plain",)).get_content().replace("\r\n", "\n"),
            "headers": len(mail.items()),
            "defects": [repr(defect) for defect in mail.defects],
        }
        with open(os.path.join(FOLDER, "taken.jsonl"), "a", encoding="utf-8") as taken:
            taken.write(json.dumps(line, ensure_ascii=False) + "\n")
        return "250 OK taken"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


async def main():
    port, controller, said = free_port(), None, None
    print(port, flush=True)
    while True:
        away = os.path.exists(os.path.join(FOLDER, "outage"))
        if away and controller:
            controller.stop()
            controller = None
        if not away and not controller:
            controller = Controller(Trouble(), hostname="127.0.0.1", port=port)
            controller.start()
        state = "down" if away else "up"
        if state != said:
            with open(os.path.join(FOLDER, "state.new"), "w", encoding="utf-8") as file:
                file.write(state)
            os.replace(os.path.join(FOLDER, "state.new"), os.path.join(FOLDER, "state"))
            said = state
        await asyncio.sleep(0.05)


try:
    asyncio.run(main())
except KeyboardInterrupt:
    pass  # It is told to stop.
