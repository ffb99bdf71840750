import { format } from 'node:util';
import { afterEach, expect } from 'vitest';

// What is written to the error output during a test is a fault of the code or something that the test should expect: React
// warns there of what it would not do on a page. A test that provokes an error looks for it with `errorsTold`.
const told: string[] = [];
const write = console.error;
console.error = (...parts: unknown[]) => {
  told.push(format(...parts));
  write(...parts);
};

/** What was written to the error output since the test began; it then no longer fails the test. */
export const errorsTold = (): string[] => told.splice(0);

afterEach(() => {
  expect(told.splice(0), 'console.error was called').toEqual([]);
});
