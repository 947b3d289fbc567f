"""A printed sheet on its way to the browser."""

from navmark.foundation.printing.responses import printed


def test_a_printed_pdf_may_open_in_the_browser():
    response = printed(b"%PDF-1.7", "2026-11-20 支委会记录.pdf", inline=True)

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("inline")
