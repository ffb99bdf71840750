export const about = {
  title: 'About this library',
  lead: 'What it rests on, how it was made, where it stops, and how to quote it.',
  contents: 'On this page',
  purpose: {
    title: 'What it is for',
    paragraphs: [
      'Between 2017 and 2020 a good number of organizations of the United Nations system tried blockchain. In 2020 the Joint Inspection Unit looked at all of them together. Its report asks, in paragraph 140, for a library of the concrete applications, their progress and the lessons learned, open to every organization. This is such a library.',
      'It answers practical questions: who has done something like this, on what platform, with which vendors, what did it cost in effort, why did it end, what should be settled beforehand. Applications that were given up are kept beside those that run, because what ended them is often the best lesson.',
    ],
  },
  sources: {
    title: 'Sources',
    paragraphs: [
      'The foundation is <report>JIU/REP/2020/7</report>, “Blockchain applications in the United Nations system: towards a state of readiness”, by the Joint Inspection Unit. Its four annexes, its boxes and tables and its 300 paragraphs are taken apart into records: projects, organizations, vendors, lessons, risks, standards, recommendations.',
      'Later facts, such as a standard that has replaced another, come from sources of their own and stand beside the report’s facts with their own date. They never overwrite them. <all>All sources</all> lists each document with everything that rests on it.',
    ],
  },
  method: {
    title: 'Method',
    points: [
      'Facts, figures and names are taken from the source; sentences are written anew. Every statement carries a small number that opens the place it rests on.',
      'What a source does not say is shown as “not stated”. Nothing is filled in from memory or guessed.',
      'Where a reading is not certain, it is marked “uncertain”, with the reason. Where the editors concluded something that the source does not say in as many words, it is marked “inferred”.',
      '“No information” means something else again: that an organization was asked to report and has not.',
      'A figure is given with the date it was true (“as at”). Most date from 2020 and will have changed since.',
      'Where two sources disagree, both are shown with their dates.',
      'How projects relate to the Sustainable Development Goals is the editors’ judgement, not the report’s, and is marked as such.',
      'Counts, shares and connections between records are computed from the records each time a page is made; none is kept by hand.',
    ],
  },
  limits: {
    title: 'Limits',
    points: [
      'The library knows what has been published. A project that nobody has written about is not here, and silence about a detail says nothing about the detail.',
      'Most benefits were reported by the organizations that ran the projects. The report itself notes that its list of them is neither complete nor proven.',
      'How many lessons or risks there are depends on how sentences are split. Another editor could arrive at slightly different numbers.',
      'That a vendor is listed means that a source names it for a piece of work. It is neither an approval nor a recommendation.',
      'The report contains some slips of its own, such as wrong paragraph numbers. They are listed on the page of the source and corrected in the citations.',
    ],
  },
  cite: {
    title: 'How to cite',
    paragraphs: [
      'For a fact, cite the source that its number opens, with the paragraph; the library is only the way to it. For a selection, a count or a chart, cite the library with the address and the date you read it. The address of a filtered list holds the filters, so it shows others the same selection.',
    ],
    example: 'Atrium: blockchain in the United Nations system. “{{title}}”. {{address}} (read on {{date}}).',
    exampleLabel: 'For example:',
    data: 'Every list can be downloaded as CSV, XLSX or JSON with the links at its head, and everything can be asked for by programs, at <rest>plain addresses</rest> and at <api>the public interface (GraphQL)</api>.',
  },
  accessibility: {
    title: 'Accessibility',
    paragraphs: [
      'The library aims at the Web Content Accessibility Guidelines 2.2, level AA. It works without script, with the keyboard alone, at 400 per cent zoom, in light and dark and in print. Every chart and map has its table. Nothing is said by colour alone.',
      'Press / to go to the search field, the arrow keys to choose among the suggestions, and Escape to close what is open.',
    ],
  },
  disclaimer: {
    title: 'Disclaimer',
    paragraphs: [
      'This is not an official product of the United Nations, and it does not speak for the Joint Inspection Unit or for any organization named in it. The wording and any mistakes are the editors’.',
      'The names of countries and the boundaries on maps do not imply the expression of any opinion concerning the legal status of any country, territory, city or area or of its authorities, or concerning the delimitation of its frontiers or boundaries.',
    ],
  },
} as const;
