/** An error that the user can act on: printed as its message only, without a stack. */
export class UserError extends Error {}

/** Runs a script's main function; the exit code is what it returns. */
export async function main(run) {
  try {
    process.exitCode = (await run(process.argv.slice(2))) || 0;
  } catch (error) {
    console.error(error instanceof UserError ? error.message : error);
    process.exitCode = 1;
  }
}
