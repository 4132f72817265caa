"""Articles in other languages: told from English, looked up by exact names alone, and never more than half certain."""

from __future__ import annotations

import pytest

from geo.articles import make_article
from geo.gazetteer import Gazetteer
from geo.mentions import Recogniser, foreign_warning, is_foreign
from geo.mentions.foreign import PLACE_SCORE

PARAGRAPHS = {
    "de": (
        "Der Bürgermeister sagte am Montag in Marseille, dass die Brücke nach Toulouse bis zum Winter gesperrt bleibe. "
        "Aus Köln kamen am Abend zwölf Helfer, die in einer Turnhalle schlafen.",
        {"Marseille", "Toulouse", "Köln"},
    ),
    "fr": (
        "Le ministre s'est rendu lundi à Marseille, où des pompiers venus de Toulouse luttaient encore contre le feu. "
        "La route vers Montpellier restait coupée dans la soirée.",
        {"Marseille", "Toulouse", "Montpellier"},
    ),
    "es": (
        "El alcalde viajó el lunes a Medellín para reunirse con los vecinos después de la inundación. Los heridos "
        "fueron llevados a un hospital de Bogotá durante la noche.",
        {"Medellín", "Bogotá"},
    ),
    "uk": (
        "Потяг зупинився на станції Покровськ уночі, а пасажирів автобусом відвезли далі. Мер сказав, що Київ допоможе "
        "відновити колію до кінця тижня.",
        {"Покровськ", "Київ"},
    ),
    "ru": (
        "Поезд остановился на станции Казань ночью, пассажиров пересадили в автобусы. Мэр сказал, что Москва поможет "
        "восстановить путь до конца недели.",
        {"Казань", "Москва"},
    ),
    "ko": (
        "월요일 밤 평양에서 열차가 멈추어 승객들이 버스로 이동했다. "
        "서울의 관리들은 부산까지 가는 노선도 늦어질 것이라고 말했다.",
        {"평양", "서울", "부산"},
    ),
    "ar": (
        "توقف القطار يوم الاثنين قرب بغداد ونقل الركاب بالحافلات إلى بيوتهم. "
        "وقال رئيس البلدية إن دمشق سترسل فرقا للمساعدة.",
        {"بغداد", "دمشق"},
    ),
    "zh": (
        "星期一晚上，一列开往北京的火车在途中停车，乘客改乘汽车。上海的官员说，铁路将在周末恢复。",
        {"北京", "上海"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("code", PARAGRAPHS)
def test_another_language_is_told_and_its_exact_names_found(
    code: str, recogniser: Recogniser, world: Gazetteer
) -> None:
    """The article's language is its code; all its names are found, none with more than half a chance to be one."""
    text, names = PARAGRAPHS[code]
    article = make_article("a", text)
    assert article.language == code
    mentions = recogniser.recognise(article, world)
    assert names <= {mention.text for mention in mentions}
    assert all(mention.place_score <= PLACE_SCORE for mention in mentions)
    assert all(m.text == text[m.start : m.end] for m in mentions)
    assert code in foreign_warning(article)


STAYS_ENGLISH = [
    "Shells fell on Pokrovsk, in Donetsk oblast, on Monday.",
    "Police in Düsseldorf and Köln said that Jürgen Müller had flown to São Paulo and on to Bogotá.",
    "MEDELLÍN, Colombia — The mayors of Cali and Bogotá met.",
    "Real Madrid 2, Barcelona 1, Atlético de Madrid 0, Valencia 3",
    "Kyiv Kharkiv Lviv Odesa Dnipro Zaporizhzhia Mykolaiv Kherson",
    "Der Spiegel and Le Monde reported from El Salvador.",
    "The paper said “Die Brücke ist zerstört” and gave no more details of it.",
    "The town of Покровськ (Покровск in Russian) was hit.",
    "Berlin",
    "POLICE ARREST THREE IN BERLIN BOMB PLOT",
]


@pytest.mark.parametrize("text", STAYS_ENGLISH)
def test_english_full_of_foreign_names_stays_english(text: str) -> None:
    """Short texts, headlines, lists of names and quotations count as English."""
    article = make_article("a", text)
    assert article.language == "en"
    assert not is_foreign(article)


def test_a_text_without_letters_is_in_no_language() -> None:
    """And is read as if it were English."""
    article = make_article("a", "1234 -- 5678")
    assert article.language is None
    assert not is_foreign(article)


def test_common_words_and_persons_are_no_places_there(recogniser: Recogniser, world: Gazetteer) -> None:
    """Not a word that the article has in lower case too, not a small town's name at a sentence's start, not who bears
    a given name.
    """
    text = (
        "Nancy Paris sagte, das Essen sei gut gewesen und man werde gerne noch einmal in diesem Haus essen. Regen fiel "
        "in Marseille, und die Kinder blieben den ganzen Nachmittag in der Schule."
    )
    article = make_article("a", text)
    assert article.language == "de"
    assert [m.text for m in recogniser.recognise(article, world)] == ["Marseille"]
