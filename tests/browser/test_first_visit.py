"""What a first visit costs."""

import pytest
from browser import chart

pytestmark = pytest.mark.browser
MOST = 2_800_000  # bytes


def test_a_first_visit_sends_few_bytes_and_asks_early_for_the_charts(readers, site):
    context = readers.browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sent, asked = [], []
    session.on(
        "Network.loadingFinished", lambda found: sent.append(found["encodedDataLength"])
    )
    session.on(
        "Network.requestWillBeSent",
        lambda found: asked.append(
            (found["request"]["url"], found["initiator"]["type"])
        ),
    )
    page.goto(site)
    chart(page).locator(".main-svg").first.wait_for()
    charts = [item for item in asked if "PlotlyChart" in item[0]]
    context.close()
    assert 1_000_000 < sum(sent) < MOST, sum(sent)
    assert [kind for _, kind in charts] == ["parser"]
