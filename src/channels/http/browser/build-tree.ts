import type { TreeNode } from "../pages/element-tree.js";

/** The tree as nodes of this page; text enters as text alone. */
export function buildTree(node: TreeNode): Node {
  if (typeof node === "string") return document.createTextNode(node);
  const made = document.createElement(node.name);
  for (const [name, value] of Object.entries(node.attributes)) made.setAttribute(name, value);
  made.append(...node.children.map(buildTree));
  return made;
}
