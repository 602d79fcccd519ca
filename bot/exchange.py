"""One update being handled: who sent it, what they may use, and how to answer.

Handlers get an `Exchange` and nothing else. Whatever they say becomes an outbox row in the open
transaction; only what loses nothing when it fails goes to `afterwards`.
"""

from dataclasses import dataclass, field
from datetime import datetime

from bot.afterwards import Afterwards, SetMenu, Tell
from bot.incoming import Incoming
from conversations.message import Message, Rows
from conversations.paging import pages, too_long
from conversations.texts import Texts
from homework import notices
from homework.collecting import Desk
from homework.house import House
from homework.ids import new_id
from homework.moments import audible
from homework.outgoing import LIMIT, Attachment, Outgoing
from homework.store import people, screens
from homework.store.database import Unit
from homework.store.people import Actor, Client, Person, Therapist


class NotTheirs(Exception):
    """A handler was reached by somebody it is not for; the routing table is wrong."""


@dataclass(slots=True)
class Exchange:
    """An update, its sender, the open transaction. `key` and `value` are a tap's, unchecked.

    `expected`: a handler has said what the sender's next text will be. `alarming`: the words go to
    an alert, and so are kept and answered, whatever else they are.
    """

    desk: Desk
    who: Actor
    incoming: Incoming
    languages: tuple[str, ...]
    key: str = ""
    value: str = field(default="", repr=False)
    notice: str = field(default="", repr=False)
    expected: bool = False
    alarming: bool = False
    afterwards: list[Afterwards] = field(default_factory=list[Afterwards])

    @property
    def unit(self) -> Unit:
        """The open transaction."""
        return self.desk.unit

    @property
    def house(self) -> House:
        """Worksheets, words, crisis lines."""
        return self.desk.house

    @property
    def now(self) -> datetime:
        """The calendar's time of this transaction."""
        return self.unit.now

    @property
    def texts(self) -> Texts:
        """The words of the sender's language."""
        return self.house.texts(self.locale)

    @property
    def locale(self) -> str:
        """The sender's language; a stranger's is that of their phone, if it is offered."""
        if self.who.person is not None:
            return self.who.person.locale
        near = self.incoming.locale_hint.partition("-")[0]
        return near if near in self.languages else self.languages[0]

    @property
    def person(self) -> Person:
        """The sender, who has joined or is joining."""
        if self.who.person is None:
            raise NotTheirs
        return self.who.person

    @property
    def client(self) -> Client:
        """The sender as a client."""
        if self.who.client is None:
            raise NotTheirs
        return self.who.client

    @property
    def therapist(self) -> Therapist:
        """The sender as a therapist."""
        if self.who.therapist is None:
            raise NotTheirs
        return self.who.therapist

    def say(
        self,
        html: str,
        buttons: Rows = (),
        *,
        client: str | None = None,
        kind: str = "ack",
        pin: bool = False,
        attachment: Attachment | None = None,
    ) -> None:
        """Answer the sender. `client`: whose key seals it (the sender's own by default)."""
        *before, message = pages(Message(html, buttons), LIMIT)
        if self.who.person is None:
            patient = kind != "crisis"
            self.afterwards += [
                Tell(self.incoming.chat_id, page, patient) for page in (*before, message)
            ]
            return
        for page in before:
            self.say(page.html, client=client, kind=kind)
        own = self.who.client.id if self.who.client else None
        self.unit.post(
            Outgoing(
                self.who.person.id,
                client or own,
                kind,
                message,
                dedupe=new_id(self.now),
                pin=pin,
                attachment=attachment,
            )
        )

    async def redraw(self, html: str, buttons: Rows = (), *, client: str | None = None) -> None:
        """Edit the message whose button was pressed; a new message where that cannot be."""
        message_id = self.incoming.message_id
        row = None
        if self.incoming.what == "tap" and message_id is not None and self.who.person:
            row = await screens.row_of_message(self.unit, self.who.person.id, message_id)
        if row is None or self.who.person is None or too_long(html, LIMIT):
            self.say(html, buttons, client=client)
            return
        own = self.who.client.id if self.who.client else None
        self.unit.post(
            Outgoing(
                self.who.person.id,
                client or own,
                "redraw",
                Message(html, buttons),
                dedupe=new_id(self.now),
                edits=row,
            )
        )

    async def tell_therapists(
        self,
        client: Client,
        key: notices.Key,
        buttons: notices.Buttons = (),
        *,
        kind: notices.Kind = "notice",
        once: str | None = None,
        **args: notices.Told,
    ) -> None:
        """Write to everybody who cares for a client, as `notices.tell` says, in their hours."""
        await notices.tell(
            self.unit,
            self.house,
            client,
            key,
            buttons,
            kind=kind,
            once=once,
            besides=None,
            **args,
        )

    async def tell_client(
        self, client: Client, key: str, buttons: Rows = (), **args: notices.Told
    ) -> None:
        """Write to a client in their language."""
        texts = await self.texts_of(client)
        said = texts.html(key, **notices.in_words(self.house, texts, args))
        await self.send_client(client, Message(said, buttons))

    async def texts_of(self, client: Client) -> Texts:
        """Return the words of a client's language."""
        person = await people.person_by_id(self.unit, client.person) if client.person else None
        return self.house.texts(person.locale if person else "en")

    async def send_client(self, client: Client, message: Message) -> None:
        """Write a message, in words already chosen, to a client."""
        person = await people.person_by_id(self.unit, client.person) if client.person else None
        if person is not None:
            # News from the therapist may come any time; it does not ring in quiet hours.
            quiet = audible(client, self.now) > self.now
            for page in pages(message, LIMIT):
                key = new_id(self.now)
                self.unit.post(Outgoing(person.id, client.id, "notice", page, key, silent=quiet))

    async def expect(self, what: str | None) -> None:
        """Remember what the sender's next typed text is."""
        self.expected = True
        await people.expect(self.unit, self.person.id, what)

    async def reread(self) -> None:
        """Look at who the sender is anew, after something of theirs was changed."""
        self.who = await people.actor(self.unit, self.who.user)

    def show_menu(self, role: str) -> None:
        """Show the commands of a role in the sender's chat menu."""
        self.afterwards.append(SetMenu(self.incoming.chat_id, role, self.locale))

    async def show_menu_of(self, client: Client) -> None:
        """Show a client the commands they have from now on."""
        person = await people.person_by_id(self.unit, client.person) if client.person else None
        if person is not None:
            self.afterwards.append(SetMenu(person.chat, "client", person.locale))
