import { StartupError } from '#prisma/startup-error.ts';

/** Runs a command of the log; what a person can mend is one line on the error output and exit code 1. */
export async function command(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** A file that cannot be read or written, as a line for a person. */
export const fileFault = (what: 'read' | 'write', file: string, error: unknown) =>
  new StartupError(`Cannot ${what} ${file} (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
/** Whether an error comes from the file system. */
export const ofFiles = (error: unknown) => {
  const { syscall, path } = error as NodeJS.ErrnoException;
  return syscall !== undefined && (path !== undefined || syscall === 'read') && /^(open|read|write|close)$/.test(syscall);
};
