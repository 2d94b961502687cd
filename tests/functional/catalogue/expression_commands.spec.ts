import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import ExpressionRun from '#catalogue/commands/expression_run'
import ExpressionTest from '#catalogue/commands/expression_test'
import { typed } from '#tests/support/command'

test.group('The commands for expressions', (group) => {
  let folder = ''
  group.each.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'expressions-'))
    return () => rm(folder, { recursive: true })
  })

  const put = async (name: string, content: unknown) => {
    await writeFile(join(folder, name), JSON.stringify(content))
    return join(folder, name)
  }

  test('test plays the shared cases of the house', async ({ assert }) => {
    const { exitCode, said } = await typed(ExpressionTest)
    assert.equal(exitCode, 0, said)
    assert.match(said, /1[,.]?\d{3} cases come out as they should/)
  })

  test('test says which case of a folder comes out otherwise, and how', async ({ assert }) => {
    await put('sums.json', {
      title: 'Sums',
      cases: [
        { expression: '1 + 1', result: '2' },
        { expression: '1 + 2', result: '4' },
        { expression: '1 +', error: 'SYNTAX' },
        { expression: '1 + null', result: null, warnings: [] },
      ],
    })
    const { exitCode, said } = await typed(ExpressionTest, [folder])
    assert.equal(exitCode, 1)
    assert.include(said, 'sums.json: Sums')
    assert.include(said, '✗ 1 + 2\n    expected {"result":"4"}, found {"result":"3","warnings":[]}')
    assert.include(said, '✗ 1 + null')
    assert.notInclude(said, '✗ 1 + 1')
    assert.notInclude(said, 'SYNTAX')
  })

  test('test fails where there is nothing to play', async ({ assert }) => {
    const { exitCode, said } = await typed(ExpressionTest, [join(folder, 'nowhere'), '--lang=es'])
    assert.equal(exitCode, 1)
    assert.include(said, 'No hay casos')
  })

  test('test says which file can’t be played, where and how to mend it, and plays the others', async ({
    assert,
  }) => {
    await writeFile(join(folder, 'broken.json'), '{\n  "title": "Sums",\n  "cases": [}')
    await put('empty.json', { title: 'None' })
    await put('odd.json', { title: 'Odd', cases: [{ expression: '1', result: '1' }, null] })
    await put('wrong.json', { title: 'Wrong', cases: [{ expression: '1 + 2', result: '4' }] })
    const { exitCode, said } = await typed(ExpressionTest, [folder])
    assert.equal(exitCode, 1)
    assert.include(said, '✗ broken.json:3:13\n    It is not well-formed JSON.\n    Check the commas')
    assert.include(said, '✗ empty.json\n    “cases” is missing.')
    assert.include(said, '✗ odd.json /cases/1\n    “expression” is missing.')
    assert.include(said, '✗ 1 + 2')
  })

  test('run says what is wrong with the file of values, and how to mend it', async ({ assert }) => {
    await writeFile(join(folder, 'broken.json'), '{"a": }')
    await put('list.json', [])
    const run = (file: string) => typed(ExpressionRun, ['a', `--context=${join(folder, file)}`])
    const [absent, broken, other] = [
      await run('nothing.json'),
      await run('broken.json'),
      await run('list.json'),
    ]
    assert.include(absent.said, `✗ --context=${join(folder, 'nothing.json')}`)
    assert.deepEqual([absent.exitCode, broken.exitCode, other.exitCode], [1, 1, 1])
    assert.include(absent.said, 'nothing.json\n    This file is missing.\n    Create it')
    assert.include(broken.said, 'broken.json:1:7\n    It is not well-formed JSON.')
    assert.include(other.said, 'list.json\n    The value must be of type object.\n    Change the value.')
  })

  test('run gives the value, of what a file has', async ({ assert }) => {
    const file = await put('answers.json', { 'monthly income': '1200.50', lines: [{ 'unit-price': 2 }] })
    const given = await typed(ExpressionRun, [
      'number(monthly income) * 2 + lines[1].unit-price',
      `--context=${file}`,
    ])
    assert.deepEqual(given, { exitCode: 0, said: '"2403"' })
  })

  test('run reads the clock that it is given', async ({ assert }) => {
    const at = ['--now=2026-01-31T23:30:00Z', '--zone=Europe/Madrid']
    assert.equal((await typed(ExpressionRun, ['today()', ...at])).said, '"2026-02-01"')
  })

  test('run says which option tells no time that there is', async ({ assert }) => {
    const now = await typed(ExpressionRun, ['now()', '--now=yesterday'])
    assert.equal(now.exitCode, 1)
    assert.equal(
      now.said,
      '✗ --now=yesterday\n    This is no instant.\n    Write it as 2026-01-31T12:00:00Z.'
    )
    const zone = await typed(ExpressionRun, ['1', '--zone=Europe/Nowhere', '--lang=ca'])
    assert.equal(zone.exitCode, 1)
    assert.include(zone.said, '✗ --zone=Europe/Nowhere\n    No existeix')
  })

  test('run says what is wrong and where, in the language it is asked in', async ({ assert }) => {
    const wrong = await typed(ExpressionRun, ['1 +\n explode(2)', '--lang=es'])
    assert.equal(wrong.exitCode, 1)
    assert.match(wrong.said, /2:2 No existe ninguna función llamada «explode»/)
    const empty = await typed(ExpressionRun, ['1 +\n 2 / 0'])
    assert.equal(empty.exitCode, 1)
    assert.match(empty.said, /^null\n.* 2:4 \S+[^]* 1:3 /)
  })
})
