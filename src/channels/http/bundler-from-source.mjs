// Bundles scripts for browsers where there is no build (tests, tsx).
export { bundleForBrowser } from "../../../scripts/bundle-widget.mjs";
