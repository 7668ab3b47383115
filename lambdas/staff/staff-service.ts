import type { Hono } from 'hono'
import { staffAnswers } from './answer.ts'
import type { StaffServiceOptions } from './service.ts'
import { staffApp } from './staff-app.ts'

/**
 * The staff service: pages on which council staff open cases, see their dates and record what happened. Everything is
 * rendered here; the pages run no script.
 *
 * Each subject is loaded for its first page.
 */
export function createStaffService(service: StaffServiceOptions): Hono {
  const answer = staffAnswers(service.council.name, service.pages)
  const listCases = async () => (await import('./cases/list-cases.ts')).listCasesRoute(service, answer)
  const search = async () => (await import('./search/search-cases.ts')).searchCasesRoutes(service, answer)
  const openCase = async () => (await import('./cases/open-case.ts')).openCaseRoutes(service, answer)
  const showCase = async () => (await import('./cases/show-case.ts')).showCaseRoute(service, answer)
  const recordFact = async () => (await import('./facts/record-fact.ts')).recordFactRoutes(service, answer)
  const correctFact = async () => (await import('./facts/correct-fact.ts')).correctFactRoutes(service, answer)
  const finishTask = async () => (await import('./tasks/finish-task.ts')).finishTaskRoute(service, answer)
  const tellNow = async () => (await import('./messages/tell-now.ts')).tellNowRoute(service, answer)
  const message = async () => (await import('./messages/show-message.ts')).showMessageRoutes(service, answer)
  const letter = async () => (await import('./letters/show-letter.ts')).showLetterRoutes(service, answer)
  const tribunalFile = async () =>
    (await import('./tribunal-file/show-tribunal-file.ts')).tribunalFileRoutes(service, answer)
  const letters = async () => (await import('./letters/list-letters.ts')).listLettersRoutes(service, answer)
  const outcomes = async () => (await import('./outcomes/show-outcomes.ts')).outcomesRoute(service, answer)

  return staffApp(service, answer, ({ page, change }) => {
    page('/', (c) => c.redirect('/cases', 302))
    page('/cases', async (c) => (await listCases())(c))
    change('/cases', async (c, actor) => (await openCase()).send(c, actor))
    page('/cases/new', async (c) => (await openCase()).form(c))
    page('/search', async (c) => (await search()).form(c))
    // The words travel in the body of a form: an address is kept in logs and histories.
    change('/search', async (c) => (await search()).send(c))
    page('/cases/:caseId', async (c, actor) => (await showCase())(c, actor))
    page('/cases/:caseId/record/:factType', async (c, actor) => (await recordFact()).form(c, actor))
    change('/cases/:caseId/record/:factType', async (c, actor) => (await recordFact()).send(c, actor))
    page('/cases/:caseId/correct', async (c, actor) => (await correctFact()).list(c, actor))
    page('/cases/:caseId/correct/:sequence', async (c, actor) => (await correctFact()).correct.form(c, actor))
    change('/cases/:caseId/correct/:sequence', async (c, actor) => (await correctFact()).correct.send(c, actor))
    page('/cases/:caseId/remove/:sequence', async (c, actor) => (await correctFact()).remove.form(c, actor))
    change('/cases/:caseId/remove/:sequence', async (c, actor) => (await correctFact()).remove.send(c, actor))
    change('/cases/:caseId/tasks/:taskId/done', async (c, actor) => (await finishTask())(c, actor))
    change('/cases/:caseId/tell-now', async (c, actor) => (await tellNow())(c, actor))
    page('/cases/:caseId/messages/:key', async (c) => (await message()).page(c))
    page('/cases/:caseId/messages/:key/:attempt/html', async (c) => (await message()).html(c))
    page('/cases/:caseId/letters/:key{[^/]+\\.pdf}', async (c) => (await letter()).pdf(c))
    page('/cases/:caseId/letters/:key', async (c) => (await letter()).page(c))
    change('/cases/:caseId/letters/:key', async (c, actor) => (await letter()).send(c, actor))
    page('/cases/:caseId/tribunal-file', async (c) => (await tribunalFile()).page(c))
    page('/cases/:caseId/tribunal-file.json', async (c) => (await tribunalFile()).json(c))
    page('/letters', async (c) => (await letters()).page(c))
    change('/letters', async (c, actor) => (await letters()).send(c, actor))
    page('/outcomes', async (c) => (await outcomes())(c))
    page('/favicon.ico', (c) => c.body(null, 204))
  })
}
