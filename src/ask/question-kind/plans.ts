import { type AskingPattern, toldBy } from "./pattern.js";

const ASKING = "^(?:und |and |aber |but )?(?:was|what)";

/** What is planned. What is asked for by "which" stays a list, apart from the plans themselves. */
export const PLAN_PATTERNS: readonly AskingPattern[] = [
  toldBy(
    "plan",
    `${ASKING} (?:ist|sind|wird|war|wurde|is|are|was|were|has been|else is)(?!\\p{L}).*(?<!\\p{L})(?:geplant|vorgesehen|angestrebt|beabsichtigt|in planung|planned|intended|envisaged|scheduled)`,
    `${ASKING} (?:plan(?:t|en|te|ten)|beabsichtig(?:t|en|te|ten)|will|wollen|wollte|wollten|(?:soll|sollen)(?!.* sein[?!. ]*$)|möchten?|strebt|streben|bezweck(?:t|en)|verfolg(?:t|en))`,
    "^(?:und |aber )?was (?:haben|hat)(?!\\p{L}).*(?<!\\p{L})vor(?=[?!. ]*$)|^was (?:haben|hat)(?!\\p{L}).*(?<!\\p{L})vor,",
    `${ASKING} (?:do|does|did|are|is|will|would)(?!\\p{L}).*(?<!\\p{L})(?:plan|plans|planning|intend|intends|intending|want|hope to|aim|aiming|going|set out)(?:(?= to)|(?= for)|(?=[?!. ]*$)|(?= in)|(?= with))`,
    "^(?:and |but )?what will (?!(?:\\S+ ){1,8}(?:cost|say|happen to me))",
    "^was .*(?:vorhaben|vorhat|planen|geplant haben)(?=[?!. ]*$)",
    "(?:welche|was sind die|wie sehen die|gibt es) (?:gemeinsamen? |weiteren? |konkreten? )*(?:pläne|absichten|vorhaben|zukunftspläne)",
    "(?:which|what|what are the|what are) (?:joint |further |future |common |concrete )*(?:plans|intentions)",
    `${ASKING} (?:ist|is|was) (?:das|die|der|the|their|its|ihr|sein) (?:gemeinsame |erklärte |main |overall |joint |common )*(?:ziel|zielsetzung|absicht|goal|aim|objective|purpose|intention|zweck)`,
    "^(?:pläne|plans|planung) (?:von|der|des|für|of|for|zu|zur|zum)",
  ),
];
