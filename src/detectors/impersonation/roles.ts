/** Roles: which words name an office, and which of them name the same one. */

/** Words of one class are the same office in other words: "head of", "chief of", "leads". */
const CLASSES: Readonly<Record<string, string>> = {
  head: "head chief director leader boss chair chairman chairwoman chairperson ceo president principal superintendent dean rector executive commissioner administrator coordinator",
  founder: "founder cofounder co-founder owner proprietor",
  spokesperson: "spokesperson spokesman spokeswoman spox",
  minister: "minister secretary",
  mayor: "mayor",
  governor: "governor",
  ambassador: "ambassador envoy",
  commander: "commander general colonel admiral captain major sergeant lieutenant",
  editor: "editor editor-in-chief publisher",
  lawmaker:
    "senator congressman congresswoman mp deputy-speaker speaker councillor councilman councilwoman councilor legislator",
  officer: "officer sheriff prosecutor attorney judge inspector detective auditor ombudsman",
  scholar: "professor researcher scientist analyst economist historian fellow lecturer epidemiologist",
  coach: "coach trainer",
  author: "author writer reporter correspondent journalist columnist",
  engineer: "engineer architect planner",
  doctor: "doctor physician surgeon",
  lawyer: "lawyer barrister solicitor",
};

/** Roles of which each is an office of its own. */
const OTHER_ROLES =
  "plumber electrician carpenter partner astronomer manager member deputy headteacher headmaster headmistress teacher nurse midwife guard greengrocer librarian curator negotiator adviser advisor chancellor provost master warden fitter spokesman captain skipper referee judge magistrate mediator delegate member critic conductor composer producer developer designer treasurer registrar actuary broker trader banker investor strategist consultant biologist chemist physicist glaciologist geologist meteorologist virologist astronomer ecologist psychologist sociologist anthropologist linguist statistician mathematician farmer grower fisherman angler butcher baker chef pilot driver paramedic firefighter pastor priest bishop archbishop imam rabbi vicar king queen prince princess sheriff marshal constable cofounder trustee patron chairwoman chaplain dispatcher forester ranger keeper vet veterinarian".split(
    " ",
  );

const CLASS_OF = new Map<string, string>([
  ...OTHER_ROLES.map((word): [string, string] => [word, word]),
  ...Object.entries(CLASSES).flatMap(([name, words]) => words.split(" ").map((word): [string, string] => [word, name])),
]);

/** Words that stand before a role without changing the office: chief executive, executive director. */
export const ROLE_MODIFIERS: ReadonlySet<string> = new Set(
  "chief executive managing senior transport water wildlife energy environment trade labour labor culture sports finance electoral fire harbour harbor medical security lead imaging mission student club union newspaper field site duty bureau night crossing board group company national regional general foreign prime defence defense interior health finance justice education press lead principal operations financial technical medical scientific communications research programme program country mission police fire school city county state federal head team project".split(
    " ",
  ),
);

/** Words that open a sentence or a title and are no organisation, though they stand capitalised before a role. */
export const DESCRIPTORS: ReadonlySet<string> = new Set(
  "union club team student captain lead local top chief security imaging mission prime vice deputy assistant acting former ex veteran new old young retired night crossing ward newspaper pop rock film art trade shop harbour harbor fire police finance justice health education defence defense foreign interior transport water wildlife energy environment culture sports labour labor electoral regional national medical head senior junior executive managing general state county city town village".split(
    " ",
  ),
);

/** Words that make it another office: a former or deputy head is not the head. */
export const ROLE_SHIFTERS: ReadonlySet<string> = new Set(
  "former ex retired past acting interim deputy vice late onetime incoming outgoing assistant associate".split(" "),
);

/** Classes of which one office has one holder at a time. */
const UNIQUE = new Set([
  "head",
  "minister",
  "mayor",
  "governor",
  "commander",
  "editor",
  "founder",
  "ambassador",
  "headteacher",
  "headmaster",
  "headmistress",
  "chancellor",
  "provost",
  "archbishop",
]);
/** Members of a unique class that many people hold side by side. */
const SHARED = new Set(
  "manager coordinator administrator captain sergeant lieutenant major principal leader officer executive secretary owner envoy".split(
    " ",
  ),
);

/** The office a word names, or undefined. */
export function roleClass(norm: string): string | undefined {
  return CLASS_OF.get(norm);
}

export function isUniqueRole(norm: string): boolean {
  const name = CLASS_OF.get(norm);
  return name !== undefined && UNIQUE.has(name) && !SHARED.has(norm);
}

/** Verbs of holding an office, with the class of the office. */
export const LEADING_VERBS: ReadonlyMap<string, string> = new Map(
  "heads leads runs directs chairs headed led lead head run chair manages"
    .split(" ")
    .map((verb): [string, string] => [verb, "head"])
    .concat([
      ["founded", "founder"],
      ["founds", "founder"],
      ["edits", "editor"],
      ["commands", "commander"],
    ]),
);

/** Verbs a comment may claim an office with; "I run" and "I manage" are said of machines and households. */
export const CLAIMING_VERBS: ReadonlySet<string> = new Set(
  "head lead chair founded led headed chaired heads leads chairs".split(" "),
);

/** Words that make an office another one: the defence minister is not the finance minister. */
export const FIELDS_OF_OFFICE: ReadonlySet<string> = new Set(
  "foreign prime defence defense interior health finance justice education transport water wildlife energy environment trade labour labor culture sports press communications research financial technical medical scientific operations".split(
    " ",
  ),
);

/** Occupations and standings that people claim in comments: weak, and mostly true. */
const CREDENTIALS = new Set(
  (
    "operator unionist policymaker negotiator mediator curator archivist surveyor joiner roofer welder miner docker fisherman baker butcher tailor hairdresser florist courier clerk secretary receptionist caretaker guard warden juror magistrate notary coroner midwife optician radiographer dietitian physiotherapist carer childminder tutor coach referee umpire conductor composer singer dancer filmmaker producer publisher printer " +
    "journalist reporter nurse doctor physician surgeon dentist pharmacist paramedic emt therapist psychologist psychiatrist counselor counsellor veterinarian " +
    "teacher professor lecturer educator librarian principal student scientist researcher engineer developer programmer architect economist historian lawyer attorney " +
    "solicitor barrister judge prosecutor paralegal accountant banker trader investor entrepreneur businessman businesswoman consultant analyst manager executive " +
    "veteran soldier marine officer cop policeman policewoman detective firefighter pilot sailor diplomat politician aide civil-servant farmer rancher carpenter electrician " +
    "plumber mechanic driver trucker chef cook waiter waitress bartender cashier barista cleaner janitor nanny landlord realtor journalist editor writer author photographer artist musician " +
    "designer actor pastor priest rabbi imam minister chaplain activist volunteer witness survivor refugee immigrant professional expert specialist practitioner worker employee " +
    "scholar academic biologist chemist physicist epidemiologist statistician geologist meteorologist sociologist anthropologist linguist translator interpreter " +
    "owner founder ceo director chairman president mayor senator ambassador commander captain colonel sergeant"
  ).split(" "),
);

/** Standings that everybody has: "as a reader", "as a taxpayer". */
const COMMON_STANDING = new Set(
  "reader voter taxpayer citizen customer consumer user viewer fan supporter member person human man woman guy kid child parent mother father mom dad wife husband son daughter brother sister friend neighbor neighbour resident local foreigner outsider newcomer subscriber passenger commuter follower observer listener player gamer matter result whole rule consequence reminder bonus joke kid teenager adult".split(
    " ",
  ),
);

export function isCredential(norm: string): boolean {
  if (COMMON_STANDING.has(norm)) return false;
  return CREDENTIALS.has(norm) || (norm.length > 6 && /(?:ologist|ician|iatrist|ographer)$/u.test(norm));
}
