"""The columns of a master scenario events list, with what they are called in three languages and elsewhere.

The first thirteen are those that exercise planners keep in their spreadsheets; the others hold what an inject says
besides, so that a list that goes out comes back complete.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("en", "fr", "ar")
"""The languages in which headings are written."""

RIGHT_TO_LEFT = ("ar",)
"""Those of them that are written from right to left."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of an event list."""

    headings: tuple[str, str, str]
    """What it is called in English, French and Arabic."""
    also: tuple[str, ...] = ()
    """What it is called in lists that others made."""
    says: bool = True
    """Whether it says something of the inject; the others are for people only."""


COLUMNS: Mapping[str, Column] = {
    "number": Column(
        ("Event number", "Numéro de l'événement", "رقم الحدث"),
        (
            *(
                "no",
                "nr",
                "number",
                "event no",
                "event",
                "msel number",
                "msel no",
                "inject number",
                "inject no",
            ),
            *(
                "inject #",
                "event #",
                "#",
                "serial",
                "n°",
                "numéro",
                "numéro d'inject",
                "الرقم",
                "رقم المدخل",
                "م",
            ),
        ),
        says=False,
    ),
    "exercise_time": Column(
        ("Exercise time", "Temps d'exercice", "وقت التمرين"),
        (
            *(
                "elapsed time",
                "elapsed",
                "time since startex",
                "time after startex",
                "startex +",
                "relative time",
            ),
            *("offset", "temps écoulé", "heure relative", "t+", "h+", "الوقت المنقضي", "الوقت منذ البداية"),
        ),
    ),
    "local_time": Column(
        ("Local date and time", "Date et heure locales", "التاريخ والوقت المحليان"),
        (
            *("event time", "time", "local time", "date and time", "date time", "datetime", "scheduled time"),
            *(
                "planned time",
                "start time",
                "inject time",
                "delivery time",
                "scenario time",
                "when",
                "heure",
                "horaire",
            ),
            *("date et heure", "heure locale", "heure prévue", "heure de l'événement", "quand"),
            *("الوقت", "التوقيت", "وقت الحدث", "التاريخ والوقت", "الوقت المحلي", "الساعة"),
        ),
    ),
    "date": Column(("Date", "Date", "التاريخ"), ("day", "event date", "inject date", "jour", "اليوم")),
    "type": Column(
        ("Event type", "Type d'événement", "نوع الحدث"),
        ("type", "inject type", "category", "type d'inject", "catégorie", "النوع", "نوع المدخل"),
        says=False,
    ),
    "title": Column(
        ("Subject", "Sujet", "الموضوع"),
        (
            *("title", "event", "event title", "inject title", "event name", "headline", "inject", "summary"),
            *("objet", "titre", "événement", "intitulé", "العنوان", "عنوان الحدث", "عنوان المدخل", "الحدث"),
        ),
    ),
    "mode": Column(
        ("Inject mode", "Mode de transmission", "وسيلة الإيصال"),
        (
            *(
                "mode",
                "method",
                "means",
                "delivery method",
                "delivery mode",
                "inject method",
                "medium",
                "via",
            ),
            *("method of delivery", "moyen", "mode d'inject", "canal", "support", "الوسيلة", "طريقة الإيصال"),
        ),
    ),
    "from": Column(
        ("From (simulated)", "De (simulé)", "من (محاكاة)"),
        (
            *("from", "sender", "source", "simulated sender", "from (simulated agency)", "originator"),
            *(
                "simulated by",
                "de",
                "de la part de",
                "expéditeur",
                "émetteur",
                "المرسل",
                "من",
                "الجهة المرسلة",
            ),
        ),
    ),
    "injected_by": Column(
        ("Injected by (controller)", "Transmis par (contrôleur)", "يقدمه (الموجّه)"),
        (
            *(
                "injected by",
                "controller",
                "facilitator",
                "responsible controller",
                "inject by",
                "delivered by",
            ),
            *(
                "contrôleur",
                "animateur",
                "facilitateur",
                "transmis par",
                "responsable",
                "الموجه",
                "الميسر",
                "المسؤول",
            ),
        ),
    ),
    "to": Column(
        ("To (players)", "À (joueurs)", "إلى (المشاركون)"),
        (
            *("to", "recipient", "recipients", "receiver", "player", "players", "recipient player", "target"),
            *("responding agency", "à", "destinataire", "destinataires", "joueur", "joueurs"),
            *("إلى", "المستلم", "المتلقي", "المستقبل", "الجهة المستلمة", "المشاركون"),
        ),
    ),
    "text": Column(
        ("Event description", "Description de l'événement", "وصف الحدث"),
        (
            *(
                "description",
                "inject description",
                "inject text",
                "message",
                "text",
                "details",
                "content",
                "narrative",
                "what happens",
            ),
            *(
                "scenario event",
                "event details",
                "texte",
                "détails",
                "contenu",
                "الوصف",
                "النص",
                "التفاصيل",
                "الرسالة",
            ),
        ),
    ),
    "expected": Column(
        ("Expected outcome", "Résultat attendu", "النتيجة المتوقعة"),
        (
            *("expected action", "expected actions", "expected player action", "expected player actions"),
            *("expected response", "expected result", "expected outcomes", "anticipated response", "outcome"),
            *("action attendue", "actions attendues", "réaction attendue", "résultats attendus"),
            *("الإجراء المتوقع", "الاستجابة المتوقعة", "النتائج المتوقعة", "الإجراءات المتوقعة"),
        ),
    ),
    "notes": Column(
        ("Notes", "Remarques", "ملاحظات"),
        (
            *("note", "remarks", "comments", "comment", "controller notes", "observations"),
            *("notes du contrôleur", "commentaires", "commentaire", "remarque", "الملاحظات", "تعليقات"),
        ),
    ),
    "status": Column(
        ("Status", "Statut", "الحالة"),
        ("state", "inject status", "complete", "completed", "done", "état", "حالة المدخل"),
        says=False,
    ),
    "id": Column(("Id", "Identifiant", "المعرّف"), ("identifier", "inject id", "event id", "ident")),
    "storyline": Column(
        ("Storyline", "Fil narratif", "المسار القصصي"),
        ("thread", "story line", "scenario thread", "fil conducteur", "trame", "الخط القصصي"),
    ),
    "brings": Column(
        ("Brings (information)", "Apporte (information)", "المعلومة المنقولة"),
        ("brings", "information", "kind of information", "apporte", "type d'information", "المعلومة"),
    ),
    "accuracy": Column(("Accuracy", "Exactitude", "الدقة")),
    "priority": Column(("Priority", "Priorité", "الأولوية"), ("urgency", "urgence")),
    "after": Column(
        ("After (event)", "Après (événement)", "بعد (الحدث)"), ("after", "follows", "après", "suit", "بعد")
    ),
    "wait": Column(("Wait", "Attente", "مدة الانتظار"), ("delay", "délai", "المهلة")),
    "only_if": Column(
        ("Only if", "Seulement si", "فقط إذا"), ("condition", "trigger", "déclencheur", "الشرط")
    ),
    "effect": Column(("Effect", "Effet", "الأثر"), ("effects", "effets")),
    "counts": Column(("Time that counts", "Heure qui fait foi", "الوقت المعتمد")),
    "marking": Column(("Marking", "Mention", "التنبيه"), says=False),
}
"""Every column by its key, in the order in which they are written; an earlier one has first claim to a heading."""

WRITTEN = tuple(key for key in COLUMNS if key != "date")
"""The columns of a list that goes out."""

TYPES: Mapping[str, tuple[str, str, str]] = {
    "brings": ("Information", "Information", "معلومة"),
    "outage": ("Outage", "Panne", "عطل"),
    "absence": ("Absence", "Absence", "غياب"),
    "surge": ("Surge of work", "Surcroît de travail", "ضغط عمل"),
    "structure": ("Change of structure", "Changement de structure", "تغيير بنية التنسيق"),
    "end_link": ("End of a link", "Fin d'un lien", "انتهاء رابط"),
    "": ("Told to the players", "Dit aux joueurs", "إبلاغ المشاركين"),
}
"""What kind of event an inject is, by its first effect."""

PLANNED = ("Planned", "Prévu", "مخطط")
"""The status of every inject before the exercise."""

FICTITIOUS = ("EXERCISE – FICTITIOUS", "EXERCICE – FICTIF", "تمرين – بيانات خيالية")
"""What everything that goes out bears."""


def in_language(words: tuple[str, str, str], language: str) -> str:
    """Return the words of one language."""
    return words[LANGUAGES.index(language)]
