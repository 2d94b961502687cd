import { SqlMigration } from '#database/support/sql_migration'
import { tenantTable } from '#database/support/tenant_table'

/**
 * What the office decided to give back of what paid an order, each with its reason: a refund carries it out, or the return
 * of money that paid nothing. The demonstration gateway keeps what it gave back, of which operation, under whose key.
 */
export default class extends SqlMigration {
  statements() {
    return [
      `CREATE TABLE refund_orders (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         order_id uuid NOT NULL,
         settlement_id uuid NOT NULL,
         key text NOT NULL,
         amount bigint NOT NULL CHECK (amount > 0),
         reason text NOT NULL CHECK (reason <> ''),
         ordered_at timestamptz NOT NULL,
         CONSTRAINT refund_orders_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT refund_orders_once UNIQUE (municipality_id, order_id, key),
         CONSTRAINT refund_orders_order FOREIGN KEY (municipality_id, order_id) REFERENCES payment_orders (municipality_id, id),
         CONSTRAINT refund_orders_settlement FOREIGN KEY (municipality_id, settlement_id) REFERENCES settlements (municipality_id, id)
       )`,
      ...tenantTable('refund_orders', 'append'),
      `ALTER TABLE refunds
         ADD COLUMN refund_order_id uuid,
         ADD CONSTRAINT refunds_refundorder FOREIGN KEY (municipality_id, refund_order_id) REFERENCES refund_orders (municipality_id, id),
         DROP CONSTRAINT refunds_once`,
      // Whatever the code does: each decision, and each piece of money that paid nothing, goes back once.
      `CREATE UNIQUE INDEX refunds_once ON refunds (municipality_id, (coalesce(refund_order_id, settlement_id)))`,
      `CREATE INDEX refunds_of_order ON refunds (municipality_id, order_id)`,
      `CREATE TABLE demo_gateway_refunds (
         municipality_id uuid NOT NULL,
         key uuid NOT NULL,
         operation text NOT NULL,
         external_id text NOT NULL,
         amount bigint NOT NULL CHECK (amount > 0),
         refunded_at timestamptz NOT NULL,
         CONSTRAINT demo_gateway_refunds_key PRIMARY KEY (municipality_id, key),
         CONSTRAINT demo_gateway_refunds_number UNIQUE (municipality_id, external_id)
       )`,
      ...tenantTable('demo_gateway_refunds', 'append'),
      `ALTER TABLE demo_gateway_operations DROP COLUMN refunded_at`,
    ]
  }
}
