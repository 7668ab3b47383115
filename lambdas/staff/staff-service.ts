import type { Hono } from 'hono'
import { WHO_RECORDS } from '../cases/role.ts'
import type { Actor } from '../recording/actor.ts'
import { staffAnswers } from './answer.ts'
import { mayUse, type PagePath, ROUTES } from './routes.ts'
import type { StaffServiceOptions } from './service.ts'
import type { signInRoutes as SignInRoutes } from './sign-in/sign-in-routes.ts'
import { type SignedOut, staffApp } from './staff-app.ts'

/**
 * The staff service: pages on which council staff open cases, see their dates and record what happened. Everything is
 * rendered here; the pages run no script.
 *
 * Each subject is loaded for its first page.
 */
export function createStaffService(service: StaffServiceOptions): Hono {
  const answer = staffAnswers(service.council.name, service.pages)
  const showToday = async () => (await import('./today/show-today.ts')).showTodayRoute(service, answer)
  const assign = async () => (await import('./owners/assign-routes.ts')).assignRoutes(service, answer)
  const cover = async () => (await import('./owners/cover-routes.ts')).coverRoutes(service, answer)
  const teams = async () => (await import('./teams/team-routes.ts')).teamRoutes(service, answer)
  const listCases = async () => (await import('./cases/list-cases.ts')).listCasesRoute(service, answer)
  const search = async () => (await import('./search/search-cases.ts')).searchCasesRoutes(service, answer)
  const openCase = async () => (await import('./cases/open-case.ts')).openCaseRoutes(service, answer)
  const askToOpen = async () => (await import('./opening/question-routes.ts')).questionRoutes(service, answer)
  const newPlanDraft = async () => (await import('./opening/new-plan-draft.ts')).newPlanDraftRoute(service, answer)
  const showCase = async () => (await import('./cases/show-case.ts')).showCaseRoutes(service, answer)
  const recordFact = async () => (await import('./facts/record-fact.ts')).recordFactRoutes(service, answer)
  const correctFact = async () => (await import('./facts/correct-fact.ts')).correctFactRoutes(service, answer)
  const finishTask = async () => (await import('./tasks/finish-task.ts')).finishTaskRoute(service, answer)
  const tellNow = async () => (await import('./messages/tell-now.ts')).tellNowRoute(service, answer)
  const message = async () => (await import('./messages/show-message.ts')).showMessageRoutes(service, answer)
  const letter = async () => (await import('./letters/show-letter.ts')).showLetterRoutes(service, answer)
  const tribunalFile = async () =>
    (await import('./tribunal-file/show-tribunal-file.ts')).tribunalFileRoutes(service, answer)
  const evidencePack = async () =>
    (await import('./evidence-pack/show-evidence-pack.ts')).evidencePackRoutes(service, answer)
  const subjectData = async () =>
    (await import('./subject-data/show-subject-data.ts')).subjectDataRoutes(service, answer)
  const particulars = async () =>
    (await import('./particulars/particulars-routes.ts')).particularsRoutes(service, answer)
  const hold = async () => (await import('./retention/hold-routes.ts')).holdRoutes(service, answer)
  const retention = async () => (await import('./retention/retention-routes.ts')).retentionRoutes(service, answer)
  const audit = async () => (await import('./audit/audit-routes.ts')).auditRoutes(service, answer)
  const reason = async () => (await import('./audit/reason-routes.ts')).reasonRoutes(service, answer)
  const restriction = async () =>
    (await import('./restriction/restriction-routes.ts')).restrictionRoutes(service, answer)
  const letters = async () => (await import('./letters/list-letters.ts')).listLettersRoutes(service, answer)
  const imports = async () => (await import('./import/import-routes.ts')).importRoutes(service, answer)
  const takingOver = async () => (await import('./taking-over/taking-over-routes.ts')).takingOverRoutes(service, answer)
  const bill = async () => (await import('./outcomes/bill-routes.ts')).billRoutes(service, answer)
  const coming = async () => (await import('./outcomes/coming-route.ts')).comingRoute(service, answer)
  const figures = async () => (await import('./outcomes/figures-routes.ts')).figuresRoutes(service, answer)
  const others = async () => (await import('./outcomes/others-routes.ts')).othersRoutes(service, answer)
  const providers = async () => (await import('./outcomes/providers-route.ts')).providersRoute(service, answer)
  const sen2 = async () => (await import('./outcomes/sen2-routes.ts')).sen2Routes(service, answer)
  const outcomes = async () => (await import('./outcomes/outcomes-routes.ts')).outcomesRoutes(service, answer)
  const questions = async () => (await import('./outcomes/questions-routes.ts')).questionsRoutes(service, answer)

  const people = async () => (await import('./people/people-routes.ts')).peopleRoutes(service, answer)
  const manage = async () => (await import('./manage/show-manage.ts')).showManageRoute(answer)
  const settings = async () => (await import('./settings/show-settings.ts')).showSettingsRoute(service, answer)
  const keptForms = async () => (await import('./sign-in/kept-form-routes.ts')).keptFormRoutes(service, answer)
  // Kept, because it keeps what the directory says of itself.
  let signInLoaded: Promise<ReturnType<typeof SignInRoutes>> | undefined
  const signIn = () => {
    signInLoaded ??= import('./sign-in/sign-in-routes.ts').then(({ signInRoutes }) => signInRoutes(service, answer))
    return signInLoaded
  }
  const signedOut: SignedOut = {
    page: async (c) => (await signIn()).signedOut.page(c),
    form: async (c, was, about) => (await signIn()).signedOut.form(c, was, about),
    givenBack: async (actor, formId) => (await signIn()).signedOut.givenBack(actor, formId),
  }

  return staffApp(service, answer, signedOut, ({ page, change, openPage, openChange }) => {
    page('/', async (c, actor) =>
      mayUse(actor.roles, WHO_RECORDS) ? (await showToday())(c, actor) : c.redirect(firstPageFor(actor), 302),
    )
    page('/assign', async (c, actor) => (await assign()).form(c, actor))
    page('/cover', async (c, actor) => (await cover()).form(c, actor))
    change('/cover', async (c, actor) => (await cover()).send(c, actor))
    change('/assign', async (c, actor) => (await assign()).send(c, actor))
    page('/teams', async (c) => (await teams()).list(c))
    change('/teams', async (c, actor) => (await teams()).add(c, actor))
    page('/teams/:teamId', async (c) => (await teams()).one(c))
    change('/teams/:teamId', async (c, actor) => (await teams()).change(c, actor))
    change('/teams/:teamId/remove', async (c, actor) => (await teams()).remove(c, actor))
    page('/cases', async (c, actor) => (await listCases())(c, actor))
    change('/cases', async (c, actor) => (await openCase()).send(c, actor))
    page('/cases/new', async (c, actor) => (await openCase()).form(c, actor))
    page('/cases/new/:draftId/check', async (c, actor) => (await askToOpen()).check(c, actor))
    page('/cases/new/:draftId/:page', async (c, actor) => (await askToOpen()).page(c, actor))
    change('/cases/new/:draftId/discard', async (c, actor) => (await askToOpen()).discard(c, actor))
    change('/cases/new/:draftId/:page', async (c, actor) => (await askToOpen()).send(c, actor))
    page('/search', async (c) => (await search()).form(c))
    // The words travel in the body of a form: an address is kept in logs and histories.
    change('/search', async (c, actor) => (await search()).send(c, actor))
    page('/cases/:caseId', async (c, actor) => (await showCase()).overview(c, actor))
    page('/cases/:caseId/family', async (c, actor) => (await showCase()).part('family')(c, actor))
    page('/cases/:caseId/dates', async (c, actor) => (await showCase()).part('dates')(c, actor))
    page('/cases/:caseId/timeline', async (c, actor) => (await showCase()).part('timeline')(c, actor))
    page('/cases/:caseId/messages', async (c, actor) => (await showCase()).part('messages')(c, actor))
    page('/cases/:caseId/duties', async (c, actor) => (await showCase()).part('duties')(c, actor))
    page('/cases/:caseId/routes', async (c, actor) => (await showCase()).part('routes')(c, actor))
    page('/cases/:caseId/notes', async (c, actor) => (await showCase()).part('notes')(c, actor))
    page('/cases/:caseId/record', async (c, actor) => (await showCase()).record(c, actor))
    page('/cases/:caseId/record/:factType', async (c, actor) => (await recordFact()).form(c, actor))
    change('/cases/:caseId/record/:factType', async (c, actor) => (await recordFact()).send(c, actor))
    page('/cases/:caseId/correct', async (c, actor) => (await correctFact()).list(c, actor))
    page('/cases/:caseId/correct/:sequence', async (c, actor) => (await correctFact()).correct.form(c, actor))
    change('/cases/:caseId/correct/:sequence', async (c, actor) => (await correctFact()).correct.send(c, actor))
    page('/cases/:caseId/remove/:sequence', async (c, actor) => (await correctFact()).remove.form(c, actor))
    change('/cases/:caseId/remove/:sequence', async (c, actor) => (await correctFact()).remove.send(c, actor))
    change('/cases/:caseId/tasks/:taskId/done', async (c, actor) => (await finishTask())(c, actor))
    change('/cases/:caseId/case-for-new-plan', async (c, actor) => (await newPlanDraft())(c, actor))
    change('/cases/:caseId/tell-now', async (c, actor) => (await tellNow())(c, actor))
    page('/cases/:caseId/messages/:key', async (c) => (await message()).page(c))
    page('/cases/:caseId/messages/:key/:attempt/html', async (c) => (await message()).html(c))
    page('/cases/:caseId/letters/:key{[^/]+\\.pdf}', async (c) => (await letter()).pdf(c))
    page('/cases/:caseId/letters/:key', async (c) => (await letter()).page(c))
    change('/cases/:caseId/letters/:key', async (c, actor) => (await letter()).send(c, actor))
    page('/cases/:caseId/tribunal-file', async (c) => (await tribunalFile()).page(c))
    page('/cases/:caseId/tribunal-file.json', async (c) => (await tribunalFile()).json(c))
    page('/cases/:caseId/evidence-pack', async (c) => (await evidencePack()).page(c))
    page('/cases/:caseId/evidence-pack.zip', async (c) => (await evidencePack()).zip(c))
    page('/cases/:caseId/subject-data', async (c) => (await subjectData()).page(c))
    page('/cases/:caseId/subject-data.zip', async (c) => (await subjectData()).zip(c))
    page('/cases/:caseId/particulars', async (c) => (await particulars()).page(c))
    change('/cases/:caseId/particulars', async (c, actor) => (await particulars()).send(c, actor))
    page('/cases/:caseId/hold', async (c) => (await hold()).page(c))
    change('/cases/:caseId/hold', async (c, actor) => (await hold()).send(c, actor))
    page('/retention', async (c, actor) => (await retention()).page(c, actor))
    change('/retention/lists', async (c, actor) => (await retention()).propose(c, actor))
    page('/retention/lists/:listId', async (c, actor) => (await retention()).list(c, actor))
    change('/retention/lists/:listId/confirm', async (c, actor) => (await retention()).confirm(c, actor))
    change('/retention/lists/:listId/withdraw', async (c, actor) => (await retention()).withdraw(c, actor))
    change('/retention/lists/:listId/go-on', async (c, actor) => (await retention()).goOn(c, actor))
    page('/retention/lists/:listId/certificate.csv', async (c) => (await retention()).certificate(c))
    page('/cases/:caseId/reason', async (c, actor) => (await reason()).form(c, actor))
    change('/cases/:caseId/reason', async (c) => (await reason()).send(c))
    page('/cases/:caseId/restriction', async (c) => (await restriction()).page(c))
    change('/cases/:caseId/restriction', async (c, actor) => (await restriction()).send(c, actor))
    page('/restricted', async (c) => (await restriction()).list(c))
    page('/audit', async (c, actor) => (await audit()).page(c, actor))
    change('/audit', async (c) => (await audit()).send(c))
    page('/letters', async (c, actor) => (await letters()).page(c, actor))
    change('/letters', async (c, actor) => (await letters()).send(c, actor))
    page('/import', async (c) => (await imports()).list(c))
    change('/import', async (c, actor) => (await imports()).send(c, actor))
    page('/import/template.csv', async (c) => (await imports()).template(c))
    page('/import/columns', async (c) => (await imports()).columns(c))
    page('/import/:importId', async (c, actor) => (await imports()).show(c, actor))
    change('/import/:importId', async (c, actor) => (await imports()).act(c, actor))
    page('/import/:importId/problems.csv', async (c, actor) => (await imports()).problems(c, actor))
    page('/taking-over', async (c, actor) => (await takingOver()).page(c, actor))
    change('/taking-over', async (c, actor) => (await takingOver()).send(c, actor))
    page('/outcomes', async (c, actor) => (await outcomes()).first(c, actor))
    page('/outcomes/definitions', async (c) => (await outcomes()).definitions(c))
    page('/outcomes/releases', async (c, actor) => (await outcomes()).releases(c, actor))
    change('/outcomes/releases', async (c, actor) => (await outcomes()).makeRelease(c, actor))
    page('/outcomes/T9', async (c, actor) => (await bill()).show(c, actor))
    change('/outcomes/bill', async (c, actor) => (await bill()).type(c, actor))
    page('/outcomes/bill.csv', async (c) => (await bill()).csv(c))
    page('/outcomes/coming', async (c) => (await coming())(c))
    page('/outcomes/providers', async (c) => (await providers())(c))
    page('/outcomes/figures', async (c, actor) => (await figures()).list(c, actor))
    page('/outcomes/figures.csv', async (c) => (await figures()).csv(c))
    change('/outcomes/figures/file', async (c, actor) => (await figures()).file(c, actor))
    page('/outcomes/figures/:figures/:month', async (c, actor) => (await figures()).show(c, actor))
    change('/outcomes/figures/:figures/:month', async (c, actor) => (await figures()).type(c, actor))
    page('/outcomes/others', async (c) => (await others()).show(c))
    page('/outcomes/others.csv', async (c) => (await others()).csv(c))
    page('/outcomes/sen2', async (c) => (await sen2()).form(c))
    change('/outcomes/sen2', async (c) => (await sen2()).send(c))
    page('/outcomes/sen2/:year', async (c, actor) => (await sen2()).page(c, actor))
    page('/outcomes/sen2/:year/rows.csv', async (c, actor) => (await sen2()).csv(c, actor))
    page('/outcomes/all.zip', async (c, actor) => (await outcomes()).pack(c, actor))
    page('/outcomes/questions', async (c) => (await questions()).show(c))
    page('/outcomes/questions.zip', async (c) => (await questions()).pack(c))
    page('/outcomes/all', async (c, actor) => (await outcomes()).all(c, actor))
    page('/outcomes/all.ods', async (c, actor) => (await outcomes()).spreadsheet(c, actor))
    page('/outcomes/all.pdf', async (c, actor) => (await outcomes()).printed(c, actor))
    page('/outcomes/:table/:file', async (c, actor) => (await outcomes()).file(c, actor))
    page('/outcomes/:table', async (c, actor) => (await outcomes()).table(c, actor))
    page('/people', async (c, actor) => (await people()).page(c, actor))
    change('/people/:personId/end-sessions', async (c, actor) => (await people()).endSessions(c, actor))
    page('/manage', async (c, actor) => (await manage())(c, actor))
    page('/settings', async (c) => (await settings())(c))
    page('/kept-forms', async (c, actor) => (await keptForms()).page(c, actor))
    change('/kept-forms/:formId/discard', async (c, actor) => (await keptForms()).discard(c, actor))
    openChange('/sign-out', async (c) => (await signIn()).signOut(c))
    change('/sign-out-everywhere', async (c, actor) => (await signIn()).signOutEverywhere(c, actor))
    openPage('/sign-in', async (c) => (await signIn()).page(c))
    openPage('/sign-in/start', async (c) => (await signIn()).start(c))
    openPage('/sign-in/callback', async (c) => (await signIn()).callback(c))
    openPage('/signed-out', async (c) => (await signIn()).goodbye(c))
  })
}

/** Where the work of somebody begins who records no cases: the first of these that is for them. */
const FIRST_PAGES: readonly PagePath[] = ['/cases', '/outcomes', '/people']

function firstPageFor({ roles }: Pick<Actor, 'roles'>): string {
  return FIRST_PAGES.find((path) => mayUse(roles, ROUTES[`GET ${path}`].isFor)) ?? '/kept-forms'
}
