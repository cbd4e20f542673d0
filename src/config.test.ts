import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { configTable, isLoopback, PACKAGE_ROOT, readConfig } from "./config.js";
import { KonsilError } from "./contracts/errors.js";

/** The mistakes that `readConfig` finds, by variable. */
function mistakesOf(env: Record<string, string>): Record<string, string> {
  try {
    readConfig(env, "/somewhere");
  } catch (error) {
    if (!(error instanceof KonsilError)) throw error;
    expect(error.code).toBe("invalid_configuration");
    return Object.fromEntries(error.fields.map((field) => [field.path, field.message]));
  }
  return {};
}

describe("readConfig", () => {
  it("needs nothing: the bundled model and corpus, loopback, data below the working directory", () => {
    expect(readConfig({}, "/somewhere")).toEqual({
      host: "127.0.0.1",
      port: 8787,
      data: "/somewhere/.konsil",
      corpus: join(PACKAGE_ROOT, "corpus"),
      embedder: {
        model: join(PACKAGE_ROOT, "models", "multilingual-e5-small-de-en"),
        modelsFolder: join(PACKAGE_ROOT, "models"),
        allowRemote: false,
      },
      reranker: null,
      slack: null,
      writer: null,
      keys: { ask: [], admin: [] },
      keysFile: null,
      anonymous: true,
      rateLimit: null,
      trustedProxies: 0,
      widgetOrigins: [],
      widgetSignInHeader: null,
      log: "info",
      warnings: [],
    });
  });

  it("means the operator's relative paths from the working directory", () => {
    const config = readConfig({ KONSIL_DATA: "data", KONSIL_CORPUS: "../texts" }, "/some/where");
    expect([config.data, config.corpus]).toEqual(["/some/where/data", "/some/texts"]);
  });

  it("means a model's relative folder from the package, and takes an absolute one as it is", () => {
    expect(readConfig({ KONSIL_EMBEDDER: "models/other" }, "/x").embedder).toEqual({
      model: join(PACKAGE_ROOT, "models", "other"),
      modelsFolder: join(PACKAGE_ROOT, "models"),
      allowRemote: false,
    });
    expect(readConfig({ KONSIL_EMBEDDER: "/opt/e5" }, "/x").embedder).toEqual({
      model: "/opt/e5",
      modelsFolder: "/opt",
      allowRemote: false,
    });
  });

  it("lets a model be fetched only when it is named by its hub id", () => {
    expect(readConfig({ KONSIL_EMBEDDER: "owner/some-model" }, "/x").embedder).toEqual({
      model: "owner/some-model",
      modelsFolder: join(PACKAGE_ROOT, "models"),
      allowRemote: true,
    });
  });

  it("has a reranker only where its address is given", () => {
    const url = "http://localhost:8080/v1/rerank";
    expect(readConfig({ KONSIL_RERANKER: url }, "/x").reranker).toEqual({ url, model: null, key: null });
    const all = { KONSIL_RERANKER: url, KONSIL_RERANKER_MODEL: "some-model", KONSIL_RERANKER_KEY: "k" };
    expect(readConfig(all, "/x").reranker).toEqual({ url, model: "some-model", key: "k" });
    const { reranker, warnings } = readConfig({ ...all, KONSIL_RERANKER: "" }, "/x");
    expect(reranker).toBeNull();
    expect(warnings).toEqual([
      "KONSIL_RERANKER_MODEL has no effect without KONSIL_RERANKER",
      "KONSIL_RERANKER_KEY has no effect without KONSIL_RERANKER",
    ]);
  });

  it("wants a web address for the reranker, and a key that fits into a header, and repeats no password", () => {
    expect(mistakesOf({ KONSIL_RERANKER: "localhost:8080" }).KONSIL_RERANKER).toContain("http://");
    const inAddress = mistakesOf({ KONSIL_RERANKER: "https://me:hush@rerank.example" }).KONSIL_RERANKER;
    expect(inAddress).toContain("KONSIL_RERANKER_KEY");
    expect(inAddress).not.toContain("hush");
    const inKey = mistakesOf({ KONSIL_RERANKER: "http://a.example", KONSIL_RERANKER_KEY: "hush\nhush" });
    expect(Object.keys(inKey)).toEqual(["KONSIL_RERANKER_KEY"]);
    expect(JSON.stringify(inKey)).not.toContain("hush");
  });

  it("reads no corpus where KONSIL_CORPUS is empty, and takes the default where another variable is", () => {
    const config = readConfig({ KONSIL_CORPUS: "", KONSIL_PORT: " ", KONSIL_HOST: "" }, "/x");
    expect([config.corpus, config.port, config.host]).toEqual([null, 8787, "127.0.0.1"]);
  });

  it("splits lists at commas and drops the space around their items", () => {
    const config = readConfig({ KONSIL_API_KEYS: " one, two ,", KONSIL_WIDGET_ORIGINS: "https://a.example" }, "/x");
    expect(config.keys.ask).toEqual(["one", "two"]);
    expect(config.widgetOrigins).toEqual(["https://a.example"]);
  });

  it("takes a header for the sign-in that only a proxy sets, and says where it would guard nothing", () => {
    const header = { KONSIL_WIDGET_SIGN_IN_HEADER: "X-Forwarded-User" };
    const origins = { KONSIL_WIDGET_ORIGINS: "https://a.example" };
    expect(readConfig({ ...header, ...origins, KONSIL_API_KEYS: "one" }, "/x")).toMatchObject({
      widgetSignInHeader: "x-forwarded-user",
      warnings: [],
    });
    expect(readConfig({ ...header, ...origins }, "/x").warnings.join()).toContain("needs no key");
    expect(readConfig({ ...header, KONSIL_API_KEYS: "one" }, "/x").warnings.join()).toContain("KONSIL_WIDGET_ORIGINS");
    for (const name of ["Origin", "user-agent", "Sec-Fetch-Site", "cookie", "two words"]) {
      expect(Object.keys(mistakesOf({ KONSIL_WIDGET_SIGN_IN_HEADER: name })), name).toEqual([
        "KONSIL_WIDGET_SIGN_IN_HEADER",
      ]);
    }
  });

  it("names every mistake at once, with what was given and what is expected", () => {
    const mistakes = mistakesOf({
      KONSIL_PORT: "70000",
      KONSIL_HOST: "http://localhost",
      KONSIL_LOG: "loud",
      KONSIL_WIDGET_ORIGINS: "https://a.example/path",
      KONSIL_WEAVIATE_URL: "localhost:8080",
      KONSIL_ALLOW_ANONYMOUS: "perhaps",
    });
    expect(Object.keys(mistakes).sort()).toEqual([
      "KONSIL_ALLOW_ANONYMOUS",
      "KONSIL_HOST",
      "KONSIL_LOG",
      "KONSIL_PORT",
      "KONSIL_WEAVIATE_URL",
      "KONSIL_WIDGET_ORIGINS",
    ]);
    expect(mistakes.KONSIL_PORT).toBe('was given "70000"; expected a whole number from 0 to 65535');
  });

  it.each(["", "1.5", "-1", "0x50", "80 80", "65536", "8787a"])(
    "never takes %j for a port other than the default",
    (port) => {
      const taken = (() => {
        try {
          return readConfig({ KONSIL_PORT: port }, "/x").port;
        } catch {
          return "refused";
        }
      })();
      expect(taken).toBe(port === "" ? 8787 : "refused");
    },
  );

  it("never repeats the value of a key", () => {
    const mistakes = mistakesOf({ KONSIL_API_KEYS: "hush hush", KONSIL_ADMIN_KEYS: "psst\u00e4" });
    expect(Object.keys(mistakes)).toEqual(["KONSIL_API_KEYS", "KONSIL_ADMIN_KEYS"]);
    expect(JSON.stringify(mistakes)).not.toMatch(/hush|psst/);
  });

  it("refuses what is not in this version in those words", () => {
    const mistakes = mistakesOf({ KONSIL_LIBRARY: "weaviate" });
    expect(mistakes.KONSIL_LIBRARY).toContain("not in this version");
  });

  it("listens beyond loopback only with keys or when told so", () => {
    expect(mistakesOf({ KONSIL_HOST: "0.0.0.0" }).KONSIL_HOST).toContain("KONSIL_ALLOW_ANONYMOUS=1");
    expect(mistakesOf({ KONSIL_HOST: "konsil.example" })).toHaveProperty("KONSIL_HOST");
    expect(mistakesOf({ KONSIL_HOST: "konsil.example", KONSIL_ADMIN_KEYS: "k" })).toEqual({});
    expect(mistakesOf({ KONSIL_HOST: "0.0.0.0", KONSIL_API_KEYS: "k" })).toEqual({});
    expect(mistakesOf({ KONSIL_HOST: "0.0.0.0", KONSIL_ALLOW_ANONYMOUS: "1" })).toEqual({});
    expect(mistakesOf({ KONSIL_HOST: "[::1]" })).toEqual({});
  });

  it("lets nobody ask without a key from other machines unless told so", () => {
    const remote = { KONSIL_HOST: "0.0.0.0", KONSIL_ADMIN_KEYS: "k" };
    expect(readConfig(remote, "/x").anonymous).toBe(false);
    expect(readConfig({ ...remote, KONSIL_ALLOW_ANONYMOUS: "1" }, "/x").anonymous).toBe(true);
  });

  it("asks for keys where there is a file of them, and means its path from the working directory", () => {
    const file = { KONSIL_KEYS_FILE: "keys.yaml" };
    expect(readConfig(file, "/x")).toMatchObject({ keysFile: "/x/keys.yaml", anonymous: false });
    expect(readConfig({ ...file, KONSIL_HOST: "0.0.0.0" }, "/x").anonymous).toBe(false);
    expect(readConfig({ ...file, KONSIL_ALLOW_ANONYMOUS: "1" }, "/x").anonymous).toBe(true);
  });

  it("holds nobody back on loopback without keys, everybody else a little, and all as it is told", () => {
    const limitOf = (env: Record<string, string>) => readConfig(env, "/x").rateLimit;
    expect(limitOf({})).toBeNull();
    expect(limitOf({ KONSIL_API_KEYS: "k" })).toEqual({ requests: 600, seconds: 60 });
    expect(limitOf({ KONSIL_HOST: "0.0.0.0", KONSIL_ALLOW_ANONYMOUS: "1" })).toEqual({ requests: 600, seconds: 60 });
    expect(limitOf({ KONSIL_RATE_LIMIT: "5/second" })).toEqual({ requests: 5, seconds: 1 });
    expect(limitOf({ KONSIL_RATE_LIMIT: "1000 per Hour", KONSIL_API_KEYS: "k" })).toEqual({
      requests: 1000,
      seconds: 3600,
    });
    expect(limitOf({ KONSIL_RATE_LIMIT: "off", KONSIL_API_KEYS: "k" })).toBeNull();
    for (const odd of ["0/minute", "5", "5/day", "-1/minute", "1.5/second", "many/minute", "99999999/second"]) {
      expect(mistakesOf({ KONSIL_RATE_LIMIT: odd }).KONSIL_RATE_LIMIT, odd).toContain("60/minute");
    }
  });

  it("reads what proxies say only when it is told how many there are", () => {
    expect(readConfig({ KONSIL_TRUST_PROXY: "2", KONSIL_API_KEYS: "k" }, "/x")).toMatchObject({
      trustedProxies: 2,
      warnings: [],
    });
    expect(readConfig({ KONSIL_TRUST_PROXY: "1" }, "/x").warnings.join()).toContain("KONSIL_RATE_LIMIT");
    for (const odd of ["yes", "-1", "10"]) {
      expect(mistakesOf({ KONSIL_TRUST_PROXY: odd }), odd).toHaveProperty("KONSIL_TRUST_PROXY");
    }
  });

  it("warns of an unknown variable, with the nearest name where one is near", () => {
    const { warnings } = readConfig({ KONSIL_PROT: "1", KONSIL_SOMETHING_ELSE: "1", OTHER: "1" }, "/x");
    expect(warnings).toEqual([
      "KONSIL_PROT is not a variable of Konsil; did you mean KONSIL_PORT?",
      "KONSIL_SOMETHING_ELSE is not a variable of Konsil",
    ]);
  });

  it("warns of a variable that changes nothing", () => {
    const { warnings } = readConfig({ KONSIL_WEAVIATE_URL: "http://localhost:8080" }, "/x");
    expect(warnings).toEqual(["KONSIL_WEAVIATE_URL has no effect in this version"]);
  });
});

describe("isLoopback", () => {
  it.each(["127.0.0.1", "127.9.9.9", "::1", "localhost"])("holds for %s", (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each(["0.0.0.0", "::", "127.0.0.1.example.org", "localhost.example.org", "10.0.0.1"])(
    "does not for %s",
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});

describe("configTable", () => {
  it("has a row with a meaning for every variable", () => {
    const rows = configTable().split("\n").slice(2);
    expect(rows.length).toBeGreaterThanOrEqual(16);
    for (const row of rows) expect(row).toMatch(/^\| `KONSIL_[A-Z_]+` \| \S.+ \| .*\|$/);
  });
});
