/**
 * Looks at every page and letter in full: `npm run prove:pages`. `npm test` looks at every page too, but for all faults on every
 * fourth one at one width, and at a letter of each kind of message; here it is both widths, and every situation in both sizes.
 */
import { runWhole } from './prove/run-whole.ts'

runWhole('browser.test.ts', 'every-letter.test.ts')
