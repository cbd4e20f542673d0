import type { GuidePart, GuideSection } from "./guide-model.js";

/** The guide as a Markdown file. */
export function guideMarkdown(title: string, sections: readonly GuideSection[]): string {
  const body = sections.map(({ title: name, parts }) => [`## ${name}`, ...parts.map(partMarkdown)].join("\n\n"));
  return `${[`# ${title}`, ...body].join("\n\n")}\n`;
}

function partMarkdown(part: GuidePart): string {
  switch (part.kind) {
    case "paragraph":
      return part.text;
    case "code":
      return `\`\`\`${part.language}\n${part.code}\n\`\`\``;
    case "list":
      return part.items.map((item) => `- ${item}`).join("\n");
    case "table":
      return [part.head, part.head.map(() => "---"), ...part.rows].map(rowMarkdown).join("\n");
  }
}

function rowMarkdown(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
