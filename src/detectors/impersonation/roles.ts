/** Roles: which words name an office, and which of them name the same one. */

/** Words of one class are the same office in other words: "head of", "chief of", "leads". */
const CLASSES: Readonly<Record<string, string>> = {
  head: "head chief director md leader boss chair chairman chairwoman chairperson ceo president principal superintendent dean rector executive commissioner administrator coordinator",
  founder: "founder cofounder co-founder owner proprietor",
  spokesperson: "spokesperson spokesman spokeswoman spox",
  minister: "minister secretary undersecretary",
  mayor: "mayor",
  governor: "governor",
  ambassador: "ambassador envoy",
  commander: "commander general colonel admiral captain major sergeant lieutenant",
  editor: "editor editor-in-chief publisher",
  lawmaker:
    "senator congressman congresswoman mp mep msp mla td speaker councillor councilman councilwoman councilor legislator lawmaker alderman assemblyman assemblywoman",
  officer: "officer sheriff prosecutor attorney judge inspector detective auditor ombudsman ombudswoman",
  scholar: "professor researcher scientist analyst economist historian fellow lecturer epidemiologist academic",
  coach: "coach trainer",
  author: "author writer reporter correspondent journalist columnist",
  engineer: "engineer architect planner",
  doctor: "doctor physician surgeon",
  lawyer: "lawyer barrister solicitor",
  // One letter of "chief … officer" tells them apart.
  cfo: "cfo",
  coo: "coo",
  cto: "cto",
  cio: "cio ciso",
  cmo: "cmo",
};

/** Roles of which each is an office of its own. */
const OTHER_ROLES = [
  // government and law
  "chancellor magistrate mediator delegate negotiator chaplain marshal constable trooper coroner bailiff notary arbitrator advocate counsel representative whip rapporteur consul registrar comptroller controller clerk reeve selectman bailie sexton harbourmaster harbormaster stationmaster postmistress quartermaster convener convenor adviser advisor strategist pollster",
  // schools, research, museums
  "headteacher headmaster headmistress teacher provost warden bursar master tutor student librarian archivist curator conservator restorer archaeologist astronomer astrophysicist biologist microbiologist chemist biochemist physicist geologist glaciologist meteorologist climatologist hydrologist oceanographer seismologist ecologist zoologist botanist entomologist ornithologist agronomist virologist immunologist toxicologist pharmacologist neuroscientist psychologist sociologist anthropologist criminologist demographer linguist statistician mathematician philosopher theologian musicologist ethicist palaeontologist paleontologist technician",
  // health
  "nurse midwife paramedic medic pathologist cardiologist oncologist neurologist radiologist psychiatrist paediatrician pediatrician gynaecologist therapist physiotherapist counsellor counselor pharmacist dentist optician dietitian nutritionist vet veterinarian",
  // business and trades
  "manager partner trustee patron treasurer actuary broker trader banker investor consultant accountant underwriter recruiter developer programmer designer producer specialist expert agent landlord landlady proprietor organiser buyer valuer auctioneer realtor surveyor foreman forewoman electrician plumber carpenter joiner fitter welder mechanic bricklayer roofer machinist miner driver dispatcher greengrocer butcher baker chef brewer winemaker restaurateur hotelier shopkeeper retailer wholesaler importer exporter gardener forester ranger keeper farmer grower shepherd rancher beekeeper angler fisherman guard steward postman postmaster undertaker lifeguard firefighter pilot navigator helmsman",
  // church and crown
  "pastor priest bishop archbishop imam rabbi vicar elder king queen prince princess sheikh emir sultan",
  // sport, arts, campaigns
  "skipper striker midfielder defender goalkeeper winger batter batsman bowler seamer quarterback jockey referee umpire selector scout physio critic conductor composer intendant musician singer violinist pianist cellist organist choreographer dancer actor actress playwright novelist poet illustrator sculptor painter photographer filmmaker screenwriter broadcaster presenter translator interpreter campaigner activist organiser organizer facilitator volunteer member candidate",
]
  .join(" ")
  .split(" ");

const CLASS_OF = new Map<string, string>([
  ...OTHER_ROLES.map((word): [string, string] => [word, word]),
  ...Object.entries(CLASSES).flatMap(([name, words]) => words.split(" ").map((word): [string, string] => [word, name])),
]);

/** Words that stand before a role and are neither a name nor an organisation, even with a capital. */
export const ROLE_MODIFIERS: ReadonlySet<string> = new Set(
  "chief executive managing housing sporting crime senior junior principal lead head general deputy assistant associate visiting emeritus honorary artistic creative musical commercial operating transport water wildlife energy environment trade labour labor culture sports finance electoral fire harbour harbor medical clinical nursing security imaging mission student club union newspaper field site duty bureau night crossing board group company national regional foreign prime defence defense interior health home justice education press operations financial technical scientific communications policy legal legislative research programme program project country county city state federal police school team parish district town ward shop cabinet staff marine policing investment portfolio product engineering information technology marketing sales editorial political economics science business crime sport features opinion staff opposition route port interior artistic first previous county shop town general permanent".split(
    " ",
  ),
);

/** Words that open a sentence or a title and are no organisation, though they stand capitalised before a role. */
export const DESCRIPTORS: ReadonlySet<string> = new Set(
  "union club team student captain lead local top chief security imaging mission prime vice deputy assistant acting former ex veteran new old young retired night crossing ward newspaper pop rock film art trade shop harbour harbor fire police finance justice health education defence defense foreign interior transport water wildlife energy environment culture sports labour labor electoral regional national medical head senior junior executive managing general state county city town village co shadow home lead marine project opposition first co senior previous".split(
    " ",
  ),
);

/** Words that make it another office: a former or deputy head is not the head. */
export const ROLE_SHIFTERS: ReadonlySet<string> = new Set(
  "former ex retired past acting interim deputy vice late onetime incoming outgoing assistant associate shadow previous ousted".split(
    " ",
  ),
);

/** Words after a role that belong to it: "attorney general", "professor emeritus", "president-elect". */
export const POST_MODIFIERS: ReadonlySet<string> = new Set(["general", "emeritus", "emerita", "elect", "designate"]);

/** Classes of which one office has one holder at a time. */
const UNIQUE = new Set(
  "head minister mayor governor commander editor founder ambassador headteacher headmaster headmistress chancellor provost archbishop cfo coo cto cio cmo".split(
    " ",
  ),
);
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
  "heads leads runs directs chairs headed led chaired directed lead head run chair direct"
    .split(" ")
    .map((verb): [string, string] => [verb, "head"])
    .concat([
      ["founded", "founder"],
      ["founds", "founder"],
      ["edits", "editor"],
      ["commands", "commander"],
      ["coaches", "coach"],
      ["manages", "manager"],
      ["managed", "manager"],
      ["manage", "manager"],
    ]),
);

/** Verbs a comment may claim an office with. */
export const CLAIMING_VERBS: ReadonlySet<string> = new Set(
  "head lead chair run manage direct founded led headed chaired managed directed run".split(" "),
);

/** Endings of nouns that name a doer: "landlord", "bellringer", "harbourmaster". */
const DOER = /(?:er|or|ist|ian|ant|ent|man|woman|person|lord|lady|master|mistress|keeper|head|warden)$/u;
const NOT_AN_OFFICE = new Set(
  "daughter mother father sister brother winner other number centre center matter resident parent patient client opponent supporter subscriber reader customer user villager winter summer river order letter paper computer answer offer customer consumer voter viewer follower newcomer outsider foreigner survivor killer murderer suspect defendant claimant complainant plaintiff victim woman man person error terror power tower corner border quarter member neighbor neighbour stranger tenant servant teenager youngster pensioner grandmother grandfather stepfather stepmother lover partner descendant inhabitant dissident successor predecessor contender favourite underdog runner dinner weather water never ever over under after former later latter present recent student talent accident incident agreement department government parliament moment event element apartment investment statement shelter treatment payment movement development environment management document argument segment".split(
    " ",
  ),
);

/** A noun that may name an office where the grammar already says that one stands there. */
export function isDoer(norm: string): boolean {
  return norm.length >= 5 && DOER.test(norm) && !NOT_AN_OFFICE.has(norm);
}

/** Verbs that let a person speak. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  "said says told tells added adds wrote writes argued argues warned warns noted notes explained explains asked asks replied replies claimed claims insisted insists recalled recalls joked jokes stated states announced announces confirmed confirms admitted admits fumed laughed sighed shrugs urged urges called calls reckons reckoned insisted conceded promised promises disputed denied denies deadpanned giggled muttered shouted complained complains demanded demands declared declares observed observes predicted predicts responded responds testified tweeted posted praised blamed accused welcomed described describes suggested suggests believes hopes acknowledged acknowledges apologised apologized criticised criticized defended declined vowed pledged thanked".split(
    " ",
  ),
);
