"""Where the pages of the summary stand, while there are none."""

from onveilig_desktop.ui.page_preview import PagePreview
from summaries import summary


def test_where_pages_will_stand_it_is_said(opened):
    opened.write("A story.")
    page = summary(opened)
    preview = PagePreview(opened.page.session)
    opened.qtbot.addWidget(preview)
    preview.show()
    preview.wait(True)
    assert preview._line.isHidden()  # for a moment one does not have to be told
    opened.qtbot.waitUntil(preview._line.isVisible)
    assert preview._line.text() == "The pages will be here in a moment."
    preview.show_pdf(page._made.pdf, page._made.pages)
    assert preview._line.isHidden()
    preview.wait(True)
    assert not preview._patience.isActive()  # there is something to look at


def test_hidden_pages_are_not_just_gone(opened):
    opened.write("A story.")
    page = summary(opened)
    opened.page.session.turn_texts()
    assert page.preview._line.isVisible()
    assert "hidden" in page.preview._line.text()
    opened.page.session.turn_texts()
    opened.settle()
    assert page.preview._line.isHidden()
