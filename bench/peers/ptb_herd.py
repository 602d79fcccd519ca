"""python-telegram-bot where prompts and replies share its AIORateLimiter; prompts are jobs.

`BENCH_RETRIES`: how often the limiter sends again what the messenger turned away.
"""

import asyncio
import os
from typing import Any

from telegram.constants import ParseMode
from telegram.ext import AIORateLimiter, Application, MessageHandler, filters

from bench.peers.ptb_memory import answered
from bench.peers.ptb_parts import NO_PREVIEW, Context, builder, keyboard, live
from bench.peers.script import PROMPT, PROMPT_ROWS


async def prompt(context: Context) -> None:
    """Ring for one client."""
    await context.bot.send_message(
        context.job.chat_id,
        PROMPT,
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard(PROMPT_ROWS),
        link_preview_options=NO_PREVIEW,
    )


async def main() -> None:
    """Run; the order `herd` makes a job due now for each of its users."""
    limiter = AIORateLimiter(max_retries=int(os.environ["BENCH_RETRIES"]))
    app: Application = builder().rate_limiter(limiter).build()
    app.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, answered))

    async def obey(order: dict[str, Any]) -> dict[str, Any]:
        for user in order["users"]:
            app.job_queue.run_once(prompt, 0.5, chat_id=user)
        return {}

    await live(app, obey)


if __name__ == "__main__":
    asyncio.run(main())
