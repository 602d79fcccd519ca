"""COMMANDS and TAPS: the one table of what people may do, for routing, /help and the menus.

A row is a name, the role it is for, the function, and the text that says what it does. Whoever adds
a command adds a row here and a function in `handlers/`; nothing else lists commands.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cache

from bot.exchange import Exchange

Handler = Callable[[Exchange], Awaitable[None]]
Typed = Callable[[Exchange, str], Awaitable[None]]

ROLES = ("therapist", "client", "guest", "stranger")
"""`guest`: somebody who is joining, or waits to be confirmed. `stranger`: nobody we know."""

EVERYBODY = frozenset(ROLES)
CLIENT = frozenset({"client"})
THERAPIST = frozenset({"therapist"})
JOINING = frozenset({"client", "guest"})

FREE = frozenset(
    {
        *("today", "progress", "pause", "resume", "settings"),
        *(
            "occ",
            "mine",
            "pic",
            "read",
            "share",
            "set",
            "ease",
            "sil",
            "time",
            "myplan",
            "carer",
            "flag",
        ),
    }
)
"""What clients alone may do, and may do also while the consent's text is new to them: nothing is
asked there, or it is looked at inside. Whatever else is theirs alone waits until they have agreed.
"""


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `shown`: stands in the menu; `key`: ends the key of its line in /help and the
    menu, where the name alone would say what it does for another role."""

    name: str
    roles: frozenset[str]
    handler: Handler
    shown: bool = True
    key: str = ""

    @property
    def about(self) -> str:
        """The key of its one-line description."""
        return f"command-{self.key or self.name}"


@dataclass(frozen=True, slots=True)
class Tap:
    """What a button about a thing does: the noun in its callback data, and for whom."""

    noun: str
    roles: frozenset[str]
    handler: Handler


@cache
def table() -> tuple[Command, ...]:
    """Return COMMANDS, therapist's rows first: who is both meets them first."""
    from bot.handlers import (
        anybody,
        client_erases,
        client_notes,
        client_progress,
        client_rights,
        client_settings,
        client_today,
        help_now,
        therapist_alerts,
        therapist_assigns,
        therapist_away,
        therapist_briefs,
        therapist_invites,
        therapist_library,
        therapist_meets,
        therapist_notes,
        therapist_reads,
        therapist_records,
        therapist_reports,
        therapist_reviews,
        therapist_settings,
    )

    return (
        Command("start", EVERYBODY, anybody.start, shown=False),
        Command("crisis", EVERYBODY, help_now.show),
        Command("clients", THERAPIST, therapist_reads.clients),
        Command("invite", THERAPIST, therapist_invites.invite),
        Command("assign", THERAPIST, therapist_assigns.assign),
        Command("assignments", THERAPIST, therapist_assigns.overview),
        Command("session", THERAPIST, therapist_meets.session),
        Command("brief", THERAPIST, therapist_briefs.brief),
        Command("review", THERAPIST, therapist_reviews.review),
        Command("nudge", THERAPIST, therapist_notes.nudge),
        Command("alerts", THERAPIST, therapist_alerts.show_all),
        Command("library", THERAPIST, therapist_library.show),
        Command("digest", THERAPIST, therapist_reads.digest),
        Command("report", THERAPIST, therapist_reports.report),
        Command("export", THERAPIST, therapist_records.export, key="export-records"),
        Command("away", THERAPIST, therapist_away.away),
        Command("settings", THERAPIST, therapist_settings.settings),
        Command("today", CLIENT, client_today.today),
        Command("log", CLIENT, client_today.log),
        Command("progress", CLIENT, client_progress.progress),
        Command("note", CLIENT, client_notes.note),
        Command("back", CLIENT | THERAPIST, client_today.back),
        Command("skip", CLIENT | THERAPIST, client_today.skip),
        Command("cancel", CLIENT | THERAPIST, client_today.cancel),
        Command("pause", CLIENT, client_settings.pause),
        Command("resume", CLIENT, client_settings.resume),
        Command("settings", CLIENT, client_settings.settings),
        Command("export", JOINING, client_rights.export),
        Command("stop", JOINING, client_rights.stop),
        Command("forget", JOINING, client_erases.forget),
        Command("privacy", EVERYBODY, anybody.privacy),
        Command("help", EVERYBODY, anybody.help),
    )


@cache
def taps() -> Mapping[str, Tap]:
    """Return TAPS by noun. A ref that is no noun here is an ask id of a session."""
    from bot.handlers import (
        anybody,
        client_agrees,
        client_alerts,
        client_carers,
        client_consents,
        client_contract,
        client_eases,
        client_erases,
        client_hierarchy,
        client_joins,
        client_notes,
        client_pictures,
        client_plan,
        client_profile,
        client_programs,
        client_progress,
        client_reads,
        client_rights,
        client_settings,
        client_times,
        client_today,
        client_wraps,
        forwarded,
        help_now,
        recordings,
        therapist_alerts,
        therapist_assigns,
        therapist_away,
        therapist_briefs,
        therapist_care,
        therapist_client,
        therapist_drafts,
        therapist_eases,
        therapist_entries,
        therapist_hierarchy,
        therapist_hours,
        therapist_invites,
        therapist_library,
        therapist_material,
        therapist_meets,
        therapist_minors,
        therapist_notes,
        therapist_page,
        therapist_pictures,
        therapist_plan,
        therapist_practice,
        therapist_programs,
        therapist_reads,
        therapist_records,
        therapist_reports,
        therapist_reviews,
        therapist_settings,
        therapist_sheets,
        therapist_steadies,
        therapist_templates,
        therapist_whom,
    )

    rows = (
        Tap("crisis", EVERYBODY, help_now.pressed),
        Tap("lang", JOINING | THERAPIST, anybody.language_pressed),
        Tap("join", JOINING, client_joins.pressed),
        Tap("consent", JOINING, client_consents.pressed),
        Tap("occ", CLIENT, client_today.occurrence_pressed),
        Tap("log", CLIENT, client_today.log_pressed),
        Tap("ses", CLIENT | THERAPIST, client_today.session_pressed),
        Tap("mine", CLIENT, client_progress.pressed),
        Tap("mylist", CLIENT, client_hierarchy.pressed),
        Tap("pic", CLIENT, client_pictures.pressed),
        Tap("note", CLIENT, client_notes.pressed),
        Tap("read", CLIENT, client_reads.pressed),
        Tap("med", CLIENT | THERAPIST, recordings.pressed),
        Tap("share", CLIENT, client_wraps.share_pressed),
        Tap("flag", CLIENT, client_alerts.pressed),
        Tap("use", CLIENT | THERAPIST, forwarded.pressed),
        Tap("asg", CLIENT, client_agrees.pressed),
        Tap("pact", CLIENT, client_contract.pressed),
        Tap("prof", CLIENT, client_profile.pressed),
        Tap("pause", CLIENT, client_settings.pause_pressed),
        Tap("myplan", CLIENT, client_plan.pressed),
        Tap("ease", CLIENT, client_eases.pressed),
        Tap("sil", CLIENT, client_eases.silence_pressed),
        Tap("fb", CLIENT, client_eases.aside_pressed),
        Tap("wrap", CLIENT, client_wraps.pressed),
        Tap("link", CLIENT, client_programs.link_pressed),
        Tap("time", CLIENT, client_times.pressed),
        Tap("set", CLIENT, client_settings.pressed),
        Tap("copy", JOINING, client_rights.copy_pressed),
        Tap("forget", JOINING, client_erases.pressed),
        Tap("erase", THERAPIST, client_erases.therapist_pressed),
        Tap("invite", THERAPIST, therapist_invites.invite_pressed),
        Tap("confirm", THERAPIST, therapist_invites.confirm_pressed),
        Tap("assign", THERAPIST, therapist_assigns.assign_pressed),
        Tap("again", THERAPIST, therapist_assigns.again_pressed),
        Tap("fill", THERAPIST, therapist_assigns.fill_pressed),
        Tap("keep", THERAPIST, therapist_templates.keep_pressed),
        Tap("tmpl", THERAPIST, therapist_templates.pressed),
        Tap("tmpls", THERAPIST, therapist_templates.list_pressed),
        Tap("draft", THERAPIST, therapist_drafts.pressed),
        Tap("prac", THERAPIST, therapist_practice.pressed),
        Tap("program", THERAPIST, therapist_programs.form_pressed),
        Tap("pdraft", THERAPIST, therapist_programs.draft_pressed),
        Tap("mat", THERAPIST, therapist_material.pressed),
        Tap("matx", THERAPIST, therapist_material.drop_pressed),
        Tap("hard", THERAPIST, therapist_steadies.pressed),
        Tap("smat", THERAPIST, therapist_material.sheet_pressed),
        Tap("smatx", THERAPIST, therapist_material.sheet_drop_pressed),
        Tap("end", THERAPIST, therapist_assigns.end_pressed),
        Tap("meet", THERAPIST, therapist_meets.pressed),
        Tap("client", THERAPIST, therapist_client.pressed),
        Tap("page", THERAPIST, therapist_page.pressed),
        Tap("list", THERAPIST, therapist_hierarchy.pressed),
        Tap("minor", THERAPIST, therapist_minors.pressed),
        Tap("plan", THERAPIST, therapist_plan.pressed),
        Tap("care", THERAPIST, therapist_care.pressed),
        Tap("heir", THERAPIST, therapist_care.heir_pressed),
        Tap("carer", CLIENT, client_carers.pressed),
        Tap("clients", THERAPIST, therapist_reads.clients_pressed),
        Tap("digest", THERAPIST, therapist_reads.digest_pressed),
        Tap("whom", THERAPIST, therapist_whom.pressed),
        Tap("sets", THERAPIST, therapist_assigns.overview_pressed),
        Tap("ent", THERAPIST, therapist_entries.pressed),
        Tap("rev", THERAPIST, therapist_reviews.pressed),
        Tap("queue", THERAPIST, therapist_briefs.queue_pressed),
        Tap("notes", THERAPIST, therapist_notes.pressed),
        Tap("mynote", THERAPIST, therapist_notes.drop_pressed),
        Tap("nudge", THERAPIST, therapist_notes.nudge_pressed),
        Tap("alert", THERAPIST, therapist_alerts.pressed),
        Tap("rem", CLIENT, therapist_reviews.answer_pressed),
        Tap("brief", THERAPIST, therapist_briefs.pressed),
        Tap("traced", THERAPIST, therapist_briefs.traced_pressed),
        Tap("cpic", THERAPIST, therapist_pictures.pressed),
        Tap("rep", THERAPIST, therapist_reports.pressed),
        Tap("take", THERAPIST, therapist_records.pressed),
        Tap("lib", THERAPIST, therapist_library.pressed),
        Tap("own", THERAPIST, therapist_sheets.pressed),
        Tap("dry", THERAPIST, therapist_sheets.dry),
        Tap("tset", THERAPIST, therapist_settings.pressed),
        Tap("hours", THERAPIST, therapist_hours.pressed),
        Tap("away", THERAPIST, therapist_away.pressed),
        Tap("cover", THERAPIST, therapist_away.cover_pressed),
        Tap("steps", THERAPIST, therapist_eases.pressed),
    )
    return {row.noun: row for row in rows}


@cache
def typed() -> Mapping[str, tuple[frozenset[str], Typed]]:
    """Return what a typed text may be outside a worksheet, by the first word of `expecting`."""
    from bot.handlers import (
        client_agrees,
        client_eases,
        client_hierarchy,
        client_joins,
        client_notes,
        client_plan,
        client_settings,
        client_times,
        client_wraps,
        therapist_assigns,
        therapist_away,
        therapist_drafts,
        therapist_hierarchy,
        therapist_hours,
        therapist_invites,
        therapist_material,
        therapist_meets,
        therapist_notes,
        therapist_plan,
        therapist_practice,
        therapist_reads,
        therapist_reviews,
        therapist_settings,
        therapist_steadies,
        therapist_templates,
        therapist_whom,
    )

    return {
        "join": (JOINING, client_joins.typed),
        "set": (CLIENT, client_settings.typed),
        "pause": (CLIENT, client_settings.pause_typed),
        "time": (CLIENT, client_times.typed),
        "adjust": (CLIENT, client_agrees.typed_adjust),
        "ease": (CLIENT, client_eases.typed),
        "rest": (CLIENT, client_eases.rest_typed),
        "wrap": (CLIENT, client_wraps.typed),
        "note": (CLIENT, client_notes.typed),
        "myplan": (CLIENT, client_plan.typed),
        "plan": (THERAPIST, therapist_plan.typed),
        "whynot": (CLIENT, client_agrees.typed_why_not),
        "mylist": (CLIENT, client_hierarchy.typed),
        "list": (THERAPIST, therapist_hierarchy.typed),
        "mat": (THERAPIST, therapist_material.typed),
        "smat": (THERAPIST, therapist_material.typed),
        "hard": (THERAPIST, therapist_steadies.typed),
        "answer": (THERAPIST, therapist_practice.typed_answer),
        "reason": (THERAPIST, therapist_drafts.typed_reason),
        "keep": (THERAPIST, therapist_templates.keep_typed),
        "tmpl": (THERAPIST, therapist_templates.typed),
        "invite": (THERAPIST, therapist_invites.typed_name),
        "meet": (THERAPIST, therapist_meets.typed),
        "clients": (THERAPIST, therapist_reads.clients_typed),
        "whom": (THERAPIST, therapist_whom.typed),
        "sets": (THERAPIST, therapist_assigns.overview_typed),
        "remark": (THERAPIST, therapist_reviews.typed),
        "review": (THERAPIST, therapist_reviews.part_typed),
        "mynote": (THERAPIST, therapist_notes.typed),
        "reply": (CLIENT, therapist_reviews.answer_typed),
        "tset": (THERAPIST, therapist_settings.typed),
        "hours": (THERAPIST, therapist_hours.typed),
        "away": (THERAPIST, therapist_away.typed),
    }


def load() -> None:
    """Import every handler now: one that cannot be imported ends the start, not an update."""
    for read in (table, taps, typed):
        read()


def find(name: str, roles: tuple[str, ...]) -> Command | None:
    """Return the row of a command for the first of the sender's roles that has one."""
    for role in roles:
        for command in table():
            if command.name == name and role in command.roles:
                return command
    return None


def menu(role: str) -> list[Command]:
    """Return the commands that a role's menu shows, in order; `both` is therapist and client."""
    roles = THERAPIST | CLIENT if role == "both" else frozenset({role})
    shown: dict[str, Command] = {}
    for command in table():
        if command.shown and roles & command.roles:
            shown.setdefault(command.name, command)
    return list(shown.values())
