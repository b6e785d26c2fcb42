/**
 * Ways of claiming an occupation or experience other than "As a …": a table of phrases in the small
 * language of text/pattern.ts, each with a sentence that it finds and one that it must not.
 */
export interface CredentialPhrase {
  readonly pattern: string;
  /** No small word may stand in its gaps: "Retired traffic controller here", not "Is the nurse here". */
  readonly bare?: boolean;
  /** A mark, "here" or "myself" must follow: "Former Marine, two tours", not "Former Marine Bo Ek said". */
  readonly closed?: boolean;
  readonly hit: string;
  readonly miss: string;
}

export const CREDENTIAL_PHRASES: readonly CredentialPhrase[] = [
  // The occupation as an introduction
  {
    pattern: "^ ..4 ~job here|speaking",
    bare: true,
    hit: "Retired air traffic inspector here.",
    miss: "Is there a nurse here?",
  },
  {
    pattern: "^ former|retired|ex|longtime|lifelong|old ..2 ~job",
    bare: true,
    closed: true,
    hit: "Former marine, two tours.",
    miss: "Former Marine Bo Ek said so.",
  },
  {
    pattern: "^ ..2 ~job of|for|with _ ~period",
    bare: true,
    hit: "Teacher of 20 years.",
    miss: "The teacher of my son.",
  },
  {
    pattern: "a|an ..4 ~job myself",
    bare: true,
    hit: "The mother of a boy and a special needs assistant myself, I wept.",
    miss: "A nurse herself, she wept.",
  },
  { pattern: "myself a|an ..3 ~job", bare: true, hit: "Myself a carpenter, I agree.", miss: "I hurt myself, a lot." },
  { pattern: "we|us|fellow ~jobs", hit: "We vets see this every summer.", miss: "We see vets every summer." },
  // "I am", "I was", "I have been"
  {
    pattern: "i ~am ~adverb? ~adverb? a|an ..4 ~job",
    bare: true,
    hit: "I'm only a small-town hairdresser.",
    miss: "I'm a fan of the nurse.",
  },
  {
    pattern: "i ~have ~adverb? been ~adverb? a|an ..4 ~job",
    bare: true,
    hit: "I've been a structural engineer since 1994.",
    miss: "I've been a subscriber since 1994.",
  },
  {
    pattern: "i who ..3 a|an ..3 ~job",
    hit: "I, who have been an architect, doubt it.",
    miss: "I, who can read, doubt it.",
  },
  {
    pattern: "i used to be a|an ..4 ~job",
    bare: true,
    hit: "I used to be a park ranger and guard.",
    miss: "I used to be a fan.",
  },
  {
    pattern: "^ being|having a|an|been ..4 ~job",
    closed: true,
    hit: "Being a librarian myself, I can assure you.",
    miss: "Being a librarian is hard.",
  },
  {
    pattern: "i ~am ~adverb? licensed|qualified|certified|trained",
    hit: "I am qualified to say so.",
    miss: "They are qualified to say so.",
  },
  { pattern: "i|we 're|are|were ~adverb? ~jobs", hit: "We're both teachers.", miss: "They're both teachers." },
  { pattern: "i retired as|from", hit: "I retired from the bank in May.", miss: "She retired from the bank." },
  {
    pattern: "before|since|when|until i retired",
    hit: "Before I retired I ran a ward.",
    miss: "Before he retired he ran a ward.",
  },
  // Work, described
  {
    pattern: "i|we ~adverb? work|worked in|as|at",
    hit: "I work in insurance claims.",
    miss: "They work in insurance.",
  },
  {
    pattern: "i|we ~have ~adverb? worked in|as|at|for|with",
    hit: "I've worked in security.",
    miss: "It has worked in Bonn.",
  },
  {
    pattern: "i|we ~have been working in|as|at",
    hit: "I have been working in this trade.",
    miss: "I have been working out.",
  },
  { pattern: "i|we work|worked for a|an|the", hit: "I work for the council.", miss: "It works for the council." },
  {
    pattern: "i used to work|write|sell|drive|run|teach|practise|practice|fly|manage|design|edit|litigate|build",
    hit: "I used to write press releases for a drug company.",
    miss: "I used to like press releases.",
  },
  {
    pattern:
      "i ~adverb? teach|taught|lecture|practise|litigate|prosecuted|refereed|umpired|coached|farm|farmed|lobbied",
    hit: "I teach constitutional law.",
    miss: "They teach law.",
  },
  {
    pattern:
      "i ~have ~adverb? taught|refereed|umpired|coached|farmed|practised|practiced|prosecuted|lectured|managed|edited|audited|nursed|litigated|served|published",
    hit: "I've refereed amateur football for 20 seasons.",
    miss: "I've watched football for 20 seasons.",
  },
  {
    pattern: "i|we ~have? drive|drove|driven a|an|the|for ..2 ~vehicle",
    hit: "I drive a city bus.",
    miss: "I drive a small car.",
  },
  {
    pattern:
      "i|we ~adverb? run|ran|own|owned|manage|managed|operate|operated|started a|an|the|my|our|one|two ..4 ~business",
    hit: "My wife and I ran a dairy farm.",
    miss: "I ran past the shop.",
  },
  {
    pattern: "i|we ~have? served? served in|on|as|with",
    hit: "I served on our local school board.",
    miss: "It served as a warning.",
  },
  {
    pattern: "i|we sat|sit on a|an|the|our ..3 board|committee|bench|council|panel|jury",
    hit: "I sat on a jury.",
    miss: "I sat on a wall.",
  },
  {
    pattern:
      "i ~have? ~adverb? cooked|sold|flew|flown|fished|mined|welded|built|repaired|designed|translated|edited|researched|studied|delivered ..5 for|over ..2 ~period",
    hit: "I sold used cars for ten years.",
    miss: "I sold my car for ten dollars.",
  },
  {
    pattern: "i ~have been in the|this ..2 ~line",
    hit: "I've been in the business long enough.",
    miss: "I've been in the queue.",
  },
  {
    pattern: "i was in the army|navy|marines|raf|infantry|police|service|military|fbi",
    hit: "I was in the navy.",
    miss: "I was in the shop.",
  },
  // Years of it
  {
    pattern: "spent ..4 ~period|career|life as|in|advising|~working",
    hit: "Having spent twelve years as a public defender, I sigh.",
    miss: "I spent two years waiting.",
  },
  {
    pattern: "i|'ve|have spent my|our|most ..3 career",
    hit: "I spent my career in the civil service.",
    miss: "She spent her career there.",
  },
  {
    pattern: "^ having worked|managed|taught|run|served|practised|practiced|led|sold|prosecuted|covered|edited ..3",
    hit: "Having managed a warehouse, I can confirm it.",
    miss: "Having a warehouse is nice.",
  },
  {
    pattern:
      "in|after|for|with my? ..2 ~period of|as teaching|nursing|practice|practising|driving|policing|farming|service|coaching",
    hit: "After 20 years of teaching, I doubt it.",
    miss: "After 20 years of waiting, I doubt it.",
  },
  {
    pattern: "in my _? _ ~period as|in|of|on|at|with|behind",
    hit: "In my 30+ years in banking I never saw one.",
    miss: "In my house I never saw one.",
  },
  {
    pattern: "my ..1 time|days|career|life|job|shift as a|an ..3 ~job",
    bare: true,
    hit: "My time as a deputy mayor taught me.",
    miss: "This time as a family we stay.",
  },
  { pattern: "_ ~period in|on the|this ..2 ~line", hit: "26 years on the job.", miss: "26 years on the shelf." },
  {
    pattern: "during|in|from my time|days|years|career as|in|at|with|on",
    hit: "During my time at the ministry it was so.",
    miss: "During our time it was so.",
  },
  {
    pattern: "i|'ve|have ..3 doing this|it for|professionally",
    hit: "I've been doing this for ages.",
    miss: "They keep doing this for money.",
  },
  {
    pattern: "i ~have? ~adverb? ~worked ..6 for|over|until ..3 ~period",
    hit: "My wife and I owned a bookstore for 13 years.",
    miss: "I waited for eighteen years.",
  },
  {
    pattern: "^ ~worked ..6 for|over|until ..3 ~period",
    hit: "Taught 7th grade math for eighteen years.",
    miss: "Waited for eighteen years.",
  },
  {
    pattern: "^ i? ~worked ..4 _ ~period",
    hit: "Worked the line 14 yrs.",
    miss: "Lived here 14 yrs.",
  },
  {
    pattern: "i ~have ..2 ~working",
    hit: "I've been teaching English since before you were born.",
    miss: "I've been reading this paper for years.",
  },
  {
    pattern: "_ ~period as|in|of ~working",
    hit: "After two decades of editing cookbooks I know.",
    miss: "After two decades of marriage I know.",
  },
  {
    pattern: "_ ~period in|behind|on ..2 ~line|chair|wheel|counter|bar",
    hit: "Thirty years behind the chair.",
    miss: "Thirty years behind the times.",
  },
  {
    pattern: "^ ~job_plain ~job_plain?",
    closed: true,
    hit: "Locksmith. That lock is junk.",
    miss: "Locksmith says no.",
  },
  { pattern: "~job _ ~period", hit: "Fine (electrician, 20 yrs).", miss: "The electrician took 20 minutes." },
  { pattern: "^ _ ~period a|an|as ..2 ~job", hit: "Forty years a forester.", miss: "Forty years a widow." },
  { pattern: "~job by trade|training|profession", hit: "Statistician by training.", miss: "Ruined by training." },
  {
    pattern: "as someone|somebody|one who ~worked|works|teaches|drives|runs|treats|'s|has",
    hit: "Speaking as somebody who drove a bus.",
    miss: "As somebody who reads the paper.",
  },
  {
    pattern: "i 'm|am the ..2 ~job_plain",
    hit: "At the school where I'm the nurse.",
    miss: "I'm the father of a nurse.",
  },
  { pattern: "^ am a|an ..3 ~job", bare: true, hit: "Look it up. Am a marine engineer.", miss: "Am I a lawyer?" },
  {
    pattern:
      "i clean|process|forecast|install|repair|inspect|underwrite|translate|practice|prescribe|deliver|audit|adjust ..1 ~goods",
    hit: "I clean hotel rooms.",
    miss: "I clean my room.",
  },
  {
    pattern: "my own patients|clients|students|pupils",
    hit: "My own patients ask me.",
    miss: "My own children ask me.",
  },
  {
    pattern: "in|at my lab|laboratory|clinic|newsroom|courtroom|squad|platoon",
    hit: "In my lab we rerun it.",
    miss: "In my shed we rerun it.",
  },
  {
    pattern: "my firm|company|crew|shop|practice designs|builds|makes|does|sells|installs|repairs|handles",
    hit: "My firm designs walls.",
    miss: "My son designs walls.",
  },
  {
    pattern: "when|where i worked|was on|in|at|for the|a|an? ..2 ~line|ambulance|newsroom|ward|bench|floor",
    hit: "When I was on the ambulance we had a name for it.",
    miss: "When I was on the beach we had a name for it.",
  },
  {
    pattern: "newsroom|office|hospital|school|shop|firm|company|plant|place|department where i worked|work",
    hit: "In the newsroom where I worked, nobody asked.",
    miss: "In the house where I lived it was so.",
  },
  {
    pattern: "i do ..2 support|doordash|deliveries|inspections|audits|nights|installs|taxes",
    hit: "I do tech support.",
    miss: "I do like this.",
  },
  { pattern: "i|we served ..1 _ tours|years|terms", hit: "I served two tours.", miss: "I served two guests." },
  {
    pattern:
      "i clerked|interned|machined|audited|underwrote|apprenticed|freelanced|moderated|adjudicated|officiated|bartended|waitressed|soldiered",
    hit: "I clerked for a judge.",
    miss: "I clicked on it.",
  },
  {
    pattern: "correction|word|opinion from a|an ..3 ~job",
    bare: true,
    hit: "One correction from a professional beekeeper and guard.",
    miss: "A letter from a friend.",
  },
  {
    pattern: "^ ..2 ~job 's opinion|view|take|perspective",
    bare: true,
    hit: "Diesel mechanic's opinion, for free.",
    miss: "The mechanic's opinion counts.",
  },
  { pattern: "having ~worked|done", hit: "Having done background checks, I know.", miss: "Having lunch, I know." },
  {
    pattern: "~period in|of ..1 ~sector",
    hit: "Three decades in reinsurance taught me.",
    miss: "Three decades in Bonn taught me.",
  },
  {
    pattern: "i was|worked in ~sector",
    hit: "I was in advertising for a long time.",
    miss: "I was in pain for a long time.",
  },
  {
    pattern:
      "^ commercial|licensed|registered|certified|professional|civil|electrical|mechanical|structural|diesel|freelance|copy|er|icu ~job_plain",
    closed: true,
    hit: "Commercial fisherman, third generation.",
    miss: "Commercial fisherman Bo Ek drowned.",
  },
  {
    pattern: "my ..2 ~period in|as|on|at|with",
    hit: "My thirty years in the Coast Guard taught me.",
    miss: "My thirty boats in the bay.",
  },
  { pattern: "in my practice", hit: "In my practice I see it weekly.", miss: "In my opinion it is weekly." },
  {
    pattern:
      "i studied|cut|groom|sell|tune|supervise|drive|interview|interviewed law|medicine|hair|dogs|pianos|cars|insurance|residents|applicants|candidates|trucks|asylum|medical",
    hit: "I cut hair.",
    miss: "I cut corners.",
  },
  {
    pattern: "where|when i was|worked ~job_plain|shift|reporting|nursing|teaching",
    hit: "At the plant where I was shift supervisor.",
    miss: "When I was ill.",
  },
  {
    pattern: "as someone in the ..2 ~line",
    hit: "As someone in the trucking industry, I can say.",
    miss: "As someone in the queue.",
  },
  {
    pattern: "^ as both? a|an ..4 ~job",
    bare: true,
    closed: true,
    hit: "As a paramedic the bit about times made me laugh.",
    miss: "As a paramedic said, it is late.",
  },
  {
    pattern: "a background in|as",
    hit: "Coming from a background in security, I worry.",
    miss: "A background of birches.",
  },
  { pattern: "when i worked", hit: "Back when I worked the front desk we had a list.", miss: "When I walked the dog." },
  {
    pattern:
      "i install|groom|shoe|weld|sew|tailor|cater|babysit|paint ..2 _ pumps|dogs|horses|houses|cars|pipes|roofs|panels|windows",
    hit: "I install heat pumps.",
    miss: "I install nothing.",
  },
  // The trade as such
  { pattern: "i ..5 for a living", hit: "I actually do this for a living.", miss: "He does it for a living." },
  { pattern: "i ..6 by trade|profession|training", hit: "I am a joiner by trade.", miss: "Ruined by trade." },
  {
    pattern:
      "my background|field|specialty|speciality|profession|trade|career|training|expertise|degree|doctorate|phd is|was|in",
    hit: "My background is in nuclear engineering.",
    miss: "My problem is in the kitchen.",
  },
  {
    pattern: "'s|is|was ~adverb? my job|profession|trade|field|career",
    hit: "It's literally my job.",
    miss: "It's his job.",
  },
  { pattern: "my day job", hit: "It is my day job.", miss: "It is my day off." },
  { pattern: "my line of work|business", hit: "In my line of work we see it.", miss: "In my line of sight." },
  {
    pattern: "i ~have? did|have|hold|got|earned|finished|completed|done ~adverb? my|a|an|two ..2 ~degree",
    hit: "I did my doctorate on exactly this.",
    miss: "I did my best.",
  },
  {
    pattern: "i ~have? trained|qualified|graduated|apprenticed as|in|at",
    hit: "I trained as a chemist.",
    miss: "I trained my dog.",
  },
  {
    pattern: "i|'ve|have published|reviewed|authored ..3 papers|studies|articles|reports",
    hit: "I've published two papers on it.",
    miss: "They published papers.",
  },
  { pattern: "my ~mine", hit: "My students ask me that.", miss: "My kids ask me that." },
  {
    pattern: "i|we ~adverb? see|treat|treated|saw ..3 patients",
    hit: "I treat such patients daily.",
    miss: "I am one of the patients.",
  },
  {
    pattern:
      "i ~adverb? advise|advised|represent|represented|consult|consulted ..3 clients|companies|ministers|families|tenants|patients|firms",
    hit: "I represent tenants in court.",
    miss: "They represent tenants.",
  },
  // Vouching
  {
    pattern: "take it from a|an|someone|somebody|one ..5 ~job|who",
    hit: "Take it from a guy who sold cars.",
    miss: "Take it from the shelf.",
  },
  {
    pattern: "from a|an|my ..3 ~job 's perspective|viewpoint|standpoint|point|experience",
    hit: "From a teacher's point of view it is mad.",
    miss: "From a distance it is mad.",
  },
  {
    pattern: "speaking|talking from experience",
    hit: "Speaking from experience, don't.",
    miss: "Speaking from the balcony.",
  },
  {
    pattern: "this|that|it|experience|me|but|and|so|because|since|though|although|now|course as a|an ..4 ~job_plain",
    bare: true,
    hit: "I say that as a family court judge.",
    miss: "I see that as a problem.",
  },
  { pattern: "^ source i|me|am|my", hit: "Source: I cooked in Bologna.", miss: "Source: the ministry." },
];
