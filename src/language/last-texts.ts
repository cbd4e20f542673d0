/** So many readings are remembered: of a question, its parts and the sentences that are just being compared with it. */
const KEPT = 16;
/** Longer ones are documents, which are read once. In UTF-16 code units. */
const LONGEST = 2000;

/**
 * Makes a memory for what is read in texts: the steps of an answer read the same question over and over. `variant` tells
 * readings of one text apart. What is given is shared, and so is never to be changed.
 */
export function rememberLast<T extends object>(): (text: string, variant: string, read: () => T) => T {
  const known = new Map<string, T>();
  return (text, variant, read) => {
    if (text.length > LONGEST) return read();
    const key = `${variant} ${text}`;
    const made = known.get(key) ?? read();
    // A Map iterates in the order of insertion: the first entry is the one used longest ago.
    known.delete(key);
    known.set(key, made);
    const [oldest] = known.size > KEPT ? known.keys() : [];
    if (oldest !== undefined) known.delete(oldest);
    return made;
  };
}
