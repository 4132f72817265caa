"""The words by which a dateline is told from a heading: cities, regions and countries that stand in datelines,
news agencies, and labels that look like datelines and are none.

The cities are those that AP's style lets stand alone, capitals, and cities whose papers write "CITY: " (South Asia,
West Africa); compiled by hand from general knowledge. They only tell a dateline's form from a label's: which place
it is, is decided later.
"""

from __future__ import annotations

from geo.articles.abbreviations import words


def _names(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.replace("\n", " ").split(",") if name.strip())


CITIES = _names(
    """
    abidjan, abu dhabi, abuja, accra, addis ababa, aden, ahmedabad, aleppo, alexandria, algiers, almaty,
    amman, amsterdam, anchorage, ankara, antananarivo, ashgabat, asmara, astana, asuncion, athens, atlanta,
    auckland, austin, baghdad, baku, bali, baltimore, bamako, bandar seri begawan, bangalore, bengaluru,
    bangkok, bangui, banjul, barcelona, basra, beijing, beirut, belfast, belgrade, benghazi, benin city,
    berlin, bern, bhopal, bhubaneswar, birmingham, bishkek, bissau, bogota, bogotá, bonn, boston, brasilia,
    brasília, bratislava, brazzaville, brisbane, brussels, bucharest, budapest, buenos aires, bujumbura,
    cairo, calcutta, calgary, canberra, cape town, caracas, cardiff, casablanca, chandigarh, chennai,
    chicago, chisinau, chișinău, christchurch, cincinnati, cleveland, cologne, colombo, conakry, copenhagen,
    cotonou, dakar, dallas, damascus, dar es salaam, darwin, davos, dehradun, delhi, denver, detroit, dhaka,
    dili, djibouti, doha, donetsk, dubai, dublin, durban, dushanbe, edinburgh, edmonton, enugu, erbil,
    faisalabad, frankfurt, freetown, gaborone, gaza, gaza city, geneva, georgetown, gilgit, glasgow,
    guangzhou, guatemala city, guwahati, hague, hamburg, hanoi, harare, havana, helsinki, ho chi minh city,
    hobart, hong kong, honolulu, houston, hyderabad, ibadan, indianapolis, islamabad, istanbul, jaipur,
    jakarta, jammu, jeddah, jerusalem, johannesburg, juba, kabul, kaduna, kampala, kandahar, kano, karachi,
    kathmandu, kazan, kharkiv, kherson, khartoum, kiev, kigali, kingston, kinshasa, kochi, kolkata, kosovo,
    kota kinabalu, kuala lumpur, kuching, kuwait city, kyiv, kyoto, la paz, lagos, lahore, las vegas, leeds,
    libreville, lilongwe, lima, lisbon, liverpool, ljubljana, lome, lomé, london, los angeles, louisville,
    luanda, lucknow, lusaka, luxembourg, lviv, lyon, macau, madrid, malabo, malé, managua, manama,
    manchester, manila, maputo, mariupol, marrakech, marseille, mecca, melbourne, mexico city, miami, milan,
    milwaukee, minneapolis, minna, minsk, mogadishu, monaco, monrovia, monterrey, montevideo, montreal,
    montréal, moroni, moscow, mosul, mumbai, munich, muscat, mykolaiv, n'djamena, nagpur, nairobi, naples,
    nassau, naypyidaw, new delhi, new orleans, new york, niamey, nicosia, nouakchott, odesa, odessa,
    oklahoma city, osaka, oslo, ottawa, ouagadougou, owerri, panama city, paris, patna, perth, peshawar,
    philadelphia, phnom penh, phoenix, pittsburgh, podgorica, pokrovsk, port harcourt, port louis, port
    moresby, port-au-prince, portland, prague, praia, pretoria, pristina, pune, putrajaya, pyongyang, quebec
    city, quetta, quito, rabat, ramallah, ranchi, rangoon, rawalpindi, reykjavik, riga, rio de janeiro,
    riyadh, rome, rotterdam, saint petersburg, salt lake city, san antonio, san diego, san francisco, san
    josé, san jose, san juan, san salvador, sanaa, sana'a, santiago, santo domingo, sao paulo, são paulo,
    sapporo, sarajevo, seattle, seoul, sevastopol, shanghai, shenzhen, shimla, simferopol, singapore,
    skopje, sofia, srinagar, st. louis, st. petersburg, stockholm, stuttgart, sukkur, surat, suva, sydney,
    taipei, tallinn, tampa, tashkent, tbilisi, tegucigalpa, tehran, tel aviv, the hague, thimphu, tijuana,
    tirana, tokyo, toronto, trenton, tripoli, tunis, turin, ulaanbaatar, united nations, vaduz, valletta,
    vancouver, vatican city, venice, vienna, vientiane, vilnius, vladivostok, warsaw, washington,
    wellington, windhoek, winnipeg, yangon, yaounde, yaoundé, yekaterinburg, yerevan, zagreb, zaporizhzhia,
    zurich, zürich
    """
)

REGIONS = _names(
    """
    ala., ariz., ark., calif., colo., conn., del., fla., ga., ill., ind., kan., ky., la., md., mass., mich.,
    minn., miss., mo., mont., neb., nev., n.h., n.j., n.m., n.y., n.c., n.d., okla., ore., pa., r.i., s.c.,
    s.d., tenn., vt., va., wash., w.va., w. va., wis., wyo., d.c., dc, alta., b.c., man., n.b., ont., que.,
    sask., n.s., p.e.i., alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware,
    florida, georgia, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland,
    massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new
    jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode
    island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia, washington, west
    virginia, wisconsin, wyoming, alberta, british columbia, manitoba, new brunswick, newfoundland, nova
    scotia, ontario, quebec, saskatchewan, queensland, new south wales, victoria, tasmania, scotland,
    england, wales, northern ireland, crimea, gaza strip, west bank, kashmir, kosovo, punjab, afghanistan,
    albania, algeria, angola, argentina, armenia, australia, austria, azerbaijan, bahamas, bahrain,
    bangladesh, barbados, belarus, belgium, belize, benin, bhutan, bolivia, bosnia, bosnia-herzegovina,
    botswana, brazil, brunei, bulgaria, burkina faso, burundi, cambodia, cameroon, canada, cape verde,
    central african republic, chad, chile, china, colombia, comoros, congo, costa rica, croatia, cuba,
    cyprus, czech republic, denmark, djibouti, dominican republic, ecuador, egypt, el salvador, eritrea,
    estonia, eswatini, ethiopia, fiji, finland, france, gabon, gambia, germany, ghana, greece, greenland,
    grenada, guatemala, guinea, guinea-bissau, guyana, haiti, honduras, hungary, iceland, india, indonesia,
    iran, iraq, ireland, israel, italy, ivory coast, jamaica, japan, jordan, kazakhstan, kenya, kuwait,
    kyrgyzstan, laos, latvia, lebanon, lesotho, liberia, libya, liechtenstein, lithuania, luxembourg,
    madagascar, malawi, malaysia, maldives, mali, malta, mauritania, mauritius, mexico, moldova, monaco,
    mongolia, montenegro, morocco, mozambique, myanmar, namibia, nepal, netherlands, new zealand, nicaragua,
    niger, nigeria, north korea, north macedonia, norway, oman, pakistan, palestine, panama, papua new
    guinea, paraguay, peru, philippines, poland, portugal, puerto rico, qatar, romania, russia, rwanda,
    saudi arabia, senegal, serbia, sierra leone, singapore, slovakia, slovenia, somalia, south africa, south
    korea, south sudan, spain, sri lanka, sudan, suriname, sweden, switzerland, syria, taiwan, tajikistan,
    tanzania, thailand, togo, trinidad, tunisia, turkey, türkiye, turkmenistan, uganda, ukraine, united arab
    emirates, united kingdom, uk, u.k., uae, usa, u.s., uruguay, uzbekistan, vatican, venezuela, vietnam,
    yemen, zambia, zimbabwe
    """
)

AGENCIES = _names(
    """
    aa, aap, abc news, adn, aei, afp, agerpres, aki, al jazeera, anadolu, anadolu agency, ani, ans, ansa,
    ap, apa, app, apw, armenpress, associated press, ats, bbc, belga, belta, bernama, bloomberg, bloomberg
    news, bns, bss, business wire, cbc, cbs, cbs news, cna, cnbc, cnn, cns, ctk, cp, canadian press, the
    canadian press, dpa, dw, efe, espn, fars, fox news, gna, globe newswire, globenewswire, hina, ians, ina,
    inp, interfax, interfax-ukraine, iranpress, irna, isna, itar-tass, jiji, jta, kcna, kna, kuna, kyodo,
    kyodo news, lusa, map, mehr, mena, mtelegraph, nan, nbc news, ntb, nhk, npr, online, pa, pa media, pap,
    petra, pna, pnn, ppi, pr newswire, prensa latina, press association, press tv, prnewswire, pti, qna,
    rfe/rl, ria, ria novosti, reuters, ritzau, sana, spa, sputnik, tanjug, tass, tap, tasnim, the associated
    press, thomson reuters foundation, trend, tt, ukrinform, unb, uni, upi, unian, usa today, voa, vna, wam,
    wafa, wsj, xinhua, yle, yna, yonhap, yonhap news
    """
)

LABELS = words("""
    note notes update updated updates breaking news exclusive analysis opinion editorial comment commentary
    column watch video photo photos picture pictures image images live correction corrected clarification
    editor's editors editor’s explainer explained factbox fact facts timeline insight feature focus special
    report review preview profile obituary obituaries interview q&a poll warning alert advisory media urgent
    flash developing raw wrapup summary key points read more see also caption file press release immediate
    sports sport business politics health science tech technology entertainment lifestyle travel letter
    letters weather police crime court courts briefs brief background context questions question answer
    answers source sources contact related here why how what who when where about disclaimer reporter
    editing writing spoiler podcast newsletter op-ed blog recap highlights trending viral shocking confirmed
    revealed rumor rumour rumors claim claims verdict nato nasa fifa uefa opec asean unicef unesco fbi cia
    nsa who imf wto unhcr undp icc icj cdc fda epa nra nfl nba mlb nhl ncaa ioc interpol hamas hezbollah
    isis isil ira eta plo bjp anc gop nypd lapd
    """)
"""Words that open notes, captions and sections, and organisations: no dateline begins with one."""

GO_ON = words(
    """
    mayor city police council county united fc rovers rangers wanderers town athletic university college
    school hospital airport bridge times post herald star street road bay area metro state native resident
    residents man woman men women fire department district court and in on at of for to from with by is was
    has have had will would could may might east west north south northern southern eastern western central
    chief governor senator congressman
    """
)
"""Words that go on with a city's name or sentence after a name in capitals: no dateline ends before one."""

PARTICLES = words(
    """
    of the de la le les el al da do dos das di du del der den van von am an on in upon sur sous lès and y i
    e near at es aux
    """
)
"""Words in lower case that may stand within a place's name or between two places."""
