/** Lists every sentence that a translation of the messages needs, as JSON to fill in. `npm run -s sentences` */
import { everySentence } from './messages/languages/fixture-languages.ts'

console.log(JSON.stringify(Object.fromEntries(everySentence().map((sentence) => [sentence, ''])), null, 2))
