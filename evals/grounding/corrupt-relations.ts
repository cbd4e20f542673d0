import type { Corruption } from "./corrupt.js";
import { ORGANISATIONS } from "./corrupt-names.js";
import type { GoodSentence } from "./grounding-set.js";
import { choose } from "./pick.js";

/** What nobody says of two parties, of one, and of what they do together: only the verb is wrong. */
const BETWEEN = {
  de: [
    "{a} hat {b} übernommen.",
    "{a} verklagt {b}.",
    "{a} kritisiert {b}.",
    "{a} verkauft Anteile an {b}.",
    "{a} beliefert {b}.",
  ],
  en: [
    "{a} has acquired {b}.",
    "{a} is suing {b}.",
    "{a} criticises {b}.",
    "{a} sells shares in {b}.",
    "{a} delivers equipment to {b}.",
  ],
} as const;
const ALONE = {
  de: ["{a} schließt mehrere Standorte.", "{a} baut Stellen ab.", "{a} wurde ausgezeichnet.", "{a} ist insolvent."],
  en: ["{a} is closing several sites.", "{a} is cutting jobs.", "{a} received an award.", "{a} is insolvent."],
} as const;
const TOGETHER = {
  de: [
    "Die Kooperation ist beendet.",
    "Die Zusammenarbeit ist gescheitert.",
    "Die Partnerschaft ist stark gewachsen.",
    "Die Zusammenarbeit wurde ausgezeichnet.",
  ],
  en: [
    "The cooperation has ended.",
    "The collaboration has failed.",
    "The partnership has grown considerably.",
    "The collaboration has won an award.",
  ],
} as const;

/** Relations made up of what the source names, with a verb that it has not. */
export function inventRelation({ id, text, language }: GoodSentence): readonly (readonly [Corruption, string])[] {
  const [a, b] = ORGANISATIONS.filter((name) => text.includes(name));
  const together = choose(`${id}/together`, TOGETHER[language]);
  if (a === undefined) return [["relation invented", together]];
  const template = choose(`${id}/${a}`, b === undefined ? ALONE[language] : BETWEEN[language]);
  return [
    ["relation invented", together],
    ["relation invented", template.replace("{a}", a).replace("{b}", b ?? "")],
  ];
}
