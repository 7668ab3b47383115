import { it } from 'vitest'
import { textOf } from './messages/composed.ts'
it('p', () => { for (const n of ['learnt late: a duty that was told as late was done in time','learnt late: a plan that was told as late is not to be, and that was told in time']) console.log(textOf(n).slice(0,1600)) })
