"""Everyday words that some small place is called, kept out of bare look-up.

"Of" is a town in Turkey, "Police" one in Poland: a news text that says so means the word a million times
for the place once. Towns that news does name (Reading, Nice, Mobile, Bath, Orange) are not here.
"""

from __future__ import annotations

_FUNCTION_WORDS = """
a about above across after again against all almost along already also although always am among an and another any
anyone anything are as at away back be became because become been before behind being below beside best better
between beyond both but by can cannot could did do does done down during each either else enough even ever every
everyone everything few first for from further get give go had has have he her here hers him his how however i if in
indeed instead into is it its itself just last later least less let like made make many may me might mine more most
much must my near nearly never new next no nobody none nor not nothing now of off often on once one only onto or
other others our ours out over own per perhaps put quite rather said same saw say says second see seem several shall
she should since so some someone something soon still such than that the their them then there these they thing
things third this those though through thus to today together tomorrow tonight too toward towards two under until up
upon us use used very was we well went were what when where whether which while who whole whom whose why will with
within without would yes yesterday yet you your yours
"""
_EVERYDAY = """
act action add age ago aid air ally amid army art ask attack author baby bad bag ball band bank bar base battle
beach bell bet big bill bird bit black block blood blue board boat body book boom border boss box boy bridge brown
bus business buy call camp cap captain car card care case cash cat center central centre chair chance change charge
chief child children church city civil clear clinic close club coach coal coast code cold college colonel come
company control cook cool corn corner cost council count country county court cover crash crew crime crisis crop
cross crown cup cut dam data date day days dead deal dean death deep defense dinner director district doctor dog
dollar door dose dr draft dry due duty early east eastern economy edge effort eight election end enemy energy era
euro event eye face fact factory fair fall family farm fast father fear federal field fight film final fine fire
fish five flag fleet flight flood floor fly food foot force foreign forest form fort found four free friend front
fuel full fun game gas gate general girl goal gold good government governor grand gray great green ground group
guard guest gun half hall hand happy hard head health heart heat heavy help hero high hill hold home hope horse
hospital host hot hotel hour house human hunt ice idea inn iron island issue item job join judge justice keep key
kid kids kill king knight know lab labor lady lake land large late law lead leader league leave left legal life
light line list little live local long lord lose lost lot love low loyal lunch magazine mail main major man manager
march mark market marshal master match mayor meal meet memorial men metro middle mile military mill mine minister
minute mission monday month moon morning mother mount mountain move movie mr mrs ms museum music name nation
national navy news night nine noon north northern number office officer oil old open opera order page paper park
party pass pay peace people person pilot place plan plane planet plant play point police policy pool poor port post
power press price prince prison prize problem professor project property public queen question race radio rain ranch
range rate real red region report reporter rest rice rich right river road rock role room rose royal rule run salt
sand saturday save school score sea seat senate senior series service set seven shadow ship shop short shot show
side sign single sir sister site six size sky small snow social son song source south southern space speed sport
spring staff stage stand star start state station steel step stock stone stop storm story street strike strip strong
student summer sun sunday super supply support surge table talk target task tax team tech ten term test thursday
time top tour tower town track trade trail train trial tribe trust truth tuesday unit united unity university update
valley vice view village visit voice vote wage walk wall war ward water wave way wednesday week west western white
wife win wind winner winter woman women wood word work worker world worry year young zero zone january february
april june july august september october november december friday
"""
GRAMMAR_WORDS = frozenset(_FUNCTION_WORDS.split()) | {"police", "monday", "tuesday", "january", "february"}
"""Keys that bare look-up answers with nothing, however written, unless a row of a file has them."""
COMMON_WORDS = GRAMMAR_WORDS | frozenset(_EVERYDAY.split())
"""Keys that bare look-up answers only where they are written with a capital: "Price" may be the town in Utah."""
