// The command: `npm run vectors -- FOLDER [--each]`.

/** Runs the vectors of a folder; gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  console.error(`not built yet: ${args.join(' ')}`)
  return 64
}
