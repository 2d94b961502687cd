import { CHAIN_START } from '#core/hash_chain'
import { SqlMigration } from '#database/support/sql_migration'

/** The book of resolutions (RD 128/2018, art. 3.2.e; ROF, arts. 198-200), beside the two of the register. */
export default class extends SqlMigration {
  statements() {
    return [
      `ALTER TABLE register_counters
         DROP CONSTRAINT register_counters_book_check,
         ADD CONSTRAINT register_counters_book_check CHECK (book IN ('incoming', 'outgoing', 'resolutions'))`,
      // Policies bind the owner, too: each town opens its own.
      `DO $$
       DECLARE town uuid;
       BEGIN
         FOR town IN SELECT id FROM municipalities LOOP
           EXECUTE format('SET LOCAL app.municipality_id = %L', town);
           INSERT INTO register_counters (municipality_id, book, year, head)
             VALUES (town, 'resolutions', 0, '${CHAIN_START}') ON CONFLICT DO NOTHING;
         END LOOP;
         SET LOCAL app.municipality_id = '';
       END $$`,
    ]
  }
}
