import type { DigestFrequency } from '#prisma/generated/enums.ts';

/** How often a mail tells a person of what is new. */
export type Frequency = keyof typeof DigestFrequency;
