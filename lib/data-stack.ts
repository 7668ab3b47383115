import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import type { Construct } from 'constructs'
import { BY_DAY, BY_PERSON } from '../lambdas/audit/audit-tables.ts'
import { BY_CHILD_KEY, BY_NEXT_DATE, BY_SEARCH_KEY } from '../lambdas/cases/store/tables.ts'
import { EXPIRES_AT } from '../lambdas/staff/sign-in/session-tables.ts'

export interface DataStackProps extends StackProps {
  /** Who hears an alarm. Each has to confirm it once, by an email from AWS. */
  readonly alarmEmails: readonly string[]
}

/**
 * What is kept: the cases with their facts, and, in a table and under a key of their own, the names and addresses. Nothing
 * here is removed with the stack, but by a first deployment that fails: it takes its empty tables and keys with it.
 */
export class DataStack extends Stack {
  readonly cases: Table
  readonly contacts: Table
  /** Who is signed in, and what they typed when their time ran out. Its rows go by themselves. */
  readonly sessions: Table
  /** Who did and who read what: ids and codes, which outlive the cases. */
  readonly audit: Table
  /** The key of the hashes by which the cases of a child are found. Made on AWS, so that no template and no person has it. */
  readonly childHashKey: Secret
  /** Where alarms are told. */
  readonly alarms: Topic

  constructor(scope: Construct, id: string, { alarmEmails, ...props }: DataStackProps) {
    super(scope, id, props)
    const casesKey = this.#key('CasesKey', 'Encrypts the cases and their facts')
    const contactsKey = this.#key('ContactsKey', 'Encrypts the names and addresses of families')
    this.cases = this.#table('Cases', casesKey, { stream: StreamViewType.NEW_IMAGE })
    this.cases.addGlobalSecondaryIndex({
      indexName: BY_NEXT_DATE,
      partitionKey: { name: 'status', type: AttributeType.STRING },
      sortKey: { name: 'nextDate', type: AttributeType.STRING },
    })
    this.contacts = this.#table('Contacts', contactsKey)
    this.contacts.addGlobalSecondaryIndex({
      indexName: BY_CHILD_KEY,
      partitionKey: { name: 'childKey', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    })
    this.contacts.addGlobalSecondaryIndex({
      indexName: BY_SEARCH_KEY,
      partitionKey: { name: 'searchKey', type: AttributeType.STRING },
      sortKey: { name: 'searchOrder', type: AttributeType.STRING },
      projectionType: ProjectionType.KEYS_ONLY,
    })
    // Under the same key: it has names, and what was typed of a family.
    this.sessions = this.#table('Sessions', contactsKey, {
      timeToLiveAttribute: EXPIRES_AT,
      // What is kept for an hour would be kept for 35 days in the backups, and who is signed in is not worth restoring.
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: false },
    })
    this.audit = this.#table('Audit', casesKey)
    for (const [indexName, name] of [
      [BY_PERSON, 'who'],
      [BY_DAY, 'day'],
    ] as const) {
      this.audit.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name, type: AttributeType.STRING },
        sortKey: { name: 'moment', type: AttributeType.STRING },
      })
    }
    this.childHashKey = new Secret(this, 'ChildHashKey', {
      description:
        'The key of the hashes by which the cases of a child are found. Without it they have to be made again',
      encryptionKey: contactsKey,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    })
    this.alarms = new Topic(this, 'Alarms', { displayName: `Alarms of ${this.stackName}`, enforceSSL: true })
    for (const address of alarmEmails) this.alarms.addSubscription(new EmailSubscription(address))
    // A topic with a policy of its own loses the default one, which would have let alarms publish.
    this.alarms.addToResourcePolicy(
      new PolicyStatement({
        actions: ['sns:Publish'],
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        resources: [this.alarms.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    )
    // A table is protected from deletion as soon as it is there. After all else, it does not keep a first deployment that
    // fails from taking itself back.
    for (const table of [this.cases, this.contacts, this.sessions, this.audit])
      table.node.addDependency(this.childHashKey, this.alarms)
  }

  #key(id: string, description: string): Key {
    return new Key(this, id, {
      description,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    })
  }

  #table(
    id: string,
    encryptionKey: Key,
    particular: Pick<TableProps, 'stream' | 'timeToLiveAttribute' | 'pointInTimeRecoverySpecification'> = {},
  ): Table {
    return new Table(this, id, {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      ...particular,
    })
  }
}
