"""Words that a full stop follows without ending a sentence, by what may come after them.

Compiled by hand from the usage of English-language news (AP's and Reuters' forms among them).
"""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of ``text``, which white space parts."""
    return frozenset(text.split())


BEFORE_NAMES = words(
    """
    mr mrs ms mx dr prof engr rev fr sr.a hon st ste mt ft gen lt col maj capt cmdr cdr adm brig sgt cpl pvt pfc spc
    gov sen reps rep sens pres supt insp det dep asst atty amb sec min msgr messrs mme mlle m hr herr dott ing
    vs v cf viz e.g i.e eg ie approx ca al.a op.cit dist
"""
)
"""Titles and the like: a name or an example follows, so the stop never ends a sentence."""

BEFORE_NUMBERS = words(
    "no nos art arts p pp vol vols fig figs ch chap sect par para nr tel ext jg rm hwy rt rte"
)
"""No sentence ends here if a digit follows."""

MONTHS = words("jan feb mar apr jun jul aug sep sept oct nov dec")
"""No sentence ends here if a digit follows."""

MAYBE_LAST = words(
    """
    inc corp ltd co cos bros llc plc jr sr esq etc al ave blvd rd hwy sq bldg dept univ assn assoc govt intl natl
    ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev
    okla ore oreg pa penn penna r.i s.c s.d tenn tex vt va wash wis wisc wyo n.c n.d n.h n.j n.m n.y w.va d.c u.s
    u.s.a u.k u.n u.a.e e.u p.r b.c a.d b.c.e c.e alta man sask ont que n.b n.s n.l p.e.i qld tas vic n.s.w n.z
    ph.d m.d b.a m.a m.p d.d.s j.d r.n mph kg km mi ft in lb lbs oz hr hrs min sec yr yrs mo mos est cent mon tue
    tues wed thu thur thurs fri sat sun n s e w ne nw se sw so no twp cty co-op
"""
) - words("in so no man mi sat sun miss del la se")
"""May end a sentence or not: it does if the next word is one that opens sentences."""

STATES = words(
    """
    ala ariz ark calif colo conn fla ga ill ind kan ky la md mass mich minn mont neb nev okla ore pa tenn
    tex vt va wash wis wyo r.i s.c s.d n.c n.d n.h n.j n.m n.y w.va alta sask ont que n.b n.s
    """
)
"""States and provinces as AP and the Canadian Press shorten them."""

CLOCK = frozenset(("a.m", "p.m", "am", "pm", "a.m.", "p.m."))
"""End a sentence unless a day, a month or a time zone follows."""

AFTER_CLOCK = words("""
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    january february march april may june july august september october november december jan feb mar apr
    jun jul aug sep sept oct nov dec est edt cst cdt mst mdt pst pdt et ct mt pt gmt bst utc ist cet cest
    eet eest msk kst jst hkt sgt aest aedt eastern central mountain pacific local greenwich moscow beijing
    london paris tokyo sydney
    """)

OPENERS = words("""
    the a an this that these those there here it its he she they we you i his her their our my your in on at
    by for from with without within after before during since until as although though while when where if
    unless because but and or nor so yet however meanwhile moreover furthermore instead still then now also
    what who why how which whose both all some many most several few no none not one two three four five six
    seven eight nine ten each every another other others such according asked about over under between among
    across despite following based founded police officials authorities earlier later last next today
    yesterday even once only to of into onto upon against along around up down off out nearly almost more
    less than just perhaps maybe
    """)
"""Words that open sentences (and, capitalised, seldom stand within one)."""
