"""Names that name nothing, or two things."""

from __future__ import annotations

from tests.reading.hostile.city import (
    Case,
    barrier,
    city,
    decision,
    email,
    expectation,
    inject,
    intervention,
    link,
    police,
    traffic,
)

CASES = (
    Case(
        "a role that nobody known holds",
        city("roles: {lead: {held_by: scool}}"),
        ("city.yaml:6:16: roles.lead.held_by: there is no actor 'scool' (did you mean 'school'?)",),
    ),
    Case(
        "a deputy who does not exist",
        city("roles: {lead: {held_by: school, deputy: [police, ngos]}}"),
        ("city.yaml:6:50: roles.lead.deputy.1: there is no actor 'ngos' (did you mean 'ngo'?)",),
    ),
    Case(
        "a kind that does not exist",
        city("roles: {lead: {held_by: school, needs: [concern, plans]}}"),
        (
            "city.yaml:6:50: roles.lead.needs.1: there is no kind of information 'plans' (did you mean 'plan'?)",
        ),
    ),
    Case(
        "a channel that does not exist",
        link("among: [school, police], channel: mail"),
        (
            "city.yaml:11:35: structures.team.links.0.channel: there is no channel 'mail' (did you mean 'email'?)",
        ),
    ),
    Case(
        "an actor in a link who does not exist",
        link("between: [school, polce], channel: email"),
        (
            "city.yaml:11:28: structures.team.links.0.between.1: there is no actor or role 'polce' (did you mean 'police'?)",
        ),
    ),
    Case("a role in a link stands for its holder", link("between: [lead, police], channel: email")),
    Case(
        "a fallback that does not exist",
        link("between: [school, police], channel: email, else: fone, after: 1h"),
        (
            "city.yaml:11:53: structures.team.links.0.else: there is no channel 'fone' (did you mean 'phone'?)",
        ),
    ),
    Case(
        "a sector that nobody has",
        barrier("trust: {from: {sector: polise}}"),
        (
            "city.yaml:10:18: barriers.trust.from.sector: there is no sector 'polise' (did you mean 'police'?)",
        ),
    ),
    Case(
        "a level that nobody has",
        barrier("trust: {from: {level: national}}"),
        ("city.yaml:10:18: barriers.trust.from.level: there is no level 'national'",),
    ),
    Case(
        "a kind in a selector that does not exist",
        barrier("trust: {kinds: [concrn]}"),
        (
            "city.yaml:10:19: barriers.trust.kinds.0: there is no kind of information 'concrn' (did you mean 'concern'?)",
        ),
    ),
    Case("the sensitive kinds in a selector", barrier("trust: {kinds: sensitive}")),
    Case(
        "an approver who does not exist",
        barrier("legal_gate: {approver: offic}"),
        (
            "city.yaml:10:16: barriers.legal_gate.approver: there is no actor or role 'offic' (did you mean 'office'?)",
        ),
    ),
    Case(
        "a pair of somebody who does not exist",
        barrier("trust: {pairs: [{from: poliec, to: school, shares: 50%}]}"),
        (
            "city.yaml:10:20: barriers.trust.pairs.0.from: there is no actor or role 'poliec' (did you mean 'police'?)",
        ),
    ),
    Case(
        "a pair of a role stands for its holder",
        barrier("trust: {pairs: [{from: lead, to: police, shares: 50%}]}"),
    ),
    Case(
        "a chair who does not exist",
        email("periodic_meeting: {every: 1w, chairs: {all: [leed]}}"),
        (
            "city.yaml:10:52: channels.email.barriers.periodic_meeting.chairs.all.0: there is no actor or role 'leed' (did you mean 'lead'?)",
        ),
    ),
    Case(
        "an inject to nobody",
        inject("at: 1h, to: scholl, brings: concern"),
        ("city.yaml:10:19: injects.event.to: there is no actor or role 'scholl' (did you mean 'school'?)",),
    ),
    Case(
        "an inject of no known kind",
        inject("at: 1h, to: school, brings: conern"),
        (
            "city.yaml:10:31: injects.event.brings: there is no kind of information 'conern' (did you mean 'concern'?)",
        ),
    ),
    Case(
        "an inject after none",
        inject("after: evnt, to: school, brings: concern"),
        (
            "city.yaml:10:11: injects.event.after: there is no inject or decision 'evnt' (did you mean 'event'?)",
        ),
    ),
    Case(
        "an outage of no channel",
        inject("at: 1h, outage: {channel: radio, lasts: 1h}"),
        (
            "city.yaml:10:28: injects.event.outage.channel: there is no channel 'radio' (there are email, phone)",
        ),
    ),
    Case(
        "an absence of nobody",
        inject("at: 1h, absence: {actor: polic, lasts: 1h}"),
        ("city.yaml:10:29: injects.event.absence.actor: there is no actor 'polic' (did you mean 'police'?)",),
    ),
    Case(
        "a change to no structure",
        inject("at: 1h, structure: hub"),
        ("city.yaml:10:19: injects.event.structure: there is no structure 'hub' (there are team)",),
    ),
    Case(
        "a decision by nobody",
        decision("by: leader"),
        ("city.yaml:10:11: decisions.agree.by: there is no actor or role 'leader' (did you mean 'lead'?)",),
    ),
    Case(
        "a decision after no inject",
        decision("by: lead, after: event, within: 1d"),
        ("city.yaml:10:21: decisions.agree.after: there is no inject 'event'",),
    ),
    Case(
        "a decision that tells no known kind",
        decision("by: lead, tells: {plam: lead}"),
        (
            "city.yaml:10:29: decisions.agree.tells.plam: there is no kind of information 'plam' (did you mean 'plan'?)",
        ),
    ),
    Case(
        "a decision that tells nobody",
        decision("by: lead, tells: {plan: leed}"),
        (
            "city.yaml:10:29: decisions.agree.tells.plan: there is no actor or role 'leed' (did you mean 'lead'?)",
        ),
    ),
    Case(
        "an expectation of no role",
        expectation("role: leed, knows: concern"),
        (
            "city.yaml:10:12: expectations.warned.role: there is no actor or role 'leed' (did you mean 'lead'?)",
        ),
    ),
    Case(
        "an expectation of no decision",
        expectation("decision: agree"),
        ("city.yaml:10:12: expectations.warned.decision: there is no decision or task 'agree'",),
    ),
    Case(
        "an expectation for no objective",
        expectation("role: lead, knows: concern, objective: speed"),
        ("city.yaml:10:40: expectations.warned.objective: there is no objective 'speed'",),
    ),
    Case(
        "an expectation of a copied actor",
        city(
            "actors: {school: {copies: 3}, police: {}, ngo: {}, office: {}}",
            "expectations: {warned: {role: school_2, knows: concern}}",
        ),
    ),
    Case(
        "a condition on no expectation",
        inject("at: 1h, only_if: {late: warned}, to: school, brings: concern"),
        ("city.yaml:10:29: injects.event.only_if.late: there is no expectation 'warned'",),
    ),
    Case(
        "traffic from nobody",
        traffic("from: polise, to: school, every: 1h, brings: plan"),
        ("city.yaml:10:10: traffic.mail.from: there is no actor or role 'polise' (did you mean 'police'?)",),
    ),
    Case(
        "traffic to nobody",
        traffic("from: each, to: any, every: 1h, brings: plan"),
        (
            "city.yaml:10:22: traffic.mail.to: there is no actor or role 'any' (there are lead, ngo, office, police, school)",
        ),
    ),
    Case(
        "authorised is nobody known",
        city("information: {concern: {authorised: polize}, plan: {}}"),
        (
            "city.yaml:4:25: information.concern.authorised: there is no actor or role 'polize' (did you mean 'police'?)",
        ),
    ),
    Case(
        "a channel of a kind that does not exist",
        city("information: {concern: {channels: [mail]}, plan: {}}"),
        (
            "city.yaml:4:36: information.concern.channels.0: there is no channel 'mail' (did you mean 'email'?)",
        ),
    ),
    Case(
        "a role and an actor of one name",
        city("roles: {police: {held_by: police}}"),
        (
            "city.yaml:6:9: roles.police: 'police' stands under 'actors' too, so that a reference could mean either (rename one of them)",
        ),
    ),
    Case(
        "a task and a decision of one name",
        city("tasks: {agree: {by: lead}}", "decisions: {agree: {by: lead}}"),
        (
            "city.yaml:10:13: decisions.agree: 'agree' stands under 'tasks' too, so that a reference could mean either (rename one of them)",
        ),
    ),
    Case(
        "a decision and an inject of one name",
        city("injects: {agree: {at: 1h}}", "decisions: {agree: {by: lead}}"),
        (
            "city.yaml:10:13: decisions.agree: 'agree' stands under 'injects' too, so that a reference could mean either (rename one of them)",
        ),
    ),
    Case(
        "an actor and a channel of one name",
        city("channels: {email: {}, phone: {}, police: {}}"),
        (
            "city.yaml:5:39: actors.police: 'police' stands under 'channels' too, so that a reference could mean either (rename one of them)",
        ),
    ),
    Case(
        "a role and copies of one name",
        city("actors: {school: {}, lead: {copies: 2}, police: {}, ngo: {}, office: {}}"),
        (
            "city.yaml:6:9: roles.lead: 'lead' names copies of an actor too, so that a reference could mean either (rename one of them)",
        ),
    ),
    Case(
        "an actor like nobody",
        police("like: scholl"),
        ("city.yaml:7:18: actors.police.like: there is no actor 'scholl' (did you mean 'school'?)",),
    ),
    Case(
        "an actor like a copy",
        city("actors: {school: {}, police: {like: ngo_1}, ngo: {copies: 2}, office: {}}"),
        ("city.yaml:5:37: actors.police.like: there is no actor 'ngo_1' (did you mean 'ngo'?)",),
    ),
    Case(
        "a copy that is written too",
        city("actors: {school: {}, police: {}, ngo: {copies: 2}, ngo_1: {}, office: {}}"),
        ("city.yaml:5:52: actors.ngo_1: two actors have the id 'ngo_1' (rename one)",),
    ),
    Case(
        "defaults for no part",
        city("defaults: {actrs: {staff: 2}}"),
        ("city.yaml:9:12: defaults: there is no part 'actrs' (did you mean 'actors'?)",),
    ),
    Case(
        "an intervention that sets nothing known",
        intervention("set: {channels.emai.delay: 1h}"),
        (
            "city.yaml:10:18: interventions.change.set.channels.emai.delay: leads nowhere: there is no channels.emai (did you mean 'email'?)",
        ),
    ),
    Case(
        "an intervention that sets an unknown key",
        intervention("set: {channels.email.dely: 1h}"),
        (
            "city.yaml:10:18: channels.email: with 'change' switched on: unknown key 'dely' (did you mean 'delay'?)",
        ),
    ),
    Case(
        "an intervention that sets a wrong value",
        intervention("set: {actors.police.staff: 0}"),
        (
            "city.yaml:10:18: actors.police.staff: with 'change' switched on: expected a whole number of at least 1, got 0",
        ),
    ),
    Case(
        "an intervention that sets what is only usual",
        city(
            "defaults: {actors: {workload: {every: 1h, takes: 10m}}}",
            "interventions: {change: {set: {actors.police.workload.takes: 5m}}}",
        ),
    ),
    Case(
        "an intervention that sets one copy",
        city(
            "actors: {school: {copies: 3}, police: {}, ngo: {}, office: {}}",
            "interventions: {change: {set: {actors.school_2.staff: 3}}}",
        ),
    ),
    Case(
        "an intervention that sets a copy that is not made",
        city(
            "actors: {school: {copies: 3}, police: {}, ngo: {}, office: {}}",
            "interventions: {change: {set: {actors.school_4.staff: 3}}}",
        ),
        (
            "city.yaml:9:32: interventions.change.set.actors.school_4.staff: leads nowhere: there is no actors.school_4 (did you mean 'school_1'?)",
        ),
    ),
    Case(
        "an intervention past the end of a list",
        intervention("set: {structures.team.links.3.channel: phone}"),
        (
            "city.yaml:10:18: interventions.change.set.structures.team.links.3.channel: leads nowhere: there is no structures.team.links.3 (give the path of something that is written)",
        ),
    ),
    Case(
        "an intervention that sets below a value",
        intervention("set: {channels.email.delay.most: 1h}"),
        (
            "city.yaml:10:18: interventions.change.set.channels.email.delay.most: leads nowhere: there is no channels.email.delay (nothing is written under 'delay' yet: use `add` with all that is to stand there)",
        ),
    ),
    Case(
        "an intervention that lifts nothing known",
        intervention("lift: [trsut]"),
        ("city.yaml:10:19: interventions.change.lift.0: there is no barrier 'trsut'",),
    ),
    Case(
        "an intervention that lifts a barrier of a channel",
        city(
            "channels:\n  email: {barriers: {lossy_channel: {}}}",
            "interventions: {change: {lift: email.lossy_channel}}",
        ),
    ),
    Case(
        "an intervention that lifts a safeguard",
        city("barriers: {clearance: {protects: person}}", "interventions: {change: {lift: clearance}}"),
        (
            "city.yaml:10:26: interventions.change.lift.0: clearance protects somebody, and a safeguard is never lifted (prepare instead: `set` an agreement, less work or limits that are explained)",
        ),
    ),
    Case(
        "an intervention that adds a link to nobody",
        intervention("add: {structures.team.links: [{between: [school, polic], channel: phone}]}"),
        (
            "city.yaml:10:61: structures.team.links.1.between.1: with 'change' switched on: there is no actor or role 'polic' (did you mean 'police'?)",
        ),
    ),
    Case(
        "an intervention that adds a single value",
        intervention("add: {structures.team.links: school}"),
        (
            "city.yaml:10:18: interventions.change.add.structures.team.links: only a list can be added to a list, and entries to entries (use `set` to change what is there)",
        ),
    ),
    Case(
        "an intervention that adds what is there",
        intervention("add: {roles: {lead: {held_by: police}}}"),
        (
            "city.yaml:10:18: interventions.change.add.roles: 'lead' stands there already, so that it cannot be added (use `set` to change what is there)",
        ),
    ),
    Case("an intervention that adds an actor", intervention("add: {actors: {church: {title: Church}}}")),
    Case(
        "an intervention with an empty path",
        intervention("set: {'': 1}"),
        (
            "city.yaml:10:18: interventions.change.set.: leads nowhere: a step of the path is empty (give the path of something that is written)",
        ),
    ),
    Case(
        "an intervention with a path of dots",
        intervention("set: {'...': 1}"),
        (
            "city.yaml:10:18: interventions.change.set....: leads nowhere: a step of the path is empty (give the path of something that is written)",
        ),
    ),
    Case(
        "a translation of nothing written",
        city("texts: {ar: {actors: {polise: {title: x}}}}"),
        (
            "city.yaml:9:23: texts.ar.actors.polise: translates something that is not written (did you mean 'police'?)",
        ),
    ),
    Case(
        "a translation of a number",
        city(
            "actors: {school: {staff: 2}, police: {}, ngo: {}, office: {}}",
            "texts: {ar: {actors: {school: {staff: two}}}}",
        ),
        (
            "city.yaml:9:32: texts.ar.actors.school.staff: translates what is no text (translate titles and other texts only)",
        ),
    ),
    Case(
        "a translation of a question",
        city("discussion: [Who else?]", "texts: {fr: {discussion: {'0': Qui d autre?}}}"),
    ),
    Case(
        "a translation into no language",
        city("texts: {Arabic: {title: x}}"),
        (
            "city.yaml:9:9: texts.Arabic: 'Arabic' is no code of a language (write one such as ar, fr or pt-BR)",
        ),
    ),
    Case(
        "a translation that is a list",
        city("texts: {ar: [title]}"),
        ("city.yaml:9:9: texts.ar: expected the paths of texts with their translations",),
    ),
)
"""Every case of this sort."""
