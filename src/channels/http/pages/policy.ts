/**
 * The content policy of our pages: nothing but our own files, and no way to turn text into script. `trustedTypes` names
 * the policies that may be made (https://www.w3.org/TR/trusted-types/).
 */
export function pagePolicy(trustedTypes = "'none'"): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${trustedTypes}`,
  ].join("; ");
}
