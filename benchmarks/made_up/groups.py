"""Who is entitled by the made-up law, and the questions that lead there."""

from benchmarks.made_up.block_yaml import Value
from benchmarks.made_up.draw import Draw, Fields, record
from benchmarks.made_up.numbering import FINDER, LAWS
from benchmarks.made_up.phrases import OF
from generator.vietnamese.folding import slug


def group(draw: Draw) -> Fields:
    """A group of people whom the made-up law entitles."""
    name, question, answer, hardship = OF["groups"][draw.number].split(" | ")
    conditions: list[Value] = [{"any_of": [{"question": question, "answer": answer}]}]
    if hardship == "khó khăn":
        poor: list[Value] = [{"question": "ho-gia-dinh", "answer": "can-ngheo"}]
        conditions.append({"hardship": "true", "any_of": poor})
    body: Fields = {
        "name": name,
        "clause": f"Điều 7 khoản {draw.number + 1}",
        "document": LAWS[0],
        "first_day": "2021-01-01",
        "who": f"Bạn thuộc nhóm “{name.lower()}” theo luật mẫu dùng để đo.",
        "hardship": "true" if hardship == "khó khăn" else "false",
        "conditions": conditions,
        "evidence": [
            {"text": "Một giấy do nơi có thẩm quyền cấp cho thấy bạn thuộc nhóm này; mất giấy thì "
             "xin xác nhận của nơi đã cấp.", "basis": f"Điều 33 khoản {draw.number + 1}"}
        ],
    }  # fmt: skip
    return record(draw, f"dien-mau-{slug(name)}", body, LAWS[0])


def finder(draw: Draw) -> Fields:
    """The questions that lead to the groups; the answers are those that groups name, and more."""
    asked: dict[str, list[Value]] = {}
    for line in OF["answers_of_finder"]:
        question, answer, text = line.split(" | ")
        told: Fields = {"id": answer, "text": text}
        if answer == "khong-ro":
            told["unknown"] = "true"
        asked.setdefault(question, []).append(told)
    questions: list[Value] = []
    for line in OF["questions_of_finder"]:
        question, text = line.split(" | ")
        several: Fields = {"several": "true"} if question == "hoan-canh" else {}
        questions.append({"id": question, "text": text, **several, "answers": asked[question]})
    body: Fields = {
        "name": "Tôi có được giúp không? (bộ câu hỏi để đo)",
        "summary": "Vài câu hỏi ngắn để thử tốc độ của trang, theo luật mẫu không có thật.",
        "lead": "Câu trả lời ở đây không nói gì về quyền thật của bạn.",
        "procedure": draw.map.link("procedures", 0, 0),
        "questions": questions,
    }
    return record(draw, FINDER, body, LAWS[0])
