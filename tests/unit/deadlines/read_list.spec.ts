import { test } from '@japa/runner'
import { type ListedDay, readList, withList } from '#deadlines/index'

const names = (es: string, ca = es, en = es) => ({ es, ca, en })
const usual: ListedDay[] = [
  { day: '2027-01-01', scope: 'state', name: names('Año Nuevo', 'Cap d’Any', 'New Year’s Day') },
  { day: '2027-10-09', scope: 'region', name: names('Nou d’Octubre') },
]
const read = (text: string, otherwise: ListedDay['scope'] = 'local') =>
  readList(text, { year: 2027, usual, otherwise })

test.group('A list that a bulletin published (Law 39/2015, art. 30.7)', () => {
  for (const [kind, text] of [
    ['lines of a spreadsheet', 'fecha;nombre;ámbito\n01/01/2027;Año Nuevo;nacional\n9/10/2027;Nou d’Octubre;autonómica\n19-04-2027;Feria;local'], // prettier-ignore
    [
      'a table with commas and quotes',
      '2027-01-01,"Año Nuevo",state\n2027-10-09,Nou d’Octubre,region\n2027-04-19,Feria',
    ],
    ['sentences', '– 1 de enero, Año Nuevo.\n– 9 de octubre, Día de la Comunitat.\n– 19 de abril, Feria.'],
    [
      'sentences in Valencian',
      '• 1 de gener, Cap d’Any.\n• 9 d’octubre, Nou d’Octubre.\n• 19 d’abril, Feria.',
    ],
    ['a calendar file', ['BEGIN:VCALENDAR', ...['20270101:Año Nuevo', '20271009:Nou', '20270419:Feria', '20260419:Feria'].flatMap((one) => ['BEGIN:VEVENT', `DTSTART;VALUE=DATE:${one.split(':')[0]}`, `SUMMARY:${one.split(':')[1]}`, 'END:VEVENT']), 'END:VCALENDAR'].join('\r\n')], // prettier-ignore
  ] as const)
    test(`is read from ${kind}, with what is usual by its names in each language`, ({ assert }) => {
      const { days, levels, faults } = read(text)
      assert.deepEqual(days, [
        usual[0]!,
        { day: '2027-04-19', scope: 'local', name: names('Feria') },
        usual[1]!,
      ])
      assert.includeMembers(levels, ['state', 'region'])
      assert.deepEqual(faults, [])
    })

  test('gives each day its own names where it has them, and says whose the rest are', ({ assert }) => {
    const { days } = read('19/04/2027;Feria;Fira;Fair\n20/04/2027;Feria;Fira;propia', 'region')
    assert.deepEqual(days, [
      { day: '2027-04-19', scope: 'region', name: names('Feria', 'Fira', 'Fair') },
      { day: '2027-04-20', scope: 'body', name: names('Feria', 'Fira', 'Feria') },
    ])
  })

  test('has each day of an event of several', ({ assert }) => {
    const text = 'BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270419\nDTEND;VALUE=DATE:20270421\nSUMMARY:Fira\\, gran\nEND:VEVENT' // prettier-ignore
    assert.deepEqual(
      read(text).days.map(({ day, name }) => [day, name['es']]),
      [
        ['2027-04-19', 'Fira, gran'],
        ['2027-04-20', 'Fira, gran'],
      ]
    )
  })

  test('says by line what it can’t read', ({ assert }) => {
    const { days, faults } = read('01/01/2027;Año Nuevo\nFeria;19 de abril\n31/02/2027;No\n01/01/2028;Otro\n1 de enero, Otra vez\n2/4/2027') // prettier-ignore
    assert.lengthOf(days, 1)
    assert.deepEqual(
      faults.map(({ line, code }) => [line, code]),
      [
        [2, 'no_day'],
        [3, 'no_day'],
        [4, 'other_year'],
        [5, 'twice'],
        [6, 'no_name'],
      ]
    )
  })

  test('takes one line as the head of a table: the first, and only if it speaks of no day', ({ assert }) => {
    const faulty = (text: string) => read(text).faults.map(({ line, code }) => `${line} ${code}`)
    assert.deepEqual(faulty('Día;Fiesta\n1/1/2027;Año Nuevo'), [])
    assert.deepEqual(faulty('Día;Fiesta\nBoletín;Número\n1/1/2027;Año Nuevo'), ['2 no_day'])
    for (const lost of ['Enero 1, Año Nuevo', 'Primero de gener, Cap d’Any', '32/1/2027;No', 'Fiesta'])
      assert.deepEqual(faulty(`${lost}\n9 de octubre, Nou`), ['1 no_day'], lost)
  })

  for (const [line, days, name] of [
    ['1 de enero (sábado), Año Nuevo', ['01-01'], 'Año Nuevo'],
    ['1 de enero, sábado, Reyes', ['01-01'], 'Año Nuevo'],
    ['Viernes 6 de enero, Epifanía', ['01-06'], 'Epifanía'],
    ['Viernes, 6 de enero, Epifanía.', ['01-06'], 'Epifanía'],
    ['El miércoles, día 6 de enero de 2027 — Epifanía', ['01-06'], 'Epifanía'],
    ['6 de enero, miércoles, Epifanía', ['01-06'], 'Epifanía'],
    ['6/1/2027;Miércoles;Epifanía', ['01-06'], 'Epifanía'],
    ['6 de enero (miércoles) Epifanía', ['01-06'], 'Epifanía'],
    ['14 de abril, Viernes Santo', ['04-14'], 'Viernes Santo'],
    ['Viernes 14 de abril: Viernes Santo', ['04-14'], 'Viernes Santo'],
    ['Lunes 17 de abril: Lunes de Pascua', ['04-17'], 'Lunes de Pascua'],
    ['6 de gener (dissabte), Epifania', ['01-06'], 'Epifania'],
    ['Dimecres, 6 de gener: Epifania', ['01-06'], 'Epifania'],
    ['Dilluns 17 d’abril, Dilluns de Pasqua', ['04-17'], 'Dilluns de Pasqua'],
    ['19 d’abril, dilluns, 19 d’abril', ['04-19'], '19 d’abril'],
    ['18 de marzo y 12 de junio, fiestas de la villa', ['03-18', '06-12'], 'fiestas de la villa'],
    ['18 de març i 12 de juny: festes de la vila', ['03-18', '06-12'], 'festes de la vila'],
    ['Lunes 18 y martes 19 de marzo, Fallas', ['03-18', '03-19'], 'Fallas'],
    ['18 de marzo, 12 de junio, Feria y fiestas', ['03-18', '06-12'], 'Feria y fiestas'],
  ] as const)
    test(`reads “${line}” as bulletins print it`, ({ assert }) => {
      const found = read(line)
      assert.deepEqual(found.faults, [])
      assert.deepEqual(
        found.days.map(({ day, name: of }) => [day, of['es']]),
        days.map((day) => [`2027-${day}`, name])
      )
    })

  for (const [line, code] of [
    ['6 de enero, sábado', 'no_name'],
    ['18 de marzo y 12 de junio', 'no_name'],
    ['18 de marzo, San José y 12 de junio, Feria', 'several'],
    ['18 de marzo: San José, 12 de junio: Feria', 'several'],
    ['18 de marzo, San José, 12 de junio, Feria', 'several'],
    ['18 de març, Sant Josep, i 12 de juny, Fira', 'several'],
    ['Del 18 al 20 de marzo, Feria', 'no_day'],
    ['18 de marzo y Lunes de Pascua, Feria', 'no_day'],
    ['Algemesí: 18 de marzo y 12 de junio', 'no_day'],
  ] as const)
    test(`loses no day of “${line}”: it can’t be read`, ({ assert }) => {
      const { days, faults } = read(line)
      assert.deepEqual(days, [])
      assert.deepEqual([...new Set(faults.map((fault) => fault.code))], [code])
    })

  test('is the whole of the levels that it speaks of, and leaves the others', ({ assert }) => {
    const days = (year: ListedDay[], text: string) =>
      withList(year, read(text)).map(({ day }) => day.slice(5))
    const fair: ListedDay = { day: '2027-04-19', scope: 'local', name: names('Feria') }
    const gone: ListedDay = { day: '2027-06-24', scope: 'region', name: names('San Juan') }
    const year = [...usual, fair, gone]
    assert.deepEqual(days(year, '1 de enero, Año Nuevo\n9 de octubre, Nou'), ['01-01', '04-19', '10-09'])
    assert.deepEqual(days(year, '26/4/2027;Feria;local'), ['01-01', '04-26', '06-24', '10-09'])
  })

  test('leaves the usual days of a year that has none yet, if it says nothing of the State’s', ({
    assert,
  }) => {
    const days = (text: string) => withList([], read(text), usual).map(({ day }) => day.slice(5))
    assert.deepEqual(days('19/4/2027;Feria;local'), ['01-01', '04-19', '10-09'])
    assert.deepEqual(days('11/10/2027;Nou;autonómica'), ['01-01', '10-11'])
    assert.deepEqual(days('1 de enero, Año Nuevo\n19/4/2027;Feria;local'), ['01-01', '04-19'])
  })

  test('only adds what does not say whose it is', ({ assert }) => {
    const fair: ListedDay = { day: '2027-04-19', scope: 'local', name: names('Feria') }
    const found = read('26/4/2027;Otra')
    assert.deepEqual(found.levels, [])
    assert.lengthOf(withList([fair], found), 2)
  })
})
