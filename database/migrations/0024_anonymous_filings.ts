import { SqlMigration } from '#database/support/sql_migration'
import { tenantTable } from '#database/support/tenant_table'

/**
 * What is filed without a person: a draft is then held by the digest of its follow-up code, and so is the filing. The
 * code itself stands on its receipt and nowhere else.
 */
export default class extends SqlMigration {
  statements() {
    return [
      ...['drafts', 'uploads', 'filings', 'case_files'].map(
        (table) => `ALTER TABLE ${table} ALTER COLUMN person_id DROP NOT NULL`
      ),
      `ALTER TABLE drafts ADD COLUMN code_digest text,
         ADD CONSTRAINT drafts_holder CHECK ((person_id IS NULL) = (code_digest IS NOT NULL)),
         ADD CONSTRAINT drafts_anonymous CHECK (person_id IS NOT NULL OR kind = 'submission')`,
      `CREATE TABLE follow_ups (
         municipality_id uuid NOT NULL,
         filing_id uuid NOT NULL,
         case_id uuid NOT NULL,
         code_digest text NOT NULL,
         CONSTRAINT follow_ups_key PRIMARY KEY (municipality_id, filing_id),
         CONSTRAINT follow_ups_code UNIQUE (municipality_id, code_digest)
       )`,
      ...tenantTable('follow_ups', 'append'),
    ]
  }
}
