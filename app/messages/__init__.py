"""An error or a report becomes a sentence and an exit code: for the window and for commands alike. No Qt.

Each sentence says what happened, whether the evidence is safe, and what to do now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.lazily import when_asked

if TYPE_CHECKING:
    from app.messages.asked import (
        AskedWords,
        answer_words,
        asked_in_words,
        promise_words,
    )
    from app.messages.away import away_words
    from app.messages.deadlines import (
        DeadlineWords,
        deadline_words,
    )
    from app.messages.elsewhere import copy_lines, lacking_lines, restored_lines
    from app.messages.erasures import (
        ErasureTold,
        ReportTold,
        case_erasure_told,
        erasure_told,
        erasure_words,
        thing_words,
    )
    from app.messages.explaining import Message, explain
    from app.messages.guidance import (
        GuidanceWords,
        care_mark,
        care_words,
        contact_words,
        guidance_paragraph,
        guidance_sentence,
        note_words,
    )
    from app.messages.letters import (
        LetterWords,
        Missing,
        dates_text,
        letters_in_words,
        missing_in_letters,
        questions_text,
        stage_words,
    )
    from app.messages.next_step import StepWords, since_words, step_in_words, who_does_what
    from app.messages.noticing import (
        Notice,
        copied_lines,
        copied_words,
        leaving_lines,
        leaving_words,
        missing_words,
        notices,
        older_file_words,
        rescued_words,
        unremembered_words,
        unsent_words,
    )
    from app.messages.packs import ChangeWords, change_words, left_out_words, pack_words
    from app.messages.paper import page_lines, page_name, paper_exit_code, paper_lines, paper_word
    from app.messages.pattern import pattern_lines
    from app.messages.pictures import look_at_picture
    from app.messages.prevention import (
        checklist_lines,
        idea_lines,
        reminder_title,
        sourced_words,
        template_lines,
        ticked_words,
        watched_lines,
    )
    from app.messages.registration import SheetLine, figure_lines, sheet_fields, sheet_lines
    from app.messages.rehearsal import is_usable, rehearsal_lines
    from app.messages.report import (
        finding_line,
        is_older,
        is_remark,
        missing_entries,
        older_advice,
        report_exit_code,
        report_lines,
        told_checks,
        verdict_word,
        why_not_judged,
    )
    from app.messages.review import (
        Told,
        asked_words,
        limits_told,
        limits_words,
        nothing_words,
        review_lines,
        weaknesses_told,
    )
    from app.messages.summary import CaseSummary, question_words, summary_lines
    from app.messages.times import clock_mark, clock_sentence, doubt_sentence, span
    from app.messages.witnessing import page_texts, usual_words
else:
    __getattr__ = when_asked(
        __name__,
        {
            "asked": (
                "AskedWords",
                "answer_words",
                "asked_in_words",
                "promise_words",
            ),
            "away": ("away_words",),
            "deadlines": (
                "DeadlineWords",
                "deadline_words",
            ),
            "elsewhere": ("copy_lines", "lacking_lines", "restored_lines"),
            "erasures": (
                "ErasureTold",
                "ReportTold",
                "case_erasure_told",
                "erasure_told",
                "erasure_words",
                "thing_words",
            ),
            "explaining": (
                "Message",
                "explain",
            ),
            "guidance": (
                "GuidanceWords",
                "care_mark",
                "care_words",
                "contact_words",
                "guidance_paragraph",
                "guidance_sentence",
                "note_words",
            ),
            "letters": (
                "LetterWords",
                "Missing",
                "dates_text",
                "letters_in_words",
                "missing_in_letters",
                "questions_text",
                "stage_words",
            ),
            "next_step": (
                "StepWords",
                "since_words",
                "step_in_words",
                "who_does_what",
            ),
            "noticing": (
                "Notice",
                "copied_lines",
                "copied_words",
                "leaving_lines",
                "leaving_words",
                "missing_words",
                "notices",
                "older_file_words",
                "rescued_words",
                "unremembered_words",
                "unsent_words",
            ),
            "packs": (
                "ChangeWords",
                "change_words",
                "left_out_words",
                "pack_words",
            ),
            "pattern": ("pattern_lines",),
            "pictures": ("look_at_picture",),
            "prevention": (
                "checklist_lines",
                "idea_lines",
                "reminder_title",
                "sourced_words",
                "template_lines",
                "ticked_words",
                "watched_lines",
            ),
            "registration": (
                "SheetLine",
                "figure_lines",
                "sheet_fields",
                "sheet_lines",
            ),
            "rehearsal": (
                "is_usable",
                "rehearsal_lines",
            ),
            "paper": ("page_lines", "page_name", "paper_exit_code", "paper_lines", "paper_word"),
            "report": (
                "finding_line",
                "is_older",
                "is_remark",
                "missing_entries",
                "older_advice",
                "report_exit_code",
                "report_lines",
                "told_checks",
                "verdict_word",
                "why_not_judged",
            ),
            "review": (
                "Told",
                "asked_words",
                "limits_told",
                "limits_words",
                "nothing_words",
                "review_lines",
                "weaknesses_told",
            ),
            "summary": (
                "CaseSummary",
                "question_words",
                "summary_lines",
            ),
            "times": (
                "clock_mark",
                "clock_sentence",
                "doubt_sentence",
                "span",
            ),
            "witnessing": ("page_texts", "usual_words"),
        },
    )

__all__ = [
    "AskedWords",
    "CaseSummary",
    "ChangeWords",
    "DeadlineWords",
    "ErasureTold",
    "GuidanceWords",
    "LetterWords",
    "Message",
    "Missing",
    "Notice",
    "ReportTold",
    "SheetLine",
    "StepWords",
    "Told",
    "answer_words",
    "asked_in_words",
    "asked_words",
    "away_words",
    "care_mark",
    "care_words",
    "case_erasure_told",
    "change_words",
    "checklist_lines",
    "clock_mark",
    "clock_sentence",
    "contact_words",
    "copied_lines",
    "copied_words",
    "copy_lines",
    "dates_text",
    "deadline_words",
    "doubt_sentence",
    "erasure_told",
    "erasure_words",
    "explain",
    "figure_lines",
    "finding_line",
    "guidance_paragraph",
    "guidance_sentence",
    "idea_lines",
    "is_older",
    "is_remark",
    "is_usable",
    "lacking_lines",
    "leaving_lines",
    "leaving_words",
    "left_out_words",
    "letters_in_words",
    "limits_told",
    "limits_words",
    "look_at_picture",
    "missing_entries",
    "missing_in_letters",
    "missing_words",
    "note_words",
    "nothing_words",
    "notices",
    "older_advice",
    "older_file_words",
    "pack_words",
    "page_lines",
    "page_name",
    "page_texts",
    "paper_exit_code",
    "paper_lines",
    "paper_word",
    "pattern_lines",
    "promise_words",
    "question_words",
    "questions_text",
    "rehearsal_lines",
    "reminder_title",
    "report_exit_code",
    "report_lines",
    "rescued_words",
    "restored_lines",
    "review_lines",
    "sheet_fields",
    "sheet_lines",
    "since_words",
    "sourced_words",
    "span",
    "stage_words",
    "step_in_words",
    "summary_lines",
    "template_lines",
    "thing_words",
    "ticked_words",
    "told_checks",
    "unremembered_words",
    "unsent_words",
    "usual_words",
    "verdict_word",
    "watched_lines",
    "weaknesses_told",
    "who_does_what",
    "why_not_judged",
]
