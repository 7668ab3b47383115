import type { AuditTables } from '../../audit/audit-tables.ts'
import { chainOfPerson } from '../../audit/entry.ts'
import { writeWithEntry } from '../../audit/write-entry.ts'
import type { Team } from '../work/team.ts'
import { rowOf } from './rows.ts'
import { type CaseTables, workKeys } from './tables.ts'

/** Keeps a team as it is from now on. The entry stands in the chain of who set it. */
export async function setTeam(tables: CaseTables & AuditTables, team: Team, setBy: string, now: Date): Promise<void> {
  const Item = rowOf(workKeys.team(team.teamId), 'team', team)
  const about = [team.teamId, ...team.members]
  const entry = { chain: chainOfPerson(setBy), who: setBy, what: 'team-set', about } as const
  await writeWithEntry(tables, entry, now, [{ Put: { TableName: tables.casesTable, Item } }])
}

/** Takes a team away. Nothing is lost by it: cases and tasks stay whose they are. */
export async function removeTeam(
  tables: CaseTables & AuditTables,
  teamId: string,
  removedBy: string,
  now: Date,
): Promise<void> {
  const entry = { chain: chainOfPerson(removedBy), who: removedBy, what: 'team-removed', about: [teamId] } as const
  await writeWithEntry(tables, entry, now, [{ Delete: { TableName: tables.casesTable, Key: workKeys.team(teamId) } }])
}
