/** Occupations that people claim in comments, and standings that everybody has. */

const OCCUPATIONS = new Set(
  [
    // health and care
    "nurse doctor physician surgeon gp dentist hygienist pharmacist paramedic emt medic midwife optician radiographer dietitian nutritionist physiotherapist physio therapist psychologist psychiatrist counselor counsellor vet veterinarian paediatrician pediatrician carer caregiver childminder nanny orderly phlebotomist",
    // school and science
    "teacher professor lecturer educator librarian principal headteacher tutor coach student postdoc scientist researcher scholar academic biologist chemist biochemist physicist epidemiologist statistician mathematician geologist meteorologist sociologist anthropologist linguist historian economist archivist curator",
    // law, state, uniform
    "lawyer attorney solicitor barrister judge prosecutor defender paralegal magistrate notary coroner juror mediator negotiator detective officer cop policeman policewoman copper sheriff warden guard bailiff firefighter fireman soldier marine sailor seaman submariner airman veteran vet diplomat politician policymaker lobbyist aide bureaucrat councillor councilman senator mayor minister ambassador commander captain colonel sergeant lieutenant inspector interpreter translator",
    // business
    "accountant bookkeeper auditor actuary banker trader broker investor underwriter adjuster entrepreneur businessman businesswoman consultant analyst manager executive owner founder ceo cfo cto director chairman president partner recruiter realtor landlord secretary receptionist clerk assistant administrator buyer retailer shopkeeper salesman saleswoman salesperson marketer copywriter publicist",
    // technology
    "engineer machinist developer programmer controller coder architect designer sysadmin technician tester",
    // press and arts
    "journalist reporter editor writer author columnist photographer filmmaker producer publisher printer broadcaster artist musician composer singer dancer actor conductor illustrator critic novelist",
    // trades, land, transport
    "farmer rancher ranger grower fisherman carpenter joiner electrician plumber mechanic welder roofer bricklayer mason plasterer painter decorator builder contractor surveyor glazier locksmith machinist operator miner docker lumberjack logger gardener landscaper arborist driver trucker courier postman mailman pilot steward stewardess attendant conductor dispatcher mechanic lineman",
    // food and services
    "chef cook baker butcher brewer waiter waitress bartender barista cashier cleaner janitor caretaker hairdresser barber tailor florist undertaker realtor referee umpire lifeguard bouncer",
    // church and causes
    "pastor priest rabbi imam vicar chaplain minister missionary activist organizer organiser unionist volunteer",
    // standing by experience
    "witness survivor refugee immigrant professional expert specialist practitioner worker employee teller archaeologist psychiatrist cardiologist oncologist radiologist pathologist neurologist ecologist zoologist astronomer virologist electrician technician optician musician pediatrician obstetrician beautician mathematician criminologist toxicologist hydrologist seismologist immunologist photographer longshoreman tuner signalman supervisor servant rn lpn cpa psychotherapist forester beekeeper reinsurer tech teller archaeologist psychiatrist cardiologist oncologist radiologist pathologist neurologist ecologist zoologist astronomer virologist electrician technician optician musician pediatrician obstetrician beautician mathematician criminologist toxicologist hydrologist seismologist immunologist photographer longshoreman tuner signalman supervisor servant rn lpn cpa np jd",
  ]
    .join(" ")
    .split(" "),
);

/** Standings that everybody has: "as a reader", "as a taxpayer". */
const COMMON_STANDING = new Set(
  "reader voter taxpayer citizen customer consumer user viewer fan supporter member person human man woman guy kid child parent mother father mom dad wife husband son daughter brother sister friend neighbor neighbour resident local foreigner outsider newcomer subscriber passenger commuter follower observer listener player gamer matter result whole rule consequence reminder bonus joke kid teenager adult".split(
    " ",
  ),
);

const OCCUPATION_SUFFIX = /(?:ologist|ician|iatrist|ographer)$/u;

export function isCredential(norm: string): boolean {
  if (COMMON_STANDING.has(norm)) return false;
  return OCCUPATIONS.has(norm) || (norm.length > 6 && OCCUPATION_SUFFIX.test(norm));
}

/** Occupations that a sentence names beside a first person, where no frame vouches for the meaning of the word. */
const AMBIGUOUS = new Set(
  "student witness survivor partner owner professional expert volunteer critic painter cook driver singer operator executive immigrant refugee worker employee buyer investor writer founder tester contractor".split(
    " ",
  ),
);
const PLAIN = [...OCCUPATIONS].filter((norm) => !AMBIGUOUS.has(norm));

function plural(norm: string): string {
  return norm.endsWith("man") ? `${norm.slice(0, -2)}en` : `${norm}s`;
}

/** Word classes of the credential phrases. */
export const OCCUPATION_CLASSES: Readonly<Record<string, readonly string[]>> = {
  job: [...OCCUPATIONS],
  jobs: PLAIN.filter((norm) => norm !== "president").map(plural),
  period: "year years yr yrs decade decades season seasons summers".split(" "),
  adverb:
    "actually also only just currently still now myself personally literally honestly previously once always recently too both really proudly already".split(
      " ",
    ),
  job_plain: PLAIN,
  worked:
    "worked taught nursed served cooked drove flew sold managed ran practised practiced tended coached refereed edited audited farmed fished mined welded built translated prosecuted defended policed umpired reviewed processed designed installed repaired cleaned forecast delivered hung bartended waitressed programmed coded owned operated traded underwrote counselled counseled lobbied".split(
      " ",
    ),
  working:
    "working teaching nursing serving cooking driving flying selling managing running practising practicing coaching refereeing editing auditing farming fishing mining welding building translating prosecuting defending policing reviewing designing installing repairing cleaning programming coding trading picking cutting underwriting counselling litigating inspecting writing reporting fixing supervising researching".split(
      " ",
    ),
  sector:
    "advertising insurance reinsurance banking finance marketing nursing teaching education healthcare construction retail hospitality journalism publishing logistics shipping aviation mining farming forestry engineering software medicine law policing intelligence consulting accounting procurement manufacturing hr it pr sales recruitment catering".split(
      " ",
    ),
  goods:
    "rooms claims weather law lock locks boilers houses homes roofs mortgages taxes machines proceedings court courts medicine meat pipes parcels packages books accounts bridges engines cars visas".split(
      " ",
    ),
  have: ["have", "'ve", "had", "'d"],
  am: ["am", "'m", "was", "became"],
  business:
    "farm ranch dairy business company firm shop store restaurant cafe bar pub hotel clinic practice department school lab laboratory warehouse agency charity nursery bakery garage salon newsroom ward kitchen studio plant factory vineyard brewery bookshop office programme program consultancy daycare outfit".split(
      " ",
    ),
  vehicle:
    "bus buses truck trucks lorry lorries taxi taxis cab cabs train trains tram trams ambulance rig forklift".split(
      " ",
    ),
  line: "industry trade business profession sector field service force army navy military police marines infantry raf classroom courtroom cockpit kitchen trenches job beat bench ring".split(
    " ",
  ),
  degree: "doctorate phd dissertation thesis residency apprenticeship masters postdoc degree fellowship".split(" "),
  mine: "patients clients students pupils parishioners classroom constituents caseload apprentices colleagues".split(
    " ",
  ),
};
