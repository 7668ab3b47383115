import { describe, expect, it } from 'vitest'
import { COMPLAINT_BODIES } from '../../../lambdas/cases/complaint/closed-words.ts'
import { composed, textOf } from '../composed.ts'
import { council } from '../situations.ts'

describe('a complaint that was recorded', () => {
  it.each([
    ['school', 'you complained to the school. It has your complaint.', 'Monday 16 March 2026', 'Monday 30 March 2026'],
    [
      'college',
      'you complained to the college. It has your complaint.',
      'Monday 16 March 2026',
      'Wednesday 8 April 2026',
    ],
    ['council', 'you complained to us (the council). We have it', 'Monday 16 March 2026', 'Monday 30 March 2026'],
    [
      'health-body',
      'you complained to the health body (the integrated care board). It has your complaint.',
      'Thursday 12 March 2026',
      'Thursday 7 May 2026',
    ],
  ] as const)('about a %s: says who has it and by when it answers', (body, who, heardBy, answeredBy) => {
    const text = textOf(`complaint recorded, ${body}`)
    const { acknowledgeWorkingDays, answerWorkingDays } =
      body === 'council' ? { acknowledgeWorkingDays: 5, answerWorkingDays: 15 } : council.ownTimes.complaintTimes[body]
    expect(text).toContain(who)
    expect(text).toContain(
      `has arrived on or before:\n${heardBy}\nThat is ${acknowledgeWorkingDays} working days after your complaint.`,
    )
    expect(text).toContain(
      `an answer on or before:\n${answeredBy}\nThat is ${answerWorkingDays} working days after your complaint.`,
    )
    expect(text).toContain(
      body === 'council'
        ? 'The Ombudsman for councils sets this time in its rules for complaints.'
        : 'sets this day itself. The law does not.',
    )
  })

  it('is told which of the five points it lacks, and how to mend them', () => {
    const text = textOf('complaint recorded, no point is met, young person')
    expect(text).toContain('* Speak first to someone who can put it right.')
    expect(text).toContain('* Put your complaint in writing. Use the word “complaint”.')
    expect(text).toContain('* Say clearly each thing that you want sorted out.')
    expect(text).toContain('* Say what you want to happen.')
    expect(text).toContain('* Give a fair day by which you would like an answer.')
    expect(textOf('complaint recorded, school')).not.toContain('Put your complaint in writing')
  })

  it('that meets all five is told so, with the day that the family asked for', () => {
    const text = textOf('complaint recorded, every point is met')
    expect(text).toContain('Your complaint has what it needs')
    expect(text).toContain('You asked for an answer on or before Monday 20 April 2026.')
    expect(text).not.toContain('How to make your complaint stronger')
  })

  it('is told of the Ombudsman at once when its time ends before the answer', () => {
    expect(textOf('complaint recorded, the Ombudsman’s time ends before the answer')).toContain(
      'Go to the Ombudsman by:\nFriday 13 March 2026',
    )
    expect(textOf('complaint recorded, council')).not.toContain('Go to the Ombudsman')
  })

  it('leaves the other ways open', () => {
    expect(textOf('complaint recorded, council')).toContain(
      'You can complain and still use mediation, disagreement resolution or an appeal.',
    )
  })
})

describe('the answer to a complaint', () => {
  it('is awaited by the day that was promised, or by the times of the body', () => {
    expect(composed('complaint acknowledged, a day was promised').subject).toBe(
      'Your complaint: expect an answer on or before Monday 13 April 2026',
    )
    expect(textOf('complaint acknowledged, a day was promised')).toContain('We promised you this day.')
    expect(textOf('complaint acknowledged, school')).toContain(
      'The school told you on Wednesday 11 March 2026 that your complaint has arrived.',
    )
  })

  it('that is overdue is asked for, and the next step named', () => {
    const { text, subject } = composed('complaint overdue, a day was promised')
    expect(subject).toBe('Your complaint: an answer was due by Monday 13 April 2026, ask for it today')
    expect(text).toContain('Write to us and ask for the answer. Give a new day for it.')
    expect(text).toContain('If it takes too long, you can go to the Ombudsman without an answer.')
    expect(textOf('complaint overdue, school')).not.toContain('Ombudsman')
  })

  it.each([
    ['upheld', 'your complaint was right.'],
    ['partly-upheld', 'your complaint was right in part.'],
    ['not-upheld', 'nothing was done wrong.'],
  ])('says what it is: %s', (result, words) => {
    expect(textOf(`complaint answered, council, ${result}`)).toContain(`The answer is that ${words}`)
  })

  it.each([
    [
      'school',
      [
        'The governors or trustees of the school',
        'the Department for Education',
        'https://www.gov.uk/complain-about-school',
      ],
    ],
    [
      'college',
      [
        'The governors or trustees of the college',
        'the Department for Education',
        'https://www.gov.uk/complain-further-education-college',
      ],
    ],
    [
      'council',
      [
        'Local Government and Social Care Ombudsman',
        'Go to the Ombudsman by:\nMonday 11 January 2027',
        council.contacts.complaintPages?.council ?? 'a page',
      ],
    ],
    [
      'health-body',
      [
        'Parliamentary and Health Service Ombudsman',
        'Go to the Ombudsman by:\nMonday 11 January 2027',
        'https://www.ombudsman.org.uk',
      ],
    ],
  ] as const)('of a %s: says where to go next', (body, words) => {
    for (const each of words) expect(textOf(`complaint answered, ${body}, not-upheld`)).toContain(each)
  })

  it('says what the Ombudsman does not look at, and why that day', () => {
    const text = textOf('complaint answered, council, upheld')
    expect(text).toContain('The Ombudsman does not look at what you could take, or have taken, to the Tribunal.')
    expect(text).toContain('The time is 12 months, and Monday 12 January 2026 counts as its first day.')
    for (const body of COMPLAINT_BODIES.filter((each) => each === 'school' || each === 'college')) {
      expect(textOf(`complaint answered, ${body}, upheld`)).not.toContain('Ombudsman')
    }
  })

  it('after the 12 months: the Ombudsman can still be asked', () => {
    expect(textOf('complaint answered, the Ombudsman’s time is nearly over')).toContain(
      'Go to the Ombudsman by:\nMonday 9 March 2026',
    )
    const text = textOf('complaint answered, the Ombudsman’s time has passed')
    expect(text).toContain('The 12 months for the Ombudsman ended on:\nMonday 9 March 2026')
    expect(text).toContain('You can still ask. Say why it is late.')
  })
})
