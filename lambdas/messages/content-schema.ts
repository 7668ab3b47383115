import * as v from 'valibot'
import type { Block, MessageContent } from './content.ts'

const text = v.string()
const texts = v.array(text)
const direction = v.picklist(['ltr', 'rtl'])
const writtenIn = v.strictObject({ code: text, direction })
const point = v.strictObject({
  name: text,
  phone: text,
  email: text,
  website: v.optional(text),
  hours: v.optional(text),
  textPhone: v.optional(text),
})
const block: v.GenericSchema<unknown, Block> = v.variant('type', [
  v.strictObject({ type: v.literal('heading'), text }),
  v.strictObject({ type: v.literal('paragraph'), text, writtenIn: v.optional(writtenIn) }),
  v.strictObject({ type: v.literal('calendar-file'), text }),
  v.strictObject({ type: v.picklist(['list', 'steps']), items: texts }),
  v.strictObject({ type: v.literal('date'), label: text, date: text, notes: texts }),
  v.strictObject({ type: v.literal('contact'), point }),
  v.strictObject({ type: v.literal('link'), text, url: text }),
])

/** The content of a message as it was kept. */
export const messageContent: v.GenericSchema<unknown, MessageContent> = v.strictObject({
  language: v.optional(
    v.strictObject({
      code: text,
      direction,
      labels: v.strictObject({ phone: text, phoneAnswered: text, text, email: text, website: text }),
    }),
  ),
  subject: text,
  preheader: text,
  council: text,
  title: text,
  blocks: v.array(block),
  footer: v.array(block),
})
