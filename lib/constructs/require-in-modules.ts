/** The first line of a bundle: packages written in CommonJS ask for `require`, which an ES module does not have. */
export const REQUIRE_IN_MODULES =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"
