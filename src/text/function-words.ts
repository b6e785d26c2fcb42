/**
 * English function words: closed-class words that carry grammar rather than topic.
 * They survive in a skeleton, never count as content, and tell English from other languages.
 */
const LIST = `a an the this that these those such same other another each every either neither both all any some no none
few many much more most several enough less least own
i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself
it its itself they them their theirs themselves one ones someone anyone everyone nobody something anything everything nothing
who whom whose which what whatever whoever where when why how
and or but nor so yet for because since as if unless until while whereas although though than whether that
about above across after against along among around at before behind below beneath beside besides between beyond by
despite down during except from in inside into like near of off on onto out outside over past per through throughout to
toward towards under up upon via with within without
am is are was were be been being have has had having do does did doing done will would shall should can could may might must ought
not never ever also too very just only even still already again once here there then now today always often sometimes maybe perhaps
rather quite almost really actually
i'm i've i'll i'd you're you've you'll you'd he's she's it's it'll that's there's here's what's who's we're we've we'll we'd they're they've they'll they'd
isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't wouldn't can't couldn't shouldn't mustn't let's cannot
yes`;

export const FUNCTION_WORDS: ReadonlySet<string> = new Set(LIST.split(/\s+/u));
