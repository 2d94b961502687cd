import { spawnSync } from 'node:child_process'
import { test } from '@japa/runner'

test.group('A command whose reader stops reading', () => {
  test('goes on to its end, without a word about it', ({ assert }) => {
    const list = `"${process.execPath}" --import @poppinss/ts-exec bin/console.ts expression:run 'for i in 1..9000 return i'`
    const script = `set -o pipefail; ${list} | head -c 1`
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' })
    assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '[', stderr: '' })
  }).timeout(60_000)
})
