"""Settings: each wrong one is one sentence that names it; secrets stay out of it."""

import base64
import os
import re
from pathlib import Path

import pytest

from bot import settings
from bot.endings import Failed, SettingsWrong
from bot.keyfile import new_key, read_key
from bot.settings import Listen, Settings, load

TOKEN = "123456789:" + "AbCdEfGhIjKlMnOpQrStUvWxYz-_0123456"
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def loaded(monkeypatch: pytest.MonkeyPatch, **values: str) -> Settings:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return load()


def test_env_example_lists_exactly_the_settings() -> None:
    listed = re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE)
    assert sorted(listed) == sorted(settings.names())


def test_env_example_as_it_stands_is_understood(folder: Path) -> None:
    (folder / ".env").write_text((ROOT / ".env.example").read_text())
    found = load()
    with pytest.raises(SettingsWrong, match="TELEGRAM_BOT_TOKEN is not set"):
        found.token()


def test_every_value_shown_in_env_example_is_understood(folder: Path) -> None:
    shown = re.findall(r"^#([A-Z_]+=.+)$", (ROOT / ".env.example").read_text(), re.MULTILINE)
    (folder / ".env").write_text("\n".join(shown))
    assert len(shown) >= 5
    load()


def test_defaults(folder: Path) -> None:
    found = load()
    assert found.homework_data_dir == folder / "data"
    assert found.database_path == folder / "data" / "homework.db"
    assert found.database_url.endswith(f"///{folder}/data/homework.db")
    assert found.keyring_path == folder / "data" / "keyring.db"
    assert found.telegram_api_url == "https://api.telegram.org"
    assert found.homework_languages == ("en",)
    assert found.homework_log == "console"


def test_the_environment_wins_over_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".env").write_text("HOMEWORK_LOG=json\nHOMEWORK_LANGUAGES=en\n")
    found = loaded(monkeypatch, HOMEWORK_LOG="console")
    assert (found.homework_log, found.homework_languages) == ("console", ("en",))


def test_empty_is_unset(folder: Path) -> None:
    (folder / ".env").write_text("HOMEWORK_LANGUAGES=\nTELEGRAM_API_URL=\n")
    assert load().homework_languages == ("en",)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "hunter2"),
        ("TELEGRAM_BOT_TOKEN", "123456789:short"),
        ("TELEGRAM_BOT_TOKEN", TOKEN + " " + TOKEN),
        ("TELEGRAM_API_URL", "ftp://127.0.0.1"),
        ("TELEGRAM_API_URL", "127.0.0.1:8081"),
        ("TELEGRAM_API_URL", "http://127.0.0.1:eighty"),
        ("TELEGRAM_API_URL", "http://127.0.0.1:8081/bot" + TOKEN),
        ("TELEGRAM_API_URL", "http://user:secret@127.0.0.1"),
        ("TELEGRAM_API_URL", "http://127.0.0.1/?q=1"),
        ("DATABASE_URL", "postgresql://localhost/homework"),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("DATABASE_URL", "homework.db"),
        ("HOMEWORK_LANGUAGES", "en,xx"),
        ("HOMEWORK_LANGUAGES", ","),
        ("HOMEWORK_LANGUAGES", "../en"),
        ("HOMEWORK_LOG", "loud"),
        ("HOMEWORK_LISTEN", "8787"),
        ("HOMEWORK_LISTEN", "127.0.0.1"),
        ("HOMEWORK_LISTEN", "127.0.0.1:0"),
        ("HOMEWORK_LISTEN", "127.0.0.1:70000"),
        ("HOMEWORK_LISTEN", "example.org:8787"),
        ("HOMEWORK_LISTEN", "0.0.0.0:8787"),
        ("HOMEWORK_LISTEN", "192.168.1.5:8787"),
        ("HOMEWORK_LISTEN", "[::]:8787"),
        ("HOMEWORK_WEBHOOK_URL", "bot.example.org"),
        ("HOMEWORK_WEBHOOK_URL", "http://bot.example.org/in"),
        ("HOMEWORK_WEBHOOK_URL", "https://me:pw@bot.example.org/in"),
        ("HOMEWORK_WEBHOOK_URL", "https://bot.example.org/in?word=x"),
        ("HOMEWORK_WEBHOOK_URL", "https://bot.example.org/healthz"),
        ("HOMEWORK_WEBHOOK_URL", "https://bot.example.org:x/in"),
        ("HOMEWORK_WEBHOOK_URL", "https://"),
    ],
)
def test_a_wrong_value_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    with pytest.raises(SettingsWrong) as caught:
        loaded(monkeypatch, **{name: value})
    sentence = str(caught.value)
    assert sentence.startswith(name)
    assert "expected" in sentence
    assert "\n" not in sentence
    assert sentence.endswith(".")
    for secret in ("hunter2", TOKEN, TOKEN.partition(":")[2], "secret@"):
        assert secret not in sentence
    assert caught.value.exit_code == 78


@pytest.mark.parametrize(
    ("value", "host"),
    [("127.0.0.1:8787", "127.0.0.1"), ("localhost:8787", "127.0.0.1"), ("[::1]:8787", "::1")],
)
def test_an_address_of_this_machine_is_taken(
    monkeypatch: pytest.MonkeyPatch, value: str, host: str
) -> None:
    assert loaded(monkeypatch, HOMEWORK_LISTEN=value).listen == Listen(host, 8787)
    assert loaded(monkeypatch, HOMEWORK_LISTEN="").listen is None


HOOK = "https://bot.example.org/in"


def test_x7_a_webhook_needs_a_place_and_a_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = tmp_path / "word"
    given = {
        "HOMEWORK_WEBHOOK_URL": HOOK,
        "HOMEWORK_LISTEN": "0.0.0.0:8787",
        "HOMEWORK_WEBHOOK_SECRET_FILE": str(word),
    }

    def refused(**but: str) -> str:
        with pytest.raises(SettingsWrong) as wrong:
            loaded(monkeypatch, **(given | but)).webhook()
        return str(wrong.value)

    assert refused(HOMEWORK_LISTEN="").startswith("HOMEWORK_LISTEN is not set")
    assert "SECRET_FILE is not set" in refused(HOMEWORK_WEBHOOK_SECRET_FILE="")
    assert "cannot be read" in refused()
    for content in ("short", "x" * 31, "x" * 257, "x" * 40 + "!", "ä" * 40, ""):
        word.write_text(content)
        word.chmod(0o600)
        told = refused()
        assert told.startswith("HOMEWORK_WEBHOOK_SECRET_FILE")
        assert not content or content not in told
    word.write_text("x" * 40 + "\n")
    word.chmod(0o640)
    assert "chmod 600" in refused()
    word.chmod(0o600)
    hook = loaded(monkeypatch, **given).webhook()
    assert hook is not None
    assert (hook.url, hook.path, hook.secret) == (HOOK, "/in", "x" * 40)
    assert loaded(monkeypatch, HOMEWORK_WEBHOOK_URL="", HOMEWORK_LISTEN="").webhook() is None


def test_a_data_folder_that_is_a_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "taken").write_text("")
    with pytest.raises(SettingsWrong, match=r"^HOMEWORK_DATA_DIR must be a folder"):
        loaded(monkeypatch, HOMEWORK_DATA_DIR="taken")


@pytest.mark.parametrize("place", ["environment", "file"])
@pytest.mark.parametrize(
    ("name", "hint"),
    [("HOMEWORK_LOGS", "expected is HOMEWORK_LOG"), ("HOMEWORK_WALLPAPER", "remove it")],
)
def test_a_setting_that_does_nothing_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, place: str, name: str, hint: str
) -> None:
    if place == "file":
        (folder / ".env").write_text(f"{name}=on\n")
    else:
        monkeypatch.setenv(name, "on")
    with pytest.raises(SettingsWrong, match=f"^{name} is not a setting of this version; {hint}"):
        load()


def test_an_unreadable_env_file(folder: Path) -> None:
    (folder / ".env").write_bytes(b"HOMEWORK_LOG=\xff\xfe\n")
    with pytest.raises(SettingsWrong, match=r"\.env cannot be read"):
        load()


def test_the_token_comes_from_a_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "token").write_text(TOKEN + "\n")
    assert loaded(monkeypatch, TELEGRAM_BOT_TOKEN_FILE="token").token() == TOKEN


@pytest.mark.parametrize("content", [b"", b"hunter2", b"\xff\xfe\x00", None])
def test_a_token_file_without_a_token(
    folder: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    if content is not None:
        (folder / "token").write_bytes(content)
    with pytest.raises(SettingsWrong, match=r"^TELEGRAM_BOT_TOKEN_FILE ") as caught:
        loaded(monkeypatch, TELEGRAM_BOT_TOKEN_FILE="token").token()
    assert "hunter2" not in str(caught.value)


def test_two_tokens_are_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "token").write_text(TOKEN)
    found = loaded(monkeypatch, TELEGRAM_BOT_TOKEN=TOKEN, TELEGRAM_BOT_TOKEN_FILE="token")
    with pytest.raises(SettingsWrong, match="both set"):
        found.token()


def test_no_repr_holds_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    found = loaded(monkeypatch, TELEGRAM_BOT_TOKEN=TOKEN)
    assert found.token() == TOKEN
    for shown in (repr(found), str(found), repr(found.model_dump()), found.model_dump_json()):
        assert TOKEN not in shown


# The master key ---------------------------------------------------------------------------------


@pytest.fixture
def data(folder: Path) -> Path:
    path = folder / "data"
    path.mkdir()
    return path


def test_a_new_key_is_for_its_owner_only_and_never_overwrites(folder: Path, data: Path) -> None:
    path = folder / "keys" / "master.key"
    before = os.umask(0)
    try:
        new_key(path, data, data / "keyring.db")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o600
    key = read_key(path, data)
    assert len(key) == 32
    with pytest.raises(Failed, match="exists already"):
        new_key(path, data, data / "keyring.db")
    assert read_key(path, data) == key


def test_no_new_key_beside_data_it_cannot_open(folder: Path, data: Path) -> None:
    (data / "keyring.db").write_bytes(b"x")
    with pytest.raises(Failed, match="a new key cannot open it"):
        new_key(folder / "master.key", data, data / "keyring.db")
    assert not (folder / "master.key").exists()


def written(path: Path, content: bytes, mode: int = 0o600) -> Path:
    path.write_bytes(content)
    path.chmod(mode)
    return path


GOOD = base64.b64encode(bytes(range(32)))


def test_a_good_key_is_read(folder: Path, data: Path) -> None:
    assert read_key(written(folder / "k", GOOD), data) == bytes(range(32))


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660, 0o622, 0o777])
def test_a_key_that_others_may_read_is_refused(folder: Path, data: Path, mode: int) -> None:
    path = written(folder / "k", GOOD, mode)
    with pytest.raises(SettingsWrong, match="by others") as caught:
        read_key(path, data)
    assert "HOMEWORK_KEY_FILE" in str(caught.value)
    assert path.read_bytes() == GOOD


@pytest.mark.parametrize(
    "content", [b"", b"not base64 !", GOOD[:-4], GOOD + GOOD, bytes(range(32)), b"\xff" * 44]
)
def test_a_key_of_the_wrong_shape_is_refused(folder: Path, data: Path, content: bytes) -> None:
    with pytest.raises(SettingsWrong, match="HOMEWORK_KEY_FILE holds no key") as caught:
        read_key(written(folder / "k", content), data)
    assert GOOD.decode()[:20] not in str(caught.value)


def test_a_missing_key_is_refused(folder: Path, data: Path) -> None:
    with pytest.raises(SettingsWrong, match=r"HOMEWORK_KEY_FILE names .* does not exist"):
        read_key(folder / "none", data)


def test_an_unreadable_key_is_refused(folder: Path, data: Path) -> None:
    path = folder / "k"
    # Root reads every file; a folder cannot be read by anybody.
    path.mkdir() if os.geteuid() == 0 else written(path, GOOD, 0o000)
    with pytest.raises(SettingsWrong, match="HOMEWORK_KEY_FILE cannot be read"):
        read_key(path, data)


@pytest.mark.parametrize("how", ["plain", "dots", "link to inside", "link inside"])
def test_a_key_inside_the_data_folder_is_refused(folder: Path, data: Path, how: str) -> None:
    inside = written(data / "k", GOOD)
    path = inside
    if how == "dots":
        (folder / "other").mkdir()
        path = folder / "other" / ".." / "data" / "k"
    elif how == "link to inside":
        path = folder / "link"
        path.symlink_to(inside)
    elif how == "link inside":
        written(folder / "outside", GOOD)
        path = data / "link"
        path.symlink_to(folder / "outside")
    with pytest.raises(SettingsWrong, match="HOMEWORK_KEY_FILE lies inside"):
        read_key(path, data)
    if how != "link inside":
        with pytest.raises(SettingsWrong, match="HOMEWORK_KEY_FILE lies inside"):
            new_key(path, data, data / "keyring.db")


def test_no_key_file_is_named() -> None:
    with pytest.raises(SettingsWrong, match=r"^HOMEWORK_KEY_FILE is not set"):
        load().key_path()
