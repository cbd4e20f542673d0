/** Words at the beginning of a sentence that point back to the one before it. */
const POINTING_BACK =
  /^(?:(?:und|aber|doch|denn|and|but|so)\s+)?(?:er|sie|es|ihr|ihre[mnrs]?|sein|seine[mnrs]?|dies|diese[mnrs]?|jene[mnrs]?|beide|die beiden|der eine|dabei|dafür|dagegen|daher|damit|danach|daneben|daran|darauf|daraus|darin|darüber|darum|davon|davor|dazu|deshalb|deren|dessen|dort|hier|hierbei|hierfür|hierzu|solche[mnrs]?|letztere[mnrs]?|he|she|it|its|they|their|his|her|this|these|those|that|both|such|there|the two|the latter|the former)(?![\p{L}\p{M}-])/iu;

/** Whether a sentence is only understood with the one before it: "Sie läuft zehn Jahre." */
export function leansBack(sentence: string): boolean {
  return POINTING_BACK.test(sentence.normalize("NFC").trimStart());
}
