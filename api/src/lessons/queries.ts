import { builder } from '../builder.ts';
import { addList } from '../records/connection.ts';
import { recordAt } from '../records/record.ts';
import { LessonKind, Theme } from './lesson.ts';
import { LessonType } from '../records/types.ts';

addList('LESSON', 'lessons', LessonType as never, 'Lessons, good practices, challenges and reported benefits.', { types: { kind: LessonKind, theme: Theme } });

builder.queryField('lesson', (t) =>
  t.field({
    type: LessonType,
    nullable: true,
    description: 'One lesson by its source key (L005) or its slug.',
    args: { id: t.arg.string({ required: true }) },
    resolve: (_root, { id }, context, info) => recordAt(context, info, 'LESSON', /^L\d{3}$/.test(id) ? { sourceKey: id } : { slug: id }),
  }),
);
