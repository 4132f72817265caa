"""The words by which a dateline is told from a heading: cities, regions and countries that stand in datelines,
news agencies, and labels that look like datelines and are none.

The cities are those that AP's style lets stand alone, capitals, and cities whose papers write "CITY: " (South
and South-East Asia, West Africa); compiled by hand from general knowledge. They only tell a dateline's form
from a label's: which place it is, is decided later.
"""

from __future__ import annotations

from geo.articles.abbreviations import words


def _names(text: str) -> frozenset[str]:
    return frozenset(filter(None, (" ".join(name.split()) for name in text.split(","))))


CITIES = _names(
    """
    abakaliki, abeokuta, abidjan, abu dhabi, abuja, accra, addis ababa, aden, ado-ekiti, agartala, agra,
    ahmedabad, aizawl, ajmer, akure, aleppo, alexandria, algiers, almaty, alor setar, amman, amritsar,
    amsterdam, anchorage, ankara, antananarivo, apia, arusha, asaba, ashgabat, asmara, astana, asuncion,
    athens, atlanta, attock, auckland, aurangabad, austin, awka, badin, baghdad, baguio city,
    bahawalnagar, baku, bali, baltimore, bamako, bandar lampung, bandar seri begawan, bandung,
    bangalore, bangkok, bangui, banjul, bannu, barcelona, barishal, basra, basseterre, bathinda, bauchi,
    beijing, beirut, belagavi, belfast, belgrade, belo horizonte, bengaluru, benghazi, benin city,
    berlin, bern, bhakkar, bhopal, bhubaneswar, bintulu, biratnagar, birmingham, birnin kebbi, bishkek,
    bissau, blantyre, bloemfontein, bogota, bogotá, bonn, boston, brasilia, brasília, bratislava,
    brazzaville, bridgetown, brisbane, brussels, bucharest, budapest, buenos aires, bujumbura, bukavu,
    bulawayo, cairo, calabar, calcutta, calgary, canberra, cape coast, cape town, caracas, cardiff,
    casablanca, castries, cebu city, chakwal, chaman, chandigarh, charsadda, chattogram, chennai,
    chicago, chiniot, chisinau, chitral, chittagong, chișinău, christchurch, cincinnati, ciudad juarez,
    ciudad juárez, cleveland, coimbatore, cologne, colombo, conakry, copenhagen, cotonou, cox's bazar,
    cumilla, cuttack, dakar, dallas, damascus, damaturu, dar es salaam, darjeeling, darwin, davao city,
    davos, dehradun, delhi, denpasar, denver, dera ghazi khan, dera ismail khan, detroit, dhaka,
    dibrugarh, dili, djibouti, dodoma, doha, donetsk, dubai, dublin, durban, dushanbe, dutse, east
    london, edinburgh, edmonton, eldoret, enugu, erbil, faisalabad, faridabad, frankfurt, freetown,
    gaborone, gandhinagar, gaza, gaza city, gazipur, general santos city, geneva, george town,
    georgetown, ghaziabad, gilgit, glasgow, goma, gombe, guadalajara, guangzhou, guatemala city,
    gujranwala, gujrat, gurgaon, gurugram, gusau, guwahati, gwadar, gwalior, hague, hamburg, hanoi,
    harare, haripur, havana, helsinki, herat, ho chi minh city, hobart, hong kong, honiara, honolulu,
    houston, hubballi, hunza, hyderabad, ibadan, ilorin, imphal, indianapolis, indore, ipoh, islamabad,
    istanbul, itanagar, jabalpur, jaffna, jaipur, jakarta, jalalabad, jalandhar, jalingo, jammu, jeddah,
    jerusalem, jhang, jhelum, jodhpur, johannesburg, johor bahru, johor baru, jos, juba, kabul, kaduna,
    kalaburagi, kampala, kandahar, kandy, kangar, kano, kanpur, karachi, kasur, kathmandu, katsina,
    kazan, khairpur, kharkiv, khartoum, kherson, khulna, khuzdar, kiev, kigali, kingston, kingstown,
    kinshasa, kisumu, kochi, kohat, kohima, kolhapur, kolkata, kosovo, kota baru, kota bharu, kota
    kinabalu, kozhikode, kuala lumpur, kuala terengganu, kuantan, kuching, kumasi, kunduz, kuwait city,
    kyiv, kyoto, la paz, lafia, lagos, lahore, landi kotal, larkana, las vegas, layyah, leeds,
    libreville, lilongwe, lima, lisbon, liverpool, ljubljana, lokoja, lome, lomé, london, los angeles,
    louisville, lower dir, luanda, lubumbashi, lucknow, ludhiana, lusaka, luxembourg, lviv, lyon, macau,
    madrid, madurai, maiduguri, makassar, makurdi, malabo, malé, managua, manama, manchester, mandi
    bahauddin, mangaluru, manila, mansehra, maputo, mardan, mariupol, marrakech, marseille,
    mazar-i-sharif, mecca, medan, meerut, melaka, melbourne, mexico city, miami, mianwali, milan,
    milwaukee, mingora, minna, minneapolis, minsk, miranshah, mirpur khas, mirpurkhas, mithi, mogadishu,
    mombasa, monaco, monrovia, montego bay, monterrey, montevideo, montreal, montréal, moroni, moscow,
    mosul, multan, mumbai, munich, murree, muscat, muzaffarabad, muzaffargarh, mykolaiv, mymensingh,
    mysuru, n'djamena, nagpur, nairobi, naples, narayanganj, nashik, nassau, nawabshah, naypyidaw, new
    delhi, new orleans, new taipei city, new york, niamey, nicosia, noida, nouakchott, nowshera,
    nuku'alofa, odesa, odessa, okara, oklahoma city, onitsha, osaka, oslo, osogbo, ottawa, ouagadougou,
    owerri, panaji, panama city, panjgur, parachinar, paris, patiala, patna, perth, peshawar, petaling
    jaya, philadelphia, phnom penh, phoenix, pittsburgh, podgorica, pokhara, pokrovsk, port elizabeth,
    port harcourt, port louis, port moresby, port of spain, port vila, port-au-prince, portland, porto
    alegre, prague, praia, prayagraj, pretoria, pristina, puducherry, pune, putrajaya, pyongyang, quebec
    city, quetta, quito, rabat, rahim yar khan, raipur, rajkot, rajshahi, ramallah, ranchi, rangoon,
    rangpur, rawalpindi, reykjavik, riga, rio de janeiro, rio grande, riyadh, rome, roseau, rotterdam,
    sahiwal, saidu sharif, saint petersburg, salt lake city, san antonio, san diego, san francisco, san
    jose, san josé, san juan, san pedro sula, san salvador, sana'a, sanaa, sandakan, sanghar, santa
    cruz, santa fe, santiago, santo domingo, sao paulo, sapporo, sarajevo, sargodha, seattle, seoul,
    seremban, sevastopol, shah alam, shanghai, shenzhen, shillong, shimla, sialkot, sibu, silchar,
    siliguri, simferopol, singapore, skardu, skopje, sofia, sokoto, srinagar, st george's, st john's,
    st. george's, st. john's, st. louis, st. petersburg, stockholm, stuttgart, sukkur, surabaya, surat,
    suva, swabi, sydney, sylhet, são paulo, taipei, takoradi, tallinn, tamale, tampa, tashkent, tawau,
    taxila, tbilisi, tegucigalpa, tehran, tel aviv, thatta, the hague, thimphu, thiruvananthapuram,
    thrissur, tijuana, tirana, tiruchi, tirupati, toba tek singh, tokyo, toronto, trenton, trincomalee,
    tripoli, tunis, turbat, turin, udaipur, ulaanbaatar, umerkot, umuahia, united nations, upper dir,
    uyo, vadodara, vaduz, valletta, vancouver, varanasi, vatican city, vehari, venice, vienna,
    vientiane, vijayawada, vilnius, visakhapatnam, vladivostok, warri, warsaw, washington, wellington,
    windhoek, winnipeg, yangon, yaounde, yaoundé, yekaterinburg, yenagoa, yerevan, yola, zagreb,
    zamboanga city, zanzibar, zaporizhzhia, zhob, ziarat, zurich, zürich
    """
)

CITY_ENDINGS = ("abad", "ganj", "garh", "nagar", "pur")
"""What only names of towns end in, for the many of South Asia that are not listed."""

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
