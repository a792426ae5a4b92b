"""Words that judge, advise or promise, and the sentences in which such a word says no such thing.

No list of words knows what a sentence means. So every sentence with a word that can weigh was read
by a person and stands here; a new one, or another wording, has to be read before it may stand.
"""

import re

WEIGHS = {
    "en": re.compile(
        r"\b((un)?safe(ty|ly|r|st)?|unsafety|violen\w*|danger\w*|abus\w*|toxic\w*|manipulat\w*"
        r"|gasligh\w*|narciss\w*|coerc\w*|cruel\w*|guilt\w*|fault|faults|blame\w*|criminal\w*"
        r"|(un)?health\w*|red flags?|risk\w*|threat\w*|intimidat\w*|humiliat\w*|controlling|harm\w*"
        r"|normal|serious\w*|victim\w*|wrong with)\b",
        re.IGNORECASE,
    ),
    "nl": re.compile(
        r"\b((on)?veilig\w*|\w*geweld\w*|gevaar\w*|\w*misbruik\w*|\w*mishandel\w*|giftig\w*"
        r"|toxisch\w*|\w*manipul\w*|\w*narcis\w*|dwang\w*|wree?d\w*|schuld\w*|strafba\w*"
        r"|(on)?gezond\w*|risico\w*|\w*dreig\w*|\w*intimid\w*|vernede\w*|controlerend\w*|schade\w*"
        r"|normaal|normale|ernstig\w*|mis met)\b",
        re.IGNORECASE,
    ),
}
"""Words with which a person or a relationship can be judged, and much else can be said."""

READ = {
    # a number is not a measure of danger, and silence is not safety
    "Often is not the same as dangerous, and once is not the same as safe.",
    "Not writing is not the same as being safe.",
    "An empty day is not a safe day: it only says what was written.",
    "More time between says something about the entries, not whether it is safe.",
    (
        "Nothing noted for {days} now; the longest time in between before was {most}. Noting "
        "nothing is not the same as being safe."
    ),
    (
        "In the entries there seems to be more time in between: first {early} days, later {late}."
        " That says something about the entries, not whether it is safe."
    ),
    (
        "In the entries there is clearly more time in between: first {early} days, later {late}. "
        "That says something about the entries, not whether it is safe."
    ),
    "know how dangerous something is, or what you should do.",
    # the names of the lists, and that the person chose from them
    "No signal of unsafety or of violence was noted in this period.",
    (
        "A concern is a signal of unsafety or of violence. Ordinary friction is what was there "
        "as well, such as listening and repair. The writer chose which signal fits. “Weeks” is "
        "in how many different weeks."
    ),
    "signal of unsafety",
    "signal of violence",
    "Violence and friction side by side",
    "Counts as a concern.",
    "A concern",
    "Something that left you feeling unsafe",
    # whom to call, and when
    (
        "In direct danger call 112. To talk to someone: Veilig Thuis 0800-2000 in the "
        "Netherlands, 1712 in Belgium."
    ),
    "Direct danger",
    "In direct danger.",
    "To talk about violence and about what feels unsafe.",
    "After sexual violence.",
    "if your children are threatened;",
    "if someone threatens to kill you or someone else;",
    # about this computer, files, and who looked at the program
    (
        "Is someone able to see what you do on this computer? Then it is not a safe place to "
        "write. Another device, paper, or keeping no record at all can be better."
    ),
    (
        "Nobody who has lived through this, and no organisation for them, has reviewed this "
        "program yet. It follows published advice on safe technology; what holds for many may "
        "not hold for you."
    ),
    (
        "Plans, addresses and the names of people who help you are safer outside this journal: "
        "someone else may read it one day."
    ),
    (
        "Anyone who uses this computer may come across it, also in lists of recent files. A "
        "stick that you keep with you is safer than a folder here. What is in the file can be "
        "read by whoever has it."
    ),
    (
        "To keep it somewhere safe, or to go on with it on another computer. Whoever has the "
        "file can read it."
    ),
}
"""The sentences with such a word; in none of them it is said of the other, or of the two."""

NAMES = {
    "en": re.compile(
        r"\b(perpetrat\w*|abus(er|ers|ive)|offender\w*|culprit\w*|victims?|survivors?|narcissis\w*"
        r"|psychopath\w*|sociopath\w*|manipulators?|bully|bullies|tyrant\w*|toxic)\b",
        re.IGNORECASE,
    ),
    "nl": re.compile(
        r"\b(daders?|plegers?|misbruikers?|mishandelaars?|slachtoffers?|overlevende\w*|narcist\w*"
        r"|narcis\w*|psychopa\w*|sociopa\w*|manipulators?|manipulator\w*|pesters?|tiran\w*|toxisch"
        r"|giftige?)\b",
        re.IGNORECASE,
    ),
}
"""What nobody is called, also not in a signal or a step."""

JUDGES = {
    "en": re.compile(
        r"\b(he|she|they|it|this|the other|you|(your|this|the|a) (partner|relationship|home|house))"
        r" (is|are|was|were|has been|seems?|looks?|sounds?|can be|may be|might be|will be)"
        rf"( \w+){{0,3}} {WEIGHS['en'].pattern}",
        re.IGNORECASE,
    ),
    "nl": re.compile(
        r"\b(hij|zij|ze|het|dit|de ander|je|jij|jullie|(je|deze|de|een) (partner|relatie|huis))"
        r" (is|zijn|bent|was|waren|lijkt|klinkt|kan|wordt)"
        rf"( \w+){{0,3}} {WEIGHS['nl'].pattern}",
        re.IGNORECASE,
    ),
}
"""Someone or something is so; a signal tells what was done instead, and how it felt."""

ADVISES = {
    "en": re.compile(
        r"\b(leav(e|es|ing)|(you|should|must|to|better|please|can|just) stay|stay with"
        r"|stay together|confront\w*|break(ing)? up|split(ting)? up|divorc\w*|mov(e|ing) out"
        r"|walk(ing)? away|get(ting)? (out|away)|go(ing)? away|stand(ing)? up to|forgiv\w*"
        r"|end(ing)? (it|the|this|your) \w+|another chance|should|ought|had better"
        r"|press(ing)? charges|advise\w*|recommend\w*"
        r"|(tell|ask|face|report) (the other|them|him|her)\b(?! is))\b"
        r"|^stay\b|[.!?:;] stay\b",
        re.IGNORECASE,
    ),
    "nl": re.compile(
        r"\b(verlaat|verlaten|vertrek\w*|weggaan|weg te gaan|ga(at)?( \w+){0,4} weg|blijf|blijf je"
        r"|(je|moet|te|beter|samen|kunt|kun) blijven|confront\w*|uit elkaar|scheid\w*"
        r"|verhuis|verhuizen|aangifte|aan te spreken|aanspreken|spreek( \w+){0,3} aan|vergeef\w*"
        r"|vergeven|nog een kans|ra(ad|den)( \w+){0,3} aan|aanrad\w*|aan te raden"
        r"|(je|jij) moet|moet (je|jij)|zou (je|jij)|(zeg|vertel|vraag)( het)? (aan )?de ander)\b",
        re.IGNORECASE,
    ),
}
"""How one would be told to go, to stay, to confront, or what to do at all."""

HARMLESS = {
    "en": (
        *("Leave at once", "leave it", "Leave out", "Leave open", "Leave this thread"),
        *("Lock and leave", "go on or leave", "stop or leave", "If you leave or stop now"),
        *("leaves the clipboard", "leaves the search", "leaves at once", "leaves no sign"),
        *("leaves nothing behind", "leaves traces", "leaves less behind", "nothing leaves"),
        *("Does it leave me", "if it is to stay", "what you should do", "how you leave"),
        *("Where should the", "should be brought in"),
    ),
    "nl": (
        *("verdergaan of weggaan", "stoppen of weggaan", "Ga je weg of stop je"),
        *("Vergrendelen en weggaan", "Deze draad verlaten"),
        *("wat je moet doen", "als je moet vluchten", "die moet blijven", "gaan ook weg"),
        *("er gaat niets weg", "ver uit elkaar", "verder uit elkaar"),
        *("verlaat de computer", "Oefen het snelle weggaan", "Ga meteen weg met drie keer Shift"),
    ),
}
"""What is left, stays or goes in them is the program, a file, a question or a code."""

COURT = {
    "en": re.compile(
        r"\b(courts?|judges?|lawyer\w*|legal\w*|evidence|proof|proves?|proving|witness\w*)\b",
        re.IGNORECASE,
    ),
    "nl": re.compile(
        r"\b(rechters?|rechtbank\w*|rechtszaak|juridisch\w*|wettelijk\w*|advoca\w*|bewij\w*|bewezen|getuig\w*)\b",
        re.IGNORECASE,
    ),
}
