import { SqlMigration } from '#database/support/sql_migration'
import { tenantTable } from '#database/support/tenant_table'

/** Documents that people have to sign, their circuit, the signatures and refusals; which bodies an officer is the holder of. */
export default class extends SqlMigration {
  statements() {
    return [
      `ALTER TABLE officers ADD COLUMN holds text[] NOT NULL DEFAULT '{}'`,
      `CREATE TABLE signature_requests (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         case_id uuid NOT NULL,
         key text NOT NULL,
         template text NOT NULL,
         kind text NOT NULL,
         document_type text NOT NULL,
         name text NOT NULL,
         language text NOT NULL,
         code text NOT NULL,
         facts jsonb NOT NULL,
         sha256 text NOT NULL,
         drafted_by uuid,
         requested_at timestamptz NOT NULL,
         state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'signed', 'refused', 'withdrawn')),
         document_id uuid,
         ended_at timestamptz,
         CONSTRAINT signature_requests_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT signature_requests_once UNIQUE (municipality_id, case_id, key),
         CONSTRAINT signature_requests_ended CHECK ((state = 'open') = (ended_at IS NULL)),
         CONSTRAINT signature_requests_signed CHECK ((state = 'signed') = (document_id IS NOT NULL))
       )`,
      `CREATE INDEX signature_requests_open ON signature_requests (municipality_id, id) WHERE state = 'open'`,
      ...tenantTable('signature_requests', 'keep'),
      `CREATE TABLE signature_steps (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         request_id uuid NOT NULL,
         ordinal int NOT NULL CHECK (ordinal >= 0),
         position text NOT NULL CHECK (position IN ('holder', 'secretary', 'unit')),
         body text,
         unit_id uuid,
         label text NOT NULL,
         reason text NOT NULL,
         CONSTRAINT signature_steps_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT signature_steps_order UNIQUE (municipality_id, request_id, ordinal),
         CONSTRAINT signature_steps_request FOREIGN KEY (municipality_id, request_id) REFERENCES signature_requests (municipality_id, id)
       )`,
      ...tenantTable('signature_steps', 'append'),
      // 0 is the draft, each further one what a signature added: the document so far is all of them in their order.
      `CREATE TABLE signature_contents (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         request_id uuid NOT NULL,
         ordinal int NOT NULL CHECK (ordinal >= 0),
         content bytea NOT NULL,
         CONSTRAINT signature_contents_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT signature_contents_order UNIQUE (municipality_id, request_id, ordinal),
         CONSTRAINT signature_contents_request FOREIGN KEY (municipality_id, request_id) REFERENCES signature_requests (municipality_id, id)
       )`,
      ...tenantTable('signature_contents', 'append'),
      `CREATE TABLE signatures (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         request_id uuid NOT NULL,
         step_id uuid NOT NULL,
         officer_id uuid NOT NULL,
         name text NOT NULL,
         position text NOT NULL,
         signer text NOT NULL,
         certificate text NOT NULL,
         base text NOT NULL,
         sha256 text NOT NULL,
         signed_at timestamptz NOT NULL,
         CONSTRAINT signatures_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT signatures_once UNIQUE (municipality_id, step_id),
         CONSTRAINT signatures_request FOREIGN KEY (municipality_id, request_id) REFERENCES signature_requests (municipality_id, id),
         CONSTRAINT signatures_step FOREIGN KEY (municipality_id, step_id) REFERENCES signature_steps (municipality_id, id)
       )`,
      `CREATE INDEX signatures_of_request ON signatures (municipality_id, request_id)`,
      `CREATE INDEX signatures_of_officer ON signatures (municipality_id, officer_id, id)`,
      ...tenantTable('signatures', 'append'),
      `CREATE TABLE signature_refusals (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         request_id uuid NOT NULL,
         step_id uuid NOT NULL,
         officer_id uuid NOT NULL,
         name text NOT NULL,
         position text NOT NULL,
         reason text NOT NULL CHECK (reason <> ''),
         refused_at timestamptz NOT NULL,
         CONSTRAINT signature_refusals_key PRIMARY KEY (municipality_id, id),
         CONSTRAINT signature_refusals_once UNIQUE (municipality_id, request_id),
         CONSTRAINT signature_refusals_request FOREIGN KEY (municipality_id, request_id) REFERENCES signature_requests (municipality_id, id),
         CONSTRAINT signature_refusals_step FOREIGN KEY (municipality_id, step_id) REFERENCES signature_steps (municipality_id, id)
       )`,
      `CREATE INDEX signature_refusals_of_officer ON signature_refusals (municipality_id, officer_id, id)`,
      ...tenantTable('signature_refusals', 'append'),
      // The demonstration signer's own: an authority for each town, a certificate for each of its officers. Keys are encrypted.
      `CREATE TABLE demo_authorities (
         municipality_id uuid NOT NULL,
         certificate text NOT NULL,
         private_key text NOT NULL,
         CONSTRAINT demo_authorities_key PRIMARY KEY (municipality_id)
       )`,
      ...tenantTable('demo_authorities', 'keep'),
      `CREATE TABLE demo_certificates (
         municipality_id uuid NOT NULL,
         officer_id uuid NOT NULL,
         subject text NOT NULL,
         certificate text NOT NULL,
         private_key text NOT NULL,
         CONSTRAINT demo_certificates_key PRIMARY KEY (municipality_id, officer_id)
       )`,
      ...tenantTable('demo_certificates', 'keep'),
    ]
  }
}
