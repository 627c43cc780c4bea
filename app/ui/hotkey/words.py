"""What is said of the key that works in every program. No Qt."""

from __future__ import annotations

from app.language import Language
from app.ui.hotkey.keeper import HotkeyKeeper, HotkeyState
from app.ui.hotkey.keys import Hotkey, Refused


def state_words(keeper: HotkeyKeeper, language: Language) -> str:
    """Return one sentence on whether the key works, and what to do where it does not."""
    text, keys = language.text, keeper.words(language)
    match keeper.state:
        case HotkeyState.WORKS:
            return text("It works, also while another program is in front.")
        case HotkeyState.TAKEN:
            return text("Another program uses {keys}. Choose other keys.", keys=keys)
        case HotkeyState.NO_KEY:
            return text("Your keyboard has no such key here. Choose other keys.")
        case HotkeyState.BY_DESKTOP:
            return text(
                "Your desktop gave Bevismappe no shortcut. You can choose one in the desktop's own settings. "
                "Here it works while Bevismappe is in front."
            )
        case HotkeyState.NOT_HERE:
            return text(
                "This desktop gives no program a shortcut that works everywhere yet. "
                "Here it works while Bevismappe is in front."
            )
        case HotkeyState.WAITS:
            return ""


def short_words(keeper: HotkeyKeeper, language: Language) -> str:
    """Return what the status line says of it; "" where there is none to speak of."""
    text, keys = language.text, keeper.words(language)
    if keeper.state is HotkeyState.WORKS:
        return text("{keys} takes a screenshot", keys=keys)
    if keeper.state is HotkeyState.TAKEN:
        return text("Another program uses {keys}", keys=keys)
    return ""


def refusal_words(refused: Refused, hotkey: Hotkey, language: Language) -> str:
    """Return why keys were not taken, and which would be."""
    text, keys = language.text, hotkey.words(language)
    match refused:
        case Refused.TOGETHER:
            return text("Hold Ctrl and Shift, or Alt and Shift, and press a key.")
        case Refused.KEY:
            return text("That key cannot be used. Take a letter from A to Z, or F1 to F11.")
        case Refused.OURS:
            return text("{keys} does something else in Bevismappe. Choose other keys.", keys=keys)
        case Refused.TAKEN:
            return text("Another program uses {keys}. The keys are as before.", keys=keys)
        case Refused.NO_KEY:
            return text("Your keyboard has no such key here. The keys are as before.")
