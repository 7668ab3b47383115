import { type CalendarDate, parseCalendarDate } from './calendar-date.ts'
import type { Citation } from './deadline.ts'

/** The day on which Part 3 of the Children and Families Act 2014 and the SEND Regulations 2014 came into force. */
export const PART_3_IN_FORCE: CalendarDate = parseCalendarDate('2014-09-01')

const TRIBUNAL_RULES = 'https://www.legislation.gov.uk/uksi/2008/2699/article'
const SEND_REGULATIONS = 'https://www.legislation.gov.uk/uksi/2014/1530/regulation'
const RECOMMENDATIONS_REGULATIONS = 'https://www.legislation.gov.uk/uksi/2017/1306/regulation'
const CHILDREN_AND_FAMILIES_ACT = 'https://www.legislation.gov.uk/ukpga/2014/6/section'

/** A regulation of the SEND Regulations 2014 (SI 2014/1530); `part` is what stands after the number, for example "(3)". */
export function sendRegulation(number: number, part = ''): Citation {
  return { title: `SEND Regulations 2014, regulation ${number}${part}`, url: `${SEND_REGULATIONS}/${number}` }
}

/** A rule of the Tribunal Procedure (First-tier Tribunal) (HESC Chamber) Rules 2008 (SI 2008/2699). */
export function tribunalRule(number: number, part = ''): Citation {
  return {
    title: `Tribunal Procedure (HESC Chamber) Rules 2008, rule ${number}${part}`,
    url: `${TRIBUNAL_RULES}/${number}`,
  }
}

/** A section of the Children and Families Act 2014; `part` is what stands after the number, for example "(4)". */
export function childrenAndFamiliesAct(number: number, part = ''): Citation {
  return {
    title: `Children and Families Act 2014, section ${number}${part}`,
    url: `${CHILDREN_AND_FAMILIES_ACT}/${number}`,
  }
}

/** A section of the Education Act 1996, as part of which Part 3 of the Children and Families Act is read (its s.83(7)). */
export function educationAct(number: number, part = ''): Citation {
  return {
    title: `Education Act 1996, section ${number}${part}`,
    url: `https://www.legislation.gov.uk/ukpga/1996/56/section/${number}`,
  }
}

/** A regulation of the SEND (First-tier Tribunal Recommendations Power) Regulations 2017 (SI 2017/1306). */
export function recommendationsRegulation(number: number, part = ''): Citation {
  return {
    title: `SEND (First-tier Tribunal Recommendations Power) Regulations 2017, regulation ${number}${part}`,
    url: `${RECOMMENDATIONS_REGULATIONS}/${number}`,
  }
}
