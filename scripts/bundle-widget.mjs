// Bundles the code that runs in browsers: the widget, and the scripts of our own pages. Needed to build and where the
// server runs from source; a built server serves what lies in dist/.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const SOURCE = new URL("../src/channels/", import.meta.url);

/**
 * What is bundled, below `src/channels/`, and what comes of it, below `dist/channels/`. `scope` exports what the bundle
 * takes for its globals (`litScope` for `globalThis`), for a script that must leave nothing in someone else's page.
 */
export const BROWSER_SCRIPTS = [
  { entry: "widget/main.ts", output: "widget/widget.js", scope: "widget/lit-scope.ts" },
  { entry: "http/browser/demo.ts", output: "http/browser/demo.js" },
  { entry: "http/browser/document-view.ts", output: "http/browser/document-view.js" },
];

/** How a script refers to globals that it shall have for itself; Lit names one of them without `globalThis`. */
const OWN_GLOBALS = { globalThis: "litScope", litPropertyMetadata: "litScope.litPropertyMetadata" };

/** One self-contained script for browsers of the last years, as text. Licences of what is in it stand at its end. */
export async function bundleForBrowser(entry) {
  const pathOf = (name) => fileURLToPath(new URL(name, SOURCE));
  const { scope } = BROWSER_SCRIPTS.find((script) => script.entry === entry);
  const { outputFiles } = await build({
    entryPoints: [pathOf(entry)],
    ...(scope === undefined ? {} : { inject: [pathOf(scope)] }),
    bundle: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    minify: true,
    charset: "utf8",
    legalComments: "eof",
    // Lit warns in the console of its development build; this condition picks the other one.
    conditions: ["production"],
    define: { "process.env.NODE_ENV": '"production"', ...(scope === undefined ? {} : OWN_GLOBALS) },
    write: false,
    logLevel: "silent",
  });
  return outputFiles[0].text;
}
