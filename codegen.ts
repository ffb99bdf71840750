import type { CodegenConfig } from '@graphql-codegen/cli';

export default {
  schema: 'api/schema.graphql',
  documents: ['web/app/**/*.{ts,tsx}', '!web/app/graphql/**'],
  ignoreNoDocuments: true,
  generates: {
    'web/app/graphql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        scalars: { DateTime: 'string', JSON: 'unknown', ID: 'string' },
        immutableTypes: false,
        importExtension: '.ts',
        emitLegacyCommonJSImports: false,
      },
    },
  },
} satisfies CodegenConfig;
