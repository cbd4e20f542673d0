import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { serveAsset } from "./assets.js";
import { describeApi, type HttpApp } from "./openapi.js";

const require = createRequire(import.meta.url);

/** Swagger UI sets styles from its script and shows icons from `data:` addresses; everything else comes from here. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Konsil API</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/docs/assets/swagger-ui.css">
<script defer src="/docs/assets/swagger-ui-bundle.js"></script>
<script defer src="/docs/assets/start.js"></script>
</head>
<body>
<div class="swagger-ui"><p class="wrapper"><a href="/docs/embedding">The chat widget in your own pages</a></p></div>
<div id="swagger-ui"></div>
</body>
</html>
`;

const START = `SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
});
`;

/** `/openapi.json`, and `/docs` with everything it needs. */
export function addDocsPage(app: HttpApp, version: string): void {
  const fromPackage = (name: string) => () => readFile(require.resolve(`swagger-ui-dist/${name}`));
  app.get(
    "/openapi.json",
    serveAsset({ contentType: "application/json", load: async () => describeApi(app, version) }),
  );
  app.get("/docs", serveAsset({ contentType: "text/html; charset=utf-8", load: async () => PAGE, policy: POLICY }));
  app.get(
    "/docs/assets/start.js",
    serveAsset({ contentType: "text/javascript; charset=utf-8", load: async () => START }),
  );
  app.get(
    "/docs/assets/swagger-ui-bundle.js",
    serveAsset({ contentType: "text/javascript; charset=utf-8", load: fromPackage("swagger-ui-bundle.js") }),
  );
  app.get(
    "/docs/assets/swagger-ui.css",
    serveAsset({ contentType: "text/css; charset=utf-8", load: fromPackage("swagger-ui.css") }),
  );
}
