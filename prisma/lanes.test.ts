import { describe, expect, it } from 'vitest';
import { Lanes } from './lanes.ts';
import { Busy } from './work.ts';

/** Lanes of a pool of five connections, three of which the public may hold; who got one, in order. */
function lanes() {
  const all = new Lanes(5);
  const got: string[] = [];
  const leaves: (() => void)[] = [];
  const enter = (client: string) =>
    all.enter('PUBLIC', undefined, client).then(
      (leave) => {
        got.push(client);
        leaves.push(leave);
        return 'got';
      },
      (error: unknown) => (error instanceof Busy ? 'busy' : 'failed'),
    );
  const settle = () => new Promise<void>((done) => setImmediate(done));
  const leave = async () => {
    leaves.shift()?.();
    await settle();
  };
  return { got, enter, leave, settle };
}

describe('the share of the public', () => {
  it('goes from address to address, however many one address has waiting', async () => {
    const { got, enter, leave, settle } = lanes();
    const many = Array.from({ length: 40 }, () => enter('many'));
    await settle();
    expect(got).toEqual(['many', 'many', 'many']);
    const others = ['one', 'two'].map(enter);
    await leave();
    await leave();
    expect(got.slice(3)).toEqual(['one', 'two']);
    expect(await Promise.all(others)).toEqual(['got', 'got']);
    for (let index = 0; index < 40; index++) await leave();
    expect(await Promise.all(many)).toEqual(Array.from({ length: 40 }, () => 'got'));
  });

  it('has room for another address where one address fills the line', async () => {
    const { got, enter, leave, settle } = lanes();
    const many = Array.from({ length: 63 }, () => enter('many'));
    await settle();
    // The line is full: one more of the same is told to come again, and so is its last one when somebody else comes.
    expect(await enter('many')).toBe('busy');
    const other = enter('one');
    expect(await many.at(-1)).toBe('busy');
    await leave();
    expect([await other, got.at(-1)]).toEqual(['got', 'one']);
  });

  it('is as before where all come from one address: first come, first served', async () => {
    const { got, enter, leave, settle } = lanes();
    const all = ['', '', '', ''].map(enter);
    await settle();
    expect(got).toHaveLength(3);
    await leave();
    expect(await Promise.all(all)).toEqual(['got', 'got', 'got', 'got']);
    expect(got).toHaveLength(4);
  });
});
