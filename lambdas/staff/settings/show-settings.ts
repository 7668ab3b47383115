import type { Context } from 'hono'
import type { StaffAnswers } from '../answer.ts'
import type { StaffServiceOptions } from '../service.ts'
import { settingsView } from './settings-view.ts'

/** What is set for this council. Nothing is changed here: it stands in the council's file, where each change is reviewed. */
export function showSettingsRoute(service: StaffServiceOptions, answer: StaffAnswers) {
  return (c: Context) => {
    const view = settingsView(service)
    return answer.pageOrJson(c, 'staff/settings/settings.njk', view, view, { section: 'settings' })
  }
}
