import { SqlMigration } from '#database/support/sql_migration'
import { tenantTable } from '#database/support/tenant_table'

/** Payment orders, the attempts to pay them, the money that came, and what goes back. Amounts in cents. */
export default class extends SqlMigration {
  statements() {
    return [
      `CREATE TABLE payment_counters (
         municipality_id uuid NOT NULL,
         year int NOT NULL,
         last bigint NOT NULL,
         CONSTRAINT payment_counters_key PRIMARY KEY (municipality_id, year)
       )`,
      ...tenantTable('payment_counters', 'keep'),
      `CREATE TABLE payment_orders (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         reference text NOT NULL,
         case_id uuid NOT NULL,
         person_id uuid NOT NULL,
         key text NOT NULL,
         concept text NOT NULL,
         language text NOT NULL,
         payer jsonb NOT NULL,
         assessment jsonb NOT NULL,
         amount bigint NOT NULL CHECK (amount > 0),
         state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'paid', 'expired', 'cancelled')),
         ordered_at timestamptz NOT NULL,
         expires_at timestamptz NOT NULL,
         ended_at timestamptz,
         CONSTRAINT payment_orders_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT payment_orders_reference UNIQUE (municipality_id, reference),
         CONSTRAINT payment_orders_once UNIQUE (municipality_id, case_id, key),
         CONSTRAINT payment_orders_ended CHECK ((state = 'open') = (ended_at IS NULL))
       )`,
      `CREATE INDEX payment_orders_person ON payment_orders (municipality_id, person_id, id)`,
      `CREATE INDEX payment_orders_listed ON payment_orders (municipality_id, ordered_at, id)`,
      ...tenantTable('payment_orders', 'keep'),
      `CREATE TABLE payment_attempts (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         order_id uuid NOT NULL,
         gateway text NOT NULL,
         state text NOT NULL DEFAULT 'started' CHECK (state IN ('started', 'paid', 'refused', 'cancelled')),
         started_at timestamptz NOT NULL,
         ended_at timestamptz,
         CONSTRAINT payment_attempts_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT payment_attempts_order FOREIGN KEY (municipality_id, order_id) REFERENCES payment_orders (municipality_id, id)
       )`,
      `CREATE INDEX payment_attempts_of_order ON payment_attempts (municipality_id, order_id)`,
      ...tenantTable('payment_attempts', 'keep'),
      `CREATE TABLE settlements (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         order_id uuid NOT NULL,
         attempt_id uuid NOT NULL,
         gateway text NOT NULL,
         external_id text NOT NULL,
         amount bigint NOT NULL CHECK (amount > 0),
         effect text NOT NULL CHECK (effect IN ('pays', 'surplus')),
         reason text CHECK (reason IN ('paid_already', 'too_late', 'wrong_amount', 'cancelled')),
         settled_at timestamptz NOT NULL,
         recorded_at timestamptz NOT NULL,
         CONSTRAINT settlements_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT settlements_once UNIQUE (municipality_id, gateway, external_id),
         CONSTRAINT settlements_reason CHECK ((effect = 'surplus') = (reason IS NOT NULL)),
         CONSTRAINT settlements_order FOREIGN KEY (municipality_id, order_id) REFERENCES payment_orders (municipality_id, id),
         CONSTRAINT settlements_attempt FOREIGN KEY (municipality_id, attempt_id) REFERENCES payment_attempts (municipality_id, id)
       )`,
      // Whatever the code does: an order is paid by one settlement.
      `CREATE UNIQUE INDEX settlements_pay_once ON settlements (municipality_id, order_id) WHERE effect = 'pays'`,
      `CREATE INDEX settlements_of_order ON settlements (municipality_id, order_id)`,
      ...tenantTable('settlements', 'append'),
      `CREATE TABLE refunds (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         settlement_id uuid NOT NULL,
         order_id uuid NOT NULL,
         amount bigint NOT NULL CHECK (amount > 0),
         external_id text NOT NULL,
         refunded_at timestamptz NOT NULL,
         CONSTRAINT refunds_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT refunds_once UNIQUE (municipality_id, settlement_id),
         CONSTRAINT refunds_settlement FOREIGN KEY (municipality_id, settlement_id) REFERENCES settlements (municipality_id, id)
       )`,
      ...tenantTable('refunds', 'append'),
      // What happened at the demonstration gateway, which has no bank behind it.
      `CREATE TABLE demo_gateway_operations (
         municipality_id uuid NOT NULL,
         attempt_id uuid NOT NULL,
         external_id text NOT NULL,
         outcome text NOT NULL CHECK (outcome IN ('paid', 'refused', 'cancelled')),
         amount bigint NOT NULL,
         settled_at timestamptz NOT NULL,
         refunded_at timestamptz,
         CONSTRAINT demo_gateway_operations_key PRIMARY KEY (municipality_id, attempt_id)
       )`,
      ...tenantTable('demo_gateway_operations', 'keep'),
    ]
  }
}
