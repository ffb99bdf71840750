/** The names under which a vendor is looked for in a list: its own, former ones, and others it is known by. */
export const vendorNames = ({ name, formerNames, alsoKnownAs }: { name: string; formerNames?: string[] | null; alsoKnownAs?: string[] | null }): string[] => [
  ...new Set([name, ...(formerNames ?? []), ...(alsoKnownAs ?? [])]),
];
