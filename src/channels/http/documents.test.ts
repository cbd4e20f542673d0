import { describe, expect, it } from "vitest";
import { z } from "zod";
import { makeParts, TEXT } from "../../../tests/fakes/http-parts.js";
import { documentSchema } from "../../contracts/document.js";
import { problemSchema } from "../../contracts/errors.js";
import { createHttpApp } from "./app.js";
import { documentListSchema, storedSchema } from "./schemas.js";

function serve() {
  const parts = makeParts();
  const app = createHttpApp(parts);
  const send = (method: string, path: string, body: object) =>
    app.request(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  const sendForm = (method: string, path: string, fields: readonly (readonly [string, string | File])[]) => {
    const form = new FormData();
    for (const [name, value] of fields) {
      if (typeof value === "string") form.append(name, value);
      else form.append(name, value, value.name);
    }
    return app.request(path, { method, body: form });
  };
  return { ...parts, app, send, sendForm };
}

const wrongFields = async (response: Response) =>
  problemSchema.parse(await response.json()).errors?.map(({ path }) => path);

const file = (text: string | Uint8Array<ArrayBuffer>, name = "bericht.md", type = "text/markdown") =>
  new File([text], name, { type });

describe("GET /v1/documents", () => {
  const idsAt = async (query: string) => {
    const response = await serve().app.request(`/v1/documents${query}`);
    expect(response.status).toBe(200);
    const { documents, nextCursor } = documentListSchema.parse(await response.json());
    return { ids: documents.map(({ id }) => id), nextCursor };
  };

  it("lists what is known of every document, and no text", async () => {
    const response = await serve().app.request("/v1/documents");
    const page = documentListSchema.strict().extend({ documents: z.array(documentSchema.strict()) });
    expect(page.parse(await response.json()).nextCursor).toBeNull();
  });

  it("pages", async () => {
    const first = await idsAt("?limit=2");
    expect(first).toEqual({ ids: ["lindental", "north"], nextCursor: "north" });
    expect(await idsAt(`?limit=2&cursor=${first.nextCursor}`)).toEqual({ ids: ["süd-ost"], nextCursor: null });
  });

  it("filters by publisher, partner and date, repeated where that makes sense", async () => {
    expect((await idsAt("?publisher=North%20Press")).ids).toEqual(["north"]);
    expect((await idsAt("?publisher=North+Press&publisher=Klinikum+Lindental&limit=1")).ids).toEqual(["lindental"]);
    expect((await idsAt("?partner=Optimed")).ids).toEqual(["lindental", "süd-ost"]);
    expect((await idsAt("?publishedAfter=2024-06-01")).ids).toEqual(["lindental"]);
    expect((await idsAt("?publishedAfter=2024-01-01&publishedBefore=2024-12-31")).ids).toEqual(["north"]);
  });

  it.each([
    ["limit=0", "limit"],
    ["limit=101", "limit"],
    ["limit=many", "limit"],
    ["limit=", "limit"],
    ["limit=0x10", "limit"],
    ["limit=1e1", "limit"],
    ["limit=%2010%20", "limit"],
    ["limit=%2B5", "limit"],
    ["limit=-5", "limit"],
    ["limit=5.0", "limit"],
    ["limit=%EF%BC%95", "limit"],
    ["limit=1&limit=2", "limit"],
    ["cursor=", "cursor"],
    ["publishedAfter=2024-13-01", "publishedAfter"],
    ["publisherr=x", "publisherr"],
  ])("refuses ?%s, naming %s", async (query, path) => {
    const response = await serve().app.request(`/v1/documents?${query}`);
    expect(response.status).toBe(422);
    expect((await wrongFields(response))?.[0]).toBe(path);
  });
});

describe("GET /v1/documents/{id}", () => {
  it("gives what is known, and the exact text", async () => {
    const { app } = serve();
    const document = documentSchema.strict().parse(await (await app.request("/v1/documents/lindental")).json());
    expect(document.id).toBe("lindental");
    const response = await app.request("/v1/documents/lindental/text");
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
    const text = await response.text();
    expect(text).toBe(TEXT);
    expect(text.length).toBe(document.length);
  });

  it("reads ids as they are encoded in addresses", async () => {
    const response = await serve().app.request(`/v1/documents/${encodeURIComponent("süd-ost")}`);
    expect(await response.json()).toMatchObject({ id: "süd-ost" });
  });

  it.each(["nobody", "..%2f..%2fetc%2fpasswd", "%00", "a%20b", "%252e%252e", "x".repeat(300)])(
    "is 404 for %s",
    async (id) => {
      for (const path of [`/v1/documents/${id}`, `/v1/documents/${id}/text`]) {
        const response = await serve().app.request(path);
        expect(response.status).toBe(404);
        expect(await response.json()).toMatchObject({ code: "not_found" });
      }
    },
  );
});

describe("POST /v1/documents", () => {
  it("adds a text with its metadata, and says where it stands", async () => {
    const { send, store } = serve();
    const metadata = {
      ...{ id: "neu", title: "Neues", publisher: "Haus Eins", publishedAt: "2026-01-02", language: "de" as const },
      ...{ url: "https://example.org/neu", partners: ["Haus Eins", "Haus Zwei"], kind: "news" },
    };
    const response = await send("POST", "/v1/documents", { text: "Etwas Neues.", ...metadata });
    expect(response.status).toBe(201);
    expect(response.headers.get("location")).toBe("/v1/documents/neu");
    expect(storedSchema.parse(await response.json()).document).toMatchObject(metadata);
    expect(store.get("neu")?.text).toBe("Etwas Neues.");
  });

  it("names a text by its title, and without one by its content", async () => {
    const { send } = serve();
    const idOf = async (body: object) => {
      const response = await send("POST", "/v1/documents", body);
      return storedSchema.parse(await response.json()).document.id;
    };
    expect(await idOf({ text: "Eins.", title: "Ein Jahr / später: Übersicht!" })).toBe("ein-jahr-später-übersicht");
    const id = await idOf({ text: "Zwei." });
    expect(id).toMatch(/^document-[0-9a-f]{12}$/);
    expect(await idOf({ text: "Zwei." })).toBe(id);
  });

  it("changes nothing for content that is there, and refuses other content of the same id", async () => {
    const { send, store } = serve();
    const again = await send("POST", "/v1/documents", { id: "lindental", text: TEXT });
    expect(again.status).toBe(200);
    const other = await send("POST", "/v1/documents", { id: "lindental", text: "Etwas anderes." });
    expect(other.status).toBe(409);
    expect(await other.json()).toMatchObject({ code: "duplicate_document", status: 409 });
    expect(store.get("lindental")?.text).toBe(TEXT);
  });

  it("takes a file with metadata beside it", async () => {
    const { sendForm, store } = serve();
    const fields = [
      ["file", file("Ein Bericht.")],
      ["title", "Bericht"],
      ["partners", "Haus Eins"],
      ["partners", "Haus Zwei"],
    ] as const;
    const response = await sendForm("POST", "/v1/documents", fields);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ document: { id: "bericht", title: "Bericht" } });
    expect(store.get("bericht")).toMatchObject({
      text: "Ein Bericht.",
      partners: ["Haus Eins", "Haus Zwei"],
      metadata: { mediaType: "text/markdown" },
    });
  });

  it("takes one partner as a list of one, and only the last part of a path as the file's name", async () => {
    const { sendForm, store } = serve();
    const fields = [
      ["file", file("Text.", "C:\\Ablage\\notiz.txt", "application/octet-stream")],
      ["partners", "Eins"],
    ] as const;
    expect((await sendForm("POST", "/v1/documents", fields)).status).toBe(201);
    expect(store.get("notiz")).toMatchObject({ partners: ["Eins"], metadata: { mediaType: null } });
  });

  it.each([
    ["no file", [["title", "x"]], ["file"]],
    ["a text in place of a file", [["file", "text"]], ["file"]],
    [
      "two files",
      [
        ["file", file("a")],
        ["file", file("b")],
      ],
      ["file"],
    ],
    [
      "two titles",
      [
        ["file", file("a")],
        ["title", "x"],
        ["title", "y"],
      ],
      ["title"],
    ],
    [
      "unknown fields",
      [
        ["file", file("a")],
        ["colour", "red"],
      ],
      ["colour"],
    ],
    [
      "a bad date",
      [
        ["file", file("a")],
        ["publishedAt", "02.01.2026"],
      ],
      ["publishedAt"],
    ],
  ] as [string, [string, string | File][], string[]][])("refuses a form with %s", async (_name, fields, paths) => {
    const response = await serve().sendForm("POST", "/v1/documents", fields);
    expect(response.status).toBe(422);
    expect(await wrongFields(response)).toEqual(paths);
  });

  it.each([
    [{ title: "x" }, "text"],
    [{ text: "" }, "text"],
    [{ text: "x", colour: "red" }, "colour"],
    [{ text: "x", id: "../x" }, "id"],
    [{ text: "x", url: "javascript:alert(1)" }, "url"],
    [{ text: "x", language: "fr" }, "language"],
    [{ text: "x", partners: "Eins" }, "partners"],
    [{ text: "x", partners: [1] }, "partners[0]"],
  ])("refuses %j, naming %s", async (body, path) => {
    const response = await serve().send("POST", "/v1/documents", body);
    expect(response.status).toBe(422);
    expect((await wrongFields(response))?.[0]).toBe(path);
  });

  it("says that a form is broken", async () => {
    const { app } = serve();
    for (const type of ["multipart/form-data", "multipart/form-data; boundary=x"]) {
      const init = { method: "POST", headers: { "content-type": type }, body: "no form at all" };
      const response = await app.request("/v1/documents", init);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ code: "invalid_request", detail: expect.stringContaining("form") });
    }
  });

  it("says that a document cannot be read", async () => {
    const unreadable = file(new Uint8Array([0xff, 0xfe, 0x00]), "bild.md");
    const response = await serve().sendForm("POST", "/v1/documents", [["file", unreadable]]);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: "unreadable_document", detail: "bild.md is no text" });
  });
});

describe("PUT /v1/documents/{id}", () => {
  it("adds, replaces, and leaves alone what is the same", async () => {
    const { send, sendForm, store } = serve();
    const statusOf = async (text: string) => (await send("PUT", "/v1/documents/neu", { text })).status;
    expect(await statusOf("Eins.")).toBe(201);
    expect(await statusOf("Zwei.")).toBe(200);
    expect(await statusOf("Zwei.")).toBe(200);
    expect(store.get("neu")?.text).toBe("Zwei.");
    expect((await sendForm("PUT", "/v1/documents/neu", [["file", file("Drei.")]])).status).toBe(200);
    expect(store.get("neu")?.text).toBe("Drei.");
  });

  it("refuses a body that names another id, and addresses that can be no id", async () => {
    const { send } = serve();
    expect((await send("PUT", "/v1/documents/neu", { id: "neu", text: "x" })).status).toBe(201);
    for (const [path, body] of [
      ["/v1/documents/neu", { id: "alt", text: "x" }],
      ["/v1/documents/a%20b", { text: "x" }],
    ] as const) {
      const response = await send("PUT", path, body);
      expect(response.status).toBe(422);
      expect((await wrongFields(response))?.[0]).toBe("id");
    }
  });
});

describe("DELETE /v1/documents/{id}", () => {
  it("removes once, and is 404 from then on", async () => {
    const { app, store } = serve();
    const remove = () => app.request("/v1/documents/north", { method: "DELETE" });
    const response = await remove();
    expect(response.status).toBe(204);
    expect(await response.text()).toBe("");
    expect(store.has("north")).toBe(false);
    expect((await remove()).status).toBe(404);
    expect((await app.request("/v1/documents/%00", { method: "DELETE" })).status).toBe(404);
  });
});
