/**
 * Tells every case of tests/journeys on the whole service, and tests all of the local service itself: `npm run prove:told`.
 * `npm test` draws some of it each time.
 */
import { runWhole } from './prove/run-whole.ts'

runWhole('tests/journeys/', 'local/tests/')
