"""A form as a browser without scripts sends it: every control with what it holds, and the button."""

from html.parser import HTMLParser

TICKS = {"radio", "checkbox"}


class PlainForm(HTMLParser):
    """The controls of the form with this id."""

    def __init__(self, page: str, form_id: str) -> None:
        super().__init__()
        self.form_id = form_id
        self.fields: dict[str, list[str]] = {}
        self.buttons: list[tuple[str, str]] = []
        self._inside = False
        self._textarea: str | None = None
        self._select: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        if tag == "form":
            self._inside = has.get("id") == self.form_id
        if not self._inside:
            return
        name = has.get("name") or ""
        if tag == "button" and name:
            self.buttons.append((name, has.get("value") or ""))
        elif tag == "textarea":
            self._textarea = name
            self.fields.setdefault(name, [""])
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            if "selected" in has or self._select not in self.fields:
                self.fields[self._select] = [has.get("value") or ""]
        elif tag == "input" and name and (has.get("type") not in TICKS or "checked" in has):
            self.fields.setdefault(name, []).append(has.get("value") or "")

    def handle_data(self, data: str) -> None:
        if self._textarea is not None:
            self.fields[self._textarea] = [self.fields[self._textarea][0] + data]

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._textarea is not None:
            self.fields[self._textarea] = [self.fields[self._textarea][0].removeprefix("\n")]
            self._textarea = None
        elif tag == "select":
            self._select = None
        elif tag == "form":
            self._inside = False

    def press(self, value: str) -> dict[str, list[str]]:
        """What is sent by the button with this value. Fails where the page has no such button."""
        names = [name for name, held in self.buttons if held == value]
        assert names, f"no button {value}"
        return self.fields | {names[0]: [value]}
