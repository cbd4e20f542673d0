import { type Sign, word } from "./sign.js";

const HEADINGS: readonly Sign[] = [
  // "### Instruction"
  [
    3,
    /^\W*#{2,}\s*(?:system|instructions?|assistant|response|user|human|input|output|anweisung(?:en)?|task|new instructions?)\b\s*:?/u,
  ],
  // "END OF SOURCES"
  [
    3,
    word(
      "(?:begin|end|start|ende|beginn|anfang) (?:of |der |des |von )?(?:the |all |system )?(?:system[ -]?)?(?:prompt|instructions?|context|sources?|documents?|user input|quellen?|kontexts?|dokumente?s?|anweisung(?:en)?|eingabe)(?=\\s*(?:$|[-=\\]>#*:.]))",
    ),
  ],
  // "New instructions:"
  [
    3,
    word(
      "(?:new|updated|additional|hidden|secret|special|priority|overriding|neue|aktualisierte|zusätzliche|geheime|versteckte|vorrangige|übergeordnete)[nrs]? (?:system )?(?:instructions?|directives?|commands?|prompts?|anweisung(?:en)?|befehle?|instruktion(?:en)?) ?:",
    ),
  ],
  // "New task:", "follow the instructions"
  [
    2,
    word(
      "(?:new|neue[nrs]?|next|nächste) (?:tasks?|aufgaben?) ?:|(?:follow|befolge|erfülle) (?:the |die |this |diese )?(?:\\p{L}+ )?(?:instructions?|tasks?|anweisung(?:en)?|aufgabe)",
    ),
  ],
  // "Instruction:"
  [1.5, /^\W*(?:instructions?|anweisung(?:en)?|befehl|command|directive|task|aufgabe|override|prompt)\s*:/u],
  // "System message:"
  [
    3,
    /(?:^|[\s>\])}.])[[(<*_]*(?:system|developer|admin|root)[ -_]?(?:prompt|message|override|instructions?|note|command|nachricht|anweisung(?:en)?|hinweis|befehl|update)[\])>*_]*\s*:/u,
  ],
  // "[hidden …"
  [2, /[[({<](?:override|hidden|instructions?|versteckt|anweisung)\b[^\n]*/u],
  // "[assistant: …"
  [3, /[[<({](?:system|assistant|user|developer|admin|ai|ki)\s*:/u],
  // "System: …", which may be a table of a computer too
  [
    1.5,
    /(?:^|[\n>\])}.!?"“”|])\s*[[(<*_]*(?:system|assistant|user|human|developer|bot|tool|admin|root|assistent|nutzer|benutzer)[\])>*_]*\s*[:>]\s*(?=\S)/u,
  ],
];

/** Which no reader reads. */
const FORMS: readonly Sign[] = [
  // Tokens of chat templates
  [
    3,
    /<\|[^|>\n]{1,40}\|>|\[\/?inst\]|<<\/?sys>>|<\/?s>|<(?:start|end)_of_turn>|<\/?(?:bos|eos|unk)>|\[\/?(?:system|sys|assistant|user|available_tools|tool_calls)\]/u,
  ],
  // Tags that delimit prompts: "</source>"
  [
    3,
    /<\/?(?:system|instructions?|assistant|user|human|developer|sources?|documents?|passages?|context|history|evidence|question|answer|prompt|tool_?calls?|function|quellen?|dokumente?|anweisung(?:en)?|frage|verlauf|kontext|untrusted|data|input)(?:\s[^>]{0,80})?\/?>/u,
  ],
  // Messages and tool calls as JSON
  [
    3,
    /["'](?:role|rolle)["']\s*:\s*["'](?:system|assistant|user|developer|tool)["']|["'](?:instructions?|prompt|system_?prompt|override|anweisung(?:en)?|command|tool_?calls?|function_?call|directive)["']\s*:/u,
  ],
  // JSON that may be of another system
  [2, /["']system["']\s*:\s*["'{]/u],
  // Comments and active elements of pages
  [2, /<!--|-->|<(?:script|iframe|img|style|object|embed|svg)\b|\bjavascript:|\bdata:text\//u],
  // Text without a size
  [3, /<[^>]{0,80}(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0)/u],
  // Words run together, as they are where letters stand apart
  [3, /(?:ignor|forget|disregard|vergiss)\p{L}{0,40}(?:instruction|anweisung|prompt|regeln|rules)/u],
];

/** Headings, role markers and marks of prompts, chat templates and pages. */
export const PROGRAM_FORMS: readonly Sign[] = [...HEADINGS, ...FORMS];

/** With capitals as they are written: code words such as "ABC-12". */
export const WRITTEN_FORMS: readonly Sign[] = [
  [1.5, /(?<![\p{L}\p{N}])(?:[A-ZÄÖÜ]{3,}[-_]\d+|[A-ZÄÖÜ]{3,}(?:[-_][A-ZÄÖÜ0-9]{2,})+)(?![\p{L}\p{N}])/u],
];
