import { test } from '@japa/runner'
import { load } from './load.ts'

const { run } = await load('run')

test.group('A command of the house', () => {
  test('is read line by line, though its two streams come in between one another', async ({ assert }) => {
    const lines: string[] = []
    const says = `process.stdout.write('one ')
      setTimeout(() => process.stderr.write('a warn'), 50)
      setTimeout(() => process.stdout.write('line\\nand the last'), 100)
      setTimeout(() => process.stderr.write('ing\\n'), 150)`
    const { code } = await run(process.execPath, ['-e', says], { onLine: (line: string) => lines.push(line) })
    assert.equal(code, 0)
    assert.deepEqual(lines, ['one line', 'a warning', 'and the last'])
  })
})
