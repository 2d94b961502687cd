import { rowsOf } from '#tests/support/rows'
import { gateway, ORDERED } from '#tests/support/payments'
import type { DemoOperation } from '#payments/contract'
import { behavesAsGateway, demoAndOther } from './gateway_contract.js'

behavesAsGateway('demo', () => {
  const demo = gateway()
  return {
    gateway: demo,
    towns: demoAndOther,
    async happen(town, { amount }, { id: attemptId }, outcome) {
      const operation: DemoOperation = {
        attemptId,
        externalId: `OP${attemptId}`,
        outcome,
        amount,
        settledAt: ORDERED,
      }
      await rowsOf(
        town.id,
        `INSERT INTO demo_gateway_operations (municipality_id, attempt_id, external_id, outcome, amount, settled_at)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING attempt_id`,
        [attemptId, operation.externalId, outcome, amount, ORDERED.toISOString()]
      )
      return demo.fieldsOf(operation)
    },
  }
})
