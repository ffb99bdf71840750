import { encoded, ods, xlsx } from './book.ts';

/**
 * Tables as agencies, boards and other systems keep them, all made up. Each says what a careful person reads in it,
 * or what must be said of it; `chosen` is what that person chooses on the page because the table does not say it.
 */
export interface ForeignTable {
  file: string;
  content: Uint8Array;
  /** It is pasted, not a file. */
  pasted?: boolean;
  why: string;
  chosen?: {
    organization?: string;
    effective?: string;
    sheet?: string;
    /** The row of the headings. */
    head?: number;
    dates?: 'DMY' | 'MDY';
    /** Heading, or number of the column, to field; an empty one is not read. */
    columns?: Record<string, string>;
    /** Field and word of the table, such as `acceptance: Ja`, to value. */
    words?: Record<string, string>;
  };
  /** One per row that is read: `recommendation organization`, and what the row says. A field not named is not in it. */
  reads?: Record<string, string | null>[];
  /** Rows that are left out with a note, by their number in the file. */
  leftOut?: number[];
  /** `row column: code`, in the order of the file; nothing is read then. */
  faults?: string[];
}

export const tables: ForeignTable[] = [
  {
    file: 'own-layout.xlsx',
    why: 'Titles above, no column for the organization, one column for both axes, a row of totals.',
    content: xlsx([
      {
        name: 'JIU follow-up',
        rows: [
          ['Status of implementation of JIU recommendations', null, null, null, null],
          ['JIU/REP/2020/7: Blockchain applications in the United Nations system', null, null, null, null],
          [null],
          ['Rec.', 'Subject', 'Status', 'Target date', 'Remarks'],
          ['Rec. 2', 'Risk assessment', 'Accepted – in progress', '31/12/2026', 'Risk register under review'],
          ['Rec. 3', 'Principles', 'Implemented', null, 'Endorsed in March'],
          ['Rec. 4', 'Decision matrix', 'Not accepted', null, 'No use case'],
          ['Total', null, 3, null, null],
        ],
      },
    ]),
    chosen: { organization: 'fao', effective: '2026-06-30' },
    reads: [
      {
        rec: '2',
        org: 'FAO',
        acceptance: 'ACCEPTED',
        implementation: 'IN_PROGRESS',
        target: '2026-12-31',
        comment: 'Risk register under review',
      },
      {
        rec: '3',
        org: 'FAO',
        acceptance: 'ACCEPTED',
        implementation: 'IMPLEMENTED',
        target: null,
        comment: 'Endorsed in March',
      },
      {
        rec: '4',
        org: 'FAO',
        acceptance: 'NOT_ACCEPTED',
        implementation: null,
        target: null,
        comment: 'No use case',
      },
    ],
    leftOut: [8],
  },
  {
    file: 'semicolons-bom.csv',
    why: 'A CSV of a European Excel: semicolons, byte order mark, days with points.',
    content: encoded.bom(
      'Recommendation No.;Organisation;Acceptance;Implementation status;As of;Due date;Comments\r\n' +
        '2;WHO;Accepted;In progress;30.06.2026;31.12.2027;"Pilot; second phase"\r\n' +
        '4;WHO;Accepted;Implemented;30.06.2026;;Done\r\n',
    ),
    reads: [
      {
        rec: '2',
        org: 'WHO',
        acceptance: 'ACCEPTED',
        implementation: 'IN_PROGRESS',
        effective: '2026-06-30',
        target: '2027-12-31',
        comment: 'Pilot; second phase',
      },
      {
        rec: '4',
        org: 'WHO',
        acceptance: 'ACCEPTED',
        implementation: 'IMPLEMENTED',
        effective: '2026-06-30',
        target: null,
        comment: 'Done',
      },
    ],
  },
  {
    file: 'unicode-text.txt',
    why: 'Excel’s “Unicode text”: UTF-16 with tabs, full names, and rows of other reports.',
    content: encoded.utf16le(
      'Report symbol\tRec. number\tParticipating organization\tAcceptance status\tImplementation status\tManagement response\r\n' +
        'JIU/REP/2019/9\t1\tFood and Agriculture Organization of the United Nations\tAccepted\tImplemented\tOther report\r\n' +
        'JIU/REP/2020/7\t1\tFood and Agriculture Organization of the United Nations\tAccepted\tNot started\tLe Comité attend\r\n' +
        'JIU/REP/2020/7\t2\tWorld Health Organization\tRejected\t\tNon\r\n',
    ),
    chosen: { effective: '2026-06-30' },
    reads: [
      { rec: '1', org: 'FAO', acceptance: 'ACCEPTED', implementation: 'NOT_STARTED', comment: 'Le Comité attend' },
      { rec: '2', org: 'WHO', acceptance: 'NOT_ACCEPTED', implementation: null, comment: 'Non' },
    ],
    leftOut: [2],
  },
  {
    file: 'latin1.csv',
    why: 'Saved without Unicode: accents and a long dash in Windows-1252.',
    content: encoded.windows1252(
      'Recommendation,Organization,Status date,Acceptance,Implementation,Responsible unit\n' +
        '2,UPU,2026-05-01,Accepted,In progress,"Bureau de l\u2019informatique \u2013 Genève"\n',
    ),
    reads: [
      {
        rec: '2',
        org: 'UPU',
        effective: '2026-05-01',
        acceptance: 'ACCEPTED',
        implementation: 'IN_PROGRESS',
        unit: 'Bureau de l\u2019informatique \u2013 Genève',
      },
    ],
  },
  {
    file: 'french.xlsx',
    why: 'An agency that works in French.',
    content: xlsx([
      {
        name: 'Suivi',
        rows: [
          ['Recommandation', 'Organisme', 'Acceptation', 'Mise en œuvre', 'Échéance', 'Observations'],
          ['Recommandation 2', 'UNESCO', 'Acceptée', 'En cours', '30/06/2027', 'Étude lancée'],
          ['Recommandation 3', 'UNESCO', 'Partiellement acceptée', 'Non commencée', null, null],
        ],
      },
    ]),
    chosen: { effective: '2026-06-30', words: { 'acceptance: Partiellement acceptée': 'ACCEPTED' } },
    reads: [
      {
        rec: '2',
        org: 'UNESCO',
        acceptance: 'ACCEPTED',
        implementation: 'IN_PROGRESS',
        target: '2027-06-30',
        comment: 'Étude lancée',
      },
      {
        rec: '3',
        org: 'UNESCO',
        acceptance: 'ACCEPTED',
        implementation: 'NOT_STARTED',
        target: null,
        comment: null,
      },
    ],
  },
  {
    file: 'merged.xlsx',
    why: 'The name of the organization stands once, merged over its rows.',
    content: xlsx([
      {
        name: 'Table 1',
        rows: [
          ['Agency', 'Recommendation', 'Accepted?', 'Progress'],
          ['UNICEF', '2', 'Yes', 'Ongoing'],
          [null, '4', 'Yes', 'Completed'],
          [null, '6', 'No', null],
          ['WFP', '2', 'Yes', 'Completed'],
        ],
        merged: ['A2:A4'],
      },
    ]),
    chosen: { effective: '2026-06-30' },
    reads: [
      { rec: '2', org: 'UNICEF', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS' },
      { rec: '4', org: 'UNICEF', acceptance: 'ACCEPTED', implementation: 'IMPLEMENTED' },
      { rec: '6', org: 'UNICEF', acceptance: 'NOT_ACCEPTED', implementation: null },
      { rec: '2', org: 'WFP', acceptance: 'ACCEPTED', implementation: 'IMPLEMENTED' },
    ],
  },
  {
    file: 'not-merged.csv',
    why: 'The name of the organization stands once, and nothing says that it holds for the rows below.',
    content: encoded.utf8(
      'Organization,Recommendation,Acceptance,Implementation,As at\nUNICEF,2,Accepted,In progress,2026-06-30\n,3,Accepted,Implemented,2026-06-30\n',
    ),
    faults: ['3 Organization: ROW_WHOSE'],
  },
  {
    file: 'hidden-sheet.xlsx',
    why: 'A cover, last year’s state on a hidden sheet, and the table itself under a name of its own.',
    content: xlsx([
      { name: 'Cover', rows: [['Follow-up to JIU reports'], ['Prepared by the oversight office']] },
      {
        name: 'Uptake',
        hidden: 'hidden',
        rows: [
          ['Recommendation', 'Organization', 'Effective date', 'Acceptance', 'Implementation'],
          ['2', 'ITU', '2025-06-30', 'Accepted', 'Not started'],
        ],
      },
      {
        name: 'Status Q2 2026',
        rows: [
          ['Recommendation', 'Organization', 'Effective date', 'Acceptance', 'Implementation'],
          ['2', 'ITU', { date: '2026-06-30' }, 'Accepted', 'Implemented'],
        ],
      },
    ]),
    reads: [{ rec: '2', org: 'ITU', effective: '2026-06-30', acceptance: 'ACCEPTED', implementation: 'IMPLEMENTED' }],
  },
  {
    file: 'only-hidden.xlsx',
    why: 'The only table stands on a hidden sheet.',
    content: xlsx([
      { name: 'Cover', rows: [['Nothing here']] },
      {
        name: 'Data',
        hidden: 'veryHidden',
        rows: [
          ['Recommendation', 'Organization', 'Effective date', 'Acceptance', 'Implementation'],
          ['2', 'ITU', '2026-06-30', 'Accepted', 'Not started'],
        ],
      },
    ]),
    faults: ['1 Data: SHEET_HIDDEN'],
  },
  {
    file: 'errors.xlsx',
    why: 'Cells that hold errors instead of values.',
    content: xlsx([
      {
        name: 'Sheet1',
        rows: [
          ['Recommendation', 'Organization', 'Effective date', 'Acceptance', 'Implementation', 'Target date', 'Comment'],
          ['2', 'IAEA', '2026-06-30', 'Accepted', 'In progress', { error: '#REF!' }, { error: '#N/A' }],
          ['3', 'IAEA', '2026-06-30', { error: '#NAME?' }, null, null, null],
        ],
      },
    ]),
    faults: ['2 Target date: CELL_ERROR', '2 Comment: CELL_ERROR', '3 Acceptance: CELL_ERROR'],
  },
  {
    file: 'unclosed.csv',
    why: 'A quotation mark that is never closed swallows the rows below.',
    content: encoded.utf8(
      'Recommendation,Organization,As at,Acceptance,Implementation,Comment\n4,FAO,2026-06-12,Accepted,In progress,"open only\n5,WFP,2026-06-12,Accepted,In progress,second\n',
    ),
    faults: ['2 Comment: QUOTE_OPEN'],
  },
  {
    file: 'no-value.xlsx',
    why: 'Formulas that no program has calculated.',
    content: xlsx([
      {
        name: 'Sheet1',
        rows: [
          ['Recommendation', 'Organization', 'Effective date', 'Acceptance', 'Implementation'],
          ['2', 'ILO', '2026-06-30', { formula: 'VLOOKUP(A2,Other!A:B,2)' }, 'In progress'],
          ['4', 'ILO', '2026-06-30', { formula: 'B9', value: 'Accepted' }, 'In progress'],
        ],
      },
    ]),
    faults: ['2 Acceptance: CELL_FORMULA'],
  },
  {
    file: 'subtotals.xlsx',
    why: 'Subtotals between the rows and a grand total at the end.',
    content: xlsx([
      {
        name: 'By agency',
        rows: [
          ['Entity', 'Recommendation', 'Acceptance', 'Implementation', 'Number'],
          ['UNDP', 'Recommendation 2', 'Accepted', 'Implemented', 1],
          ['UNDP', 'Recommendation 4', 'Accepted', 'In progress', 1],
          ['Subtotal UNDP', null, 2, 2, 2],
          ['UNFPA', 'Recommendation 2', 'Not relevant', null, 1],
          ['Sub-total', null, 1, null, 1],
          ['Grand total', null, 3, 2, 3],
        ],
      },
    ]),
    chosen: { effective: '2026-06-30' },
    reads: [
      { rec: '2', org: 'UNDP', acceptance: 'ACCEPTED', implementation: 'IMPLEMENTED' },
      { rec: '4', org: 'UNDP', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS' },
      { rec: '2', org: 'UNFPA', acceptance: 'NOT_RELEVANT', implementation: null },
    ],
    leftOut: [4, 6, 7],
  },
  {
    file: 'from-word.txt',
    why: 'Copied from a table of a text: tabs, a cell of two lines, headings with blanks that do not break.',
    content: encoded.utf8(
      'Recommendation\tOrganization\tEffective\u00a0date\t"Acceptance\n(Y/N)"\tImplementation*\tManagement comment\n' +
        '2\tUN\u2011Women\t30 June 2026\tY\tIn progress\t"First line\nsecond line"\n',
    ),
    reads: [
      {
        rec: '2',
        org: 'UN-Women',
        effective: '2026-06-30',
        acceptance: 'ACCEPTED',
        implementation: 'IN_PROGRESS',
        comment: 'First line\nsecond line',
      },
    ],
  },
  {
    file: 'libreoffice.ods',
    why: 'An OpenDocument table with equal cells counted, dates, and merged names.',
    content: ods([
      {
        name: 'Stand',
        rows: [
          ['JIU follow-up'],
          ['Organization', 'Recommendation', 'As at', 'Acceptance', 'Implementation', 'Remarks'],
          ['UNIDO', 2, { date: '2026-06-30' }, 'Accepted', 'In progress', 'Two lines\nin a cell'],
          [null, 4, { date: '2026-06-30' }, 'Accepted', 'In progress', null],
        ],
        merged: ['A3:A4'],
      },
    ]),
    reads: [
      {
        rec: '2',
        org: 'UNIDO',
        effective: '2026-06-30',
        acceptance: 'ACCEPTED',
        implementation: 'IN_PROGRESS',
        comment: 'Two lines\nin a cell',
      },
      {
        rec: '4',
        org: 'UNIDO',
        effective: '2026-06-30',
        acceptance: 'ACCEPTED',
        implementation: 'IN_PROGRESS',
        comment: null,
      },
    ],
  },
  {
    file: 'two-heading-rows.xlsx',
    why: 'A group of columns has a heading of its own above the headings.',
    content: xlsx([
      {
        name: 'Sheet1',
        rows: [
          ['Reference', null, 'Status', null, 'Follow-up', null],
          ['Recommendation', 'Organization', 'Acceptance', 'Implementation', 'Target date', 'Responsible officer'],
          ['2', 'UNHCR', 'Accepted', 'In progress', { date: '2027-03-31' }, 'Chief of section'],
        ],
        merged: ['A1:B1', 'C1:D1', 'E1:F1'],
      },
    ]),
    chosen: { effective: '2026-06-30' },
    reads: [
      {
        rec: '2',
        org: 'UNHCR',
        acceptance: 'ACCEPTED',
        implementation: 'IN_PROGRESS',
        target: '2027-03-31',
        officer: 'Chief of section',
      },
    ],
  },
  {
    file: 'american-dates.csv',
    why: 'Months first, which a day after the twelfth shows.',
    content: encoded.utf8(
      'Recommendation,Organization,Status as of,Acceptance,Implementation,Target date\n2,UNOPS,06/30/2026,Accepted,In progress,12/31/2027\n3,UNOPS,06/30/2026,Accepted,In progress,01/02/2027\n',
    ),
    reads: [
      {
        rec: '2',
        org: 'UNOPS',
        effective: '2026-06-30',
        acceptance: 'ACCEPTED',
        implementation: 'IN_PROGRESS',
        target: '2027-12-31',
      },
      {
        rec: '3',
        org: 'UNOPS',
        effective: '2026-06-30',
        acceptance: 'ACCEPTED',
        implementation: 'IN_PROGRESS',
        target: '2027-01-02',
      },
    ],
  },
  {
    file: 'either-date.csv',
    why: 'Days that can be read both ways are asked.',
    content: encoded.utf8('Recommendation,Organization,As at,Acceptance,Implementation\n2,UNOPS,03/04/2026,Accepted,In progress\n'),
    faults: ['2 As at: CELL_DAY_EITHER'],
  },
  {
    file: 'excel-directive.csv',
    why: 'The first line tells Excel the separator.',
    content: encoded.utf8('sep=|\r\nRecommendation|Organization|As at|Acceptance|Implementation\r\n#2|ICAO|2026-06-30|Under consideration|\r\n'),
    reads: [
      {
        rec: '2',
        org: 'ICAO',
        effective: '2026-06-30',
        acceptance: 'UNDER_CONSIDERATION',
        implementation: null,
      },
    ],
  },
  {
    file: 'both-ways.csv',
    why: 'Two rows of one action that do not say the same.',
    content: encoded.utf8(
      'Recommendation,Organization,As at,Acceptance,Implementation\n2,WIPO,2026-06-30,Accepted,In progress\n2,WIPO,2026-06-30,Accepted,Implemented\n',
    ),
    faults: ['3 Recommendation: ROW_TWICE'],
  },
  {
    file: 'refused-words.xlsx',
    why: 'Words that nobody can map without asking, and a model that they break.',
    content: xlsx([
      {
        name: 'Sheet1',
        rows: [
          ['Recommendation', 'Organization', 'As at', 'Acceptance', 'Implementation'],
          ['2', 'IMO', '2026-06-30', 'Tentatively', 'In progress'],
          ['3', 'IMO', '2026-06-30', 'Accepted', '75 %'],
          ['Rec X', 'IMO', '2026-06-30', 'Accepted', 'In progress'],
          ['4', 'Atlantis', '2026-06-30', 'Accepted', 'In progress'],
          ['6', 'IMO', '31/02/2026', 'Accepted', 'In progress'],
        ],
      },
    ]),
    faults: ['2 Acceptance: CELL_WORD', '3 Implementation: CELL_WORD', '4 Recommendation: CELL_NAME', '5 Organization: CELL_NAME', '6 As at: CELL_DAY'],
  },
];
