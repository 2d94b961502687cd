/** `--name=value` among the arguments of a bench. */
export const option = (args: string[], name: string): string | undefined =>
  args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3)

/** The plain numbers among them. */
export const numbersIn = (args: string[]): number[] => args.filter((arg) => /^\d+$/.test(arg)).map(Number)
