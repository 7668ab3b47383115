const times = { acknowledgeWorkingDays: 5, answerWorkingDays: 20 }

/** What the council's own file would set. */
export const SETTINGS = {
  keepOpenMonths: 6,
  complaintTimes: { school: times, college: times, 'health-body': times },
}
