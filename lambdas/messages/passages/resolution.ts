import type { Resolution } from '../../cases/case.ts'
import type { ContactPoint, Council } from '../../cases/council.ts'
import type { Sequence } from '../../cases/sequence.ts'
import { type Paragraph, paragraph } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'

/** What disagreement resolution is, with no push towards it (SEND Code of Practice 11.6 to 11.10). */
export function whatResolutionIs(): Paragraph[] {
  return [
    paragraph(
      'In disagreement resolution an independent person helps you and the others to agree.',
      'That person does not work for the council.',
      'It is voluntary, free and confidential. It only takes place if everyone agrees to it.',
    ),
    paragraph('It gives you no certificate. It does not stop the time for an appeal.'),
  ]
}

/** Who runs it. */
export function whoRunsResolution({ providers }: Pick<Council, 'providers'>): ContactPoint {
  return providers.disagreementResolution ?? providers.mediationAdviser
}

/** The disagreement resolution that the fact `of` asked for. */
export function resolutionOf(of: Sequence, situation: MessageSituation): Resolution {
  const resolution = situation.subject.resolutions.find((one) => one.of === of)
  return required(resolution, `the fact ${of} asked for no disagreement resolution`, situation)
}
