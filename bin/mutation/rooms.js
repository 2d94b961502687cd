/**
 * The rooms whose specs are tried with mutants. `leaves` are specs that draw thousands of cases at random or wait for threads: too slow to be
 * repeated for every mutant, so what they alone would notice counts as survived.
 */
export const ROOMS = {
  deadlines: { leaves: [] },
  engine: {
    leaves: [
      'any_event.spec.ts',
      'foreign_files.spec.ts',
      'other_engine.spec.ts',
      'random_processes.spec.ts',
    ],
  },
  expressions: { leaves: ['hostile.spec.ts'] },
}

/** What the specs of pure rooms read, beside their own folder. */
const READ = [
  'package.json',
  'tsconfig.json',
  'app/**',
  'tests/unit/**',
  'tests/catalogue/**',
  'tests/support/**',
  'resources/lang/**',
  'resources/schemas/**',
  'resources/calendars/**',
  'procedures-catalog/**',
]

/** Percent of the mutants that have to be noticed. */
const LEAST = 85

/** How Stryker is set up for a room; everything it writes is in `coverage/mutation`. */
export const setup = (name, { concurrency }) => ({
  room: { name, ...ROOMS[name] },
  mutate: [`app/${name}/**/*.ts`, '!app/**/*.d.ts'],
  ignorePatterns: ['**', ...READ.map((path) => `!${path}`)],
  plugins: [new URL('./runner.js', import.meta.url).pathname],
  testRunner: 'room',
  testRunnerNodeArgs: ['--import', '@poppinss/ts-exec'],
  coverageAnalysis: 'perTest',
  concurrency,
  timeoutMS: 10_000,
  dryRunTimeoutMinutes: 30,
  incremental: true,
  incrementalFile: `coverage/mutation/${name}.json`,
  tempDirName: 'coverage/mutation/sandbox',
  thresholds: { high: 90, low: LEAST, break: LEAST },
  reporters: ['clear-text', 'json', 'html', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `coverage/mutation/${name}-report.json` },
  htmlReporter: { fileName: `coverage/mutation/${name}.html` },
  warnings: { unknownOptions: false },
  allowEmpty: false,
})
