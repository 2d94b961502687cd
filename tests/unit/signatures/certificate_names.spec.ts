import { test } from '@japa/runner'
import { names } from '#signatures/queries/believed'

const certificate = (cn: string) => ({ subject: `C=ES\nserialNumber=IDCES-12345678Z\nCN=${cn}` })

test.group('A certificate names an officer', () => {
  for (const [cn, name] of [
    ['ANDRES GISBERT REMEI - 12345678Z', 'Remei Andrés Gisbert'],
    ['PEÑA SOLER MARIA', 'Maria Peña i Soler'],
    ['CRUZ JOSE', 'José de la Cruz'],
  ] as const)
    test(`${name}, as ${cn}`, ({ assert }) => assert.isTrue(names(certificate(cn), name)))

  for (const [cn, name] of [
    ['PENA SOLER MARIA', 'Maria Peña Soler'],
    ['PEÑA SOLER MARIA', 'Maria Pena Soler'],
    ['ANDRES REMEI', 'Remei Andrés Gisbert'],
    ['ANDRES REMEI', 'de la'],
  ] as const)
    test(`and not ${name}, as ${cn}`, ({ assert }) => assert.isFalse(names(certificate(cn), name)))
})
