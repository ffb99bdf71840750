/**
 * How each part of a bar is drawn over its colour, so that any two that meet can be told apart in grey and by who sees no
 * colours: five colours cannot all differ by 3:1 in lightness from each other. The first and the last are plain, dark and light; the last has an outline. The path repeats in a tile of so many pixels;
 * its lines have the colour of the part's text.
 */
export const partPatterns = [null, { size: 7, path: 'M-1 1 1 -1M0 7 7 0M6 8 8 6' }, { size: 6, path: 'M2 3h2' }, { size: 8, path: 'M4 0v8' }, null] as const;
