export async function benchScale(_args: string[]): Promise<void> {}
