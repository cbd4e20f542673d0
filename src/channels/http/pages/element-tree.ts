/** An element that the server writes as HTML, and a script builds in the page. Text in it is text, whatever it holds. */
export interface TreeElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly TreeNode[];
}

export type TreeNode = TreeElement | string;

export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  children: readonly TreeNode[] = [],
): TreeElement {
  return { name, attributes, children };
}
