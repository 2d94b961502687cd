import type { Mutant } from '#tests/support/faults/mutant'

/** A fault that must never get into the house, and the test that stands in its way. */
export interface Planted {
  title: string
  /** By its file and its title. */
  caughtBy: { file: string; test: string }
  mutant?: Mutant
  /** What is done to the database instead, or besides. */
  sql?: string[]
}

const REGISTRY = 'tests/functional/registry/record_entries.spec.ts'
const SUBMISSION = 'tests/functional/filings/submit_filing.spec.ts'

const REGISTRAR = 'tests/functional/filings/registrar.spec.ts'

const inFile = (file: string, ...edits: [from: string, to: string][]): Mutant => ({
  file,
  edits: edits.map(([from, to]) => ({ from, to })),
})

export const PLANTED: Planted[] = [
  {
    title: 'a SEQUENCE instead of the counter for the number',
    sql: ['CREATE SEQUENCE mutant_numbers', 'GRANT USAGE ON SEQUENCE mutant_numbers TO PUBLIC'],
    mutant: inFile('app/registry/actions/record_entries.ts', [
      's.base + u.ordinal AS number',
      `nextval('mutant_numbers') AS number`,
    ]),
    caughtBy: { file: REGISTRY, test: 'gives back the number when the transaction fails' },
  },
  {
    title: 'a link of the chain that is skipped',
    mutant: inFile('app/registry/actions/record_entries.ts', ['head = l.hash, ', '']),
    caughtBy: {
      file: REGISTRY,
      test: 'numbers without a gap, restarts with the year, and chains every entry',
    },
  },
  {
    title: 'no idempotency key',
    mutant: inFile('app/filings/registrar/write_batch.ts', [
      'idempotencyRows, members.map(',
      'idempotencyRows, ([] as Member[]).map(',
    ]),
    caughtBy: { file: SUBMISSION, test: 'answers the same when it is asked again, and registers once' },
  },
  {
    title: 'an audit row that is not written',
    mutant: inFile('app/filings/registrar/write_batch.ts', ['all((member) => member.audit)', '[]']),
    caughtBy: {
      file: SUBMISSION,
      test: 'gives an entry, a case, an audit row and two documents, and leaves no draft',
    },
  },
  {
    title: 'an answer before its commit',
    mutant: inFile('app/tenancy/town_transaction.ts', [
      `    await begun
    await commit(client)`,
      '    void commit(client)',
    ]),
    caughtBy: {
      file: 'tests/functional/faults/lost_commit.spec.ts',
      test: 'before the server got it: nothing is acknowledged; the next post files',
    },
  },
  {
    title: 'a batch that fails every neighbour of what failed in it',
    mutant: inFile('app/filings/registrar/registrar.ts', [
      'return Promise.all(members.map((member) => this.#tryAlone(town, member)))',
      'return members.map(() => error as Error)',
    ]),
    caughtBy: {
      file: REGISTRAR,
      test: 'takes the neighbours of a filing that fails: they get their numbers, without a gap',
    },
  },
  {
    title: 'the answer to another body under the same key',
    mutant: inFile('app/filings/registrar/registrar.ts', [
      'return earlier ? answerOf(earlier, member) : error\n  }',
      'return earlier ? earlier.written : error\n  }',
    ]),
    caughtBy: {
      file: REGISTRAR,
      test: 'refuses a key that was used for another body, and never answers what that one was answered',
    },
  },
  {
    title: 'the answer to another body, read back after a lost connection',
    mutant: inFile('app/filings/registrar/registrar.ts', [
      'return earlier ? answerOf(earlier, member) : error\n    })',
      'return earlier ? earlier.written : error\n    })',
    ]),
    caughtBy: {
      file: REGISTRAR,
      test: 'that lost its connection gives nobody the answer to another body',
    },
  },
  {
    title: 'a version that is not held while it is filed on',
    mutant: inFile('app/filings/registrar/write_batch.ts', [
      'if (withdrawn) throw new WithdrawnVersionError(withdrawn.filing)',
      'void withdrawn',
    ]),
    caughtBy: {
      file: REGISTRAR,
      test: 'takes nothing on a version that was withdrawn while it was on its way',
    },
  },
  {
    title: 'a plan of yesterday that is tried again as it is',
    mutant: inFile('app/filings/registrar/on_its_day.ts', ['day = error.now', 'day = at']),
    caughtBy: {
      file: 'tests/functional/filings/on_its_day.spec.ts',
      test: 'is planned again: filing, entry, case and documents are of the new day',
    },
  },
  {
    title: 'a job marked done before its effect',
    mutant: inFile(
      'app/cases/jobs/activity_job.ts',
      ['      await finishJob(trx, job)\n', ''],
      [
        '    const prepared = await',
        '    await inTown(job.municipalityId, (trx) => finishJob(trx, job))\n    const prepared = await',
      ]
    ),
    caughtBy: {
      file: 'tests/functional/faults/worker.spec.ts',
      test: 'with a letter made and nothing written (activity.prepared:documents.issue): all of it is done, once',
    },
  },
  {
    title: 'a policy of row-level security that is gone',
    sql: ['ALTER TABLE case_files DISABLE ROW LEVEL SECURITY', 'DROP POLICY tenant ON case_files'],
    caughtBy: {
      file: 'tests/functional/tenancy/row_level_security.spec.ts',
      test: 'case_files shows its rows to its town alone, and takes them from it alone',
    },
  },
]
