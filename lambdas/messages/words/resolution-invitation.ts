import {
  aboutCalendarFile,
  contactDetails,
  datePanel,
  heading,
  list,
  type MessageWords,
  paragraph,
} from '../content.ts'
import { detailsOf, type SituationOfFact } from '../message-situation.ts'
import { appealBeside } from '../passages/appeal-meanwhile.ts'
import { MEETING_FORMAT_WORDS } from '../passages/closed-words.ts'
import { aboutTheCase } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { meetingMoment } from '../passages/meeting.ts'
import { resolutionOf, whatResolutionIs, whoRunsResolution } from '../passages/resolution.ts'

/** The meeting has a day, or another day than before, with an entry for the calendar. */
export function resolutionInvitation(situation: SituationOfFact): MessageWords {
  const { about, council, subject, words } = situation
  const { of, ...meeting } = detailsOf(situation, 'disagreement-resolution-meeting')
  const resolution = resolutionOf(of, situation)
  const before = subject.facts.findLast(
    (fact) =>
      fact.type === 'disagreement-resolution-meeting' && fact.details.of === resolution.of && fact.sequence < about,
  )
  return {
    subject: `Your disagreement resolution meeting is on ${meetingMoment(meeting)}`,
    preheader: 'Where it is, who can come with you, and what to do if you cannot come.',
    blocks: [
      before?.type === 'disagreement-resolution-meeting'
        ? paragraph(
            'We are writing because the day of your disagreement resolution meeting has changed.',
            `Before, we told you ${meetingMoment(before.details)}.`,
          )
        : paragraph('We are writing to tell you the day of your disagreement resolution meeting.'),
      aboutTheCase(situation),
      datePanel(
        'Your disagreement resolution meeting is on',
        meetingMoment(meeting),
        MEETING_FORMAT_WORDS[meeting.format],
        words.place ? `Where: ${words.place}` : 'The service that runs it will tell you where, or how to join.',
      ),
      aboutCalendarFile('You can add the meeting to your calendar with the file in this email.'),
      heading('For the meeting'),
      list(
        'You can bring someone to help you: a friend, a relative or an adviser.',
        'Write down what you disagree with and what you would like instead.',
        'If you agree on something, ask for it in writing, with a day for each thing.',
        'Cannot come on that day? Tell the service that runs it as soon as you can.',
      ),
      contactDetails(whoRunsResolution(council)),
      ...whatResolutionIs(),
      ...appealBeside(situation, 'Disagreement resolution'),
      ...whoCanHelp(situation),
    ],
    calendar: {
      type: 'resolution-meeting',
      method: 'REQUEST',
      meeting,
      of,
      ...(words.place && { place: words.place }),
    },
  }
}
