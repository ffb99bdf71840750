import { Turns } from '../../turns.ts';

const turns = { public: new Turns(1), internal: new Turns(1) };

/**
 * Makes a document when it is its turn: what it says is read and put together here, one after another, and written in a
 * thread (writer.ts). Internal ones do not wait for public ones.
 * @throws Busy where too many wait already
 */
export function inTurn<Made>(open: boolean, make: () => Promise<Made>): Promise<Made> {
  return (open ? turns.public : turns.internal).take(make);
}
