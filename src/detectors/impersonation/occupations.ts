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
