import { type ChildProcess, spawn } from 'node:child_process';

/** A program of ours in a process of its own, as a person starts it. */
export type Started = { child: ChildProcess; output: () => string; code: Promise<number | null>; says: (what: RegExp) => Promise<RegExpExecArray> };

/** Starts a program of ours with nothing but the given settings. */
export function startProcess(file: string, env: Record<string, string>, args: string[] = []): Started {
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'silent', ...env } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = new Promise<number | null>((done) => child.once('exit', done));
  const says = (what: RegExp) =>
    new Promise<RegExpExecArray>((done, fail) => {
      const look = () => {
        const match = what.exec(output);
        if (match) done(match);
      };
      look();
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', look);
      void code.then((status) => fail(new Error(`${file} ended with ${status}: ${output}`)));
    });
  return { child, output: () => output, code, says };
}

/** Ends a program and waits until it is gone. @returns its exit code */
export function endProcess({ child, code }: Started, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  return code;
}
