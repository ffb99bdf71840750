import { about } from './en/about.ts';
import { frame } from './en/frame.ts';
import { home } from './en/home.ts';
import { vocabulary } from './en/vocabulary.ts';

/**
 * Every string of the interface, by concept. A concept's strings are in `en/<concept>.ts` and are named here once;
 * another language is a file of the same shape.
 */
export const en = { ...frame, about, home, vocabulary } as const;
