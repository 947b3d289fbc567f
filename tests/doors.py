"""Every route, and who may open it; what belongs to another school does not exist (404).

Columns: stranger, staff who is no member, member, clerk, secretary, administrator, the neighbour's secretary. 302 for a stranger
leads to the login. A route that only takes POST is posted to with nothing in it: past the door it answers with a redirect or
with its own words (422), never with somebody's data.
"""

from navmark.foundation.programme.bringing import MOVED, NO, NONE, OK, UNFIT, Door, everybody
from navmark.foundation.programme.cards import brought

WHO = ("stranger", "staff", "member", "clerk", "secretary", "administrator", "neighbour")


def managers(status: int = OK, neighbour: int = OK) -> tuple[int, ...]:
    return (MOVED, NO, NO, status, status, status, neighbour)


MEETING = (MOVED, NONE, OK, OK, OK, NONE, NONE)  # a general meeting: the branch sees it
KEPT = (MOVED, NONE, NO, OK, OK, NONE, NONE)
WRITTEN = (MOVED, NONE, NO, MOVED, MOVED, NONE, NONE)
ONCE = (MOVED, NONE, NO, MOVED, NONE, NONE, NONE)  # the second finds it done
REFUSED = (MOVED, NONE, NO, UNFIT, UNFIT, NONE, NONE)
READ = (MOVED, *[OK] * 5, NONE)  # of a kind from data: the staff reads it; no other school has it
ENTERED = (MOVED, NONE, NONE, OK, OK, NONE, NONE)  # an entry of the branch: who keeps it, and its committee
MOVED_ON = (MOVED, NONE, NONE, MOVED, MOVED, NONE, NONE)
HEADED = (MOVED, NO, NO, OK, NO, NO, NONE)  # the clerk heads the subject group too
ROOMS = {
    "today": Door(everybody()),
    "health": Door((OK,) * 7),
    "language": Door((MOVED,) * 7, method="post"),
    "login": Door((OK, *[MOVED] * 6)),
    "logout": Door((MOVED,) * 7, method="post"),
    "join_code": Door((OK,) * 7),
    "join": Door((NONE,) * 7, ("code",)),
    "terms": Door(managers()),
    "holidays": Door(managers()),
    "find": Door(everybody()),
    "places": Door(everybody()),
    "shelf": Door((MOVED, NONE, NONE, OK, OK, OK, OK), ("shelf",)),
    "rights": Door(everybody()),
    "rights-sheet": Door(everybody()),
    "export": Door(managers()),
    "statute:rule": Door(everybody(), ("rule",)),
    "cadence:list": Door(everybody()),
    "cadence:party_year": Door((MOVED, NO, NO, OK, OK, NO, OK)),
    "cadence:excuse": Door((MOVED, NO, NO, OK, OK, NO, NONE), ("duty",)),
    "cadence:on_paper": Door((MOVED, NO, NO, MOVED, MOVED, NO, NONE), ("duty",), "post"),
    "cadence:ask_again": Door((MOVED, NO, NO, MOVED, MOVED, NO, NONE), ("duty",), "post"),
    "cadence:complete": Door((MOVED, NONE, NONE, MOVED, MOVED, NONE, NONE), ("task",), "post"),
    "cadence:reopen": Door((MOVED, NONE, NONE, MOVED, MOVED, NONE, NONE), ("task",), "post"),
    "notices:inbox": Door(everybody()),
    "notices:read_all": Door(everybody(MOVED), method="post"),
    "notices:read": Door((MOVED, NONE, NONE, NONE, MOVED, NONE, NONE), ("notice",), "post"),
    "people:list": Door(everybody()),
    "people:add": Door(managers()),
    "people:units": Door(everybody()),
    "people:add-unit": Door(managers()),
    "people:unit": Door((MOVED, OK, OK, OK, OK, OK, NONE), ("unit",)),
    "people:rename-unit": Door(managers(neighbour=NONE), ("unit",)),
    "people:close-unit": Door(managers(neighbour=NONE), ("unit",)),
    "people:add-people": Door(managers(neighbour=NONE), ("unit",)),
    "people:teaching": Door(everybody()),
    "people:import-teaching": Door(managers()),
    "people:add-branch": Door(managers()),
    "people:branch": Door((MOVED, OK, OK, OK, OK, OK, NONE), ("branch",)),
    "people:rename-branch": Door(managers(neighbour=NONE), ("branch",)),
    "people:add-group": Door(managers(neighbour=NONE), ("branch",)),
    "people:term": Door(managers(neighbour=NONE), ("branch",)),
    "people:new-term": Door(managers(neighbour=NONE), ("branch",)),
    "people:office": Door(managers(neighbour=NONE), ("branch", "post")),
    "people:import": Door(managers()),
    "people:import-headings": Door((MOVED, NO, NO, OK, NONE, NONE, NONE), ("draft",)),
    "people:import-preview": Door((MOVED, NO, NO, OK, NONE, NONE, NONE), ("draft",)),
    "people:import-discard": Door((MOVED, NO, NO, MOVED, NONE, NONE, NONE), ("draft",), "post"),
    "people:codes": Door(managers()),
    "people:confirm-code": Door((MOVED, NONE, NONE, NONE, NONE, NONE, NONE), ("reset",)),  # a committee member alone
    "people:account": Door(everybody()),
    "people:remember-device": Door(everybody(NONE), method="post"),  # no phone can reach a test
    "people:forget-devices": Door(everybody(MOVED), method="post"),
    "people:choose-school": Door(everybody(NONE), method="post"),
    "people:first_run": Door((NONE,) * 7),
    "people:person": Door((MOVED, NONE, NONE, MOVED, MOVED, MOVED, NONE), ("pupil",)),  # to the page that asks for the purpose
    "people:sealed": Door(managers(MOVED, neighbour=NONE), ("pupil",)),
    "people:change": Door(managers(MOVED, neighbour=NONE), ("pupil", "part_of_person")),
    "people:begin": Door(managers(neighbour=NONE), ("person", "fact")),
    "people:end": Door(managers(neighbour=NONE), ("holder", "fact", "post_row")),
    "privacy:log": Door((MOVED, NO, NO, NO, OK, NO, OK)),
    "privacy:term": Door((MOVED, NO, NO, NO, OK, OK, OK)),
    "privacy:purpose-list": Door(managers()),
    "privacy:purpose": Door(managers(neighbour=NONE), ("pupil",)),
    "privacy:purpose-sealed": Door(managers(neighbour=NONE), ("pupil",)),
    "activities:shelf": Door(everybody()),
    "activities:choose": Door(everybody()),
    "links:shelf": Door(everybody()),
    "links:tag": Door(READ, ("tag",)),
    "registers:shelf": Door(everybody()),
    "registers:list": Door(ENTERED, ("register",)),
    "registers:add": Door(ENTERED, ("register",)),
    "registers:table": Door(ENTERED, ("register",)),
    "registers:print": Door(ENTERED, ("register",)),
    "registers:entry": Door(ENTERED, ("entry",)),
    "registers:write": Door((MOVED, NONE, NONE, UNFIT, UNFIT, NONE, NONE), ("entry",), "post"),
    "registers:correct": Door(ENTERED, ("entry",)),
    "registers:step": Door((MOVED, NONE, NONE, NO, OK, NONE, NONE), ("entry", "step_key")),
    "registers:undo": Door(MOVED_ON, ("entry",), "post"),
    "registers:renew": Door(MOVED_ON, ("entry",), "post"),
    "registers:sheet": Door(ENTERED, ("entry",)),
    "registers:sheet_docx": Door(ENTERED, ("entry",)),
    "activities:plan": Door(HEADED, ("of_group",)),
    "activities:plan_for_duty": Door((MOVED, NO, NO, MOVED, NO, NO, NONE), ("group_duty",)),
    "activities:register": Door(READ, ("of_group",)),
    "activities:register_table": Door(READ, ("of_group",)),
    "activities:lines": Door(READ, ("of_class",)),
    "activities:year": Door(READ, ("of_class",)),
    "activities:year_sheet": Door(READ, ("of_class",)),
    "activities:occasion": Door(READ, ("occasion",)),
    "activities:sheet": Door(READ, ("occasion",)),
    "activities:sheet_docx": Door(READ, ("occasion",)),
    "activities:change": Door(HEADED, ("occasion",)),
    "activities:cancel": Door(HEADED, ("occasion",)),
    "activities:write_part": Door(REFUSED, ("day_part",), "post"),
    "activities:write": Door((MOVED, NO, NO, UNFIT, NO, NO, NONE), ("occasion",), "post"),
    "activities:finish": Door((MOVED, NO, NO, MOVED, NO, NO, NONE), ("occasion",), "post"),
    "activities:reopen": Door((MOVED, NO, NO, MOVED, NO, NO, NONE), ("occasion",), "post"),
    "activities:roll": Door(KEPT, ("meeting",)),
    "activities:ask_leave": Door((MOVED, NONE, MOVED, MOVED, MOVED, NONE, NONE), ("meeting",), "post"),
    "activities:take_back": Door(WRITTEN, ("meeting",), "post"),
    "activities:guests": Door(WRITTEN, ("meeting",), "post"),
    "activities:bring_back": Door(WRITTEN, ("removed",), "post"),
    "activities:not_counted": Door(KEPT, ("meeting",)),
    "activities:wall": Door((MOVED, NONE, NO, NONE, NONE, NONE, NONE), ("meeting",)),  # no phone can reach a test
    "activities:own_attendance": Door(everybody()),
    "activities:feed_address": Door(everybody()),
    "activities:feed": Door((OK,) * 7, ("feed",)),  # the address itself is the key
    "activities:arrive": Door((410,) * 7, ("code",)),
    "activities:sign_in": Door((410,) * 7, ("code",)),
    "attachments:attach": Door(KEPT, ("owner_kind", "meeting")),
    "attachments:open": Door(MEETING, ("file",)),
    "attachments:remove": Door(ONCE, ("file",), "post"),
    "attachments:bring_back": Door(ONCE, ("removed_file",), "post"),
    "proceedings:item_add": Door(REFUSED, ("part",), "post"),
    "proceedings:item_save": Door(REFUSED, ("item",), "post"),
    "proceedings:item_move": Door(WRITTEN, ("item",), "post"),
    "proceedings:item_remove": Door(ONCE, ("spare_item",), "post"),
    "proceedings:speech_save": Door(REFUSED, ("item", "person"), "post"),
    "proceedings:vote_add": Door(KEPT, ("item",)),
    "proceedings:candidates": Door(KEPT, ("ballot_item",)),
    "proceedings:election_count": Door((MOVED, NONE, NO, MOVED, MOVED, NONE, NONE), ("ballot_item",)),  # first the candidates
    "proceedings:vote_correct": Door(KEPT, ("vote",)),
    "proceedings:decision_correct": Door(KEPT, ("decision",)),
    "proceedings:task_correct": Door(KEPT, ("follow_up",)),
    "proceedings:vote_remove": Door(ONCE, ("vote",), "post"),
    "proceedings:decision_add": Door(REFUSED, ("item",), "post"),
    "proceedings:decision_remove": Door(ONCE, ("decision",), "post"),
    "proceedings:task_add": Door(REFUSED, ("other_decision",), "post"),
    "proceedings:task_remove": Door(ONCE, ("follow_up",), "post"),
    "proceedings:task_finish": Door((MOVED, NONE, NO, MOVED, MOVED, NONE, NONE), ("other_follow_up",), "post"),
    "proceedings:task_reopen": Door((MOVED, NONE, NO, MOVED, MOVED, NONE, NONE), ("other_follow_up",), "post"),
    "records:submit": Door(WRITTEN, ("owner_kind", "meeting"), "post"),
    "records:reopen": Door(WRITTEN, ("owner_kind", "meeting"), "post"),
    "records:send_back": Door((MOVED, NONE, NO, NO, UNFIT, NONE, NONE), ("owner_kind", "meeting"), "post"),
    "records:lock": Door((MOVED, NONE, NO, NO, MOVED, NONE, NONE), ("owner_kind", "meeting"), "post"),
    "records:waive": Door((MOVED, NONE, MOVED, MOVED, MOVED, NONE, NONE), ("owner_kind", "meeting", "finding"), "post"),
    "records:amend": Door(REFUSED, ("owner_kind", "meeting"), "post"),
    "records:separate": Door(WRITTEN, ("owner_kind", "meeting"), "post"),
}
DOORS: dict[str, Door] = ROOMS | {name: door for _card, doors in brought("doors") for name, door in doors.table.items()}
