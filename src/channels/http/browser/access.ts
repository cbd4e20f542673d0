/** What lets this tab read where the server has keys: a key that was typed in, or a token of the widget. */

const STORED = "konsil-access";

export function storedAccess(): string | null {
  try {
    return sessionStorage.getItem(STORED);
  } catch {
    return null; // A browser that keeps nothing.
  }
}

export function storeAccess(access: string): void {
  try {
    sessionStorage.setItem(STORED, access);
  } catch {
    // Then it is asked for again on the next page.
  }
}

export function forgetAccess(): void {
  try {
    sessionStorage.removeItem(STORED);
  } catch {
    // Nothing was kept.
  }
}

/** Takes `access=` out of the fragment of the address, and keeps what it held. */
export function takeAccessFromAddress(): void {
  const parts = location.hash.slice(1).split("&");
  const access = parts.find((part) => part.startsWith("access="));
  if (access === undefined) return;
  const others = parts.filter((part) => !part.startsWith("access=")).join("&");
  history.replaceState(history.state, "", `${location.pathname}${location.search}${others === "" ? "" : `#${others}`}`);
  try {
    storeAccess(decodeURIComponent(access.slice("access=".length)));
  } catch {
    // Percent-encoding that is none: no access was handed over.
  }
}

/** A token for pages of this very server, where its operator has listed it among the widget's origins; else null. */
export async function ownToken(): Promise<string | null> {
  const response = await fetch("/widget/token", { method: "POST" });
  const body: unknown = response.ok ? await response.json() : null;
  if (typeof body !== "object" || body === null || !("token" in body)) return null;
  return typeof body.token === "string" ? body.token : null;
}

export function authorization(access: string | null): Record<string, string> {
  return access === null ? {} : { authorization: `Bearer ${access}` };
}
