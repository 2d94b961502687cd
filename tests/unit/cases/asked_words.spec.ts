import { test } from '@japa/runner'
import { askedWords } from '#cases/domain/asked_words'

test.group('What is asked of the index of cases', () => {
  test('is each word by its beginning, without accents and capitals', ({ assert }) => {
    assert.equal(askedWords('  FARO, Martínez '), `('faro':*) & ('martinez':* | 'martineces')`)
  })

  test('is the singular and the plural, too', ({ assert }) => {
    for (const [asked, kept] of [
      ['FAROLAS', 'farola'],
      ['licencias', 'licencia'],
      ['solares', 'solar'],
      ['luces', 'luz'],
      ['luz', 'luces'],
      ['licitacions', 'licitacio'],
      ['camins', 'cami'],
      ['cases', 'casa'],
      ['casa', 'cases'],
    ])
      assert.match(askedWords(asked!), new RegExp(`'${kept}'`), asked)
  })

  test('is a short word or figure whole: it would begin too much', ({ assert }) => {
    assert.equal(askedWords('de 12'), `('de') & ('12')`)
    assert.equal(askedWords('46440'), `('46440':*)`)
  })

  test('is an identity number in the form that is kept', ({ assert }) => {
    for (const typed of ['12.345.678-Z', '12345678z', '12345678 Z'])
      assert.match(askedWords(typed), /\| '12345678z'$/, typed)
    assert.match(askedWords('1234567L'), /\| '01234567l'$/)
  })

  test('is nothing where there is no word, and never more than words', ({ assert }) => {
    for (const none of ['', '  ', '¿?', `'`, '&|!():*']) assert.equal(askedWords(none), '', none)
    assert.equal(askedWords(`a':* | !'b`), `('a') & ('b')`)
  })
})
