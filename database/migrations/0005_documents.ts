import { SqlMigration } from '#database/support/sql_migration'
import { tenantTable } from '#database/support/tenant_table'

/** Documents with their digests and verification codes, uploads, and each town's seal. */
export default class extends SqlMigration {
  statements() {
    return [
      `CREATE TABLE documents (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         case_id uuid,
         filing_id uuid,
         kind text NOT NULL,
         document_type text NOT NULL,
         name text NOT NULL,
         media_type text NOT NULL,
         language text NOT NULL DEFAULT 'es',
         origin text NOT NULL DEFAULT 'administration' CHECK (origin IN ('citizen', 'administration')),
         code text,
         size bigint,
         sha256 text,
         template text,
         facts jsonb,
         content bytea,
         created_at timestamptz NOT NULL,
         CONSTRAINT documents_key PRIMARY KEY (municipality_id, id)
       ) PARTITION BY RANGE (id)`,
      `CREATE INDEX documents_case ON documents (municipality_id, case_id)`,
      `CREATE INDEX documents_filing ON documents (municipality_id, filing_id)`,
      ...tenantTable('documents', 'append'),
      // Stamped documents share the pages of a template: its bytes are kept once, each document adds its own.
      `CREATE TABLE stamp_templates (
         municipality_id uuid NOT NULL REFERENCES municipalities (id),
         digest text NOT NULL,
         content bytea NOT NULL,
         CONSTRAINT stamp_templates_key PRIMARY KEY (municipality_id, digest)
       )`,
      ...tenantTable('stamp_templates', 'append'),
      // The bytes of what is made after the commit (receipts, letters): stored once, unique by document.
      `CREATE TABLE document_contents (
         municipality_id uuid NOT NULL,
         document_id uuid NOT NULL,
         sha256 text NOT NULL,
         size bigint NOT NULL,
         template_digest text,
         content bytea NOT NULL,
         stored_at timestamptz NOT NULL,
         CONSTRAINT document_contents_key PRIMARY KEY (municipality_id, document_id)
       ) PARTITION BY RANGE (document_id)`,
      ...tenantTable('document_contents', 'append'),
      `CREATE TABLE verification_codes (
         municipality_id uuid NOT NULL,
         code text NOT NULL,
         document_id uuid NOT NULL,
         CONSTRAINT verification_codes_key PRIMARY KEY (municipality_id, code)
       )`,
      ...tenantTable('verification_codes', 'append'),
      // A file that was handed in; its state moves as the scanner answers.
      `CREATE TABLE uploads (
         municipality_id uuid NOT NULL,
         id uuid NOT NULL,
         draft_id uuid NOT NULL,
         person_id uuid NOT NULL,
         field text NOT NULL,
         name text NOT NULL,
         media_type text NOT NULL,
         size bigint NOT NULL,
         sha256 text NOT NULL,
         state text NOT NULL CHECK (state IN ('pending', 'clean', 'infected', 'failed', 'not_scanned')),
         document_id uuid,
         created_at timestamptz NOT NULL,
         CONSTRAINT uploads_key PRIMARY KEY (municipality_id, id)
       )`,
      `CREATE INDEX uploads_draft ON uploads (municipality_id, draft_id)`,
      `CREATE INDEX uploads_document ON uploads (municipality_id, document_id)`,
      ...tenantTable('uploads', 'change'),
      // Private keys are encrypted with the application's key; certificates are public.
      `CREATE TABLE seals (
         municipality_id uuid NOT NULL REFERENCES municipalities (id),
         id uuid NOT NULL,
         certificate text NOT NULL,
         chain text NOT NULL DEFAULT '',
         private_key text NOT NULL,
         active boolean NOT NULL DEFAULT true,
         created_at timestamptz NOT NULL DEFAULT now(),
         CONSTRAINT seals_key PRIMARY KEY (municipality_id, id)
       )`,
      `CREATE UNIQUE INDEX seals_active ON seals (municipality_id) WHERE active`,
      ...tenantTable('seals', 'change'),
      `INSERT INTO partitioned_tables VALUES ('documents'), ('document_contents')`,
    ]
  }
}
