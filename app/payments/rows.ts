import type { RowShape } from '#tenancy/insert_rows'

/** What is written once of an order and never changes; where it stands is told by its acts. */
export const orderRows: RowShape = {
  table: 'payment_orders',
  columns: {
    id: 'uuid',
    reference: 'text',
    case_id: 'uuid',
    person_id: 'uuid',
    key: 'text',
    concept: 'text',
    language: 'text',
    payer: 'jsonb',
    assessment: 'jsonb',
    amount: 'bigint',
    ordered_at: 'timestamptz',
    expires_at: 'timestamptz',
  },
}

/** The same of an attempt. */
export const attemptRows: RowShape = {
  table: 'payment_attempts',
  columns: { id: 'uuid', order_id: 'uuid', gateway: 'text', started_at: 'timestamptz' },
}

export const settlementRows: RowShape = {
  table: 'settlements',
  columns: {
    id: 'uuid',
    order_id: 'uuid',
    attempt_id: 'uuid',
    gateway: 'text',
    external_id: 'text',
    amount: 'bigint',
    effect: 'text',
    reason: 'text',
    settled_at: 'timestamptz',
    recorded_at: 'timestamptz',
  },
}

export const refundRows: RowShape = {
  table: 'refunds',
  columns: {
    id: 'uuid',
    settlement_id: 'uuid',
    order_id: 'uuid',
    amount: 'bigint',
    external_id: 'text',
    refunded_at: 'timestamptz',
    refund_order_id: 'uuid',
  },
}

export const refundOrderRows: RowShape = {
  table: 'refund_orders',
  columns: {
    id: 'uuid',
    order_id: 'uuid',
    settlement_id: 'uuid',
    key: 'text',
    amount: 'bigint',
    reason: 'text',
    ordered_at: 'timestamptz',
  },
}
