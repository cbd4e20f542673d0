import { describe, expect, it } from "vitest";
import { composed } from "../../tests/fakes/composing.js";

const TITLE = "Zentrum Nord und Medtech Süd";

describe("a fact that can be checked", () => {
  it("comes first, in the language of the question, then the sentence that carries it", () => {
    const text = "Die Studie der Medtech Süd AG begann am 3. Mai 2024.";
    expect(composed("Wann begann die Studie?", [{ text }]).answer).toBe(`Am 3. Mai 2024. [1]\n${text} [1]`);
    expect(composed("When did the study begin?", [{ text }]).answer).toBe(
      `On 3 May 2024. [1]\nThe document “${TITLE}” says: „${text}“ [1]`,
    );
  });

  it("is quoted in the asker's language where another document says the same", () => {
    const english = { text: "Zentrum Nord has 2,300 employees.", language: "en" as const };
    const german = { text: "Das Zentrum Nord hat 2.300 Beschäftigte." };
    const { answer } = composed("Wie viele Beschäftigte hat das Zentrum Nord?", [english, german]);
    expect(answer).toBe("2.300. [1]\nDas Zentrum Nord hat 2.300 Beschäftigte. [1]");
  });

  it("names every position that a person is found to hold", () => {
    const text = "Vera Ott ist Direktorin des Zentrums Nord. Vera Ott ist Professorin an der Hochschule West.";
    const { answer } = composed("Welche Rolle hat Vera Ott?", [{ text, found: [0, 1] }]);
    expect(answer).toMatch(/^Direktorin des Zentrums Nord\. \[1\]\n.*\[1\]\n.*Hochschule West\. \[2\]$/);
  });
});

describe("a question for several persons", () => {
  it("is answered with a sentence for each of them", () => {
    const text = "Vera Ott ist Direktorin des Zentrums Nord. Jan Keller ist CEO von Medtech Süd.";
    const { answer } = composed("Welche Rollen haben Vera Ott und Jan Keller?", [{ text }], { kind: "role" });
    expect(answer).toMatch(/Zentrums Nord\. \[1\]\n.*Medtech Süd\. \[2\]$/);
  });
});

describe("a yes-or-no question", () => {
  it("is answered with the verdict of the sentence that settles it", () => {
    const text = "Die Klinik Nord liegt in Westheim. Das Zentrum Nord behandelt keine Kinder.";
    const { answer } = composed("Behandelt das Zentrum Nord Kinder?", [{ text, found: [0, 1] }]);
    expect(answer).toBe("Nein. [1]\nDas Zentrum Nord behandelt keine Kinder. [1]");
  });

  it("is told of plans as of the document's date", () => {
    const text = "Medtech Süd will ein Labor eröffnen.";
    expect(composed("Ist das Labor von Medtech Süd schon eröffnet?", [{ text }]).answer).toBe(
      `Geplant (Stand: 1. März 2024). [1]\n${text} [1]`,
    );
    expect(composed("Has Medtech Süd opened a laboratory?", [{ text }]).answer).toMatch(
      /^That is planned \(as of 1 March 2024\)\. \[1\]\n/,
    );
  });

  it("gets no verdict when nothing settles it, or documents settle it differently", () => {
    const open = "Das Zentrum Nord könnte Kinder behandeln.";
    const question = "Behandelt das Zentrum Nord Kinder?";
    expect(composed(question, [{ text: open }]).answer).toBe(`${open} [1]`);
    const [yes, no] = ["Das Zentrum Nord behandelt Kinder.", "Das Zentrum Nord behandelt keine Kinder."];
    expect(composed(question, [{ text: yes }, { text: no }]).answer).toBe(`${yes} [1]\n${no} [2]`);
  });
});

describe("what somebody says", () => {
  it("comes with the speaker, whom the next sentence names, in whole quotation marks", () => {
    const text =
      "„Seit Jahren forschen wir mit Medtech Süd. Das hilft allen“, sagte Prof. Vera Ott, Direktorin des Zentrums Nord.";
    const { answer, citations } = composed("Was sagt Vera Ott über die Forschung?", [{ text }], { kind: "statement" });
    expect(answer).toBe("Prof. Vera Ott: „Seit Jahren forschen wir mit Medtech Süd.“ [1] [2]");
    expect(citations.map(({ quote }) => quote)).toEqual([
      "„Seit Jahren forschen wir mit Medtech Süd.",
      "Das hilft allen“, sagte Prof. Vera Ott, Direktorin des Zentrums Nord.",
    ]);
  });

  it("is one speech when its sentences follow each other", () => {
    const text = "„Wir forschen gern. Das hilft allen“, sagte Ott. Das Labor ist neu.";
    const given = { kind: "statement" as const };
    const { answer } = composed("Was sagt Ott?", [{ text, found: [0, 1] }], given);
    expect(answer).toBe("„Wir forschen gern. [1] Das hilft allen“, sagte Ott. [2]");
    expect(composed("Was sagt Ott?", [{ text }], given).answer).toBe("Ott: „Wir forschen gern.“ [1] [2]");
  });

  it("names the document, too, in another language", () => {
    const text = "„Das hilft allen. Wir forschen gern“, sagte Vera Ott, Direktorin des Zentrums Nord.";
    const { answer } = composed("What does Vera Ott say?", [{ text }], { kind: "statement" });
    expect(answer).toBe(`In the document “${TITLE}” Vera Ott says: „Das hilft allen.“ [1] [2]`);
  });

  it("is what is said about the topic, not what else the speaker says", () => {
    const text = "Vera Ott lobt die Technik der Klinik. Vera Ott betont, dass Netzwerke wichtig sind.";
    const { answer } = composed("Was sagt Vera Ott über Netzwerke?", [{ text, found: [0, 1] }]);
    expect(answer).toBe("Vera Ott betont, dass Netzwerke wichtig sind. [1]");
  });
});

describe("a definition", () => {
  it("is the sentence that says what it is, whatever else was found", () => {
    const text = "Die Partner bauen ein Zentrum für Theranostik. Theranostik ist ein Ansatz der Krebsmedizin.";
    const { answer } = composed("Was ist Theranostik?", [{ text, found: [0, 1] }]);
    expect(answer).toBe("Theranostik ist ein Ansatz der Krebsmedizin. [1]");
  });

  it("takes in the sentence that explains a mere mention", () => {
    const text = "They work on so-called digital twins. These are copies that mirror a person.";
    const { answer } = composed("What are digital twins?", [{ text, language: "en" }]);
    expect(answer).toBe("They work on so-called digital twins. [1]\nThese are copies that mirror a person. [2]");
  });

  it("begins with what an abbreviation stands for", () => {
    const text = "Die Abkürzung ZN steht für Zentrum Nord.";
    expect(composed("Wofür steht die Abkürzung ZN?", [{ text }]).answer).toBe(`Zentrum Nord. [1]\n${text} [1]`);
    const named = "Das Zentrum Nord (ZN) wächst.";
    expect(composed("What does ZN stand for?", [{ text: named }]).answer).toMatch(/^Zentrum Nord\. \[1\]\n/);
  });
});

describe("a list", () => {
  it("gathers from several documents, each thing once, in the asker's language", () => {
    const english = "Medtech Süd works in imaging and diagnostics.";
    const german = "Medtech Süd arbeitet in der Bildgebung und der Diagnostik.";
    const other = "Medtech Süd forscht an Robotern.";
    const sources = [{ text: english, language: "en" as const }, { text: german }, { text: other }];
    const { answer } = composed("Welche Gebiete hat Medtech Süd?", sources, { kind: "list" });
    expect(answer).toBe(`${german} [1]\n${other} [2]`);
  });
});

describe("any other question", () => {
  it("takes in the sentence that only goes on from the one found", () => {
    const text = "Die Partner setzen einen neuen Standard. Dafür verbinden sie Technik und Abläufe. Das Labor ist neu.";
    const { answer } = composed("Womit setzen die Partner einen neuen Standard?", [{ text }], { kind: "other" });
    expect(answer).toBe("Die Partner setzen einen neuen Standard. [1]\nDafür verbinden sie Technik und Abläufe. [2]");
  });
});

describe("a reason", () => {
  it("comes with what it explains when that is another sentence", () => {
    const text = "Medtech Süd verlegt die Studie nach Westheim. Grund dafür ist die Nähe zur Klinik.";
    const { answer } = composed("Warum verlegt Medtech Süd die Studie?", [{ text, found: [1] }]);
    expect(answer).toBe("Medtech Süd verlegt die Studie nach Westheim. [1]\nGrund dafür ist die Nähe zur Klinik. [2]");
  });

  it("is one sentence when that says both", () => {
    const text = "Weil die Klinik nahe ist, verlegt Medtech Süd die Studie. Die Klinik hat 40 Betten.";
    const { answer } = composed("Warum verlegt Medtech Süd die Studie?", [{ text, found: [0, 1] }]);
    expect(answer).toBe("Weil die Klinik nahe ist, verlegt Medtech Süd die Studie. [1]");
  });
});

describe("plans", () => {
  const text =
    "Medtech Süd und das Zentrum Nord arbeiten seit 2020 zusammen. Medtech Süd und das Zentrum Nord planen ein Labor. Medtech Süd und das Zentrum Nord wollen Roboter entwickeln.";

  it("are told as of the document's date, without what is done already", () => {
    const { answer } = composed("Was planen Medtech Süd und das Zentrum Nord?", [{ text, found: [1] }]);
    expect(answer).toBe(
      "Stand 1. März 2024: Medtech Süd und das Zentrum Nord planen ein Labor. [1]\nMedtech Süd und das Zentrum Nord wollen Roboter entwickeln. [2]",
    );
  });

  it("are dated in the introduction in another language", () => {
    const { answer } = composed("What do Medtech Süd and Zentrum Nord plan?", [{ text, found: [1] }]);
    expect(answer).toMatch(/^The document “.*” of 1 March 2024 says: „.*Labor\.“ \[1\] „.*entwickeln\.“ \[2\]$/);
  });
});

describe("an overview", () => {
  it("tells the announcement and the aims, and nothing about the report or a company", () => {
    const body =
      "Die Presseinformation hat zwei Seiten. Medtech Süd und das Zentrum Nord haben ihre Zusammenarbeit bekannt gegeben. Der Raum war voll. Ziel ist es, Krebs früher zu erkennen.";
    const about = "Medtech Süd will weltweit Partner gewinnen.";
    const sources = [
      { id: "d", text: body, found: [1], partners: ["Medtech Süd", "Zentrum Nord"] },
      { id: "d", text: about, section: "about" as const, found: [] },
    ];
    const { answer } = composed("Worum geht es in der Zusammenarbeit von Medtech Süd und dem Zentrum Nord?", sources);
    expect(answer).toBe(
      "Stand 1. März 2024: Medtech Süd und das Zentrum Nord haben ihre Zusammenarbeit bekannt gegeben. [1]\nZiel ist es, Krebs früher zu erkennen. [2]",
    );
  });
});

describe("a comparison", () => {
  const one = { title: "Nord", text: "Das Zentrum Nord und Medtech Süd arbeiten in der Onkologie zusammen." };
  const other = { title: "West", text: "Das Institut West und Medtech Süd arbeiten in der Radiologie zusammen." };
  const question = "Was unterscheidet die Zusammenarbeit mit dem Zentrum Nord von der mit dem Institut West?";

  it("has a quoted line for each side", () => {
    const { answer, status } = composed(question, [one, other]);
    expect(answer).toBe(`Zu „Zentrum Nord“: ${one.text} [1]\nZu „Institut West“: ${other.text} [2]`);
    expect(status).toBe("answered");
  });

  it("says of which side the documents say nothing, and is partial", () => {
    const { answer, status } = composed(question, [one]);
    expect(answer).toBe(`Zu „Zentrum Nord“: ${one.text} [1]\nZu „Institut West“ steht dazu nichts in den Dokumenten.`);
    expect(status).toBe("partial");
  });

  it("compares the detail that is asked for", () => {
    const figures = [
      { title: "Nord", text: `${one.text} Das Zentrum Nord hat 40 Betten.` },
      { title: "West", text: `${other.text} Das Institut West hat 70 Betten.` },
    ];
    const { answer } = composed("Vergleiche die Betten des Zentrums Nord mit denen des Instituts West.", figures);
    expect(answer).toMatch(/40 Betten\. \[1\]\n.*70 Betten\. \[2\]$/);
  });
});

describe("documents that contradict", () => {
  it("each other are both shown, the newer first, with their dates and a warning", () => {
    const newer = { title: "Neu", publishedAt: "2026-01-02", text: "Das Zentrum Nord hat 50 Betten." };
    const older = { title: "Alt", publishedAt: "2024-03-01", text: "Das Zentrum Nord hat 40 Betten." };
    const given = { manner: "disagrees" } as const;
    const { answer, warnings } = composed("Wie viele Betten hat das Zentrum Nord?", [newer, older], given);
    expect(answer).toBe(
      "Die Dokumente machen unterschiedliche Angaben. Im Dokument „Neu“ vom 2. Januar 2026 heißt es: „Das Zentrum Nord hat 50 Betten.“ [1]\nIm Dokument „Alt“ vom 1. März 2024 heißt es: „Das Zentrum Nord hat 40 Betten.“ [2]",
    );
    expect(warnings).toEqual(["documents_disagree"]);
  });

  it("the question are said to do so", () => {
    const text = "Direktorin des Zentrums Nord ist Vera Ott.";
    const given = { manner: "corrects" } as const;
    expect(composed("Seit wann ist Jan Keller Direktor des Zentrums Nord?", [{ text }], given).answer).toBe(
      `Die Dokumente sagen etwas anderes. [1]\n${text} [1]`,
    );
    expect(composed("Ist Jan Keller Direktor des Zentrums Nord?", [{ text }], given).answer).toBe(
      `Nein. [1]\n${text} [1]`,
    );
    const figure = "Das Zentrum Nord hat rund 40 Betten.";
    expect(composed("Hat das Zentrum Nord 70 Betten?", [{ text: figure }], given).answer).toBe(
      `Nein. [1] Rund 40. [1]\n${figure} [1]`,
    );
    const planned = "Das Zentrum Nord soll 2027 öffnen.";
    expect(composed("Ist das Zentrum Nord offen?", [{ text: planned }], given).answer).toBe(
      `Geplant (Stand: 1. März 2024). [1]\n${planned} [1]`,
    );
  });
});

describe("what describes an organisation", () => {
  const text = "Medtech Süd ist weltweit führend.";

  it("is no fact about a collaboration", () => {
    const { answer } = composed("Worum geht es in der Zusammenarbeit?", [{ text, section: "about" }]);
    expect(answer).toBe("");
  });

  it("answers a question about the organisation", () => {
    const { answer } = composed("Was ist Medtech Süd?", [{ text, section: "about" }]);
    expect(answer).toContain(text);
  });
});
