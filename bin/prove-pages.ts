/**
 * Looks at every page and letter in full: `npm run prove:pages`. `npm test` draws some of them, looks for all faults on
 * every fourth page at one width, and at letters of some kinds of message; here it is all, at both widths and in both sizes.
 */
import { runWhole } from './prove/run-whole.ts'

runWhole('browser.test.ts', 'every-letter.test.ts')
