"""Tags in a PDF: what is a heading and what a paragraph, in the order they are read; lines and footers are ornament.

Tagged PDF as ISO 32000-1, 14.7-14.8 has it. reportlab knows the catalog's entries for it, but writes no tags of its own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

HEADING, SUBHEADING, TEXT = "H1", "H2", "P"


def kind_of(size: float, weight: int) -> str:
    """What words are, by how large (points) and how bold they stand: the papers have one scale of type."""
    if weight >= 600 and size >= 15:
        return HEADING
    return SUBHEADING if weight >= 600 and size >= 13 else TEXT


class Tags:
    """The tags of one file; a paper marks what it draws on its own sheets, counted from `first`."""

    def __init__(self) -> None:
        self._found: list[tuple[int, int, str, str]] = []  # sheet, number on it, kind, words
        self._counted: dict[int, int] = {}
        self._pages: dict[int, Any] = {}

    @contextmanager
    def marked(self, canvas: Any, sheet: int, kind: str, words: str = "") -> Iterator[None]:
        """What is drawn within is one element of a kind; `words` are read aloud for it, whole across its lines."""
        number = self._counted.get(sheet, 0)
        self._counted[sheet] = number + 1
        self._found.append((sheet, number, kind, " ".join(words.split())))
        canvas._code.append(f"/{kind} <</MCID {number}>> BDC")
        yield
        canvas._code.append("EMC")

    @contextmanager
    def ornament(self, canvas: Any) -> Iterator[None]:
        """What is drawn within says nothing."""
        canvas._code.append("/Artifact BMC")
        yield
        canvas._code.append("EMC")

    def shown(self, canvas: Any, sheet: int) -> None:
        """A sheet has become the file's newest page."""
        page = canvas._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = sheet, "/S"
        self._pages[sheet] = page

    def write(self, canvas: Any) -> None:
        """Put the tree of all elements into the file."""
        from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

        doc = canvas._doc
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        whole = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName("Document")})
        whole.dict["P"] = doc.Reference(root)
        every, by_sheet = [], dict[int, list[Any]]()
        for sheet, number, kind, words in self._found:
            element = PDFDictionary({"Type": PDFName("StructElem"), "S": PDFName(kind)})
            element.dict |= {"P": doc.Reference(whole), "K": number}
            element.dict["Pg"] = doc.Reference(self._pages[sheet])
            if words:
                element.dict["ActualText"] = PDFString(words)
            every.append(doc.Reference(element))
            by_sheet.setdefault(sheet, []).append(every[-1])
        whole.dict["K"] = PDFArray(every)
        numbered = [part for n, some in sorted(by_sheet.items()) for part in (n, PDFArray(some))]
        root.dict["K"] = doc.Reference(whole)
        root.dict["ParentTree"] = doc.Reference(PDFDictionary({"Nums": PDFArray(numbered)}))
        root.dict["ParentTreeNextKey"] = len(self._pages)
        doc.Catalog.StructTreeRoot = root
        doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        canvas.setViewerPreference("DisplayDocTitle", "true")
