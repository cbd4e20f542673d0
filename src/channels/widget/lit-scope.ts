declare global {
  interface Window {
    readonly trustedTypes?: object;
  }
}

/**
 * What Lit sees as `globalThis` and `Symbol` in the bundle (esbuild injects it): Lit leaves version marks on both, and
 * in someone else's page the custom element shall be the only trace of us.
 */
export const litScope = {
  ShadowRoot: window.ShadowRoot,
  // A script that is loaded a second time defines nothing, so it must not ask for a second policy, which a strict page
  // would refuse and report.
  trustedTypes: window.customElements.get("konsil-chat") === undefined ? window.trustedTypes : undefined,
};

const PageSymbol = window.Symbol;

const LitSymbol = Object.assign((description?: string) => PageSymbol(description), {
  for: (key: string) => PageSymbol.for(key),
  iterator: PageSymbol.iterator,
  metadata: PageSymbol("metadata"),
});

export { LitSymbol as Symbol };
