"""Number words, language by language.

A language counts as known only if its words for one to twenty, the tens and the
scales are all here: then a word that is missing below is not a number.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

_MARKS = re.compile("[\u064b-\u0652\u0670]")
_LETTERS = str.maketrans("يىك", "ییک")


def plain(text: str) -> str:
    """Return text in lower case and European digits, without invisible characters."""
    letters = unicodedata.normalize("NFC", text.casefold()).translate(_LETTERS)
    return "".join(
        str(unicodedata.decimal(letter)) if letter.isdecimal() else letter
        for letter in _MARKS.sub("", letters)
        if unicodedata.category(letter) != "Cf"
    )


# Words that add up within a hundred and a thousand: the value of the first, then
# of each that follows is one, or ten, or a hundred more.
_UNITS = {
    "en": (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen "
        "fourteen fifteen sixteen seventeen eighteen nineteen",
        "twenty thirty forty fifty sixty seventy eighty ninety",
        "",
    ),
    "es": (
        "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece "
        "catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno "
        "veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
        "veintiocho veintinueve",
        "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
        "ciento doscientos trescientos cuatrocientos quinientos seiscientos "
        "setecientos ochocientos novecientos",
    ),
    "pt": (
        "zero um dois três quatro cinco seis sete oito nove dez onze doze treze "
        "catorze quinze dezesseis dezessete dezoito dezenove",
        "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
        "cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos "
        "oitocentos novecentos",
    ),
    "it": (
        "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici "
        "tredici quattordici quindici sedici diciassette diciotto diciannove",
        "venti trenta quaranta cinquanta sessanta settanta ottanta novanta",
        "cento duecento trecento quattrocento cinquecento seicento settecento "
        "ottocento novecento",
    ),
    "fr": (
        "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize "
        "quatorze quinze seize",
        "vingt trente quarante cinquante soixante septante huitante nonante",
        "",
    ),
    "de": (
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn "
        "vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
        "zwanzig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig",
        "hundert zweihundert dreihundert vierhundert fünfhundert sechshundert "
        "siebenhundert achthundert neunhundert",
    ),
    "pl": (
        "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć "
        "jedenaście dwanaście trzynaście czternaście piętnaście szesnaście "
        "siedemnaście osiemnaście dziewiętnaście",
        "dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt "
        "siedemdziesiąt osiemdziesiąt dziewięćdziesiąt",
        "sto dwieście trzysta czterysta pięćset sześćset siedemset osiemset "
        "dziewięćset",
    ),
    "ru": (
        "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать "
        "двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать "
        "восемнадцать девятнадцать",
        "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
        "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
    ),
    "fa": (
        "صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده "
        "شانزده هفده هجده نوزده",
        "بیست سی چهل پنجاه شصت هفتاد هشتاد نود",
        "صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد",
    ),
    "ar": (
        "صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة",
        "عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون",
        "مئة مئتان ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة",
    ),
}
_MORE_UNITS: dict[str, dict[str, float]] = {
    "es": {"cien": 100, "dós": 2},
    "fr": {"cent": 100, "cents": 100},
    "ru": {"две": 2},
    "de": {"dreißig": 30, "zwo": 2},
    "pl": {"dwie": 2, "dwóch": 2, "trzech": 3},
    "pt": {"duas": 2, "cem": 100, "dezasseis": 16, "dezassete": 17, "dezanove": 19},
    "ar": {"ثلاث": 3.0, "أربع": 4, "خمس": 5, "ست": 6, "سبع": 7, "ثماني": 8, "تسع": 9}
    | {"عشر": 10, "عشرين": 20, "ثلاثين": 30, "أربعين": 40, "خمسين": 50, "مائة": 100},
}
# Words that multiply what precedes them.
_SCALES: dict[str, dict[float, str]] = {
    "en": {
        1e2: "hundred",
        1e3: "thousand thousands",
        1e5: "lakh lakhs lac lacs",
        1e6: "million millions mn mln",
        1e7: "crore crores",
        1e9: "billion billions bn bln",
        1e12: "trillion trillions tn trn",
    },
    "es": {
        1e3: "mil miles",
        1e6: "millón millones",
        1e9: "millardo millardos",
        1e12: "billón billones",
        1e18: "trillón trillones",
    },
    "pt": {
        1e3: "mil",
        1e6: "milhão milhões",
        1e9: "bilhão bilhões",
        1e12: "trilhão trilhões bilião biliões",
    },
    "it": {
        1e3: "mille mila",
        1e6: "milione milioni mln",
        1e9: "miliardo miliardi mld",
        1e12: "bilione bilioni",
    },
    "fr": {
        1e3: "mille",
        1e6: "million millions",
        1e9: "milliard milliards md mds mrd",
        1e12: "billion billions",
        1e18: "trillion trillions",
    },
    "de": {
        1e3: "tausend tsd",
        1e6: "million millionen mio",
        1e9: "milliarde milliarden mrd",
        1e12: "billion billionen bio",
        1e15: "billiarde billiarden",
    },
    "pl": {
        1e3: "tysiąc tysiące tysięcy tys",
        1e6: "milion miliony milionów miliona mln",
        1e9: "miliard miliardy miliardów miliarda mld",
        1e12: "bilion biliony bilionów bln",
    },
    "ru": {
        1e3: "тысяча тысячи тысяч тысячу тыс",
        1e6: "миллион миллиона миллионов млн",
        1e9: "миллиард миллиарда миллиардов млрд",
        1e12: "триллион триллиона триллионов трлн",
    },
    "fa": {
        1e3: "هزار",
        1e6: "میلیون ملیون",
        1e9: "میلیارد ملیارد",
        1e12: "تریلیون",
    },
    "ar": {
        1e3: "ألف الف ألفا الفا آلاف الاف",
        1e6: "مليون مليونا ملايين",
        1e9: "مليار مليارا مليارات بليون",
        1e12: "تريليون ترليون",
    },
}
# In these, thousand is also a number by itself: mil millones.
_THOUSAND_ALONE = {"es": "mil", "pt": "mil", "it": "mille", "fr": "mille", "fa": "هزار"}
_DOZENS = {"en": "dozen", "es": "docena", "pt": "dúzia", "it": "dozzina"}
# One, before a scale.
_ARTICLES = {
    "en": "a an",
    "es": "un una el",
    "pt": "um uma o",
    "it": "un una il",
    "fr": "un une le",
    "de": "ein eine einer einen einem eines",
    "ru": "один одна одну",
}
_HALVES = {
    "en": "half",
    "es": "medio media",
    "pt": "meio meia",
    "it": "mezzo mezza",
    "fr": "demi demie",
    "de": "halbe halber halben",
    "fa": "نیم",
    "ar": "نصف",
}
# Here "and a half" after a scale is half of that scale: tres millones y medio.
HALF_AFTER = frozenset(("es", "pt", "it", "fr"))
# Fractions and rough numbers.
_VAGUE = {
    "en": "quarter quarters third thirds fifth tenth dozens tens hundreds scores",
    "es": "cuarto tercio decenas docenas cientos centenas centenares miles decena",
    "pt": "quarto terço dezenas dúzias centenas milhares",
    "it": "quarto terzo decine dozzine centinaia migliaia",
    "fr": "quart tiers dizaine dizaines douzaine douzaines centaine centaines milliers",
    "de": "viertel drittel anderthalb eineinhalb dutzend dutzende hunderte tausende",
    "pl": "pół półtora ćwierć kilkanaście dziesiątki setki tysiącami",
    "ru": "пол полтора полторы четверть десятки десятков сотни сотен тысячами",
    "fa": "ربع ثلث دهها صدها هزاران",
    "ar": "ربع ثلث عشرات مئات",
}
# Those of them that stand on their own: dozens of documents.
ROUGH = re.compile(
    plain(
        r"dozens|tens|hundreds|scores|decenas?|docenas|cientos|centenas|centenares|miles"
        r"|dezenas|dúzias|milhares|decine|dozzine|centinaia|migliaia|(?:diz|douz|cent)"
        r"aines?|milliers|dutzende?|hunderte|tausende|dziesiątki|setki|десят\w+|сотни|"
        r"сотен|دهها|صدها|هزاران|عشرات|مئات|anderthalb|eineinhalb|półtora|полтор\w+"
    )
)
# Other numbers that a language writes as one word.
_COMPOUNDS = {
    "de": r"\w*(?:hundert|tausend|zwanzig|dreissig|vierzig|fünfzig|sechzig|siebzig"
    r"|achtzig|neunzig|million|milliarde)\w*",
    "es": r"veinti\w+|\w+cientas",
    "it": r"\w+mila|\w*cento\w+|(?:vent|trent|quarant|cinquant|sessant|settant|ottant"
    r"|novant)\w+",
    "pt": r"\w+(?:centas|zentas|hentas)",
}
_AND = {
    "en": "and",
    "es": "y e",
    "pt": "e",
    "it": "e",
    "fr": "et",
    "de": "und",
    "pl": "i",
    "ru": "и",
    "fa": "و",
    "ar": "و",
}
# In these every part of a number is joined: 118 million and 101 thousand and 832.
JOINED = frozenset(("fa", "ar", "pt"))
_TO = {
    "en": "to or",
    "es": "a o u",
    "pt": "a ou",
    "it": "a o",
    "fr": "à ou",
    "de": "bis oder",
    "pl": "do lub albo",
    "ru": "до или",
    "fa": "تا یا الی",
    "ar": "إلى الى أو او",
}
_MONTHS = """
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
januar februar märz juni juli oktober dezember
janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października
listopada grudnia
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند
ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
يناير فبراير أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
"""
_SHARES = """
percent pct procent prozent процент процента процентов درصد بالمئة بالمائة times fold
veces fois mal раз раза برابر volte vezes razy x degrees
"""
_ORDINALS = """
st nd rd th º ª er ère re e ème eme ième nd nde ro ra to ta do da mo ma a o
й го я ый ая ое е м ام امین م
"""
_CURRENCIES = """
us usd dollar dollars dólar dólares dolar dolares dolarów dolary dollari dollaro
доллар доллара долларов долл دلار دولار دولارا دولارات eur euro euros евро یورو يورو
gbp pound pounds chf rs inr rupee rupees rial rials ریال تومان yen yuan rmb cny
ruble rubles rouble roubles рубль рубля рублей peso pesos bolívares real reais r
lira liras dirham dirhams riyal riyals baht naira shekel shekels krona kronor krone
kroner franc francs zloty złoty złotych forint rupiah ringgit dinar dinars dong hryvnia
tenge won aed sar qar kwd omr sek nok dkk pln huf czk krw jpy aud cad nzd sgd hkd brl
mxn zar ngn kes egp idr myr thb vnd uah kzt ils pkr lkr bdt irr rub
"""
# A year follows these, in whichever calendar; before a number, these turn it.
YEAR_WORDS = frozenset(
    plain("year año années année anno ano jahr rok году год سال عام").split()
)
NEGATIVE = frozenset(plain("minus منفی ناقص минус").split())
SIGNS = frozenset("$€£¥₹₽₺﷼¢₩₴₦")
MONTHS = frozenset(plain(_MONTHS).split())
SHARES = frozenset(plain(_SHARES).split())
ORDINALS = frozenset(plain(_ORDINALS).split())
CURRENCIES = frozenset(plain(_CURRENCIES).split())
# Letters that are a scale only next to a number: $4bn, 5k.
GLUED = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}
# What looks like a scale in any language, or a misspelt one: milyar, bilion.
LIKE_A_SCALE = re.compile(
    plain(
        r"(?:m|b|tr|quadr|qu?int|z|gaz)il+[ijy]?[a-zà-ž]*?(?:[oõóãa]e?n|[aiy]r)[a-zà-ž]{0,4}"
        r"|\w*(?:миллион|миллиард|триллион|биллион|тысяч)\w*|mil|mln|mlrd|mlr|bln"
        r"|mrd|mio|mia|mld|md|mds|mm|mmusd|mill|bil|tril|thou|grand|cr|lk|tsd|млн|млрд|трлн|тыс|lakhs?|crores?|arab|kharab|bi|tri"
        r"|\w*(?:میلی(?:ارد|ون)|بیلیون|تریلیون|هزار|همت)\w*"
        r"|(?:ال|ب|ل|و)?(?:مليار|مليون|ملايين|بليون|تريليون|[أا]لف|آلاف)\w*"
    )
)


@dataclass(frozen=True)
class Vocabulary:
    """What the words of a language are.

    Parameters
    ----------
    units, scales
        Words by their number, and by what they multiply with.
    alone
        The word for a thousand that is a number without one before it.
    compound
        What other numbers in one word look like.
    kinds
        Auxiliary words: article (one, before a scale), half, vague (fractions and
        rough numbers), and, to.
    """

    units: Mapping[str, float]
    scales: Mapping[str, float]
    alone: str
    compound: re.Pattern[str]
    kinds: Mapping[str, frozenset[str]]


@cache
def vocabulary(language: str) -> Vocabulary | None:
    """Return the words of a language by its ISO 639-1 code; None if unknown."""
    if language not in _UNITS:
        return None
    units = {
        word: first + step * place
        for words, first, step in zip(
            _UNITS[language], (0.0, 20.0, 100.0), (1.0, 10.0, 100.0), strict=True
        )
        for place, word in enumerate(plain(words).split())
    }
    units |= {plain(word): n for word, n in _MORE_UNITS.get(language, {}).items()}
    scales = {
        word: scale
        for scale, words in _SCALES[language].items()
        for word in plain(words).split()
    }
    scales |= dict.fromkeys(plain(_DOZENS.get(language, "")).split(), 12.0)
    kinds = {
        "half": _HALVES,
        "vague": _VAGUE,
        "and": _AND,
        "to": _TO,
        "article": _ARTICLES,
    }
    return Vocabulary(
        units,
        scales,
        plain(_THOUSAND_ALONE.get(language, "")),
        re.compile(plain(_COMPOUNDS.get(language, "(?!)"))),
        {
            kind: frozenset(plain(words.get(language, "")).split())
            for kind, words in kinds.items()
        },
    )
