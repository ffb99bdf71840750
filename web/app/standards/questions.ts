type Matrix = {
  layers: { number: number; title: string }[];
  questions: { id: string; text: string }[];
  considerations: { id: string; title: string }[];
} | null;

/** What the places of the decision matrix say, by their ids: the questions, the considerations, and Table 3 as a whole. */
export const matrixTitles = (matrix: Matrix): Map<string, string> =>
  new Map<string, string>([
    ...(matrix?.questions ?? []).map(({ id, text }) => [id, text] as const),
    ...(matrix?.considerations ?? []).map(({ id, title }) => [id, title] as const),
    ...(matrix?.layers ?? []).filter(({ number }) => number === 3).map(({ title }) => ['table-3', title] as const),
  ]);

/** The places of the decision matrix with these ids. Unknown ones are left out. */
export function questionTitles(ids: readonly string[], matrix: Matrix): { id: string; title: string }[] {
  const titles = matrixTitles(matrix);
  return ids.flatMap((id) => {
    const title = titles.get(id);
    return title ? [{ id, title }] : [];
  });
}
