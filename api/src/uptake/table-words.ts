import type { FieldName } from './fields.ts';

/** A column in which agencies write both axes as one word, such as "Accepted, in progress". It is read into the two. */
export const STATUS = 'status';
/** A column with the symbol of the report, in a table of several. */
export const REPORT = 'report';

const list = (text: string): string[] => text.split(' | ');

/** How agencies call a column beside its own heading: whole headings, and what stands in longer ones. In English, French and Spanish. */
export const called: Partial<
  Record<FieldName | 'recommendation' | 'organization' | typeof STATUS | typeof REPORT, { headings: readonly string[]; parts?: readonly string[] }>
> = {
  recommendation: {
    headings: list(
      'rec | rec no | rec nr | rec number | rec # | recommendation no | recommendation nr | recommendation number | recommendation # | jiu recommendation | recommandation | recommandation no | recommandation n | numero de recommandation | recomendacion | recomendacion no | recomendacion n | numero de recomendacion | no | nr | n | # | number',
    ),
    parts: list('recommendation | recommandation | recomendacion'),
  },
  organization: {
    headings: list(
      'organisation | org | agency | entity | un entity | un agency | participating organization | participating organisation | participating org | un organization | un organisation | reporting organization | reporting organisation | organisme | institution | organizacion | organismo | entidad',
    ),
    parts: list('organization | organisation | agency | entity | organisme | organismo'),
  },
  effectiveDate: {
    headings: list(
      'status date | status as of | as of | as at | as on | date of status | date | reporting date | date of report | date of update | last update | last updated | updated | updated on | position as at | situation au | date de mise a jour | fecha | fecha de actualizacion | situacion al',
    ),
    parts: list('as of | as at | updated | mise a jour | actualizacion'),
  },
  acceptance: {
    headings: list(
      'accepted | acceptance status | status of acceptance | state of acceptance | acceptance state | acceptation | acceptee | etat d acceptation | aceptacion | aceptada | estado de aceptacion',
    ),
    parts: list('accept | acept'),
  },
  implementation: {
    headings: list(
      'implementation status | status of implementation | state of implementation | implementation state | implemented | progress | mise en œuvre | etat de mise en œuvre | application | aplicacion | estado de aplicacion | implementacion',
    ),
    parts: list('implement | mise en œuvre | aplicacion'),
  },
  responsibleUnit: {
    headings: list(
      'unit | responsible office | responsible department | responsible division | office | department | division | lead | lead unit | lead office | owner | focal unit | unite responsable | service responsable | bureau responsable | unidad responsable | oficina responsable',
    ),
    parts: list('responsible | responsable'),
  },
  officer: {
    headings: list(
      'responsible officer | responsible person | responsible official | focal point | action officer | fonctionnaire responsable | funcionario responsable',
    ),
    parts: list('officer | official'),
  },
  targetDate: {
    headings: list(
      'target | target completion date | due | due date | deadline | expected completion | expected completion date | planned date | planned completion | completion date | implementation date | target implementation date | expected date | echeance | date cible | date prevue | date limite | plazo | fecha prevista | fecha limite',
    ),
    parts: list('target date | due | deadline | echeance | date cible | plazo'),
  },
  comment: {
    headings: list(
      'comment | comments | management comments | management response | remarks | remark | notes | note | response | action taken | actions taken | observations | commentaires | commentaire | remarques | reponse | mesures prises | observaciones | comentarios | respuesta | medidas adoptadas',
    ),
    parts: list('comment | remark | action taken | actions taken | response | observation | observacion'),
  },
  decisionSymbol: {
    headings: list(
      'decision symbol | governing body decision | decision of the governing body | board decision | council decision | resolution | decision de l organe directeur | decision del organo rector',
    ),
    parts: list('decision'),
  },
  financialImplication: {
    headings: list('financial implications | cost | costs | budget | incidences financieres | consecuencias financieras'),
    parts: list('financial | financi'),
  },
  impactSeen: { headings: list('impact | impact achieved | results | benefits | effect | impact constate | impacto | resultados'), parts: list('impact') },
  evidence: {
    headings: list(
      'evidence link | link | links | supporting document | supporting documents | supporting evidence | documents | url | preuve | preuves | justificatifs | evidencia | pruebas',
    ),
    parts: list('evidence | supporting | justificatif'),
  },
  status: {
    headings: list('state | current status | overall status | status of recommendation | statut | etat | estado | situacion'),
    parts: list('status | statut | etat | estado'),
  },
  report: { headings: list('report | report symbol | symbol | jiu report | report reference | rapport | cote | informe | signatura') },
};

/** How agencies call a state, beside its own word. `-` stands for what is left open. */
export const spoken: Record<string, readonly string[]> = {
  ACCEPTED: list(
    'yes | y | agreed | agree | fully accepted | accepted in full | concur | endorsed | approved | acceptee | accepte | oui | aceptada | aceptado | si | a',
  ),
  PARTLY_ACCEPTED: list(
    'partially accepted | accepted in part | accepted partially | accepted partly | partially agreed | partiellement acceptee | acceptee en partie | parcialmente aceptada | aceptada parcialmente | pa',
  ),
  NOT_ACCEPTED: list('no | n | rejected | refused | declined | disagreed | not agreed | non acceptee | rejetee | refusee | non | no aceptada | rechazada | na'),
  UNDER_CONSIDERATION: list(
    'considered | being considered | under review | under discussion | pending | pending decision | undecided | to be decided | tbd | awaiting decision | a l etude | a l examen | en consideration | en examen | en estudio | uc',
  ),
  NOT_RELEVANT: list('not applicable | n a | irrelevant | sans objet | non pertinente | no pertinente | no aplicable | no procede | nr'),
  NOT_STARTED: list(
    'not yet started | not begun | planned | open | to do | to start | non commencee | pas commencee | non entamee | a demarrer | no iniciada | sin iniciar | ns | 0 % | 0%',
  ),
  IN_PROGRESS: list(
    'ongoing | on going | under way | underway | started | in process | under implementation | being implemented | work in progress | en cours | en curso | en proceso | ip | wip',
  ),
  PARTLY_IMPLEMENTED: list('partially implemented | implemented in part | partiellement mise en œuvre | partiellement appliquee | parcialmente aplicada | pi'),
  IMPLEMENTED: list(
    'yes | y | completed | complete | done | fully implemented | achieved | finished | mise en œuvre | appliquee | terminee | realisee | oui | aplicada | implementada | completada | terminada | si | i | 100 % | 100% | 1',
  ),
};
