"""What a member of a tenant does: signs in, sees one model, has posts written, asks again, reads refusals."""

from claims import check, equal
from processes import await_true
from scene import ACME, OTHER


def members_sign_in(scene):
    scene.provider.add("anna", "tenant-acme-corp-users")
    anna = scene.person("anna")
    page = anna.sign_in()
    check(page.status_code == 200 and page.url.path == "/auth", f"the sign-in ends at {page.status_code} {page.url}: {page.text[:300]}")
    equal(anna.browser.get("/api/v1/auths/").json()["role"], "user", "the role in Open WebUI")


def one_model(scene):
    equal(scene.signed_in("anna").models(), ["content"], "the models that a user sees")


def a_message_becomes_a_post(scene):
    anna, before = scene.signed_in("anna"), scene.count()
    turn = scene.first = anna.ask("How to mount a shelf on a brick wall")
    equal(turn.error, "", "the refusal")
    await_true("Open WebUI has named the chat", 30, lambda: len(scene.calls(turn)) >= 4)
    tasks = sorted(call.task for call in scene.calls(turn))
    equal(tasks, ["", "follow_up_generation", "tags_generation", "title_generation"], "the calls for one message")
    equal(scene.count(), before | {ACME: before[ACME] + 1}, "the posts")
    post = scene.posts(ACME)[-1]
    equal(post["status"], "draft", "the state of the post")
    check("shelf" in post["content"]["raw"], f"the post is about something else: {post['content']['raw'][:200]}")
    check("https://blog.acme.com/" in turn.content, f"the answer has no link: {turn.content}")


def calls_bear_the_users_token(scene):
    calls = scene.calls(scene.first)
    check(all(call.headers.get("authorization", "").startswith("Bearer ey") for call in calls), "a call without the user's token")
    equal({call.headers.get("cookie") for call in calls}, {None}, "cookies that Open WebUI sends along")
    equal({call.headers["x-content-message"] for call in calls if not call.task}, {scene.first.asked}, "the id of the message")


def answers_are_streamed(scene):
    call = next(call for call in scene.calls(scene.first) if not call.task)
    check(b"text/event-stream" in call.answer, f"not streamed: {bytes(call.answer)[:300]}")
    check(scene.first.pieces, f"no piece reached the page: {scene.first.events}")
    check(len(scene.first.pieces) > 1, f"the answer came in one piece: {scene.first.pieces}")
    equal("".join(scene.first.pieces), scene.first.content, "what the page shows and what is kept")


def regenerate_writes_nothing(scene):
    anna, before, asked = scene.signed_in("anna"), scene.count(), scene.model.calls
    turn = anna.regenerate(scene.first)
    equal((turn.error, scene.count(), scene.model.calls), ("", before, asked), "refusal, posts and questions to the model")
    check("https://blog.acme.com/" in turn.content, f"the answer does not tell which post there is: {turn.content}")


def going_on_writes_nothing(scene):
    anna, before = scene.signed_in("anna"), scene.count()
    anna.resume(scene.first)
    equal(scene.count(), before, "the posts")


def the_next_message_is_another_post(scene):
    anna, before = scene.signed_in("anna"), scene.count()
    turn = anna.ask("How to paint the shelf", after=scene.first)
    equal((turn.error, scene.count()), ("", before | {ACME: before[ACME] + 1}), "refusal and posts")


def a_refusal_stands_in_the_chat(scene):
    anna, before = scene.signed_in("anna"), scene.count()
    turn = anna.ask("type: poem\nA text")
    error = next(call for call in scene.calls(turn) if not call.task).error
    equal(error["code"], "REQ104", "the code")
    equal(turn.error, error["message"], "what the chat shows of the refusal")
    equal(scene.count(), before, "the posts")


def what_is_foreign_and_what_is_not_there_look_alike(scene):
    anna, before = scene.signed_in("anna"), scene.count()
    texts = {anna.ask(f"site: {tenant}\nA text").error.replace(tenant, "...") for tenant in (OTHER, "nowhere")}
    check(len(texts) == 1 and texts != {""}, f"told differently: {texts}")
    equal(scene.count(), before, "the posts")


def viewers_write_nothing(scene):
    scene.provider.add("vera", "tenant-acme-corp-viewers")
    before = scene.count()
    turn = scene.signed_in("vera").ask("A text")
    equal(next(call for call in scene.calls(turn) if not call.task).error["code"], "IDN203", "the code")
    equal(scene.count(), before, "the posts")


def a_stopped_answer_is_one_post(scene):
    """The button, and then the other one: the work goes on, and the second answer tells of it."""
    anna, before = scene.signed_in("anna"), scene.count()
    scene.model.late = 3
    try:
        turn = anna.send("How to clean the shelf")
        await_true("the model is asked", 20, lambda: any(not call.task for call in scene.calls(turn)))
        equal(anna.stop(turn).status_code, 200, "the stop")
        await_true("the post is written", 20, lambda: scene.count() != before)
    finally:
        scene.model.late = 0
    again = anna.regenerate(turn)
    equal((again.error, scene.count()), ("", before | {ACME: before[ACME] + 1}), "refusal and posts")


def the_page_may_be_closed(scene):
    scene.provider.add("paul", "tenant-acme-corp-users")
    paul, before = scene.person("paul"), scene.count()
    paul.sign_in()
    scene.model.late = 2
    try:
        paul.send("How to sell the shelf")
        paul.close()
        await_true("the post is written", 20, lambda: scene.count() != before)
    finally:
        scene.model.late = 0
    equal(scene.count(), before | {ACME: before[ACME] + 1}, "the posts")


def a_temporary_chat(scene):
    anna, before = scene.signed_in("anna"), scene.count()
    for number in (1, 2):
        turn = anna.ask_in_passing(f"How to use the shelf, part {number}")
        check("https://blog.acme.com/" in "".join(turn.pieces), f"the answer has no link: {turn.pieces}")
    equal(scene.count(), before | {ACME: before[ACME] + 2}, "the posts")


WALKS = [
    ("members sign in and are users", members_sign_in),
    ("a user sees the model content and no other", one_model),
    ("one message is one post, although four calls arrive", a_message_becomes_a_post),
    ("each call bears the user's token, the message's id and no cookie", calls_bear_the_users_token),
    ("the answer is streamed to the page", answers_are_streamed),
    ("another answer to the same message writes nothing", regenerate_writes_nothing),
    ("an answer that is to go on writes nothing", going_on_writes_nothing),
    ("the next message of a chat is another post", the_next_message_is_another_post),
    ("two messages in a temporary chat are two posts", a_temporary_chat),
    ("a refusal is shown in the chat as it is", a_refusal_stands_in_the_chat),
    ("a foreign site and one that is not there are told alike", what_is_foreign_and_what_is_not_there_look_alike),
    ("a viewer has nothing written", viewers_write_nothing),
    ("an answer that is stopped is one post, also when asked for again", a_stopped_answer_is_one_post),
    ("a page that is closed meanwhile changes nothing", the_page_may_be_closed),
]
