import { expect, it } from 'vitest'
import { DEPLOYMENT, stacksOf } from './stacks-of.ts'

/** What holds cases, or leads to them. docs/upgrading.md says why none of these names may change after version 1.0.0. */
const NAMES = [
  'SendDisputes-example-council-live-Data.CasesKeyF99F6375',
  'SendDisputes-example-council-live-Data.ContactsKey02835162',
  'SendDisputes-example-council-live-Data.Cases80582F3E',
  'SendDisputes-example-council-live-Data.Contacts61BDC5DA',
  'SendDisputes-example-council-live-Data.ChildHashKeyCA4EB032',
  'SendDisputes-example-council-live-Data.Sessions8896A56D',
  'SendDisputes-example-council-live-Staff.Import98530AF4',
  'SendDisputes-example-council-live-Data.Audit3D8ADE0A',
  'SendDisputes-example-council-live-Journey.MediationAdviceStateMachine00BE0F6F',
  'SendDisputes-example-council-live-Journey.MediationStateMachineA6AD5E26',
  'SendDisputes-example-council-live-Journey.OmbudsmanStateMachine99BC71B4',
  'SendDisputes-example-council-live-Journey.AppealWindowStateMachine0E0C35A6',
  'SendDisputes-example-council-live-Journey.TribunalStateMachine20651CA3',
  'SendDisputes-example-council-live-Journey.DutiesStateMachine3B3AE938',
  'SendDisputes-example-council-live-Journey.DisagreementResolutionStateMachineAA5F0074',
  'SendDisputes-example-council-live-Journey.ComplaintStateMachine56B6FE11',
  'SendDisputes-example-council-live-Journey.Restart749B269D',
]
const HOLDS_CASES = [
  'AWS::DynamoDB::Table',
  'AWS::KMS::Key',
  'AWS::SecretsManager::Secret',
  'AWS::StepFunctions::StateMachine',
]

const found = stacksOf(DEPLOYMENT).flatMap(({ name, template }) =>
  Object.entries(template.Resources)
    .filter(([, { Type }]) => HOLDS_CASES.includes(Type))
    .map(([id]) => `${name}.${id}`),
)

it('keeps the names of tables, keys, the secret and machines: under another, CloudFormation would make another', () => {
  expect(found.sort()).toEqual([...NAMES].sort())
})
