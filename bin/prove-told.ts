/** Tells every case of tests/journeys on the whole service: `npm run prove:told`. `npm test` draws some of them each time. */
import { runWhole } from './prove/run-whole.ts'

runWhole('tests/journeys/')
