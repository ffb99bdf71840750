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
  // From here on written beside the reading code.
  {
    file: 'in-part.xlsx',
    why: 'Decisions and progress in part, as governing bodies write them.',
    content: xlsx([
      {
        name: 'Sheet1',
        rows: [
          ['Rec', 'Entity', 'Decision on the recommendation: accepted', 'Implementation', 'As of'],
          ['R2', 'WFP', 'Partially accepted', 'Partially implemented', '30-June-2026'],
          ['R4', 'WFP', 'Accepted', 'Implemented in part', '30-June-2026'],
          ['R6', 'WFP', 'Accepted in part', 'Not started', '30-June-2026'],
        ],
      },
    ]),
    reads: [
      { rec: '2', org: 'WFP', effective: '2026-06-30', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS', inPart: 'BOTH' },
      { rec: '4', org: 'WFP', effective: '2026-06-30', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS', inPart: 'IMPLEMENTATION' },
      { rec: '6', org: 'WFP', effective: '2026-06-30', acceptance: 'ACCEPTED', implementation: 'NOT_STARTED', inPart: 'ACCEPTANCE' },
    ],
  },
  {
    file: 'markdown.txt',
    why: 'A table of a wiki: bars, and a line of dashes under the headings.',
    pasted: true,
    content: encoded.utf8(
      'Status of JIU/REP/2020/7\n\n| Recommendation | Organization | As at | Acceptance | Implementation |\n|---|:---:|---|---|---|\n| 2 | FAO | 2026-06-30 | Accepted | Ongoing |\n',
    ),
    reads: [{ rec: '2', org: 'FAO', effective: '2026-06-30', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS' }],
  },
  {
    file: 'no-mark-utf16.csv',
    why: 'UTF-16 without a byte order mark.',
    content: Buffer.from('Recommendation;Organization;As at;Acceptance;Implementation\n2;FAO;2026-06-30;Accepted;Ongoing\n', 'utf16le'),
    reads: [{ rec: '2', org: 'FAO', effective: '2026-06-30', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS' }],
  },
  {
    file: 'big-endian.csv',
    why: 'UTF-16 the other way round, with old Mac line ends.',
    content: encoded.utf16be('Recommendation;Organization;As at;Acceptance;Implementation\r2;FAO;2026-06-30;Accepted;Ongoing\r'),
    reads: [{ rec: '2', org: 'FAO', effective: '2026-06-30', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS' }],
  },
  {
    file: 'since-1904.xlsx',
    why: 'A workbook of an old Mac, whose days are counted from 1904.',
    content: xlsx(
      [
        {
          name: 'Uptake',
          rows: [
            ['Recommendation', 'Organization', 'As at', 'Acceptance', 'Implementation'],
            ['2', 'FAO', { date: '2026-06-30' }, 'Accepted', 'Ongoing'],
          ],
        },
      ],
      { since1904: true },
    ),
    reads: [{ rec: '2', org: 'FAO', effective: '2026-06-30', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS' }],
  },
  {
    file: 'strict.xlsx',
    why: 'A workbook in the strict form of ISO 29500, with texts in parts and in the cell.',
    content: xlsx(
      [
        {
          name: 'Uptake',
          rows: [
            ['Recommendation', 'Organization', 'As at', 'Acceptance', 'Implementation', 'Comment'],
            [2, { inline: 'FAO' }, { date: '2026-06-30' }, { rich: ['Acc', 'epted'] }, { formula: 'G1', value: 'Ongoing' }, true],
          ],
        },
      ],
      { strict: true },
    ),
    reads: [{ rec: '2', org: 'FAO', effective: '2026-06-30', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS', comment: 'TRUE' }],
  },
  {
    file: 'footnotes.xlsx',
    why: 'Headings with footnotes, brackets and question marks, and a remark below.',
    content: xlsx([
      {
        name: 'Annex',
        rows: [
          ['Recommendation¹', 'Organization²', 'Accepted?', 'Implemented?', 'Target date (dd/mm/yyyy)', 'As at:'],
          ['2.', 'FAO', 'Y', 'Y', null, '2026-06-30'],
          ['¹ Numbers as in the report.', null, null, null, null, null],
          ['Source: secretariat of the oversight committee', null, null, null, null, null],
        ],
      },
    ]),
    reads: [{ rec: '2', org: 'FAO', effective: '2026-06-30', acceptance: 'ACCEPTED', implementation: 'IMPLEMENTED' }],
    leftOut: [3, 4],
  },
  {
    file: 'headings-again.csv',
    why: 'A list printed over two pages, with its headings on each.',
    content: encoded.utf8(
      'Recommendation,Organization,As at,Acceptance,Implementation\n2,FAO,2026-06-30,Accepted,Ongoing\nRecommendation,Organization,As at,Acceptance,Implementation\n4,FAO,2026-06-30,Accepted,Ongoing\n',
    ),
    reads: [
      { rec: '2', org: 'FAO', effective: '2026-06-30', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS' },
      { rec: '4', org: 'FAO', effective: '2026-06-30', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS' },
    ],
    leftOut: [3],
  },
  {
    file: 'names.csv',
    why: 'Organizations and recommendations as people call them.',
    content: encoded.utf8(
      'JIU recommendation;UN entity;Date;Acceptance;Implementation\nJIU/REP/2020/7 Rec. 2;UN Women;2026-06-30;Agreed;Under way\nRec. no. 4;The Food and Agriculture Organization of the United Nations (FAO);2026-06-30;Concur;Done\n2: Executive heads should, when using it, assess the risks;UN-Habitat;2026-06-30;Fully accepted;Fully implemented\n',
    ),
    reads: [
      { rec: '2', org: 'UN-Women', effective: '2026-06-30', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS' },
      { rec: '4', org: 'FAO', effective: '2026-06-30', acceptance: 'ACCEPTED', implementation: 'IMPLEMENTED' },
      { rec: '2', org: 'UN-Habitat', effective: '2026-06-30', acceptance: 'ACCEPTED', implementation: 'IMPLEMENTED' },
    ],
  },
  {
    file: 'spanish.csv',
    why: 'An agency that works in Spanish, whose names of days are its own.',
    content: encoded.bom(
      'Recomendación;Organización;Situación al;Aceptación;Aplicación;Plazo;Observaciones\n2;OIEA;30 de junio de 2026;Aceptada;En curso;31/12/2027;En estudio la segunda fase\n',
    ),
    chosen: { words: { 'organization: OIEA': 'iaea' } },
    reads: [
      {
        rec: '2',
        org: 'IAEA',
        effective: '2026-06-30',
        acceptance: 'ACCEPTED',
        implementation: 'IN_PROGRESS',
        target: '2027-12-31',
        comment: 'En estudio la segunda fase',
      },
    ],
  },
  {
    file: 'arabic.xlsx',
    why: 'Headings in a language that is not known here: a person says where they are and what they are.',
    content: xlsx([
      {
        name: 'ورقة1',
        rows: [
          ['التوصية', 'المنظمة', 'القبول', 'التنفيذ'],
          [2, 'FAO', 'مقبولة', 'قيد التنفيذ'],
        ],
      },
    ]),
    chosen: {
      head: 1,
      effective: '2026-06-30',
      columns: { '1': 'recommendation', '2': 'organization', '3': 'acceptance', '4': 'implementation' },
      words: { 'acceptance: مقبولة': 'ACCEPTED', 'implementation: قيد التنفيذ': 'IN_PROGRESS' },
    },
    reads: [{ rec: '2', org: 'FAO', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS' }],
  },
  {
    file: 'no-headings.csv',
    why: 'Rows without headings.',
    content: encoded.utf8('2,FAO,2026-06-30,Accepted,Ongoing\n4,FAO,2026-06-30,Accepted,Ongoing\n'),
    faults: ['1 : HEADINGS'],
  },
  {
    file: 'page.xls',
    why: 'A web page under the name of a workbook, as old systems export it.',
    content: encoded.utf8('<html><body><table><tr><td>Recommendation</td><td>Organization</td></tr></table></body></html>'),
    faults: ['1 : TABLE_MARKUP'],
  },
  {
    file: 'old.xls',
    why: 'A workbook of before 2007, or one with a password.',
    content: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]),
    faults: ['1 : WORKBOOK_OLD'],
  },
  {
    file: 'paper.pdf',
    why: 'The board paper itself.',
    content: encoded.utf8('%PDF-1.7\n1 0 obj\nendobj\n'),
    faults: ['1 : TABLE_KIND'],
  },
  {
    file: 'counted.xlsx',
    why: 'A first column that counts the rows and bears no heading, and words for nothing.',
    content: xlsx([
      {
        name: 'Sheet1',
        rows: [
          [null, 'Recommendation', 'Organization', 'As at', 'Acceptance', 'Implementation', 'Due date'],
          [1, '2', 'FAO', '2026-06-30', 'Accepted', 'Ongoing', '—'],
          [2, '4', 'FAO', '2026-06-30', 'Pending', 'n/a', null],
        ],
      },
    ]),
    reads: [
      { rec: '2', org: 'FAO', effective: '2026-06-30', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS' },
      { rec: '4', org: 'FAO', effective: '2026-06-30', acceptance: 'UNDER_CONSIDERATION' },
    ],
  },
  {
    file: 'filtered.ods',
    why: 'Rows that a filter hides are rows too; an error of a formula is none.',
    content: ods([
      {
        name: 'Old',
        hidden: 'hidden',
        rows: [
          ['Recommendation', 'Organization', 'Acceptance'],
          ['2', 'FAO', 'Rejected'],
        ],
      },
      {
        name: 'New',
        rows: [
          ['Recommendation', 'Organization', 'As at', 'Acceptance', 'Implementation', 'Comments'],
          [2, 'FAO', { date: '2026-06-30' }, 'Accepted', 'Ongoing', { error: '#N/A' }],
          [4, 'FAO', { date: '2026-06-30' }, 'Accepted', 'Ongoing', { formula: 'A1' }],
        ],
        hiddenRows: [3],
      },
    ]),
    faults: ['2 Comments: CELL_ERROR', '3 Comments: CELL_FORMULA'],
  },
  {
    file: 'total-of-formulas.xlsx',
    why: 'The total is a formula that nobody calculated; it is left out, and so no fault.',
    content: xlsx([
      {
        name: 'Sheet1',
        rows: [
          ['Recommendation', 'Organization', 'As at', 'Acceptance', 'Implementation'],
          ['2', 'FAO', '2026-06-30', 'Accepted', 'Ongoing'],
          ['TOTAL', null, null, { formula: 'COUNTA(D2:D2)' }, { error: '#VALUE!' }],
        ],
      },
    ]),
    reads: [{ rec: '2', org: 'FAO', effective: '2026-06-30', acceptance: 'ACCEPTED', implementation: 'IN_PROGRESS' }],
    leftOut: [3],
  },
  {
    file: 'short-year.csv',
    why: 'A year of two figures, a month alone, a quarter and a bare number are no days.',
    content: encoded.utf8(
      'Recommendation,Organization,As at,Acceptance,Implementation,Target date\n2,FAO,30/06/26,Accepted,Ongoing,\n4,FAO,2026-06-30,Accepted,Ongoing,December 2027\n6,FAO,2026-06-30,Accepted,Ongoing,46387\n8,FAO,2026-06-30,Accepted,Ongoing,Q4 2027\n',
    ),
    faults: ['2 As at: CELL_DAY', '3 Target date: CELL_DAY', '4 Target date: CELL_DAY', '5 Target date: CELL_DAY'],
  },
  {
    file: 'two-at-once.csv',
    why: 'One row for several recommendations or organizations has to be said of each.',
    content: encoded.utf8(
      'Recommendation,Organization,As at,Acceptance,Implementation\n2 and 4,FAO,2026-06-30,Accepted,Ongoing\n2,"FAO, ITU",2026-06-30,Accepted,Ongoing\n1-3,FAO,2026-06-30,Accepted,Ongoing\n',
    ),
    faults: ['2 Recommendation: CELL_NAME', '3 Organization: CELL_NAME', '4 Recommendation: CELL_NAME'],
  },
  {
    file: 'contradiction.csv',
    why: 'What is not accepted is not implemented either; two columns that do not agree.',
    content: encoded.utf8(
      'Recommendation,Organization,As at,Acceptance,Status\n2,FAO,2026-06-30,Rejected,Implemented\n4,FAO,2026-06-30,Accepted,In progress\n',
    ),
    faults: ['2 Status: CELL_AXES'],
  },
  {
    file: 'any-text.xlsx',
    why: 'Text that looks like something else stays text.',
    content: xlsx([
      {
        name: 'Uptake',
        rows: [
          ['Recommendation', 'Organization', 'As at', 'Acceptance', 'Implementation', 'Comments', 'Unit'],
          ['2', 'FAO', '2026-06-30', 'Accepted', 'Ongoing', '=1+1 and 31/12/2026; "quoted", Total 🌍 مرحبا', '007'],
        ],
      },
    ]),
    reads: [
      {
        rec: '2',
        org: 'FAO',
        effective: '2026-06-30',
        acceptance: 'ACCEPTED',
        implementation: 'IN_PROGRESS',
        comment: '=1+1 and 31/12/2026; "quoted", Total 🌍 مرحبا',
        unit: '007',
      },
    ],
  },
];
