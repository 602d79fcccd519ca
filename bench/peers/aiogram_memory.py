"""aiogram as its guide has it: a finite state machine in memory, a task for each update."""

import asyncio

from aiogram import Bot, Dispatcher, F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.fsm.storage.memory import MemoryStorage
from aiogram.types import CallbackQuery, Message

from bench.peers.aiogram_parts import ask_next, live, new_bot
from bench.peers.script import FIRST_MESSAGE

router = Router()


class Sheet(StatesGroup):
    """A worksheet being filled in."""

    asked = State()


@router.message(F.text)
async def answered(message: Message, state: FSMContext, bot: Bot) -> None:
    """Keep a text and ask the next question."""
    await _step(state, bot, message.chat.id, "text", message.text or "")


@router.callback_query(F.data.startswith("rate:"))
async def rated(query: CallbackQuery, state: FSMContext, bot: Bot) -> None:
    """Keep a rating and ask the next question."""
    await query.answer()
    await _step(state, bot, query.from_user.id, "rating", (query.data or "").removeprefix("rate:"))


async def _step(state: FSMContext, bot: Bot, chat: int, kind: str, answer: str) -> None:
    data = await state.get_data()
    answers = data.get("answers", {})
    at = len(answers) + 1
    sent = await ask_next(bot, chat, at, kind, answer, data.get("message", FIRST_MESSAGE))
    await state.update_data(answers=answers | {at: answer}, message=sent)
    await state.set_state(Sheet.asked)


async def main() -> None:
    """Run."""
    dispatcher = Dispatcher(storage=MemoryStorage())
    dispatcher.include_router(router)
    await live(dispatcher, new_bot())


if __name__ == "__main__":
    asyncio.run(main())
