"""The tables, in one place. Portable: SQLite now, PostgreSQL next; nothing dialect-specific here.

Columns of type `Sealed` hold ciphertext only (`sealing.py`); everything a person wrote, was called
or was sent stands in one of them. Plain are row ids, states, times and revisions. Instants are
integers, milliseconds since 1970 in UTC.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from homework.store.columns import Instant, Sealed

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[str]:
    return Column("id", String(26), primary_key=True)


def _ref(name: str, target: str, *, null: bool = False) -> Column[str]:
    return Column(name, String(26), ForeignKey(f"{target}.id"), nullable=null)


# People -----------------------------------------------------------------------------------------

person = Table(
    "person",
    metadata,
    _id(),
    Column("tg_index", LargeBinary(32), nullable=False, unique=True),  # HMAC of the user id
    Column("tg_id", Sealed, nullable=False),  # installation key
    Column("locale", String(16), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("unreachable_since", Instant),
    Column("expecting", String(64)),  # what a typed text would be, outside a worksheet
)

therapist = Table(
    "therapist",
    metadata,
    _id(),
    _ref("person_id", "person", null=True),
    Column("name", Sealed, nullable=False),  # installation key
    Column("zone", String(64)),
    Column("country", String(2)),
    Column("digest_at", String(5), nullable=False),  # wall time "HH:MM"
    Column("digest_days", String(16), nullable=False),  # ISO weekdays, "1234567"
    # Minutes before a session that the brief comes; 0: only when asked for.
    Column("brief_minutes", Integer, nullable=False, server_default="60"),
    Column("created_at", Instant, nullable=False),
    Column("joined_at", Instant),
    Column("removed_at", Instant),
    Column("hours", Text),  # JSON: ISO weekday -> ["09:00", "17:00"]; None: not told yet
    Column("backup", Sealed),  # installation key; who is told when this one does not look
    Column("after_hours", Sealed),  # installation key; what /crisis shows of them to their clients
    Column("away_until", Instant),
    Column("cover_id", String(26)),  # the therapist who covers until then
)

client = Table(
    "client",
    metadata,
    _id(),
    _ref("person_id", "person", null=True),
    Column("code_name", Sealed, nullable=False),
    # invited, joining, unconfirmed, active, under_age, refused, stopped, erasing
    Column("state", String(16), nullable=False),
    Column("joining_step", String(16)),
    Column("check_number", Sealed),
    Column("zone", String(64)),
    Column("country", String(2)),
    Column("quiet_from", String(5), nullable=False),
    Column("quiet_to", String(5), nullable=False),
    Column("discreet", Boolean, nullable=False),
    Column("is_self", Boolean, nullable=False),  # a therapist trying it
    Column("paused_until", Instant),
    Column("revision", Integer, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("joined_at", Instant),
    Column("ended_at", Instant),
    Column("quiet_days", Text),  # JSON: ISO weekday -> ["23:00", "10:00"], where it differs
    Column("profile", Sealed),  # JSON: what the client told about their days (profile.Profile)
    Column("page", Sealed),  # JSON: caps and marks the therapist set (profile.Page)
    Column("hierarchy", Sealed),  # JSON: the lists made with the therapist (hierarchy.Lists)
    # Prompts were not answered for days: asked (half the rate), stopped
    Column("silence", String(8)),
    Column("silence_at", Instant),
    Column("stopped_at", Instant),  # nothing is sent that they did not ask for
    Column("erase_at", Instant),  # when everything of theirs is erased
    Column("agreed", String(16)),  # the edition of the newest consent row
    Column("plan", Sealed),  # JSON: safety.plans.SafetyPlan
    Column("age_band", String(8)),  # of who is under 18; None: an adult
    Column("tidies", Boolean, nullable=False, server_default=false()),  # after a sheet
)
Index("ix_client_person_id", client.c.person_id)

care = Table(
    "care",
    metadata,
    _id(),
    _ref("client_id", "client"),
    _ref("therapist_id", "therapist"),
    Column("role", String(16), nullable=False),
    Column("since", Instant, nullable=False),
    Column("until", Instant),
    Column("session_at", Instant),  # when these two meet next
    Column("held_at", Instant),  # when they last met, as far as it was written here
    Column("brief_at", Instant),  # when a brief last came by itself
)
Index("ix_care_client_id", care.c.client_id)
Index("ix_care_therapist_id", care.c.therapist_id)

invite = Table(
    "invite",
    metadata,
    _id(),
    Column("token_hash", LargeBinary(32), nullable=False, unique=True),
    Column("role", String(16), nullable=False),  # therapist, client
    _ref("therapist_id", "therapist"),  # the joiner, or the one who invites
    _ref("client_id", "client", null=True),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
)

invite_try = Table(
    "invite_try",
    metadata,
    _id(),
    Column("tg_index", LargeBinary(32), nullable=False),
    Column("at", Instant, nullable=False),
)
Index("ix_invite_try_tg_index_at", invite_try.c.tg_index, invite_try.c.at)

consent = Table(
    "consent",
    metadata,
    _id(),
    _ref("client_id", "client"),
    Column("version", Integer, nullable=False),
    Column("edition", String(16), nullable=False, server_default=""),  # consents.Edition
    Column("locale", String(16), nullable=False),
    Column("text_sha256", String(64), nullable=False),
    Column("given_at", Instant, nullable=False),
)
Index("ix_consent_client_id", consent.c.client_id)

# Homework ---------------------------------------------------------------------------------------

worksheet = Table(
    "worksheet",
    metadata,
    Column("id", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),  # over steps, types, conditions
    Column("source", Text, nullable=False),  # the TOML as published; no person's data
    Column("published_at", Instant, nullable=False),
    Column("owner", String(26)),  # the therapist whose own it is
    Column("withdrawn_at", Instant),  # no more in the library; what began on it goes on
    PrimaryKeyConstraint("id", "version", "sha256"),
)

screen_lock = Table(
    "screen_lock",
    metadata,
    Column("therapist_id", String(26), ForeignKey("therapist.id"), primary_key=True),
    Column("person_id", String(26), nullable=False, unique=True),
    Column("passphrase", Sealed, nullable=False),  # installation key; the check value of it
    Column("idle_minutes", Integer, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("locked_at", Instant),
    Column("told_at", Instant),  # when they were told that something new waits behind it
    Column("tries", Integer, nullable=False),
    Column("wait_until", Instant),
)

sheet_words = Table(
    "sheet_words",
    metadata,
    Column("id", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("locale", String(16), nullable=False),
    Column("source", Text, nullable=False),  # the translation as shipped; no person's data
    PrimaryKeyConstraint("id", "version", "sha256", "locale"),
)

sheet_draft = Table(
    "sheet_draft",
    metadata,
    _id(),
    _ref("therapist_id", "therapist"),
    Column("source", Text, nullable=False),  # a worksheet file that holds, not published yet
    Column("made_at", Instant, nullable=False),
)
Index("ix_sheet_draft_therapist_id", sheet_draft.c.therapist_id)

sheet_material = Table(  # what a therapist attached to a worksheet, for whoever they set it
    "sheet_material",
    metadata,
    _id(),
    _ref("therapist_id", "therapist"),
    Column("worksheet_id", String(64), nullable=False),
    Column("kind", String(8), nullable=False),  # text, link, file, voice
    Column("mime", String(64), nullable=False),
    Column("name", Sealed, nullable=False),
    Column("body", Sealed, nullable=False),
    Column("at", Instant, nullable=False),
)
Index("ix_sheet_material_therapist_id", sheet_material.c.therapist_id)

template = Table(  # a filled-in form under a name of the therapist's own
    "template",
    metadata,
    _id(),
    _ref("therapist_id", "therapist"),
    Column("worksheet_id", String(64), nullable=False),
    Column("name", Sealed, nullable=False),  # installation key
    Column("body", Sealed, nullable=False),  # JSON: templates.Template; installation key
    Column("used_at", Instant, nullable=False),  # last, or when it was made
)
Index("ix_template_therapist_id", template.c.therapist_id)

assignment = Table(
    "assignment",
    metadata,
    _id(),
    _ref("client_id", "client"),
    _ref("therapist_id", "therapist"),
    Column("worksheet_id", String(64), nullable=False),
    Column("worksheet_version", Integer, nullable=False),
    Column("worksheet_sha256", String(64), nullable=False),
    Column("variant", String(8), nullable=False),
    # draft, proposed, active, adjusting, not_now, paused, ended; chained: its turn is to come;
    # waits: for room
    Column("state", String(16), nullable=False),
    Column("texts", Sealed, nullable=False),  # JSON: wording.Texts
    Column("sharing", String(8), nullable=False),  # all, summary, nothing
    Column("window_minutes", Integer),  # None: to the end of the client's day
    Column("grace_minutes", Integer),
    Column("idle_minutes", Integer),
    Column("reminder_minutes", Integer),  # after the prompt; None: no reminder
    Column("starts_on", String(10), nullable=False),  # local dates, inclusive
    Column("ends_on", String(10), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("agreed_at", Instant),
    Column("ended_at", Instant),
    Column("program_id", String(26)),  # the program it is a link of
    Column("position", Integer),  # in that program, from 0
    Column("paused_until", Instant),
    Column("step_downs", Integer, nullable=False, server_default="0"),
)
Index("ix_assignment_client_id", assignment.c.client_id)
Index("ix_assignment_program_id", assignment.c.program_id)

contract = Table(  # what was agreed, each time: it stays readable
    "contract",
    metadata,
    _id(),
    _ref("assignment_id", "assignment"),
    _ref("client_id", "client"),
    Column("at", Instant, nullable=False),
    Column("actor", String(26), nullable=False),  # the person who changed it
    Column("change", String(16), nullable=False),  # accept, plan, times, smaller, pause, end …
    Column("body", Sealed, nullable=False),  # JSON: contracts.Agreed
)
Index("ix_contract_assignment_id_at", contract.c.assignment_id, contract.c.at)

program = Table(
    "program",
    metadata,
    _id(),
    _ref("client_id", "client"),
    _ref("therapist_id", "therapist"),
    Column("name", String(64), nullable=False),  # of the packaged program
    Column("state", String(16), nullable=False),  # running, done, ended
    Column("links", Text, nullable=False),  # JSON, as it was when it began
    Column("created_at", Instant, nullable=False),
    Column("ended_at", Instant),
)
Index("ix_program_client_id", program.c.client_id)

schedule_entry = Table(
    "schedule_entry",
    metadata,
    _id(),
    _ref("assignment_id", "assignment"),
    Column("rule", Text, nullable=False),  # JSON of recurrence.Rule
    Column("position", Integer, nullable=False),
)
Index("ix_schedule_entry_assignment_id", schedule_entry.c.assignment_id)

occurrence = Table(
    "occurrence",
    metadata,
    _id(),
    _ref("client_id", "client"),
    _ref("assignment_id", "assignment"),
    _ref("entry_id", "schedule_entry", null=True),  # None: unprompted
    Column("local_date", String(10), nullable=False),
    Column("stage", String(32), nullable=False),
    Column("planned_at", Instant),
    Column("zone", String(64), nullable=False),
    Column("closes_at", Instant),  # prompt + window
    Column("sent_at", Instant),
    Column("reminded_at", Instant),
    Column("opened_at", Instant),
    Column("first_answer_at", Instant),
    Column("closed_at", Instant),
    Column("snoozes", Integer, nullable=False),
    # planned, prompted, opened; then one end state (ledger.END_STATES)
    Column("state", String(16), nullable=False),
    Column("reason", String(24)),
    Column("step_reached", String(64)),
    Column("revision", Integer, nullable=False),
    UniqueConstraint("assignment_id", "entry_id", "local_date"),
)
Index("ix_occurrence_client_id_planned_at", occurrence.c.client_id, occurrence.c.planned_at)
Index("ix_occurrence_assignment_id", occurrence.c.assignment_id)

event = Table(  # the chain of an occurrence: each change of its row, only ever added
    "event",
    metadata,
    _id(),
    _ref("occurrence_id", "occurrence"),
    _ref("client_id", "client"),
    Column("kind", String(16), nullable=False),  # chain.KINDS
    Column("at", Instant, nullable=False),
    Column("zone", String(64), nullable=False),  # valid for the client then
    Column("changes", Text, nullable=False),  # JSON: plain columns and their new values
)
Index("ix_event_occurrence_id", event.c.occurrence_id)
Index("ix_event_client_id_at", event.c.client_id, event.c.at)

feedback = Table(  # one question in one tap: was this too much, does tracking make it worse …
    "feedback",
    metadata,
    _id(),
    _ref("client_id", "client"),
    _ref("assignment_id", "assignment", null=True),
    Column("kind", String(16), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("answer", Sealed),
    Column("answered_at", Instant),
)
Index("ix_feedback_client_id_asked_at", feedback.c.client_id, feedback.c.asked_at)

session = Table(
    "session",
    metadata,
    _id(),
    _ref("person_id", "person"),
    _ref("client_id", "client"),  # whose key seals it
    _ref("assignment_id", "assignment", null=True),
    _ref("occurrence_id", "occurrence", null=True),
    Column("kind", String(12), nullable=False),  # worksheet, dialog, contract
    Column("worksheet_id", String(64), nullable=False),
    Column("worksheet_version", Integer, nullable=False),
    Column("worksheet_sha256", String(64), nullable=False),
    Column("status", String(8), nullable=False),
    Column("ask_id", String(16), nullable=False),
    Column("body", Sealed, nullable=False),  # codec JSON without the answers
    Column("revision", Integer, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("touched_at", Instant, nullable=False),
    Column("deadline_at", Instant),
    Column("closed_at", Instant),
)
Index(
    "uq_session_person_id_open",
    session.c.person_id,
    unique=True,
    sqlite_where=session.c.status == "open",
    postgresql_where=session.c.status == "open",
)
Index("ix_session_person_id_status", session.c.person_id, session.c.status)
Index("ix_session_occurrence_id", session.c.occurrence_id)

answer = Table(
    "answer",
    metadata,
    _id(),
    _ref("session_id", "session"),
    _ref("client_id", "client"),
    Column("seq", Integer, nullable=False),  # order inside the session
    Column("step_id", String(64), nullable=False),
    Column("how", String(10), nullable=False),  # effects.How
    Column("value", Sealed, nullable=False),  # JSON: the step's whole value after this
    Column("message_id", Integer),  # of the incoming message
    Column("at", Instant, nullable=False),
    UniqueConstraint("session_id", "seq"),
)

entry = Table(
    "entry",
    metadata,
    _id(),
    _ref("client_id", "client"),
    _ref("session_id", "session"),
    _ref("assignment_id", "assignment", null=True),
    _ref("occurrence_id", "occurrence", null=True),
    Column("worksheet_id", String(64), nullable=False),
    Column("variant", String(8), nullable=False),
    Column("state", String(8), nullable=False),  # done, partial
    Column("sharing", String(8), nullable=False),
    Column("body", Sealed, nullable=False),  # JSON: answers, notes, summary lines
    Column("began_at", Instant, nullable=False),
    Column("closed_at", Instant, nullable=False),
    Column("read_at", Instant),  # by the first of those who care; of each: `reading`
    Column("recalled", Boolean, nullable=False, server_default=false()),  # over an hour after
)
Index("ix_entry_client_id_closed_at", entry.c.client_id, entry.c.closed_at)

remark = Table(  # what a therapist leaves at an entry
    "remark",
    metadata,
    _id(),
    _ref("client_id", "client"),
    _ref("entry_id", "entry"),
    _ref("therapist_id", "therapist"),
    Column("kind", String(8), nullable=False),  # discuss, well, comment
    Column("step_id", String(64)),
    Column("text", Sealed),
    Column("at", Instant, nullable=False),
    Column("answer", Sealed),  # the client's
    Column("answered_at", Instant),
    Column("told_at", Instant),  # when the client was told; None: not yet
)
Index("ix_remark_entry_id", remark.c.entry_id)
Index("ix_remark_client_id_kind", remark.c.client_id, remark.c.kind)

private_note = Table(  # a therapist's own, never shown to the client
    "private_note",
    metadata,
    _id(),
    _ref("client_id", "client"),
    _ref("therapist_id", "therapist"),
    Column("text", Sealed, nullable=False),
    Column("at", Instant, nullable=False),
)
Index("ix_private_note_client_id", private_note.c.client_id, private_note.c.therapist_id)

note = Table(  # for the next session, in the client's own words
    "note",
    metadata,
    _id(),
    _ref("client_id", "client"),
    Column("body", Sealed, nullable=False),
    Column("written_at", Instant, nullable=False),
    Column("read_at", Instant),  # by the first of those who care; from then on it stays as it is
    Column("sent_at", Instant),  # when it stood in a brief that came by itself
)
Index("ix_note_client_id", note.c.client_id)

reading = Table(  # that a therapist opened an entry or a note, as it stands now
    "reading",
    metadata,
    _id(),
    _ref("client_id", "client"),
    _ref("therapist_id", "therapist"),
    Column("subject", String(26), nullable=False),  # of `entry` or `note`
    Column("read_at", Instant, nullable=False),
    UniqueConstraint("subject", "therapist_id"),
)
Index("ix_reading_client_id_read_at", reading.c.client_id, reading.c.read_at)

medium = Table(  # a voice note or a picture as an answer; the answer holds the label
    "medium",
    metadata,
    _id(),
    _ref("client_id", "client"),
    _ref("session_id", "session"),
    Column("step_id", String(64), nullable=False),
    Column("mime", String(64), nullable=False),
    Column("label", Sealed, nullable=False),
    Column("body", Sealed, nullable=False),
    Column("at", Instant, nullable=False),
)
Index("ix_medium_client_id", medium.c.client_id)
Index("ix_medium_session_id", medium.c.session_id)

material = Table(  # what a therapist attached to a practice
    "material",
    metadata,
    _id(),
    _ref("client_id", "client"),
    _ref("assignment_id", "assignment"),
    Column("kind", String(8), nullable=False),  # text, link, file, voice
    Column("mime", String(64), nullable=False),
    Column("name", Sealed, nullable=False),
    Column("body", Sealed, nullable=False),
    Column("place", Integer, nullable=False),  # the piece of a text that its client saw last
    Column("at", Instant, nullable=False),
)
Index("ix_material_client_id", material.c.client_id)
Index("ix_material_assignment_id", material.c.assignment_id)

# Safety -----------------------------------------------------------------------------------------

alert = Table(  # somebody wrote what may mean danger; nobody's words stand in it
    "alert",
    metadata,
    _id(),
    # The client. No foreign key: an alert that nobody has seen outlives the erasure of its client.
    Column("client_ref", String(26), nullable=False),
    Column("name", Sealed, nullable=False),  # the code name; installation key
    Column("raised_at", Instant, nullable=False),
    Column("state", String(12), nullable=False),  # open, taken, seen, contacted, false_alarm
    Column("looked_at", Instant, nullable=False),  # who was to be told until then has been told
    Column("seen_at", Instant),
    Column("waits_until", Instant),  # no prompts until then
    Column("not_me_at", Instant),  # "this is not about me"
    Column("call_at", Instant),  # they would like to be called
    Column("left_at", Instant),  # they stopped, blocked, or forgot everything
    Column("carers", Text),  # JSON: therapists' row ids, once the client's rows are erased
)
Index("ix_alert_client_ref_raised_at", alert.c.client_ref, alert.c.raised_at)

flagged = Table(  # what the screening found
    "flagged",
    metadata,
    _id(),
    _ref("client_id", "client"),
    Column("alert_id", String(26)),  # None: told in the digest only
    Column("tier", String(8), nullable=False),  # alert, soft
    Column("rule", String(64), nullable=False),
    Column("words", Sealed, nullable=False),  # empty where there is no alert
    Column("at", Instant, nullable=False),
)
Index("ix_flagged_client_id_at", flagged.c.client_id, flagged.c.at)
Index("ix_flagged_alert_id", flagged.c.alert_id)

# Delivery ---------------------------------------------------------------------------------------

timer = Table(
    "timer",
    metadata,
    _id(),
    Column("due_at", Instant, nullable=False),
    Column("kind", String(24), nullable=False),
    Column("subject", String(26), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("parked_error", String(80)),
    UniqueConstraint("kind", "subject"),
)
Index("ix_timer_due_at", timer.c.due_at)

outbox = Table(
    "outbox",
    metadata,
    _id(),
    _ref("person_id", "person"),
    _ref("client_id", "client", null=True),  # whose key seals it; None: installation
    Column("kind", String(16), nullable=False),  # outgoing.KINDS
    Column("lane", Integer, nullable=False),  # 0 replies, 1 prompts, 2 digests, 3 tidying edits
    Column("dedupe_key", String(96), nullable=False, unique=True),
    Column("ask_id", String(16)),
    Column("subject", String(26)),  # the occurrence of a prompt, what a question asks
    Column("step_id", String(64)),  # what a question asks for, an item of it after a dot
    Column("edits_id", String(26)),  # the outbox row whose message is edited
    Column("body", Sealed),  # blank once sent
    # held (for its person's hours), waiting, claimed, sent, unknown, refused, gone, dropped
    Column("state", String(8), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("lease_until", Instant),
    Column("not_before", Instant),
    Column("message_id", Integer),
    Column("delivered_at", Instant),  # the messenger's own date
    Column("created_at", Instant, nullable=False),
    Column("closed_at", Instant),
    Column("error", String(80)),
    CheckConstraint("tries >= 0", name="tries"),
)
Index("ix_outbox_state_lane_id", outbox.c.state, outbox.c.lane, outbox.c.id)
Index("ix_outbox_person_id_state_id", outbox.c.person_id, outbox.c.state, outbox.c.id)
Index("ix_outbox_ask_id", outbox.c.ask_id)
Index("ix_outbox_subject", outbox.c.subject)

attachment = Table(
    "attachment",
    metadata,
    _id(),
    _ref("outbox_id", "outbox"),
    _ref("client_id", "client", null=True),
    Column("name", Sealed, nullable=False),
    Column("mime", String(64), nullable=False),
    Column("body", Sealed, nullable=False),
)
Index("ix_attachment_outbox_id", attachment.c.outbox_id)

report = Table(  # asked for and not made yet; a timer of its kind brings it back after a crash
    "report",
    metadata,
    _id(),
    _ref("person_id", "person"),  # who gets it
    _ref("client_id", "client"),  # whom it is about
    Column("what", Sealed, nullable=False),
    Column("asked_at", Instant, nullable=False),
)
Index("ix_report_person_id", report.c.person_id)

update_claim = Table(
    "update_claim",
    metadata,
    Column("bot_id", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("at", Instant, nullable=False),
    PrimaryKeyConstraint("bot_id", "update_id"),
)
Index("ix_update_claim_at", update_claim.c.at)

dead_update = Table(
    "dead_update",
    metadata,
    _id(),
    Column("update_id", BigInteger, nullable=False),
    Column("body", Sealed, nullable=False),
    Column("error", String(80), nullable=False),  # the class name only
    Column("at", Instant, nullable=False),
    Column("client_id", String(26)),  # whose key seals it; None: installation
)

audit = Table(
    "audit",
    metadata,
    _id(),
    Column("at", Instant, nullable=False),
    Column("actor", String(26), nullable=False),
    Column("action", String(32), nullable=False),
    Column("client_id", String(26)),
    Column("subject", String(26)),
)
Index("ix_audit_client_id_at", audit.c.client_id, audit.c.at)

heartbeat = Table(
    "heartbeat",
    metadata,
    Column("id", Integer, primary_key=True),  # always 1
    Column("at", Instant, nullable=False),
)
