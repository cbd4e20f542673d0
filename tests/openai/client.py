"""Asks Konsil through the official Python client, in every way that it offers. Arguments: address, key."""

import asyncio
import sys

from openai import (
    AsyncOpenAI,
    AuthenticationError,
    BadRequestError,
    NotFoundError,
    OpenAI,
)

url, key = sys.argv[1:]
client = OpenAI(base_url=f"{url}/v1", api_key=key, max_retries=0)
question = "Wann haben das Klinikum Lindental und Aurora Medtech den Vertrag unterzeichnet?"
asked = [{"role": "user", "content": question}]


def refusal(error_class, ask):
    try:
        ask()
    except error_class as error:
        return error
    raise AssertionError(f"no {error_class.__name__}")


# Plain: annotations are typed, Konsil's own fields come along.
completion = client.chat.completions.create(model="konsil", messages=asked)
message = completion.choices[0].message
assert "3. März 2024" in message.content, message.content
assert completion.usage.total_tokens == 0
for annotation in message.annotations:
    place = annotation.url_citation
    assert message.content[place.start_index : place.end_index] == "[1]"
    assert place.url.startswith(url)
assert message.citations[0]["documentId"] == "lindental"
assert completion.konsil["status"] == "answered"
assert completion._request_id

# Streamed.
chunks = list(
    client.chat.completions.create(
        model="konsil", messages=asked, stream=True, stream_options={"include_usage": True}
    )
)
assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices) == message.content
assert chunks[-1].usage.total_tokens == 0
assert chunks[-2].choices[0].finish_reason == "stop"
assert chunks[-2].choices[0].delta.citations[0]["documentId"] == "lindental"

# The helper for streams.
with client.chat.completions.stream(model="konsil", messages=asked) as stream:
    stream.until_done()
    assert stream.get_final_completion().choices[0].message.content == message.content

# A conversation, handed back as the client has it.
messages = [
    {"role": "system", "content": "You are a pirate."},
    *asked,
    message.model_dump(include={"role", "content"}),
    {"role": "user", "content": [{"type": "text", "text": "Und wie lange läuft die Partnerschaft?"}]},
]
follow_up = client.chat.completions.create(model="konsil", messages=messages, user="u-1", temperature=0)
assert "acht Jahre" in follow_up.choices[0].message.content, follow_up.choices[0].message.content

# Konsil's own parameters.
filtered = client.chat.completions.create(
    model="konsil", messages=asked, extra_body={"konsil": {"filter": {"documentIds": ["harrow"]}}}
)
assert filtered.konsil["status"] == "abstained"

# Hanging up in the middle, and asking on.
with client.chat.completions.create(model="konsil", messages=asked, stream=True) as stream:
    next(iter(stream))
assert [model.id for model in client.models.list()] == ["konsil"]

# Refusals.
wrong = OpenAI(base_url=f"{url}/v1", api_key="wrong", max_retries=0)
error = refusal(AuthenticationError, lambda: wrong.chat.completions.create(model="konsil", messages=asked))
assert error.code == "invalid_api_key", error.code
error = refusal(BadRequestError, lambda: client.chat.completions.create(model="konsil", messages=asked, n=2))
assert error.param == "n", error.param
refusal(NotFoundError, lambda: client.models.retrieve("gpt-5"))


async def ask_without_waiting():
    async with AsyncOpenAI(base_url=f"{url}/v1", api_key=key) as impatient:
        return await impatient.chat.completions.create(model="konsil", messages=asked)


assert asyncio.run(ask_without_waiting()).choices[0].message.content == message.content
print("ok")
