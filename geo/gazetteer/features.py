"""GeoNames' feature codes, and the plain words that people write for them in a CSV."""

from __future__ import annotations

_CODES = {
    "A": "ADM1 ADM1H ADM2 ADM2H ADM3 ADM3H ADM4 ADM4H ADM5 ADM5H ADMD ADMDH LTER PCL PCLD PCLF PCLH PCLI PCLIX "
    "PCLS PRSH TERR ZN ZNB",
    "H": "AIRS ANCH BAY BAYS BGHT BNK BNKR BNKX BOG CAPG CHN CHNL CHNM CHNN CNFL CNL CNLA CNLB CNLD CNLI CNLN CNLQ "
    "CNLSB CNLX COVE CRKT CRNT CUTF DCK DCKB DOMG DPRG DTCH DTCHD DTCHI DTCHM ESTY FISH FJD FJDS FLLS FLLSX "
    "FLTM FLTT GLCR GULF GYSR HBR HBRX INLT INLTQ LBED LGN LGNS LGNX LK LKC LKI LKN LKNI LKO LKOI LKS LKSB "
    "LKSC LKSI LKSN LKSNI LKX MFGN MGV MOOR MRSH MRSHN NRWS OCN OVF PND PNDI PNDN PNDNI PNDS PNDSF PNDSI "
    "PNDSN POOL POOLI RCH RDGG RDST RF RFC RFX RPDS RSV RSVI RSVT RVN SBKH SD SEA SHOL SILL SPNG SPNS SPNT "
    "STM STMA STMB STMC STMD STMH STMI STMIX STMM STMQ STMS STMSB STMX STRT SWMP SYSI TNLC WAD WADB WADJ WADM "
    "WADS WADX WHRL WLL WLLQ WLLS WTLD WTLDI WTRC WTRH",
    "L": "AGRC AMUS AREA BSND BSNP BTL CLG CMN CNS COLF CONT CST CTRB DEVH FLD FLDI GASF GRAZ GVL INDS LAND LCTY "
    "MILB MNA MVA NVB OAS OILF PEAT PRK PRT QCKS RES RESA RESF RESH RESN RESP RESV RESW RGN RGNE RGNH RGNL "
    "RNGA SALT SNOW TRB",
    "P": "PPL PPLA PPLA2 PPLA3 PPLA4 PPLA5 PPLC PPLCD PPLCH PPLF PPLG PPLH PPLL PPLQ PPLR PPLS PPLW PPLX STLMT",
    "R": "CSWY OILP PRMN PTGE RD RDA RDB RDCUT RDJCT RJCT RR RRQ RTE RYD ST STKR TNL TNLN TNLRD TNLRR TNLS TRL",
    "S": "ADMF AGRF AIRB AIRF AIRH AIRP AIRQ AIRT AMTH ANS AQC ARCH ARCHV ART ASTR ASYL ATHF ATM BANK BCN BDG BDGQ "
    "BLDA BLDG BLDO BP BRKS BRKW BSTN BTYD BUR BUSTN BUSTP CARN CAVE CH CMP CMPL CMPLA CMPMN CMPO CMPQ CMPRF "
    "CMTY COMC CRRL CSNO CSTL CSTM CTHSE CTRA CTRCM CTRF CTRM CTRR CTRS CVNT DAM DAMQ DAMSB DARY DCKD DCKY "
    "DIKE DIP DPOF EST ESTO ESTR ESTSG ESTT ESTX FCL FNDY FRM FRMQ FRMS FRMT FT FY FYT GATE GDN GHAT GHSE "
    "GOSP GOVL GRVE HERM HLT HMSD HSE HSEC HSP HSPC HSPD HSPL HSTS HTL HUT HUTS INSM ITTR JTY LDNG LEPC LIBR "
    "LNDF LOCK LTHSE MALL MAR MFG MFGB MFGC MFGCU MFGLM MFGM MFGPH MFGQ MFGSG MKT ML MLM MLO MLSG MLSGQ MLSW "
    "MLWND MLWTR MN MNAU MNC MNCR MNCU MNFE MNMT MNN MNQ MNQR MOLE MSQE MSSN MSSNQ MSTY MTRO MUS NOV NSY OBPT "
    "OBS OBSR OILJ OILQ OILR OILT OILW OPRA PAL PGDA PIER PKLT PMPO PMPW PO PP PPQ PRKGT PRKHQ PRN PRNJ PRNQ "
    "PRT PS PSH PSN PSTB PSTC PSTP PYR PYRS QUAY RDCR RDIN RECG RECR REST RET RHSE RKRY RLG RLGR RNCH RSD "
    "RSGNL RSRT RSTN RSTNQ RSTP RSTPQ RUIN SCH SCHA SCHC SCHL SCHM SCHN SCHT SECP SHPF SHRN SHSE SLCE SPA "
    "SPACEPORT SPLY SQR STBL STDM STNB STNC STNE STNF STNI STNM STNR STNS STNW STPS SWT SYG THTR TMB TMPL "
    "TNKD TOLL TOWR TRAM TRANT TRIG TRMO TWO UNIP UNIV USGE VETF WALL WALLA WEIR WHRF WRCK WTRW ZNF ZOO",
    "T": "ASPH ATOL BAR BCH BCHS BDLD BLDR BLHL BLOW BNCH BUTE CAPE CFT CLDA CLF CNYN CONE CRDR CRQ CRQS CRTR CUET "
    "DLTA DPR DSRT DUNE DVD ERG FAN FORD FSR GAP GRGE HDLD HLL HLLS HMCK HMDA INTF ISL ISLET ISLF ISLM ISLS "
    "ISLT ISLX ISTH KRST LAVA LEV MESA MND MRN MT MTS NKM NTK NTKS PAN PANS PASS PEN PENX PK PKS PLAT PLATX "
    "PLDR PLN PLNX PROM PT PTS RDGB RDGE REG RK RKFL RKS SAND SBED SCRP SDL SHOR SINK SLID SLP SPIT SPUR TAL "
    "TRGD TRR UPLD VAL VALG VALS VALX VLC",
    "U": "APNU ARCU ARRU BDLU BKSU BNKU BSNU CDAU CNSU CNYU CRSU DEPU EDGU ESCU FANU FLTU FRZU FURU GAPU GLYU HLLU "
    "HLSU HOLU KNLU KNSU LDGU LEVU MDVU MESU MNDU MOTU MTU PKSU PKU PLNU PLTU PNLU PRVU RDGU RDSU RFSU RFU "
    "RISU SCNU SCSU SDLU SHFU SHLU SHSU SHVU SILU SLPU SMSU SMU SPRU TERU TMSU TMTU TNGU TRGU TRNU VALU VLSU",
    "V": "BUSH CULT FRST FRSTF GROVE GRSLD GRVC GRVO GRVP GRVPN HTH MDW OCH SCRB TREE TUND VIN VINS",
}
CLASSES: dict[str, str] = {code: letter for letter, codes in _CODES.items() for code in codes.split()}
"""Each feature code with its class. ``SPACEPORT`` is ours: GeoNames has no code for one."""

_WORDS = {
    "PPL": "town city village settlement hamlet place populated_place locality",
    "PPLC": "capital",
    "PPLX": "district_of_a_city quarter neighborhood neighbourhood suburb city_district",
    "PPLH": "former_town historical_town",
    "PPLQ": "abandoned_town",
    "PCLI": "country state_sovereign independent_country",
    "PCLH": "former_country historical_country",
    "PCLD": "dependency",
    "TERR": "territory disputed_territory",
    "ADM1": "region oblast krai province state governorate prefecture first_level_region",
    "ADM1H": "former_region historical_region_administrative",
    "ADM2": "district county raion",
    "ADMD": "administrative_area municipality",
    "RGN": "area world_region geographic_region",
    "RGNH": "historical_region",
    "CONT": "continent",
    "OCN": "ocean",
    "SEA": "sea",
    "GULF": "gulf",
    "BAY": "bay",
    "STRT": "strait straits",
    "CHN": "channel",
    "STM": "river stream",
    "STMM": "river_mouth estuary",
    "LK": "lake",
    "RSV": "reservoir",
    "CNL": "canal",
    "FLLS": "waterfall waterfalls",
    "GLCR": "glacier",
    "RF": "reef",
    "SHOL": "shoal",
    "DLTA": "delta",
    "ISL": "island",
    "ISLS": "islands archipelago",
    "ATOL": "atoll",
    "PEN": "peninsula",
    "CAPE": "cape",
    "MT": "mountain mount",
    "MTS": "mountains range mountain_range",
    "PK": "peak",
    "HLL": "hill",
    "VLC": "volcano",
    "PASS": "pass mountain_pass",
    "PLAT": "plateau",
    "PLN": "plain steppe",
    "VAL": "valley",
    "DSRT": "desert",
    "ISTH": "isthmus",
    "FRST": "forest",
    "PRK": "park national_park",
    "AIRP": "airport",
    "AIRB": "air_base airbase",
    "AIRF": "airfield airstrip",
    "MILB": "base military_base army_base",
    "NVB": "naval_base",
    "INSM": "military_installation barracks",
    "PRT": "port seaport harbour harbor",
    "DAM": "dam",
    "PS": "power_station power_plant",
    "PSN": "nuclear_power_plant nuclear_plant nuclear_power_station npp",
    "PSH": "hydroelectric_power_station",
    "OILR": "refinery",
    "MN": "mine",
    "MFG": "factory plant",
    "SPACEPORT": "spaceport cosmodrome launch_site",
    "PSTB": "border_crossing crossing checkpoint border_post",
    "BDG": "bridge",
    "BLDG": "building",
    "BLDO": "office_building",
    "PAL": "palace",
    "FCL": "facility site",
    "CMPRF": "refugee_camp camp",
    "PRN": "prison",
    "HSP": "hospital",
    "UNIV": "university",
    "STDM": "stadium",
    "MUS": "museum",
    "MNMT": "monument memorial",
    "ST": "street avenue",
    "SQR": "square",
    "RD": "road highway",
    "TNL": "tunnel",
    "RSTN": "railway_station train_station",
    "OILF": "oil_field oilfield",
    "GASF": "gas_field gasfield",
    "OILP": "pipeline",
}
PLAIN_WORDS: dict[str, str] = {
    word.replace("_", " "): code for code, words in _WORDS.items() for word in words.split()
}
"""Plain words that stand for a feature code."""

DEFAULT_CODE = "PPL"
_RADII_KM = {"A": 30.0, "H": 30.0, "L": 30.0, "T": 30.0, "U": 30.0, "V": 30.0, "S": 2.0, "R": 2.0, "P": 0.0}


def parse_feature(text: str) -> tuple[str, str] | None:
    """Class and code of a GeoNames code (``PPL``, ``P.PPL``) or of a plain word (``village``); None if unknown."""
    text = text.strip()
    code = text.upper().rpartition(".")[2]
    if code in CLASSES and text.upper() in {code, f"{CLASSES[code]}.{code}"}:
        return CLASSES[code], code
    word = PLAIN_WORDS.get(" ".join(text.lower().replace("_", " ").replace("-", " ").split()))
    return (CLASSES[word], word) if word else None


def default_radius(feature_class: str) -> float:
    """Kilometres, for a row that gives none."""
    return _RADII_KM[feature_class]
