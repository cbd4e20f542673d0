import { expect, it } from "vitest";
import { furnitureCited } from "./furniture.js";
import { sampleTrial } from "./sample-trial.js";

const citedOf = (quote: string) => furnitureCited(sampleTrial({ answer: "So it is. [1]", quotes: [["alpha", quote]] }));

it.each([
  "Diese Website verwendet Cookies, um Ihnen den bestmöglichen Service zu bieten.",
  "We use cookies to improve your experience.",
  "Bleiben Sie auf dem Laufenden und abonnieren Sie unseren Newsletter.",
  "Sign up for our weekly newsletter",
  "The hospital has opened a clinic in the old town. Read more",
  "Klinik weiht neue Station ein Mehr erfahren »",
  "Artikel teilen",
  "© 2025 Alpha clinic",
])("finds %s", (quote) => {
  expect(citedOf(quote)).toEqual([quote]);
});

it.each([
  "The Alpha clinic wants to share this knowledge with other clinics.",
  "Das Zentrum teilt seine Daten mit der Klinik und bestellt drei Geräte.",
  "Patients can read more about the study in the report of the clinic.",
  "The newsletter of the clinic has 4,000 readers.",
])("lets a report say %s", (quote) => {
  expect(citedOf(quote)).toEqual([]);
});
