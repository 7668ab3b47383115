import type { Case, Resolution } from '../../cases/case.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { RESOLUTION_OCCASION_WORDS, RESOLUTION_PARTY_WORDS, RESOLUTION_RESULT_WORDS } from '../closed-words.ts'
import { describeMeeting, describeResolution } from '../facts/describe-route.ts'

/** Every disagreement resolution of the case, in the order in which they were asked for. */
export function resolutionViews({ resolutions }: Case) {
  return resolutions.map(resolutionView)
}

/** Who takes part, when people meet, how it ended. */
function resolutionView(resolution: Resolution) {
  const { of, occasion, askedBy, parties, answers, meeting, ended } = resolution
  return {
    of,
    title: describeResolution(resolution),
    occasion: RESOLUTION_OCCASION_WORDS[occasion],
    askedBy: RESOLUTION_PARTY_WORDS[askedBy],
    parties: parties.map((party) => ({
      party,
      name: RESOLUTION_PARTY_WORDS[party],
      ...answerInWords(answers.find((one) => one.party === party)),
    })),
    ...(meeting && { meeting: describeMeeting(meeting) }),
    ...(ended && { result: `${RESOLUTION_RESULT_WORDS[ended.result]}, on ${formatDate(ended.endedOn)}` }),
  }
}

function answerInWords(answer: Resolution['answers'][number] | undefined) {
  if (!answer) return { answer: 'No answer yet', colour: 'grey' } as const
  return answer.agrees
    ? ({ answer: 'Takes part', colour: 'green' } as const)
    : ({ answer: 'Does not want to take part', colour: 'red' } as const)
}
