import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import type { ITopic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

/** When an alarm sounds. */
export type Sounds =
  /** As soon as there is one: a message in a queue, an error, a number in a log line that is not nought. */
  | { readonly when: 'there-is-one' }
  /** As soon as the number is above this. */
  | { readonly when: 'above'; readonly threshold: number }
  /** There is a number once a day while it is so. It sounds once, and lasts until a day has gone by without one. */
  | { readonly when: 'there-was-one-in-two-days' }
  /** Nothing has been heard for so many hours. Missing data is what it listens for. */
  | { readonly when: 'silent'; readonly forHours: number }

/** What the person reads who is woken, and nothing else: whom it hurts, what to do first, and where the rest stands. */
export interface AlarmWords {
  readonly sounds: Sounds
  readonly whomItHurts: string
  readonly whatToDo: string
  /** The page of docs/runbooks that has a part under the alarm's name. */
  readonly runbook: 'journeys' | 'messages' | 'digests' | 'pages' | 'bank-holidays' | 'work'
}

const ANY = { when: 'there-is-one' } as const
/** What is done once a day, with two hours to spare: a run can begin late, and the clocks change. */
const A_DAY = { when: 'silent', forHours: 26 } as const
/** A stream is heard within seconds. A quarter of an hour of trying again is no accident any more. */
const A_QUARTER_OF_AN_HOUR = { when: 'above', threshold: 15 * 60 * 1000 } as const

const STANDS_STILL = 'Cases stand still while this lasts, and families wait for messages.'
const NOT_RESTARTED = 'A journey that has stopped may stay so, and its family waits for messages.'
const NOT_TOLD = 'A family is not told what we have learnt of its case, or not told that something was wrong.'
const MISSED = 'The officer or the mediation adviser is not told what is due, so days in the law can be missed.'

const MISCOUNTED = 'The first page of staff can lack what is due, so days in the law can be missed.'

/** Every alarm of the service. The stacks say which number each listens to. */
export const ALARMS = {
  NewsIsLost: {
    sounds: ANY,
    whomItHurts: 'A family waits for an email that nothing will send before the next daily repair.',
    whatToDo: 'Run the function RepairJourneys. The log of WakeJourney names the cases: the queue LostNews does not.',
    runbook: 'journeys',
  },
  NewsIsLate: {
    sounds: A_QUARTER_OF_AN_HOUR,
    whomItHurts: STANDS_STILL,
    whatToDo: 'The log of WakeJourney names the case that it stops at, and the error.',
    runbook: 'journeys',
  },
  WakingIsSilent: {
    sounds: A_DAY,
    whomItHurts: STANDS_STILL,
    whatToDo: 'See whether the stream of the cases table still calls WakeJourney.',
    runbook: 'journeys',
  },
  WaitIsOverdue: {
    sounds: { when: 'above', threshold: 2 },
    whomItHurts: 'A family should have had an email hours ago and has not.',
    whatToDo: 'Look at the log of TellFamily and ParkJourney: something keeps failing for that case.',
    runbook: 'journeys',
  },
  JourneyHasStopped: {
    sounds: ANY,
    whomItHurts:
      'The journey of a case has stopped, so its family waits. It is started again by itself, later each time.',
    whatToDo: 'The log of HearStoppedJourney names the case, the stage and the error. Put the cause right.',
    runbook: 'journeys',
  },
  StoppedJourneyIsUnheard: {
    sounds: ANY,
    whomItHurts: NOT_RESTARTED,
    whatToDo: 'The queue UnheardStops names the executions. Run RepairJourneys: it finds their cases.',
    runbook: 'journeys',
  },
  RestartsFail: {
    sounds: ANY,
    whomItHurts: NOT_RESTARTED,
    whatToDo: 'Look at the log of RestartJourney. The next daily repair has the stage wait for it again.',
    runbook: 'journeys',
  },
  RestartJourneyFails: {
    sounds: ANY,
    whomItHurts: NOT_RESTARTED,
    whatToDo: 'Look at the log of RestartJourney. It is tried again by itself for ten minutes.',
    runbook: 'journeys',
  },
  JourneyWasMissing: {
    sounds: ANY,
    whomItHurts: 'The journey of a case had stopped and nobody heard. It goes on from 8am, so a message may come late.',
    whatToDo: 'The log of RepairJourneys names the case. Find out why its execution ended, and why that was not heard.',
    runbook: 'journeys',
  },
  RepairFails: {
    sounds: ANY,
    whomItHurts: NOT_RESTARTED,
    whatToDo: 'Look at the log of RepairJourneys, and run it by hand when the cause is put right.',
    runbook: 'journeys',
  },
  RepairIsSilent: {
    sounds: A_DAY,
    whomItHurts: NOT_RESTARTED,
    whatToDo: 'See whether the rule DailyRepair still calls RepairJourneys, and run it by hand.',
    runbook: 'journeys',
  },
  ParkJourneyFails: {
    sounds: ANY,
    whomItHurts: STANDS_STILL,
    whatToDo: 'Look at the log of ParkJourney. What failed is tried again by itself for an hour and a half.',
    runbook: 'journeys',
  },
  CloseCaseFails: {
    sounds: ANY,
    whomItHurts: 'Cases that are over stay open while this lasts.',
    whatToDo: 'Look at the log of CloseCase. What failed is tried again by itself for an hour and a half.',
    runbook: 'journeys',
  },
  HolidayTableEnds: {
    sounds: { when: 'there-was-one-in-two-days' },
    whomItHurts:
      'The table of bank holidays ends. The days after its end that families, staff and advisers are told can be wrong.',
    whatToDo: 'Add the next year and deploy. The log of RepairJourneys has the day.',
    runbook: 'bank-holidays',
  },
  TellFamilyFails: {
    sounds: ANY,
    whomItHurts: 'Families are not told their dates.',
    whatToDo: 'Look at the log of TellFamily. The journey tries again by itself for an hour and a half.',
    runbook: 'messages',
  },
  EmailEventsAreLost: {
    sounds: ANY,
    whomItHurts: 'A family may not have got an email, and nobody at the council knows.',
    whatToDo: 'Give what is in the queue UndeliveredEmailEvents to RecordEmailEvent again.',
    runbook: 'messages',
  },
  MessagesAreUnheardOf: {
    sounds: { when: 'there-was-one-in-two-days' },
    whomItHurts: 'SES took a message a day ago and has not said whether it arrived. A family may not have it.',
    whatToDo: 'The log of RepairJourneys names the cases. See whether the events of SES still reach us.',
    runbook: 'messages',
  },
  ReleaseFails: {
    sounds: ANY,
    whomItHurts: NOT_TOLD,
    whatToDo: 'Look at the log of ReleaseHeldMessages. It tries again ten minutes later; after that run it by hand.',
    runbook: 'messages',
  },
  ReleaseIsSilent: {
    sounds: A_DAY,
    whomItHurts: NOT_TOLD,
    whatToDo: 'See whether the rule FivePm still calls ReleaseHeldMessages, and run it by hand.',
    runbook: 'messages',
  },
  HeldMessagesAreUnsent: {
    sounds: ANY,
    whomItHurts: NOT_TOLD,
    whatToDo:
      'The log of SendHeldMessages names the cases: the queue UnsentHeldMessages does not. ReleaseHeldMessages tries them again.',
    runbook: 'messages',
  },
  HeldMessagesAreLate: {
    sounds: A_QUARTER_OF_AN_HOUR,
    whomItHurts: NOT_TOLD,
    whatToDo: 'The log of SendHeldMessages names the case that it stops at, and the error.',
    runbook: 'messages',
  },
  SendingHeldIsSilent: {
    sounds: A_DAY,
    whomItHurts: NOT_TOLD,
    whatToDo: 'See whether the stream of the cases table still calls SendHeldMessages.',
    runbook: 'messages',
  },
  HeldMessagesAreStuck: {
    sounds: ANY,
    whomItHurts: NOT_TOLD,
    whatToDo: 'Look at the log of SendHeldMessages: something keeps failing for that case.',
    runbook: 'messages',
  },
  RootsFail: {
    sounds: ANY,
    whomItHurts:
      'Until there is a root, somebody could alter the newest entries of who read and changed what, and nobody would see it.',
    whatToDo:
      'Look at the log of MakeRoots. It has tried three times; run it by hand: it makes the root of each day that has none.',
    runbook: 'pages',
  },
  RootsAreSilent: {
    sounds: A_DAY,
    whomItHurts:
      'Until there is a root, somebody could alter the newest entries of who read and changed what, and nobody would see it.',
    whatToDo: 'See whether the rule NightlyRoots still calls MakeRoots, and run it by hand.',
    runbook: 'pages',
  },
  DigestsFail: {
    sounds: ANY,
    whomItHurts: MISSED,
    whatToDo: 'Look at the log of SendDigests. It has tried three times; run it by hand on the same day.',
    runbook: 'digests',
  },
  DigestsAreSilent: {
    sounds: A_DAY,
    whomItHurts: MISSED,
    whatToDo: 'See whether the rule MorningDigests still calls SendDigests, and run it by hand.',
    runbook: 'digests',
  },
  DueTodayIsUntold: {
    sounds: ANY,
    whomItHurts: MISSED,
    whatToDo: 'The log of TellAtOnce names the cases: the queue UntoldToday does not. The next digest tells all of it.',
    runbook: 'digests',
  },
  DueTodayIsLate: {
    sounds: A_QUARTER_OF_AN_HOUR,
    whomItHurts: MISSED,
    whatToDo: 'The log of TellAtOnce names the case that it stops at, and the error.',
    runbook: 'digests',
  },
  TellingAtOnceIsSilent: {
    sounds: A_DAY,
    whomItHurts: MISSED,
    whatToDo: 'See whether the stream of the cases table still calls TellAtOnce.',
    runbook: 'digests',
  },
  DigestLeavesCasesOut: {
    sounds: ANY,
    whomItHurts: 'What is due on a case is missing from the digest.',
    whatToDo: 'The log of SendDigests names the cases that cannot be read. Look at what is stored of them.',
    runbook: 'digests',
  },
  CouncilIsNotWrittenTo: {
    sounds: ANY,
    whomItHurts: MISSED,
    whatToDo: "SES refuses the message. Check the addresses in the council's file, and that SES may send.",
    runbook: 'digests',
  },
  CouncilIsNotReached: {
    sounds: ANY,
    whomItHurts: MISSED,
    whatToDo: "The log of RecordEmailEvent names the message. Check the addresses in the council's file.",
    runbook: 'digests',
  },
  WorkIsUncounted: {
    sounds: ANY,
    whomItHurts: MISCOUNTED,
    whatToDo: 'The log of KeepWork names the cases: the queue UncountedWork does not. Run RecountWork: it counts them.',
    runbook: 'work',
  },
  WorkIsCountedLate: {
    sounds: A_QUARTER_OF_AN_HOUR,
    whomItHurts: MISCOUNTED,
    whatToDo: 'The log of KeepWork names the case that it stops at, and the error.',
    runbook: 'work',
  },
  CountingIsSilent: {
    sounds: A_DAY,
    whomItHurts: MISCOUNTED,
    whatToDo: 'See whether the stream of the cases table still calls KeepWork.',
    runbook: 'work',
  },
  CountsDiffered: {
    sounds: ANY,
    whomItHurts:
      'The first page of staff was wrong by some cases. It is right again, but for cases that cannot be read.',
    whatToDo: 'The log of RecountWork names the cases of which nothing was heard, and those that cannot be counted.',
    runbook: 'work',
  },
  RecountFails: {
    sounds: ANY,
    whomItHurts: MISCOUNTED,
    whatToDo: 'Look at the log of RecountWork, and run it by hand when the cause is put right.',
    runbook: 'work',
  },
  RecountIsSilent: {
    sounds: A_DAY,
    whomItHurts: MISCOUNTED,
    whatToDo: 'See whether the rule DailyRecount still calls RecountWork, and run it by hand.',
    runbook: 'work',
  },
  OutcomesDiffered: {
    sounds: ANY,
    whomItHurts: 'The outcomes were wrong by some cases. They are right again, but for cases that cannot be read.',
    whatToDo:
      'The log of RecountOutcomes names the cases of which nothing was heard, and those that cannot be counted.',
    runbook: 'work',
  },
  RecountOfOutcomesFails: {
    sounds: ANY,
    whomItHurts: 'Commissioners may read outcomes that are not right.',
    whatToDo: 'Look at the log of RecountOutcomes, and run it by hand when the cause is put right.',
    runbook: 'work',
  },
  RecountOfOutcomesIsSilent: {
    sounds: A_DAY,
    whomItHurts: 'Commissioners may read outcomes that are not right.',
    whatToDo: 'See whether the rule DailyRecountOfOutcomes still calls RecountOutcomes, and run it by hand.',
    runbook: 'work',
  },
  SignInFails: {
    sounds: ANY,
    whomItHurts:
      'Council staff may not be able to sign in. Who has signed in goes on working until their time is over.',
    whatToDo:
      "The log of Staff says what the directory answered. Look at the client secret, and at the council's file.",
    runbook: 'pages',
  },
  ImportRowsFails: {
    sounds: ANY,
    whomItHurts: 'An import of cases waits while a step of it is tried again. Nothing is lost or doubled.',
    whatToDo: 'Look at the log of ImportRows. It is tried again by itself for some minutes.',
    runbook: 'pages',
  },
  ImportFails: {
    sounds: ANY,
    whomItHurts:
      'An import of cases has stopped. Nothing is lost or doubled, and somebody at the council waits for it.',
    whatToDo: 'Look at the log of ImportRows. When the cause is put right, "Go on" on the page of the import goes on.',
    runbook: 'pages',
  },
  PagesFail: {
    sounds: ANY,
    whomItHurts: 'Families cannot read the help or work out their dates, or council staff cannot open or record cases.',
    whatToDo: 'Look at the logs of Public and Staff: each fault has a line with its reference.',
    runbook: 'pages',
  },
} as const satisfies Readonly<Record<string, AlarmWords>>

export type AlarmName = keyof typeof ALARMS

/** Where the rest stands: a heading of its page is the alarm's name. */
export function runbookOf(name: AlarmName): string {
  return `docs/runbooks/${ALARMS[name].runbook}.md#${name.toLowerCase()}`
}

/**
 * Makes an alarm of the table. An alarm's id in its stack is its name.
 * @param metric the number that it listens to. Its period and its statistic follow from when the alarm sounds.
 * @param topic where it is told
 */
export function soundAlarm(scope: Construct, name: AlarmName, metric: Metric, topic: ITopic): void {
  const { sounds, whomItHurts, whatToDo } = ALARMS[name]
  const { statistic, period, ...condition } = conditionOf(sounds)
  const alarm = new Alarm(scope, name, {
    metric: metric.with({ period, statistic }),
    ...condition,
    alarmDescription: `${whomItHurts} ${whatToDo} ${runbookOf(name)}`,
  })
  alarm.addAlarmAction(new SnsAction(topic))
}

function conditionOf(sounds: Sounds) {
  const above = {
    comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  }
  switch (sounds.when) {
    case 'there-is-one':
      return { ...above, threshold: 0, statistic: Stats.SUM, period: Duration.minutes(5), evaluationPeriods: 1 }
    case 'above': {
      const { threshold } = sounds
      return { ...above, threshold, statistic: Stats.MAXIMUM, period: Duration.minutes(5), evaluationPeriods: 1 }
    }
    case 'there-was-one-in-two-days':
      // Tonight's number comes a little more than a day after last night's, on some days.
      return {
        ...above,
        threshold: 0,
        statistic: Stats.SUM,
        period: Duration.days(1),
        evaluationPeriods: 2,
        datapointsToAlarm: 1,
      }
    case 'silent':
      // A number that is nought has been heard too.
      return {
        comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
        treatMissingData: TreatMissingData.BREACHING,
        threshold: 1,
        statistic: Stats.SAMPLE_COUNT,
        period: Duration.hours(1),
        evaluationPeriods: sounds.forHours,
      }
  }
}
