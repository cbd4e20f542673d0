import { KonsilError } from "../../contracts/errors.js";
import { schemaRef } from "./api-schemas.js";
import { serveAsset } from "./assets.js";
import type { Gatekeeper } from "./keys.js";
import { addRoute, type HttpApp, problems } from "./openapi.js";
import { neverStored } from "./request.js";
import { comesFrom } from "./same-site.js";
import type { WidgetScripts } from "./widget-scripts.js";
import type { WidgetTokens } from "./widget-tokens.js";

export interface WidgetRouteParts {
  readonly gatekeeper: Gatekeeper;
  readonly scripts: WidgetScripts;
  readonly tokens: WidgetTokens;
  /** Whose pages get tokens. */
  readonly origins: readonly string[];
  /** Without this header, which a proxy sets for who is signed in, there is no token; null: it is not asked for. */
  readonly signInHeader: string | null;
  /** Of the current script. */
  readonly version: string;
}

const SCRIPT_TYPE = "text/javascript; charset=utf-8";

/** Any page may load the script, also with `integrity`, which needs CORS. */
const FOR_EVERY_PAGE = { "cross-origin-resource-policy": "cross-origin", "access-control-allow-origin": "*" };

/** `GET /widget.js`, `GET /widget@VERSION.js` and `POST /widget/token`. */
export function addWidgetRoutes(app: HttpApp, parts: WidgetRouteParts): void {
  const { scripts, version: current } = parts;
  app.get("/widget.js", serveAsset({ contentType: SCRIPT_TYPE, load: scripts.latest, headers: FOR_EVERY_PAGE }));
  app.get("/:pinned{widget@[^/]+\\.js}", async (c) => {
    const version = c.req.param("pinned").slice("widget@".length, -".js".length);
    const script = await scripts.pinned(version);
    if (script === null) {
      throw new KonsilError(
        "not_found",
        `There is no such version of the widget; the current one is /widget@${current}.js`,
      );
    }
    return c.body(script.text, 200, {
      "content-type": SCRIPT_TYPE,
      "cache-control": "public, max-age=31536000, immutable",
      ...FOR_EVERY_PAGE,
    });
  });
  addTokenRoute(app, parts);
}

function addTokenRoute(app: HttpApp, { gatekeeper, tokens, origins, signInHeader }: WidgetRouteParts): void {
  app.use("/widget/token", neverStored);
  addRoute(
    app,
    {
      method: "post",
      path: "/widget/token",
      operationId: "makeWidgetToken",
      summary: "A short-lived token for the widget",
      description:
        "For pages whose `Origin` is one of KONSIL_WIDGET_ORIGINS; the token lets the widget ask from there for ten " +
        "minutes, as `Authorization: Bearer`. Both fields are null where asking needs no key.",
      tags: ["Widget"],
      responses: {
        200: { description: "The token, and when it ends", content: { "application/json": schemaRef("WidgetToken") } },
        ...problems("unauthorized", "forbidden", "rate_limited", "internal"),
      },
    },
    (c) => {
      gatekeeper.charge(c, 1);
      const origin = c.req.header("origin");
      const isListed = origin !== undefined && origins.includes(origin);
      const isOurs = origin === undefined || comesFrom(c, origin);
      if (!isListed && !isOurs) throw foreignOrigin(origin);
      if (gatekeeper.openToAsk) return c.json({ token: null, expiresAt: null });
      if (!isListed) throw new KonsilError("unauthorized", "This server asks for a key");
      if (signInHeader !== null && !c.req.header(signInHeader)?.trim()) {
        throw new KonsilError("unauthorized", "Nobody is signed in");
      }
      return c.json(tokens.issue(origin));
    },
  );
}

function foreignOrigin(origin: string): KonsilError {
  const shown = URL.canParse(origin) ? new URL(origin).origin : "this origin";
  return new KonsilError("forbidden", `Pages of ${shown} may not ask here: it is not one of KONSIL_WIDGET_ORIGINS`);
}
