"""The recovery code on paper: the only way in when every password is forgotten."""

from datetime import date

from trainer_desktop.documents.paper import MM, Paper, Pen
from trainer_desktop.documents.wording import long_date, words


def recovery_pdf(code: str, place: str, day: date, language: str = "da") -> bytes:
    """One page with the code's groups, how it is used, and where it is kept; nothing of it is kept by the program."""
    say = words(language)["recovery"]
    paper = Paper(
        say["title"], place or "Trainer Desktop", language, say["title"], words(language)["page"]
    )
    paper.dated(day)
    paper.pair(24 * MM, Pen(place or "Trainer Desktop", 10, 600), Pen(long_date(day, language), 10))
    paper.text(paper.left, 40 * MM, say["title"], 20, 600)
    y = 58 * MM
    for number, group in enumerate(code.split("-")):
        across, down = number % 3, number // 3
        x = paper.left + across * 56 * MM
        paper.text(x, y + down * 20 * MM - 8.5 * MM, str(number + 1), 9)
        paper.text(x, y + down * 20 * MM, group, 22, 600)
    y += 44 * MM
    for line in (*say["lines"], "", *say["keep"]):
        if line:
            paper.text(paper.left, y, line, 11)
        y += 7 * MM
    return paper.finish()
