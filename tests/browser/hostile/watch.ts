import type { BrowserContext, Page } from "playwright-core";

/** Runs in every page before anything else: what a payload calls, and what a policy reports. */
const CANARY = `
  globalThis.pwned = (what = "pwned() was called") => void console.error("EXECUTED: " + what);
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) =>
    console.error("VIOLATION: " + [effectiveDirective, blockedURI, sample].join(" ")));
`;

/** Goes through the document and every shadow root in it. */
const AUDIT = `(() => {
  const found = [];
  const ALWAYS_BAD = "iframe,frame,object,embed,base,frameset,portal,applet,math,use,animate,set,foreignObject,handler,marquee";
  const look = (root) => {
    for (const element of root.querySelectorAll("*")) {
      const name = element.localName;
      if (element.matches(ALWAYS_BAD)) found.push("<" + name + ">");
      if (root !== document && element.matches("script,style,link,meta,img,video,audio,source,template")) found.push("<" + name + "> in a shadow root");
      for (const { name: attribute, value } of element.attributes) {
        if (/^on|^srcdoc$|^style$/i.test(attribute)) found.push(name + "[" + attribute + "]");
        const isAddress = /^(?:href|src|action|formaction|xlink:href|data|poster|background|ping)$/i.test(attribute);
        if (isAddress && !/^https?:$/.test(new URL(value, document.baseURI).protocol)) found.push(name + "[" + attribute + "=" + value + "]");
      }
      if (name === "a" && element.target === "_blank" && element.rel !== "noopener noreferrer") found.push("a[rel=" + element.rel + "]");
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  look(document);
  return [...new Set(found)];
})()`;

export interface Watch {
  /** Everything that happened and must not: scripts that ran, dialogs, violations, requests to other hosts, errors. */
  readonly alarms: string[];
  /** Elements and attributes in the page that only a payload can have brought there. */
  audit(page: Page): Promise<string[]>;
}

/** Watches every page of a context; `hosts` are the addresses that may be asked. */
export async function watchContext(context: BrowserContext, hosts: readonly string[]): Promise<Watch> {
  const alarms: string[] = [];
  const isAllowed = (url: string) => hosts.some((host) => url.startsWith(`${host}/`)) || url === "about:blank";
  await context.addInitScript(CANARY);
  // Nothing leaves this machine, whatever a payload brings about.
  await context.route(
    (url) => !isAllowed(url.href),
    (route) => route.abort(),
  );
  const watchPage = (page: Page) => {
    page.on("console", (message) => message.type() === "error" && alarms.push(message.text()));
    page.on("pageerror", (error) => alarms.push(`error: ${error.message}`));
    page.on("request", (request) => isAllowed(request.url()) || alarms.push(`request: ${request.url()}`));
    page.on("framenavigated", (frame) => isAllowed(frame.url().replace(/[#?].*/, "")) || alarms.push(frame.url()));
    page.on("dialog", (dialog) => {
      alarms.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  };
  context.on("page", watchPage);
  return { alarms, audit: (page) => page.evaluate<string[]>(AUDIT) };
}
