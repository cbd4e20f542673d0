import type { Trial } from "../trial.js";

/** What a page says about itself and its services, German and English; never what a report is about. */
const FURNITURE: readonly RegExp[] = [
  /\b(?:verwende[nt]?|nutz(?:en|t)|uses?) (?:\p{L}+ ){0,2}cookies\b|\bcookies? (?:accept|akzeptier|settings|einstellungen)/iu,
  /\b(?:accept all|reject all|alle akzeptieren|alle ablehnen)\b/iu,
  /\b(?:abonnier\p{L}*|bestell\p{L}*|subscribe to|sign up (?:for|to)) (?:\p{L}+ ){0,3}(?:newsletter|news alerts?)\b/iu,
  /\b(?:read more|learn more|continue reading|mehr erfahren|mehr lesen|weiterlesen)[.\s»›>…]*$/iu,
  /\b(?:share|print) this (?:article|page|story)\b|^(?:artikel|seite) (?:teilen|drucken)$/iu,
  /\b(?:all rights reserved|alle rechte vorbehalten)\b|^©/iu,
];

/** The quotations of an answer that are no part of a report, but furniture of the page that it was saved from. */
export function furnitureCited({ answer }: Pick<Trial, "answer">): string[] {
  return answer.citations.map(({ quote }) => quote).filter((quote) => FURNITURE.some((sign) => sign.test(quote)));
}
