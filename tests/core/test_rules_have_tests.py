"""Each rule of "nothing lost, nothing twice" has a test that carries its number.

The table says the rules in short and names a test for each; a rule without a test, a name that is
no test, and a test with a number that is no rule all fail here.
"""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]

RULES: dict[str, dict[str, str]] = {
    "4.1 fetch raw, commit, then acknowledge": {
        "a batch is one transaction, claims included": (
            "test_rule_4_1_a_batch_is_one_transaction_with_its_claims"
        ),
        "the offset moves after the commit": (
            "test_rule_4_1_the_offset_moves_after_the_commit_and_is_named_once"
        ),
        "each update is read alone; garbage stops nobody": "test_rule_4_1_garbage_stops_nobody",
        "one that raises touches no other, wherever it stands": (
            "test_rule_4_1_poison_in_every_position_of_a_batch_over_http"
        ),
        "after three tries it is kept sealed, counted, its sender told": (
            "test_rule_4_1_after_three_tries_it_is_kept_sealed_and_its_sender_told"
        ),
        "a full disk is nobody's fault": (
            "test_rule_4_1_a_full_disk_loses_nothing_and_passes_by_itself"
        ),
        "nor is a quota": "test_rule_4_1_a_quota_loses_nothing_and_passes_by_itself",
        "nor is a lock": "test_rule_4_1_a_locked_database_loses_nothing_and_passes_by_itself",
        "nor is a database that is gone": (
            "test_rule_4_1_a_database_that_is_gone_comes_back_and_help_answers_meanwhile"
        ),
        "known by id, never by order": (
            "test_rule_4_1_ids_that_restart_at_random_and_repeats_are_told_apart"
        ),
        "claims are kept for two days": "test_rule_4_1_claims_are_kept_for_two_days",
    },
    "4.2 the outbox": {
        "nothing lost and nothing twice over any death": (
            "test_rule_4_2_storms_and_kills_at_random_lose_nothing_and_do_nothing_twice"
        ),
        "nor over a death at any named moment": "test_rule_4_2_each_named_death_once",
        "a dedupe key makes one row": "test_rule_4_2_a_known_dedupe_key_writes_no_second_row",
        "a lease keeps others away": "test_rule_4_2_a_lease_keeps_a_row_from_being_claimed_twice",
        "replies are born claimed": (
            "test_rule_4_2_a_reply_is_born_claimed_with_its_first_try_counted"
        ),
        "and never overtake": "test_rule_4_2_born_claimed_rows_never_overtake_an_older_row",
        "whoever holds the lock takes over": (
            "test_rule_4_2_the_holder_of_the_lock_takes_over_all_leases_at_start"
        ),
        "bodies are blanked once sent": (
            "test_rule_4_2_a_body_is_blanked_once_sent_and_its_file_deleted"
        ),
    },
    "4.3 how often each kind may arrive": {
        "an ambiguous try is repeated under the same ask": (
            "test_rule_4_3_one_ambiguous_try_is_repeated_with_the_same_ask"
        ),
        "two copies at most": (
            "test_rule_4_3_after_two_kills_a_row_ends_unknown_with_two_copies_at_most"
        ),
        "a reminder at most once": "test_rule_4_3_reminders_are_at_most_once",
        "a press proves that it arrived": (
            "test_rule_4_3_a_press_proves_that_an_unknown_message_arrived"
        ),
    },
    "4.4 what became of a sending": {
        "never connected is not sent": "test_rule_4_4_a_connection_that_is_never_made_is_not_sent",
        "after the first byte nobody knows": (
            "test_rule_4_4_everything_after_the_first_byte_is_unknown"
        ),
        "429 costs no try": "test_rule_4_4_a_429_costs_no_try_and_pauses_all",
        "429 pauses everybody": "test_rule_4_4_a_429_pauses_everybody_and_costs_nothing",
        "who blocks is left in peace, nothing is counted": (
            "test_rule_4_4_who_blocks_the_bot_is_left_in_peace_and_nothing_is_counted"
        ),
        "the therapist learns it": (
            "test_rule_4_4_who_turns_out_to_be_gone_is_told_to_the_therapist_once"
        ),
        "an edit without change is fine": "test_rule_4_4_an_edit_that_changes_nothing_is_sent",
        "refused markup goes as plain text": (
            "test_rule_4_4_refused_markup_is_sent_again_as_plain_text"
        ),
        "a press is answered once, late ones empty": (
            "test_rule_4_4_a_press_is_answered_empty_only_when_the_commit_takes_long"
        ),
    },
    "4.5 timers": {
        "claimed in slices": "test_rule_4_5_timers_are_claimed_in_slices",
        "gone only with what they caused": "test_rule_4_5_a_timer_is_gone_only_with_what_it_caused",
        "one whose subject moved on does nothing": (
            "test_rule_4_5_a_timer_whose_subject_moved_on_does_nothing"
        ),
        "one occurrence per assignment, entry and date": (
            "test_rule_4_5_an_occurrence_is_one_of_its_assignment_entry_and_date"
        ),
        "after downtime one catch-up, nothing missed": (
            "test_rule_4_5_after_downtime_one_catch_up_and_nothing_missed"
        ),
    },
    "4.6 time": {
        "instants in tables": "test_rule_4_6_instants_survive_to_the_millisecond",
        "a gap shifts": "test_rule_4_6_in_a_gap_it_shifts_by_the_gap",
        "an overlap counts once": (
            "test_rule_4_6_in_an_overlap_the_first_counts_and_the_second_is_not_another"
        ),
        "none skipped, none doubled in any zone": (
            "test_rule_4_6_over_all_zones_and_three_years_none_is_skipped_none_doubled"
        ),
        "two clocks, and one of them jumps": (
            "test_rule_4_6_the_calendar_jumps_and_the_machine_does_not"
        ),
        "read in one place": (
            "test_rule_4_6_only_one_module_reads_a_clock_and_none_asks_the_scheduler_for_a_date"
        ),
    },
    "4.7 the metronome": {
        "a table of jobs, a tick each second": (
            "test_rule_4_7_the_table_of_jobs_ticks_every_second"
        ),
        "a commit or a jump wakes it": (
            "test_rule_4_7_a_commit_or_a_jump_of_the_calendar_wakes_the_tick"
        ),
        "never twice at once": "test_rule_4_7_a_job_never_runs_twice_at_once",
        "a failed run is told and harms no other": (
            "test_rule_4_7_a_job_that_breaks_runs_again_and_stops_no_other"
        ),
    },
    "4.8 SQLite": {
        "the write lock from the first read on": (
            "test_rule_4_8_a_transaction_holds_the_write_lock_from_its_first_read"
        ),
        "no increment lost in one process": (
            "test_rule_4_8_two_hundred_increments_at_once_are_two_hundred"
        ),
        "nor between two": "test_rule_4_8_two_processes_that_count_lose_nothing",
        "pragmas": "test_rule_4_8_pragmas_are_what_the_design_measured",
        "a write-ahead log only where it is safe": (
            "test_rule_4_8_the_log_ahead_is_used_only_where_it_loses_nothing"
        ),
        "its own words in one place": "test_rule_4_8_nobody_outside_the_store_speaks_sqlite",
    },
    "4.9 one poller": {
        "a second instance says so and harms nothing": (
            "test_rule_4_9_a_second_instance_says_so_and_harms_nothing"
        ),
        "409 backs off": "test_rule_4_9_a_conflict_backs_off_and_goes_on",
    },
}


def names() -> set[str]:
    """Every test there is."""
    return {
        name
        for path in TESTS.rglob("test_*.py")
        for name in re.findall(r"^(?:async )?def (test_\w+)", path.read_text(), re.MULTILINE)
    }


def prefix(rule: str) -> str:
    return f"test_rule_{rule.split()[0].replace('.', '_')}_"


def test_the_table_has_every_rule() -> None:
    assert [rule.split()[0] for rule in RULES] == [f"4.{number}" for number in range(1, 10)]


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_has_its_tests(rule: str) -> None:
    there = names()
    for sentence, test in RULES[rule].items():
        assert test in there, f"{rule}: nothing shows that {sentence!r}"
        assert test.startswith(prefix(rule)), f"{test} carries another number"


def test_no_test_carries_a_number_that_is_no_rule() -> None:
    known = tuple(prefix(rule) for rule in RULES)
    numbered = {name for name in names() if re.match(r"test_rule_4_", name)}
    assert {name for name in numbered if not name.startswith(known)} == set()
