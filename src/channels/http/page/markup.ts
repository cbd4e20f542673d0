/** The page itself; every text in it comes from `texts.js`, in the reader's language. */
export const MARKUP = `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Konsil</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/page/page.css">
<script type="module" src="/page/page.js"></script>
</head>
<body>
<header class="top">
  <div class="brand"><img src="/favicon.svg" alt="" width="28" height="28"><span>Konsil</span></div>
  <div class="tools">
    <button type="button" id="again" class="quiet" data-text="again" hidden></button>
    <div class="languages" role="group" data-label="languages">
      <button type="button" lang="de" data-language="de" aria-label="Deutsch">DE</button>
      <button type="button" lang="en" data-language="en" aria-label="English">EN</button>
    </div>
  </div>
</header>
<main>
  <section class="welcome" id="welcome">
    <h1 data-text="heading"></h1>
    <p data-text="promise"></p>
  </section>
  <div id="conversation"></div>
  <p id="status" class="unseen" role="status"></p>
  <section id="examples" class="examples" data-label="examples" hidden>
    <h2 data-text="examples"></h2>
    <div class="chips"></div>
  </section>
  <form id="key-form" class="key" hidden>
    <label for="key" data-text="keyLabel"></label>
    <div class="row">
      <input id="key" type="password" autocomplete="off" required>
      <button type="submit" data-text="keySave"></button>
    </div>
    <p data-text="keyHint"></p>
  </form>
</main>
<form id="ask" class="ask">
  <label for="question" class="unseen" data-text="question"></label>
  <textarea id="question" rows="1" maxlength="2000" required autofocus data-placeholder="placeholder"></textarea>
  <button type="submit" id="send" data-text="send"></button>
  <button type="button" id="stop" data-text="stop" hidden></button>
</form>
<footer>
  <span data-text="footer"></span> <a href="/docs" data-text="api"></a>
</footer>
<dialog id="reader" aria-labelledby="reader-title">
  <div class="reader-head">
    <h2 id="reader-title"></h2>
    <button type="button" id="reader-close" class="quiet" data-text="close"></button>
  </div>
  <div id="reader-text" class="reader-text" tabindex="0"></div>
</dialog>
<noscript><p class="welcome">Konsil needs JavaScript. Konsil braucht JavaScript.</p></noscript>
</body>
</html>
`;

/** A quotation mark that carries a check. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="8" fill="#0f6e6e"/>
<path d="M8 9.5h16a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-8.5L10.5 26v-4.5H8A1.5 1.5 0 0 1 6.5 20v-9A1.5 1.5 0 0 1 8 9.5z" fill="#fff"/>
<path d="M11.5 15.3l3.200 3.200 6-6" fill="none" stroke="#0f6e6e" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"/>
</svg>
`;
