/** Imported before what may print in colour, for the libraries decide as they load and by different signs: no colours where nobody looks at a terminal, or wants them. */
const { argv, env, stdout } = process

if (!stdout.isTTY || env.NO_COLOR || argv.includes('--no-ansi')) env.FORCE_COLOR ??= '0'
