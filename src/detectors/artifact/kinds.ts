/**
 * Remains of a machine's or a campaign's workshop in a comment.
 *
 * Every pattern is a list of exact wordings or shapes; none nests a quantifier, so each scan is
 * linear in the text.
 */
import type { SignalMeta } from "../detector.js";

export interface ArtifactKind extends SignalMeta {
  readonly pattern: RegExp;
  /** Without any of these characters the pattern cannot match: most texts need not be asked. */
  readonly needs?: RegExp;
  /** Does not count inside quotation marks or on > lines, where people discuss such texts. */
  readonly unquotedOnly: boolean;
}

export const ARTIFACT_KINDS: readonly ArtifactKind[] = [
  {
    id: "artifact/assistant-voice",
    title: "speaks as an assistant",
    meaning:
      "The writer calls itself a language model or refuses as an assistant does. Jokes about it in quotation marks do not count.",
    direction: "raises",
    example: "“As an AI language model, I cannot have opinions on bridges.”",
    nearMiss: "“As an AI researcher, I like bridges.”",
    source: "0 of 12,210 human comments; how the Fox8 botnet was found (arXiv 2307.16336)",
    pattern:
      /\b(?:as an? (?:ai|artificial intelligence)(?: language)? (?:model|assistant|chatbot)|as a (?:large )?language model,|i(?:'|’)?(?: a)?m (?:just )?an ai(?: language)? (?:model|assistant)|i (?:cannot|can(?:'|’)t|am unable to|(?:'|’)m unable to) (?:fulfill|assist with|comply with) (?:this|that|your) request|i (?:cannot|can(?:'|’)t) (?:generate|provide|create|write) (?:content|comments|responses|explicit|harmful)|my (?:knowledge|training) (?:cutoff|data only))\b/giu,
    unquotedOnly: true,
  },
  {
    id: "artifact/assistant-framing",
    title: "an assistant's words around the comment",
    meaning: "“Here's a comment you could post:”, “Sure! Here is …”: the answer was pasted with its introduction.",
    direction: "raises",
    example: "“Sure! Here's a comment you can use: The bridge …”",
    nearMiss: "“Here's a comment I made last year.”",
    source: "catalogue of machine-writing tells; not seen in human comments",
    pattern:
      /^\s*(?:(?:sure|certainly|of course|absolutely)[!,.]? (?:here(?:'|’)?s|here (?:is|are)|below is)\b[^\n]{0,40} (?:comment|reply|response|version|rewrite|draft|paraphrase)|here(?:'|’)?s (?:a|an|your) (?:\w+ ){0,3}(?:comment|reply|response|version|rewrite) (?:you (?:can|could|might)|:)|here is (?:a|an|your) (?:\w+ ){0,3}(?:comment|reply|response|version|rewrite) (?:you (?:can|could|might)|:))/giu,
    unquotedOnly: false,
  },
  {
    id: "artifact/unfilled-slot",
    title: "a slot nobody filled in",
    meaning: "“[Your Name]”, “{product}”: a template was posted as it was.",
    direction: "raises",
    example: "“Best regards, [Your Name]”",
    nearMiss: "“[Name withheld] told me so.”",
    source: "a list of exact slot names; a loose pattern misfired on people in one of three",
    pattern:
      /\[(?:your|insert|enter)(?: [a-z]{2,12}){1,3}\](?!\()|\[(?:company|first|last|full|business|product|brand|recipient|author)(?:'s)? name\](?!\()|\[(?:name|date) here\](?!\()|%(?:firstname|lastname|first_name|last_name)%/giu,
    needs: /[[%]/u,
    unquotedOnly: true,
  },
  {
    id: "artifact/raw-spintax",
    title: "unspun template text",
    meaning: "“{great|nice} {post|article}”: the choices of a text spinner were posted instead of one of them.",
    direction: "raises",
    example: "“{Great|Nice} {post|article}, thanks!”",
    nearMiss: "“a regex such as (a|b)”",
    source: "leaked spam templates",
    pattern:
      /(?:\{[\p{L} ,.'’!?]{2,60}(?:\|[\p{L} ,.'’!?]{2,60}){2,20}\}|\{[\p{L} ,.'’!?]{3,60}\|[\p{L} ,.'’!?]{3,60}\}[^{}`\n]{1,80}\{[\p{L} ,.'’!?]{3,60}\|[\p{L} ,.'’!?]{3,60}\})/gu,
    needs: /\{/u,
    unquotedOnly: true,
  },
  {
    id: "artifact/prompt-marker",
    title: "prompt or turn markers",
    meaning: "“### Response:”, “<|im_end|>”, “Assistant:”: the frame of a chat with a model.",
    direction: "raises",
    example: "“Assistant: The bridge should reopen.”",
    nearMiss: "“My assistant: a dog.”",
    source: "catalogue of machine-writing tells",
    pattern:
      /<\|(?:im_(?:start|end)|endoftext|eot_id|assistant|user|system)\|>|^[ \t]{0,8}#{2,3} ?(?:Response|Instruction|Input|Output|Assistant)\b|^[ \t]{0,8}(?:Assistant|ChatGPT|User Prompt) ?: \S|^[ \t]{0,8}(?:Tone|Sentiment|Persona|Style) ?: \w{1,30}[ \t]{0,8}$|\[\/?INST\]|<\/?think>/gmu,
    unquotedOnly: true,
  },
  {
    id: "artifact/tool-residue",
    title: "residue of an assistant's tools",
    meaning: "Citation marks and tracking parameters that chat tools leave in text they produce.",
    direction: "raises",
    example: "“… was closed for repairs. :contentReference[oaicite:0]”",
    nearMiss: "“see [1] for the report”",
    source: "Wikipedia, Signs of AI writing",
    pattern:
      /turn\d+(?:search|view|news|image)\d+|contentReference\[oaicite:\d+\]|oaicite|【\d+(?::\d+)?†[^】]{0,40}】|[?&]utm_source=(?:chatgpt\.com|openai|copilot\.com)|\[cite_?(?:start|: ?\d+)[^\]]{0,20}\]/giu,
    unquotedOnly: false,
  },
  {
    id: "artifact/hidden-characters",
    title: "invisible characters inside words",
    meaning:
      "Zero-width or direction-changing characters between the letters of a word: they break copy detection and filters, and no keyboard types them.",
    direction: "raises",
    example: "“brid\\u200bge”",
    nearMiss: "a family emoji, which is joined by zero-width characters",
    source: "Unicode UTS #39; RAID (2024)",
    pattern:
      /\p{Script=Latin}[\u200B\u2060\u202A-\u202E\u2066-\u2069\u00AD\uFEFF\u{E0020}-\u{E007E}]\p{Script=Latin}/gu,
    needs: /[^\t\n\r\u0020-\u007E]/u,
    unquotedOnly: false,
  },
  {
    id: "artifact/lookalike-letters",
    title: "look-alike letters of another script",
    meaning: "Cyrillic or Greek letters inside Latin words. Also a trick of people who quarrel with word filters.",
    direction: "raises",
    example: "“the brіdge” with a Cyrillic і",
    nearMiss: "a comment in Ukrainian",
    source: "Unicode UTS #39; RAID (2024)",
    pattern:
      /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}|\p{Script=Latin}{2}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}{2}/gu,
    needs: /[^\t\n\r\u0020-\u007E]/u,
    unquotedOnly: false,
  },
];

/** Praise and a link in one comment: neither means much alone. */
export const PRAISE_WITH_LINK: SignalMeta = {
  id: "artifact/praise-with-link",
  title: "praise that carries a link",
  meaning: "Praise that fits any post and an address, with little else. The oldest form of comment spam.",
  direction: "raises",
  example: "“Great article, thanks for sharing! www.cheap-roofs.example”",
  nearMiss: "“Great article. The report itself is at https://harbour.example/report.pdf, page 12 has the figures.”",
  source: "links stand in 0.03–1.2 % of human comments, praise openers in 0.2–0.6 %",
};
