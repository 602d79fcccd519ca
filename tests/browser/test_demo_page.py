"""The demo's page in a real browser: two phones, a bot that echoes, a clock."""

import asyncio
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from bot.clock import Machine
from bot.demo.emulator import Emulator
from bot.demo.floods import Floods
from bot.demo.server import DemoClock, Seat, demo_app
from bot.demo.serving import serving
from tests.support.echo_bot import echo
from tests.support.screens import a_page
from tests.support.telegram import TOKEN, Telegram, connected

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
LINK = "https://t.me/homework_demo_bot?start=abc"


class Stage:
    """A running demo: the emulator, its page at `root`, and a clock that can be moved."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 17, 5, tzinfo=UTC)
        self.next: datetime | None = None
        self.emulator = Emulator(
            TOKEN,
            calendar=lambda: self.now,
            machine=Machine().monotonic,
            floods=Floods(on=False),
        )
        world = self.emulator.world
        self.therapist = world.add_person("Dr A", None, "en")
        self.client = world.add_person("Client", None, "en")
        self.root = ""

    async def jump(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    async def jump_to_next(self) -> datetime | None:
        self.now = self.next or self.now
        return self.next

    def seats(self) -> list[Seat]:
        return [
            Seat(self.therapist.id, "therapist", "Dr A", "Europe/London"),
            Seat(self.client.id, "client", "Kestrel", "Europe/Berlin"),
        ]


@pytest.fixture
async def stage() -> AsyncGenerator[Stage, None]:
    stage = Stage()
    clock = DemoClock(lambda: stage.now, stage.jump, stage.jump_to_next)
    app = demo_app(stage.emulator, clock, stage.seats)
    async with serving(app, before_stop=stage.emulator.close) as root, connected(root) as telegram:
        stage.root = root
        bot = asyncio.create_task(echo(telegram))
        yield stage
        bot.cancel()
        await asyncio.gather(bot, return_exceptions=True)


@pytest.fixture
async def page(browser: Browser, stage: Stage) -> AsyncGenerator[Page, None]:
    async with a_page(browser, stage.root) as page:
        yield page


def phone(page: Page, role: str) -> Locator:
    return page.get_by_role("region", name=f"{role}'s phone")


async def test_both_phones_start_press_and_write(page: Page, stage: Stage):
    for role in ("Therapist", "Client"):
        here = phone(page, role)
        await here.get_by_role("button", name="Start", exact=True).click()
        await expect(here.get_by_role("log").get_by_text("Ready for a")).to_be_visible()
        await here.get_by_role("button", name="Begin").click()
        await expect(here.get_by_text("You chose begin.")).to_be_visible()
        await expect(here.get_by_role("button", name="Begin")).to_have_count(0)
        await expect(here.get_by_text("Noted: begin")).to_be_visible()
        field = here.get_by_role("textbox")
        await field.fill("<img src=x onerror=alert(1)> & more")
        await field.press("Enter")
        await expect(here.get_by_text("You wrote: <img src=x")).to_be_visible()
        await here.get_by_role("button", name="Menu").click()
        await here.get_by_role("button", name="/today What is due").click()
        await expect(here.get_by_text("You wrote: /today")).to_be_visible()
        assert await here.locator(".chat img").count() == 0


async def test_the_clock_moves_and_says_when_nothing_is_planned(page: Page, stage: Stage):
    clock = page.get_by_role("region", name="Clock")
    await expect(clock.get_by_text("17:05")).to_be_visible()
    await expect(clock.get_by_text("18:05")).to_be_visible()
    await clock.get_by_role("button", name="+1 hour").click()
    await expect(clock.get_by_text("19:05")).to_be_visible()
    await clock.get_by_role("button", name="+1 day").click()
    await expect(clock.get_by_text("3 Mar 2026").first).to_be_visible()
    await clock.get_by_role("button", name="To the next prompt").click()
    await expect(clock.get_by_text("No prompt is planned yet.")).to_be_visible()
    stage.next = datetime(2026, 3, 8, 19, 30, tzinfo=UTC)
    await clock.get_by_role("button", name="To the next prompt").click()
    await expect(clock.get_by_text("8 Mar 2026").first).to_be_visible()


async def test_each_phone_lives_by_its_own_date(page: Page, stage: Stage):
    stage.now = datetime(2026, 3, 2, 22, 30, tzinfo=UTC)
    clock = page.get_by_role("region", name="Clock")
    await clock.get_by_role("button", name="+1 hour").click()
    await expect(clock.locator(".time")).to_have_text(
        [
            "23:30Mon, 2 Mar 2026therapist, Europe/London",
            "00:30Tue, 3 Mar 2026client, Europe/Berlin",
        ]
    )
    async with connected(stage.root) as telegram:
        await started(telegram, stage.therapist.id)
        await started(telegram, stage.client.id)
    await expect(phone(page, "Therapist").get_by_text("Monday 2 March")).to_be_visible()
    await expect(phone(page, "Therapist").get_by_text("23:30").first).to_be_visible()
    await expect(phone(page, "Client").get_by_text("Tuesday 3 March")).to_be_visible()
    await expect(phone(page, "Client").get_by_text("00:30").first).to_be_visible()


async def test_a_link_on_the_therapists_phone_opens_on_the_clients(page: Page, stage: Stage):
    async with connected(stage.root) as telegram:
        await started(telegram, stage.therapist.id)
        await telegram.call("sendMessage", chat_id=stage.therapist.id, text=f"Give them {LINK}")
    await phone(page, "Therapist").get_by_role("link", name=LINK).last.click()
    await expect(phone(page, "Client").get_by_text("/start", exact=True)).to_be_visible()
    assert stage.emulator.world.in_chat(stage.client.id)[0].content.text == "/start abc"


async def test_files_and_pictures_are_shown(page: Page, stage: Stage):
    async with connected(stage.root) as telegram:
        await started(telegram, stage.client.id)
        picture = stage.emulator.world.add_file("photo", "chart.png", "image/png", PIXEL)
        await telegram.call(
            "sendPhoto", chat_id=stage.client.id, photo=picture.id, caption="Your week"
        )
        report = stage.emulator.world.add_file("document", "r.pdf", "application/pdf", b"%PDF")
        await telegram.call("sendDocument", chat_id=stage.client.id, document=report.id)
    here = phone(page, "Client")
    await expect(here.get_by_role("img", name="Picture: Your week")).to_be_visible()
    async with page.expect_download() as download:
        await here.get_by_role("link", name="r.pdf").click()
    assert (await download.value).suggested_filename == "r.pdf"


async def test_a_narrow_window_shows_one_phone_and_counts_the_unread(page: Page, stage: Stage):
    await page.set_viewport_size({"width": 390, "height": 780})
    await expect(phone(page, "Therapist")).to_be_visible()
    await expect(phone(page, "Client")).to_have_count(0)
    async with connected(stage.root) as telegram:
        await started(telegram, stage.client.id)
    tab = page.get_by_role("button", name="Client")
    await expect(tab).to_contain_text("1")
    await tab.click()
    await expect(phone(page, "Client").get_by_role("button", name="Begin")).to_be_visible()
    await expect(tab).not_to_contain_text("1")


async def test_the_keyboard_is_enough(page: Page, stage: Stage):
    here = phone(page, "Client")
    await here.get_by_role("button", name="Start", exact=True).focus()
    await page.keyboard.press("Enter")
    begin = here.get_by_role("button", name="Begin")
    await begin.focus()
    await page.keyboard.press("Enter")
    await expect(here.get_by_text("You chose begin.")).to_be_visible()
    focused = await page.evaluate("document.activeElement.closest('.message') !== null")
    assert focused, "focus stays at the message whose button went away"


async def test_the_phone_not_looked_at_counts_what_is_new(page: Page, stage: Stage):
    badge = phone(page, "Client").locator(".caption .badge")
    await phone(page, "Therapist").get_by_role("heading").hover()
    async with connected(stage.root) as telegram:
        await started(telegram, stage.client.id)
        await started(telegram, stage.therapist.id)
    await expect(badge).to_have_text("1 new")
    await expect(phone(page, "Therapist").locator(".caption .badge")).to_have_text("")
    await phone(page, "Client").get_by_role("heading").hover()
    await expect(badge).to_have_text("")


async def test_typing_edits_and_deletions_are_seen(page: Page, stage: Stage):
    here = phone(page, "Client")
    async with connected(stage.root) as telegram:
        await started(telegram, stage.client.id)
        await telegram.call("sendChatAction", chat_id=stage.client.id, action="typing")
        await expect(here.get_by_text("typing…")).to_be_visible()
        first = await telegram.call("sendMessage", chat_id=stage.client.id, text="First")
        await telegram.call("sendMessage", chat_id=stage.client.id, text="Second")
        await expect(here.get_by_text("typing…")).to_have_count(0)
        where = {"chat_id": stage.client.id, "message_id": first["result"]["message_id"]}
        await telegram.call("editMessageText", **where, text="First, mended")
        await expect(here.get_by_text("First, mended")).to_be_visible()
        texts = await here.locator(".message .text").all_text_contents()
        assert texts[-2:] == ["First, mended", "Second"], "an edit stays in its place"
        await expect(here.get_by_text("edited")).to_have_count(1)
        await telegram.call("deleteMessage", **where)
        await expect(here.get_by_text("First, mended")).to_have_count(0)


async def test_each_role_has_its_own_menu_which_arrows_and_escape_use(page: Page, stage: Stage):
    async with connected(stage.root) as telegram:
        for person, command in ((stage.therapist.id, "clients"), (stage.client.id, "log")):
            await telegram.post(f"/person/{person}/say", text="hello")
            commands = [{"command": name, "description": "x"} for name in (command, "help")]
            scope = {"type": "chat", "chat_id": person}
            await telegram.call("setMyCommands", commands=commands, scope=scope)
    for role, command in (("Therapist", "/clients"), ("Client", "/log")):
        here = phone(page, role)
        menu = here.get_by_role("button", name="Menu")
        await menu.press("Enter")
        await expect(here.get_by_role("button", name=command)).to_be_focused()
        await page.keyboard.press("ArrowDown")
        await expect(here.get_by_role("button", name="/help x")).to_be_focused()
        await page.keyboard.press("ArrowDown")
        await expect(here.get_by_role("button", name=command)).to_be_focused()
        await page.keyboard.press("Escape")
        await expect(menu).to_be_focused()
        await expect(menu).to_have_attribute("aria-expanded", "false")


async def test_it_scrolls_to_what_is_new_unless_somebody_reads_above(page: Page, stage: Stage):
    here = phone(page, "Client")
    newest = here.get_by_role("button", name="New messages")
    async with connected(stage.root) as telegram:
        await started(telegram, stage.client.id)
        for number in range(30):
            await telegram.call("sendMessage", chat_id=stage.client.id, text=f"Line {number}.")
        await expect(here.get_by_text("Line 29.")).to_be_in_viewport()
        await here.get_by_role("log").hover()
        await page.mouse.wheel(0, -4000)
        await expect(here.get_by_text("Line 0.")).to_be_in_viewport()
        await telegram.call("sendMessage", chat_id=stage.client.id, text="The newest")
        await expect(newest).to_be_visible()
        await expect(here.get_by_text("Line 0.")).to_be_in_viewport()
        await newest.click()
        await expect(here.get_by_text("The newest")).to_be_in_viewport()
        await expect(newest).to_have_count(0)


async def test_everything_has_a_name_for_who_does_not_see_it(page: Page, stage: Stage):
    nameless = """[...document.querySelectorAll("button, textarea, select, a, input, [role=log]")]
        .filter((one) => one.checkVisibility())
        .filter((one) => !(one.getAttribute("aria-label") || one.textContent.trim()
            || one.labels?.length))
        .map((one) => one.outerHTML)"""
    async with connected(stage.root) as telegram:
        await started(telegram, stage.client.id)
    await expect(phone(page, "Client").get_by_role("button", name="Begin")).to_be_visible()
    assert await page.evaluate(nameless) == []
    for role in ("Therapist", "Client"):
        log = page.get_by_role("log", name=f"Chat on the {role.lower()}'s phone")
        await expect(log).to_have_attribute("aria-live", "polite")
    await expect(page.get_by_role("list", name="What just happened")).to_be_visible()


async def test_nothing_inline_runs(page: Page, stage: Stage):
    answer = await page.request.get(stage.root)
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy and "unsafe" not in policy
    assert (
        await page.evaluate("document.querySelectorAll('script:not([src]), [style]').length") == 0
    )


async def started(telegram: Telegram, person: int) -> None:
    """Let a person press Start, and wait until the bot has greeted them."""
    await telegram.post(f"/person/{person}/say", text="/start")
    await telegram.calls("pinChatMessage", within=10)


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c"
    "6360606060000000050001a5f645400000000049454e44ae426082"
)
