/*
 * By which words a sentence, German or English, shows what it is good for.
 */

const PLAN =
  /(?<!\p{L})(?:soll(?:en|te|ten)?|will|wollen|wollten?|möchten?|plane?n?|plant|geplant\p{L}*|beabsichtig\p{L}*|angestrebt\p{L}*|streb(?:t|en)|vorgesehen\p{L}*|vorhaben|künftig\p{L}*|zukünftig\p{L}*|zielt|zielen|ziel(?:e|en)?|schwerpunkte?n?|in zukunft|shall|plans?|planned|planning|intends?|intended|aims?|goals?|wants?|wanted|going to|set to|(?:is|are|was|were) (?:(?:also|then|each|soon|\p{L}+ly) )?to (?!the )|to be|scheduled|upcoming|proposed|envisag\p{L}+|hopes? to|meant to|meant for)(?!\p{L})/iu;
const WERDEN = /(?<!\p{L})(?:wird|werden)(?!\p{L})(?=.*\p{L}{3,}(?:en|ern|eln)[.!?]?["“”»«]?\s*(?:$|[,.;]))/iu;

/** Whether a sentence speaks of what is intended or yet to come. */
export function looksLikePlan(text: string): boolean {
  return PLAN.test(text) || WERDEN.test(text);
}

const REASON =
  /(?<!\p{L})(?:weil|denn|daher|deshalb|deswegen|darum|damit|dadurch|indem|sodass|so dass|um(?= [^.]{0,160}? zu(?!\p{L}))|aufgrund|wegen|dank|infolge|anlass|gr(?:und|ünde|ünden)|ziel(?:e|en)?|zielt|zweck|folge|führt\p{L}*|ermöglich\p{L}*|soll(?:en)?|wollen|because|due to|owing to|thanks to|therefore|thus|hence|so that|in order|reasons?|caused?|causes|aims?|goals?|purpose|led to|leads to|result(?:s|ed)? (?:in|from|of)|allow(?:s|ed|ing)?|enable\p{L}*|wants?|plans? to|helps? (?:to )?|by \p{L}+ing)(?!\p{L})/iu;

/** Whether a sentence says why or what for. */
export function tellsReason(text: string): boolean {
  return REASON.test(text);
}
