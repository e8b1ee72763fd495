"""All rows of the audit, in the order of the guide."""

from __future__ import annotations

from collections.abc import Mapping

from tabletop.rehearsal.audit import functions, lessons, tips
from tabletop.rehearsal.audit.row import Row

ROWS: Mapping[str, Row] = {
    "fits_its_context": Row("lesson", "Fit the structure to the context", lessons.fits_its_context),
    "has_a_clear_mandate": Row("lesson", "A clear mandate", lessons.has_a_clear_mandate),
    "fits_the_needs": Row("lesson", "A mandate that fits the city's needs", lessons.fits_the_needs),
    "uses_local_knowledge": Row("lesson", "Local knowledge", lessons.uses_local_knowledge),
    "builds_on_what_exists": Row("lesson", "Build on what exists", lessons.builds_on_what_exists),
    "uses_its_resources": Row(
        "lesson", "Make the most of planning and resources", lessons.uses_its_resources
    ),
    "delivers_by_the_plan": Row(
        "lesson", "Deliver in line with the action plan", lessons.delivers_by_the_plan
    ),
    "works_with_national_bodies": Row(
        "lesson", "Coordinate with national bodies", lessons.works_with_national_bodies
    ),
    "keeps_up_contact_with_the_community": Row(
        "lesson", "Institutionalise contact with the community", lessons.keeps_up_contact_with_the_community
    ),
    "provides_safe_spaces": Row("lesson", "Provide safe spaces", lessons.provides_safe_spaces),
    "trains_the_partners": Row(
        "tip",
        "Train the partners in the system, its ethics and data protection",
        tips.trains_the_partners,
        unsaid="not simulated: no intervention trains the partners",
    ),
    "has_a_clear_purpose": Row("tip", "Give the system a clear purpose", tips.has_a_clear_purpose),
    "tells_civil_society": Row(
        "tip", "Route relevant information to authorised civil-society partners", tips.tells_civil_society
    ),
    "uses_standard_formats": Row("tip", "Use standard formats", tips.uses_standard_formats),
    "is_reviewed": Row("tip", "Review the system periodically", tips.is_reviewed),
    "collects_local_input": Row(
        "function", "One point that collects local input", functions.collects_local_input
    ),
    "runs_local_work": Row(
        "function", "Run local work and link it to national government", functions.runs_local_work
    ),
    "connects_to_discuss": Row(
        "function", "Connect local stakeholders to discuss and solve", functions.connects_to_discuss
    ),
    "carries_views_upward": Row(
        "function", "Gather and share information, carry local views upward", functions.carries_views_upward
    ),
    "offers_training": Row(
        "function",
        "Offer training to the front line",
        functions.offers_training,
        unsaid="not simulated: no intervention gives training a mechanism",
    ),
    "manages_funds": Row(
        "function",
        "Manage and distribute funds",
        functions.manages_funds,
        unsaid="not simulated: no intervention gives money a mechanism",
    ),
}
"""Every row by name."""
