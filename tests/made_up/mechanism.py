from navmark.foundation.activities.kinds import Kind
from navmark.foundation.programme.cards import Mechanism, NavItem, register

register(
    Mechanism(
        slug="reading_corner",
        title="读书角",
        source="experience-1",
        urls="tests.made_up.urls",
        path="experience/reading-corner/",
        kinds=(
            Kind(
                code="reading_hour",
                title="读书会",
                unit_kind="school",
                page="reading_corner:hour",
                planners=("moral_head",),
                keepers=("moral_head",),
                readers=("staff",),
            ),
        ),
        nav=(NavItem("读书角", "reading_corner:books", "book-open", ("moral_head",)),),
        demo="tests.made_up.bringing.demo",
        counts="tests.made_up.bringing.counts",
        export="tests.made_up.bringing.EXPORT",
        bench="tests.made_up.bringing.bench",
        doors="tests.made_up.bringing.DOORS",
    )
)
