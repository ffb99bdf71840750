import type { User } from '#api/accounts/user.ts';

/** Who may see a text; null is the public. */
export type May = (user: User | null) => boolean;
export type Marker = {
  /** Stands nowhere else: "zq", three letters of its own, and what it is in. */
  word: string;
  /** Where it was planted, for the message of a failure. */
  where: string;
  may: May;
};

export const inside: May = (user) => (user?.memberships.length ?? 0) > 0;
export const everyone: May = () => true;
export const isSecretariat: May = (user) => user?.memberships.some((membership) => membership.role === 'SECRETARIAT') ?? false;
/** Those who can always find a record, by its title, and bring it back, whatever its audience. */
export const oversees: May = (user) => user?.memberships.some((membership) => ['SECRETARIAT', 'ADMINISTRATOR'].includes(membership.role)) ?? false;
export const belongsTo =
  (slug: string): May =>
  (user) =>
    user?.memberships.some((membership) => membership.organizationSlug === slug) ?? false;
export const writesFor =
  (slug: string): May =>
  (user) =>
    user?.memberships.some((membership) => membership.organizationSlug === slug && ['FOCAL_POINT', 'PUBLISHER'].includes(membership.role)) ?? false;
export const or =
  (...some: May[]): May =>
  (user) =>
    some.some((may) => may(user));
export const and =
  (...all: May[]): May =>
  (user) =>
    all.every((may) => may(user));

const letters = (index: number) => [676, 26, 1].map((unit) => String.fromCharCode(97 + (Math.floor(index / unit) % 26))).join('');

/** Words that stand nowhere else, each in one text, with who may see that text. */
export class Markers {
  readonly all: Marker[] = [];
  /** A new word for a text. @param where what it is in; of it only the letters become part of the word */
  mark(where: string, may: May): string {
    const word = `zq${letters(this.all.length)}${where
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .slice(0, 24)}`;
    this.all.push({ word, where, may });
    return word;
  }
  /** The markers whose words stand in a text, also in a part of a longer word or cut off behind their own letters. */
  in(text: string): Marker[] {
    const ids = new Set([...text.toLowerCase().matchAll(/zq[a-z]{3}/g)].map(([id]) => id));
    return this.all.filter(({ word }) => ids.has(word.slice(0, 5)));
  }
}
