/** Style sheets of pages, by what they do. */
export const HOSTILE_STYLES: Readonly<Record<string, string>> = {
  none: "",
  "everything unset": "* { all: unset !important }",
  "everything hidden that a selector reaches":
    "button, div, section, form, p, konsil-chat, konsil-chat * { display: none !important; visibility: hidden !important; opacity: 0 !important; transform: scale(0) !important; clip-path: circle(0) !important; pointer-events: none !important; animation: none !important }",
  "shouting print": `* { text-transform: uppercase !important; letter-spacing: 1em !important; word-spacing: 3em !important;
    line-height: 5 !important; text-indent: 9em !important; white-space: nowrap !important; text-align: justify !important; font-style: italic }`,
  "everything taken out of its place":
    "div, section, konsil-chat, span, button { position: fixed !important; left: -9999px !important; width: 1px !important; float: right !important; z-index: -1 !important; filter: blur(9px) !important; contain: strict !important }",
  "our own names taken": `.root, .panel, .launcher, .conversation, .reply, #question, #panel { display: none !important; color: red !important }
    :root { --_accent: red; --_surface: red; --_ink: red; --_radius: 99px; --_offset: 9999px; --_soft: red; --_line: red }`,
};

const NAMES = [
  ...["Object", "Array", "Function", "Error", "TypeError", "Promise", "Map", "Set", "WeakMap", "WeakSet", "RegExp"],
  ...[
    "String",
    "Number",
    "Boolean",
    "Symbol",
    "Date",
    "Math",
    "JSON",
    "Reflect",
    "Proxy",
    "URL",
    "Headers",
    "Response",
  ],
  ...[
    "Request",
    "AbortController",
    "AbortSignal",
    "TextDecoder",
    "ReadableStream",
    "Event",
    "CustomEvent",
    "EventTarget",
  ],
  ...["Node", "Text", "Comment", "Element", "HTMLElement", "HTMLTextAreaElement", "HTMLButtonElement", "SVGElement"],
  ...["HTMLTemplateElement", "HTMLAnchorElement", "Document", "DocumentFragment", "ShadowRoot", "CSSStyleSheet"],
  ...[
    "MutationObserver",
    "CustomElementRegistry",
    "Storage",
    "DOMException",
    "Intl",
    "Uint8Array",
    "TreeWalker",
    "Range",
  ],
];

/** Freezes everything that the language and the browser bring, with its prototype. */
export const FROZEN = `for (const name of ${JSON.stringify(NAMES)}) {
  const it = window[name];
  Object.freeze(it);
  if (it.prototype) Object.freeze(it.prototype);
}
for (const prototype of [(function* () {})().constructor, (async () => {}).constructor.prototype, [][Symbol.iterator]().__proto__]) Object.freeze(prototype);`;

/** What scripts of real pages have been seen to do with what they find. */
export const PATCHED_PAGES: Readonly<Record<string, string>> = {
  "customElements is wrapped, and other elements are defined": `const { define, get } = customElements;
    customElements.define = function (name, ...rest) { return define.call(this, name.toLowerCase(), ...rest); };
    customElements.get = (name) => get.call(customElements, name);
    customElements.define("konsil-chats", class extends HTMLElement {});`,
  "prototypes carry methods of an old library": `Object.prototype.extend = function () {}; Object.prototype.each = function () {};
    Array.prototype.remove = function () {}; Array.prototype.each = function () {}; String.prototype.escapeHTML = () => "x";
    Function.prototype.bindAsEventListener = function () {}; Element.prototype.hide = function () { this.remove(); };`,
  "fetch, timers, promises and listeners are wrapped as by a framework with zones": `const add = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const heard = typeof listener === "function" ? function (...rest) { return listener.apply(this, rest); } : listener;
      return add.call(this, type, heard, options);
    };
    const then = Promise.prototype.then; Promise.prototype.then = function (...rest) { return then.apply(this, rest); };
    const wait = setTimeout; window.setTimeout = (act, ...rest) => wait(() => act(), ...rest);
    const ask = fetch; window.fetch = async (...given) => { const response = await ask(...given); response.clone(); return response; };`,
  "another copy of Lit has left its marks, and elements of the page have the names that we use": `window.litHtmlVersions = ["1.0.0"];
    window.litElementVersions = ["2.0.0"]; window.reactiveElementVersions = ["0.1"]; window.litScope = 7;
    document.write('<img name="currentScript"><img name="title"><input id="question"><div id="panel"></div>');`,
};
