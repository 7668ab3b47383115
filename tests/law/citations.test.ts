import { describe, expect, it } from 'vitest'
import { childrenAndFamiliesAct, sendRegulation, tribunalRule } from '../../lambdas/law/citations.ts'

describe('a provision', () => {
  it.each([
    [sendRegulation(34), 'SEND Regulations 2014, regulation 34', 'uksi/2014/1530/regulation/34'],
    [sendRegulation(34, '(1)'), 'SEND Regulations 2014, regulation 34(1)', 'uksi/2014/1530/regulation/34'],
    [tribunalRule(20), 'Tribunal Procedure (HESC Chamber) Rules 2008, rule 20', 'uksi/2008/2699/article/20'],
    [childrenAndFamiliesAct(57), 'Children and Families Act 2014, section 57', 'ukpga/2014/6/section/57'],
  ])('is named whole or in part, and linked to its place: %j', (citation, title, place) => {
    expect(citation).toEqual({ title, url: `https://www.legislation.gov.uk/${place}` })
  })
})
