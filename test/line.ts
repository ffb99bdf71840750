import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a server that can be cut and set up again, as when that server restarts or another one takes its place. */
export async function lineTo(host: string, port: number) {
  const sockets = new Set<Socket>();
  const waiting: (() => void)[] = [];
  let server = createServer();
  let at = 0;
  let target = port;
  let held = false;
  const open = (to = target) =>
    new Promise<void>((done) => {
      target = to;
      server = createServer((near) => {
        const far = connect(target, host);
        if (held) for (const one of [near, far]) one.pause();
        for (const [one, other] of [
          [near, far],
          [far, near],
        ] as const) {
          sockets.add(one);
          one.on('error', () => other.destroy());
          one.on('close', () => {
            sockets.delete(one);
            other.destroy();
          });
          if (!held) one.pipe(other);
          else waiting.push(() => one.pipe(other));
        }
      }).listen(at, '127.0.0.1', () => {
        at = (server.address() as AddressInfo).port;
        done();
      });
    });
  await open();
  return {
    port: at,
    /** Takes connections again, to another port where one is given. */
    open,
    /** From now on nothing arrives on either side, and nobody is told. */
    hold: () => {
      held = true;
      for (const socket of sockets) socket.unpipe().pause();
      const all = [...sockets];
      // They stand in pairs, in the order in which they were connected.
      for (let index = 0; index + 1 < all.length; index += 2) {
        const [near, far] = [all[index] as Socket, all[index + 1] as Socket];
        waiting.push(() => {
          near.pipe(far);
          far.pipe(near);
        });
      }
    },
    release: () => {
      held = false;
      for (const go of waiting.splice(0)) go();
    },
    /** Whoever connects from now on is refused; who was connected is cut off. */
    cut: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
