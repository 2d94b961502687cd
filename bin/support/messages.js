/**
 * What an operator reads when something stands in the way of a start: one line each, first what is
 * wrong, then how to mend it. Keys are the codes of OperatorError.
 */
export const MESSAGES = {
  NODE_UNAVAILABLE: (p) =>
    `Node 24 cannot be fetched for ${p.platform} ${p.arch}. Install Node 24 or later from https://nodejs.org and run the command again.`,
  NPM_MISSING: () =>
    `npm was not found beside Node. Install Node with npm from https://nodejs.org and run the command again.`,
  REGISTRY_UNREACHABLE: (p) =>
    `The packages could not be fetched (${p.detail}). Check the network or the proxy settings of npm and run the command again.`,
  INSTALL_FAILED: (p) =>
    `The packages could not be installed (${p.detail}). Mend what the lines above say, or remove node_modules, and run the command again.`,
  PORT_INVALID: (p) =>
    `PORT="${p.port}" is not a port. Give a number from 1 to 65535, for instance PORT=3333 npm start.`,
  PORT_TAKEN: (p) =>
    `Port ${p.port} is taken by another program. Stop that program or choose another port, for instance PORT=${p.other} npm start.`,
  PORT_FORBIDDEN: (p) =>
    `Port ${p.port} may only be opened by root. Choose a port above 1023, for instance PORT=3333 npm start.`,
  HOST_UNKNOWN: (p) =>
    `HOST="${p.host}" is no address of this machine. Use HOST=127.0.0.1 for this machine only, or HOST=0.0.0.0 for the network.`,
  ALREADY_RUNNING: (p) =>
    `Finestra already runs on this data folder (process ${p.pid}${p.port ? `, port ${p.port}` : ''}). Stop it first, or set FINESTRA_DATA to another folder.`,
  PACKAGES_IN_USE: (p) =>
    `Finestra runs from this folder (process ${p.pid}) on packages that are not, or not surely, those that package-lock.json names now. Stop it first, for instance with: kill ${p.pid}, and run the command again.`,
  COMMAND_UNKNOWN: (p) =>
    `"${p.command}" is no command of this house; node ace list shows those that are. Use npm start to bring a database up to date, and npm run demo:reset to erase the demo towns.`,
  NOT_RUNNING: (p) =>
    `"${p.command}" works beside a house, and none runs on ${p.folder}. Start it with: npm start, or set DATABASE_URL and APP_KEY to those of your own.`,
  FOLDER_LOST: (p) =>
    `The project or its data folder ${p.folder} was removed or taken over while Finestra ran, so it stops. Restore the folder and run the command again.`,
  DISK_FULL: (p) =>
    `The disk of ${p.folder} is full${p.needed ? ` (${p.free} MB free, ${p.needed} MB needed)` : ''}. Free some space, or set FINESTRA_DATA to a folder on another disk, and run the command again.`,
  NOT_WRITABLE: (p) =>
    `${p.path} cannot be written by this user. Change its owner, or run as the user who owns it, and run the command again.`,
  NOT_A_FOLDER: (p) =>
    `${p.path} is a file where a folder is needed. Set FINESTRA_DATA to a folder, or move the file away, and run the command again.`,
  NO_PLACE: (p) =>
    `No folder can be made at ${p.path}. Set FINESTRA_DATA to a folder on a disk, and run the command again.`,
  FOREIGN_FOLDER: (p) =>
    `${p.folder} has files that are not Finestra's. Set FINESTRA_DATA to an empty folder and run the command again.`,
  DATA_CLOSED: (p) =>
    `PostgreSQL, which runs as another user, cannot reach its data in ${p.folder} any more, since ${p.closed} is closed to others. Run chmod o+x ${p.closed}, and the command again.`,
  DATA_TWICE: (p) =>
    `There are data of this house in ${p.own} and in ${p.away}. Set FINESTRA_DATA to the folder that counts, or move the other one away, and run the command again.`,
  DATA_CORRUPT: (p) =>
    `The data folder ${p.folder} is damaged (${p.detail}). Restore it from a backup, or erase it and start over with: npm run demo:reset`,
  SECRETS_MISSING: (p) =>
    `${p.folder} has data and no secrets.json, which has the passwords of its database and the key of its seals. Restore secrets.json from a backup, and the house opens as before.`,
  APP_KEY_SHORT: (p) =>
    `APP_KEY has ${p.length} characters and needs ${p.least} or more. Set it to what this prints: node -p "crypto.randomBytes(24).toString('base64url')", or unset it to use the one that the house made.`,
  DATA_OF_ANOTHER_VERSION: (p) =>
    `The data folder ${p.folder} was made by PostgreSQL ${p.found} and this is PostgreSQL ${p.ours}. Use the version of Finestra that made it, or erase it and start over with: npm run demo:reset`,
  POSTGRES_UNAVAILABLE: (p) =>
    `There is no embedded PostgreSQL for ${p.platform} ${p.arch}. Install PostgreSQL 15 to 18 and set DATABASE_URL, for instance postgres://user:password@localhost/finestra.`,
  POSTGRES_USER_REFUSED: () =>
    `Running as root, PostgreSQL needs another user and this machine does not allow the change. Run as an ordinary user, or set DATABASE_URL to your own server.`,
  POSTGRES_FAILED: (p) =>
    `PostgreSQL did not start (${p.detail}). See ${p.log}; if the data is of no value, start over with: npm run demo:reset`,
  POSTGRES_ORPHAN: (p) =>
    `PostgreSQL of an earlier run (process ${p.pid}) cannot be ended by this user. End it with: sudo kill -INT ${p.pid}`,
  DATABASE_URL_INVALID: (p) =>
    `${p.name} is not a connection string. Write it as postgres://user:password@host:5432/database.`,
  DATABASE_UNREACHABLE: (p) =>
    `The database at ${p.where} does not answer (${p.detail}). Check ${p.name} and that the server runs.`,
  DATABASE_REFUSED: (p) =>
    `The database at ${p.where} refuses the connection (${p.detail}). Check the user, the password and the database in ${p.name}.`,
  DATABASE_FORGETS: (p) =>
    `The server at ${p.where} runs with ${p.setting} = off, so that it could lose what it acknowledged. Set it to on and reload the server, or unset DATABASE_URL to use the embedded one.`,
  DATABASE_ROLE_UNBOUND: (p) =>
    `The user "${p.user}" of ${p.name} is a superuser or has BYPASSRLS, so that no town would be kept from another. Give a plain user there, and the owner of the tables in DATABASE_OWNER_URL.`,
  DATABASE_VERSION: (p) =>
    `The server at ${p.where} is PostgreSQL ${p.version}; Finestra works with 15 to 18. Upgrade the server, or unset DATABASE_URL to use the embedded one.`,
  ROLES_NEEDED: (p) =>
    `The database user "${p.user}" may not create the roles that Finestra needs. ${p.ownerGiven ? 'Have' : 'If it is the role of the app, set DATABASE_OWNER_URL to the role that owns the tables, too; if it is that one, have'} an administrator run these lines with passwords of your choice, then set DATABASE_OWNER_URL, DATABASE_URL and DATABASE_DISPATCH_URL:\n\n${p.sql}\n`,
  RESET_EXTERNAL: () =>
    `demo:reset only erases the embedded database. Drop and create your own database yourself, or unset DATABASE_URL.`,
  NOTHING_TO_BACK_UP: (p) =>
    `No house stands in ${p.folder}, so there is nothing to back up. Set FINESTRA_DATA to the folder of yours.`,
  BACKUP_EXISTS: (p) => `${p.file} is there already. Give another name, or a folder.`,
  BACKUP_NOWHERE: (p) =>
    `There is no folder ${p.above} for ${p.path}. Give a place that is there, or mount or make it.`,
  BACKUP_MISSING: (p) =>
    `${p.file} is no file that can be read. Give the file of a backup: npm run restore -- <file>`,
  BACKUP_FOREIGN: (p) =>
    `${p.file} is no backup of Finestra (${p.detail}). Give a file that npm run backup wrote; nothing was changed.`,
  BACKUP_TRUNCATED: (p) =>
    `${p.file} is cut off (${p.detail}). Use another copy of it, or an older backup; nothing was changed.`,
  BACKUP_ALTERED: (p) =>
    `${p.file} is not as it was written (${p.detail}). Use another copy of it, or an older backup; nothing was changed.`,
  BACKUP_NEWER: (p) =>
    `${p.file} was made by a newer Finestra (${p.product}), of which this one does not know ${p.unknown}. Upgrade this one first; nothing was changed.`,
  RESTORE_NO_FILE: () => `Nothing says what to restore. Give the file of a backup: npm run restore -- <file>`,
  RESTORE_OTHER_KEY: (p) =>
    `APP_KEY is not the one of ${p.file}, so that no seal in it could be used. Unset APP_KEY, for the backup brings its own, or set it to the one of that house; nothing was changed.`,
  RESTORE_NOT_EMPTY: (p) =>
    `A house stands in ${p.where}: ${p.counts}. Restoring would take its place. Choose an empty FINESTRA_DATA or database, or say --replace, which first writes a backup of it beside this one; nothing was changed.`,
  RESTORE_FOREIGN_DATABASE: (p) =>
    `The database ${p.database} has tables that are not Finestra's (${p.table}). Give an empty database in DATABASE_OWNER_URL; nothing was changed.`,
  RESTORE_INTERRUPTED: (p) =>
    `A restore of ${p.file} was interrupted (${p.since}), so that this house is not whole. Run it again: npm run restore -- ${p.file}`,
  RESTORE_INCOMPLETE: (p) =>
    `${p.what} did not come back as the backup says (${p.found} of ${p.said}). Run the restore again.`,
  BUILD_FAILED: (p) => `${p.what} failed. Mend what the lines above say and run the command again.`,
  WEB_FAILED: (p) =>
    `The house could not open: ${p.detail}. Mend that and run the command again; ${p.log} says more, see its end.`,
  UNEXPECTED: (p) => `${p.detail}. If it happens again, report it with the lines above.`,
}
