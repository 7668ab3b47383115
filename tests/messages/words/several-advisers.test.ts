import { expect, it } from 'vitest'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import { textOf } from '../composed.ts'
import { OF_THE_WRONG_ADVISER } from '../correction-situations.ts'
import { WITH_THE_OTHER_ADVISER } from '../rights-situations.ts'

it('names every mediation adviser to a family that has not chosen one', () => {
  const text = textOf('rights, two advisers to choose among')
  expect(text).toContain('You can choose one of these. Tell us which one you chose.')
  expect(text).toContain('Email: sen@globalmediation.co.uk')
  expect(text).toContain('Email: north@example.org')
})

it('names only the one that the family has', () => {
  const { text } = composeMessage(WITH_THE_OTHER_ADVISER)
  expect(text).toContain('Email: north@example.org')
  expect(text).not.toContain('sen@globalmediation.co.uk')
})

it('names the right one where only that is corrected, and how to reach it', () => {
  const { text } = composeMessage(OF_THE_WRONG_ADVISER)
  expect(text).toContain('We had recorded this wrongly:\n\n* Your mediation adviser is from Global Mediation.')
  expect(text).toMatch(/What is right\n-+\n\n\* Your mediation adviser is from Nordhaus\./)
  expect(text).toContain('Email: north@example.org')
  expect(text).not.toContain('sen@globalmediation.co.uk')
})
